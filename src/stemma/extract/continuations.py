"""Quotations that no reporting verb of their own sentence claims."""

from stemma.extract.attribution import Attribution
from stemma.extract.quoted import Quoted
from stemma.extract.reading import Reading
from stemma.extract.subjects import cue_tokens, noun_phrase
from stemma.extract.syntax import Syntax
from stemma.extract.verbs import find_verb
from stemma.extract.words import words

_TALKING = words("continuations.talking")
_TOP = frozenset(("root", "conj", "parataxis"))
_MOSTLY = 0.5


def continue_quotations(reading: Reading, attributions: list[Attribution]) -> list[Attribution]:
    """Give all attributions, in text order, with every quotation of speech that has a speaker.

    A quotation after ``he said.`` in the same paragraph belongs to what he said, and so do all
    paragraphs of one quotation. A paragraph that is nothing but quotation goes on with the
    speaker of the paragraph before. ``Her answer was blunt: “No.”`` has the subject before the
    colon. What is left is the report's own.
    """
    syntax, quoted = reading.syntax, reading.quoted
    found = sorted(attributions, key=lambda attribution: attribution.place)
    for number, (first, last) in enumerate(quoted.ranges):
        if not quoted.speech[number] or _is_claimed(found, first, last):
            continue
        if _join_chain(quoted, found, number) or _join_paragraph(syntax, quoted, found, number):
            continue
        added = (
            _after_colon(syntax, first, last)
            or _after_announcement(syntax, first, last)
            or _new_paragraph(syntax, quoted, found, number)
        )
        if added is not None:
            found.append(added)
            found.sort(key=lambda attribution: attribution.place)
    return found


def _is_claimed(found: list[Attribution], first: int, last: int) -> bool:
    inside = {at for attribution in found for at in attribution.content if first <= at < last}
    return len(inside) > _MOSTLY * (last - first)


def _join_chain(quoted: Quoted, found: list[Attribution], number: int) -> bool:
    """Add a paragraph to the statement that holds another paragraph of the same quotation."""
    chain = quoted.quotations[number].chain
    for other, (first, last) in enumerate(quoted.ranges):
        if other == number or quoted.quotations[other].chain != chain:
            continue
        for attribution in found:
            if any(first <= at < last for at in attribution.content):
                _add(attribution, *quoted.ranges[number])
                return True
    return False


def _join_paragraph(syntax: Syntax, quoted: Quoted, found: list[Attribution], number: int) -> bool:
    """Add ``“B.”`` to ``“A,” he said.``, where both stand in one paragraph."""
    first, last = quoted.ranges[number]
    sentences = syntax.annotated.sentences
    here = syntax.sentence_of[first]
    if sentences[here].first != first or here == 0:
        return False
    before = sentences[here - 1]
    if before.part != sentences[here].part:
        return False
    near = [
        attribution
        for attribution in reversed(found)
        if attribution.verb_class in _TALKING
        and any(before.first <= at < first for at in attribution.content + attribution.cue)
        and not _is_inside(attribution, found)
    ]
    if not near:
        return False
    near.sort(key=lambda attribution: not _is_direct(quoted, attribution))
    _add(near[0], first, last)
    return True


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


def _after_colon(syntax: Syntax, first: int, last: int) -> Attribution | None:
    """Read ``NP … : “X”``; the colon may end the paragraph before."""
    colon = first - 1
    if colon < 0 or syntax.words[colon] != ":":
        return None
    sentence = syntax.sentence(colon)
    subjects = [
        at
        for at in range(sentence.first, colon)
        if syntax.tokens[at].relation == "nsubj"
        and syntax.tokens[at].upos in ("NOUN", "PROPN", "PRON")
        and syntax.tokens[at].xpos not in ("WDT", "WP", "DT")
    ]
    roots = [at for at in subjects if syntax.tokens[syntax.tokens[at].head].relation == "root"]
    if not subjects:
        return None
    return Attribution(
        cue=[colon],
        source=noun_phrase(syntax, (roots or subjects)[-1], without=set()),
        content=list(range(first, last)),
        verb_class="say",
    )


def _after_announcement(syntax: Syntax, first: int, last: int) -> Attribution | None:
    """Read ``NP said in a statement. “X”``: a verb of saying that brought nothing yet."""
    here = syntax.sentence_of[first]
    if here == 0 or syntax.sentence(first).first != first:
        return None
    before = syntax.annotated.sentences[here - 1]
    for at in range(before.last - 1, before.first - 1, -1):
        verb = find_verb(syntax.words, at)
        if verb is None or verb.verb_class != "say" or syntax.relations[at] not in _TOP:
            continue
        subjects = [child for child in syntax.dependents(at, "nsubj") if child < at]
        if subjects and not syntax.dependents(at, "ccomp"):
            return Attribution(
                cue=cue_tokens(syntax, at),
                source=noun_phrase(syntax, subjects[0], without={at}),
                content=list(range(first, last)),
                verb_class="say",
            )
    return None


def _new_paragraph(
    syntax: Syntax, quoted: Quoted, found: list[Attribution], number: int
) -> Attribution | None:
    """Read a paragraph of nothing but quotation as going on with the last speaker."""
    first, last = quoted.ranges[number]
    sentences = syntax.annotated.sentences
    part = syntax.sentence(first).part
    inside = [sentence for sentence in sentences if sentence.part == part]
    if inside[0].first != first or any(
        quoted.speech_at(at) < 0
        for sentence in inside
        for at in range(sentence.first, sentence.last)
        if not syntax.is_mark(at)
    ):
        return None
    if syntax.text(range(first, last)).isupper():
        return None
    before = _last_speech(syntax, quoted, found, first, part)
    if before is None:
        return None
    return Attribution(
        cue=[],
        source=[],
        content=list(range(first, last)),
        verb_class="say",
        continues=before.continues or before,
    )


def _last_speech(
    syntax: Syntax, quoted: Quoted, found: list[Attribution], first: int, part: int
) -> Attribution | None:
    """Give who spoke last in this paragraph or the one before: whom it quoted, if anybody."""
    near = [
        attribution
        for attribution in found
        if attribution.place < first
        and attribution.verb_class in _TALKING
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
