"""Makes .docx and .pdf files of a few hundred bytes, with just what a test is about in them."""

from __future__ import annotations

import io
import zipfile

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def run(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    """A paragraph; what is no markup yet becomes a run."""
    runs = (one if one.startswith("<") else run(one) for one in inside)
    return f"<w:p>{''.join(runs)}</w:p>"


NOTE_REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2">{paragraph("Menurut KBJI 2014.")}</w:footnote>'
)


def table(*rows: list[str]) -> str:
    """A table with a paragraph in each cell."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def text_box(text: str) -> str:
    """A text box as Word writes it: for itself, and once more for programs that are older."""
    inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        "<wp:docPr id='1' name='Kotak' descr='Gambar kotak'/>"
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def docx(*body: str, before: str = "", more: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx of these paragraphs; `parts` are header, footer, footnotes and endnotes."""
    roots = {"header": "hdr", "footer": "ftr"}
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_RELATION}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    link = f'<Relationship Id="rLink" Type="{_RELATION}/hyperlink" Target="https://contoh.id/"/>'
    main = (
        f'<Relationship Id="rMain" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>',
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_RELATIONS}">{relations}{link}</Relationships>'
        ),
        "word/document.xml": (
            f"{before}<w:document {_SPACES}><w:body>{''.join(body)}</w:body></w:document>"
        ),
        **{
            f"word/{name}.xml": f"<w:{roots.get(name, name)} {_SPACES}>{xml}"
            f"</w:{roots.get(name, name)}>"
            for name, xml in parts.items()
        },
        **(more or {}),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def pdf(*pages: str, drawing: bytes | None = None, encrypt: str = "") -> bytes:
    """A .pdf with these texts, a page each; or with one page that is drawn so."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for text in pages or ("",):
        page = writer.add_blank_page(595, 842)
        lines = "".join(f"({line}) Tj 0 -16 Td\n" for line in text.splitlines())
        drawn: StreamObject = DecodedStreamObject()
        drawn.set_data(drawing or f"BT /F1 12 Tf 60 780 Td\n{lines}ET".encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(drawn.flate_encode())
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    if encrypt:
        writer.encrypt(encrypt, algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
