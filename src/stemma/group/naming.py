"""Which story is which, after reports were parted anew: ids that survive."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A part with its story's id, the stories that went into it, and the one it came out of."""

    story: str
    reports: tuple[str, ...]
    merged: tuple[str, ...]
    out_of: str | None


def name_parts(
    parts: Sequence[Sequence[str]],
    *,
    before: Mapping[str, Sequence[str]],
    order: Callable[[str], tuple[int, str]],
    is_taken: Callable[[str], bool],
) -> list[Named]:
    """Give each part the id of a story that it continues, or a new one.

    A story goes on in the part that has most of its reports, its first one where that leaves a
    doubt; where several stories go on in one part, the part has the id of the oldest, which is the
    one whose first report came first. Any other part is a new story with an id from its first
    report. ``before`` has the reports of each story in order of arrival, and ``order`` tells
    when a report arrived.
    """
    story_of = {report: story for story, members in before.items() for report in members}
    going = {story: _find_heir(members, parts) for story, members in before.items()}
    used: set[str] = set()
    named: list[Named] = []
    for at, part in sorted(enumerate(parts), key=lambda one: min(map(order, one[1]))):
        reports = tuple(sorted(part, key=order))
        heirs = sorted(
            (story for story in before if going[story] == at),
            key=lambda story: (order(before[story][0]), story),
        )
        story = heirs[0] if heirs else _mint(reports[0], lambda one: one in used or is_taken(one))
        used.add(story)
        origins = [story_of[report] for report in reports if report in story_of]
        named.append(
            Named(
                story=story,
                reports=reports,
                merged=tuple(heirs[1:]),
                out_of=None if heirs or not origins else max(origins, key=origins.count),
            )
        )
    return named


def _find_heir(members: Sequence[str], parts: Sequence[Sequence[str]]) -> int:
    """Find the part that has most of the members, or among several the first one of those."""
    rank = {report: at for at, report in enumerate(members)}
    shares = [sorted(rank[report] for report in part if report in rank) for part in parts]
    return min(
        (at for at, share in enumerate(shares) if share),
        key=lambda at: (-len(shares[at]), shares[at]),
    )


def _mint(report: str, is_taken: Callable[[str], bool]) -> str:
    """Make a story's id of its first report; a number makes it unique where it is taken."""
    story = digest("story", report)
    number = 2
    while is_taken(story):
        story = digest("story", report, str(number))
        number += 1
    return story
