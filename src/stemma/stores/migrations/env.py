"""What Alembic runs: the migrations, on the connection that it is given."""

from alembic import context

from stemma.stores.migrations import VERSION_TABLE
from stemma.stores.tables import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema,
    version_table=VERSION_TABLE,
    transaction_per_migration=False,
)
context.run_migrations()
