"""Outlets and agencies under one name each, however reports write them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from stemma.model import Report


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Medium:
    """A wire service or an outlet."""

    name: str
    is_agency: bool


@cache
def _agencies() -> dict[str, str]:
    """Give the agency for each form of its name, case folded."""
    text = files("stemma.trace").joinpath("tables", "agencies.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {form.casefold(): name for name, forms in rows for form in (name, *forms.split("|"))}


def find_agency(name: str) -> Medium | None:
    """Give the agency that is written so, or None."""
    found = _agencies().get(_bare(name)) or _agencies().get(name.strip().casefold())
    return Medium(name=found, is_agency=True) if found else None


def find_medium(name: str, reports: Iterable[Report]) -> Medium:
    """Give the agency that is written so, or the outlet, as a report of the story names it."""
    agency = find_agency(name)
    if agency is not None:
        return agency
    bare = _bare(name)
    outlets = sorted({report.outlet for report in reports if report.outlet})
    for outlet in outlets:
        if _bare(outlet) == bare:
            return Medium(name=outlet, is_agency=False)
    return Medium(name=name.strip().removeprefix("the "), is_agency=False)


def is_same(name: str, report: Report) -> bool:
    """Tell whether a medium is the report's own outlet or agency."""
    own = {_bare(one) for one in (report.outlet, report.agency) if one}
    bare = _bare(name)
    return bare in own or any(bare in one.split() for one in own)


def _bare(name: str) -> str:
    return name.strip().casefold().removeprefix("the ").removesuffix(" news agency").strip()
