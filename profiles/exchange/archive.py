"""Whether a ZIP archive with XML in it can be opened without harm, before anything parses it.

One pass over what is packed counts what a parser would have to build. What looks like XML is held
to it whatever its name is, since a spreadsheet says by itself which of its parts is a sheet.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final

MOST_PARTS: Final = 200
LARGEST_UNPACKED: Final = 32 * 1024 * 1024
MOST_TAGS: Final = 600_000
"""Opening and closing ones: a thousand professions have 500,000, which take a second or two."""

_CHUNK = 256 * 1024
_BEGINNINGS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00<")


class Harmful(ValueError):
    """The archive would take more time or memory than a file of ours can need."""


def check(data: bytes) -> None:
    """Raise Harmful where the archive is too large or holds what no spreadsheet needs.

    Raises zipfile.BadZipFile, and what zlib and others raise, where it is no archive.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise Harmful("too many parts")
        # What is packed never gives more than is declared: the rest of it is not read.
        if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise Harmful("too large")
        tags = 0
        for part in parts:
            tags += _tags(archive, part)
            if tags > MOST_TAGS:
                raise Harmful("too many tags")


def _tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many tags there are in a part that is XML. Raises Harmful for a declaration in it."""
    tags = 0
    with archive.open(part) as stream:
        chunk = stream.read(_CHUNK)
        if not chunk.lstrip().startswith(_BEGINNINGS):
            return 0
        end = b""
        while chunk:
            # In UTF-16 every second byte is zero, and what is looked for could not be seen.
            if b"\x00" in chunk or b"<!DOCTYPE" in end + chunk or b"<!ENTITY" in end + chunk:
                raise Harmful("declarations")
            tags += chunk.count(b"<")
            if tags > MOST_TAGS:
                return tags
            end = chunk[-len(b"<!DOCTYPE") :]
            chunk = stream.read(_CHUNK)
    return tags
