from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import select, update

from stemma import archive, read
from stemma.stores import Ledger, Store, open_store, tables
from stemma.stores.codec import compress, pack
from stemma.stores.tables import raws as raws_table
from stemma.stores.tables import reports

Add = Callable[..., archive.Added]
Raws = dict[str, read.Raw]


def test_a_store_that_was_left_alone_is_sound(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    add(*raws.values())
    archive.refresh(store, workshop=workshop)
    with store.read() as ledger:
        verified = archive.verify(ledger)
    assert verified.problems == ()
    assert (verified.raws, verified.reports, verified.stories) == (3, 3, 2)
    assert verified.spans > 20


def test_bytes_that_were_changed_are_told(store: Store, add: Add, raws: Raws):
    add(raws["otter"])
    with store.write() as ledger:
        ledger.connection.execute(update(raws_table).values(content=compress(b"nothing")))
    with store.read() as ledger:
        (problem,) = archive.verify(ledger).problems
    assert "not those that were read" in problem.message


def test_a_text_that_was_changed_is_told(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    (name,) = add(raws["otter"]).reports
    archive.refresh(store, workshop=workshop)
    with store.write() as ledger:
        held = ledger.reports.find(name)
        assert held is not None
        forged = replace(held.report, text=held.report.text.replace("80", "90"))
        ledger.connection.execute(update(reports).values(body=pack(forged)))
    with store.read() as ledger:
        problems = archive.verify(ledger).problems
    assert {problem.about.partition(":")[0] for problem in problems} == {"report", "statement"}


def test_a_story_that_tells_of_a_report_of_another_is_told(
    store: Store, add: Add, raws: Raws, workshop: archive.Workshop
):
    (bridge,) = add(raws["bridge"]).reports
    (otter,) = add(raws["otter"]).reports
    archive.refresh(store, workshop=workshop)
    with store.write() as ledger:
        home, left = ledger.stories.of_report(bridge), ledger.stories.of_report(otter)
        ledger.connection.execute(update(tables.members).values(story=home))
    with store.read() as ledger:
        (problem,) = archive.verify(ledger).problems
    assert home != left
    assert problem.about == left
    assert "does not belong to it" in problem.message


def rows_that_find(ledger: Ledger) -> dict[str, set[tuple[object, ...]]]:
    """Give what is worked out from the rest of a store."""
    found = (tables.ids, tables.index_reports, tables.index_terms, tables.index_words)
    return {
        table.name: {tuple(row) for row in ledger.connection.execute(select(table))}
        for table in found
    }


def test_a_whole_store_goes_through_lines_of_json_and_back(
    store: Store,
    add: Add,
    raws: Raws,
    workshop: archive.Workshop,
    dump: Callable[[], list[str]],
):
    add(*raws.values())
    archive.refresh(store, workshop=workshop)
    lines = dump()
    assert not [line for line in lines if line.startswith('{"table": "i')]
    other = open_store("memory:")
    with other.write() as ledger:
        assert archive.load(ledger, lines, run=workshop.understanding) == len(lines) - 1
    with other.read() as ledger, store.read() as before:
        assert list(ledger.dump()) == lines
        assert archive.verify(ledger).problems == ()
        assert rows_that_find(ledger) == rows_that_find(before)
    assert archive.add(other, raws.values(), workshop=workshop).known == 3
    other.close()
