"""Addresses of the quiz and its results."""

from django.urls import path, register_converter

from quiz import views
from quiz.analysis import views as analysis_views
from quiz.models import KEY_LENGTH
from quiz.pilot.views import answer_pilot
from quiz.result import views as result_views


class KeyConverter:
    """An attempt's key, letter for letter; anything else is no address of ours."""

    regex = rf"[A-Za-z0-9_-]{{{KEY_LENGTH}}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class EditionNumberConverter:
    """An edition's number, as PostgreSQL can hold it."""

    regex = r"[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(KeyConverter, "key")
register_converter(EditionNumberConverter, "edition_number")

urlpatterns = [
    path("profesi/<slug:slug>/kuis/", views.take_quiz, name="quiz"),
    path(
        "profesi/<slug:slug>/kuis/lembar-teknis/<edition_number:number>/",
        analysis_views.show_sheet,
        name="technical_sheet",
    ),
    path("hasil/<key:key>/", result_views.show_result, name="result"),
    path("hasil/<key:key>/qr.svg", result_views.show_qr_code, name="qr_code"),
    path("hasil/<key:key>/jawaban/", result_views.show_answers, name="answers"),
    path("hasil/<key:key>/jawaban.json", result_views.download_answers, name="answers_file"),
    path("hasil/<key:key>/uji-coba/", answer_pilot, name="pilot"),
    path("hasil/<key:key>/hapus/", result_views.delete_result, name="delete_result"),
    path("privasi/", result_views.privacy, name="privacy"),
]
