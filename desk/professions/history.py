"""The desk's pages of a profession's editions: by whom, what changed, bringing back."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.translation import gettext

from desk.professions.state import change_lines
from profiles.editions.changes import find_changes
from profiles.editions.content import EditionContent
from profiles.models import Edition, Profession
from profiles.workbench.publishing import freeze
from profiles.workbench.restoring import missing_traits, restore

OF_TRAITS = {
    *("trait", "description", "feedback", "step", "statement", "keying", "order", "scoring"),
}
"""Parts of an edition that are not the profession's own, and stay when one is brought back."""


class HistoryAdmin(admin.ModelAdmin):
    """A profession whose editions can be read, compared and brought back onto the workbench."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        ours = [
            path("<int:pk>/edisi/", view(self.editions), name="profiles_profession_editions"),
            path("<int:pk>/perubahan/", view(self.unpublished), name="profiles_profession_changes"),
            path(
                "<int:pk>/edisi/<int:number>/perubahan/",
                view(self.published),
                name="profiles_profession_edition_changes",
            ),
            path(
                "<int:pk>/edisi/<int:number>/kembalikan/",
                view(self.bring_back),
                name="profiles_profession_bring_back",
            ),
        ]
        return [*ours, *super().get_urls()]

    def editions(self, request: HttpRequest, pk: int) -> HttpResponse:
        """All editions of a profession: when, who and why."""
        profession = self._seen(request, pk)
        context = {"title": gettext("Edisi"), "editions": profession.editions.told()}
        return self._page(request, profession, "desk/professions/editions.html", context)

    def unpublished(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What differs between the workbench and what students see."""
        profession = self._seen(request, pk)
        newest = profession.editions.first()
        content = freeze(profession)
        context = {
            "title": gettext("Yang belum terbit"),
            "edition": newest,
            "lines": change_lines(newest.content, content) if newest else [],
        }
        return self._page(request, profession, "desk/professions/changes.html", context)

    def published(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """What an edition changed of the one before it."""
        profession = self._seen(request, pk)
        edition = get_object_or_404(profession.editions.select_related("publisher"), number=number)
        before = profession.editions.filter(number__lt=number).first()
        context = {
            "title": gettext("Yang berubah di edisi %s") % number,
            "edition": before,
            "about": edition,
            "lines": change_lines(before.content, edition.content) if before else [],
        }
        return self._page(request, profession, "desk/professions/changes.html", context)

    def bring_back(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """Show what bringing an edition back would change on the workbench; on a yes, do it."""
        profession = self._seen(request, pk)
        if not self.has_change_permission(request, profession):
            raise PermissionDenied
        edition = get_object_or_404(profession.editions.all(), number=number)
        if request.method == "POST":
            return self._brought_back(request, profession, edition)
        now, newest = freeze(profession), profession.editions.first()
        lost = find_changes(newest.content, now) if newest else ()
        own = [one for one in find_changes(now, edition.content) if one.place.part not in OF_TRAITS]
        context = {
            "title": gettext("Kembalikan edisi %s ke meja kerja?") % number,
            "edition": edition,
            "newest": newest,
            "lines": change_lines(now, edition.content, own),
            "lost": [
                line.where
                for line in change_lines(
                    newest.content if newest else now,
                    now,
                    [one for one in lost if one.place.part not in OF_TRAITS],
                )
            ],
            "missing": missing_traits(edition.content),
            "others": _differing_traits(now, edition.content),
        }
        return self._page(request, profession, "desk/professions/bring_back.html", context)

    def _brought_back(
        self, request: HttpRequest, profession: Profession, edition: Edition
    ) -> HttpResponse:
        restore(profession=profession, edition=edition)
        done = gettext("Mengembalikan edisi %s ke meja kerja.") % edition.number
        self.log_change(request, profession, done)
        said = gettext(
            "Edisi %s ada lagi di meja kerja. Siswa belum melihatnya: periksa, lalu terbitkan."
        )
        self.message_user(request, said % edition.number, messages.SUCCESS)
        return HttpResponseRedirect(
            reverse("admin:profiles_profession_change", args=[profession.pk])
        )

    def _seen(self, request: HttpRequest, pk: int) -> Profession:
        """The profession with its parts. Raises PermissionDenied for who may not look at it."""
        profession = get_object_or_404(Profession.objects.with_parts(), pk=pk)
        if not self.has_view_permission(request, profession):
            raise PermissionDenied
        return profession

    def _page(
        self,
        request: HttpRequest,
        profession: Profession,
        template: str,
        context: Mapping[str, object],
    ) -> HttpResponse:
        own: dict[str, object] = {
            "opts": self.opts,
            "profession": profession,
            "may_change": self.has_change_permission(request, profession),
        }
        return render(
            request, template, {**self.admin_site.each_context(request), **own, **context}
        )


def _differing_traits(now: EditionContent, then: EditionContent) -> list[str]:
    """The traits that both ask for and that have other texts or statements today."""
    both = {trait.code: trait.name.id for trait in now.traits}
    kept = [trait for trait in then.traits if trait.code in both]
    return [
        both[trait.code]
        for trait in kept
        if trait != now.trait(trait.code)
        or then.statements_of(trait.code) != now.statements_of(trait.code)
    ]
