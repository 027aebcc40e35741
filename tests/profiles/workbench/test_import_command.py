from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.core.management import call_command

from profiles.models import Edition, Profession, Trait

PROFILE = """Pemandu Museum

\u00a0 Profil Profesi

Pekerjaan sebagai pemandu museum melibatkan bercerita tentang koleksi kepada pengunjung.

Apa saya cocok bekerja sebagai Pemandu museum?

Profil orang yang cocok adalah seseorang yang memiliki kepemimpinan dan kemampuan menganalisis data.

Orang yang tidak cocok adalah seseorang yang tidak memiliki kemampuan komunikasi yang baik.

Jurusan Kuliah yang Mendukung

Ilmu Sejarah
Arkeologi
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile(tmp_path: Path, campaign: Profession) -> Path:
    path = tmp_path / "pemandu-museum.txt"
    path.write_text(PROFILE, encoding="utf-8")
    return path


def run(*arguments: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = 0
    try:
        call_command("import_profession", *map(str, arguments))
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_json_is_all_that_standard_output_carries(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(profile, "--json", "--dry-run", capsys=capsys)
    value = json.loads(out)
    assert code == 0
    assert list(value) == [
        *("name", "slug", "overview", "suited", "unsuited", "misconception", "expectation"),
        *("difference", "majors", "institutions", "unplaced", "demands"),
        *("not_measured", "placements"),
    ]
    assert (value["name"], value["slug"]) == ("Pemandu Museum", "pemandu-museum")
    assert value["majors"] == ["Ilmu Sejarah", "Arkeologi"]
    assert [(d["trait"], d["weight"], d["essential"]) for d in value["demands"]] == [
        ("communication", 3, True),
        ("leadership", 2, False),
        ("data_analysis", 2, False),
    ]
    assert not Profession.objects.filter(slug="pemandu-museum").exists()


def test_import_and_publish(profile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(profile, "--publish", capsys=capsys)
    assert (code, "diterbitkan sebagai edisi 1" in out) == (0, True)
    edition = Edition.objects.get(profession__slug="pemandu-museum")
    assert [demand.trait for demand in edition.content.demands] == [
        "communication",
        "leadership",
        "data_analysis",
    ]


def test_what_must_be_mended_is_kept_as_a_draft(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PROFILE.replace("Jurusan", "Kisah Nyata\n\nIa pernah tersesat.\n\nJurusan")
    profile.write_text(text)
    code, _, err = run(profile, "--publish", "--accept-warnings", capsys=capsys)
    assert code == 1
    assert "tersimpan sebagai draf, belum terbit. Masih ada teks yang belum ditempatkan." in err
    assert "--accept-warnings" not in err
    assert not Edition.objects.filter(profession__slug="pemandu-museum").exists()


def test_what_wants_a_yes_is_published_with_one(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Trait.objects.filter(code="leadership").update(keywords="")
    code, _, err = run(profile, "--publish", capsys=capsys)
    assert code == 1
    assert "Kurang dari 3 keterampilan berbobot" in err
    assert "ulangi dengan --accept-warnings" in err
    assert Profession.objects.filter(slug="pemandu-museum").exists()
    code, out, _ = run(profile, "--publish", "--accept-warnings", capsys=capsys)
    assert (code, "diterbitkan sebagai edisi 1" in out) == (0, True)


def test_what_is_unsure_is_said_with_its_reason(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PROFILE.replace("Jurusan", "Kisah Nyata\n\nIa pernah tersesat.\n\nJurusan")
    profile.write_text(text, encoding="utf-16")
    code, out, _ = run(profile, capsys=capsys)
    assert code == 0
    reason = "karena judul “Kisah Nyata” belum dikenal"
    assert f"Periksa “Ia pernah tersesat.”: belum ditempatkan, {reason}." in out


def test_importing_again_says_that_nothing_changed(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(profile, "--publish", capsys=capsys)
    code, out, _ = run(profile, "--publish", capsys=capsys)
    assert code == 0
    assert "tidak berubah" in out
    assert Edition.objects.filter(profession__slug="pemandu-museum").count() == 1


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "kosong"),
        (b" \n\xc2\xa0\n", "kosong"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "bukan teks"),
        ("Проводник".encode("cp1251"), "pengodean"),
        (b"{\\rtf1 Pemandu}", "RTF"),
        (b"Belanja\n\nberas 5 kg\ngula 1 kg\nminyak goreng\n", "tidak terbaca sebagai profil"),
        ((PROFILE + PROFILE.replace("emandu", "enjaga")).encode(), "lebih dari satu profesi"),
        (b"a\n" * 5_000_000, "lebih besar"),
        ("会计\n\nOverview text that is long enough to be prose.".encode(), "huruf Latin"),
    ],
    ids=["empty", "blank", "binary", "Cyrillic", "RTF", "a list", "two", "10 MB", "no Latin title"],
)
def test_what_is_no_profile_gets_one_line_and_the_others_still_load(
    raw: bytes, sentence: str, profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "rusak.txt"
    bad.write_bytes(raw)
    code, _, err = run(bad, profile, capsys=capsys)
    assert code == 1
    (line,) = err.splitlines()
    assert str(bad) in line
    assert sentence in line
    assert Profession.objects.filter(slug="pemandu-museum").exists()
    assert Profession.objects.count() == 2


def test_a_missing_file_and_a_folder_get_one_line_each(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(tmp_path / "tidak-ada.txt", tmp_path, profile, capsys=capsys)
    assert code == 1
    assert [line.partition(": ")[2][:20] for line in err.splitlines()] == [
        "berkas ini tidak ada",
        "berkas ini tidak bis",
    ]
    assert Profession.objects.filter(slug="pemandu-museum").exists()


def test_a_pipe_and_a_device_are_not_waited_for(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipa.txt"
    os.mkfifo(pipe)
    code, _, err = run(pipe, "/dev/zero", profile, capsys=capsys)
    assert code == 1
    refused, sentences = zip(*(line.split(": ") for line in err.splitlines()), strict=True)
    assert refused == (str(pipe), "/dev/zero")
    assert all("pipa atau perangkat" in sentence for sentence in sentences)
    assert Profession.objects.filter(slug="pemandu-museum").exists()


def test_a_profile_that_cannot_be_published_stays_a_draft(
    tmp_path: Path, campaign: Profession, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "penyair.txt"
    path.write_text("Pekerjaan sebagai penyair melibatkan kata, bunyi, dan sunyi.")
    code, _, err = run(path, "--publish", capsys=capsys)
    assert code == 1
    assert "belum terbit. Tambahkan paling sedikit satu keterampilan" in err
    assert Profession.objects.get(slug="penyair").editions.count() == 0


def test_what_an_editor_changed_is_reported_as_kept(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(profile, capsys=capsys)
    Profession.objects.filter(slug="pemandu-museum").update(overview="Kata editor.")
    profile.write_text(PROFILE.replace("bercerita", "bertutur"), encoding="utf-8")
    _, out, _ = run(profile, capsys=capsys)
    assert "Dibiarkan karena sudah disunting: overview (--replace" in out
    _, out, _ = run(profile, "--replace", capsys=capsys)
    assert "diperbarui: overview" in out
    assert "bertutur" in Profession.objects.get(slug="pemandu-museum").overview


def test_a_file_name_that_is_no_text_still_gives_a_name(
    tmp_path: Path, campaign: Profession, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(bytes(tmp_path).decode() + "/penyiar-radio-\udcff.txt")
    path.write_text("Pekerjaan sebagai penyiar radio melibatkan suara dan jadwal siaran.")
    code, out, _ = run(path, "--json", capsys=capsys)
    assert (code, json.loads(out)["slug"]) == (0, "penyiar-radio")
