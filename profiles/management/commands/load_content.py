"""load_content: bring the traits and professions that ship and that the site was never offered."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from profiles.workbench import shipped_content


class Command(BaseCommand):
    help = "Load the shipped content, each part once: published on a new site, else as drafts."

    def handle(self, *args: Any, **options: Any) -> None:
        arrived = shipped_content.load(now=timezone.now())
        if options["verbosity"]:
            how = "dan diterbitkan" if arrived.published else "sebagai draf"
            for profession in arrived.professions:
                self.stdout.write(f"Dimuat {how}: {profession.name}")
