from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.core import scoring
from quiz.core.growth import strongest_growth
from tests.factories import CAMPAIGN, answer_all, make_content, row_scoring
from tests.quiz.core.scoring_examples import scores

# Worked out by hand; weights 3 essential, 3 essential, 2, 2. One step is 25 points, up to 100.
# Scores C, O, L, D → what grows, what would do as well, the match before and after.
TABLE = [
    # 3·25/10 for either of the two heavy traits
    ((50, 50, 50, 50), "C", "O", 50, Fraction(115, 2)),
    # C has only 25 left, which is enough; O as well: 62.5 + 7.5
    ((75, 50, 25, 100), "C", "O", Fraction(125, 2), 70),
    # The cap binds: 25 + 25 → 50 + 25, though the composite rises by 7.5 only
    ((25, 100, 100, 100), "C", "", 50, 75),
    # Cap 25 → 50, composite 70 → 77.5
    ((0, 100, 100, 100), "C", "", 25, 50),
    # C 25 → 50 lifts the cap to 75, but composite 62.5 + 7.5 = 70 is below it
    ((25, 50, 100, 100), "C", "", 50, 70),
    # The next weakest holds it: C 0 → 25 would allow 50, and so does O at 25; composite 55
    ((0, 25, 100, 100), "C", "", 25, 50),
    # Two share the lowest score: neither alone moves it, both together 25 → 50
    ((0, 0, 100, 100), "CO", "", 25, 50),
    # Cap 75 equals composite 75: only C lifts both, to 82.5
    ((50, 100, 75, 75), "C", "", 75, Fraction(165, 2)),
    # Only what is not full can grow: 2·25/10
    ((100, 100, 75, 75), "L", "D", 90, 95),
    ((100, 100, 100, 0), "D", "", 80, 85),
]


@pytest.mark.parametrize(("given_scores", "codes", "equals", "before", "after"), TABLE)
def test_table(
    given_scores: tuple[int, int, int, int],
    codes: str,
    equals: str,
    before: int | Fraction,
    after: int | Fraction,
) -> None:
    growth = strongest_growth(CAMPAIGN, scoring.score(CAMPAIGN, scores(*given_scores)))
    assert growth is not None
    assert ("".join(growth.codes), "".join(growth.equals)) == (codes, equals)
    assert (growth.before.value, growth.after.value) == (before, after)
    assert growth.gain == after - before


def test_a_step_ends_at_100() -> None:
    # L = (3·100 + 3·75)/6 = 87.5, so it has 12.5 left: 2·12.5/10
    answers = scores(100, 100, 0, 100) | answer_all(L=[5, 5, 4, 4, 1, 2])
    growth = strongest_growth(CAMPAIGN, scoring.score(CAMPAIGN, answers))
    assert growth is not None
    assert (growth.codes, growth.gain) == (("L",), Fraction(5, 2))


def test_nothing_grows_where_everything_is_at_100() -> None:
    assert strongest_growth(CAMPAIGN, scoring.score(CAMPAIGN, scores(100, 100, 100, 100))) is None


def test_nothing_grows_without_a_match() -> None:
    assert strongest_growth(CAMPAIGN, scoring.score(CAMPAIGN, {"C1": 3})) is None


def test_a_trait_without_weight_moves_nothing() -> None:
    content = make_content({"C": (2, False), "O": (0, False)})
    outcome = scoring.score(content, answer_all(C=row_scoring(100), O=row_scoring(0)))
    assert strongest_growth(content, outcome) is None


def test_an_outcome_of_other_rules_is_left_alone() -> None:
    stored = scoring.score(CAMPAIGN, scores(50, 50, 50, 50)).to_json()
    stored["match"]["value"] = "49"
    assert strongest_growth(CAMPAIGN, scoring.Outcome.from_json(stored)) is None


steps = st.sampled_from([0, 25, 50, 75, 100])


@given(st.tuples(steps, steps, steps, steps))
def test_the_gain_is_what_scoring_the_grown_answers_gives(
    given_scores: tuple[int, int, int, int],
) -> None:
    growth = strongest_growth(CAMPAIGN, scoring.score(CAMPAIGN, scores(*given_scores)))
    assume(growth is not None)
    assert growth is not None
    grown = [
        min(score + 25, 100) if code in growth.codes else score
        for code, score in zip("COLD", given_scores, strict=True)
    ]
    match = scoring.score(CAMPAIGN, scores(*grown)).match
    assert match is not None
    assert match.value == growth.after.value
    assert growth.gain > 0


@given(st.tuples(steps, steps, steps, steps))
def test_no_other_single_trait_would_move_it_more(given_scores: tuple[int, int, int, int]) -> None:
    outcome = scoring.score(CAMPAIGN, scores(*given_scores))
    growth = strongest_growth(CAMPAIGN, outcome)
    best = growth.gain if growth else Fraction(0)
    assert outcome.match is not None
    for place, code in enumerate("COLD"):
        grown = list(given_scores)
        grown[place] = min(grown[place] + 25, 100)
        match = scoring.score(CAMPAIGN, scores(*grown)).match
        assert match is not None
        gain = match.value - outcome.match.value
        assert gain <= best
        if growth and len(growth.codes) == 1:
            assert (gain == best) == (code in (*growth.codes, *growth.equals))
