"""Words spoken to somebody: whether two tellings are of one act of speech.

In: two tellings and what their words stand for. Out: yes or no. One thing to know: a bare "the charge" may take up any
accusation before it, and must not make one of two.
"""

from __future__ import annotations

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.resolved import Resolved

SPOKEN_TO = frozenset({"accusation", "demand", "threat", "ultimatum"})


def to_others(first: Telling, second: Telling, resolved: Resolved) -> bool:
    """Whether other speakers speak in them, to those of other countries: "Chad accused Mali; judges accused Niger"."""
    return first.trigger.type in SPOKEN_TO and all(
        one and other and not one & other and None not in one | other
        for role in ("agent", "target")
        for one, other in [(_who(first, role, resolved), _who(second, role, resolved))]
    )


def _who(telling: Telling, role: str, resolved: Resolved) -> set[str | None]:
    """The names of the speakers, the countries of whom they speak to."""
    values = [v for s in telling.spans(role) if (v := resolved.actors.get(s))]
    return {v.name if role == "agent" else v.country for v in values}
