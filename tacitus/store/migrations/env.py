"""Alembic's way in: the connection of the ledger being opened comes in, its tables of the newest revision go out.

One thing to know: Alembic runs this file itself, and the transaction belongs to who opens the ledger.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
