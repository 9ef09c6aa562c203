"""A draft: an article as its format gives it, before page residue is cut."""

from dataclasses import dataclass
from typing import NamedTuple


class DateCandidate(NamedTuple):
    """A date that metadata give: EDTF level 1, and in plain English what it rests on."""

    value: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A format-independent article; every format makes one, and layout is told from it.

    ``lines`` are paragraphs in order, never empty, in NFC, with control, zero-width and bidi
    characters gone and blanks folded. They may begin with the headline again: ``title`` and
    ``standfirst`` are what metadata or markup declare, None where nothing does. ``published``
    are candidates, the most trusted first. ``outlet`` is the site's name or, failing that, its
    domain, as the metadata give it; ``agencies`` are wire services that metadata name as the
    copy's owner. ``crude`` marks plain text that a bad scraper may have left: its lines may hold
    page residue anywhere. ``cut`` are the lines that the format itself dropped, as (text, reason
    in plain English, index in ``lines`` of the line before which it stood).
    """

    path: str
    lines: tuple[str, ...]
    url: str | None = None
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    published: tuple[DateCandidate, ...] = ()
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    crude: bool = False
    cut: tuple[tuple[str, str, int], ...] = ()
