"""Killings that the reader marked no word of: bodies found bound or shot, and the lines of a cable that count KIA.

In: the text and the markup of a report. Out: the same, with such a happening's trigger and its links. One thing to
know: a trigger is made only where the words leave no doubt and nothing violent is told nearby that it may belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tacitus.records.letters import has_any
from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.ontology import load
from tacitus.records.span import Span

#: "The bodies of eleven men, blindfolded and with hands bound, were found".
_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?)\b", re.I)
_FIND = re.compile(
    r"\b(?:found|discovered|recovered|dumped|seen|turned up|retrieved|pulled|washed (?:up|ashore)|unearthed|exhumed)\b"
)
_LIMBS = r"(?:hands?|arms?|wrists?|thumbs?|feet|legs|eyes)"
_PUT_TO_DEATH = re.compile(
    rf"\b{_LIMBS}(?: and {_LIMBS})?(?: (?:were|was|had been|still))? (?:tied|bound|cuffed|wired|taped|trussed)\b|"
    rf"\b(?:bound|tied) {_LIMBS}\b|\bblindfolded\b|\bslit throats?\b|"
    r"\bthroats? (?:(?:were|was|had been) )?(?:slit|cut)\b|"
    r"\b(?:decapitated|beheaded|headless)\b|\bshot (?:through|in) the (?:back of the )?(?:head|neck|temple)|"
    r"\b(?:signs|marks) of (?:torture|strangulation)\b|\bhandcuffed\b",
    re.I,
)
_SHOT = re.compile(r"\bbullet[ -]riddled\b|\briddled with bullets\b|\b(?:bullet|gunshot) wounds?\b", re.I)
#: What says that there are none, that they may be found, or that they died of something else.
_DOUBT = re.compile(
    r"\b(?:no|not|never|without|if|unless|may|might|could|would|suicide|crash|accident|drowned|quake|trial|court|"
    r"film|movie|novel)\b|n['’]t\b",
    re.I,
)
_OF = re.compile(r"\b(?:bod(?:y|ies)|corpses?) of (?:the |an? |[\w-]+ ){0,3}$", re.I)
#: How a cable counts ("2 x expat KIA"), and what it names the means by.
_CABLE = re.compile(r"(?<![\w.-])\d{1,3} ?(?:[xX] )?(?:[A-Za-z][\w/'’-]* ){0,4}?(?P<fate>KIA|WIA|DOW)\b")
_MEANS = (
    ("suicide_bombing", re.compile(r"\b(?:SVB?IED|SVEST|SUVBIED|PBIED|suicide (?:bomb\w*|attack|vest))\b", re.I)),
    ("bombing", re.compile(r"\b(?:VB?IED|VBIED|RCIED|IED|EFP|car bomb|landmine|mine strike|grenade)\b", re.I)),
    ("shelling", re.compile(r"\b(?:IDF|mortars?|rockets?|rkts?|artillery|indirect fire)\b")),
    ("armed_attack", re.compile(r"\b(?:SAF|small[ -]arms(?: fire)?|ambush(?:ed)?|sniper|drive-by|RPGs?)\b", re.I)),
)
_NEAR = 2  # sentences within which another killing may be the one whose bodies these are
_TOLD = 0.3  # what a trigger must score to be told as one
_SURE = 0.6  # probability of what is made here


def with_the_untold(text: str, markup: Markup) -> Markup:
    """The markup with the killings of which no word was marked."""
    markup = _without_means(text, markup)
    made = [*_of_bodies(text, markup), *_of_cables(text, markup)]
    if not made:
        return markup
    triggers = sorted((*markup.triggers, *(trigger for trigger, _ in made)), key=lambda t: t.span)
    links = [Link(trigger, role, tail, _SURE) for trigger, tails in made for role, tail in tails]
    known = set(markup.mentions)
    new = {link.tail for link in links if isinstance(link.tail, Mention) and link.tail not in known}
    mentions = sorted((*markup.mentions, *new), key=lambda m: m.span)
    return replace(markup, mentions=tuple(mentions), triggers=tuple(triggers), links=(*markup.links, *links))


_Made = tuple[Trigger, list[tuple[str, Mention]]]


def _of_bodies(text: str, markup: Markup) -> Iterator[_Made]:
    if not has_any(text, ("bodies", "body", "corpse")):
        return
    for at, sentence in enumerate(markup.sentences):
        words = sentence.of(text)
        if not (_BODIES.search(words) and (find := _FIND.search(words))) or _DOUBT.search(words):
            continue
        kind = "execution" if _PUT_TO_DEATH.search(words) else "armed_attack" if _SHOT.search(words) else None
        around = markup.sentences[max(0, at - _NEAR) : at + _NEAR + 1]
        if kind is None or _violent(markup, Span(around[0].start, around[-1].end)):
            continue
        span = Span(sentence.start + find.start(), sentence.start + find.end())
        yield _trigger(span, kind), list(_tails(text, markup, sentence))


def _of_cables(text: str, markup: Markup) -> Iterator[_Made]:
    if not has_any(text, ("kia", "wia")):
        return
    for line in re.finditer(r"[^\n]+", text):
        counts = list(_CABLE.finditer(text, *line.span()))
        if not counts or _violent(markup, Span(*line.span())):
            continue
        means = ((kind, word) for kind, pattern in _MEANS if (word := pattern.search(text, *line.span())))
        if told := next(means, None):
            kind, word = told
            tolls = [_toll(match, markup) for match in counts]
            where = [m for m in markup.mentions if m.kind == "place" and Span(*line.span()).holds(m.span)][:1]
            yield _trigger(Span(*word.span()), kind), [*(("toll", m) for m in tolls), *(("place", m) for m in where)]


def _without_means(text: str, markup: Markup) -> Markup:
    """The markup without means that were taken for parties in a cable: "SAF" is small-arms fire, "IDF" a mortar's."""
    if not has_any(text, ("kia", "wia")) or not _CABLE.search(text):
        return markup
    means = {m for m in markup.mentions if m.kind == "actor" and m.span.of(text) in ("SAF", "IDF")}
    return replace(
        markup,
        mentions=tuple(m for m in markup.mentions if m not in means),
        links=tuple(x for x in markup.links if x.tail not in means and x.head not in means),
    )


def _toll(match: re.Match[str], markup: Markup) -> Mention:
    span = Span(*match.span())
    marked = next((m for m in markup.mentions if m.kind == "toll" and m.span.overlaps(span)), None)
    return marked or Mention(span, "toll", "injured" if match["fate"] == "WIA" else "killed", _SURE)


def _trigger(span: Span, kind: str) -> Trigger:
    return Trigger(span, kind, "actual", _SURE, _SURE)


def _violent(markup: Markup, within: Span) -> bool:
    """Whether anything violent is told there."""
    ontology = load()
    return any(
        t.score >= _TOLD and within.holds(t.span) and ontology[t.type].family == "violence" for t in markup.triggers
    )


def _tails(text: str, markup: Markup, sentence: Span) -> Iterator[tuple[str, Mention]]:
    """Who was killed, how many, where and when, as far as the sentence says it."""
    here = [m for m in markup.mentions if sentence.holds(m.span)]
    tolls = [m for m in here if m.kind == "toll" and m.label == "killed"]
    for mention in here:
        dead = any(mention.span.overlaps(t.span) for t in tolls)
        if mention in tolls:
            yield "toll", mention
        elif mention.kind == "actor" and (dead or _OF.search(text, sentence.start, mention.span.start)):
            yield "victim", mention
        elif mention.kind in ("place", "time"):
            yield mention.kind, mention
