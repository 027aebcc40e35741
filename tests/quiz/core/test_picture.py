from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from quiz.core.picture import Bar, bloom, divide, lay_out


@pytest.mark.parametrize(
    ("score", "low", "high", "start", "dot", "end"),
    [(0, 0, 13, 10, 10, 49), (50, 37, 63, 121, 160, 199), (100, 100, 100, 310, 310, 313)],
)
def test_a_score_and_its_range_lie_where_the_names_of_the_levels_say(
    score: int, low: int, high: int, start: int, dot: int, end: int
) -> None:
    bar = Bar(score, low, high)
    assert (bar.start, bar.dot, bar.start + bar.length) == (start, dot, end)


def test_the_line_is_divided_among_the_levels_of_an_edition() -> None:
    zones = divide([("low", "Rendah", 0), ("middle", "Tengah", 38), ("high", "Tinggi", 88)])
    assert [(zone.start, zone.end) for zone in zones] == [(10, 124), (124, 274), (274, 310)]
    assert [(zone.name, zone.middle, zone.width) for zone in zones] == [
        ("Rendah", 67, 114),
        ("Tengah", 199, 150),
        ("Tinggi", 292, 36),
    ]


def test_a_long_name_is_cut_to_what_fits() -> None:
    name = "Keterampilan dengan nama yang panjang sekali"
    stretch, alone = lay_out([(name, "3 × 4 =", Decimal(60)), (name, "", Decimal(40))])
    assert alone.short_name == name
    assert len(stretch.short_name) == 20
    assert stretch.short_name.endswith("…")


def test_the_parts_of_a_way_follow_each_other_from_0_to_100() -> None:
    way = lay_out(
        [("A", "", Decimal("62.5")), ("B", "3 × 4 =", Decimal("30.1")), ("C", "", Decimal("7.4"))]
    )
    assert [one.start for one in way] == [10, Decimal("197.5"), Decimal("287.8")]
    assert way[-1].start + way[-1].length == 310
    for one, below in pairwise(way):
        assert one.top < one.text_line < one.bar < one.bar + 8 < below.top


@pytest.mark.parametrize("count", [1, 2, 4, 13])
def test_a_flower_has_a_petal_for_each_trait_all_within_its_frame(count: int) -> None:
    flower = bloom([100] * count)
    assert len({petal.angle for petal in flower}) == count
    assert all(petal.length <= 50 and 0 < petal.width < petal.half for petal in flower)


def test_a_petal_is_longer_for_a_higher_score() -> None:
    lengths = [petal.length for petal in bloom([0, 25, 50, 75, 100])]
    assert lengths == sorted(set(lengths))
