"""The quiz of a profession."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from quiz.taking import edition_asked, take, takes_quiz


@takes_quiz
def take_quiz(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the quiz, or store the answers and lead on to the result."""
    return take(request, edition_asked(request, slug))
