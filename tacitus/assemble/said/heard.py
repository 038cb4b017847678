"""Attributions that grammar tells, whatever the reader saw: "the union opposes the plan", "his promise to resign".

In: a report's sentences, parties, names and direct quotes. Out: :class:`Heard`, a cue with its source and content, and
the source of any cue that the reader saw. One thing to know: nothing is heard without both a source and a content.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.assemble.said.covers import end, start
from tacitus.assemble.said.cues import (
    AS,
    CLAUSE,
    FEELINGS,
    LIGHT,
    NOUNS,
    RESOLVES,
    STANCES,
    STATES,
    THAT_NOUNS,
    THING,
    TURNED,
    VERBS,
    Cue,
)
from tacitus.assemble.said.grammar_words import ANYONE, BE, HAVE, IS, PREPOSITIONS
from tacitus.assemble.said.sources_of import Party, opening, owner, subject, turned
from tacitus.assemble.words import Words, words_of
from tacitus.records.markup import Markup
from tacitus.records.span import Span

_CUES = frozenset((*VERBS, *LIGHT, *NOUNS, *STATES, *STANCES))
_NAMES = ("person", "organisation")
#: What somebody may or should think he does not.
_MAY = frozenset("may might must should could can".split())
_ABOUT = frozenset("that about over for of on at in with to against regarding".split())
_OF_STANCE = frozenset(("of", "for"))
_OF_STATE = frozenset("that to about of by over at with whether".split())
_VERY = frozenset("a an the very so more most".split())
_IS = BE | IS | frozenset("remain remains remained".split())
_PLURAL = frozenset(
    "i you we they people police men women some many others most both few several all media majority".split()
)
_ARTICLES = frozenset("the a an one".split())


@dataclass(frozen=True, slots=True)
class Heard:
    """One attribution; ``tells`` as in :class:`Cue`."""

    party: Party
    cue: Span
    content: Span
    tells: bool = False


class Grammar:
    """The grammar of one report: a sentence is only taken apart when it is asked about or holds a cue."""

    def __init__(self, text: str, markup: Markup, quotes: Sequence[Span]) -> None:
        """``quotes``: the direct quotes, in order."""
        self.text, self.sentences, self.quotes = text, markup.sentences, quotes
        self.ends: dict[int, Span] = {}
        parties = [m.span for m in markup.mentions if m.kind == "actor"]
        names = [n.span for n in markup.names if n.kind in _NAMES]
        for span in (*parties, *names):
            known = self.ends.get(span.end)
            if known is None or span.start < known.start:
                self.ends[span.end] = span
        self._starts = [s.start for s in self.sentences]
        self._words: dict[int, Words] = {}

    def _sentence(self, n: int) -> Words:
        if n not in self._words:
            self._words[n] = words_of(self.text, self.sentences[n], self.ends, self.quotes)
        return self._words[n]

    def heard(self) -> list[Heard]:
        """All attributions that grammar tells, but those within direct quotes."""
        found: list[Heard] = []
        for n in range(len(self.sentences)):
            words = self._sentence(n)
            for i in [i for i, word in enumerate(words.low) if word in _CUES]:
                if words.named(i) or words.quoted(i):
                    continue
                one = _hear(words, i)
                if one is not None and not one.content.overlaps(one.party.span):
                    found.append(one)
        return found

    def party(self, cue: Span) -> Party | None:
        """Whose words a cue tells."""
        n = bisect_right(self._starts, cue.start) - 1
        if n < 0:
            return None
        words = self._sentence(n)
        first, after = words.at(cue.start), words.at(cue.end)
        if words.low[first : first + 2] == ("according", "to"):
            return opening(words, first + 2, loose=True)
        for i in range(after - 1, first - 1, -1):
            word = words.low[i]
            if word in VERBS:
                if word in TURNED and (party := turned(words, i, after)) is not None:
                    return party
                if VERBS[word].form == "past" and words.passive(i):
                    return opening(words, after + 1) if words.low[after : after + 1] == ("by",) else None
                return subject(words, i, shows=VERBS[word].shows)
            if word in NOUNS:
                return owner(words, i)
        return None


def _hear(words: Words, i: int) -> Heard | None:
    word, found = words.low[i], None
    if word in VERBS:
        found = _by_verb(words, i, VERBS[word])
    if found is None and word in LIGHT:
        found = _by_light_verb(words, i)
    if found is None and word in NOUNS:
        found = _by_noun(words, i)
    if found is None and (word in STATES or word in STANCES):
        found = _by_state(words, i)
    return found


def _heard(words: Words, party: Party | None, cue: Span, first: int, *, tells: bool = False) -> Heard | None:
    """An attribution whose content begins at ``first``, if it has a source and words."""
    after = end(words, first) if party else first
    if party and first < (source := words.at(party.span.start)) < after:  # "Citing the flood, the mayor left"
        after = next((n for n in range(source - 1, first, -1) if words.low[n] == ","), first)
    return Heard(party, cue, words.span(first, after), tells) if party and after > first else None


def _by_verb(words: Words, i: int, cue: Cue) -> Heard | None:
    """ "The union opposes the plan", "she urged them to stay", "the poll shows a close race"."""
    if cue.form == "past" and words.passive(i):
        return _by_agent(words, i, cue)
    found = start(words, i, cue)
    if found is None:
        return _after_content(words, i, cue)
    party = subject(words, i, shows=cue.shows)
    if party is None or not _agrees(words, i, cue, party):
        return None
    if not cue.tells and (words.low[i - 1] in _MAY or party.span.of(words.text).lower() in ANYONE):
        return None
    if cue.evidence and found.way == THING and not words.paper(party.span):
        return None  # a poll shows a lead; what people show or find is no word of theirs
    return _heard(words, party, found.cue, found.first, tells=cue.tells and found.way == CLAUSE)


def _agrees(words: Words, i: int, cue: Cue, party: Party) -> bool:
    """Whether verb and subject fit where they stand side by side: "the army report" is no verb."""
    if words.spot(i - 1).end != party.span.end or cue.form not in ("base", "s"):
        return True
    last = words.low[i - 1]
    if cue.form == "s":
        return last not in ("i", "you", "we", "they")
    plural = last in _PLURAL or (last.endswith("s") and not last.endswith("ss"))
    return plural or " and " in party.span.of(words.text) or last in ("who", "that", "which")


def _after_content(words: Words, i: int, cue: Cue) -> Heard | None:
    """ "The road was cut, the mayor said.": a verb at the end has what stands before the comma."""
    if not cue.tells or cue.form not in ("past", "s") or words.low[i + 1 : i + 2] not in ((), (".",), (",",)):
        return None
    party = subject(words, i, shows=cue.shows)
    if party is None:
        return None
    j = words.at(party.span.start) - 1
    while j > 0 and words.low[j] in _ARTICLES:
        j -= 1
    if j < 2 or words.low[j] != "," or words.quoted(j):
        return None
    return Heard(party, words.spot(i), words.span(0, j), cue.tells)


def _by_agent(words: Words, i: int, cue: Cue) -> Heard | None:
    """ "The plan was condemned by the union": who stands after "by" is the source, the subject the content."""
    if not cue.takes & {THING, AS} or words.low[i + 1 : i + 2] != ("by",):
        return None
    party = opening(words, i + 2)
    last = i - 1
    while last > 0 and (words.low[last] in _IS or words.low[last] in HAVE):
        last -= 1
    first = next((k + 1 for k in range(last, -1, -1) if words.low[k] in (",", ";", "and", "but")), 0)
    return Heard(party, words.spot(i), words.span(first, last + 1)) if party and first <= last else None


def _by_light_verb(words: Words, i: int) -> Heard | None:
    """ "Expressed deep concern about the plan": a verb that means little, and a noun."""
    for n in range(i + 1, min(i + 5, len(words) - 2)):
        word, then = words.low[n], words.low[n + 1]
        if word in FEELINGS and then in _ABOUT and not words.passive(i):
            first = n + 1 if then == "to" and word in RESOLVES else n + 2
            return _heard(words, subject(words, i), words.span(i, n + 1), first)
        if not word.isalpha() or word in PREPOSITIONS:
            return None
    return None


def _by_noun(words: Words, i: int) -> Heard | None:
    """ "The minister's claim that it was over", "her refusal to sign"."""
    word, then = words.low[i], words.low[i + 1 : i + 3]
    if len(then) < 2:
        return None
    if then[0] == "that" and word in THAT_NOUNS:
        return _heard(words, owner(words, i), words.spot(i), i + 2)
    if then[0] == "to" and word in RESOLVES and then[1] not in _ARTICLES:
        return _heard(words, owner(words, i), words.spot(i), i + 1)
    return None


def _by_state(words: Words, i: int) -> Heard | None:
    """ "They are willing to talk", "she is a critic of the war"."""
    low, stance = words.low, words.low[i] in STANCES
    if i + 2 >= len(low) or low[i + 1] not in (_OF_STANCE if stance else _OF_STATE):
        return None
    j = i - 1
    while (
        j >= 0
        and low[j] not in _IS
        and (low[j] in _VERY or words.adverb(j) or (stance and low[j].isalpha()))
        and i - j < 6
    ):
        j -= 1
    if j < 0 or low[j] not in _IS:
        return None
    return _heard(words, subject(words, j), words.spot(i), i + 1 if low[i + 1] == "to" else i + 2)
