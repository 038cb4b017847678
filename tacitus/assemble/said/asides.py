"""Cues that cover less than they seem to: "rebels it says come from the hills, a day after …", "declared war after …".

In: a voice of a report. Out: the same, its content cut where the aside ends, or told by nobody. One thing to know: who
declares an emergency does it, and says nothing of what stands beside it in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tacitus.assemble.said.cues import VERBS
from tacitus.assemble.said.grammar_words import CONJUNCTIONS, DAYS, FUNCTION, PAPERS, PERIODS
from tacitus.assemble.said.quoted import Voice
from tacitus.records.event import Said
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

#: Words that nobody in particular says.
HEARSAY = re.compile(r"(?:allegedly|reportedly|purportedly|apparently|supposedly)", re.I)
_PRONOUN = re.compile(r"(?:(?P<noun>[\w’'-]+) )?(?P<who>it|he|she|they|we|who)", re.I)
_WORD_BEFORE = re.compile(r"([\w’'-]+)(,?)\s+$")
_RELATIVE = frozenset(("which", "that", "whom", "who"))
_COMMA = re.compile(r",(?!\d)")
_DECLARES = re.compile(r"(?:has |have |had )?(?:declar|proclaim)(?:e[sd]?|ing|s|ed)", re.I)
#: What one declares.
_DECLARED = re.compile(
    r"[\s\"“]*(?:(?:the|an?|its|their|his|her|another|[\w-]+(?:day|hour|week|month|year)s?|nationwide|unilateral|immediate|"
    r"total|national|partial|temporary|indefinite|general) ){0,4}(?:martial law|(?:state|period|days?|weeks?) of |"
    r"emergency|war\b|jihad|cease-?fire|truce|armistice|moratorium|amnesty|ban\b|curfew|mourning|holiday|independence|"
    r"autonomy|victory|strike\b|boycott|blockade|no-fly|bankruptcy|(?:him|her|it|them)sel(?:f|ves)\b|caliphate|republic|lockdown)|"
    r"\s*(?:(?:[A-Z][\w’'.-]*|[a-z]+) ){1,5}?(?:the )?(?:winner|victor|president-elect|elected)\b"
)


def as_aside(text: str, voice: Voice, actors: Mapping[Span, ActorValue]) -> Voice:
    """The voice with what it covers in truth."""
    if not voice.contents:
        return voice
    if _DECLARES.fullmatch(text, voice.cue.start, voice.cue.end) and _DECLARED.match(text, voice.cue.end):
        return replace(voice, tells=False)
    who = _who_aside(text, voice)
    if who is None or voice.source is None:
        return voice
    cut = tuple(_to_the_comma(text, c) if c.start >= voice.cue.end else c for c in voice.contents)
    source = voice.source if who == voice.source.span else Said(who, actors.get(who))
    return replace(voice, contents=cut, source=source)


def _who_aside(text: str, voice: Voice) -> Span | None:
    """The pronoun that says it within a clause on somebody else: "rebels it says come from", "police, who say they"."""
    source = voice.source.span if voice.source else None
    found = _PRONOUN.fullmatch(text, source.start, source.end) if source else None
    if found is None or found.end() > voice.cue.start or text[found.end() : voice.cue.start].strip():
        return None
    who = Span(*found.span("who"))
    before = _WORD_BEFORE.search(text, max(0, who.start - 40), who.start)
    if before is None:
        return None
    word, comma = before[1].lower(), before[2]
    if found["who"].lower() == "who":
        return who if comma else None
    if word in _RELATIVE:
        further = _WORD_BEFORE.search(text, max(0, before.start() - 40), before.start())
        said = further is None or further[1].lower() in VERBS or further[1].lower() in CONJUNCTIONS
        return None if word == "that" and said else who
    plain = before[1].islower() and word not in (FUNCTION | DAYS | PERIODS | PAPERS) and word not in VERBS
    subject = re.match(
        r"\s+(?:that|the|an?|its|their|his|it|he|they|there|no|all|[A-Z]\w*|\w+ \w+ed|\d+)\b", text[voice.cue.end :]
    )
    return who if plain and not comma and not subject else None


def _to_the_comma(text: str, content: Span) -> Span:
    comma = _COMMA.search(text, content.start, content.end)
    return Span(content.start, comma.start()) if comma and comma.start() > content.start else content
