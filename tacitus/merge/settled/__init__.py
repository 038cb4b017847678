"""What the accounts of one incident settle to: who, where, how many, according to whom, and who differs."""
