"""What is exported and imported again is the same workbench, and everything that ships goes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from profiles.exchange import files, json_file, spreadsheet
from profiles.exchange.changes import compare
from profiles.exchange.columns import TABLES, Sheets
from profiles.exchange.faults import Faults
from profiles.exchange.workbench import collect
from profiles.exchange.writing import write
from profiles.models import Profession, Trait
from profiles.workbench import shipped_content

WRITERS: list[Callable[[Sheets], bytes]] = [json_file.write, spreadsheet.write]


@pytest.fixture
def shipped(db: None) -> Sheets:
    """All that comes with the program."""
    for trait in shipped_content.shipped_traits():
        shipped_content.write_trait(trait)
    shipped_content.write_professions(shipped_content.shipped_professions())
    return collect()


def import_file(data: bytes) -> None:
    faults = Faults()
    lines = files.read(data, faults)
    changes = compare(lines, collect(), faults)
    assert faults.told == []
    write(lines, agreed=changes.digest)


@pytest.mark.parametrize("write_file", WRITERS)
def test_all_that_ships_comes_back_to_an_empty_site(
    shipped: Sheets, write_file: Callable[[Sheets], bytes]
) -> None:
    data = write_file(shipped)
    Profession.objects.all().delete()
    Trait.objects.all().delete()
    import_file(data)
    assert collect() == shipped
    assert write_file(collect()) == data  # to the byte


@pytest.mark.parametrize("write_file", WRITERS)
def test_what_is_there_already_is_left_as_it_is(
    shipped: Sheets, write_file: Callable[[Sheets], bytes]
) -> None:
    faults = Faults()
    changes = compare(files.read(write_file(shipped), faults), shipped, faults)
    assert faults.told == []
    assert changes.changes == ()
    assert changes.unchanged == sum(map(len, shipped.values()))


def test_it_costs_the_same_queries_for_few_and_many(
    campaign: Profession, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(len(TABLES) + 1):
        collect()
    others = [one for one in shipped_content.shipped_professions() if one["slug"] != campaign.slug]
    shipped_content.write_professions(others)
    with django_assert_num_queries(len(TABLES) + 1):
        collect()


def test_text_that_begins_like_a_formula_stays_text(campaign: Profession) -> None:
    odd = ["=1+1", "+62 811", "-5", "@SUM(A1)", "_x0041_", "0012"]
    for place, text in enumerate(odd):
        campaign.institutions.create(name=text, position=10 + place)
    data = spreadsheet.write(collect())
    sheet = load_workbook(BytesIO(data))["Tempat kerja"]
    cells = {cell.value: cell for cell in sheet["B"]}
    assert {cells[text].data_type for text in odd} == {"s"}
    assert cells["=1+1"].quotePrefix
    lines = files.read(data, Faults())["institutions"]
    assert [line.row["name"] for line in lines][-len(odd) :] == odd


def test_what_windows_and_old_documents_left_in_a_text_changes_nothing(
    campaign: Profession,
) -> None:
    campaign.overview = "Satu.\r\n\r\nDua.\x0b\x1f"
    campaign.save()
    before = collect()
    import_file(spreadsheet.write(before))
    campaign.refresh_from_db()
    assert campaign.overview == "Satu.\r\n\r\nDua.\x0b\x1f"
