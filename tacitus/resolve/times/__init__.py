"""Words → times: intervals of the calendar."""
