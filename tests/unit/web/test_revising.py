from collections.abc import Callable
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from stemma import archive, read
from stemma.newsroom import Newsroom
from stemma.web import make_site

PAGE = """<html><head><title>Ferry hits pier</title><meta property="og:site_name" content="Halden
Courier"><link rel="canonical" href="https://haldencourier.example/ferry">
<meta property="article:published_time" content="{day}"></head><body><article>
<h1>Ferry hits pier at Fennmouth</h1>
<p>A ferry hit the pier at Fennmouth on Monday and {hurt} passengers were hurt, an office said.</p>
<p>The master of the ferry has been questioned. Divers looked at the hull in the afternoon.</p>
<p>The line has run since 1988 and carries pupils to the school on the other bank.</p>{more}
</article></body></html>"""
FIRST = PAGE.format(day="2026-03-04", hurt=12, more="")
LATER = PAGE.format(day="2026-03-05", hurt=15, more="<p>The pier stays shut for a week.</p>")


@pytest.fixture
def ferry(
    newsroom: Newsroom, add: Callable[..., archive.Added], workshop: archive.Workshop
) -> TestClient:
    add(read.Raw(path="first", content=FIRST.encode()))
    archive.refresh(newsroom.store, workshop=workshop)
    later = replace(workshop, clock=lambda: "2026-05-11T08:00:00Z")
    archive.add(newsroom.store, [read.Raw(path="later", content=LATER.encode())], workshop=later)
    archive.refresh(newsroom.store, workshop=later)
    return TestClient(make_site(newsroom), base_url="http://127.0.0.1", follow_redirects=False)


def report(site: TestClient, words: str) -> str:
    listed = site.get("/stories.json", params={"q": words}).json()["stories"]
    told = site.get(f"/story/{listed[0]['id']}.json").json()
    return told["stories"][0]["reports"][0]


def test_versions_stand_side_by_side_with_what_changed_marked_in_both(ferry: TestClient):
    page = ferry.get(f"/report/{report(ferry, 'ferry')}/revisions").text
    assert "2 versions of one article" in page
    assert "seen 10 May 2026" in page
    assert "seen 11 May 2026" in page
    assert "“12 passengers” became “15 passengers”" in page
    assert 'class="changed earlier">12 passengers</span>' in page
    assert 'class="changed later">15 passengers</span>' in page
    assert 'class="new later">The pier stays shut for a week.</span>' in page


def test_the_earlier_version_says_that_a_later_one_stands_for_it(ferry: TestClient):
    latest = report(ferry, "ferry")
    versions = ferry.get(f"/report/{latest}/revisions.json").json()["versions"]
    earlier = versions[0]["report"]["id"]
    assert [one["seen"][:10] for one in versions] == ["2026-05-10", "2026-05-11"]
    page = ferry.get(f"/report/{earlier}").text
    assert "A later version stands for it" in page
    assert f'href="/report/{latest}"' in page
    assert "2 versions of one article" in ferry.get(f"/report/{earlier}/revisions").text


def test_a_report_that_never_changed_has_one_version(site: TestClient):
    page = site.get(f"/report/{report(site, 'otter')}/revisions").text
    assert "1 version of one article" in page
    assert "No other version of it is held" in page


def test_no_versions_are_told_of_what_is_not_there(site: TestClient):
    assert site.get("/report/ffffff/revisions").status_code == 404
    assert site.get("/report/ffffff/revisions.json").status_code == 404
