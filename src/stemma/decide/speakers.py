"""Putting decided speakers in the place of those that were read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.decide.rulings import Speaker
from stemma.model import Annotated, Extracted, Source, Span, Statement
from stemma.model.statement import SourceKind


def put_speakers(
    story: Sequence[Extracted], speakers: Mapping[str, Speaker]
) -> tuple[Extracted, ...]:
    """Give the same reports, with the speakers that people decided; by statement id.

    The words of a speaker are the place nearest to the statement where the report names them;
    none where it does not. A speaker who was only decided to be wrong leaves nobody.
    """
    if not speakers:
        return tuple(story)
    return tuple(
        replace(
            piece,
            statements=tuple(_decided(one, piece.annotated, speakers) for one in piece.statements),
        )
        for piece in story
    )


def _decided(
    statement: Statement, annotated: Annotated, speakers: Mapping[str, Speaker]
) -> Statement:
    speaker = speakers.get(statement.id)
    if speaker is None:
        return statement
    if speaker.is_right:
        source = speaker.name and _source(speaker.name, statement, annotated)
        return replace(statement, source=source or None)
    read = statement.source
    is_wrong = read is not None and any(_is_called(read, name) for name in speaker.wrong)
    return replace(statement, source=None) if is_wrong else statement


def _is_called(source: Source, name: str) -> bool:
    """Tell whether a source is the one named: "Lee" is "Ann Lee"."""
    one, other = set(source.name.casefold().split()), set(name.casefold().split())
    return one <= other or other <= one


def _source(name: str, statement: Statement, annotated: Annotated) -> Source:
    spans = _places(name, annotated)
    near = min(spans, key=lambda span: _distance(span, statement.content), default=None)
    read = statement.source
    if read is not None and read.name == name:
        return read
    return Source(
        name=name,
        kind=_kind(name, spans, annotated),
        spans=() if near is None else (near,),
    )


def _places(name: str, annotated: Annotated) -> list[Span]:
    """Find a name where it stands by itself: "Lee" is not in "Leeds"."""
    report = annotated.report
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return [report.span(*match.span()) for match in whole.finditer(report.text)]


def _distance(span: Span, content: Sequence[Span]) -> tuple[int, int]:
    nearest = min(max(part.start - span.end, span.start - part.end, 0) for part in content)
    return nearest, span.start


def _kind(name: str, spans: Sequence[Span], annotated: Annotated) -> SourceKind:
    """Take a name for what the report's language part takes it for, else for a person's."""
    kinds = [
        one.kind
        for one in annotated.names
        if any(one.start < span.end and span.start < one.end for span in spans)
    ]
    if kinds:
        return "person" if kinds[0] == "person" else "organisation"
    return "person" if name[:1].isupper() else "unnamed"
