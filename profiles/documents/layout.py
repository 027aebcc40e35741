"""Takes a text's layout off: its lines become paragraphs without marks, and what was set as a head.

Pure. Lines wrapped at a width are joined, list marks, numbering, markdown and what word processors
leave behind are taken off. A line without a letter or digit is a rule between parts, not text.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

# Invisible characters, which word processors and web pages leave behind.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
# Bullets, also those of word processors' symbol fonts, and a check box.
_BULLETS = r"[-\u2013\u2014\u2022\u00b7\u2023\u25aa\u25ab\u25a0\u25a1\u25cf\u25cb\u25e6\u27a2\u25ba"
_BULLETS += r"\u2713\u2714\u2611*+>\uf000-\uf0ff]"
_LIST_MARK = re.compile(
    rf"(?:{_BULLETS}\s*(?:\[[ xX]?\]\s+)?|o(?:\t|\s\s+)"
    r"|\(?(\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+(?=\S)"
    r"|(\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=[A-Z]))"
)
_BULLET_NEEDS_SPACE = re.compile(r"[-+*>\u2013\u2014](?!\s)")
_HASHES = re.compile(r"#{1,6}\s*(?=[^#\s])")
_LINK = re.compile(r"!?\[([^\][]{1,200})\]\(\s*([^()\s]{1,500})\s*\)")
_BOLD = r"(?:\*\*\*|\*\*|__)"
_WHOLE_BOLD = re.compile(rf"(?:{_BOLD}|\*(?=\S))([^*_]+)(?:{_BOLD}|(?<=\S)\*)\s*:?")
_BOLD_LABEL = re.compile(rf"{_BOLD}([^*_.:]{{2,80}})(?:[.:]\s*{_BOLD}|{_BOLD}\s*:)\s*(?=\S)")
_ORNAMENTS = re.compile(
    r"([~*=+\u2013\u2014\u00b7\u2022\u2605\u2606-]{1,5}) (\S[^~*=+]{1,80}\S) \1"
)
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*]{1,1000}?)(?<=\S)\1(?![\w*])"
    r"|(?<![\w_])(_{1,3}|~~|`)(?=\S)([^_~`]{1,1000}?)(?<=\S)\3(?![\w_])"
)
# Who asks and who answers in an interview.
_SPEAKER = re.compile(r"(?:T|J|P|Q|A|Tanya|Jawab(?:an)?|Pertanyaan)\s?:\s+(?=\S)")
_NAMED = re.compile(r"([A-Z]\w*(?: [A-Z]\w*){0,2}): (?=\S)")
_MIN_SAID: Final = 3  # times that a name stands before what is said
# A table of two columns as text: "Kegiatan<tab>: Mengukur badan", and rows that go on from one.
_TABLE_LABEL = re.compile(
    r"(?!nama\b)([^\s:][^:\t]{1,39}?)(?:\s*\t\s*:?|\s+:)\s+(?=\S)", re.IGNORECASE
)
_CELLS = re.compile(r"\|([^|]+(?:\|[^|]+)+)\|")
_TABLE_GOES_ON = re.compile(r":\s+(?=\S)")
_MIN_TABLE: Final = 3  # rows

_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|_{3,}|\u2550{3,}|\u2500{3,})\s*")
_SENTENCE_END = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]*$")

_MAX_HEAD_WORDS: Final = 14
_MIN_LISTS: Final = 3
_MIN_WRAPPED: Final = 40  # characters: a shorter line that ends in mid-sentence is an item
_MAX_WRAP_WIDTH: Final = 120
_SLACK: Final = 10  # by which a line may be wider than those that certainly go on


class Block(NamedTuple):
    """A paragraph, an item or a head, as it would stand on a page."""

    text: str
    mark: str = ""  # "-" for an item behind a list mark, "1", "1.1" or "a" behind a number
    is_head: bool = False  # set apart: bold, underlined, in capitals, or marked with "#"
    is_apart: bool = False  # after a blank line, or the first


@dataclass
class _Line:
    text: str
    width: int
    indent: int
    mark: str
    is_head: bool
    is_apart: bool

    @property
    def ends_sentence(self) -> bool:
        return _SENTENCE_END.search(self.text) is not None

    @property
    def first_word(self) -> str:
        return self.text.partition(" ")[0]


def read_blocks(text: str, *, begins_part: Callable[[str], bool]) -> list[Block]:
    """The text's paragraphs in order; a line that `begins_part` is joined to none before it."""
    lines = list(_lines(html.unescape(text).translate(INVISIBLE), begins_part))
    _find_capitals(lines)
    _find_lists_of_lists(lines)
    width = _wrap_width(lines)
    blocks: list[Block] = []
    pieces: list[str] = []
    for index, line in enumerate(lines):
        if not pieces:
            first = line
        pieces.append(line.text)
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following and _goes_on(line, following, width, begins_part):
            continue
        blocks.append(Block(_joined(pieces), first.mark, first.is_head, first.is_apart))
        pieces = []
    return blocks


# --- Single lines ---


class _Habits(NamedTuple):
    """What a text does throughout: rows of a table, and names before what somebody says."""

    has_table: bool
    speakers: frozenset[str]


def _habits_of(raws: Sequence[str]) -> _Habits:
    rows = sum(_TABLE_LABEL.match(raw) is not None for raw in raws)
    said = [(found[1], raw) for raw in raws if (found := _NAMED.match(raw))]
    names = Counter(name for name, _ in said)
    asking = Counter(name for name, raw in said if raw.rstrip().endswith("?"))
    is_interview = any(count >= _MIN_SAID for count in asking.values())
    speakers = (name for name, count in names.items() if is_interview and count >= _MIN_SAID)
    return _Habits(rows >= _MIN_TABLE, frozenset(speakers))


def _lines(text: str, begins_part: Callable[[str], bool]) -> Iterator[_Line]:
    """The lines that say something, without their marks; an underline makes a head of its line."""
    held: _Line | None = None
    is_apart = True
    raws = text.splitlines()
    habits = _habits_of(raws)
    for raw in raws:
        if any(map(str.isalnum, raw)):
            if held:
                yield held
            *labels, held = _read(raw, begins_part, is_apart=is_apart, habits=habits)
            yield from labels
            is_apart = False
            continue
        if held and not is_apart and _UNDERLINE.fullmatch(raw) and not held.ends_sentence:
            held.is_head = len(held.text.split()) <= _MAX_HEAD_WORDS
        is_apart = True
    if held:
        yield held


def _read(
    raw: str, begins_part: Callable[[str], bool], *, is_apart: bool, habits: _Habits
) -> list[_Line]:
    """The line, behind its label if that is set in bold, or in a table, and in the same line."""
    stripped = raw.strip()
    indent = len(raw) - len(raw.lstrip())
    if set_out := _set_out(stripped, habits):
        return [
            _Line(_plain(piece), len(raw), indent, "", is_head, is_apart)
            for piece, is_head in set_out
        ]
    text, mark = _without_list_mark(stripped)
    text, is_head = _without_hashes(text)
    text = _LINK.sub(r"\1 (\2)", text)
    lines: list[_Line] = []
    speaker = _SPEAKER.match(text) or _NAMED.match(text)
    if speaker and (speaker.re is _SPEAKER or speaker[1] in habits.speakers):
        text = text[speaker.end() :]
        mark, is_head = "", text.endswith("?")
    label = None if mark == "-" else _BOLD_LABEL.match(text)
    if label and (":" in label[0] or begins_part(label[1])):
        lines.append(_Line(_plain(label[1]) + ":", len(raw), indent, mark, True, is_apart))
        text, mark, is_apart = text[label.end() :], "", False
    elif whole := _WHOLE_BOLD.fullmatch(text):
        is_head = len(whole[1].split()) <= _MAX_HEAD_WORDS and not whole[1].rstrip().endswith(".")
    plain = _plain(text)
    # Marks around nothing but marks are text after all: "*_*1".
    if not any(map(str.isalnum, plain)):
        plain = _plain(stripped)
    lines.append(_Line(plain, len(raw.rstrip()), indent, mark, is_head, is_apart))
    return lines


def _set_out(text: str, habits: _Habits) -> list[tuple[str, bool]]:
    """The pieces of a line that is a row of a table, or set between ornaments; is each a head?"""
    if row := _CELLS.fullmatch(text):
        return [(cell, False) for cell in row[1].split("|") if any(map(str.isalnum, cell))]
    if habits.has_table and (label := _TABLE_LABEL.match(text)):
        return [(f"{label[1]}:", True), (text[label.end() :], False)]
    if habits.has_table and (opening := _TABLE_GOES_ON.match(text)):
        return [(text[opening.end() :], False)]
    ornamented = _ORNAMENTS.fullmatch(text)
    return [(ornamented[2], True)] if ornamented else []


def _without_list_mark(text: str) -> tuple[str, str]:
    picture, space, after = text.partition(" ")
    if space and all(map(_is_picture, picture)):
        return after.lstrip(), "-"
    if _BULLET_NEEDS_SPACE.match(text):
        return text, ""
    mark = _LIST_MARK.match(text)
    if not mark or not any(map(str.isalnum, text[mark.end() :])):
        return text, ""
    return text[mark.end() :].lstrip(), _kind(mark[1] or mark[2])


def _is_picture(letter: str) -> bool:
    """Is this an emoji, an arrow, a box, or what belongs to one?"""
    return unicodedata.category(letter) in ("So", "Mn", "Me", "Co") and letter not in "©®°"


def _kind(number: str | None) -> str:
    """What equal items have in common: "1" for 7, "1.1" for 2.3, "a" for b and iv."""
    if number is None:
        return "-"
    return "a" if number.isalpha() else re.sub(r"\d+", "1", number)


def _without_hashes(text: str) -> tuple[str, bool]:
    hashes = _HASHES.match(text)
    return (text[hashes.end() :].rstrip("# "), True) if hashes else (text, False)


def _plain(text: str) -> str:
    return " ".join(_EMPHASIS.sub(lambda found: found[2] or found[4], text).split())


def _find_capitals(lines: Sequence[_Line]) -> None:
    """A line in capitals is a head, unless its neighbours are as well: then that is the style."""
    capitals = [line.text.isupper() and len(line.text) > 3 for line in lines]
    for index, line in enumerate(lines):
        neighbours = capitals[max(index - 1, 0) : index] + capitals[index + 1 : index + 2]
        is_short = len(line.text.split()) <= _MAX_HEAD_WORDS
        if capitals[index] and is_short and not line.ends_sentence and not any(neighbours):
            line.is_head = True


def _find_lists_of_lists(lines: Sequence[_Line]) -> None:
    """In a list of lists, what stands above items that are set further in is their head."""
    heads = [
        line
        for line, after in pairwise(lines)
        if line.mark == after.mark == "-"
        and after.indent > line.indent
        and len(line.text.split()) <= _MAX_HEAD_WORDS
    ]
    if len(heads) >= _MIN_LISTS:
        for line in heads:
            line.mark, line.is_head = "", True


# --- Wrapped lines ---


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """The width at which this text's lines are wrapped, told by those that break a sentence."""
    broken = [line.width for line, after in _neighbours(lines) if _breaks_sentence(line, after)]
    widths = [width for width in broken if width <= _MAX_WRAP_WIDTH]
    return max(widths) if len(widths) > 1 else None


def _neighbours(lines: Sequence[_Line]) -> Iterator[tuple[_Line, _Line]]:
    return ((line, after) for line, after in pairwise(lines) if not after.is_apart)


def _breaks_sentence(line: _Line, after: _Line) -> bool:
    return (
        line.width >= _MIN_WRAPPED
        and not line.is_head
        and not after.mark
        and not line.ends_sentence
        and after.text[0].islower()
    )


def _goes_on(
    line: _Line, after: _Line, width: int | None, begins_part: Callable[[str], bool]
) -> bool:
    if after.is_apart or after.mark or after.is_head or line.is_head:
        return False
    if not _breaks_sentence(line, after) and not (
        width and width + _SLACK >= line.width > width - 1 - len(after.first_word)
    ):
        return False
    return not (line.ends_sentence and begins_part(after.text))


def _joined(pieces: Sequence[str]) -> str:
    text = pieces[0]
    parts = [text]
    for piece in pieces[1:]:
        last, word = parts[-1].rpartition(" ")[2], piece.partition(" ")[0]
        if last[-1:] == "-" and last[-2:-1].isalpha() and word[0].islower():
            # "teman-/teman" is one word that keeps its hyphen, "meng-/hitung" one that has none.
            if not _is_doubled(last[:-1], word):
                parts[-1] = parts[-1][:-1]
            parts.append(piece)
        else:
            parts += [" ", piece]
    return "".join(parts)


def _is_doubled(first: str, second: str) -> bool:
    first, second = first.casefold(), second.casefold().rstrip(".,;:!?)")
    is_alike = (
        first[:3] == second[:3]
        or first[-3:] == second[-3:]
        or (first[0], first[-1]) == (second[0], second[-1])
    )
    return is_alike and abs(len(first) - len(second)) <= 3
