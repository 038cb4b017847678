"""Steps from older ledgers to this version's; Alembic runs them inside the transaction that opened the ledger.

To change the schema: change :mod:`tacitus.store.tables`, raise its ``REVISION`` by one, and add ``versions/rNNNN.py``
that makes an old ledger the same (``revision``, ``down_revision``, ``upgrade()``), with a test that upgrades one.
"""
