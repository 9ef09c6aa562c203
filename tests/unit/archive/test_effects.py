from collections.abc import Callable
from dataclasses import replace

import pytest

from stemma import archive, read
from stemma.archive import Change, find_effects
from stemma.model import Claim, Story
from stemma.newsroom import Newsroom
from stemma.settings import Settings, Silence
from stemma.stores import Store

Add = Callable[..., archive.Added]
Raws = dict[str, read.Raw]


@pytest.fixture
def newsroom(store: Store, workshop: archive.Workshop, add: Add, raws: Raws) -> Newsroom:
    add(*raws.values())
    archive.refresh(store, workshop=workshop)
    return Newsroom(
        settings=Settings(store="memory:"), progress=Silence(), store=store, clock=workshop.clock
    )


def bridge(newsroom: Newsroom) -> Story:
    story = next(one for one in newsroom.stories() if one.counts.reports > 1)
    return newsroom.story(story.id).stories[0]


def told(*changes: Change) -> list[str]:
    return [sentence for effect in find_effects(changes) for sentence in effect.told]


def decide(newsroom: Newsroom, kind: str, *names: str, answer: str | None = None) -> list[str]:
    request = archive.Request(kind=kind, names=names, author="Ada Fenn", answer=answer)  # pyright: ignore[reportArgumentType] - a kind
    return told(*newsroom.decide(request)[1])


def shared(story: Story) -> Claim:
    return next(claim for claim in story.claims if len(claim.appearances) > 1)


def test_claims_that_are_parted_and_put_together_again_are_counted(newsroom: Newsroom):
    one, other = shared(bridge(newsroom)).appearances[:2]
    assert "1 claim became 2" in decide(newsroom, "different_claim", one, other)
    assert "2 claims became 1" in decide(newsroom, "same_claim", one, other)


def test_a_report_that_leaves_has_a_story_of_its_own(newsroom: Newsroom):
    story = bridge(newsroom)
    changed = decide(newsroom, "different_story", story.reports[0], story.id)
    assert "1 report left" in changed
    assert "a story of its own now, of 1 report" in changed


def test_a_speaker_who_was_put_right_is_named_with_the_one_before(newsroom: Newsroom):
    story = bridge(newsroom)
    said = next(one for one in story.statements if "risk" in one.text)
    changed = decide(newsroom, "speaker", said.id, answer="Tove Rask")
    assert any("is now said by Tove Rask, no longer said by Ilse Marrow" in one for one in changed)


def test_findings_that_came_and_went_are_told_by_what_they_say(newsroom: Newsroom):
    story = bridge(newsroom)
    first, *rest = story.findings
    renamed = replace(first, id="finding:sha256:ff")
    after = replace(story, findings=(renamed, *rest[1:]))
    (effect,) = find_effects([Change(before=story, after=after, reports=())])
    assert (effect.gone, effect.new) == (tuple(rest[:1]), ())


def test_nothing_is_told_of_a_story_that_stays_as_it_was(newsroom: Newsroom):
    story = bridge(newsroom)
    assert told(Change(before=story, after=story, reports=())) == []
