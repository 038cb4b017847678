"""The words for what becomes of people, and the toll field that each speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from tacitus.records.span import Span

#: For small letters: to ignore case takes four times as long. The look ahead spares all stems at the end of a word.
_FATES = {
    "killed": re.compile(
        r"\b(?=\w)(?:kill|dead\b|die[ds]?\b|dying|death|slain|slay|murder|lynch|behead|execut|massacr|assassinat|succumb|"
        r"perish|martyr|eliminat|neutrali|fatal|gunned down|bodies|body\b|corpse|claimed the li|claimed \d|"
        r"slew\b|slaughter(?:ed|ing)?\b|butcher(?:ed|ing)\b|drown|bled (?:out|to)|breathed (?:his|her) last|"
        r"mortally|los[st]e? (?:his|her|their) li|not survive|"
        r"(?:laid down|g[ai]ven?|sacrificed|paid with) (?:his|her|their)(?: own)? li|"
        r"(?:supreme|ultimate) (?:sacrifice|price)|"
        r"loss of life|lives\b|to death\b|slit\b|burnt alive|fell in\b|toll\b)",
    ),
    "injured": re.compile(r"\b(?=\w)(?:injur|wound|hurt|maim|thrash|beat(?:en|ing)? up|tortur|manhandl)"),
    "abducted": re.compile(r"\b(?=\w)(?:abduct|kidnap|hostage|captive|whisked away|took away|taken away)"),
    "arrested": re.compile(
        r"\b(?=\w)(?:arrest|detain|apprehend|nabbed|held\b|picked up|custody|caught|"
        r"round(?:ed|ing) up|nett(?:ed|ing)\b)"
    ),
    "displaced": re.compile(r"\b(?:displac|flee\b|fled\b|uproot|homeless)"),
    "missing": re.compile(r"\b(?:missing|unaccounted|disappeared)\b"),
    "surrendered": re.compile(r"\b(?:surrender|gave (?:themselves|himself|herself) up|laid down|defect)"),
}
#: "40 others were affected", "affected 40".
_AFFECTED = re.compile(
    r"(?:,? (?:mostly|mainly) \w+,?)?\s+(?:(?:others?|more|people|also|had|has|have|been|was|were)\s+){0,4}affected\b",
    re.I,
)
_AFFECTS = re.compile(r"\baffect(?:ed|ing|s)\s+$", re.I)
#: "Twenty casualties" are dead and hurt together.
_UNDIVIDED = re.compile(r"(?!(?:no|any|without|zero|nil|not)\b).*\bcasualt(?:y|ies)$", re.I | re.S)
#: "Nine died in the camp and another 27 in the fields".
_ANOTHER = re.compile(
    r"another [\w,-]+(?: people| persons| civilians)? (?:in|at|near|on|outside|around) "
    r"(?!hospital|critical|serious|custody)",
    re.I,
)
#: A count from here on, that many times another one, is not of the same happening.
MANY, OUT_OF_PROPORTION = 1000, 30
_NO_NUMBER = re.compile(
    r"\b(?:scores|dozens|tens|hundreds|thousands|millions|many|several|some|numerous|multiple|an? (?:\w+ )?number|few|"
    r"handful)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|\w{3,5}ty)\b", re.I
)
_CLAUSE = re.compile(r"[,;:.]")
_OF_THEM = re.compile(r"\bof (?:them|whom)\b", re.I)
#: "The dead included three cooks": of all that were counted, however long ago.
_DEAD_INCLUDE = re.compile(
    r"\b(?:the (?:dead|victims|wounded|injured)|(?:those|people) (?:killed|wounded|injured)(?: [\w-]+){0,7}?) "
    r"(?:also )?includ(?:ed?|ing) (?:[\w-]+ ){0,5}$",
    re.I,
)
#: "Of the nine captives, four were killed".
_OUT_OF = re.compile(r"(?:^|[.;:,–—-]\s|\n)\W*(?:out )?of (?:the|its|his|her|their|all(?: the)?)\s+$", re.I)
_NONE_OF = re.compile(r"\b(?:none|neither|not one|any) of (?:the|its|his|her|their|all(?: the)?)\s+$", re.I)
_HAS = r"ha(?:s|ve)(?: already| also| so far| now)?"
_SEVERAL = r"[1-9]\d{0,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a few"
#: "Since", and not "has since died", nor what lasts since then, and is not counted: "unpaid since May".
_SINCE = (
    r"(?:(?<!has )(?<!have )(?<!had )(?<!having )|(?=since (?:the|last|early|late|mid|\d|[a-z]+day\b|(?:jan|feb|march|"
    r"april|may|june|july|aug|sept|oct|nov|dec)[a-z]*\b)))(?<!unpaid )(?<!been paid )(?<!held )(?<!detained )"
    r"(?<!jailed )(?<!missing )(?<!lived there )since"
)
#: What counts up what happened on several days, or in a whole war; for small letters.
_OVER_DAYS = re.compile(
    rf"\b(?:{_SINCE} (?![^.;]{{0,80}}\bin which\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|then|"
    r"(?:[a-z]+day )?(?:early |late )?(?:dawn|morning|noon|afternoon|evening|night|midnight))\b)|"
    r"(?:over|in|during|within|for) the (?:past|last) (?:\w+ )?(?:hours|days|weeks|months|years)|"
    r"in recent (?:days|weeks|months|years)|"
    rf"(?<!for )(?<!in )(?<!after )(?<!lasted )(?<!of )over (?:{_SEVERAL}) (?:hours|days|weeks|months)\b"
    r"(?! (?:ago|after|before|earlier|later)\b|['’])|"
    r"so far this|to date\b|brought to [^.;]{1,40} the (?:number|toll)|a total of [^.;]{1,80} since |"
    r"(?:each|every) (?:day|week|month|year)\b|(?:the|that|this) (?:\w+ )?toll includes?\b|"
    r"(?:war|conflict|uprising|insurgency|rebellion|revolt|campaign) (?:(?:that|which) )?(?:"
    rf"(?:{_HAS} )?(?:killed|claimed|cost)\b|{_HAS} left)|"
    r"the (?:[\w-]+ ){0,2}(?:strikes|raids|bombings|shelling|attacks|bombardment|offensive|siege|violence|unrest|"
    rf"fighting|clashes) {_HAS} (?:killed|claimed|left)\b|"
    rf"(?:{_HAS} been killed in (?:the )?(?:[\w-]+ )?(?:fighting|clashes|violence|conflict|war|unrest|bombardment)|"
    r"(?:over|in|during|within) (?:(?!the)[\w-]+ ){1,3}(?:days|weeks?|months?|years?) of (?:[\w-]+ ){0,3}(?:strikes|"
    r"airstrikes|raids|bombings?|shelling|attacks|bombardments?|violence|unrest|fighting|clashes|war|battles?))\b"
    r"(?![^.;]{0,80}\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|overnight|this morning)\b))"
)


#: "The deadliest raid since the truce" counts nothing from there on; for small letters.
_RECORD = re.compile(
    r"\b(?:the|its|their)(?: [a-z]+)? (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|worst|"
    r"[a-z]{3,}iest|(?:larg|bigg|strong)est)\b[^.;\d]{0,80}?\bsince\b"
)
#: One of these stands in each of its forms: most sentences have none and need not be searched.
_DAYS_WORDS = (
    "since ", "the past ", "the last ", "in recent ", "so far this", "to date", "brought to ", "each ", "every ",
    "war ", "conflict ", "uprising ", "insurgency ", "rebellion ", "revolt ", "campaign ", "has ", "have ",
    "toll include", "over ",
    "days of ", "week of ", "weeks of ", "month of ", "months of ", "year of ", "years of ",
)  # fmt: skip


@lru_cache(maxsize=4096)
def fate(words: str) -> str | None:
    """The toll field that the words speak of, the gravest first; None when they speak of none.

    Remembered, since the words asked about are mostly the same few verbs.
    """
    return next((name for name, pattern in _FATES.items() if pattern.search(words.lower())), None)


@lru_cache(maxsize=256)
def speaks_of(field: str, words: str) -> bool:
    """Whether the words speak of that field at all; remembered, since each telling of a count asks."""
    return field in _FATES and _FATES[field].search(words.lower()) is not None


def of_them(words: str) -> bool:
    """Whether a count is of some of those told before: "two of them"."""
    return _OF_THEM.search(words) is not None


def none_of(text: str, count: Span) -> bool:
    """Whether what is told behind a count is told of none of these people: "neither of the two pilots died"."""
    return _NONE_OF.search(text, max(0, count.start - 24), count.start) is not None


def out_of(text: str, count: Span) -> bool:
    """Whether what is told behind a count is told of some of these people: "of the nine captives, four died"."""
    return _OUT_OF.search(text, max(0, count.start - 20), count.start) is not None


def of_all(text: str, count: Span) -> bool:
    """Whether a count is told to be among all the dead or hurt: "the dead included three cooks"."""
    return _DEAD_INCLUDE.search(text, max(0, count.start - 120), count.start) is not None


def came_to_these(field: str, text: str, count: Span) -> bool:
    """Whether the words beside a count tell it of these alone; "nine men, two of them Soviet, died" tells it of all."""
    before = _CLAUSE.split(text[max(0, count.start - 30) : count.start])[-1]
    after = _CLAUSE.split(text[count.end : count.end + 30])[0]
    return speaks_of(field, before) or speaks_of(field, after)


def affected(text: str, count: Span) -> bool:
    """Whether all that is told of a count is that it was affected, by gas or by whatever it may be."""
    return bool(_AFFECTED.match(text, count.end) or _AFFECTS.search(text, max(0, count.start - 12), count.start))


def unhurt(field: str, kind: str, text: str, count: Span) -> bool:
    """Whether nobody tells that these people were hurt, though they were taken for it.

    They were affected, and not by gas; or they only go on with another place's, whose fate they share; or they are
    "casualties", of whom nobody tells how many died.
    """
    if _UNDIVIDED.match(count.of(text)):
        return True
    if affected(text, count):
        return kind != "chemical_attack"
    around = text[max(0, count.start - 120) : count.end + 80]
    return field == "injured" and _ANOTHER.match(text, count.start) is not None and not speaks_of("injured", around)


@lru_cache(maxsize=256)
def over_days(words: str) -> bool:
    """Whether a sentence counts up what happened on several days ("since Easter mortars have killed 61").

    Remembered, since each telling and each count of a sentence asks.
    """
    low = words.lower()
    return any(map(low.__contains__, _DAYS_WORDS)) and bool(_OVER_DAYS.search(_RECORD.sub("", low)))


def unnumbered(words: str) -> bool:
    """Whether a count gives no number: "dozens", "hundreds of thousands of people"."""
    return bool(_NO_NUMBER.search(words) and not _NUMBER.search(words))


def of_a_war(count: int, beside: int) -> bool:
    """Whether a count is out of all proportion: the dead of a whole war, told beside those of one day."""
    return count >= MANY and count > OUT_OF_PROPORTION * max(1, beside)


#: "My brother's flat", and not "the priest's (brutal) murder", nor "the boy's throat", which he suffered himself.
_OWNS = re.compile(
    r"['’]s\s+(?!(?:[a-z-]+\s)?(?:murder|death|slaying|abduct|kidnap|arrest|disappearance|injur|wound|bod(?:y|ies)\b|"
    r"corpse|remains|rape|torture|capture|ordeal|fate|lynch|loss|suicide|"
    r"(?!(?:build|dwell|cloth|belong)ing)[a-z]{2,}(?:ing|[st]ion|sonment)\b|"
    r"(?:arm|leg|hand|head|throat|face|eye|skull|neck|chest|finger|limb|life|lives|f[eo]+t)s?\b))[a-z]"
)


def only_owns(text: str, end: int) -> bool:
    """Whether the party whose words end there only owns what was hit: "my brother's flat"."""
    return _OWNS.match(text, end) is not None
