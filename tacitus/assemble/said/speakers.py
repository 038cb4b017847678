"""Who "he", "it" and "the source" are that go on speaking: the one whose words were told just before.

In: the voices of a report, in which grammar has found the cues and their sources, and what its actors stand for. Out:
the value of each such source. One thing to know: another party that opens a sentence in between is a doubt, and doubt
leaves a source as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from tacitus.assemble.said.grammar_words import PAPERS, PEOPLE
from tacitus.assemble.said.quoted import Voice
from tacitus.records.markup import Markup
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

#: How far back the words of who goes on speaking may stand; characters.
FAR = 900
_HE = frozenset(("he", "she"))
_TELLERS = frozenset(("ngo", "media"))
_MAN = re.compile(r"\b(?:Mr|\w+(?<!wo)man|man|king|father|brother|son|husband|boy|sheikh|imam|priest|Abu)\b", re.I)
_WOMAN = re.compile(r"\b(?:Mrs|Ms|\w+woman|woman|queen|mother|sister|daughter|wife|widow|girl|nun|Umm)\b", re.I)
_BODIES = frozenset(("ngo", "media", "igo", "company", "party", "government", "military", "police", "rebel", "militia",
                     "state", "intelligence"))  # fmt: skip
#: Nouns for several that speak, though they do not end in "s".
_SEVERAL = frozenset("people men women police troops crowd media".split())
_PERSONS = frozenset(word for word in PEOPLE if word not in _SEVERAL and not word.endswith("s")) - frozenset(
    "army government ministry court council parliament congress group company campaign committee commission agency "
    "union party team family administration authority department office board panel coalition alliance bloc nation "
    "country state city newspaper paper magazine network public majority delegation firm institute organization "
    "organisation world side police source sources".split()
)
#: Where a party's name ends and what it belongs to begins.
_OF = re.compile(r"\s(?:of|at|in|from|for|with|to|who|which|that)\s|,")
_OPENS = re.compile(r"[\"“'‘(\s]*(?:(?:But|And|Meanwhile|However|Earlier|Later|Then|Also|The|An?|That|This)\s+)*", re.I)
_PAPER = re.compile(r"[^.;\n\"“]{0,60}?\b(?:statement|report|communique|declaration|press release)\b", re.I)
#: "The statement by the ministry".
_BY = re.compile(
    r"\s+(?:(?:issued|released|published|posted|put out|made)\s+)?(?:(?:on\s+)?\w+day\s+)?(?:by|from)\s+"
    r"(?:the\s+|an?\s+)?",
    re.I,
)
_BARE = re.compile(r"\baccording to\s+$", re.I)
_THE = re.compile(r"\b(?:the|this|that|these|those)\s+$", re.I)
_APPOSED = re.compile(r",?\s+(?:(?:the|an?)\s+)?")
_GAP = 6  # characters
_INDEFINITE = re.compile(r"\b(?:an?|one)\s+$", re.I)
#: A body that counts the dead of a war, told without its name.
_MONITOR = re.compile(
    r"(?:[\w.]+-based )?(?:(?:war |conflict |human rights |rights )?(?:monitor|watchdog|observatory)|"
    r"(?:war |conflict )?monitoring (?:group|organi[sz]ation|body|network)|(?:human )?rights group)",
    re.I,
)
_MONITORS = re.compile(r"\b(?:Observatory|Monitor\w*|Watch|Rights|Documentation)\b")


class Speakers:
    """Looks up, in one report, who goes on speaking."""

    def __init__(self, text: str, markup: Markup, found: Sequence[Voice], actors: Mapping[Span, ActorValue]) -> None:
        """``found``: all voices; those without a source tell nothing here."""
        self.text, self.actors = text, actors
        self.voices = sorted((v for v in found if v.source), key=lambda v: v.cue)
        self.people = [n.span for n in markup.names if n.kind == "person"]
        self.sentences = markup.sentences
        self._starts = [s.start for s in markup.sentences]
        self.parties = sorted(m.span for m in markup.mentions if m.kind == "actor")
        self._named_by = {v.source.span: v.source.actor for v in self.voices if v.source}  # "members of the group"
        self.meant: dict[Span, ActorValue] = {}
        self._called: dict[str, str] = {}  # by which word a name was taken up first: "he", "she"

    def again(self) -> dict[Span, ActorValue]:
        """The sources that another word means, each with whom it means."""
        for n, voice in enumerate(self.voices):
            span = self._source(voice)
            words = span.of(self.text).lower()
            if words in _HE or words == "it":
                value = self._last(n, span, person=words in _HE)
                if value is not None and self._is_he(self.actors.get(span), value):
                    continue
            elif not self._nameless(span):
                continue
            elif paper := next((w for w in words.split() if w in PAPERS), None):
                value = self._of_paper(n, span, paper)
            elif words.isalpha() and self._definite(span):
                value = self._same_noun(n, span, words)
            else:
                continue
            if value is not None:
                self.meant[span] = value
                self._called.setdefault(value.name, words)
        self._foretold()
        return self.meant

    def _is_he(self, known: ActorValue | None, value: ActorValue) -> bool:
        """Whether a person already known is the same: a surname, or words with his name in them."""
        if known is None or known.kind != "person" or known.name.lower() in _HE or value.actor is not None:
            return False
        return bool(set(known.name.split()) & set(value.name.split()))

    def _source(self, voice: Voice) -> Span:
        assert voice.source is not None  # noqa: S101 - voices without one were left out
        return voice.source.span

    def value(self, span: Span) -> ActorValue | None:
        """Whom the words mean, as far as is known by now."""
        return self.meant.get(span) or self._named_by.get(span) or self.actors.get(span)

    def _nameless(self, span: Span) -> bool:
        value = self.value(span)
        return value is None or (value.actor is None and (value.name.islower() or value.name.lower() in PEOPLE))

    def _sentence(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _last(self, n: int, span: Span, *, person: bool) -> ActorValue | None:
        """Who spoke last and may be "he", or "it", if nobody else may be."""
        here = self._sentence(span.start)
        for voice in reversed(self.voices[:n]):
            source = self._source(voice)
            if source.end > span.start:
                continue
            if span.start - voice.cue.end > FAR:
                break
            if not self._fits(source, person=person):
                continue
            if self._within(voice):
                return None
            value, told = self._named(source), self._sentence(voice.cue.start)
            if person and self._is_other_sex(span, source, value):
                return None
            others = self._openers(told + 1, self.voices[n], span)
            if told == here:
                others = self._after(voice.cue.end, self.voices[n], span)
            for other in others:
                between = self.value(other)
                if between == value or not self._may_be(other, between, person=person):
                    continue
                return between if not person and self._tells_before(other, between, here) else None
            return value
        before = None if person else next(self._openers(max(0, here - 1), self.voices[n], span), None)
        value = self.value(before) if before else None
        return value if before and self._tells_before(before, value, here) else None

    def _is_other_sex(self, span: Span, source: Span, value: ActorValue | None) -> bool:
        """Whether a man was told of, and "she" speaks; or the other way round."""
        she, words = span.of(self.text).lower() == "she", source.of(self.text)
        called = self._called.get(value.name) if value else None
        return bool((_MAN if she else _WOMAN).search(words)) or called == ("he" if she else "she")

    def _tells_before(self, opener: Span, value: ActorValue | None, here: int) -> bool:
        """Whether a party opens the very sentence before, and is one that tells what happens elsewhere."""
        return value is not None and value.kind in _TELLERS and self._sentence(opener.start) == here - 1

    def _named(self, source: Span) -> ActorValue | None:
        """Whom a source means: "the mayor" of "Omar Said, the mayor" is Omar Said."""
        near = (p for p in self.parties if 0 < source.start - p.end <= _GAP)
        before = next((p for p in near if _APPOSED.fullmatch(self.text, p.end, source.start)), None)
        if before and any(before.holds(name) for name in self.people):
            return self.value(before)
        return self.value(source)

    def _within(self, voice: Voice) -> bool:
        """Whether the words are told within another's: who speaks there is quoted."""
        return any(c.holds(voice.cue) for other in self.voices if other is not voice for c in other.contents)

    def _fits(self, source: Span, *, person: bool) -> bool:
        """Whether a source may be "he", or "it"."""
        words = source.of(self.text)
        if words.lower() in _HE or words.lower() == "it":
            return (words.lower() in _HE) == person and source in self.meant
        value = self.value(source)
        if self._is_person(source, value):
            return person
        return not person and value is not None and value.kind in _BODIES and not self._is_several(source, value)

    def _may_be(self, words: Span, value: ActorValue | None, *, person: bool) -> bool:
        """Whether a party that opens a sentence could be meant too."""
        if self._is_person(words, value):
            return person
        return not person and (value is None or value.kind in _BODIES) and not self._is_several(words, value)

    def _is_person(self, words: Span, value: ActorValue | None) -> bool:
        head = self._head(words)
        return (
            (value is not None and value.kind == "person")
            or head in _PERSONS
            or any(words.holds(name) for name in self.people)
        )

    def _is_several(self, words: Span, value: ActorValue | None) -> bool:
        head = self._head(words)
        known = value is not None and value.actor is not None
        return not known and (head in _SEVERAL or (head.endswith("s") and not head.endswith("ss")))

    def _head(self, words: Span) -> str:
        """The noun that a party's words come to: "source" of "source at the mill"."""
        before = _OF.split(words.of(self.text), maxsplit=1)[0].lower().split()
        return before[-1] if before else ""

    def _openers(self, first: int, voice: Voice, until: Span) -> Iterator[Span]:
        """The parties that open the sentences from one up to the words, but for what the voice itself says."""
        last = self._sentence(until.start)
        for n in range(last, first - 1, -1):
            opens = _OPENS.match(self.text, self.sentences[n].start, until.start)
            at = opens.end() if opens else self.sentences[n].start
            low = bisect_right(self.parties, Span(at - 1, 10**9))
            found = next((p for p in self.parties[low : low + 3] if p.start <= at < p.end), None)
            if found and found.end <= until.start and not any(c.holds(found) for c in voice.contents):
                yield found

    def _after(self, start: int, voice: Voice, until: Span) -> Iterator[Span]:
        """The parties from one place up to the words, but for what the voice itself says."""
        for party in self.parties:
            if start <= party.start and party.end <= until.start and not any(c.holds(party) for c in voice.contents):
                yield party

    def _same_noun(self, n: int, span: Span, noun: str) -> ActorValue | None:
        """Of whom the noun was told before: "the source", after "a source at the police"."""
        for voice in reversed(self.voices[:n]):
            source = self._source(voice)
            if span.start - source.end > FAR:
                return None
            words = source.of(self.text).lower()
            if source.end <= span.start and noun in words.split():
                value = self.value(source)
                if words != noun or source in self.meant or not self._nameless(source):
                    return value
        return None

    def _definite(self, span: Span) -> bool:
        return _THE.search(self.text, max(0, span.start - 7), span.start) is not None

    def _of_paper(self, n: int, span: Span, paper: str) -> ActorValue | None:
        """Whose the statement is: that of whom it is told to be, or who said something in a statement before."""
        after = span.start + span.of(self.text).lower().index(paper) + len(paper)
        if by := _BY.match(self.text, after):
            whose = next((p for p in self.parties if p.start == by.end()), None)
            return self.value(whose) if whose else None
        if not self._definite(span) and not _BARE.search(self.text, max(0, span.start - 15), span.start):
            return None
        for voice in reversed(self.voices[:n]):
            source = self._source(voice)
            if span.start - voice.cue.end > FAR:
                return None
            if source.end > span.start or (value := self.value(source)) is None:
                continue
            sentence = self.sentences[self._sentence(voice.cue.start)]
            told = _PAPER.match(self.text, voice.cue.end, min(sentence.end, span.start))
            if told or (paper in source.of(self.text).lower().split() and not value.name.islower()):
                return value
        return None

    def _foretold(self) -> None:
        """ "A monitoring group said", "the Observatory said", where a report names one such group as its source."""
        sources = [self._source(voice) for voice in self.voices]
        told = [value for source in sources if (value := self.value(source)) is not None]
        named = {v.actor or v.name: v for v in told if v.kind == "ngo" and not v.name.islower()}
        monitors = [v for v in named.values() if _MONITORS.search(v.name)]
        for source in sources if len(monitors) == 1 else ():
            word = source.of(self.text).lower()
            told_of = _INDEFINITE.search(self.text, max(0, source.start - 5), source.start)
            if (told_of or word in monitors[0].name.lower().split()) and self._nameless_monitor(source):
                self.meant[source] = monitors[0]

    def _nameless_monitor(self, source: Span) -> bool:
        value = self.value(source)
        return _MONITOR.fullmatch(self.text, source.start, source.end) is not None and (
            value is None or value.actor is None
        )
