"""The tables that the simulation prints: a row for each claim, a column for each world."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from benchmarks.students.claims import Findings
from benchmarks.students.quiz_shape import Quiz, Z
from benchmarks.students.reading import BEGIN_WITHIN, RULES

Worlds = Mapping[str, Findings]
Row = tuple[str, Callable[[Findings], float]]


def percent(part: float) -> str:
    """A share as it is printed; few in a hundred are worth a tenth."""
    return f"{100 * part:.1f}" if part < 0.0995 else f"{100 * part:.0f}"


def table(title: str, worlds: Worlds, rows: Sequence[Row]) -> Iterator[str]:
    """Lines with a row's shares in every world, as percentages."""
    yield ""
    yield f"{title:44}" + "".join(f"{name:>9}" for name in worlds)
    for name, share in rows:
        yield f"{name:44}" + "".join(f"{percent(share(found)):>9}" for found in worlds.values())


def about(worlds: Worlds) -> Iterator[str]:
    """How reliable the answers of each world are, and how far like answers lie apart."""
    yield f"{'':44}" + "".join(f"{name:>9}" for name in worlds)
    figures: dict[str, Callable[[Findings], float]] = {
        "alpha, mean of the traits": lambda found: sum(found.alphas) / len(found.alphas),
        "variance of keyed answers within traits": lambda found: found.mean_spread,
    }
    for name, figure in figures.items():
        yield f"{name:44}" + "".join(f"{figure(found):>9.2f}" for found in worlds.values())


def _rows(*names: tuple[str, str]) -> list[Row]:
    return [(name, _share_of(what)) for name, what in names]


def _share_of(what: str) -> Callable[[Findings], float]:
    return lambda found: found.share(what)


def ranges(worlds: Worlds) -> Iterator[str]:
    """What lies in the range, and what the cap does."""
    rows = [
        (f"{kind}: {words}", f"{kind}: range holds {what}")
        for kind in ("match", "trait")
        for words, what in (
            ("the true score", "true"),
            ("the same quiz again at once", "again"),
            ("the same quiz some weeks later", "later"),
        )
    ]
    yield from table("In the range of a result lies, %", worlds, _rows(*rows))
    yield from table("The cap, %", worlds, _rows(("holds the match down", "capped")))


def changes(worlds: Worlds, quiz: Quiz) -> Iterator[str]:
    """Ranges that lie apart, and how far apart the numbers then are."""
    rows = [
        (f"{kind}: {words}", f"{kind}: apart {what}")
        for kind in ("match", "trait")
        for words, what in (("at once, nothing changed", "again"), ("some weeks later", "later"))
    ]
    yield from table("Two ranges lie apart, %", worlds, _rows(*rows))
    free = Z * quiz.composite_error
    held = Z * max(quiz.errors)
    yield (
        f"Points that it takes: match {2 * free:.1f}, or {free + held:.1f} with one capped, "
        f"{2 * held:.1f} with both; trait {2 * held:.1f}"
    )


def levels(worlds: Worlds) -> Iterator[str]:
    """How far levels can be trusted, and how many students have which."""
    measures = (
        ("same level again at once", "same level"),
        ("level again is one that was named", "again named"),
        ("both times' words have a level in common", "names meet"),
        ("words name two levels", "two named"),
        ("level is that of the true score", "true level"),
        ("level of the true score is named", "true named"),
    )
    for rule in RULES:
        for kind, borders in (("match", rule.match), ("trait", rule.trait)):
            about_it = f"{kind} {rule.name}"
            title = f"Rule {rule.name} ({'/'.join(map(str, borders))}), {kind}, %"
            rows = [(words, f"{about_it}: {what}") for words, what in measures]
            rows += [
                (f"share of level {place + 1}", f"{about_it}: level {place}")
                for place in range(len(borders) + 1)
            ]
            yield from table(title, worlds, _rows(*rows))
        rows = [
            ("a trait's level differs at once", f"all {rule.name}: a trait's level changes"),
            ("a trait's words name nothing in common", f"all {rule.name}: a trait's names part"),
        ]
        yield from table(f"Rule {rule.name}, any of the traits, %", worlds, _rows(*rows))


def next_steps(worlds: Worlds, quiz: Quiz) -> Iterator[str]:
    """Which trait stands most between a result and 100, and where it says to begin."""
    names = [demand.trait for demand in quiz.demands]
    largest = [(name, f"largest part: {place}") for place, name in enumerate(names)]
    yield from table("Largest part of the way to 100, %", worlds, _rows(*largest))
    for within in BEGIN_WITHIN:
        rows = [(name, f"begin {within}: {place}") for place, name in enumerate(names)]
        rows.append(("the same one again at once", f"begin {within} again"))
        yield from table(f"Begin, heaviest within {within} SE, %", worlds, _rows(*rows))
