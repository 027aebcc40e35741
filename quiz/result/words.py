"""Words for what is counted: levels, answers, and signs that the answers may say little."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerfit.web.languages import page_language
from profiles.editions.content import EditionContent
from quiz.core.response_quality import SIGNS, Sign, furthest_apart

EARLIER_LEVELS = frozenset({"developing", "capable", "strong"})
"""The levels of editions that were published by earlier versions."""


def level_name(codes: Sequence[str]) -> str:
    """The level of a trait in words, or that its score lies between two levels.

    They say what most answers were, and nothing of what somebody can do.
    """
    if len(codes) > 1:
        return _("Di antara “%(lower)s” dan “%(upper)s”") % _ends(map(level_short, codes))
    return {
        "rarely": _("Jarang begini"),
        "sometimes": _("Kadang begini, kadang tidak"),
        "often": _("Sering begini"),
        "developing": _("Sedang berkembang"),
        "capable": _("Cukup kuat"),
        "strong": _("Kuat"),
    }[codes[0]]


def level_short(code: str) -> str:
    """The level of a trait in a word or two, where there is little room."""
    names = {"rarely": _("jarang"), "sometimes": _("kadang"), "often": _("sering")}
    return names.get(code) or level_name([code])


def headline(codes: Sequence[str]) -> str:
    """The level of the match in words, or between which two it lies.

    They speak of the answers and the work, not of the person.
    """
    if len(codes) > 1:
        if EARLIER_LEVELS.issuperset(codes):
            return _("%(lower)s sampai %(upper)s") % _ends(headline([code]) for code in codes)
        return _("Di antara “%(lower)s” dan “%(upper)s” yang sejalan") % _ends(
            map(headline_short, codes)
        )
    return {
        "little": _("Belum banyak yang sejalan, untuk sekarang"),
        "partly": _("Sebagian sejalan"),
        "largely": _("Banyak yang sejalan"),
        "nearly": _("Hampir semuanya sejalan"),
        "developing": _("Masih banyak ruang untuk dijelajahi"),
        "capable": _("Cukup sejalan"),
        "strong": _("Sangat sejalan"),
    }[codes[0]]


def headline_short(code: str) -> str:
    """The level of the match in a word or two; nothing for levels of earlier versions."""
    return {
        "little": _("belum banyak"),
        "partly": _("sebagian"),
        "largely": _("banyak"),
        "nearly": _("hampir semua"),
    }.get(code, "")


def _ends(names: Iterable[str]) -> dict[str, str]:
    lower, upper = names
    return {"lower": lower, "upper": upper}


def notices(
    content: EditionContent, answers: Mapping[str, int], signs: Sequence[str]
) -> tuple[str, ...]:
    """Kind sentences for the signs that answers may say little, true for somebody who did read.

    A result of an edition by an earlier version keeps the sentences that its student was shown.
    """
    shown = [sign for sign in SIGNS if sign in signs]
    if "scattered" in shown and "mixed" in shown:
        shown.remove("mixed")  # who contradicts themselves is told so once, with an example
    if "scattered" in shown and "same" in shown:
        shown.remove("scattered")  # one answer throughout is what made them lie apart
    return tuple(filter(None, (_notice(content, answers, sign) for sign in shown)))


def _notice(content: EditionContent, answers: Mapping[str, int], sign: Sign) -> str:
    if sign == "scattered":
        return _scattered(content, answers)
    earlier = content.levels.trait[0].code in EARLIER_LEVELS
    values = content.scale.values
    middle = values[len(values) // 2]
    all_middle = len(values) % 2 and set(answers.values()) == {middle}
    if sign == "same" and all_middle and not earlier:
        return _(
            "Semua jawabanmu “%(answer)s”, jadi hasil ini pun di tengah dan belum bercerita "
            "banyak. Kalau memang begitu, tidak masalah. Kalau ragu, bayangkan satu minggu "
            "terakhirmu, lalu coba lagi."
        ) % {"answer": answer_name(content, middle)}
    if sign == "mixed" and earlier:
        return _(
            "Beberapa jawabanmu mengarah ke dua arah yang berbeda. Mungkin pernyataannya yang "
            "kurang jelas. Coba baca ulang jika ada waktu."
        )
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
            "Beberapa jawabanmu saling bertentangan: setuju, atau tidak setuju, dengan dua "
            "pernyataan yang berlawanan. Mungkin pernyataannya kurang jelas. Coba baca ulang kalau "
            "ada waktu."
        ),
    }[sign]


def _scattered(content: EditionContent, answers: Mapping[str, int]) -> str:
    pair = furthest_apart(content, answers)
    if pair is None:  # a stored sign that the answers do not bear out must not cost the page
        return ""
    language = page_language()
    one, other = pair
    return _(
        "Jawabanmu untuk pernyataan yang mirip saling berjauhan, misalnya “%(one)s” "
        "(%(answer_one)s) dan “%(other)s” (%(answer_other)s). Kalau memang begitu, tidak masalah, "
        "hanya skornya lebih sulit dibaca. Kalau tadi sambil lalu, kamu boleh mengulang kapan saja."
    ) % {
        "one": one.text.in_language(language),
        "answer_one": answer_name(content, answers[one.code]),
        "other": other.text.in_language(language),
        "answer_other": answer_name(content, answers[other.code]),
    }


def carried_note(carried: Mapping[str, str]) -> str:
    """How many answers were given in an earlier quiz, and when; nothing where none was."""
    if not carried:
        return ""
    first, last = (
        date_format(date.fromisoformat(day), "j F Y")
        for day in (min(carried.values()), max(carried.values()))
    )
    if first == last:
        sentence = ngettext(
            "%(n)s jawaban kamu pakai lagi dari %(first)s.",
            "%(n)s jawaban kamu pakai lagi dari %(first)s.",
            len(carried),
        )
    else:
        sentence = _("%(n)s jawaban kamu pakai lagi, dari %(first)s sampai %(last)s.")
    return sentence % {"n": len(carried), "first": first, "last": last}


def answer_name(content: EditionContent, answer: int | None) -> str:
    """An answer in the words that stood on its button; None for a statement that was skipped."""
    return content.scale.text(answer).in_language(page_language())
