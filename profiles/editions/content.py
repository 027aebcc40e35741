"""The frozen form of a profession: everything a student's page needs, to and from JSON.

Pure: no Django, no database, no clock. An `EditionContent` is made from the workbench when an
editor publishes, is stored as one JSON value, and is never changed afterwards.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, zip_longest
from typing import Any, Final, Literal, get_args

from profiles.editions.upgrade import SCHEMA, upgrade

Section = Literal["overview", "suited", "unsuited", "misconception", "expectation", "difference"]
SECTIONS: Final[tuple[Section, ...]] = get_args(Section)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Indonesian and, where somebody has translated it, in English."""

    id: str
    en: str = ""

    def in_language(self, language: str) -> str:
        """The English text where English is asked for and there is one, else the Indonesian."""
        return self.en if language == "en" and self.en else self.id


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A text of several paragraphs; the two languages need not have the same number."""

    id: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def in_language(self, language: str) -> tuple[str, ...]:
        """The English paragraphs where English is asked for and there are any, else Indonesian."""
        return self.en if language == "en" and self.en else self.id


@dataclass(frozen=True, slots=True)
class FrozenMajor:
    """A field of study, and the key of the group of study programmes that it belongs to, if any."""

    name: Text
    group: str = ""


@dataclass(frozen=True, slots=True)
class FrozenLevel:
    """What a student reads at one level of a trait: feedback, and one small step to practise."""

    feedback: Text
    step: Text


@dataclass(frozen=True, slots=True)
class FrozenTrait:
    """A trait as it was when the edition was published, with a text for each level of a trait."""

    code: str
    name: Text
    description: Text
    levels: dict[str, FrozenLevel]


@dataclass(frozen=True, slots=True)
class FrozenStatement:
    """One statement of the quiz. `keying` is 1 when agreeing shows more of the trait, else −1."""

    code: str
    trait: str
    keying: Literal[1, -1]
    text: Text


@dataclass(frozen=True, slots=True)
class FrozenDemand:
    """How much the profession asks for a trait, with the sentence of its profile that says so."""

    trait: str
    weight: int
    essential: bool
    evidence: Text


@dataclass(frozen=True, slots=True)
class FrozenAnswer:
    """One answer that can be chosen: the value under which it is stored, and its words."""

    value: int
    text: Text


@dataclass(frozen=True, slots=True)
class FrozenScale:
    """How statements are answered: two answers or more, from least to most agreement.

    `skip` are the words on the button that leaves a statement out, `skipped` those for one that
    was left out.
    """

    answers: tuple[FrozenAnswer, ...]
    skip: Text
    skipped: Text

    @property
    def values(self) -> tuple[int, ...]:
        """The values that an answer can have, from least to most agreement."""
        return tuple(answer.value for answer in self.answers)

    def text(self, value: int | None) -> Text:
        """The words of an answer, None standing for a statement that was skipped."""
        return self.skipped if value is None else self.answers[self.values.index(value)].text


@dataclass(frozen=True, slots=True)
class FrozenBorder:
    """Where a level begins: its code, and the lowest displayed score that it has."""

    code: str
    lowest: int


@dataclass(frozen=True, slots=True)
class FrozenLevels:
    """The levels of a trait and those of the match, from the lowest up; the lowest begins at 0.

    Where a border lies within `near` standard errors of a score, the levels on both of its sides
    are named. Where `near` is 0, only the score's own ever is.
    """

    trait: tuple[FrozenBorder, ...]
    match: tuple[FrozenBorder, ...]
    near: Fraction

    def to_json(self) -> dict[str, Any]:
        """These levels as a JSON value."""
        return {**dataclasses.asdict(self), "near": str(self.near)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> FrozenLevels:
        """Read what `to_json` wrote."""
        return cls(
            trait=_borders(value["trait"]),
            match=_borders(value["match"]),
            near=Fraction(value["near"]),
        )


@dataclass(frozen=True, slots=True)
class FrozenRule:
    """The scoring rule: the name that says which arithmetic it is, and the numbers it works with.

    `share_needed` of a trait's statements must be answered; a match stands at most
    `cap_above_weakest` points above the weakest essential trait; one answer is taken to have
    `item_standard_error`, in points; the range reaches `z` standard errors to either side.
    """

    name: str
    share_needed: Fraction
    cap_above_weakest: Fraction
    item_standard_error: Fraction
    z: Fraction

    def to_json(self) -> dict[str, str]:
        """This rule as a JSON value; fractions are written as "2/3", so nothing is lost."""
        return {name: str(value) for name, value in dataclasses.asdict(self).items()}

    @classmethod
    def from_json(cls, value: dict[str, str]) -> FrozenRule:
        """Read what `to_json` wrote."""
        numbers = {key: Fraction(number) for key, number in value.items() if key != "name"}
        return cls(name=value["name"], **numbers)


@dataclass(frozen=True, slots=True)
class EditionContent:
    """One profession, its quiz, and how that is scored.

    `statements` stand in the order in which they are asked. `position` is the place in lists, None
    for one that stands by its name. `field` is the key of the field of work, `isco08` and `kbji`
    are the codes of its unit group, each empty where it is not known. `related` names others by
    their addresses, which this site need not have.
    """

    slug: str
    name: Text
    overview: Paragraphs
    suited: Paragraphs
    unsuited: Paragraphs
    misconception: Paragraphs
    expectation: Paragraphs
    difference: Paragraphs
    not_measured: Text
    majors: tuple[FrozenMajor, ...]
    institutions: tuple[Text, ...]
    demands: tuple[FrozenDemand, ...]
    traits: tuple[FrozenTrait, ...]
    statements: tuple[FrozenStatement, ...]
    scale: FrozenScale
    levels: FrozenLevels
    rule: FrozenRule
    position: int | None = None
    field: str = ""
    isco08: str = ""
    kbji: str = ""
    related: tuple[str, ...] = ()

    def section(self, section: Section) -> Paragraphs:
        """The paragraphs of one of the six texts."""
        paragraphs: Paragraphs = getattr(self, section)
        return paragraphs

    def trait(self, code: str) -> FrozenTrait:
        """The trait with this code. Raises KeyError for a trait that is not in the edition."""
        for trait in self.traits:
            if trait.code == code:
                return trait
        raise KeyError(code)

    def statements_of(self, trait: str) -> tuple[FrozenStatement, ...]:
        """A trait's statements, in the order in which they are asked."""
        return tuple(statement for statement in self.statements if statement.trait == trait)

    def to_json(self) -> dict[str, Any]:
        """This content as a JSON value, marked with the version of its shape."""
        exact = {"levels": self.levels.to_json(), "rule": self.rule.to_json()}
        return {"schema": SCHEMA, **dataclasses.asdict(self), **exact}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> EditionContent:
        """Read what `to_json` wrote, in this or an earlier version of the program.

        Raises ValueError for a shape this program does not know.
        """
        value = upgrade(value)
        return cls(
            slug=value["slug"],
            name=Text(**value["name"]),
            **{section: _paragraphs(value[section]) for section in SECTIONS},
            not_measured=Text(**value["not_measured"]),
            majors=tuple(
                FrozenMajor(**{**major, "name": Text(**major["name"])}) for major in value["majors"]
            ),
            institutions=tuple(Text(**institution) for institution in value["institutions"]),
            demands=tuple(
                FrozenDemand(**{**demand, "evidence": Text(**demand["evidence"])})
                for demand in value["demands"]
            ),
            traits=tuple(_trait(trait) for trait in value["traits"]),
            statements=tuple(
                FrozenStatement(**{**statement, "text": Text(**statement["text"])})
                for statement in value["statements"]
            ),
            scale=_scale(value["scale"]),
            levels=FrozenLevels.from_json(value["levels"]),
            rule=FrozenRule.from_json(value["rule"]),
            position=value["position"],
            field=value["field"],
            isco08=value["isco08"],
            kbji=value["kbji"],
            related=tuple(value["related"]),
        )


def _paragraphs(value: dict[str, list[str]]) -> Paragraphs:
    return Paragraphs(id=tuple(value["id"]), en=tuple(value["en"]))


def _trait(value: dict[str, Any]) -> FrozenTrait:
    return FrozenTrait(
        code=value["code"],
        name=Text(**value["name"]),
        description=Text(**value["description"]),
        levels={
            level: FrozenLevel(feedback=Text(**texts["feedback"]), step=Text(**texts["step"]))
            for level, texts in value["levels"].items()
        },
    )


def _scale(value: dict[str, Any]) -> FrozenScale:
    return FrozenScale(
        answers=tuple(
            FrozenAnswer(value=answer["value"], text=Text(**answer["text"]))
            for answer in value["answers"]
        ),
        skip=Text(**value["skip"]),
        skipped=Text(**value["skipped"]),
    )


def _borders(value: list[dict[str, Any]]) -> tuple[FrozenBorder, ...]:
    return tuple(FrozenBorder(**border) for border in value)


def interleave(groups: Iterable[Sequence[FrozenStatement]]) -> tuple[FrozenStatement, ...]:
    """Deal the statements of several traits out in turn: first of each, second of each, …

    Neighbours then ask about different traits, so that giving one answer throughout shows.
    """
    rounds = zip_longest(*groups)
    return tuple(statement for statement in chain.from_iterable(rounds) if statement is not None)
