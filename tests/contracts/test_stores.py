from stemma.stores import Store


def test_a_new_store_holds_nothing(store: Store):
    with store.read() as ledger:
        assert ledger.reports.count() == 0
