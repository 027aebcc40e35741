"""What was read out of a file. Pure."""

from __future__ import annotations

from typing import NamedTuple


class FileText(NamedTuple):
    """A document's text, and what its pages repeat: headers and footers, which are no paragraph."""

    text: str
    aside: tuple[str, ...] = ()
