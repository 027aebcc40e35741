"""Registers the project itself as an app, for its command, static files and translations."""

from __future__ import annotations

from django.apps import AppConfig

from careerfit.postgres import kept_connections


class CareerFitConfig(AppConfig):
    """The app that holds what belongs to no single part of CareerFit."""

    name = "careerfit"

    def ready(self) -> None:
        """Begin to look after the connections that threads keep."""
        kept_connections.watch()
