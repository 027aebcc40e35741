"""The files that browsers and search engines look for at fixed addresses."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from careerfit.web.languages import page_language
from careerfit.web.methods import only_read
from careerfit.web.paths import result_folders

A_DAY = 24 * 60 * 60


@only_read
@cache_control(public=True, max_age=A_DAY)
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: everything but results and the admin."""
    # A result is for whoever holds its address; the admin is for editors.
    closed = [*result_folders(), reverse("admin:index")]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@only_read
@cache_control(public=True, max_age=A_DAY)
def favicon(request: HttpRequest) -> HttpResponse:
    """Where the icon is, for browsers that ask for it without having read a page."""
    return HttpResponseRedirect(static("careerfit/pictures/favicon.ico"))


@only_read
@cache_control(public=True, max_age=A_DAY)
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to keep CareerFit on its home screen."""
    icons = [("any", 192), ("any", 512), ("maskable", 512)]
    value = {
        "id": reverse("home"),
        "name": _("CareerFit – Apa saya cocok?"),
        "short_name": "CareerFit",
        "description": _(
            "Baca seperti apa sebuah profesi, jawab kuis singkat, dan lihat seberapa sejalan "
            "jawabanmu dengannya."
        ),
        "lang": page_language(),
        "start_url": reverse("home"),
        "scope": "/",
        "display": "standalone",
        "theme_color": "#0b6b63",
        "background_color": "#fdf8f0",
        "icons": [
            {
                "src": static(f"careerfit/pictures/{_icon_file(purpose, size)}"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for purpose, size in icons
        ],
    }
    return JsonResponse(value, content_type="application/manifest+json")


def _icon_file(purpose: str, size: int) -> str:
    return f"icon-{size}.png" if purpose == "any" else f"icon-{purpose}-{size}.png"
