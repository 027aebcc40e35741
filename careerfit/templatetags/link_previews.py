"""Template tag for what other sites and apps show in place of a link to a page (Open Graph)."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.templatetags.static import static

register = template.Library()

PICTURE = "careerfit/pictures/preview.png"
"""The same for every page, so that it tells nothing of a result; script/pictures.py draws it."""


@register.inclusion_tag("_link_preview.html", takes_context=True)
def link_preview(context: dict[str, Any], title: str, text: str) -> dict[str, Any]:
    """The page's title, text and picture. All addresses are whole: others read them elsewhere.

    No more than what WhatsApp and its like show, since every visitor's phone pays for it.

    So it must not be kept for visitors who know the site under another name.
    """
    request: HttpRequest = context["request"]
    return {
        "title": title,
        "text": text,
        "picture": request.build_absolute_uri(static(PICTURE)),
    }
