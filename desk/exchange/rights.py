"""Who may take the workbench out, and who may bring something in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]

TO_EXPORT = ("profiles.view_profession", "profiles.view_trait")
TO_IMPORT = (
    *("profiles.add_profession", "profiles.change_profession"),
    *("profiles.add_trait", "profiles.change_trait"),
)


def may_import(request: HttpRequest) -> bool:
    """Whether who asks may change and add what an import changes and adds."""
    return request.user.has_perms(TO_IMPORT)


def needs(*permissions: str) -> Callable[[View], Any]:
    """A page of the admin for those who have all of these permissions."""

    def decorate(view: View) -> Any:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.has_perms(permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return admin.site.admin_view(checked)

    return decorate
