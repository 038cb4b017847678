"""case2021: the one ACLED sub-event type of a news snippet, as a person labelled it.

In: ``case2021.jsonl``, one snippet a line, and the labels that ours map to. Out: accuracy and macro-F1 on ACLED's
types and on all labels, and the share of snippets that got none. One thing to know: a snippet has one label, so the
first event that the crosswalk has a sub-event type for speaks for it (``main``); ``label`` then looks at the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.errors import Error
from bench.figures import SHARED, Figures, f1, rows, share
from tacitus.pipeline import Reader
from tacitus.records.acled import sub_event
from tacitus.records.event import Document, Event
from tacitus.records.ontology import load
from tacitus.records.value import ActorValue
from tacitus.sources.layout import lay_out

DATA = SHARED / "measure/case2021"
NONE = "none"

#: The data's name of each ACLED sub-event type of the ontology; what our words tell apart further is in ``label``.
LABELS = {
    "Armed clash": "ARMED_CLASH",
    "Attack": "ATTACK",
    "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Suicide bomb": "SUIC_BOMB",
    "Air/drone strike": "AIR_STRIKE",
    "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Chemical weapon": "CHEM_WEAP",
    "Grenade": "GRENADE",
    "Government regains territory": "GOV_REGAINS_TERIT",
    "Abduction/forced disappearance": "ABDUCT_DISSAP",
    "Sexual violence": "SEX_VIOL",
    "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Mob violence": "MOB_VIOL",
    "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER",
    "Disrupted weapons use": "DISR_WEAP",
    "Arrests": "ARREST",
    "Change to group/activity": "CHANGE_TO_GROUP_ACT",
    "Headquarters or base established": "HQ_ESTABLISHED",
    "Agreement": "AGREEMENT",
    "Peaceful protest": "PEACE_PROTEST",
    "Violent demonstration": "VIOL_DEMONSTR",
    "Other": "OTHER",
}
#: What the sub-event of one event does not fix: what became of a protest.
FINER = ("PROTEST_WITH_INTER",)
ACLED = frozenset((*LABELS.values(), *FINER))
#: Labels beside ACLED's: blame and claims of responsibility, dealings between states, and accidents.
BESIDE = {
    **dict.fromkeys(("responsibility_claim", "denial", "accusation"), "ATTRIB"),
    **dict.fromkeys(("expulsion", "sanction", "sanctions_eased"), "DIPLO"),
    **dict.fromkeys(("meeting", "visit", "mediation", "cooperation", "support", "aid"), "DIPLO"),
    "accidental_explosion": "MAN_MADE_DISASTER",
}  # fmt: skip
_FORCE = frozenset({"arrest", "raid", "excessive_force"})
_PEACEFUL = frozenset({"demonstration", "labour_strike", "hunger_strike", "boycott", "roadblock"})


def run(data: Path) -> Figures:
    """Read every snippet and compare the labels."""
    pairs = [(item["subtype"], label(document.events, document.report.text)) for item, document in _read(data)]
    acled = [(gold, mine) for gold, mine in pairs if gold in ACLED]
    return {
        "accuracy": share(sum(gold == mine for gold, mine in acled), len(acled)),
        "macro-F1": macro_f1(acled),
        "accuracy, all labels": share(sum(gold == mine for gold, mine in pairs), len(pairs)),
        "macro-F1, all labels": macro_f1(pairs),
        "none": share(sum(mine == NONE for _, mine in pairs), len(pairs)),
        "snippets, ACLED": len(acled),
        "snippets": len(pairs),
    }


def errors(data: Path) -> Iterator[Error]:
    """Each snippet with another label, its class the two labels."""
    for item, document in _read(data):
        if document.markup is None:
            yield Error("not read", document.report.text[:300], "", "; ".join(i.message for i in document.issues))
        gold, mine = item["subtype"], label(document.events, document.report.text)
        if gold != mine:
            text = document.report.text
            said = "; ".join(f"{e.type} {e.realis} {e.confidence:.2f} {e.trigger.of(text)!r}" for e in document.events)
            yield Error(f"{gold} as {mine}", text, gold, f"{mine} | {said}")


def _read(data: Path) -> Iterator[tuple[dict[str, Any], Document]]:
    items = list(rows(data / "case2021.jsonl"))
    return zip(items, Reader().read_all(lay_out(x["text"]) for x in items), strict=True)


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean over the gold labels of each label's F1."""
    right = Counter(gold for gold, mine in pairs if gold == mine)
    theirs, ours = Counter(gold for gold, _ in pairs), Counter(mine for _, mine in pairs)
    return round(sum(f1(right[x], ours[x], theirs[x]) for x in theirs) / len(theirs), 4) if theirs else 0.0


def main(events: Sequence[Event]) -> Event | None:
    """The event that speaks for a snippet: the first, of ACLED's own types before others, done before undone."""

    def rank(event: Event) -> tuple[int, bool]:
        sub = load()[event.type].acled_sub
        return 1 if event.type in BESIDE else 2 if sub == "Other" else 0, event.realis not in ("actual", "historical")

    return min((e for e in events if e.type in BESIDE or load()[e.type].acled_sub), key=rank, default=None)


def label(events: Sequence[Event], text: str = "") -> str:
    """The label of a snippet's events; ``none`` where nothing maps."""
    event = main(events)
    if event is None:
        return NONE
    if event.type in _PEACEFUL | {"excessive_force"}:
        return _protest(event, events)
    return BESIDE.get(event.type) or LABELS[acled(event, text)[1] or "Other"]


def _protest(event: Event, events: Sequence[Event]) -> str:
    """ACLED's three: let be, met with force that hurts nobody, met with force that does."""
    force = [e for e in events if e.type in _FORCE and e.realis in ("actual", "historical")]
    if any(e.type == "excessive_force" and e.of("killed", "injured") for e in force):
        return "FORCE_AGAINST_PROTEST"
    return "PROTEST_WITH_INTER" if force else "PEACE_PROTEST"


def acled(event: Event, text: str) -> tuple[str | None, str | None]:
    """ACLED's event and sub-event type of an event, as our exports give it."""
    agents = [c.value for c in event.of("perpetrator", "participant") if isinstance(c.value, ActorValue)]
    targets, weapons = ([c.value for c in event.of(field)] for field in ("target", "weapon"))
    return sub_event(load()[event.type], agents, targets, weapons, [event.trigger.of(text)])
