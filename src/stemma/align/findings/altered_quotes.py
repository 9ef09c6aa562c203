"""Words inside quotation marks that are not the same in two reports."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from stemma.align.findings.comparison import Change, Comparison, compare, content
from stemma.align.findings.quotes import Quote
from stemma.align.findings.quoting import quoted
from stemma.align.findings.story_view import PRONOUNS, StoryView, called, listed, unique
from stemma.model import Finding, Source, Statement, digest

_OF_MEANING = 0.9
_SLIGHT = 0.66
_SCARE = 0.86
_PHRASE = 0.6
_LONG = 5
"""Words of a quotation that can be recognised by itself, without an aligned claim."""

_SHORT = 4
_LEAST_AGREEMENT = 0.7
_LEAST_COVERAGE = 0.5
_LEAST_CONTENT = 3
_LEAST_ALIKE = 0.65
"""Inner product of the vectors of statements in which short quotations are compared."""

_COMMON_WORD = 40
"""A word in more quotations than this does not help to find its like."""


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation with the statement in which it stands, if there is one."""

    quote: Quote
    statement: Statement | None
    claim: str | None

    @property
    def report(self) -> str:
        return self.quote.span.report


def find_altered_quotes(view: StoryView) -> Iterator[Finding]:
    """Find quotations of one speaker that differ in words, not only in where they are cut.

    Long quotations are recognised by their own words; short ones ("future-proof") only inside
    statements of one claim, or nearly.
    """
    found = _quotations(view)
    texts = {report: _all_words(found, report) for report in view.pieces}
    pairs = [*_long_pairs(found), *_short_pairs(view, found)]
    paragraphs = _paragraphs(view, found)
    told: set[frozenset[tuple[str, ...]]] = set()
    for left, right in pairs:
        key = frozenset({left.quote.words, right.quote.words})
        if key in told or _holds(texts[left.report], right) or _holds(texts[right.report], left):
            continue
        comparison = compare(left.quote.words, right.quote.words)
        kept = tuple(
            change
            for change in comparison.changes
            if not _stands_near(change, paragraphs[left.quote], paragraphs[right.quote])
        )
        comparison = replace(comparison, changes=kept)
        wordings = _wordings(comparison)
        if kept and wordings not in told:
            told |= {key, wordings}
            yield _finding(view, found, left, right, comparison)


def _quotations(view: StoryView) -> list[_Quoted]:
    found: list[_Quoted] = []
    for piece in view.story:
        for quote in view.quotes_in(piece.annotated.report.id):
            statement = next(
                (
                    statement
                    for statement in piece.statements
                    if any(span.overlaps(quote.span) for span in statement.content)
                ),
                None,
            )
            claim = None if statement is None else view.claim_of(statement)
            found.append(_Quoted(quote, statement, claim))
    return found


def _all_words(found: Sequence[_Quoted], report: str) -> str:
    return " | ".join(" ".join(one.quote.words) for one in found if one.report == report)


def _paragraphs(view: StoryView, found: Sequence[_Quoted]) -> dict[Quote, str]:
    """Give for each quotation all that its paragraph quotes, joined: it may be told in parts."""
    joined: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    places: dict[Quote, tuple[str, int]] = {}
    for one in found:
        text = view.pieces[one.report].annotated.report.text
        place = (one.report, text.count("\n", 0, one.quote.span.start))
        places[one.quote] = place
        joined[place] += [word for word in one.quote.words if word]
    return {quote: f" {' '.join(joined[place])} " for quote, place in places.items()}


def _stands_near(change: Change, left: str, right: str) -> bool:
    """Tell whether each side of a change stands in the other's paragraph, in another order."""
    words = max(len(change.left), len(change.right))
    return (
        words >= _LEAST_CONTENT
        and f" {' '.join(change.left)} ".replace("  ", " ") in right
        and f" {' '.join(change.right)} ".replace("  ", " ") in left
    )


def _wordings(comparison: Comparison) -> frozenset[tuple[str, ...]]:
    """Tell what stands against what, whichever side has it."""
    sides = (
        tuple(word for change in comparison.changes for word in change.left),
        tuple(word for change in comparison.changes for word in change.right),
    )
    return frozenset(sides)


def _holds(text: str, other: _Quoted) -> bool:
    """Tell whether a report quotes the other's words too, perhaps at another place."""
    return " ".join(other.quote.words) in text


def _long_pairs(found: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    by_words: dict[tuple[str, ...], _Quoted] = {}
    for one in found:
        if len(one.quote.words) >= _LONG:
            by_words.setdefault(one.quote.words, one)
    distinct = list(by_words.values())
    for one, other in _sharing(distinct):
        left, right = distinct[one], distinct[other]
        if left.report != right.report and _one_speaker(left, right):
            comparison = compare(left.quote.words, right.quote.words)
            if _is_one_quotation(comparison):
                yield left, right


def _is_one_quotation(comparison: Comparison) -> bool:
    return (
        len(content(comparison.same)) >= _LEAST_CONTENT
        and comparison.agreement >= _LEAST_AGREEMENT
        and comparison.coverage >= _LEAST_COVERAGE
    )


def _sharing(distinct: Sequence[_Quoted]) -> list[tuple[int, int]]:
    """Give the pairs that share enough words to be looked at."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(distinct):
        for word in sorted(set(content(one.quote.words))):
            index[word].append(at)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for places in index.values():
        if len(places) <= _COMMON_WORD:
            for pair in combinations(places, 2):
                shared[pair] += 1
    return sorted(pair for pair, count in shared.items() if count >= _LEAST_CONTENT)


def _short_pairs(view: StoryView, found: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Pair short quotations that share a word, inside statements that say nearly the same."""
    short = [one for one in found if one.statement is not None and len(one.quote.words) <= _SHORT]
    sharing: defaultdict[str, list[_Quoted]] = defaultdict(list)
    for one in short:
        for word in sorted(set(content(one.quote.words))):
            sharing[word].append(one)
    for quotations in sharing.values():
        if len(quotations) > _COMMON_WORD:
            continue
        for left, right in combinations(quotations, 2):
            apart = left.report != right.report and left.quote.words != right.quote.words
            if apart and _one_speaker(left, right) and _one_occasion(view, left, right):
                yield left, right


def _one_occasion(view: StoryView, left: _Quoted, right: _Quoted) -> bool:
    if left.statement is None or right.statement is None:
        return False
    if left.claim is not None and left.claim == right.claim:
        return True
    return view.alike(left.statement, right.statement) >= _LEAST_ALIKE


def _one_speaker(left: _Quoted, right: _Quoted) -> bool:
    """Refuse only speakers who are known and known to differ."""
    one, other = _source(left), _source(right)
    if one is None or other is None:
        return True
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return {one.kind, other.kind} != {"person", "organisation"}


def _source(quotation: _Quoted) -> Source | None:
    return None if quotation.statement is None else quotation.statement.source


def _finding(
    view: StoryView,
    found: Sequence[_Quoted],
    left: _Quoted,
    right: _Quoted,
    comparison: Comparison,
) -> Finding:
    with_left = [one for one in found if one.quote.words == left.quote.words]
    with_right = [one for one in found if one.quote.words == right.quote.words]
    speaker = _speaker_of([left, right])
    whose = "" if speaker is None else f" of {speaker}"
    told = " ".join(
        f"{listed(unique([view.name(one.report) for one in group]))}: "
        f"{quoted(group[0].quote.text)}."
        for group in (with_left, with_right)
    )
    return Finding(
        id=digest("finding", "altered_quote", left.quote.text, right.quote.text),
        kind="altered_quote",
        message=f"Words{whose} inside quotation marks differ{_difference(comparison)}. {told}",
        weight=_weight(left, comparison, spoken=speaker is not None),
        evidence=(left.quote.span, right.quote.span),
        values=(left.quote.text, right.quote.text),
        claims=tuple(sorted({claim for claim in (left.claim, right.claim) if claim is not None})),
    )


def _speaker_of(quotations: Sequence[_Quoted]) -> str | None:
    """Name the speaker as the report does that knows him best."""
    sources = [source for one in quotations if (source := _source(one)) is not None]
    named = [source for source in sources if source.name.casefold() not in PRONOUNS] or sources
    known = [source for source in named if source.entity is not None]
    return next((called(source) for source in [*known, *named]), None)


def _difference(comparison: Comparison) -> str:
    shown = [
        f"{quoted(' '.join(change.left)) if change.left else 'nothing'} against "
        f"{quoted(' '.join(change.right)) if change.right else 'nothing'}"
        for change in comparison.changes[:3]
    ]
    return f" ({', '.join(shown)})"


def _weight(left: _Quoted, comparison: Comparison, *, spoken: bool) -> float:
    """Weigh changed words; what nobody is said to have said is a phrase, not a quotation."""
    if not spoken and len(left.quote.words) <= _SHORT:
        return _PHRASE
    if all(change.is_slight() for change in comparison.changes):
        return _SLIGHT
    return _SCARE if len(left.quote.words) <= _SHORT else _OF_MEANING
