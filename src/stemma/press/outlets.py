"""Outlets: who printed it, and the owner group it belongs to."""

import re
from dataclasses import dataclass
from functools import cache

from stemma.press.addresses import host_of, registered_domain
from stemma.press.agencies import agencies, agency_named
from stemma.tables import read_table, split_cell

_ARTICLE = re.compile(r"^the\s+")
_NO_WORD = re.compile(r"[\W_]+")
_DOMAIN = re.compile(r"^[a-z0-9-]+(?:\.[a-z0-9-]+)+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who printed it; ``family`` is the owner group, the outlet itself where none is known.

    ``agency`` is set where the outlet is itself a wire service.
    """

    name: str
    family: str
    agency: str | None = None


@cache
def outlet_at(address: str) -> Outlet | None:
    """Give the outlet at an address or domain; the longest entry that fits wins.

    A domain that is in no table makes an outlet of its own, named by what was registered. None
    for what is no address.
    """
    host = host_of(address)
    if not host or "." not in host or host.rsplit(".", 1)[1].isdigit():
        return None
    labels = host.split(".")
    for first in range(len(labels) - 1):
        known = _by_domain().get(".".join(labels[first:]))
        if known:
            return known
    domain = registered_domain(address) or host
    return Outlet(name=domain, family=domain)


@cache
def outlet_named(name: str) -> Outlet:
    """Give the outlet of this name; case and a leading "The" do not matter.

    A name that is in no table makes an outlet of its own.
    """
    known = _by_name().get(_key(name))
    if known:
        return known
    if _DOMAIN.match(name.strip()):
        return outlet_at(name.strip()) or Outlet(name=name, family=name)
    agency = agency_named(name)
    return Outlet(name=name.strip(), family=name.strip(), agency=agency.name if agency else None)


@cache
def is_known_outlet(name: str) -> bool:
    """Tell whether the tables have an outlet of this name."""
    return _key(name) in _by_name()


@cache
def _rows() -> tuple[tuple[Outlet, tuple[str, ...], tuple[str, ...]], ...]:
    """Give (outlet, domains, names) of both tables."""
    rows = [
        (
            Outlet(name=agency.name, family=agency.name, agency=agency.name),
            agency.domains,
            agency.forms,
        )
        for agency in agencies()
    ]
    for name, domains, family, other_names in read_table("stemma.press", "outlets.tsv", columns=4):
        agency = agency_named(name)
        outlet = Outlet(name=name, family=family or name, agency=agency.name if agency else None)
        rows.append((outlet, split_cell(domains), (name, *split_cell(other_names))))
    return tuple(rows)


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet, domains, _ in _rows() for domain in domains}


@cache
def _by_name() -> dict[str, Outlet]:
    return {_key(name): outlet for outlet, _, names in reversed(_rows()) for name in names}


def _key(name: str) -> str:
    return _NO_WORD.sub("", _ARTICLE.sub("", name.strip().casefold()))
