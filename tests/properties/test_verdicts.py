"""Whatever is decided and taken back in whatever order: the same again gives the same."""

from collections.abc import Sequence
from contextlib import closing
from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as some

from stemma import archive, language, pipeline, read
from stemma.decide import in_force
from stemma.model import Run
from stemma.settings import Silence
from stemma.stores import Store, open_store

TEXTS = (
    """Halden bridge shut

HALDEN, March 3, 2026 - The bridge in Halden was shut on Monday after a surveyor found cracks in the
second pier, the council said. Buses take the long way round by the mill.
""",
    """Cracks close bridge

HALDEN, March 4, 2026 - The bridge at Halden stays shut after cracks were found in its second pier,
the council said on Tuesday. The ferry across the river runs until midnight.
""",
    """Otter stolen in Sennick

SENNICK, May 9, 2026 - Thieves took a bronze otter from the steps of the library in Sennick on
Friday night, police said. The sculpture weighs 80 kilograms.
""",
)
PAIRS = ((0, 1), (0, 2), (1, 2))

Step = tuple[bool, int]
"""Decide (about a pair, the same or different) or undo (one of the verdicts so far)."""


@cache
def load_parts() -> pipeline.Parts:
    encoder = language.load_encoder()
    return pipeline.Parts(annotator=language.load_annotator(), encoder=encoder)


@cache
def kept() -> tuple[str, ...]:
    """Give a store of the reports as lines."""
    workshop = archive.Workshop(
        load_parts=load_parts,
        parts="built-in",
        progress=Silence(),
        workers=1,
        clock=lambda: "2026-05-10T08:00:00Z",
    )
    raws = [read.Raw(path=f"{at}.txt", content=text.encode()) for at, text in enumerate(TEXTS)]
    with closing(open_store("memory:")) as store:
        archive.add(store, raws, workshop=workshop)
        with store.read() as ledger:
            return tuple(ledger.dump())


def restored() -> Store:
    store = open_store("memory:")
    with store.write() as ledger:
        archive.load(ledger, kept(), run=Run(method="extract.v1", settings="built-in"))
    return store


def play(store: Store, steps: Sequence[Step]) -> None:
    with store.write() as ledger:
        reports = [held.report.id for held in ledger.reports.all()]
        for minute, (is_decision, choice) in enumerate(steps):
            now = f"2026-06-01T12:{minute:02}:00Z"
            if is_decision:
                one, other = PAIRS[choice % 3]
                kind = "same_story" if choice % 2 else "different_story"
                names = (reports[one], reports[other])
                request = archive.Request(kind=kind, names=names, author="Ida Noll")
                archive.take_down(ledger, request, now=now)
            elif holding := in_force(ledger.verdicts.all()):
                verdict = holding[choice % len(holding)]
                archive.undo(ledger, verdict.id, author="Bo Falk", reason=None, now=now)


def homes(store: Store) -> dict[str, str | None]:
    with store.read() as ledger:
        return {name: ledger.stories.of_report(name) for name in ledger.reports.ids()}


STEPS = some.lists(
    some.tuples(some.booleans(), some.integers(min_value=0, max_value=5)), max_size=7
)


@settings(max_examples=20)
@given(steps=STEPS)
def test_the_same_decisions_in_the_same_order_give_the_same_stories(steps: list[Step]):
    with closing(restored()) as one, closing(restored()) as other:
        play(one, steps)
        play(other, steps)
        with one.read() as left, other.read() as right:
            assert list(left.dump()) == list(right.dump())


@settings(max_examples=20)
@given(steps=STEPS)
@example(steps=[(True, 0), (True, 5)])
@example(steps=[(True, 0), (True, 5), (True, 0)])
@example(steps=[(True, 0), (True, 5), (True, 4)])
@example(steps=[(True, 3), (True, 3), (True, 0), (True, 5), (True, 0)])
def test_taking_everything_back_restores_the_stories_with_their_ids(steps: list[Step]):
    with closing(restored()) as store:
        before = homes(store)
        play(store, steps)
        with store.write() as ledger:
            for second, verdict in enumerate(reversed(in_force(ledger.verdicts.all()))):
                now = f"2026-06-02T12:00:{second:02}Z"
                archive.undo(ledger, verdict.id, author="Bo Falk", reason=None, now=now)
        assert homes(store) == before


@settings(max_examples=20)
@given(steps=STEPS)
def test_what_was_decided_last_holds(steps: list[Step]):
    with closing(restored()) as store:
        play(store, steps)
        with store.read() as ledger:
            holding = in_force(ledger.verdicts.all())
        if holding:
            last = holding[-1]
            one, other = (homes(store)[anchor.span.report] for anchor in last.subject)
            assert (one == other) == (last.kind == "same_story")
