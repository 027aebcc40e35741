"""What logins cost those who read: the quiz page while many people log in together.

    .venv/bin/python -m benchmarks.logins                # 16 logins together, 8 readers

It starts a site of its own, and asks the same page with and without logins beside it.
"""

from __future__ import annotations

import argparse
import re
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from benchmarks.visitors import Connection
from tests.journeys.site.pages import QUIZ
from tests.journeys.site.real_server import served_site

PAUSE = 0.02  # between two pages of a reader


def main() -> None:
    """Print how long the page took, before and during."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--logins", type=int, default=16)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=8.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, served_site(Path(folder)) as site:
        port = int(site.url.rpartition(":")[2])
        read(port, asked.readers, 2.0)  # warm
        report("alone", read(port, asked.readers, asked.seconds))
        with logging_in(site.url, asked.logins) as taken:
            report(f"{asked.logins} logins", read(port, asked.readers, asked.seconds))
        print(f"a login: median {1000 * statistics.median(taken):.0f} ms, {len(taken)} in all")


def read(port: int, readers: int, seconds: float) -> list[float]:
    """The seconds that each page took to so many readers at once."""
    end = time.perf_counter() + seconds

    def reader() -> list[float]:
        connection, times = Connection(port, "gzip"), []
        while (began := time.perf_counter()) < end:
            if connection.ask("GET", QUIZ).status != 200:
                raise AssertionError("the page did not come")
            times.append(time.perf_counter() - began)
            time.sleep(PAUSE)
        connection.close()
        return times

    with ThreadPoolExecutor(readers) as pool:
        runs = [pool.submit(reader) for _ in range(readers)]
        return [seconds for run in runs for seconds in run.result()]


@contextmanager
def logging_in(url: str, people: int) -> Iterator[list[float]]:
    """So many people who try to log in, each again and again; gives how long each try took."""
    stop, taken = threading.Event(), list[float]()

    def person(number: int) -> None:
        tries = 0
        while not stop.is_set():
            tries += 1
            taken.append(try_to_log_in(url, f"guru-{number}-{tries}"))

    with ThreadPoolExecutor(people) as pool:
        for number in range(people):
            pool.submit(person, number)
        yield taken
        stop.set()


def try_to_log_in(url: str, name: str) -> float:
    """How many seconds the answer took; a name that nobody has costs what a wrong password does."""
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    page = browser.open(f"{url}/admin/login/").read().decode()
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)
    sent = {"username": name, "password": "x", "csrfmiddlewaretoken": token[1] if token else ""}
    began = time.perf_counter()
    try:
        browser.open(f"{url}/admin/login/", urlencode(sent).encode()).read()
    except HTTPError as error:
        error.close()
    return time.perf_counter() - began


def report(what: str, times: list[float]) -> None:
    """A line of figures, in milliseconds."""
    times = sorted(times)
    middle, late = statistics.median(times), times[int(0.95 * len(times))]
    print(f"{what:>12}: median {1000 * middle:.0f} ms, p95 {1000 * late:.0f} ms of {len(times)}")


if __name__ == "__main__":
    main()
