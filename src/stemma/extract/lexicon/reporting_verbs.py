"""Verbs that report speech and thought, and the forms they take."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from stemma.tables import read_table

VerbClass = Literal[
    "say",
    "claim",
    "show",
    "deny",
    "ask",
    "order",
    "think",
    "learn",
    "vow",
    "attitude",
    "stance",
    "refuse",
]
"""``stance`` is wanting, planning and taking sides; ``attitude`` is praise, blame and naming."""

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingVerb:
    """A verb and what it takes.

    ``frames`` are the kinds of complement that hold the content, each with the class of the
    verb in that frame: ``quote``, ``that`` (a clause), ``whether``, ``to`` (an infinitive),
    ``so``, ``object``, or a preposition. Four of them only restrict the others: ``person``
    (people alone do it), ``naming`` (the object gets a name), ``judged`` (the object is seen as
    something), and ``deed`` (with a bare object it is something done: ``announced her
    retirement``).
    """

    lemma: str
    verb_class: VerbClass
    frames: dict[str, VerbClass]


@cache
def load_verbs() -> dict[str, ReportingVerb]:
    """Give the verb of each inflected form, lower case."""
    found: dict[str, ReportingVerb] = {}
    rows = read_table("stemma.extract", "reporting_verbs.tsv")
    for lemma, verb_class, frames, irregular in rows:
        verb = ReportingVerb(
            lemma=lemma,
            verb_class=cast("VerbClass", verb_class),
            frames={
                frame.partition("=")[0]: cast("VerbClass", frame.partition("=")[2] or verb_class)
                for frame in frames.split()
            },
        )
        stem, blank, particle = lemma.partition(" ")
        for form in [*inflect(stem), *filter(None, irregular.split(","))]:
            found.setdefault(form + blank + particle, verb)
    return found


def find_verb(words: Sequence[str], at: int) -> ReportingVerb | None:
    """Give the reporting verb at index ``at`` of lower-case words; "point out" before "point"."""
    verbs = load_verbs()
    if at + 1 < len(words):
        phrasal = verbs.get(f"{words[at]} {words[at + 1]}")
        if phrasal is not None:
            return phrasal
    return verbs.get(words[at])


def inflect(lemma: str) -> list[str]:
    """Give the regular forms of a verb: plain, -s, -ed, -ing."""
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    s = "es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return [lemma, lemma + s, lemma + "ed", lemma + "ing"]
