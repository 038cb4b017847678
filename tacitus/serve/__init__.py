"""The server: the HTTP API under ``/api/v1`` and the desk's built page, over one ledger."""
