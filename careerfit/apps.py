"""Registers the project itself as an app, for its command, static files and translations."""

from django.apps import AppConfig


class CareerFitConfig(AppConfig):
    """The app that holds what belongs to no single part of CareerFit."""

    name = "careerfit"
