"""The page on which somebody changes the own password, of free will or because others know it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.accounts.steps import OWN_PASSWORD, SET_UP, next_step, password_is_own
from desk.accounts.ways import way_on


class OwnPasswordForm(AdminPasswordChangeForm):
    """The password of today, and twice another one."""

    def clean(self) -> dict[str, Any]:
        """A password that others know stays known when it is typed again."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "new_password2" in cleaned and cleaned["new_password2"] == cleaned.get("old_password"):
            same = gettext("Pilih kata sandi yang lain dari yang sekarang.")
            self.add_error("new_password2", same)
        return cleaned


class OwnPassword(PasswordChangeView):
    form_class = OwnPasswordForm
    template_name = "desk/accounts/form_page.html"

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        must = next_step(self.request) == OWN_PASSWORD
        context: dict[str, Any] = super().get_context_data(**given)
        return context | {
            "title": _("Ganti kata sandi"),
            "intro": _(
                "Kata sandimu dibuat oleh orang lain. Ganti dulu dengan yang hanya kamu tahu; "
                "setelah itu meja kerja terbuka."
            )
            if must
            else _("Setelah diganti, kamu keluar di perangkat lain."),
            "submit": _("Ganti kata sandi"),
            "may_leave": must,
            "also": None if must else reverse(SET_UP),
        }

    def get_success_url(self) -> str:
        return way_on(self.request)

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        password_is_own(self.request, form.user)
        messages.success(self.request, gettext("Kata sandimu sudah diganti."))
        return response
