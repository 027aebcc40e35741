"""The form for one code."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.accounts.second_factor.devices import closed_until


class CodeForm(forms.Form):
    """A code from the app, or one of those on paper."""

    code = forms.CharField(
        label=_("kode"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True}),
    )


def not_this_code(user: object) -> ValidationError:
    """Why a code was not taken, and when the next one will be looked at."""
    until = closed_until(user)  # type: ignore[arg-type]  # django-otp has no types
    if until and (until - timezone.now()).total_seconds() > 30:
        return ValidationError(
            gettext("Terlalu banyak kode yang salah. Coba lagi setelah pukul %(time)s.")
            % {"time": date_format(timezone.localtime(until), "H.i.s")}
        )
    return ValidationError(
        gettext("Kode ini belum cocok. Tunggu sampai aplikasinya menampilkan kode baru, lalu coba.")
    )
