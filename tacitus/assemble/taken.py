"""Who was taken alive, told in one breath with who was killed: "killing 19 guards and capturing 27 others".

In: the tolls of one telling of an arrest or an abduction. Out: the same without the dead that the reader links to it
because the taken are of the same people. One thing to know: only where the taken have a count of their own in that
sentence; captives who were killed ("abducted and killed three cooks") are counted as both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tacitus.assemble.outspoken import included, near
from tacitus.records.resolved import Resolved

if TYPE_CHECKING:
    from tacitus.assemble.casualties import Toll

_HARMED = ("killed", "injured")


def without_the_dead(found: Sequence[Toll], field: str | None, resolved: Resolved, text: str) -> list[Toll]:
    """The tolls without counts of whom the grammar tells another fate; ``field`` is what becomes of the taken."""
    if field is None or len(found) < 2:
        return list(found)
    fates = {t.counted.span: resolved.fates.get(t.counted) for t in found if t.field == field}
    own = [span for span, told in fates.items() if told not in _HARMED]
    dead = {
        span
        for span, told in fates.items()
        if told in _HARMED and not included(text, span) and any(near(span, other, text) for other in own)
    }
    return [t for t in found if t.field != field or t.counted.span not in dead]
