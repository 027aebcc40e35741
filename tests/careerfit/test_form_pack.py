"""The template pack draws any form, and one that a screen reader can follow."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict

PAGE = Template("{% load crispy_forms_tags %}{% crispy form %}")
CHOICES = [("a", "Pilihan A"), ("b", "Pilihan B")]


class EveryField(forms.Form):
    """A field of each kind, all needed, each with a help text."""

    name = forms.CharField(label="Nama", help_text="Seperti di rapor.")
    about = forms.CharField(label="Cerita", widget=forms.Textarea, help_text="Beberapa kalimat.")
    age = forms.IntegerField(label="Umur", help_text="Dalam tahun.")
    mail = forms.EmailField(label="Surel", help_text="Tidak dibagikan.")
    day = forms.DateField(label="Hari", help_text="Kapan saja.")
    grade = forms.ChoiceField(label="Kelas", choices=CHOICES, help_text="Yang sekarang.")
    agreed = forms.BooleanField(label="Setuju", help_text="Boleh berubah.")
    way = forms.ChoiceField(
        label="Jalan", choices=CHOICES, widget=forms.RadioSelect, help_text="Salah satu."
    )
    topics = forms.MultipleChoiceField(
        label="Topik", choices=CHOICES, widget=forms.CheckboxSelectMultiple, help_text="Boleh dua."
    )
    paper = forms.FileField(label="Berkas", help_text="Satu berkas.")
    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper(self)
        self.helper.add_input(Submit("kirim", "Simpan data"))

    def clean(self) -> None:
        if self.data:
            raise forms.ValidationError("Ada yang tidak cocok satu sama lain.")


VISIBLE = [name for name in EveryField.base_fields if name != "token"]


def drawn(form: forms.Form) -> str:
    request = RequestFactory().get("/")
    context = Context({"form": form, "csrf_token": "t" * 64, "request": request})
    # How a tag is broken over lines is nothing to its readers.
    return " ".join(html.unescape(PAGE.render(context)).split())


def tags(text: str, name: str) -> list[str]:
    return re.findall(rf"<{name}\b[^>]*>", text)


@pytest.fixture
def fresh() -> str:
    return drawn(EveryField())


@pytest.fixture
def refused() -> str:
    return drawn(EveryField({"name": ""}))


@pytest.mark.parametrize("name", VISIBLE)
def test_every_field_has_its_words(name: str, fresh: str) -> None:
    field = EveryField.base_fields[name]
    words = rf"<(label|legend)\b[^>]*>(<input[^>]*>)?\s*{field.label}</\1>"
    assert len(re.findall(words, fresh)) == 1
    assert f'<p class="soft" id="id_{name}_helptext">{field.help_text}</p>' in fresh


@pytest.mark.parametrize("name", VISIBLE)
def test_every_field_refers_to_its_help_and_its_error(name: str, fresh: str, refused: str) -> None:
    for text, described in (
        (fresh, f'"id_{name}_helptext"'),
        (refused, f'"id_{name}_helptext id_{name}_error"'),
    ):
        assert f"aria-describedby={described}" in text
        for identity in described.strip('"').split():
            assert text.count(f'id="{identity}"') == 1


@pytest.mark.parametrize("name", VISIBLE)
def test_the_summary_leads_to_every_field_with_an_error(name: str, refused: str) -> None:
    summary, _, fields = refused.partition("</ul>")
    found = re.search(rf'<a href="#([^"]+)">{EveryField.base_fields[name].label}</a>', summary)
    assert found
    assert len(re.findall(rf'<(?:input|textarea|select)[^>]* id="{found[1]}"', fields)) == 1


def test_the_summary_says_what_no_field_is_about(fresh: str, refused: str) -> None:
    assert "error-summary" not in fresh
    summary = refused.partition("</ul>")[0]
    assert "Ada yang perlu diperiksa" in summary
    assert "Ada yang tidak cocok satu sama lain." in summary
    assert "token" not in re.sub(r"<[^>]*>", "", summary)
    assert 'role="alert"' in summary


def test_labels_lead_to_their_fields(fresh: str) -> None:
    for identity in re.findall(r'<label for="([^"]+)"', fresh):
        assert f'id="{identity}"' in fresh
    assert all(fresh.count(f'id="{one}"') == 1 for one in re.findall(r' id="([^"]+)"', fresh))


def test_choices_are_groups_with_names(fresh: str) -> None:
    assert len(tags(fresh, "fieldset")) == len(tags(fresh, "legend")) == 2
    assert fresh.count('type="radio"') == 2
    assert fresh.count('type="checkbox"') == 3


def test_the_form_is_sent_as_it_needs(fresh: str) -> None:
    (form,) = tags(fresh, "form")
    assert 'method="post"' in form
    assert 'enctype="multipart/form-data"' in form
    assert 'name="csrfmiddlewaretoken"' in fresh
    assert 'type="hidden" name="token"' in fresh
    (button,) = tags(fresh, "button")
    assert 'type="submit"' in button
    assert 'name="kirim"' in button
    assert ">Simpan data</button>" in fresh


def test_what_was_sent_comes_back() -> None:
    sent = {
        "name": "Sari & Budi",
        "about": "<b>",
        "grade": "b",
        "agreed": "on",
        "way": "b",
        "token": "x",
    }
    files = MultiValueDict({"paper": [SimpleUploadedFile("a.txt", b"x")]})
    text = PAGE.render(Context({"form": EveryField(sent, files)}))
    assert 'value="Sari &amp; Budi"' in text
    assert "&lt;b&gt;</textarea>" in text
    assert '<option value="b" selected>' in text
    assert len(re.findall(r'value="b"[^>]* checked', text)) == 1
    assert 'id="id_paper_error"' not in text


class Search(forms.Form):
    words = forms.CharField(label="Kata", required=False)

    helper = FormHelper()
    helper.form_method = "get"
    helper.form_action = "/profesi/"
    helper.form_class = "search"
    helper.form_error_title = "Belum bisa dicari"


def test_a_small_form_is_as_its_helper_says() -> None:
    form = Search()
    form.helper.layout = form.helper.build_default_layout(form)
    text = drawn(form)
    (tag,) = tags(text, "form")
    assert 'method="get"' in tag
    assert 'action="/profesi/"' in tag
    assert 'class="search"' in tag
    assert "enctype" not in tag
    assert "csrfmiddlewaretoken" not in text
    assert tags(text, "button") == []
    form = Search({})
    form.helper.layout = form.helper.build_default_layout(form)
    form.add_error("words", "Terlalu panjang.")
    assert "Belum bisa dicari" in drawn(form)


def test_a_form_without_token_or_tag_of_its_own() -> None:
    form = EveryField()
    form.helper.disable_csrf = True
    form.helper.form_tag = False
    text = drawn(form)
    assert "csrfmiddlewaretoken" not in text
    assert "<form" not in text
    assert 'name="name"' in text
