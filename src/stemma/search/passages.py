"""What of a story can be found: the paragraphs of its reports, claims, quotes and names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Claim, Entity, Part, Report, Span, Statement, Story
from stemma.model.passage import Passage
from stemma.model.report import PartKind
from stemma.search.words import MOST_WORDS, find_words

_WEIGHTS: Mapping[PartKind, float] = {
    "headline": 1.0, "standfirst": 0.9, "subhead": 0.8, "body": 0.6,
}  # fmt: skip
_PRECISE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_MANY = 5
"""A claim of so many outlets, or a name with so many mentions, weighs most."""


def passages_of(story: Story, reports: Sequence[Report]) -> tuple[Passage, ...]:
    """Give all that can be found of a story.

    Args:
        story: What was told.
        reports: Its reports, in any order.
    """
    about = _About.of(story, reports)
    return (
        *(passage for report in reports for passage in _texts(report, about)),
        *(_claim(claim, about) for claim in story.claims),
        *(_quote(statement, about) for statement in story.statements if _is_quote(statement)),
        *(_name(entity, about) for entity in story.entities if entity.mentions),
    )


def texts_of(report: Report) -> tuple[Passage, ...]:
    """Give the paragraphs of a report that belongs to no story."""
    return tuple(_texts(report, _About.of(None, [report])))


@dataclass(frozen=True, slots=True)
class _About:
    """A story by id: reports, statements, who is named where."""

    story: str | None
    reports: Mapping[str, Report]
    statements: Mapping[str, Statement]
    entities: Mapping[str, Entity]
    mentions: Mapping[str, Sequence[tuple[int, int, str]]]

    @staticmethod
    def of(story: Story | None, reports: Sequence[Report]) -> "_About":
        """Look everything up once."""
        mentions: dict[str, list[tuple[int, int, str]]] = {}
        entities = story.entities if story else ()
        for entity in entities:
            for span in entity.mentions:
                mentions.setdefault(span.report, []).append((span.start, span.end, entity.name))
        return _About(
            story.id if story else None,
            {report.id: report for report in reports},
            {one.id: one for one in story.statements} if story else {},
            {entity.id: entity for entity in entities},
            {report: sorted(found) for report, found in mentions.items()},
        )

    def names_in(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Give who is named within the spans, each once, in order."""
        found: dict[str, None] = {}
        for span in spans:
            named = self.mentions.get(span.report, ())
            for start, end, name in named[bisect_left(named, (span.start,)) :]:
                if start >= span.end:
                    break
                if end <= span.end:
                    found[name] = None
        return tuple(found)

    def speakers(self, statement: Statement) -> tuple[str, ...]:
        """Give the speaker as the report names him, and as the story does."""
        source = statement.source
        if source is None:
            return ()
        entity = self.entities.get(source.entity) if source.entity else None
        names = (entity.name, source.name) if entity else (source.name,)
        return tuple(dict.fromkeys(names))

    def outlets(self, reports: Sequence[str]) -> tuple[str, ...]:
        """Give the outlets of reports, each once, sorted."""
        held = (self.reports.get(report) for report in reports)
        return tuple(sorted({report.outlet for report in held if report and report.outlet}))

    def day(self, report: str) -> str | None:
        """Give when a report was published: a day, a month or a year."""
        held = self.reports.get(report)
        found = _PRECISE.match(held.published.universal) if held and held.published else None
        return found[0] if found else None


def _texts(report: Report, about: _About) -> Iterator[Passage]:
    for part in report.parts:
        if part.kind not in _WEIGHTS:
            continue
        for span in _pieces(report, part):
            yield Passage(
                kind="text",
                subject=report.id,
                text=span.of(report.text),
                spans=(span,),
                story=about.story,
                report=report.id,
                outlets=about.outlets([report.id]),
                names=about.names_in([span]),
                day=about.day(report.id),
                weight=_WEIGHTS[part.kind],
            )


def _pieces(report: Report, part: Part) -> Iterator[Span]:
    """Cut a paragraph where it has more words than an index looks at."""
    words = list(find_words(report.text[part.start : part.end]))
    starts = [part.start, *(part.start + word.start for word in words[MOST_WORDS::MOST_WORDS])]
    for start, end in zip(starts, [*starts[1:], part.end], strict=True):
        text = report.text[start:end]
        if text.strip():
            yield report.span(start, start + len(text.rstrip()))


def _claim(claim: Claim, about: _About) -> Passage:
    worded = about.statements[claim.worded_by]
    made = [about.statements[one] for one in claim.appearances if one in about.statements]
    first = about.statements.get(claim.first_appearance, worded)
    speakers = dict.fromkeys(name for one in made for name in about.speakers(one))
    return Passage(
        kind="claim",
        subject=claim.id,
        text=claim.text,
        spans=worded.content,
        story=about.story,
        report=worded.report,
        outlets=about.outlets([one.report for one in made]),
        speakers=tuple(speakers),
        names=about.names_in(worded.content),
        day=about.day(first.report),
        weight=min(1.0, claim.counts.outlets / _MANY),
    )


def _is_quote(statement: Statement) -> bool:
    return statement.voice in {"direct", "mixed"} and statement.source is not None


def _quote(statement: Statement, about: _About) -> Passage:
    return Passage(
        kind="quote",
        subject=statement.id,
        text=statement.text,
        spans=statement.content,
        story=about.story,
        report=statement.report,
        outlets=about.outlets([statement.report]),
        speakers=about.speakers(statement),
        names=about.names_in(statement.content),
        day=about.day(statement.report),
        weight=0.8,
    )


def _name(entity: Entity, about: _About) -> Passage:
    """Give a name with its other spellings and what its bearer is called."""
    others = [alias for alias in entity.aliases if alias != entity.name]
    described = [entity.description] if entity.description else []
    first = entity.mentions[0]
    return Passage(
        kind="name",
        subject=entity.id,
        text=" · ".join([entity.name, *described, *others]),
        spans=entity.mentions[:1],
        story=about.story,
        report=first.report,
        outlets=about.outlets([span.report for span in entity.mentions]),
        names=tuple(dict.fromkeys((entity.name, *entity.aliases))),
        day=about.day(first.report),
        weight=min(1.0, len(entity.mentions) / _MANY),
    )
