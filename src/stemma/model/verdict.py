"""A verdict: a person's decision, which no machine overwrites."""

from dataclasses import dataclass
from typing import Literal

from stemma.model.ids import digest
from stemma.model.report import Report
from stemma.model.span import Span

_BEFORE = 40

VerdictKind = Literal[
    "same_story",
    "different_story",
    "same_claim",
    "different_claim",
    "speaker",
    "not_speaker",
    "own_origin",
    "taken_from",
    "same_name",
    "different_name",
    "undo",
]
"""What was decided: about two reports, two statements, the speaker of a statement, the origin of a
report, or two names; ``undo`` takes another verdict back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words that a verdict is about, so written down that they can be found again.

    ``words`` are those of the span when it was decided, ``before`` is what stood before them
    in the text, at most 40 code points; ``article`` is the id of the report's article. A report
    as a whole is anchored at its headline, or its first line.
    """

    span: Span
    words: str
    before: str
    article: str


def anchor(report: Report, span: Span) -> Anchor:
    """Write down the words of a span so that they can be found again."""
    return Anchor(
        span=span,
        words=span.of(report.text),
        before=report.text[max(0, span.start - _BEFORE) : span.start],
        article=report.article_id,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One decision. Verdicts are never changed nor deleted: a later one can undo an earlier.

    ``subject`` has two anchors where two things are compared, and for a report that takes from
    another (the taker first), else one; a report that is not of a story stands before all reports
    of that story. An ``undo`` has none, and ``undoes`` is the id of what it takes back.
    ``answer`` is the name of the speaker, None for nobody, or of the outlet or agency that a
    report takes from. ``at`` is UTC, ISO 8601 with seconds and ``Z``.
    """

    kind: VerdictKind
    author: str
    at: str
    reason: str | None = None
    subject: tuple[Anchor, ...] = ()
    answer: str | None = None
    undoes: str | None = None

    @property
    def id(self) -> str:
        """Name the verdict by its content."""
        anchored = (
            part
            for anchor in self.subject
            for part in (anchor.span.report, anchor.span.start, anchor.span.end, anchor.words)
        )
        return digest(
            "verdict",
            self.kind,
            self.author,
            self.at,
            self.reason,
            self.answer,
            self.undoes,
            *anchored,
        )
