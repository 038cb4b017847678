"""Who said it: cues and their sources, what they cover, quotes, denials, claims of responsibility, stances."""
