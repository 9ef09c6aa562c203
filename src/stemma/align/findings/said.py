"""Quotations with the speakers whom reports name for them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from stemma.align.findings.comparison import content
from stemma.align.findings.quotes import Quote
from stemma.align.findings.story_view import Appearance, StoryView
from stemma.model import Source

_RUN = 8
"""Words in a row by which two quotations are one."""

_LEAST_CONTENT = 3
_NAMED = frozenset({"organisation", "person"})


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with the speaker to whom its report gives it."""

    quote: Quote
    appearance: Appearance
    source: Source

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.quote.span.report

    @property
    def speaker(self) -> str:
        """The id of the speaker's entity, or his name."""
        return self.source.entity or self.source.name


def find_same_words(view: StoryView) -> Iterator[tuple[Said, Said, list[Said]]]:
    """Give the pairs of quotations of two reports that are one, and all that share their words.

    Two quotations are one where they have eight words in a row in common. Those of nobody known
    are left out.
    """
    by_run: defaultdict[tuple[str, ...], list[Said]] = defaultdict(list)
    for said in _all_said(view):
        for run in sorted(_runs(said.quote.words)):
            by_run[run].append(said)
    for same in by_run.values():
        for one, other in combinations(same, 2):
            if one.report != other.report:
                yield one, other, same


def _all_said(view: StoryView) -> Iterator[Said]:
    for appearance in view.all_appearances():
        statement = appearance.statement
        source = statement.source
        if source is None or source.entity is None or statement.via:
            continue
        if source.kind not in _NAMED or statement.voice not in {"direct", "mixed"}:
            continue
        for quote in view.quotes_in(statement.report):
            if any(span.overlaps(quote.span) for span in statement.content):
                yield Said(quote, appearance, source)


def _runs(said: tuple[str, ...]) -> set[tuple[str, ...]]:
    runs = {said[at : at + _RUN] for at in range(len(said) - _RUN + 1)}
    return {run for run in runs if all(run) and len(content(run)) >= _LEAST_CONTENT}
