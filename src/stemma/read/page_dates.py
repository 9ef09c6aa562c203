"""When a page came out: what it declares, held against what it shows its readers."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone

from stemma.read.draft import DateCandidate
from stemma.read.extraction import find_date
from stemma.read.linked_data import LinkedArticle
from stemma.read.markup import Element
from stemma.read.page_metadata import PageMetadata
from stemma.read.shown_dates import Shown, shown_dates

_EAST, _WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
_LENGTH = len("2031-05-12")
_SHOWN = "the date beside the headline"
_CHANGED = "the day of its last change, the only one that the page shows"


def find_dates(
    tree: Element,
    linked: LinkedArticle,
    metadata: PageMetadata,
    *,
    title: str | None,
    url: str | None,
) -> tuple[DateCandidate, ...]:
    """Give the dates of a page, the most trusted first.

    The page declares a date in JSON-LD or meta tags and shows one beside its headline. Where the
    two are the same moment, the day shown is the outlet's own, whatever day it was in UTC. Where
    the page shows only the day of its last change, that is the date: what stands there may have
    been written then. A page that declares none is dated by what it shows, and only then by a
    look through its markup. The look is htmldate's, which may load the languages of a date
    parser: seconds, once.
    """
    shown = shown_dates(tree, title)
    declared = _once(
        (
            (linked.published, "the page's JSON-LD (datePublished)"),
            (metadata.published, "the page's meta tags"),
        )
    )
    if not declared:
        seen = _as_shown(shown)
        found = None if seen else find_date(tree, url=url)
        return seen or _once([(found, "the page's markup, read by htmldate")])
    days = {day for one in shown for day in one.days}
    borne_out = [one for one in declared if _day(one.value) in days]
    if not days or borne_out:
        return tuple(sorted(declared, key=lambda one: bool(borne_out) and one not in borne_out))
    changed = _once(
        (
            (linked.changed, f"the page's JSON-LD (dateModified), {_CHANGED}"),
            (metadata.changed, f"the page's meta tags, {_CHANGED}"),
        )
    )
    first = _elsewhere(declared, shown) or [one for one in changed if _day(one.value) in days]
    return (*first, *declared)


def _once(dates: Iterable[tuple[str | None, str]]) -> tuple[DateCandidate, ...]:
    """Give the dates there are, each with the first place that gives it."""
    found: dict[str, str] = {}
    for value, basis in dates:
        if value:
            found.setdefault(value, basis)
    return tuple(DateCandidate(value, basis) for value, basis in found.items())


def _as_shown(shown: Sequence[Shown]) -> tuple[DateCandidate, ...]:
    """Give the first clear date beside the headline, of a change where there is no other."""
    for one in sorted(shown, key=lambda one: one.updated):
        day = one.day
        if day is None:
            continue
        machine = one.machine if one.machine and _day(one.machine) == day else None
        return (DateCandidate(machine or day.isoformat(), _SHOWN),)
    return ()


def _elsewhere(declared: Sequence[DateCandidate], shown: Sequence[Shown]) -> list[DateCandidate]:
    """Give the declared moment on the day that it was where the outlet is, if the page shows it."""
    for candidate in declared:
        moment = _moment(candidate.value)
        if moment is None:
            continue
        possible = {moment.astimezone(zone).date() for zone in (_EAST, UTC, _WEST)}
        for one in shown:
            if one.updated or one.day is None or one.day not in possible:
                continue
            machine = one.machine or ""
            local = _day(machine) == one.day and _moment(machine) == moment
            value = machine if local else one.day.isoformat()
            return [DateCandidate(value, f"{candidate.basis}, on {_SHOWN}")]
    return []


def _moment(value: str) -> datetime | None:
    """Give the instant of a date with a clock time and a zone; None for any other."""
    if "T" not in value:
        return None
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else None


def _day(value: str) -> date | None:
    """Give the day of a date in EDTF, None where it is no day."""
    return date.fromisoformat(value[:_LENGTH]) if len(value) >= _LENGTH else None
