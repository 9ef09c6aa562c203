"""Wire services: who they are and how their copy is signed."""

import re
from dataclasses import dataclass
from functools import cache

from stemma.tables import read_table, split_cell

_ARTICLE = re.compile(r"^(?:[Tt]he)\s+")
_FORM = re.compile(
    r"^(?:[A-Z][\w’'.-]*\s+(?:of\s+)?){1,4}"
    r"(?:Press (?:Agency|Association|Service)|News (?:Agency|Service)|News ?[Ww]ire|Wire Service)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A wire service.

    ``name`` is the one used everywhere; ``forms`` are all the ways reports write it, the name
    among them, longest first; ``short`` are the abbreviations that stand alone in a dateline or
    sign-off ("AP", "AFP") and are matched in capitals as they are written. ``country`` is ISO
    3166-1 alpha-2 or ``""`` for none.
    """

    name: str
    short: tuple[str, ...]
    forms: tuple[str, ...]
    country: str
    domains: tuple[str, ...]


@cache
def agencies() -> tuple[Agency, ...]:
    """Give every agency of ``tables/agencies.tsv``, in the order of the file."""
    return tuple(
        Agency(
            name=name,
            short=split_cell(short),
            forms=tuple(sorted({name, *split_cell(short), *split_cell(forms)}, key=_longest_first)),
            country=country,
            domains=split_cell(domains),
        )
        for name, short, forms, country, domains in read_table(
            "stemma.press", "agencies.tsv", columns=5
        )
    )


@cache
def agency_named(form: str) -> Agency | None:
    """Give the agency that is written so; case does not matter.

    A name that no table has is an agency's where its form says so ("Tarn Press Agency"); its
    initials are then its short form.
    """
    name = " ".join(form.split())
    known = _by_form().get(name.casefold())
    if known or not _FORM.match(name):
        return known
    initials = "".join(word[0] for word in _ARTICLE.sub("", name).split())
    return Agency(
        name=_ARTICLE.sub("", name),
        short=(initials,),
        forms=(name, initials),
        country="",
        domains=(),
    )


@cache
def _by_form() -> dict[str, Agency]:
    return {form.casefold(): agency for agency in reversed(agencies()) for form in agency.forms}


def _longest_first(form: str) -> tuple[int, str]:
    return -len(form), form
