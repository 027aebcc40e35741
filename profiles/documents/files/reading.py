"""Reads a file of any kind that schools have into text, or says why it cannot be. Pure.

A file is told by its first bytes, never by its name: people rename files.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final

from profiles.documents.decoding import NotAProfile, decode
from profiles.documents.files.apart import read_apart
from profiles.documents.files.text import FileText

MAX_FILE_BYTES: Final = 5_000_000

_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_HEAD: Final = 1024  # bytes in which a PDF may begin
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# JPEG, PNG, GIF, TIFF and BMP.
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_PHONE_PICTURES: Final = (b"heic", b"heix", b"mif1", b"avif")


def read_file(raw: bytes) -> FileText:
    """The text of a .txt, .md, .docx or .pdf. Raises NotAProfile for anything else."""
    if len(raw) > MAX_FILE_BYTES:
        raise NotAProfile("too_large_file")
    if raw.startswith(_ZIP):
        return _read_zip(raw)
    if _PDF in raw[:_HEAD]:
        return read_apart("pdf", raw)
    if raw.startswith(_OLD_OFFICE):
        # A .docx with a password is stored in the manner of the old formats.
        encrypted = "EncryptedPackage".encode("utf-16-le") in raw
        raise NotAProfile("encrypted" if encrypted else "old_word")
    if _is_picture(raw):
        raise NotAProfile("pictures")
    return FileText(decode(raw))


def _read_zip(raw: bytes) -> FileText:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise NotAProfile("damaged") from error
    if "word/document.xml" in names or "word/document2.xml" in names:
        return read_apart("word", raw)
    raise NotAProfile("other_office")


def _is_picture(raw: bytes) -> bool:
    is_web = raw.startswith(b"RIFF") and raw[8:12] == b"WEBP"
    is_from_phone = raw[4:8] == b"ftyp" and raw[8:12] in _PHONE_PICTURES
    return is_web or is_from_phone or (raw.startswith(_PICTURES) and b"\0" in raw[:_HEAD])
