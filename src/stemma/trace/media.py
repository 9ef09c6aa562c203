"""Outlets and agencies under one name each, however reports write them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from stemma.language.gazetteer import country_names, demonyms
from stemma.model import Report, Source
from stemma.press.agencies import agencies
from stemma.press.outlets import is_known_outlet, outlet_named

_WORDS = re.compile(r"[\w-]+")
_PROPER = re.compile(r"[A-Z][\w'’.&-]*(?: (?:of |the |and |& )*[A-Z][\w'’.&-]*)*")
_GENERIC = re.compile(r"\b(?:media|press|newspapers|outlets|reports)\b")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_KINDS = frozenset(
    {"Channel", "Daily", "Magazine", "Newspaper", "Paper", "Radio", "Television", "Website"}
)
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

    def find(self, name: str, *, within: str = "") -> Medium | None:
        """Give the agency or outlet that a source's words name; None for "local media".

        Words around the proper name are left out ("the state-run Daily Ledger newspaper"); an
        outlet gets the name that a report of the story has for it, or the one it is known by. A
        last word ("the Times") means the outlet whose full name stands in the text ``within``.
        """
        agency = self.find_agency(name)
        if agency is not None:
            return agency
        if _DOMAIN.fullmatch(name):
            return self._medium(outlet_named(name).name)
        proper = max(_PROPER.findall(name), key=len, default="").removeprefix("The ")
        if not proper or _GENERIC.search(name) or _is_country(proper) or proper in _KINDS:
            return None
        return self._medium(self._written_out(proper, within))

    def is_outlet(self, source: Source, report: Report) -> bool:
        """Tell whether a source is an outlet, also where it was read as some body.

        That is so for "The Ledger", which the tables know, where its report writes the article.
        """
        if source.kind != "organisation" or not self.knows(source.name):
            return source.kind == "outlet"
        near = len("the ")
        return any(
            "the " in report.text[max(0, span.start - near) : span.start + near].casefold()
            for span in source.spans
        )

    def recognise(self, name: str, *, within: str) -> Medium | None:
        """Give the agency or outlet of this very name; None where nothing knows it as one.

        A single word that is also a plain one ("Time", "People") is known only to a story that
        has a report of that outlet, or by its full name in the text ``within``.
        """
        if name in self.agencies:
            return Medium(name=self.agencies[name], is_agency=True)
        full = self._written_out(name.removeprefix("The "), within)
        if not self.knows(full):
            return None
        plain = " " not in full and not full.isupper() and _bare(full) not in self.outlets
        return None if plain else self._medium(full)

    def knows(self, name: str) -> bool:
        """Tell whether the story has a report of this outlet, or the tables have the name."""
        return _bare(name) in self.outlets or is_known_outlet(name)

    def _medium(self, name: str) -> Medium:
        """Give the medium of a name: the story has its own name for an outlet, or the tables."""
        if _bare(name) in self.outlets:
            return Medium(name=self.outlets[_bare(name)], is_agency=False)
        if not is_known_outlet(name):
            return Medium(name=name, is_agency=False)
        known = outlet_named(name)
        if known.agency is not None:
            return Medium(name=known.agency, is_agency=True)
        return Medium(name=self.outlets.get(_bare(known.name), known.name), is_agency=False)

    def _written_out(self, name: str, text: str) -> str:
        """Give the full name in a text that ends with a single word; the word where none does."""
        if " " in name:
            return name
        for full in _PROPER.findall(text):
            parts = full.split()
            for first in range(len(parts) - 1 if parts[-1] == name else 0):
                bare = " ".join(parts[first:]).removeprefix("The ").removeprefix("the ")
                if " " in bare and self.knows(bare):
                    return bare
        return name


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
