"""Makes .venv fit what requirements.txt says, and a secret key; says what it does on stderr.

Runs on a bare Python, before any package is installed. Called by the scripts beside it as
``prepare.py [--tests] [ARGUMENT…]``: with --tests it installs what the tests need as well; with
arguments it then becomes the environment's Python, run with these.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.dont_write_bytecode = True

from careerfit.postgres.embedded import EmbeddedPostgres  # noqa: E402
from careerfit.postgres.file_lock import held_alone  # noqa: E402

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "careerfit.json"
VAR = Path(os.environ.get("VAR_DIR") or ROOT / "var").absolute()
LINES_OF_A_PROGRAM = 12  # that failed
WAIT_SECONDS = 900  # for another script that is installing right now


class CannotPrepare(Exception):
    """Something is missing; the message says what, and what to do, in one sentence."""


def main(arguments: list[str]) -> int:
    """Prepare, or say in one sentence why that is not possible."""
    names = ["requirements.txt"]
    if arguments[:1] == ["--tests"]:
        names.append("tests/requirements.txt")
        arguments = arguments[1:]
    # As an exception, so that a program which is at work then does not go on without this one.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        VAR.mkdir(mode=0o755, parents=True, exist_ok=True)
        with held_alone(VAR / "prepare.lock", WAIT_SECONDS):
            ensure_environment(names)
            ensure_secret_key(VAR / "secret-key")
    except CannotPrepare as error:
        say(str(error))
    except TimeoutError:
        say("Script lain masih memasang CareerFit: tunggu sampai selesai, lalu coba lagi.")
    except OSError as error:
        say(f"{error.filename} tidak bisa ditulis ({error.strerror}): periksa pemilik dan izinnya.")
    except KeyboardInterrupt:
        say("Dihentikan; jalankan lagi untuk melanjutkan.")
    else:
        if arguments:
            os.execv(PYTHON, [str(PYTHON), *arguments])  # noqa: S606
        return 0
    return 1


def say(sentence: str) -> None:
    """Tell the person; standard output belongs to the command that comes after this."""
    print(sentence, file=sys.stderr, flush=True)


def ensure_environment(names: list[str]) -> None:
    """Make the virtual environment and install the pinned packages, as far as they changed."""
    wanted = {name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in names}
    identity = {"folder": str(VENV), "python": sys.version.split()[0]}
    stamp = read_stamp()
    fits = PYTHON.exists() and identity.items() <= stamp.items()
    if fits and wanted.items() <= stamp.items():
        return
    refuse_while_in_use()
    STAMP.unlink(missing_ok=True)
    if not fits:
        say("Menyiapkan CareerFit untuk pertama kali; ini perlu satu sampai tiga menit …")
        make_environment()
        stamp = dict(identity)
    else:
        say("Memasang paket yang berubah …")
    install(names)
    STAMP.write_text(json.dumps(stamp | wanted, indent=1))


def read_stamp() -> dict[str, str]:
    """What the environment was made from; nothing when it was not finished."""
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def refuse_while_in_use() -> None:
    """Stop a PostgreSQL that nobody uses any more; leave one that is in use its programs."""
    if not EmbeddedPostgres(VAR / "postgres").leave():
        raise CannotPrepare(
            "Paket perlu diperbarui, tetapi PostgreSQL CareerFit sedang dipakai: "
            "hentikan script/server (Ctrl+C), lalu jalankan lagi."
        )


def make_environment() -> None:
    """Make an empty virtual environment."""
    run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        f"Lingkungan Python di {VENV} tidak bisa dibuat",
    )


def install(names: list[str]) -> None:
    """Install exactly the pinned packages; a package with another content is refused."""
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--require-hashes"]
    command += ["--disable-pip-version-check", "--no-warn-script-location"]
    for name in names:
        command += ["--requirement", str(ROOT / name)]
    run(
        command, "Paket tidak bisa dipasang; periksa sambungan internet dan sisa ruang, lalu ulangi"
    )


def run(command: list[str], complaint: str) -> None:
    """Run a program quietly; when it fails, say what it said, and complain with its last words.

    pip names the cause first, each try to reach its server, and ends with what it did not get.
    """
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        said = (result.stderr or result.stdout).strip().splitlines() or ["tanpa keterangan"]
        *before, last = said[-LINES_OF_A_PROGRAM:]
        for line in before:
            say(f"  {line}")
        raise CannotPrepare(f"{complaint} ({last.strip()}).")


def ensure_secret_key(path: Path) -> None:
    """Make this site's secret key, once, readable by its owner alone."""
    if path.exists() and path.stat().st_size:
        return
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(50))
    unfinished.rename(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
