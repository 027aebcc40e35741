"""Other programs read the published editions: documented, one query, nothing that is not public."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from careerfit.memory.recent import forget_all
from profiles.models import Edition, Profession
from tests.factories import make_edition, make_profession

LIST = "/data/v1/profesi.json"
SCHEMA = Path(__file__).parents[3] / "docs/edition-v1.schema.json"
TYPES: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
}


WORDS = {
    *("$schema", "$id", "$defs", "$ref", "title", "description"),
    *("type", "required", "properties", "items", "const", "enum"),
}


def hold(value: Any, schema: Any, whole: Any, place: str = "$") -> None:
    """Check a value against those words of JSON Schema that ours uses."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    assert schema.keys() <= WORDS
    assert value == schema.get("const", value), place
    assert value in schema.get("enum", [value]), place
    assert isinstance(value, TYPES.get(schema.get("type", ""), object)), place
    if isinstance(value, dict):
        # What is there is described, and what is promised is there.
        assert value.keys() == schema["properties"].keys() == set(schema["required"]), place
        for name, part in value.items():
            hold(part, schema["properties"][name], whole, f"{place}.{name}")
    if isinstance(value, list):
        for number, part in enumerate(value):
            hold(part, schema["items"], whole, f"{place}[{number}]")


def test_an_edition_is_what_the_schema_says(client: Client, edition: Edition) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    value = client.get(f"/data/v1/profesi/{edition.content.slug}/1.json").json()
    hold(value, schema, schema)
    assert len(value["statements"]) == 24
    with pytest.raises(AssertionError):
        hold({**value, "number": "1"}, schema, schema)


@pytest.mark.parametrize("address", [LIST, "{}.json", "{}/1.json"])
def test_it_costs_one_query_and_sets_no_cookie(
    client: Client,
    edition: Edition,
    address: str,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    if address != LIST:
        address = f"/data/v1/profesi/{address.format(edition.content.slug)}"
    for _ in range(2):
        with django_assert_num_queries(1):
            response = client.get(address)
        forget_all()
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    assert not response.cookies
    assert "Access-Control-Allow-Origin" not in response
    again = client.get(address, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304
    assert client.post(address).status_code == 405


def test_the_list_leads_to_each_edition(client: Client, edition: Edition) -> None:
    other = make_profession("Pustakawan", {"communication": (2, False)})
    make_edition(other)
    lines = client.get(LIST).json()["professions"]
    assert [line["slug"] for line in lines] == ["pengurus-kampanye-politik", "pustakawan"]
    for line in lines:
        value = client.get(line["url"]).json()
        assert {key: value[key] for key in ("slug", "name", "number", "published_at")} == {
            key: line[key] for key in ("slug", "name", "number", "published_at")
        }


def test_what_is_off_the_site_or_not_published_is_not_told(
    client: Client, campaign: Profession
) -> None:
    make_profession("Draf", {"communication": (2, False)})
    Profession.objects.filter(pk=campaign.pk).update(is_listed=False)
    assert client.get(LIST).json()["professions"] == []
    for address in (f"{campaign.slug}.json", f"{campaign.slug}/1.json", "draf.json", "x/99.json"):
        answer = client.get(f"/data/v1/profesi/{address}")
        assert (answer.status_code, answer.json()["error"]) == (404, "not found")
