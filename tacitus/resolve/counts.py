"""Text → every count of people in it, by rules alone.

In: a text. Out: :class:`Count` spans with their bounds. One thing to know: a number counts people only if
a noun for people follows it, or a word for their fate stands beside it; what is followed by a unit, a weapon
or any other thing is left alone, so money, distances, ages, dates and unit numbers stay out by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.records.span import Span
from tacitus.resolve.numbers import Bounds, bounds, who
from tacitus.resolve.quantities import quantities


@dataclass(frozen=True, slots=True)
class Count:
    """A count of people: its words, how many, and who they were."""

    span: Span
    bounds: Bounds
    who: str | None


_NOUNS = (
    r"people|persons?|(?:\w{0,12}?(?:wo)?m[ae]n)|child(?:ren)?|boys?|girls?|kids?|toddlers?|bab(?:y|ies)|infants?|teens?|youths?|"
    r"civilians?|villagers?|residents?|citizens?|locals|natives|nationals?|foreigners?|tourists?|visitors?|passengers?|"
    r"pilgrims?|worshippers?|devotees|mourners?|guests?|customers?|shoppers?|bystanders?|onlookers?|passers-?by|families|"
    r"fighters?|militants?|insurgents?|rebels?|guerrillas?|terrorists?|extremists?|jihadis?(?:ts?)?|attackers?|assailants?|"
    r"gunm[ae]n|bombers?|hijackers?|kidnappers?|bandits?|robbers?|thieves|smugglers?|traffickers?|pirates?|gangsters?|"
    r"cadres?|maoists?|naxals?|naxalites?|ultras?|commanders?|leaders?|chiefs?|heads|members?|activists?|supporters?|"
    r"separatists?|loyalists?|islamists?|mujahid(?:een)?|martyrs?|soldiers?|troops|troopers?|jawans?|rangers?|commandos?|marines?|sailors?|airmen|pilots?|"
    r"servicem[ae]n|officers?|personnel|guards?|sentries|recruits?|conscripts?|reservists?|veterans?|paramilitar(?:y|ies)|"
    r"peacekeepers?|police|policem[ae]n|constables?|inspectors?|sub-inspectors?|sergeants?|corporals?|captains?|"
    r"majors?|colonels?|generals?|lieutenants?|officials?|ministers?|lawmakers?|senators?|councillors?|mayors?|judges?|"
    r"lawyers?|prosecutors?|diplomats?|ambassadors?|envoys?|journalists?|reporters?|photographers?|cameram[ae]n|bloggers?|"
    r"doctors?|nurses?|medics?|paramedics?|patients?|staff|employees|workers?|labou?rers?|miners?|farmers?|peasants?|"
    r"herders?|shepherds?|fishers?|drivers?|traders?|merchants?|vendors?|shopkeepers?|businessm[ae]n|engineers?|"
    r"contractors?|translators?|interpreters?|teachers?|professors?|students?|pupils?|schoolgirls?|schoolboys?|"
    r"schoolchildren|imams?|clerics?|priests?|nuns?|monks?|bishops?|pastors?|preachers?|elders?|protest[eo]rs?|demonstrators?|"
    r"rioters?|strikers?|marchers?|dissidents?|refugees?|migrants?|returnees|evacuees|asylum[- ]seekers?|prisoners?|"
    r"detainees?|inmates?|captives?|hostages?|suspects?|accused|convicts?|defectors?|deserters?|survivors?|victims?|"
    r"casualt(?:y|ies)|fatalit(?:y|ies)|deaths|injuries|lives|bodies|corpses|dead|wounded|injured|missing|relatives?|"
    r"brothers?|sisters?|sons?|daughters?|fathers?|mothers?|parents?|wives|wife|husband|couples?|uncles?|aunts?|nephews?|"
    r"cousins?|grandchildren|others|them|foreign fighters|adults?|minors?|males?|females?|individuals?|accomplices?|"
    r"associates?|aides?|bodyguards?|volunteers?|rescuers?|firefighters?|athletes?|players?|tribesm[ae]n|adivasis?|dalits?|"
    r"sympathi[sz]ers?|informers?|informants?|collaborators?|spies|agents?|operatives?|mercenaries|mercenary|arrests|abductees|"
    r"displaced|homeless|[a-z]{3,20}(?:ists|ians)|militiam[ae]n|extras|strangers?|crew(?: members)?|Taliban|Hamas|Hezbollah|ISIS"
)
_PEOPLE = re.compile(rf"(?:{_NOUNS})(?![\w-])", re.I)
_DEMONYM = re.compile(r"[A-Z][\w-]{2,30}?(?:ists|ians|ans|is|ese|men|eers|ees|Sikhs|Kurds|Arabs|Turks|Serbs)(?![\w-])")
# "-man" words that are no men, and nouns for people that stand for things after them.
_NOT_PEOPLE = re.compile(r"(?:german|roman|ottoman|human|women's|specimen)$", re.I)
# Steps over the words between a number and its noun; never over a verb, a unit or a thing.
_ADJECTIVE = re.compile(
    r"[\"'‘’“”]?(?:of (?:the|these|those|his|its|their) \d{1,6}|of|the|his|her|its|their|our|these|those|other|more|additional|further|suspected|alleged|armed|unarmed|"
    r"local|foreign|young|old|older|elderly|minor|male|female|top|senior|junior|high-ranking|unidentified|unknown|masked|"
    r"wounded|injured|dead|killed|slain|captured|innocent|ordinary|fellow|former|retired|off-duty|serving|special|civil|"
    r"\w+-year-olds?|pregnant|aid|health|relief|rescue|humanitarian|factory|farm|school|university|police|army|military|"
    r"navy|naval|government|state|federal|provincial|district|border|security|opposition|pro-\w+|anti-\w+|regime|rebel|"
    r"militant|militia|terrorist|insurgent|Islamist|jihadist|Maoist|Taliban|tribal|village|family|crew|gang|party|union|"
    r"church|mosque|road|construction|railway|oil|coal|tea|brick|media|news|TV|bank|bus|truck|taxi|lorry|rickshaw|"
    r"paramilitary|\w+-(?:based|backed|led|linked|born|speaking)|[a-z]{2,20}(?:ern|ian|ese|ish)|[A-Z][\w'’.-]{1,30})"
    r"[\"'‘’“”]?(?:\s+|/|-|\s*\([^()]{1,30}\)\s*)"
)
_STEPS = 8
_GAP = re.compile(r"[\s-]+[\"'“‘]?")
_SPACE = re.compile(r"\s+")
_IS_PLURAL = re.compile(r"(?:[^su\s]s|people|[a-z]m[e]n|children|personnel|troops|them)$", re.I)
_CLOSES = re.compile(
    r"\s*(?:$|[.,;:()!?\"'’”–—-])|\s+(?:and|or|in|on|at|of|from|for|with|by|near|who|whose|was|were|is|are|has|had|have|been|"
    r"to|as|after|before|when|while|during|that|outside|inside|aged|dead|died|said|told|including|also|\w+ed|[A-Z]\w+)\b"
)
_FATE = re.compile(
    r"\s+(?:(?:were|was|are|is|have been|had been|has been|being|get|got|lay|also|others?|more|reported(?:ly)?|confirmed|"
    r"feared|believed|as|still|either|seriously|critically|slightly|badly|later|already|of (?:them|whom|those|these))\s+){0,5}"
    r"(?:killed|slain|dead|dying|died|die|perished|murdered|executed|beheaded|massacred|hurt|wounded|injured|maimed|missing|"
    r"arrested|detained|abducted|kidnapped|captured|seized alive|taken (?:hostage|prisoner|captive)|hospitali[sz]ed|displaced|homeless|"
    r"surrendered|fled|freed|released)\b", re.I
)  # fmt: skip
_FATE_BEFORE = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|slay(?:s|ing)|wound(?:s|ed|ing)?|injur(?:e|es|ed|ing)|hurt(?:ing)?|maim(?:s|ed|ing)?|"
    r"murder(?:s|ed|ing)?|arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|"
    r"(?:death|casualty) toll (?:has |had )?(?:\w+ ){0,3}(?:to|at|of|is|was|stands at)|"
    r"toll\b[^.;\n]{0,24}? (?:from|to)|toll (?:\w+ ){0,2}from \S+ to|(?:injured|wounded|dead) (?:at|to))(?: another| a further| and)?\s+$", re.I
)  # fmt: skip
_END = re.compile(r"\s*(?:[.,;:)!?]|$|\s(?:and|in|on|at|by|near|when|after|while|with|during|as|but|others?|including|people)\b)")
_SINGLE = re.compile(
    r"\b(?:an?|another|one more)\s+(?=[\w\"'])|\b(?:no[ -]?one|nobody|none|no (?:casualties|injuries|deaths|fatalities|"
    r"arrests|loss of life|losses))\b", re.I
)  # fmt: skip
_ONLY_PLURAL = re.compile(r"(?:people|police|troops|personnel|staff|crew|them|Taliban|Hamas|Hezbollah|ISIS|\w+s)$", re.I)
# "47 Brigade", "Articles 3", "Highway 1", "aged 40", "page 7": a name, not a count.
_NUMBERED = re.compile(
    r"(?:\b(?i:aged?|page|article|section|act|chapter|resolution|highway|route|brigade|division|corps|battalion|regiment|"
    r"sector|zone|phase|room|flight|number|no\.?|line|level|category|class|grade|group|unit|camp|km|channel|top|"
    r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|"
    r"december)\s+|\b[A-Z]{2,8}-?\s?)$"
)  # fmt: skip


def find_counts(text: str) -> list[Count]:
    """All counts of people in the text, from left to right."""
    found: list[Count] = []
    for span in sorted({*_numbered(text), *_single(text)}):
        if found and span.start < found[-1].span.end:
            continue
        words = span.of(text)
        if value := bounds(words):
            found.append(Count(span, value, who(words)))
    return found


def _numbered(text: str) -> Iterator[Span]:
    for amount in quantities(text):
        start, end = amount.span.start, amount.span.end
        if _is_year(text, start, end) or _names_a_thing(text, start):
            continue
        if noun := _noun(text, end):
            yield Span(start, noun)
        elif _FATE.match(text, end) or (_END.match(text, end) and _FATE_BEFORE.search(text, max(0, start - 50), start)):
            yield Span(start, end)


def _single(text: str) -> Iterator[Span]:
    """A policeman; another man; no one."""
    for match in _SINGLE.finditer(text):
        if not match[0].endswith((" ", "\n", "\t")):
            yield Span(*match.span())
        elif (noun := _noun(text, match.end() - 1)) and not _ONLY_PLURAL.search(text, match.start(), noun):
            yield Span(match.start(), noun)


def _noun(text: str, at: int) -> int | None:
    """Where the noun for people ends that follows at a position, over adjectives; None if there is none."""
    gap = _GAP.match(text, at)
    found = None
    at = gap.end() if gap else len(text)
    for _ in range(_STEPS):
        noun = _PEOPLE.match(text, at) or _DEMONYM.match(text, at)
        if noun and not _NOT_PEOPLE.search(noun[0]):
            found = noun
        elif found:  # "police officers": nouns in a row; the last is the head
            break
        step = _SPACE.match(text, found.end()) if found else _ADJECTIVE.match(text, at)
        if not step:
            break
        at = step.end()
    if not found or not (_IS_PLURAL.search(found[0]) or _CLOSES.match(text, found.end())):
        return None  # "five police stations", "a rebel attack"
    return found.end()


def _is_year(text: str, start: int, end: int) -> bool:
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", text[start:end])) and not _PEOPLE.match(text, end + 1)


def _names_a_thing(text: str, start: int) -> bool:
    return bool(_NUMBERED.search(text[max(0, start - 14) : start]))
