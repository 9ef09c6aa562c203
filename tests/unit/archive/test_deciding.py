"""What people decide over a store of invented reports, and take back again."""

from dataclasses import dataclass, replace

import pytest

from stemma import archive, read
from stemma.errors import UsageError
from stemma.model import Story, Verdict
from stemma.model.verdict import VerdictKind
from stemma.stores import Store

Raws = dict[str, read.Raw]

ELSEWHERE_AGAIN = """Halden council to rebuild bridge

HALDEN, March 9 - The bridge in Halden will be rebuilt by May, the council said. "We cannot take the
risk to the town of another winter," said Tove Brandt, who plans the work for the council.
"""


@dataclass
class Desk:
    """A store, and those who add to it and decide about it."""

    store: Store
    workshop: archive.Workshop
    raws: Raws

    def add(self, name: str) -> str:
        (report,) = archive.add(self.store, [self.raws[name]], workshop=self.workshop).reports
        return report

    def told(self) -> dict[str, Story]:
        """Tell what is stale; give every story by its title."""
        archive.refresh(self.store, workshop=self.workshop)
        with self.store.read() as ledger:
            found = [ledger.stories.find(name) for name in ledger.stories.told()]
            assert archive.verify(ledger).problems == ()
        return {story.title: story for story in found if story is not None}

    def decide(
        self, kind: VerdictKind, *names: str, answer: str | None = None, day: int = 1
    ) -> Verdict:
        request = archive.Request(kind=kind, names=names, answer=answer, author="Ida Noll")
        with self.store.write() as ledger:
            return archive.take_down(ledger, request, now=f"2026-06-{day:02}T12:00:00Z")

    def undo(self, verdict: Verdict, *, day: int = 2) -> Verdict:
        with self.store.write() as ledger:
            now = f"2026-06-{day:02}T12:00:00Z"
            return archive.undo(ledger, verdict.id, author="Bo Falk", reason=None, now=now)

    def states(self) -> list[str]:
        with self.store.read() as ledger:
            listed = archive.list_verdicts(ledger, run=self.workshop.understanding)
        return [one.state for one in listed]

    def homes(self) -> dict[str, str | None]:
        with self.store.read() as ledger:
            return {name: ledger.stories.of_report(name) for name in ledger.reports.ids()}


@pytest.fixture
def desk(store: Store, workshop: archive.Workshop, raws: Raws) -> Desk:
    again = read.Raw(path="again", content=ELSEWHERE_AGAIN.encode())
    return Desk(store, workshop, {**raws, "again": again})


def test_reports_decided_to_be_of_one_story_are_and_come_apart_when_it_is_undone(
    desk: Desk,
):
    bridge = desk.add("bridge")
    otter = desk.add("otter")
    before = desk.told()
    verdict = desk.decide("same_story", bridge, otter)
    (story,) = desk.told().values()
    assert set(story.reports) == {bridge, otter}
    assert story.verdicts == (verdict,)
    desk.undo(verdict)
    assert desk.told() == before


def test_reports_that_are_decided_to_be_of_different_stories_stay_apart_as_others_come(desk: Desk):
    bridge = desk.add("bridge")
    elsewhere = desk.add("elsewhere")
    before = desk.told()
    assert len(before) == 1
    verdict = desk.decide("different_story", bridge, elsewhere)
    assert len(desk.told()) == 2
    desk.undo(verdict)
    assert desk.told() == before
    desk.decide("different_story", bridge, elsewhere, day=3)
    desk.add("again")
    homes = [story.reports for story in desk.told().values()]
    assert not any({bridge, elsewhere} <= set(reports) for reports in homes)


def test_a_decided_speaker_survives_a_change_of_method(desk: Desk):
    desk.add("bridge")
    (story,) = desk.told().values()
    statement = next(one for one in story.statements if "risk" in one.text)
    desk.decide("speaker", statement.id, answer="Gisbert Holm")
    (story,) = desk.told().values()
    assert speakers(story, "risk") == {"Gisbert Holm"}
    others = replace(desk.workshop, parts="spacy:other built-in")
    archive.redo(desk.store, workshop=others)
    (change,) = archive.refresh(desk.store, workshop=others)
    assert speakers(change.after, "risk") == {"Gisbert Holm"}


def speakers(story: Story, word: str) -> set[str]:
    return {
        one.source.name for one in story.statements if word in one.text and one.source is not None
    }


def test_statements_are_put_into_one_claim_or_kept_out_of_it(desk: Desk):
    desk.add("bridge")
    desk.add("elsewhere")
    before = desk.told()
    (story,) = before.values()
    claim = next(one for one in story.claims if one.counts.reports > 1)
    one, other = claim.appearances[0], claim.appearances[-1]
    verdict = desk.decide("different_claim", one, other)
    (story,) = desk.told().values()
    assert not any({one, other} <= set(claim.appearances) for claim in story.claims)
    desk.undo(verdict)
    assert desk.told() == before
    lone = next(one for one in story.claims if one.counts.reports == 1)
    desk.decide("same_claim", one, lone.worded_by, day=3)
    (story,) = desk.told().values()
    assert any({one, lone.worded_by} <= set(claim.appearances) for claim in story.claims)


def test_a_decided_origin_counts(desk: Desk):
    bridge = desk.add("bridge")
    elsewhere = desk.add("elsewhere")
    before = desk.told()
    (story,) = before.values()
    assert story.counts.origins.high == 1
    verdicts = [desk.decide("own_origin", report) for report in (bridge, elsewhere)]
    (story,) = desk.told().values()
    assert story.counts.origins.high == 2
    for verdict in verdicts:
        desk.undo(verdict)
    assert desk.told() == before
    verdict = desk.decide("taken_from", elsewhere, answer=bridge, day=3)
    (story,) = desk.told().values()
    (edge,) = (one for one in story.stemma.edges if one.target == elsewhere)
    assert edge.source == bridge
    assert "Ida Noll decided on 2026-06-03" in edge.evidence[0].reason
    desk.undo(verdict, day=4)
    assert desk.told() == before
    desk.decide("taken_from", elsewhere, answer="the Sarrow Wire", day=5)
    (story,) = desk.told().values()
    assert "Sarrow Wire" in {node.name for node in story.stemma.nodes}


def test_names_are_put_together_and_parted(desk: Desk):
    desk.add("bridge")
    before = desk.told()
    (story,) = before.values()
    person = next(one for one in story.entities if one.kind == "person")
    place = next(one for one in story.entities if one.id != person.id)
    desk.decide("same_name", story.id, person.name, place.name)
    (story,) = desk.told().values()
    (entity,) = (one for one in story.entities if person.name in one.aliases)
    assert place.name in entity.aliases
    desk.decide("different_name", story.id, person.name, place.name, day=2)
    (story,) = desk.told().values()
    (entity,) = (one for one in story.entities if person.name in one.aliases)
    assert place.name not in entity.aliases
    assert "verdict_conflict" in {finding.kind for finding in story.findings}


def test_verdicts_are_listed_with_how_they_stand(desk: Desk):
    bridge = desk.add("bridge")
    otter = desk.add("otter")
    desk.told()
    first = desk.decide("same_story", bridge, otter, day=1)
    desk.decide("different_story", bridge, otter, day=2)
    desk.told()
    assert desk.states() == ["overruled", "in force"]
    undone = desk.undo(first, day=3)
    assert desk.states() == ["undone", "in force", "in force"]
    desk.undo(undone, day=4)
    assert desk.states() == ["overruled", "in force", "undone", "in force"]
    with pytest.raises(UsageError, match="taken back already"):
        desk.undo(undone, day=5)
    desk.undo(first, day=6)
    assert desk.states() == ["undone", "in force", "in force", "undone", "in force"]


@pytest.mark.parametrize(
    ("kind", "names", "complaint"),
    [
        ("same_story", ("bridge", "bridge"), "one and the same"),
        ("same_story", ("bridge", "feed"), "nothing in this store"),
        ("speaker", ("bridge",), "is a report"),
        ("same_name", ("bridge", "Nobody", "Ilse Marrow"), "no report of this story names"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_not_kept(
    desk: Desk, kind: VerdictKind, names: tuple[str, ...], complaint: str
):
    bridge = desk.add("bridge")
    desk.told()
    with pytest.raises(UsageError, match=complaint):
        desk.decide(kind, *(bridge if name == "bridge" else name for name in names))
    with desk.store.read() as ledger:
        assert ledger.verdicts.all() == ()


@pytest.mark.parametrize("kind", ["same_story", "different_story"])
def test_what_no_story_takes_is_not_sorted(desk: Desk, kind: VerdictKind):
    page = """El puente de Halden sigue cerrado porque los peritos han encontrado grietas en uno de
los pilares, según ha comunicado el ayuntamiento a los vecinos de la ciudad de Halden este martes.
"""
    desk.raws["puente"] = read.Raw(path="puente", content=page.encode())
    bridge = desk.add("bridge")
    puente = desk.add("puente")
    with pytest.raises(UsageError, match="only reports in English"):
        desk.decide(kind, bridge, puente)
    with desk.store.read() as ledger:
        assert ledger.verdicts.all() == ()


def test_what_is_decided_twice_is_kept_once_and_not_dropped_where_it_was_undone_between(desk: Desk):
    bridge = desk.add("bridge")
    first = desk.decide("own_origin", bridge)
    assert desk.decide("own_origin", bridge) == first
    desk.undo(first, day=1)
    with pytest.raises(UsageError, match="decide it once more"):
        desk.decide("own_origin", bridge)
    desk.decide("own_origin", bridge, day=2)
    assert "in force" in desk.states()


def test_who_decides_must_be_said(desk: Desk):
    bridge = desk.add("bridge")
    request = archive.Request(kind="own_origin", names=(bridge,), author=" ")
    with desk.store.write() as ledger, pytest.raises(UsageError, match="STEMMA_AUTHOR"):
        archive.take_down(ledger, request, now="2026-06-01T12:00:00Z")
