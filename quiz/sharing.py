"""The link to a result: as an address, and as a QR code."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from django.utils.safestring import SafeString, mark_safe

QUIET_ZONE = 4
"""The white border that the standard asks for, in modules: without it, dark pages break reading."""


@dataclass(frozen=True, slots=True)
class Link:
    """A result's address, and the same as an inline SVG."""

    address: str
    qr_code: SafeString


def link_to(address: str) -> Link:
    """The link to a page with this full address."""
    code = segno.make_qr(address, error="m")
    drawn = code.svg_inline(
        border=QUIET_ZONE, omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass=None
    )
    # segno writes nothing of the address into the drawing but squares.
    return Link(address, mark_safe(drawn))  # noqa: S308
