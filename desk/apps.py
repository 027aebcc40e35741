"""The editors' desk: Django's admin for professions, traits, editions and attempts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Meja kerja")
