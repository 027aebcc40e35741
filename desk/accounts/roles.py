"""The ready-made roles: a group for each, with its permissions kept right at every migrate."""

from __future__ import annotations

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.conf import settings
from django.db.models import Q
from django.utils.translation import override

from desk.models import RoleKey

LOOK = Q(codename__startswith="view_")
WORKBENCH = Q(content_type__app_label="profiles")
ANSWERS = Q(content_type__app_label="quiz")
ACCOUNTS = Q(content_type__app_label="auth", content_type__model="user")

# What each may do. A page asks for these permissions; it knows no role.
ALLOWED = {
    RoleKey.REVIEWER: LOOK & (WORKBENCH | ANSWERS),
    RoleKey.EDITOR: WORKBENCH | (LOOK & ANSWERS),
    RoleKey.MANAGER: WORKBENCH | (LOOK & ANSWERS) | Q(codename="delete_attempt") | ACCOUNTS,
}


def keep_roles(*, using: str, apps: Apps = installed, **_rest: Any) -> None:
    """After each migrate or flush: make the missing groups, and give each what its role may do.

    Runs when every app has its permissions, because the desk is the last of them. Groups of the
    site's own stay as they are, even one that has the name of a role.
    """
    try:
        roles = apps.get_model("desk", "Role").objects.using(using)
    except LookupError:  # migrated back to before there were roles
        return
    groups = apps.get_model("auth", "Group").objects.using(using)
    permissions = apps.get_model("auth", "Permission").objects.using(using)
    for key, allowed in ALLOWED.items():
        role = roles.filter(key=key).select_related("group").first()
        if role is None:
            with override(settings.LANGUAGE_CODE):
                name = str(key.label)
            taken = groups.filter(name=name).exists()
            group = groups.create(name=f"{name} (CareerFit)" if taken else name)
            role = roles.create(key=key, group=group)
        role.group.permissions.set(permissions.filter(allowed))
