"""What holds of the verdicts that every store keeps."""

from stemma.model import Anchor, Span, Verdict
from stemma.stores import Store

ANCHOR = Anchor(
    span=Span(report="report:sha256:aa", start=0, end=11),
    words="Bridge shut",
    before="",
    article="article:sha256:bb",
)
DECIDED = Verdict(
    kind="own_origin",
    author="Ida Noll",
    at="2026-03-10T12:00:00Z",
    reason="I saw it printed 👩\u200d🚒",
    subject=(ANCHOR,),
)
UNDONE = Verdict(kind="undo", author="Bo Falk", at="2026-03-11T12:00:00Z", undoes=DECIDED.id)


def test_verdicts_come_back_in_the_order_of_deciding(store: Store):
    with store.write() as ledger:
        assert ledger.verdicts.keep(DECIDED)
        assert ledger.verdicts.keep(UNDONE)
    with store.read() as ledger:
        assert ledger.verdicts.all() == (DECIDED, UNDONE)


def test_the_same_verdict_is_kept_once(store: Store):
    with store.write() as ledger:
        assert ledger.verdicts.keep(DECIDED)
        assert not ledger.verdicts.keep(DECIDED)
        assert ledger.verdicts.all() == (DECIDED,)
