"""Counts of people → what the grammar plainly says became of them.

In: a text and the counts of people in it. Out: the toll field of those counts that stand as the object
of a telling verb ("killed two soldiers"), as its passive subject ("two soldiers were killed") or beside
a participle ("two dead"). One thing to know: who kills is never counted as killed; what is not plain is left
to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tacitus.records.fates import fate, out_of, speaks_of
from tacitus.records.letters import small
from tacitus.records.resolved import Counted
from tacitus.records.side_by_side import in_a_row
from tacitus.records.two_places import of_two_places
from tacitus.records.undivided import no_toll

_VERB = (
    r"kill(?:s|ed|ing)?|(?:shot|shoots?|shooting|stabbed|beaten|beat|burnt|hacked) (?:dead|to death)|gunned down|"
    r"murder(?:s|ed|ing)?|behead(?:s|ed|ing)?|execut(?:es?|ed|ing)|massacr(?:es?|ed|ing)|assassinat(?:es?|ed|ing)|"
    r"injur(?:es?|ed|ing)|wound(?:s|ed|ing)?|abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|arrest(?:s|ed|ing)?|"
    r"detain(?:s|ed|ing)?|nabb(?:ed|ing)|nett(?:ed|ing)|round(?:ed|ing) up|apprehend(?:s|ed|ing)?|displac(?:es?|ed|ing)"
)
#: "As well as those killed nine people were hurt", "six were killed nine were hurt": no verb of the nine.
#: This and :data:`_TOLL_IS` are for small letters: to ignore case takes twice as long.
_ACTIVE = re.compile(
    rf"(?<!\bthose )(?<!\bwere )(?<!\bwas )(?<!\bbeen )\b({_VERB}|claim(?:s|ed|ing)? the li(?:fe|ves) of|"
    r"(?:took|takes?|taking|costs?|costing) the li(?:fe|ves) of|martyr(?:s|ed|ing)|"
    r"(?:death|killing|murder|martyrdom|bod(?:y|ies)) of(?: the)?|"
    r"the (?:dead|wounded|injured) (?:also )?includ(?:ed?|ing)|injur(?:y|ies) to)\s+$"
)
#: "Victims include eight children": dead, where only the dead are told of around them.
_VICTIMS = re.compile(r"\bvictims (?:also )?includ(?:ed?|ing)\s+$|\bamong the victims (?:were|was|are|is)\s+$")
#: Characters on either side that may tell what they are victims of.
_STORY = 300
#: How a further count begins.
_NUMBER = (
    r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|\w{3,5}ty(?:-\w{3,5})?|"
    r"dozens|scores|several|at least)"
)
_BESIDE = re.compile(
    r"\s*(?:(?:more|others?|people|persons?)\s+)?"
    r"(?:(?:lightly|slightly|seriously|critically|badly|severely|gravely)\s+)?"
    r"((?:(?:mort|fat)ally )?(?:wounded|injured)|killed|dead|"
    r"slain|hurt|missing|arrested|detained|displaced)\b"
    rf"(?=$|[^\w\s]|\s+(?:\W|{_NUMBER} (?:[\w-]+ ){{0,2}}(?:killed|dead|injured|wounded|hurt|missing)\b|"
    r"(?:and|or|in|on|at(?! least\b)|by|when|while|as|after|before|during|near|inside|outside|from|with|there|here|due|"
    r"since|so|this|last|late|early|today|yesterday|overnight|instantly|again|alone|together|also|but|including|were|was|are|"
    r"is|had|have|has|to|for|of|around|across|along|others?|people|within|under|between|because|who|over|out|that|which|"
    r"[a-z]+ly|(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b))",
    re.I,
)
#: "Hacked eleven porters to death"; nobody who is sentenced or frightened to death is dead.
_DONE_TO_DEATH = re.compile(
    r"\b(?:hack|stabb|clubb|ston|trampl|crush|chok|strangl|tortur|starv|bludgeon|burn|spear|kick|knif|whipp|flogg|lash)"
    r"(?:ed|ing|t)\s+$|\b(?:beat|beating|beaten|shot|put|putting|did|do(?:ne|ing)?)\s+$",
    re.I,
)
_TO_DEATH = re.compile(r"\s+to death\b", re.I)
#: "Two cooks dead five porters in hospital": who is dead or missing kills nobody.
_GONE = re.compile(
    rf"\s*(?:(?:more|others?|people|persons?)\s+)?(dead|missing)\s+(?={_NUMBER}\b|an?\b|another\b)", re.I
)
#: "Four cooks were killed and nine injured a doctor said": the verb of the first holds for the second.
_WERE = re.compile(
    r"\b(?:was|were|been|being|got|is|are)\s+(?:\w+ly\s+)?(?:killed|shot dead|gunned down|dead|slain|injured|"
    r"wounded|hurt|arrested|detained|abducted)\b[^.;:\n]{0,80}\band\s+$",
    re.I,
)
_SO_TOO = re.compile(
    r"(?:\s+(?:others?|more|people|persons?|of them))?(?:,?\s+(?:including|among them)\s[^.;:,\d]{1,50}?,?)?"
    r"(?<!\bthe)(?<!\ban)(?<!\ba)\s+(?:\w+ly\s+)?(injured|wounded|hurt|missing|arrested|detained|dead)\b"
    r"(?!\s+(?:an?|the|his|her)\s(?![^.;:\n]{0,100}\b(?:said|says|told|reported|confirmed|announced)\b))",
    re.I,
)
#: "17 injured": the count says it itself, whatever stands before ("5 herders killed 17 injured").
_ITSELF = re.compile(
    rf"^(?:at least |more than )?(?:[\d,]+ (?:[a-z]+ )?|{_NUMBER} )"
    r"(killed|dead|slain|injured|wounded|hurt|missing)$",
    re.I,
)
_PASSIVE = re.compile(
    r"([^.;]{0,140}?)\b(?:ha(?:s|ve|d)\s+)?(?:was|were|is|are|been|being|lay)\s+(?:[\w-]+\s+){0,5}?"
    r"((?:mort|fat)ally (?:wounded|injured|hurt|shot|stabbed|beaten)|"
    r"killed|shot dead|gunned down|(?:stabbed|beaten|hacked|burnt|burned|crushed|put) to death|murdered|"
    r"assassinated|lynched|martyred|neutrali[sz]ed|eliminated|"
    r"beheaded|executed|slain|"
    r"(?<!feared )(?<!presumed )(?<!for )(?:(?<!the )|(?<=among the ))dead|massacred|injured|wounded|hurt|"
    r"abducted|kidnapped|taken hostage|arrested|detained|apprehended|nabbed|netted|rounded up|displaced|missing)\b",
    re.I,
)
#: Nobody's deed, but a siege's or none's: "died of hunger and cold", "because of shortages".
_OF_WANT = (
    r"\s(?:of|from|because of|due to|for lack of) (?:[\w-]+ ){0,3}(?:hunger|starvation|malnutrition|thirst|cold|"
    r"disease|dehydration|hypothermia|illness|cholera|shortages?|lack|cancer|old age|natural causes)\b"
)
_OWN = re.compile(
    r"([^.;]{0,90}?)\b(?:ha(?:s|ve|d)\s+(?:since\s+|also\s+)?)?"
    rf"(died(?!{_OF_WANT})|dies|perished|succumbed|lost (?:his|her|their) li(?:fe|ves)|"
    r"(?:sustained|suffered|received) (?:[\w-]+ ){0,2}(?:injur|wound)\w*|(?<!an )(?<!a )(?<!the )surrendered|"
    r"(?:laid down|g[ai]ven?(?: up)?|sacrificed|paid with) (?:his|her|their)(?: own)? li(?:fe|ves)|"
    r"(?:attained|achieved|embraced|met) (?:the )?martyrdom|"
    r"(?:made|paid) the (?:supreme|ultimate|last) (?:sacrifice|price)|"
    r"met (?:his|her|their) deaths?|breathed (?:his|her|their) last|did not survive|"
    r"laid down (?:his|her|their) arms)\b",
    re.I,
)
#: "Four soldiers fell in the battle": who fell ill, back, from a roof or into somebody's hands is alive.
_FELL = re.compile(
    r"([^.;,:]{0,40}?)\b(fell|(?<!the )fallen)\b(?!\s+(?:ill|sick|back|behind|off|from|into|in with|out|over|under|"
    r"down|through|asleep|silent|short|for|foul|apart|prey|upon|unconscious|victims?|about|below|by|\d|in love|"
    r"[a-z]+ (?:ill|sick)|and (?:broke|hurt|injured|bruised|sprained)|"
    r"on (?:the|them|him|her|a|their|his|hard)|"
    r"to (?:the|his|her|their|pieces|about|\d))\b)",
    re.I,
)
#: "Three passers-by were hit by stray bullets": hurt, where nothing more is told of them.
_WAS_HIT = re.compile(
    r"([^.;]{0,140}?)\b(?:was|were|been)\s+(?:also\s+|reportedly\s+)?((?:hit|struck|grazed|caught) by (?:[\w-]+ ){0,3}?"
    r"(?:bullets?|gunfire|crossfire|shrapnel|splinters?|fragments|pellets))\b"
    r"(?![^.;]{0,120}\b(?:died|dies|dead|dying|killed|killing|fatal\w*|mortally|succumbed|injured|wounded)\b)",
    re.I,
)
#: "A headman, who was abducted last week, was found dead": the main clause tells the end of it.
_FOUND = re.compile(
    r"[^.;]{0,40}?(?:,\s*)?\bwho (?:was|were|had been)\b[^.;]{3,120}?,\s*(?:was|were) (?:later |also )?"
    r"(found dead|found killed|killed|shot dead|beheaded|executed)\b|"
    r"[^.;,]{0,40}?\b(?:missing|abducted|kidnapped)\b[^.;]{0,100}?\s"
    r"(?:was|were) (?:later |also )?found (?:dead|killed)\b",
    re.I,
)
#: "A rebel, who was injured in the fight, was arrested": hurt as well, whatever the main clause tells.
_HURT_BEFORE = re.compile(
    r"[^.;,]{0,40}?,?\s+who (?:(?:was|were|had been|got) (?:[a-z]+ly )?(?:injured|wounded|hurt)|"
    r"(?:had )?(?:sustained|suffered|received) (?:[\w-]+ ){0,2}(?:injur|wound)\w*)\b"
    r"(?![^.;]{0,120}?\b(?:died|dies|dead|succumbed)\b)",
    re.I,
)
#: "An injured rebel was arrested": hurt as well, unless he died of it.
_HURT_ALREADY = re.compile(r"(?:an?|another|one|two|three|four|five|six|\d+)\s(?:\w+ly )?(?:injured|wounded) ", re.I)
_DIED = re.compile(r"[^.;]{0,120}?\b(?:died|dies|dead|succumbed|killed)\b", re.I)
#: "37 people are being treated": hurt, as long as nobody says of what, nor as what.
_TREATED = re.compile(
    r"((?: (?:others?|more|people))?) (?:are|is|were|was) (?:still )?being (treated)\b"
    r"(?:(?: (?:in|at) (?:[\w-]+ ){0,4}(?:hospitals?|clinics?)| there)?(?=\s*(?:[.;!\n]|,? among|,? incl|$))|"
    r" for (?:[\w-]+ ){0,2}(?:wounds|injuries|burns))",
    re.I,
)
#: "Nine cooks who were working in the mill were also killed".
_WHO_WERE = re.compile(
    r"([^.;,:]{0,60}?),? who (?:were|was|had been) (?:\w+ly )?[a-z]{2,}ing\b([^.;:]{0,80}?),? (?:were|was|had been) "
    r"(?:(?:also|both|all|later|reportedly|themselves) )?(killed|shot dead|gunned down|beheaded|executed|injured|"
    r"wounded|hurt|abducted|kidnapped|arrested|detained)\b"
)
#: What tells of a count before it, the field that its words do not name themselves, and letters that all of them have.
_TELLING = (
    (_PASSIVE, None, ""),
    (_OWN, None, ""),
    (_FELL, "killed", " f"),
    (_WAS_HIT, "injured", " by "),
    (_TREATED, "injured", "treated"),
)
#: What may not stand between a count and its own verb: another clause, or another deed.
_OTHER_CLAUSE = re.compile(
    r"\b(?:when|after|while|where|until|before|that|which|who|said|attacked|opened|ambushed|raided|entered|came|stormed|"
    r"triggered|detonated|exploded|fired|killed|killing|shot|was|were|had|has|have)\b|\bby\s*$",
    re.I,
)
#: "A nurse, Hawa Nur (31), new to the town, and two cooks"; "six guards a town clerk and two cooks".
_JOINED = re.compile(
    r"(?:\s+(?:from|of) the(?=\s+[A-Z]))?(?:\s+[A-Z][\w.'’-]*){0,4}(?:\s+group)?(?:\s*\(\d{1,2}\))?"
    r"(?:, [a-z][^,.;:\d]{3,60},(?= and)|"
    r",?\s+an?\s+(?!day|week|month|year|few)[a-z][\w-]*(?:\s+[a-z][\w-]*){0,2}(?=,?\s+and))?"
    r"\s*(?:,|,? and|as well as|along with|plus)(?:\s+(?:his|her|their))?\s+$"
)
#: "The condition of three others is critical"; "four are in a critical condition".
_CONDITION = re.compile(r"\bcondition of\s+(?:the\s+)?$", re.I)
_CRITICAL = re.compile(
    r"\s+(?:[\w-]+\s+){0,6}?in (?:an? )?(?:critical|serious|stable|grave) condition\b|"
    r"(?:\s+[\w-]+){0,6}?\s+((?:is|are|was|were|remain(?:s|ed)?) (?:[a-z]+ly )?critical)\b(?! of\b| to\b)|"
    r"(?:\s+[\w-]+){0,8}?\s+(?:critical|serious|stable|grave)\b", re.I
)  # fmt: skip
_OF_THE_HURT = re.compile(r"\bof the (?:injured|wounded)\b", re.I)  # who have been counted
#: "Three porters of a trader", "three from one family": what follows says whose they are.
_WHOSE = re.compile(r"\s+(?:of|from)\s+$")
#: "Nine dead including two boys": they share the fate of all.
_AMONG = re.compile(r"(?: \w+)?,? (?:including|among them)(?: at least)? ")
#: "Fifteen porters among them four boys were killed", "five porters two of them boys died".
_OF_WHOM = re.compile(
    r",? (?:includ|(?:identified|named) as\b|namely\b|among (?:them|whom)\b|[\w-]{1,12} of (?:them|whom)\b)", re.I
)
#: "Killed nine people and 40 others were treated": what has a verb of its own is no object of the one before.
_HAS_VERB = re.compile(
    r"(?: \w+ly| also| others?| more| people)?\s+(?:was|were|ha(?:s|d|ve)|is|are|fell|went|remained?)\b", re.I
)
#: "The bodies of two cooks and two porters were found".
_OF_BOTH = re.compile(r"\bof(?: the)?\s+$")
#: "The death toll rose to 31", "put the number of dead at 14": of what happened, and of no war nor of what may come.
_TOLL_IS = re.compile(
    r"\b(?:tolls?|number of (?:the )?(?:dead|deaths|fatalities|(?:people|those) killed))\b"
    r"(?:(?!\b(?:according|wounded|injured|hurt|missing|expected|likely|feared|could|may|might|would|wars?|conflicts?|"
    r"uprising|insurgency|campaign|years?|months?|weeks?|overall|total)\b)[^.;:\d\n]){0,60}?"
    r"\b(?:from [\w,]+ )?(?:at|to|was|is)\s+(?:(?:at least|more than|about|around|some|nearly)\s+)?$"
)
#: "Killed nine people, a doctor at the hospital said": who tells of it is not among them.
_TELLS = re.compile(
    r"(?!\s+(?:the|an?|its|their|police|officials|authorities|witnesses|activists|medics|doctors|residents|sources)\b)"
    r"[^.;,\n]{0,60}?\s(?:said|says|told|reported|reports|added|confirmed|announced|stated|recalled|estimated|wrote)\b",
    re.I,
)
_TELLS_OF_ROW = re.compile(_TELLS.pattern.replace("60", "140"))  # no comma tells that it begins anew
#: As cables have it: killed, wounded in action, died of wounds.
_CABLE = re.compile(r"\b(?:KIA|WIA|DOW)$")
#: Full stops that end no sentence.
_TITLES = "Md. Mohd. Mr. Mrs. Dr. Lt. Col. Gen. Maj. Capt. Sgt. Insp. St. No.".split()
_SHORTENED = re.compile(rf"\b({'|'.join(title[:-1] for title in _TITLES)})\.")
_STOP = re.compile(r"[.!?\n](?:(?<=\n)|[\"'”’)]*\s+[\"'“‘(]*[A-Z])")


def fates(text: str, counts: Sequence[Counted]) -> dict[Counted, str]:
    """The field of each count whose fate the grammar tells."""
    found: dict[Counted, str] = {}
    low = small(text)
    before: tuple[Counted, bool] | None = None  # the count before, and whether it is the object of its verb
    for at, count in enumerate(counts):
        after = text[count.span.end : count.span.end + 200]
        if any(title in after for title in _TITLES):
            after = _SHORTENED.sub(r"\1 ", after)
        stop = _STOP.search(after)
        after = after[: stop.start() + 1] if stop else after
        following = [c.span.start - count.span.end for c in counts[at + 1 : at + 3]]
        between = text[counts[at - 1].span.end : count.span.start] if at else ""
        whose = at > 0 and bool(_WHOSE.fullmatch(between))
        whole = found.get(counts[at - 1]) if at else None
        taken = _SO_TOO.match(text, counts[at - 1].span.end) if whole and not (before and before[1]) else None
        own = taken.end() if taken else 0  # "ten injured a doctor said": the verb is theirs
        if not (whole and _AMONG.fullmatch(between) and not _BESIDE.match(after)):
            whole = None
        field, is_object = (whole, False) if whose or whole else _field(text, low, count, after, following, own)
        row = before is not None and in_a_row(text, before[0].span, count.span)
        if row and following:
            after = after[: following[0]]
        joined = before and (row or _JOINED.fullmatch(text, before[0].span.end, count.span.start))
        if field is None and before and joined and before[1] and not (_TELLS_OF_ROW if row else _TELLS).match(after):
            of_both = _OF_BOTH.search(text, max(0, before[0].span.start - 9), before[0].span.start)
            if of_both or not _HAS_VERB.match(after):
                field, is_object = found[before[0]], True
        if field is None and before and of_two_places(text, before[0].span, count.span):
            field, is_object = found[before[0]], before[1]
        before = (count, is_object) if field else None
        if field:
            found[count] = field
    victims = [c for c in counts if c not in found and _VICTIMS.search(low, max(0, c.span.start - 40), c.span.start)]
    again = {c.value: field for c, field in found.items()} if victims else {}
    return found | {c: again[c.value] for c in victims if c.value in again}


#: "Left nine people, among them a boy, dead": the participle stands behind what is put in.
_LEFT = re.compile(r"\b(?:left|leav(?:es|ing))\s+$", re.I)
_LEFT_SO = re.compile(
    r",?\s+(?:including|among them|\w+ of them)\s+[^.;,]{1,50}?,?\s+(dead|injured|wounded|missing|displaced)\b", re.I
)


def _field(
    text: str, low: str, count: Counted, after: str, following: Sequence[int], begin: int
) -> tuple[str | None, bool]:
    """The field, and whether the count is the object of an active verb, which stands behind ``begin``.

    ``low`` is the text in small letters.
    """
    if no_toll(text, count.span):
        return None, False
    if cable := _CABLE.search(count.span.of(text)):
        return ("injured" if cable[0] == "WIA" else "killed"), False
    if _FOUND.match(after):
        return "killed", False
    if match := _BESIDE.match(after) or _GONE.match(after) or _ITSELF.search(count.span.of(text)):
        return fate(match[1]), False
    if _TOLL_IS.search(low, max(0, count.span.start - 120), count.span.start):
        return "killed", False
    if _LEFT.search(text, max(0, count.span.start - 9), count.span.start) and (match := _LEFT_SO.match(after)):
        return fate(match[1]), False
    if re.search(r"\bby\s+$", text[max(0, count.span.start - 6) : count.span.start]):
        return None, False
    start = max(0, count.span.start - 40)
    if (match := _SO_TOO.match(after)) and _WERE.search(text, max(0, count.span.start - 120), count.span.start):
        return fate(match[1]), False
    if _TO_DEATH.match(after) and _DONE_TO_DEATH.search(text, max(start, begin), count.span.start):
        return "killed", True
    if match := _ACTIVE.search(low, max(start, begin), count.span.start):
        return fate(match[1]), True
    if _VICTIMS.search(low, start, count.span.start) and _only_dead(low[max(0, start - _STORY) : start + _STORY]):
        return "killed", True
    if (
        (critical := _CRITICAL.match(after))
        and not _OF_THE_HURT.search(count.span.of(text))
        and (critical[1] or critical[0].endswith("condition") or _CONDITION.search(text, start, count.span.start))
    ):
        return "injured", False
    if _HURT_BEFORE.match(after):
        return "injured", False
    if _HURT_ALREADY.match(count.span.of(text)) and not _DIED.match(after):
        return "injured", False
    later = after.lower()
    if out_of(text, count.span):
        return None, False
    if " who " in later and (field := _of_who_were(after, following)):
        return field, False
    nearest: tuple[int, str | None] | None = None  # "three people died and nine were hurt": the nearest verb is theirs
    for pattern, field, word in _TELLING:
        if word not in later:
            continue
        match = pattern.match(after)
        if not match or _OTHER_CLAUSE.search(match[1]) or (nearest and nearest[0] < match.start(2)):
            continue
        inside = [far for far in following if 0 <= far < match.end(1)]
        between = match[1][: inside[0]] if inside else ""
        row = between.isspace() and not match[1].lstrip().startswith("whose")
        if not inside or row or _JOINED.fullmatch(between) or _WHOSE.fullmatch(between) or _OF_WHOM.match(match[1]):
            nearest = match.start(2), field or fate(match[2])
    return (nearest[1] if nearest else None), False


def _of_who_were(after: str, following: Sequence[int]) -> str | None:
    """The field of those who were doing something when it came to them, if no other count is told of before that."""
    match = _WHO_WERE.match(after)
    if not match or any(0 <= far < match.end() for far in following):
        return None
    return None if any(_OTHER_CLAUSE.search(match[n]) for n in (1, 2)) else fate(match[3])


def _only_dead(told: str) -> bool:
    """Whether what was told speaks of the dead and of nobody hurt."""
    return speaks_of("killed", told) and not speaks_of("injured", told)
