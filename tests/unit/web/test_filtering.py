from dataclasses import replace

import pytest
from tests.invented import make_counts

from stemma.model import Summary
from stemma.web.filtering import Filter

BRIDGE = Summary(
    id="story:sha256:aa",
    title="Halden bridge shut after cracks found",
    counts=make_counts(2, 1, 2),
    finding="The figures differ: “4,000 cars” and “6,000 cars”.",
    kinds=("figure_conflict",),
    outlets=("Fenmark Post",),
    people=("Ilse Marrow",),
    places=("Halden",),
    organisations=(),
    first="2026-03-03",
    last="2026-03-04T09:00:00Z",
    seen=("2026-05-10T08:00:00Z",),
)


@pytest.mark.parametrize(
    ("chosen", "passes"),
    [
        (Filter(), True),
        (Filter(words="BRIDGE marrow"), True),
        (Filter(words="bridge otter"), False),
        (Filter(words="6,000"), True),
        (Filter(outlet="fenmark"), True),
        (Filter(outlet="Ledger"), False),
        (Filter(place="Halden", person="Marrow"), True),
        (Filter(person="Halden"), False),
        (Filter(kind="figure_conflict"), True),
        (Filter(kind="denial"), False),
        (Filter(since="2026-03-04"), True),
        (Filter(since="2026-03-05"), False),
        (Filter(until="2026-03-03"), True),
        (Filter(until="2026-03-02"), False),
        (Filter(until="2026-03"), True),
    ],
)
def test_a_story_is_listed_where_it_has_all_that_is_asked_for(chosen: Filter, passes: bool):  # noqa: FBT001 - a parameter
    assert chosen.admits(BRIDGE) == passes


@pytest.mark.parametrize(
    ("last", "passes"),
    [
        ("2026-03", True),
        ("2026-02", False),
        ("2026-03-03/2026-03-06", True),
        ("2026-03-03/2026-03-04", False),
        (None, False),
    ],
)
def test_a_date_that_is_told_coarsely_may_be_late_enough(
    last: str | None,
    passes: bool,  # noqa: FBT001 - a parameter
):
    assert Filter(since="2026-03-05").admits(replace(BRIDGE, last=last)) == passes
