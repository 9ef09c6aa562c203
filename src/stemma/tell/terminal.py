"""The answer in a terminal, 80 columns or wider; without colour where none is wanted."""

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from stemma.model import Claim, Coverage, Edge, Finding, Node, Story
from stemma.tell import wording
from stemma.tell.lookup import Lookup
from stemma.tell.speakers import Speaker, find_speakers

_CLAIMS_SHOWN = 12
_FINDINGS_SHOWN = 12
_EVENTS_SHOWN = 20
_SPEAKERS_SHOWN = 12
_QUOTES_SHOWN = 3
_EVIDENCE_SHOWN = 4
_MOST_TYING, _FEWEST_QUOTED = 1, 6
"""Words like "But" and "However," that a message leaves out, and words that it then must quote."""

_GREY = "bright_black"
_STATUS_STYLES = {
    "corroborated": "green",
    "single_origin": "yellow",
    "single_outlet": _GREY,
    "conflicting": "red",
}
_ALARMS = {
    "altered_quote",
    "changed_after_publication",
    "correction",
    "date_conflict",
    "denial",
    "drifted_attribution",
    "figure_conflict",
    "retraction",
    "verdict_conflict",
}


def print_coverage(coverage: Coverage, console: Console, *, show_cut: bool = False) -> None:
    """Print everything that an editor asks, story by story."""
    lookup = Lookup(coverage)
    for number, story in enumerate(coverage.stories, start=1):
        _print_story(story, lookup, console, f"{number} of {len(coverage.stories)}")
    _print_notices(lookup, console, show_cut=show_cut)


def _print_story(story: Story, lookup: Lookup, console: Console, number: str) -> None:
    console.rule(Text(f"Story {number}", style=_GREY), align="left", style=_GREY)
    console.print(Text(story.title, style="bold"))
    console.print(wording.counts(story.counts))
    _section(console, "What it comes down to", (Text(line.text) for line in story.brief[1:]))
    _section(console, "Where the copies come from", (_stemma(story, lookup),))
    _section(
        console,
        "What to look at first",
        (_finding(finding, lookup) for finding in story.findings[:_FINDINGS_SHOWN]),
        left=len(story.findings) - _FINDINGS_SHOWN,
        spaced=True,
    )
    shared = [claim for claim in story.claims if len(lookup.appearances(claim)) > 1]
    _section(
        console,
        "Who says the same",
        (_claim(claim, lookup) for claim in shared[:_CLAIMS_SHOWN]),
        left=len(shared) - _CLAIMS_SHOWN,
        spaced=True,
    )
    _section(
        console,
        "What happened when",
        (_timeline(story),) if story.timeline else (),
        left=len(story.timeline) - _EVENTS_SHOWN,
    )
    speakers = find_speakers(story, lookup)
    _section(
        console,
        "Who says what",
        map(_speaker, speakers[:_SPEAKERS_SHOWN]),
        left=len(speakers) - _SPEAKERS_SHOWN,
        spaced=True,
    )
    console.print()


def _section(
    console: Console,
    heading: str,
    lines: Iterable[RenderableType],
    *,
    left: int = 0,
    spaced: bool = False,
) -> None:
    """Print a heading and what stands under it; nothing where nothing does."""
    started = False
    for line in lines:
        if not started:
            console.print()
            console.print(Text(heading, style="bold cyan"))
        elif spaced:
            console.print()
        console.print(Padding(line, (0, 0, 0, 2)))
        started = True
    if started and left > 0:
        console.print(Text(f"  … and {left} more in --format html or json", style=_GREY))


def _stemma(story: Story, lookup: Lookup) -> Tree:
    """Draw the graph as a tree: each node under the one that it most surely comes from."""
    nodes = {node.id: node for node in story.stemma.nodes}
    above: dict[str, Edge] = {}
    for edge in sorted(story.stemma.edges, key=_firmness):
        if edge.kind != "citation" and edge.target not in above:
            above[edge.target] = edge
    root = Tree("", hide_root=True, guide_style=_GREY)
    placed: dict[str, Tree] = {}

    def place(node: Node, trail: frozenset[str]) -> Tree:
        if node.id not in placed:
            edge = above.get(node.id)
            if edge is not None and edge.source in trail:
                edge = None
            parent = place(nodes[edge.source], trail | {node.id}) if edge else root
            placed[node.id] = parent.add(_node(node, edge, lookup))
        return placed[node.id]

    for node in story.stemma.nodes:
        if node.kind == "report" or any(edge.source == node.id for edge in above.values()):
            place(node, frozenset({node.id}))
    return root


def _firmness(edge: Edge) -> tuple[float, str, str]:
    return (-edge.weight, edge.source, edge.target)


def _node(node: Node, edge: Edge | None, lookup: Lookup) -> Text:
    if node.kind == "report":
        report = lookup.report(node.id)
        line = Text.assemble(
            (lookup.label(node.id), "bold"), (f"  {wording.published(report)}", _GREY)
        )
    else:
        kind = wording.absent(node)
        line = Text.assemble((f"[{node.name}]", "magenta"), (f"  {kind}", _GREY))
    if edge is not None:
        reasons = edge.evidence[0].reason if edge.evidence else wording.EDGES[edge.kind]
        line.append(f"  {edge.strength}: {reasons}", style="italic")
    return line


def _finding(finding: Finding, lookup: Lookup) -> RenderableType:
    """Give the message, and below it such evidence as the message does not quote itself."""
    style = "bold red" if finding.kind in _ALARMS else "bold"
    head = Text.assemble((lookup.heading(finding), style), (f"  {finding.message}", ""))
    message = wording.bare(finding.message)
    told = {
        span.report
        for span in lookup.evidence(finding)
        if _is_told(wording.bare(lookup.quote(span)), message)
    }
    unquoted = {
        span.report: span for span in reversed(lookup.evidence(finding)) if span.report not in told
    }
    evidence = (
        Text.assemble((f"{lookup.label(span.report)}: ", _GREY), wording.quoted(lookup.quote(span)))
        for span in list(reversed(unquoted.values()))[:_EVIDENCE_SHOWN]
    )
    return Group(head, *(Padding(line, (0, 0, 0, 2)) for line in evidence))


def _is_told(words: str, message: str) -> bool:
    """Tell whether a message quotes words, but perhaps for what ties them to those before."""
    rest = words.split(maxsplit=_MOST_TYING)[-1]
    return words in message or (len(rest.split()) >= _FEWEST_QUOTED and rest in message)


def _claim(claim: Claim, lookup: Lookup) -> RenderableType:
    style = _STATUS_STYLES[claim.status]
    support = Text.assemble(
        (wording.standing(claim), style),
        f" · {wording.origins(claim.counts.origins)} · ",
        ", ".join(lookup.labels(claim)),
    )
    return Group(Text(_words(claim.text)), support)


def _timeline(story: Story) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column()
    last = ""
    for event in story.timeline[:_EVENTS_SHOWN]:
        date = wording.date(event.date)
        table.add_row(date if date != last else "", Text(_words(event.text)))
        last = date
    return table


def _speaker(speaker: Speaker) -> RenderableType:
    """Give a speaker with some of the words that are given as theirs, quotations first."""
    heading = Text(speaker.name, style="bold")
    if speaker.role:
        heading.append(f", {speaker.role}", style=_GREY)
    spoken_first = sorted(speaker.sayings, key=lambda saying: not saying.is_quotation)
    lines = [
        Text.assemble(_words(saying.words), (f"  {saying.told_by}", _GREY))
        for saying in spoken_first[:_QUOTES_SHOWN]
    ]
    more = len(speaker.sayings) - _QUOTES_SHOWN
    if more > 0:
        lines.append(Text(f"and {more} more", style=_GREY))
    return Group(heading, *(Padding(line, (0, 0, 0, 2)) for line in lines))


def _print_notices(lookup: Lookup, console: Console, *, show_cut: bool) -> None:
    """Tell what was left out, and why: nothing vanishes."""
    coverage = lookup.coverage
    for report in lookup.left_out():
        line = (
            f"Kept, but not read: {lookup.label(report.id)} is not in English "
            f"({report.language}): {report.paths[0]}"
        )
        console.print(Text(line, style="yellow"))
    for failure in coverage.failures:
        console.print(Text(f"Not read: {failure.message}", style="yellow"))
    pieces = sum(len(report.cut) for report in coverage.reports)
    if pieces and not show_cut:
        noun = wording.number_of(pieces, "piece")
        console.print(
            Text(f"{noun} of page residue left out of the reports; --show-cut shows them.", _GREY)
        )
    if show_cut:
        _section(
            console,
            "What was cut out of the reports",
            (
                Text.assemble(
                    (f"{lookup.label(report.id)}: {cut.reason}: ", _GREY), _words(cut.text)
                )
                for report in coverage.reports
                for cut in report.cut
            ),
        )


def _words(text: str) -> str:
    """Put quoted words on one line."""
    return " ".join(text.split())
