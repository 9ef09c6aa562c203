"""Two versions of one article among the files, from reading to every format."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import stemma
from stemma.model import Coverage

PAGE = """<html><head><title>{headline}</title>
<meta property="og:site_name" content="Halden Courier">
<link rel="canonical" href="https://haldencourier.example/fire">
<meta property="article:published_time" content="2025-03-04"></head><body><article>
<h1>{headline}</h1>
<p>A fire in a warehouse on Quay Street killed three people on Monday, the fire service said.</p>
<p>{hurt}</p>
<p>The blaze broke out at night and spread to a neighbouring paint shop within minutes.</p>
<p>"The doors at the back were locked," said Ann Lee, the chief of the fire service.</p>
{end}</article></body></html>"""
ELSEWHERE = """Three dead after Halden warehouse burns

HALDEN, March 4, 2025 - Three people died when a warehouse on Quay Street in Halden burned down on
Monday, the fire service said. Twelve people were taken to hospital, according to the police.

"I heard a bang and then there was smoke everywhere," said Piet Olsen, who lives close by.
"""
HEADLINE = "Three die in warehouse fire in Halden"
CORRECTION = "<p>Correction: An earlier version of this article said that 12 people were hurt.</p>"

Read = Callable[..., Coverage]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(*hurt: str, end: str = "") -> Coverage:
        (tmp_path / "elsewhere.txt").write_text(ELSEWHERE, encoding="utf-8")
        for number, words in enumerate(hurt, start=1):
            last = end if number == len(hurt) else ""
            page = PAGE.format(headline=HEADLINE, hurt=words, end=last)
            (tmp_path / f"courier-{number}.html").write_text(page, encoding="utf-8")
        return stemma.report([tmp_path])

    return read


def test_two_versions_of_an_article_count_once_and_the_change_is_shown(read: Read):
    twelve = "Twelve people were taken to hospital, police said."
    alone = read(twelve.replace("Twelve", "Fourteen"))
    both = read(twelve, twelve.replace("Twelve", "Fourteen"))
    assert len(both.reports) == len(alone.reports) + 1
    (story,), (before,) = both.stories, alone.stories
    assert story.counts == before.counts
    assert story.reports == before.reports
    assert story.claims == before.claims
    assert story.stemma == before.stemma
    (revision,) = story.revisions
    assert revision.later in story.reports
    assert revision.earlier not in story.reports
    (change,) = (one for one in story.findings if one.kind == "changed_after_publication")
    assert change.values == ("Twelve people", "Fourteen people")
    told = {one for one in story.findings if one != change}
    assert told == {*before.findings}


def test_three_versions_follow_one_another(read: Read):
    words = [f"{number} people were taken to hospital, police said." for number in (12, 14, 15)]
    coverage = read(*words)
    (story,) = coverage.stories
    assert story.counts.reports == 2
    first, second = story.revisions
    assert first.later == second.earlier
    assert second.later in story.reports


def test_every_format_shows_both_versions(read: Read):
    words = "Twelve people were taken to hospital, police said."
    coverage = read(words, words.replace("Twelve", "Fourteen"), end=CORRECTION)
    for write in (stemma.to_html, stemma.to_markdown, stemma.to_json):
        written = write(coverage)
        assert "changed its report after publication" in written
        assert "The report says so" in written
        assert "corrected its report" in written
    assert "Halden Courier, version 1" in stemma.to_html(coverage)
    assert "not in English" not in stemma.to_markdown(coverage)


def test_what_a_correction_takes_back_is_nobodys_claim(read: Read):
    coverage = read("Fourteen people were taken to hospital, police said.", end=CORRECTION)
    (story,) = coverage.stories
    report = next(one for one in coverage.reports if "Correction" in one.text)
    start = report.text.index("Correction")
    assert not [one for one in story.statements if one.content[0].start >= start]
    assert replace(story, findings=()) != story


def test_order_of_input_changes_nothing(tmp_path: Path, read: Read):
    words = "Twelve people were taken to hospital, police said."
    read(words, words.replace("Twelve", "Fourteen"))
    paths = sorted(tmp_path.iterdir())
    assert stemma.report(paths) == stemma.report(paths[::-1])
