from __future__ import annotations

import pytest

from quiz.core.picture import divide, draw


@pytest.mark.parametrize("count", range(1, 9))
def test_every_trait_has_a_row_of_its_own_inside_the_picture(count: int) -> None:
    picture = draw([(f"T{n}", 100 * n // 8, "Kuat", n % 2 == 0) for n in range(count)])
    tops = [row.top for row in picture.rows]
    assert len(set(tops)) == count
    for row, following in zip(picture.rows, [*tops[1:], picture.height], strict=True):
        assert row.top < row.text_line < row.bar < row.middle
        assert row.middle + 7 <= following


@pytest.mark.parametrize(("score", "end"), [(0, 10), (50, 160), (75, 235), (100, 310)])
def test_a_score_lies_where_the_names_of_the_levels_say(score: int, end: int) -> None:
    (row,) = draw([("T", score, "Kuat", False)]).rows
    assert row.end == end


def test_the_line_is_divided_among_the_levels_of_an_edition() -> None:
    zones = divide([("low", "Rendah", 0), ("middle", "Tengah", 38), ("high", "Tinggi", 88)])
    assert [(zone.start, zone.end) for zone in zones] == [(10, 124), (124, 274), (274, 310)]
    assert [(zone.name, zone.middle, zone.width) for zone in zones] == [
        ("Rendah", 67, 114),
        ("Tengah", 199, 150),
        ("Tinggi", 292, 36),
    ]


def test_a_long_name_is_cut_to_what_fits() -> None:
    (row,) = draw([("Keterampilan dengan nama yang panjang sekali", 50, "Kuat", True)]).rows
    assert len(row.short_name) == 28
    assert row.short_name.endswith("…")
