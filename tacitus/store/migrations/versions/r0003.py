"""Events and incidents by the day they end, so that a list since a day passes none that ended before."""

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make both indexes."""
    current = text("current")
    op.create_index("events_upto", "events", ["upto", "day", "key"], sqlite_where=current, postgresql_where=current)
    op.create_index("incidents_upto", "incidents", ["upto", "day", "id"])
