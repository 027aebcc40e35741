"""Which kind of file an upload is, told by what it holds and not by what it is called."""

from __future__ import annotations

from profiles.exchange import csv_file, json_file, spreadsheet
from profiles.exchange.faults import Faults
from profiles.exchange.lines import Lines, count_rows


def read(data: bytes, faults: Faults) -> Lines:
    """The rows of a spreadsheet, a JSON file or a CSV file of statements.

    What is wrong with single rows is added to `faults`. Raises FileRefused for the file as a whole.
    """
    if data.startswith(b"PK"):
        lines = spreadsheet.read(data, faults)
    elif data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"[")):
        lines = json_file.read(data, faults)
    else:
        lines = csv_file.read(data, faults)
    count_rows(lines)
    return lines
