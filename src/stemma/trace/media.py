"""Outlets and agencies under one name each, however reports write them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from stemma.language.gazetteer import country_names, demonyms
from stemma.model import Report

_WORDS = re.compile(r"[\w-]+")
_PROPER = re.compile(r"[A-Z][\w'’.&-]*(?: (?:of |the |and |& )*[A-Z][\w'’.&-]*)*")
_GENERIC = re.compile(r"\b(?:media|press|newspapers|outlets|reports)\b")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Medium:
    """A wire service or an outlet."""

    name: str
    is_agency: bool


@cache
def _agencies() -> dict[str, str]:
    """Give the agency for each form of its name."""
    text = files("stemma.trace").joinpath("tables", "agencies.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {form: name for name, forms in rows for form in (name, *forms.split("|"))}


def find_agency(name: str) -> Medium | None:
    """Give the agency that a name is or holds ("the country's KCNA news agency"), or None."""
    words = _WORDS.findall(name)
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            found = _agencies().get(" ".join(words[first : first + length]))
            if found is not None:
                return Medium(name=found, is_agency=True)
    return None


def find_medium(name: str, reports: Iterable[Report]) -> Medium | None:
    """Give the agency or outlet that a source's words name; None for "local media".

    Words around the proper name are left out ("the state-run Daily Ledger newspaper"); an
    outlet gets the name that a report of the story has for it.
    """
    agency = find_agency(name)
    if agency is not None:
        return agency
    proper = max(_PROPER.findall(name), key=len, default="").removeprefix("The ")
    if not proper or _GENERIC.search(name) or _is_country(proper):
        return None
    for outlet in sorted({report.outlet for report in reports if report.outlet}):
        if _bare(outlet) == _bare(proper):
            return Medium(name=outlet, is_agency=False)
    return Medium(name=proper, is_agency=False)


def _is_country(name: str) -> bool:
    return name in country_names() or name in demonyms()


def is_same(name: str, report: Report) -> bool:
    """Tell whether a medium is the report's own outlet or agency."""
    own = {_bare(one) for one in (report.outlet, report.agency) if one}
    bare = _bare(name)
    return bare in own or any(bare in one.split() for one in own)


def _bare(name: str) -> str:
    return name.strip().casefold().removeprefix("the ").removesuffix(" news agency").strip()
