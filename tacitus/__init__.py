"""Tacitus: event data from news reports, every value with the words it was read from."""
