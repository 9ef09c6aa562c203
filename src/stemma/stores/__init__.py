"""What a newsroom keeps: one store, in memory, in a SQLite file, or on a PostgreSQL server."""

from stemma.stores.ledger import Ledger
from stemma.stores.mark import Mark
from stemma.stores.store import Store, open_store

__all__ = ["Ledger", "Mark", "Store", "open_store"]
