"""The editors' desk: Django's admin for professions, traits, editions and attempts."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Meja kerja")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from desk.accounts.roles import keep_roles
        from desk.accounts.steps import note_login

        user_logged_in.connect(note_login)
        post_migrate.connect(keep_roles, sender=self)
