import pytest
from tests.invented import make_report

from stemma.language import load_annotator
from stemma.model import Event, Extracted
from stemma.tell import timeline


def extracted(outlet: str, *lines: str, byline: str = "") -> Extracted:
    """Annotate a report of 18 March 2025 by an invented outlet."""
    report = make_report(
        "\n".join([byline, *lines] if byline else lines),
        name=outlet,
        first="byline" if byline else "body",
        outlet=outlet,
        published="2025-03-18",
    )
    annotated = load_annotator().annotate(report)
    return Extracted(
        annotated=annotated, statements=(), figures=annotated.figures, moments=annotated.moments
    )


def dated(events: tuple[Event, ...], date: str) -> list[Event]:
    return [event for event in events if event.date == date]


def test_an_event_stands_at_its_own_date_not_at_the_report_s():
    events = timeline([extracted("The Tarn", "The mill burnt down on 4 March 2025.")], ())
    assert [event.date for event in events] == ["2025-03-04"]
    assert "burnt down" in events[0].text
    assert events[0].precision == "day"


def test_bylines_tell_no_events():
    piece = extracted(
        "The Tarn", "The mill burnt down on 4 March 2025.", byline="By Ada Lunt, 17 March 2025"
    )
    assert [event.date for event in timeline([piece], ())] == ["2025-03-04"]


def test_relative_days_are_resolved():
    events = timeline([extracted("The Tarn", "The mayor resigned on Monday.")], ())
    assert [event.date for event in events] == ["2025-03-17"]


def test_what_two_reports_date_alike_is_one_event():
    story = [
        extracted("The Tarn", "The old mill in Ostwick burnt down on 4 March 2025."),
        extracted("The Dune Echo", "On 4 March 2025 the Ostwick mill burnt down."),
    ]
    events = dated(timeline(story, ()), "2025-03-04")
    assert len(events) == 1
    assert {span.report for span in events[0].spans} == {"report:The Tarn", "report:The Dune Echo"}


def test_two_events_of_one_day_stay_two():
    story = [
        extracted("The Tarn", "The mill burnt down on 4 March 2025."),
        extracted("The Dune Echo", "The bishop opened a school on 4 March 2025."),
    ]
    assert len(dated(timeline(story, ()), "2025-03-04")) == 2


def test_a_dated_noun_stands_for_itself():
    line = "The fire follows Anna Marwick's 5 May 2024 election victory in the valley."
    events = dated(timeline([extracted("The Tarn", line)], ()), "2024-05-05")
    assert [event.text for event in events] == ["Anna Marwick's 5 May 2024 election victory"] or (
        events[0].text.startswith("Anna Marwick's 5 May 2024 election victory")
    )


def test_this_year_is_no_date():
    assert timeline([extracted("The Tarn", "The mill lost money this year.")], ()) == ()


def test_the_date_of_a_post_is_no_event():
    line = "What a fire! — Ada Lunt (@adalunt) March 5, 2025"
    assert timeline([extracted("The Tarn", line)], ()) == ()


def test_earlier_comes_first():
    story = [
        extracted(
            "The Tarn",
            "The mill opened in May 1911.",
            "It burnt down on 4 March 2025.",
            "It was sold in 1968.",
        )
    ]
    dates = [event.date for event in timeline(story, ())]
    assert dates == sorted(dates)
    assert len(dates) == 3


def test_the_words_of_an_event_are_those_of_a_report():
    piece = extracted("The Tarn", "“We closed it on 4 March 2025,” said Ada Lunt of the mill.")
    for event in timeline([piece], ()):
        assert event.text in piece.annotated.report.text


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_reports_changes_nothing(order: int):
    story = [
        extracted("The Tarn", "The old mill in Ostwick burnt down on 4 March 2025."),
        extracted("The Dune Echo", "On 4 March 2025 the Ostwick mill burnt down."),
    ]
    assert timeline(story[::order], ()) == timeline(story, ())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Another 20 inches fell in Ostwick, bringing the total since 2 March to 60 inches.",
            "Another 20 inches fell",
        ),
        (
            "The ministry built a new bridge in Ostwick and opened a harbour on 4 March 2025.",
            "The ministry built",
        ),
        (
            "The mayor of Ostwick said that the old mill had burnt down on 4 March 2025.",
            "The mayor of Ostwick said",
        ),
    ],
)
def test_what_is_dated_tells_who_did_it_and_who_says_so(line: str, told: str):
    (event,) = timeline([extracted("The Tarn", line)], ())
    assert event.text.startswith(told)


def test_a_sentence_and_its_beginning_are_one_event():
    story = [
        extracted(
            "The Tarn",
            "The mayor opened the bridge in Ostwick on Monday.\n"
            "The mayor opened the bridge in Ostwick on Monday, saying that it was built only last "
            "night.",
        )
    ]
    events = dated(timeline(story, ()), "2025-03-17")
    assert len(events) == 1


def test_earlier_this_week_ends_when_it_was_printed():
    (event,) = timeline([extracted("The Tarn", "Earlier this week the mill burnt down.")], ())
    assert event.date == "2025-03-17/2025-03-18"
