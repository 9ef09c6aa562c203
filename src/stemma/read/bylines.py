"""Names of authors as metadata give them -> people."""

import re
from collections.abc import Iterable, Iterator

from stemma.press.agencies import agency_named
from stemma.press.outlets import is_known_outlet
from stemma.read.lines import one_line

_BY = re.compile(r"^\s*(?:by|por|par)\b[:\s]+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\||\band\b|&)\s*")
_DEGREES = re.compile(r"(?:,?\s+(?:[A-Z]{2,5}|Ph\.?D\.?|M\.?D\.?|Jr\.?(?=,)))+$")
_BOTH = re.compile(r"\s+(?:and|&)\s+")
_DIVIDED = re.compile(r"\s*(?:\||,|/|\s-\s)\s*")
_STAFF = re.compile(r"\s+(?:staff|editorial|reporters?|writers?|journalists?)$", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:for\s+[A-Z]|(?:Published|Updated|Link Copied)\b).*$")
_NO_PERSON = re.compile(
    r"https?:|@|\w\.(?:com|co|org|net|in|uk)\b|\d|^\W+\w|^the\s|^\S*$"
    r"|\b(?:staff|desk|team|editors?|editorial|reporters?|correspondents?|redazione|newsroom|admin"
    r"|unknown|null|none|undefined|sponsored|updated|published|bureau)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 60


def split_names(byline: str) -> tuple[str, ...]:
    """Give the names of a byline ("By Ann Ox and Bo Ely"), without what is plainly no name."""
    return tidy_names(_AND.split(_BY.sub("", one_line(byline))))


def tidy_names(names: Iterable[str], *, sites: Iterable[str | None] = ()) -> tuple[str, ...]:
    """Give people and agencies, each once: no desks, no outlets (``sites`` too), no degrees.

    Agencies stay, by the name that the tables give them: an agency that is named as author, or
    behind one ("Ann Ox, Associated Press"), is the plainest of credits.
    """
    own = {site.casefold().removeprefix("the ") for site in sites if site}
    each = (name for several in names for name in _BOTH.split(one_line(several)))
    found = (kept for name in each for kept in _tidy(name, own))
    return tuple(dict.fromkeys(found))


def _tidy(name: str, own: set[str]) -> Iterator[str]:
    first, *others = _DIVIDED.split(_BY.sub("", name))
    person = _AFTER.sub("", first if first.isupper() else _DEGREES.sub("", first))
    person = person.title() if person.isupper() else person
    for part in (_STAFF.sub("", first), *others):
        if agency := agency_named(part):
            yield agency.name
    if not agency_named(_STAFF.sub("", first)) and _is_person(person, own):
        yield person


def _is_person(name: str, own: set[str]) -> bool:
    if len(name) > _LONGEST_NAME or _NO_PERSON.search(name):
        return False
    return name.casefold().removeprefix("the ") not in own and not is_known_outlet(name)
