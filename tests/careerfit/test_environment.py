"""What is refused in the environment, and how."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from careerfit.environment import Environment

env = Environment()


@pytest.mark.parametrize("port", ["delapan", "-1", "0", "65536", "8000.5", "８０００", "80 00"])
def test_a_port_that_is_none_is_quoted(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.port("PORT", 8000)
    assert str(refusal.value) == f"PORT harus angka dari 1 sampai 65535, bukan “{port}”."


@pytest.mark.parametrize(("word", "port"), [("", 8000), (" 80 ", 80), ("65535", 65535)])
def test_a_port_is_a_number(word: str, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", word)
    assert env.port("PORT", 8000) == port


@pytest.mark.parametrize("word", ["mungkin", "2", "truee"])
def test_what_is_neither_on_nor_off_is_quoted(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS", word)
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.switch("HTTPS")
    assert str(refusal.value) == f"HTTPS harus true atau false, bukan “{word}”."


@pytest.mark.parametrize(
    ("word", "on"),
    [("ya", True), ("TRUE", True), ("1", True), ("tidak", False), ("Off", False), ("", False)],
)
def test_on_and_off_are_understood_in_both_languages(
    word: str, on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS", word)
    assert env.switch("HTTPS") is on


def test_what_nobody_set_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HTTPS", raising=False)
    assert env.switch("HTTPS") is False


@pytest.mark.parametrize("name", ["Jakarta", "../../etc/passwd", "Asia", "/etc"])
def test_a_time_zone_that_there_is_not_is_quoted(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIME_ZONE", name)
    with pytest.raises(ImproperlyConfigured, match=f"TIME_ZONE “{name}” tidak dikenal: pakai Asia"):
        env.time_zone("TIME_ZONE", "Asia/Jakarta")


@pytest.mark.parametrize("name", ["", "Asia/Jakarta", "Asia/Jayapura"])
def test_a_time_zone_is_known_by_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIME_ZONE", name)
    assert env.time_zone("TIME_ZONE", "Asia/Jakarta") == (name or "Asia/Jakarta")


def test_one_of_several_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECOND", "Required ")
    assert env.choice("SECOND", ["optional", "required"]) == "required"
    monkeypatch.setenv("SECOND", "")
    assert env.choice("SECOND", ["optional", "required"]) == "optional"
    monkeypatch.setenv("SECOND", "ya")
    with pytest.raises(ImproperlyConfigured, match="optional atau required, bukan “ya”"):
        env.choice("SECOND", ["optional", "required"])
