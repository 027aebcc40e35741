"""The page after a new login: what was sent before, ready to be sent again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from desk.accounts.kept.keeping import SENT_AGAIN, forget, kept_for

PAGE = "admin:send_again"


def send_again(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """Offer it, or throw it away when asked to."""
    kept = kept_for(request)
    if kept is None or request.method == "POST":
        forget(request)
        said = gettext("Tidak ada tulisan yang menunggu untuk disimpan.")
        messages.info(request, said)
        return HttpResponseRedirect(reverse("admin:index"))
    return render(
        request,
        "desk/accounts/send_again.html",
        {**context, "title": gettext("Tulisanmu masih ada"), "kept": kept, "mark": SENT_AGAIN},
    )
