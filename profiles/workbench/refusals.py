"""Why a document was not taken, and what to do, in words for whoever brought it."""

from __future__ import annotations

from typing import Literal

from django.utils.translation import gettext as _

from profiles.documents.decoding import NotAProfile


def why_refused(code: NotAProfile.Code) -> str:
    """What is the matter with a file, and what to do about it."""
    return {
        "empty": _("berkas ini kosong; isi dengan profil profesi."),
        "too_large": _(
            "berkas ini lebih besar dari 1 MB teks, 20.000 baris, atau 40 halaman, jadi bukan "
            "profil profesi."
        ),
        "too_large_file": _(
            "berkas ini lebih besar dari 5 MB; hapus gambarnya, atau salin tulisannya saja."
        ),
        "too_large_unzipped": _(
            "isi berkas ini terlalu besar setelah dibuka; hapus gambarnya, atau salin tulisannya "
            "saja."
        ),
        "too_demanding": _(
            "berkas ini terlalu rumit untuk dibaca; buka berkasnya, lalu salin tulisannya."
        ),
        "binary": _("berkas ini bukan teks; simpan dulu sebagai teks biasa (.txt) atau .docx."),
        "unknown_encoding": _("pengodean teks ini tidak dikenal; simpan ulang sebagai UTF-8."),
        "markup": _("ini halaman web atau RTF, bukan teks biasa; salin tulisannya ke berkas .txt."),
        "damaged": _(
            "berkas ini rusak atau tidak lengkap; buka di aplikasi asalnya, lalu simpan ulang."
        ),
        "encrypted": _("berkas ini terkunci kata sandi; simpan ulang tanpa kata sandi."),
        "pictures": _("ini gambar atau hasil pindai, bukan teks; ketik atau salin tulisannya."),
        "old_word": _("ini format Word lama (.doc); buka di Word, lalu simpan sebagai .docx."),
        "other_office": _(
            "jenis berkas ini belum bisa dibaca; simpan sebagai .docx, .pdf, atau .txt."
        ),
    }[code]


def not_one_profile(kind: Literal["none", "several"]) -> str:
    """What a text is where it is no profile of one profession, and what to do about it."""
    return {
        "none": _("ini tidak terbaca sebagai profil profesi; tulis tugas dan syarat pekerjaannya."),
        "several": _("ini berisi lebih dari satu profesi; pisahkan, satu profesi per berkas."),
    }[kind]
