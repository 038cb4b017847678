"""Words of saying, thinking and wanting: which words can be the cue of an attribution, and what may follow them.

In: words in lower case. Out: :class:`Cue`, what kind of cue a word is. One thing to know: the table is written from the
language, verb by verb, with what each verb takes ("urged her to", "called for talks"); it holds no names and no texts.
"""

from __future__ import annotations

from dataclasses import dataclass

#: What may follow a cue: a clause ("that"), a thing ("the plan"), an infinitive ("to leave"), somebody and an
#: infinitive ("them to leave"), a thing "as" something, a thing and what it is called ("the raid a crime"). Any other
#: way is a preposition or particle that must follow.
CLAUSE, THING, INFINITIVE, SOMEONE, AS, OBJECT = "clause", "thing", "infinitive", "someone", "as", "object"


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a cue verb: what it takes, and whether what follows is told as true by its source.

    ``tells`` is false of wishes, praise and blame: who condemns a raid does not vouch for its dead. ``shows`` is true
    of what polls, letters and films do too ("the poll shows"), ``evidence`` of what only these do with a thing.
    ``form`` is base · s · past · ing.
    """

    lemma: str
    takes: frozenset[str]
    tells: bool
    shows: bool
    evidence: bool
    form: str


#: Verbs of saying: what they take, then the verbs.
_SAYS = {
    CLAUSE: (
        "say add note argue insist maintain contend assert state declare remark observe claim allege explain "
        "concede admit acknowledge confirm reveal disclose announce report stress emphasize emphasise "
        "underline underscore reiterate repeat recall recount conclude testify swear predict forecast "
        "estimate complain boast brag joke quip tweet write reply respond answer hint imply suggest indicate "
        "signal proclaim caution warn tell assure inform remind convince mention deny attest intone exclaim "
        "shout whisper mutter retort counter lament muse certify verify reckon calculate speculate theorize "
        "affirm reaffirm profess pledge vow promise threaten guarantee rule determine"
    ),
    THING: (
        "note claim allege acknowledge admit confirm reveal disclose announce report stress emphasize "
        "emphasise underline underscore reiterate repeat recall recount predict forecast estimate lament "
        "mention deny detail outline describe cite explain discuss unveil summarize quote suggest declare "
        "tout highlight proclaim concede promise pledge threaten affirm reaffirm characterize characterise "
        "portray depict dub label brand term deem"
    ),
    INFINITIVE: "vow pledge promise threaten swear claim offer",
    "of": "speak warn boast brag talk complain",
    "about": "talk speak complain boast brag joke tweet write warn testify remark comment lie",
    "on": "comment elaborate remark",
    "to": "refer allude point attest testify admit confess",
    "against": "warn caution",
    "out": "lay spell speak point",
}
#: Verbs of thinking, wanting, praising and blaming.
_FEELS = {
    CLAUSE: (
        "believe think know feel fear worry hope expect doubt suspect assume guess imagine realize realise "
        "understand recognize recognise wonder ask question decide agree demand urge propose recommend advise "
        "request regret wish want consider judge trust plead"
    ),
    THING: (
        "criticize criticise condemn denounce decry deplore bemoan blast slam rip lambast lambaste rebuke "
        "scold chide mock ridicule deride disparage insult assail blame accuse fault praise hail laud applaud "
        "commend congratulate thank welcome endorse support oppose favor favour prefer advocate champion "
        "embrace reject dismiss refute rebut dispute question defend excuse justify demand request urge "
        "propose recommend encourage exhort implore invoke fear doubt believe admire despise resent hate love "
        "loathe dislike distrust regret appreciate want expect castigate excoriate berate belittle downplay "
        "protest demean vilify bash"
    ),
    INFINITIVE: (
        "want hope plan intend refuse decline agree decide seek wish demand expect prefer propose aim opt "
        "resolve aspire"
    ),
    SOMEONE: (
        "urge ask want expect encourage exhort implore beg press advise warn tell persuade convince challenge pressure"
    ),
    "for": "call advocate plead appeal apologize apologise ask argue lobby",
    "on": "call insist",
    "about": "worry care fret think rave ask wonder",
    "of": "approve disapprove dream think",
    "in": "believe",
    "against": "argue rail protest campaign lobby",
    "with": "agree disagree sympathize",
    "to": "object agree respond react",
    "at": "scoff balk bristle",
    AS: (
        "see view regard treat describe characterize characterise portray depict dismiss condemn denounce "
        "praise hail brand label cast paint"
    ),
    OBJECT: "call dub brand label deem consider judge",
}
#: What polls, letters and films do.
_SHOWS = {
    CLAUSE: (
        "show find say suggest indicate reveal note state report warn estimate conclude argue claim predict "
        "confirm prove demonstrate allege add announce declare"
    ),
    THING: (
        "show find detail describe suggest indicate reveal cite criticize document depict illustrate "
        "highlight mention demonstrate predict project warn urge quote outline"
    ),
}
#: s, past, participle, ing.
_IRREGULAR = {
    "say": "says said said saying", "tell": "tells told told telling", "write": "writes wrote written writing",
    "think": "thinks thought thought thinking", "know": "knows knew known knowing",
    "feel": "feels felt felt feeling", "find": "finds found found finding", "show": "shows showed shown showing",
    "see": "sees saw seen seeing", "speak": "speaks spoke spoken speaking", "swear": "swears swore sworn swearing",
    "understand": "understands understood understood understanding", "seek": "seeks sought sought seeking",
    "lay": "lays laid laid laying", "cast": "casts cast cast casting",
    "forecast": "forecasts forecast forecast forecasting", "lie": "lies lied lied lying",
    "beg": "begs begged begged begging", "brag": "brags bragged bragged bragging",
    "rip": "rips ripped ripped ripping", "slam": "slams slammed slammed slamming",
    "quip": "quips quipped quipped quipping", "admit": "admits admitted admitted admitting",
    "plan": "plans planned planned planning", "refer": "refers referred referred referring",
    "dub": "dubs dubbed dubbed dubbing", "label": "labels labeled labelled labeling",
    "regret": "regrets regretted regretted regretting", "rebut": "rebuts rebutted rebutted rebutting",
    "signal": "signals signaled signalled signaling", "prefer": "prefers preferred preferred preferring",
    "prove": "proves proved proven proving", "have": "has had had having", "make": "makes made made making",
    "give": "gives gave given giving",
}  # fmt: skip


def forms(lemma: str) -> dict[str, str]:
    """The forms of a verb: form → its name."""
    if lemma in _IRREGULAR:
        s, past, participle, ing = _IRREGULAR[lemma].split()
        return {lemma: "base", s: "s", past: "past", participle: "past", ing: "ing"}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return {lemma: "base", stem[:-1] + "ies": "s", stem[:-1] + "ied": "past", lemma + "ing": "ing"}
    s = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    ing = (lemma if lemma.endswith("ee") else stem) + "ing"
    return {lemma: "base", s: "s", stem + "ed": "past", ing: "ing"}


def _all_forms(lemmas: str, *names: str) -> frozenset[str]:
    """All forms of the verbs, or those of the given names."""
    return frozenset(f for lemma in lemmas.split() for f, name in forms(lemma).items() if not names or name in names)


def _table() -> dict[str, Cue]:
    takes: dict[str, set[str]] = {}
    tell, show, do = set[str](), set[str](), set[str]()
    for group in (_SAYS, _FEELS, _SHOWS):
        for way, verbs in group.items():
            for lemma in verbs.split():
                takes.setdefault(lemma, set()).add(way)
                (show if group is _SHOWS else do).add(lemma)
                if group is _SAYS and way == CLAUSE:
                    tell.add(lemma)
    return {
        form: Cue(lemma, frozenset(ways), lemma in tell, lemma in show, lemma in show - do, name)
        for lemma, ways in takes.items()
        for form, name in forms(lemma).items()
    }


#: Every form of every cue verb.
VERBS = _table()
#: Verbs of the mind, which nobody hears.
MINDS = _all_forms(
    "believe think know feel fear worry hope expect doubt suspect assume guess imagine realize realise "
    "understand want wish consider see view regret intend plan",
)
#: Verbs that may have their subject after them where what was said stands before: '"…," said the mayor'.
TURNED = _all_forms(
    "add agree answer argue ask complain concede conclude continue declare exclaim explain insist joke note "
    "observe quip recall remark reply respond say shout tweet warn write",
    "past",
    "s",
    "base",
)
#: Verbs that only carry a noun of feeling or saying: "expressed concern about" …
LIGHT = _all_forms(
    "express voice raise issue make repeat share give reiterate offer show have",
)
#: … and the nouns they carry.
FEELINGS = frozenset(
    "concern concerns doubt doubts support outrage hope hopes fear fears confidence regret disappointment "
    "opposition solidarity sympathy condolences alarm anger frustration interest willingness readiness "
    "reservations misgivings criticism condemnation statement statements claim claims warning warnings promise "
    "promises demand demands call calls comment comments remark remarks request appeal question questions "
    "objection objections backing praise skepticism scepticism optimism thanks gratitude dismay satisfaction "
    "commitment case threat threats accusation accusations".split()
)
#: Nouns whose owner is the source of what is said in them.
NOUNS = frozenset(
    "claim claims statement statements assertion assertions allegation allegations accusation accusations "
    "charge charges promise promises pledge pledges vow vows threat threats warning warnings plan plans "
    "proposal proposals call calls demand demands request requests appeal appeals hope hopes fear fears belief "
    "beliefs view views opinion opinions concern concerns doubt doubts decision decisions refusal refusals "
    "criticism criticisms condemnation condemnations praise praises support supports opposition oppositions "
    "endorsement endorsements comment comments remark remarks suggestion suggestions prediction predictions "
    "insistence insistences announcement announcements admission admissions denial denials declaration "
    "declarations argument arguments conclusion conclusions contention contentions desire desires intention "
    "intentions determination determinations commitment commitments complaint complaints objection objections "
    "attack attacks confession confessions testimony testimonys disclosure disclosures estimate estimates "
    "forecast forecasts rejection rejections defense defenses defence defences denunciation denunciations "
    "willingness willingnesss reluctance reluctances unwillingness unwillingnesss readiness readinesss idea "
    "ideas attitude attitudes stance stances position positions reservation reservations misgiving misgivings "
    "recommendation recommendations acknowledgment acknowledgments acknowledgement acknowledgements explanation "
    "explanations description descriptions account accounts question questions answer answers response "
    "responses reaction reactions assessment assessments effort efforts push pushs bid bids".split()
)
#: Of these those that take a clause: "the claim that it was over" …
THAT_NOUNS = frozenset(
    "claim claims statement statements assertion assertions allegation allegations accusation accusations "
    "charge charges promise promises pledge pledges vow vows threat threats warning warnings hope hopes fear "
    "fears belief beliefs view views opinion opinions concern concerns suggestion suggestions prediction "
    "predictions insistence insistences announcement announcements admission admissions denial denials "
    "declaration declarations argument arguments conclusion conclusions contention contentions complaint "
    "complaints disclosure disclosures estimate estimates forecast forecasts acknowledgment acknowledgments "
    "acknowledgement acknowledgements".split()
)
#: … and those that take an infinitive: "her refusal to sign".
RESOLVES = frozenset(
    "promise promises pledge pledges vow vows threat threats demand demands decision refusal determination "
    "commitment willingness unwillingness reluctance readiness intention desire hope hopes wish".split()
)
#: "Is … that, to, about": states of mind.
STATES = frozenset(
    "confident convinced certain sure aware afraid concerned worried hopeful optimistic pessimistic skeptical "
    "sceptical doubtful reluctant unwilling willing ready determined eager keen glad happy proud sorry "
    "disappointed outraged angry furious frustrated alarmed adamant critical supportive wary suspicious "
    "dismissive grateful committed opposed dedicated".split()
)
#: "Is a … of, for".
STANCES = frozenset(
    "supporter opponent critic advocate proponent defender champion admirer supporters opponents critics "
    "advocates proponents defenders".split()
)
