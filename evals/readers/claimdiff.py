"""ClaimDiff: pairs of claims of two outlets, and whether one strengthens the other."""

import json
from dataclasses import dataclass

from evals.material import text_of
from evals.outcome import MissingCorpusError, Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPair:
    """Two claims on a topic; ``strengthens`` as labelled."""

    topic: str
    left: str
    right: str
    strengthens: bool


def read_claimdiff(selection: Selection) -> list[ClaimPair]:
    """Read the pairs of the strengthening task.

    Raises:
        MissingCorpusError: The corpus is not there.
    """
    folder = selection.folder("claimdiff", "ClaimDiff-S")
    pairs = [
        ClaimPair(
            topic=entry["topic"],
            left=entry["claim_a"],
            right=entry["claim_b"],
            strengthens=bool(entry["relation"]),
        )
        for path in sorted(folder.glob("*.json"))
        for entry in json.loads(text_of(path))["data"]
    ]
    if not pairs:
        raise MissingCorpusError(str(folder))
    return pairs[: selection.sample]
