"""Which counts of people belong to a happening, what became of them, and what they come to."""
