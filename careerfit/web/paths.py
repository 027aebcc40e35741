"""Where pages are in every language, for what cannot ask: the service worker, robots.txt."""

from __future__ import annotations

from typing import TypedDict

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

ANY_KEY = "0" * 22  # only what stands before it in an address is looked at


class Paths(TypedDict):
    """What the service worker has to tell apart."""

    languages: list[tuple[str, str]]
    results: list[str]
    staff: list[str]
    files: str


def known_paths() -> Paths:
    """Each language's front and offline page, and where results, staff's pages and files begin."""
    return {
        "languages": list(zip(in_each_language("home"), in_each_language("offline"), strict=True)),
        "results": result_folders(),
        "staff": [reverse("admin:index"), f"{settings.STATIC_URL}admin/"],
        "files": settings.STATIC_URL,
    }


def result_folders() -> list[str]:
    """What the addresses of all results begin with: the next part is a result's key."""
    return [path.partition(ANY_KEY)[0] for path in in_each_language("result", ANY_KEY)]


def in_each_language(name: str, *arguments: str) -> list[str]:
    """The paths of the page with this name, in the order of the site's languages."""
    paths = []
    for language, _ in settings.LANGUAGES:
        with override(language):
            paths.append(reverse(name, args=arguments))
    return paths
