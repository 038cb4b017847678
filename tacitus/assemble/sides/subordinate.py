"""Two deeds of one sentence, each in its own clause: "jets struck Lom after rebels fired rockets".

In: the tellings of a report and its parties. Out: the same, each deed without the doers, weapons and targets of the
clause of the other; and the pairs of triggers that are two deeds. One thing to know: a clause is cut off only where a
party stands right behind "after", "as" or the like, and its own verb right behind it; who has no doer of his own ("nine
died as rebels shelled the town") keeps the clause's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.sides.holders import STRIKES
from tacitus.records.fates import fate
from tacitus.records.markup import Markup, Mention, Trigger
from tacitus.records.span import Span

#: What opens a clause of its own, up to its subject.
_OPENS = re.compile(
    r"\b(?P<joint>(?<!well )(?<!such )(?<!known )as|after|since|before|while|when|whereas|although|though|until|but)\s+"
    r"(?:(?:the|an?|some|its|their|his|other|several|two|three|dozens of|hundreds of)\s+)?(?:[a-z-]+\s+){0,2}$",
    re.I,
)
_OPENS_FAR = 50  # characters
#: From a subject to its verb.
_ACTIVE = re.compile(
    r"(?:\s+(?:had|has|have|also|then|later|again|reportedly|allegedly|(?:on )?\w+day|\w+ly)){0,4}\s+", re.I
)
_PASSIVE = re.compile(
    r"(?:\s+(?:had|has|have|was|were|been|being|also|then|later|again|\w+ly)){0,4}?\s+(?:was|were|been)\s+(?:\w+ly\s+)?",
    re.I,
)
_FALL = re.compile(r"(?:died|perished|fell|succumbed|collapsed)", re.I)
#: "The gunman killed two guards before being shot": the subject of the sentence is whom it is done to.
_BEING = re.compile(
    r"\b(?P<joint>before|after|until|and)\s+(?:(?<!and )(?:being|having\s+been)|"
    r"(?:(?<!and )(?:he|she|they)\s+)?(?:was|were))\s+(?:(?:\w+ly|then|later|himself|themselves|in turn)\s+){0,2}$",
    re.I,
)
_FINITE = re.compile(
    r"(?:\w+ed|struck|hit|shot|fought|took|overran|drove|broke|beat|blew|set|began|came|laid|hurled|threw|lost|fell|"
    r"captured|seize|fire|launch|attack|storm)(?:\s[\w ]+)?",
    re.I,
)
#: "Police shot him dead": who is told of before.
_HIM = re.compile(
    r"\s+(?:(?:dead|down|and \w+ed)\s+)?(?:(?:at least )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|"
    r"several|most|all|both) of )?(him|her|them)\b(?!\s+(?:wom[ae]n|m[ae]n|[a-z]+s)\b)"
)
_TURNS = frozenset({"before", "until", "but", "when"})
_WHO = re.compile(r"they|he|she|it|who|we|I", re.I)
_BY = re.compile(r"\s+by\s+(?:(?:the|an?|some|suspected|unidentified|unknown)\s+)*", re.I)
#: Behind another participle's "by".
_OTHERS_BY = re.compile(
    r"\b((?!(?:led|headed|backed|supported|followed|joined|commanded)\b)[a-z]+(?:ed|en|wn|ung|uck|ld|ot|ght)) by "
    r"(?:(?:the|an?|some|suspected)\s+)*$"
)
_BY_FAR = 60  # characters
_NOUN = re.compile(
    r"(?:[\w-]+ )?(?:(?:air[ -]?)?strikes?|bombings?|bombardments?|attacks?|assaults?|raids?|blasts?|explosions?|"
    r"shelling|ambush(?:es)?|offensives?|airstrikes?|barrages?|massacres?|fire)",
    re.I,
)
#: Between a doer and the noun of its deed: "government aerial assault".
_ITS = re.compile(r"(?:['’]s?)?(?:\s+(?!of\b|in\b|by\b|from\b|on\b)[a-z-]+){0,2}\s+")
#: The same in words that the reader marks as no party.
_WHOSE = re.compile(
    r"\b(?:government|regime|army|military|air force|police|rebels?|insurgents?|militants?|jihadists?|guerrillas?|"
    r"coalition|allied|loyalist|opposition|(?-i:[A-Z][a-z]+(?:[ai]n|i|ese|ish)))(?:['’]s?)?\s+"
    r"(?:(?!of\b|in\b|by\b|from\b|on\b)[a-z-]+\s+){0,2}$",
    re.I,
)
#: From a deed to the noun of another: "targeted the base after the air".
_AFTER_NOUN = re.compile(
    r"\b(?:after|following|in (?:retaliation|response|reply|revenge|reprisal) (?:for|to)|to avenge|in the wake of)\s+"
    r"(?:(?:the|an?|this|that|these|those)\s+)(?:[\w-]+\s+){0,3}$"
)
_SIDES = frozenset(("rebel", "militia", "military", "government", "state", "police", "gunmen", "criminal"))
#: What goes with its own clause; who is hit last.
_MOVED = ("agent", "weapon", "target")
#: Whom it is done to, and how many they are.
_PATIENTS = ("victim", "target", "toll")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause within a sentence: where it lies, the deed of its verb, and what opens it."""

    begin: int
    end: int
    joint: str
    deed: Telling
    doers: frozenset[Span]
    passive: bool = False  # "before being shot by police"

    def holds(self, span: Span) -> bool:
        """Whether words stand in it."""
        return self.begin <= span.start < self.end

    def lacks(self, span: Span) -> bool:
        """Whether words stand elsewhere."""
        return not self.holds(span)


def with_clauses(text: str, markup: Markup, found: Sequence[Telling], violent: frozenset[str]) -> Sequence[Telling]:
    """The tellings, deeds of violence without the parties and weapons of another clause's deed."""
    for sentence, together in _by_sentence(found, violent).items():
        whole = markup.sentences[sentence]
        for telling in together:
            _without_others_by(text, telling)
        for clause in _clauses(text, whole, together):
            if clause.passive:
                _with_subjects(text, together, clause)
            else:
                _turned_on(text, together, clause)
            if clause.deed.trigger.type != "armed_clash" and (
                clause.doers or clause.passive
            ):  # both sides fight in that
                _keep(clause.deed, "agent", clause.holds)
            without = [o for o in together if o is not clause.deed and not clause.holds(o.trigger.span)]
            theirs = {s for o in without for role in _MOVED[1:] for s in o.spans(role) if not clause.holds(s)}
            for role in _MOVED[1:]:
                if any(clause.holds(span) for span in clause.deed.spans(role)):
                    _keep(clause.deed, role, _none_of(theirs))
            for other in together:
                if other.trigger.type == "armed_clash" or clause.holds(other.trigger.span):
                    continue
                if not _has_doer(text, markup, other, clause):
                    continue
                for role in _MOVED if clause.doers else _MOVED[:2]:  # "when the convoy was hit": by either deed
                    _keep(other, role, clause.lacks)
        for one in together:
            for other in together:
                if (cut := _answered_at(text, one, other)) is not None:
                    for role in _MOVED:
                        _keep(one, role, _before(cut))
                        _keep(other, role, _behind(cut))
    return found


def two_deeds(
    text: str, markup: Markup, found: Sequence[Telling], violent: frozenset[str]
) -> Iterator[frozenset[Span]]:
    """The pairs of triggers of one sentence that are two deeds: a strike after another side's, and one that answers."""
    for sentence, together in _by_sentence(found, violent).items():
        if len(together) < 2:
            continue
        for clause in _clauses(text, markup.sentences[sentence], together):
            if clause.passive or _doer_of_before(text, together, clause):
                yield from (
                    frozenset((o.trigger.span, clause.deed.trigger.span))
                    for o in together
                    if _acts(text, o, clause) or (not clause.passive and not clause.holds(o.trigger.span))
                )
                continue
            if clause.joint not in ("after", "since") or clause.deed.trigger.type not in STRIKES or not clause.doers:
                continue
            for other in together:
                at = other.trigger.span
                strikes = other.trigger.type in STRIKES and fate(at.of(text)) not in ("killed", "injured")
                if strikes and not clause.holds(at) and _has_doer(text, markup, other, clause):
                    yield frozenset((at, clause.deed.trigger.span))
        for one in together:
            for other in together:
                if _answered_at(text, one, other) is not None:
                    yield frozenset((one.trigger.span, other.trigger.span))


def _answered_at(text: str, one: Telling, other: Telling) -> int | None:
    """Where "after the raid" begins behind a verb that has its doer before it."""
    first, second = one.trigger.span, other.trigger.span
    if "armed_clash" in (one.trigger.type, other.trigger.type):
        return None
    if not first.end < second.start or not _NOUN.fullmatch(second.of(text)) or not _FINITE.fullmatch(first.of(text)):
        return None
    if fate(first.of(text)) in ("killed", "injured") or not any(s.end <= first.start for s in one.spans("agent")):
        return None
    after = _AFTER_NOUN.search(text, first.end, second.start)
    return after.start() if after else None


def _by_sentence(found: Sequence[Telling], violent: frozenset[str]) -> dict[int, list[Telling]]:
    together: dict[int, list[Telling]] = defaultdict(list)
    for telling in found:
        if telling.trigger.type in violent:
            together[telling.sentence].append(telling)
    return together


def _clauses(text: str, sentence: Span, together: Sequence[Telling]) -> Iterator[_Clause]:
    """The clauses of a sentence that are opened by "after" or the like, with the deed of each."""
    for telling in together:
        deed = telling.trigger.span
        if not _FINITE.fullmatch(deed.of(text)):
            continue
        if being := _BEING.search(text, max(sentence.start, deed.start - _OPENS_FAR), deed.start):
            if text[sentence.start : being.start()].strip():
                doers = {s for s in telling.spans("agent") if s.start >= being.start()}
                yield _Clause(being.start(), sentence.end, being["joint"].lower(), telling, frozenset(doers), True)
            continue
        subjects = [(s, _ACTIVE) for s in telling.spans("agent")]
        subjects += [(s, _PASSIVE) for role in ("victim", "target") for s in telling.spans(role)]
        for subject, way in subjects:
            if not (subject.end < deed.start and way.fullmatch(text, subject.end, deed.start)):
                continue
            opened = _OPENS.search(text, max(sentence.start, subject.start - _OPENS_FAR), subject.start)
            if opened is None:
                continue
            begin, end = opened.start(), sentence.end
            if not text[sentence.start : begin].strip():  # "After rebels fired rockets, jets struck"
                comma = text.find(", ", deed.end, sentence.end)
                if comma < 0:
                    continue
                end = comma
            doers = {s for s in telling.spans("agent") if begin <= s.start < end}
            yield _Clause(begin, end, opened["joint"].lower(), telling, frozenset(doers))
            break


def _with_subjects(text: str, together: Sequence[Telling], clause: _Clause) -> None:
    """Make the subject of a verb before a passive clause its doer, and whom it is done to in the clause."""
    for other in together:
        deed = other.trigger.span
        if deed.end > clause.begin or _acts(text, other, clause) or not _may_act(text, deed):
            continue
        told = [part for part in [*_parts(other), *_parts(clause.deed)] if _is_subject(text, part[0].span, deed)]
        if told:
            other.roles["agent"] = told[:1]
            theirs = {s for role in _PATIENTS for s in other.spans(role)}
            theirs = {s for s in theirs if clause.holds(s) or s.overlaps(told[0][0].span)}
            for role in _PATIENTS:
                _keep(other, role, _none_of(theirs))
    acting = [other for other in together if _acts(text, other, clause)]
    if acting:
        last = max(acting, key=lambda other: other.trigger.span)
        subjects = [part for part in last.roles["agent"] if part[0].span.end <= last.trigger.span.start]
        others = {s for role in _PATIENTS for s in clause.deed.spans(role) if not clause.holds(s)}
        others -= {s for s in others if any(s.overlaps(part[0].span) for part in subjects)}
        for role in _PATIENTS:  # "wounded three policemen before they were gunned down"
            _keep(clause.deed, role, _none_of(others))
        if not any(part[0].span == own[0].span for part in subjects for own in _parts(clause.deed)):
            clause.deed.roles["target"] = [*clause.deed.roles.get("target", ()), *subjects[:1]]


def _turned_on(text: str, together: Sequence[Telling], clause: _Clause) -> None:
    """Make the doer before a clause whom it is done to in it: "a man stabbed two before police shot him dead"."""
    doer = _doer_of_before(text, together, clause)
    if doer:
        for role in _PATIENTS:
            _keep(clause.deed, role, clause.holds if role == "toll" else _none_of(clause.deed.spans(role)))
            for other in together:
                if not clause.holds(other.trigger.span):
                    _keep(other, role, clause.lacks)
        clause.deed.roles["target"] = [doer]


def _doer_of_before(text: str, together: Sequence[Telling], clause: _Clause) -> tuple[Mention | Trigger, float] | None:
    """Who did what is told before a clause, if the clause's "him" or "them" is he."""
    him = _HIM.match(text, clause.deed.trigger.span.end)
    if not him or clause.joint not in _TURNS or not clause.doers or any(_WHO.fullmatch(text, *s) for s in clause.doers):
        return None
    acting = [other for other in together if _acts(text, other, clause)]
    before = [p for o in acting for p in o.roles["agent"] if p[0].span.end <= o.trigger.span.start]
    if not before:
        return None
    first = min(before, key=lambda part: part[0].span)
    words = first[0].span.of(text).split()[-1].lower()
    return first if (words.endswith(("s", "men", "people")) or words == "they") == (him[1] == "them") else None


def _is_subject(text: str, party: Span, deed: Span) -> bool:
    return _ACTIVE.fullmatch(text, party.end, deed.start) is not None


def _parts(telling: Telling) -> list[tuple[Mention | Trigger, float]]:
    """Those whom it is done to."""
    return [part for role in ("victim", "target") for part in telling.roles.get(role, ())]


def _may_act(text: str, deed: Span) -> bool:
    """Whether a verb tells what its subject did; who died did nothing."""
    return bool(_FINITE.fullmatch(deed.of(text))) and not _FALL.fullmatch(deed.of(text))


def _acts(text: str, other: Telling, clause: _Clause) -> bool:
    """Whether a deed before a clause has its doer in front: "the gunman killed two before being shot"."""
    deed = other.trigger.span
    return deed.end <= clause.begin and _may_act(text, deed) and any(s.end <= deed.start for s in other.spans("agent"))


def _has_doer(text: str, markup: Markup, telling: Telling, clause: _Clause) -> bool:
    """Whether a deed has a doer outside a clause: one that is linked to it, or one that stands before its noun."""
    if any(not clause.holds(span) for span in telling.spans("agent")):
        return True
    deed = telling.trigger.span
    if _NOUN.fullmatch(deed.of(text)) and _WHOSE.search(text, max(0, deed.start - _BY_FAR), deed.start):
        return True
    return any(
        mention.kind == "actor"
        and mention.label in _SIDES
        and mention.span.end <= deed.start
        and _ITS.fullmatch(text, mention.span.end, deed.start)
        for mention in _near(markup.mentions, deed)
    )


def _near(mentions: Sequence[Mention], deed: Span) -> Iterator[Mention]:
    return (m for m in mentions if 0 <= deed.start - m.span.end < _BY_FAR)


def _behind_by(text: str, telling: Telling) -> frozenset[Span]:
    """The doers right behind a deed and its "by"."""
    end = telling.trigger.span.end
    return frozenset(s for s in telling.spans("agent") if s.start >= end and _BY.fullmatch(text, end, s.start))


def _without_others_by(text: str, telling: Telling) -> None:
    """Leave out the doer behind another participle's "by": "the mill taken by rebels was shelled by the army"."""
    own = _behind_by(text, telling)
    if own:
        deed = telling.trigger.span

        def of_another(span: Span) -> bool:
            other = _OTHERS_BY.search(text, max(0, span.start - _BY_FAR), span.start)
            return other is not None and not deed.start <= other.start(1) < deed.end and span not in own

        _keep(telling, "agent", lambda span: not of_another(span))


def _before(cut: int) -> Callable[[Span], bool]:
    return lambda span: span.start < cut


def _none_of(spans: Collection[Span]) -> Callable[[Span], bool]:
    return lambda span: span not in spans


def _behind(cut: int) -> Callable[[Span], bool]:
    return lambda span: span.start >= cut


def _keep(telling: Telling, role: str, wanted: Callable[[Span], bool]) -> None:
    tails = telling.roles.get(role)
    if tails:
        telling.roles[role] = [p for p in tails if wanted(p[0].span)]
