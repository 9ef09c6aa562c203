from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from stemma import archive, pipeline, read
from stemma.model import Extracted
from stemma.stores import Ledger, Store

Add = Callable[..., archive.Added]
Raws = dict[str, read.Raw]


def test_only_stories_that_changed_are_told_anew(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    add(raws["bridge"], raws["otter"])
    assert len(archive.refresh(store, workshop=workshop)) == 2
    add(raws["elsewhere"])
    (change,) = archive.refresh(store, workshop=workshop)
    assert change.before is not None
    assert change.before.id == change.after.id
    assert (len(change.before.reports), len(change.after.reports)) == (1, 2)


def test_what_is_told_is_what_a_run_over_the_same_files_tells(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    add(raws["elsewhere"])
    add(raws["bridge"])
    (change,) = archive.refresh(store, workshop=workshop)
    kinds = {finding.kind for finding in change.after.findings}
    assert "figure_conflict" in kinds
    with store.read() as ledger:
        kept = ledger.stories.find(change.after.id)
    assert kept == change.after


def test_listeners_hear_of_a_change_in_the_transaction_that_keeps_it(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    heard: list[tuple[str, bool]] = []

    def listen(ledger: Ledger, change: archive.Change) -> None:
        heard.append((change.after.title, ledger.stories.find(change.after.id) == change.after))

    add(raws["otter"])
    archive.refresh(store, workshop=replace(workshop, listeners=(listen,)))
    assert heard == [("Bronze otter stolen from Sennick library", True)]


def test_other_language_parts_make_everything_anew_once(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    add(*raws.values())
    archive.refresh(store, workshop=workshop)
    assert archive.redo(store, workshop=workshop) == 0
    assert archive.refresh(store, workshop=workshop) == ()
    others = replace(workshop, parts="spacy:some_pipeline built-in")
    assert archive.redo(store, workshop=others) == 3
    with store.read() as ledger:
        assert ledger.work.count("understood", workshop.understanding) == 0
        assert ledger.work.count("read", workshop.reading) == 0
    assert len(archive.refresh(store, workshop=others)) == 2
    assert archive.redo(store, workshop=others) == 0


def test_what_was_understood_of_a_copy_is_not_counted(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    again = replace(raws["bridge"], path="again", url="https://post.example/halden-bridge")
    assert add(again, raws["bridge"], raws["otter"]).copies == 1
    assert archive.redo(store, workshop=workshop) == 0
    assert archive.redo(store, workshop=replace(workshop, parts="others")) == 2


def test_a_story_that_brings_a_bug_to_light_is_listed_and_the_others_are_told(
    store: Store,
    add: Add,
    raws: Raws,
    workshop: archive.Workshop,
    monkeypatch: pytest.MonkeyPatch,
):
    add(raws["bridge"], raws["otter"])
    sound = pipeline.tell.title

    def stumble(story: Sequence[Extracted]) -> str:
        title = sound(story)
        if "otter" in title:
            message = "no such animal"
            raise KeyError(message)
        return title

    monkeypatch.setattr(pipeline.tell, "title", stumble)
    (change,) = archive.refresh(store, workshop=workshop)
    assert "bridge" in change.after.title
    with store.read() as ledger:
        (failure,) = ledger.raws.failures()
        assert ledger.stories.stale() == [failure.path]
    monkeypatch.setattr(pipeline.tell, "title", sound)
    assert len(archive.refresh(store, workshop=workshop)) == 1
    with store.read() as ledger:
        assert ledger.raws.failures() == ()


def test_a_story_is_told_whole_when_new_reports_come_with_other_language_parts(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    add(raws["bridge"])
    archive.refresh(store, workshop=workshop)
    others = replace(workshop, parts="spacy:some_pipeline built-in")
    archive.add(store, [raws["elsewhere"]], workshop=others)
    (change,) = archive.refresh(store, workshop=others)
    assert len(change.after.reports) == 2
