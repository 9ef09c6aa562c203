import time
from pathlib import Path
from threading import Event, Thread

import pytest
from fastapi.testclient import TestClient
from tests.unit.web.conftest import Team

from stemma import archive
from stemma.newsroom import Newsroom, open_newsroom
from stemma.settings import Settings
from stemma.web import make_site, taking_in
from stemma.web.adding import MOST_BYTES, MOST_FILES
from stemma.web.capping import MOST_ADDED

WEIR = b"""Weir at Tarnside gives way

TARNSIDE, March 5 - The old weir at Tarnside gave way on Thursday and flooded three mills, the river
board said. "Nobody had looked at it since 1998," said Jonas Haft, an engineer of the board. Some 40
families left their homes, and the road to Ostwick is shut until Sunday.
"""


MULTIPART = {"Content-Type": "multipart/form-data; boundary=B"}
EMPTY = b"""--B\r
Content-Disposition: form-data; name="files"; filename=""\r
Content-Type: application/octet-stream\r
\r
\r
--B\r
Content-Disposition: form-data; name="text"\r
\r
  \r
--B--\r
"""
"""What a browser sends of a form that nobody filled in."""


def files(*contents: bytes) -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (f"report{at}.txt", content)) for at, content in enumerate(contents)]


def test_a_file_becomes_a_report_of_a_story(site: TestClient):
    page = site.post("/add", files=files(WEIR)).text
    assert "1 new report" in page
    assert "Weir at Tarnside gives way" in page
    assert site.get("/stories.json", params={"q": "weir"}).json()["found"] == 1
    again = site.post("/add", files=files(WEIR)).text
    assert "0 new reports, 1 held already" in again


def test_a_pasted_text_has_what_is_told_beside_it(site: TestClient):
    told = {
        "text": WEIR.decode(),
        "outlet": "The Tarn Post",
        "url": "https://tarnpost.example/weir",
        "date": "2026-03-06",
    }
    page = site.post("/add", data=told).text
    assert "The Tarn Post · 6 Mar 2026" in page
    (story,) = site.get("/stories.json", params={"q": "weir"}).json()["stories"]
    (report,) = site.get(f"/story/{story['id']}.json").json()["reports"]
    assert (report["outlet"], report["url"]) == ("The Tarn Post", "https://tarnpost.example/weir")


def test_what_is_not_read_is_told_with_the_reason(site: TestClient):
    page = site.post("/add", files=files(WEIR, b"\x00\x01\x02", b"too short")).text
    assert "1 new report, 2 not read" in page
    assert "&#39;report1.txt&#39;" in page
    assert "holds 2 words of article" in page


def test_programs_are_told_the_same(site: TestClient):
    told = site.post("/add.json", files=files(WEIR, b"too short")).json()
    assert (len(told["reports"]), told["known"]) == (1, 0)
    assert "report1.txt" in told["failures"][0]["message"]


def test_nothing_given_is_told(site: TestClient):
    answer = site.post("/add", content=EMPTY, headers=MULTIPART)
    assert answer.status_code == 422
    assert "Choose files, or paste" in answer.text
    assert site.post("/add.json").status_code == 422


@pytest.mark.parametrize(
    ("contents", "told"),
    [
        ([b"x" * (MOST_BYTES + 1)], "report0.txt&#39; is larger than 10 MB"),
        ([b"x"] * (MOST_FILES + 1), "These are 21 files; 20 are taken at once"),
        ([b"x" * (MOST_ADDED // 2)] * 3, "larger than 20,480 kB"),
    ],
)
def test_too_much_is_refused_with_the_cap(site: TestClient, contents: list[bytes], told: str):
    answer = site.post("/add", files=files(*contents))
    assert answer.status_code == 413
    assert told in answer.text


def test_names_of_files_are_names_alone(site: TestClient):
    site.post("/add", files=[("files", ("..\\..\\a/<b>weir</b>.txt", WEIR))])
    (story,) = site.get("/stories.json", params={"q": "weir"}).json()["stories"]
    (report,) = site.get(f"/story/{story['id']}.json").json()["reports"]
    assert "/" not in report["path"].replace("</b>", "")
    assert ".." not in report["path"]


def test_a_reader_cannot_add_and_who_adds_is_written_down(team: Team):
    reader, editor = team.open("Rea"), team.open("Eda Noll")
    form = {"form_token": reader.form_token}
    assert reader.post("/add", data=form, files=files(WEIR)).status_code == 403
    assert "takes the role editor" in reader.get("/add").text
    assert 'href="/add"' not in reader.get("/stories").text
    assert editor.post("/add", files=files(WEIR)).status_code == 403, "without the form's token"
    form = {"form_token": editor.form_token}
    assert "1 new report" in editor.post("/add", data=form, files=files(WEIR)).text
    assert team.deeds()[-1] == ("reports_added", "Eda Noll", "session")
    assert "added reports:" in team.open("Ada").get("/audit").text


def test_who_is_known_by_what_they_decided_is_named_for_what_they_add(site: TestClient):
    site.cookies.set("author", "Ada%20Fenn")
    site.post("/add", files=files(WEIR))
    (deed,) = site.get("/audit.json").json()["deeds"]
    assert (deed["act"], deed["actor"]["name"]) == ("reports_added", "Ada Fenn")


def test_a_program_adds_with_its_token(team: Team):
    assert team.program("Rea", "reader").post("/add.json", files=files(WEIR)).status_code == 403
    told = team.program("Eda Noll", "editor").post("/add.json", files=files(WEIR)).json()
    assert len(told["reports"]) == 1


def test_a_store_in_a_file_is_added_to_by_a_process_of_its_own(tmp_path: Path):
    settings = Settings(store=str(tmp_path / "stemma.db"))
    with open_newsroom(settings) as newsroom:
        site = TestClient(make_site(newsroom), base_url="http://127.0.0.1")
        assert "1 new report" in site.post("/add", files=files(WEIR)).text
        assert site.get("/stories.json").json()["found"] == 1


def test_who_comes_while_many_wait_is_asked_to_come_again(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
):
    begun, go_on = Event(), Event()

    def wait(newsroom: Newsroom, raws: object) -> archive.Added:
        del newsroom, raws
        begun.set()
        go_on.wait(20)
        return archive.Added()

    monkeypatch.setattr(taking_in, "_work", wait)
    first = [
        Thread(target=site.post, args=("/add.json",), kwargs={"files": files(WEIR)})
        for _ in range(taking_in.MOST_WAITING)
    ]
    for one in first:
        one.start()
    begun.wait(20)
    _wait_until_full()
    answer = site.post("/add.json", files=files(WEIR))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert site.get("/stories.json").status_code == 200, "readers need not wait"
    go_on.set()
    for one in first:
        one.join(20)


def _wait_until_full() -> None:
    for _ in range(200):
        if not taking_in.has_place():
            return
        time.sleep(0.05)
