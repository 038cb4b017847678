"""ACLED's event and sub-event type of one happening: its type, its parties and its means come in.

One thing to know: ACLED asks whom it hit. An attack on armed men is an armed clash, answered or not; only an attack on
the unarmed is "Violence against civilians". Whose side takes a place, and what is seized, count as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tacitus.records.ontology import EventType
from tacitus.records.value import ActorValue, Value, WeaponValue

#: Kinds that act for a state, and kinds that bear no arms.
STATE = frozenset({"state", "government", "military", "police", "intelligence"})
_ARMED = frozenset({"military", "police", "intelligence", "rebel", "militia", "gunmen"})
UNARMED = frozenset({"civilians", "protesters", "community", "person", "media", "ngo", "company", "party"})
_POST = re.compile(
    r"\b(?:checkpoint|barracks|garrison|outpost|patrol|(?:military|army|naval|air|police|security|troops?) "
    r"(?:base|post|camp|station|convoy|position|headquarters|vehicle|team|truck)s?)\b",
    re.I,
)
#: Who is hit may be counted so, whoever they were: "attacked a checkpoint, killing five people".
_ANYBODY = re.compile(r"(?:[\w-]+ )*(?:people|persons?|others|dead)", re.I)
#: Those who change sides; who lays down his arms before the other side only surrenders.
_DEFECTS = re.compile(r"\b(?:defect|desert(?:ed|ion)|switch\w* (?:sides|allegiance)|changed? sides|turncoat)", re.I)
#: Who are called so made the attack, also where the report counts them among its dead.
_ATTACKERS = re.compile(r"\b(?:attackers?|assailants?)\b", re.I)
_ONE_SIDED = frozenset({"armed_attack", "assault"})
_ARMS = re.compile(
    r"\b(?:weapons?|arms|rifles?|guns?|pistols?|firearms?|revolvers?|carbines?|ammunition|rounds|bullets|cartridges|"
    r"grenades?|launchers?|"
    r"rockets?|missiles?|mortars?|explosives?|detonators?|bombs?|mines?|landmines?|kalashnikovs?|ak-?47s?)\b",
    re.I,
)


def _is_armed(party: ActorValue) -> bool:
    return party.kind in _ARMED or (party.kind is None and bool(_POST.search(party.name)))


def _is_arms(value: Value) -> bool:
    return isinstance(value, WeaponValue) and bool(_ARMS.search(value.name))


def _is_unarmed(party: ActorValue) -> bool:
    return party.kind in UNARMED and not (party.actor is None and _ANYBODY.fullmatch(party.name))


def sub_event(
    kind: EventType,
    agents: Iterable[ActorValue],
    targets: Iterable[Value],
    weapons: Iterable[Value] = (),
    words: Iterable[str | None] = (),
) -> tuple[str | None, str | None]:
    """ACLED's event type and sub-event type; None twice where ACLED has no such event. ``words`` are its triggers'."""
    doers, hit = [a.kind for a in agents], [t for t in targets if isinstance(t, ActorValue)]
    if kind.id in _ONE_SIDED:
        hit = [t for t in hit if not _ATTACKERS.search(t.name)]
    if kind.id in _ONE_SIDED and any(_is_armed(t) for t in hit) and not any(_is_unarmed(t) for t in hit):
        return "Battles", "Armed clash"
    if kind.id == "territory_seized" and doers and doers[0] in STATE:
        return "Battles", "Government regains territory"
    if kind.id == "bombing" and any(isinstance(w, WeaponValue) and w.kind == "grenade" for w in weapons):
        return kind.acled_event, "Grenade"
    if kind.id == "seizure" and (any(_ARMS.search(t.name) for t in hit) or any(_is_arms(w) for w in weapons)):
        return kind.acled_event, "Disrupted weapons use"
    if kind.id == "surrender" and any(_DEFECTS.search(w or "") for w in words):
        return kind.acled_event, "Change to group/activity"
    return kind.acled_event, kind.acled_sub
