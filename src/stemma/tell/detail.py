"""One report, or one claim, in a terminal."""

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from stemma.model import Coverage, Report, Statement
from stemma.tell import wording
from stemma.tell.lookup import Lookup

_GREY = "bright_black"
_INDENT = (0, 0, 0, 2)


def print_report(coverage: Coverage, report: str, console: Console) -> None:
    """Print a report: what is known of it, its text, who says what in it, and what was cut."""
    lookup = Lookup(coverage)
    found = lookup.report(report)
    _print_head(found, console)
    console.print(Text(found.text))
    said = [
        statement
        for story in coverage.stories
        for statement in story.statements
        if statement.report == report
    ]
    if said:
        console.print(Text("\nWho says what", style="bold cyan"))
    for statement in said:
        console.print(Padding(_statement(statement, lookup), _INDENT))
    if found.cut:
        console.print(Text("\nWhat was cut out", style="bold cyan"))
    for cut in found.cut:
        line = Text.assemble((f"{cut.reason}: ", _GREY), " ".join(cut.text.split()))
        console.print(Padding(line, _INDENT))


def print_claim(coverage: Coverage, claim: str, console: Console) -> None:
    """Print a claim: how its support is counted, and every report that makes it, in its words."""
    lookup = Lookup(coverage)
    found = next(one for story in coverage.stories for one in story.claims if one.id == claim)
    console.print(Text(found.text, style="bold"))
    console.print(f"{wording.standing(found)} · {wording.counts(found.counts)}", markup=False)
    for report, statements in lookup.appearances(found).items():
        published = wording.published(lookup.report(report))
        first = ", first" if found.first_appearance in {one.id for one in statements} else ""
        console.print()
        console.print(
            Text.assemble((lookup.label(report), "bold"), (f"  {published}{first}", _GREY))
        )
        for statement in statements:
            console.print(Padding(_statement(statement, lookup), _INDENT))


def _print_head(report: Report, console: Console) -> None:
    console.print(Text(report.title or report.name, style="bold"))
    dated = wording.published(report)
    if report.published:
        dated += f" ({report.published.basis})"
    console.print(Text(f"{report.name}, {dated}", style=_GREY))
    if report.authors:
        console.print(Text(f"by {', '.join(report.authors)}", style=_GREY))
    for place in (report.url, *report.paths):
        if place:
            console.print(Text(place, style=_GREY))
    console.print()


def _statement(statement: Statement, lookup: Lookup) -> Group:
    words = " ".join(lookup.said(statement).split())
    shown = wording.quoted(words) if statement.voice == "direct" else words
    return Group(Text(shown), Text(wording.source(statement), style=_GREY))
