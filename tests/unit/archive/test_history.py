from collections.abc import Callable
from dataclasses import replace

import pytest

from stemma import archive, read
from stemma.archive import History
from stemma.newsroom import Newsroom
from stemma.settings import Settings, Silence
from stemma.stores import Store

LATER = """Halden bridge stays shut until the summer

By Bo Falk, The Halden Bugle

HALDEN, March 5 - Jonas Brandt said the bridge in Halden was shut on Monday after a surveyor found
cracks in the second pier. Some 4,000 cars use the bridge every day. Buses take the long way round
by the mill.
"""

Add = Callable[..., archive.Added]


@pytest.fixture
def newsroom(
    store: Store, workshop: archive.Workshop, add: Add, raws: dict[str, read.Raw]
) -> Newsroom:
    add(*raws.values())
    archive.refresh(store, workshop=workshop)
    return Newsroom(
        settings=Settings(store="memory:"), progress=Silence(), store=store, clock=workshop.clock
    )


def look(newsroom: Newsroom, name: str) -> History:
    listed = newsroom.verdicts()
    with newsroom.store.read() as ledger:
        return archive.find_history(ledger, name, listed)


def test_a_decision_is_in_the_history_of_all_that_it_is_about_and_of_nothing_else(
    newsroom: Newsroom,
):
    story = newsroom.story(next(one.id for one in newsroom.stories() if len(one.seen) > 1))
    told = story.stories[0]
    said = next(one for one in told.statements if "risk" in one.text)
    other = next(one for one in told.statements if one.report != said.report)
    newsroom.decide(
        archive.Request(kind="speaker", names=(said.id,), author="Ada Fenn", answer="Tove Rask")
    )
    claim = next(one for one in told.claims if said.id in one.appearances)
    for name in (told.id, said.report, said.id, claim.id):
        (verdict,) = look(newsroom, name).verdicts
        assert (verdict.verdict.answer, verdict.state) == ("Tove Rask", "in force")
    elsewhere = next(one.id for one in newsroom.stories() if len(one.seen) == 1)
    for name in (other.id, elsewhere):
        assert look(newsroom, name).verdicts == ()


def test_what_was_taken_back_stays_in_the_history_with_who_took_it_back(newsroom: Newsroom):
    told = newsroom.story(next(one.id for one in newsroom.stories() if len(one.seen) > 1))
    left, right = told.stories[0].reports
    verdict, _ = newsroom.decide(
        archive.Request(kind="different_story", names=(left, right), author="Ada Fenn")
    )
    newsroom.undo(verdict.id, author="Bo Falk", reason="one bridge")
    history = look(newsroom, left)
    assert [(one.verdict.author, one.state) for one in history.verdicts] == [
        ("Bo Falk", "in force"),
        ("Ada Fenn", "undone"),
    ]
    assert history.log == ()
    assert {entry.event for entry in look(newsroom, told.stories[0].id).log} >= {"founded"}


def test_what_came_to_light_since_stands_beside_the_decision_that_it_speaks_against(
    newsroom: Newsroom, store: Store, workshop: archive.Workshop
):
    told = newsroom.story(next(one.id for one in newsroom.stories() if len(one.seen) > 1))
    said = next(one for one in told.stories[0].statements if "on Monday after" in one.text)
    verdict, _ = newsroom.decide(
        archive.Request(kind="speaker", names=(said.id,), author="Ada Fenn", answer="Ilse Marrow")
    )
    assert look(newsroom, said.id).questions == {}
    later = replace(workshop, clock=lambda: "2026-05-11T08:00:00Z")
    archive.add(store, [read.Raw(path="later", content=LATER.encode())], workshop=later)
    archive.refresh(store, workshop=later)
    ((name, (finding,)),) = look(newsroom, said.id).questions.items()
    assert name == verdict.id
    assert "Jonas Brandt" in finding.message
