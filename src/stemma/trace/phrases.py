"""Set phrases by which a report says where it has something from: "obtained by the Lantern"."""

import re
from collections.abc import Iterator

from stemma.model import Report, Span
from stemma.trace.media import Media, Medium, is_same

_PLAIN_NAME = r"[A-Z][\w'.&-]*[\w&](?: (?:(?:of|the|and|&) )*[A-Z][\w.&-]*[\w&])*"
_NAME = rf"(?P<name>{_PLAIN_NAME})"
_THE = r"(?:[Tt]he )*"
_PIECE = r"(?:article|column|essay|interview|piece|post|report|story|version)"
_BEFORE = re.compile(
    r"\b(?:(?:obtained|seen|reviewed|viewed|reported|revealed|broken|published) (?:first )?by"
    r"|[Pp]er|[Aa]ccording to|[Cc]iting|told|[Ii]n an interview with"
    rf"|[Aa]ccording to (?:a|an) {_PIECE} (?:by|from|in|on)) {_THE}{_NAME}"
)
_AFTER = re.compile(
    rf"(?:\b[Tt]he )?\b{_NAME} "
    r"(?:says|said|reports|reported|writes|wrote|notes|noted|reveals|revealed|claims|claimed)\b"
    r"(?! in an? (?:statement|release|filing))"
)
_PRINTED = re.compile(
    r"\b(?:originally|first) (?:appeared|published|ran|printed|posted) (?:on|in|at|by) "
    rf"(?:[Tt]he )?(?P<name>[\w-]+(?:\.[\w-]+)+|{_PLAIN_NAME})"
)
_SAID_OF = re.compile(rf"\b{_PIECE}\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s? ")
_NEAR = 60


def find_cited(report: Report, media: Media) -> Iterator[tuple[Span, Medium]]:
    """Find the known media that set phrases name as where something is from.

    Only what stories or tables know as an outlet counts: "according to Bremmel" names none. A
    programme ("told Dale TV’s Today") is none either.
    """
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(report.text):
            start, end = match.span("name")
            medium = media.recognise(match["name"], within=report.text)
            if medium is None or is_same(medium.name, report):
                continue
            if _POSSESSIVE.match(report.text, end):
                continue
            yield report.span(start, end), medium


def find_first_printers(report: Report, media: Media) -> Iterator[tuple[Span, Medium]]:
    """Find the media in which the report says that it first appeared."""
    for match in _PRINTED.finditer(report.text):
        if not _is_of_report(report, match.start()):
            continue
        medium = media.find(match["name"], within=report.text)
        if medium is not None and not is_same(medium.name, report):
            yield report.span(*match.span()), medium


def _is_of_report(report: Report, at: int) -> bool:
    """Tell whether words speak of the report itself: by name, by its title, or as its last line."""
    line = report.text.rfind("\n", 0, at) + 1
    before = report.text[line:at]
    if _SAID_OF.search(before[-_NEAR:]):
        return True
    title = report.title or ""
    return before.strip() in {"", title.strip()} or "\n" not in report.text[at:].strip()
