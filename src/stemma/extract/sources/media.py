"""Outlets and agencies, told by their names."""

import re
from functools import cache

from stemma.extract.lexicon import words
from stemma.model import Report
from stemma.tables import read_lines

_KINDS = re.compile(
    r"\b(?:Times|Post|Herald|Tribune|Gazette|Chronicle|Journal|Daily|Weekly|Courier|Observer|"
    r"Telegraph|Broadcasting|Magazine|Newspaper|newspaper|magazine|news agency|News Agency|"
    r"newswire|Wire|broadcaster|Television|TV|Radio|Newswires|News Network|Press Agency)$"
)
_SHORT = re.compile(r"\(([A-Z]{2,6})\)")
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w’'.-]*\s+(?:of\s+)?){1,6}$")
_REACH = 80


@cache
def _media() -> frozenset[str]:
    return frozenset(read_lines("stemma.extract", "media.txt"))


def is_outlet(name: str, known: frozenset[str] = frozenset()) -> bool:
    """Tell whether a name is an outlet's or agency's: one of the table, or one like them.

    ``known`` are further names, those that the report itself tells.
    """
    bare = name.removeprefix("The ").removeprefix("the ")
    return bare in known or bare in _media() or _KINDS.search(bare) is not None


def is_agency(name: str) -> bool:
    """Tell whether an outlet's name is that of a wire service."""
    return not words("media.agencies").isdisjoint(name.lower().split())


def find_media(report: Report) -> frozenset[str]:
    """Give the outlets that a report tells by itself.

    They are its own outlet, the agencies it credits, in full and as the dateline has them
    ("(TNA)"), and short forms that it explains ("Tarn Press Agency (TPA)").
    """
    found = {report.outlet or "", report.agency or ""}
    for credit in report.credits:
        found.add(credit.agency)
        if credit.span is not None and credit.basis in ("dateline", "byline"):
            found.add(credit.span.of(report.text).strip("() "))
    for short in _SHORT.finditer(report.text):
        start = max(0, short.start() - _REACH)
        before = _NAME_BEFORE.search(report.text[start : short.start()])
        name = before.group().split() if before else []
        for at in range(len(name)):
            initials = "".join(word[0] for word in name[at:] if word[0].isupper())
            if initials == short.group(1) and is_outlet(" ".join(name[at:])):
                found.add(short.group(1))
    return frozenset(name.removeprefix("The ") for name in found if name)
