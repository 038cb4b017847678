"""Words → parties: states, bodies, armed groups, people and their offices, described groups, pronouns."""
