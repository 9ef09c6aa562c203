from collections import Counter
from collections.abc import Callable

import pytest

from stemma import archive, read
from stemma.errors import UsageError
from stemma.model import Story
from stemma.stores import Store

Add = Callable[..., archive.Added]


@pytest.fixture
def story(store: Store, add: Add, raws: dict[str, read.Raw], workshop: archive.Workshop) -> Story:
    add(raws["bridge"], raws["elsewhere"])
    (change,) = archive.refresh(store, workshop=workshop)
    return change.after


def names(story: Story) -> list[str]:
    several = (story.claims, story.statements, story.findings, story.figures, story.entities)
    return [one.id for group in several for one in group]


def test_every_id_of_a_story_is_explained_by_words_of_its_reports(store: Store, story: Story):
    with store.read() as ledger:
        texts = {one.report.id: one.report.text for one in ledger.reports.all()}
        for name in names(story):
            explained = archive.explain(ledger, name)
            assert explained.words, name
            for words in explained.words:
                text = texts[words.span.report]
                assert words.quote == words.span.of(text)
                assert words.before + words.quote + words.after in text


def test_the_beginning_of_an_id_will_do(store: Store, story: Story):
    with store.read() as ledger:
        short = archive.shorten(story.id)
        assert archive.explain(ledger, short).place.id == story.id
        assert archive.explain(ledger, f"story:{short}").place.id == story.id
        assert archive.explain(ledger, story.id.upper()).place.id == story.id


def test_a_figure_is_told_to_its_last_digit(
    store: Store, add: Add, raws: dict[str, read.Raw], workshop: archive.Workshop
):
    content = raws["bridge"].content.replace(b"4,000 cars", b"1,234,567 cars")
    add(read.Raw(path="bridge", content=content))
    (change,) = archive.refresh(store, workshop=workshop)
    with store.read() as ledger:
        told = [archive.explain(ledger, one.id).text for one in change.after.figures]
    assert any(text.startswith("1234567") for text in told)


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize("name", ["", "zebra", "0" * 16, "story:", "claim:sha256:ffff"])
def test_what_names_nothing_says_so(store: Store, name: str):
    with store.read() as ledger, pytest.raises(UsageError):
        archive.explain(ledger, name)


def test_what_could_be_several_things_lists_them(store: Store, story: Story):
    starts = Counter(name.rpartition(":")[2][0] for name in {*names(story)})
    shared = next(start for start, count in starts.items() if count > 1)
    with store.read() as ledger, pytest.raises(UsageError, match="could be any of"):
        archive.explain(ledger, shared)


def test_the_methods_that_made_it_are_named(store: Store, story: Story):
    with store.read() as ledger:
        explained = archive.explain(ledger, story.claims[0].id)
    assert {run.method.partition(".")[0] for run in explained.runs} == {"read", "extract", "tell"}


def test_a_story_tells_what_became_of_it(store: Store, story: Story):
    with store.read() as ledger:
        explained = archive.explain(ledger, story.id)
    history = explained.history
    assert {explained.names[name] for name in story.reports} == {"bridge", "elsewhere"}
    assert {name for entry in history for name in entry.reports} == set(story.reports)
    joined = history[-1].why
    assert joined.startswith(("elsewhere and bridge are alike", "bridge and elsewhere are alike"))


def test_a_report_and_a_story_are_explained_by_the_headlines_of_the_reports(
    store: Store, story: Story
):
    with store.read() as ledger:
        whole = archive.explain(ledger, story.id).words
        (headline,) = archive.explain(ledger, story.reports[0]).words
    assert {words.span.report for words in whole} == set(story.reports)
    assert headline in whole
    assert {words.quote for words in whole} == {
        "Halden bridge shut after cracks found",
        "Cracks close bridge at Halden",
    }


def test_so_is_a_report_in_no_story(store: Store, add: Add):
    page = """Le pont de Halden est fermé

HALDEN, 3 mars - Le pont de Halden a été fermé lundi après la découverte de fissures dans le
deuxième pilier, a annoncé la mairie. « Nous ne pouvons pas prendre ce risque », a dit Ilse Marrow.
"""
    (report,) = add(read.Raw(path="pont.txt", content=page.encode())).reports
    with store.read() as ledger:
        (words,) = archive.explain(ledger, report).words
    assert words.quote == "Le pont de Halden est fermé"
