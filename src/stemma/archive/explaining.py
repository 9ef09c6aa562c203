"""What an id stands for: the words it rests on, what made it, and where it is found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stemma.archive.held import find_reports
from stemma.archive.keys import understood_key
from stemma.archive.naming import Place, locate
from stemma.archive.story_log import name_reports, read_log
from stemma.errors import UsageError
from stemma.model import Figure, Report, Run, Span, Story, Verdict
from stemma.stores import Ledger
from stemma.stores.stories import Entry

_AROUND = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a report, with a little of what stands before and after them in its text."""

    span: Span
    name: str
    address: str
    published: str | None
    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What there is to know of an id.

    ``text`` says what it is, in words of a report or of a finding; ``words`` are those that it
    rests on, for a report its first line, for a story those of its reports; ``runs`` made it;
    ``verdicts`` were decided about these words; ``history`` is what became of the story, where it
    is one, and ``names`` what the reports in it are called, by id.
    """

    place: Place
    text: str
    words: tuple[Words, ...]
    runs: tuple[Run, ...]
    verdicts: tuple[Verdict, ...]
    history: tuple[Entry, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict[str, str])


def explain(ledger: Ledger, name: str) -> Explained:
    """Tell what an id, or the beginning of one, stands for.

    Raises:
        UsageError: Nothing is named so, or several things are.
    """
    place = locate(ledger, name)
    if place.story is None:
        return _explain_alone(ledger, place)
    home = ledger.stories.follow(place.story)
    story = ledger.stories.find(home)
    if story is None:
        message = f"{place.id} has not been told yet: run 'stemma refresh'"
        raise UsageError(message)
    reports = find_reports(ledger, story)
    text, spans = _find(story, reports, place)
    told = ledger.stories.run(home)
    history = read_log(ledger, home) if place.kind == "story" else ()
    cited = [reports[name] for name in sorted({span.report for span in spans} & reports.keys())]
    return Explained(
        place=place,
        text=text,
        words=tuple(_quote(span, reports[span.report]) for span in spans if span.report in reports),
        runs=(*((told,) if told else ()), *_runs(ledger, cited)),
        verdicts=tuple(one for one in story.verdicts if _is_about(one, place, spans)),
        history=history,
        names=name_reports(ledger, history),
    )


def _explain_alone(ledger: Ledger, place: Place) -> Explained:
    held = ledger.reports.find(place.id)
    if held is None:
        message = f"the report {place.id} is not held"
        raise UsageError(message)
    report = held.report
    return Explained(
        place=place,
        text=report.title or report.name,
        words=(_quote(_first_line(report), report),),
        runs=tuple(_runs(ledger, [report])),
        verdicts=(),
    )


def _is_about(verdict: Verdict, place: Place, spans: Sequence[Span]) -> bool:
    """Tell whether a verdict of the story was about something in it, or about all of it."""
    decided = [anchor.span for anchor in verdict.subject]
    return (
        place.kind == "story"
        or any(span.report == place.id for span in decided)
        or any(one.overlaps(other) for one in decided for other in spans)
    )


def _find(story: Story, reports: dict[str, Report], place: Place) -> tuple[str, tuple[Span, ...]]:
    """Give what something says, and the spans that it rests on."""
    for name, text, spans in _answers(story):
        if name == place.id:
            return text, spans
    if place.kind == "report":
        report = reports[place.id]
        return report.title or report.name, (_first_line(report),)
    return story.title, tuple(_first_line(reports[name]) for name in story.reports)


def _first_line(report: Report) -> Span:
    """Give the headline, or what stands in its place."""
    return report.span(0, len(report.text.partition("\n")[0]))


def _answers(story: Story) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    said = {statement.id: statement for statement in story.statements}
    for claim in story.claims:
        spans = (span for one in claim.appearances for span in said[one].content)
        yield claim.id, claim.text, tuple(spans)
    for statement in story.statements:
        yield statement.id, statement.text, statement.content
    for finding in story.findings:
        yield finding.id, finding.message, finding.evidence
    for figure in story.figures:
        yield figure.id, _measure(figure), (figure.span,)
    for entity in story.entities:
        yield entity.id, ", ".join(dict.fromkeys((entity.name, *entity.aliases))), entity.mentions


def _measure(figure: Figure) -> str:
    """Write a figure, both ends of a range: "1234567 car", "10–12 hour"."""
    ends = (figure.value,) if figure.high is None else (figure.value, figure.high)
    number = "–".join(f"{end:.15g}" for end in ends)
    return f"{number} {figure.unit or figure.counted or ''}".strip()


def _quote(span: Span, report: Report) -> Words:
    text = report.text
    return Words(
        span=span,
        name=report.name,
        address=report.url or report.paths[0],
        published=report.published.value if report.published else None,
        before=text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2],
        quote=span.of(text),
        after=text[span.end : span.end + _AROUND].partition("\n")[0],
    )


def _runs(ledger: Ledger, reports: list[Report]) -> Iterator[Run]:
    """Give what read and understood some reports, each run once."""
    known: set[str] = set()
    for report in reports:
        held = ledger.reports.find(report.id)
        reading = ledger.work.run(held.run) if held else None
        understanding = (
            ledger.work.made_by("understood", understood_key(held.report)) if held else ()
        )
        for run in (*((reading,) if reading else ()), *understanding):
            if run.id not in known:
                known.add(run.id)
                yield run
