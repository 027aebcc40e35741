"""The desk's page of a profession: describe it in one place, preview it, publish it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.majors import MajorInline
from desk.rows import ONE_LINE, SMALL_TEXT, OrderedFormSet
from profiles.editions.card_parts import digest
from profiles.editions.faults import find_faults
from profiles.models import Demand, Institution, Profession
from profiles.models.professions import MOST_RELATED
from profiles.workbench.doubts import open_doubts
from profiles.workbench.publishing import PublishingRefused, describe, freeze, publish


class DemandInline(admin.TabularInline):
    model = Demand
    extra = 1
    fields = ["trait", "weight", "essential", "evidence", "evidence_en"]
    formfield_overrides = SMALL_TEXT


class InstitutionInline(admin.TabularInline):
    model = Institution
    formset = OrderedFormSet
    extra = 1
    fields = ["position", "name", "name_en"]
    formfield_overrides = ONE_LINE


class ProfessionForm(forms.ModelForm):
    """What an editor may say of a profession beside what each field takes by itself."""

    def clean_related(self) -> QuerySet[Profession]:
        """A few others, and not itself."""
        related: QuerySet[Profession] = self.cleaned_data["related"]
        if len(related) > MOST_RELATED:
            raise forms.ValidationError(gettext("Pilih paling banyak enam profesi mirip."))
        if self.instance in related:
            raise forms.ValidationError(gettext("Sebuah profesi tidak mirip dengan dirinya."))
        return related


class ProfessionList(ChangeList):
    """Professions with all that their status is told from."""

    def get_queryset(self, request: HttpRequest, *args: Any) -> Any:
        professions: Any = super().get_queryset(request, *args)
        return professions.with_parts().with_published()


@admin.register(Profession)
class ProfessionAdmin(admin.ModelAdmin):
    list_display = ["name", "slug", "is_listed", "status"]
    list_filter = ["is_listed"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    filter_horizontal = ["related"]
    form = ProfessionForm
    inlines = [DemandInline, MajorInline, InstitutionInline]
    actions = ["publish_selected"]
    change_form_template = "desk/profession_change_form.html"
    formfield_overrides = {
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 6, "cols": 90})}
    }

    def get_fieldsets(self, request: HttpRequest, obj: Profession | None = None) -> Any:
        fieldsets: list[Any] = [
            (None, {"fields": ["name", "slug", "is_listed"]}),
            (
                _("Teks untuk siswa"),
                {
                    "description": _("Setiap baris menjadi satu paragraf."),
                    "fields": [
                        "overview",
                        "suited",
                        "unsuited",
                        "misconception",
                        "expectation",
                        "difference",
                        "not_measured",
                    ],
                },
            ),
            (
                _("Di antara profesi lain (boleh kosong)"),
                {"fields": ["field", ("isco08", "kbji"), "position", "related"]},
            ),
            (
                _("Teks dalam bahasa Inggris (boleh kosong)"),
                {
                    "classes": ["collapse"],
                    "fields": [
                        "name_en",
                        "overview_en",
                        "suited_en",
                        "unsuited_en",
                        "misconception_en",
                        "expectation_en",
                        "difference_en",
                        "not_measured_en",
                    ],
                },
            ),
        ]
        if fields := self._fields_of_import(obj):
            fieldsets.insert(1, (_("Dari dokumen yang diimpor"), {"fields": fields}))
        return fieldsets

    def _fields_of_import(self, obj: Profession | None) -> list[str]:
        if obj is None:
            return []
        doubts = ["doubts"] if open_doubts(obj) else []
        return [*doubts, "unplaced"] if obj.unplaced else doubts

    @admin.display(description=_("periksa dulu"))
    def doubts(self, profession: Profession) -> str:
        """The paragraphs whose place the import was not sure of, each with its reason."""
        lines = ((one.opening, one.place, one.reason) for one in open_doubts(profession))
        return format_html("<ul>{}</ul>", format_html_join("", "<li>“{}”: {}, {}</li>", lines))

    def get_readonly_fields(self, request: HttpRequest, obj: Profession | None = None) -> Any:
        # Students have the address of a published profession: it must go on working.
        slug = ["slug"] if obj is not None and obj.editions.exists() else []
        return ["doubts", *slug]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Profession | None = None) -> Any:
        is_fixed = "slug" in self.get_readonly_fields(request, obj)
        return {} if is_fixed else self.prepopulated_fields

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return ProfessionList

    def get_urls(self) -> list[URLPattern]:
        preview = path(
            "<int:pk>/pratinjau/",
            self.admin_site.admin_view(self.preview),
            name="profiles_profession_preview",
        )
        return [preview, *super().get_urls()]

    @admin.display(description=_("status"))
    def status(self, profession: Profession) -> str:
        if profession.published_number is None:
            return gettext("Draf, belum pernah terbit")
        if profession.published_digest == digest(freeze(profession)):
            return gettext("Terbit, edisi %s") % profession.published_number
        return (
            gettext("Terbit, edisi %s; ada perubahan yang belum terbit")
            % profession.published_number
        )

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
        if "_publish" in request.POST:
            self._publish(request, obj)
            return HttpResponseRedirect(reverse("admin:profiles_profession_change", args=[obj.pk]))
        return None

    def _publish(self, request: HttpRequest, profession: Profession) -> None:
        try:
            edition, is_new = publish(profession=profession, now=timezone.now())
        except PublishingRefused as refusal:
            for sentence in refusal.sentences:
                self.message_user(request, f"{profession.name}: {sentence}", messages.ERROR)
            self.message_user(
                request,
                gettext("“%s” tersimpan sebagai draf dan belum terbit.") % profession.name,
                messages.WARNING,
            )
            return
        if not is_new:
            self.message_user(
                request,
                gettext("“%(name)s” tidak berubah sejak edisi %(number)s.")
                % {"name": profession.name, "number": edition.number},
            )
            return
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

    @admin.action(description=_("Terbitkan profesi yang dipilih"), permissions=["change"])
    def publish_selected(self, request: HttpRequest, queryset: QuerySet[Profession]) -> None:
        for profession in queryset:
            self._publish(request, profession)

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The profession as students would see it if it were published now, with its faults."""
        profession = get_object_or_404(Profession.objects.with_parts(), pk=pk)
        if not self.has_view_permission(request, profession):
            return HttpResponse(status=403)
        content = freeze(profession)
        return render(
            request,
            "desk/preview.html",
            {
                "profession": profession,
                "content": content,
                "faults": [describe(fault) for fault in find_faults(content)],
            },
        )
