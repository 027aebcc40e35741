"""What a profession document asks for and no trait measures, in a sentence for students.

Pure. Knowledge of a field and interest in it are no traits, and some abilities have no trait here:
they are named after what the document says of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from profiles.documents.asking import words
from profiles.documents.asking.asked import Sentence, read_sentences
from profiles.documents.asking.keywords import TraitKeywords, phrases_of
from profiles.documents.document import ProfileDocument

_NAMED: Final = {
    "both": "minat dan pengetahuan tentang",
    "knowledge": "pengetahuan tentang",
    "interest": "minat pada",
    "ability": "kemampuan",
    "mastery": "penguasaan",
}
_NAMED_BY = re.compile(
    rf"\b(?:(?P<both>minat dan pengetahuan|pengetahuan dan minat)|(?P<knowledge>{words.KNOWLEDGE})"
    rf"|(?P<interest>{words.INTEREST})|(?P<ability>{words.NAMED_ABILITY})"
    rf"|(?P<mastery>menguasai|penguasaan)){words.ABOUT} ",
    re.IGNORECASE,
)
_OBJECT_END = re.compile(words.OBJECT_ENDS, re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.,;:!?]|\b(?:dan|serta|atau)\b")
_MAX_OBJECT_WORDS: Final = 9
_MOST_NAMED: Final = 4


def propose_not_measured(document: ProfileDocument, traits: Sequence[TraitKeywords]) -> str:
    """A sentence on what the document asks for and none of the traits measures; never empty."""
    phrases = [phrases_of(trait) for trait in traits]
    named: dict[str, None] = {}
    for sentence in read_sentences(document, (*document.suited, *document.unsuited), phrases):
        asked = [found.span() for kinds in phrases for found in sentence.asked(kinds)]
        named |= dict.fromkeys(_named_in(sentence, asked))
    joined = _joined(list(named)[:_MOST_NAMED] or [words.NOT_MEASURED_AT_LEAST])
    return words.NOT_MEASURED.format(joined[0].upper() + joined[1:])


def _named_in(sentence: Sentence, asked: Sequence[tuple[int, int]]) -> Iterator[str]:
    for found in _NAMED_BY.finditer(sentence.text):
        ending = _OBJECT_END.search(sentence.text, found.end())
        end = ending.start() if ending else len(sentence.text)
        thing = sentence.verbatim[found.end() : end].strip(" ,\"'\u201c\u201d")
        measured, until = asked, end
        if found["ability"] or found["mastery"]:
            # "mampu menghasilkan strategi yang inovatif" is measured, though the thing ends sooner.
            clause_end = _CLAUSE_END.search(sentence.text, end)
            measured = sentence.phrases
            until = clause_end.start() if clause_end else len(sentence.text)
        is_measured = any(start < until and stop > found.end() for start, stop in measured)
        if thing.casefold() in words.TOO_GENERAL:
            continue
        if not is_measured and 0 < len(thing.split()) <= _MAX_OBJECT_WORDS:
            yield f"{_NAMED[str(found.lastgroup)]} {thing}"


def _joined(things: Sequence[str]) -> str:
    *others, last = things
    if not others:
        return last
    # What has commas of its own is told apart by semicolons.
    comma = ";" if any("," in thing for thing in things) else ","
    before_last = comma if len(others) > 1 or comma == ";" else ""
    return f"{f'{comma} '.join(others)}{before_last} serta {last}"
