"""Which language a page speaks."""

from __future__ import annotations

from django.utils.translation import get_language


def page_language() -> str:
    """The language in which the page is being written; Indonesian where none is active."""
    return get_language() or "id"
