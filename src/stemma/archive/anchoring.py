"""Finding the words that a decision holds on to."""

from collections.abc import Iterator, Sequence

from stemma.archive.decisions import find_latest
from stemma.archive.naming import Place, locate
from stemma.errors import UsageError
from stemma.model import Anchor, Report, Span, Story, anchor
from stemma.model.verdict import VerdictKind
from stemma.stores import Ledger


def anchor_names(ledger: Ledger, kind: VerdictKind, names: Sequence[str]) -> tuple[Anchor, ...]:
    """Find the words that a decision of a kind about some names holds on to.

    Raises:
        UsageError: A name stands for nothing, or for nothing that is decided so.
    """
    match kind:
        case "same_name" | "different_name":
            story, *printed = names
            anchors = tuple(_anchor_name(ledger, story, name) for name in printed)
        case "same_claim" | "different_claim" | "speaker" | "not_speaker":
            anchors = tuple(_anchor_statement(ledger, name) for name in names)
        case "different_story":
            anchors = tuple(_anchor_report(ledger, one) for one in _part(ledger, names))
        case _:
            anchors = tuple(_anchor_report(ledger, one) for one in _stand_for(ledger, kind, names))
    if len(set(anchors)) < len(anchors):
        message = f"{names[-2]!r} and {names[-1]!r} are one and the same"
        raise UsageError(message)
    return anchors


def _part(ledger: Ledger, names: Sequence[str]) -> list[Place]:
    """Give a report and those that it is parted from: of a story all, lest any go with it."""
    places = sorted(
        (locate(ledger, name) for name in names), key=lambda place: place.kind == "story"
    )
    first, *others = places
    if first.kind == "story":
        first, *_ = _members(ledger, first, beside=places)
    parted = [
        one
        for other in others
        for one in (_members(ledger, other, beside=places) if other.kind == "story" else [other])
    ]
    return [first, *parted]


def _stand_for(ledger: Ledger, kind: VerdictKind, names: Sequence[str]) -> Iterator[Place]:
    """Take a story for its first report that is not named itself."""
    places = [locate(ledger, name) for name in names]
    for place in places:
        is_story = place.kind == "story" and kind == "same_story"
        yield _members(ledger, place, beside=places)[0] if is_story else place


def _members(ledger: Ledger, story: Place, *, beside: Sequence[Place]) -> list[Place]:
    """Give the reports of a story that are not named themselves, itself where there are none."""
    named = {find_latest(ledger, place.id) for place in beside if place.kind == "report"}
    members = ledger.stories.members(ledger.stories.follow(story.id))
    return [
        Place(id=one, kind="report", story=story.id) for one in members if one not in named
    ] or [story]


def _anchor_report(ledger: Ledger, place: Place) -> Anchor:
    """Anchor a report at its headline, or its first line."""
    held = ledger.reports.find(place.id)
    if held is None:
        raise UsageError(_expected(place, "a report"))
    text = held.report.text
    parts = [one for one in held.report.parts if one.kind == "headline"]
    end = parts[0].end if parts else (text.find("\n") + 1 or len(text) + 1) - 1
    return anchor(held.report, held.report.span(parts[0].start if parts else 0, end))


def _anchor_statement(ledger: Ledger, name: str) -> Anchor:
    place = locate(ledger, name)
    story = _told(ledger, place)
    wanted = place.id
    for claim in story.claims:
        if claim.id == place.id:
            wanted = claim.worded_by
    for statement in story.statements:
        if statement.id == wanted:
            span = Span(
                report=statement.report,
                start=statement.content[0].start,
                end=statement.content[-1].end,
            )
            return anchor(_held(ledger, statement.report), span)
    raise UsageError(_expected(place, "a statement or a claim"))


def _anchor_name(ledger: Ledger, story: str, name: str) -> Anchor:
    """Find the first place where a story's reports print a name so."""
    place = locate(ledger, story)
    told = _told(ledger, place)
    for entity in told.entities:
        for span in entity.mentions:
            report = _held(ledger, span.report)
            if span.of(report.text).casefold() == name.strip().casefold():
                return anchor(report, span)
    message = f"no report of this story names {name!r}: write it as it is printed"
    raise UsageError(message)


def _told(ledger: Ledger, place: Place) -> Story:
    story = ledger.stories.find(place.story) if place.story else None
    if story is None:
        message = f"no story is told of {place.id!r}: run 'stemma refresh'"
        raise UsageError(message)
    return story


def _held(ledger: Ledger, report: str) -> Report:
    held = ledger.reports.find(report)
    if held is None:
        message = f"there is no report {report!r}"
        raise UsageError(message)
    return held.report


def _expected(place: Place, what: str) -> str:
    return f"{place.id} is a {place.kind}, and this is decided about {what}"
