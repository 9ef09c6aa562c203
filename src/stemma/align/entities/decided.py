"""What people decided about names: which name the same, and which do not."""

from collections.abc import Sequence

from stemma.align.entities.mentions import Mention
from stemma.model import Span

Decided = Sequence[tuple[Span, Span]]
"""Pairs of places where names stand."""


def regroup(
    groups: Sequence[Sequence[Mention]], *, together: Decided, apart: Decided
) -> list[list[Mention]]:
    """Put the mentions of one somebody together that people decided to be one; part others.

    Of two names that are parted, each takes the mentions in the same words along; the rest stay
    with the first.
    """
    found = [list(group) for group in groups]
    for one, other in together:
        left, right = _at(found, one), _at(found, other)
        if left is not None and right is not None and left != right:
            found[left] += found[right]
            del found[right]
    for one, other in apart:
        left, right = _at(found, one), _at(found, other)
        if left is not None and left == right:
            staying, leaving = _part(found[left], one, other)
            found[left] = staying
            found += [leaving] if leaving else []
    return found


def _part(group: Sequence[Mention], one: Span, other: Span) -> tuple[list[Mention], list[Mention]]:
    """Part mentions by their words; in the same words, by place alone."""
    stays = {mention.words for mention in group if mention.span.overlaps(one)}
    leaves = {mention.words for mention in group if mention.span.overlaps(other)} - stays
    leaving = [
        mention
        for mention in group
        if (mention.words in leaves if leaves else mention.span.overlaps(other))
    ]
    return [mention for mention in group if mention not in leaving], leaving


def _at(groups: Sequence[Sequence[Mention]], span: Span) -> int | None:
    return next(
        (
            at
            for at, group in enumerate(groups)
            if any(mention.span.overlaps(span) for mention in group)
        ),
        None,
    )
