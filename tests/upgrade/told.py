"""What belongs to a result, read out of the words of the page that an earlier version showed.

The frames around it are those of both versions. They change as little as the pages that are stored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ToldTrait:
    """What a result said of a trait; `evidence` is empty where its profile had no kind sentence."""

    name: str
    essential: bool
    score: str
    level: str
    feedback: str
    step: str
    weight: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ToldElsewhere:
    """What a result said of another profession."""

    name: str
    levels: str
    range: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a result said; `capped` is the trait that caps it, and the match without that cap."""

    date: str
    headline: str
    match: str
    range: str
    notices: tuple[str, ...]
    traits: tuple[ToldTrait, ...]
    capped: tuple[str, str] | None
    elsewhere: tuple[ToldElsewhere, ...]


_INDONESIAN: Final = {
    "out_of": "dari 100",
    "is_around": r"ada di sekitar (\d+–\d+)\.",
    "again": "Ulangi kuis",
    "traits": "Per keterampilan",
    "key": "keterampilan kunci",
    "key_tag": "★ kunci",
    "key_note": "★ = keterampilan kunci",
    "steps": "Langkah berikutnya",
    "step": "Latihan kecil:",
    "why": r"Kenapa keterampilan ini\? Bobotnya (\d+), karena profilnya menulis: (.+?)",
    "no_evidence": r"Bobotnya (\d+), karena profil profesi ini menyebutnya\.()",
    "arithmetic": r"Bagaimana angka ini dihitung\?",
    "capped": r"Dibulatkan \d+ ([^.]+?) adalah keterampilan kunci .+? batas itu skormu (\d+)\.",
    "elsewhere": r"Rentang yang bertumpuk berarti belum tentu berbeda\.",
    "around": "sekitar",
    "read": "Baca profil",
    "take": "Ikuti kuisnya:",
}
_ENGLISH: Final = {
    "out_of": "out of 100",
    "is_around": r"profile is around (\d+–\d+)\.",
    "again": "Take the quiz again",
    "traits": "Skill by skill",
    "key": "key skill",
    "key_tag": "★ key",
    "key_note": "★ = key skill",
    "steps": "Next steps",
    "step": "A small exercise:",
    "why": r"Why this skill\? Its weight is (\d+), because the profile says: (.+?)",
    "no_evidence": r"Its weight is (\d+), because this profession's profile mentions it\.()",
    "arithmetic": r"How is this number calculated\?",
    "capped": r"Rounded \d+ ([^.]+?) is a key skill .+? that limit it would be (\d+)\.",
    "elsewhere": r"Overlapping ranges mean there may be no difference\.",
    "around": "around",
    "read": "Read the profile",
    "take": "Take the quiz:",
}

_SUMMARY: Final = (
    r".+? (\d+ [A-Z][a-z]+ \d{{4}}) (.+?) (\d+) {out_of} .+? {is_around} (.*?){traits} "
)
_PICTURE: Final = r" {traits} (.+?) {key_note}"
_ROW: Final = r"([^:.]+): (\d+) {out_of}, ([^,.]+)(, {key})?\. "
_ARTICLES: Final = r" {steps} (.+?) {arithmetic}"
_ARTICLE: Final = r"(.+?) {step} (.+?) (?:{why}|{no_evidence})"
_OTHERS: Final = r" {elsewhere} (.+)"
_OTHER: Final = r"(\S.*?) \({around} (\d+–\d+) {out_of}\) {read} (.+?) {take} \3 "


def told(words: str, language: str) -> Told:
    """What the page with these words said. Fails where it does not read as a result's did."""
    frame = _ENGLISH if language == "en" else _INDONESIAN
    date, headline, match, range_, notices = _in(words, _SUMMARY.format_map(frame))
    capped = re.search(frame["capped"], words)
    return Told(
        date=date,
        headline=headline,
        match=match,
        range=range_,
        notices=tuple(one.strip() for one in notices.split(frame["again"]) if one.strip()),
        traits=_traits(words, frame),
        capped=(capped[1], capped[2]) if capped else None,
        elsewhere=_elsewhere(words, frame),
    )


def _traits(words: str, frame: dict[str, str]) -> tuple[ToldTrait, ...]:
    """The picture names the traits, in the order in which their articles stand."""
    (picture,) = _in(words, _PICTURE.format_map(frame))
    rows = re.findall(_ROW.format_map(frame), picture)
    article = _ARTICLE.format_map(frame)
    heads = [
        " ".join(filter(None, (name, key and frame["key_tag"], score, level)))
        for name, score, level, key in rows
    ]
    pattern = " ".join(f"{re.escape(head)} {article}" for head in heads)
    (articles,) = _in(words, _ARTICLES.format_map(frame))
    found = re.fullmatch(pattern, articles)
    assert found, articles
    groups = iter(found.groups())
    traits = []
    for name, score, level, key in rows:
        feedback, step, *why = (next(groups) for _ in range(6))
        weight, evidence = why[:2] if why[0] else why[2:]
        traits.append(
            ToldTrait(name, bool(key), score, level, feedback, step, weight, evidence or "")
        )
    return tuple(traits)


def _elsewhere(words: str, frame: dict[str, str]) -> tuple[ToldElsewhere, ...]:
    """Each card says the profession's name first, and again in its links."""
    if not re.search(frame["elsewhere"], words):
        return ()
    (others,) = _in(words, _OTHERS.format_map(frame))
    found = re.findall(_OTHER.format_map(frame), f"{others} ")
    return tuple(
        ToldElsewhere(name, start.removeprefix(f"{name} "), range_) for start, range_, name in found
    )


def _in(words: str, pattern: str) -> tuple[str, ...]:
    found = re.search(pattern, words)
    assert found, f"{pattern} is not in {words}"
    return found.groups()
