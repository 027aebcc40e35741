"""How long it takes to find out whether statements work, from a hundred thousand attempts.

Run it with `.venv/bin/python -m benchmarks.item_analysis`. It makes a site in a folder of its own,
as `benchmarks.growth` does, and prints seconds: for a trait that every profession asks for, for a
whole quiz, and for what a page looks at of each; then how much memory the largest took.
"""

from __future__ import annotations

import argparse
import contextlib
import tempfile
import time
import tracemalloc
from pathlib import Path

from benchmarks.growth import fill, site

SHIPPED = "pengurus-kampanye-politik"
MANY = 100_000


def main() -> None:
    """Fill a site and study it."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.item_analysis")
    parser.add_argument("--professions", type=int, default=20)
    parser.add_argument("--attempts", type=int, default=250_000)
    parser.add_argument("--folder", help="where to make the site; it is kept, and grown again")
    options = parser.parse_args()
    with contextlib.ExitStack() as stack:
        name = options.folder or stack.enter_context(
            tempfile.TemporaryDirectory(prefix="careerfit-items-")
        )
        stack.enter_context(site(Path(name)))
        size = f"{options.professions:,}/{options.attempts:,}"
        fill(size, options.professions, options.attempts)
        _study()


def _study() -> None:
    from profiles.models import Edition
    from quiz.analysis.gathering import NEWEST
    from quiz.analysis.studies import study

    edition = Edition.objects.current().get(profession__slug=SHIPPED)
    content = edition.content
    asked = {"a trait": content.statements_of("communication"), "a quiz": content.statements}
    for name, statements in asked.items():
        for most in (NEWEST, MANY):
            begun = time.perf_counter()
            found = study(statements, content.scale, most=most)
            seconds = time.perf_counter() - begun
            print(f"{name:8} {len(statements):3} statements {found.attempts:9,} {seconds:6.2f} s")
    tracemalloc.start()
    study(content.statements, content.scale, most=MANY)
    print(f"at most {tracemalloc.get_traced_memory()[1] / 2**20:.0f} MB")


if __name__ == "__main__":
    main()
