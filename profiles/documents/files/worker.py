"""The process that reads one .docx or .pdf: `python -m profiles.documents.files.worker word`.

Pure. The file comes on standard input, its text leaves as JSON on standard output, or the code of
NotAProfile. Memory and time are bounded before any library sees the file: what asks for more ends
this process, and nothing else.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Final

from profiles.documents.decoding import NotAProfile

MAX_MEMORY: Final = 256 * 1024 * 1024  # bytes of addresses; less of them is ever held
MAX_SECONDS: Final = 2  # of computing


def main(kind: str) -> None:
    """Read what comes in, within the bounds."""
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    raw = sys.stdin.buffer.read()
    try:
        if kind == "word":
            from profiles.documents.files.word import read_word as read
        else:
            from profiles.documents.files.pdf import read_pdf as read
        answer = read(raw)._asdict()
    except NotAProfile as refusal:
        answer = {"code": refusal.code}
    except MemoryError:
        answer = {"code": "too_demanding"}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
