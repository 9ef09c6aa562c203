"""What became of stories when reports were grouped anew."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from stemma.group.naming import Named
from stemma.group.reasons import Reasons

Happening = Literal["founded", "joined", "left", "merged", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened to ``story``, to which reports, and why.

    ``joined``: the reports are new; ``left``: they went to ``other``; ``merged``: the story went
    into ``other``; ``split``: it came out of ``other``.
    """

    event: Happening
    story: str
    other: str | None
    reports: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The stories whose reports are others than before, with all their reports.

    ``redirects`` lead from a story that is no more to the one that took it in.
    """

    stories: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    redirects: tuple[tuple[str, str], ...] = ()
    steps: tuple[Step, ...] = ()


def tell_change(
    named: Sequence[Named], *, before: Mapping[str, Sequence[str]], reasons: Reasons
) -> Change:
    """Compare stories with what they were before."""
    story_of = {report: story for story, members in before.items() for report in members}
    return Change(
        stories={
            one.story: one.reports
            for one in named
            if set(one.reports) != set(before.get(one.story, ()))
        },
        redirects=tuple((story, one.story) for one in named for story in one.merged),
        steps=tuple(step for one in named for step in _tell_steps(one, before, story_of, reasons)),
    )


def _tell_steps(
    named: Named,
    before: Mapping[str, Sequence[str]],
    story_of: Mapping[str, str],
    reasons: Reasons,
) -> Iterator[Step]:
    came = {
        origin: tuple(report for report in named.reports if story_of.get(report) == origin)
        for origin in dict.fromkeys(story_of.get(report) for report in named.reports)
        if origin != named.story
    }
    new = came.pop(None, ())
    if named.out_of is not None:
        reports = came.pop(named.out_of)
        why = reasons.apart(reports, [one for one in before[named.out_of] if one not in reports])
        yield _step("split", named.story, named.out_of, reports, why)
    elif named.story not in before:
        yield _step("founded", named.story, None, new, reasons.alone(new))
        new = ()
    for origin, reports in came.items():
        others = [report for report in named.reports if report not in reports]
        event = "merged" if origin in named.merged else "left"
        yield _step(event, origin or "", named.story, reports, reasons.together(reports, others))
    if new:
        others = [report for report in named.reports if report not in new]
        yield _step("joined", named.story, None, new, reasons.together(new, others))


def _step(
    event: Happening, story: str, other: str | None, reports: tuple[str, ...], why: str
) -> Step:
    return Step(event=event, story=story, other=other, reports=reports, why=why)
