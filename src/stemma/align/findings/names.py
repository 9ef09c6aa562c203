"""Names that reports spell differently."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from stemma.align.findings.story_view import StoryView, listed, quoted, unique
from stemma.align.spelling import fold, same_given_name, transliterated, words
from stemma.model import Entity, Finding, Span, digest

_MISSPELT = 0.8
_OTHER_SCRIPT = 0.3
_NEAR = 2


def find_name_variants(view: StoryView) -> Iterator[Finding]:
    """Find names that are likely misspelt, and people whose name is written in several ways."""
    for entity in view.entities.values():
        if entity.kind != "person":
            continue
        for slip in _fullest(entity.misspellings):
            yield _misspelt(view, entity, slip)
        for place in (-1, 0):
            found = _variants(view, entity, place)
            if found is not None:
                yield found


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
    slips = {words(slip) for slip in entity.misspellings}
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for span in entity.mentions:
        name = words(view.words(span))
        if name and name not in slips and (place or len(name) > 1):
            spans[name[place]].append(span)
    if not spans:
        return None
    common = Counter({name: len(found) for name, found in spans.items()})
    first = min(common, key=lambda name: (-common[name], name))
    same = [name for name in spans if _one_name(name, first, given=not place)]
    if len(same) < 2:  # noqa: PLR2004 - one spelling is no variant
        return None
    same.sort(key=lambda name: (-common[name], name))
    told = [_told(view, spans[name], place) for name in same]
    return Finding(
        id=digest("finding", "name_variant", entity.id, *same),
        kind="name_variant",
        message=f"{entity.name} is spelt in {len(same)} ways: {'; '.join(told)}.",
        weight=_OTHER_SCRIPT,
        evidence=tuple(spans[name][0] for name in same),
        values=tuple(view.words(spans[name][0]) for name in same),
    )


def _one_name(name: str, first: str, *, given: bool) -> bool:
    if transliterated(name, first):
        return True
    near = abs(len(name) - len(first)) <= 1 and OSA.distance(name, first) <= _NEAR
    return given and near and min(len(name), len(first)) > _NEAR and same_given_name(name, first)


def _told(view: StoryView, spans: list[Span], place: int) -> str:
    outlets = unique([view.name(span.report) for span in spans])
    name = view.words(spans[0]).split()[place]
    return f"{quoted(name)} in {listed(outlets)}"
