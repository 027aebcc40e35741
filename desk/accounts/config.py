"""Makes Django's admin the desk's: the same app, with the desk's own way in."""

from __future__ import annotations

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    default_site = "desk.accounts.site.DeskSite"
