"""Stored outcome → what the result page says. Words and rounding; no scoring and no query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from careerfit.web.languages import page_language
from profiles.editions.content import EditionContent, FrozenTrait
from quiz.core.breakdown import TraitPart
from quiz.core.elsewhere import Arranged, Elsewhere, score_elsewhere
from quiz.core.picture import Picture, Zone, divide, draw
from quiz.core.response_quality import SIGNS
from quiz.core.rounding import apportion, tenths
from quiz.core.scoring import Match, TraitScore, display, level, points
from quiz.models import Attempt
from quiz.result import reasons
from quiz.result.words import answer_name, headline, level_name, notice

MOST_ELSEWHERE = 5


@dataclass(frozen=True, slots=True)
class TraitLine:
    """One trait on the result page. `tenths` and `contribution` are rounded for the arithmetic."""

    code: str
    name: str
    description: str
    score: int
    tenths: Decimal
    level: str
    level_name: str
    weight: int
    essential: bool
    evidence: str
    feedback: str
    step: str
    contribution: Decimal


@dataclass(frozen=True, slots=True)
class ElsewhereLine:
    """Another profession on the result page: where the match lies, and the levels it spans."""

    slug: str
    name: str
    low: int
    high: int
    levels: str


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the result page shows, in the language of the page.

    In the arithmetic, `contribution` of the traits adds up to `composite`, and `composite` minus
    `reduction` is `exact_match`, to the last digit shown. `of` tells the edition from all others.
    """

    key: str
    content: EditionContent
    edition: int
    of: str
    submitted_at: datetime
    match: int
    low: int
    high: int
    level: str
    headline: str
    match_zones: tuple[Zone, ...]
    range_note: str
    scale_note: str
    cap_note: str
    traits: tuple[TraitLine, ...]
    total_weight: int
    composite: Decimal
    reduction: Decimal
    exact_match: Decimal
    notices: tuple[str, ...]
    trait_zones: tuple[Zone, ...]
    picture: Picture
    growth: reasons.GrowthShown | None
    parts: tuple[TraitPart, ...]
    elsewhere: tuple[ElsewhereLine, ...]

    @property
    def answers(self) -> tuple[reasons.TraitAnswers, ...]:
        """What every answer gave. Worked out when asked for, since only one page shows it."""
        contributions = [trait.contribution for trait in self.traits]
        return reasons.show_answers(self.content, self.parts, contributions)

    @property
    def width(self) -> int:
        """The width of the range, for drawing it; at least one point, so that it is seen."""
        return max(self.high - self.low, 1)

    @property
    def dot(self) -> int:
        """Where the match lies on a line that is drawn from 10 to 310."""
        return 10 + 3 * self.match


def present(attempt: Attempt, others: Arranged | None = None) -> Result:
    """What the result page says of an attempt; `others` are the professions to look at as well."""
    content, outcome = attempt.edition.content, attempt.outcome
    if outcome.match is None:
        raise ValueError("an attempt is only stored when it has a match")
    match = outcome.match
    scored = [trait for trait in outcome.traits if trait.score is not None]
    contributions = apportion([trait.contribution or Fraction(0) for trait in scored])
    composite, exact_match = sum(contributions, Decimal(0)), tenths(match.value)
    shown = display(match.value)
    reached = level(content.levels.match, shown)
    lines = tuple(
        _trait_line(content, trait, contribution)
        for trait, contribution in zip(scored, contributions, strict=True)
    )
    found = score_elsewhere(content, attempt.answers, others or (), most=MOST_ELSEWHERE)
    return Result(
        key=attempt.key,
        content=content,
        edition=attempt.edition.number,
        of=str(attempt.edition.identity),
        submitted_at=attempt.submitted_at,
        match=shown,
        low=display(match.low),
        high=display(match.high),
        level=reached,
        headline=headline(reached),
        match_zones=divide([(b.code, headline(b.code), b.lowest) for b in content.levels.match]),
        range_note=_range_note(match),
        scale_note=_scale_note(content),
        cap_note=_cap_note(content, match),
        traits=lines,
        total_weight=sum(trait.weight for trait in outcome.traits),
        composite=composite,
        reduction=composite - exact_match,
        exact_match=exact_match,
        notices=tuple(notice(sign) for sign in SIGNS if sign in attempt.signs),
        trait_zones=divide([(b.code, level_name(b.code), b.lowest) for b in content.levels.trait]),
        picture=draw([(t.name, t.score, t.level_name, t.essential) for t in lines]),
        growth=reasons.show_growth(content, outcome),
        parts=reasons.find_parts(attempt),
        elsewhere=tuple(_elsewhere_line(one) for one in found),
    )


def _elsewhere_line(found: Elsewhere) -> ElsewhereLine:
    low, high = display(found.low), display(found.high)
    # The levels that the range spans, so that none is claimed that the answers leave open.
    borders = found.content.levels.match
    names = dict.fromkeys(headline(level(borders, end)) for end in (low, high))
    joining = _("sampai")
    return ElsewhereLine(
        slug=found.content.slug,
        name=found.content.name.in_language(page_language()),
        low=low,
        high=high,
        levels=f" {joining} ".join(names),
    )


def _range_note(match: Match) -> str:
    return _(
        "Jawaban seseorang wajar berubah sedikit dari hari ke hari. Rentang %(low)s–%(high)s lebih "
        "jujur daripada satu angka %(match)s."
    ) % {"low": display(match.low), "high": display(match.high), "match": display(match.value)}


def _scale_note(content: EditionContent) -> str:
    """What scores are compared with, told by the middle answer and the one above it."""
    values, worth = content.scale.values, points(content.scale)
    place = min(len(values) // 2, len(values) - 2)
    middle, above = values[place], values[place + 1]
    return _(
        "Skor ini dibandingkan dengan pilihan jawaban, bukan dengan siswa lain. %(middle)s "
        "berarti rata-rata jawaban %(middle_answer)s, %(above)s berarti rata-rata "
        "%(above_answer)s."
    ) % {
        "middle": display(worth[middle]),
        "middle_answer": answer_name(content, middle),
        "above": display(worth[above]),
        "above_answer": answer_name(content, above),
    }


def _cap_note(content: EditionContent, match: Match) -> str:
    if match.capped_by is None:
        return ""
    return _(
        "%(trait)s adalah keterampilan kunci untuk pekerjaan ini, jadi skor kesesuaian dibatasi "
        "paling tinggi %(above)s poin di atas skor %(trait)s. Tanpa batas itu skormu "
        "%(composite)s. Setiap kemajuan di %(trait)s langsung menaikkan hasil ini."
    ) % {
        "trait": content.trait(match.capped_by).name.in_language(page_language()),
        "above": display(content.rule.cap_above_weakest),
        "composite": display(match.composite),
    }


def _trait_line(content: EditionContent, score: TraitScore, contribution: Decimal) -> TraitLine:
    trait: FrozenTrait = content.trait(score.code)
    demand = next(demand for demand in content.demands if demand.trait == score.code)
    value = score.score or Fraction(0)
    shown = display(value)
    reached = level(content.levels.trait, shown)
    texts = trait.levels[reached]
    language = page_language()
    return TraitLine(
        code=trait.code,
        name=trait.name.in_language(language),
        description=trait.description.in_language(language),
        score=shown,
        tenths=tenths(value),
        level=reached,
        level_name=level_name(reached),
        weight=score.weight,
        essential=score.essential,
        evidence=_kind_evidence(demand.evidence.in_language(language)),
        feedback=texts.feedback.in_language(language),
        step=texts.step.in_language(language),
        contribution=contribution,
    )


SAYS_UNFIT = re.compile(r"\b(tidak|kurang|belum) cocok\b", re.IGNORECASE)
SPEAKS_TO_READER = re.compile(r"\b(kamu|anda|\w+mu)\b", re.IGNORECASE)


def _kind_evidence(sentence: str) -> str:
    """The evidence, unless it tells its reader that they do not fit.

    Imported profiles hold such sentences ("kemungkinan kamu tidak cocok …"). Beside a student's
    own scores one would read as a verdict on them, which no result may be.
    """
    is_verdict = SAYS_UNFIT.search(sentence) and SPEAKS_TO_READER.search(sentence)
    return "" if is_verdict else sentence
