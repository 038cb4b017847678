"""An event → its PLOVER root, which depends on more than its type: on realis, parties, and the words beside it.

In: an event, and the text of its report where that is at hand. Out: a root, or None where PLOVER codes nothing. One
thing to know: the ontology gives each type the root of most of its events; ``_PARTED`` holds the types that PLOVER
parts, with what parts each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from tacitus.records.event import Event
from tacitus.records.ontology import EventType, load
from tacitus.records.value import ActorValue, ContentValue

#: The quad class of each PLOVER root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
QUAD = MappingProxyType(
    {
        **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
        **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
        **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
        **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
    }
)


def plover_root(event_type: EventType, realis: str) -> str | None:
    """The PLOVER root of an event of that type and realis; None where PLOVER codes nothing.

    PLOVER codes what is done by saying it: a promise of aid is AGREE and not AID, a threatened strike
    THREATEN and not ASSAULT. What is merely feared is nobody's act.
    """
    root = event_type.plover
    if root is None or realis == "feared":
        return None
    if realis == "denied":
        return "REJECT"
    if realis == "threatened":
        return "THREATEN"
    if realis in ("planned", "conditional"):
        # An announced deployment is a show of force already, and an announced demand is made by announcing it.
        if QUAD[root] in (1, 2):
            return "AGREE"
        return "THREATEN" if QUAD[root] == 4 and root != "MOBILIZE" else root
    return root


#: Whose expulsion PLOVER counts as SANCTION: those who stand for a state or body, and those who bring aid (1663);
#: deporting anybody else is COERCE.
_ENVOYS = re.compile(
    r"\b(?:diplomat|ambassador|envoy|consul|attach|inspector|observer|peacekeep|mission|embassy|"
    r"(?:aid|relief|humanitarian) (?:agenc|work|organi[sz]|group))",
    re.I,
)

#: What PLOVER counts as COERCE (CAMEO 163): sanctions laid on somebody, and not aid or ties that are cut (161, 162).
_LAID_ON = re.compile(
    r"\b(?:sanction(?:s|ed|ing)?|embargo(?:e[sd])?|tariffs?|blacklist(?:s|ed|ing)?|asset freezes?|travel bans?)\b", re.I
)
_EASED = re.compile(r"(?:reduc|lift|eas|roll|loosen|relax|cancel|drop|suspen)", re.I)
_OBJECT = re.compile(r"[^.;:,]{0,50}")  # what stands behind a trigger in its own clause
_JOINT = re.compile(r"\b(?:joint(?:ly)?|multinational|bilateral|trilateral)\b", re.I)
_TRAINS = re.compile(r"train", re.I)  # who trains another country's men gives military aid (072)
_BODIES = frozenset({"state", "government", "igo", "ngo"})
_SIGNED = re.compile(r"(?:re)?sign", re.I)  # CAMEO 057, whatever is signed
_TO_DO = re.compile(r"(?:,? on \w+day,?)? (?:that|to (?!(?:an?|the|its?|their|his|her|new)\b)[a-z]+)\b", re.I)
_AT_ONCE = 30  # characters within which what parties agree to do follows; the aim of a pact stands behind its name
#: "Called off a four-day strike" (CAMEO 082), "will not end the boycott" (1242), "agreed to lift it" (0352).
_ENDS = re.compile(
    r"(?:(?P<kept>\b(?:not|never|(?:refus|declin)\w+ to) |n['’]t )|(?P<ahead>\b(?:will|would|to) ))?"
    r"\b(?P<verb>call(?:s|ed|ing)? off|(?:end|lift|suspend)(?:s|ed|ing)?) (?!to |of )(?:[\w'’-]+ ){0,3}$",
    re.I,
)
_BEFORE = 70  # characters before a trigger that may say so
#: Who agrees or offers to send troops means to help (0332, 0334), and whose arrest is ordered is coerced already (173).
_OFFERED = re.compile(r"\b(?:agree[sd]?|offer(?:s|ed|ing)?|ready|willing)\b[^.;:,]{0,30}$", re.I)
_ORDERED = re.compile(r"\border(?:s|ed|ing)\b[^.;:]{0,60}$", re.I)
_WARRANT = re.compile(r"\bwarrants?\b", re.I)
#: Who is summoned hears a complaint (114); who "calls for sanctions against" a third one rallies others to it (113).
_SUMMONED = re.compile(r"summon", re.I)
_AGAINST = re.compile(
    r"(?: for)? (?:[\w-]+ ){0,3}?(?:sanctions?|boycotts?|embargo(?:es)?|action)\b[^.;:,]{0,30}? against "
)


def root_of(event: Event, text: str = "") -> str | None:
    """The PLOVER root of an event: that of its type and realis, but for types that PLOVER parts."""
    kind = load()[event.type]
    root = plover_root(kind, event.realis)
    if root == "PROTEST" or (root == "REJECT" and kind.family == "protest"):
        return _ended(event, text) or root
    if event.realis in ("planned", "conditional"):
        return _not_yet(event, text) or root
    if root != kind.plover or event.type not in _PARTED:
        return root
    return _PARTED[event.type](event, text) or root


def quad(root: str) -> int:
    """The quad class 1-4 of a PLOVER root."""
    return QUAD[root]


def _told(event: Event, text: str) -> str:
    """The trigger and what stands behind it in its own clause."""
    behind = _OBJECT.match(text, event.trigger.end)
    return event.trigger.of(text) + (behind[0] if behind else "")


def _demanded(event: Event, text: str) -> str | None:
    """To summon somebody or to call for sanctions against him is to accuse him."""
    summoned = _SUMMONED.match(event.trigger.of(text)) or _AGAINST.match(text, event.trigger.end)
    return "ACCUSE" if summoned else None


def _sanctioned(event: Event, text: str) -> str | None:
    """Sanctions laid on somebody are coercion."""
    return "COERCE" if _LAID_ON.search(_told(event, text)) and not _EASED.match(event.trigger.of(text)) else None


def _withdrew(event: Event, text: str) -> str | None:
    """Who takes his peacekeepers home reduces relations (1661)."""
    return "SANCTION" if _ENVOYS.search(_told(event, text)) else None


def _agreed(event: Event, text: str) -> str | None:
    """Who agrees to do something has not done it, unless he signs it."""
    if _SIGNED.match(event.trigger.of(text)):
        return None
    if _TO_DO.match(text, event.trigger.end):
        return "AGREE"
    deeds = (c.span for c in event.of("content") if isinstance(c.value, ContentValue) and c.value.event)
    return "AGREE" if any(0 <= deed.start - event.trigger.end <= _AT_ONCE for deed in deeds) else None


def _drilled(event: Event, text: str) -> str | None:
    """War games of several countries are cooperation (062)."""
    joint = _JOINT.search(text, max(0, event.trigger.start - _AT_ONCE), event.trigger.end)
    return "COOPERATE" if joint or len(_countries(event, "perpetrator")) > 1 else None


def _trained(event: Event, text: str) -> str | None:
    """To train another country's men is aid (072)."""
    ours, theirs = _countries(event, "perpetrator"), _countries(event, "target")
    return "AID" if _TRAINS.match(event.trigger.of(text)) and ours and theirs and not ours & theirs else None


def _expelled(event: Event, _text: str) -> str | None:
    """An expulsion is coercion unless it hits envoys or those who bring aid."""
    whom = [c.value for c in event.of("target") if isinstance(c.value, ActorValue)]
    return None if not whom or any(w.kind in _BODIES or _ENVOYS.search(w.name) for w in whom) else "COERCE"


_PARTED: Mapping[str, Callable[[Event, str], str | None]] = MappingProxyType(
    {
        "demand": _demanded,
        "sanction": _sanctioned,
        "withdrawal": _withdrew,
        "agreement": _agreed,
        "exercise": _drilled,
        "recruitment": _trained,
        "expulsion": _expelled,
    }
)


def _countries(event: Event, field: str) -> set[str]:
    """The countries of the parties in a field, of those that have one."""
    return {c.value.country for c in event.of(field) if isinstance(c.value, ActorValue) and c.value.country}


def _not_yet(event: Event, text: str) -> str | None:
    """The root of what lies ahead, where the words before it tell of more than a plan."""
    start, whole = event.trigger.start, load()[event.type].plover
    if whole == "MOBILIZE" and _OFFERED.search(text, max(0, start - _BEFORE), start):
        return "AGREE"
    ordered = _ORDERED.search(text, max(0, start - _BEFORE), start) or _WARRANT.search(text, start, event.trigger.end)
    return whole if whole == "COERCE" and ordered else None


def _ended(event: Event, text: str) -> str | None:
    """The root of a strike, boycott or other protest that those who hold it end, are to end or will not end."""
    ends = _ENDS.search(text, max(0, event.trigger.start - _BEFORE), event.trigger.start)
    if ends is None or not any(c.span.end <= ends.start("verb") for c in event.of("perpetrator")):
        return None
    return "REJECT" if ends["kept"] else "AGREE" if ends["ahead"] else "YIELD"
