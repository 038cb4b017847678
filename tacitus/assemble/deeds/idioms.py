"""Set phrases whose words sound like another deed: an army's "flag march" is no rally, "filed past the grave" none.

In: a trigger as the reader saw it and its sentence. Out: the same trigger, as what the whole phrase tells, or with no
score where it tells nothing. One thing to know: each phrase is known by its trigger's words and by the words right
before or after them, and nothing further off is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tacitus.records.markup import Trigger
from tacitus.records.span import Span

_BEFORE, _AFTER = 120, 60  # characters that are looked at
_FORCE = r"(?:army|troops|soldiers|police(?:m[ae]n)?|gendarmes|paramilitar(?:y|ies)|rangers|rifles|forces?|battalions?)"
#: "The army staged a flag march": troops show themselves. Marchers under flags are none of a force.
_FLAG = re.compile(
    rf"\b{_FORCE} (?:[\w-]+ ){{0,4}}?(?:conduct|held|hold|stag|took out|tak|carr|undert|perform|march)\w*(?: out)? "
    r"(?:[\w-]+ ){0,3}?flag[ -]$",
    re.I,
)
_FLAG_BY = re.compile(rf" (?:[\w-]+ ){{0,3}}?by (?:[\w-]+ ){{0,3}}?{_FORCE}\b", re.I)
_MARCH = re.compile(r"(?:flag[ -])?march(?:es|ed|ing)?(?: past)?", re.I)
_STOPS = re.compile(r"(?:stop(?:s|ped|ping)?|intercept(?:s|ed|ing)?|board(?:s|ed|ing)?|halt(?:s|ed|ing)?)", re.I)
_SHIP = re.compile(
    r" (?:an?|the|two|three|another) (?:[\w-]+ ){0,3}?(?:ships?|vessels?|boats?|dhows?|skiffs?|trawlers?|tankers?|"
    r"freighters?)\b",
    re.I,
)
_REMOVES = re.compile(r"(?:remov|dismantl|clear|empt)(?:e?s|i?ed|ing)", re.I)
_CACHE = re.compile(
    r" (?:an?|the|two|three|another|several) (?:[\w’'-]+ ){0,3}?(?:weapons?|arms|ammunition|munitions?|explosives|"
    r"rockets?|missiles?) (?:depots?|caches?|stores?|dumps?|stockpiles?)\b",
    re.I,
)
_FILES = re.compile(r"fil(?:ed|e|es|ing)(?: past)?", re.I)
_THE_DEAD = re.compile(
    r"(?: past)? (?:[\w’'.-]+ ){0,3}?(?:graves?|tombs?|coffins?|caskets?|bier|body|bodies|mausoleum|"
    r"catafalque|remains)\b",
    re.I,
)
#: "Told them to choke on it": nobody is to do it.
_SCORN = re.compile(r"[\"“‘']?(?:choke(?: on)?|go to hell|get lost|drop dead)\b", re.I)
_TOLD_TO = re.compile(r" (?:[\w’'-]+ ){1,4}to (?=[\"“‘']?(?:choke on|go to hell|get lost|drop dead)\b)", re.I)
_PULLS_OUT = re.compile(r"pull(?:s|ed|ing)? out|withdr[ae]w(?:n|s|ing|al)?|pull-?out", re.I)
_GATHERING = re.compile(
    r"(?: (?:of|from))? (?:the|an?|this|next|its|their) (?:[\w’'-]+ ){0,4}?"
    r"(?:summits?|conferences?|talks|meetings?|negotiations|games|festival|tournament)\b",
    re.I,
)
_RUN_OVER = re.compile(r"hit(?:s|ting)?|struck|strikes|r[au]n over|dr[oi]ve(?:s|n)? over|rolled over|stepped on", re.I)
_PLANTED = re.compile(
    r" (?:an?|the|another|two) (?:(?!coal\b|gold\b|copper\b|diamond\b)[\w-]+ ){0,3}?(?:(?:land)?mines?|IEDs?|"
    r"roadside bombs?|(?:improvised )?explosive devices?)\b(?! (?:factory|depot|workshop|site|shaft|in which)\b)",
    re.I,
)
_ON_THE_WAY = re.compile(
    r"\b(?:convoys?|vehicles?|(?:mini)?bus(?:es)?|cars?|trucks?|lorry|lorries|patrols?|vans?|pick-?ups?|jeeps?|tractors?|"
    r"motorcycles?|motorbikes?|carts?|taxis?|humvees?|tanks?|trains?|carriers?|ambulances?)\b"
    r"(?: (?!and\b|but\b|when\b)[\w-]+){0,6} $",
    re.I,
)
_REPRISAL = re.compile(r"(?:reprisals?|retaliations?|retribution|revenge|vengeance|persecution|punishment)\b", re.I)
#: "Who would not be named for fear of reprisals": why one does not say who he is, and no news.
_UNNAMED = re.compile(
    r"\b(?:anonym\w+|nam(?:e|es|ed)|identif\w+|identit(?:y|ies)|withheld)\b[^.;]{0,80}\bfear(?:s|ed|ing)?\b[^.;,]{0,30}$",
    re.I,
)
#: "Fired a missile at the airport": no test, unless it went into the sea.
_FIRES = re.compile(r"(?:fir|launch)(?:es|ed|ing)", re.I)
_AT_A_TARGET = re.compile(
    r" (?:[\w-]+ ){0,4}?(?:missiles?|rockets?|drones?) (?:at|on|against|towards?|into) "
    r"(?!(?:[\w-]+ ){0,3}(?:seas?|ocean|waters|gulf|bay|space|orbit)\b)\w",
    re.I,
)
#: "Fire-fighting", "crime fighting": nobody clashes.
_FIGHTING = re.compile(r"-?\s?fight(?:ing|s|ers?)?", re.I)
_NO_FOE = re.compile(r"\b(?:fire|bull|crime|cock|corruption|drug|inflation|poverty|pollution|disease)s?[ -]?$", re.I)
#: "An attack was launched": what is launched is told, and is no test of a weapon.
_LAUNCHED = re.compile(r"(?:launch|carri|mount|stag|fir)(?:ed|ied)(?: out)?", re.I)
_DEED_WAS = re.compile(
    r"\b(?:attack|assault|offensive|raid|operation|campaign|strike|invasion|incursion|bombardment|counter-?offensive)s?"
    r"(?: (?:was|were|is|are|being|been|had|has|have|also|first|\w+ly)){1,4} $",
    re.I,
)
#: "He acted in the nation's interest": what he did is told by other words.
_ACTED = re.compile(r"act(?:ed|ing)", re.I)
_VIOLENT = frozenset(
    "armed_attack armed_clash air_strike shelling bombing chemical_attack assault mob_violence raid massacre".split()
)
_RALLIES = ("demonstration", "violent_demonstration")


def as_idiom(text: str, trigger: Trigger, sentence: Span) -> Trigger:
    """The trigger as what its whole phrase tells."""
    kind, words = trigger.type, trigger.span.of(text)
    before = text[max(sentence.start, trigger.span.start - _BEFORE) : trigger.span.start]
    after = text[trigger.span.end : min(sentence.end, trigger.span.end + _AFTER)]
    told = kind
    if kind in _RALLIES and _MARCH.fullmatch(words) and _is_flag_march(words, before, after):
        told = "deployment"
    elif kind in (*_RALLIES, "support") and _FILES.fullmatch(words) and _THE_DEAD.match(after):
        return replace(trigger, score=0.0)
    elif kind == "armed_clash" and _FIGHTING.fullmatch(words) and _NO_FOE.search(before):
        return replace(trigger, score=0.0)
    elif kind in _VIOLENT and _ACTED.fullmatch(words) and not after.startswith(" against"):
        return replace(trigger, score=0.0)
    elif kind == "weapons_test" and _LAUNCHED.fullmatch(words) and _DEED_WAS.search(before):
        return replace(trigger, score=0.0)
    elif kind == "blockade" and _STOPS.fullmatch(words) and _SHIP.match(after):
        told = "seizure"
    elif kind == "destruction" and _REMOVES.fullmatch(words) and _CACHE.match(after):
        told = "weapons_disrupted"
    elif _SCORN.match(words) and before.rstrip("\"“‘'").endswith(" to "):
        return replace(trigger, score=0.0)
    elif _REPRISAL.match(words) and _UNNAMED.search(before):
        return replace(trigger, score=0.0)
    elif kind == "weapons_test" and _FIRES.fullmatch(words) and _AT_A_TARGET.match(after):
        told = "shelling"
    elif kind == "demand" and _TOLD_TO.match(after):
        told = "rejection"
    elif kind == "withdrawal" and _PULLS_OUT.fullmatch(words) and _GATHERING.match(after):
        told = "boycott"
    elif kind in ("armed_attack", "armed_clash") and _RUN_OVER.fullmatch(words) and _PLANTED.match(after):
        told = "bombing" if _ON_THE_WAY.search(before) or "step" in words.lower() else kind
    return trigger if told == kind else replace(trigger, type=told)


def _is_flag_march(words: str, before: str, after: str) -> bool:
    if words.lower().startswith("flag"):
        before += words[:5]
    elif not before.lower().endswith(("flag ", "flag-")):
        return False
    return bool(_FLAG.search(before) or _FLAG_BY.match(after))
