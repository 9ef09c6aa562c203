"""What a figure counts, also where its own words do not say so."""

import re
from bisect import bisect_left

from stemma.align.fates import fate, fate_of_subject, fate_told
from stemma.align.findings.story_view import Appearance, StoryView
from stemma.align.quantities import counted_noun
from stemma.model import Figure

_AGE = re.compile(r"\b(?:year|month)s?[- ]old\b")
_LENGTH = re.compile(r"[a-z]*(?:year|month|decade)s?\b", re.IGNORECASE)
_AGED = re.compile(r"(?:, |\(|\baged? )$")
_APPOSED = frozenset({", ", " (", ", aged ", ", age ", ", the ", ", a ", ", an "})
_AGE_ENDS = re.compile(r"\s*(?:[,.;:)]|$|who\b|of\b|from\b)")
_TO_THE_NAME = 60
_PEOPLE = frozenset(
    [
        "adult",
        "body",
        "casualty",
        "civilian",
        "dead",
        "death",
        "fatality",
        "human",
        "injured",
        "injury",
        "other",
        "person",
        "people",
        "soul",
        "victim",
        "wounded",
    ]
)
"""Nouns for people of whom nothing is told but their fate."""

_OF_PEOPLE = frozenset({"dead", "hurt", "missing"})
_BARE = frozenset({"nsubj", "nsubj:pass", "obj", "nummod", "root"})

PEOPLE = "people"
"""What is counted where people have one fate, whatever they are called."""

Kind = tuple[str, str, str | None]
"""A unit, what is counted and what becomes of it: only figures of one kind are compared."""


def fate_in(figure: Figure, appearance: Appearance, clause: str) -> str | None:
    """Tell what becomes of those whom a figure counts: "seven dead", "the toll rose to seven"."""
    annotated = appearance.piece.annotated
    return fate_told(clause) or fate(figure, annotated) or fate_of_subject(figure, annotated)


def kind_of(
    view: StoryView, figure: Figure, appearance: Appearance, fate: str | None
) -> Kind | None:
    """Tell what may be compared with a figure; None where it cannot be told what it counts.

    An age is a person's, and no length of time. People of one fate are one kind, whether they
    are called people, civilians, bodies or wounded; soldiers or children are a part of them.
    """
    if is_age(figure, appearance):
        return ("age", _person_of(view, figure, appearance) or "", None)
    if figure.unit is not None:
        return (figure.unit, "", fate)
    noun = counted_noun(figure.counted)
    if fate in _OF_PEOPLE and (noun is None or noun in _PEOPLE):
        return ("", PEOPLE, fate)
    return None if noun is None else ("", noun, fate)


def is_age(figure: Figure, appearance: Appearance) -> bool:
    """Tell an age ("Ada Quill, 16," or "the 16-year-old") from a length of time."""
    if figure.unit not in {"year", "month"}:
        return False
    text = appearance.report.text
    told = figure.span.of(text)
    behind = text[figure.span.end :]
    if _AGE.search(told) or _AGE.match(behind.lstrip("- ")) or re.match(r"[- ]old\b", behind):
        return True
    ahead = text[: figure.span.start]
    return not _LENGTH.search(told) and bool(_AGED.search(ahead) and _AGE_ENDS.match(behind))


def _person_of(view: StoryView, figure: Figure, appearance: Appearance) -> str | None:
    """Find the person next to an age, before its comma or in the same noun phrase behind it."""
    start, end = figure.span.start, figure.span.end
    text = appearance.report.text
    for mention, entity in view.people_in(appearance.report.id):
        if mention.end <= start and text[mention.end : start] in _APPOSED:
            return entity
        between = text[end : mention.start] if mention.start >= end else None
        if (
            between is not None
            and len(between) <= _TO_THE_NAME
            and not re.search(r"[,.;:\n“”\"]", between.removeprefix(","))
            and not re.search(r"\b(?:who|said|told|and|was|is|were)\b", between)
            and _AGE.search(text[start : end + len("-year-old")])
        ):
            return entity
    return None


def named_before(figure: Figure, appearance: Appearance) -> Figure | None:
    """Find the figure whose noun is left out of "the firm says 640 jobs, the union over 700".

    It is the last figure in the same sentence or in the one before, in one paragraph.
    """
    if any((figure.unit, figure.counted, figure.scope)):
        return None
    annotated = appearance.piece.annotated
    tokens = annotated.tokens
    first = bisect_left(tokens, figure.span.start, key=lambda token: token.start)
    last = bisect_left(tokens, figure.span.end, key=lambda token: token.start)
    if not any(tokens[at].relation in _BARE for at in range(first, last)):
        return None
    at = bisect_left(annotated.sentences, first + 1, key=lambda sentence: sentence.last)
    begins = annotated.sentences[max(0, at - 1)].start
    text = appearance.report.text
    before = [
        other
        for other in appearance.piece.figures
        if begins <= other.span.start < figure.span.start
        and "\n" not in text[other.span.start : figure.span.start]
    ]
    if not before or before[-1].unit is not None or before[-1].counted is None:
        return None
    return before[-1] if before[-1].span.of(text).split()[-1].islower() else None
