"""The published editions as JSON for other programs: read-only, no cookie, one query each."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

from careerfit.memory.drawn import DrawnPage
from careerfit.memory.recent import Recent
from careerfit.web.methods import only_read
from profiles import at_hand
from profiles.data.form import edition_value, moment
from profiles.models import Edition

MOST_KEPT = 50  # some 20 kB each, in every process
ask_whether_changed = cache_control(no_cache=True)

_written: Recent[tuple[int, datetime], DrawnPage] = Recent(MOST_KEPT)


@ask_whether_changed
@only_read
def edition_list(request: HttpRequest) -> HttpResponse:
    """Every profession that is on the site, with the newest edition's number and address."""
    found = Edition.objects.listed_lines()
    professions = [
        {
            "slug": slug,
            "name": name,
            "number": number,
            "published_at": moment(published_at),
            "url": request.build_absolute_uri(reverse("data_edition", args=[slug, number])),
        }
        for slug, name, number, published_at in found
    ]
    return _json({"version": 1, "professions": professions})


@ask_whether_changed
@only_read
def edition(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """One edition of a profession that is on the site: its newest, or the one with this number."""
    found = at_hand.shown(slug) if number is None else at_hand.shown_numbered(slug, number)
    if found is None:
        return _json({"version": 1, "error": "not found"}, status=404)
    page = _written.get(found.identity)
    if page is None:
        value = edition_value(found.content, number=found.number, published_at=found.published_at)
        page = DrawnPage.of(json.dumps(value, ensure_ascii=False))
        _written.keep(found.identity, page)
    response = page.response(request)
    response["Content-Type"] = "application/json"
    return response


def _json(value: dict[str, Any], *, status: int = 200) -> JsonResponse:
    return JsonResponse(value, status=status, json_dumps_params={"ensure_ascii": False})
