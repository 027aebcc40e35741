"""Reads the text of a .pdf, in the order in which its pages draw it.

Pure. A scanned page holds a picture and no text. Called in a process of its own (`apart`), because
a small file can ask for a lot of memory and time.
"""

from __future__ import annotations

import io
import logging
from typing import Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from profiles.documents.decoding import NotAProfile
from profiles.documents.files.text import FileText

MAX_PAGES: Final = 40
# What the library raises at objects that are not as the format has them.
_NOT_UNDERSTOOD: Final = (
    *(PyPdfError, ArithmeticError, AttributeError, LookupError),
    *(OSError, RecursionError, TypeError, ValueError),
)


def read_pdf(raw: bytes) -> FileText:
    """The text of a .pdf. Raises NotAProfile: damaged, encrypted, too_large, pictures."""
    # What it finds odd in a file is for those who write such files.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotAProfile("encrypted")
        if len(reader.pages) > MAX_PAGES:
            raise NotAProfile("too_large")
        # No blank line between: a paragraph may go on over the page.
        text = "\n".join(page.extract_text().strip() for page in reader.pages)
    except NotAProfile:
        raise
    except ImportError as error:  # a cipher that needs another library
        raise NotAProfile("encrypted") from error
    except _NOT_UNDERSTOOD as error:
        raise NotAProfile("damaged") from error
    if not text.strip():
        raise NotAProfile("pictures")
    return FileText(text)
