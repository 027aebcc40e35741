"""How long the importer takes for the largest documents it accepts, in shapes that could be slow.

Run it with `.venv/bin/python -m benchmarks.importing`. Each shape is timed at half of the largest
size and at all of it: a ratio of about 2 means linear, about 4 quadratic.
"""

from __future__ import annotations

import time

from profiles.documents.asking.demands import propose_demands
from profiles.documents.asking.keywords import TraitKeywords
from profiles.documents.asking.unmeasured import propose_not_measured
from profiles.documents.decoding import MAX_BYTES, MAX_LINES
from profiles.documents.document import parse

TRAITS = (
    TraitKeywords("communication", ("kemampuan komunikasi", "menyampaikan pesan")),
    TraitKeywords("data_analysis", ("analisis data", "data", "bukan ceroboh")),
)
SHAPES = {
    "one word": "a",
    "one list": "a, ",
    "blank lines": "\n",
    "short lines": "a\n",
    "spaces": " ",
    "stops": ".",
    "sentences": "Orang yang tidak cocok. Data. Tidak x. ",
    "lacks": "tidak ",
    "half keywords": "analisis   ",
    "half verdicts": "tidak akan ",
    "half headings": "miskonsepsi dan ",
    "colons": "a:\n",
    "heads": "Dua kata\n\nIa bekerja.\n",
    "wrapped": "x" * 60 + "\n" + "y" * 60 + "\n",
    "stars": "*a ",
    "brackets": "[a](",
    "abilities": "kemampuan ",
    "knowledge": "pengetahuan tentang ",
    "not asked": "tidak harus ",
    "openings": "Pekerjaan sebagai ",
    "names": "Dinas A ",
}


def seconds(text: str) -> float:
    """How long reading this text and proposing its demands takes."""
    start = time.perf_counter()
    document = parse(text, fallback_name="Contoh")
    propose_demands(document, TRAITS)
    propose_not_measured(document, TRAITS)
    return time.perf_counter() - start


def main() -> None:
    """Print a row for each shape."""
    print(f"{'shape':15} {'half':>8} {'whole':>8} {'ratio':>6}")
    for name, unit in SHAPES.items():
        # Padded so that every shape is read as the profile of something.
        times = MAX_BYTES // len(unit) - 30
        if "\n" in unit:
            times = min(times, MAX_LINES // unit.count("\n"))
        text = "Orang yang tidak cocok " + unit * times
        half, whole = seconds(text[: len(text) // 2]), seconds(text)
        print(f"{name:15} {half:7.2f}s {whole:7.2f}s {whole / max(half, 1e-3):6.1f}")


if __name__ == "__main__":
    main()
