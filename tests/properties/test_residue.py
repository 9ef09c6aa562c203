from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from stemma.errors import UnreadableError
from stemma.read.draft import Draft
from stemma.read.lines import split_lines
from stemma.read.reports import finish

_LINES = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "Read next",
            "10:20",
            "Politics20 hours ago",
            "Advertisement",
            "By Ada Okoro, Associated Press",
            "TARN (AP) — The ferry Meridian ran aground off Tarn with 212 people on board. (AP)",
            "Nobody was hurt, coastguard spokesman Ivo Lindqvist said on Monday (Nov 18).",
            "(Reporting by Ada Okoro; Editing by Ben Sule)",
            "Vineyards to get twice the money",
            "11 Mar 2026, 7:48 AM",
            "The Orlevian parliament approved a budget that doubles spending on wine in Lorne.",
        ]
    ),
)


class _Alike:
    """Gives the same vector for every text."""

    dimensions = 2

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.tile(np.array([1, 0], np.float32), (len(texts), 1))


@settings(max_examples=150)
@given(lines=st.lists(_LINES, max_size=40), crude=st.booleans(), title=st.none() | _LINES)
def test_whatever_the_lines_nothing_vanishes_and_parts_tile_the_text(
    lines: list[str], *, crude: bool, title: str | None
):
    even = split_lines("\n".join(lines))
    declared = " ".join(split_lines(title)) if title else None
    draft = Draft(path="page.txt", lines=even, title=declared or None, crude=crude)
    try:
        report = finish(draft, encoder=_Alike())
    except UnreadableError:
        return
    whole = "".join([report.text, *(cut.text for cut in report.cut)])
    assert all(whole.count(word) >= 1 for line in even for word in line.split())
    covered = "".join(report.text[part.start : part.end] for part in report.parts)
    assert covered.replace(" ", "") == report.text.replace("\n", "").replace(" ", "")
    assert all(left.end <= right.start for left, right in pairwise(report.parts))
    assert all(0 <= cut.at <= len(report.text) for cut in report.cut)
    assert all(credit.span is None or credit.span.of(report.text) for credit in report.credits)
    assert finish(draft, encoder=_Alike()) == report
