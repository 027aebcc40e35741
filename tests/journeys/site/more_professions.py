"""More professions on a site that is being served, for as long as a test needs them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone

from profiles.models import Demand, Profession, Trait
from tests.factories import copy_profession, copy_trait, make_edition, make_profession
from tests.journeys.site.real_server import Site

SLUG = "kembaran"
NEIGHBOUR = "pembawa-acara"
SHARED_TRAITS, OWN_TRAIT = ("communication", "leadership"), "integrity"
SUFFIX = "2"


@contextmanager
def twins(site: Site, count: int, *, double: bool = False) -> Iterator[list[str]]:
    """The slugs of professions like the shipped one, with the same traits or twice as many."""
    _on(site, f"publish_twins({count}, double={double})")
    try:
        yield [f"{SLUG}-{n}" for n in range(count)]
    finally:
        _on(site, "withdraw_twins()")


@contextmanager
def neighbour(site: Site) -> Iterator[None]:
    """A profession that asks for two of the shipped one's traits, and for one that it does not."""
    _on(site, "publish_neighbour()")
    try:
        yield
    finally:
        _on(site, "withdraw_neighbour()")


def _on(site: Site, call: str) -> None:
    site.manage("shell", "-v0", "-c", f"from {__name__} import *; {call}")


def publish_twins(count: int, *, double: bool) -> None:
    """Run on the site: publish them, anew where a test before has withdrawn them."""
    original = Profession.objects.earliest("pk")
    for n in range(count):
        slug, name = f"{SLUG}-{n}", f"Penanggungjawab Kampanye Kembaran {n}"
        twin = Profession.objects.filter(slug=slug).first()
        if twin is None:
            twin = copy_profession(original, slug=slug, name=name, name_en="")
        if double:
            for demand in original.demands.select_related("trait"):
                trait = copy_trait(demand.trait, suffix=SUFFIX)
                twin.demands.create(
                    trait=trait,
                    weight=demand.weight,
                    essential=demand.essential,
                    evidence=demand.evidence,
                    evidence_en=demand.evidence_en,
                )
        Profession.objects.filter(pk=twin.pk).update(is_listed=True)
        make_edition(twin, now=timezone.now())


def withdraw_twins() -> None:
    """Run on the site: no student and no editor meets them or their traits any more."""
    Profession.objects.filter(slug__startswith=f"{SLUG}-").update(is_listed=False)
    doubled = Trait.objects.filter(code__endswith=SUFFIX)
    Demand.objects.filter(trait__in=doubled).delete()
    doubled.delete()


def publish_neighbour() -> None:
    """Run on the site: publish it."""
    traits = dict.fromkeys((*SHARED_TRAITS, OWN_TRAIT), (2, False))
    make_edition(make_profession("Pembawa Acara", traits), now=timezone.now())


def withdraw_neighbour() -> None:
    """Run on the site: no student meets it any more."""
    Profession.objects.filter(slug=NEIGHBOUR).update(is_listed=False)
