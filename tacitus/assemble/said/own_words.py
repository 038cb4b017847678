"""Claims of responsibility, blame and denials → claims on the event that they speak of, each with its party.

In: the events of one report. Out: the same, where "X claimed the attack", "X blamed Y for it" and "X denied it" stand
as who did it according to X. One thing to know: what a party says of itself or its enemy is never the report's own
word, so a claim that was read without a source gets the party as its source here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.assemble.said.contents import with_contents
from tacitus.assemble.sides.doers import speaks_of_itself, tells
from tacitus.records.event import Claim, Event, Said
from tacitus.records.ontology import load
from tacitus.records.report import content_id
from tacitus.records.value import ActorValue, ContentValue, TollValue

#: What such a claim is believed of the verbal act's own confidence.
BELIEVED = 0.8
#: The verbal act, the role of the party that it says did it, and the stance.
_ACTS = {
    "responsibility_claim": ("speaker", "asserted"),
    "accusation": ("addressee", "alleged"),
    "denial": ("speaker", "denied"),
}
#: "Accused the police of failing to stop the raid", "the police were told of it": he did not do it.
_ONLY_LET = re.compile(
    r"(?:\s+(?!(?:and|but)\b)[\w'’-]+){0,2}?\s+(?:(?:of|for)\s+(?:[a-z]+ly\s+)?"
    r"(?:failing|not|ignoring|allowing|covering up|turning a blind eye|doing (?:nothing|little)|standing by|"
    r"(?:(?:its|their|his|a|the)\s+)?(?:failure|inaction|negligence|silence))\b|"
    r"(?:had|have|has|was|were|been|did|had been|have been)\s+"
    r"(?:given|told|warned|informed|alerted|notified|tipped off|failed|ignored|nothing|not)\b|(?:failed|ignored)\b)",
    re.I,
)
#: What a denial says of a part in the deed.
_PART = re.compile(
    r"(?:\s+[\w'’-]+){0,4}?\s+(?:responsib\w+|involve\w*|participat\w+|complicity|role|part|hand|links?|behind|carried|"
    r"carrying|committed|committing)\b",
    re.I,
)
#: "Denied that soldiers were involved": of others.
_OF_OTHERS = re.compile(
    r"\s+(?:(?:[\w-]+ )?(?:reports?|claims|rumou?rs|allegations|accusations|suggestions)\s+that\s+(?:[\w’'-]+\s+){0,3}|"
    r"that\s+)?"
    r"(?:(?!(?:and|but|any|all|having|involvement|responsibility)\b)[\w'’-]+\s+){1,5}?"
    r"(?:(?:was|were|is|are|(?:had|has|have) been)\s+(?:involved|behind|responsible|implicated)|"
    r"(?:had|has|have)\s+(?!been\b))"
)
#: "The rebels claimed that jets had hit them".
_THAT = re.compile(r"\s+that\s")
#: "Has claimed earlier bombings": and not this one.
_EARLIER = re.compile(
    r"\s+(?:(?:that\s+)?(?:it|he|she|they)\s+(?:was|were|had been)\s+)?(?:behind\s+|responsib(?:ility|le)\s+for\s+)?"
    r"(?:(?:an?|its|their|many|most|several|some|two|three|number|series|of)\s+){0,3}"
    r"(?:previous|earlier|similar|past|prior|other)\s",
    re.I,
)
#: From the word for a deed to who did it.
_BY = re.compile(r"(?:\s+[\w'’-]+){0,6}?\s+by\s+(?:the\s+)?", re.I)
#: How far before a denial that names no deed the deed may be told; characters.
NEAR = 400
#: "Denied that its gunboats had a part in what happened".
_INVOLVED = re.compile(r"[^.;\n]{0,120}?\b(?:involved|implicated) in\b", re.I)
_GROUPS = frozenset({"rebel", "militia", "criminal", "party"})
_FULL_STOP = re.compile(r"[.!?][\"”’')]*\s|\n")


def with_own_words(text: str, events: Sequence[Event]) -> list[Event]:
    """The events with what the report's verbal acts say of who did them."""
    events = with_contents(text, events)
    by_id = {event.id: event for event in events}
    for act in events:
        if act.type not in _ACTS or act.realis not in ("actual", "historical"):
            continue
        role, stance = _ACTS[act.type]
        for id_ in _spoken_of(act, events, text):
            spoken_of = by_id.get(id_)
            if spoken_of is not None and act.type == "accusation":
                spoken_of = by_id[id_] = _as_accused(text, spoken_of, act)
            if (
                spoken_of is None
                or spoken_of.of("speaker", "participant")
                or (stance == "denied" and (load()[spoken_of.type].family == "protest" or _harmed_none(spoken_of, act)))
                or spoken_of.realis not in ("actual", "historical")
            ):
                continue
            if not _of_itself(text, act):
                continue
            if act.type == "responsibility_claim" and _is_anothers(text, by_id[id_], act):
                mine = [c for c in spoken_of.of("perpetrator") if any(_same(c, s) for s in act.of("speaker"))]
                by_id[id_] = replace(by_id[id_], claims=tuple(c for c in by_id[id_].claims if c not in mine))
                continue
            for speaker in act.of("speaker"):
                for doer in _parties_of(act, role):
                    if stance == "denied" and _is_bystander(doer) and not _has_no_part(text, act):
                        continue  # elders deny that the dead were fighters
                    if act.type == "accusation" and _ONLY_LET.match(text, doer.span.end):
                        continue
                    if stance != "denied":
                        by_id[id_] = _said(by_id[id_], act, speaker, doer, stance)
                    elif _denies_that_he_did(text, act, by_id[id_], doer):
                        by_id[id_] = _said(_others_words(by_id[id_], act, doer), act, speaker, doer, stance)
    return [by_id[event.id] for event in events]


#: "Accused it of shelling a camp, killing nine": what is told only there is the accuser's.
_ACCUSED_OF = re.compile(
    r"\baccus(?:ed|es|ing)\s+[^.;\n]{2,120}?\s+of\s+(?:(?:also|having|being|been|deliberately)\s+)*$", re.I
)


def _as_accused(text: str, event: Event, act: Event) -> Event:
    """The event as who accuses tells it: whom he accuses of backing them is not told to back them."""
    speaker = next((c for c in act.of("speaker") if isinstance(c.value, ActorValue)), None)
    end = act.trigger.end
    if speaker is None or not isinstance(speaker.value, ActorValue):
        return event
    told = [m for m in event.mentions if m.start > end and not _FULL_STOP.search(text, end, m.start)]
    if not told or not _ACCUSED_OF.search(text[act.trigger.start : min(told).start]):
        return event
    said = Said(speaker.span, speaker.value)
    alone = all(m.start > end for m in event.mentions)

    def his(claim: Claim) -> Claim:
        if any(_same(claim, accused) for accused in act.of("addressee")) and claim.field == "speaker":
            return replace(claim, said_by=claim.said_by or said, stance="alleged")
        beside = claim.span.start > end and not _FULL_STOP.search(text, end, claim.span.start)
        return replace(claim, said_by=said) if alone and beside and claim.said_by is None else claim

    return replace(event, claims=tuple(his(c) for c in event.claims))


def _parties_of(act: Event, role: str) -> list[Claim]:
    """Those of whom it is said that they did it; who calls in a group's name has not done it himself."""
    doers = list(act.of(role))
    if act.type != "responsibility_claim":
        return doers
    groups = [c for c in doers if isinstance(c.value, ActorValue) and c.value.kind in _GROUPS]
    named = [c for c in doers if isinstance(c.value, ActorValue) and (c.value.actor or c.value.kind != "person")]
    return named if groups else doers


def _harmed_none(event: Event, act: Event) -> bool:
    """Whether all that a denier says of a deed is that none of his died: "insisted that no soldier was killed"."""
    counts = [c.value for c in event.claims if isinstance(c.value, TollValue)]
    none = [c for c in event.claims if isinstance(c.value, TollValue) and c.value.high == 0]
    return len(none) == len(counts) > 0 and all(c.span.start > act.trigger.start for c in none)


def _is_bystander(doer: Claim) -> bool:
    return isinstance(doer.value, ActorValue) and doer.value.kind in ("civilians", "community")


def _is_anothers(text: str, event: Event, act: Event) -> bool:
    """Whether the deed that is claimed is told as a known party's, and not the claimant's: "a bombing by the Front"."""
    return any(
        isinstance(c.value, ActorValue)
        and c.value.actor
        and not any(_same(c, speaker) for speaker in act.of("speaker"))
        and any(_BY.fullmatch(text, m.end, max(m.end, c.span.start)) for m in event.mentions)
        for c in event.of("perpetrator")
    )


def _of_itself(text: str, act: Event) -> bool:
    """Whether who claims or denies speaks of his own deeds: not "the mayor said that rebels had done it"."""
    end = act.trigger.end
    if act.type == "denial":
        clause = _OF_OTHERS.match(text, end)
        return clause is None or speaks_of_itself(clause[0])
    if act.type == "responsibility_claim" and _EARLIER.match(text, end):
        return False
    if act.type != "responsibility_claim" or not (tells(act.trigger.of(text)) or _THAT.match(text, end)):
        return True
    stop = _FULL_STOP.search(text, end)
    return speaks_of_itself(text[end : stop.start() if stop else len(text)])


def _denies_that_he_did(text: str, act: Event, event: Event, doer: Claim) -> bool:
    """Whether a denial is of a deed of one's own: told with the deed, with words for a part in it, or by who is named.

    "The ministry denied the charges" of the sentence before says nothing of who did it.
    """
    if _has_no_part(text, act):
        return True
    if _is_of_anothers(text, act, event, doer):
        return False
    if any(_same(claim, doer) for claim in event.of("perpetrator")):
        return True
    gaps = (sorted((act.trigger, mention)) for mention in event.mentions)
    return any(not _FULL_STOP.search(text, first.end, second.start) for first, second in gaps)


def _is_of_anothers(text: str, act: Event, event: Event, doer: Claim) -> bool:
    """Whether what is denied is told as another's deed: "denied army raids on the mill", "raids by the army"."""
    end = act.trigger.end
    named = [c.span for c in event.of("perpetrator") if c.span != doer.span and not _same(c, doer)]
    return any(
        (end < span.start and span.end <= mention.start and not _FULL_STOP.search(text, end, mention.start)
         and not speaks_of_itself(text[end : mention.start]))
        or (end < mention.start and not _FULL_STOP.search(text, end, span.start)
            and _BY.fullmatch(text, mention.end, max(mention.end, span.start))
            and not speaks_of_itself(text[end : span.end]))
        for span in named
        for mention in event.mentions
    )  # fmt: skip


def _others_words(event: Event, act: Event, doer: Claim) -> Event:
    """The event without the denier's own words as if they told that he did it, and with what others say as they say it.

    "The rebels said army jets had hit it, but the army denied it": the rebels did not deny it.
    """

    def told(claim: Claim) -> Claim | None:
        if claim.field != "perpetrator" or claim.span.end > act.trigger.start:
            return claim
        apart = any(claim.span.end <= m.start < act.trigger.start for m in event.mentions)
        if claim.span == doer.span:
            return claim if apart else None
        if claim.stance != "denied" or claim.said_by is None or claim.said_by.span.overlaps(doer.span):
            return claim
        return replace(claim, stance="asserted") if apart else None  # his words are of another deed

    return replace(event, claims=tuple(c for claim in event.claims if (c := told(claim)) is not None))


def _has_no_part(text: str, act: Event) -> bool:
    """Whether what is denied is a part in the deed."""
    return bool(_PART.match(text, act.trigger.end) or _INVOLVED.match(text, act.trigger.end))


def _spoken_of(act: Event, events: Sequence[Event], text: str) -> list[str]:
    """The events that a verbal act speaks of; who denies a part in what he does not name speaks of the last deed."""
    told = [c.value.event for c in act.of("content") if isinstance(c.value, ContentValue) and c.value.event]
    if told or act.type != "denial" or not _has_no_part(text, act):
        return told
    before = {m.end: e.id for e in events if e.id != act.id and _is_deed(e) for m in e.mentions}
    last = max((end for end in before if act.trigger.start - NEAR < end <= act.trigger.start), default=None)
    return [before[last]] if last is not None else []


def _is_deed(event: Event) -> bool:
    """Whether an event is violence that was done."""
    return event.realis in ("actual", "historical") and load()[event.type].family == "violence"


def _said(event: Event, act: Event, speaker: Claim, doer: Claim, stance: str) -> Event:
    """The event with ``doer`` as its perpetrator according to ``speaker``."""
    if not isinstance(speaker.value, ActorValue) or not isinstance(doer.value, ActorValue):
        return event
    if stance == "alleged" and any(_same(accuser, doer) for accuser in act.of("speaker")):
        return event  # who accuses is not accused in the same breath
    if stance == "asserted" and doer.value.kind == "media":
        return event  # it only spreads the word
    said = Said(speaker.span, speaker.value)
    own = [c for c in event.of("perpetrator") if _same(c, doer) and c.stance != "denied"]
    if own and stance != "denied":
        # Whom he accuses he only alleges, also where all that he says was read as his words already.
        his = [c for c in own if c.said_by is None or (stance == "alleged" and c.said_by.span == said.span)]
        his = [c for c in his if c.stance != "possible"]  # where each accuses the other it stays open
        told = [replace(c, said_by=said, stance=stance) if c in his else c for c in event.claims]
        return replace(event, claims=tuple(told))
    where = (str(doer.span.start), str(doer.span.end), str(speaker.span.start))  # two voices may name the same words
    id_ = content_id(event.id, "perpetrator", *where, stance)
    sure = round(min(act.confidence, doer.confidence) * BELIEVED, 3)
    claim = Claim(id_, "perpetrator", doer.value, doer.span, said, stance, sure)
    return replace(event, claims=tuple(sorted((*event.claims, claim), key=lambda c: (c.span, c.field))))


def _same(one: Claim, other: Claim) -> bool:
    first, second = one.value, other.value
    if not isinstance(first, ActorValue) or not isinstance(second, ActorValue):
        return False
    return (first.actor or first.name.lower()) == (second.actor or second.name.lower())
