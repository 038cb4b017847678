"""What a cue covers: where its content begins, in which of the ways the cue allows, and where it ends.

In: the words of a sentence, the index of a cue verb and its :class:`Cue`. Out: a :class:`Start`, and an end. One thing
to know: a content that stands before its cue ("…, he said") is not looked for here.
"""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.assemble.said.cues import AS, CLAUSE, INFINITIVE, OBJECT, SOMEONE, THING, VERBS, Cue
from tacitus.assemble.said.grammar_words import (
    AUXILIARIES,
    DETERMINERS,
    FUNCTION,
    IS,
    NOMINATIVE,
    OPENERS,
    PARTICLES,
    PAST,
    POSSESSIVE,
    PREPOSITIONS,
)
from tacitus.assemble.words import Words
from tacitus.records.span import Span

_LONGEST = 150  # words of a content that nothing ends
_MARKS = frozenset(('"', "“", "‘", "``", "''", "«", "$", "£", "€"))
#: They take somebody first and then what is told: "told the court that".
_TO_SOMEONE = frozenset("tell assure inform remind warn convince persuade advise ask".split())
_NAMES_IT = frozenset(('"', "“", "‘", "''", "a", "an"))
_NO_VERB = frozenset("having being been be".split()) | IS
#: After a comma these begin something that is no longer said.
_NEW = frozenset("but while although though according saying adding who which whose".split())


@dataclass(frozen=True, slots=True)
class Start:
    """The cue with its particle, the index of the first word of its content, and the way it is joined."""

    cue: Span
    first: int
    way: str


def start(words: Words, i: int, cue: Cue) -> Start | None:
    """Where the content of the cue verb at ``i`` begins, if it stands after it."""
    low, verb = words.low, words.spot(i)
    k = words.after_verb(i + 1)
    if k >= len(low):
        return None
    if low[k] in cue.takes and (low[k] in PREPOSITIONS or low[k] in PARTICLES):
        first = _after_particle(words, k)
        if first is not None:
            return Start(words.span(i, k + 1), first, CLAUSE if low[first - 1] == "that" else low[k])
    if CLAUSE in cue.takes and (first := _said(words, k, cue)) is not None:
        return Start(verb, first, CLAUSE)
    if INFINITIVE in cue.takes and low[k] == "to" and k + 1 < len(low) and low[k + 1].isalpha():
        return Start(verb, k, INFINITIVE)
    if not thing(words, k):
        return Start(verb, k, THING) if THING in cue.takes and low[k] == "being" else None
    if SOMEONE in cue.takes and words.within(k + 1, ("to",), 8) is not None:
        return Start(verb, k, SOMEONE)
    if AS in cue.takes and words.within(k + 1, ("as",), 10) is not None:
        return Start(verb, k, AS)
    if THING in cue.takes:
        return Start(verb, k, THING)
    if OBJECT in cue.takes and words.within(k + 1, _NAMES_IT, 9) is not None:
        return Start(verb, k, OBJECT)
    return None


def _after_particle(words: Words, k: int) -> int | None:
    """Where the content begins after the preposition or particle at ``k``."""
    n = k + 1
    if n >= len(words):
        return None
    if words.low[k] == "to":  # "refers to leave" is no cue
        return n if thing(words, n) else None
    if words.low[n] == "that":
        return n + 1
    return n if thing(words, n) or words.low[n].endswith("ing") or words.low[n] in OPENERS else None


def _said(words: Words, k: int, cue: Cue) -> int | None:
    """Where a clause begins that is said: after "that", after somebody who is told, or at once."""
    low = words.low
    if low[k] in OPENERS:
        return k + 1 if low[k] == "that" else k
    if cue.lemma in _TO_SOMEONE:
        n = words.within(k, OPENERS, 8) if thing(words, k) else None
        return None if n is None else n + 1 if low[n] == "that" else n
    return k if _clause(words, k) else None


def thing(words: Words, k: int) -> bool:
    """Whether a noun phrase begins at ``k``."""
    if k >= len(words):
        return False
    word = words.low[k]
    if word in DETERMINERS or word in POSSESSIVE or word in NOMINATIVE or word in _MARKS:
        return True
    if word in FUNCTION or word in PARTICLES or words.adverb(k) or not word[0].isalnum():
        return False
    return word not in VERBS or VERBS[word].form != "past" or words.spot(k).start in words.begins


def _clause(words: Words, k: int) -> bool:
    """Whether a clause with a verb of its own begins at ``k`` without "that": "the talks had failed"."""
    if not thing(words, k):
        return False
    if words.low[k] in NOMINATIVE:
        return True
    for word in words.low[k + 1 : k + 12]:
        if word in (",", ";", ".", "to"):
            return False
        if word in PAST or (word in AUXILIARIES and word not in _NO_VERB):
            return True
    return False


def end(words: Words, k: int) -> int:
    """The index after the last word of a content that begins at ``k``."""
    low = words.low
    for n in range(k, min(len(low), k + _LONGEST)):
        if low[n] == ";" or (low[n] == "," and n > k and _breaks(words, n + 1)):
            if not words.quoted(n):
                return n
    n = min(len(low), k + _LONGEST)
    while n > k and not low[n - 1][0].isalnum() and low[n - 1] not in (")", "%"):
        n -= 1
    return n


def _breaks(words: Words, n: int) -> bool:
    """Whether what is said ends before the word at ``n``, which follows a comma."""
    if n + 1 >= len(words):
        return True
    word, then = words.low[n], words.low[n + 1]
    if word in ("he", "she"):
        return then in ("said", "says", "added")
    if word in ("and", "then"):
        return then in VERBS and VERBS[then].form in ("past", "s")
    return word in _NEW
