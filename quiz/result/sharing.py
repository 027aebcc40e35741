"""How a result is handed on: as a message to somebody, or as a QR code."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import quote

import segno
from django.utils.translation import gettext as _

QUIET_ZONE = 4
"""The white border that the standard asks for, in modules: without it, dark pages break reading."""

WHATSAPP = "https://wa.me/"
"""Where WhatsApp asks whom to send a text to, on phones and on computers."""


def whatsapp(address: str) -> str:
    """The address that opens WhatsApp with a message: that there is a result, and where.

    Nothing of what it says: the link's preview names the site.
    """
    words = _("Hasil kuisku:")
    return f"{WHATSAPP}?text={quote(f'{words} {address}', safe=':/')}"


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
