"""A story in a line."""

from collections.abc import Mapping, Sequence

from stemma.model import Finding, Report, Story, Summary
from stemma.model.entity import EntityKind

_MOST_NAMES = 5


def summarise(story: Story, reports: Sequence[Report], *, seen: Mapping[str, str]) -> Summary:
    """Put a story in a line; ``reports`` are its own, ``seen`` tells by id when each came."""
    freshest = _find_freshest(story, seen)
    days = sorted(report.published.value for report in reports if report.published)
    return Summary(
        id=story.id,
        title=story.title,
        counts=story.counts,
        finding=freshest.message if freshest else None,
        kinds=tuple(sorted({finding.kind for finding in story.findings})),
        outlets=tuple(sorted({report.name for report in reports})),
        people=_named_most(story, "person"),
        places=_named_most(story, "place"),
        organisations=_named_most(story, "organisation"),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        seen=tuple(sorted(seen.values())),
    )


def _find_freshest(story: Story, seen: Mapping[str, str]) -> Finding | None:
    """Find the finding that rests on what came last; of several, the weightiest."""

    def came(finding: Finding) -> str:
        return max((seen.get(span.report, "") for span in finding.evidence), default="")

    return max(story.findings, key=came, default=None)


def _named_most(story: Story, kind: EntityKind) -> tuple[str, ...]:
    found = [entity for entity in story.entities if entity.kind == kind]
    found.sort(key=lambda entity: (-len(entity.mentions), entity.name))
    return tuple(entity.name for entity in found[:_MOST_NAMES])
