"""What a figure of the analysis means, and what a teacher can do about it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from django.utils.translation import gettext as _

from quiz.core.item_analysis import StatementFlag

Weight = Literal["red", "amber"]


class Advice(NamedTuple):
    """A sentence to an editor, and how much it presses."""

    weight: Weight
    text: str


def advice(flags: tuple[StatementFlag, ...]) -> list[Advice]:
    """What to do about a statement with these flags, the most pressing first."""
    sentences: dict[StatementFlag, Advice] = {
        "reversed": Advice(
            "red",
            _(
                "Mungkin terbalik arahnya: siswa yang setuju dengan pernyataan lain justru "
                "cenderung tidak setuju dengan yang ini. Periksa dulu arahnya (+ atau −), lalu "
                "kata-katanya."
            ),
        ),
        "weak": Advice(
            "red",
            _(
                "Hampir tidak sejalan dengan pernyataan lain di keterampilan ini. Mungkin ada dua "
                "gagasan dalam satu kalimat, kata yang sulit, atau yang ditanyakan sebenarnya hal "
                "lain. Tulis ulang, atau hilangkan centang “dipakai”."
            ),
        ),
        "low": Advice(
            "amber",
            _(
                "Agak kurang sejalan dengan pernyataan lain. Masih boleh dipakai; baca lagi "
                "kalimatnya, apakah bisa dibuat lebih jelas."
            ),
        ),
        "skipped": Advice(
            "amber",
            _(
                "Lebih dari 5 % siswa melewatinya. Mungkin sulit dimengerti, atau tidak bisa "
                "dijawab dari keseharian siswa. Coba tanyakan kepada beberapa siswa."
            ),
        ),
        "one_answer": Advice(
            "amber",
            _(
                "Lebih dari 80 % memilih jawaban yang sama, jadi pernyataan ini hampir tidak "
                "membedakan siswa. Tanyakan kebiasaan yang lebih khusus."
            ),
        ),
        "extreme": Advice(
            "amber",
            _(
                "Rata-ratanya dekat sekali dengan ujung skala: hampir semua siswa setuju, atau "
                "hampir semua tidak. Buat pernyataannya sedikit lebih sulit, atau lebih mudah, "
                "untuk disetujui."
            ),
        ),
    }
    said = [flag for flag in sentences if flag in flags]
    # That it agrees with nothing is a part of that it says the contrary.
    return [sentences[flag] for flag in said if not (flag == "weak" and "reversed" in flags)]


def alpha_meaning(alpha: float) -> str:
    """What alpha says of a trait's statements together."""
    if alpha < 0.6:
        return _(
            "Pernyataan-pernyataan ini belum cukup sejalan untuk dibaca sebagai satu "
            "keterampilan. Mulai dari yang bertanda merah di bawah; jangan menarik kesimpulan "
            "dari skor keterampilan ini."
        )
    if alpha < 0.7:
        return _(
            "Cukup untuk bahan refleksi, belum untuk membandingkan siswa. Memperbaiki pernyataan "
            "yang bertanda di bawah biasanya menaikkannya."
        )
    return _("Pernyataan-pernyataan ini sejalan satu sama lain. Tidak ada yang perlu diubah.")


def sem_meaning(sem: float, assumed: float) -> str:
    """How the error that students' answers show lies to the one that ranges assume."""
    if sem > assumed:
        return _(
            "Lebih besar daripada yang dipakai di halaman hasil: rentang yang dilihat siswa "
            "sedikit terlalu sempit. Perbaiki pernyataan yang bertanda dulu."
        )
    return _("Tidak lebih besar daripada yang dipakai di halaman hasil: rentangnya hati-hati.")
