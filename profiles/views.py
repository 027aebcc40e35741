"""What students read before the quiz: home, the list of professions, one profession."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .edition import EditionContent
from .models import Edition


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page: what CareerFit does, and the professions one can begin with."""
    return render(request, "profiles/home.html", {"professions": _listed()})


@require_safe
def profession_list(request: HttpRequest) -> HttpResponse:
    """Every profession on the site, by name."""
    return render(request, "profiles/profession_list.html", {"professions": _listed()})


@require_safe
def profession(request: HttpRequest, slug: str) -> HttpResponse:
    """One profession: what it is, whom it suits, and the way to its quiz."""
    edition = get_object_or_404(Edition.objects.current(), profession__slug=slug)
    return render(request, "profiles/profession.html", {"content": edition.content})


def _listed() -> list[EditionContent]:
    language = get_language() or "id"
    contents = [edition.content for edition in Edition.objects.current()]
    return sorted(contents, key=lambda content: content.name.in_language(language).casefold())
