"""The words by which a statement can be understood on its own."""

from stemma.model import Report, Span, Statement

_LONGEST = 300
_PARTIAL = frozenset({"attitude", "directive"})


def spoken_span(statement: Statement) -> Span | None:
    """Give the span from the speaker to the end of what is said, where content alone is half.

    The content of "The minister condemned the strike" is "the strike": what is compared and
    shown is the whole. None for assertions, which are whole already, and where the words stand
    too far apart.
    """
    if statement.act not in _PARTIAL or statement.cue is None:
        return None
    spans = [statement.cue, *statement.content]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    if statement.source is not None:
        before = [
            span.start
            for span in statement.source.spans
            if span.report == statement.report and end - _LONGEST < span.start < start
        ]
        start = max(before, default=start)
    if end - start > _LONGEST:
        return None
    return Span(report=statement.report, start=start, end=end)


def spoken_spans(statement: Statement) -> tuple[Span, ...]:
    """Give the spans to read a statement by: that span, or else its content."""
    span = spoken_span(statement)
    return statement.content if span is None else (span,)


def spoken_words(statement: Statement, report: Report) -> str:
    """Give the same as text, on one line; the statement's own text where there is none."""
    span = spoken_span(statement)
    text = statement.text if span is None else span.of(report.text)
    return " ".join(text.split())
