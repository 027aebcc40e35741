"""The workbench and its editions: what professions are and what they ask for."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProfilesConfig(AppConfig):
    name = "profiles"
    verbose_name = _("Profesi")
    default_auto_field = "django.db.models.BigAutoField"
