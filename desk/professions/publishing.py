"""Publishing from the desk: what is wrong is said with its place, and a doubt asks for a yes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    QueryDict,
)
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.professions.faults import fault_lines
from desk.professions.state import state_of
from profiles.at_hand import Similar
from profiles.editions.content import EditionContent, Text
from profiles.models import Card, Profession
from profiles.workbench.publishing import (
    PublishingDoubted,
    PublishingRefused,
    freeze,
    publish,
    workbench_faults,
)

NOTE = "catatan"
LONGEST_NOTE = 300
LIST = "admin:profiles_profession_changelist"


def note_of(sent: QueryDict) -> str:
    """What an editor says of an edition, on one line; what no text can hold is left out."""
    return " ".join(sent.get(NOTE, "").replace("\0", "").split())[:LONGEST_NOTE]


class PublishingAdmin(admin.ModelAdmin):
    """A page of a profession that can be saved and published, or saved and previewed."""

    actions = ["publish_selected"]
    change_form_template = "desk/profession_change_form.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        ours = [
            path("<int:pk>/pratinjau/", view(self.preview), name="profiles_profession_preview"),
            path("<int:pk>/tampil/", view(self.list_or_unlist), name="profiles_profession_listing"),
            path("terbitkan/", view(self.confirm), name="profiles_profession_confirm"),
        ]
        return [*ours, *super().get_urls()]

    def response_add(
        self, request: HttpRequest, obj: Profession, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._publish_or_preview(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request: HttpRequest, obj: Profession) -> HttpResponse:
        return self._publish_or_preview(request, obj) or super().response_change(request, obj)

    def _publish_or_preview(self, request: HttpRequest, obj: Profession) -> HttpResponse | None:
        """What follows saving when one of our own two buttons was pressed."""
        if "_preview" in request.POST:
            return HttpResponseRedirect(reverse("admin:profiles_profession_preview", args=[obj.pk]))
        if "_publish" not in request.POST:
            return None
        note = note_of(request.POST)
        try:
            is_out = self._publish(request, obj, note=note)
        except PublishingDoubted:
            return _ask([obj], note)
        # A note that went into no edition yet stands in its field again.
        return HttpResponseRedirect(_page_of(obj) + ("" if is_out else _noted("?", note)))

    @admin.action(description=_("Terbitkan profesi yang dipilih"), permissions=["change"])
    def publish_selected(
        self, request: HttpRequest, queryset: QuerySet[Profession]
    ) -> HttpResponse | None:
        doubted = []
        for profession in queryset:
            try:
                self._publish(request, profession)
            except PublishingDoubted:
                doubted.append(profession)
        return _ask(doubted) if doubted else None

    def _publish(
        self,
        request: HttpRequest,
        profession: Profession,
        *,
        accept_warnings: bool = False,
        note: str = "",
    ) -> bool:
        """Publish it, say what came of it, and whether students see it now as it is.

        Raises PublishingDoubted where a yes is wanted.
        """
        try:
            edition, is_new = publish(
                profession=profession,
                now=timezone.now(),
                accept_warnings=accept_warnings,
                publisher=cast(User, request.user),
                note=note,
            )
        except PublishingRefused as refusal:
            for line in fault_lines(profession, refusal.faults):
                said = format_html("{}: {}", profession.name, line.link)
                self.message_user(request, said, messages.ERROR)
            self.message_user(request, _still(profession), messages.WARNING)
            return False
        if not is_new:
            self.message_user(
                request,
                gettext("“%(name)s” tidak berubah sejak edisi %(number)s.")
                % {"name": profession.name, "number": edition.number},
            )
            return True
        self.log_change(request, profession, gettext("Menerbitkan edisi %s.") % edition.number)
        self.message_user(
            request,
            format_html(
                gettext("“{}” terbit sebagai edisi {}. <a href='{}'>Lihat halamannya</a>"),
                profession.name,
                edition.number,
                reverse("profession", args=[profession.slug]),
            ),
            messages.SUCCESS,
        )
        return True

    def list_or_unlist(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take a profession off the site, or put it back; quizzes that are under way go on."""
        profession = get_object_or_404(Profession, pk=pk)
        if not self.has_change_permission(request, profession):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        is_listed = "put_back" in request.POST
        Profession.objects.filter(pk=pk).update(is_listed=is_listed)
        done = gettext("Menampilkan di situs.") if is_listed else gettext("Menarik dari situs.")
        self.log_change(request, profession, done)
        said = (
            gettext("“%s” tampil lagi di situs.")
            if is_listed
            else gettext("“%s” ditarik dari situs. Hasil dan kuis yang sedang diisi tetap jalan.")
        )
        self.message_user(request, said % profession.name, messages.SUCCESS)
        return HttpResponseRedirect(_page_of(profession))

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Profession | None = None,
    ) -> HttpResponse:
        """The form, below what there is to say of the profession that is stored."""
        context |= {
            "state": None if obj is None else state_of(obj.pk),
            "note": note_of(request.POST if request.method == "POST" else request.GET),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def confirm(self, request: HttpRequest) -> HttpResponse:
        """Ask whether professions are to be published as they are; they are saved already."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        wanted = [one for one in request.GET.get("profesi", "").split(",") if one.isdecimal()]
        professions = list(Profession.objects.with_parts().filter(pk__in=wanted))
        if not professions:
            return HttpResponseRedirect(reverse(LIST))
        back = _page_of(professions[0]) if len(professions) == 1 else reverse(LIST)
        if request.method == "POST":
            for profession in professions:
                self._publish(request, profession, accept_warnings=True, note=note_of(request.POST))
            return HttpResponseRedirect(back)
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": gettext("Terbitkan seperti ini?"),
            "opts": self.opts,
            "back": back,
            "note": note_of(request.GET),
            "doubts": [(one, fault_lines(one, workbench_faults(one))) for one in professions],
        }
        return render(request, "desk/confirm_publishing.html", context)

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The profession as students would see it if it were published now, with its faults."""
        profession = get_object_or_404(Profession.objects.with_parts(), pk=pk)
        if not self.has_view_permission(request, profession):
            return HttpResponse(status=403)
        faults = workbench_faults(profession)
        refused, doubted = (
            fault_lines(profession, [fault for fault in faults if fault.severity == severity])
            for severity in ("refuse", "warn")
        )
        content = freeze(profession)
        return render(
            request,
            "desk/preview.html",
            {
                "profession": profession,
                "content": content,
                "similar": _similar(content),
                "refused": refused,
                "doubted": doubted,
            },
        )


def _similar(content: EditionContent) -> list[Similar]:
    """The related professions that a student could read now."""
    cards = Card.objects.shown(content.related)
    return [Similar(card.slug, Text(**card.name), card.field) for card in cards]


def _still(profession: Profession) -> str:
    """What students go on seeing of a profession that is saved and could not be published."""
    newest = profession.editions.first()
    if newest is None:
        return gettext("“%s” tersimpan sebagai draf dan belum terbit.") % profession.name
    return gettext(
        "“%(name)s” tersimpan. Siswa tetap melihat edisi %(number)s sampai semua ini diperbaiki "
        "dan kamu menerbitkannya lagi."
    ) % {"name": profession.name, "number": newest.number}


def _ask(professions: Sequence[Profession], note: str = "") -> HttpResponse:
    """The way to the page that asks for a yes to publishing these as they are."""
    wanted = ",".join(str(profession.pk) for profession in professions)
    confirm = reverse("admin:profiles_profession_confirm")
    return HttpResponseRedirect(f"{confirm}?profesi={wanted}{_noted('&', note)}")


def _noted(mark: str, note: str) -> str:
    return f"{mark}{urlencode({NOTE: note})}" if note else ""


def _page_of(profession: Profession) -> str:
    return reverse("admin:profiles_profession_change", args=[profession.pk])
