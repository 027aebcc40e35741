from __future__ import annotations

import re

import segno

from quiz.result.sharing import QUIET_ZONE, qr_code

ADDRESS = "https://karier.sekolah.sch.id/hasil/kkkkkkkkkkkkkkkkkkkkkk/"


def squares(svg: str) -> set[tuple[int, int]]:
    """The dark squares of a drawing, column and row, read from its strokes."""
    (path,) = re.findall(r'<path stroke="#000" d="([^"]+)"', svg)
    found: set[tuple[int, int]] = set()
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            found |= {(int(x + n), int(y)) for n in range(int(values[0]))}
            x += values[0]
        elif command == "M":
            x, y = values
        else:
            x, y = x + values[0], y + values[1]
    return found


def test_the_drawing_is_the_code_of_the_address() -> None:
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    dark = {
        (x + QUIET_ZONE, y + QUIET_ZONE)
        for y, row in enumerate(matrix)
        for x, value in enumerate(row)
        if value
    }
    assert squares(qr_code(ADDRESS).decode()) == dark


def test_the_drawing_has_a_quiet_zone_and_no_style() -> None:
    svg = qr_code(ADDRESS).decode()
    size = len(segno.make_qr(ADDRESS, error="m").matrix) + 2 * QUIET_ZONE
    assert f'viewBox="0 0 {size} {size}"' in svg
    assert "style" not in svg
    assert 'fill="#fff"' in svg


def test_nothing_of_the_address_becomes_markup() -> None:
    assert b"script" not in qr_code('http://x/"><script>alert(1)</script>')
