"""The ontology: the package's ``data/ontology.toml`` comes in, :class:`EventType` by id goes out.

One thing to know: a crosswalk that is None means that the other scheme has no such event, which is
not the same as a scheme's "other" category.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from tacitus.errors import DataError
from tacitus.records.event import Event
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


@dataclass(frozen=True, slots=True)
class EventType:
    """A leaf type of event with its counterparts in PLOVER, CAMEO, ACLED and UCDP.

    ``symmetric``: all sides are participants (a clash, a meeting). ``verbal``: an act of speech, with
    a speaker and an addressee instead of a perpetrator and a target.
    """

    id: str
    family: str
    label: str
    definition: str
    examples: tuple[str, ...]
    plover: str | None = None
    plover_mode: str | None = None
    cameo: str | None = None
    acled_event: str | None = None
    acled_sub: str | None = None
    ucdp: str | None = None
    symmetric: bool = False
    verbal: bool = False


@dataclass(frozen=True, slots=True)
class Ontology:
    """All event types, in the order of the file."""

    types: Mapping[str, EventType]

    def __getitem__(self, type_id: str) -> EventType:
        """The type of that id; KeyError when there is none."""
        return self.types[type_id]

    def __contains__(self, type_id: object) -> bool:
        """Whether there is a type of that id."""
        return type_id in self.types

    def __iter__(self) -> Iterator[EventType]:
        """The types in the order of the file, family by family."""
        return iter(self.types.values())

    def __len__(self) -> int:
        """How many types there are."""
        return len(self.types)


@cache
def load() -> Ontology:
    """The package's ontology, read once."""
    source = files("tacitus") / "data" / "ontology.toml"
    try:
        entries = tomllib.loads(source.read_text(encoding="utf-8"))["type"]
        types = [EventType(**{**entry, "examples": tuple(entry["examples"])}) for entry in entries]
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(f"The ontology {source} cannot be read ({error}); install Tacitus again.") from error
    return Ontology(MappingProxyType({event_type.id: event_type for event_type in types}))


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
    """The PLOVER root of an event: that of its type and realis, but for types that PLOVER parts.

    By its parties: an expulsion is COERCE unless it hits envoys or those who bring aid, war games of several countries
    are COOPERATE (062), to train another country's men is AID (072). By the words of the report, where its text is at
    hand: sanctions laid on somebody are COERCE, who takes his peacekeepers home reduces relations (1661), who agrees to
    do it or to send troops AGREEs, unless he signs it, who ends his strike yields and who will not end it refuses, an
    arrest ordered is COERCE, to summon somebody or to call for sanctions against him is ACCUSE.
    """
    root = plover_root(load()[event.type], event.realis)
    words, behind = event.trigger.of(text), _OBJECT.match(text, event.trigger.end)
    told = words + (behind[0] if behind else "")
    if root == "PROTEST" or (root == "REJECT" and load()[event.type].family == "protest"):
        return _ended(event, text) or root
    if event.realis in ("planned", "conditional"):
        return _not_yet(event, text) or root
    if event.type == "demand" and root == "REQUEST":
        return "ACCUSE" if _SUMMONED.match(words) or _AGAINST.match(text, event.trigger.end) else root
    if event.type == "sanction" and root == "SANCTION":
        return "COERCE" if _LAID_ON.search(told) and not _EASED.match(words) else root
    if event.type == "withdrawal" and root == "YIELD":
        return "SANCTION" if _ENVOYS.search(told) else root
    if event.type == "agreement" and root == "SUPPORT" and not _SIGNED.match(words):
        if _TO_DO.match(text, event.trigger.end):
            return "AGREE"
        deeds = (c.span for c in event.of("content") if isinstance(c.value, ContentValue) and c.value.event)
        return "AGREE" if any(0 <= s.start - event.trigger.end <= _AT_ONCE for s in deeds) else root
    if event.type == "exercise" and root == "MOBILIZE":
        if _JOINT.search(text, max(0, event.trigger.start - _AT_ONCE), event.trigger.end):
            return "COOPERATE"
        return "COOPERATE" if len(_countries(event, "perpetrator")) > 1 else root
    if event.type == "recruitment" and root == "MOBILIZE":
        ours, theirs = _countries(event, "perpetrator"), _countries(event, "target")
        return "AID" if _TRAINS.match(words) and ours and theirs and not ours & theirs else root
    if event.type == "expulsion" and root == "SANCTION":
        whom = [c.value for c in event.of("target") if isinstance(c.value, ActorValue)]
        return root if not whom or any(w.kind in _BODIES or _ENVOYS.search(w.name) for w in whom) else "COERCE"
    return root


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


def quad(root: str) -> int:
    """The quad class 1-4 of a PLOVER root."""
    return QUAD[root]
