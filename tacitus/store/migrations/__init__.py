"""Steps from older ledgers to this version's; Alembic runs them inside the transaction that opened the ledger."""
