"""The technical sheet of an edition, for everybody to read."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from careerfit.web.methods import only_read
from profiles import at_hand
from quiz.analysis.sheet import draw_up
from quiz.pilot.told import pilot_of


@cache_control(no_cache=True)
@only_read
def show_sheet(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What the quiz of one edition measures and how well that is tested, also when it is not shown.

    Results of that edition lead here for ever.
    """
    edition = at_hand.numbered(slug, number)
    if edition is None:
        raise Http404
    context = {
        "edition": edition,
        "content": edition.content,
        "sheet": draw_up(edition.content),
        "pilot": pilot_of(edition),
        "has_pilot": settings.PILOT,
    }
    return render(request, "quiz/sheet/sheet.html", context)
