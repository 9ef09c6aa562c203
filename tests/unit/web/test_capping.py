from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from stemma.web.capping import MOST_BYTES

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def chunks(size: int) -> Iterator[bytes]:
    """Without a length: httpx then sends it in chunks."""
    for _ in range(0, size, 1024):
        yield b"x" * 1024


@pytest.mark.parametrize("path", ["/decide", "/verdicts.json", "/nowhere"])
def test_what_is_too_large_is_refused_in_words(site: TestClient, path: str):
    answer = site.post(path, content=b"x" * (MOST_BYTES + 1), headers=FORM)
    assert answer.status_code == 413
    assert "256 kB" in answer.text
    assert "content-security-policy" in answer.headers


def test_what_does_not_tell_its_length_is_counted(site: TestClient):
    answer = site.post("/decide", content=chunks(MOST_BYTES + 1024), headers=FORM)
    assert answer.status_code == 413
    small = site.post("/decide", content=chunks(2048), headers=FORM)
    assert small.status_code == 422


def test_what_tells_a_false_length_is_counted(site: TestClient):
    headers = {**FORM, "Content-Length": "10"}
    answer = site.post("/decide", content=b"x" * (MOST_BYTES + 1), headers=headers)
    assert answer.status_code == 413


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_no_method_takes_more(site: TestClient, method: str):
    answer = site.request(method, "/stories", content=b"x" * (MOST_BYTES + 1))
    assert answer.status_code == 413


def test_the_largest_form_of_ours_is_taken(site: TestClient):
    form = {"name": "ffff", "author": "Ada Fenn", "reason": "ж" * 2000}
    assert site.post("/undo", data=form).status_code == 404
