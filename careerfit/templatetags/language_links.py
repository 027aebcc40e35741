"""Template tags for the addresses of the same page in other languages."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url

register = template.Library()

# The pages that search engines may list, under their plain addresses: a result belongs to whoever
# holds its address, which must not stand in a page more often than it has to.
LISTED = frozenset({"home", "profession_list", "profession", "quiz"})


# What was searched for goes along to the other language. Other pages take no question, and some
# are drawn once for whatever question comes with them.
ASKED = frozenset({"profession_list"})


@register.simple_tag(takes_context=True)
def this_page_in(context: dict[str, Any], language: str) -> str:
    """The path of the page being shown, in `language`; the front page where there is no request."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return translate_url("/", language)
    match = request.resolver_match
    asked = match and match.url_name in ASKED
    return translate_url(request.get_full_path() if asked else request.path, language)


@register.inclusion_tag("_languages_of_page.html", takes_context=True)
def languages_of_this_page(context: dict[str, Any]) -> dict[str, Any]:
    """For search engines: the address of this page proper, and of it in each language."""
    request: HttpRequest | None = context.get("request")
    match = request and request.resolver_match
    if not (request and match and match.url_name in LISTED):
        return {}
    addresses = {
        language: request.build_absolute_uri(translate_url(request.path, language))
        for language, _ in settings.LANGUAGES
    }
    return {
        "canonical": request.build_absolute_uri(request.path),
        "alternates": [*addresses.items(), ("x-default", addresses[settings.LANGUAGE_CODE])],
    }
