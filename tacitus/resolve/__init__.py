"""Words → things: actors, places, dates, numbers, weapons."""
