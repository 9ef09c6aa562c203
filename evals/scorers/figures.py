"""Figures: their values and bounds.

- ``recognizers_value``: of the percentages, sums of money and measures in the specs of
  Recognizers-Text that stand in a sentence of at least three other words, the share that have a
  figure of ours overlapping them with the right value (and the right currency, where they give
  its code). Their bare numbers ("minus ninety - five hundred fifths") test the reading of
  numerals, not figures that a report gives: a detail.
- ``meantime_value``: the same for MEANTIME's VALUEs. The corpus gives no values: they are read
  off the words where these are a plain number, with scale, bound and currency ("about $14
  billion", "4,500", "five"); others are left out.
- ``bound``: of the quantities labelled in 200 sentences of MEANTIME and GUM
  (``annotations/bounds.tsv``), the share that have a figure of ours overlapping them with the
  right value, range and bound. Details: the value alone; the bound where the value is right; the
  same of those that are not exact.
- ``examples_value``, ``examples_bound``: the figures that the truth about ``examples/`` lists.
"""

import re
from collections.abc import Iterable, Mapping

from evals.examples import told
from evals.material import annotate, make_report
from evals.outcome import Outcome, Selection, Tally, if_present
from evals.readers.bounds import read_bounds
from evals.readers.meantime import read_meantime
from evals.readers.recognizers import Case, Recognized, read_cases

from stemma.model import Figure

KEYS = (
    "recognizers_value_accuracy",
    "meantime_value_accuracy",
    "bound_accuracy",
    "examples_value_accuracy",
    "examples_bound_accuracy",
)
_MODELS = (
    ("Number", "NumberModel"),
    ("Number", "PercentModel"),
    ("NumberWithUnit", "CurrencyModel"),
    ("NumberWithUnit", "DimensionModel"),
)
_DETAILS = frozenset({"NumberModel"})
_HUNDREDTHS = frozenset({"Cent", "Penny", "Pence"})
_CLOSE = 1e-6
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_NUMERALS = "zero one two three four five six seven eight nine ten eleven twelve"
_SPELLED = {word: float(value) for value, word in enumerate(_NUMERALS.split())}
_WRITTEN = re.compile(
    r"(?:(?:about|over|under|up to|as much as|approximately|around|nearly|almost|all|only|some"
    r"|more than|less than|at least|at most)\s)?"
    r"(?:(?:US|C|A|USD)?\s?[$€£¥]\s?)?(\d[\d,]*(?:\.\d+)?)"
    r"\s?(thousand|million|billion|trillion|bn|m)?"
    r"(?:\s?(?:%|percent|per cent|dollars|euros|US dollars|yuan))?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{2,}")
_FEWEST_WORDS = 3


def score(selection: Selection) -> Outcome:
    """Score the specs, MEANTIME and the examples."""
    details: dict[str, float] = {}

    def recognizers() -> Mapping[str, float]:
        every = Tally()
        for group, model in _MODELS:
            tally = _specs(selection, group, model)
            details[f"recognizers_{model}"] = tally.recall
            if model not in _DETAILS:
                every.add(tally.right, 0, tally.wanted)
        return {KEYS[0]: every.recall}

    figures = (
        if_present(recognizers, KEYS[0])
        | if_present(lambda: _meantime(selection), KEYS[1])
        | if_present(lambda: _bounds(selection, details), KEYS[2])
        | _examples()
    )
    return Outcome(figures=figures, details=details)


def _specs(selection: Selection, group: str, model: str) -> Tally:
    tally = Tally()
    for at, case in enumerate(read_cases(selection, group, model)):
        if not is_sentence(case):
            continue
        report = make_report(case.text, name=f"{model} {at}")
        figures = annotate(report).figures
        for result in case.results:
            value = value_of(result)
            if value is not None:
                near = overlapping(figures, result.start, result.end)
                code = result.resolution.get("isoCurrency")
                right = any(_is(one, value) and code in (None, one.unit) for one in near)
                tally.add(right, 0, 1)
    return tally


def is_sentence(case: Case) -> bool:
    """Tell whether there are words beside what is to be found: a bare number is no figure."""
    beside = len(_WORD.findall(case.text)) - sum(
        len(_WORD.findall(case.text[one.start : one.end])) for one in case.results
    )
    return beside >= _FEWEST_WORDS


def value_of(result: Recognized) -> float | None:
    """Give the number that a spec resolves to ("1,000", "14%"); cents as parts of the whole."""
    written = str(result.resolution.get("value") or "").replace(",", "").removesuffix("%")
    try:
        value = float(written)
    except ValueError:
        return None
    return value / 100 if result.resolution.get("unit") in _HUNDREDTHS else value


def _meantime(selection: Selection) -> Mapping[str, float]:
    tally = Tally()
    for article in read_meantime(selection):
        text = article.dated.text
        report = make_report(text, name=article.dated.name)
        figures = annotate(report).figures
        for quantity in article.quantities:
            value = written_value(text[quantity.start : quantity.end])
            if value is not None:
                near = overlapping(figures, quantity.start, quantity.end)
                tally.add(any(_is(one, value) for one in near), 0, 1)
    return {KEYS[1]: tally.recall}


def written_value(words: str) -> float | None:
    """Read a plain number ("about $14 billion", "five"); anything else gives None."""
    spelled = _SPELLED.get(words.strip().lower())
    if spelled is not None:
        return spelled
    match = _WRITTEN.fullmatch(words.strip())
    if match is None:
        return None
    return float(match[1].replace(",", "")) * _SCALES.get((match[2] or "").lower(), 1)


def _bounds(selection: Selection, details: dict[str, float]) -> Mapping[str, float]:
    both, values, bounded = Tally(), Tally(), Tally()
    for sentence in read_bounds(selection):
        figures = annotate(make_report(sentence.text, name=sentence.name)).figures
        for quantity in sentence.quantities:
            near = overlapping(figures, quantity.start, quantity.end)
            right = [one for one in near if _is(one, quantity.value) and _ends(one, quantity.high)]
            told = any(one.bound == quantity.bound for one in right)
            both.add(told, len(right), 1)
            values.add(bool(right), 0, 1)
            if quantity.bound != "exact" and right:
                bounded.add(told, 0, 1)
    details["bound_value_accuracy"] = values.recall
    details["bound_accuracy_of_right_values"] = both.right / values.right if values.right else 0.0
    details["bound_accuracy_of_bounded"] = bounded.recall
    return {KEYS[2]: both.recall}


def _ends(figure: Figure, high: float | None) -> bool:
    """Compare the upper ends of ranges."""
    if figure.high is None or high is None:
        return figure.high == high
    return abs(figure.high - high) <= _CLOSE * max(1.0, abs(high))


def _examples() -> dict[str, float]:
    answer = told()
    values, bounds = Tally(), Tally()
    for entry in answer.truth["figures"]:
        places = answer.places(entry)
        near = [
            figure
            for figure in answer.story_of(entry["report"]).figures
            if any(place.overlaps(figure.span) for place in places)
        ]
        right = [one for one in near if _is(one, entry["value"])]
        values.add(any(one.high == entry.get("high", one.high) for one in right), 0, 1)
        if "bound" in entry:
            bounds.add(any(one.bound == entry["bound"] for one in right), 0, 1)
    return {KEYS[3]: values.recall, KEYS[4]: bounds.recall}


def overlapping(figures: Iterable[Figure], start: int, end: int) -> list[Figure]:
    """Give the figures that share a code point with ``[start, end)``."""
    return [one for one in figures if one.span.start < end and start < one.span.end]


def _is(figure: Figure, value: float) -> bool:
    """Compare, allowing for rounding in the last place; fractions of specs are rounded."""
    return abs(figure.value - value) <= _CLOSE * max(1.0, abs(value))
