"""The pages that are asked for, by name: a student's, and an editor's."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from benchmarks.growing.filling import SHIPPED
from profiles.models import Edition, Trait
from quiz.actions import new_key, submit_attempt
from quiz.models import Attempt

Ask = Callable[[], object]


def pages() -> dict[str, Ask]:
    """Each page with what asks for it; asking raises where it is not answered with 200."""
    editor = Client()
    editor.force_login(get_user_model()._default_manager.get(username="admin"))
    asks = {name: _asking(Client(), address) for name, address in _for_students().items()}
    return asks | {name: _asking(editor, address) for name, address in _for_editors().items()}


def _for_students() -> dict[str, str]:
    profession = f"/profesi/{SHIPPED}/"
    return {
        "home": "/",
        "list": "/profesi/",
        "list: last page": "/profesi/?halaman=1000",
        "list: filtered": "/profesi/?keterampilan=leadership&jurusan=hukum",
        "search: a word that all have": "/profesi/?cari=kampanye",
        "search: three words": "/profesi/?cari=strategi+komunikasi+politik",
        "search: one mistake": "/profesi/?cari=komunikasih",
        "search: two mistakes": "/profesi/?cari=kampnye+politk",
        "search: two letters": "/profesi/?cari=qo",
        "search: nothing is like it": "/profesi/?cari=xyzzyq",
        "profession": profession,
        "quiz": f"{profession}kuis/",
        "result": f"/hasil/{_attempt().key}/",
        "technical sheet": f"{profession}kuis/lembar-teknis/1/",
    }


def _for_editors() -> dict[str, str]:
    profession = Edition.objects.latest("pk").profession
    attempt = Attempt.objects.order_by("-submitted_at")[0]
    trait = Trait.objects.earliest("position")
    professions, editions = "/admin/profiles/profession/", "/admin/profiles/edition/"
    attempts = "/admin/quiz/attempt/"
    return {
        "admin: start": "/admin/",
        "admin: professions": professions,
        "admin: professions, searched": f"{professions}?q=kampanye",
        "admin: a profession": f"{professions}{profession.pk}/change/",
        "admin: preview": f"{professions}{profession.pk}/pratinjau/",
        "admin: delete a profession": f"{professions}{profession.pk}/delete/",
        "admin: traits": "/admin/profiles/trait/",
        "admin: editions": editions,
        "admin: editions of one": f"{editions}?profesi={profession.slug}",
        "admin: an edition": f"{editions}{attempt.edition_id}/change/",
        "admin: attempts": attempts,
        "admin: attempts, page 90": f"{attempts}?p=90",
        "admin: attempts of one profession": f"{attempts}?profesi={profession.slug}",
        "admin: attempts of a year": f"{attempts}?sejak=2025-01-01&sampai=2025-12-31",
        "admin: attempts of both": f"{attempts}?profesi={profession.slug}&sampai=2026-07-01",
        "admin: use": "/admin/analisis/pemakaian/",
        "admin: analysis of a trait": f"/admin/analisis/keterampilan/{trait.pk}/",
        "admin: analysis of a quiz": f"/admin/analisis/kuis/{profession.pk}/",
        "admin: an attempt": f"{attempts}{attempt.pk}/change/",
        "admin: delete an attempt": f"{attempts}{attempt.pk}/delete/",
    }


def _asking(client: Client, address: str) -> Ask:
    def ask() -> object:
        response = client.get(address)
        if response.status_code != 200:
            raise RuntimeError(f"{address}: {response.status_code}")
        return response

    return ask


def _attempt() -> Attempt:
    """Somebody who has just answered."""
    edition = Edition.objects.current().get(profession__slug=SHIPPED)
    answers = {s.code: (2, 4, 3, 5, 4)[n % 5] for n, s in enumerate(edition.content.statements)}
    return submit_attempt(
        edition=edition, key=new_key(), answers=answers, started_at=None, now=timezone.now()
    )
