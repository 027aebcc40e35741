"""The desk's page about one trait: do its statements work, wherever they are asked?"""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from careerfit.web.methods import only_read
from desk.analysis.presenting import present
from profiles.editions import today
from profiles.editions.content import FrozenStatement, Text
from profiles.models import Trait
from quiz.analysis.studies import study


@only_read
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The statements that are in use on the workbench, and what students answered to them."""
    if not request.user.has_perm("profiles.view_trait"):
        raise PermissionDenied
    trait = get_object_or_404(Trait.objects.prefetch_related("statements"), pk=pk)
    found = study(_statements(trait), today.SCALE)
    context = {
        **admin.site.each_context(request),
        "title": _("Analisis pernyataan: %s") % trait.name,
        "trait": trait,
        "report": present(found, today.SCALE, {trait.code: trait.name}),
    }
    return render(request, "desk/analysis/trait.html", context)


def _statements(trait: Trait) -> list[FrozenStatement]:
    return [
        FrozenStatement(one.code, trait.code, 1 if one.keying > 0 else -1, Text(one.text))
        for one in trait.statements.all()
        if one.is_used
    ]
