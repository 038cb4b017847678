"""Who said it: cues, their sources and what they cover.

In: the markup. Out: :class:`Voices`, which tells for any words of the report who is named as their
source, and the quotes. One thing to know: the reader sees cues and contents; where grammar tells whose they
are (:mod:`heard`) it outranks the reader, and it hears cues that the reader missed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from tacitus.assemble.said.asides import HEARSAY, as_aside
from tacitus.assemble.said.cues import MINDS
from tacitus.assemble.said.grammar_words import PAPERS
from tacitus.assemble.said.heard import Grammar, Heard
from tacitus.assemble.said.ours import ours
from tacitus.assemble.said.quoted import Cover, Voice, bare, direct_quotes, long, quotes, with_lone_quotes, with_quotes
from tacitus.assemble.said.sources_of import Party
from tacitus.assemble.said.speakers import Speakers
from tacitus.assemble.said.turns import turns
from tacitus.records.event import Quote, Said
from tacitus.records.markup import Link, Markup, Mention
from tacitus.records.report import Report
from tacitus.records.resolved import Ours
from tacitus.records.span import Span
from tacitus.records.value import ActorValue


@dataclass(frozen=True, slots=True)
class Voices:
    """All attributions of a report."""

    all: tuple[Voice, ...]
    quotes: tuple[Quote, ...]
    told: tuple[tuple[int, int, Said], ...]  # contents, the narrowest first, where each begins and ends and whose it is
    meant: Mapping[Span, ActorValue]  # words that mean somebody told of elsewhere: "it", "the source", "our men"
    issuer: Said | None = None  # whose own words the report is, where another sends them out

    def of(self, span: Span) -> Said | None:
        """The source of the words: that of the narrowest content around them, else the issuer or None (the report)."""
        told = next((said for start, end, said in self.told if start <= span.start and span.end <= end), None)
        if told or not self.issuer or any(q.direct and q.span.holds(span) for q in self.quotes):
            return told
        return self.issuer


def voices(
    report: Report,
    markup: Markup,
    actors: Mapping[Span, ActorValue],
    verbal: Collection[str] = (),
    first_person: Ours | None = None,
) -> Voices:
    """Find who said what in one report; triggers of the ``verbal`` types ("accused") tell it too."""
    direct = direct_quotes(report)
    grammar = Grammar(report.text, markup, [q for q in direct if long(report, q)])
    heard = grammar.heard()
    found = _seen(report, markup, grammar, heard, actors)
    found = _acts(markup, found, actors, verbal)
    found = _loose_contents(report, markup, found)
    found = [with_quotes(voice, direct) for voice in found]
    found = with_lone_quotes(report, found, direct)
    found = _by_layout(report, found, grammar, actors)
    found = _outermost(report, [*found, *_unseen(report, found, heard, actors)])
    found = [as_aside(report.text, voice, actors) for voice in found]
    meant = Speakers(report.text, markup, found, actors).again()
    found = [_meaning(voice, meant) for voice in found]
    if first_person is not None and first_person.parts:
        we = ours(report.text, first_person, quotes(report, found, direct), direct, actors)
        found = [_meaning(voice, we) for voice in found]
        meant = {**we, **meant}
    told = [(c.start, c.end, v.source) for v in found if v.source and v.tells for c in v.contents]
    told.sort(key=lambda each: each[1] - each[0])  # of two as narrow the first voice's
    issuer = first_person.issuer if first_person else None
    said = Said(issuer.span, issuer.actor) if issuer and not issuer.sends else None
    return Voices(tuple(found), tuple(quotes(report, found, direct)), tuple(told), meant, said)


def _meaning(voice: Voice, meant: Mapping[Span, ActorValue]) -> Voice:
    """The voice with whom its source means."""
    value = meant.get(voice.source.span) if voice.source else None
    return replace(voice, source=Said(voice.source.span, value)) if voice.source and value else voice


#: "Put the death toll at 19", "gave the number of dead as nineteen".
_FIGURE = re.compile(
    r"\s+(?:the |its |their |a )?(?:[\w-]+ ){0,3}(?:tolls?|number|dead|deaths|casualties|figure|count|losses)\b"
    r"[^.;\n]{0,50}?\b(?:at|as|to)\s+[^.;,\n]{1,50}",
    re.I,
)
_GIVES = re.compile(
    r"(?:put|puts|putting|gave|gives|giving|set|sets|placed?|places|raised|revised|estimated|estimates)", re.I
)


def _figure(report: Report, cue: Span) -> Span | None:
    """What a source tells that "puts the death toll at 19": the toll and the figure."""
    if not _GIVES.fullmatch(cue.of(report.text)):
        return None
    told = _FIGURE.match(report.text, cue.end)
    return bare(report, Span(cue.end + 1, told.end())) if told else None


def _seen(
    report: Report, markup: Markup, grammar: Grammar, heard: Sequence[Heard], actors: Mapping[Span, ActorValue]
) -> list[Voice]:
    """The voices of the cues that the reader saw."""
    links: dict[Span, list[Link]] = {}
    elsewhere = _said_elsewhere(markup)
    for link in markup.links:
        if link.role in ("source", "said") and link not in elsewhere:
            links.setdefault(link.head.span, []).append(link)
    starts = {h.cue.start: h for h in heard}
    found: list[Voice] = []
    for cue in (m for m in markup.mentions if m.kind == "cue"):
        tails = [x for x in links.get(cue.span, ()) if x.head is cue]
        sources = sorted((x for x in tails if x.role == "source"), key=lambda x: -x.score)
        contents = tuple(sorted(bare(report, x.tail.span) for x in tails if x.role == "said"))
        source = sources[0].tail.span if sources else _beside(report, markup, cue.span)
        source = None if HEARSAY.fullmatch(report.text, cue.span.start, cue.span.end) else source
        said = _said(report.text, source, grammar.party(cue.span), contents, actors)
        known = next((starts[n] for n in range(cue.span.start, cue.span.end) if n in starts), None)
        if not contents and said and known:
            contents = (bare(report, known.content),)
        if not contents and said and (whole := _sentence_before(report, markup, said.span, cue.span)):
            contents = (whole,)
        if contents and said:
            contents = _from_the_start(report, markup, said.span, cue.span, contents)
        if said and (figure := _figure(report, cue.span)):
            ends = (c.end for c in contents if figure.start <= c.start < figure.end)
            contents = (Span(figure.start, max(figure.end, *ends, 0)),)
        found.append(Voice(said, cue.span, contents))
    return found


def _said_elsewhere(markup: Markup) -> list[Link]:
    """The links from words to a cue of another sentence, where they have a cue in their own."""
    links: dict[Span, list[Link]] = {}
    for link in markup.links:
        if link.role == "said":
            links.setdefault(link.tail.span, []).append(link)
    apart = []
    for content, those in links.items():
        own = next((s for s in markup.sentences if s.start <= content.start < s.end), None) if len(those) > 1 else None
        here = [x for x in those if own and own.holds(x.head.span)]
        apart += [x for x in those if x not in here] if here else []
    return apart


def _sentence_before(report: Report, markup: Markup, source: Span, cue: Span) -> Span | None:
    """What is said by whom a sentence ends with, where its commas are lost: "Rebels took Goma the army said."."""
    text = report.text
    if not (_BY_HIM.fullmatch(text, source.end, cue.start) and _ENDS.match(text, cue.end)):
        return None
    start = next((s.start for s in markup.sentences if s.holds(cue)), source.start)
    words = _ARTICLE_LAST.sub("", text[start : max(start, source.start)]).rstrip(" ,")
    return bare(report, Span(start, start + len(words))) if len(words.split()) >= _CLAUSE else None


def _from_the_start(
    report: Report, markup: Markup, source: Span, cue: Span, contents: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The contents, the one before a source that ends its sentence from the sentence's beginning on.

    "Shells fell on Goma killing nine, the mayor said": he told of the shells too, though the reader begins at the nine.
    """
    text, whole = report.text, next((s for s in markup.sentences if s.holds(cue)), None)
    first, after = min(source, cue), max(source.end, cue.end)
    if whole is None or not whole.holds(source) or not _ENDS.match(text, after):
        return contents
    beside = next((c for c in contents if whole.start < c.start and _UP_TO.fullmatch(text, c.end, first.start)), None)
    front = text[whole.start : beside.start] if beside else ""
    if beside is None or _OTHERS.search(front) or (first == cue and _CLAUSE_ENDS.search(front)):
        return contents
    longer = bare(report, Span(whole.start, beside.end))
    return tuple(longer if c == beside else c for c in contents)


def _said(
    text: str, linked: Span | None, party: Party | None, contents: Sequence[Span], actors: Mapping[Span, ActorValue]
) -> Said | None:
    """The source: where grammar knows it and the reader's is another one, grammar's."""
    if party is not None and (linked is None or not linked.overlaps(party.span)):
        if linked is None or linked.end > party.span.start or not _SENT_TO.search(text, linked.end, party.span.start):
            return Said(party.span, actors.get(party.named))
    if linked is None or (party is None and any(c.holds(linked) for c in contents)):
        return None  # nobody is named within his own words
    if party is not None and party.named.of(text).lower() not in PAPERS and _is_of_another(linked, party):
        return Said(party.span, actors.get(party.named))
    if party is not None and party.joined and party.span.holds(linked) and _are_two(party.span, actors):
        return _together(text, party, actors)
    return Said(linked, actors.get(linked))


def _is_of_another(linked: Span, party: Party) -> bool:
    """Whether only the last words of a source were seen, and not its head: "caller to [a news agency]"."""
    return not party.joined and party.named.end <= linked.start and linked.end >= party.span.end


def _are_two(both: Span, actors: Mapping[Span, ActorValue]) -> bool:
    """Whether no more than two parties stand in the words, and one begins them: without commas there may be a list."""
    inside = [s for s in actors if both.holds(s)]
    outer = [s for s in inside if not any(o != s and o.holds(s) for o in inside)]
    return len(outer) == _BOTH and min(outer).start == both.start


_BOTH = 2
#: "A statement by the Front, sent to papers in Lom, said".
_SENT_TO = re.compile(r"(?<!ccording )\bto\s+(?:the\s+)?(?:[a-z]+\s+)?$")


def _together(text: str, party: Party, actors: Mapping[Span, ActorValue]) -> Said:
    """ "Police and hospital officials": two who say it together are one source with both names."""
    last = actors.get(party.named)
    return Said(party.span, ActorValue(None, party.span.of(text), None, last.country if last else None))


def _beside(report: Report, markup: Markup, cue: Span) -> Span | None:
    """The actor right beside a cue that has no source: "Haddad said", "according to Haddad"."""
    for mention in markup.mentions:
        if mention.kind == "actor" and max(mention.span.start - cue.end, cue.start - mention.span.end) <= _BESIDE:
            before = report.text[mention.span.end : cue.start] if mention.span.end <= cue.start else None
            after = report.text[cue.end : mention.span.start] if mention.span.start >= cue.end else None
            if (before is not None and _NEXT_TO.fullmatch(before)) or (after is not None and _NEXT_TO.fullmatch(after)):
                return mention.span
    return None


_BY_HIM = re.compile(r"\s+(?:(?:also|later|has|had)\s+)?")
_ENDS = re.compile(r"(?:\s+(?:(?:on|late|early)\s+){0,2}(?:\w+day|today|yesterday))?\s*(?:[.!?]|\n|$)", re.I)
_ARTICLE_LAST = re.compile(r"\s(?:the|an?|its|their)\s*$", re.I)
_CLAUSE = 4  # words
#: From what is told to who tells it.
_UP_TO = re.compile(r"[\s,]*(?:(?:the|an?|its|their)\s+)?")
#: Where the front of a sentence may be another's words, or the report's own.
_OTHERS = re.compile(
    r"[;:\"“”«»]|\s[-–—]\s|\b(?:but|although|though|while|whereas|said|says|told|tells|according to|announced|"
    r"confirmed|claimed|denied|accused|blamed|warned|reported(?! (?:killed|injured|wounded|dead|missing))|"
    r"AFP|AP|Reuters|dpa|(?:19|20)\d\d)\b",
    re.I,
)
_CLAUSE_ENDS = re.compile(r"(?:,|\b(?:and|as|when|after|before))\s*$", re.I)
_NEXT_TO = re.compile(r"\s+(?:(?:the|an?|also|later|has|had)\s+)?")
_BESIDE = 15  # characters


def _acts(
    markup: Markup, found: Sequence[Voice], actors: Mapping[Span, ActorValue], verbal: Collection[str]
) -> list[Voice]:
    """The voices, with those that a verbal act gives: its speaker says its content."""
    voices = list(found)
    links: dict[Span, list[Link]] = {}
    for link in markup.links:
        if link.role in ("agent", "content"):
            links.setdefault(link.head.span, []).append(link)
    for trigger in (t for t in markup.triggers if t.type in verbal):
        tails = [x for x in links.get(trigger.span, ()) if x.head is trigger]
        speaker = max((x for x in tails if x.role == "agent"), key=lambda x: x.score, default=None)
        contents = tuple(sorted(x.tail.span for x in tails if x.role == "content" and isinstance(x.tail, Mention)))
        if speaker is None or not contents:
            continue
        said = Said(speaker.tail.span, actors.get(speaker.tail.span))
        known = next((n for n, v in enumerate(voices) if v.cue.overlaps(trigger.span)), None)
        if known is None:
            voices.append(Voice(said, trigger.span, contents))
        else:
            old = voices[known]
            voices[known] = Voice(old.source or said, old.cue, old.contents or contents)
    return voices


def _loose_contents(report: Report, markup: Markup, found: Sequence[Voice]) -> list[Voice]:
    """A content that no cue claims goes to the cue of its sentence that has none, if they stand side by side."""
    voices = list(found)
    claimed = {c for v in voices for c in v.contents}
    for mention in (m for m in markup.mentions if m.kind == "content" and m.span not in claimed):
        for n, voice in enumerate(voices):
            first, second = sorted((mention.span, voice.cue))
            if (
                not voice.contents
                and first.end <= second.start
                and _CLOSE.fullmatch(report.text, first.end, second.start)
            ):
                voices[n] = Voice(voice.source, voice.cue, (mention.span,))
    return voices


_CLOSE = re.compile(r"[^.!?\n]{0,50}")


def _by_layout(
    report: Report, found: Sequence[Voice], grammar: Grammar, actors: Mapping[Span, ActorValue]
) -> list[Voice]:
    """The voices, with those that a colon or dash gives; a quote that is signed is nobody else's."""
    begins = {span.start: span for span in grammar.ends.values()}
    more = [
        Voice(Said(t.source, actors.get(t.source)), t.cue, (bare(report, t.content),))
        for t in turns(report.text, begins, grammar.ends)
        if not any(s.overlaps(t.content) for s in report.skip)
    ]
    signed = Cover(c for v in more for c in v.contents)
    kept = [
        v if signed.holds(v.cue) else replace(v, contents=tuple(c for c in v.contents if not signed.touches(c)))
        for v in found
    ]
    return [*kept, *more]


def _unseen(
    report: Report, found: Sequence[Voice], heard: Sequence[Heard], actors: Mapping[Span, ActorValue]
) -> list[Voice]:
    """What grammar hears at cues that the reader did not see; what is heard within another's words is part of these."""
    cues = Cover(v.cue for v in found)
    contents = Cover([*(c for v in found if v.source for c in v.contents), *(h.content for h in heard)])
    return [
        Voice(Said(h.party.span, actors.get(h.party.named)), h.cue, (bare(report, h.content),), h.tells)
        for h in heard
        if not cues.touches(h.cue) and not contents.holds(h.cue)
    ]


def _outermost(report: Report, found: Sequence[Voice]) -> list[Voice]:
    """Without the thoughts within another's words: "he said he hoped so" is what he said."""
    contents = Cover(c for v in found if v.source for c in v.contents)
    return [v for v in found if v.cue.of(report.text).lower() not in MINDS or not contents.holds(v.cue)]
