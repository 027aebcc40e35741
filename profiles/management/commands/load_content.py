"""load_content: put the shipped traits, statements and professions into an empty site."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from profiles.workbench import shipped_content


class Command(BaseCommand):
    help = "Load and publish the shipped content, once; a site that has content is left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        for profession in shipped_content.load(now=timezone.now()):
            if options["verbosity"]:
                self.stdout.write(f"Dimuat dan diterbitkan: {profession.name}")
