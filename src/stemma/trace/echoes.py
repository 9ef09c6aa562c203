"""Reports that quote nobody whom another does not quote too, in the same words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from stemma.model import Evidence, Extracted, Span, Statement
from stemma.trace.borrowing import Link
from stemma.trace.ties import Tie

_PERHAPS = 0.3
_RUN = 5
_MOSTLY = 0.5
_FEWEST = 6
"""Runs of five words that are quoted: about ten words, more than a phrase."""

_SPOKEN = frozenset({"direct", "mixed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voices:
    """Whom a report quotes, by entity or name, and the runs of five words that it quotes."""

    report: str
    speakers: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    spans: tuple[Span, ...]


def find_echoes(story: Sequence[Extracted], ties: Sequence[Tie]) -> tuple[Link, ...]:
    """Link reports that may have no more than what one statement, post or interview told all.

    One of the two quotes no person whom the other does not quote, and most of what it quotes the
    other quotes too. They are possibly of one origin: nothing shows that the first one asked
    anybody. Copies of agencies are left out: whose they are is known.
    """
    credited = {tie.report for tie in ties if tie.kind == "credit" and tie.is_firm}
    voices = [_listen(one) for one in story if one.annotated.report.id not in credited]
    found: dict[tuple[str, str], Link] = {}
    for one, other in permutations(voices, 2):
        if _echoes(one, other):
            left, right = sorted((one, other), key=lambda heard: heard.report)
            found[left.report, right.report] = Link(
                left=left.report,
                right=right.report,
                weight=_PERHAPS,
                evidence=(
                    Evidence(
                        reason="whom the one quotes, the other quotes too, in the same words",
                        spans=(*one.spans[:2], *other.spans[:2]),
                    ),
                ),
            )
    return tuple(found[pair] for pair in sorted(found))


def _listen(extracted: Extracted) -> _Voices:
    spoken = [
        one for one in extracted.statements if one.source is not None and one.voice in _SPOKEN
    ]
    return _Voices(
        report=extracted.annotated.report.id,
        speakers=frozenset(person for one in spoken if (person := _person(one)) is not None),
        runs=frozenset(run for one in spoken for run in _runs(one.text)),
        spans=tuple(span for one in spoken for span in one.content),
    )


def _person(statement: Statement) -> str | None:
    source = statement.source
    if source is None or source.kind != "person":
        return None
    return source.entity or source.name.casefold()


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    letters = "".join(mark if mark.isalnum() else " " for mark in text.casefold())
    words = letters.split()
    for at in range(len(words) - _RUN + 1):
        yield tuple(words[at : at + _RUN])


def _echoes(one: _Voices, other: _Voices) -> bool:
    if len(one.runs) < _FEWEST or not one.speakers or not one.speakers <= other.speakers:
        return False
    return len(one.runs & other.runs) >= _MOSTLY * len(one.runs)
