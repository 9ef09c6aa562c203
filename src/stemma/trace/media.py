"""Outlets and agencies under one name each, however reports write them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from stemma.language.gazetteer import country_names, demonyms
from stemma.model import Report
from stemma.press.agencies import agencies

_WORDS = re.compile(r"[\w-]+")
_PROPER = re.compile(r"[A-Z][\w'’.&-]*(?: (?:of |the |and |& )*[A-Z][\w'’.&-]*)*")
_GENERIC = re.compile(r"\b(?:media|press|newspapers|outlets|reports)\b")
_SHORTEST_ACRONYM = 2


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Medium:
    """A wire service or an outlet."""

    name: str
    is_agency: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """The agencies that are known, and those of a story, by each form of their names.

    ``outlets`` maps the outlets of the story's reports, case folded and without "the", to their
    names.
    """

    agencies: Mapping[str, str]
    outlets: Mapping[str, str]

    def find_agency(self, name: str) -> Medium | None:
        """Give the agency that a name is or holds ("the country's KCNA news agency")."""
        words = _WORDS.findall(name)
        for length in range(len(words), 0, -1):
            for first in range(len(words) - length + 1):
                found = self.agencies.get(" ".join(words[first : first + length]))
                if found is not None:
                    return Medium(name=found, is_agency=True)
        return None

    def find(self, name: str) -> Medium | None:
        """Give the agency or outlet that a source's words name; None for "local media".

        Words around the proper name are left out ("the state-run Daily Ledger newspaper"); an
        outlet gets the name that a report of the story has for it.
        """
        agency = self.find_agency(name)
        if agency is not None:
            return agency
        proper = max(_PROPER.findall(name), key=len, default="").removeprefix("The ")
        if not proper or _GENERIC.search(name) or _is_country(proper):
            return None
        return Medium(name=self.outlets.get(_bare(proper), proper), is_agency=False)


def know_media(reports: Iterable[Report]) -> Media:
    """Know the table's agencies, and those that the reports of a story credit or come from."""
    known = list(reports)
    agencies = dict(_table())
    named = {report.agency for report in known if report.agency} | {
        credit.agency for report in known for credit in report.credits
    }
    for name in sorted(named - set(agencies)):
        agencies.setdefault(name, name)
        acronym = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(acronym) > _SHORTEST_ACRONYM:
            agencies.setdefault(acronym, name)
    outlets = sorted({report.outlet for report in known if report.outlet})
    return Media(agencies=agencies, outlets={_bare(outlet): outlet for outlet in outlets})


def is_same(name: str, report: Report) -> bool:
    """Tell whether a medium is the report's own outlet or agency."""
    own = {_bare(one) for one in (report.outlet, report.agency) if one}
    bare = _bare(name)
    return bare in own or any(bare in one.split() for one in own)


@cache
def _table() -> dict[str, str]:
    """Give the agency for each form of its name."""
    return {form: agency.name for agency in reversed(agencies()) for form in agency.forms}


def _is_country(name: str) -> bool:
    return name in country_names() or name in demonyms()


def _bare(name: str) -> str:
    return name.strip().casefold().removeprefix("the ").removesuffix(" news agency").strip()
