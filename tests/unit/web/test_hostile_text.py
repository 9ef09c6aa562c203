"""Whatever a report says, it stays text."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from stemma import archive, read
from stemma.newsroom import Newsroom
from stemma.web import make_site

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'-alert(1)-'",
    "javascript:alert(1)",
    "</title><script>alert(1)</script>",
    "</textarea><iframe src=javascript:alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "<!--<script>-->",
    "\u202e<b>turned</b>",
]

REPORT = """{payload} bridge shut

By {payload}, The {payload} Post

HALDEN, March 3 - The bridge in {payload} was shut on Monday after a surveyor found cracks in the
second pier, the council said. "We cannot take {payload} the risk," said Ilse {payload} Marrow, who
leads the council. Some 4,000 cars use the bridge every day, and buses take the long way round.
"""


_ADDRESSES = {"action", "formaction", "href", "src", "xlink:href"}


class Elements(HTMLParser):
    """The names of all elements, with their handlers and script addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.dangers: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        for name, value in attrs:
            runs = name in _ADDRESSES and (value or "").strip().lower().startswith("javascript:")
            if name.startswith("on") or runs:
                self.dangers.append(f"{tag} {name}={value}")
        if tag == "script" and not (dict(attrs).get("src") or "").startswith("/static/"):
            self.dangers.append("script")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_of_a_report_never_become_markup(
    payload: str,
    newsroom: Newsroom,
    add: Callable[..., archive.Added],
    workshop: archive.Workshop,
):
    text = REPORT.format(payload=payload).encode("utf-8")
    add(read.Raw(path=f"{payload}.txt", content=text, url=None))
    archive.refresh(newsroom.store, workshop=workshop)
    site = TestClient(make_site(newsroom), base_url="http://127.0.0.1")
    (story,) = site.get("/stories.json").json()["stories"]
    report = site.get(f"/story/{story['id']}.json").json()["reports"][0]["id"]
    for page in ("/stories", f"/story/{story['id']}", f"/report/{report}", f"/story/{payload}"):
        answer = site.get(page)
        found = Elements(answer.text)
        assert found.dangers == [], page
        assert not found.names & {"iframe", "img", "object", "embed"}, page
