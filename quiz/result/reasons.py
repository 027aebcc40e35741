"""Why the match is what it is: what stands between it and 100, what each answer gave."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import localize
from django.utils.translation import gettext as _

from careerfit.web.languages import page_language
from profiles.editions.content import EditionContent
from quiz.core.breakdown import AnswerPart, DoesNotAddUp, TraitPart, break_down
from quiz.core.distance import measure
from quiz.core.picture import STEP, Stretch, lay_out
from quiz.core.rounding import apportion, tenths
from quiz.core.scoring import HIGHEST_SCORE, Outcome
from quiz.models import Attempt
from quiz.result.words import answer_name

logger = logging.getLogger(__name__)

FULL = Decimal(int(HIGHEST_SCORE))


@dataclass(frozen=True, slots=True)
class DistanceShown:
    """What stands between a match and 100, part by part; with the match they add up to 100."""

    way: tuple[Stretch, ...]

    @property
    def height(self) -> int:
        """How tall the picture of it is."""
        return STEP * len(self.way)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One statement, what was answered, and what that gave."""

    text: str
    answer: str
    reversed: bool
    points: int | Decimal | None
    contribution: Decimal | None


@dataclass(frozen=True, slots=True)
class TraitAnswers:
    """One trait's statements; the contributions of the answers add up to the trait's.

    `tenths` is the trait's score cut to one decimal, and `is_cut` whether that lost anything.
    """

    name: str
    weight: int
    answered: int
    total_points: int | Decimal
    tenths: Decimal
    is_cut: bool
    contribution: Decimal
    lines: tuple[AnswerLine, ...]


def show_distance(
    content: EditionContent, outcome: Outcome, match: Decimal, reduction: Decimal
) -> DistanceShown:
    """What stands between the match and 100, where the match and the cap's part are shown so."""
    distance = measure(outcome)
    points = apportion([part for _code, part in distance.traits], FULL - match - reduction)
    weights = {trait.code: trait.weight for trait in outcome.traits}
    lacks = {t.code: FULL - tenths(t.score) for t in outcome.traits if t.score is not None}
    parts = [(_("Hasilmu"), "", match)]
    for (code, _exact), part in zip(distance.traits, points, strict=True):
        worked_out = f"{weights[code]} × {localize(lacks[code])} ÷ {sum(weights.values())} ="
        parts.append((_name(content, code), worked_out, part))
    if distance.cap:
        parts.append((_("Batas keterampilan kunci"), "", reduction))
    return DistanceShown(lay_out(parts))


def why_begin(content: EditionContent, outcome: Outcome, code: str) -> str:
    """Why this trait is the place to begin, in a sentence."""
    values = {"trait": _name(content, code)}
    match = outcome.match
    if match is not None and match.capped_by == code:
        return _("%(trait)s adalah keterampilan kunci yang sekarang membatasi hasil ini.") % values
    scores = {trait.code: trait.score for trait in outcome.traits if trait.score is not None}
    if sum(score <= scores[code] for score in scores.values()) == 1:
        return _("Di antara keterampilan tadi, jawabanmu tentang %(trait)s paling rendah.") % values
    return _("Di antara yang terendah, tidak ada yang lebih dibutuhkan pekerjaan ini.")


def find_parts(attempt: Attempt) -> tuple[TraitPart, ...]:
    """Each scored trait's part of the match, with every answer's; without if they do not add up.

    That would be a fault of the program, which a result must survive: its scores are stored.
    """
    outcome = attempt.outcome
    try:
        return break_down(attempt.edition.content, attempt.answers, outcome)
    except DoesNotAddUp:
        # Never the key: it opens the result to whoever reads the log.
        logger.exception("the answers of attempt %s do not add up to its outcome", attempt.pk)
        return tuple(TraitPart(trait, ()) for trait in outcome.traits if trait.score is not None)


def show_answers(
    content: EditionContent, parts: Sequence[TraitPart], contributions: Sequence[Decimal]
) -> tuple[TraitAnswers, ...]:
    """What each trait gave, which is shown as its contribution, and every answer's part of that."""
    return tuple(
        _trait_answers(content, part, contribution)
        for part, contribution in zip(parts, contributions, strict=True)
    )


def _trait_answers(content: EditionContent, part: TraitPart, shown: Decimal) -> TraitAnswers:
    score = part.trait.score or Fraction(0)
    given = [one for one in part.answers if one.contribution is not None]
    shares = apportion([one.contribution or Fraction(0) for one in given], shown)
    share_of = {one.statement.code: share for one, share in zip(given, shares, strict=True)}
    return TraitAnswers(
        name=_name(content, part.trait.code),
        weight=part.trait.weight,
        answered=part.trait.answered,
        total_points=_points(sum((one.points or Fraction(0) for one in given), Fraction(0))),
        tenths=tenths(score),
        is_cut=tenths(score) != score,
        contribution=shown,
        lines=tuple(
            _answer_line(content, one, share_of.get(one.statement.code)) for one in part.answers
        ),
    )


def _answer_line(content: EditionContent, part: AnswerPart, share: Decimal | None) -> AnswerLine:
    return AnswerLine(
        text=part.statement.text.in_language(page_language()),
        answer=answer_name(content, part.answer),
        reversed=part.statement.keying < 0,
        points=None if part.points is None else _points(part.points),
        contribution=share,
    )


def _points(worth: Fraction) -> int | Decimal:
    """Points as they are shown: whole ones, unless the steps of the scale are not."""
    return worth.numerator if worth.denominator == 1 else tenths(worth)


def _name(content: EditionContent, code: str) -> str:
    return content.trait(code).name.in_language(page_language())
