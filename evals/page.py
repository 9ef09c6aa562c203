"""The figures in ``docs/accuracy.md``, written by ``run.py`` and by ``gate.py``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.outcome import Figure

PAGE = Path(__file__).resolve().parents[1] / "docs" / "accuracy.md"
BEGIN, END = "<!-- figures, by evals/page.py -->", "<!-- end of figures -->"

_ANDY = "106 saved pages of news sites"
_PUD = "500 sentences of news (PUD)"
_POLNEAR = "US political news (PolNeAR)"
_CLUSTER = "175 articles of some 30 events"
_EVENTS = "ten events read by hand, and our invented examples"


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in words: what it is, what it was measured on, and its keys."""

    what: str
    on: str
    task: str
    figure: str


ROWS = (
    Row("Article text: runs of four words, F1", _ANDY, "article_text", "token_f1"),
    Row("… the same by trafilatura", _ANDY, "article_text", "peer_token_f1"),
    Row("Date of the page right", _ANDY, "article_text", "date"),
    Row("Authors exactly right", _ANDY, "article_text", "authors"),
    Row("Residue: lines cut that were residue", _ANDY, "residue", "p"),
    Row("Residue: lines of residue that were cut", _ANDY, "residue", "r"),
    Row("Syntax from raw text: labelled attachment", _PUD, "syntax", "pud_news_las"),
    Row("Names: span and kind right, F1", _PUD, "names", "pud_news_f1"),
    Row("Names: span and kind right, F1", "World English newswire", "names", "newswire_ner_f1"),
    Row("Dates and times: value right, F1", "TimeBank and AQUAINT", "moments", "tbaq_value_f1"),
    Row("Dates and times: span exact, F1", "TimeBank and AQUAINT", "moments", "tbaq_strict_f1"),
    Row("Dates and times: value right, F1", "Wikinews", "moments", "meantime_value_f1"),
    Row(
        "Figures: value right",
        "specs of Recognizers-Text",
        "figures",
        "recognizers_value_accuracy",
    ),
    Row("Figures: value right", "Wikinews", "figures", "meantime_value_accuracy"),
    Row(
        "Figures: value and bound right",
        "200 sentences of Wikinews and GUM",
        "figures",
        "bound_accuracy",
    ),
    Row("Who says what: words of content, precision", _POLNEAR, "attribution", "content_token_p"),
    Row("Who says what: words of content, recall", _POLNEAR, "attribution", "content_token_r"),
    Row("Who says what: source, verb and content, F1", _POLNEAR, "attribution", "whole_f1"),
    Row("Speaker of a quotation right", _POLNEAR, "attribution", "direct_speaker"),
    Row("Same story: B-cubed F1", _CLUSTER, "grouping", "news_cluster_b3_f1"),
    Row("Same story: B-cubed precision", _CLUSTER, "grouping", "news_cluster_b3_p"),
    Row("Same story: B-cubed F1", "pairs of like events (ECB+)", "grouping", "ecbplus_b3_f1"),
    Row("Same claim: average precision", "sentences of ECB+", "alignment", "ecbplus_ap"),
    Row("Same claim: merged rightly", "sentences of ECB+", "alignment", "ecbplus_claims_p"),
    Row("Copies of one text: pairs told that are", _CLUSTER, "lineage", "p"),
    Row("Copies of one text: pairs told of all", _CLUSTER, "lineage", "r"),
    Row("Agencies credited: told rightly", "175 articles and PolNeAR", "lineage", "credit_p"),
    Row("Agencies credited: told of all", "175 articles and PolNeAR", "lineage", "credit_r"),
    Row("Number of origins within the range told", _EVENTS, "origins", "in_range"),
    Row("Width of that range, mean", _EVENTS, "origins", "width"),
    Row("Conflicts and drifts: true ones found", _EVENTS, "conflicts", "r"),
    Row("Conflicts and drifts: true among the first ten", _EVENTS, "conflicts", "p10"),
)


def shown(text: str) -> dict[tuple[str, str], str]:
    """Give the figures that a page shows, by what they are and what they were measured on."""
    table = text.partition(BEGIN)[2].partition(END)[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    return {(what, on): figure for what, on, figure in rows[2:]}


def make_table(
    results: Mapping[str, Mapping[str, Figure]], earlier: Mapping[tuple[str, str], str]
) -> str:
    """Give the table as Markdown; what was not measured stays as it was, or is left out."""
    lines = ["| what | measured on | figure |", "| --- | --- | --- |"]
    for row in ROWS:
        value = results.get(row.task, {}).get(row.figure)
        before = earlier.get((row.what, row.on))
        told = _written(value) if isinstance(value, int | float) else before
        if told is not None:
            lines.append(f"| {row.what} | {row.on} | {told} |")
    return "\n".join(lines)


def _written(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def with_table(text: str, results: Mapping[str, Mapping[str, Figure]]) -> str:
    """Give a page's text with the table anew between its two marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{make_table(results, shown(text))}\n\n{END}{after}"


def write_page(results: Mapping[str, Mapping[str, Figure]], *, path: Path = PAGE) -> None:
    """Write what was measured into the page."""
    text = path.read_text(encoding="utf-8")
    path.write_text(with_table(text, results), encoding="utf-8")
