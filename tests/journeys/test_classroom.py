"""A class of forty on one access point: everybody sends at once, and every phone sends again."""

from __future__ import annotations

import http.client
import json
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlencode, urlsplit

import pytest

from tests.journeys.site.pages import QUIZ
from tests.journeys.site.real_server import ROOT, Site

SHIPPED = json.loads((ROOT / "profiles/content/traits.json").read_text(encoding="utf-8"))
CODES = [statement["code"] for trait in SHIPPED[:4] for statement in trait["statements"]]
SUBMISSIONS = 100
TIMES = 5
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}


def send(site: Site, body: str) -> tuple[int, str]:
    """Post a quiz as a browser would; gives the status and where it leads."""
    with closing(http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=60)) as connection:
        connection.request("POST", QUIZ, body, HEADERS)
        response = connection.getresponse()
        return response.status, response.headers.get("Location", "")


def quiz(key: str, **changes: str) -> str:
    answers = {f"answer-{code}": str(1 + number % 5) for number, code in enumerate(CODES)}
    return urlencode({"key": key, "edition": "1", "started_at": "", **answers, **changes})


def stored(site: Site, keys: list[str]) -> int:
    """How many attempts the site's database holds under these keys."""
    ((count,),) = site.query("SELECT count(*) FROM quiz_attempt WHERE key = ANY(%s)", keys)
    return int(count)


@pytest.fixture
def crowd() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(40) as pool:
        yield pool


def test_a_hundred_submissions_five_times_each_arrive_once(
    site: Site, crowd: ThreadPoolExecutor
) -> None:
    keys = [secrets.token_urlsafe(16) for _ in range(SUBMISSIONS)]
    sent = [key for key in keys for _ in range(TIMES)]
    answered = list(crowd.map(lambda key: send(site, quiz(key)), sent))
    assert answered == [(303, f"/hasil/{key}/") for key in sent]
    assert stored(site, keys) == SUBMISSIONS


def test_a_change_of_mind_sent_by_everybody_at_once_arrives_once_more(
    site: Site, crowd: ThreadPoolExecutor
) -> None:
    key = secrets.token_urlsafe(16)
    send(site, quiz(key))
    changed = quiz(key, **{"answer-C7": "lewati"})
    addresses = set(crowd.map(lambda body: send(site, body)[1], [changed] * 40))
    assert len(addresses) == 1
    (address,) = addresses
    assert address != f"/hasil/{key}/"
    assert stored(site, [key, address.split("/")[2]]) == 2


def test_a_body_of_ten_megabytes_is_refused_and_the_site_goes_on(site: Site) -> None:
    key = secrets.token_urlsafe(16)
    try:
        status, _ = send(site, quiz(key, name="x" * 10_000_000))
    except (BrokenPipeError, ConnectionResetError):
        status = 400  # the server may hang up without reading it all
    assert status in (400, 413)
    assert stored(site, [key]) == 0
    assert send(site, quiz(key))[0] == 303
