"""What students read before the quiz: home, the list of professions, one profession."""

from __future__ import annotations

from django.core.cache import caches
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control

from careerfit.memory.drawn import MEMORY, draw_once
from careerfit.web.languages import page_language
from careerfit.web.methods import only_read
from careerfit.web.unavailable import as_before
from profiles import at_hand
from profiles.finding.asked import Asked, page_number
from profiles.finding.found import ON_A_PAGE, Found, find
from profiles.published import Snapshot

ON_HOME = 6
HOME = "profiles/home.html"
LIST = "profiles/finding/profession_list.html"

# A phone keeps these pages and asks each time whether they are still the same: a few hundred bytes.
ask_whether_changed = cache_control(no_cache=True)


@ask_whether_changed
@only_read
@as_before
def home(request: HttpRequest) -> HttpResponse:
    """The front page: what CareerFit does, and the professions one can begin with."""
    if not request.META.get("QUERY_STRING"):
        return _list_of_all(request, HOME, size=ON_HOME)
    found = find(Asked(), page_language(), size=ON_HOME)
    return HttpResponse(_draw(request, HOME, found, ON_HOME))


@ask_whether_changed
@only_read
@as_before
def profession_list(request: HttpRequest) -> HttpResponse:
    """The professions that were asked for; without a question all of them, in their order."""
    if not request.META.get("QUERY_STRING"):
        return _list_of_all(request, LIST, size=ON_A_PAGE)
    number = page_number(request.GET.get("halaman", ""))
    found = find(Asked.read(request.GET), page_language(), page=number)
    return HttpResponse(_draw(request, LIST, found, ON_A_PAGE))


def _list_of_all(request: HttpRequest, template: str, *, size: int) -> HttpResponse:
    """The first page of all professions: drawn once, and again when one of them has changed."""
    address = request.build_absolute_uri()
    known: Snapshot[str] = caches[MEMORY].get(address) or Snapshot("", "")
    found = find(Asked(), page_language(), size=size, drawn=known.state)
    if found.state != known.state:
        known = Snapshot(found.state, _draw(request, template, found, size))
        caches[MEMORY].set(address, known)
    return HttpResponse(known.made)


def _draw(request: HttpRequest, template: str, found: Found, size: int) -> str:
    page = Paginator(range(found.count), size).page(found.page)
    text: str = render_to_string(template, {"found": found, "page": page}, request)
    return text


@ask_whether_changed
@only_read
def profession(request: HttpRequest, slug: str) -> HttpResponse:
    """One profession: what it is, whom it suits, and the way to its quiz."""
    shown = at_hand.shown_with_similar(slug)
    if shown is None:
        raise Http404
    page = draw_once(
        request,
        "profiles/profession.html",
        lambda: {"content": shown.edition.content, "similar": shown.neighbours()},
        of=(*shown.edition.identity, shown.similar),
    )
    return page.response(request)
