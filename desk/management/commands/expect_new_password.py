"""``manage.py expect_new_password``: at the next login, the account's password is to be changed."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from desk.models import GivenPassword


class Command(BaseCommand):
    """Marks a password that others know, such as the first one, which a terminal has shown."""

    help = "Meminta pemilik akun mengganti kata sandinya saat masuk berikutnya."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name with which somebody logs in."""
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        """Mark it. Raises CommandError where there is no such account."""
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"Tidak ada akun bernama {options['username']}.")
        GivenPassword.objects.get_or_create(user=user)
