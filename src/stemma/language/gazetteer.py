"""Tables of countries, regions, cities and titles, for every stage that must know them."""

from dataclasses import dataclass
from functools import cache

from stemma.tables import read_lines, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory: ``code`` is ISO 3166-1 alpha-2 (XK: Kosovo, SU: Soviet Union)."""

    code: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


def read_words(name: str) -> frozenset[str]:
    """Read the table ``tables/<name>.txt``: one entry a line, remarks after ``#``."""
    return frozenset(read_lines("stemma.language", f"{name}.txt"))


@cache
def countries() -> tuple[Country, ...]:
    """Give every country, in the order of the table."""
    found: list[Country] = []
    rows = read_table("stemma.language", "countries.tsv")
    for code, name, other, demonyms, capitals in rows:
        found.append(
            Country(
                code=code,
                name=name,
                other_names=_listed(other),
                demonyms=_listed(demonyms),
                capitals=_listed(capitals),
            )
        )
    return tuple(found)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def country_names() -> dict[str, str]:
    """Map every name of a country to its code."""
    return {
        name: country.code
        for country in countries()
        for name in (country.name, *country.other_names)
    }


@cache
def capitals() -> dict[str, str]:
    """Map every seat of government to the code of its country ("Kyiv" to UA)."""
    return {name: country.code for country in countries() for name in country.capitals}


@cache
def demonyms() -> dict[str, str]:
    """Map every demonym to the code of its country; of two countries, to the first."""
    found: dict[str, str] = {}
    for country in countries():
        for demonym in country.demonyms:
            found.setdefault(demonym, country.code)
    return found


@cache
def regions() -> frozenset[str]:
    """Give continents, regions, states, provinces and seas."""
    return read_words("regions")


@cache
def cities() -> frozenset[str]:
    """Give cities and city quarters that are no capitals."""
    return read_words("cities")


@cache
def titles() -> frozenset[str]:
    """Give words before a person's name that are not part of it, lower case."""
    return read_words("titles")
