"""The first schema."""

from alembic import op

from stemma.stores import searching
from stemma.stores.tables import schema

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables."""
    schema.create_all(op.get_bind())
    searching.make_index(op.get_bind())
