"""Makes people with roles."""

from __future__ import annotations

from django.contrib.auth.models import User

from desk.models import Role, RoleKey


def member(key: RoleKey, name: str = "guru") -> User:
    """Somebody with this role."""
    user = User.objects.create_user(name, is_staff=True)
    user.groups.add(Role.objects.get(key=key).group)
    return user
