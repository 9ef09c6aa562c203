from dataclasses import replace

from stemma.model import Coverage, Story
from stemma.tell.lookup import Lookup
from stemma.tell.speakers import find_speakers


def with_one_speaker(coverage: Coverage) -> tuple[Story, Coverage]:
    """Let the mayor say both."""
    story = coverage.stories[0]
    first, second = story.statements
    story = replace(story, statements=(first, replace(second, source=first.source)))
    return story, replace(coverage, stories=(story,))


def test_speakers_are_called_by_their_names_with_what_they_are(coverage: Coverage):
    speakers = find_speakers(coverage.stories[0], Lookup(coverage))
    assert [(one.name, one.role) for one in speakers] == [
        ("Ida Noll", "mayor"),
        ("officials", None),
    ]


def test_what_is_one_claim_is_one_saying_told_by_all_that_have_it(coverage: Coverage):
    story, coverage = with_one_speaker(coverage)
    (speaker,) = find_speakers(story, Lookup(coverage))
    (saying,) = speaker.sayings
    assert saying.words == "Up to 40 people were hurt"
    assert saying.told_by == "Harbour Post; Valley News"
    assert {span.report for span in saying.spans} == {"report:first", "report:second"}


def test_what_is_no_claim_together_is_said_apart(coverage: Coverage):
    story, coverage = with_one_speaker(coverage)
    (speaker,) = find_speakers(replace(story, claims=()), Lookup(coverage))
    assert len(speaker.sayings) == len(story.statements)


def test_the_same_words_of_copies_are_one_saying_and_the_police_are_police(coverage: Coverage):
    story, coverage = with_one_speaker(coverage)
    first, second = story.statements
    assert first.source is not None
    police = replace(first.source, name="Police", entity=None)
    statements = (
        replace(first, text="The bridge “sank”", source=police),
        replace(second, text='the bridge "sank".', source=replace(police, name="the police")),
    )
    (speaker,) = find_speakers(replace(story, claims=(), statements=statements), Lookup(coverage))
    assert speaker.name == "Police"
    (saying,) = speaker.sayings
    assert saying.told_by == "Harbour Post; Valley News"


def test_no_outlet_has_it_by_way_of_itself(coverage: Coverage):
    story = coverage.stories[0]
    first = story.statements[0]
    assert first.source is not None
    told = replace(first, via=(replace(first.source, name="harbour post"),))
    (speaker,) = find_speakers(replace(story, statements=(told,)), Lookup(coverage))
    assert speaker.sayings[0].told_by == "Harbour Post"
