"""Which tellings of a report are of one happening."""
