"""A school upgrades: what belongs to a result is what its student was shown, trait by trait."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from django.utils import translation

from profiles.editions import today
from quiz.result.words import headline, level_name

from .conftest import Ask
from .figures import figures, shows
from .old_results import OldResult, old_results
from .old_site import OldSite
from .told import ToldTrait
from .words import Element

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def results(site: OldSite) -> list[OldResult]:
    return old_results(site)


def test_the_summary_is_the_one_that_was_shown(
    results: list[OldResult], ask: Ask, subtests: pytest.Subtests
) -> None:
    for old in results:
        with subtests.test(old.address):
            main = ask(old.address).one("main")
            summary = main.one("header", "summary")
            day, month, year = old.told.date.split()
            assert re.fullmatch(rf"{day} {month[:3]}\w* {year}", summary.one("time").words)
            assert summary.one("h1").words == old.told.headline
            assert figures(summary.one("p", "match").words)[0] == int(old.told.match)
            assert old.told.range in summary.words


def test_the_notices_are_those_that_were_shown(
    results: list[OldResult], ask: Ask, subtests: pytest.Subtests
) -> None:
    for old in results:
        with subtests.test(old.address):
            notices = ask(old.address).one("main").all("div", "notice")
            said = [sentence.words for notice in notices for sentence in notice.all("p")]
            assert said == list(old.told.notices)


def test_each_trait_has_its_score_level_and_texts(
    results: list[OldResult], ask: Ask, subtests: pytest.Subtests
) -> None:
    for old in results:
        with subtests.test(old.address):
            articles = ask(old.address).one("main").all("article", "trait")
            for (trait, outcome), article in zip(old.scored, articles, strict=True):
                assert article.attributes["id"] == f"trait-{outcome['code']}"
                _holds_trait(article, trait)


def _holds_trait(article: Element, trait: ToldTrait) -> None:
    heading = article.one("h3").words
    assert heading.startswith(trait.name)
    assert ("★" in heading) == trait.essential
    rest = article.words.removeprefix(heading)
    assert figures(rest)[0] == int(trait.score)
    for text in filter(None, (trait.level, trait.feedback, trait.step, trait.evidence)):
        before, found, after = rest.partition(text)
        assert found == text
        rest = before + after
    assert [quoted.words for quoted in article.all("q")] == [trait.evidence] * bool(trait.evidence)
    assert not re.search(r"\b(antara|between)\b", rest, re.IGNORECASE)


def test_the_match_and_what_stands_between_it_and_100_are_of_the_outcome(
    results: list[OldResult], ask: Ask, subtests: pytest.Subtests
) -> None:
    for old in results:
        with subtests.test(old.address):
            main = ask(old.address).one("main")
            match = old.file["outcome"]["match"]
            mine, *rows = (row.words for row in main.one("section", "distance").all("g", "row"))
            parts = [figures(row)[-1] for row in (mine, *rows)]
            assert shows(parts[0], match["value"])
            assert sum(parts) == 100
            counted = [(trait, outcome) for trait, outcome in old.scored if outcome["weight"]]
            for (trait, outcome), row in zip(counted, rows, strict=False):
                weight, lacks, total, _part = figures(row.removeprefix(trait.name))
                assert weight == outcome["weight"]
                assert total == old.total_weight
                assert shows(100 - lacks, outcome["score"])
            assert len(rows) == len(counted) + bool(match["capped_by"])
            if old.told.capped:
                name, without = old.told.capped
                notes = [note.words for note in main.all("p") if name in note.words]
                assert any(int(without) in figures(note) for note in notes)


def test_every_answer_has_its_words_points_and_part(
    results: list[OldResult], ask: Ask, subtests: pytest.Subtests
) -> None:
    for old in results:
        with subtests.test(old.address):
            table = ask(f"{old.address}jawaban/").one("main").one("table")
            rows = [row.words for body in table.all("tbody") for row in body.all("tr")]
            sums = []
            for _trait, outcome in old.scored:
                answers = [a for a in old.file["answers"] if a["trait"] == outcome["code"]]
                own, (total, *rows) = rows[: len(answers)], rows[len(answers) :]
                _hold_answers(own, total, answers, outcome, old)
                sums.append(total)
            assert not rows
            _adds_up(old, sums, table)


def _hold_answers(
    rows: list[str], total: str, answers: list[Any], outcome: dict[str, Any], old: OldResult
) -> None:
    share = Fraction(outcome["weight"], max(1, outcome["answered"] * old.total_weight))
    parts, points = [], []
    for row, answer in zip(rows, answers, strict=True):
        mark = "↔ " if answer["keying"] < 0 else ""
        said = f"{answer['statement']} {mark}{answer['meaning']} "
        assert row.startswith(said)
        shown = figures(row.removeprefix(said))
        if answer["answer"] is None:
            assert shown == []
            continue
        place = answer["answer"] if answer["keying"] > 0 else 6 - answer["answer"]
        assert shown[0] == 25 * (place - 1)
        assert shows(shown[-1], Fraction(shown[0]) * share)
        points.append(shown[0])
        parts.append(shown[-1])
    assert figures(total)[:2] == [sum(points), outcome["answered"]]
    assert figures(total)[-1] == sum(parts)


def _adds_up(old: OldResult, rows: list[str], table: Element) -> None:
    """Each trait's row has its score, weight and part; below they add up to the match."""
    parts = []
    for (trait, outcome), row in zip(old.scored, rows, strict=True):
        *_, score, weight, part = figures(row)
        assert row.startswith(trait.name)
        assert shows(score, outcome["score"])
        assert weight == outcome["weight"] == int(trait.weight)
        assert shows(part, outcome["contribution"])
        parts.append(part)
    match = old.file["outcome"]["match"]
    below = [figures(row.words)[-1] for row in table.one("tfoot").all("tr")]
    *reduction, exact, rounded = below
    if match["capped_by"]:
        composite, taken = reduction
        assert shows(composite, match["composite"])
        assert composite == sum(parts)
        assert composite - taken == exact
    else:
        assert reduction == []
        assert exact == sum(parts)
    assert shows(exact, match["value"])
    assert rounded == int(old.told.match)


def test_other_professions_have_the_ranges_that_were_shown(
    results: list[OldResult], ask: Ask, subtests: pytest.Subtests
) -> None:
    for old in results:
        with subtests.test(old.address):
            elsewhere = ask(old.address).one("main").all("section", "elsewhere")
            found = [card for section in elsewhere for card in section.all("li")]
            # Those that lack some answers came with a later version; they lead to their quiz.
            cards = [c for c in found if not c.one("a").attributes["href"].endswith("/kuis/")]
            assert len(cards) == len(old.told.elsewhere)
            for card, other in zip(cards, old.told.elsewhere, strict=True):
                assert card.one("a").words == other.name
                assert card.words.endswith(f" {other.levels}")
                assert other.range in card.words


def test_no_level_of_today_is_named(
    results: list[OldResult], ask: Ask, subtests: pytest.Subtests
) -> None:
    named = {trait.level for old in results for trait in old.told.traits}
    named |= {old.told.headline for old in results}
    for old in results:
        with subtests.test(old.address):
            words = ask(old.address).one("main").words
            assert [n for n in _levels_of_today(old.language) - named if n in words] == []


def _levels_of_today(language: str) -> set[str]:
    with translation.override(language):
        names = {level_name([border.code]) for border in today.LEVELS.trait}
        return names | {headline([border.code]) for border in today.LEVELS.match}
