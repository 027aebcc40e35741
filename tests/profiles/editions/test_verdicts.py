from __future__ import annotations

import pytest

from profiles.editions.verdicts import find_verdicts, tells_reader_unfit


@pytest.mark.parametrize(
    "sentence",
    [
        "Jika kamu tidak teratur, kemungkinan kamu tidak cocok menjadi bendahara.",
        "Kalau mudah panik, pekerjaan ini kurang\u00a0cocok untukmu.",
        "Anda tidak begitu cocok bila ceroboh.",
        "Mungkin pekerjaan ini bukan untukmu.",
        "Bagi yang tidak sabar, ini bukan pilihan yang tepat untukmu.",
        "Pekerjaan ini tidak sesuai untuk kamu.",
        "If you lack patience, you are probably not suited to this work.",
        "You may not be a good fit for this job.",
        "You’re not cut out for this.",
        "Without patience this work is not for you.",
        "This may not be the right job for you.",
        "Such days don't suit you.",
        "You are unsuited to nursing.",
    ],
)
def test_a_reader_who_is_told_that_they_do_not_fit(sentence: str) -> None:
    assert tells_reader_unfit(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Orang yang ceroboh kurang cocok untuk pekerjaan ini.",
        "Ilmu ini tidak cocok dipakai saat bertemu tamu.",
        "Pekerjaan ini terasa berat kalau kamu mudah panik.",
        "Nilai yang rendah bukan berarti kamu tidak cocok.",
        "Belum tentu kamu tidak cocok.",
        "Pekerjaan ini tidak hanya cocok bagi yang rajin, juga untukmu.",
        "People who are careless do not fit well here.",
        "You notice when two sums do not match.",
        "A quiet nature does not mean that you are not suited.",
        "When a part does not fit, you look for the cause.",
        "The work may not be easy for you at first.",
    ],
)
def test_what_speaks_of_the_work_or_of_others_or_takes_it_back(sentence: str) -> None:
    assert not tells_reader_unfit(sentence)


def test_the_sentences_of_a_paragraph_that_do_so_come_out_verbatim() -> None:
    paragraph = "Kamu teliti? “Kalau tidak, kamu tidak cocok.” Pekerjaan ini bukan untukmu"
    assert find_verdicts(paragraph) == [
        "“Kalau tidak, kamu tidak cocok.”",
        "Pekerjaan ini bukan untukmu",
    ]
