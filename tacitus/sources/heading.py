"""What stands above a report's first sentence: dates, byline, agency, dateline, the name and day of an issue.

In: a text and a place in it. Out: the piece of furniture that begins there, if one does.
One thing to know: each pattern stands at the beginning of a line or right after other furniture, and must be
followed by what can begin a sentence; "12 May 2014 was a dark day" is no date line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tacitus.records.span import Span
from tacitus.sources import dates


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of furniture: what it is, where it stands, and the date it gives."""

    kind: str  # published · updated · date (without a label) · byline · agency · dateline · placed · buttons
    span: Span
    day: date | None = None
    place: Span | None = None


_AGENCIES = (
    r"(?:Reuters|AFP|AP|Associated Press|The Associated Press|Agence France-Presse|DPA|dpa|EFE|ANSA|UPI|PTI|ANI|IANS|"
    r"Xinhua|TASS|Interfax|RIA Novosti|Anadolu(?: Agency)?|SANA|NNA|IRNA|Petra|WAM|QNA|KUNA|MENA|Bloomberg|CNN|BBC|"
    r"Agencies)"
)
_SLOT = rf"{_AGENCIES}(?:(?:,? and |/|, ){_AGENCIES})*"
#: What follows furniture: the end of the line, or what begins a sentence.
_THEN = r"(?=\s*\n|\s*\Z|\s+[\"'“‘(\[•A-Z0-9À-Þ]|\s*[|–—-]\s|\s+by\s)"
_NEXT = re.compile(_THEN)

_STAMP_LABEL = (
    r"(?:(?:first )?published(?: on| at)?|date of (?:publication|report|issue)|(?:publication|report) date|"
    r"posted(?: on)?|(?:issued|released)(?: on)?|for immediate release|"
    r"(?:last )?(?:updated?|modified)(?: on| at)?|dated?)\s*:?\s*"
)
_STAMP = re.compile(rf"(?P<label>{_STAMP_LABEL})?(?P<date>{dates.DATE})(?:{dates.TIME})?", re.I)

#: "Reporting period: 3-9 July 2023": the last day is the nearest to that of the report.
_PERIOD = re.compile(
    rf"(?:reporting period|period(?: covered)?|covering(?: the period)?):? (?:from )?"
    rf"\d{{1,2}}(?: {dates.MONTH})?(?:,? (?:19|20)\d\d)? ?(?:-|–|to) ?(?P<last>{dates.DATE})(?=[ \t]*(?:\n|\Z))",
    re.I,
)

#: "As of 3 May 2015", "(3 May 2015)", on a line of its own.
_AS_OF = re.compile(
    rf"(?:(?:situation )?as (?:of|at|on):? (?:\d\d:?\d\d,? )?(?:{dates.DATE})(?:{dates.TIME})?|\({dates.DATE}\))"
    r"(?=[ \t]*(?:\n|\Z))",
    re.I,
)
#: Where lines were run together: "Home > World Published May 3, 2015 | A bomb"; a sentence has it in small letters.
_LABELLED = re.compile(rf"\b(?:First )?(?:Published|Posted)(?: (?:on|at))?:? (?i:{dates.DATE})(?:{dates.TIME})?")

_NAME = r"(?:[A-ZÀ-Þ][\w'’.-]*|al|bin|da|de|del|der|di|du|el|ibn|la|le|van|von)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,4}}"
_POST = r"(?:reporter|correspondent|writer|staff|bureau|desk|team)s?"
_BYLINE = re.compile(
    rf"(?:(?i:by|posted by|written by|reported by|published by|text by):? +)"
    rf"(?:{_NAMES}|\w+)(?: {_POST})?(?: and (?:agencies|staff))?"
    rf"(?:(?:, (?:and )?| and | & |/| in |, in | [|•·–—-] ){_NAMES})*"
    rf"(?:,? *(?:[|•·–—.-]|on|at|,) *(?i:{dates.DATE}(?:{dates.TIME})?))?(?=[ \t]*(?:\n|\Z))"
)
_POSTED = re.compile(
    rf"(?:posted|written|published|reported) (?:by [^\n]{{2,60}}? on {dates.DATE}(?:{dates.TIME})?"
    rf"|on {dates.DATE}(?:{dates.TIME})? by (?-i:{_NAMES})(?=[ \t]*(?:\n|\Z)))",
    re.I,
)
_AGENCY = re.compile(rf"(?:Source:? )?\(?{_SLOT}\)?(?:\s+[–—-]+(?=\s)|{_THEN})")
_BUTTONS = re.compile(
    r"(?:(?:Print|Tweet|Share|Email|E-mail|Facebook|Twitter|WhatsApp|Comments?|Views?:? [\d,]+)\b[ \t|•·]*){2,}"
    r"|(?:Print|Tweet|Share|Email|Share this(?: article| story)?|Listen)[ \t]*(?=\n|\Z)"
)

_NOT_PLACE = (
    r"(?!(?:UPDATE|EXCLUSIVE|BREAKING|WATCH|LIVE|ANALYSIS|OPINION|EDITORIAL|EXPLAINER|FACTBOX|TIMELINE|CORRECTED|REFILE|"
    r"VIDEO|PHOTOS?|NOTE|NEWS|URGENT|WARNING|INTERVIEW|FEATURE|NATO|ISIS|ISIL|UNICEF|UNHCR|UNAMA|OCHA|OSCE|IAEA|ECOWAS|ASEAN|"
    r"SANA|TASS|AFP|NNA|READ|ALSO|MORE)\b)"
)
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]*){0,3}"
_MIXED = (
    rf"(?!(?i:{dates.MONTH}|{dates.WEEKDAY})|{_AGENCIES}\b)"
    r"[A-ZÀ-Þ][\w'’.-]+(?: (?:[A-ZÀ-Þ][\w'’.-]+|al|de|el|la|of|the)){0,4}"
)
_DAY = (
    rf"(?:(?i:{dates.WEEKDAY}),? ?)?"
    rf"(?i:{dates.MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {dates.MONTH})"
    rf"(?:,? (?:19|20)\d\d)?(?!\d)|(?i:{dates.DATE})|(?i:{dates.WEEKDAY})"
)
_SOURCE = rf"(?:\([A-Z][^()\n]{{1,50}}\)|/[A-Z][^/\n]{{1,40}}/|{_AGENCIES}\b)"
_DASH = r"(?: ?[—–](?:\s*|(?=\S))|\s*--+\s*|\s+-\s+)"
_PLACE = (
    rf"(?P<place>(?P<caps>{_NOT_PLACE}{_CAPITALS}(?: ?/ ?{_CAPITALS})*(?:, {_MIXED}){{0,2}})"
    rf"|{_MIXED}(?: ?/ ?{_MIXED})*(?:, {_MIXED}){{0,2}})"
)
_DATELINE = re.compile(
    rf"{_PLACE}"
    rf"(?:,? ?(?P<first>{_SOURCE}))?(?:[,.]? ?(?P<day>{_DAY}))?(?:,? ?(?P<source>{_SOURCE}))?"
    rf"(?:(?P<dash>\.?{_DASH})|(?P<colon>:\s+)|(?P<bare>(?<=\))\s+(?=[\"“‘A-Z0-9]))"
    r"|(?P<stop>\.[ \t]+(?=[\"“‘A-Z0-9])))"
)
#: "Lom, May 4, 2015: Two herders …": with its year, and before a whole sentence, it is no title.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"[^\n]{60,}|[^\n]*[.!?][\"”]?[ \t]*(?:\n|\Z)")
_GOES_ON = re.compile(r"[\"“‘A-ZÀ-Þ0-9][^\n]{60,}")
_NO_PHRASE = r"(?!(?:In|On|At|By|From|Near|Until|Since|The)\b)"
_TOWN = re.compile(_NO_PHRASE)
#: A place and a day that are all of a line: "Baku, 12 October 2020", "Mali | 3 May 2015", "(Oslo - May 3, 2015):".
_PLACED = re.compile(
    rf"\(?{_NO_PHRASE}{_PLACE}(?:,|:| ?[|–—-]|(?= \()) \(?(?P<day>(?i:{dates.DATE}))\)?[.:]?(?=[ \t]*(?:\n|\Z))"
)
_ISSUE = (
    r"(?:digest|sit-?rep|situation report|bulletin|brief|briefing|round-?up|newsletter|update|report|review|monitor|"
    r"log|diary|summary|live ?blog|courier|times|gazette|herald|tribune|journal|chronicle|telegraph|observer|news|"
    r"dispatch|statement|communiqu[eé]|transcript|press release)"
    r"(?:,? (?:(?:no|nr|number|issue|vol|volume|edition)\.? ?|#)\d{1,5})?"
)
#: What a line of a name and a day tells of that is no place.
_NO_TOWN = re.compile(
    r"\b(?:attack|battle|massacre|operation|killing|killed|dead|protest|clash|bombing|blast|strike|siege|raid|war|coup|"
    r"ceasefire|truce|accord|agreement|treaty|resolution|crisis|election|talk|summit|meeting|visit|timeline|anniversary|"
    rf"issue)(?:s|es)?\b|\b{_ISSUE}\b",
    re.I,
)
#: What comes out again and again, so that its title may go on to the land or the week that it is about.
_PERIODICAL = (
    r"(?:digest|sit-?rep|situation report|bulletin|brief|briefing|round-?up|newsletter|monitor|log|summary|review|"
    r"statement|communiqu[eé]|press release|incidents|developments)"
    r"(?:,? (?:(?:no|nr|number|issue|vol|volume|edition)\.? ?|#)\d{1,5})?"
)
_WORD = r"[\w'’.&/#–-]{1,30}"
_FROM = rf"\d{{1,2}}(?: {dates.MONTH})?(?:,? (?:19|20)\d\d)? ?(?:-|–|to) ?"
_NAME_WORDS = r"(?:[\w'’.&/–—-]{1,30}:? ){0,6}"
#: The name and the day of a bulletin, a paper, a running report: "SECURITY DIGEST, 3 March 2015".
_MASTHEAD = re.compile(
    rf"(?:{_NAME_WORDS}{_ISSUE}(?:,|:| [|•·–—-]+| for| as of)? \(?(?:as of )?(?P<last>{dates.DATE})\)?"
    rf"|{_NAME_WORDS}{_PERIODICAL},?(?P<of> (?:{_WORD} ){{0,6}}(?:{_WORD}[,:] |[|•·–—-]+ |for |{_WORD} (?=\()))?"
    rf"\(?(?:{_FROM})?(?P<dated>{dates.DATE})\)?"
    rf"|(?P<first>{dates.DATE})(?:,|:| [|•·–—-]+) {_NAME_WORDS}{_ISSUE}"
    rf"|(?:live|[^\n]{{1,100}}?\blive (?:updates|blog|coverage)|(?:[^\n]{{1,100}}?\b)?as it happened)\b[^\n]{{0,100}}"
    rf"(?:,| [|•·–—-]+| from| \() ?(?P<live>{dates.DATE})\)?"
    rf"|[^\n.!?]{{2,150}}?(?:,| [|•·–—-]+) ?(?P<posted>{dates.DATE}){dates.TIME})\s*",  # day and hour: a post's
    re.I,
)


def masthead(text: str, line: Span) -> Piece | None:
    """The day of the issue and where it stands, where a line is the name of a bulletin or a paper with its day."""
    match = _MASTHEAD.fullmatch(text, line.start, line.end) if line.end - line.start <= 200 else None
    if match is None:
        return None
    if match["of"] and _NO_TOWN.search(match["of"]):
        return None  # "Summary of the siege, 3 March 2015" tells when that was
    group = next(name for name in ("last", "dated", "first", "live", "posted") if match[name])
    return Piece("masthead", Span(*match.span(group)), dates.written(match[group]))


def labelled(text: str) -> Piece | None:
    """The day that stands behind "Published" within the head of a text whose lines were run together."""
    match = _LABELLED.search(text, 0, 600)
    return Piece("published", Span(*match.span()), dates.written(match[0])) if match else None


def piece_at(text: str, at: int) -> Piece | None:
    """The furniture that begins at ``at``."""
    if match := _POSTED.match(text, at) or _BYLINE.match(text, at):
        return Piece("byline", Span(at, match.end()), dates.written(match[0]))
    if (match := _STAMP.match(text, at)) and _NEXT.match(text, match.end()):
        label = (match["label"] or "").lower()
        kind = "updated" if "update" in label else "published" if label else "date"
        return Piece(kind, Span(at, match.end()), dates.written(match["date"]))
    if match := _PERIOD.match(text, at):
        return Piece("date", Span(at, match.end()), dates.written(match["last"]))
    if match := _AS_OF.match(text, at):
        return Piece("date", Span(at, match.end()), dates.written(match[0]))
    if match := _BUTTONS.match(text, at):
        return Piece("buttons", Span(at, match.end()))
    if found := dateline_at(text, at):
        return found
    if (match := _PLACED.match(text, at, at + 200)) and not _NO_TOWN.search(match["place"]):
        return Piece("placed", Span(at, match.end()), dates.written(match["day"]), Span(*match.span("place")))
    if match := _AGENCY.match(text, at):
        return Piece("agency", Span(at, match.end()))
    return None


def dateline_at(text: str, at: int) -> Piece | None:
    """The dateline "KABUL, Feb 15 (Agency) —" that begins at ``at``, with the span of its place words."""
    match = _DATELINE.match(text, at, at + 200)
    if not match:
        return None
    told = match["day"] or match["first"] or match["source"]
    if not told and not match["caps"]:
        return None  # "Sudan: the forgotten war" is a title
    goes_on = match["colon"] and match["day"] and _YEAR.search(match["day"]) and _GOES_ON.match(text, match.end())
    if (match["colon"] or match["bare"]) and not match["caps"] and not goes_on:
        return None  # "Smith (Labour) Told", "Kabul, Monday: what we know"
    if not told and not _SENTENCE.match(text, match.end()):
        return None  # "SUDAN: Situation Update No. 14", "ARMY PRESS OFFICE - DAILY UPDATE" are titles
    if match["colon"] and not told and _NO_TOWN.search(match["place"]):
        return None  # "SUMMARY: 17 incidents"
    day = dates.written(" ".join(filter(None, (match["day"], match["first"], match["source"]))))
    if match["stop"] and not (day and (match["caps"] or (_TOWN.match(text, at) and _GOES_ON.match(text, match.end())))):
        return None  # "Kyiv, Dec 24, 2022. Troops", but not "In Kyiv, Monday. Troops"
    if text[at : at + 300].upper() == text[at : at + 300] and not (day and (match["first"] or match["source"])):
        return None  # where all is in capitals they mark no place
    return Piece("dateline", Span(at, match.end()), day, Span(*match.span("place")))
