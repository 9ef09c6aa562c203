"""The places where reports name somebody or something."""

import re
from dataclasses import dataclass

from stemma.align.spelling import titles, words
from stemma.model import Annotated, Name, Report, Span
from stemma.model.annotated import NameKind

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_MOST_TITLE_WORDS = 3
_JOINED = re.compile(r"[-–][a-z]\w+$")
_JOINED_TO_PEOPLE = re.compile(
    r"[-–](?:[a-z]+(?:ed|[a-z]{3}ing|esque)|era|friendly|held|led|like|made|owned|run|style|type)$"
)
"""What is joined to a person's name and is none of it: not the "in" of "Seo Min-in"."""

_SIGNED = frozenset({"byline", "credit"})
_TITLED_KINDS = frozenset({"person"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a name stands.

    ``spelled`` is the name as printed, without title and possessive; ``words`` are the same,
    folded, without "the" and "Jr."; ``span`` covers ``spelled``. ``signs`` tells that it stands
    in a byline or a sign-off, among those who made the report.
    """

    span: Span
    spelled: str
    words: tuple[str, ...]
    kind: NameKind
    score: float
    signs: bool = False


def find_mentions(annotated: Annotated) -> list[Mention]:
    """Give the names of one report in the order of its text."""
    found = (_mention(annotated.report, name) for name in annotated.names)
    return [mention for mention in found if mention is not None]


def _mention(report: Report, name: Name) -> Mention | None:
    start, end = _trimmed(report.text, name)
    spelled = report.text[start:end]
    folded = words(spelled)
    if name.kind == "person":
        while len(folded) > 1 and folded[-1] in _SUFFIXES:
            folded = folded[:-1]
    if not folded or not any(mark.isupper() for mark in spelled):
        return None
    return Mention(
        span=report.span(start, end),
        spelled=spelled,
        words=folded,
        kind=name.kind,
        score=name.score,
        signs=any(part.kind in _SIGNED and part.start <= start < part.end for part in report.parts),
    )


def _trimmed(text: str, name: Name) -> tuple[int, int]:
    start, end = name.start, name.end
    is_person = name.kind in _TITLED_KINDS
    joined = (_JOINED_TO_PEOPLE if is_person else _JOINED).search(text, start, end)
    if joined is not None:
        end = joined.start()
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    while start < end and not text[end - 1].isalnum() and text[end - 1] not in ".)":
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    if text[start:end].lower().startswith("the "):
        start += 4
    if is_person:
        start += _title_length(text[start:end])
    return start, end


def _title_length(spelled: str) -> int:
    """Count the characters of the titles that a person's name begins with."""
    parts = spelled.split(" ")
    taken = 0
    while taken < len(parts) - 1:
        size = next(
            (
                size
                for size in range(min(_MOST_TITLE_WORDS, len(parts) - 1 - taken), 0, -1)
                if words(" ".join(parts[taken : taken + size])) in titles()
            ),
            0,
        )
        if not size:
            break
        taken += size
    return sum(len(part) + 1 for part in parts[:taken])
