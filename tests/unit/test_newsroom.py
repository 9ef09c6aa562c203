from collections.abc import Callable

import pytest

from stemma import archive, pipeline, read
from stemma.model import Failure
from stemma.newsroom import Newsroom
from stemma.pipeline import Gathered, Parts
from stemma.settings import Settings, Silence
from stemma.stores import Store


def test_a_story_that_could_not_be_told_is_listed_until_it_is_no_more(
    store: Store,
    add: Callable[..., archive.Added],
    raws: dict[str, read.Raw],
    workshop: archive.Workshop,
    monkeypatch: pytest.MonkeyPatch,
):
    newsroom = Newsroom(
        settings=Settings(store="memory:"), progress=Silence(), store=store, clock=workshop.clock
    )
    (bridge,) = add(raws["bridge"]).reports
    (otter,) = add(raws["otter"]).reports
    tell = pipeline.tell_story

    def stumble(load_parts: Callable[[], Parts], gathered: Gathered) -> pipeline.Told | Failure:
        if any(one.annotated.report.id == otter for one in gathered.members):
            return Failure(path="otter", error="KeyError", message="no such animal")
        return tell(load_parts, gathered)

    monkeypatch.setattr(pipeline, "tell_story", stumble)
    archive.refresh(store, workshop=workshop)
    assert [failure.message for failure in newsroom.untold()] == ["no such animal"]
    monkeypatch.setattr(pipeline, "tell_story", tell)
    request = archive.Request(kind="same_story", names=(bridge, otter), author="Ida Noll")
    with store.write() as ledger:
        archive.take_down(ledger, request, now="2026-06-01T12:00:00Z")
    archive.refresh(store, workshop=workshop)
    assert newsroom.untold() == ()
