"""A count in its sentence → whether it is told as overtaken, as wrong, or as grown.

In: a text and the words of a count. Out: whether the words around it say so. One thing to know: "up from 14", "had
earlier put the toll at 14" and "14, as first reported" tell what was counted before, "rose to 31" what now stands in
its place; "not 14" tells what is not so.
"""

from __future__ import annotations

import re

from tacitus.records.span import Span

#: Characters before and after a count that may tell it.
BEFORE, AFTER = 90, 40
_FIRST = r"(?:earlier|initial(?:ly)?|previous(?:ly)?|original(?:ly)?|at first|first)"
_SAID = (
    r"(?:reported|said|says?|given|gave|puts?|spoke|spoken|announced|counted|told|estimated|claimed|stated|set|"
    r"confirmed|listed)"
)
_FIGURE = r"(?:tolls?|counts?|figures?|numbers?|estimates?|tally|tallies|reports?|accounts?|posts?|total)"
_NO_FIGURE = r"[^.;:,\d\n]{0,40}"
#: "Up from", "rose to 31 from", "updating a previous toll of", "had initially put the dead at".
_OVERTAKEN = re.compile(
    rf"(?:(?:[,(–—-]|\d|\bis|\bare|\bwas|\bwere)\s*(?:up|down) from|"
    rf"\b(?:rose|risen|rises|rising|climbed|increased|raised|revised|lowered|updated)\b[^.;:\n]{{0,40}} from|"
    rf"\b{_FIRST} (?:[a-z]+ ){{0,2}}{_FIGURE}\b{_NO_FIGURE}|"
    rf"\b{_FIRST} {_SAID}\b{_NO_FIGURE}|"
    rf"\b{_SAID} {_FIRST}\b{_NO_FIGURE}|"
    rf"\b{_SAID} at the time|"
    rf"\bhad (?:[a-z]+ )?(?:given|put|reported|announced|set) (?:an?|the|its) (?:[a-z]+ ){{0,2}}{_FIGURE}|"
    r"\binitial)"
    rf"(?: (?:an?|the|{_FIRST}|{_FIGURE}|of|at|as))*\s$",
    re.I,
)
#: One of these stands in each of its forms: what has none need not be searched.
_OVERTAKEN_WORDS = ("from", "first", "earl", "initial", "previous", "original", "at the time", "had ")
#: "Now 27; it was nine on Tuesday", "38, against 31 on Monday".
_IT_WAS = re.compile(r"\b(?:it (?:was|had been|stood at)|(?:compared with|against)) (?:the )?$", re.I)
_ON_A_DAY = re.compile(
    r" (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last (?:week|month|year)|"
    r"the (?:day|week|month|year) before|a (?:month|year) (?:ago|before|earlier)|"
    r"in (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d))\b"
)
_AS_FIRST = re.compile(
    rf",? (?:[a-z]+ )?(?:{_FIRST} (?:[a-z]+ )?{_SAID}\b|at first\b(?! light)|as (?:[a-z]+ ){{0,2}}{_FIRST}\b)|"
    rf" (?:[a-z]+ )?(?:given|announced|reported) (?:in the first hours|at first)\b",
    re.I,
)
#: "Rose to", "raising the death toll to", "the toll is now", "now stands at".
_RISEN = re.compile(
    r"(?:\b(?:rose|risen|rises|climbed|climbs|increased|grown|grew|jumped|swelled)(?: [a-z]+ly)?(?: (?:again|further))?"
    r" to|\b(?:raising|bringing|taking|pushing|brought|raised) [^.;:,\d\n]{0,50}\bto|"
    r"\b(?:is|has|are|have|was|were|stands?|stood|put) now(?: (?:reached|risen to|at))?|"
    r"\bnow (?:stands?|stood|at|reached|put|is|has|numbers?)(?: at)?)"
    r"(?: (?:at least|about|around|nearly|over|more than|some|almost|as many as|the))*\s$",
    re.I,
)
_NOW_DEAD = re.compile(
    r"(?: [a-z]+){0,2} (?:now (?:are|is|have|has)|(?:are|is|have|has) now) (?:been )?"
    r"(?:(?:confirmed|known|thought|believed|feared) (?:to (?:have |be ))?)?(?:dead|died|killed)\b",
    re.I,
)
_NOT = re.compile(r"(?:[,;:(–—-]|\band|\bbut)\s*not (?:the )?$", re.I)
#: "Not one of them", "not less than", "not all".
_OF_OTHERS = re.compile(
    r"(?:an?|one|any|all|every|each|both|only|just|even|more|less|fewer|counting|including)\b", re.I
)
_SHORT = "Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec Mr Mrs Dr Gen Col Lt Maj Capt Sgt St".split()
#: What ends a sentence; "Sept. 19" and "Gen. Omar" do not. The look back stands behind the stop, where few are tried.
STOP = re.compile(r"[.!?]" + "".join(rf"(?<!\b{word}\.)" for word in _SHORT) + r"[\"'”’)\]]{0,3}\s|\n")


def overtaken(text: str, count: Span) -> bool:
    """Whether a count is told as what was counted before ("31, up from 14")."""
    before = _before(text, count)
    low = before.lower()
    told = any(word in low for word in _OVERTAKEN_WORDS) and _OVERTAKEN.search(before)
    of_a_day = _ON_A_DAY.match(text, count.end) and _IT_WAS.search(before)
    return bool(told or of_a_day or _AS_FIRST.match(text, count.end, count.end + AFTER))


def risen(text: str, count: Span) -> bool:
    """Whether a count is told as what an earlier one has grown to ("the toll rose to 31", "14 are now dead")."""
    before = _before(text, count)
    return bool(_RISEN.search(before) or _NOW_DEAD.match(text, count.end, count.end + AFTER))


def refuted(text: str, count: Span) -> bool:
    """Whether a count is told as wrong ("nine people, not six")."""
    return bool(_NOT.search(_before(text, count))) and not _OF_OTHERS.match(count.of(text))


def _before(text: str, count: Span) -> str:
    """The words before a count in its sentence."""
    return STOP.split(text[max(0, count.start - BEFORE) : count.start])[-1]
