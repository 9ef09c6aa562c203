"""Versions of one invented article, arriving at a store one by one."""

from collections.abc import Callable
from itertools import permutations

import pytest

from stemma import archive, read
from stemma.model import Story
from stemma.stores import Store, open_store

Add = Callable[..., archive.Added]
Raws = dict[str, read.Raw]

PAGE = """<html><head><title>{title}</title>
<meta property="og:site_name" content="Halden Courier">
<link rel="canonical" href="https://haldencourier.example/{name}">
<meta property="article:published_time" content="{published}"></head><body><article>
<h1>{title}</h1>
<p>The bridge in Halden was shut on Monday after a surveyor found cracks in the second pier.</p>
<p>{count} cars use the bridge every day, the council said. Buses go the long way by the mill.</p>
<p>"We cannot take the risk," said Ilse Marrow, who leads the council of the town.</p>
</article></body></html>"""
OTTER = """<html><head><title>Bronze otter stolen from library</title>
<meta property="og:site_name" content="Halden Courier">
<link rel="canonical" href="https://haldencourier.example/bridge">
<meta property="article:published_time" content="2026-05-09"></head><body><article>
<h1>Bronze otter stolen from library</h1>
<p>Thieves took a bronze otter from the steps of the library in Sennick on Friday night.</p>
<p>It was made by Augusta Finn and weighs 80 kilograms, the museum of the county wrote.</p>
<p>A reward of 500 euros is offered to whoever brings it back, Inspector Edwin Thrale said.</p>
</article></body></html>"""


def page(count: str, *, name: str = "bridge", published: str = "2026-03-04") -> read.Raw:
    text = PAGE.format(
        title="Halden bridge shut after cracks found", count=count, name=name, published=published
    )
    return read.Raw(path=f"{count}-{name}.html", content=text.encode())


@pytest.fixture
def told(store: Store, workshop: archive.Workshop) -> Callable[[], list[Story]]:
    def told() -> list[Story]:
        archive.refresh(store, workshop=workshop)
        with store.read() as ledger:
            found = [ledger.stories.find(name) for name in ledger.stories.told()]
        return [story for story in found if story is not None]

    return told


def test_a_revision_takes_the_place_of_the_version_before_it(
    store: Store, add: Add, told: Callable[[], list[Story]]
):
    (first,) = add(page("4,000")).reports
    (before,) = told()
    (second,) = add(page("6,000")).reports
    (story,) = told()
    assert story.id == before.id
    assert story.reports == (second,)
    assert story.counts == before.counts
    assert "changed_after_publication" in {finding.kind for finding in story.findings}
    with store.read() as ledger:
        held = ledger.reports.find(first)
        assert held is not None
        assert held.superseded_by == second
        assert archive.verify(ledger).problems == ()


def test_the_story_of_other_outlets_keeps_its_id_when_one_of_them_revises(
    add: Add, raws: Raws, told: Callable[[], list[Story]]
):
    add(raws["elsewhere"], page("4,000"))
    (before,) = told()
    add(page("5,000"))
    (story,) = told()
    assert story.id == before.id
    assert story.counts == before.counts
    assert len(story.revisions) == 1


def test_an_earlier_version_that_comes_late_takes_its_place_behind(
    store: Store, add: Add, told: Callable[[], list[Story]]
):
    (later,) = add(page("6,000", published="2026-03-06")).reports
    (earlier,) = add(page("4,000", published="2026-03-04")).reports
    (middle,) = add(page("5,000", published="2026-03-05")).reports
    (story,) = told()
    assert story.reports == (later,)
    pairs = [(one.earlier, one.later) for one in story.revisions]
    assert pairs == [(earlier, middle), (middle, later)]
    with store.read() as ledger:
        assert [ledger.stories.of_report(one) for one in (earlier, middle)] == [None, None]


def test_in_whatever_order_dated_versions_arrive_the_story_is_the_same(workshop: archive.Workshop):
    pages = [page(f"{n},000", published=f"2026-03-0{n}") for n in (4, 5, 6)]
    found: set[tuple[object, ...]] = set()
    for order in permutations(pages):
        store = open_store("memory:")
        for one in order:
            archive.add(store, [one], workshop=workshop)
        (change,) = archive.refresh(store, workshop=workshop)
        story = change.after
        found.add((story.reports, story.counts, story.revisions, story.findings))
        store.close()
    assert len(found) == 1


def test_another_text_at_an_address_is_told_to_be_a_new_article(
    store: Store, add: Add, told: Callable[[], list[Story]]
):
    (first,) = add(page("4,000")).reports
    (second,) = add(read.Raw(path="otter.html", content=OTTER.encode())).reports
    assert len(told()) == 2
    with store.read() as ledger:
        (pair,) = ledger.revisions.after(first)
        assert pair.revised.kind == "new_article"
        assert pair.revised.later == second
        held = ledger.reports.find(first)
        assert held is not None
        assert held.superseded_by is None


def test_the_shown_story_brings_the_earlier_version_along(
    store: Store, add: Add, told: Callable[[], list[Story]]
):
    (first,) = add(page("4,000")).reports
    add(page("6,000"))
    (story,) = told()
    with store.read() as ledger:
        _, coverage = archive.show(ledger, story.id)
        assert first in {report.id for report in coverage.reports}
        finding = next(one for one in story.findings if one.kind == "changed_after_publication")
        words = [one.quote for one in archive.explain(ledger, finding.id).words]
        assert any("4,000" in quote for quote in words)
        assert any("6,000" in quote for quote in words)
