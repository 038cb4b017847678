"""A report in small letters or in capitals comes in; the same text with the capitals of the names we know goes out.

One thing to know: the length never changes, so spans keep their meaning. A text with ordinary capitals comes back as it
was, but for acronyms that it introduces in small letters: "Farabundo Marti National Liberation Front (fmln)".
"""

from __future__ import annotations

import re

from tacitus.records.letters import capitals, small_letters
from tacitus.resolve.actors.table import Actor, ActorTable
from tacitus.resolve.actors.words import PREPOSITIONS, PRONOUNS, SKIPPED, noun
from tacitus.resolve.names import SHORT, name_key, without_possessive

_WORD = re.compile(r"[^\W\d_][\w'’-]*(?:\.[^\W\d_]\.?)*")
_INTRODUCED = re.compile(r"(?<![\w'’-])((?:[\w'’-]+ ){2,8})[(\[]([a-z]{2,8})[)\]]")
_IN_BRACKETS = re.compile(r"[(\[][a-z]{2,8}[)\]]")  # found at once, where looking for the words before takes long
_SMALL = re.compile(r"(?<![\w-])[a-z]{2,8}(?!\w)")
LONGEST_NAME = 6  # words
#: A letter in two hundred is a capital in a text that uses them at all; one in thirty is usual.
FEW = 200
#: A text is shouted that has so many capitals to a small letter; lists of acronyms have fewer.
MANY = 8
#: A text of fewer letters says nothing about its manner.
ENOUGH = 12
#: A single word of small letters is a person's only when it is long: "carter" and "bush" are nouns.
LONG = 6
#: Acronyms and names that are common words in small letters.
_COMMON = frozenset(
    "let site sat mic ran mid act aid us is it ice it in an as at all am arena as care caste end era fact fan far fed "
    "for has had her him his hum if law led man may men mia mit mob of on or our out part per pro raf raw sea set sir "
    "son sons so the top two up use was way we who you who young one old red new front group base party people youth "
    "family movement army force forces police general major state times times. post mail sun star guardian telegraph "
    "fox sky geo dawn tolo hindu chad turkey jordan mali georgia guinea cuba nice rose march china black settlers "
    "union house congress senate alliance council assembly court embassy shell total labour republic nation "
    "national independent liberal conservative republicans democrats royalists tigers eagles lions justice right dash "
    "unity peace monitor observer resistance opposition".split()
) - {"chad", "turkey", "jordan", "mali", "georgia", "guinea", "cuba", "china"}
_PEOPLES = frozenset(("state", "community", "igo", "government"))


def recased(text: str, table: ActorTable) -> str:
    """The text with the capitals of the names that it has in small letters; capitals throughout become small first."""
    upper, lower = capitals(text), small_letters(text)
    if upper + lower < ENOUGH or (upper * FEW > lower and upper < MANY * lower):
        return _acronyms(text)
    shouted = upper > lower
    small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text) if shouted else text
    return _acronyms(_named(small, table, shouted=shouted))


def _acronyms(text: str) -> str:
    """Give the acronyms that the report introduces in small letters their capitals."""
    if not _IN_BRACKETS.search(text):
        return text
    known = {found[2] for found in _INTRODUCED.finditer(text) if _initials(found[2], found[1].split())}
    if not known:
        return text
    return _SMALL.sub(lambda word: word[0].upper() if word[0] in known else word[0], text)


def _initials(acronym: str, words: list[str]) -> bool:
    """Whether an acronym's letters begin words before it, in their order, the first among them."""
    at = len(words)
    for letter in reversed(acronym.lower()):
        at = next((i for i in range(at - 1, -1, -1) if words[i][:1].lower() == letter), -1)
        if at < 0:
            return False
    return True


def _named(text: str, table: ActorTable, *, shouted: bool) -> str:
    """Capitalise the longest names that the table knows; in a shouted text every word that is no ordinary one."""
    words = list(_WORD.finditer(text))
    out: list[str] = []
    done = at = 0
    while at < len(words):
        size, form = _longest(words, at, text, table)
        span = text[words[at].start() : words[at + size - 1].end()]
        if not form and shouted and not _ordinary(words, at):
            form = span[:1].upper() + span[1:]
        if form and len(form) == len(span):
            out.append(text[done : words[at].start()] + form)
            done = words[at + size - 1].end()
        at += size
    return "".join(out) + text[done:]


def _longest(words: list[re.Match[str]], at: int, text: str, table: ActorTable) -> tuple[int, str]:
    """How many words the longest known name has that begins here, and the name with its capitals."""
    for size in range(min(LONGEST_NAME, len(words) - at), 0, -1):
        piece = text[words[at].start() : words[at + size - 1].end()]
        bare, owned = without_possessive(piece)
        if re.search(r"[^\w'’ -]", bare):
            continue
        tail = piece[len(bare) :] if owned else ""
        if size == 1 and (short := _acronym(bare, table)):
            return 1, short + tail
        key = name_key(bare)
        if size == 1 and (bare in _COMMON or noun(bare)):
            continue
        if table.place(key) or any(_told(actor, bare, size) for actor in table.by_key(key)):
            return size, re.sub(r"(?<![\w'’])[^\W\d_](?=\w)", lambda c: c[0].upper(), bare) + tail
    return 1, ""


def _acronym(word: str, table: ActorTable) -> str:
    """The acronym that a short word is: "fmln", and "un", but not "us"."""
    if not 2 <= len(word) <= SHORT or word in _COMMON or word in PRONOUNS or word in PREPOSITIONS or word in SKIPPED:
        return ""
    if not word.isalpha() or noun(word):
        return ""
    key = word.upper()
    known = (actor for actor in table.by_key(key) if actor.everyday and any(name == key for name in actor.names))
    return key if next(known, None) else ""


def _told(actor: Actor, word: str, size: int) -> bool:
    """Whether a name in small letters may be that actor's."""
    if size > 1 or actor.kind in _PEOPLES:
        return True
    return actor.everyday and (actor.kind != "person" or len(word) >= LONG)


def _ordinary(words: list[re.Match[str]], at: int) -> bool:
    """Whether a word of a shouted text is a noun of ours, alone or before the next, or says nothing."""
    word = words[at][0]
    if word in PREPOSITIONS or word in PRONOUNS or word in SKIPPED or word in _COMMON or noun(word):
        return True
    return at + 1 < len(words) and noun(f"{word} {words[at + 1][0]}") is not None
