"""Small reports and statements made by hand, for scorers to count."""

from stemma.model import (
    Factuality,
    Moment,
    Name,
    Source,
    Span,
    Statement,
)
from stemma.model.annotated import NameKind

REPORT = "report:test"


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(report=REPORT, start=start, end=start + len(words))


def statement(
    text: str, *, content: str, source: str | None = None, cue: str | None = None
) -> Statement:
    spoken = None
    if source is not None:
        spoken = Source(name=source, kind="person", spans=(at(text, source),))
    return Statement(
        id=f"statement:{content}",
        report=REPORT,
        content=(at(text, content),),
        text=content,
        voice="indirect",
        act="assertion",
        factuality=Factuality(),
        source=spoken,
        via=(),
        cue=at(text, cue) if cue else None,
    )


def name(text: str, words: str, kind: NameKind) -> Name:
    span = at(text, words)
    return Name(start=span.start, end=span.end, first=0, last=1, kind=kind, score=1.0)


def moment(value: str | None, start: int = 0, end: int = 1) -> Moment:
    span = Span(report=REPORT, start=start, end=end)
    return Moment(span=span, value=value, kind="date", anchor="absolute")
