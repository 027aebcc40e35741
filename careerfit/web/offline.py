"""What lets a student's phone go on without a network: the service worker and its offline page."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from careerfit.memory.drawn import draw_once
from careerfit.serving.static_files import minified
from careerfit.web.methods import only_read
from careerfit.web.paths import known_paths

A_DAY = 24 * 60 * 60


@cache_control(no_cache=True)
@only_read
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, at the root because it may only serve what lies below its address.

    Browsers ask for it with every page that is opened: where it is the same, 304 costs nothing.
    """
    page = draw_once(
        request, "sw.js", lambda: {"paths": json.dumps(known_paths())}, finish=_minified
    )
    response = page.response(request)
    response["Content-Type"] = "text/javascript; charset=utf-8"
    return response


def _minified(script: str) -> str:
    return minified(script.encode(), ".js").decode()


# Not `private`: it is the same page for all. A day's freshness spares the worker from loading it
# with every page.
@cache_control(max_age=A_DAY)
@only_read
def offline_page(request: HttpRequest) -> HttpResponse:
    """What the worker shows in place of a page that was never opened on this phone."""
    return render(request, "offline.html")
