"""A page as a tree of its elements, each with the words that it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

SPOKEN = ("alt", "aria-label")
"""The attributes that are words, too: they are read to who does not see the page."""

INLINE = frozenset({"a", "b", "em", "i", "q", "small", "span", "strong", "time"})
"""The elements that part no word from its neighbour."""

EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta"})
"""The elements that have no end tag in HTML."""

WORD_JOINER = "\u2060"
"""Keeps what stands around it on one line, and is not read."""


@dataclass(slots=True)
class Element:
    """An element of a page: its tag, its attributes, and what is in it, in order."""

    tag: str
    attributes: dict[str, str]
    parts: list[Element | str] = field(default_factory=list)

    def all(self, tag: str, css_class: str = "") -> list[Element]:
        """Those within this one, but for those that are within another of them."""
        return list(self._find(tag, css_class))

    def one(self, tag: str, css_class: str = "") -> Element:
        """The only one of them."""
        (found,) = self.all(tag, css_class)
        return found

    @property
    def words(self) -> str:
        """What it says, in order, with white space folded; the values of fields are no words."""
        return " ".join(self._text().replace(WORD_JOINER, "").split())

    def _find(self, tag: str, css_class: str) -> Iterator[Element]:
        for part in self.parts:
            if isinstance(part, str):
                continue
            if tag == part.tag and (not css_class or css_class in part.classes):
                yield part
            else:
                yield from part._find(tag, css_class)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def _text(self) -> str:
        around = "" if self.tag in INLINE else " "
        spoken = "".join(f" {self.attributes.get(name, '')} " for name in SPOKEN)
        said = "".join(part if isinstance(part, str) else part._text() for part in self.parts)
        return f"{around}{spoken.rstrip() and spoken}{said}{around}"


def read(page: str) -> Element:
    """The whole page, as the element that holds everything."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.whole


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.whole = Element("", {})
        self._open = [self.whole]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attributes})
        self._open[-1].parts.append(element)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while tag in [element.tag for element in self._open] and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)
