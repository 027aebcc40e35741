"""Why the match is what it is, for the result page: what would move it, what each answer gave."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.template.defaultfilters import floatformat
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from careerfit.web.languages import page_language
from profiles.editions.content import EditionContent
from quiz.core.breakdown import AnswerPart, DoesNotAddUp, TraitPart, break_down
from quiz.core.growth import Growth, strongest_growth
from quiz.core.rounding import apportion, tenths
from quiz.core.scoring import Outcome, display, step
from quiz.models import Attempt
from quiz.result.words import answer_name

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the arithmetic of growth: what is counted, before and after."""

    name: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class GrowthShown:
    """What would move the match most: in a sentence, and line by line. `gain` is the last line's.

    `note` says what the sentence leaves out: equals, or why a key skill decides.
    """

    names: str
    sentence: str
    note: str
    changes: tuple[Change, ...]
    gain: Decimal


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


def show_growth(content: EditionContent, outcome: Outcome) -> GrowthShown | None:
    """The growth that would move the match most; None where nothing can grow."""
    growth = strongest_growth(content, outcome)
    if growth is None:
        return None
    changes = _changes(content, outcome, growth)
    gain = changes[-1].after - changes[-1].before
    names = _names(content, growth.codes, _("dan"))
    values = {
        "traits": names,
        "gain": floatformat(gain, -1),
        "step": display(step(content.scale)),
    }
    return GrowthShown(
        names=names,
        sentence=_growth_sentence(content, outcome, growth, values),
        note=_growth_note(content, growth),
        changes=changes,
        gain=gain,
    )


def _growth_sentence(
    content: EditionContent, outcome: Outcome, growth: Growth, values: dict[str, object]
) -> str:
    scores = {trait.code: trait.score or Fraction(0) for trait in outcome.traits}
    one_step, answers = step(content.scale), content.scale.values
    whole_step = all(scores[code] + one_step <= 100 for code in growth.codes)
    if whole_step:
        nearest = min(display(scores[growth.codes[0]] / one_step), len(answers) - 2)
        values |= {
            "from": answer_name(content, answers[nearest]),
            "to": answer_name(content, answers[nearest + 1]),
        }
        sentence = _(
            "Kalau suatu hari jawabanmu tentang %(traits)s naik satu langkah di setiap pernyataan "
            "(%(step)s poin), misalnya dari “%(from)s” ke “%(to)s”, kesesuaianmu bertambah "
            "%(gain)s poin."
        )
    else:
        sentence = _(
            "Kalau suatu hari jawabanmu tentang %(traits)s naik sampai 100, kesesuaianmu bertambah "
            "%(gain)s poin."
        )
    return sentence % values


def _growth_note(content: EditionContent, growth: Growth) -> str:
    values = {"traits": _names(content, growth.codes, _("dan"))}
    if len(growth.codes) > 1:
        return (
            _(
                "%(traits)s sama-sama keterampilan kunci dan skornya sama, jadi hasil ini baru "
                "naik kalau semuanya tumbuh bersama."
            )
            % values
        )
    if growth.before.capped_by:
        return _("%(traits)s adalah keterampilan kunci yang sekarang membatasi hasil ini.") % values
    if growth.equals:
        others = _names(content, growth.equals, _("atau"))
        return _("Sama besar pengaruhnya kalau yang tumbuh %(others)s.") % {"others": others}
    return ""


def _changes(content: EditionContent, outcome: Outcome, growth: Growth) -> tuple[Change, ...]:
    grown = {trait.code: trait.score for trait in growth.traits}
    changes = [
        _change(_name(content, trait.code), trait.score, grown[trait.code])
        for trait in outcome.traits
        if trait.code in growth.codes
    ]
    before, after = growth.before, growth.after
    if before.reduction or after.reduction:
        changes.append(_change(_("Jumlah berbobot"), before.composite, after.composite))
        changes.append(_change(_("Batas keterampilan kunci"), before.cap, after.cap))
    changes.append(_change(_("Kesesuaian"), before.value, after.value))
    return tuple(changes)


def _change(name: str, before: Fraction | None, after: Fraction | None) -> Change:
    return Change(name, tenths(before or Fraction(0)), tenths(after or Fraction(0)))


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


def _names(content: EditionContent, codes: Iterable[str], last_word: str) -> str:
    """The traits in a sentence: "A, B dan C"."""
    return get_text_list([_name(content, code) for code in codes], last_word)


def _name(content: EditionContent, code: str) -> str:
    return content.trait(code).name.in_language(page_language())
