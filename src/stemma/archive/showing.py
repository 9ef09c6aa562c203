"""Showing what a store holds as the coverage that every format is written from."""

from dataclasses import dataclass

from stemma.archive.decisions import find_latest
from stemma.archive.held import find_reports
from stemma.archive.naming import Place, locate
from stemma.errors import UsageError
from stemma.model import Coverage, Report, Revision
from stemma.stores import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of an article, and when it came (UTC, ISO 8601)."""

    report: Report
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The versions of an article that are held, the earliest first.

    ``revisions`` tell what changed from each to the next; one is missing where the story has not
    been told since. ``story`` is the id of the story, None where it is in none.
    """

    versions: tuple[Version, ...]
    revisions: tuple[Revision, ...]
    story: str | None


def cover_story(ledger: Ledger, place: Place) -> Coverage:
    """Give the story that something is in, as ``stemma report`` would of these reports alone.

    Raises:
        UsageError: It is in no story, or the story has not been told yet.
    """
    told = ledger.stories.find(place.story) if place.story else None
    if told is None:
        message = f"no story is told of {place.id!r}: run 'stemma refresh'"
        raise UsageError(message)
    reports = find_reports(ledger, told)
    return Coverage(
        reports=tuple(reports[name] for name in told.versions), failures=(), stories=(told,)
    )


def show(ledger: Ledger, name: str) -> tuple[Place, Coverage]:
    """Find something by its id, and give the story that it is in.

    A report in no story comes alone: an earlier version, or one in another language.

    Raises:
        UsageError: Nothing is named so, or its story has not been told yet.
    """
    place = locate(ledger, name)
    held = ledger.reports.find(place.id) if place.story is None else None
    if held is not None:
        return place, Coverage(reports=(held.report,), failures=(), stories=())
    return place, cover_story(ledger, place)


def find_article(ledger: Ledger, report: str) -> Article:
    """Give all versions of the article that a report is a version of.

    Raises:
        UsageError: There is no such report.
    """
    latest = find_latest(ledger, report)
    if latest is None:
        message = f"there is no report {report!r}"
        raise UsageError(message)
    chain = [*(pair.revised.earlier for pair in ledger.revisions.behind([latest])), latest]
    held = {one.report.id: one for one in ledger.reports.several(chain)}
    home = ledger.stories.of_report(latest)
    told = ledger.stories.find(home) if home and len(chain) > 1 else None
    return Article(
        versions=tuple(Version(report=held[name].report, seen=held[name].seen) for name in chain),
        revisions=tuple(one for one in (told.revisions if told else ()) if one.earlier in chain),
        story=home,
    )


def find_raw(ledger: Ledger, report: str) -> bytes:
    """Give the bytes that a report was read from.

    Raises:
        UsageError: There is no such report.
    """
    held = ledger.reports.find(report)
    content = ledger.raws.content(held.raw) if held else None
    if content is None:
        message = f"there is no report {report!r}"
        raise UsageError(message)
    return content
