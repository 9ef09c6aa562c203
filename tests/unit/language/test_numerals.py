import re

import pytest

from stemma.language.numerals import NUMBER, read_number

VALUES = {
    "7": 7,
    "12,000": 12_000,
    "56.2": 56.2,
    ".5": 0.5,
    "5 1/2": 5.5,
    "5½": 5.5,
    "1 234 567": 1_234_567,
    "12,34,567": 1_234_567,
    "1.5 million": 1_500_000,
    "twenty-six": 26,
    "a hundred and thirty": 130,
    "one hundred and twenty-three thousand four hundred": 123_400,
    "two dozen": 24,
    "half a dozen": 6,
    "half a million": 500_000,
    "quarter million": 250_000,
    "two and a half million": 2_500_000,
    "3 million and a half": 3_500_000,
    "nine point five": 9.5,
    "two thirds": 2 / 3,
    "13 lakh": 1_300_000,
    "3 crore": 30_000_000,
    "three lakh crore": 3e12,
}


@pytest.mark.parametrize(("written", "value"), VALUES.items())
def test_a_number_has_its_value(written: str, value: float):
    assert read_number(written) == pytest.approx(value)


@pytest.mark.parametrize("written", VALUES)
def test_the_pattern_takes_the_whole_number(written: str):
    match = re.match(NUMBER, written, re.IGNORECASE | re.VERBOSE)

    assert match is not None
    assert match[0] == written


@pytest.mark.parametrize(("written", "value"), {"10k": 1e4, "1bn": 1e9, "2.5m": 2.5e6}.items())
def test_a_letter_after_digits_scales_them(written: str, value: float):
    assert read_number(written) == value


@pytest.mark.parametrize("written", ["one two", "six twenty", "several", ""])
def test_words_that_make_no_number_have_no_value(written: str):
    assert read_number(written) is None
