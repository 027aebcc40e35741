"""Stored outcome → what the result page says. Words and rounding; no scoring and no query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from careerfit.web.languages import page_language
from profiles.editions.content import EditionContent, FrozenTrait
from profiles.editions.verdicts import tells_reader_unfit
from quiz.core.beginning import place_to_begin
from quiz.core.breakdown import TraitPart
from quiz.core.elsewhere import Arranged, Elsewhere, Near, find_near, score_elsewhere
from quiz.core.levels import level, named_levels
from quiz.core.picture import Bar, Petal, Zone, bloom, divide
from quiz.core.ranges import range_around, squared_error
from quiz.core.rounding import apportion, tenths
from quiz.core.scoring import Match, Outcome, TraitScore, display, match_squared_error, points
from quiz.models import Attempt
from quiz.result import reasons
from quiz.result.words import (
    answer_name,
    carried_note,
    headline,
    headline_short,
    level_name,
    level_short,
    notices,
)

MOST_ELSEWHERE = 5
MOST_NEAR = 5
MOST_OPEN = 12
MOST_HIGHEST = 2


@dataclass(frozen=True, slots=True)
class TraitLine:
    """One trait on the result page, with its range and the words for the level or levels.

    `tenths` is the score cut to one decimal; `contribution` is rounded for the arithmetic.
    """

    code: str
    name: str
    score: int
    low: int
    high: int
    tenths: Decimal
    level: str
    level_name: str
    weight: int
    essential: bool
    evidence: str
    feedback: str
    step: str
    contribution: Decimal

    @property
    def bar(self) -> Bar:
        """Where the score and its range lie."""
        return Bar(self.score, self.low, self.high)


@dataclass(frozen=True, slots=True)
class ElsewhereLine:
    """Another profession on the result page: where the match lies, and the levels it spans."""

    slug: str
    name: str
    low: int
    high: int
    levels: str


@dataclass(frozen=True, slots=True)
class NearLine:
    """Another profession on the result page, and how many of its statements are still open."""

    slug: str
    name: str
    open: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where the student may begin: a trait, and why this one."""

    trait: TraitLine
    why: str


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the result page shows, in the language of the page.

    In the arithmetic, `contribution` of the traits adds up to `composite`, and `composite` minus
    `reduction` is `exact_match`, to the last digit shown. `highest` are the traits in which the
    answers are highest, two at most. `of` tells the edition from all others.
    """

    key: str
    content: EditionContent
    edition: int
    of: str
    submitted_at: datetime
    match: int
    low: int
    high: int
    headline: str
    match_zones: tuple[Zone, ...]
    scale_note: str
    range_note: str
    cap_note: str
    traits: tuple[TraitLine, ...]
    highest: tuple[TraitLine, ...]
    beginning: Beginning | None
    total_weight: int
    composite: Decimal
    reduction: Decimal
    exact_match: Decimal
    notices: tuple[str, ...]
    trait_zones: tuple[Zone, ...]
    flower: tuple[Petal, ...]
    distance: reasons.DistanceShown
    parts: tuple[TraitPart, ...]
    elsewhere: tuple[ElsewhereLine, ...]
    near: tuple[NearLine, ...]
    carried: str

    @property
    def answers(self) -> tuple[reasons.TraitAnswers, ...]:
        """What every answer gave. Worked out when asked for, since only one page shows it."""
        contributions = [trait.contribution for trait in self.traits]
        return reasons.show_answers(self.content, self.parts, contributions)

    @property
    def bar(self) -> Bar:
        """Where the match and its range lie."""
        return Bar(self.match, self.low, self.high)


def present(attempt: Attempt, others: Arranged | None = None) -> Result:
    """What the result page says of an attempt; `others` are the professions to look at as well."""
    content, outcome = attempt.edition.content, attempt.outcome
    if outcome.match is None:
        raise ValueError("an attempt is only stored when it has a match")
    match = outcome.match
    scored = [trait for trait in outcome.traits if trait.score is not None]
    contributions = apportion([trait.contribution or Fraction(0) for trait in scored])
    composite, exact_match = sum(contributions, Decimal(0)), tenths(match.value)
    levels = content.levels
    lines = tuple(
        _trait_line(content, trait, contribution)
        for trait, contribution in zip(scored, contributions, strict=True)
    )
    beginning = _beginning(content, outcome, lines)
    others = others or Arranged(())
    found = score_elsewhere(content, attempt.answers, others, most=MOST_ELSEWHERE)
    near = find_near(content, attempt.answers, others, most=MOST_NEAR, most_open=MOST_OPEN)
    named = named_levels(
        levels.match, levels.near, match.value, match_squared_error(content.rule, outcome)
    )
    return Result(
        key=attempt.key,
        content=content,
        edition=attempt.edition.number,
        of=str(attempt.edition.identity),
        submitted_at=attempt.submitted_at,
        match=display(match.value),
        low=display(match.low),
        high=display(match.high),
        headline=headline(named),
        match_zones=divide([(b.code, headline_short(b.code), b.lowest) for b in levels.match]),
        scale_note=_scale_note(content),
        range_note=_range_note(content, outcome),
        cap_note=_cap_note(content, match),
        traits=lines,
        highest=_highest(lines, beginning),
        beginning=beginning,
        total_weight=sum(trait.weight for trait in outcome.traits),
        composite=composite,
        reduction=composite - exact_match,
        exact_match=exact_match,
        notices=notices(content, attempt.answers, attempt.signs),
        trait_zones=divide([(b.code, level_short(b.code), b.lowest) for b in levels.trait]),
        flower=bloom([line.score for line in lines]),
        distance=reasons.show_distance(content, outcome, exact_match, composite - exact_match),
        parts=reasons.find_parts(attempt),
        elsewhere=tuple(_elsewhere_line(one) for one in found),
        near=tuple(_near_line(one) for one in near),
        carried=carried_note(attempt.carried),
    )


def _beginning(
    content: EditionContent, outcome: Outcome, lines: Sequence[TraitLine]
) -> Beginning | None:
    code = place_to_begin(content, outcome)
    if code is None:
        return None
    (line,) = (line for line in lines if line.code == code)
    return Beginning(line, reasons.why_begin(content, outcome, code))


def _highest(lines: Sequence[TraitLine], beginning: Beginning | None) -> tuple[TraitLine, ...]:
    """Of those that count; none where all are alike, and never the one to begin with."""
    counting = [line for line in lines if line.weight]
    lowest = min(line.tenths for line in counting)
    others = [
        line
        for line in counting
        if line.tenths > lowest and (beginning is None or line != beginning.trait)
    ]
    return tuple(sorted(others, key=lambda line: line.tenths, reverse=True)[:MOST_HIGHEST])


def _elsewhere_line(found: Elsewhere) -> ElsewhereLine:
    low, high = display(found.low), display(found.high)
    # The levels that the range spans, so that none is claimed that the answers leave open.
    borders = found.content.levels.match
    lower, upper = (level(borders, end) for end in (low, high))
    return ElsewhereLine(
        slug=found.content.slug,
        name=found.content.name.in_language(page_language()),
        low=low,
        high=high,
        levels=headline([lower] if lower == upper else [lower, upper]),
    )


def _near_line(found: Near) -> NearLine:
    content = found.content
    return NearLine(content.slug, content.name.in_language(page_language()), found.open)


def _scale_note(content: EditionContent) -> str:
    """What scores are compared with, told by the middle answer and the one above it."""
    values, worth = content.scale.values, points(content.scale)
    place = min(len(values) // 2, len(values) - 2)
    middle, above = values[place], values[place + 1]
    return _(
        "Skor ini dari jawabanmu sendiri, bukan peringkat di antara siswa: %(middle)s berarti "
        "rata-rata jawabanmu “%(middle_answer)s”, %(above)s berarti “%(above_answer)s”."
    ) % {
        "middle": display(worth[middle]),
        "middle_answer": answer_name(content, middle),
        "above": display(worth[above]),
        "above_answer": answer_name(content, above),
    }


def _range_note(content: EditionContent, outcome: Outcome) -> str:
    """How far ranges reach: `z·SE_T` for a trait, and for the match what follows from that."""
    return _(
        "Rentang skor keterampilan: ± %(one)s ÷ √(banyaknya jawaban). Rentang hasil: akar dari "
        "jumlah (bobot ÷ %(total)s × rentang keterampilan)²; kalau hasilnya dibatasi keterampilan "
        "kunci, rentangnya sama dengan rentang keterampilan itu. Keduanya tetap di antara 0 dan "
        "100."
    ) % {
        "one": display(content.rule.z * content.rule.item_standard_error),
        "total": sum(trait.weight for trait in outcome.traits),
    }


def _cap_note(content: EditionContent, match: Match) -> str:
    if match.capped_by is None:
        return ""
    return _(
        "%(trait)s adalah keterampilan kunci untuk pekerjaan ini, jadi skor kecocokan dibatasi "
        "paling tinggi %(above)s poin di atas skor %(trait)s. Tanpa batas itu, skormu "
        "%(composite)s."
    ) % {
        "trait": content.trait(match.capped_by).name.in_language(page_language()),
        "above": display(content.rule.cap_above_weakest),
        "composite": display(match.composite),
    }


def _trait_line(content: EditionContent, score: TraitScore, contribution: Decimal) -> TraitLine:
    trait: FrozenTrait = content.trait(score.code)
    demand = next(demand for demand in content.demands if demand.trait == score.code)
    value = score.score or Fraction(0)
    shown, levels = display(value), content.levels
    squared = squared_error(content.rule, score.answered)
    low, high = range_around(content.rule, value, squared)
    reached = level(levels.trait, shown)
    texts = trait.levels[reached]
    language = page_language()
    return TraitLine(
        code=trait.code,
        name=trait.name.in_language(language),
        score=shown,
        low=display(low),
        high=display(high),
        tenths=tenths(value),
        level=reached,
        level_name=level_name(named_levels(levels.trait, levels.near, value, squared)),
        weight=score.weight,
        essential=score.essential,
        evidence=_kind_evidence(demand.evidence.in_language(language)),
        feedback=texts.feedback.in_language(language),
        step=texts.step.in_language(language),
        contribution=contribution,
    )


def _kind_evidence(sentence: str) -> str:
    """The evidence, unless it tells its reader that they do not fit.

    Editions from before publishing refused them hold such sentences ("kemungkinan kamu tidak cocok
    …"). Beside a student's own scores one would read as a verdict on them, which no result may be.
    """
    return "" if tells_reader_unfit(sentence) else sentence
