"""Scripts that make what ships: the corpus, the trained reader, the tables. Not part of the package."""
