"""What is wrong with a profession, and what to do, in words for its editor."""

from __future__ import annotations

from django.utils.translation import gettext as _

from profiles.editions.faults import (
    MAXIMUM_STATEMENTS,
    MINIMUM_DEMANDS,
    MINIMUM_STATEMENTS,
    Fault,
)


def describe(fault: Fault) -> str:
    """One or two sentences that tell an editor what is wrong and what to do."""
    sentences = {
        "no_overview": _("Isi dulu bagian “gambaran pekerjaan”."),
        "text_unplaced": _(
            "Masih ada teks yang belum ditempatkan. Pindahkan ke bagian yang sesuai atau hapus."
        ),
        "nothing_not_measured": _(
            "Isi “yang belum diukur kuis”: sebutkan apa yang diminta profesi ini, tetapi tidak "
            "ditanyakan."
        ),
        "tells_reader_unfit": _(
            "Kalimat “%(quote)s” memberi tahu siswa bahwa ia tidak cocok. Bicaralah tentang "
            "pekerjaannya, misalnya: “Pekerjaan ini terasa berat bagi orang yang …”."
        ),
        "no_demand": _("Tambahkan paling sedikit satu keterampilan yang diminta profesi ini."),
        "all_weights_zero": _("Semua bobot 0. Beri bobot 2 atau 3 pada satu keterampilan."),
        "few_demands": _(
            "Kurang dari %(demands)s keterampilan berbobot, jadi kuis hanya melihat sebagian kecil "
            "pekerjaan ini. Tambahkan keterampilan lain kalau profilnya memintanya."
        ),
        "essential_without_weight": _(
            "%(trait)s ditandai kunci tetapi bobotnya 0. Beri bobot 3 atau hapus tanda kunci."
        ),
        "too_few_statements": _(
            "%(trait)s memerlukan paling sedikit %(minimum)s pernyataan yang dipakai."
        ),
        "too_many_statements": _(
            "Kuisnya lebih panjang dari %(maximum)s pernyataan. Hapus keterampilan yang tidak "
            "diminta profil, atau hilangkan centang “dipakai” pada sebagian pernyataan."
        ),
        "no_reversed_statement": _("%(trait)s memerlukan satu pernyataan berarah −."),
        "level_text_missing": _(
            "%(trait)s belum punya umpan balik dan langkah latihan untuk ketiga tingkat."
        ),
        "evidence_missing": _("%(trait)s belum punya bukti. Salin satu kalimat dari profil."),
        "evidence_not_in_texts": _(
            "Bukti untuk %(trait)s tidak tertulis di profil. Salin kalimatnya persis dari teks."
        ),
    }
    return sentences[fault.code] % {
        "trait": fault.trait.name.id if fault.trait else "",
        "minimum": MINIMUM_STATEMENTS,
        "maximum": MAXIMUM_STATEMENTS,
        "demands": MINIMUM_DEMANDS,
        "quote": fault.quote,
    }
