"""Small reports and statements made by hand, for scorers to count."""

from tests.invented import make_report, make_statement

from stemma.model import Moment, Name, Span, Statement
from stemma.model.annotated import NameKind

REPORT = "report:test"


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(report=REPORT, start=start, end=start + len(words))


def statement(
    text: str, *, content: str, source: str | None = None, cue: str | None = None
) -> Statement:
    report = make_report(text, name="test")
    return make_statement(report, content, by=source, cue=cue)


def name(text: str, words: str, kind: NameKind) -> Name:
    span = at(text, words)
    return Name(start=span.start, end=span.end, first=0, last=1, kind=kind, score=1.0)


def moment(value: str | None, start: int = 0, end: int = 1) -> Moment:
    span = Span(report=REPORT, start=start, end=end)
    return Moment(span=span, value=value, kind="date", anchor="absolute")
