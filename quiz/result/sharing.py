"""The QR code of a result's address, which leads from paper or another phone back to it."""

from __future__ import annotations

from io import BytesIO

import segno

QUIET_ZONE = 4
"""The white border that the standard asks for, in modules: without it, dark pages break reading."""


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
