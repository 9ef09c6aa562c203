"""Nouns that speak, and what kind of source each is."""

from functools import cache

from stemma.tables import read_table

_ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("men", "man"), ("women", "woman"))


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in read_table("stemma.extract", "speaker_nouns.tsv")}


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
