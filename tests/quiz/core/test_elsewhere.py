from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.editions.content import EditionContent, FrozenStatement, Text
from quiz.core import scoring
from quiz.core.elsewhere import Arranged, Elsewhere, find_near, score_elsewhere
from quiz.core.sameness import identity
from tests.factories import (
    CAMPAIGN,
    CAMPAIGN_KEYINGS,
    answer_all,
    make_content,
    row_scoring,
)
from tests.quiz.core.scoring_examples import scores

ANSWERS = scores(100, 50, 50, 0)


def other(
    slug: str, demands: dict[str, tuple[int, bool]], keyings: tuple[int, ...] = CAMPAIGN_KEYINGS
) -> EditionContent:
    return make_content(demands, keyings, slug=slug, name=Text(slug.title()))


def changed(content: EditionContent, which: str, **changes: object) -> EditionContent:
    statements: list[FrozenStatement] = [
        replace(s, **changes) if s.code == which else s  # type: ignore[arg-type]
        for s in content.statements
    ]
    return replace(content, statements=tuple(statements))


TALKER = other("penyiar", {"C": (3, True), "L": (2, False)})
ANALYST = other("analis", {"D": (3, True)})


def test_the_range_is_that_of_the_same_answers_there() -> None:
    (found,) = score_elsewhere(CAMPAIGN, ANSWERS, [TALKER])
    there = scoring.score(TALKER, {c: a for c, a in ANSWERS.items() if c[0] in "CL"}).match
    assert there is not None
    # (3·100 + 2·50)/5 = 80, cap 125; SE² = (0.36 + 0.16)·625/6 = 54.17, so 80 ± 9.42
    assert there.value == 80
    assert (found.content, found.low, found.high) == (TALKER, there.low, there.high)
    assert [scoring.display(end) for end in (found.low, found.high)] == [71, 89]


def test_the_best_match_comes_first_and_equal_ones_by_name() -> None:
    twin = replace(TALKER, slug="abang", name=Text("Abang"))
    found = score_elsewhere(CAMPAIGN, ANSWERS, [ANALYST, TALKER, twin])
    assert [one.content.slug for one in found] == ["abang", "penyiar", "analis"]


def test_a_profession_that_asks_for_anything_else_is_left_out() -> None:
    assert not score_elsewhere(
        CAMPAIGN, ANSWERS, [other("perawat", {"C": (3, True), "E": (2, False)})]
    )


def test_the_profession_itself_is_left_out_whatever_its_edition() -> None:
    assert not score_elsewhere(CAMPAIGN, ANSWERS, [CAMPAIGN, replace(CAMPAIGN, name=Text("Lain"))])


CHANGES = [{"text": Text("Lain.")}, {"trait": "L"}, {"keying": -1}, {"code": "C9"}]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_an_answer_counts_for_the_very_same_statement_only(change: dict[str, object]) -> None:
    there = changed(TALKER, "C1", **change)
    (found,) = score_elsewhere(CAMPAIGN, ANSWERS, [there])
    without = {c: a for c, a in ANSWERS.items() if c[0] in "CL" and c != "C1"}
    match = scoring.score(there, without).match
    assert match is not None
    assert (found.low, found.high) == (match.low, match.high)
    # Five answers instead of six: the range is the wider one.
    (exact,) = score_elsewhere(CAMPAIGN, ANSWERS, [TALKER])
    assert found.high - found.low > exact.high - exact.low


def test_too_few_same_statements_leave_it_out() -> None:
    there = TALKER
    for code in ("C1", "C2", "C3"):
        there = changed(there, code, text=Text("Lain."))
    assert not score_elsewhere(CAMPAIGN, ANSWERS, [there])


def test_skipped_statements_are_not_answers_there_either() -> None:
    skipped = answer_all(
        C=[5, 5, None, None, 1, 1], O=row_scoring(50), L=row_scoring(50), D=row_scoring(0)
    )
    asks_more = other("juru-bahasa", {"C": (3, True)}, (1, 1, 1, 1, -1, -1, 1))
    assert score_elsewhere(CAMPAIGN, skipped, [TALKER])
    assert not score_elsewhere(CAMPAIGN, skipped, [asks_more])  # 4 of 7, needs 5


def test_without_others_there_is_nothing() -> None:
    assert score_elsewhere(CAMPAIGN, ANSWERS, []) == ()


def test_a_translation_that_was_mended_changes_nothing() -> None:
    there = changed(TALKER, "C1", text=Text("C1", "Other."))
    (found,) = score_elsewhere(CAMPAIGN, ANSWERS, [there])
    (exact,) = score_elsewhere(CAMPAIGN, ANSWERS, [TALKER])
    assert (found.low, found.high) == (exact.low, exact.high)


def test_an_answer_in_other_words_is_another_answer() -> None:
    first, *others = TALKER.scale.answers
    reworded = (replace(first, text=Text("Sama sekali tidak")), *others)
    there = replace(TALKER, scale=replace(TALKER.scale, answers=reworded))
    assert not score_elsewhere(CAMPAIGN, ANSWERS, [there])
    assert not find_near(CAMPAIGN, ANSWERS, [there], most_open=99)


# What a profession asks for → how many of its statements the campaign quiz's answers leave open;
# None where it is not near.
NEAR: list[tuple[dict[str, tuple[int, bool]], int | None]] = [
    ({"C": (3, True), "E": (2, False)}, 6),
    ({"C": (3, True), "E": (2, False), "F": (2, False)}, 12),
    ({"C": (3, True), "E": (2, False), "F": (2, False), "G": (2, False)}, None),  # 18
    ({"E": (3, True), "F": (2, False)}, None),  # nothing in common
    ({"E": (3, True)}, None),
    ({"C": (3, True), "L": (2, False)}, None),  # reached
    ({"C": (3, True), "E": (0, False)}, None),  # reached: the open ones do not count
    ({"C": (0, False), "E": (2, False)}, 6),
    ({"C": (0, False)}, None),  # nothing counts, so there is no match to be near to
]


@pytest.mark.parametrize(("demands", "open_"), NEAR, ids=lambda value: str(value)[:60])
def test_near_is_what_lacks_a_few_answers(
    demands: dict[str, tuple[int, bool]], open_: int | None
) -> None:
    there = other("perawat", demands)
    found = find_near(CAMPAIGN, ANSWERS, [there], most_open=12)
    assert [(one.content, one.open) for one in found] == ([(there, open_)] if open_ else [])


def test_skipped_statements_are_open_there() -> None:
    answers = {code: answer for code, answer in ANSWERS.items() if code not in ("C1", "C2", "C3")}
    (found,) = find_near(CAMPAIGN, answers, [other("penyiar", {"C": (3, True)})], most_open=12)
    assert found.open == 3


def test_the_nearest_comes_first_equal_ones_by_name_and_never_the_profession_itself() -> None:
    far = other("aktor", {"C": (3, True), "E": (2, False), "F": (2, False)})
    near = other("perawat", {"C": (3, True), "E": (2, False)})
    twin = replace(near, slug="bidan", name=Text("Bidan"))
    itself = replace(far, slug=CAMPAIGN.slug)
    found = find_near(CAMPAIGN, ANSWERS, Arranged([far, near, twin, itself]), most_open=12)
    assert [one.content.slug for one in found] == ["bidan", "perawat", "aktor"]
    first = find_near(CAMPAIGN, ANSWERS, [far, near, twin, itself], most=1, most_open=12)
    assert first == found[:1]


def same_answers(
    asked: EditionContent, answers: dict[str, int], content: EditionContent
) -> dict[str, int]:
    given = {identity(s, asked.scale): answers.get(s.code) for s in asked.statements}
    known = {s.code: given.get(identity(s, content.scale)) for s in content.statements}
    return {code: answer for code, answer in known.items() if answer is not None}


def in_the_plain_way(
    asked: EditionContent, answers: dict[str, int], others: list[EditionContent]
) -> list[Elsewhere]:
    """Each profession scored by itself, as if it had been asked."""
    found = []
    for content in others:
        if content.slug != asked.slug:
            same = same_answers(asked, answers, content)
            match = scoring.score(content, same).match
            if match is not None:
                rank = (-match.value, content.name.id.casefold(), content.slug)
                found.append((rank, Elsewhere(content, match.low, match.high)))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


SHORT_KEYINGS = (1, -1, 1, 1)
LONG_KEYINGS = (1, 1, -1, 1, -1, 1, 1)
RULE = CAMPAIGN.rule
weighed = st.tuples(st.integers(0, 9), st.booleans())


@st.composite
def professions(draw: st.DrawFn) -> list[EditionContent]:
    """Professions that share some of their statements, of their rules and of their names."""
    made = []
    for number in range(draw(st.integers(0, 8))):
        demands = draw(st.dictionaries(st.sampled_from("COLDE"), weighed, max_size=5))
        keyings = draw(st.sampled_from([CAMPAIGN_KEYINGS, SHORT_KEYINGS, LONG_KEYINGS]))
        content = replace(
            make_content(demands, keyings),
            slug=f"profesi-{number}",
            name=Text(draw(st.sampled_from(["Ahli", "ahli", "Zoolog", "Bidan"]))),
            rule=draw(
                st.sampled_from(
                    [
                        RULE,
                        replace(RULE, cap_above_weakest=Fraction(50, 3)),
                        replace(RULE, share_needed=Fraction(1, 4), z=Fraction(2)),
                    ]
                )
            ),
        )
        if draw(st.booleans()):
            content = changed(content, "C1", text=Text("Lain."))
        made.append(content)
    return made


some_skipped = st.sampled_from([1, 2, 3, 4, 5, 1, 5, None])


@given(
    professions(),
    st.fixed_dictionaries({s.code: some_skipped for s in CAMPAIGN.statements}),
)
def test_scoring_many_at_once_gives_what_scoring_each_gives(
    others: list[EditionContent], given_or_not: dict[str, int | None]
) -> None:
    answers = {code: answer for code, answer in given_or_not.items() if answer is not None}
    expected = in_the_plain_way(CAMPAIGN, answers, others)
    assert list(score_elsewhere(CAMPAIGN, answers, others)) == expected
    arranged = Arranged(others)
    for most in (0, 1, 3):
        found = score_elsewhere(CAMPAIGN, answers, arranged, most=most)
        assert list(found) == expected[:most]
    reached = [one.content for one in expected]
    for near in find_near(CAMPAIGN, answers, arranged, most_open=99):
        same = same_answers(CAMPAIGN, answers, near.content)
        assert near.open == len(near.content.statements) - len(same)
        assert near.content not in reached


def test_a_profession_scored_by_another_rule_is_not_guessed_at() -> None:
    there = replace(TALKER, rule=replace(RULE, name="lain"))
    with pytest.raises(scoring.UnknownRule):
        score_elsewhere(CAMPAIGN, ANSWERS, [there])


def test_equal_parts_of_many_professions_are_kept_once() -> None:
    copies = [
        EditionContent.from_json({**TALKER.to_json(), "slug": f"profesi-{n}"}) for n in range(3)
    ]
    first, *others = score_elsewhere(CAMPAIGN, ANSWERS, Arranged(copies))
    for one in others:
        assert one.content.statements is first.content.statements
        assert one.content.demands is first.content.demands
