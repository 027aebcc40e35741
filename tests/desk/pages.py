"""What a browser reads from pages of the desk, and would send back."""

from __future__ import annotations

import html
from html.parser import HTMLParser

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


def text_of(page: bytes) -> str:
    """What a page says, in one line, with its markup."""
    return " ".join(html.unescape(page.decode()).split())


def messages(client: Client, address: str) -> list[str]:
    """What the page at this address tells the editor of what was done."""
    return [str(message) for message in client.get(address).context["messages"]]


class _Fields(HTMLParser):
    """The fields of a page that a browser would send: hidden ones, and radio buttons chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        is_sent = found.get("type") == "hidden" or "checked" in found
        if tag == "input" and is_sent and found.get("name"):
            self.sent[str(found["name"])] = found.get("value") or ""


def carried(page: bytes) -> dict[str, str]:
    """What the browser would send from a page that asks before saving, answered as it stands."""
    fields = _Fields()
    fields.feed(page.decode().partition('class="question"')[2])
    return fields.sent
