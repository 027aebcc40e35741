"""Template tag for the address of the same page in another language."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import translate_url

register = template.Library()


@register.simple_tag(takes_context=True)
def this_page_in(context: dict[str, Any], language: str) -> str:
    """The path of the page being shown, in `language`; the front page where there is no request."""
    request = context.get("request")
    return translate_url(request.path if request else "/", language)
