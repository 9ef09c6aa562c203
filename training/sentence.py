"""A sentence with what annotators said of it."""

from dataclasses import dataclass

NAME_LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""Labels of names, in the order of the network's scores."""

ROLES = ("source", "cue", "content")
"""What a word may be in an attribution, in the order of the network's scores."""

Roles = tuple[int, int, int]
"""1 for each of ``ROLES`` that a word has; it may have several, as attributions nest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """What a treebank says of a word: ``head`` is an index + 1 in its sentence, 0 for the root."""

    xpos: str
    upos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words as written, the text they were cut from, and labels where a corpus has them.

    ``names`` has a label for each word, None where a word's label is not known; ``roles`` says
    who speaks, which words tell that, and what is said.
    """

    corpus: str
    words: tuple[str, ...]
    text: str
    syntax: tuple[Syntax, ...] | None = None
    names: tuple[str | None, ...] | None = None
    roles: tuple[Roles, ...] | None = None


def well_formed(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Give the labels as BIO: every name begins with B, and other kinds than ours are O."""
    formed: list[str] = []
    earlier = "O"
    for label in labels:
        if label not in NAME_LABELS:
            formed.append("O")
        elif label[0] == "I" and earlier[1:] != label[1:]:
            formed.append(f"B{label[1:]}")
        else:
            formed.append(label)
        earlier = formed[-1]
    return tuple(formed)
