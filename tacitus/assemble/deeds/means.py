"""Attacks that their own words tell apart: by what they were made with, by whom they hit, by the noun behind the verb.

In: a trigger, its sentence and the markup. Out: its type, mended. One thing to know: only words of the trigger's own
phrase or sentence count, and only where nothing in them speaks for the type that the reader gave.
"""

from __future__ import annotations

import re

from tacitus.assemble.counts.animals import only_animals
from tacitus.assemble.deeds.slain import slain_in_arms
from tacitus.records.letters import has_any
from tacitus.records.markup import Markup, Trigger
from tacitus.records.span import Span

#: "Batteries shelled it by mistake": a deed all the same, and whose it was is told.
_STRIKES = re.compile(r"\b(?:re)?(?:shell|bombard|bomb|pound|straf)(?:ed|ing|s|ment)\b", re.I)
_MISTAKEN = re.compile(r"\b(?:by mistake|unintentionally|mistaken?ly|accidentally)\b", re.I)
_LIGHT = re.compile(
    r"launch(?:ed|es|ing)?|carried out|carry(?:ing)? out|conduct(?:ed|s|ing)?|mounted|staged|waged", re.I
)
_NOUN = re.compile(r"\s+(?:an?\s+|the\s+|another\s+|several\s+|new\s+|[a-z]+ly\s+|[a-z]+-[a-z]+\s+|[a-z]+\s+){0,4}")
_CHEMICAL = re.compile(
    r"\b(?:loaded|filled|packed|tipped|laced|containing|carrying|releasing|with)\b[^.;,]{0,40}"
    r"\b(?:chlorine|sarin|(?:poison(?:ous)?|toxic|mustard|nerve) (?:gas|agents?))\b",
    re.I,
)
_AGENTS = ("chlorine", "sarin", " gas", " agent")
_MISSILE_WORDS = ("missile", "rocket", "mortar", "artillery", "howitzer")
_MISSILES = re.compile(r"\b(?:missiles?|rockets?|mortars?|artillery|howitzers?)\b", re.I)
_GUNS = re.compile(
    r"\b(?:guns?|rifles?|gunfire|firearms?|pistols?|AK-?47s?|grenades?|bombs?|explosives?|mines?)\b",
    re.I,
)
#: Guns and grenades that are fired like those.
_LIKE_MISSILES = re.compile(
    r"\b(?:rocket[ -]propelled[ -]grenades?(?: launchers?)?|RPGs?|anti-?aircraft guns?)\b", re.I
)
_AIRCRAFT = re.compile(
    r"\b(?:air|aerial|airstrikes?|air-to-\w+|jets?|warplanes?|planes?|aircraft|helicopters?|gunships?|drones?|bombers?|"
    r"barrel bombs?|fighters?|sorties?|coalition|UAVs?)\b",
    re.I,
)
_CRAFT = (
    r"(?:helicopters?|(?:helicopter )?gunships?|warplanes?|jets?|aircraft|planes?|bombers?|drones?|UAVs?|MiG[\w-]*|"
    r"Mi-\d+s?|Mirages?|Sukhois?|Su-\d+s?|F-\d+s?)"
)
#: "Rockets fired from a helicopter", "a helicopter struck back": what flies fires, whatever it fires.
_FROM_AIR = re.compile(rf"\b(?:from|by) (?:[\w-]+ ){{0,3}}{_CRAFT}\b(?!-)", re.I)
_FLIES_AND = re.compile(rf"(?<!anti-)\b{_CRAFT}(?: [\w-]+){{0,6}} $", re.I)
#: "An aerial assault", whatever the reader took the assault for.
_AERIAL = re.compile(r"\b(?:aerial|air)[ -]$", re.I)
_NAMED = re.compile(r"(?:assault|attack|bombardment|raid|strike|bombing|barrage)s?", re.I)
_SHOT_AT = ("anti-aircraft", "shot down", "downed", "intercept", "crashed")
_FORCES = re.compile(r"\b(?:police(?:m[ae]n)?|officers|troops|soldiers|security forces|army|gendarmes|guards)\b", re.I)
_CROWD = re.compile(
    r"\s+(?:and \w+ )?(?:an?\s+|the\s+|some\s+|[a-z]+\s+){0,3}(?:protest(?:er)?s?|demonstrat(?:ion|or)s?|rally|"
    r"marchers|sit-in|human chain)\b"
)
_AS_SHIELDS = re.compile(r"\bas (?:human shields?|hostages?)\b", re.I)
_CAPTURES = re.compile(r"(?:re)?captur\w+|seiz\w+|took|tak(?:en|es|ing)", re.I)
#: "Rallies for the miners were held": nobody is held, and neither rally leaders nor a man at a rally are meant.
_RALLY_IS = re.compile(
    r"\W{0,3}(?:(?!(?:at|in|of|during|from|near|by|to|for|on|outside|after|as|when)\b)[\w'’-]+ ){0,4}?"
    r"(?:demonstrations?|protests?|rall(?:y|ies)|vigils?|sit-ins?)"
    r"(?= (?:is|are|was|were|have|has|had|over|against|for|in|on|at|across|by|demanding|calling|organi[sz]ed)\b)"
    r"(?:(?!\b(?:who|that|when|after|as|while|because|and|where)\b)[^,.;:\n]){0,120}?"
    r"\b(?:is|are|was|were|been)(?: being)? $",
    re.I,
)
_NOT_IN_IT = r"(?!(?:at|in|from|near|of|outside|inside|and|who|by|after|on|to|with|m[ae]n)\s)"
#: "Captured two camps", and neither "two men in a camp" nor "the camp commander".
_GROUND = re.compile(
    rf"\s+(?:{_NOT_IN_IT}[\w.’'()-]+\s+){{0,6}}?"
    r"(?:camps?|bases?|outposts?|towns?|villages?|cit(?:y|ies)|districts?|headquarters|checkpoints?|hills?|bridges?|"
    r"airports?|airfields?|islands?|strongholds?)\b"
    r"(?!['’]|\s(?!(?:in|on|near|from|after|and|during|by|for|of|with|at|as|while|before|where|which|late|early|over|located|situated)\b)"
    r"[a-z])"
)
#: "A raid netted nine suspects": who is caught so is arrested.
_CATCHES = re.compile(
    r"(?P<before>[^.;\n]{0,80}?)\b(?:netted|nabbed|rounded up)\s+(?:[\w-]+ ){0,5}?(?:suspects?|members?|militants?|"
    r"rebels?|insurgents?|fighters?|m[ae]n|people|persons?|youths?|terrorists?|guerrillas?|gangsters?|others)\b"
)
_NETS = re.compile(r"netted|nabbed|rounded up", re.I)
_SWEEPS = re.compile(r"(?:raid|operation|sweep|swoop|search|crackdown|dragnet)(?:e?s)?", re.I)
#: "A second bomb went off", told of without a bomber: nobody says that somebody died with it.
_ANOTHER_BOMB = re.compile(
    r"\b(?:another|(?:a|the) (?:second|third|fourth|fifth|separate|further|different)|roadside) (?:[\w-]+ ){0,2}?"
    r"(?:bombs?|devices?|explosions?|blasts?|IEDs?|mines?)\b(?! attack|ers?\b)",
    re.I,
)
_BOMBER = re.compile(
    r"\b(?:suicide|bombers?|attackers?|assailants?|martyrdom|vests?|belts?|himself|herself|themselves|rammed|"
    r"explosives?-laden)\b",
    re.I,
)
#: What may be told of animals alone, where the reader looks for people.
_KILLING = frozenset(
    {"armed_attack", "armed_clash", "looting", "execution", "assassination", "assault", "mob_violence", "raid"}
)
_TOLD = 0.3  # what a trigger must score to be told for itself
#: Who enters a town, storms it or advances on it has not taken it, unless the sentence says so.
_GOT_IN = re.compile(
    r"(?:enter(?:ed|s|ing)?|advanc(?:e[ds]?|ing)|(?:roll(?:ed|s|ing)?|mov(?:ed|es|ing)) in(?:to)?|storm(?:ed|s|ing)?)",
    re.I,
)
_TAKEN = re.compile(
    r"\b(?:(?:re)?captur|(?:re)?tak(?:e|ing|en)\b|(?:re)?took|seiz|overr[au]n|fell\b|fallen|los[et]|control|occup|hold|"
    r"held\b|conquer|liberat|drove|driven|oust|withdr[ae]|fled|empty|deserted|without|unopposed|resistance)(?<!-held)",
    re.I,
)
_FOUGHT = re.compile(
    r"\b(?:offensive|assault|clash|fight|fought|battl|attack|shell|kill|die|dead|advanc|storm)|-held\b", re.I
)
_FROM_NEAR = re.compile(r"\b(?:ambush\w*|opened fire|gunned down|shot dead|gun ?battle|gun ?fight|fire ?fight)\b", re.I)
_LIKELY = 0.5  # what a link must score
_HITS = frozenset({"air_strike", "shelling", "bombing", "armed_attack"})


def by_means(text: str, markup: Markup, trigger: Trigger, sentence: Span) -> str:
    """The type of an attack, by the words it is told in."""
    told_of, kind = sentence.of(text), trigger.type
    if kind in _HITS and _LIGHT.fullmatch(trigger.span.of(text)):
        noun = _behind(text, markup, trigger)
        if noun is not None and noun.type in (*_HITS, "chemical_attack"):
            kind = noun.type
    if kind in ("air_strike", "shelling", "bombing") and has_any(told_of, _AGENTS) and _CHEMICAL.search(told_of):
        return "chemical_attack"
    if kind == "air_strike" and has_any(told_of, _MISSILE_WORDS):
        if _MISSILES.search(told_of) and not _AIRCRAFT.search(told_of):
            return "shelling"
    if kind in _KILLING and only_animals(text, sentence, trigger.span):
        return "destruction"
    if kind == "execution" and slain_in_arms(text, markup, trigger, sentence):
        return "armed_attack"
    if kind in ("air_strike", "raid", "armed_attack", "armed_clash") and _catches(text, markup, trigger, sentence):
        return "arrest"
    if kind == "suicide_bombing" and _ANOTHER_BOMB.search(told_of) and not _BOMBER.search(told_of):
        return "bombing"
    if kind == "arrest" and _AS_SHIELDS.search(text, trigger.span.end, sentence.end):
        return "abduction"
    if kind == "arrest" and _CAPTURES.fullmatch(trigger.span.of(text)) and _GROUND.match(text, trigger.span.end):
        return "territory_seized"
    if kind == "territory_seized" and _GOT_IN.fullmatch(trigger.span.of(text)) and not _TAKEN.search(told_of):
        if trigger.span.of(text).lower().startswith("storm"):
            return "armed_attack"
        return "armed_clash" if _FOUGHT.search(told_of) else "deployment"
    if kind == "armed_attack" and _with_heavy_weapons(text, markup, trigger, sentence):
        kind = "shelling"
    if kind == "arrest" and trigger.span.of(text) == "held":
        return "demonstration" if _RALLY_IS.fullmatch(text, sentence.start, trigger.span.start) else kind
    if kind == "shelling" and _from_the_air(text, trigger, sentence):
        return "air_strike"
    if kind in ("shelling", "bombing", "armed_attack") and _NAMED.fullmatch(trigger.span.of(text)):
        return "air_strike" if _AERIAL.search(text, max(0, trigger.span.start - 8), trigger.span.start) else kind
    if kind in ("armed_attack", "assault") and _CROWD.match(text, trigger.span.end):
        before = text[sentence.start : trigger.span.start]
        return "excessive_force" if _FORCES.search(before) else kind
    return kind


def _catches(text: str, markup: Markup, trigger: Trigger, sentence: Span) -> bool:
    """Whether a sweep is told of by whom it caught, or this is the word for it."""
    words = trigger.span.of(text)
    if _NETS.fullmatch(words):
        return _CATCHES.match(text, trigger.span.start, sentence.end) is not None
    caught = _SWEEPS.fullmatch(words) and _CATCHES.match(text, trigger.span.end, sentence.end)
    if not caught:
        return False
    end = caught.end()
    return not any(trigger.span.end < t.span.start < end and t.score >= _TOLD for t in markup.triggers)


def _with_heavy_weapons(text: str, markup: Markup, trigger: Trigger, sentence: Span) -> bool:
    """Whether all that an attack was made with are mortars, guns of the artillery, rockets or missiles."""
    links = [x for x in markup.links if x.score >= _LIKELY and x.role in ("same", "weapon")]
    pairs = [(x.head.span, x.tail.span) for x in links if x.role == "same"]
    tellings = {trigger.span, *(span for pair in pairs if trigger.span in pair for span in pair)}
    means = [x.tail.span.of(text) for x in links if x.role == "weapon" and x.head.span in tellings]
    if _FROM_NEAR.search(sentence.of(text)):  # what hit others in the next sentence tells nothing of an ambush
        means = [x.tail.span.of(text) for x in links if x.role == "weapon" and sentence.holds(x.tail.span)]
    fired = [_LIKE_MISSILES.sub("rockets", words) for words in means]
    return any(_MISSILES.search(words) for words in fired) and not any(_GUNS.search(words) for words in fired)


def _from_the_air(text: str, trigger: Trigger, sentence: Span) -> bool:
    """Whether an aircraft fires, and is not fired at."""
    if has_any(sentence.of(text), _SHOT_AT):
        return False
    before = text[max(sentence.start, trigger.span.start - 60) : trigger.span.start]
    return bool(_FROM_AIR.search(sentence.of(text)) or _FLIES_AND.search(before))


def _behind(text: str, markup: Markup, verb: Trigger) -> Trigger | None:
    """The noun that a verb of no meaning of its own goes with: "launched a gas attack"."""
    for other in sorted(markup.triggers, key=lambda t: t.span):
        if other.span.start > verb.span.end:
            return other if _NOUN.fullmatch(text, verb.span.end, other.span.start) else None
    return None


def struck_by_mistake(words: str, around: str, markup: Markup, trigger: Trigger) -> bool:
    """Whether a verb tells that somebody shelled or bombed it, though words around it say that he did not mean to."""
    if not _STRIKES.fullmatch(words) or not _MISTAKEN.search(around):
        return False
    return words.lower().endswith("ed") or any(x.head is trigger and x.role == "agent" for x in markup.links)
