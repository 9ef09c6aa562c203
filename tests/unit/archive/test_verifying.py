from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import update

from stemma import archive, read
from stemma.stores import Store, open_store
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
    other = open_store("memory:")
    with other.write() as ledger:
        assert ledger.load(lines) == len(lines) - 1
    with other.read() as ledger:
        assert list(ledger.dump()) == lines
        assert archive.verify(ledger).problems == ()
    assert archive.add(other, raws.values(), workshop=workshop).known == 3
    other.close()
