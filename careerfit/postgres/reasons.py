"""Why the database cannot be used, in one sentence for whoever runs the site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

# Less than this, and PostgreSQL cannot begin its next file of 16 MB.
NEARLY_FULL = 32 * 1024 * 1024
# What it says to those who come too early or are sent away says nothing about why.
LAST_WORDS = re.compile(r"(?:FATAL|PANIC):  (?!the database system is|terminating connection).*")
END_OF_LOG = 20_000

# What PostgreSQL and its library say, whatever language the rest is in, and what it means.
MEANINGS = {
    r"password authentication failed|no password supplied|fe_sendauth|SCRAM": (
        "Server PostgreSQL menolak nama pengguna atau kata sandi dalam DATABASE_URL."
    ),
    r'role "[^"]*" does not exist': "Pengguna dalam DATABASE_URL tidak dikenal server PostgreSQL.",
    r'database "[^"]*" does not exist': "Basis data dalam DATABASE_URL belum ada di servernya.",
    r"could not translate host name": "Nama server dalam DATABASE_URL tidak dikenal.",
    r"starting up|shutting down|recovery": "PostgreSQL sedang menyala atau berhenti.",
    r"too many clients|remaining connection slots": (
        "PostgreSQL sudah melayani sambungan sebanyak yang diizinkannya."
    ),
    r"unsupported startup parameter": (
        "Perantara di depan PostgreSQL menolak batas waktu: isi DATABASE_POOLED=true di .env."
    ),
    r"No space left": "Penyimpanan tempat PostgreSQL menulis sudah penuh.",
    r"refused|timeout expired|No such file|timed out|unreachable": (
        "Tidak ada PostgreSQL yang menjawab di alamatnya."
    ),
}


def why_not(error: Exception) -> str:
    """What an error of a connection means."""
    text = str(error)
    for pattern, meaning in MEANINGS.items():
        if re.search(pattern, text):
            return meaning
    return f"PostgreSQL tidak bisa dipakai: {' '.join(text.split())}"


def why_embedded_is_down(folder: Path) -> str:
    """What keeps the embedded PostgreSQL in ``folder`` from running: a full disk, or its words."""
    try:
        if shutil.disk_usage(folder).free < NEARLY_FULL:
            return (
                f"Penyimpanan hampir penuh: kosongkan tempat untuk {folder}, "
                "lalu PostgreSQL menyala sendiri."
            )
    except OSError as error:
        return f"Folder {folder} tidak bisa dibaca ({error.strerror})."
    words = _last_words(folder)
    said = f" Kata terakhirnya: {words}" if words else ""
    return f"PostgreSQL tidak berjalan dan sedang dinyalakan lagi.{said}"


def _last_words(folder: Path) -> str:
    """The last error in the newest log that ended a server or kept one from starting."""
    logs = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime)
    if not logs:
        return ""
    with logs[-1].open("rb") as log:
        log.seek(max(0, logs[-1].stat().st_size - END_OF_LOG))
        found = LAST_WORDS.findall(log.read().decode(errors="replace"))
    return found[-1] if found else ""
