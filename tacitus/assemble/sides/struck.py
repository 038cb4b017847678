"""What stands right behind a verb that strikes was struck: "denied bombing hospitals in their war against the rebels".

In: the tellings of a report and its mentions. Out: the same, such a deed with the site or the civilians behind its
verb as its target, without those whom only a campaign is told to be against, and with all who deny doing it as its
doers. One thing to know: only words that the reader marked as nothing are added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.assemble.grouping.tellings import Telling
from tacitus.records.markup import Mention, Trigger
from tacitus.records.span import Span

_STRIKES = re.compile(r"(?:(?:fire)?bomb|shell|target|hit|str[iu]k|struck|attack|bombard|raid|storm|torch)\w*", re.I)
_SITES = (
    r"(?:hospitals?|clinics?|schools?|mosques?|church(?:es)?|temples?|markets?|baker(?:y|ies)|homes?|houses?|"
    r"ambulances?|convoys?|(?:refugee )?camps?|civilians|residential areas|(?:aid|rescue|health|medical) workers|"
    r"medical facilities)"
)
_BEHIND = re.compile(
    rf"\s+(?:(?:an?|the|its|their|any|two|three|several|many|some|other)\s+)?"
    rf"(?P<what>(?:(?:civilian|public|private|field|religious|local|crowded|packed|busy)\s+)?{_SITES})(?=[\s,.;:]|$)"
    r"(?!\s+(?:guards?|workers?|staff|officials?|leaders?|bus(?:es)?|teachers?|children|head|in which|from which)\b)"
)
#: "In their campaign against the rebels", behind what the deed itself struck.
_CAMPAIGN = re.compile(
    r"\b(?:in|as part of|during) (?:its|their|his|her|the|an?) (?:[\w-]+ ){0,2}(?:campaigns?|wars?|fight|battle|"
    r"operations?|offensives?|struggle|crackdown) (?:against|on) (?:the )?(?:[\w-]+ )?$",
    re.I,
)
_DENIED_DOING = re.compile(r"\s+(?:(?:ever|having|deliberately|intentionally|repeatedly)\s+){0,2}")
_SITE_BELIEVED, _DENIER_BELIEVED = 0.7, 0.8
_FAR = 120  # characters


def with_the_struck_behind(text: str, mentions: Sequence[Mention], found: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings, strikes with what stands behind their verb, and deeds denied with who denies them."""
    for telling in found:
        deed = telling.trigger.span
        behind = _BEHIND.match(text, deed.end) if _STRIKES.fullmatch(text, deed.start, deed.end) else None
        if behind is None:
            continue
        site = Span(*behind.span("what"))
        if not any(m.span.overlaps(site) for m in mentions):
            telling.roles["target"].append((Mention(site, "facility", None, _SITE_BELIEVED), 1.0))
        for role in ("target", "victim"):
            telling.roles[role] = [p for p in telling.roles[role] if not _in_campaign(text, site, p[0].span)]
    for denial in found:
        if denial.trigger.type == "denial":
            for telling in found:
                _add_deniers(text, denial, telling)
    return found


def _in_campaign(text: str, site: Span, party: Span) -> bool:
    """Whether a party behind what was struck is only whom a campaign is against."""
    if not 0 <= party.start - site.end <= _FAR:
        return False
    return _CAMPAIGN.search(text, site.end, party.start) is not None


def _add_deniers(text: str, denial: Telling, deed: Telling) -> None:
    """Give a deed told as "denied doing" all who deny it as its doers."""
    begin, end = denial.trigger.span.end, deed.trigger.span
    if not 0 < end.start - begin < 40 or not end.of(text).endswith("ing") or deed.trigger.realis != "denied":
        return
    if not _DENIED_DOING.fullmatch(text, begin, end.start):
        return
    own: list[tuple[Mention | Trigger, float]] = deed.roles["agent"]
    for tail, score in denial.roles.get("agent", ()):
        if tail.span.end <= denial.trigger.span.start and not any(p[0].span.overlaps(tail.span) for p in own):
            own.append((tail, _DENIER_BELIEVED * score))
