import pytest

from stemma.language.figures import Quantity, find_quantities


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$56.2 billion", 56.2e9, "USD"),
        ("US$56.2 billion", 56.2e9, "USD"),
        ("56 billion dollars", 56e9, "USD"),
        ("£500 million", 500e6, "GBP"),
        ("€1bn", 1e9, "EUR"),
        ("€2.5m", 2.5e6, "EUR"),
        ("A$300,000", 300_000, "AUD"),
        ("40 cents", 0.4, "USD"),
        ("3 crore rupees", 3e7, "INR"),
        ("12.8 percent", 12.8, "%"),
        ("12.8%", 12.8, "%"),
        ("₹3 lakh crore", 3e12, "INR"),
        ("40\u202f000 euros", 40_000, "EUR"),
        ("3 dollars and 50 cents", 3.5, "USD"),
        ("5 feet 3 inches", 5.25, "ft"),
        ("£103k", 103_000, "GBP"),
        ("two percentage points", 2, "pp"),
        ("300km", 300, "km"),
        ("1,680 miles", 1680, "mi"),
        ("40C", 40, "°C"),
        ("-5 degrees Celsius", -5, "°C"),
        ("8.5-tonne", 8.5, "t"),
        ("40mph", 40, "mph"),
        ("170-year-old", 170, "year"),
        ("300m", 300, "m"),
        ("one in five people", 20, "%"),
        ("two-thirds of voters", 200 / 3, "%"),
        ("hundreds of miles", 200, "mi"),
    ],
)
def test_a_quantity_has_value_and_unit(text: str, value: float, unit: str):
    found = only(text)

    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "bound"),
    {
        "12,000 troops": "exact",
        "about 12,000 troops": "about",
        "nearly 12,000 troops": "about",
        "12,000 troops or so": "exact",
        "12,000 or so troops": "about",
        "more than 12,000 troops": "at_least",
        "a little over 12,000 troops": "at_least",
        "at least 12,000 troops": "at_least",
        "no fewer than 12,000 troops": "at_least",
        "12,000 or more troops": "at_least",
        "12,000+ troops": "at_least",
        "up to 12,000 troops": "at_most",
        "as many as 12,000 troops": "at_most",
        "fewer than 12,000 troops": "at_most",
        "thousands of troops": "at_least",
    }.items(),
)
def test_words_around_the_number_bound_it(text: str, bound: str):
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 10 and 20 people", 10, 20),
        ("10 to 20 percent", 10, 20),
        ("26 percent to 28 percent", 26, 28),
        ("10-20 people", 10, 20),
        ("5 to 10 million people", 5e6, 10e6),
        ("$2m-$3m", 2e6, 3e6),
        ("six or seven boats", 6, 7),
        ("from 300 to 400 boats", 300, 400),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float):
    found = only(text)

    assert (found.value, found.high) == (low, high)


def test_a_plural_without_a_number_is_at_least_two_of_them():
    assert only("tens of thousands of people").value == 20_000
    assert only("a dozen people").value == 12


def test_pounds_that_are_paid_are_money_and_others_are_weight():
    assert only("She was fined 30,000 pounds.").unit == "GBP"
    assert only("It weighed 30,000 pounds.").unit == "lb"
