"""Who was taken alive, told in one breath with who was killed: "killing 19 guards and capturing 27 others".

In: the tolls of one telling of an arrest or an abduction. Out: the same without the dead that the reader links to it
because the taken are of the same people. One thing to know: only where the taken have a count of their own in that
sentence; captives who were killed ("abducted and killed three cooks") are counted as both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tacitus.assemble.counts.outspoken import included, near
from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.resolved import Resolved

if TYPE_CHECKING:
    from tacitus.assemble.counts.casualties import Toll

_HARMED = ("killed", "injured")


def without_the_dead(
    found: Sequence[Toll], telling: Telling, field: str | None, resolved: Resolved, text: str
) -> list[Toll]:
    """The tolls without counts of whom the grammar tells another fate; ``field`` is what becomes of the taken."""
    if field is None:
        return list(found)
    harmed = {t.counted.span for t in found if t.field == field and resolved.fates.get(t.counted) in _HARMED}
    own = [span for span in telling.spans("toll") if not any(span.overlaps(dead) for dead in harmed)]
    dead = {s for s in harmed if not included(text, s) and any(near(s, other, text) for other in own)}
    return [t for t in found if t.field != field or t.counted.span not in dead]
