"""Addresses of the quiz and its results."""

from django.urls import path, register_converter

from quiz import views
from quiz.models import KEY_LENGTH
from quiz.result import views as result_views


class KeyConverter:
    """An attempt's key, letter for letter; anything else is no address of ours."""

    regex = rf"[A-Za-z0-9_-]{{{KEY_LENGTH}}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(KeyConverter, "key")

urlpatterns = [
    path("profesi/<slug:slug>/kuis/", views.take_quiz, name="quiz"),
    path("hasil/<key:key>/", result_views.show_result, name="result"),
    path("hasil/<key:key>/qr.svg", result_views.show_qr_code, name="qr_code"),
    path("hasil/<key:key>/jawaban/", result_views.show_answers, name="answers"),
    path("hasil/<key:key>/jawaban.json", result_views.download_answers, name="answers_file"),
    path("hasil/<key:key>/hapus/", result_views.delete_result, name="delete_result"),
    path("privasi/", result_views.privacy, name="privacy"),
]
