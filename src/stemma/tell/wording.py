"""The plain English that all formats share: counts, dates, kinds of findings, sources."""

import re
from collections.abc import Sequence

from stemma.model import Claim, Counts, Figure, Node, Origins, Report, Source, Statement
from stemma.model.claim import ClaimStatus
from stemma.model.figure import Bound
from stemma.model.finding import FindingKind
from stemma.model.quotation import set_single, shorten, without_end
from stemma.model.stemma import EdgeKind, Strength

FINDINGS: dict[FindingKind, str] = {
    "figure_conflict": "Figures differ",
    "date_conflict": "Dates differ",
    "altered_quote": "Quote altered",
    "drifted_attribution": "Attribution drifts",
    "denial": "Denied",
    "changed_response": "Response differs",
    "single_origin": "Several outlets, one origin",
    "corroborated": "Independent origins agree",
    "single_outlet": "Only one outlet has it",
    "name_variant": "Name spelt differently",
    "changed_after_publication": "Changed after publication",
    "correction": "Corrected",
    "retraction": "Withdrawn",
    "verdict_conflict": "A decision is in question",
}

STATUS: dict[ClaimStatus, str] = {
    "corroborated": "corroborated",
    "single_origin": "one origin",
    "single_outlet": "one outlet",
    "conflicting": "conflicting",
}

EDGES: dict[EdgeKind, str] = {
    "credit": "credits",
    "citation": "cites",
    "borrowing": "takes from",
}

STRENGTHS: dict[Strength, str] = {
    "certain": "certainly",
    "likely": "likely",
    "possible": "possibly",
}

_CLOSING_MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»"}
_ANY_MARK = re.compile("[“”\"‘’'«»]")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_FULL_DATE = re.compile(r"(?P<year>[\dX]{4})-(?P<month>[\dX]{2})-(?P<day>[\dX]{2})(?P<time>T.*)?")
_MONTH_DATE = re.compile(r"(?P<year>[\dX]{4})-(?P<month>[\dX]{2})")
_YEAR = re.compile(r" \d{4}")
_BOUNDS: dict[Bound, str] = {"exact": "", "about": "≈ ", "at_least": "≥ ", "at_most": "≤ "}
_TIME = re.compile(r"T(?P<clock>\d{2}:\d{2})(?::\d{2})?(?P<zone>Z|[+-]\d{2}:?\d{2})?")
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})


def quoted(text: str) -> str:
    """Put words on one line between quotation marks, where they do not bring their own.

    Marks within them become single ones, and what they leave open is closed.
    """
    words = " ".join(text.split())
    closing = _CLOSING_MARKS.get(words[:1])
    if closing is not None and words[-1:] in {closing, '"', "”", "’"} and len(words) > 1:
        return words
    if closing is not None and closing != "'" and closing not in words[1:]:
        return words + closing
    return f"“{set_single(words)}”"


def shortened(text: str, longest: int) -> str:
    """Give words without what ends them, cut between two where they are too long (code points)."""
    return shorten(without_end(" ".join(text.split())), longest)


def bare(text: str) -> str:
    """Give words without marks of quotation, capitals and what ends them, to compare them."""
    return " ".join(_ANY_MARK.sub("", text).casefold().split()).rstrip(".,;: ")


def standing(claim: Claim) -> str:
    """Say in a word or two how a claim stands; of several possible origins, perhaps one."""
    if claim.status == "single_origin" and claim.counts.origins.high > 1:
        return f"perhaps {STATUS[claim.status]}"
    return STATUS[claim.status]


def few(names: Sequence[str], *, most: int = 5) -> str:
    """Name a few in a row, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def number_of(count: int, noun: str) -> str:
    """Write a count with its noun: "1 report", "2 reports", "2 families"."""
    if count == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count} {plural}"


def origins(origins: Origins) -> str:
    """Write a range of independent origins: "2 to 4 independent origins"."""
    if origins.low == origins.high:
        return number_of(origins.low, "independent origin")
    return f"{origins.low} to {origins.high} independent origins"


def span(origins: Origins) -> str:
    """Write a range of origins short: "2–4"."""
    return f"{origins.low}–{origins.high}" if origins.low < origins.high else str(origins.low)


def counts(counts: Counts) -> str:
    """Write the four numbers that are never mixed up."""
    return " · ".join(
        (
            number_of(counts.reports, "report"),
            number_of(counts.outlets, "outlet"),
            number_of(counts.families, "publisher family"),
            origins(counts.origins),
        )
    )


def date(edtf: str) -> str:
    """Write an EDTF date for people: "18 Nov 2024", "Nov 2024", "18 Nov 2024 to 19 Nov 2024"."""
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        return f"{date(start)} to {date(end)}"
    if match := _FULL_DATE.fullmatch(edtf):
        day = match["day"].lstrip("0")
        words = f"{day} {_month(match['month'])} {match['year']}"
        clock = _TIME.match(match["time"] or "")
        return f"{words}, {clock['clock']}{_zone(clock['zone'])}" if clock else words
    if match := _MONTH_DATE.fullmatch(edtf):
        return f"{_month(match['month'])} {match['year']}"
    return edtf


def absent(node: Node) -> str:
    """Say what a node is that is no report."""
    if node.kind == "agency":
        return "wire service"
    return "lost original, inferred" if node.is_lost_copy else "not among the reports"


def published(report: Report) -> str:
    """Write when a report came out."""
    return date(report.published.value) if report.published else "undated"


def moment(report: Report) -> str:
    """Write when a report came out without the year, for lists of reports of the same days."""
    return _YEAR.sub("", published(report))


def measure(figure: Figure) -> str:
    """Write what a figure says as a number: "≥ 4" for "at least four people", "61 m", "18%"."""
    value = amount(figure.value)
    if figure.high is not None:
        value = f"{value}–{amount(figure.high)}"
    return f"{_BOUNDS[figure.bound]}{value}{_unit(figure)}"


def amount(value: float) -> str:
    """Write a number in full, with commas: "240,000,000", "7.12"."""
    return f"{int(value):,}" if value.is_integer() else f"{value:,.10g}"


def _unit(figure: Figure) -> str:
    if figure.unit == "%":
        return "%"
    if figure.unit in _TIMES and (figure.high or figure.value) != 1:
        return f" {figure.unit}s"
    return f" {figure.unit}" if figure.unit else ""


def source(statement: Statement) -> str:
    """Write on whose authority a statement stands: "Ann Lee, via the AP"."""
    if statement.source is None:
        own = statement.voice == "own"
        return "in the report's own voice" if own else "attributed to nobody by name"
    return ", via ".join(name(one) for one in (statement.source, *statement.via))


def name(source: Source) -> str:
    """Write a source with its description, where that adds to the name."""
    if source.description and source.description.casefold() not in source.name.casefold():
        return f"{source.name}, {source.description}"
    return source.name


def _month(number: str) -> str:
    if number in _SEASONS:
        return _SEASONS[number]
    return _MONTHS[int(number) - 1] if number.isdigit() and 1 <= int(number) <= 12 else ""  # noqa: PLR2004 - months of a year


def _zone(zone: str | None) -> str:
    return " UTC" if zone == "Z" else f" UTC{zone}" if zone else ""
