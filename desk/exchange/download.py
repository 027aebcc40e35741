"""The workbench as a file to download."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from desk.exchange.rights import TO_EXPORT, needs
from profiles.exchange import json_file, spreadsheet
from profiles.exchange.workbench import collect


@needs(*TO_EXPORT)
def download(request: HttpRequest, ending: str) -> HttpResponse:
    """The whole workbench as XLSX or JSON, named after the day."""
    sheets = collect()
    if ending == "json":
        content, content_type = json_file.write(sheets), "application/json"
    else:
        try:
            content, content_type = spreadsheet.write(sheets), spreadsheet.CONTENT_TYPE
        except spreadsheet.TextTooLong as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(reverse("desk_exchange"))
    name = f"careerfit-{timezone.localdate():%Y-%m-%d}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
