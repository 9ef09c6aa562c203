"""What holds of the versions that every store keeps."""

from tests.contracts.keeping import LATER, NOON, keep
from tests.invented import make_report

from stemma.model import Revised
from stemma.stores import Ledger, Store


def keep_report(ledger: Ledger, name: str) -> str:
    report = make_report(
        f"Bridge shut, {name}",
        name=name,
        outlet="Halden Courier",
        published="2026-03-10",
        article_id="article:bridge",
    )
    keep(ledger, report, words=name)
    return report.id


def test_versions_are_found_from_the_latest_back(store: Store):
    with store.write() as ledger:
        first, second, third = (keep_report(ledger, name) for name in ("aa", "bb", "cc"))
        pairs = [
            Revised(kind="revision", earlier=first, later=second, why="one address"),
            Revised(kind="revision", earlier=second, later=third, why="one address"),
        ]
        for pair in reversed(pairs):
            ledger.revisions.keep(pair, seen=NOON)
    with store.read() as ledger:
        assert [one.revised for one in ledger.revisions.behind([third])] == pairs
        assert ledger.revisions.behind([first]) == ()
        before = ledger.revisions.before(third)
        assert before is not None
        assert (before.revised, before.seen) == (pairs[1], NOON)


def test_what_comes_before_a_version_can_change(store: Store):
    with store.write() as ledger:
        first, second, third = (keep_report(ledger, name) for name in ("aa", "bb", "cc"))
        before = Revised(kind="revision", earlier=first, later=third, why="one address")
        ledger.revisions.keep(before, seen=NOON)
        ledger.revisions.keep(
            Revised(kind="revision", earlier=second, later=third, why="one address"), seen=LATER
        )
        assert ledger.revisions.after(first) == ()
        (pair,) = ledger.revisions.after(second)
        assert pair.seen == LATER
        ledger.revisions.forget(third)
        assert ledger.revisions.before(third) is None


def test_a_new_article_at_an_address_has_no_versions_behind_it(store: Store):
    with store.write() as ledger:
        first, second = (keep_report(ledger, name) for name in ("aa", "bb"))
        pair = Revised(kind="new_article", earlier=first, later=second, why="another text")
        ledger.revisions.keep(pair, seen=NOON)
        assert ledger.revisions.behind([second]) == ()
        assert [one.revised for one in ledger.revisions.after(first)] == [pair]
