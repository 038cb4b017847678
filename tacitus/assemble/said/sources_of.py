"""Where the source of a cue stands: before its verb, after "according to", around an apposition, as "who".

In: the words of a sentence and the index of a cue. Out: a :class:`Party` or None. One thing to know: there is no
parser here; what these few rules of English do not settle stays open, since a wrong source is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass

from tacitus.assemble.said.cues import VERBS
from tacitus.assemble.said.grammar_words import (
    AUXILIARIES,
    BE,
    DAYS,
    DETERMINERS,
    FUNCTION,
    IS,
    JOINING,
    LENDING_ING,
    LENDING_TO,
    NOMINATIVE,
    OBLIQUE,
    PAPERS,
    PAST,
    PEOPLE,
    POSSESSIVE,
    PREPOSITIONS,
    RELATIVE,
    SOME,
    WHILE,
)
from tacitus.assemble.words import Words
from tacitus.records.span import Span

_MONTHS = frozenset("january february march april may june july august september october november december".split())
_FAR = 150  # words from a verb back to its subject
_DEEP = 3  # phrases that hang on each other
_INSERTED = 40  # words that may stand between two commas
_CLAUSE = 16  # words from "which" to the last of its clause
_COMMAS = 3  # commas that are tried for where such words begin
#: After a comma these tell more of who stands before it.
_OF_HIM = frozenset("where when one former now then himself herself along".split())
#: "A caller to the radio said".
_CALLERS = frozenset("caller callers visitor visitors".split())
#: What is somebody's: "a new toll from the ministry", "a count given by the police".
_TOLLS = frozenset("toll count tally".split())
#: What may follow a source that stands after its verb.
_CLOSING = frozenset((",", ".", ";", ":", '"', "“", "”", "''", "-", "--", "–", "—", "(", "who", "when"))


@dataclass(frozen=True, slots=True)
class Party:
    """A source: its words, and the mention that says who it is (another one for "who"; the last of two joined)."""

    span: Span
    named: Span
    joined: bool = False


def subject(words: Words, i: int, *, shows: bool = False) -> Party | None:
    """Whose doing the verb at ``i`` is, in the active voice; ``shows``: a report or poll can do it too."""
    low = words.low
    j = words.before_verb(i - 1)
    if low[i].endswith("ing") and not any(w in BE or w in IS for w in low[j + 1 : i]):
        return _of_participle(words, i, j, shows=shows)
    for _ in range(3):  # "declined to say", "is ready to try to explain"
        if j < 1 or low[j] != "to":
            break
        if low[j - 1] in ("on", "yet"):  # "went on to say", "has yet to say"
            j -= 1
        if low[j - 1] not in LENDING_TO and low[j - 1] not in VERBS:
            return None
        participle = low[j - 1].endswith("ing")
        j = words.before_verb(j - 2)
        if participle and j >= 0 and low[j] == ",":
            return _main(words, 0, j)
    if j < 0:
        return None
    if low[j] in ("and", "or", "but", "yet", "then"):
        return _main(words, 0, j)
    return phrase(words, j, shows=shows)


def _of_participle(words: Words, i: int, j: int, *, shows: bool) -> Party | None:
    """Who is saying: "…, saying", "by saying", "citing the report, the mayor …", "a letter urging"."""
    low = words.low
    if j < 0 or (j == 0 and low[0] in WHILE):
        comma = next((n for n in range(i + 1, min(len(low), i + _INSERTED)) if low[n] == ","), None)
        return _main(words, comma + 1, min(len(low), comma + _INSERTED)) if comma else None
    if low[j] == "," or low[j] in WHILE:
        return _main(words, 0, j)
    if low[j] in PREPOSITIONS:
        return None
    if low[j] in LENDING_ING:
        return subject(words, j, shows=shows)
    party = phrase(words, j, shows=shows)
    first = _before_article(words, words.at(party.span.start)) + 1 if party else -1
    return party if first == 0 or low[j] in PAPERS or low[j] in RELATIVE else None


def phrase(words: Words, j: int, *, shows: bool = False, depth: int = 0) -> Party | None:
    """The party whose words end at ``j``."""
    if j < 0 or depth > _DEEP:
        return None
    word, span = words.low[j], words.spot(j)
    if word in NOMINATIVE:
        return Party(span, span)
    if word in RELATIVE:
        return _relative(words, j)
    if word == ")":
        opened = next((k for k in range(j - 1, max(0, j - 12), -1) if words.low[k] == "("), 0)
        return phrase(words, opened - 1, shows=shows, depth=depth + 1)
    if word == ",":
        return _around_insertion(words, j, shows=shows, depth=depth)
    if (party := words.party(j)) is not None:
        return _whole(words, words.at(party.start), party, shows=shows, depth=depth)
    speaks = word in PEOPLE or word in SOME or (shows and word in PAPERS)
    if not speaks and (word in FUNCTION or word in VERBS or not word[0].isalnum()):
        return None
    first = _first(words, j)
    if (whose := _clause_of(words, first)) is not None:
        return whose
    proper = first > 0 and span.of(words.text).istitle()  # a name the reader has not seen
    return _whole(words, first, words.span(first, j + 1), shows=shows, depth=depth) if speaks or proper else None


def _whole(words: Words, first: int, span: Span, *, shows: bool, depth: int) -> Party | None:
    """The phrase with what it hangs on: "members of the group", "a poll by the paper", "the mayor and the union"."""
    j = _before_article(words, first)
    piece = j == first - 1 and words.at(span.end) == first + 1  # one word, which may be the last of a name
    if piece and (name := _before_name(words, j)) > 0 and words.low[name] in JOINING:
        j = name
    before = words.low[j] if j >= 0 else ""
    if before == "to" and j and words.low[j - 1] in _CALLERS:
        caller = words.party(j - 1) or words.spot(j - 1)
        return Party(Span(caller.start, span.end), caller)
    if before in JOINING or (before == "by" and shows):
        head = phrase(words, j - 1, shows=shows, depth=depth + 1)
        return Party(Span(head.span.start, span.end), head.named) if head else None  # "in Goma" is nobody's subject
    if before in ("and", "&") and j and (words.party(j - 1) or words.low[j - 1] in PEOPLE):
        other = phrase(words, j - 1, shows=shows, depth=depth + 1)
        if other is not None and other.span.end == words.spot(j - 1).end:
            return Party(Span(other.span.start, span.end), span, joined=True)
    return Party(span, span)


def _before_name(words: Words, j: int) -> int:
    """The word before the rest of a name whose last part alone is known: "officials in Nova [Kakhovka]"."""
    k = j
    while k > 0 and j - k < 2 and _is_name(words, k):
        k -= 1
    return k if k < j else -1


def _is_name(words: Words, k: int) -> bool:
    word = words.low[k]
    plain = word.isalpha() and word not in DAYS and word not in FUNCTION and word not in _MONTHS
    return plain and words.text[words.spot(k).start].isupper() and words.party(k) is None


def _before_article(words: Words, first: int) -> int:
    """The word before a phrase and its articles; -1 if there is none."""
    j = first - 1
    while j >= 0 and words.low[j] in DETERMINERS:
        j -= 1
    return j


def _first(words: Words, j: int) -> int:
    """Where the noun phrase begins whose last word is ``j``; its article stays outside."""
    first = j
    while first > 0 and j - first < 8:
        word = words.low[first - 1]
        if word in POSSESSIVE:
            return first - 1
        if word not in IS and (
            word in FUNCTION or word in DETERMINERS or not (word[0].isalnum() or word in ("'", "’"))
        ):
            break
        if word in VERBS and VERBS[word].form in ("past", "s") and word not in PAPERS:
            break
        first -= 1
    return first


def _relative(words: Words, j: int) -> Party | None:
    """ "Who", "which", "that": the word itself, meaning the party before it."""
    word, span = words.low[j], words.spot(j)
    if word == "whom":  # "many of whom"
        if j < 2 or words.low[j - 1] != "of":
            return None
        return Party(words.span(j - 2, j + 1), _antecedent(words, j - 3) or span)
    named = _antecedent(words, j - 1)
    if word == "that" and not (named or (j and (words.low[j - 1] in PEOPLE or words.low[j - 1] in PAPERS))):
        return None
    return Party(span, named or span) if j else None


def _clause_of(words: Words, first: int) -> Party | None:
    """Of whom a clause tells whose last words, behind a preposition, begin at ``first``: "X which acts in the land"."""
    k = _before_article(words, first)
    if k < 0 or words.low[k] not in PREPOSITIONS:
        return None
    who = next((n for n in range(k - 1, max(0, k - _CLAUSE), -1) if words.low[n] in ("who", "which")), None)
    named = _antecedent(words, who - 1) if who else None
    return Party(named, named) if named else None


def _antecedent(words: Words, k: int) -> Span | None:
    if k > 0 and words.low[k] == ",":
        k -= 1
    return words.party(k) if k >= 0 else None


def _around_insertion(words: Words, j: int, *, shows: bool, depth: int) -> Party | None:
    """ "The mayor, a friend of his, said": who stands before the words between the commas."""
    tried = 0
    for k in range(j - 1, max(0, j - _INSERTED), -1):
        if words.low[k] in (";", ":", "“", '"'):
            return None
        if words.low[k] != ",":
            continue
        tried += 1
        if words.low[k - 1] in NOMINATIVE or _describes(words, k + 1):
            found = phrase(words, k - 1, shows=shows, depth=depth + 1)
            if found is not None:
                return found
        if tried == _COMMAS:
            return None
    return None


def _describes(words: Words, k: int) -> bool:
    """Whether words after a comma can be said of who stands before it."""
    word = words.low[k]
    return (
        word in DETERMINERS
        or word in RELATIVE
        or word in POSSESSIVE
        or word in PREPOSITIONS
        or word in PEOPLE
        or word in _OF_HIM
        or word[0].isdigit()
        or word.endswith(("ing", "ed"))
        or words.party(k) is not None
        or words.text[words.spot(k).start].isupper()
        or words.low[k + 1 : k + 2] == ("of",)
    )


def _main(words: Words, low: int, high: int) -> Party | None:
    """The first party from ``low`` to ``high`` that has a verb of its own."""
    for k in range(max(low, high - _FAR), high):
        if words.quoted(k):
            continue
        if words.low[k] in NOMINATIVE and _has_verb(words, k + 1):
            return Party(words.spot(k), words.spot(k))
        party = words.party(k)
        if party is None or not _has_verb(words, k + 1):
            continue
        j = _before_article(words, words.at(party.start))
        if j < 0 or words.low[j] not in PREPOSITIONS or words.low[j] in ("after", "before", "as", "since", "until"):
            return Party(party, party)
        found = phrase(words, k)
        if found is not None and found.span.start < party.start:
            return found
    return None


def _has_verb(words: Words, k: int) -> bool:
    """Whether a verb follows at ``k``, at once or after words between commas."""
    while k < len(words) and words.adverb(k):
        k += 1
    if k >= len(words) or words.low[k] in IS:
        return False
    word = words.low[k]
    if word == ",":
        return k + 1 < len(words) and _describes(words, k + 1) and words.low[k + 1] != "saying"
    past = word in PAST or (word.endswith("ed") and len(word) > 4)
    return past or word in AUXILIARIES or word == "who" or (word in VERBS and VERBS[word].form != "ing")


def opening(words: Words, k: int, *, loose: bool = False) -> Party | None:
    """The party that begins at ``k``: after a turned "said", after "by"; ``loose``, after "according to", any words."""
    party = _one(words, k, loose=loose)
    if party is None:
        return None
    n = words.at(party.span.end)
    first = words.low[words.at(party.span.start)]
    if n + 1 >= len(words) or words.low[n] not in ("and", "&") or first in PAST or first.endswith("ed"):
        return party
    other = _one(words, n + 1, loose=False)
    closed = other is not None and (m := words.at(other.span.end)) < len(words) and words.low[m] in _CLOSING
    return Party(Span(party.span.start, other.span.end), other.span, joined=True) if other and closed else party


def _one(words: Words, k: int, *, loose: bool) -> Party | None:
    """One party that begins at ``k``."""
    low, n = words.low, k
    while n < len(low) and low[n] in DETERMINERS and n - k < 3:
        n += 1
    if n >= len(low):
        return None
    if low[k] in NOMINATIVE or low[k] in OBLIQUE:
        return Party(words.spot(k), words.spot(k))
    span = words.begins.get(words.spot(n).start)
    if span is not None and words.text[span.end : span.end + 2] not in IS:
        return Party(span, span)
    after = n
    while after < len(low) and (low[after] in IS or (low[after] not in FUNCTION and low[after][0].isalnum())):
        after += 1
        if loose and low[after - 1] in PAPERS and _tells_of_another(words, after):
            break
        if words.party(after - 1) is not None and after - n < 6 and (after == len(low) or low[after] not in IS):
            break
    if after == n:
        return None
    if loose and not _TOLLS.isdisjoint(low[n:after]):
        by = after + 2 * (low[after : after + 1] == ("on",))  # "released on Monday by"
        if low[by : by + 1] in (("by",), ("from",)):
            return _one(words, by + 1, loose=True)
    whole = words.span(n, after)
    if (party := words.party(after - 1)) is not None:
        return Party(Span(min(whole.start, party.start), party.end), party)
    speaks = low[after - 1] in PEOPLE or (loose and (low[after - 1] in PAPERS or after - n <= 4))
    return Party(whole, whole) if speaks else None


def _tells_of_another(words: Words, k: int) -> bool:
    """Whether a party with a verb of its own begins at ``k``: "according to the report rebels have left"."""
    span = words.begins.get(words.spot(k).start) if k < len(words) else None
    return span is not None and _has_verb(words, words.at(span.end))


def turned(words: Words, i: int, after: int) -> Party | None:
    """'"…," said the mayor': who stands at ``after``, where what was said stands before the verb at ``i``."""
    closed = i > 0 and words.low[i - 1] in (",", '"', "”", "''", "’", "»", "?", "!")
    if i == 0 or not (closed or words.low[i] in ("said", "says")):
        return None
    party = opening(words, after)
    if party is None or words.low[after] in ("this", "that"):
        return None
    then = words.at(party.span.end)  # "…, said he hoped" goes on with a verb: that he is not the source
    if not closed:  # "Five dead in raid says army": nobody says a mere name
        return party if then >= len(words) or words.low[then] == "." else None
    return party if then >= len(words) or words.low[then] in _CLOSING or words.low[then] in PREPOSITIONS else None


def owner(words: Words, i: int) -> Party | None:
    """Whose the noun at ``i`` is: "the minister's claim", "their sharp refusal"."""
    for j in range(i - 1, max(-1, i - 4), -1):
        word = words.low[j]
        if word in POSSESSIVE:
            return Party(words.spot(j), words.spot(j))
        if word in IS or word in ("'", "’"):
            return phrase(words, j - 1, shows=True)
        if not word.isalpha() or word in PREPOSITIONS:
            return None
    return None
