"""The ledger: reports, events and incidents kept for good, in one SQLite file or in PostgreSQL."""
