"""Small lists of function words, kept beside the code in ``tables/words.tsv``."""

from functools import cache

from stemma.tables import read_table


@cache
def _lists() -> dict[str, frozenset[str]]:
    rows = read_table("stemma.extract", "words.tsv", columns=2)
    return {name: frozenset(listed.split()) for name, listed in rows}


def words(name: str) -> frozenset[str]:
    """Give the list of this name, lower case, apostrophes straight."""
    return _lists()[name]
