"""Names that reports spell differently."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import StoryView, listed, unique
from stemma.align.spelling import (
    american,
    consonants,
    fold,
    known_given_name,
    nearly_spelled,
    same_given_name,
    transliterated,
    words,
)
from stemma.model import Entity, Finding, Span, digest

_MISSPELT = 0.8
_OTHER_SCRIPT = 0.3
_NEAR = 2
_LONG_ENOUGH = 5


def find_name_variants(view: StoryView) -> Iterator[Finding]:
    """Find names that are likely misspelt, and names that are written in several ways."""
    for entity in view.entities.values():
        for slip in _fullest(entity.misspellings):
            yield _misspelt(view, entity, slip)
        if entity.kind == "person":
            found = [_variants(view, entity, place) for place in (-1, 0)]
        else:
            found = [_spellings(view, entity)]
        yield from (one for one in found if one is not None)


def _misspelt(view: StoryView, entity: Entity, slip: str) -> Finding:
    spans = _printed(view, entity, slip)
    right = next(
        (span for span in entity.mentions if fold(view.words(span)) == fold(entity.name)),
        entity.mentions[0],
    )
    outlets = unique([view.name(span.report) for span in spans])
    return Finding(
        id=digest("finding", "name_variant", entity.id, slip),
        kind="name_variant",
        message=(
            f"{listed(outlets)} {'prints' if len(outlets) == 1 else 'print'} {quoted(slip)}, "
            f"probably a slip for {quoted(view.words(right))}."
        ),
        weight=_MISSPELT,
        evidence=(*spans, right),
        values=(*(view.words(span) for span in spans), view.words(right)),
    )


def _fullest(slips: Sequence[str]) -> list[str]:
    """Leave out a misspelt surname where the full name is misspelt too: it is the same slip."""
    return [
        slip for slip in slips if not any(set(words(slip)) < set(words(other)) for other in slips)
    ]


def _printed(view: StoryView, entity: Entity, spelled: str) -> list[Span]:
    """Find the slip, and the parts of it that are misspelt alike."""
    slips = {words(slip) for slip in entity.misspellings}
    whole = set(words(spelled))
    return [
        span
        for span in entity.mentions
        if words(view.words(span)) in slips and set(words(view.words(span))) <= whole
    ]


def _variants(view: StoryView, entity: Entity, place: int) -> Finding | None:
    """Compare surnames (``place`` -1) or given names (0) that are one name in two alphabets.

    Pet names are no variants: "Joe" and "Joseph" differ by more than spelling.
    """
    printed = _by_words(view, entity)
    known = {name[place] for name in printed if len(name) > 1}
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for name, found in printed.items():
        if len(name) > 1 or (place and (name[place] in known or not known)):
            spans[name[place]] += found
    if not spans:
        return None
    common = Counter({name: len(found) for name, found in spans.items()})
    first = min(common, key=lambda name: (-common[name], name))
    same = [name for name in spans if _one_name(name, first, given=not place)]
    if len(same) < 2:  # noqa: PLR2004 - one spelling is no variant
        return None
    same.sort(key=lambda name: (-common[name], name))
    told = [_told(view, spans[name], place) for name in same]
    return _spelt(view, entity, [spans[name] for name in same], told)


def _by_words(view: StoryView, entity: Entity) -> dict[tuple[str, ...], list[Span]]:
    """Give where each folded form of a name stands, misprints left out."""
    slips = {words(slip) for slip in entity.misspellings}
    printed: defaultdict[tuple[str, ...], list[Span]] = defaultdict(list)
    for span in entity.mentions:
        name = words(view.words(span))
        if name and name not in slips:
            printed[name].append(span)
    return printed


def _spellings(view: StoryView, entity: Entity) -> Finding | None:
    """Compare the forms of a thing's name: "Nabi Saleh" and "Nebi Saleh"; one is no variant."""
    printed = _by_words(view, entity)
    by_number = sorted(printed, key=lambda name: (-len(printed[name]), name))
    for first in by_number:
        same = [name for name in by_number if name == first or _one_spelling(name, first)]
        if len(same) > 1:
            told = [
                f"{quoted(view.words(printed[name][0]))} in "
                f"{listed(unique([view.name(span.report) for span in printed[name]]))}"
                for name in same
            ]
            return _spelt(view, entity, [printed[name] for name in same], told)
    return None


def _one_spelling(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether words differ by vowels or script alone, and not as British English does."""
    if len(name) != len(other):
        return False
    if tuple(map(american, name)) == tuple(map(american, other)):
        return False
    if all(transliterated(one, two) for one, two in zip(name, other, strict=True)):
        return True
    here, there = ([consonants(word) for word in form if len(word) > 1] for form in (name, other))
    return len(name) > 1 and here == there


def _spelt(
    view: StoryView, entity: Entity, printed: Sequence[Sequence[Span]], told: Sequence[str]
) -> Finding:
    first = [spans[0] for spans in printed]
    return Finding(
        id=digest("finding", "name_variant", entity.id, *(str(span) for span in first)),
        kind="name_variant",
        message=f"{entity.name} is spelt in {len(first)} ways: {'; '.join(told)}.",
        weight=_OTHER_SCRIPT,
        evidence=tuple(first),
        values=tuple(view.words(span) for span in first),
    )


def _one_name(name: str, first: str, *, given: bool) -> bool:
    if transliterated(name, first):
        return True
    if min(len(name), len(first)) >= _LONG_ENOUGH and nearly_spelled(name, first):
        return not (given and known_given_name(name) and known_given_name(first))
    near = abs(len(name) - len(first)) <= 1 and OSA.distance(name, first) <= _NEAR
    return given and near and min(len(name), len(first)) > _NEAR and same_given_name(name, first)


def _told(view: StoryView, spans: list[Span], place: int) -> str:
    outlets = unique([view.name(span.report) for span in spans])
    name = view.words(spans[0]).split()[place]
    return f"{quoted(name)} in {listed(outlets)}"
