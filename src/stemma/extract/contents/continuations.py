"""Quotations that no reporting verb of their own sentence claims."""

from bisect import bisect_left

from stemma.extract.attribution import Attribution
from stemma.extract.contents.introductions import find_introduction
from stemma.extract.lexicon import words
from stemma.extract.reading import Reading
from stemma.extract.text import Quoted, Syntax

_TALKING = words("continuations.talking")
_BEFORE = 40
_AFTER = 20
_MOSTLY = 0.5


def continue_quotations(reading: Reading, attributions: list[Attribution]) -> list[Attribution]:
    """Give all attributions, in text order, with every quotation of speech that has a speaker.

    A quotation after ``he said.`` in the same paragraph belongs to what he said, and so do all
    paragraphs of one quotation. A paragraph that is nothing but quotation goes on with the
    speaker of the paragraph before. ``Her answer was blunt: “No.”`` has the subject before the
    colon. Whole sentences of quotation that are left have a speaker whom nobody tells.
    """
    found = sorted(attributions, key=lambda attribution: attribution.place)
    places = [attribution.place for attribution in found]
    for number, (first, last) in enumerate(reading.quoted.ranges):
        here = bisect_left(places, first)
        near = found[max(0, here - _BEFORE) : here + _AFTER]
        if not reading.quoted.speech[number] or _is_claimed(near, first, last):
            continue
        added = _continue(reading, near, number)
        if added is not None:
            at = bisect_left(places, added.place)
            found.insert(at, added)
            places.insert(at, added.place)
    return sorted([*found, *_nobodys(reading, found)], key=lambda one: one.place)


def _nobodys(reading: Reading, found: list[Attribution]) -> list[Attribution]:
    """Give the quotations of whole sentences whose speaker the report does not tell."""
    syntax, quoted = reading.syntax, reading.quoted
    taken = {at for attribution in found for at in attribution.places}
    return [
        Attribution(cue=[], source=[], content=list(range(first, last)), verb_class="say")
        for number, (first, last) in enumerate(quoted.ranges)
        if quoted.speech[number]
        and taken.isdisjoint(range(first, last))
        and syntax.sentence(first).first == first
        and all(syntax.is_mark(at) for at in range(last, syntax.sentence(last - 1).last))
    ]


def _continue(reading: Reading, near: list[Attribution], number: int) -> Attribution | None:
    """Add a quotation to one of the attributions near it, or give a new one."""
    syntax, quoted = reading.syntax, reading.quoted
    first, last = quoted.ranges[number]
    if _join_paragraph(reading, near, number):
        return None
    return (
        _next_in_chain(quoted, near, number)
        or find_introduction(syntax, first, last)
        or _new_paragraph(syntax, quoted, near, number)
    )


def _is_claimed(found: list[Attribution], first: int, last: int) -> bool:
    inside = {at for attribution in found for at in attribution.content if first <= at < last}
    return len(inside) > _MOSTLY * (last - first)


def _next_in_chain(quoted: Quoted, found: list[Attribution], number: int) -> Attribution | None:
    """Give a paragraph to the speaker of another paragraph of the same quotation."""
    chain = quoted.quotations[number].chain
    for other in range(max(0, number - _AFTER), min(len(quoted.ranges), number + _AFTER)):
        if other == number or quoted.quotations[other].chain != chain:
            continue
        first, last = quoted.ranges[other]
        for attribution in found:
            if any(first <= at < last for at in attribution.content):
                return _going_on(attribution, *quoted.ranges[number])
    return None


def _going_on(before: Attribution, first: int, last: int) -> Attribution:
    """Let the speaker of another attribution go on talking."""
    return Attribution(
        cue=[],
        source=[],
        content=list(range(first, last)),
        verb_class="say",
        continues=before.continues or before,
    )


def _join_paragraph(reading: Reading, found: list[Attribution], number: int) -> bool:
    """Add ``“B.”`` to ``“A,” he said.``, where both stand in one paragraph."""
    syntax, quoted = reading.syntax, reading.quoted
    first, last = quoted.ranges[number]
    sentences = syntax.annotated.sentences
    here = syntax.sentence_of[first]
    if sentences[here].first != first or here == 0:
        return False
    before = sentences[here - 1]
    if before.part != sentences[here].part:
        return False
    talking = [
        attribution
        for attribution in reversed(found)
        if _talks(attribution) and not _is_inside(attribution, found)
    ]
    near = [one for one in talking if _reaches(one, before.first, first)]
    direct = [one for one in near if _is_direct(quoted, one)]
    if not direct:
        near_sentences = sentences[max(0, here - _AFTER) : here]
        paragraph = next(one.first for one in near_sentences if one.part == before.part)
        direct = [
            one
            for one in talking
            if _reaches(one, paragraph, before.first)
            and _is_direct(quoted, one)
            and not _names_somebody(reading, max(one.content + one.cue) + 1, first)
        ]
    if not near and not direct:
        return False
    _add((direct or near)[0], first, last)
    return True


def _talks(attribution: Attribution) -> bool:
    return attribution.verb_class in _TALKING and not attribution.nominal


def _reaches(attribution: Attribution, first: int, last: int) -> bool:
    """Tell whether any of the attribution stands in ``[first, last)``."""
    return any(first <= at < last for at in attribution.content + attribution.cue)


def _names_somebody(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a person is the subject of what stands between."""
    return any(
        at in reading.persons.at and reading.syntax.relations[at] == "nsubj"
        for at in range(first, last)
    )


def _is_direct(quoted: Quoted, attribution: Attribution) -> bool:
    return any(quoted.speech_at(at) >= 0 for at in attribution.content)


def _is_inside(attribution: Attribution, found: list[Attribution]) -> bool:
    """Tell whether the cue stands in what another speaker says."""
    return any(
        other is not attribution and attribution.cue and attribution.cue[0] in other.content
        for other in found
    )


def _add(attribution: Attribution, first: int, last: int) -> None:
    attribution.content = sorted({*attribution.content, *range(first, last)})


def _new_paragraph(
    syntax: Syntax, quoted: Quoted, found: list[Attribution], number: int
) -> Attribution | None:
    """Read a paragraph of nothing but quotation as going on with the last speaker."""
    first, last = quoted.ranges[number]
    sentences = syntax.annotated.sentences
    part = syntax.sentence(first).part
    here = syntax.sentence_of[first]
    inside = [one for one in sentences[max(0, here - 1) : here + _AFTER] if one.part == part]
    if inside[0].first != first or any(
        quoted.speech_at(at) < 0
        for sentence in inside
        for at in range(sentence.first, sentence.last)
        if not syntax.is_mark(at)
    ):
        return None
    if syntax.text(range(first, last)).isupper():
        return None
    before = _last_speech(syntax, quoted, found, first, part) or _next_speech(quoted, found, last)
    if before is None:
        return None
    return _going_on(before, first, last)


def _last_speech(
    syntax: Syntax, quoted: Quoted, found: list[Attribution], first: int, part: int
) -> Attribution | None:
    """Give who spoke last in this paragraph or the one before: whom it quoted, if anybody."""
    near = [
        attribution
        for attribution in found
        if attribution.place < first
        and _talks(attribution)
        and syntax.sentence(max(attribution.content + attribution.cue)).part >= part - 1
    ]
    direct = [attribution for attribution in near if _is_direct(quoted, attribution)]
    if direct:
        end = max(max(attribution.content) for attribution in direct)
        return min(
            (one for one in direct if end - max(one.content) <= 1),
            key=lambda one: len(one.content),
        )
    return next((one for one in reversed(near) if not _is_inside(one, found)), None)


def _next_speech(quoted: Quoted, found: list[Attribution], last: int) -> Attribution | None:
    """Give who is told to say the next paragraph, where it opens with a quotation."""
    following = [one for one in found if one.cue and min(one.content) == last]
    return following[0] if following and _is_direct(quoted, following[0]) else None
