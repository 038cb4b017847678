"""A communiqué's heading, first words and signature come in; the party whose own words the report is goes out.

One thing to know: a report about a statement is none. So the heading must be nothing but that of a paper ("Statement by
the Front", "ARMY - BULLETIN NO. 9"), or the party inform "the nation"; or else the report itself must say "we" outside
of quotation marks and be headed, opened, signed or sent out by a party. A paper's "our soldiers" has no such issuer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tacitus.records.report import Report
from tacitus.records.resolved import Issuer
from tacitus.records.span import Span
from tacitus.records.value import ActorValue
from tacitus.resolve.actors.lookup import look_up
from tacitus.resolve.actors.owner import ORGANS
from tacitus.resolve.actors.table import Actor, ActorTable
from tacitus.resolve.actors.words import PRONOUNS

_QUOTED = re.compile(r"\"[^\"\n]{1,2000}\"|“[^”\n]{1,2000}”|«[^»\n]{1,2000}»")
#: "Us" and not the US; and what is the paper's own.
_WE = re.compile(
    r"\b(?:we|We|WE|us|[Oo]urs?|OUR)\b(?!\s+(?:[a-z]+\s+)?(?:correspondents?|reporters?|staff|sources?|readers|website|bureau|"
    r"newspaper|paper|channel|station|listeners|viewers|editors?)\b)"
)
_ISSUERS = frozenset(
    "rebel militia criminal party government military police intelligence igo ngo community other state".split()
)
#: Who is known by what stands beside a name: "Front Information Office", "Ministry of Defence of Chad".
_FORCES = frozenset("rebel militia government military police".split())
_ORGAN = re.compile(
    r"\b(?:command|staff|army|navy|air\sforce|forces?|police|gendarmerie|guards?|ministry|department|battalion|brigade|"
    r"division|corps|commandos?|government|presidency|regime|administration|front|legion|column|office|council|committee)\b",
    re.I,
)
#: "Commander Omar Said" issues what he says, and nothing that speaks of "us".
_MAN = re.compile(
    r"\b(?:Commander|General(?!\s(?:Command|Staff|Headquarters|Secretariat|Council))|Captain|Major|Colonel|Lieutenant|Brigadier|"
    r"Admiral|President|Minister|Mullah|Maulana|Sheikh|Emir|Comrade|Mr|Dr|Capt|Maj|Col|Gen|Lt)\.?\s[A-Z]"
)
_HEAD, _FOOT = 600, 400  # characters
_PAPER = (
    r"(?:(?:military|official|press|joint|political|urgent|important|public|final|war|field|news|media|brief|special|short)"
    r"\s)*(?:communiqu[eé]|statement|declaration|announcement|bulletin|proclamation|press\srelease|release|message|"
    r"manifesto|communication|operational\supdate)"
)
_NUMBER = r"(?:\s(?:(?:no|nr|number)\b\.?\s?|#\s?)?\d{1,4})?"
_OFFICE = (
    r"(?:(?:general|central|high|supreme|political|military|media|press|information|joint|unified|national|regional)\s)*"
    r"(?:command|headquarters|leadership|office|bureau|secretariat|staff|committee|council|wing|department|service|"
    r"spokes(?:man|woman|person))\s(?:of|for)\s(?:the\s)?"
)
#: "Military communique no. 12 of the Army of the Coast": all that stands before a party in its line.
_OF = re.compile(
    rf"(?:[^\n]{{1,60}}?(?:\s[-–—]{{1,2}}\s?|:\s))?\W*{_PAPER}{_NUMBER}(?:,?\s(?:(?:issued|released|published|given|made)\s)?"
    rf"(?:by|of|from)|\s?[-–—])\s(?:the\s)?(?:{_OFFICE})?\W*",
    re.I,
)
_OF_ENDS = re.compile(
    r"(?:,\s[A-Z][^.!?\n]{1,60}|[,\s]+(?:on|regarding|about|concerning|to|no|number|dated|following|in\sconnection)\b[^.!?\n]*|\s?[(:\[–-][^\n]*)?\W*"
    r"(?=\n|$)|[.:]\s+(?=(?:Our|OUR|We|WE)\s)"  # copy that has lost its lines
)
#: "The LTTE Press Release", "Front Spokesperson announcement", on one line or two.
_OWNS = re.compile(
    rf"(?:['’]s?)?(?:,\s(?-i:[A-Z])[^\n.]{{1,40}})?(?:\s(?:general|central|high)\s(?:command|headquarters)|\sheadquarters|\sspokes\w+|"
    rf"\spress\s(?:office|service))?\W{{0,6}}{_PAPER}\b[^.!?\n]{{0,60}}(?=\n|$)",
    re.I,
)
#: The same of what is a communiqué by its name: "ARMY - BULLETIN NO. 9", but not "Army press release says".
_OWNS_PLAINLY = re.compile(
    r"(?:,\s(?-i:[A-Z])[^\n.]{1,40}[.,]?)?\W{1,6}(?:(?:official|press|war|military|operational|daily|weekly|information)\s)*"
    r"(?:communiqu[eé]|press\srelease|bulletin|operational\s(?:update|bulletin))"
    rf"(?:{_NUMBER}(?=\W*(?:\n|$))|{_NUMBER}[\s/\d]*(?=[-–—,:;/])|\s(?:no|nr|number|of\sinformation)\b)",
    re.I,
)
#: "The armed forces inform the nation that".
_TO_ALL = re.compile(
    r"(?:,\s[^.;:\n]{1,60},)?\s(?:(?:hereby|today)\s)?(?:informs?|communicates?\sto|makes?\sknown\sto|announces?\sto|reports?\sto|"
    r"brings?\sto\sthe\sknowledge\sof|makes?\sof\sthe\sknowledge\sof)\s(?:the\s|our\s|all\s|whole\s|entire\s){0,3}(?:[a-z]+\s)?"
    r"(?:nation|people|peoples|public|population|citizens|(?:public\s|national\s|world\s)?opinion|masses|citizenry|press|"
    r"[A-Z][a-z]+\s(?:people|nation))\b",
    re.I,
)
#: "We, the Army of the Coast, …", "We in the Front announce".
_WE_ARE = re.compile(rf"\bwe(?:,\s(?:in\s|of\s)?|\s(?:in|of|at)\s)(?:the\s)?(?:{_OFFICE})?", re.I)
#: "The General Command of the Front announces: …", "informs our people that", "hereby states".
_OPENS = re.compile(rf"(?:^|[.!?:\]]\s|\n)\W*(?:the\s)?(?:{_OFFICE})?", re.I)
_MAKES_KNOWN = re.compile(
    r"(?:,\s[^.;:\n]{1,60},)?(?:\s(?:general|central|high)\s(?:command|headquarters))?"
    r"(?:\shereby\s[a-z]+\b|\s(?:(?:today|also|proudly|again|officially)\s)?"
    r"(?:announces?|declares?|informs?|communicates?|states?|proclaims?|reports?|makes?\sknown|wish(?:es)?\sto\s[a-z]+)"
    r"\b(?!\s+of\b)[^.:!?\n]{0,80}?(?::|\sthe\sfollowing\b|\sthat\b))"
)
#: How a party's paper begins that names nobody in its heading: with a prayer, an address, or by the name of a paper.
_FORMULA = re.compile(
    rf"\W*(?:In\sthe\sname\sof\s(?:God|Allah|the\s(?:people|revolution|martyrs))\b|(?:All\s)?Praise\s(?:is\sto|be\sto|to|belongs)\b|"
    rf"(?:By|With)\sthe\s(?:grace|help|permission)\sof\s(?:God|Allah|the\sAlmighty)\b|To\s(?:the|all|our|whom)\s[^\n.]{{3,100}}(?=\n|$)|"
    rf"{_PAPER}{_NUMBER}(?:/\d+)?\W*(?:\n|$))",
    re.I,
)
#: Whose fighters it praises: "the mujahideen of the Front"; and what the party says of itself to all who read.
_ITS_HEROES = re.compile(
    r"\b(?:muj(?:a|aa)hid\w*|mujahed\w*|soldiers|knights?|lions|brigades?|heroes|fighters|battalions?|sons)\sof\s(?:the\s)?$",
    re.I,
)
_HEROES = re.compile(r"(?:muj(?:a|aa)hid\w*|mujahed\w*|soldiers|knights?|lions|heroes|fighters)\sof\s", re.I)
_SPEAKS = re.compile(
    r"(?:,\s[^.;:\n]{1,80},)?\s(?:hereby\s)?(?:informs?|repeats?|declares?|announces?|states?|clarif(?:y|ies)|salutes?|condemns?|"
    r"den(?:y|ies)|claims?|rejects?|reiterates?|confirms?|communicates?|makes?\sknown|brings?\sto|wish(?:es)?\sto|thanks?|"
    r"calls?\s(?:on|upon)|warns?)\b"
)
#: Words in small letters that a signature may have, and what begins a line that is none.
_SMALL = frozenset(
    "of the for in and on to at by de del la las los el al y e un behalf spokesman spokeswoman spokesperson emir "
    "commander leader signed dated wing office".split()
)
_NO_SIGNATURE = re.compile(
    r"\W*(?:source|tags?|topics?|related|read|photo|image|picture|via|more|see|keywords?|categor|filed|copyright|©|report)\b",
    re.I,
)
_LINES, _WORDS, _SHORT = 5, 14, 4


def issuer_of(
    report: Report, parties: Sequence[Span], values: Mapping[Span, ActorValue], table: ActorTable
) -> Issuer | None:
    """Whose communiqué a report is; ``parties`` are its actor mentions, ``values`` what they stand for."""
    text = report.text
    own = _QUOTED.sub(lambda quote: " " * len(quote[0]), text)
    we = _WE.search(own)
    named = [span for span in parties if _may_issue(span.of(text), values.get(span))]
    head = [span for span in named if span.start < _HEAD]
    sender = _sender(report, table)
    found = next((s for s in head if _is_headed(text, s)), None)
    if found is None and we is not None:
        found = next((s for s in head if _opens(text, own, s)), None) or next(_signing(text, named, values), None)
        found = found or next((s for s in head if _FORMULA.match(text) and _speaks(text, own, s)), None)
    if found is not None:
        return Issuer(found, values[found], sender is not None and values[found].actor == sender.actor)
    where = next((s for s in named if sender and values[s].actor == sender.actor), Span(*we.span()) if we else None)
    return Issuer(where, sender, True) if sender and where else None


def _may_issue(words: str, value: ActorValue | None) -> bool:
    if value is None or value.kind not in _ISSUERS or value.name.startswith("Operation ") or words.lower() in PRONOUNS:
        return False
    if value.actor is not None:
        return True
    if value.name.islower() or _MAN.search(words):
        return False
    return value.kind not in ORGANS or _ORGAN.search(value.name) is not None


def _line(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _is_headed(text: str, party: Span) -> bool:
    """Whether a line of the head is a paper's heading that names the party as who gave it out."""
    start = _line(text, party.start)
    if _OF.fullmatch(text, start, party.start) and _OF_ENDS.match(text, party.end):
        return True
    if not any(m.end() == party.start for m in _OPENS.finditer(text, max(0, start - 1), party.start + 1)):
        return False
    return bool(_TO_ALL.match(text, party.end) or (_starts_line(text, party) and _OWNS_PLAINLY.match(text, party.end)))


def _starts_line(text: str, party: Span) -> bool:
    words = text[_line(text, party.start) : party.start]
    return re.fullmatch(r"\W*(?:the\s)?", words, re.I) is not None


def _opens(text: str, own: str, party: Span) -> bool:
    """Whether the report, which says "we", begins with the party's paper or with who "we" are."""
    begins = [m.end() for m in _OPENS.finditer(own, max(0, _line(text, party.start) - 1), party.start + 1)]
    first = party.start in begins
    if first and (_MAKES_KNOWN.match(own, party.end) or _OWNS.match(text, party.end)):
        return True
    return any(m.end() == party.start for m in _WE_ARE.finditer(own, max(0, party.start - 100), party.start))


def _speaks(text: str, own: str, party: Span) -> bool:
    """Whether a paper that begins as a party's does speaks of this party as of its own."""
    if _HEROES.match(text, party.start) or _ITS_HEROES.search(text, max(0, party.start - 30), party.start):
        return True
    begins = _OPENS.finditer(own, max(0, _line(text, party.start) - 1), party.start + 1)
    return any(m.end() == party.start for m in begins) and _SPEAKS.match(own, party.end) is not None


def _signing(text: str, parties: Sequence[Span], values: Mapping[Span, ActorValue]) -> Iterator[Span]:
    """The parties in the last lines that are nothing but a name, an office, a place."""
    end = len(text.rstrip())
    for _ in range(_LINES):
        start = _line(text, end)
        if start == 0 or end - start > _FOOT:
            return
        if not _ends_paper(text[start:end]):
            return
        if _is_signature(text[start:end]):
            inside = [s for s in parties if start <= s.start and s.end <= end and values[s].kind != "state"]
            if len({values[s].actor or values[s].name for s in inside}) == 1 or any(values[s].actor for s in inside):
                known = [s for s in inside if values[s].actor] or inside
                yield known[0]
        end = len(text[:start].rstrip())


def _ends_paper(line: str) -> bool:
    """Whether a line may stand below the last sentence: a name, a day, a place, a slogan."""
    words = line.split()
    return len(words) <= _WORDS and (line.rstrip()[-1:] != "." or len(words) <= _SHORT)


def _is_signature(line: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’-]*", line)
    if not 0 < len(words) <= _WORDS or line.rstrip()[-1:] in ("!", "?", ":", "…") or _NO_SIGNATURE.match(line):
        return False
    return line[:1].isascii() and all(word[0].isupper() or word in _SMALL for word in words)


def _sender(report: Report, table: ActorTable) -> ActorValue | None:
    """The outlet, where it is a party that the table knows and no paper."""
    if not report.outlet or report.outlet.islower():
        return None
    name = report.outlet.partition(",")[0]
    exact = table.find(name, report.published)[:1]
    for found in exact or look_up(name, report.published, table)[:1]:
        if isinstance(found, Actor) and found.kind in _ISSUERS - {"state"} and (exact or found.kind in _FORCES):
            return ActorValue(found.id, found.name, found.kind, found.country)
    return None
