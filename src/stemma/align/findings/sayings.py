"""Quotations that reports date differently: "said in November", "in December … said"."""

from collections.abc import Iterator
from datetime import date

from stemma.align.findings.quoting import quoted
from stemma.align.findings.said import Said, find_same_words
from stemma.align.findings.story_view import StoryView, called
from stemma.align.findings.times import PLAIN_DATE
from stemma.model import Finding, Moment, digest

_WEIGHT = 0.82
_DAY = len("2024-11-05")


def find_moved_sayings(view: StoryView) -> Iterator[Finding]:
    """Find quotations of one speaker that reports put in other years, months or on other days.

    Compared are the dates of the sentences that hold the quotations, outside of what is said,
    where there is one alone.
    """
    told: set[str] = set()
    for one, other, _ in find_same_words(view):
        left, right = _said_on(view, one), _said_on(view, other)
        if one.speaker != other.speaker or one.speaker in told or left is None or right is None:
            continue
        if _differ(left.value or "", right.value or ""):
            told.add(one.speaker)
            yield _finding(view, one, left, right)


def _differ(left: str, right: str) -> bool:
    """Compare at the coarser of two dates; neighbouring days may come from time zones."""
    size = min(len(left), len(right))
    if size < _DAY:
        return left[:size] != right[:size]
    return abs((date.fromisoformat(left[:size]) - date.fromisoformat(right[:size])).days) > 1


def _said_on(view: StoryView, said: Said) -> Moment | None:
    statement = said.appearance.statement
    cue = statement.cue or said.quote.span
    sentence = view.sentence(cue)
    dates = [
        moment
        for moment in said.appearance.piece.moments
        if moment.span.overlaps(sentence)
        and not any(span.overlaps(moment.span) for span in statement.content)
    ]
    if len(dates) != 1 or dates[0].kind != "date":
        return None
    plain = PLAIN_DATE.fullmatch(dates[0].value or "")
    return dates[0] if plain and dates[0].anchor != "none" else None


def _finding(view: StoryView, said: Said, left: Moment, right: Moment) -> Finding:
    told = ", ".join(
        f"{view.name(one.span.report)} has {quoted(view.words(one.span))} ({one.value})"
        for one in (left, right)
    )
    claim = view.claim_of(said.appearance.statement)
    return Finding(
        id=digest("finding", "date_conflict", str(left.span), str(right.span)),
        kind="date_conflict",
        message=(
            f"The dates differ on which {called(said.source)} said "
            f"{quoted(said.quote.text)}: {told}."
        ),
        weight=_WEIGHT,
        evidence=(left.span, right.span),
        values=(left.value or "", right.value or ""),
        claims=() if claim is None else (claim,),
    )
