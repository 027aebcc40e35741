"""The quiz as a form, built from an edition: real radio buttons that need no script."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from careerfit.memory.recent import Recent
from careerfit.web.languages import page_language
from profiles.editions.content import FrozenScale, FrozenStatement
from profiles.models import Edition
from quiz import actions
from quiz.core.sameness import marks
from quiz.core.shortages import Shortage, find_needs, find_shortages
from quiz.models import KEY_PATTERN

SKIP = "lewati"
FORM_ID = "kuis"
HIDDEN_FIELDS = ("key", "edition", "started_at", "seconds", "carried")
SECONDS_PATTERN = re.compile(r"[0-9]{1,10}", re.ASCII)
SPENT_PATTERN = re.compile(r"[0-9]{1,7}", re.ASCII)
CARRIED_PATTERN = re.compile(
    r"(?P<code>[^:]+):(?P<answer>-?[0-9]{1,3}):(?P<age>[0-9]{1,7})", re.ASCII
)
OLDEST_CARRIED = timedelta(days=60)
"""A phone offers answers for 30 days; drafts and what waits for a network may add some."""


@dataclass(frozen=True)
class Carried:
    """An answer that was given in an earlier quiz, and how long before this one was sent."""

    answer: str
    age: timedelta


@dataclass(frozen=True)
class Gap:
    """A trait with too few answers: the sentence about it, how many it needs, where they go."""

    sentence: str
    needed: int
    fields: list[forms.BoundField]


def field_name(statement: FrozenStatement) -> str:
    """The name of a statement's field; the prefix keeps codes apart from the hidden fields."""
    return f"answer-{statement.code}"


def choices(scale: FrozenScale, language: str) -> list[tuple[str, str]]:
    """What can be chosen for a statement: the edition's answers, and last to skip it."""
    answers = [(str(answer.value), answer.text.in_language(language)) for answer in scale.answers]
    return [*answers, (SKIP, scale.skip.in_language(language))]


# The fields of a quiz, once for each edition and language; a form that is sent only reads them.
_fields: Recent[Hashable, dict[str, forms.Field]] = Recent(32)


def _statement_fields(edition: Edition, language: str) -> dict[str, forms.Field]:
    of = (edition.identity, language)
    fields = _fields.get(of)
    if fields is None:
        offered = choices(edition.content.scale, language)
        fields = {
            field_name(statement): forms.ChoiceField(
                label=statement.text.in_language(language),
                choices=offered,
                widget=forms.RadioSelect,
                required=False,
            )
            for statement in edition.content.statements
        }
        _fields.keep(of, fields)
    return fields


class QuizForm(forms.Form):
    """One page of statements. Valid when each counted trait has enough answers to be scored.

    After `is_valid()`, `answers` holds what was answered (statement code → value); a statement
    that was skipped or left alone is absent. `gaps` says which traits still need answers.
    """

    # These two stand outside of the form, at the end of the page: all before is the same for all.
    key = forms.CharField(widget=forms.HiddenInput({"form": FORM_ID}), required=False, strip=False)
    started_at = forms.CharField(
        widget=forms.HiddenInput({"form": FORM_ID}), required=False, strip=False
    )
    edition = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    # Filled in by the script alone, see `began`.
    seconds = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    # Likewise, see `carried_from`: "C1:4:86400 L2:…", a code, its answer and its age in seconds.
    carried = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        edition: Edition,
        action: str,
        handed_out: Mapping[str, str] | None = None,
    ) -> None:
        """`action` is where to send it; `handed_out` a fresh form's key and `started_at`."""
        super().__init__(data, auto_id=False, label_suffix="")
        self._sent = QueryDict() if data is None else data
        self._edition = edition
        self.answers: dict[str, int] = {}
        self.gaps: list[Gap] = []
        self.initial = {"edition": edition.number, **(handed_out or {})}
        self.fields |= _statement_fields(edition, page_language())
        self.helper = FormHelper()
        self.helper.template = "quiz/_form.html"
        self.helper.form_id = FORM_ID
        self.helper.form_class = "quiz"
        # Said in full: a browser would carry the "#…" of an error link on to the result.
        self.helper.form_action = action
        # The form acts for nobody: it uses no cookie, so there is no authority to forge.
        self.helper.disable_csrf = True
        self.helper.add_input(Submit("", _("Kirim dan lihat hasil")))

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"]
        if not re.fullmatch(KEY_PATTERN, key, re.ASCII):
            raise ValidationError("malformed")
        return key

    def clean_edition(self) -> str:
        number: str = self.cleaned_data["edition"]
        if number != str(self._edition.number):
            raise ValidationError("another edition")
        return number

    def clean_started_at(self) -> datetime | None:
        seconds: str = self.cleaned_data["started_at"]
        if not seconds:
            return None
        if not SECONDS_PATTERN.fullmatch(seconds):
            raise ValidationError("malformed")
        return datetime.fromtimestamp(int(seconds), tz=UTC)

    def clean_seconds(self) -> timedelta | None:
        seconds: str = self.cleaned_data["seconds"]
        if not seconds:
            return None
        if not SPENT_PATTERN.fullmatch(seconds):
            raise ValidationError("malformed")
        return timedelta(seconds=int(seconds))

    def clean_carried(self) -> dict[str, Carried]:
        codes = {statement.code for statement in self._edition.content.statements}
        carried: dict[str, Carried] = {}
        for one in self.cleaned_data["carried"].split(" ") if self.cleaned_data["carried"] else []:
            found = CARRIED_PATTERN.fullmatch(one)
            if found is None or found["code"] not in codes - carried.keys():
                raise ValidationError("malformed")
            age = timedelta(seconds=int(found["age"]))
            if age > OLDEST_CARRIED:
                raise ValidationError("too old")
            carried[found["code"]] = Carried(found["answer"], age)
        return carried

    def carried_from(self, now: datetime) -> dict[str, date]:
        """The days on which answers were given that come from earlier quizzes.

        An answer that was changed since, without the script maybe, is one of today. Days are
        counted back from now, as in `began`.
        """
        carried: dict[str, Carried] = self.cleaned_data["carried"]
        return {
            code: timezone.localdate(now - one.age)
            for code, one in carried.items()
            if code in self.answers and str(self.answers[code]) == one.answer
        }

    def began(self, now: datetime) -> datetime | None:
        """When the student began, counted back from now where the script says how long it took.

        With the script, a page may come from the phone's cache, a draft may rest overnight and
        sending may wait for a network. Only the time spent is known then, and only it is needed.
        """
        spent: timedelta | None = self.cleaned_data["seconds"]
        began: datetime | None = self.cleaned_data["started_at"]
        return now - spent if spent is not None else began

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self._was_tampered_with():
            self._renew_hidden_fields()
            self.add_error(None, self._ask_to_send_again())
        if not self.errors:
            self._require_enough_answers(cleaned)
        return cleaned

    def _was_tampered_with(self) -> bool:
        return (
            not self._sent.keys() <= self.fields.keys()
            or any(len(values) > 1 for _name, values in self._sent.lists())
            or any(name in self.errors for name in HIDDEN_FIELDS)
        )

    def _renew_hidden_fields(self) -> None:
        """Put good values where bad ones came, so that sending the page once more works."""
        fresh = {"key": actions.new_key(), "edition": str(self._edition.number)}
        data = self._sent.copy()
        for name in HIDDEN_FIELDS:
            if name in self.errors:
                data[name] = fresh.get(name, "")
        self.data = data

    def _ask_to_send_again(self) -> str:
        return _(
            "Ada yang berubah di perjalanan, jadi jawabanmu belum kami simpan. "
            "Pilihanmu masih ada di bawah: periksa, lalu kirim sekali lagi."
        )

    def _require_enough_answers(self, cleaned: dict[str, Any]) -> None:
        content = self._edition.content
        self.answers = {
            statement.code: int(answer)
            for statement in content.statements
            if (answer := cleaned[field_name(statement)]) not in ("", SKIP)
        }
        for shortage in find_shortages(content, self.answers):
            self._add_gap(shortage)

    def _add_gap(self, shortage: Shortage) -> None:
        content = self._edition.content
        sentence = _("Jawabanmu untuk %(trait)s belum cukup: baru %(n)s, perlu %(k)s.") % {
            "trait": content.trait(shortage.trait).name.in_language(page_language()),
            "n": shortage.answered,
            "k": shortage.required,
        }
        names = [
            field_name(statement)
            for statement in content.statements_of(shortage.trait)
            if statement.code not in self.answers
        ]
        for name in names:
            self.add_error(name, sentence)
        needed = shortage.required - shortage.answered
        self.gaps.append(Gap(sentence, needed, [self[name] for name in names]))

    @property
    def needs(self) -> str:
        """For the script, as JSON: each trait's name, how many answers it needs, which fields."""
        content = self._edition.content
        order = [statement.code for statement in content.statements]
        needs = [
            (
                content.trait(need.trait).name.in_language(page_language()),
                need.required,
                [order.index(code) for code in need.asked],
            )
            for need in find_needs(content)
        ]
        return json.dumps(needs, ensure_ascii=False, separators=(",", ":"))

    @property
    def same(self) -> str:
        """For the script: the marks by which it knows statements that were answered elsewhere."""
        return marks(self._edition.content)

    @property
    def bad_fields(self) -> list[forms.BoundField]:
        """The statements whose answer is none of the choices."""
        if self.gaps:
            return []
        return [field for field in self.visible_fields() if field.errors]
