"""Template tag for what other sites and apps show in place of a link to a page (Open Graph)."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import to_locale

from careerfit.web.languages import page_language

register = template.Library()

PICTURE = "careerfit/preview.png"
"""The same for every page, so that it tells nothing of a result; script/pictures.py draws it."""

WIDTH, HEIGHT = 1200, 630

# With the country, which Open Graph wants. A language that a site has added gets along without.
LOCALES = {"id": "id_ID", "en": "en_GB"}


@register.inclusion_tag("_link_preview.html", takes_context=True)
def link_preview(context: dict[str, Any], title: str, text: str) -> dict[str, Any]:
    """The page's title, text and picture. All addresses are whole: others read them elsewhere.

    So it must not be kept for visitors who know the site under another name.
    """
    request: HttpRequest = context["request"]
    language = page_language()
    return {
        "title": title,
        "text": text,
        "address": request.build_absolute_uri(request.path),
        "picture": request.build_absolute_uri(static(PICTURE)),
        "width": WIDTH,
        "height": HEIGHT,
        "locale": LOCALES.get(language, to_locale(language)),
    }
