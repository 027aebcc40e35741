"""The login's form: it counts tries before it looks at a password, and says when to try again."""

from __future__ import annotations

import logging
from typing import Any, cast

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.accounts.login.tries import TooManyTries, address_of, take_tickets

logger = logging.getLogger(__name__)

TOO_MANY = "too_many"


class LoginForm(AdminAuthenticationForm):
    """A name and a password; the log learns neither, nor from where they came."""

    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "invalid_login": _(
            "Nama atau kata sandinya belum benar. Huruf besar dan huruf kecil dibedakan."
        ),
    }

    def clean(self) -> dict[str, Any]:
        """Log in, unless this name was tried too often; then not even the right password helps."""
        name, password = (self.cleaned_data.get(key) for key in ("username", "password"))
        if not name or not password:
            return self.cleaned_data
        address = address_of(cast("HttpRequest", self.request))
        try:
            tickets = take_tickets(name=name, address=address, now=timezone.now())
        except TooManyTries as refusal:
            logger.warning("a login was refused: its name was tried too often")
            raise ValidationError(_wait(refusal), code=TOO_MANY) from None
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError:
            logger.warning("a login failed")
            raise
        tickets.give_back()
        return cleaned

    @property
    def was_refused(self) -> bool:
        """Whether nothing was looked at because there were too many tries."""
        return self.has_error("__all__", TOO_MANY)


def _wait(refusal: TooManyTries) -> str:
    until = timezone.localtime(refusal.until)
    return gettext(
        "Nama ini sudah terlalu sering dicoba. Coba lagi setelah pukul %(time)s. Kalau kata "
        "sandinya terlupa, minta Pengelola memberi yang baru."
    ) % {"time": date_format(until, "H.i")}
