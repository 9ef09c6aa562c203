"""All kinds of findings, ranked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.align.findings.altered_quotes import find_altered_quotes
from stemma.align.findings.attribution import find_drifted_attributions
from stemma.align.findings.dates import find_date_conflicts
from stemma.align.findings.denials import find_denials
from stemma.align.findings.figures import find_figure_conflicts
from stemma.align.findings.names import find_name_variants
from stemma.align.findings.nobody import find_nobody
from stemma.align.findings.responses import find_changed_responses
from stemma.align.findings.sayings import find_moved_sayings
from stemma.align.findings.speakers import find_changed_speakers
from stemma.align.findings.story_view import StoryView
from stemma.align.findings.support import find_support
from stemma.align.findings.times import find_time_conflicts
from stemma.model import Claim, Entity, Extracted, Finding, Stemma
from stemma.ports import Encoder

_STEP = 0.02
_LEAST_SHARE = 0.8


def find_findings(
    story: Sequence[Extracted],
    entities: Sequence[Entity],
    claims: Sequence[Claim],
    stemma: Stemma,
    *,
    encoder: Encoder,
) -> tuple[Finding, ...]:
    """Give what an editor should look at, by weight, greatest first.

    ``claims`` have their counts filled. Conflicts and altered quotes come before claims with
    one origin behind many outlets, these before corroborated claims, and these before what
    one outlet alone has.
    """
    view = StoryView(story, entities, claims, encoder=encoder)
    found = sorted(_find(view, stemma), key=_rank)
    return tuple(sorted(_spread(found), key=_rank))


def _rank(finding: Finding) -> tuple[float, str, str]:
    return (-finding.weight, finding.kind, finding.id)


def _spread(found: Sequence[Finding]) -> list[Finding]:
    """Let each further finding of a kind weigh a little less, so that no kind hides the others.

    Down to four fifths of its weight, the order within the kind stays as it is.
    """
    seen: Counter[str] = Counter()
    spread: list[Finding] = []
    for finding in found:
        less = max(_LEAST_SHARE, 1 - _STEP * seen[finding.kind])
        seen[finding.kind] += 1
        spread.append(replace(finding, weight=round(finding.weight * less, 4)))
    return spread


def _find(view: StoryView, stemma: Stemma) -> Iterator[Finding]:
    conflicts = [
        *find_figure_conflicts(view),
        *find_nobody(view),
        *find_date_conflicts(view),
        *find_time_conflicts(view),
        *find_moved_sayings(view),
    ]
    yield from conflicts
    yield from find_altered_quotes(view)
    yield from find_denials(view)
    yield from find_changed_responses(view)
    yield from find_drifted_attributions(view)
    yield from find_changed_speakers(view)
    yield from find_name_variants(view)
    disputed = {claim for conflict in conflicts for claim in conflict.claims}
    yield from find_support(view, stemma, disputed)
