"""How a result, or only its quiz, is handed on: as a message to somebody, or as a QR code."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from urllib.parse import quote

import segno
from django.utils.translation import gettext as _

QUIET_ZONE = 4
"""The white border that the standard asks for, in modules: without it, dark pages break reading."""

WHATSAPP = "https://wa.me/"
"""Where WhatsApp asks whom to send a text to, on phones and on computers."""


@dataclass(frozen=True, slots=True)
class Message:
    """What a student sends to somebody: words, followed by an address."""

    words: str
    address: str

    @property
    def whatsapp(self) -> str:
        """The address that opens WhatsApp with this message in it."""
        return f"{WHATSAPP}?text={quote(f'{self.words} {self.address}', safe=':/')}"


def own_result(profession: str, address: str) -> Message:
    """A student's own result: that there is one and where, and nothing of what it says."""
    words = _("Aku baru mengisi kuis “Apa saya cocok?” tentang %(profession)s. Ini hasilku:")
    return Message(words % {"profession": profession}, address)


def invitation(profession: str, address: str) -> Message:
    """An invitation to the quiz, which leads to nobody's result."""
    words = _("Coba kuis “Apa saya cocok?” tentang %(profession)s, tanpa akun:")
    return Message(words % {"profession": profession}, address)


def qr_code(address: str) -> bytes:
    """A page's full address as an SVG picture."""
    picture = BytesIO()
    segno.make_qr(address, error="m").save(
        picture,
        kind="svg",
        border=QUIET_ZONE,
        omitsize=True,
        dark="#000",
        light="#fff",
        svgclass=None,
        lineclass=None,
    )
    return picture.getvalue()
