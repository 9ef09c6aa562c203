"""Adjectives that report what somebody thinks and feels, and the forms they take."""

from functools import cache
from typing import cast

from stemma.extract.lexicon.reporting_verbs import VerbClass
from stemma.tables import read_table


def find_adjective(word: str) -> dict[str, VerbClass] | None:
    """Give the frames of a reporting adjective, lower case, each with its class.

    A frame is what brings the content: ``that`` (a clause), ``whether``, ``to`` (an infinitive),
    or a preposition.
    """
    return _adjectives().get(word)


@cache
def _adjectives() -> dict[str, dict[str, VerbClass]]:
    rows = read_table("stemma.extract", "reporting_adjectives.tsv")
    return {
        adjective: {
            frame.partition("=")[0]: cast("VerbClass", frame.partition("=")[2] or verb_class)
            for frame in frames.split()
        }
        for adjective, verb_class, frames in rows
    }
