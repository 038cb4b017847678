"""Which incidents a person should look at first.

In: incidents that nobody has ruled on. Out: the same in order, each with its doubt and why. One thing to know: doubt
grows with what sources disagree on, with a lone source, with accounts that may be of another incident and with an
unsure reading; it is weighed by the dead, of whom ten times as many count some three times as much.
"""

from __future__ import annotations

from math import log2
from typing import Any

from tacitus.serve.lists import item
from tacitus.store.ledger import Ledger
from tacitus.store.summaries import Doubtful

Json = dict[str, Any]
#: How far each takes the rest of certainty away.
_CONTESTED, _LONE, _LOOSE, _MANY = 0.5, 0.2, 0.2, 10
_UNSURE = 0.6


def queue_of(ledger: Ledger, limit: int) -> list[Json]:
    """The queue: list items with ``doubt`` and ``why``."""
    found = ledger.doubtful(most=max(300, 2 * limit))
    found.sort(key=lambda each: (-doubt(each) * (1 + log2(1 + each.deaths)), each.body["id"]))
    return [
        {**item({**each.body, "changed": each.changed}), "doubt": round(doubt(each), 3), "why": why(each)}
        for each in found[:limit]
    ]


def doubt(found: Doubtful) -> float:
    """How doubtful an incident is, 0 to 1."""
    sure = min(1.0, max(0.0, found.confidence))
    sure *= (1 - _CONTESTED) ** min(2, len(found.body["contested"]))
    sure *= 1 - _LOOSE * bool(found.body.get("loose"))  # incidents stored by older versions do not say
    return 1 - (sure * (1 - _LONE) if found.body["sources"] < 2 else sure)


def why(found: Doubtful) -> list[str]:
    """The reasons, as sentences."""
    told = []
    if contested := found.body["contested"]:
        told.append(f"Sources disagree on {', '.join(contested)}.")
    if found.body["sources"] < 2:
        told.append(f"{found.deaths} killed, by one source alone." if found.deaths >= _MANY else "One source alone.")
    if loose := len(found.body.get("loose", ())):
        told.append(f"{loose} of its {len(found.body['events'])} accounts may be of another incident.")
    if found.confidence < _UNSURE:
        told.append(f"Read with a confidence of {found.confidence:.2f}.")
    return told
