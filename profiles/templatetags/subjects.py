"""Templates' way to the subjects that support majors, and to where they are from."""

from __future__ import annotations

from collections.abc import Iterable

from django import template

from profiles import subjects
from profiles.editions.content import FrozenMajor
from profiles.subjects import REGULATION, Regulation, SupportedMajors

register = template.Library()


@register.filter
def subject_lines(majors: Iterable[FrozenMajor]) -> tuple[SupportedMajors, ...]:
    """The majors whose subjects are known, those with the same subjects together."""
    return subjects.subject_lines(majors)


@register.simple_tag
def regulation() -> Regulation:
    """What names the subjects."""
    return REGULATION
