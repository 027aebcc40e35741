"""Three addresses that send the site's bytes and store the site's row, and do nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

STORE = """
    INSERT INTO floor_attempt (key, edition_id, answers, stored_outcome, signs, submitted_at)
    VALUES (%s, 1, %s, %s, '{}', now())
"""
RECORDED = json.loads(Path(os.environ["FLOOR_RECORDED"]).read_text())


def _page(name: str) -> HttpResponse:
    page = RECORDED[name]
    body = bytes.fromhex(page["body"])
    return HttpResponse(body, headers={**page["headers"], "Content-Length": str(len(body))})


@csrf_exempt
def quiz(request: HttpRequest) -> HttpResponse:
    """Show the bytes of the quiz; store what is sent and lead on."""
    if request.method == "GET":
        return _page("quiz")
    key = request.POST["key"]
    with connection.cursor() as cursor:
        cursor.execute(STORE, [key, RECORDED["answers"], RECORDED["outcome"]])
    return HttpResponse(status=303, headers={"Location": f"/hasil/{key}/", "Content-Length": "0"})


def result(request: HttpRequest, key: str) -> HttpResponse:
    """Show the bytes of a result."""
    return _page("result")


urlpatterns = [path("kuis/", quiz), path("hasil/<str:key>/", result)]
