"""Wire services: who they are and how their copy is signed."""

from dataclasses import dataclass
from functools import cache

from stemma.read.tables import read_table, split_cell


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
        for name, short, forms, country, domains in read_table("agencies.tsv", columns=5)
    )


@cache
def agency_named(form: str) -> Agency | None:
    """Give the agency that is written so; case does not matter."""
    return _by_form().get(form.strip().casefold())


@cache
def _by_form() -> dict[str, Agency]:
    return {form.casefold(): agency for agency in reversed(agencies()) for form in agency.forms}


def _longest_first(form: str) -> tuple[int, str]:
    return -len(form), form
