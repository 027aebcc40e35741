"""What the settings make of the environment; each case in a process of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)


def load(*names: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Import the settings with nothing but this environment, and print some of them."""
    clean = {name: value for name, value in os.environ.items() if name not in NAMES}
    # A name that is there, though empty, also wins over a .env of whoever runs the tests.
    blank = {name: "" for name in NAMES if name not in {"DEBUG", "HTTPS", "PORT"}}
    blank |= {"DEBUG": "false", "HTTPS": "false", "PORT": "8000"}
    blank["TRUST_X_FORWARDED_PROTO"] = "false"
    program = (
        "import json; from careerfit import settings\n"
        f"print(json.dumps([getattr(settings, name, None) for name in {names!r}], default=str))"
    )
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**clean, **blank, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def values(*names: str, **environment: str) -> list[object]:
    result = load(*names, **{"SECRET_KEY": "for-tests", **environment})
    assert result.returncode == 0, result.stderr
    return list(json.loads(result.stdout))


def complaint(**environment: str) -> str:
    """The last line that the settings end with."""
    result = load(**environment)
    assert result.returncode != 0
    return result.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("key", ["", "   "])
def test_without_a_secret_key_it_says_how_to_make_one(key: str) -> None:
    said = complaint(SECRET_KEY=key)
    assert "ImproperlyConfigured: SECRET_KEY belum diisi" in said
    assert "secrets.token_urlsafe" in said


def test_the_secret_key_may_be_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("from-the-file\n")
    assert values("SECRET_KEY", SECRET_KEY="", SECRET_KEY_FILE=str(file)) == ["from-the-file"]
    assert values("SECRET_KEY", SECRET_KEY="first", SECRET_KEY_FILE=str(file)) == ["first"]


def test_a_secret_key_file_that_is_missing_or_empty_is_no_key(tmp_path: Path) -> None:
    assert "tidak bisa dibaca" in complaint(SECRET_KEY_FILE=str(tmp_path / "none"))
    (tmp_path / "empty").write_text("\n")
    assert "SECRET_KEY belum diisi" in complaint(SECRET_KEY_FILE=str(tmp_path / "empty"))


def test_it_is_safe_by_default() -> None:
    assert values("DEBUG", "SESSION_COOKIE_HTTPONLY", "CSRF_COOKIE_HTTPONLY") == [False, True, True]
    assert values("ALLOWED_HOSTS") == [["127.0.0.1", "localhost", "[::1]"]]
    assert values("SECURE_PROXY_SSL_HEADER") == [None]


def test_https_brings_secure_cookies_a_redirect_and_a_year_of_hsts() -> None:
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT")
    assert values(*names, "SECURE_HSTS_SECONDS") == [False, False, False, 0]
    assert values(*names, "SECURE_HSTS_SECONDS", HTTPS="true") == [True, True, True, 31536000]


def test_the_proxys_word_counts_only_when_said_so() -> None:
    assert values("SECURE_PROXY_SSL_HEADER", TRUST_X_FORWARDED_PROTO="true") == [
        ["HTTP_X_FORWARDED_PROTO", "https"]
    ]


def test_without_a_database_url_the_embedded_one_is_named_but_not_started(tmp_path: Path) -> None:
    embedded, databases = values("EMBEDDED_POSTGRES", "DATABASES", VAR_DIR=str(tmp_path))
    assert embedded is True
    assert isinstance(databases, dict)
    assert databases["default"]["HOST"] == str(tmp_path / "postgres" / "run")
    assert list(tmp_path.iterdir()) == []


def test_a_database_url_names_the_server() -> None:
    embedded, databases = values(
        "EMBEDDED_POSTGRES",
        "DATABASES",
        DATABASE_URL="postgres://siti:r%40hasia@db.example:5433/karier?sslmode=require",
    )
    assert embedded is False
    assert isinstance(databases, dict)
    default = databases["default"]
    assert default["ENGINE"] == "django.db.backends.postgresql"
    assert (default["HOST"], default["PORT"]) == ("db.example", 5433)
    assert (default["USER"], default["PASSWORD"], default["NAME"]) == ("siti", "r@hasia", "karier")
    assert default["OPTIONS"] == {"connect_timeout": 5, "sslmode": "require"}


@pytest.mark.parametrize("url", ["sqlite:///db.sqlite3", "mysql://a:b@c/d", "nonsense"])
def test_any_other_database_is_refused(url: str) -> None:
    assert "hanya memakai PostgreSQL" in complaint(SECRET_KEY="for-tests", DATABASE_URL=url)


@pytest.mark.parametrize("url", ["postgres://a:b@c:port/d", "postgresql://[::1/d", "postgres"])
def test_a_database_url_that_cannot_be_read_is_refused_as_well(url: str) -> None:
    assert "hanya memakai PostgreSQL" in complaint(SECRET_KEY="for-tests", DATABASE_URL=url)


def test_an_empty_value_means_the_default() -> None:
    assert values("DEBUG", "SERVER_PORT", DEBUG="", PORT="") == [False, 8000]


def test_an_open_server_may_be_called_by_this_machines_names_and_addresses() -> None:
    (hosts,) = values("ALLOWED_HOSTS", HOST="0.0.0.0")
    assert isinstance(hosts, list)
    assert {"localhost", "127.0.0.1", os.uname().nodename} <= set(hosts)
    assert "*" not in hosts
    assert values("ALLOWED_HOSTS", HOST="0.0.0.0", ALLOWED_HOSTS="a.example,b.example") == [
        ["a.example", "b.example"]
    ]
    (hosts,) = values("ALLOWED_HOSTS", HOST="192.0.2.7")
    assert isinstance(hosts, list)
    assert "192.0.2.7" in hosts


def test_the_example_lists_every_name_that_is_read() -> None:
    source = (ROOT / "careerfit" / "settings.py").read_text()
    read = set(re.findall(r"env\.\w+\(\s*\"([A-Z_]+)\"", source))
    assert read == set(NAMES)
    assert len(NAMES) == len(set(NAMES))


def test_the_example_as_it_is_only_lacks_a_secret_key(tmp_path: Path) -> None:
    example = dict(
        line.split("=", 1)
        for line in (ROOT / ".env.example").read_text().splitlines()
        if re.match(r"[A-Z]", line)
    )
    assert "SECRET_KEY belum diisi" in complaint(**example)
    assert load(**{**example, "SECRET_KEY": "for-tests"}).returncode == 0


def test_the_numbers_of_processes_and_threads_have_defaults_and_are_counted_from_one() -> None:
    assert values("SERVER_PROCESSES", "STAFF_THREADS", PROCESSES="4") == [4, 1]
    assert "harus bilangan mulai dari 1" in complaint(SECRET_KEY="x", READING_THREADS="0")
    assert "harus bilangan mulai dari 1" in complaint(SECRET_KEY="x", PROCESSES="dua")
