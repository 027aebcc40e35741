"""The desk's page about use: how many quizzes are sent, how long they take, what comes of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from careerfit.web.methods import only_read
from profiles.editions.today import LEVELS
from quiz.analysis.small_groups import LEAST
from quiz.analysis.use import DAYS, MINUTES, NEWEST, Day, Times, use_until
from quiz.result.words import headline

HIGHEST_COLUMN = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A day in the chart: where its column stands and how high it is; 0 for one not told of."""

    day: Day
    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Row:
    """A group of times in words, how many there are (None: one to nine), and their share of 100."""

    label: str
    count: int | None
    share: float


@only_read
def show(request: HttpRequest) -> HttpResponse:
    """The last thirty days, up to now."""
    if not request.user.has_perm("quiz.view_attempt"):
        raise PermissionDenied
    use = use_until(timezone.now())
    context = {
        **admin.site.each_context(request),
        "title": _("Pemakaian %s hari terakhir") % DAYS,
        "use": use,
        "least": LEAST,
        "newest": NEWEST,
        "columns": _columns(use.days),
        "times": [] if use.times is None else _rows(use.times),
        "levels": [headline([border.code]) for border in LEVELS.match],
    }
    return render(request, "desk/analysis/use.html", context)


def _columns(days: list[Day]) -> list[Column]:
    highest = max((day.sent or 0 for day in days), default=0) or 1
    heights = [round(HIGHEST_COLUMN * (day.sent or 0) / highest) for day in days]
    return [
        Column(day, 10 * n, HIGHEST_COLUMN - height, height)
        for n, (day, height) in enumerate(zip(days, heights, strict=True))
    ]


def _rows(times: Times) -> list[Row]:
    total = sum(group or 0 for group in times.groups) or 1
    labels = [
        _("di bawah %s menit") % MINUTES[0],
        *(
            _("%(low)s–%(high)s menit") % {"low": low, "high": high}
            for low, high in pairwise(MINUTES)
        ),
        _("%s menit atau lebih") % MINUTES[-1],
    ]
    return [
        Row(label, group, 100 * (group or 0) / total)
        for label, group in zip(labels, times.groups, strict=True)
    ]
