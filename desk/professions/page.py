"""The desk's page of a profession: all that describes it in one place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.documents.page import DocumentAdmin
from desk.professions.history import HistoryAdmin
from desk.professions.majors import MajorInline
from desk.professions.preview import PreviewAdmin
from desk.professions.publishing import PublishingAdmin
from desk.professions.shipped import ShippedAdmin
from desk.rows import ONE_LINE, SMALL_TEXT, NamedFormSet, OrderedFormSet, text_boxes
from desk.saving.together import TogetherAdmin
from profiles.editions.card_parts import digest
from profiles.models import Demand, Institution, Profession
from profiles.models.professions import MOST_RELATED
from profiles.workbench.doubts import open_doubts
from profiles.workbench.publishing import freeze


class DemandInline(admin.TabularInline):
    model = Demand
    formset = NamedFormSet
    extra = 1
    fields = ["trait", "weight", "essential", "evidence", "evidence_en"]
    formfield_overrides = SMALL_TEXT

    def get_queryset(self, request: HttpRequest) -> QuerySet[Demand]:
        return super().get_queryset(request).select_related("trait")


class InstitutionInline(admin.TabularInline):
    model = Institution
    formset = OrderedFormSet
    extra = 1
    fields = ["position", "name", "name_en"]
    formfield_overrides = ONE_LINE


class ProfessionForm(forms.ModelForm):
    """What an editor may say of a profession beside what each field takes by itself."""

    def clean_slug(self) -> str:
        """An address that differs from every other one by more than its capitals."""
        slug = str(self.cleaned_data["slug"])
        others = Profession.objects.exclude(pk=self.instance.pk).filter(slug__iexact=slug)
        if taken := others.exclude(slug=slug).first():
            raise forms.ValidationError(
                gettext("Alamat ini sudah dipakai “%s”. Pilih yang lain.") % taken.name
            )
        return slug

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
class ProfessionAdmin(
    TogetherAdmin, PublishingAdmin, PreviewAdmin, HistoryAdmin, ShippedAdmin, DocumentAdmin
):
    list_display = ["name", "slug", "is_listed", "status"]
    list_filter = ["is_listed"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    filter_horizontal = ["related"]
    form = ProfessionForm
    inlines = [DemandInline, MajorInline, InstitutionInline]
    formfield_overrides = text_boxes(rows=6, cols=90)

    def get_fieldsets(self, request: HttpRequest, obj: Profession | None = None) -> Any:
        fieldsets: list[Any] = [
            (None, {"fields": ["name", "slug"]}),
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
