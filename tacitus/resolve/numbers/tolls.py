"""The words of a toll → how many people, and who they were.

In: a toll expression ("At least 30 Taliban fighters", "a man and his son", "no one"). Out: its :class:`Bounds`,
and the words for the people without their count. One thing to know: what is joined by "and" is added
only where each side brings its own count; "two men, a teacher and a farmer" stays two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tacitus.resolve.numbers.people import KIN
from tacitus.resolve.numbers.quantities import Quantity, quantities


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many, at least and at most (None: open). ``parts`` are the counts added up, if there were several."""

    low: int
    high: int | None
    parts: tuple[Bounds, ...] = field(default=())


_UNKNOWN = Bounds(2, None)  # a plural without a number
_ONE = Bounds(1, 1)
#: Words around a number that the reader took for one: "put the toll at least at 40".
_NOBODY = re.compile(
    r"(?:(?:at|least|most|up|to|over|more|than|about|around|nearly|almost|and|or|but|as|in|by|of|the)\b\s*)+", re.I
)

_BRACKETED = re.compile(r"\([^()]{0,80}\)")
# What follows tells more about the same people, or of people that are not counted here.
_ASIDE = re.compile(
    r"(?:,\s*|\s+)(?:including|include[sd]?|among (?:them|whom)|of wh(?:om|ich)|who|which|most of|mostly|of them)\b|"
    r",(?!\d)\s*[\w-]+ of (?:them|whom|these)\b|[;:]|\s[-–—]\s", re.I
)  # fmt: skip
_JOINT = re.compile(r"\s*(,\s*(?:and|&)|,|\b(?:and|plus|as well as|along with|together with)\b|&)\s+", re.I)
_NONE = re.compile(
    r"(?:no|none|nobody|no-?one|zero|nil|neither|any(?:one|body)?|not (?:a|an|one|any)|without)\b"
    r"(?! (?:fewer|less|more) than)", re.I
)  # fmt: skip
# Words that are numbers by themselves.
_EVERY = {"both": 2, "the pair": 2, "a pair of": 2, "the duo": 2, "the couple": 2, "twins": 2, "the trio": 3,
          "the twins": 2, "a trio of": 3, "a duo of": 2, "the quartet": 4}  # fmt: skip
_GROUP = r"group|family|team|band|crew|crowd|gang|mob|squad|couple|pair|patrol|batch|delegation|party|unit|detachment"
_PRONOUN = re.compile(r"(?:(them|they|those|these|us|others|whom)|(?:him|her|he|she|it|me|himself|herself))$", re.I)
_ARTICLE = re.compile(
    r"(?:an?|another|one|a single|an?other|his|her|their|its|my|our|your|this|that|(the)|[\w-]{1,40}['’]s)\s+", re.I
)  # fmt: skip
_OWN = re.compile(r"(?:his|her|their|its|my|our|your)\b", re.I)
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_FRACTION = re.compile(
    r"(?:(about|around|some|roughly|nearly|almost|more than|over|at least|less than|fewer than|under)\s+)?"
    r"(?:(a|an|one|two|three|four)[\s-]+)?(half|third|quarter|fifth|tenth)s?\s+"
    r"(?!(?:of )?(?:an? )?(?:dozen|hundred|thousand|million|lakh|crore)\b)"
    r"(?:of\s+)?(?:(?:the|its|their|his|all|those|these)\s+)*(?=[\dA-Za-z])", re.I
)  # fmt: skip
_MAJORITY = re.compile(r"(?:most|(?:a|the) (?:vast )?majority) of (?:the|those|these|his|their|all)\s", re.I)
#: "Nearly half", "the others", of nobody knows how many.
_OPEN = re.compile(
    r"(?:(?:the|about|around|roughly|nearly|almost|over|(?:more )?than|at least|up to) )?"
    r"(?:some|most|many|more|others?|half|part)\b|(?:an? )?(?:[a-z]+ )?numbers?(?: of\b|$)", re.I
)  # fmt: skip
_MEMBERED = re.compile(r"(?:an?|the|his|her|their)?\s*(?:[\w-]+\s+)?([\w-]+?)-(?:member|strong|man|person)\b", re.I)
_COUNTED = re.compile(rf"(?:\w+\s+){{0,3}}?(?:{_GROUP}|bodies|remains)\s+of\s+[\"“]?$", re.I)
#: Words that may stand before a count without being what is counted.
_LEADING = re.compile(
    r"(?:(?:all|the|these|those|his|her|their|its|our|other|another|remaining|last|first|next|only|just|among|them|"
    r"in|of|a|an|anywhere|ranging|further|additional|additionally|also|with|there|are|were|to|by|from|rest|killing|killed|wounded|"
    r"wounding|injured|injuring|leaving|arrested|captured|that|said|even|yet|still|and)\b[\s,]*)*$", re.I
)  # fmt: skip
_PLURAL = frozenset(
    "people persons men women children police policemen policewomen troops personnel staff dead wounded injured "
    "missing casualties civilians elderly youths clergy cavalry militia infantry displaced martyrs victims sick "
    "mujahideen mujahidin mujahedin mujahedeen fedayeen peshmerga janjaweed".split()
)
_NAME = re.compile(r"(?:[A-Z][\w.'’-]*|al|bin|de|van|von|el|ul|and)(?:\s+(?:[A-Z][\w.'’-]*|al|bin|de|van|von|el|ul))*$")
#: "His wife and son", "their father, mother and uncle": each of them is one.
_RELATIVES = re.compile(rf"(?:his|her|their|whose)\s+({KIN}(?:, {KIN}){{0,3}},? and {KIN})", re.I)
_PEOPLES = re.compile(
    r"(?:ists|ans|men|ers|(?:el|aq|an|sh|en|al|ud|it|at|th)is|Hazaras|Yazidis|Kurds|Arabs|Turks|Serbs|Croats|Uighurs|Uyghurs)$"
)
_WHO_STRIP = re.compile(
    r"(?:(?:of|the|a|an|all|another|other|others|more|further|additional|single|one|its|his|her|their|our|my|these|"
    r"those|at|no|any|none|both|some|two|unidentified|unnamed|unknown|in|among|them|him|they|whom|us|every|each|"
    r"people's)\b[\s,]*)+",
    re.I,
)


@lru_cache(maxsize=4096)
def bounds(words: str) -> Bounds | None:
    """How many people the words count; None where they count nobody. Remembered: reports count in the same words."""
    words = _clean(words)
    if not words or _NOBODY.fullmatch(words):
        return None
    if relatives := _RELATIVES.fullmatch(words):
        each = relatives[1].lower().replace(", and ", " and ").count(",") + 2
        return Bounds(each, each, (_ONE,) * each)
    parts = [part for piece in _pieces(words) if (part := _one(piece))]
    if len(parts) < 2:
        return parts[0] if parts else None
    high = None if any(p.high is None for p in parts) else sum(p.high or 0 for p in parts)
    if parts[0].low > 1 and all(p == _ONE for p in parts[1:]) and len(parts) - 1 == parts[0].low:
        return parts[0]  # "two men, a teacher and a farmer"
    return Bounds(sum(p.low for p in parts), high, tuple(parts))


@lru_cache(maxsize=4096)
def who(words: str) -> str | None:
    """The words for the people counted, without the count; None where it stands alone."""
    words = _clean(words)
    if _NONE.match(words):
        words = _NONE.sub("", words, count=1)
    elif fraction := _FRACTION.match(words):
        words = words[fraction.end() :]
    for amount in reversed(_amounts(words)):
        if not words.startswith("-", amount.span.end):  # "12-man patrol" says who they were
            words = words[: amount.span.start] + words[amount.span.end :]
    words = re.sub(r"\s+(?:an?|the|his|her|its|their|of)\s+(?=$|and\b)", " ", f"{words} ").strip(" ,-")
    words = re.sub(r"\b(and|,)\s+(?:an?|another)\s+", r"\1 ", words)
    words = re.sub(r"\s+(?=[\s,])|,\s*(?=,)", "", words)
    if match := _WHO_STRIP.match(words):
        words = words[match.end() :]
    return words.strip(" ,.-'\"") or None


@lru_cache(maxsize=1024)
def _amounts(words: str) -> tuple[Quantity, ...]:
    """The amounts in a few words, remembered: the same words are asked for bounds, for their pieces and for who."""
    return tuple(quantities(words))


def _clean(words: str) -> str:
    words = " ".join(_BRACKETED.sub(" ", words[:400]).split()).strip(" .,;:'\"“”‘’")
    aside = _ASIDE.search(words, 1)
    return words[: aside.start()] if aside else words


def _pieces(words: str) -> Iterator[str]:
    """The words cut at each "and" or comma after which a new count begins."""
    amounts = _amounts(words)
    begin = 0
    previous = ""
    for joint in _JOINT.finditer(words):
        piece, rest = words[begin : joint.start()], words[joint.end() :]
        if any(a.span.start < joint.start() < a.span.end for a in amounts):
            continue
        counted = any(a.span.start == joint.end() and not _is_age(rest, a, joint) for a in amounts)
        article = _ARTICLE.match(rest)
        apposed = joint[1] == "," and (_is_name(piece) or (article is not None and article[1] is not None))
        both_names = _is_name(piece) and _is_name(rest[: (n.start() if (n := _JOINT.search(rest)) else None)])
        if counted or both_names or (article and not apposed and not _is_name(previous)):
            yield piece
            begin, previous = joint.end(), piece if joint[1] == "," else ""
    yield words[begin:]


def _is_age(rest: str, amount: Quantity, joint: re.Match[str]) -> bool:
    """A bare number between commas: "her son, 12, and …"."""
    after = rest[amount.span.end - amount.span.start :].lstrip()
    return joint[1] == "," and (not after or after[0] in ",.")


def _is_name(words: str) -> bool:
    words = words.strip()
    if not _NAME.match(words) or _ARTICLE.match(words):
        return False
    return not _PEOPLES.search(words) and not _amounts(words)


def _one(piece: str) -> Bounds | None:
    """The count of one piece, which has no second count in it."""
    piece = piece.strip()
    low = piece.lower()
    if not piece:
        return None
    if _NONE.match(piece):
        return Bounds(0, 0)
    for phrase, count in _EVERY.items():
        if low == phrase or low.startswith(phrase + " "):
            return Bounds(count, count)
    amount = next(iter(_amounts(piece)), None)
    if fraction := _FRACTION.match(piece):
        return _part_of(fraction, amount)
    if _MAJORITY.match(piece) and amount and amount.high:
        return Bounds(amount.high // 2 + 1, amount.high)
    if (member := _MEMBERED.match(piece)) and (sized := _amounts(member[1])):
        return Bounds(sized[0].low, sized[0].high)
    if amount and _leads(piece[: amount.span.start]):
        return Bounds(amount.low, amount.high)
    return _uncounted(piece)


def _part_of(fraction: re.Match[str], amount: Quantity | None) -> Bounds | None:
    if not amount or amount.high is None:
        return None
    numerator = {"two": 2, "three": 3, "four": 4}.get((fraction[2] or "").lower(), 1)
    share = round(amount.high * numerator * _FRACTIONS[fraction[3].lower()])
    match (fraction[1] or "").lower():
        case "":
            return Bounds(share, share)
        case "more than" | "over":
            return Bounds(share + 1, amount.high)
        case "at least":
            return Bounds(share, amount.high)
        case "less than" | "fewer than" | "under":
            return Bounds(0, max(0, share - 1))
    slack = max(1, round(share / 10))
    return Bounds(share - slack, share + slack)


def _leads(before: str) -> bool:
    return bool(_LEADING.match(before) or _COUNTED.match(before))


def _uncounted(piece: str) -> Bounds:
    """The count of words without a number: an article or a name is one, a plural is open."""
    if pronoun := _PRONOUN.match(piece):
        return _UNKNOWN if pronoun[1] else _ONE
    head = re.split(r"\s+(?:of|in|from|at|with|near|on|for|by|aged|belonging|travelling|working)\s|,", piece)[0].split()
    noun = head[-1].lower() if head else ""
    if _OPEN.match(piece):
        return _UNKNOWN
    article = _ARTICLE.match(piece)
    if noun in ("couple", "twins", "pair"):
        return Bounds(2, 2)
    if re.fullmatch(_GROUP, noun):
        return _UNKNOWN
    singled = article and article[1] is None and not _OWN.match(piece)  # "his brothers" and "the guards" may be many
    if singled or (not article and len(head) > 1 and _is_name(" ".join(head))):
        return _ONE
    plural = noun in _PLURAL or noun.endswith("men") or (noun.endswith("s") and not noun.endswith(("ss", "us")))
    return _UNKNOWN if plural else _ONE
