"""What a teacher brings, and what they make of its reading: a choice for each paragraph and trait.

The document's text travels in the form, so that it is there again whatever became of the request.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.documents.proposal import Proposal
from profiles.documents.decoding import NotAProfile
from profiles.documents.files.reading import MAX_FILE_BYTES, read_file
from profiles.documents.naming import name_from_filename
from profiles.documents.rearranging import LEFT_OUT, PLACES
from profiles.models import Institution, Major, Profession
from profiles.models.professions import HIGHEST_WEIGHT
from profiles.workbench.importing import NoAddress, slug_for
from profiles.workbench.refusals import why_refused

# What one form can send back: well below DATA_UPLOAD_MAX_MEMORY_SIZE, whatever the letters.
MAX_LETTERS: Final = 100_000
MAX_LINES: Final = 4_000  # each is read by itself
_FIELDS: Final = {field.name: field for field in Profession._meta.fields}
_LISTS: Final = {"majors": Major, "institutions": Institution}


class DocumentForm(forms.Form):
    """A text that was pasted, or a file, which goes first; a refused one takes no text away."""

    text = forms.CharField(
        label=_("Tempel teksnya di sini"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 14, "cols": 90}),
    )
    file = forms.FileField(
        label=_("atau pilih berkas"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".txt,.md,.docx,.pdf"}),
        help_text=_("Berkas .txt, .md, .docx, atau .pdf, paling besar 5 MB."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["aside"], cleaned["called"] = (), ""
        if file := cleaned.get("file"):
            try:
                cleaned["text"], cleaned["aside"] = read_file(file.read(MAX_FILE_BYTES + 1))
                cleaned["called"] = name_from_filename(file.name)
            except NotAProfile as refusal:
                sentence = why_refused(refusal.code)
                self.add_error("file", f"{file.name}: {sentence}")
                return cleaned
        if not cleaned.get("text"):
            self.add_error("text", gettext("Tempel teksnya, atau pilih berkasnya."))
        elif is_too_long(cleaned["text"]):
            sentence = gettext("Teks ini terlalu panjang untuk satu profesi. Bawa bagiannya saja.")
            self.add_error("file" if file else "text", sentence)
        return cleaned


class ReadingForm(forms.Form):
    """The draft that a document will become, as it was proposed or as its editor has changed it."""

    text = forms.CharField(
        label=_("Teks dokumen"), widget=forms.Textarea(attrs={"rows": 12, "cols": 60})
    )
    read = forms.CharField(widget=forms.HiddenInput)
    called = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Nama profesi"), max_length=120)
    not_measured = forms.CharField(
        label=_("Yang belum diukur kuis"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 50}),
        help_text=_("Diminta dokumen, tetapi tidak ditanyakan di kuis."),
    )

    def __init__(
        self, proposal: Proposal, *args: Any, existing: Profession | None, **kwargs: Any
    ) -> None:
        """Fields for what was read; `existing` is the profession that has the address already."""
        super().__init__(*args, **kwargs)
        for index in range(len(proposal.paragraphs)):
            self.fields[f"place-{index}"] = forms.ChoiceField(label=_("Bagian"), choices=_places)
        for demand in proposal.demands:
            code = demand.trait
            self.fields[f"keep-{code}"] = forms.BooleanField(label=_("Pakai"), required=False)
            self.fields[f"weight-{code}"] = forms.IntegerField(
                label=_("Bobot"),
                min_value=0,
                max_value=HIGHEST_WEIGHT,
                widget=forms.NumberInput(attrs={"class": "weight"}),
            )
            self.fields[f"essential-{code}"] = forms.BooleanField(label=_("Kunci"), required=False)
        self.existing = existing
        if existing:
            self.fields["into"] = forms.ChoiceField(
                label=gettext("“%s” sudah ada. Apa yang kamu inginkan?") % existing.name,
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Pilih dulu, atau beri dokumen ini nama lain di atas.")
                },
                choices=[
                    ("keep", _("Masukkan ke sana; yang sudah disunting tetap seperti adanya")),
                    ("replace", _("Masukkan ke sana, dan ganti juga yang sudah disunting")),
                ],
            )

    def clean_name(self) -> str:
        """A name that an address can be made of."""
        name: str = self.cleaned_data["name"]
        try:
            slug_for(name)
        except NoAddress:
            raise ValidationError(gettext("Beri nama dengan huruf Latin atau angka.")) from None
        return name

    def places(self, count: int) -> list[str]:
        """Where each of so many paragraphs goes."""
        return [self.cleaned_data[f"place-{index}"] for index in range(count)]


def digest_of(text: str) -> str:
    """Tells whether a text is still the one that was read."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def is_too_long(text: str) -> bool:
    """Whether a text is more than one profession can be, and than is read at once."""
    return len(text) > MAX_LETTERS or len(text.splitlines()) > MAX_LINES


def as_sent(text: str) -> str:
    """The text as it is whenever it has been through a form: browsers change the ends of lines."""
    return "\n".join(text.strip().splitlines())


def existing_profession(name: str) -> Profession | None:
    """The profession whose address this name would have."""
    try:
        return Profession.objects.filter(slug=slug_for(name)).first()
    except NoAddress:
        return None


def place_name(place: str) -> str:
    """What editors call a part of a profession."""
    if place in _LISTS:
        return str(_LISTS[place]._meta.verbose_name_plural)
    return str(_FIELDS[place].verbose_name)


def _places() -> Sequence[tuple[str, str]]:
    return [
        *((place, place_name(place)) for place in PLACES),
        (LEFT_OUT, gettext("jangan dipakai")),
    ]
