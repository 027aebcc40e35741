from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from profiles.models import Edition, Profession, Statement
from quiz.actions import submit_attempt
from quiz.analysis.studies import Study, TraitStudy, study
from tests.factories import NOW, copy_profession, make_edition, store_attempt, vary_answers

_numbers = count()


def send(edition: Edition, answers: Mapping[str, int] | None = None, **columns: object) -> None:
    """One more attempt, an hour after the one before."""
    number = next(_numbers)
    given = vary_answers(edition) if answers is None else answers
    moment = NOW + timedelta(hours=number)
    store_attempt(edition, key=f"{number:022}", answers=given, submitted_at=moment, **columns)


def of(found: Study, code: str) -> TraitStudy:
    (trait,) = (trait for trait in found.traits if trait.code == code)
    return trait


def study_quiz(edition: Edition, **options: int) -> Study:
    return study(edition.content.statements, edition.content.scale, **options)


@pytest.fixture
def statement(edition: Edition) -> Statement:
    return Statement.objects.get(code=edition.content.statements[0].code)


def test_each_trait_is_studied_from_its_own_answers(edition: Edition) -> None:
    for _ in range(3):
        send(edition)
    found = study_quiz(edition)
    assert (found.attempts, found.signed, found.is_sample) == (3, 0, False)
    assert [trait.code for trait in found.traits] == [t.code for t in edition.content.traits]
    assert {trait.analysis.complete for trait in found.traits} == {3}
    assert [len(trait.statements) for trait in found.traits] == [6] * 4


def test_answers_arrive_as_they_were_given(edition: Edition) -> None:
    codes = [statement.code for statement in edition.content.statements]
    for _ in range(30):
        send(edition, {code: 1 + n % 5 for n, code in enumerate(codes) if n})
    found = study_quiz(edition)
    for trait in found.traits:
        for statement, one in zip(trait.statements, trait.analysis.statements, strict=True):
            n = codes.index(statement.code)
            assert one.mean == (1 + n % 5 if n else None)
            assert one.skip_rate == (0 if n else 1)


def test_attempts_with_a_sign_are_left_out_and_counted(edition: Edition) -> None:
    send(edition)
    send(edition, signs=["fast"])
    found = study_quiz(edition)
    assert (found.attempts, found.signed) == (2, 1)
    assert found.traits[0].analysis.n == 1


def test_an_answer_that_was_taken_along_counts_where_it_was_given(edition: Edition) -> None:
    send(edition)
    taken = edition.content.statements[0]
    send(edition, carried={taken.code: "2026-07-01"})
    found = study_quiz(edition)
    own = of(found, taken.trait)
    assert (own.analysis.n, own.carried) == (1, 1)
    (other, *_) = (trait for trait in found.traits if trait.code != taken.trait)
    assert (other.analysis.n, other.carried) == (2, 0)


def test_a_statement_is_followed_to_other_editions_and_professions(
    campaign: Profession, edition: Edition, statement: Statement
) -> None:
    other = make_edition(copy_profession(campaign, slug="lain", name="Profesi Lain"))
    statement.code, before = "BARU", statement.code
    statement.save()
    campaign.overview += "\nSatu kalimat lagi."
    campaign.save()
    renamed = make_edition(campaign)
    for one in (edition, other, renamed):
        send(one)
    found = study_quiz(renamed)
    assert before != "BARU" in {one.code for one in renamed.content.statements}
    assert of(found, statement.trait.code).analysis.complete == 3
    here = study_quiz(renamed, profession=campaign.pk)
    assert of(here, statement.trait.code).analysis.complete == 2


@pytest.mark.parametrize("change", [{"text": "Kalimat lain."}, {"keying": -1}])
def test_other_words_or_another_direction_are_another_statement(
    campaign: Profession, edition: Edition, statement: Statement, change: dict[str, object]
) -> None:
    send(edition)
    Statement.objects.filter(pk=statement.pk).update(**change)
    changed = make_edition(campaign)
    send(changed)
    analysis = of(study_quiz(changed), statement.trait.code).analysis
    assert sorted(one.asked for one in analysis.statements) == [1, 2, 2, 2, 2, 2]
    assert (analysis.n, analysis.complete) == (2, 1)


def test_english_words_may_be_mended(
    campaign: Profession, edition: Edition, statement: Statement
) -> None:
    send(edition)
    Statement.objects.filter(pk=statement.pk).update(text_en="Better words.")
    assert of(study_quiz(make_edition(campaign)), statement.trait.code).analysis.complete == 1


def test_what_was_published_before_there_were_scales_counts_too(edition: Edition) -> None:
    old = {**edition.content.to_json(), "schema": 1, "majors": [], "institutions": []}
    for later in ("scale", "levels", "rule"):
        del old[later]
    first = Edition.objects.create(
        profession=edition.profession, number=9, frozen=old, published_at=NOW
    )
    send(first)
    assert study_quiz(edition).traits[0].analysis.complete == 1


def test_only_the_newest_are_looked_at_and_that_is_said(
    campaign: Profession, edition: Edition
) -> None:
    send(make_edition(copy_profession(campaign, slug="lain", name="Lain")), {})
    for _ in range(2):
        send(edition)
    found = study_quiz(edition, most=2)
    assert (found.attempts, found.is_sample) == (2, True)
    assert found.traits[0].analysis.statements[0].skip_rate is None
    assert found.traits[0].analysis.statements[0].asked == 2
    assert found.traits[0].analysis.complete == 2


def test_nothing_is_known_of_what_nobody_was_asked(edition: Edition) -> None:
    assert study_quiz(edition).attempts == 0
    assert study((), edition.content.scale).traits == ()


def test_more_editions_and_attempts_cost_no_more_queries(
    campaign: Profession, edition: Edition
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            study_quiz(edition)
        return len(asked)

    send(edition)
    few = queries()
    for n in range(4):
        send(make_edition(copy_profession(campaign, slug=f"lain-{n}", name=f"Lain {n}")))
    assert queries() == few == 2


def test_what_students_really_send_is_what_is_studied(edition: Edition) -> None:
    submit_attempt(
        edition=edition, key="k" * 22, answers=vary_answers(edition), started_at=None, now=NOW
    )
    assert study_quiz(edition).traits[0].analysis.complete == 1
