"""Acts that are done by saying so.

In: the triggers of a report with their types and realis. Out: the same triggers, mended, here, in :mod:`custody` and in
:mod:`idioms`. One thing to know: who announces a truce, decides to lift a ban or pledges support has declared, lifted
or supported; only what is still to be carried out by somebody ("will send", "agreed to withdraw") stays a promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tacitus.assemble.deeds.custody import caught_now
from tacitus.assemble.deeds.idioms import as_idiom
from tacitus.records.markup import Markup, Trigger
from tacitus.records.ontology import load
from tacitus.records.report import Report
from tacitus.records.span import holding

_DECLARES = re.compile(r"(?:announc|declar|proclaim|impos|order|decree)\w*|issued|signed", re.I)
_ORDERS = re.compile(r"order(?:s|ed|ing)|approv(?:es|ed|ing)", re.I)
_POSSESSIVE = re.compile(r"\s+[^.,;:]{2,60}['’]s?\s+")  # "ordered the tanker's release"
_DECIDES = re.compile(r"decid\w+|decision|opted|moved", re.I)
_DECIDED_TO = re.compile(r"\b(?:decid(?:ed|es)|opted)(?: on \w+day)?\s+to\s+(?:[a-z]+ly\s+)?$", re.I)
#: What nobody is promised, but threatened with, beside all violence that harms somebody.
_PRESSURE = frozenset({"labour_strike", "boycott", "blockade"})
_HARMLESS = frozenset({"territory_transfer", "weapons_disrupted", "accidental_explosion"})
#: What an authority does by announcing it, and what by deciding it.
_BY_WORD = frozenset({"ceasefire", "ban", "sanction", "sanctions_eased", "release", "blockade", "investigation"})
_BY_ORDER = (_BY_WORD | {"expulsion"}) - {"ceasefire"}  # who orders others to cease fire demands it
_BY_DECISION = frozenset({"ban", "sanction", "sanctions_eased"})
_NOUN = re.compile(
    r"(?:\s+(?:on \w+day|an?|the|its?|their|his|her|new|further|"
    r"[\w-]+(?:al|ed|ary|ic|ive|ian|long|day|hour|week)))*\s*",
    re.I,
)
_INFINITIVE = re.compile(r"\s+(?:on \w+day\s+)?to\s+(?:[a-z]+ly\s+)?", re.I)
_SUPPORT = re.compile(
    r"\s+(?:(?!to\b)[\w'’]+\s+){0,4}?(?:support|supporting|backing|solidarity|confidence in)\b"
    r"(?=\s+(?:for|to|with|of|in|[A-Z]))|"
    r"\s+to\s+support\s+(?=[A-Z]|the\s+[A-Z])"
)
_PEACE = re.compile(r"\bpeace-?keep", re.I)


def performed(report: Report, markup: Markup, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers, with those that are done by saying so as done when it was said."""
    whole = (as_idiom(report.text, t, holding(markup.sentences, t.span) or t.span) for t in triggers)
    now = {old.span: new for old, new in zip(markup.triggers, whole, strict=True)}
    for old in markup.triggers:
        said = now[old.span]
        ordered = said.type in ("demand", "concession", "conviction") and _ORDERS.fullmatch(said.span.of(report.text))
        if (said.type in ("promise", "threat") or ordered) and said.realis in ("actual", "historical"):
            spoken = [x.tail for x in markup.links if x.head is old and x.role == "content" and x.tail.span in now]
            for deed in (now[tail.span] for tail in spoken):
                due = deed.realis == "planned" or (ordered and deed.realis == "conditional")
                if due and _by_saying(report.text, said, deed):
                    now[deed.span] = replace(deed, realis=said.realis)
                    now[said.span] = replace(said, type=deed.type)
                elif now[said.span].type == "promise" and _harms(deed):
                    now[said.span] = replace(said, type="threat")  # "promised more of the same"
        if said.type in (*_BY_DECISION, "concession") and said.realis == "planned" and _is_decided(report.text, said):
            now[old.span] = replace(said, realis="actual")
        if now[old.span].type == "promise" and _SUPPORT.match(report.text, old.span.end):
            now[old.span] = replace(now[old.span], type="support")
        elif said.type == "deployment" and said.realis == "actual" and _keeps_peace(report.text, markup, said):
            now[old.span] = replace(said, type="aid")
    for old in markup.triggers:
        if _is_purpose(report.text, markup, now[old.span], now.values()):
            now[old.span] = replace(now[old.span], realis="actual")
    return caught_now(report, markup, [now[old.span] for old in markup.triggers])


def _is_decided(text: str, deed: Trigger) -> bool:
    return bool(_DECIDED_TO.search(text, max(0, deed.span.start - 40), deed.span.start))


def _by_saying(text: str, said: Trigger, deed: Trigger) -> bool:
    words, between = said.span.of(text), text[said.span.end : deed.span.start]
    if deed.type in _BY_DECISION and _DECIDES.fullmatch(words) and _INFINITIVE.fullmatch(between):
        return True
    if said.type not in ("promise", "threat"):
        return deed.type in _BY_ORDER and bool(_NOUN.fullmatch(between) or _POSSESSIVE.fullmatch(between))
    return deed.type in _BY_WORD and bool(_DECLARES.fullmatch(words)) and bool(_NOUN.fullmatch(between))


def _harms(deed: Trigger) -> bool:
    """Whether a deed is announced that nobody is promised for his good."""
    if deed.realis not in ("planned", "threatened"):
        return False
    return deed.type in _PRESSURE or (load()[deed.type].family == "violence" and deed.type not in _HARMLESS)


def _keeps_peace(text: str, markup: Markup, trigger: Trigger) -> bool:
    """Whether troops are sent to keep the peace: that is aid to the country they go to."""
    sentence = holding(markup.sentences, trigger.span) or trigger.span
    return bool(
        _PEACE.search(text, max(sentence.start, trigger.span.start - 80), min(sentence.end, trigger.span.end + 120))
    )


def _is_purpose(text: str, markup: Markup, trigger: Trigger, others: Iterable[Trigger]) -> bool:
    """ "Held talks to discuss", "lent $1 billion to aid": the purpose of what was done is the same doing."""
    if trigger.realis != "planned" or trigger.type not in ("meeting", "aid", "visit"):
        return False
    if not text[: trigger.span.start].endswith((" to ", " to help ")):
        return False
    sentence = holding(markup.sentences, trigger.span) or trigger.span
    return any(
        o.type == trigger.type and o.realis == "actual" and sentence.start <= o.span.start < trigger.span.start
        for o in others
    )
