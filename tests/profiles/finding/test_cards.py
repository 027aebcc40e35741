"""Cards follow the editions, and a page of them is all that travels."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from profiles.editions.card_parts import digest
from profiles.finding.asked import Asked
from profiles.finding.found import find
from profiles.models import Card, Edition, Profession, Word
from profiles.workbench.publishing import PublishingRefused, publish
from tests.factories import NOW, copy_profession, make_edition


def names(asked: Asked | None = None) -> list[str]:
    return [card.name.id for card in find(asked or Asked(), "id").cards]


@pytest.fixture
def many(campaign: Profession) -> list[str]:
    """Forty-five professions beside the shipped one, named so that they come after it."""
    named = [f"Zoolog {number:02}" for number in range(45)]
    publish_copies(campaign, named)
    return named


def publish_copies(original: Profession, names: list[str]) -> None:
    for number, name in enumerate(names):
        copy = copy_profession(original, slug=f"salinan-{number}", name=name, name_en="")
        make_edition(copy)


def test_a_profession_has_one_card_that_each_edition_replaces(campaign: Profession) -> None:
    campaign.name = campaign.overview = "Syahbandar"
    campaign.demands.update(evidence="Syahbandar")
    campaign.save()
    edition, _ = publish(profession=campaign, now=NOW)
    card = Card.objects.get()
    assert (card.edition, card.digest) == (edition, digest(edition.content))
    assert names() == ["Syahbandar"]
    assert "syahbandar" in card.words
    assert Word.objects.filter(word="syahbandar").exists()


def test_what_is_refused_leaves_the_card_as_it_was(campaign: Profession) -> None:
    before = Card.objects.values().get()
    campaign.overview = ""
    campaign.save()
    with pytest.raises(PublishingRefused):
        publish(profession=campaign, now=NOW)
    assert Card.objects.values().get() == before


def test_an_edition_that_is_taken_back_takes_its_card_along(campaign: Profession) -> None:
    campaign.name = "Syahbandar"
    campaign.save()
    with transaction.atomic():
        publish(profession=campaign, now=NOW)
        assert names() == ["Syahbandar"]
        transaction.set_rollback(True)
    assert names() == ["Pengurus Kampanye Politik"]


def test_an_older_edition_that_comes_late_changes_nothing(edition: Edition) -> None:
    newest = Edition(
        profession=edition.profession, number=3, published_at=NOW, frozen=edition.frozen
    )
    newest.save()
    late = Edition(
        profession=edition.profession,
        number=2,
        published_at=NOW,
        frozen={**edition.frozen, "name": {"id": "Terlambat", "en": ""}},
    )
    Edition.objects.bulk_create([late])
    assert Card.objects.get().edition == newest
    assert names() == ["Pengurus Kampanye Politik"]


def test_what_editors_take_off_the_site_vanishes_and_comes_back_at_once(
    campaign: Profession,
) -> None:
    asked = [Asked(), Asked(words="kampanye"), Asked(words="kampnye"), Asked(trait="leadership")]
    for listed in (True, False, True):
        Profession.objects.update(is_listed=listed)
        assert [len(names(one)) for one in asked] == [int(listed)] * 4
        assert len(find(Asked(), "id").traits) == 4 * listed


def test_only_one_page_of_rows_is_brought(many: list[str]) -> None:
    found = find(Asked(), "id", page=2)
    assert (found.published, found.count, found.page) == (46, 46, 2)
    assert [card.name.id for card in found.cards] == many[9:19]
    assert [card.name.id for card in find(Asked(), "id", page=5).cards] == many[39:]


@pytest.mark.parametrize("page", [0, -1, 6, 1_000_000])
def test_a_page_that_there_is_not_is_the_last_one(page: int, many: list[str]) -> None:
    found = find(Asked(), "id", page=page)
    assert found.page == 5
    assert len(found.cards) == 6


def test_what_is_known_of_the_filters_is_not_brought_again(many: list[str]) -> None:
    find(Asked(), "id")
    with CaptureQueriesContext(connection) as queries:
        found = find(Asked(major="hukum"), "id")
    with connection.cursor() as cursor:
        cursor.execute(queries[0]["sql"])
        (row,) = cursor.fetchall()
    assert row[6] is None
    assert found.filtered_by["jurusan"].count == 46


def test_a_major_that_is_listed_twice_counts_once(campaign: Profession) -> None:
    campaign.majors.create(name="ilmu hukum", position=11)
    campaign.majors.create(name="Ilmu Hukum", position=12)
    publish(profession=campaign, now=NOW)
    (option,) = (one for one in find(Asked(), "id").majors if one.value == "ilmu-hukum")
    assert (option.name.id, option.count) == ("Ilmu Hukum", 1)


def test_equal_ones_stand_in_the_order_of_code_points_whatever_the_database(
    campaign: Profession,
) -> None:
    publish_copies(campaign, ["zebra", "Ahli", "ahli", "Écrivain", "a b", "ab"])
    assert names() == sorted(names(), key=str.casefold)


def test_while_the_page_that_is_drawn_holds_nothing_is_looked_for(many: list[str]) -> None:
    whole = find(Asked(), "id")
    known = find(Asked(), "id", drawn=whole.state)
    assert (known.state, known.published, known.cards) == (whole.state, 46, ())
    assert known.traits == whole.traits
    Profession.objects.filter(name="Zoolog 07").update(is_listed=False)
    changed = find(Asked(), "id", drawn=whole.state)
    assert changed.state != whole.state
    assert (changed.count, len(changed.cards)) == (45, 10)


@pytest.mark.parametrize("path", ["/", "/en/", "/profesi/", "/en/profesi/"])
def test_a_list_of_all_is_drawn_once_until_one_of_them_changes(
    path: str, client: Client, campaign: Profession
) -> None:
    drawn = client.get(path)
    first = drawn.content
    assert drawn.templates
    with CaptureQueriesContext(connection) as queries:
        again = client.get(path)
    assert again.content == first
    assert not again.templates
    assert len(queries) == 1
    assert "Zoolog" not in first.decode()
    publish_copies(campaign, ["Zoolog"])
    assert "Zoolog" in client.get(path).content.decode()
    Profession.objects.filter(name="Zoolog").update(is_listed=False)
    assert client.get(path).content == first


@pytest.mark.parametrize("path", ["/", "/profesi/"])
def test_nothing_of_one_reader_s_address_gets_into_the_page_of_another(
    path: str, client: Client, campaign: Profession
) -> None:
    plain = client.get(path).content
    for query in ("?punyaku=1", "?&punyaku"):
        client.get(path + query)
        assert client.get(path).content == plain
    assert b"punyaku" not in plain
