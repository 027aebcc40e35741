"""What is lost, and how long the site is away, when its parts are killed, locked or crowded.

Run it with `.venv/bin/python -m benchmarks.faults [--times 5] [--only WORD]`. It starts a site of
its own in a temporary folder, lets students send and read all the while, and prints a line for each
fault: the seconds until the next page and the next acknowledgement, the slowest page, and the
ledger. Each fault takes a few seconds, the locks as long as `--lock-seconds` says.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.faults.faults import FAULTS, Options, crowd
from benchmarks.faults.ledger import Load
from benchmarks.faults.site import Site

SECONDS_BEFORE = 1.0
SECONDS_AFTER = 3.0
COLUMNS = (
    "fault                            page after  send after  slowest page  not 200   sent"
    "  acknowledged  stored  lost  doubled  changed"
)


def main() -> None:
    """Run the faults that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--only", default="", help="faults whose name contains this")
    parser.add_argument("--lock-seconds", type=float, default=30.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.start()
        try:
            print(COLUMNS)
            options = Options(lock_seconds=given.lock_seconds)
            for name, fault in FAULTS.items():
                if given.only in name:
                    for _ in range(given.times):
                        measure(site, name, partial(fault, site, options))
            if given.only in "crowd":
                print(asyncio.run(crowd(site.port)))
        finally:
            site.stop()


def measure(site: Site, name: str, fault: Callable[[], None]) -> None:
    """Cause one fault under load, and print what came of it."""
    load = Load(site)
    load.start()
    time.sleep(SECONDS_BEFORE)
    began = time.monotonic()
    fault()
    load.wait_for_answers(since=time.monotonic())
    time.sleep(SECONDS_AFTER)
    load.stop()
    found = load.compare()
    after = [(at, took) for at, took in load.pages if at >= began]
    page = min((at + took - began for at, took in after if took is not None), default=None)
    recovered = _first_after_last_failure(after, began)
    send = _longest_gap([began, *(at for at in load.sends if at >= began)])
    slowest = max((took for _, took in after if took is not None), default=None)
    print(
        f"{name:32} {_seconds(recovered if recovered else page):>10}  {_seconds(send):>10}"
        f"  {_seconds(slowest):>12}  {sum(took is None for _, took in after):7}  {found.sent:5}"
        f"  {found.acknowledged:12}  {found.stored:6}  {found.lost:4}  {found.doubled:7}"
        f"  {found.changed:7}",
        flush=True,
    )


def _first_after_last_failure(
    pages: list[tuple[float, float | None]], began: float
) -> float | None:
    """Seconds from the fault to the first page after the last one that failed."""
    failed = [at for at, took in pages if took is None]
    if not failed:
        return None
    return min(
        (at + took - began for at, took in pages if took is not None and at > failed[-1]),
        default=None,
    )


def _longest_gap(moments: list[float]) -> float | None:
    """The longest time without an acknowledgement since the fault."""
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    return max(gaps, default=None)


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f} s"


if __name__ == "__main__":
    main()
