"""More professions on a site that is being served, for as long as a test needs them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.journeys.site.real_server import Site

SLUG = "kembaran"

PUBLISH = """
import copy, json
from django.utils import timezone
from profiles.models import Edition, Profession

frozen = copy.deepcopy(Edition.objects.earliest("pk").frozen)
if {double}:
    for part in ("traits", "demands", "statements"):
        twins = json.loads(json.dumps(frozen[part]))
        for twin in twins:
            for name in {{"code", "trait"}} & twin.keys():
                twin[name] += "2"
        frozen[part] += twins
for n in range({count}):
    slug, name = f"{slug}-{{n}}", f"Penanggungjawab Kampanye Kembaran {{n}}"
    profession, _ = Profession.objects.update_or_create(
        slug=slug, defaults={{"name": name, "is_listed": True}}
    )
    number = profession.editions.count() + 1
    Edition.objects.create(
        profession=profession, number=number, published_at=timezone.now(),
        frozen={{**frozen, "slug": slug, "name": {{"id": name, "en": ""}}}},
    )
"""
UNLIST = """
from profiles.models import Profession
Profession.objects.filter(slug__startswith="{slug}-").update(is_listed=False)
"""


@contextmanager
def twins(site: Site, count: int, *, double: bool = False) -> Iterator[list[str]]:
    """The slugs of professions like the shipped one, with the same traits or twice as many."""
    site.manage("shell", "-v0", "-c", PUBLISH.format(slug=SLUG, count=count, double=double))
    try:
        yield [f"{SLUG}-{n}" for n in range(count)]
    finally:
        site.manage("shell", "-v0", "-c", UNLIST.format(slug=SLUG))
