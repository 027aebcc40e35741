"""Stored outcome → what the result page says. Words and rounding; no scoring and no query."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from profiles.edition import EditionContent, FrozenTrait, Level

from .models import Attempt
from .response_quality import SIGNS, Sign
from .scoring import Match, TraitScore, display, level


@dataclass(frozen=True, slots=True)
class TraitLine:
    """One trait on the result page. `tenths` and `contribution` are rounded for the arithmetic."""

    code: str
    name: str
    description: str
    score: int
    tenths: Decimal
    level: Level
    level_name: str
    weight: int
    essential: bool
    evidence: str
    feedback: str
    step: str
    contribution: Decimal


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the result page shows, in the language of the page.

    In the arithmetic, `contribution` of the traits adds up to `composite`, and `composite` minus
    `reduction` is `exact_match`, to the last digit shown.
    """

    content: EditionContent
    match: int
    low: int
    high: int
    level: Level
    headline: str
    range_note: str
    cap_note: str
    traits: tuple[TraitLine, ...]
    total_weight: int
    composite: Decimal
    reduction: Decimal
    exact_match: Decimal
    notices: tuple[str, ...]

    @property
    def width(self) -> int:
        """The width of the range, for drawing it; at least one point, so that it is seen."""
        return max(self.high - self.low, 1)

    @property
    def dot(self) -> int:
        """Where the match lies on a line that is drawn from 10 to 310."""
        return 10 + 3 * self.match


def present(attempt: Attempt) -> Result:
    """What the result page says of an attempt."""
    content, outcome = attempt.edition.content, attempt.outcome
    if outcome.match is None:
        raise ValueError("an attempt is only stored when it has a match")
    match = outcome.match
    scored = [trait for trait in outcome.traits if trait.score is not None]
    contributions = apportion([trait.contribution or Fraction(0) for trait in scored])
    composite, exact_match = sum(contributions, Decimal(0)), tenths(match.value)
    shown = display(match.value)
    return Result(
        content=content,
        match=shown,
        low=display(match.low),
        high=display(match.high),
        level=level(shown),
        headline=headline(level(shown)),
        range_note=_range_note(match),
        cap_note=_cap_note(content, match),
        traits=tuple(
            _trait_line(content, trait, contribution)
            for trait, contribution in zip(scored, contributions, strict=True)
        ),
        total_weight=sum(trait.weight for trait in outcome.traits),
        composite=composite,
        reduction=composite - exact_match,
        exact_match=exact_match,
        notices=tuple(notice(sign) for sign in SIGNS if sign in attempt.signs),
    )


def tenths(value: Fraction) -> Decimal:
    """A score cut to one decimal place.

    Cut, not rounded: 62.47 shown as 62.5 would contradict the whole number 62 that is shown for it.
    """
    return Decimal(math.floor(value * 10)) / 10


def apportion(parts: Sequence[Fraction]) -> list[Decimal]:
    """Parts with one decimal place that add up to the cut sum of the exact parts.

    The tenths that cutting each part loses go to the parts that lost most (largest remainder).
    """
    cut = [math.floor(part * 10) for part in parts]
    lost = math.floor(sum(parts, Fraction(0)) * 10) - sum(cut)
    by_loss = sorted(range(len(parts)), key=lambda i: parts[i] * 10 - cut[i], reverse=True)
    for index in by_loss[:lost]:
        cut[index] += 1
    return [Decimal(tenth) / 10 for tenth in cut]


def level_name(of: Level) -> str:
    """A level in words, for a trait."""
    return {
        "developing": _("Sedang berkembang"),
        "capable": _("Cukup kuat"),
        "strong": _("Kuat"),
    }[of]


def headline(of: Level) -> str:
    """A level in words, for the match. It speaks of the answers and the work, not of the person."""
    return {
        "developing": _("Masih banyak ruang untuk dijelajahi"),
        "capable": _("Cukup sejalan"),
        "strong": _("Sangat sejalan"),
    }[of]


def notice(sign: Sign) -> str:
    """One kind sentence for a sign that the answers may say little."""
    return {
        "fast": _(
            "Kamu menjawab cepat sekali, kurang dari 2 detik per pernyataan. Hasilnya tetap bisa "
            "kamu lihat, tetapi mungkin kurang menggambarkan dirimu. Mau coba lagi dengan santai?"
        ),
        "same": _(
            "Banyak pernyataan berturut-turut kamu jawab sama. Kalau itu memang kamu, tidak "
            "masalah. Kalau tadi sambil lalu, kamu boleh mengulang kapan saja."
        ),
        "mixed": _(
            "Beberapa jawabanmu mengarah ke dua arah yang berbeda. Mungkin pernyataannya yang "
            "kurang jelas. Coba baca ulang jika ada waktu."
        ),
    }[sign]


def _range_note(match: Match) -> str:
    return _(
        "Jawaban seseorang wajar berubah sedikit dari hari ke hari. Rentang %(low)s–%(high)s lebih "
        "jujur daripada satu angka %(match)s."
    ) % {"low": display(match.low), "high": display(match.high), "match": display(match.value)}


def _cap_note(content: EditionContent, match: Match) -> str:
    if match.capped_by is None:
        return ""
    return _(
        "%(trait)s adalah keterampilan kunci untuk pekerjaan ini, jadi skor kesesuaian dibatasi "
        "paling tinggi 25 poin di atas skor %(trait)s. Tanpa batas itu skormu %(composite)s. "
        "Setiap kemajuan di %(trait)s langsung menaikkan hasil ini."
    ) % {
        "trait": content.trait(match.capped_by).name.in_language(_language()),
        "composite": display(match.composite),
    }


def _trait_line(content: EditionContent, score: TraitScore, contribution: Decimal) -> TraitLine:
    trait: FrozenTrait = content.trait(score.code)
    demand = next(demand for demand in content.demands if demand.trait == score.code)
    value = score.score or Fraction(0)
    shown = display(value)
    texts = trait.levels[level(shown)]
    language = _language()
    return TraitLine(
        code=trait.code,
        name=trait.name.in_language(language),
        description=trait.description.in_language(language),
        score=shown,
        tenths=tenths(value),
        level=level(shown),
        level_name=level_name(level(shown)),
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


def _language() -> str:
    return get_language() or "id"
