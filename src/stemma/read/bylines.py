"""Names of authors as metadata give them -> people."""

import re
from collections.abc import Iterable

from stemma.read.agencies import agency_named
from stemma.read.lines import one_line
from stemma.read.outlets import is_known_outlet

_BY = re.compile(r"^\s*by\b[:\s]+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\||\band\b|&)\s*")
_DEGREES = re.compile(r"(?:,?\s+(?:[A-Z]{2,5}|Ph\.?D\.?|M\.?D\.?|Jr\.?(?=,)))+$")
_AFTER = re.compile(r"\s*(?:\||,|\s-\s|\bfor\s+[A-Z]|\s(?:Published|Updated|Link Copied)\b).*$")
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
    """Give people's names, each once: no desks, no outlets (``sites`` among them), no degrees.

    Agencies stay: an agency that is named as author is the plainest of credits.
    """
    own = {site.casefold().removeprefix("the ") for site in sites if site}
    tidied = (_AFTER.sub("", _DEGREES.sub("", one_line(name))) for name in names)
    return tuple(dict.fromkeys(name for name in tidied if _is_person_or_agency(name, own)))


def _is_person_or_agency(name: str, own: set[str]) -> bool:
    if agency_named(name):
        return True
    if not name or len(name) > _LONGEST_NAME or _NO_PERSON.search(name):
        return False
    return name.casefold().removeprefix("the ") not in own and not is_known_outlet(name)
