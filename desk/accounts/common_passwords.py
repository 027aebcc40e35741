"""Refuses passwords that are the first to be guessed in Indonesia; Django's list is of others.

The rule: one or two words that everybody would try, with digits and signs around them that add
little. Two words from here with the usual endings make some hundred thousand passwords, all of
which are guessed sooner than one sentence.
"""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

# A date of birth has eight digits; more of them are worth something by themselves.
MOST_OTHERS = 8

# The country and its places; school; what people call secret; those who are dear; names and clubs;
# what is under one's hands; everyday things.
_LISTED = """
indonesia nusantara garuda pancasila merdeka jakarta bandung surabaya medan semarang jogja
jogjakarta yogyakarta solo malang bogor depok bekasi tangerang banten bali denpasar makassar
palembang padang pekanbaru batam lampung aceh pontianak banjarmasin samarinda balikpapan
manado ambon jayapura papua kupang mataram lombok jawa sumatra sumatera kalimantan sulawesi
sekolah sekolahku guru guruku gurubk pakguru buguru siswa murid kelas kuliah kampus sma smp
smk sman smkn smpn mts madrasah pesantren santri osis pramuka ujian rapor pelajar mahasiswa
belajar pendidikan kepsek kepalasekolah careerfit konseling
rahasia sandi katasandi kunci password passwd admin administrator bismillah alhamdulillah
assalamualaikum masyaallah subhanallah insyaallah allah allahuakbar yesus tuhan
sayang sayangku cinta cintaku aku kamu saya anda mama papa ibu bunda ayah bapak keluarga anak
anakku istri suami adik kakak teman sahabat bahagia sukses semangat ganteng cantik manis
budi siti agus sri rina dewi putri putra ahmad muhammad rizky andi joko persib persija arema
persebaya timnas
qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qwer qweasd qweasdzxc qazwsx
qazwsxedc abc abcd abcde abcdef abcdefgh aaa bbb xxx qqq
satu dua tiga empat lima enam tujuh delapan sembilan sepuluh januari februari maret april mei
juni juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu
minggu kucing bakso merah putih merahputih lupa coba tes test halo
"""
WORDS = frozenset(_LISTED.split())
SIGNS_FOR_LETTERS = str.maketrans("430157@$!", "aeoistasi")
BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])[430157@$!]+(?=[^\W\d_])")


class CommonIndonesianPasswords:
    """A validator as Django's settings name them."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError for a password that is among the first to be guessed."""
        if is_common(password):
            raise ValidationError(
                gettext(
                    "Kata sandi ini terlalu mudah ditebak. Rangkai beberapa kata yang tidak "
                    "berhubungan, misalnya nama tiga benda di kamarmu."
                ),
                code="password_too_common",
            )

    def get_help_text(self) -> str:
        """What to do, before it is typed."""
        return gettext(
            "Jangan memakai nama kota, sekolah, atau kata yang biasa seperti “rahasia123”."
        )


def is_common(password: str) -> bool:
    """Whether a password is at most two words of the list and a few digits and signs."""
    typed = password.casefold()
    meant = BETWEEN_LETTERS.sub(lambda signs: signs[0].translate(SIGNS_FOR_LETTERS), typed)
    return _is_made_of_words(typed) or _is_made_of_words(meant)


def _is_made_of_words(password: str) -> bool:
    runs = re.findall(r"[^\W\d_]+", password)
    others = len(password) - sum(map(len, runs))
    if others > MOST_OTHERS or not runs or len(runs) > 2:
        return False
    if len(runs) == 2:
        return all(run in WORDS for run in runs)
    return any(_two_words(runs[0], end) for end in range(1, len(runs[0]) + 1))


def _two_words(letters: str, end: int) -> bool:
    """Whether what is before and what is after this place are words, or nothing is after it."""
    return letters[:end] in WORDS and letters[end:] in WORDS | {""}
