"""What was added can be searched, and nothing else."""

from collections.abc import Callable

from stemma import archive, read, search
from stemma.stores import Store

Add = Callable[..., archive.Added]
Raws = dict[str, read.Raw]

SPANISH = """El puente de Halden sigue cerrado

HALDEN, 4 de marzo - El puente de Halden sigue cerrado porque los peritos han encontrado grietas en
uno de los pilares, según ha comunicado el ayuntamiento a los vecinos de la ciudad.
"""


def found(store: Store, query: str) -> set[tuple[str, str]]:
    with store.read() as ledger:
        hits = ledger.passages.find(search.parse(query)).hits
        reports = ledger.reports.several(hit.passage.report or "" for hit in hits)
        paths = {held.report.id: held.report.paths[0] for held in reports}
        return {(hit.passage.kind, paths[hit.passage.report or ""]) for hit in hits}


def test_texts_quotes_claims_and_names_are_found_once_their_story_is_told(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    add(raws["bridge"], raws["otter"])
    assert found(store, "otter") == set()
    archive.refresh(store, workshop=workshop)
    assert ("text", "otter") in found(store, "otters")
    assert found(store, "speaker:marrow kind:quote") == {("quote", "bridge")}
    assert found(store, "kind:name thrale") == {("name", "otter")}
    assert {path for _, path in found(store, "kind:claim")} == {"bridge", "otter"}


def test_every_hit_quotes_the_words_at_its_spans(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    add(*raws.values())
    archive.refresh(store, workshop=workshop)
    with store.read() as ledger:
        hits = ledger.passages.find(search.parse("-kind:name"), most=1000).hits
        assert len(hits) > 10
        for hit in hits:
            passage = hit.passage
            held = ledger.reports.find(passage.spans[0].report)
            assert held is not None
            assert " … ".join(span.of(held.report.text) for span in passage.spans) == passage.text


def test_a_report_in_another_language_is_found_by_its_text(store: Store, add: Add):
    add(read.Raw(path="puente", content=SPANISH.encode()))
    assert found(store, "grietas") == {("text", "puente")}
    assert found(store, "kind:text puente") == {("text", "puente")}
