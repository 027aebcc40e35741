"""The page on which somebody sets up the second factor, or changes to another phone."""

from __future__ import annotations

from typing import Any

import django_otp
import segno
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from desk.accounts.second_factor.devices import (
    accept,
    app_to_pair,
    is_set_up,
    key_in_words,
    pair,
    remove,
)
from desk.accounts.second_factor.form import CodeForm, not_this_code
from desk.accounts.steps import SET_UP, next_step, without_second_factor
from desk.accounts.ways import way_on


class SetUp(FormView):
    """First a code from the app that was paired; where there is one already, a code to part."""

    form_class = CodeForm

    def get_template_names(self) -> list[str]:
        return [f"desk/accounts/{'form_page' if is_set_up(self.request.user) else 'set_up'}.html"]

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**given)
        user: Any = self.request.user
        context |= {"title": _("Langkah kedua saat masuk")}
        if is_set_up(user):
            return context | {
                "intro": _(
                    "Akunmu sudah memakai kode dari aplikasi. Untuk pindah ke HP lain, tulis dulu "
                    "satu kode; setelah itu kamu memasangnya dari awal."
                ),
                "submit": _("Pasang dari awal"),
            }
        device = app_to_pair(user)
        return context | {
            "intro": _(
                "Dengan langkah ini, kata sandimu saja tidak cukup untuk masuk: aplikasi di HP-mu "
                "ikut ditanya. Pakai aplikasi autentikator apa pun."
            ),
            "submit": _("Pasang"),
            "may_leave": next_step(self.request) == SET_UP,
            "picture": segno.make_qr(device.config_url).svg_inline(scale=4, light="#fff"),
            "key": key_in_words(device),
        }

    def form_valid(self, form: CodeForm) -> HttpResponse:
        user: Any = self.request.user
        code = form.cleaned_data["code"]
        if is_set_up(user):
            return self._part(form, code)
        paired = pair(user, code)
        if paired is None:
            form.add_error("code", not_this_code(user))
            return self.form_invalid(form)
        device, codes = paired
        django_otp.login(self.request, device)
        context = {
            **(self.extra_context or {}),
            "title": gettext("Kode cadanganmu"),
            "codes": codes,
            "way_on": way_on(self.request),
        }
        return render(self.request, "desk/accounts/recovery_codes.html", context)

    def _part(self, form: CodeForm, code: str) -> HttpResponse:
        user: Any = self.request.user
        if accept(user, code) is None:
            form.add_error("code", not_this_code(user))
            return self.form_invalid(form)
        remove(user)
        without_second_factor(self.request)
        return HttpResponseRedirect(self.request.get_full_path())
