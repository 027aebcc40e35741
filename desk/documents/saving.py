"""From the choices on the page of a document to rows of the workbench."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desk.documents.forms import ReadingForm, digest_of
from desk.documents.proposal import Proposal
from profiles.documents.rearranging import rearranged
from profiles.workbench.importing import ImportReport, import_document


def initial_of(proposal: Proposal, text: str, called: str) -> dict[str, Any]:
    """What the form of a proposal holds before anybody has changed it."""
    initial: dict[str, Any] = {
        "text": text,
        "read": digest_of(text),
        "called": called,
        "name": proposal.reading.document.name,
        "not_measured": proposal.not_measured,
    }
    for paragraph in proposal.paragraphs:
        initial[f"place-{paragraph.number}"] = paragraph.place
    for demand in proposal.demands:
        initial[f"keep-{demand.trait}"] = True
        initial[f"weight-{demand.trait}"] = demand.weight
        initial[f"essential-{demand.trait}"] = demand.essential
    return initial


def save_draft(proposal: Proposal, form: ReadingForm) -> ImportReport:
    """Write what a valid form says of the proposal to the workbench."""
    chosen = form.cleaned_data
    reading = rearranged(
        proposal.reading, name=chosen["name"], places=form.places(len(proposal.paragraphs))
    )
    demands = [
        replace(
            demand,
            weight=chosen[f"weight-{demand.trait}"],
            essential=chosen[f"essential-{demand.trait}"],
        )
        for demand in proposal.demands
        if chosen[f"keep-{demand.trait}"]
    ]
    return import_document(
        reading=reading,
        demands=demands,
        not_measured=chosen["not_measured"],
        replace=chosen.get("into") == "replace",
    )
