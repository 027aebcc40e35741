"""Reads what a page says, in the order in which it says it."""

from __future__ import annotations

from html.parser import HTMLParser

SPOKEN = ("alt", "aria-label")
"""The attributes that are words, too: they are read to who does not see the page."""

INLINE = frozenset({"a", "b", "em", "i", "q", "small", "span", "strong", "time"})
"""The elements that part no word from its neighbour."""


def texts_of(page: str, tag: str, css_class: str = "") -> list[str]:
    """The text of each such element, with white space folded; the values of fields are none."""
    reader = _Reader(tag, css_class)
    reader.feed(page)
    reader.close()
    return [" ".join(text.split()) for text in reader.texts]


class _Reader(HTMLParser):
    def __init__(self, tag: str, css_class: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._tag = tag
        self._class = css_class
        self._depth = 0  # how many of these tags are open, from the wanted one on

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        classes = (dict(attributes).get("class") or "").split()
        if not self._depth and tag == self._tag and (not self._class or self._class in classes):
            self.texts.append("")
            self._depth = 1
        elif tag == self._tag and self._depth:
            self._depth += 1
        if self._depth:
            self._part(tag)
            self._say("".join(f" {word} " for name, word in attributes if name in SPOKEN and word))

    def handle_endtag(self, tag: str) -> None:
        if self._depth:
            self._part(tag)
            self._depth -= tag == self._tag

    def handle_data(self, data: str) -> None:
        if self._depth:
            self._say(data)

    def _part(self, tag: str) -> None:
        self._say("" if tag in INLINE else " ")

    def _say(self, text: str) -> None:
        self.texts[-1] += text
