"""The site's addresses and one that always fails, to see what a visitor would see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from careerfit.urls import urlpatterns as site


def fail(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


urlpatterns = [path("rusak/", fail), *site]
