"""Words for what is counted: levels, answers, and signs that the answers may say little."""

from __future__ import annotations

from django.utils.translation import gettext as _

from careerfit.web.languages import page_language
from profiles.editions.content import EditionContent
from quiz.core.response_quality import Sign


def level_name(of: str) -> str:
    """A level in words, for a trait."""
    return {
        "developing": _("Sedang berkembang"),
        "capable": _("Cukup kuat"),
        "strong": _("Kuat"),
    }[of]


def headline(of: str) -> str:
    """A level in words, for the match. It speaks of the answers and the work, not of the person."""
    return {
        "developing": _("Masih banyak ruang untuk dijelajahi"),
        "capable": _("Cukup sejalan"),
        "strong": _("Sangat sejalan"),
    }[of]


def notice(sign: Sign) -> str:
    """One kind sentence for a sign that the answers may say little."""
    return {
        "fast": _(
            "Kamu menjawab cepat sekali, kurang dari 2 detik per pernyataan. Hasilnya tetap bisa "
            "kamu lihat, tetapi mungkin kurang menggambarkan dirimu. Mau coba lagi dengan santai?"
        ),
        "same": _(
            "Banyak pernyataan berturut-turut kamu jawab sama. Kalau itu memang kamu, tidak "
            "masalah. Kalau tadi sambil lalu, kamu boleh mengulang kapan saja."
        ),
        "mixed": _(
            "Beberapa jawabanmu mengarah ke dua arah yang berbeda. Mungkin pernyataannya yang "
            "kurang jelas. Coba baca ulang jika ada waktu."
        ),
    }[sign]


def answer_name(content: EditionContent, answer: int | None) -> str:
    """An answer in the words that stood on its button; None for a statement that was skipped."""
    return content.scale.text(answer).in_language(page_language())
