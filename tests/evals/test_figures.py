import pytest
from evals.readers.recognizers import Case, Recognized, parse_case
from evals.scorers.figures import is_sentence, value_of, written_value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("$14 billion", 14e9),
        ("about US$ 1.4 billion", 1.4e9),
        ("4,500", 4500),
        ("3%", 3),
        ("five", 5),
        ("15-20%", None),
        ("a score of", None),
    ],
)
def test_a_plain_number_is_read_off_its_words(words: str, value: float | None):
    assert written_value(words) == value


def recognized(**resolution: str) -> Recognized:
    return Recognized(start=0, end=3, kind="number", resolution=resolution)


@pytest.mark.parametrize(
    ("resolution", "value"),
    [
        ({"value": "14%"}, 14),
        ({"value": "1,000"}, 1000),
        ({"value": "34", "unit": "Cent"}, 0.34),
        ({"value": "[30,)"}, None),
        ({}, None),
    ],
)
def test_a_spec_gives_a_number(resolution: dict[str, str], value: float | None):
    assert value_of(recognized(**resolution)) == value


def test_a_bare_number_is_no_sentence():
    results = (Recognized(start=0, end=19, kind="number", resolution={}),)
    assert not is_sentence(Case(text="one hundred and ten", reference=None, results=results))
    text = "one hundred and ten people came home"
    assert is_sentence(Case(text=text, reference=None, results=results))


def test_a_case_ends_after_its_last_character():
    entry = {"Input": "is 12", "Results": [{"Start": 3, "End": 4, "TypeName": "number"}]}
    case = parse_case(entry)
    assert case.text[case.results[0].start : case.results[0].end] == "12"
