"""What cannot be saved is said at the top of the page, with the way there; nothing is changed."""

from __future__ import annotations

import pytest
from django.test import Client

from profiles.models import Demand, Profession, Statement, Trait
from tests.desk.pages import CHANGE, form_of, text_of
from tests.factories import make_profession


def test_each_mistake_is_said_at_the_top_and_leads_to_its_field(
    admin_client: Client, campaign: Profession
) -> None:
    address = CHANGE.format(campaign.pk)
    typed = {"name": "", "isco08": "12a", "demands-1-weight": "99", "overview": "Baru <b>saja</b>."}
    text = text_of(admin_client.post(address, form_of(admin_client, address) | typed).content)
    top = text[text.index("Perbaiki dulu:") : text.index("</ul>", text.index("Perbaiki dulu:"))]
    assert '<a href="#id_name">Nama</a>: Bidang ini tidak boleh kosong.' in top
    assert '<a href="#id_isco08">Kode ISCO-08</a>: Isi empat angka, atau kosongkan.' in top
    assert '<a href="#id_demands-1-weight">Permintaan 2 · Bobot</a>:' in top
    assert 'id="id_demands-1-weight"' in text
    assert "Harap perbaiki" not in text
    assert "Baru <b>saja</b>.</textarea>" in text
    campaign.refresh_from_db()
    assert campaign.name == "Pengurus Kampanye Politik"


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        ("-1", "lebih besar"),
        ("NaN", "Masukkan keseluruhan"),
        ("1e9", "Masukkan"),
        ("10", "lebih kecil"),
    ],
)
def test_a_weight_is_a_whole_number_from_0_to_9(
    weight: str, said: str, admin_client: Client, campaign: Profession
) -> None:
    address = CHANGE.format(campaign.pk)
    before = list(Demand.objects.values_list("pk", "weight"))
    form = form_of(admin_client, address) | {"demands-0-weight": weight}
    text = text_of(admin_client.post(address, form).content)
    assert said in text.partition("Perbaiki dulu:")[2].partition("</ul>")[0]
    assert list(Demand.objects.values_list("pk", "weight")) == before


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("pengurus-kampanye-politik", "telah ada"),
        ("Pengurus-Kampanye-Politik", "sudah dipakai “Pengurus Kampanye Politik”"),
        ("../admin", "Masukkan “slug” valid"),
        ("javascript:alert(1)", "Masukkan “slug” valid"),
    ],
)
def test_an_address_is_free_and_can_be_one(
    slug: str, said: str, admin_client: Client, campaign: Profession
) -> None:
    draft = make_profession("Draf", {})
    address = CHANGE.format(draft.pk)
    text = text_of(
        admin_client.post(address, form_of(admin_client, address) | {"slug": slug}).content
    )
    assert said in text.partition("Perbaiki dulu:")[2].partition("</ul>")[0]
    draft.refresh_from_db()
    assert draft.slug == "draf"


@pytest.mark.parametrize("wanted", [60, 500])
def test_a_trait_with_too_many_statements_is_refused_whole(
    wanted: int, admin_client: Client, campaign: Profession
) -> None:
    trait = Trait.objects.get(code="communication")
    address = f"/admin/profiles/trait/{trait.pk}/change/"
    form = form_of(admin_client, address)
    there = int(form["statements-INITIAL_FORMS"])
    rows = {
        f"statements-{n}-{field}": value
        for n in range(there, wanted)
        for field, value in {"code": f"X{n}", "text": "Saya bercerita.", "keying": "1"}.items()
    }
    count = {"statements-TOTAL_FORMS": str(wanted)}
    response = admin_client.post(address, form | rows | count)
    said = {60: "paling banyak 40 pernyataan", 500: "Tidak ada yang tersimpan di server"}
    assert said[wanted] in text_of(response.content)
    assert Statement.objects.filter(trait=trait).count() == there
