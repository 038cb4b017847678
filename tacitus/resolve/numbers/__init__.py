"""Words → numbers: counts of people with their bounds, who they are and what became of them."""
