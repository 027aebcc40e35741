"""What becomes of a form whose session or token has ended while somebody was typing."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from careerfit.web import methods
from desk.accounts.kept.keeping import keep
from desk.accounts.kept.send_again import PAGE


def log_in_again(request: HttpRequest) -> HttpResponse:
    """Lead to the login, and from there to what was sent, or to where it can be found."""
    login = reverse("admin:login")
    if keep(request):
        said = gettext(
            "Sesimu sudah berakhir. Masuk lagi: yang baru kamu tulis disimpan dan bisa langsung "
            "kamu kirim sesudahnya."
        )
        messages.warning(request, said)
        return redirect_to_login(reverse(PAGE), login)
    said = gettext(
        "Sesimu sudah berakhir. Tulisanmu biasanya masih ada kalau kamu menekan tombol kembali: "
        "salin dulu, lalu masuk lagi."
    )
    messages.warning(request, said)
    return redirect_to_login(request.get_full_path(), login)


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form whose token is not today's: somebody has logged in again meanwhile.

    Where the browser says that one of our own pages sent it, it is kept, to be sent with a fresh
    token. A page of somebody else cannot make a browser say so.
    """
    if request.method != "POST" or not _is_from_the_desk(request):
        return methods.without_token(request, reason)
    if request.path == reverse("admin:login"):
        said = gettext("Halaman ini sudah lama terbuka. Masuk sekali lagi.")
        messages.warning(request, said)
        return HttpResponseRedirect(request.get_full_path())
    if not admin.site.has_permission(request):
        return log_in_again(request)
    if keep(request):
        return HttpResponseRedirect(reverse(PAGE))
    return methods.without_token(request, reason)


def _is_from_the_desk(request: HttpRequest) -> bool:
    own = f"{request.scheme}://{request.get_host()}"
    origin = request.headers.get("Origin")
    in_desk = request.path.startswith(reverse("admin:index"))
    return in_desk and origin in {own, *settings.CSRF_TRUSTED_ORIGINS}
