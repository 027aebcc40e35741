"""What a file holds is read whole, and a file that cannot be read is refused with its reason."""

from __future__ import annotations

import io
import zipfile

import pytest

from profiles.documents.decoding import NotAProfile
from profiles.documents.files.reading import MAX_FILE_BYTES, read_file
from tests.profiles.documents.files.made import (
    NOTE_REFERENCE,
    NOTES,
    docx,
    paragraph,
    pdf,
    run,
    table,
    text_box,
)

WRITTEN = {
    "plain": (docx(paragraph("Satu."), paragraph("Dua.")), "Satu.\n\nDua."),
    "runs are joined": (docx(paragraph("Ia mem", "baca.")), "Ia membaca."),
    "inserted": (
        docx(paragraph("Ia teliti", f'<w:ins w:id="1">{run(" dan sabar")}</w:ins>', run("."))),
        "Ia teliti dan sabar.",
    ),
    "deleted": (
        docx(
            paragraph("Ia", '<w:del w:id="1"><w:r><w:delText> malas</w:delText></w:r></w:del>', ".")
        ),
        "Ia.",
    ),
    "moved": (
        docx(
            paragraph("Satu.", f'<w:moveFrom w:id="1">{run(" Dua.")}</w:moveFrom>'),
            paragraph(f'<w:moveTo w:id="2">{run("Dua.")}</w:moveTo>'),
        ),
        "Satu.\n\nDua.",
    ),
    "table": (
        docx(paragraph("Jurusan"), table(["Hukum", "Gizi"], ["Kimia", "Fisika"])),
        "Jurusan\n\nHukum\n\nGizi\n\nKimia\n\nFisika",
    ),
    "footnote": (
        docx(paragraph("Ia menulis", NOTE_REFERENCE, "."), paragraph("Akhir."), footnotes=NOTES),
        "Ia menulis.\n\nMenurut KBJI 2014.\n\nAkhir.",
    ),
    "link": (
        docx(paragraph("Baca ", f'<w:hyperlink r:id="rLink">{run("di sini")}</w:hyperlink>', ".")),
        "Baca di sini.",
    ),
    "line break": (docx(paragraph("Satu", "<w:r><w:br/></w:r>", "dua")), "Satu\ndua"),
    "less than": (docx(paragraph("Nilai &lt; 5 &amp; jelas")), "Nilai < 5 & jelas"),
    "content control": (
        docx(f"<w:sdt><w:sdtContent>{paragraph('Di dalam.')}</w:sdtContent></w:sdt>"),
        "Di dalam.",
    ),
}


@pytest.mark.parametrize(("raw", "text"), WRITTEN.values(), ids=WRITTEN)
def test_a_word_document_is_read_as_it_reads_now(raw: bytes, text: str) -> None:
    assert read_file(raw).text == text


def test_a_text_box_is_read_once() -> None:
    read = read_file(
        docx(paragraph("Sebelum."), paragraph("Di ", text_box("Dalam kotak."), "luar."))
    )
    assert sorted(read.text.split("\n\n")) == ["Dalam kotak.", "Di luar.", "Sebelum."]


def test_headers_and_footers_are_told_apart() -> None:
    read = read_file(docx(paragraph("Isi."), header=paragraph("SMA"), footer=paragraph("2026")))
    assert read == ("Isi.", ("SMA", "2026"))


def test_a_pdf_is_read_page_by_page() -> None:
    assert read_file(pdf("Ahli Gizi\nIa teliti.", "Akhir.")).text == "Ahli Gizi\nIa teliti.\nAkhir."


def test_text_is_read_as_before() -> None:
    assert read_file("Ahli Gizi\n".encode("utf-16")).text == "Ahli Gizi\n"


def zipped(**files: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "/"), content)
    return written.getvalue()


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
SPAN = '<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
WIDE = f"<w:tbl><w:tr><w:tc>{SPAN}<w:p/></w:tc></w:tr></w:tbl>"
DEEP = "<w:ins>" * 5_000 + "</w:ins>" * 5_000
MANY = paragraph("a") * 60_000
REFUSED = {
    "huge file": (b"a" * (MAX_FILE_BYTES + 1), "too_large_file"),
    "160 MB in a picture": (
        docx(paragraph("a"), more={"word/media/a.png": bytes(160_000_000)}),
        "too_large_unzipped",
    ),
    "16 MB of text": (docx(paragraph("a" * 16_000_000)), "too_large_unzipped"),
    "many entries": (
        docx(more={f"word/{n}.bin": b"" for n in range(3_000)}),
        "too_large_unzipped",
    ),
    "entities": (docx(paragraph("&c;"), before=LAUGHS), "damaged"),
    "wide cell": (docx(WIDE), "damaged"),
    "deep": (docx(DEEP), "damaged"),
    "many paragraphs": (docx(MANY), "too_demanding"),
    "torn": (docx(paragraph("a" * 5_000))[:-200], "damaged"),
    "no xml": (docx("<w:p>"), "damaged"),
    "zip": (zipped(a=b"a"), "other_office"),
    "odt": (
        zipped(content=b"<a/>", mimetype=b"application/vnd.oasis.opendocument.text"),
        "other_office",
    ),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), "old_word"),
    "word with password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "photo": (b"\xff\xd8\xff\xe0" + bytes(2_000), "pictures"),
    "pdf with password": (pdf("Rahasia", encrypt="kunci"), "encrypted"),
    "scan": (pdf(""), "pictures"),
    "torn pdf": (b"%PDF-1.7\n1 0 obj", "damaged"),
    "many pages": (pdf(*["a"] * 41), "too_large"),
    "long drawing": (pdf(drawing=b"q Q " * 12_000_000), "too_demanding"),
    "nothing": (b"", "empty"),
}


@pytest.mark.parametrize(("raw", "code"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(raw: bytes, code: str) -> None:
    with pytest.raises(NotAProfile) as refusal:
        read_file(raw)
    assert refusal.value.code == code
