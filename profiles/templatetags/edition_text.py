"""Template filter for texts of an edition, which hold two languages each."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from profiles.edition import Paragraphs, Text

register = template.Library()


@register.filter
def localized(value: Text | Paragraphs) -> str | tuple[str, ...]:
    """The text, or the tuple of paragraphs, in the language of the page."""
    return value.in_language(get_language() or "id")
