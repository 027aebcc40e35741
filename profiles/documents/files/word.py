"""Reads the text of a .docx: every paragraph that stands in the document as it reads now.

Pure. Tracked insertions, tables, text boxes, footnotes and links are text; deleted and moved-away
text is none. What the printer repeats on each page, a header or a footer, is told apart. Called
in a process of its own (`apart`), because a small file can ask for a lot of memory and time.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any, Final

from docx2python.docx_reader import DocxReader, File
from lxml import etree

from profiles.documents.decoding import NotAProfile
from profiles.documents.files.text import FileText

MAX_UNZIPPED: Final = 20_000_000  # bytes, pictures included
MAX_XML: Final = 4_000_000  # bytes of one part; a profile of ten pages has 200,000
MAX_ENTRIES: Final = 2_000
_MAX_SPAN: Final = 60  # columns that a cell may cover; Word itself knows no more than 63

_NO_ARCHIVE: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)
# What the library raises at parts that Word would not write.
_NOT_UNDERSTOOD: Final = (
    *(etree.LxmlError, ArithmeticError, AttributeError, LookupError),
    *(RecursionError, TypeError, ValueError),
)

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The old drawing of a text box that the new one stands beside, text that was moved to elsewhere,
# and pictures, whose file names are no text.
_NOT_TEXT: Final = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{_WORD}moveFrom",
    f"{_WORD}del",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_NOTE = re.compile(r"----(foot|end)note(-?\d+)----")
_NOTE_MARK = re.compile(r"^\s*(?:foot|end)note-?\d+\)\t\s*")
_BULLET = re.compile(r"^\s*--\t")
_FORMULA = re.compile(r"</?latex>")


def read_word(raw: bytes) -> FileText:
    """The text of a .docx. Raises NotAProfile: damaged, encrypted, too_large_unzipped, binary."""
    try:
        _look_before_unzipping(raw)
        # Its own context manager swallows exceptions.
        with closing(DocxReader(io.BytesIO(raw), duplicate_merged_cells=False)) as reader:
            return _read(reader)
    except NotAProfile:
        raise
    except (*_NO_ARCHIVE, *_NOT_UNDERSTOOD) as error:
        raise NotAProfile("damaged") from error


def _look_before_unzipping(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = archive.infolist()
        parts = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
        if (
            len(entries) > MAX_ENTRIES
            or sum(entry.file_size for entry in entries) > MAX_UNZIPPED
            or any(part.file_size > MAX_XML for part in parts)
        ):
            raise NotAProfile("too_large_unzipped")
        if any(entry.flag_bits & 1 for entry in entries):
            raise NotAProfile("encrypted")
        if "[Content_Types].xml" not in {entry.filename for entry in entries}:
            raise NotAProfile("binary")
        for part in parts:
            xml = archive.read(part)
            # Word writes neither entities nor UTF-16, in which they could hide.
            if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\0" in xml:
                raise NotAProfile("damaged")


def _read(reader: DocxReader) -> FileText:
    for kind in ("officeDocument", "header", "footer", "footnotes", "endnotes"):
        for file in reader.files_of_type(kind):
            _leave_text_only(file.root_element)
    notes = dict(_notes(reader))
    body = list(_with_notes(_paragraphs(reader.files_of_type("officeDocument")), notes))
    aside = _paragraphs([*reader.files_of_type("header"), *reader.files_of_type("footer")])
    return FileText("\n\n".join(body), tuple(dict.fromkeys(aside)))


def _leave_text_only(root: Any) -> None:
    """Take out of a part what is no text, before the library tells of it in words of its own."""
    for element in list(root.iter(*_NOT_TEXT)):
        if (parent := element.getparent()) is not None:
            parent.remove(element)
    for symbol in list(root.iter(f"{_WORD}sym")):
        code = symbol.get(f"{_WORD}char", "")
        symbol.tag, symbol.text = f"{_WORD}t", chr(int(code, 16)) if code else ""
    for link in root.iter(f"{_WORD}hyperlink"):
        link.attrib.pop(f"{_RELATION}id", None)
    for span in root.iter(f"{_WORD}gridSpan"):
        if int(span.get(f"{_WORD}val", "1")) > _MAX_SPAN:
            raise NotAProfile("damaged")
    for drawn in root.iter():
        drawn.attrib.pop("descr", None)


def _paragraphs(files: Iterable[File]) -> Iterator[str]:
    """What stands in these parts, a paragraph each; a line break within one stays one."""
    for file in files:
        for table in file.content:
            for row in table:
                for cell in row:
                    for paragraph in cell:
                        text = _FORMULA.sub("", "".join(paragraph.run_strings))
                        if text.strip():
                            yield _BULLET.sub("- ", text)


def _notes(reader: DocxReader) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """The footnotes and endnotes, by what refers to them."""
    for kind in ("foot", "end"):
        for file in reader.files_of_type(f"{kind}notes"):
            for note in file.root_element.iter(f"{_WORD}{kind}note"):
                found = [
                    _NOTE_MARK.sub("", "".join(paragraph.run_strings))
                    for table in file.get_content(note)
                    for row in table
                    for cell in row
                    for paragraph in cell
                ]
                number = str(note.get(f"{_WORD}id"))
                yield (kind, number), [text for text in found if text.strip()]


def _with_notes(
    paragraphs: Iterable[str], notes: dict[tuple[str, str], list[str]]
) -> Iterator[str]:
    """The paragraphs, each followed by the notes that it refers to."""
    for paragraph in paragraphs:
        yield _NOTE.sub("", paragraph)
        for reference in _NOTE.finditer(paragraph):
            yield from notes.pop((reference[1], reference[2]), [])
    for left in notes.values():
        yield from left
