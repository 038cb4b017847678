"""What sites glue to a story: its tags, the caption of its picture, the list of other news under it.

In: a text whose lines are gone. Out: the spans that are not read. One thing to know: where tags end no sign says; the
story goes on at the last word with a capital before the first words that only a sentence has ("were", "members of").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tacitus.records.span import Span
from tacitus.sources import dates

#: Characters of a text in which tags and a caption stand, that tags take, and that a list of other news takes.
_TOP, _TAGS, _OTHERS = 900, 260, 1500
_LIST = re.compile(r"(?:^|(?<=[\w.!?)\"”] ))Tags:? (?=[A-Z])", re.M)
_WORD = re.compile(r"\S+")
#: Words of a sentence, and those of one only behind another word in small letters ("Office for Fish" may be a tag).
_VERB = frozenset("is are was were has have had said says say been who which that including a an".split())
_LINK = frozenset("of in on at by from to and as after with".split())
#: With these a sentence opens, and no tag.
_OPENS = frozenset(
    "A An At Almost More Dozens Scores Hundreds Thousands One Two Three Four Five Six Seven Eight Nine Ten Eleven "
    "Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Thirty Forty Fifty".split()
)
_OPENING = 3  # words with a capital before the last one, of which a "The" may open the sentence
_CREDIT = re.compile(
    r" ?[(\[](?:File photo\) \()?(?:[A-Z][\w/ &-]{1,30} (?:photo|archive|images|file)|Reuters|AFP|AP|EPA|"
    r"Getty(?: Images)?|Anadolu(?: Agency)?|[A-Z]\w+(?: [A-Z]\w+)? and agencies)[)\]](?=\s+[A-Z\"“]|\s*\Z)",
    re.I,
)
_DAY = re.compile(dates.DATE, re.I)
_TAKEN = re.compile(rf"\b(?:photo(?:graph)?|picture|image) (?:taken|released|made) (?:on )?{dates.DATE}", re.I)
_LATE = 60  # characters at the end of a caption in which the day stands
_SENTENCE_END = re.compile(r"[.!?)\"”][ \t]+(?=[A-Z])|\n")
_RELATED = re.compile(
    r"(?:^|(?<=[.!?\"”] ))(?:Source:? [^.|\n]{1,60} )?Related (?:news|stories|articles|links|topics)\b", re.I | re.M
)


def glued(text: str) -> Iterator[Span]:
    """The spans of a text that are of the page it stood on and not of the story."""
    if "Tags" in text[:_TOP] and (tags := _LIST.search(text, 0, _TOP)):
        yield Span(tags.start(), _story(text, tags.end()))
    for credit in _CREDIT.finditer(text, 0, _TOP):
        yield from _caption(text, credit)
    last = max(0, len(text) - _OTHERS)
    if "related" in text[last:].lower() and (others := _RELATED.search(text, last)):
        yield Span(others.start(), len(text.rstrip()))


def _story(text: str, start: int) -> int:
    """Where the story goes on after the tags from ``start`` on."""
    capitals: list[re.Match[str]] = []  # the last words with one that stand together
    small = 0
    for word in _WORD.finditer(text, start, min(len(text), start + _TAGS)):
        plain = word[0].strip(".,;:()[]")
        if plain in _OPENS:
            return word.start()
        if plain[:1].isupper() or plain.startswith("al-"):
            capitals, small = [*(capitals[-_OPENING:] if small == 0 else ()), word], 0
        elif capitals and (plain in _VERB or (small and plain in _LINK)):
            return next((c.start() for c in capitals if c[0] == "The"), capitals[-1].start())
        else:
            small += plain.isalpha()
        if word[0][-1] in ".!?":
            return word.end()
    return start


def _caption(text: str, credit: re.Match[str]) -> Iterator[Span]:
    """The sentence before a picture's credit that tells the day on which it was taken, with the credit."""
    stops = [stop.end() for stop in _SENTENCE_END.finditer(text, 0, credit.start())]
    for begin in reversed([0, *stops][-2:]):
        words = text[begin : credit.start()]
        taken = _TAKEN.search(words) or _DAY.search(words, max(1, len(words) - _LATE))
        if taken and len(words.split()) - len(taken[0].split()) > _OPENING:
            yield Span(begin, credit.end())
            return
