"""Why the database cannot be used, in one sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careerfit.postgres import reasons
from careerfit.postgres.reasons import why_embedded_is_down, why_not


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ('FATAL:  password authentication failed for user "x"', "menolak nama pengguna"),
        ("fe_sendauth: no password supplied", "menolak nama pengguna"),
        ('FATAL:  role "x" does not exist', "tidak dikenal server PostgreSQL"),
        ('FATAL:  database "x" does not exist', "belum ada di servernya"),
        ('could not translate host name "x" to address', "Nama server"),
        ("FATAL:  the database system is starting up", "sedang menyala"),
        ("FATAL:  sorry, too many clients already", "sebanyak yang diizinkannya"),
        ("FATAL:  unsupported startup parameter: options", "DATABASE_POOLED=true"),
        ("could not extend file: No space left on device", "penuh"),
        ("Connection refused\n\tIs the server running?", "Tidak ada PostgreSQL"),
        ("FATAL:  etwas\nanderes", "tidak bisa dipakai: FATAL: etwas anderes"),
    ],
)
def test_an_error_is_put_into_words(said: str, meant: str) -> None:
    assert meant in why_not(Exception(said))


def test_the_last_words_are_those_that_say_why(tmp_path: Path) -> None:
    (tmp_path / "18.log").write_text(
        "2026 LOG:  starting\n"
        '2026 FATAL:  could not write lock file "postmaster.pid"\n'
        "2026 FATAL:  the database system is starting up\n"
        "2026 LOG:  database system is shut down\n"
    )
    said = why_embedded_is_down(tmp_path)
    assert said.endswith('Kata terakhirnya: FATAL:  could not write lock file "postmaster.pid"')


def test_without_last_words_it_says_what_it_knows(tmp_path: Path) -> None:
    assert why_embedded_is_down(tmp_path).endswith("sedang dinyalakan lagi.")
    assert "tidak bisa dibaca" in why_embedded_is_down(tmp_path / "missing")


def test_a_full_disk_is_named_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reasons, "NEARLY_FULL", shutil.disk_usage(tmp_path).total + 1)
    assert "Penyimpanan hampir penuh" in why_embedded_is_down(tmp_path)
