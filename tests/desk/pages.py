"""What a browser reads from pages of the desk, and would send back."""

from __future__ import annotations

from django.test import Client

CHANGE = "/admin/profiles/profession/{}/change/"


def form_of(client: Client, address: str) -> dict[str, str]:
    """What the browser would send back from the page at this address, unchanged."""
    response = client.get(address)
    admin_form = response.context["adminform"].form
    forms = [
        admin_form,
        *(f.formset.management_form for f in response.context["inline_admin_formsets"]),
    ]
    forms += [f for i in response.context["inline_admin_formsets"] for f in i.formset.forms]
    values = {field.html_name: field.value() for form in forms for field in form}
    said = {name: value for name, value in values.items() if value is not None and value != []}
    return {name: str(value) for name, value in said.items() if value is not False}


def messages(client: Client, address: str) -> list[str]:
    """What the page at this address tells the editor of what was done."""
    return [str(message) for message in client.get(address).context["messages"]]
