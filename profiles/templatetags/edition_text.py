"""Template tags for what an edition holds: its texts in two languages, its demands, its field."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from careerfit.web.languages import page_language
from profiles.editions.content import (
    EditionContent,
    FrozenDemand,
    FrozenMajor,
    FrozenTrait,
    Paragraphs,
    Text,
)
from profiles.models import Field, major_key

register = template.Library()


@register.filter
def localized(value: Text | Paragraphs) -> str | tuple[str, ...]:
    """The text, or the tuple of paragraphs, in the language of the page."""
    return value.in_language(page_language())


@register.filter
def listed(texts: Iterable[Text]) -> str:
    """Names in the language of the page, one after the other: some have a comma in them."""
    return " · ".join(text.in_language(page_language()) for text in texts)


@register.filter
def trait_of(content: EditionContent, demand: FrozenDemand) -> FrozenTrait:
    """The trait that a demand asks for."""
    return content.trait(demand.trait)


@register.filter
def weight_words(demand: FrozenDemand) -> str:
    """How much the profession needs a trait, in words."""
    weights = {0: _("Tidak dihitung"), 1: _("Sedikit dibutuhkan"), 2: _("Dibutuhkan")}
    words = weights.get(demand.weight, _("Sangat dibutuhkan"))
    if demand.essential:
        return _("%(weight)s: keterampilan kunci") % {"weight": words}
    return words


@register.filter
def major_query(major: FrozenMajor) -> str:
    """The query string that lists the professions which a major leads to."""
    return urlencode({"jurusan": major_key(major.name.id)})


@register.simple_tag
def field_picture(field: str) -> SafeString | str:
    """The picture of a field of work; nothing where a profession has none."""
    return render_to_string(f"icons/fields/{field}.svg") if field in Field.values else ""
