"""fill_cards: make the cards that lists and searches need, where an edition came without one."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from profiles.models import Edition
from profiles.models.cards import Card


class Command(BaseCommand):
    help = "Make the cards of editions that came another way than by publishing, as from a backup."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        Card.objects.replace(Edition.objects.newest_without_card())
