"""Reports that count killed or hurt people, beside somebody's word that there were none."""

import re
from collections.abc import Iterator, Sequence

from stemma.align.findings.figures import told
from stemma.align.findings.matters import SAME_NEWS, Given, all_kinds, days_between
from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import Appearance, StoryView, called
from stemma.model import Finding, Span, digest

_WEIGHT = 0.82
_SHOWN = 3
_NOBODY = re.compile(
    r"\b(?:no[ -]?one|nobody|no (?:civilian|employee|passenger|people|person|resident|worker)s?)"
    r"\b (?:got|(?:has|have|had) been|is|are|was|were) (?P<fate>harmed|hurt|injured|killed|wounded)"
    r"\b|\bno (?P<what>deaths|fatalities|injuries)\b(?! to\b)",
    re.IGNORECASE,
)
"""Not what is left open ("no immediate reports"), nor what a part of them were spared."""

_OF_ANOTHER = re.compile(r"\b(?:another|earlier|else|other|previous|second|third)\b", re.IGNORECASE)
_DEAD = frozenset({"deaths", "fatalities", "killed"})


def find_nobody(view: StoryView) -> Iterator[Finding]:
    """Find where one says that nobody was killed or hurt, and other outlets count who was.

    What a report says of its own accord while it counts them itself is of something else.
    """
    sayings = [
        (appearance, match)
        for appearance in view.all_appearances()
        if appearance.statement.act == "assertion"
        and (match := _NOBODY.search(appearance.statement.text)) is not None
        and not _OF_ANOTHER.search(appearance.statement.text)
    ]
    counted = _counted(view) if sayings else []
    for appearance, match in sayings:
        statement = appearance.statement
        words = (match["fate"] or match["what"]).casefold()
        fate = "dead" if words in _DEAD else "hurt"
        known = [given for given in counted if given.fate == fate]
        own = [given for given in known if given.report == appearance.report.id]
        others = [
            given
            for given in known
            if given.appearance.report.name != appearance.report.name
            and days_between(given.appearance, appearance) <= SAME_NEWS
        ]
        if others and (statement.source is not None or not own):
            yield _finding(view, appearance, match[0], others)


def _counted(view: StoryView) -> list[Given]:
    """Give the figures of at least one, of whom it is told what became of them."""
    return [
        given
        for kind in all_kinds(view)
        for given in kind
        if given.fate and given.figure.value >= 1 and given.figure.unit is None
    ]


def _finding(
    view: StoryView, appearance: Appearance, words: str, others: Sequence[Given]
) -> Finding:
    statement = appearance.statement
    text = appearance.report.text
    start = text.index(words, statement.content[0].start)
    span = Span(report=statement.report, start=start, end=start + len(words))
    source = "" if statement.source is None else f" (on the word of {called(statement.source)})"
    first = {given.report: given for given in reversed(others)}
    shown = sorted(first.values(), key=lambda given: given.figure.id)[:_SHOWN]
    figures = "; ".join(told(view, [given]) for given in shown)
    claims = {view.claim_of(one.statement) for one in (appearance, *(g.appearance for g in shown))}
    return Finding(
        id=digest("finding", "figure_conflict", str(span), *(one.figure.id for one in shown)),
        kind="figure_conflict",
        message=f"The figures differ: {quoted(words)} in {view.name(span.report)}{source}; "
        f"{figures}.",
        weight=_WEIGHT,
        evidence=(span, *(given.figure.span for given in shown)),
        values=(words, *(view.words(given.figure.span) for given in shown)),
        claims=tuple(sorted(claim for claim in claims if claim is not None)),
    )
