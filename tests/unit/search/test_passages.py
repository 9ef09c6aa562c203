"""The outlets, towns and people are invented."""

from dataclasses import replace

from tests.invented import make_claim, make_counts, make_report, make_statement, span_of

from stemma.model import Entity, Part, Source, Stemma, Story
from stemma.model.passage import Passage
from stemma.search import passages_of, texts_of
from stemma.search.words import MOST_WORDS, forms_of

LINES = (
    "Silo burns in Kelford",
    "KELFORD, March 10 -",
    "“We ran,” Mayor Ida Noll said.",
    "Forty people were hurt, Noll said.",
)
TEXT = "\n".join(LINES)
HEADLINE, DATELINE, *BODY = make_report(TEXT, first="headline").parts
PARTS = (HEADLINE, replace(DATELINE, kind="dateline"), *BODY)
FIRST = make_report(
    TEXT,
    name="a1",
    first="headline",
    outlet="Harbour Post",
    published="2026-03-10T22:30:00-05:00",
    parts=PARTS,
)
SECOND = make_report(TEXT, name="b2", first="headline", published="2026-03", parts=PARTS)
MAYOR = Entity(
    id="entity:sha256:1",
    name="Ida Noll",
    kind="person",
    aliases=("Noll", "Ida Noll"),
    misspellings=(),
    description="mayor",
    mentions=(span_of(FIRST, "Ida Noll"), FIRST.span(TEXT.rindex("Noll"), len(TEXT) - 6)),
)
TOWN = replace(
    MAYOR,
    id="entity:sha256:2",
    name="Kelford",
    kind="place",
    aliases=("Kelford",),
    description=None,
    mentions=(span_of(FIRST, "Kelford"),),
)
COUNTS = make_counts(2, 1, 2)
NOLL = Source(name="Noll", kind="person", spans=(), entity=MAYOR.id)
QUOTE = make_statement(FIRST, "We ran,", by=NOLL, voice="direct")
HURT = make_statement(FIRST, "Forty people were hurt", by=NOLL)
ALSO = make_statement(SECOND, "Forty people were hurt")
STORY = Story(
    id="story:sha256:ab12",
    title=LINES[0],
    reports=(FIRST.id, SECOND.id),
    counts=COUNTS,
    entities=(MAYOR, TOWN),
    statements=(QUOTE, HURT, ALSO),
    claims=(
        make_claim(
            ALSO.id,
            HURT.id,
            id="claim:sha256:c",
            text=HURT.text,
            worded_by=HURT.id,
            counts=COUNTS,
            status="corroborated",
        ),
    ),
    figures=(),
    findings=(),
    timeline=(),
    stemma=Stemma(nodes=(), edges=(), families=()),
    brief=(),
)
PASSAGES = passages_of(STORY, [FIRST, SECOND])


def of_kind(kind: str) -> list[Passage]:
    return [passage for passage in PASSAGES if passage.kind == kind]


def test_every_paragraph_that_tells_something_is_found_at_its_place():
    texts = [one for one in of_kind("text") if one.report == FIRST.id]
    assert [one.text for one in texts] == [LINES[0], LINES[2], LINES[3]]
    for passage in texts:
        (place,) = passage.spans
        assert place.of(TEXT) == passage.text
        assert passage.subject == FIRST.id
        assert passage.outlets == ("Harbour Post",)
        assert passage.day == "2026-03-11"
    assert [one.names for one in texts] == [("Kelford",), ("Ida Noll",), ("Ida Noll",)]
    assert texts[0].weight > texts[1].weight


def test_a_report_without_outlet_or_day_is_found_by_its_words():
    texts = [one for one in of_kind("text") if one.report == SECOND.id]
    assert [one.text for one in texts] == [LINES[0], LINES[2], LINES[3]]
    assert {(one.outlets, one.day, one.story) for one in texts} == {((), "2026-03", STORY.id)}
    (undated,) = {one.day for one in texts_of(replace(SECOND, published=None))}
    assert undated is None


def test_a_claim_is_found_by_all_who_make_it():
    (claim,) = of_kind("claim")
    assert (claim.subject, claim.text) == ("claim:sha256:c", HURT.text)
    assert claim.spans == HURT.content
    assert claim.report == FIRST.id
    assert claim.outlets == ("Harbour Post",)
    assert claim.speakers == ("Ida Noll", "Noll")
    assert claim.day == "2026-03"


def test_quotes_are_what_stands_in_quotation_marks_with_a_speaker():
    (quote,) = of_kind("quote")
    assert (quote.subject, quote.text, quote.speakers) == (
        QUOTE.id,
        "We ran,",
        ("Ida Noll", "Noll"),
    )


def test_a_name_is_found_with_its_spellings_and_what_its_bearer_is_called():
    mayor, town = of_kind("name")
    assert (mayor.subject, mayor.text) == (MAYOR.id, "Ida Noll · mayor · Noll")
    assert mayor.names == ("Ida Noll", "Noll")
    assert mayor.spans == MAYOR.mentions[:1]
    assert town.text == "Kelford"


def test_a_paragraph_that_is_too_long_is_cut_and_nothing_is_lost():
    text = " ".join(f"word{number}" for number in range(2 * MOST_WORDS + 9)) + "  "
    long = replace(FIRST, text=text, parts=(Part(kind="body", start=0, end=len(text)),))
    pieces = texts_of(long)
    assert len(pieces) == 3
    assert [one.spans[0].of(text) for one in pieces] == [one.text for one in pieces]
    assert [form for one in pieces for form in forms_of(one.text)] == forms_of(text)
    assert all(len(forms_of(one.text)) <= MOST_WORDS for one in pieces)


def test_the_same_story_gives_the_same_passages():
    assert passages_of(STORY, [FIRST, SECOND]) == PASSAGES
