"""Statements that the next version gives to somebody else, or to nobody."""

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from stemma.model import Change, Source, Span, Statement
from stemma.revise.pair import Pair, quoted, touches
from stemma.revise.sides import Side
from stemma.revise.words import find_words

_SAME_STATEMENT = 0.5
_ANOTHER_SPEAKER = 0.84
_SPEAKER_GONE = 0.82
_SPEAKER_NOW = 0.6
_ANOTHER_VERB = 0.42


def find_changed_attributions(pair: Pair) -> Iterator[Change]:
    """Find statements whose speaker, or the verb that gives them, was changed in the text.

    Only words that differ count: that the extraction reads the same words otherwise, for what
    stands around them, is no change of the report.
    """
    left = _statements(pair.earlier, pair.before.span)
    right = _statements(pair.later, pair.after.span)
    for statement in left:
        follower = max(right, key=lambda other: _alike(pair, statement, other), default=None)
        if follower is None or _alike(pair, statement, follower) < _SAME_STATEMENT:
            continue
        right.remove(follower)
        change = _compare(pair, statement, follower)
        if change is not None:
            yield change


def _statements(side: Side, sentence: Span) -> list[Statement]:
    return [one for one in side.extracted.statements if sentence.overlaps(one.content[0])]


def _alike(pair: Pair, one: Statement, other: Statement) -> float:
    return Indel.normalized_similarity(_words(pair.earlier, one), _words(pair.later, other))


def _words(side: Side, statement: Statement) -> tuple[str, ...]:
    text = side.report.text
    return tuple(word.text for span in statement.content for word in find_words(text, span))


def _compare(pair: Pair, before: Statement, after: Statement) -> Change | None:
    earlier = _changed_words(pair, before, later=False)
    later = _changed_words(pair, after, later=True)
    about = quoted(before.text)
    match before.source, after.source:
        case Source() as one, Source() as other:
            return _between(pair, (before, one), (after, other), earlier, later)
        case Source() as one, None if earlier is not None:
            message = f"the attribution of {about} to {quoted(one.name)} was taken out"
            return _change(earlier, pair.instead_of(earlier), message, _SPEAKER_GONE)
        case None, Source() as other if later is not None:
            message = f"{about}, which nobody was said to have said, is now given to "
            return _change(pair.formerly(later), later, message + quoted(other.name), _SPEAKER_NOW)
        case _:
            return None


def _between(
    pair: Pair,
    before: tuple[Statement, Source],
    after: tuple[Statement, Source],
    earlier: Span | None,
    later: Span | None,
) -> Change | None:
    (first, one), (second, other) = before, after
    if not _is_same(one, other) and (earlier is not None or later is not None):
        message = (
            f"the attribution of {quoted(first.text)} to {quoted(one.name)} became one to "
            f"{quoted(other.name)}"
        )
        start = earlier or pair.formerly(later or second.content[0])
        end = later or pair.instead_of(earlier or first.content[0])
        return _change(start, end, message, _ANOTHER_SPEAKER)
    cues = (first.cue, second.cue)
    if cues[0] is None or cues[1] is None or not pair.together(cues[0], cues[1]):
        return None
    if _lemmas(pair.earlier, cues[0]) == _lemmas(pair.later, cues[1]):
        return None
    message = pair.became("word of attribution", cues[0], cues[1])
    return _change(cues[0], cues[1], message, _ANOTHER_VERB)


def _changed_words(pair: Pair, statement: Statement, *, later: bool) -> Span | None:
    """Give the words of the attribution that a stretch touches."""
    sentence = pair.after if later else pair.before
    words = [] if statement.source is None else [*statement.source.spans]
    words += [statement.cue] if statement.cue else []
    for span in words:
        for stretch in pair.stretches:
            part = stretch.later_span if later else stretch.earlier_span
            if sentence.span.holds(span) and len(part) and touches(part, span):
                return span
    return None


def _is_same(one: Source, other: Source) -> bool:
    """Tell whether one name only says more than the other: "Smith", "John Smith, the mayor"."""
    left, right = set(one.name.casefold().split()), set(other.name.casefold().split())
    return left <= right or right <= left


def _lemmas(side: Side, cue: Span) -> list[str]:
    return [
        token.lemma
        for token in side.extracted.annotated.tokens
        if cue.start <= token.start < cue.end
    ]


def _change(before: Span, after: Span, message: str, weight: float) -> Change:
    return Change(kind="attribution", earlier=before, later=after, message=message, weight=weight)
