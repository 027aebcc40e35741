"""What the desk remembers of its people: their ready-made roles, and passwords others gave them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _


class RoleKey(models.TextChoices):
    """The ready-made roles, from the one that may do least."""

    REVIEWER = "reviewer", _("Peninjau")
    EDITOR = "editor", _("Editor")
    MANAGER = "manager", _("Pengelola")


class Role(models.Model):
    """A group that the app made and keeps; a site's own groups have no such row.

    By the name alone, a group that a site called "Editor" before would be taken for ours.
    """

    key = models.CharField(max_length=16, choices=RoleKey, unique=True)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="role")

    class Meta:
        constraints = [
            models.CheckConstraint(name="role_is_known", condition=models.Q(key__in=RoleKey.values))
        ]

    def __str__(self) -> str:
        return self.get_key_display()


class GivenPassword(models.Model):
    """A password that somebody else gave, and so knows: its owner is to change it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )

    def __str__(self) -> str:
        return str(self.user)
