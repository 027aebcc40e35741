"""The desk's page for taking the workbench out as a file, and bringing one in."""

from __future__ import annotations

from typing import Final

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from desk.exchange import waiting
from desk.exchange.rights import TO_EXPORT, may_import, needs
from profiles.exchange import files, json_file
from profiles.exchange.changes import compare
from profiles.exchange.columns import TABLES
from profiles.exchange.faults import Faults, FileRefused
from profiles.exchange.workbench import collect

LARGEST: Final = json_file.LARGEST


@needs(*TO_EXPORT)
def exchange(request: HttpRequest) -> HttpResponse:
    """Offer the files, and read one that is sent: go on to what it changes, or tell its faults."""
    refused, faults, file_name = "", Faults(), ""
    if request.method == "POST":
        if not may_import(request):
            raise PermissionDenied
        sent = request.FILES.get("file")
        file_name = str(getattr(sent, "name", ""))[:100]
        try:
            key = _read(request, sent, faults)
        except FileRefused as refusal:
            refused = str(refusal)
        else:
            if key:
                return HttpResponseRedirect(reverse("desk_exchange_preview", args=[key]))
    return render(
        request,
        "desk/exchange/page.html",
        {
            **admin.site.each_context(request),
            "title": _("Ekspor dan impor"),
            "may_import": may_import(request),
            "sheets": [table.sheet for table in TABLES],
            "refused": refused,
            "faults": faults,
            "file_name": file_name,
        },
        status=422 if refused or faults.count else 200,
    )


def _read(request: HttpRequest, sent: UploadedFile | None, faults: Faults) -> str:
    """Read the file and keep it for the editor's yes; nothing is kept where it has faults."""
    if not sent:
        raise FileRefused(_("Pilih dulu berkasnya."))
    if (sent.size or 0) > LARGEST:
        raise FileRefused(_("Berkas ini terlalu besar: paling besar 16 MB."))
    lines = files.read(sent.read(), faults)
    compare(lines, collect(), faults)
    if faults.count:
        return ""
    name = str(sent.name)[:100]
    return waiting.keep(waiting.Waiting(name, lines), user=request.user.pk or 0)
