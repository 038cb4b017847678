"""The first schema. New ledgers are made from :mod:`tacitus.store.tables` at once, so there is nothing to do."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: this is where ledgers begin."""
