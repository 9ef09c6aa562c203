"""Two versions of an article to what changed between them."""

from collections.abc import Iterable, Iterator, Sequence

from stemma.model import Change, Extracted, Revised, Revision, Span, digest
from stemma.revise.attributions import find_changed_attributions
from stemma.revise.figures import find_changed_figures
from stemma.revise.names import find_changed_dates, find_changed_names
from stemma.revise.owning import own_up
from stemma.revise.pair import Pair, left_over, quoted
from stemma.revise.quotes import find_changed_quotes, quotes_in
from stemma.revise.sentences import Beside, Sentence, lay_beside
from stemma.revise.sides import Side, read_side
from stemma.revise.stretches import find_stretches

_REVERSED = 0.8
_HEADLINE = 0.5
_TAKEN_OUT = 0.5
_TELLING = 0.12
"""What a figure or a quotation adds to the weight of a sentence that was taken out."""

_PUT_IN = 0.2
_REWORDED = (0.12, 0.25)
_SLIGHT = 0.05


def compare_versions(
    versions: Iterable[Extracted], revised: Iterable[Revised]
) -> tuple[Revision, ...]:
    """Tell what changed from each version to the one that follows, in the order of ``revised``."""
    by_id = {one.annotated.report.id: one for one in versions}
    return tuple(compare(by_id[one.earlier], by_id[one.later], why=one.why) for one in revised)


def compare(earlier: Extracted, later: Extracted, *, why: str) -> Revision:
    """Tell what changed from one version of an article to the next.

    ``why`` says what makes them versions (``Revised.why``). Case, marks and layout are no change,
    and neither is that a sentence moved.
    """
    left, right = read_side(earlier), read_side(later)
    old, new = left.report, right.report
    known = {left.quote(notice.span) for notice in left.notices}
    notices = tuple(one for one in right.notices if right.quote(one.span) not in known)
    changes = [
        change for beside in lay_beside(left, right) for change in _changes(beside, left, right)
    ]
    return Revision(
        id=digest("revision", old.id, new.id),
        earlier=old.id,
        later=new.id,
        why=why,
        changes=own_up(changes, notices, old, new),
        notices=notices,
    )


def _changes(beside: Beside, earlier: Side, later: Side) -> Iterator[Change]:
    if beside.earlier is not None and beside.later is not None:
        stretches = find_stretches(beside.earlier, beside.later)
        yield from _within(Pair(earlier, later, beside.earlier, beside.later, stretches))
    elif beside.earlier is not None:
        yield _taken_out(beside.earlier, beside.place, earlier)
    elif beside.later is not None:
        words = quoted(later.quote(beside.later.span))
        yield Change(
            kind="added",
            earlier=beside.place,
            later=beside.later.span,
            message=f"a sentence was put in: {words}",
            weight=_PUT_IN,
        )


def _within(pair: Pair) -> Iterator[Change]:
    """Give the changes inside one sentence: first what they touch, then what is left of them."""
    found: list[Change] = []
    for finder in (
        find_changed_quotes,
        find_changed_figures,
        find_changed_attributions,
        find_changed_dates,
        find_changed_names,
    ):
        found += [one for one in finder(pair) if not _is_shown(one, found)]
    yield from found
    left = [rest for one in pair.stretches if (rest := left_over(one, found)) is not None]
    if not left:
        return
    telling = [one for one in left if not one.is_slight]
    if pair.after.is_headline and telling:
        yield _rest(pair, "headline", _HEADLINE)
    elif any(one.reverses for one in telling):
        yield _rest(pair, "reworded", _REVERSED)
    elif telling:
        least, most = _REWORDED
        share = sum(one.weight for one in telling) / max(1, len(pair.after.words))
        yield _rest(pair, "reworded", round(min(most + least, least + most * share), 4))
    elif not found:
        yield _rest(pair, "reworded", _SLIGHT)


def _is_shown(change: Change, found: Sequence[Change]) -> bool:
    """Tell whether another change shows these words already: a figure inside a quotation."""
    return any(
        _holds(other.earlier, change.earlier) and _holds(other.later, change.later)
        for other in found
    )


def _holds(outer: Span, inner: Span) -> bool:
    return bool(len(outer)) and outer.holds(inner)


def _rest(pair: Pair, kind: str, weight: float) -> Change:
    before, after = pair.before.span, pair.after.span
    is_headline = kind == "headline"
    noun = "headline" if is_headline else "sentence"
    return Change(
        kind="headline" if is_headline else "reworded",
        earlier=before,
        later=after,
        message=pair.became(noun, before, after),
        weight=weight,
    )


def _taken_out(sentence: Sentence, place: Span, earlier: Side) -> Change:
    telling = bool(quotes_in(earlier.report, sentence)) or any(
        sentence.span.overlaps(figure.span) for figure in earlier.extracted.figures
    )
    return Change(
        kind="removed",
        earlier=sentence.span,
        later=place,
        message=f"a sentence was taken out: {quoted(earlier.quote(sentence.span))}",
        weight=_TAKEN_OUT + _TELLING * telling,
    )
