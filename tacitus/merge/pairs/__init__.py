"""Whether two accounts tell of one happening: which pairs are compared, what speaks for and against, how likely."""
