"""Text → every amount said in it, in digits or in words, with its bounds.

In: a text. Out: :class:`Quantity` spans ("at least 30", "two dozen", "20 to 25", "several", "1.5 lakh").
One thing to know: nothing here asks what is counted; :mod:`tacitus.resolve.numbers.tolls` does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tacitus.records.span import Span
from tacitus.resolve.numbers.people import names_people

_T = TypeVar("_T")
_Phrase = tuple[list[str], _T]

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_MISSPELT = {"fourty": 40, "ninty": 90}
_WORDS = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, 2)} | _MISSPELT
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9,
    "trillion": 10**12, "lakh": 10**5, "lac": 10**5, "crore": 10**7, "dozen": 12,
}  # fmt: skip
#: Plurals that say no number: from twice the unit upwards.
_MANY = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "lakhs": 2 * 10**5,
    "millions": 2 * 10**6
}  # fmt: skip


def _phrases(table: Mapping[str, _T]) -> dict[str, list[_Phrase[_T]]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[_Phrase[_T]]] = {}
    for phrase in sorted(table, key=lambda words: -len(words.split())):
        words = phrase.split()
        found.setdefault(words[0], []).append((words, table[phrase]))
    return found


def _each(table: Mapping[str, str]) -> dict[str, str]:
    return {phrase: key for key, row in table.items() for phrase in row.split("|")}


#: What may stand before a number, by what it does to the bounds.
_BEFORE = _phrases(_each({
    "least": "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|upwards of|upward of|"
             "minimum",
    "little above": "just over|slightly over|a little over|slightly more than|a little more than|just above",
    "little below": "just under|just below|slightly under|a little under|slightly fewer than|a little less than",
    "above": "more than|over|above|in excess of|exceeding|exceeds|exceeded|greater than|north of|well over|"
             "far more than|well above",
    "most": "up to|as many as|as high as|at most|at the most|no more than|not more than|a maximum of|at maximum",
    "below": "fewer than|less than|under|below|well under",
    "near": "nearly|almost|close to|nearing|approaching",
    "about": "about|around|some|roughly|approximately|approx|closer to|an estimated|estimated|circa|in the region of|"
             "an average of",
    "same": "a total of|another|a further|an additional|a combined|exactly|precisely|only|just|all|yet another|a "
            "record",
}))  # fmt: skip
_AFTER = _phrases(_each({
    "least": "or more|and more|or above|plus|- plus|+|at least",
    "most": "or fewer|or less|at most",
    "about": "or so|- odd|odd",
}))  # fmt: skip
_VAGUE = _phrases({
    "several": 3, "a handful": 3, "a few": 2, "few": 2, "quite a few": 3, "many": 2, "numerous": 2, "multiple": 2,
    "a good many": 2, "a great many": 2, "countless": 2, "various": 2,
    "a number of": 2, "a large number of": 2, "large numbers of": 2,
    "a small number of": 2, "an unknown number of": 1, "an unspecified number of": 1, "an undisclosed number of": 1,
    "an undetermined number of": 1, "unknown number of": 1, "unspecified number of": 1,
})  # fmt: skip

_TOKEN = re.compile(r"\d++(?:,\d{2,3})*+(?:\.\d++)?+(?:(?=[mk]\s)|(?!\w))|\w++(?:['’]\w++)*+|[^\w\s]")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
# A number in digits is one only if nothing is glued to it: not 9mm, AK-47, 9:25, 15/02, 4.30pm, #7, $5.
_GLUED_BEFORE = re.compile(r"(?:\w-|[/:.,#$€£¥₹])$")
_GLUED_AFTER = re.compile(r"(?![mk]\s)[\w/%]|[.:,]\d")
# Words whose number ends there, whatever figure follows.
_NUMBERED = re.compile(
    r"on|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|brigade|division|battalion|regiment|no|number|page|route|highway|article|resolution|"
    r"aged?|flight|group|room|unit|camp|phase|at|by|\d+"
)
_QUALIFIERS = 3  # "at least another some 40" is as far as it goes
_AHEAD = 8  # words behind one that are looked at
_MOST = 10**12  # what is larger counts nothing that is told of here


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: where it stands, and how many at least and at most (None: open)."""

    span: Span
    low: int
    high: int | None


#: The words that one of those phrases begins with: most words of a text do not, and are passed over.
_STARTS = frozenset({*_BEFORE, *_VAGUE, *_WORDS, *_MANY, *"hundred thousand dozen a an half quarter between".split()})
#: What goes on after the article: of the words of a text, one in twenty is "a", and mostly it counts nothing.
_ARTICLES = ("a", "an")
_AFTER_ARTICLE = frozenset({
    *(words[1] for table in (_BEFORE, _VAGUE) for article in _ARTICLES for words, _ in table.get(article, ())),
    *_SCALES, *_ARTICLES, *"half - quarter quarters score couple".split(),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of a text: their words in small letters, and where they stand.

    Behind the words stand a few empty ones, so that nobody need ask whether there is a next word.
    """

    words: list[str]
    found: list[re.Match[str]]

    @classmethod
    def of(cls, text: str) -> _Tokens:
        """Those of a text, in order."""
        found = list(_TOKEN.finditer(text))
        return cls([match[0].lower() for match in found] + [""] * _AHEAD, found)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.found)

    def start(self, at: int) -> int:
        """Where a token begins."""
        return self.found[at].start()

    def end(self, at: int) -> int:
        """Where a token ends."""
        return self.found[at].end()


def quantities(text: str) -> list[Quantity]:
    """All amounts in the text, from left to right."""
    tokens = _Tokens.of(text)
    found: list[Quantity] = []
    end = 0
    for at in _beginnings(tokens.words):
        if at >= end and (read := _quantity(text, tokens, at)):
            found.append(read[0])
            end = read[1]
    return found


def _beginnings(words: Sequence[str]) -> list[int]:
    """Where an amount may begin, as far as a word and the next one tell."""
    return [
        at
        for at, word in enumerate(words)
        if word[:1].isdigit() or (word in _STARTS and (word not in _ARTICLES or words[at + 1] in _AFTER_ARTICLE))
    ]


def _quantity(text: str, tokens: _Tokens, at: int) -> tuple[Quantity, int] | None:
    begin, means = at, "same"
    for _ in range(_QUALIFIERS):
        before = _longest(tokens, at, _BEFORE)
        if before is None:
            break
        if before[0] == "least" and means != "same":
            begin = at  # "the fight was over at least nine …"
            means = "same"
        means, at = before[0] if means == "same" else means, before[1]
    core = _range(text, tokens, at) or _many(tokens, at)
    if not core and at < len(tokens) and (cardinal := _cardinal(text, tokens, at)):
        core = cardinal[0], cardinal[0], cardinal[1]
    if not core:
        return None
    low, high, end = core
    if (after := _longest(tokens, end, _AFTER)) and not _belongs_to_next(text, tokens, end):
        means, end = after
    if high is not None:
        low, high = _adjusted(low, high, means)
    return Quantity(Span(tokens.start(begin), tokens.end(end - 1)), low, high), end


def _belongs_to_next(text: str, tokens: _Tokens, at: int) -> bool:
    """Whether words for a bound lead on to another number: "On 3 May 2009 at least 17 people"."""
    if tokens.words[at] == "plus":  # "28 plus five"
        return at + 1 < len(tokens) and _cardinal(text, tokens, at + 1) is not None
    before = _longest(tokens, at, _BEFORE)
    return bool(before and before[1] < len(tokens) and _cardinal(text, tokens, before[1]))


def _adjusted(low: int, high: int, means: str) -> tuple[int, int | None]:
    slack = max(1, round(high / 10))
    match means:
        case "least":
            return low, None
        case "above":
            return low + 1, None
        case "little above":
            return low + 1, high + slack
        case "little below":
            return max(0, low - slack), max(0, high - 1)
        case "most":
            return 0, high
        case "below":
            return 0, max(0, high - 1)
        case "near":
            return max(0, low - max(1, round(low / 20))), high
        case "about" if low == high:  # "some 12 to 15" is as wide as it says
            return max(0, low - slack), high + slack
    return low, high


def _range(text: str, tokens: _Tokens, at: int) -> tuple[int, int, int] | None:
    between = tokens.words[at] == "between"
    first = _cardinal(text, tokens, at + between, in_range=True)
    if not first:
        return None
    joint = tokens.words[first[1]]
    if joint not in (("and", "to", "-", "–") if between else ("to", "or", "-", "–", "—")):
        return None
    second = _cardinal(text, tokens, first[1] + 1, in_range=True)
    if not second or (joint == "to" and tokens.words[at - 1] == "from" and not _spread(tokens, at - 2)):
        return None
    low, high = first[0], second[0]
    if joint in "-–" and high % 1000 == 0 and low < min(1000, high // 1000):  # 50-60,000
        low *= 1000
    last = _SCALES.get(tokens.words[second[1] - 1], 1)  # "two to three million": the scale holds for both
    if last > 1 and low < high // last and tokens.words[first[1] - 1] not in _SCALES:
        low *= last
    return (low, high, second[1]) if low <= high else None


def _spread(tokens: _Tokens, at: int) -> bool:
    """Whether "from … to" gives a range: it "rose from 12 to 15" are two figures."""
    return at < 0 or tokens.words[at] in ("anywhere", "ranging", "ranges", "ranged", "range", "estimates", "between")


def _many(tokens: _Tokens, at: int) -> tuple[int, None, int] | None:
    """Amounts without a number: "several", "dozens of", "tens of thousands", "a few hundred"."""
    if low := _MANY.get(tokens.words[at]):
        if tokens.words[at + 1] == "of" and (unit := _MANY.get(tokens.words[at + 2])):
            return low * unit // 2, None, at + 3
        return low, None, at + 1
    vague = _longest(tokens, at, _VAGUE)
    if not vague:
        return None
    low, end = vague
    scale = _SCALES.get(tokens.words[end]) or _MANY.get(tokens.words[end], 2) // 2
    return (low * scale, None, end + 1) if scale > 1 else (low, None, end)


def _cardinal(text: str, tokens: _Tokens, at: int, *, in_range: bool = False) -> tuple[int, int] | None:
    """The number that starts at a token: its value and the token after it."""
    if quarters := _quarters(tokens, at):
        return quarters
    word = tokens.words[at]
    if word in ("a", "an", "half"):
        return _of_a_kind(tokens, at)
    if _NUMBER.fullmatch(word):
        return _in_digits(text, tokens, at, in_range=in_range)
    if word not in _WORDS and word not in ("hundred", "thousand", "dozen"):
        return None
    total, current, end = 0, 0, at
    while (word := tokens.words[end]) in _WORDS or word in _SCALES:
        if word in _WORDS:
            value = _WORDS[word]
            if current % 100 and not (current % 100 >= 20 and current % 10 == 0 and 0 < value < 10):
                break
            current += value
        elif (scale := _SCALES[word]) <= 100:
            current = max(1, current) * scale
        else:
            total, current = total + max(1, current) * scale, 0
        if total + current > _MOST:
            return None
        end += 1
        following = tokens.words[end + 1]
        if tokens.words[end] == "-" and (following in _WORDS or following in _SCALES) and current < 100:
            if following in _WORDS and not (current >= 20 and _WORDS[following] < 10):
                break  # "ten-fifteen" is a range
            end += 1
        elif tokens.words[end] == "and" and following in _WORDS and word in _SCALES and word != "dozen":
            end += 1
    if half := _and_a_half(tokens, end):
        return (2 * (total + current) + 1) * half[0] // 2, half[1]
    return None if tokens.words[end] == "-" and not _may_follow(tokens, end, in_range) else (total + current, end)


def _quarters(tokens: _Tokens, at: int) -> tuple[int, int] | None:
    """ "A quarter of a million", "three quarters of a million", "quarter million"."""
    many = {"a": 1, "one": 1, "three": 3}.get(tokens.words[at])
    end = at + (many is not None)
    if tokens.words[end] not in ("quarter", "quarters"):
        return None
    end += 1 + (tokens.words[end + 1] == "of")
    end += tokens.words[end] == "a"
    scale = _SCALES.get(tokens.words[end], 0)
    return ((many or 1) * scale // 4, end + 1) if scale >= 1000 else None


def _and_a_half(tokens: _Tokens, at: int) -> tuple[int, int] | None:
    """The scale of "(one) and a half million", and the token after it."""
    if tokens.words[at : at + 3] != ["and", "a", "half"]:
        return None
    scale = _SCALES.get(tokens.words[at + 3])
    return (scale, at + 4) if scale else None


def _of_a_kind(tokens: _Tokens, at: int) -> tuple[int, int] | None:
    """A hundred, a dozen, half a million, a couple."""
    halved = tokens.words[at] == "half" or tokens.words[at + 1] == "half"
    end = at
    while end < at + 4 and tokens.words[end] in ("a", "an", "half", "-"):
        end += 1
    if (word := tokens.words[end]) in _SCALES and end > at:
        if tokens.words[end + 1 : end + 4] == ["and", "a", "half"]:  # a million and a half
            return _SCALES[word] * 3 // 2, end + 4
        return _SCALES[word] // (2 if halved else 1), end + 1
    if word == "score" and end == at + 1 and (end + 1 == len(tokens) or tokens.words[end + 1] in ("or", "of")):
        return None if tokens.words[end + 2].isdigit() else (20, end + 1)  # no "score of 3-1"
    return (2, end + 1) if word == "couple" and tokens.words[end + 1] in ("of", "more", "dozen") else None


def _in_digits(text: str, tokens: _Tokens, at: int, *, in_range: bool) -> tuple[int, int] | None:
    word = tokens.words[at]
    hyphened = tokens.words[at + 1] == "-" and not _may_follow(tokens, at + 1, in_range)
    if hyphened or len(word) > len(str(_MOST)):
        return None
    behind = text[max(0, tokens.start(at) - 2) : tokens.start(at)]
    if _GLUED_AFTER.match(text, tokens.end(at)) or (
        _GLUED_BEFORE.search(behind) and not (in_range and behind[:1].isdigit())
    ):
        return None
    number, end = float(word.replace(",", "")), at + 1
    while _spaced(text, tokens, at, end):
        number, end = number * 1000 + int(tokens.words[end]), end + 1
    while (scale := _scale(tokens, end)) and number <= _MOST:
        number, end = number * scale, end + 1
        if scale >= _SCALES["lakh"] and (rest := _rest(text, tokens, end)) and rest[0] < scale:  # 2 lakh 50 thousand
            number, end = number + rest[0], rest[1]
    return (round(number), end) if number <= _MOST and number == int(number) else None


def _spaced(text: str, tokens: _Tokens, at: int, end: int) -> bool:
    """Whether the next token goes on with the number: "25 000", but not "on May 7 200 people"."""
    if end >= len(tokens) or not re.fullmatch(r"\d{3}", tokens.words[end]) or len(tokens.words[at]) > 3:
        return False
    gap = text[tokens.end(end - 1) : tokens.start(end)]
    if gap in ("\u00a0", "\u2009", "\u202f"):
        return True
    if not tokens.words[end].endswith("00"):  # "rooms 101 102"
        return False
    return gap == " " and tokens.words[at][0] != "0" and not _NUMBERED.fullmatch(tokens.words[at - 1])


def _scale(tokens: _Tokens, at: int) -> int | None:
    """What a number is multiplied by; "m" and "k" only before people, for 50m may be metres."""
    word = tokens.words[at]
    if word in ("m", "k"):
        return {"m": 10**6, "k": 1000}[word] if names_people(tokens.words[at + 1]) else None
    return _SCALES.get(word)


def _rest(text: str, tokens: _Tokens, at: int) -> tuple[int, int] | None:
    if at >= len(tokens) or not _NUMBER.fullmatch(tokens.words[at]) or not _scale(tokens, at + 1):
        return None
    return _in_digits(text, tokens, at, in_range=False)


def _may_follow(tokens: _Tokens, hyphen: int, in_range: bool) -> bool:
    """Whether a number may end before this hyphen: "30-odd", "10-15" and "five-member", but no "30-year-old"."""
    word = tokens.words[hyphen + 1]
    apart = tokens.start(hyphen) > tokens.end(hyphen - 1)
    return apart or (in_range and (word[:1].isdigit() or word in _WORDS)) or word in ("odd", "plus", "member", "strong")


def _longest(tokens: _Tokens, at: int, table: Mapping[str, Sequence[_Phrase[_T]]]) -> tuple[_T, int] | None:
    for words, value in table.get(tokens.words[at], ()):
        if tokens.words[at : at + len(words)] == words:
            return value, at + len(words)
    return None
