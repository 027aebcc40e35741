"""Two editors on one page: the second to save sees what the first did, and chooses."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from desk.saving.asking import AskingAdmin, Question
from desk.saving.comparing import Choice, Comparison, Difference, as_new, compare, merge
from desk.saving.fields import (
    FormSets,
    Held,
    Seen,
    row_of,
    sent_fields,
    stored_fields,
)

SEEN = "_seen"
"""The hidden field that says what the editor was shown."""

CHOSEN_FOR = "_chosen_for"
"""The hidden field that says what the choices were made against: it may change once more."""

CHOOSE = "_choose-"
MOST_ENTRIES = 10


class TogetherAdmin(AskingAdmin):
    """A page that knows when it is saved whether somebody else has saved it meanwhile.

    What comes without the hidden field, as from a page of an earlier version, is saved as it is.
    """

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        if sent := request.POST.get(SEEN):
            context["seen"] = sent
        elif change:
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["seen"] = _seen(stored_fields(context["adminform"].form, formsets))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def before_saving(self, request: HttpRequest, object_id: str | None) -> None:
        super().before_saving(request, object_id)
        if object_id is None or SEEN not in request.POST:
            return
        try:
            seen = Seen.read(request.POST[SEEN])
        except ValueError:
            return
        there = self._locked(request, object_id)
        if there is None:
            self._ask_about_gone(request, unquote(object_id), seen)
        elif self.has_change_permission(request, there):
            self._compare(request, there, seen)

    def _locked(self, request: HttpRequest, object_id: str) -> Model | None:
        """What is edited, as it is now, and not to be changed by anyone else until it is saved."""
        found = self.get_object(request, unquote(object_id))
        if found is None:
            return None
        return self.model._default_manager.select_for_update().filter(pk=found.pk).first()

    def _forms(self, request: HttpRequest, there: Model | None) -> tuple[Any, FormSets]:
        """The forms of the page as they would be shown now, or of one for something new."""
        form = self.get_form(request, there, change=there is not None)(instance=there)
        formsets = [
            form_set(
                instance=form.instance,
                prefix=form_set.get_default_prefix(),
                queryset=inline.get_queryset(request),
            )
            for form_set, inline in self.get_formsets_with_inlines(request, there)
        ]
        return form, formsets

    def _compare(self, request: HttpRequest, there: Model, seen: Seen) -> None:
        """Go on if nothing is to be chosen or all is chosen; otherwise ask."""
        form, formsets = self._forms(request, there)
        stored = stored_fields(form, formsets)
        sent, rows = sent_fields(request.POST, form, formsets)
        comparison = compare(seen, sent, rows, stored)
        if comparison.is_empty:
            return
        state = _state(stored)
        choices = _choices(request.POST, comparison)
        is_new_state = request.POST.get(CHOSEN_FOR) != state
        if is_new_state or not all(choices.values()):
            entries = _saved_since(type(there), there.pk, seen.at)
            raise _which(comparison, choices, state, entries, missing=not is_new_state)
        merged = merge(request.POST, choices, comparison, rows, sent, stored)
        for name in [*merged]:
            if name == CHOSEN_FOR or name.startswith(CHOOSE):
                del merged[name]
        merged[SEEN] = _seen(stored)
        _send_instead(request, merged)

    def _ask_about_gone(self, request: HttpRequest, pk: str, seen: Seen) -> None:
        """Show what was typed for what is no longer there, and offer to save it as new."""
        form, formsets = self._forms(request, None)
        sent, _ = sent_fields(request.POST, form, formsets)
        new = as_new(request.POST, {str(formset.prefix): formset.fk.name for formset in formsets})
        new.pop(SEEN, None)
        _send_instead(request, new)
        raise Question(
            "desk/saving/gone.html",
            {
                "title": gettext("Yang kamu sunting sudah dihapus"),
                "entries": _saved_since(self.model, pk, seen.at),
                "typed": [
                    (one.label, one.words)
                    for key, one in sent.items()
                    if not row_of(key) and one.value
                ],
                "action": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add"),
            },
        )


def _send_instead(request: Any, data: QueryDict) -> None:
    """Let everything that follows read this as what was sent."""
    request.POST = data


def _seen(stored: Mapping[str, Held]) -> str:
    marks = {key: one.mark for key, one in stored.items()}
    return Seen(timezone.now(), marks).write()


def _state(stored: Mapping[str, Held]) -> str:
    """What changes whenever anything of the page does."""
    marks = "".join(f"{key} {one.mark}\n" for key, one in sorted(stored.items()))
    return hashlib.sha256(marks.encode()).hexdigest()


def _choices(data: Mapping[str, Any], comparison: Comparison) -> dict[str, Choice]:
    """What was chosen so far, or suggests itself, of each difference."""
    found: dict[str, Choice] = {}
    for one in comparison.differences:
        said = data.get(f"{CHOOSE}{one.key}")
        found[one.key] = said if said in ("mine", "theirs") else one.suggested
    return found


def _which(
    comparison: Comparison,
    choices: Mapping[str, Choice],
    state: str,
    entries: list[LogEntry],
    *,
    missing: bool,
) -> Question:
    """The question that shows both versions side by side."""
    differences: list[tuple[Difference, str, Choice]] = [
        (one, f"{CHOOSE}{one.key}", choices[one.key]) for one in comparison.differences
    ]
    names = [name for _, name, _ in differences]
    return Question(
        "desk/saving/which.html",
        {
            "title": gettext("Ada yang menyimpan lebih dulu"),
            "entries": entries,
            "differences": differences,
            "added": comparison.added,
            "chosen_for": CHOSEN_FOR,
            "state": state,
            "missing": missing,
        },
        answered=[*names, *(one.name for one in comparison.differences), CHOSEN_FOR],
    )


def _saved_since(model: type[Model], pk: Any, at: datetime | None) -> list[LogEntry]:
    """What the history tells of the time since then, or its last entry where that is nothing.

    An entry has its time from before it could be seen, so the last one may be a little older.
    """
    kind = ContentType.objects.get_for_model(model)
    entries = LogEntry.objects.filter(content_type=kind, object_id=str(pk))
    entries = entries.select_related("user").order_by("-action_time")
    since = entries.filter(action_time__gt=at) if at else entries.none()
    return list(since[:MOST_ENTRIES]) or list(entries[:1])
