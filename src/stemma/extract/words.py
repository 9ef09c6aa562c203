"""Small lists of function words, kept beside the code in ``tables/words.tsv``."""

from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    table = files("stemma.extract") / "tables" / "words.tsv"
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, listed = line.partition("\t")
            found[name] = frozenset(listed.split())
    return found


def words(name: str) -> frozenset[str]:
    """Give the list of this name, lower case, apostrophes straight."""
    return _lists()[name]
