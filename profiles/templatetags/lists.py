"""Parts of lists that are the same for many readers, drawn once: cards and what filters offer."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from careerfit.web.languages import page_language
from profiles.finding.found import Option, ShownCard

register = template.Library()

CARDS_KEPT = 500
OPTIONS_KEPT = 8


@register.simple_tag
def card_of(card: ShownCard) -> SafeString:
    """The card of one profession."""
    return _card(card, page_language())


@register.simple_tag
def options_of(options: tuple[Option, ...], chosen: str) -> SafeString:
    """The options of a select element, each with how many professions have it."""
    drawn, value = _options(options, page_language()), f'value="{escape(chosen)}"'
    return mark_safe(drawn.replace(f"{value}>", f"{value} selected>"))  # noqa: S308 - all escaped


@lru_cache(CARDS_KEPT)
def _card(card: ShownCard, language: str) -> SafeString:
    # The language is also the one that is active: here it tells what was drawn in another one.
    return render_to_string("profiles/finding/_card.html", {"card": card})


@lru_cache(OPTIONS_KEPT)
def _options(options: tuple[Option, ...], language: str) -> SafeString:
    return format_html_join(
        "\n",
        '<option value="{}">{} ({})</option>',
        ((one.value, one.name.in_language(language), one.count) for one in options),
    )
