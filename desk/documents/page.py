"""The desk's pages from a document to a draft: bring a text or a file, look at it, save."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext

from desk.documents.forms import (
    DocumentForm,
    ReadingForm,
    as_sent,
    digest_of,
    existing_profession,
    is_too_long,
)
from desk.documents.proposal import Proposal, propose
from desk.documents.saving import initial_of, save_draft
from desk.documents.showing import demand_rows, paragraph_rows
from profiles.workbench.importing import ImportReport, known_traits
from profiles.workbench.refusals import not_one_profile


class Brought(NamedTuple):
    """What a teacher has brought: a text, what its file is called, and what its pages repeat."""

    text: str
    called: str
    aside: tuple[str, ...] = ()

    def proposal(self) -> Proposal:
        """What it will become."""
        return propose(self.text, known_traits(), called=self.called)


class DocumentAdmin(admin.ModelAdmin):
    """A list of professions that leads to a page for bringing a document."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        ours = [
            path("dari-dokumen/", view(self.bring), name="profiles_profession_document"),
            path("dari-dokumen/draf/", view(self.draft), name="profiles_profession_draft"),
        ]
        return [*ours, *super().get_urls()]

    def bring(self, request: HttpRequest) -> HttpResponse:
        """Take a text or a file, and show what was read in it."""
        self._must_be_allowed(request)
        form = DocumentForm(request.POST or None, request.FILES or None)
        if form.is_valid():
            brought = Brought(
                as_sent(form.cleaned_data["text"]),
                form.cleaned_data["called"],
                form.cleaned_data["aside"],
            )
            proposal = brought.proposal()
            if proposal.is_of_a_size:
                return self._first_look(request, brought, proposal)
            form.add_error(None, _wrong_size(proposal))
        return self._render(request, "bring", {"form": form})

    def draft(self, request: HttpRequest) -> HttpResponse:
        """Save what was read as a draft, or show it again with what is still to be decided."""
        self._must_be_allowed(request)
        sent = request.POST
        brought = Brought(as_sent(sent.get("text", "")), sent.get("called", ""))
        if is_too_long(brought.text):
            return self.bring(request)
        proposal = brought.proposal()
        if not proposal.is_of_a_size:
            return self.bring(request)
        if sent.get("read") != digest_of(brought.text):
            messages.warning(request, gettext("Teksnya berubah, jadi dibaca lagi dari awal."))
            return self._first_look(request, brought, proposal)
        existing = existing_profession(sent.get("name", ""))
        form = ReadingForm(proposal, sent, existing=existing)
        if existing and not self.has_change_permission(request, existing):
            sentence = gettext("Kamu belum boleh mengubahnya. Beri dokumen ini nama lain di atas.")
            form.add_error("into", sentence)
        if not form.is_valid():
            return self._look(request, form, proposal)
        report = save_draft(proposal, form)
        self._tell(request, report)
        address = reverse("admin:profiles_profession_change", args=[report.profession.pk])
        return HttpResponseRedirect(address)

    def _must_be_allowed(self, request: HttpRequest) -> None:
        if not self.has_add_permission(request):
            raise PermissionDenied

    def _first_look(
        self, request: HttpRequest, brought: Brought, proposal: Proposal
    ) -> HttpResponse:
        existing = existing_profession(proposal.reading.document.name)
        initial = initial_of(proposal, brought.text, brought.called)
        form = ReadingForm(proposal, initial=initial, existing=existing)
        return self._look(request, form, proposal, brought.aside)

    def _look(
        self,
        request: HttpRequest,
        form: ReadingForm,
        proposal: Proposal,
        aside: tuple[str, ...] = (),
    ) -> HttpResponse:
        kind = proposal.reading.kind
        context = {
            "form": form,
            "unsure": paragraph_rows(form, proposal.unsure),
            "sure": paragraph_rows(form, proposal.sure),
            "demands": demand_rows(form, proposal.demands),
            "not_one": "" if kind == "one" else not_one_profile(kind),
            "aside": aside,
        }
        return self._render(request, "draft", context)

    def _render(self, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
        return render(
            request,
            f"desk/documents/{name}.html",
            {
                **self.admin_site.each_context(request),
                "title": gettext("Profesi dari dokumen"),
                "opts": self.opts,
                **context,
            },
        )

    def _tell(self, request: HttpRequest, report: ImportReport) -> None:
        """Say what was saved, and note it in the history."""
        profession = report.profession
        done = gettext("Diisi dari dokumen.")
        if report.created:
            self.log_addition(request, profession, done)
        elif report.written:
            self.log_change(request, profession, done)
        sentence = gettext("“{}” tersimpan sebagai draf. Siswa belum melihatnya.")
        messages.success(request, format_html(sentence, profession.name))
        if report.kept:
            sentence = gettext("Yang sudah disunting tetap seperti adanya.")
            messages.warning(request, sentence)


def _wrong_size(proposal: Proposal) -> str:
    if count := len(proposal.paragraphs):
        return gettext("Dokumen ini punya %s paragraf, terlalu banyak untuk satu profesi.") % count
    return gettext("Tidak ada paragraf yang terbaca di dokumen ini.")
