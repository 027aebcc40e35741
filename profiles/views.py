"""What students read before the quiz: home, the list of professions, one profession."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from careerfit.memory.drawn import draw_once
from careerfit.web.languages import page_language
from careerfit.web.methods import only_read
from careerfit.web.unavailable import as_before
from profiles import at_hand
from profiles.finding.finding import ON_A_PAGE, Asked, find, page_number

ON_HOME = 6

# A phone keeps these pages and asks each time whether they are still the same: a few hundred bytes.
ask_whether_changed = cache_control(no_cache=True)


@ask_whether_changed
@only_read
@as_before
def home(request: HttpRequest) -> HttpResponse:
    """The front page: what CareerFit does, and the professions one can begin with."""
    found = find(Asked(), page_language(), size=ON_HOME)
    return render(request, "profiles/home.html", {"found": found})


@ask_whether_changed
@only_read
@as_before
def profession_list(request: HttpRequest) -> HttpResponse:
    """The professions that were asked for; without a question all of them, by name."""
    number = page_number(request.GET.get("halaman", ""))
    found = find(Asked.read(request.GET), page_language(), page=number)
    page = Paginator(range(found.count), ON_A_PAGE).page(found.page)
    context = {"found": found, "page": page}
    return render(request, "profiles/finding/profession_list.html", context)


@ask_whether_changed
@only_read
def profession(request: HttpRequest, slug: str) -> HttpResponse:
    """One profession: what it is, whom it suits, and the way to its quiz."""
    edition = at_hand.shown(slug)
    if edition is None:
        raise Http404
    page = draw_once(
        request,
        "profiles/profession.html",
        lambda: {"content": edition.content},
        of=edition.identity,
    )
    return page.response(request)
