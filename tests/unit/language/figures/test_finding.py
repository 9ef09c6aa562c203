from collections.abc import Callable

import pytest

from stemma.model import Figure

FindFigures = Callable[[str], tuple[Figure, ...]]


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("They sent up to 12,000 troops.", "up to 12,000 troops", (12_000, "troop", "at_most")),
        ("Two other sources agreed.", "Two other sources", (2, "source", "exact")),
        ("A nine-storey building fell.", "nine-storey", (9, "storey", "exact")),
        ("Dozens of women marched.", "Dozens of women", (24, "woman", "at_least")),
        ("The port hired 5,700 officers.", "5,700 officers", (5700, "officer", "exact")),
        ("Police made about 40 searches.", "about 40 searches", (40, "search", "about")),
    ],
)
def test_a_count_covers_bound_number_and_noun(
    count: FindFigures, text: str, words: str, told: tuple[float, str, str]
):
    (figure,) = count(text)

    assert figure.span.of(text) == words
    assert (figure.value, figure.counted, figure.bound) == told
    assert figure.unit is None


def test_words_between_number_and_noun_narrow_it(count: FindFigures):
    (figure,) = count("The capital says more than 10,000 North Ruritanian soldiers have arrived.")

    assert figure.counted == "soldier"
    assert figure.scope == "North Ruritanian"


@pytest.mark.parametrize(
    ("text", "value", "state"),
    [
        ("The strike left at least eight people dead.", 8, "dead"),
        ("At least eight people were killed in the strike.", 8, "dead"),
        ("The strike killed eight people.", 8, "dead"),
        ("More than 50 were injured when the tram tipped over.", 50, "injured"),
        ("Police arrested 30 protesters.", 30, "arrested"),
    ],
)
def test_scope_tells_what_happened_to_those_who_are_counted(
    count: FindFigures, text: str, value: float, state: str
):
    (figure,) = count(text)

    assert figure.value == value
    assert figure.counted in {"person", "protester"}
    assert state in (figure.scope or "").split("; ")


def test_money_tells_what_it_is_for(count: FindFigures):
    text = "The state has given over $56.2 billion in military aid."
    (figure,) = count(text)

    assert figure.span.of(text) == "over $56.2 billion in military aid"
    assert (figure.value, figure.unit, figure.bound) == (56.2e9, "USD", "at_least")
    assert (figure.counted, figure.scope) == ("aid", "military")


@pytest.mark.parametrize(
    "text",
    ["Ann Lee, 52, lives in Bergen.", "A man aged 52 was found.", "A 52-year-old was found."],
)
def test_an_age_is_in_years(count: FindFigures, text: str):
    (figure,) = count(text)

    assert (figure.value, figure.unit) == (52, "year")


@pytest.mark.parametrize(
    "text",
    [
        "It happened on 5 November 2024 at 10:20 GMT.",
        "An F-16 and a Boeing 737 landed.",
        "Leaders of the Group of 20 met.",
        "Article 5 of the treaty was invoked.",
        "Rovers won 3-1 on a wet night.",
        "It was the 5th attempt, and the second this year.",
        "The cup holders are the No. 2 seed.",
        "One of the officials agreed.",
        "They argued over one of the bridges.",
        "The post is number 747931738903617536.",
        "Call 0207 782 43680 now.",
    ],
)
def test_what_names_dates_or_scores_is_no_figure(count: FindFigures, text: str):
    assert count(text) == ()


def test_ids_depend_on_the_place(count: FindFigures):
    first, second = count("Ten boats sank and ten boats burned.")

    assert first.id != second.id
    assert first.id.startswith("figure:sha256:")


def test_a_list_goes_on_counting_the_same(count: FindFigures):
    france, germany = count("The firm will cut 4,300 jobs in France and 3,700 in Germany.")

    assert (france.value, france.counted) == (4300, "job")
    assert (germany.value, germany.counted) == (3700, "job")


def test_a_number_that_is_an_object_counts_without_a_noun(count: FindFigures):
    (figure,) = count("The carmaker wants to eliminate 789.")

    assert (figure.value, figure.counted) == (789, None)


@pytest.mark.parametrize("text", ["She bought a 4K television.", "The two agreed.", "Mars 2 flew."])
def test_a_number_that_points_or_names_does_not_count(count: FindFigures, text: str):
    assert count(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("The talks lasted three days.", "three days", (3, "day", "exact")),
        ("It signed a 40-year lease.", "40-year", (40, "year", "exact")),
        ("They waited more than two hours.", "more than two hours", (2, "hour", "at_least")),
    ],
)
def test_a_length_of_time_is_a_figure(
    count: FindFigures, text: str, words: str, told: tuple[float, str, str]
):
    (figure,) = count(text)
    assert figure.span.of(text) == words
    assert (figure.value, figure.unit, figure.bound) == told


def test_a_date_that_counts_back_is_no_figure(count: FindFigures):
    assert count("Two years ago the mill shut.") == ()


def test_what_a_tally_reaches_is_a_figure(count: FindFigures):
    (figure,) = count("The number of dead rose to seven on Wednesday.")
    assert figure.value == 7


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The yard cut 1,600 and 400 jobs.", [(1600, "job"), (400, "job")]),
        (
            "The storms left 10,000 and as many as 300,000 people homeless.",
            [(10_000, "person"), (300_000, "person")],
        ),
    ],
)
def test_one_noun_serves_two_numbers(
    count: FindFigures, text: str, values: list[tuple[float, str]]
):
    assert [(figure.value, figure.counted) for figure in count(text)] == values


def test_more_of_what_was_counted_is_a_figure(count: FindFigures):
    figures = count("Boats saved 700 sailors, and the navy saved 200 more after dark.")
    assert [figure.value for figure in figures] == [700, 200]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("It may shut for two to three years.", 2, 3, "exact"),
        ("It stopped after about eight or nine seconds.", 8, 9, "about"),
        ("It took between fifty and seventy hours.", 50, 70, "exact"),
    ],
)
def test_a_length_of_time_may_be_a_range(
    count: FindFigures, text: str, low: float, high: float, bound: str
):
    (figure,) = count(text)
    assert (figure.value, figure.high, figure.bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("They have 1,000+ boats.", "at_least"),
        ("They have 1,000 + boats.", "at_least"),
        ("They answer within 48 hours.", "at_most"),
        ("Damages run as high as $10 billion.", "at_most"),
        ("Sales will exceed 700.", "at_least"),
        ("The population was estimated at 300,000.", "about"),
        ("The dam has an estimated cost of NZ$26 million.", "about"),
    ],
)
def test_words_far_from_the_number_bound_it_too(count: FindFigures, text: str, bound: str):
    (figure,) = count(text)
    assert figure.bound == bound


def test_an_age_at_an_event_is_in_years(count: FindFigures):
    (figure,) = count("When she was ten her father taught her chess.")
    assert (figure.value, figure.unit) == (10, "year")
    (figure,) = count("When she was ten miles away the engine died.")
    assert figure.unit == "mi"


def test_a_part_of_a_mile_is_no_date(count: FindFigures):
    (figure,) = count("The track is a 1/4 mile paved oval.")
    assert (figure.value, figure.unit) == (0.25, "mi")


@pytest.mark.parametrize(
    "text",
    [
        "In 1661 he joined the army, and in 1665 was sent to Halden.",
        "Maize was grown there by 5000 BCE.",
        "It can be found at pages 774 and 775.",
    ],
)
def test_years_long_ago_and_pages_are_no_figures(count: FindFigures, text: str):
    assert count(text) == ()


def test_an_article_may_stand_after_the_bound(count: FindFigures):
    (figure,) = count("Sales showed nearly a 10% drop.")
    assert figure.bound == "about"
    (figure,) = count("They met over a 12-month period.")
    assert figure.bound == "exact"
