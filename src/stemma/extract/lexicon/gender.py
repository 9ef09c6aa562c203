"""Gender, as words for somebody and first names tell it."""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from stemma.extract.lexicon.words import words
from stemma.tables import read_table

Gender = Literal["m", "f"]

MEN = words("gender.men")
WOMEN = words("gender.women")


def told_gender(roles: Iterable[str]) -> Gender | None:
    """Give the gender that words for somebody tell ("spokeswoman"), None for none or both."""
    listed = set(roles)
    man, woman = bool(listed & MEN), bool(listed & WOMEN)
    if man == woman:
        return None
    return "m" if man else "f"


def gender_of_first_name(name: str) -> Gender | None:
    """Give the gender that a first name tells, None for one that is not listed."""
    return _first_names().get(name)


@cache
def _first_names() -> dict[str, Gender]:
    rows = read_table("stemma.extract", "first_names.tsv")
    return {name: "m" if gender == "m" else "f" for name, gender in rows}
