"""Whatever arrives, nothing breaks (no 5xx) and nothing is counted that was not answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest
from django.test import Client

from profiles.models import Edition
from quiz.models import Attempt
from tests.content_fixtures import Post

QUIZ = "/profesi/pengurus-kampanye-politik/kuis/"
KEY = "k" * 22
FORM = "application/x-www-form-urlencoded"
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "X"]
RESULT_PAGES = ["", "jawaban/", "jawaban.json", "hapus/"]
MakePost = Callable[..., Post]


@pytest.fixture(autouse=True)
def _nothing_is_counted(edition: Edition) -> Iterator[None]:
    yield
    assert Attempt.objects.count() == 0


@pytest.fixture
def sent(answers: dict[str, int], post: MakePost) -> Post:
    return post(answers)


def assert_refused_with_answers_kept(client: Client, data: Post, kept: int) -> None:
    response = client.post(QUIZ, data)
    assert response.status_code == 422
    assert response.content.decode().count(" checked") == kept


@pytest.mark.parametrize(
    "answer",
    [
        *("0", "6", "-1", str(2**63), "NaN", "1.0", "١", "1 ", " 1", "+1", "1e0", "0x1"),
        *("1\x00", "\x00", "<script>", "x" * 10_000, "null", "true", "\ufffd", "１"),
    ],
)
def test_an_answer_off_the_scale_is_refused(answer: str, client: Client, sent: Post) -> None:
    assert_refused_with_answers_kept(client, sent | {"answer-C7": answer}, kept=23)


@pytest.mark.parametrize(
    "field", ["answer-X1", "answer-", "csrfmiddlewaretoken", "name", "answer-c1", "\x00", "ключ"]
)
def test_a_field_that_was_not_asked_is_refused(field: str, client: Client, sent: Post) -> None:
    assert_refused_with_answers_kept(client, sent | {field: "3"}, kept=24)


@pytest.mark.parametrize("field", ["answer-C7", "key", "edition", "started_at"])
def test_a_repeated_field_is_refused(field: str, client: Client, sent: Post) -> None:
    body = urlencode([*sent.items(), (field, sent[field])])
    response = client.post(QUIZ, body, content_type=FORM)
    assert response.status_code == 422


@pytest.mark.parametrize(
    "key",
    [
        *("", "short", "k" * 21, "k" * 23, "k" * 21 + " ", "k" * 21 + "\n", "k" * 21 + "é"),
        *("k" * 10_000, "k" * 21 + "\x00", "../" * 7 + "x", "'; DROP TABLE --xxxxxx"),
    ],
)
def test_a_malformed_key_is_refused_and_the_next_press_works(
    key: str, client: Client, sent: Post
) -> None:
    response = client.post(QUIZ, sent | {"key": key})
    assert response.status_code == 422
    text = response.content.decode()
    assert "kirim sekali lagi" in text
    assert text.count(" checked") == 24
    again = sent | {"key": text.partition('name="key" value="')[2][:22]}
    assert client.post(QUIZ, again).status_code == 303
    Attempt.objects.all().delete()


@pytest.mark.parametrize("number", ["", "0", "2", "-1", "01", "1.0", "x", "9" * 40, "١", "\x00"])
def test_an_edition_that_is_not_there_is_refused(number: str, client: Client, sent: Post) -> None:
    assert_refused_with_answers_kept(client, sent | {"edition": number}, kept=24)


@pytest.mark.parametrize("moment", ["x", "-5", "1e9", "9" * 30, "١٢", "1.5", "\x00", " 1"])
def test_a_malformed_moment_is_refused(moment: str, client: Client, sent: Post) -> None:
    assert_refused_with_answers_kept(client, sent | {"started_at": moment}, kept=24)


@pytest.mark.parametrize("seconds", ["x", "-5", "1e9", "9" * 8, "١٢", "1.5", "\x00", " 1"])
def test_a_malformed_time_is_refused(seconds: str, client: Client, sent: Post) -> None:
    assert_refused_with_answers_kept(client, sent | {"seconds": seconds}, kept=24)


@pytest.mark.parametrize(
    "carried",
    [
        *("x", "C7", "C7:5", "C7:5:", "C7:5:-1", "C7:5:1.5", "C7::9", ":5:9", "C7:5:9 ", " C7:5:9"),
        *("C7:5:9  L3:1:9", "C7:5:9,L3:1:9", "C7:5:9 C7:5:9", "X1:5:9", "c7:5:9", "C7:5:9:9"),
        *("C7:5:5184001", f"C7:5:{'9' * 8}", "C7:5:٩", "C7:٥:9", "\x00", "C7:5:9\n", "{}", "[1]"),
        "C7:5:9 " * 1000,
    ],
)
def test_malformed_word_of_earlier_answers_is_refused_and_the_next_press_works(
    carried: str, client: Client, sent: Post
) -> None:
    response = client.post(QUIZ, sent | {"carried": carried})
    assert response.status_code == 422
    text = response.content.decode()
    assert "kirim sekali lagi" in text
    assert text.count(" checked") == 24
    assert '<input type="hidden" name="carried">' in text
    assert client.post(QUIZ, sent | {"carried": ""}).status_code == 303
    Attempt.objects.all().delete()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"\xff\xfe\x00answer-C7=3", FORM),
        (b"answer-C7=%ff%fe&key=%00", FORM),
        (b"&".join(b"f%d=1" % n for n in range(10_000)), FORM),
        (b"key=" + b"k" * 10_000_000, FORM),
        (b"x" * 10_000_000, "application/json"),
        (b'{"answer-C7": 3}', "application/json"),
        (b"answer-C7=3", f"{FORM}; charset=utf-16"),
        (b"answer-C7=3", f"{FORM}; charset=nonsense"),
        (b"nonsense", "multipart/form-data"),
        (b"nonsense", "multipart/form-data; boundary="),
        (b"--b\r\n", "multipart/form-data; boundary=b"),
        (b"", FORM),
        (b"=" * 500, FORM),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else str(len(value)),
)
def test_a_body_that_is_no_quiz_is_refused(
    body: bytes, content_type: str, client: Client, edition: Edition
) -> None:
    response = client.generic("POST", QUIZ, body, content_type=content_type)
    assert response.status_code in (400, 413, 422)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_on_every_address(method: str, client: Client, edition: Edition) -> None:
    client.raise_request_exception = False
    profession = "/profesi/pengurus-kampanye-politik/"
    paths = ["/", "/profesi/", "/privasi/", profession, QUIZ]
    paths += [f"/hasil/{KEY}/{page}" for page in RESULT_PAGES]
    ours = len(paths)
    paths += ["/admin/", "/admin/login/"]
    paths += ["/healthz", "/readyz", "/tidak-ada/", "/static/tidak-ada.css"]
    for path in [*paths, *(f"/en{path}" for path in paths)]:
        response = client.generic(method, path)
        assert response.status_code < 500, (method, path)
        if method not in ("GET", "HEAD", "POST", "OPTIONS") and path in paths[:ours]:
            assert response.status_code == 405, (method, path)


@pytest.mark.parametrize(
    "address",
    ["k" * 21, "k" * 23, "K" + "k" * 21, "k" * 21 + "%00", "", "k" * 21 + "é", "k" * 5000],
)
def test_a_result_address_with_anything_wrong_is_not_found(
    address: str, client: Client, sent: Post
) -> None:
    client.post(QUIZ, sent)
    for page in RESULT_PAGES:
        assert client.get(f"/hasil/{KEY}/{page}").status_code == 200
        assert client.get(f"/hasil/{address}/{page}").status_code == 404
        assert client.post(f"/hasil/{address}/{page}").status_code in (303, 404, 405)
    assert Attempt.objects.count() == 1
    Attempt.objects.all().delete()


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"\xff\xfe\x00", FORM),
        (b"&".join(b"f%d=1" % n for n in range(10_000)), FORM),
        (b"x" * 10_000_000, "application/json"),
        (b"nonsense", "multipart/form-data; boundary="),
    ],
    ids=["bytes", "fields", "huge", "multipart"],
)
def test_deleting_reads_nothing_that_is_sent(
    body: bytes, content_type: str, client: Client, sent: Post
) -> None:
    client.post(QUIZ, sent)
    response = client.generic("POST", f"/hasil/{KEY}/hapus/", body, content_type=content_type)
    assert response.status_code == 303


@pytest.mark.parametrize("method", [one for one in METHODS if one != "POST"])
def test_only_a_post_deletes(method: str, client: Client, sent: Post) -> None:
    client.post(QUIZ, sent)
    client.generic(method, f"/hasil/{KEY}/hapus/")
    assert Attempt.objects.count() == 1
    Attempt.objects.all().delete()


@pytest.mark.parametrize("slug", ["tidak-ada", "%00", "é", "a" * 5000, "pengurus-kampanye-politi"])
def test_a_profession_that_is_not_there_is_not_found(slug: str, client: Client, sent: Post) -> None:
    for path in (f"/profesi/{slug}/", f"/profesi/{slug}/kuis/"):
        assert client.get(path).status_code == 404
        assert client.post(f"/profesi/{slug}/kuis/", sent).status_code == 404
