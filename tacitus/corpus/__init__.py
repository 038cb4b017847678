"""Annotated reports: the format that people write and the trainer reads, and a page to review one by."""
