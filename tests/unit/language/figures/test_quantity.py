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
        ("C $ 300 million", 3e8, "CAD"),
        ("hk$ 10.05 billion", 10.05e9, "HKD"),
        ("100,000 ₭", 100_000, "LAK"),
        ("100元", 100, "CNY"),
        ("75 USD million", 75e6, "USD"),
        ("30 MUSD", 30e6, "USD"),
        ("MSEK 120", 120e6, "SEK"),
        ("15 dollars 50.", 15.5, "USD"),
        ("thirteen dollars forty five", 13.45, "USD"),
        ("17 USD 25.", 17.25, "USD"),
        ("a 1/4 mile oval", 0.25, "mi"),
        ("0.8rad", 0.8, "rad"),
        ("1m is little", 1, "m"),
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


def test_cents_need_a_sum_and_nothing_that_they_count():
    assert [found.value for found in find_quantities("15 dollars and 15 apples")] == [15, 15]
    assert [found.value for found in find_quantities("15 dollars, 50 in all")] == [15, 50]


def test_m_is_millions_where_people_are_counted():
    assert only("the number of passengers will rise to 70m").value == 70e6
    assert only("the bridge will rise to 70m").unit == "m"


def test_a_percentage_and_a_price_are_no_range():
    assert [(found.value, found.high) for found in find_quantities("rose 5.9% to $67")] == [
        (5.9, None),
        (67, None),
    ]


def test_few_things_under_or_over_something_are_no_bound():
    found = only("These fall under two headings")
    assert (found.value, found.bound, found.start) == (2, "exact", len("These fall under "))
    assert only("over two years").bound == "at_least"


def test_a_part_without_a_measure_may_be_a_date_and_is_no_quantity():
    assert find_quantities("the 1/6 committee") == ()
    assert only("a 1/2 cup of oil").unit == "cup"


def test_two_numbers_in_words_are_not_one():
    (found,) = find_quantities("between fifty and seventy hours")
    assert (found.value, found.high) == (50, 70)
    assert only("two hundred and ten days").value == 210


def test_a_plural_without_a_number_is_at_least_two_of_them():
    assert only("tens of thousands of people").value == 20_000
    assert only("a dozen people").value == 12


def test_pounds_that_are_paid_are_money_and_others_are_weight():
    assert only("She was fined 30,000 pounds.").unit == "GBP"
    assert only("It weighed 30,000 pounds.").unit == "lb"
