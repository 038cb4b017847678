"""Which of the times that a report gives is an event's own.

In: the markup of a report. Out: the same, with the links from what happened to its times mended. One thing to know: of
two days, one counted from the other ("on Tuesday … a day earlier"), the surer is the event's; the hour at which a post
of a running report opens is that of all it tells, but for what has a time of its own ("overnight"). What was done
"since Saturday" was done on no one day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from tacitus.records.letters import at_lines
from tacitus.records.markup import STAMP, Link, Markup, Mention, Trigger
from tacitus.records.ontology import load
from tacitus.records.span import Span, holding
from tacitus.resolve.times.timewords import CLOCK, PART, WEEKDAY, ZONE
from tacitus.resolve.times.timex import find_times

#: A day counted from another that was told of.
_COUNTED = re.compile(
    r".{0,40}\b(?:earlier|later|before|after|afterwards|previously|prior)|"
    r"(?:the )?(?:previous|preceding|following|next) (?:day|night|morning|afternoon|evening|week)",
    re.I,
)
#: "16:05 GMT", "4:05pm – …", "0610 hrs: …" at the beginning of a line.
_POST = re.compile(
    rf"^[ \t]*(?:[*•·–—-][ \t]+)?(?P<stamp>(?:\d{{4}}-\d\d-\d\d[ T])?(?=\d){CLOCK}(?: ?{ZONE})?)"
    r"(?=[ \t]*(?:$|[-–—:|])|[ \t]+[\"“A-ZÀ-Þ])",
    re.M | re.I,
)
#: Words for a day, a part of one or an hour, which outweigh the hour of the post that they stand in.
_TOLD = re.compile(
    rf"\b(?:overnight|yesterday|last night|dawn|{CLOCK}|{WEEKDAY}|(?:this|early|late|earlier) (?:{PART}|today))\b", re.I
)
#: The label of the mention of a day since when something goes on, which is the day of none of it.
SINCE = "since"
_AFTER = re.compile(r"\bsince $", re.I)
#: "Killed since the war began in 2011": since that day too, for all but what is told within the clause itself.
_OTHER = "and|but|or|including|when|while|who|which|with|said|after|before|until|to|on|since"
_AFTER_WHAT = re.compile(rf"\bsince (?:(?!(?:{_OTHER})\b)[\w'’.-]+ ){{1,10}}(?:on )?$", re.I)
#: "Since the May 1 coup", "since the 2011 military takeover", "since Monday's coup".
_SINCE_THE = re.compile(r"\bsince the $", re.I)
_RIGHT_BEHIND = re.compile(r"\s+(?:(?!has\b|have\b)[\w-]+\s+)?")
_ITS = re.compile(r"['’]s\s+(?:(?!has\b|have\b)[\w-]+\s+)?")
_CLAUSE = 90  # characters over which such a clause may run
#: "Since 2011, when …" tells when that began, but not of what "has been" done since.
_BEGAN = re.compile(r",?\s+when\b", re.I)
_HAS_BEEN = re.compile(r"\b(?:has|have) (?:been )?(?:[a-z]+ly )?$", re.I)
_BACK = 24  # characters before what happened in which a verb may say so
#: What is done on one day and holds from then on: "held since Monday".
_HOLDS = frozenset({"territory_seized", "territory_transfer", "abduction", "blockade"})
#: "Next month's general election", "the 12 May elections": known by their day.
_AWAITED = re.compile(
    r"(?:['’]s?)?\s+(?:(?!and\b|or\b|in\b|at\b|the\b|an?\b)[\w'’-]+\s+){0,2}"
    r"(?:elections?|vote|polls?|referendum|run-?off|summit|inauguration|anniversary|olympics)\b",
    re.I,
)
_HOUR = re.compile(rf"(?:{CLOCK}|\d{{1,2}}\b|dusk|dawn|sunset|sunrise)", re.I)
_HOURS = re.compile(
    rf"(?:{CLOCK}|\b\d{{1,2}}|\bdusk|\bsunset|\bmidnight)[ -]*(?:to|until|till|and|-|–)[ -]*"
    rf"(?:{CLOCK}|dawn|sunrise|\d{{1,2}}\b)",
    re.I,
)
_FORBIDDEN = re.compile(
    r"\b(?:curfew|nightly|every (?:day|night)|daily|each (?:day|night)|stay in force|off limits)\b", re.I
)
_RULE = 80  # characters around such hours in which the rule is told
_SURE = 0.6  # probability of a mention and a link that the reader did not see
_BESIDE = 60  # characters between what happened and words for its time that the reader left unmarked


def with_own_times(text: str, markup: Markup) -> Markup:
    """The markup with each event's own times."""
    markup = _spanning(text, replace(markup, links=tuple(_uncounted(text, markup))))
    posts = [Span(*match.span("stamp")) for match in at_lines(_POST, text)]
    return _posted(text, markup, posts) if len(posts) > 1 else markup


def _spanning(text: str, markup: Markup) -> Markup:
    """The markup with the days marked :data:`SINCE` which the fighting that is told began on or went on from."""
    times = [
        x for x in markup.links if x.role == "time" and isinstance(x.head, Trigger) and isinstance(x.tail, Mention)
    ]
    own = {link.tail for link in times if _began_it(text, link)}  # "since it took the town in May"
    whole: dict[Link, Mention] = {}
    marked: dict[Mention, Mention] = {}
    for link in times:
        begin = None if _began_it(text, link) else _since(text, link)
        if begin is None or not isinstance(link.tail, Mention):
            continue
        if link.tail in own:  # the day itself is another's: what tells since when is the clause
            whole[link] = replace(link.tail, span=Span(begin, link.tail.span.end), label=SINCE)
        else:
            marked[link.tail] = replace(link.tail, label=SINCE)
    if not whole and not marked:
        return markup
    links = (
        replace(x, tail=whole[x]) if x in whole
        else replace(x, tail=marked[x.tail]) if isinstance(x.tail, Mention) and x.tail in marked
        else x
        for x in markup.links
    )  # fmt: skip
    mentions = [marked.get(m, m) for m in markup.mentions] + list(dict.fromkeys(whole.values()))
    return replace(markup, mentions=tuple(sorted(mentions, key=lambda m: m.span)), links=tuple(links))


def _since(text: str, link: Link) -> int | None:
    """Where the words begin that tell since when what happened has gone on, if they do."""
    span, told = link.tail.span, link.head.span.start
    if not isinstance(link.head, Trigger) or not _goes_on(link.head.type):
        return None
    summed = _HAS_BEEN.search(text, max(span.end, told - _BACK), max(span.end, told))
    if _BEGAN.match(text, span.end) and not summed:
        return None
    clause = _AFTER_WHAT.search(text, max(0, span.start - _CLAUSE), span.start)
    if clause and (told < clause.start() or summed):
        return clause.start()
    at_once = _AFTER.search(text, max(0, span.start - 6), span.start)
    return at_once.start() if at_once else None


def _began_it(text: str, link: Link) -> bool:
    """Whether something is told within the clause that says since when: "since it fell on Monday", "the May 1 coup"."""
    span, told = link.tail.span, link.head.span.start
    if told < span.start:
        clause = _AFTER_WHAT.search(text, max(0, span.start - _CLAUSE), span.start)
        return clause is not None and clause.start() < told
    if _SINCE_THE.search(text, max(0, span.start - 10), span.start):
        return _RIGHT_BEHIND.fullmatch(text, span.end, told) is not None
    end = span.end - 2 * span.of(text).endswith(("'s", "’s"))
    return _AFTER.search(text, max(0, span.start - 6), span.start) is not None and bool(_ITS.fullmatch(text, end, told))


@cache
def _goes_on(kind: str) -> bool:
    return load()[kind].family == "violence" and kind not in _HOLDS


def _uncounted(text: str, markup: Markup) -> Iterator[Link]:
    """The links, without those to the less sure of two days that are one counted from the other."""
    times: dict[Span, list[Link]] = {}
    for link in markup.links:
        if link.role == "time":
            times.setdefault(link.head.span, []).append(link)
    for link in markup.links:
        if link.role == "time" and (
            _names_another(text, link) or _is_of_a_rule(text, link) or _is_counted(text, markup, link, times)
        ):
            continue
        yield link


def _is_counted(text: str, markup: Markup, link: Link, times: dict[Span, list[Link]]) -> bool:
    return any(_counts_from(text, markup, link, x) for x in times[link.head.span])


def _names_another(text: str, link: Link) -> bool:
    """Whether a time says which election or summit is meant, and not when this happened: "this month's election"."""
    awaited = _AWAITED.match(text, link.tail.span.end)
    return awaited is not None and not link.tail.span.end <= link.head.span.start < awaited.end()


def _is_of_a_rule(text: str, link: Link) -> bool:
    """Whether a time says between which hours something is forbidden, day by day: "a curfew from 7 p.m. to 5 a.m."."""
    span = link.tail.span
    if not _HOUR.match(text, span.start):
        return False
    around = text[max(0, span.start - 12) : span.end + 12]
    near = text[max(0, span.start - _RULE) : span.end + _RULE]
    return _HOURS.search(around) is not None and _FORBIDDEN.search(near) is not None


def _counts_from(text: str, markup: Markup, link: Link, other: Link) -> bool:
    """Whether the other link, the surer one, says the event's time and this one only what it is counted from or to."""
    if other.head != link.head or other.tail == link.tail or other.score <= link.score:
        return False
    first, second = sorted((link.tail.span, other.tail.span))
    together = any(s.holds(first) and s.holds(second) for s in markup.sentences)
    counted = [bool(_COUNTED.fullmatch(span.of(text))) for span in (first, second)]
    return together and counted == [False, True]


def _posted(text: str, markup: Markup, posts: Sequence[Span]) -> Markup:
    """The markup of a running report: what a post tells has a time of its own, or the post's hour."""
    times = [m for m in markup.mentions if m.kind == "time"]
    hours = [
        next((m for m in times if m.span.holds(p) and not _TOLD.search(text, p.end, m.span.end)), None)
        or Mention(p, "time", None, _SURE)
        for p in posts
    ]
    hours = [replace(hour, label=STAMP) for hour in hours]
    starts = [post.start for post in posts]
    links = [link for link in markup.links if link.role != "time" or not isinstance(link.head, Trigger)]
    for trigger in markup.triggers:
        at = bisect_right(starts, trigger.span.start) - 1
        told = [_behind_hour(text, x, posts) for x in markup.links if x.head == trigger and x.role == "time"]
        own = [link for link in told if not _heads_line(text, link.tail.span, posts)]
        own = own or _unmarked(text, markup, trigger, posts)
        sure = max((link.score for link in told), default=_SURE)
        hour = [Link(trigger, "time", hours[at], sure)] if at >= 0 and (told or trigger.realis == "actual") else []
        links += own or hour
    found = {link.tail.span: link.tail for link in links if link.role == "time" and isinstance(link.tail, Mention)}
    kept = (m for m in markup.mentions if m.kind != "time" or not any(m.span.overlaps(span) for span in found))
    mentions = [*kept, *found.values()]
    return replace(markup, mentions=tuple(sorted(mentions, key=lambda m: m.span)), links=tuple(links))


def _behind_hour(text: str, link: Link, posts: Sequence[Span]) -> Link:
    """The link to the words for a day in one mention with the hour of a post before them: "09:15 Overnight"."""
    span = link.tail.span
    post = next((p for p in posts if p.start == span.start and p.end < span.end), None)
    if post is None or not isinstance(link.tail, Mention) or not _TOLD.search(text, post.end, span.end):
        return link
    rest = text[post.end : span.end]
    return replace(link, tail=replace(link.tail, span=Span(span.end - len(rest.lstrip(" \t:|–—-")), span.end)))


def _heads_line(text: str, time: Span, posts: Sequence[Span]) -> bool:
    """Whether a time is the hour of a post, or fills the line that tells the day of those below."""
    line = text[text.rfind("\n", 0, time.start) + 1 :].partition("\n")[0]
    return line.strip(" \t:") == time.of(text) or any(time.overlaps(post) for post in posts)


def _unmarked(text: str, markup: Markup, trigger: Trigger, posts: Sequence[Span]) -> list[Link]:
    """A link to words for a day right beside what happened, which the reader has linked to nothing."""
    sentence = holding(markup.sentences, trigger.span) or trigger.span
    taken = [*posts, *(link.tail.span for link in markup.links if link.role in ("time", "deadline"))]
    for found in find_times(sentence.of(text)):
        span = Span(found.start + sentence.start, found.end + sentence.start)
        gap = Span(min(span.end, trigger.span.end), max(span.start, trigger.span.start))
        between = any(t.span.overlaps(gap) for t in markup.triggers if t != trigger)
        near = gap.end - gap.start <= _BESIDE and not between
        if near and _TOLD.search(span.of(text)) and not any(span.overlaps(other) for other in taken):
            link = Link(trigger, "time", Mention(span, "time", None, _SURE), _SURE)
            return [] if _is_of_a_rule(text, link) else [link]
    return []
