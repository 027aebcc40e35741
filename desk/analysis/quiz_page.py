"""The desk's page about one profession's quiz: do its statements work for those who take it?"""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from careerfit.web.methods import only_read
from desk.analysis.presenting import present
from profiles.models import Edition, Profession
from quiz.analysis.studies import study
from quiz.pilot.told import pilot_of


@only_read
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The statements of the newest edition, and what was answered to them in this quiz."""
    if not request.user.has_perm("profiles.view_profession"):
        raise PermissionDenied
    edition = Edition.objects.filter(profession=pk).newest().first()
    if edition is None:
        profession = get_object_or_404(Profession, pk=pk)
        said = _("“%s” belum terbit, jadi belum ada kuis yang bisa dianalisis.") % profession.name
        messages.info(request, said)
        return redirect("admin:profiles_profession_change", pk)
    content = edition.content
    found = study(content.statements, content.scale, profession=pk)
    context = {
        **admin.site.each_context(request),
        "title": _("Analisis kuis: %s") % content.name.id,
        "edition": edition,
        "pilot": pilot_of(edition),
        "has_pilot": settings.PILOT,
        "report": present(
            found, content.scale, {trait.code: trait.name.id for trait in content.traits}
        ),
    }
    return render(request, "desk/analysis/quiz.html", context)
