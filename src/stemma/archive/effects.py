"""What a decision changed: each story that was told anew, before and after."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from stemma.archive.change import Change
from stemma.model import Finding, Origins, Statement, Story

_SHOWN = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What became of one story.

    ``is_new`` says that nothing was told of it before. ``told`` are sentences in plain English
    ("2 claims became 1"); ``gone`` and ``new`` are the findings that it has no more, and those
    that it has now.
    """

    story: str
    title: str
    is_new: bool
    told: tuple[str, ...]
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]


def find_effects(changes: Iterable[Change]) -> tuple[Effect, ...]:
    """Compare each story that was told anew with what was told of it before."""
    return tuple(_compare(change.before, change.after) for change in changes)


def _compare(before: Story | None, after: Story) -> Effect:
    if before is None:
        told = (f"a story of its own now, of {_number(len(after.reports), 'report')}",)
        return Effect(story=after.id, title=after.title, is_new=True, told=told, gone=(), new=())
    return Effect(
        story=after.id,
        title=after.title,
        is_new=False,
        told=tuple(_tell(before, after)),
        gone=_without(before.findings, after.findings),
        new=_without(after.findings, before.findings),
    )


def _tell(before: Story, after: Story) -> Iterator[str]:
    came = set(after.reports) - set(before.reports)
    went = set(before.reports) - set(after.reports)
    if came:
        yield f"{_number(len(came), 'report')} came in"
    if went:
        yield f"{_number(len(went), 'report')} left"
    yield from _tell_parted("claim", _claims(before), _claims(after))
    yield from _tell_parted("name", _names(before), _names(after))
    yield from _tell_speakers(before.statements, after.statements)
    drawn, redrawn = _lines(before), _lines(after)
    lost, added = len(drawn - redrawn), len(redrawn - drawn)
    if lost:
        yield f"{_number(lost, 'line')} of the stemma went away"
    if added:
        yield f"{_number(added, 'line')} of the stemma {'is' if added == 1 else 'are'} new"
    if before.counts.origins != after.counts.origins:
        yield (
            f"{_range(before.counts.origins)} independent origins became "
            f"{_range(after.counts.origins)}"
        )


def _tell_parted(
    noun: str, before: Mapping[Hashable, str], after: Mapping[Hashable, str]
) -> Iterator[str]:
    """Say how many groups became how many, over what is in groups before and after."""
    changed = sorted(_parted(before, after))
    for (old, new), several in groupby(changed):
        times = len(list(several))
        told = f"{_number(old, noun)} became {new}"
        yield told if times == 1 else f"{told}, {times} times"


def _parted(
    before: Mapping[Hashable, str], after: Mapping[Hashable, str]
) -> Iterator[tuple[int, int]]:
    """Give the sizes of the sets of groups, old and new, that share members and are not alike."""
    common = [key for key in before if key in after]
    home: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for key in common:
        ends = ("old", before[key]), ("new", after[key])
        tied = set[tuple[str, str]]().union(*(home.get(end, {end}) for end in ends))
        home.update(dict.fromkeys(tied, tied))
    for tied in {id(one): one for one in home.values()}.values():
        old = sum(side == "old" for side, _ in tied)
        if (old, len(tied) - old) != (1, 1):
            yield old, len(tied) - old


def _claims(story: Story) -> dict[Hashable, str]:
    return {name: claim.id for claim in story.claims for name in claim.appearances}


def _names(story: Story) -> dict[Hashable, str]:
    return {span: entity.id for entity in story.entities for span in entity.mentions}


def _lines(story: Story) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in story.stemma.edges}


def _tell_speakers(before: Sequence[Statement], after: Sequence[Statement]) -> Iterator[str]:
    said = {one.id: one for one in before}
    for one in after:
        old = said.get(one.id)
        if old is None or _speaker(old) == _speaker(one):
            continue
        words = " ".join(one.text.split())
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0]} …"
        yield f"“{shown}” is now {_speaker(one)}, no longer {_speaker(old)}"


def _speaker(statement: Statement) -> str:
    if statement.source is not None:
        return f"said by {statement.source.name}"
    return "the report's own" if statement.voice == "own" else "said by nobody named"


def _without(some: Sequence[Finding], others: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give the findings that others do not say as well, whatever their ids."""
    said = {(one.kind, one.message) for one in others}
    return tuple(one for one in some if (one.kind, one.message) not in said)


def _range(origins: Origins) -> str:
    return str(origins.low) if origins.low == origins.high else f"{origins.low}–{origins.high}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
