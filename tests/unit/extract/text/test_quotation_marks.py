import pytest

from stemma.extract.text.quotation_marks import Quotation, find_quotations
from stemma.model import Part


def quotations(*paragraphs: str) -> list[tuple[str, Quotation]]:
    parts: list[Part] = []
    at = 0
    for paragraph in paragraphs:
        parts.append(Part(kind="body", start=at, end=at + len(paragraph)))
        at += len(paragraph) + 1
    text = "\n".join(paragraphs)
    return [(text[found.start : found.end], found) for found in find_quotations(text, parts)]


def texts(*paragraphs: str) -> list[str]:
    return [text for text, _ in quotations(*paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” she said, “home.”", ["“We go,”", "“home.”"]),
        ('"We go," she said, "home."', ['"We go,"', '"home."']),
        ("''We go,'' she said.", ["''We go,''"]),
        ("«We go», she said.", ["«We go»"]),
        ("‘We go,’ she said.", ["‘We go,’"]),
        ("'We go,' she said.", ["'We go,'"]),
        ('“We go," she said.', ['“We go,"']),
    ],
)
def test_marks_of_every_kind_open_and_close(text: str, expected: list[str]):
    assert texts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nora's dogs' home closed in the '90s.",
        "The workers’ rights and the boss’s car.",
        "He didn’t go, 'cause it rained.",
        "The 6'2\" man left.",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str):
    assert texts(text) == []


def test_a_possessive_inside_single_marks_does_not_close_them():
    assert texts("'It is the workers' right,' she said.") == ["'It is the workers' right,'"]


def test_a_quotation_inside_another_is_deeper():
    found = quotations("“He told me ‘go away’ and I did,” she said.")
    assert [(text, quotation.depth) for text, quotation in found] == [
        ("“He told me ‘go away’ and I did,”", 0),
        ("‘go away’", 1),
    ]


def test_paragraphs_that_reopen_are_one_quotation():
    found = quotations("“We waited.", "“We waited long.", "“Then it came,” she said.", "“No.”")
    assert [quotation.chain for _, quotation in found] == [1, 1, 1, 2]
    assert [quotation.closed for _, quotation in found] == [False, False, True, True]


def test_a_mark_that_never_closes_in_running_text_is_dropped():
    assert texts('The sign "no and the rest.', "Nobody came.") == []


def test_an_end_that_is_lost_is_forgiven_where_speech_begins():
    assert texts("She said: “We are leaving now.", "Nobody came.") == ["“We are leaving now."]


def test_single_marks_stay_open_over_paragraphs_that_reopen():
    found = quotations(
        "‘We go. It is the workers’ day.", "‘We stay. They go.", "‘Who knows?’ It rained."
    )
    assert [text for text, _ in found] == [
        "‘We go. It is the workers’ day.",
        "‘We stay. They go.",
        "‘Who knows?’",
    ]
    assert len({quotation.chain for _, quotation in found}) == 1


def test_a_paragraph_that_starts_with_an_apostrophe_opens_nothing():
    assert texts("‘Twas the night of the flood.", "‘We go,’ she said.") == ["‘We go,’"]


def test_a_quotation_that_opens_again_at_each_sentence_is_one():
    text = 'Mr Marsh said: "We came fast. "We left late. "We slept."'
    assert texts(text) == ['"We came fast. "We left late. "We slept."']


def test_a_quotation_within_one_of_the_same_marks_does_not_end_it():
    found = quotations("“It acts as an “honest broker”, and a friend,” says Marsh.")
    assert [text for text, quotation in found if not quotation.depth] == [
        "“It acts as an “honest broker”, and a friend,”"
    ]
