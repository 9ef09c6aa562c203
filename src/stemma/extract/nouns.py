"""Nouns that speak, and what kind of source each is."""

from functools import cache
from importlib.resources import files

_ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("men", "man"), ("women", "woman"))


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    table = files("stemma.extract") / "tables" / "speaker_nouns.tsv"
    for line in table.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            noun, kind = line.split("\t")
            found[noun] = kind
    return found


def speaker_kind(word: str) -> str | None:
    """Give the kind of a lower-case noun in singular or plural, None for other nouns.

    It is ``unnamed``, ``crowd``, ``document``, ``organisation``, ``outlet``, or
    ``unnamed/crowd``: one person, or in the plural many.
    """
    kinds = _kinds()
    for ending, put in _ENDINGS:
        if word.endswith(ending):
            kind = kinds.get(word.removesuffix(ending) + put)
            if kind is not None:
                return kind
    return None
