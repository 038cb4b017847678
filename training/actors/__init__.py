"""Makes the actors' table that ships with the package; ``python -m training.actors`` writes it."""
