"""Text → every count of people in it, by rules alone.

In: a text. Out: :class:`Count` spans with their bounds. One thing to know: a number counts people only if
a noun for people follows it, or a word for their fate stands beside it; what is followed by a unit, a weapon
or any other thing is left alone, so money, distances, ages, dates and unit numbers stay out by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tacitus.records.letters import small
from tacitus.records.span import Span
from tacitus.records.two_places import of_two_places
from tacitus.resolve.numbers.ages import is_age
from tacitus.resolve.numbers.people import KIN, is_plural, modifies, names_people
from tacitus.resolve.numbers.quantities import quantities
from tacitus.resolve.numbers.tolls import Bounds, bounds, who


@dataclass(frozen=True, slots=True)
class Count:
    """A count of people: its words, how many, and who they were."""

    span: Span
    bounds: Bounds
    who: str | None


_STEPS = 8  # words from the number to the head of its noun phrase
_WORD = re.compile(r"[\"'‘“]?([\w'’.-]*\w)[\"'’”]?")
_GAP = re.compile(r"\s*\([^()]{1,30}\)\s*|[\s-]+|/")
_OF_HOW_MANY = re.compile(
    r"\s+of (?:the|these|those|his|its|their) (?:\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"[a-z]{3,5}(?:teen|ty))(?=\s)"
)
#: "Half of the 30 recruits": which of them it is that the sentence tells of.
#: These two, what may stand before a count (:data:`_NUMBERED`, :data:`_OWNERS`, :data:`_WISHED`), :data:`_SINGLE` and
#: :data:`_TWO` are for small letters: to ignore case takes twice as long.
_SHARE = re.compile(
    r"\b(?:(?:about|nearly|almost|more than|over|at least|less than) )?(?:half|a third|a quarter|most|"
    r"(?:the|a) majority) of (?:(?:the|its|their|his|her|all)\s+){1,2}$"
)
_SOME_SHARE = re.compile(
    r"\b(?:some|part|not all|few|(?:two|three|four)[- ](?:thirds|quarters|fifths)) of "
    r"(?:(?:the|its|their|his|her|all)\s+){1,2}$"
)
_HARMED = re.compile(r"\s+(?:dead|killed|wounded|injured|hurt|missing)\b", re.I)
#: "3 x US KIA", "2 ANP WIA": how cables count the killed and the wounded in action.
_CABLE = re.compile(r"(?<![\w.-])(\d{1,3}) ?(?:[xX] )?((?:[A-Za-z][\w/'’-]* ){0,4}?)(?:KIA|WIA|DOW)\b")
# After a form that need not be plural ("police", "a rebel"): the phrase ends there, no "station" or "attack" follows.
_CLOSES = re.compile(
    r"\s*(?:$|[.,;:()!?\"'’”–—-])|\s+(?:\w+ed|\w+ing|[A-Z]\w+|and|or|in|on|at|of|from|for|with|by|near|who|whose|was|were|is|are|"
    r"has|had|have|been|to|as|after|before|when|while|during|that|outside|inside|dead|died|said|told|including|also|fell|gave|laid|lost|met|made|took|paid|KIA|WIA)\b"
)
_FATE = re.compile(
    r"\s+(?:(?:were|was|are|is|have|had|has|been|being|get|got|lay|also|others?|more|reported(?:ly)?|confirmed|feared|"
    r"believed|as|still|either|badly|later|[a-z]{4,12}ly|already|of (?:them|whom|those|these))\s+){0,5}"
    r"(?:(?:sustained|suffered|received) (?:[\w-]+ ){0,2}(?:injuries|wounds)|"
    r"(?:laid down|gave|lost|sacrificed) their lives|"
    r"perished|succumbed|fell(?! (?:ill|sick|back|from|into|to|on|for|short|by)\b)|martyred|"
    r"killed|slain|dead|dying|died|die|murdered|executed|beheaded|massacred|hurt|wounded|injured|maimed|"
    r"missing|arrested|detained|abducted|kidnapped|captured|"
    r"taken (?:hostage|prisoner|captive)|hospitali[sz]ed|displaced|"
    r"homeless|surrendered|fled|freed|released)\b",
    re.I,
)
_FATE_BEFORE = re.compile(
    r"\b(?:(?:kill|wound|injur|hurt|maim|murder|arrest|detain|captur|abduct|kidnap|slay|displac)(?:p?ed|es?|s|p?ing)?|"
    r"number of (?:the )?(?:dead|deaths|killed)(?: (?:has|had|is|was|now|at|to|rose|risen)){1,3}|"
    r"toll\b[^.;\n]{0,48} (?:from|to|at|of|is|was)|toll [^.;\n]{0,16}from \S+ to|(?:injured|wounded|dead) (?:at|to))"
    r"(?: another| a further| and)?\s+$",
    re.I,
)
_REACH = 60
_END = re.compile(
    r"\s*(?:[.,;:)!?\n]|$)|\s+(?:and|in|on|at|by|near|to|when|after|while|with|during|as|but|others?|including|people|since|the|"
    r"his|her|their|an?(?! (?:day|week|month|year|hour)))\b"
)
_SINGLE = re.compile(
    r"\b(?:(?:an?|another|one more)(?=\s+[\w\"'])|(?:no[ -]?one|nobody|none|"
    r"no (?:casualt(?:y|ies)|causalit(?:y|ies)|injur(?:y|ies)|deaths?|fatalit(?:y|ies)|arrests?|losses|loss of life))"
    r"\b)"
)
#: "A family of six", which are six; "a family of six children" has parents too.
_OF_SIZE = re.compile(
    r"(?<=family) of (?:\d\d?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?=[.,;]|\s+(?:were|was|is|are|had|has|died|killed|dead|in|from|at|on|near|by|who|after|when|and)\b|$)"
)
#: "His wife", "his wife and son", "her father, mother and uncle".
_KIN = re.compile(rf"\b(?:his|her|their|whose)\s+{KIN}(?:(?:, {KIN}){{0,3}},? and {KIN})?")
#: "Killed the father of a policeman": the father is the one who is counted.
_KIN_OF = re.compile(
    r"\bthe ((?:father|mother|wife|husband|son|daughter|brother|sister|uncle|aunt|nephew|niece|cousin|widow|driver|"
    r"bodyguard)(?:-in-law)?) of $", re.I
)  # fmt: skip
_TWO = re.compile(
    r"\ba (?:father|mother|husband|brother|uncle|man) and (?:son|daughter|wife|sister|nephew|niece)(?: duo)?\b"
)
_PAST_SENTENCE = re.compile(r"[.!?]\s|\n")
#: "Nine guards dead five wounded": the phrase may end before the word for their state.
_STATE = re.compile(r"dead|wounded|injured|missing|displaced", re.I)
#: Plurals that stand before no other noun for people: "nine guards officials said", but "nine women protesters".
_HEADS = re.compile(r"people|persons|(?!wo)\w+men|\w*[^su\W]s", re.I)
_FORCE = re.compile(r"forces?", re.I)
_ARTICLES = ("a", "an", "another", "one more")
_MASS = re.compile(r"(?:people|police|troops|staff|crew|them|Taliban|Hamas|Hezbollah|ISIS|\w+s)$", re.I)
# "Brigade 47", "Article 3", "Highway 1", "aged 40", "May 7", "AK 47": a name or a date, not a count.
_NUMBERED = re.compile(
    r"\b(?:aged?|page|articles?|section|act|chapter|resolution|highway|route|brigade|division|corps|battalion|regiment|"
    r"sector|zone|phase|room|flight|number|no\.?|line|level|category|class|grade|group|unit|camp|channel|top|"
    r"jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|"
    r"november|december)\s+$"
)
#: Before digits only: a dateline stands before a number in words ("OMDURMAN Nine herders").
_MODEL = re.compile(r"\b(?!AND|THE|FOR|WITH)[A-Z]{2,8}-?\s?$")
#: "They pray that no one drowned", "not many people died": nobody is counted.
#: "They burnt the car of a judge": the car was hit.
_OWNERS = re.compile(
    r"\b(?:houses?|homes?|residences?|vehicles?|cars?|jeeps?|trucks?|tractors?|offices?|shops?|property|land|presence)\s+"
    r"(?:of|belonging to)\s+$"
)
_SHARED = re.compile(r"\bof (?:one|a|the same|a single) (?:family|household|clan)$", re.I)  # "three of one family"
_AS_MANY = re.compile(r"(?:\bas many(?: others?| more)?|\ban equal number(?: of (?:\w+ ){0,3}\w+)?)$", re.I)
#: "Killed seven herders and wounded as many": the number stands before.
_EQUAL = re.compile(
    r"\b(?=a)(?<!twice )(?<!half )(?<!times )(?:as many(?! as\b)(?=[\s.,;])|an equal number(?= of\b|[\s.,;]))", re.I
)
#: "Nobody knows exactly how many dead there are".
_WISHED = re.compile(r"\bnot\s+$|\bhow\s+$|\b(?:hop(?:e|es|ed|ing)|pray(?:s|ed|ing)?)\b[^.;,]*$")
#: "Shot one after the other": nobody is counted.
_IN_TURN = re.compile(r"one (?:after|behind) (?:the other|another)\b", re.I)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


def find_counts(text: str) -> list[Count]:
    """All counts of people in the text, from left to right."""
    found: list[Count] = []
    low = small(text)
    pairs = {Span(*match.span()) for match in _TWO.finditer(low)}
    cables = _in_cables(text)
    for span in sorted({*_numbered(text, low), *_single(text, low), *pairs, *cables}, key=lambda s: (s.start, -s.end)):
        if found and span.start < found[-1].span.end:
            continue
        words = span.of(text)
        if span in cables:
            found.append(cables[span])
            continue
        if span in pairs:
            found.append(Count(span, Bounds(2, 2), "family"))
            continue
        if _AS_MANY.search(text, max(0, span.start - 4), span.end):
            if found and not _PAST_SENTENCE.search(text, found[-1].span.end, span.start):
                found.append(Count(span, found[-1].bounds, who(words)))
            continue
        if _OWNERS.search(low, max(0, span.start - 30), span.start):
            continue
        if _SHARED.search(text, max(0, span.start - 4), span.end):
            continue
        if _WISHED.search(low, max(0, span.start - 50), span.start):
            continue
        if value := bounds(words):
            kin = _KIN_OF.search(text, max(0, span.start - 30), span.start)
            if kin and not (found and kin.start() < found[-1].span.end):
                span = Span(kin.start(), span.end)
            found.append(Count(span, value, who(kin[1] if kin else words)))
    return found


def _numbered(text: str, low: str) -> Iterator[Span]:
    """Thirty people; 12 wounded; killing five. ``low`` is the text in small letters."""
    amounts = quantities(text)
    last: Span | None = None
    for at, amount in enumerate(amounts):
        start, end = amount.span.start, amount.span.end
        begin = max(0, start - 14)
        if _IN_TURN.match(text, start) or _NUMBERED.search(low[begin:start]):
            continue
        if text[start].isdigit() and _MODEL.search(text[begin:start]):
            continue
        noun = _noun(text, end, amounts[at + 1].span.start if at + 1 < len(amounts) else None)
        if is_age(text, start, end, text[end:noun].split()[-1] if noun else ""):
            continue
        if share := _SHARE.search(low, max(0, start - _REACH), start):
            start = start if _of_the_harmed(text, end, noun) else share.start()
        elif _SOME_SHARE.search(low, max(0, start - _REACH), start) and not _of_the_harmed(text, end, noun):
            continue
        if noun and not (_YEAR.match(text[start:end]) and not names_people(text[end:noun].strip())):
            last = Span(start, noun)
            yield last
        elif not noun and not _YEAR.match(text[start:end]):
            if of_how_many := _OF_HOW_MANY.match(text, end):  # "one of the three succumbed"
                end = of_how_many.end()
            told = _END.match(text, end) and _FATE_BEFORE.search(text, max(0, start - _REACH), start)
            if told or _FATE.match(text, end) or (last and of_two_places(text, last, Span(start, end))):
                last = Span(start, end)
                yield last


def _of_the_harmed(text: str, end: int, noun: int | None) -> bool:
    """Whether a number counts the dead or the hurt, of whom most may be boys: all of them came to it."""
    return bool(_HARMED.search(text, end, noun or end) or _HARMED.match(text, noun or end))


def _in_cables(text: str) -> dict[Span, Count]:
    """The counts that end with KIA or WIA."""
    if "KIA" not in text and "WIA" not in text and "DOW" not in text:
        return {}
    counts = {}
    for match in _CABLE.finditer(text):
        number = int(match[1])
        counts[Span(*match.span())] = Count(Span(*match.span()), Bounds(number, number), match[2].strip() or None)
    return counts


def _single(text: str, low: str) -> Iterator[Span]:
    """A policeman; another man; no one; as many. ``low`` is the text in small letters."""
    for match in _SINGLE.finditer(low):
        if match[0] not in _ARTICLES:
            yield Span(*match.span())
        elif match[0] == "another" and _FATE.match(text, match.end()):
            yield Span(*match.span())
        elif (noun := _noun(text, match.end())) and not _MASS.search(text, match.start(), noun):
            sized = _OF_SIZE.match(text, noun)
            yield Span(match.start(), sized.end() if sized else noun)
    yield from (Span(*match.span()) for match in _KIN.finditer(low))
    for match in _EQUAL.finditer(text) if "as many" in low or "equal number" in low else ():
        if noun := _noun(text, match.end()):
            yield Span(match.start(), noun)
        elif _FATE_BEFORE.search(text, max(0, match.start() - _REACH), match.start()) or _FATE.match(text, match.end()):
            yield Span(*match.span())


def _noun(text: str, at: int, limit: int | None = None) -> int | None:
    """Where the noun for people ends that follows at a position, over what modifies it; None if there is none.

    It stands before the ``limit``, where the next number begins ("Call from 4 Northern Towns Nine people were killed").
    """
    if of_how_many := _OF_HOW_MANY.match(text, at):
        at = of_how_many.end()
    last, end, before = "", None, None
    shouted = text[at : at + 60].isupper()  # where every word has a capital, a capital says nothing
    for _ in range(_STEPS):
        gap = _GAP.match(text, at)
        word = _WORD.match(text, gap.end()) if gap else None
        if not word or word.start() == limit:
            break
        if names_people(word[1]):  # "police officers": of nouns in a row the last is the head
            if end and (_STATE.fullmatch(word[1]) or _HEADS.fullmatch(last)):
                before = end  # but "nine guards officials said" are guards
                if not _STATE.fullmatch(word[1]):
                    break
            last, end = word[1], word.end(1)
        elif end and _FORCE.fullmatch(word[1]):
            last, end = "", None  # "police force": its "personnel" may follow
        elif end or not modifies(word[1].lower() if shouted else word[1]):
            break
        at = word.end()
    if end is None or not (is_plural(last) or _CLOSES.match(text, end)):
        return before  # "five police stations", "a rebel attack"
    return end
