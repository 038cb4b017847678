"""Who only tells of a deed, or hardly did it, though the reader took him for its doer.

In: the claims of one event and who said what in the report. Out: the claims without those doers. One thing to know: a
source that owns up speaks of itself in what it says ("its fighters", "we"); an armed one that names nobody else may
well mean its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tacitus.assemble.said.quoted import Voice
from tacitus.records.acled import STATE, UNARMED
from tacitus.records.event import Claim
from tacitus.records.span import Span
from tacitus.records.value import TOLL_FIELDS, ActorValue, Value

#: Plain words for telling: who claims, admits or denies a deed speaks of his own.
_TELLS = re.compile(
    r"(?:says?|said|saying|told|tells?|telling|add(?:s|ed|ing)?|report(?:s|ed)?|according to|state[sd]?|[:–—-])", re.I
)
_PEACEFUL = ("ngo:", "media:")  # ids
_OFFICE = "office:"
_NO_BOMBERS = STATE | {"igo", "ngo", "media", "company"}
_WITH_ARMS = frozenset({"air_strike", "shelling", "bombing", "chemical_attack", "armed_attack", "execution"})
_COUNCIL = re.compile(r"\b(?:Council|Assembly|Commission|Court|Tribunal|Secretariat|League)\b")
_ITSELF = re.compile(
    r"\b(?:it|its|itself|they|them|their|themselves|he|his|him|himself|she|her|herself|we|us|our|ours|I|me|my)\b", re.I
)


#: "The village was shelled": to whom that is done did not do it.
_HIT = re.compile(
    r"['’]?s?(?:\s+in\s+[A-Z][\w'’-]*)?\s+(?:was|were|is|are|(?:has|have|had)\s+been)\s+(?:being\s+)?(?:\w+ly\s+|also\s+|again\s+)?"
    r"(?=(?:re)?(?:targeted|hit|struck|shelled|bombed|bombarded|pounded|attacked|raided|ambushed|stormed|destroyed)\b)"
)
#: "Lom has been rocked by blasts": it happens to a town.
_ROCKED = re.compile(
    r"['’]?s?\s+(?:(?:was|were|is|ha(?:s|ve|d)(?:\s+\w+)?\s+been)\s+)(?:\w+ly\s+|also\s+|often\s+|being\s+){0,2}"
    r"(?:rocked|shaken|hit|struck|plagued|ravaged|devastated|wracked|jolted|battered)\s+by\b"
)
#: "The Pentagon confirmed eight strikes", "a source acknowledged the assault".
_SPEAKS = re.compile(
    r"(?:\s+(?:also|later|has|have|had|on \w+day|\w+day|\w+ly)){0,3}\s+(?:confirm(?:s|ed)|acknowledg(?:es|ed)|"
    r"announc(?:es|ed)|report(?:s|ed)|sa(?:ys|id)|insist(?:s|ed)|stat(?:es|ed)|told|declin(?:es|ed)|disput(?:es|ed)|"
    r"describ(?:es|ed))\b"
)
_MINISTRY = re.compile(r"gov:\w+\.(?:defen[cs]e|foreign|interior|presidency|information|health)")
_SPEAKER = re.compile(r".*\b(?:sources?|officials?|spokes\w+|ministry|minister|department)", re.I)
#: "The rest of the dead were rebels": who fell did not do it.
_FELL = re.compile(
    r"\b(?:dead|killed|slain|victims|casualties)\b(?:\s+in\s+[^.,;\n]{1,40}?)?\s+(?:were|was|are|include[sd]?)\s+"
    r"(?:(?:all|both|mostly|mainly|largely|also|some|\d+|members|fighters|of|from|the)\s+){0,3}$",
    re.I,
)
_FAR = 100  # characters before a party that may say so
#: "Villagers found the bodies", "the envoy condemned": what others do after a deed.
_AFTERWARDS = re.compile(
    r"\s+(?:(?:has|have|had|later|also|then)\s+)*(?:found|discovered|retrieved|identified|buried|treated|mourned|"
    r"condemned|denounced|deplored|(?:blamed|accused)(?!\s+(?:of|for)\b))\b"
)
#: "Aleppo strikes kill ten": the deed is called after where it was done.
_CALLED_AFTER = re.compile(
    r"\s+(?:air[ -]?)?(?:strikes?|raids?|attacks?|blasts?|bombings?|shelling|bombardment|siege|clash(?:es)?|fighting)\b"
)

#: "Took the ridge from the rebels", "an assault against the rebels": from a deed to whom it is done to.
_AGAINST = re.compile(r"(?:\s+[\w’'-]+){0,4}?\s+against\s+(?:the\s+)?(?:[a-z-]+\s+)?")
_FROM = re.compile(r"(?:\s+[\w’'-]+){0,6}?\s+from\s+(?:the\s+)?(?:[a-z-]+\s+)?")
#: "An assault on the rebels", "the raid was launched at a camp of the rebels"; but nothing is blamed on its target, and
#: what is done at somebody's hands or on his orders is his.
_ON = re.compile(
    r"(?:\s+(?:was|were|has been))?(?:\s+(?:launched|carried out|mounted|made))?\s+(?:on|at|upon|targeting)\s+"
    r"(?:(?:the|an?|its|their)\s+)?(?:[a-z-]+\s+)?(?:(?:[a-z-]+\s+)?(?!hand|behest|order|behalf|request|instigat|"
    r"instruct|command)[a-z]+\s+of\s+(?:the\s+)?)?"
)
_BLAMED = re.compile(r"\b(?:blam|pinn?)(?:e[ds]?|ing)\s+(?:[\w’'-]+\s+){0,3}$", re.I)
_STRIKE = re.compile(
    r"(?:[\w’'-]+ )?(?:attack|assault|offensive|raid|ambush|(?:air ?)?strike|onslaught|bombardment|shelling|bombing)"
    r"(?:e?s)?",
    re.I,
)
_WITH = re.compile(r"\bwith (?:the )?$")
_SUPPORT = re.compile(r"\b(?:support|backing|help|assistance|approval|blessing)$", re.I)
_ITS_SUPPORT = re.compile(
    r"['’]?s?\s+(?:(?:air|military|logistical)\s+)?(?:support|backing|help|assistance|approval)\b"
)
_WHERE_FAR, _VERB_FAR = 40, 25  # characters back to "where", and on to what a party is told to do there
#: "Where the guards are fighting the band", "where the band has its capital".
_WHERE = re.compile(r"\bwhere\s+(?:(?:the|its|their|several|some)\s+)?(?:[a-z-]+\s+)?$", re.I)
_IS_THERE = re.compile(r"\s+(?:(?:is|are|was|were)\s+(?:\w+ly\s+)?\w+ing\b|(?:has|have|had)\s+(?:its|their|an?|the)\b)")
#: "Fighters backed by air strikes": the strikes are those of others.
_BACKED = re.compile(r"\s+(?:backed|supported|aided|helped|assisted|covered)\s+by\s+(?:[\w.'’-]+\s+){0,3}")
#: "Rebel fire hurt nine as soldiers stepped up a campaign": what one side does meanwhile.
_AS = re.compile(r"\b(?:as|while)\s+(?:(?:the|its|their)\s+)?(?:[\w-]+\s+)?$")
_IS_ABOUT = re.compile(
    r"\s+(?:(?:have|has|had|are|is|were|was)\s+)?(?:step|press|intensif|push|advanc|tr(?:y|ied|ies)\b|seek|sought|"
    r"clos(?:e|ing)|prepar|gather|mass(?:ed|es|ing)?\b|battl)[a-z]*"
)
_SOME = (
    r"(?:(?!(?:and|but|that|who|which|as|when|while|after|before|where|say|says|said|told|\w+ed)\b)[\w’'-]+\s+){0,6}?"
)
#: "A patrol came under fire", "soldiers returning to their base were ambushed": to whom that is done.
_UNDER_FIRE = re.compile(
    rf"\s+(?:(?:in|of|from|near|at|on|with|(?!being\b)[a-z]+ing)\s+{_SOME})?(?:(?:has|have|had|also|again|later|then|been|was|"
    rf"were|\w+ly)\s+){{0,3}}(?:c[ao]mes?\s+under\s+{_SOME}(?:fire|attack|assault|bombardment|shelling|ambush)\b|"
    r"(?<=was )ambushed\b|(?<=were )ambushed\b|(?<=been )ambushed\b)"
)
#: "Drove the rebels from the ridge": whom the verb has behind it. "Pushed the rebels to accept" drives out nobody.
_DRIVES = re.compile(
    r"(?:(?:has|have|had) )?(?:drove|driv(?:e|es|ing|en)|oust(?:s|ed|ing)?|expel(?:s|led|ling)?|evict(?:s|ed|ing)?|"
    r"dislodg(?:e[sd]?|ing)|rout(?:s|ed|ing)?|flush(?:es|ed|ing)?|push(?:es|ed|ing)?|forc(?:e[sd]?|ing)|"
    r"chas(?:e[sd]?|ing)|kick(?:s|ed|ing)?)(?: (?:out|back|off))?",
    re.I,
)
_DRIVEN = re.compile(
    r"(?:\s+(?:out|back|off))?(?:\s+(?:all|the|its|their|most|last|of)){0,3}(?:\s+(?!by\b)[a-z-]+)?\s+"
)
_OUT = re.compile(r"(?:['’]s?)?(?:\s+[\w-]+){0,3}?\s+(?:from|out|back|off|away)\b")
#: "Heavy losses among the rebels": whose they are.
_LOSSES = re.compile(r"(?:[\w-]+ )?(?:losses|casualties|deaths|victims|dead|fatalities)", re.I)
_AMONG = re.compile(r"\s+(?:among|amongst|in the ranks of)\s+(?:(?:the|its|their)\s+)?(?:[a-z-]+\s+)?")
_REACH = 80  # characters
_TAKES = frozenset({"territory_seized", "looting"})


def tells(cue: str) -> bool:
    """Whether a cue is a plain word for telling."""
    return _TELLS.fullmatch(cue) is not None


def speaks_of_itself(words: str) -> bool:
    """Whether words have a pronoun that may mean who says them."""
    return _ITSELF.search(words) is not None


def without_tellers(
    claims: Sequence[Claim], voices: Sequence[Voice], actors: Mapping[Span, ActorValue], text: str
) -> list[Claim]:
    """The claims without doers who only tell of the deed, and do not speak of themselves or their own in it."""
    mourning = {c.id for c in claims if c.field == "perpetrator" and _tells_of_its_own(c, claims, voices, text)}
    claims = [c for c in claims if c.id not in mourning]
    telling = {c.id for c in claims if c.field == "perpetrator" and _only_tells(c, voices, actors, text)}
    spoke = {c.id for c in claims if c.field in ("perpetrator", "participant") and _speaks(c, text)}
    claims = [c for c in claims if c.id not in spoke or not _is_free(c, [d for d in claims if d.id not in spoke])]
    another = any(c.field == "perpetrator" and c.id not in telling for c in claims)
    return [c for c in claims if c.id not in telling or not (another or _is_unarmed(c))]


def _speaks(claim: Claim, text: str) -> bool:
    """Whether a ministry, an official or a source of no armed group only speaks of a deed."""
    value = claim.value
    if not isinstance(value, ActorValue) or not (_MINISTRY.match(value.actor or "") or value.kind in STATE):
        return False
    named = _MINISTRY.match(value.actor or "") or _SPEAKER.fullmatch(text, claim.span.start, claim.span.end)
    return bool(named) and _SPEAKS.match(text, claim.span.end) is not None


def _is_free(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a doer may be left out: another is told, or he is a source whose body has no name."""
    known = isinstance(claim.value, ActorValue) and _MINISTRY.match(claim.value.actor or "")
    return not known or any(c.field == "perpetrator" for c in others)


def without_the_unlikely(claims: Sequence[Claim], kind: str) -> list[Claim]:
    """The claims without those who hardly did it.

    These are a state's forces and officials as suicide bombers, aid groups and media as fighters, and councils and
    courts of states ("since the UN Security Council passed a resolution") as those who strike.
    """

    def unlikely(value: Value) -> bool:
        if not isinstance(value, ActorValue):
            return False
        known = value.actor or ""
        bomber = kind == "suicide_bombing" and (value.kind in _NO_BOMBERS or known.startswith(_OFFICE))
        council = kind in _WITH_ARMS and value.kind == "igo" and _COUNCIL.search(value.name)
        return known.startswith(_PEACEFUL) or bomber or bool(council)

    return [c for c in claims if c.field != "perpetrator" or not unlikely(c.value)]


def without_others(claims: Sequence[Claim], mentions: Sequence[Span], text: str) -> list[Claim]:
    """The claims without doers whom the words next to them make what was hit, where it was, or who came afterwards."""

    places = {c.span.of(text) for c in claims if c.field == "place"}

    def another(claim: Claim) -> bool:
        hit = _HIT.match(text, claim.span.end)
        after = _AFTERWARDS.match(text, claim.span.end)
        value = claim.value
        unknown = (
            isinstance(value, ActorValue)
            and value.actor is None
            and (value.kind is None or claim.span.of(text) in places)
        )
        return bool(
            (unknown and _CALLED_AFTER.match(text, claim.span.end))
            or _FELL.search(text, max(0, claim.span.start - _FAR), claim.span.start)
            or _ROCKED.match(text, claim.span.end)
            or _helps(claim.span, text)
            or _elsewhere(claim.span, mentions, text)
            or (hit and any(m.start <= hit.end() < m.end for m in mentions))
            or (after and not any(m.start < after.end() <= m.end for m in mentions))
            or any(_BACKED.fullmatch(text, claim.span.end, m.start) and _STRIKE.fullmatch(m.of(text)) for m in mentions)
            or _went_on(claim, claims, mentions, text)
        )

    return [c for c in claims if c.field != "perpetrator" or not another(c)]


def _went_on(claim: Claim, claims: Sequence[Claim], mentions: Sequence[Span], text: str) -> bool:
    """Whether a clause behind the deed of another only tells what this party was about then."""
    at = claim.span
    if not (_IS_ABOUT.match(text, at.end) and _AS.search(text, max(0, at.start - _REACH), at.start)):
        return False
    if any(at.end < m.start < at.end + _REACH and "." not in text[at.end : m.start] for m in mentions):
        return False
    before = [m for m in mentions if 0 < at.start - m.end < 2 * _REACH and ". " not in text[m.end : at.start]]
    others = [c.span for c in claims if c.field == "perpetrator" and c.span.end <= at.start]
    return any(0 <= m.start - o.end < _REACH and ". " not in text[o.end : m.start] for m in before for o in others)


def _helps(party: Span, text: str) -> bool:
    """Whether a party only helped: "is fighting with Chadian support to capture"."""
    if not _WITH.search(text, max(0, party.start - 12), party.start):
        return False
    return bool(_SUPPORT.search(party.of(text)) or _ITS_SUPPORT.match(text, party.end))


def _elsewhere(party: Span, mentions: Sequence[Span], text: str) -> bool:
    """Whether a clause on the place tells what a party does there: "a raid on Lom, where the guards are fighting"."""
    where = _WHERE.search(text, max(0, party.start - _WHERE_FAR), party.start)
    there = _IS_THERE.match(text, party.end)
    if where is None or there is None or not any(m.end <= where.start() for m in mentions):
        return False
    return not any(where.start() <= m.start < there.end() + _VERB_FAR for m in mentions)


def with_the_struck(claims: Sequence[Claim], mentions: Sequence[Span], kind: str, text: str) -> list[Claim]:
    """The claims, with whom a deed is told to be against, or a town taken from, as its target and not its doer.

    Of a clash only what is told as an assault has a target, and not all who take part are it.
    """
    ways = (_AGAINST, _FROM) if kind in _TAKES else (_AGAINST,)
    clash = kind == "armed_clash"

    def struck(claim: Claim) -> bool:
        near = [m for m in mentions if 0 < claim.span.start - m.end < _REACH]
        strikes = [m for m in near if _is_strike(m, text)]
        against = any(
            way.fullmatch(text, m.end, claim.span.start) for m in (strikes if clash else near) for way in ways
        )
        against |= not clash and any(_loses(claim.span, m, text) or _is_driven(claim.span, m, text) for m in near)
        if claim.field == "perpetrator" and (under := _UNDER_FIRE.match(text, claim.span.end)):
            against |= any(claim.span.end <= m.start < under.end() for m in mentions)
        return against or any(_ON.fullmatch(text, m.end, claim.span.start) for m in strikes)

    acting = [c for c in claims if c.field == "perpetrator" or (clash and c.field == "participant")]
    targets = {c.span for c in claims if c.field == "target"}
    doers = {c.id for c in acting if struck(c)}
    if clash and 1 < len(acting) == len(doers):
        return [*claims]
    told = [c for c in claims if c.id not in doers or c.span not in targets]
    return [_as_target(c) if c.id in doers else c for c in told]


def _is_driven(party: Span, deed: Span, text: str) -> bool:
    """Whether a verb drives a party out: "drove the rebels from the ridge"."""
    drives = _DRIVES.fullmatch(text, deed.start, deed.end) and _DRIVEN.fullmatch(text, deed.end, party.start)
    return bool(drives and _OUT.match(text, party.end))


def _loses(party: Span, deed: Span, text: str) -> bool:
    """Whether it is a party's losses that are told: "casualties among the rebels"."""
    return bool(_LOSSES.fullmatch(text, deed.start, deed.end) and _AMONG.fullmatch(text, deed.end, party.start))


def _is_strike(mention: Span, text: str) -> bool:
    """Whether the noun of an attack tells of a deed, and is not laid at somebody's door: "blamed the attack on"."""
    near = max(0, mention.start - _REACH)
    return bool(_STRIKE.fullmatch(mention.of(text))) and not _BLAMED.search(text, near, mention.start)


def _as_target(claim: Claim) -> Claim:
    """The claim on whom it was done to: what was alleged or possible was that he did it."""
    return replace(claim, field="target", stance="denied" if claim.stance == "denied" else "asserted")


def _is_unarmed(claim: Claim) -> bool:
    return isinstance(claim.value, ActorValue) and claim.value.kind in UNARMED


def _only_tells(claim: Claim, voices: Sequence[Voice], actors: Mapping[Span, ActorValue], text: str) -> bool:
    if claim.said_by is None or not claim.said_by.span.overlaps(claim.span):
        return False
    his = [v for v in voices if v.source and v.source.span == claim.said_by.span]
    if not his or not all(tells(v.cue.of(text)) for v in his):
        return False
    return not any(speaks_of_itself(c.of(text)) or _names(c, claim, actors) for v in his for c in v.contents)


def _tells_of_its_own(claim: Claim, claims: Sequence[Claim], voices: Sequence[Voice], text: str) -> bool:
    """Whether a source speaks of itself only as of whom it was done to: "the army said two of its men were killed"."""
    if claim.said_by is None or not claim.said_by.span.overlaps(claim.span):
        return False
    contents = [c for v in voices if v.source and v.source.span == claim.said_by.span for c in v.contents]
    own = [m.start() for c in contents for m in _ITSELF.finditer(text, c.start, c.end)]
    hit = [c.span for c in claims if c.field == "target" or c.field in TOLL_FIELDS]
    return bool(own) and all(any(span.start <= at < span.end for span in hit) for at in own)


def _names(content: Span, claim: Claim, actors: Mapping[Span, ActorValue]) -> bool:
    """Whether what is said names its source again."""
    own = claim.value
    within = (actor for span, actor in actors.items() if content.holds(span))
    return isinstance(own, ActorValue) and any(
        (own.actor is not None and own.actor == a.actor) or own.name == a.name for a in within
    )
