"""What an uploaded file would change on the workbench, and the yes that writes it."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from desk.exchange import waiting
from desk.exchange.rights import TO_IMPORT, needs
from desk.exchange.told import MOST, tell
from profiles.exchange.changes import Changes, compare
from profiles.exchange.columns import Sheets
from profiles.exchange.faults import Faults
from profiles.exchange.workbench import collect
from profiles.exchange.writing import WorkbenchMoved, write
from profiles.models import Profession, Trait


@needs(*TO_IMPORT)
def preview(request: HttpRequest, key: str) -> HttpResponse:
    """Show it, or write it: what has been shown, or nothing."""
    kept = waiting.find(key, user=request.user.pk or 0)
    if kept is None:
        messages.warning(
            request, _("Pratinjau ini sudah selesai atau terlalu lama. Unggah berkasnya lagi.")
        )
        return HttpResponseRedirect(reverse("desk_exchange"))
    if request.method == "POST":
        try:
            written = write(kept.lines, agreed=request.POST.get("agreed", ""))
        except WorkbenchMoved:
            messages.warning(
                request,
                _("Meja kerja berubah sejak pratinjau ini dibuat, jadi belum ada yang ditulis. ")
                + _("Periksa sekali lagi."),
            )
        else:
            waiting.forget(key)
            _remember(request, written, kept.file_name)
            return HttpResponseRedirect(reverse("desk_exchange"))
    current, faults = collect(), Faults()
    changes = compare(kept.lines, current, faults)
    told = tell(changes.changes, _names(current))
    return render(
        request,
        "desk/exchange/preview.html",
        {
            **admin.site.each_context(request),
            "title": _("Periksa sebelum mengimpor"),
            "file_name": kept.file_name,
            "changes": changes,
            "faults": faults,
            "told": told[:MOST],
            "new": sum(one.is_new for one in told),
            "changed": sum(not one.is_new for one in told),
            "more": max(0, len(told) - MOST),
        },
    )


def _names(current: Sheets) -> dict[tuple[str, str], str]:
    return {
        **{("profession", row["slug"]): row["name"] for row in current["professions"]},
        **{("trait", row["code"]): row["name"] for row in current["traits"]},
    }


def _remember(request: HttpRequest, written: Changes, file_name: str) -> None:
    """Note in the history of each profession and trait that it was imported, and say so."""
    owners = {(change.owner_kind, change.owner) for change in written.changes}
    touched = [
        Profession.objects.filter(slug__in=[key for kind, key in owners if kind == "profession"]),
        Trait.objects.filter(code__in=[key for kind, key in owners if kind == "trait"]),
    ]
    note = _("Mengimpor dari “%s”.") % file_name
    for rows in touched:
        if rows:
            LogEntry.objects.log_actions(request.user.pk or 0, rows, CHANGE, note)
    messages.success(
        request,
        _("Selesai: %(professions)s profesi dan %(traits)s keterampilan ditulis. ")
        % {"professions": len(touched[0]), "traits": len(touched[1])}
        + _("Siswa baru melihatnya setelah diterbitkan."),
    )
