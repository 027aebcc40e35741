"""The page of the login that asks for a code."""

from __future__ import annotations

from typing import Any

import django_otp
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from desk.accounts.second_factor.devices import accept
from desk.accounts.second_factor.form import CodeForm, not_this_code
from desk.accounts.ways import way_on


class AskForCode(FormView):
    form_class = CodeForm
    template_name = "desk/accounts/form_page.html"

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**given)
        return context | {
            "title": _("Satu langkah lagi"),
            "intro": _(
                "Tulis kode enam angka dari aplikasi di HP-mu. Kalau HP-nya tidak ada, pakai satu "
                "dari kode cadanganmu, atau minta Pengelola menghapus langkah ini."
            ),
            "submit": _("Masuk"),
            "may_leave": True,
        }

    def form_valid(self, form: CodeForm) -> HttpResponse:
        user: Any = self.request.user
        device = accept(user, form.cleaned_data["code"])
        if device is None:
            form.add_error("code", not_this_code(user))
            return self.form_invalid(form)
        django_otp.login(self.request, device)
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return way_on(self.request)
