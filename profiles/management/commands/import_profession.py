"""import_profession: read profession documents from files onto the workbench."""

from __future__ import annotations

import dataclasses
import json
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from profiles.documents.asking.demands import ProposedDemand, propose_demands
from profiles.documents.asking.unmeasured import propose_not_measured
from profiles.documents.decoding import NotAProfile
from profiles.documents.document import Reading, read_document
from profiles.documents.files.reading import MAX_FILE_BYTES, read_file
from profiles.documents.headings.finding import UNPLACED
from profiles.documents.naming import name_from_filename
from profiles.documents.placing import LISTS, SECTIONS
from profiles.models import Profession
from profiles.workbench.doubts import describe as describe_doubt
from profiles.workbench.importing import (
    ImportReport,
    NoAddress,
    import_document,
    known_traits,
    slug_for,
)
from profiles.workbench.publishing import PublishingDoubted, PublishingStopped, publish
from profiles.workbench.refusals import not_one_profile, why_refused


class Command(BaseCommand):
    help = "Import profession documents (.txt, .md, .docx, .pdf) onto the workbench."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--publish", action="store_true", help="publish what was imported")
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
        parser.add_argument("--json", action="store_true", help="print each document as JSON")
        parser.add_argument(
            "--replace", action="store_true", help="overwrite what an editor has changed, too"
        )
        parser.add_argument(
            "--accept-warnings", action="store_true", help="publish also what wants a yes"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        refused = False
        for path in options["files"]:
            try:
                self._import_file(path, options)
            except _Refused as refusal:
                refused = True
                self.stderr.write(f"{_readable(path)}: {refusal}")
        if refused:
            sys.exit(1)

    def _import_file(self, path: Path, options: dict[str, Any]) -> None:
        reading = _read(path)
        document = reading.document
        try:
            slug_for(document.name)
        except NoAddress as error:
            raise _Refused("beri judul dengan huruf Latin di baris pertama.") from error
        if reading.kind != "one":
            raise _Refused(not_one_profile(reading.kind))
        traits = known_traits()
        demands = propose_demands(document, traits)
        not_measured = propose_not_measured(document, traits)
        if options["json"]:
            value = _as_json(reading, demands, not_measured)
            self.stdout.write(json.dumps(value, ensure_ascii=False))
        for placement in reading.doubts:
            doubt = describe_doubt(placement)
            self._say(options, f"  Periksa “{doubt.opening}”: {doubt.place}, {doubt.reason}.")
        if options["dry_run"]:
            self._say(options, f"{_readable(path)}: “{document.name}” terbaca, tidak disimpan.")
            return
        report = import_document(
            reading=reading,
            demands=demands,
            not_measured=not_measured,
            replace=options["replace"],
        )
        self._say(options, f"{_readable(path)}: {_describe(report)}")
        if options["publish"]:
            self._publish(report, options)

    def _publish(self, report: ImportReport, options: dict[str, Any]) -> None:
        try:
            edition, is_new = publish(
                profession=report.profession,
                now=timezone.now(),
                accept_warnings=options["accept_warnings"],
            )
        except PublishingStopped as stop:
            sentences = " ".join(stop.sentences)
            if isinstance(stop, PublishingDoubted):
                sentences += " Kalau memang begitu, ulangi dengan --accept-warnings."
            raise _Refused(f"tersimpan sebagai draf, belum terbit. {sentences}") from stop
        state = "diterbitkan sebagai" if is_new else "tidak berubah sejak"
        self._say(options, f"{report.profession.name}: {state} edisi {edition.number}.")

    def _say(self, options: dict[str, Any], message: str) -> None:
        # With --json, standard output carries the documents and nothing else.
        (self.stderr if options["json"] else self.stdout).write(message)


class _Refused(Exception):
    """A file that was not imported (or not published); the message is for the person."""


def _read(path: Path) -> Reading:
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            # One could wait for ever for what comes out of such a file, or for its end.
            raise _Refused("ini pipa atau perangkat, bukan berkas; simpan isinya sebagai berkas.")
        with path.open("rb") as file:
            raw = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise _Refused("berkas ini tidak ada; periksa nama dan foldernya.") from None
    except OSError as error:
        raise _Refused(f"berkas ini tidak bisa dibaca ({error.strerror}).") from error
    try:
        return read_document(read_file(raw).text, fallback_name=_fallback_name(path))
    except NotAProfile as reason:
        raise _Refused(why_refused(reason.code)) from reason


def _readable(path: Path) -> str:
    """The path as text; a file name may hold bytes that are none."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _fallback_name(path: Path) -> str:
    return name_from_filename(_readable(Path(path.name)))[
        : Profession._meta.get_field("name").max_length
    ]


def _as_json(
    reading: Reading, demands: Sequence[ProposedDemand], not_measured: str
) -> dict[str, Any]:
    document = reading.document
    lists = {section: list(getattr(document, section)) for section in (*SECTIONS, *LISTS, UNPLACED)}
    return {
        "name": document.name,
        "slug": slug_for(document.name),
        **lists,
        "demands": [dataclasses.asdict(demand) for demand in demands],
        "not_measured": not_measured,
        "placements": [placement._asdict() for placement in reading.placements],
    }


def _describe(report: ImportReport) -> str:
    name = report.profession.name
    if report.created:
        sentence = f"“{name}” ditambahkan."
    elif report.written:
        sentence = f"“{name}” diperbarui: {', '.join(report.written)}."
    else:
        sentence = f"“{name}” tidak berubah."
    if report.kept:
        sentence += (
            f" Dibiarkan karena sudah disunting: {', '.join(report.kept)}"
            " (--replace untuk menggantinya)."
        )
    if report.profession.unplaced:
        sentence += " Ada paragraf yang belum ditempatkan; lihat di admin."
    return sentence
