"""What the words around a trigger plainly say of its type and realis.

In: a trigger as the reader saw it, and the report. Out: the same trigger, mended. One thing to know: the reader
decides, and only words that leave no doubt ("by accident", "without a fight", "agreed to") correct it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.assemble.deeds.means import by_means, struck_by_mistake
from tacitus.assemble.deeds.nature import harmless
from tacitus.assemble.deeds.realis import NAY, realis
from tacitus.assemble.grouping.tellings import SURE
from tacitus.assemble.items import Items
from tacitus.records.fates import fate
from tacitus.records.letters import has_any
from tacitus.records.markup import Markup, Trigger
from tacitus.records.ontology import Ontology
from tacitus.records.report import Report
from tacitus.records.span import Span, holding

#: An air strike that kills friends by mistake is one all the same.
_MAY_BE_MISHAPS = ("bombing", "suicide_bombing", "shelling", "destruction")
_ACCIDENT = re.compile(  # whoever "accidentally stepped on a mine", the mine is none
    r"\b(?=\w)(?:accident(?:al|ally)?(?! (?:stepp|trod|tread|put|came|drove|walk|ran|tripp))|prematurely|by mistake|"
    r"unintentionally|mishandl\w+)\b", re.I
)  # fmt: skip
_ERUPTION = re.compile(
    r"\b(?:volcan\w+|(?:earth)?quakes?|aftershocks?|seismic|epicent\w+|tsunami|eruption|lava|magnitude)\b", re.I
)
#: What a blast may set off as well ("and a landslide").
_NATURE = re.compile(
    rf"{_ERUPTION.pattern}|\b(?:tremors?|landslides?|mudslides?|avalanches?|hurricanes?|cyclones?|typhoons?|"
    r"tornado(?:es)?|wildfires?|floods)\b",
    re.I,
)
#: What men do, also in a flooded town.
_BY_HAND = re.compile(
    r"torch\w*|set(?:ting)? (?:on )?fire(?: to)?|bulldoz\w+|demolish\w*|ransack\w*|vandali[sz]\w+", re.I
)
_TRAFFIC = re.compile(r"crash(?:e[sd]|ing)?|collision|collided", re.I)
#: "A bus collided with": people die of it, and nobody did it. Trains may be derailed by men.
_ON_THE_ROAD = re.compile(
    r"\b(?:collided with|collision (?:of|with|between)|crashed head-on|road (?:accident|crash)|(?:lorry|bus|car|truck|"
    r"boat|ferry|van|train) (?:overturned|capsized|skidded off|plunged into))\b",
    re.I,
)
#: One of these stands in each of its forms: hardly a report has any, and the rest need not be searched.
_ROAD_WORDS = ("colli", "head-on", "road ", "overturned", "capsized", "skidded", "plunged")
#: "Lions killed", "trampled by an elephant": no man is the doer; a beast is written small or stands at the head of its
#: sentence, for bands take such names.
_BEAST = r"(?:lion(?:esse)?|leopard|elephant|crocodile|hippo|bear|hyena|shark|(?:wild|stray) (?:dog|animal))s?"
_HARMED = r"(?:killed|mauled|attacked|trampled|gored|wounded|injured|bit(?:ten)?|devoured)"
_BY_BEAST = re.compile(
    rf"(?:(?:^|[.!?]\s)\W*(?i:(?:an? |the |two |three )?{_BEAST})|\b{_BEAST}) "
    rf"(?:has |have |had )?{_HARMED}\b|\b{_HARMED} by (?:an? |the |wild |rogue |angry ){{0,2}}{_BEAST}\b"
)
_BEAST_WORDS = ("lion", "leopard", "elephant", "crocodile", "hippo", "bear", "hyena", "shark", "dog", "animal")
_FINDS = re.compile(r"(?:recover|retriev|f[io]und?|find|discover|exhum|unearth|pull|dug|dig)\w*(?: up| out)?", re.I)
_OF_BODIES = re.compile(r"(?: [\w’'-]+){0,4}? (?:bod(?:y|ies)|corpses?|remains)\b", re.I)
_BANG = re.compile(
    r"explo|blast|bomb|shell|\bmines?\b|landmine|grenade|\bsho[ot]|fire|firing|detonat|bl(?:e|o)w|burst|rocket|missile|munition|"
    r"dynamite|gun|rifle|pistol|went off|go(?:es)? off|bang|ordnance|drone|weapon|cartridge|bullet",
    re.I,
)
#: What must be told of somewhere near, in small letters, for "killed" to mean this.
_MEANS = {
    "air_strike": re.compile(r"\bair|strike|raid|plane|\bjets?\b|drone|bomb|helicopter|missile|aerial|sortie"),
    "shelling": re.compile(
        r"shell|mortar|artiller|rocket|missile|\bfire|bombard|howitzer|projectile|tank|cannon|\bguns?\b|barrage"
    ),
    "bombing": re.compile(_BANG.pattern),
    "suicide_bombing": re.compile(
        r"suicide|explo|blast|bomb|detonat|bl(?:e|o)w|burst|grenade|belt|vest|rigged|laden|martyr"
    ),
    "chemical_attack": re.compile(r"chemical|\bgas|toxi|chlorine|sarin|nerve|poison|acid"),
}
_LEAK = re.compile(
    r"\b(?:leak\w*|spill\w*|toxins?|food|drank|drinking|alcohol\w*|beverages?|consum\w+|inhal\w+|pests?|"
    r"monoxide)\b",
    re.I,
)
_ATTACKED = re.compile(
    r"\b(?:attack\w*|weapon\w*|bomb\w*|shell\w*|fired|dropped|rebels?|militants?|regime|army|strike)\b", re.I
)
_ARMED = re.compile(
    rf"{_ATTACKED.pattern}|\b(?:gunm[ae]n|gunfire|shot|suicide|explosives?|ambush\w*|(?:land)?mines?|grenades?|troops|"
    r"soldiers|fighters|raiders|clash\w*)\b",
    re.I,
)
_PLANTED = re.compile(
    r"\b(?:landmines?|(?:roadside|car|pipe|time|parcel|pressure)[ -]bombs?|IEDs?|improvised explosive|"
    r"(?:triggered|planted|laid|detonated|set off) by)\b",
    re.I,
)
_BLASTS = ("bombing", "suicide_bombing", "accidental_explosion", "air_strike", "shelling")
#: Who "made no mention of any strikes" has neither told of them nor denied them.
_UNMENTIONED = re.compile(r"(?:\bno mention|(?:\bnot|n['’]t) mention(?:ed)?)\b[^.;]{0,40}$", re.I)
#: "Did not deny", "neither confirmed nor denied", "would not confirm or deny": nothing is denied.
_UNDENIED = re.compile(
    r"(?:\b(?:not|never|nor|without|(?:refus|declin)\w+ to)|n['’]t)(?: \w+ly)?(?: (?:confirm|admit)\w*(?: it)? n?or)? $"
)
_NO_WORD = re.compile(r"(?:declin|refus)\w+ to (?:comment|elaborate|speculate|be (?:named|identified|quoted))\b", re.I)
_DENY = re.compile(r"den(?:y|ie[sd]|ying)\b", re.I)
_SPOKE = re.compile(r"(?:said|sa(?:ys|ying)|told|respond\w*|repl(?:y|ie[sd]|ying)|answer\w*|ask\w*|add\w*)", re.I)
_RANKED = re.compile(
    r"\W*(?:It|This|That|The \w+) (?:was|is|were|marks|marked) (?:\w+ ){0,2}?the (?:\w+ly )?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest|worst|deadliest|"
    r"biggest|bloodiest|largest|most serious)\b",
    re.I,
)
_RANK_OF = 40  # characters from "the worst" to the end of what ranks so
_KNOWN = re.compile(r"\b(?:the|this|that)\s+$", re.I)
_BOMBINGS = ("bombing", "suicide_bombing")
_NEIGHBOURS = 300  # characters within which a blast is the same as the bombing that the report tells of
_SUICIDE = re.compile(
    r"\b(?:suicide (?:bomb\w*|attack\w*|car)|blew (?:him|her|them)sel(?:f|ves) up|killing (?:him|her|them)sel(?:f|ves)|"
    r"explosives?-laden)\b",
    re.I,
)
_MISHAP = re.compile(
    r"\b(?:gas|fireworks?|boilers?|cylinders?|stoves?|factory|plant|depot|shaft|refinery|warehouse|leak|went off as|"
    r"handling|own (?:bomb|explosives?|device))\b",
    re.I,
)
_BOMB_WENT_OFF = re.compile(r"\bbombs?\b[^.;\n]{0,40}\b(?:went off|exploded|blew up|detonated)\b", re.I)
_STRUCK_BY = re.compile(
    r"\b(?:hit|struck|destroyed) by (?:(?:an?|two|three) )?(?:[\w-]+ )?(?:rocket|mortar|shell|missile)s?\b", re.I
)
_LEFT_OVER = re.compile(
    r"\b(?:unexploded|old|rusty|left over|buried|unearthed|disposal|defus\w+|scrap|world war)\b", re.I
)
_LINE = re.compile(r"[ -](?:line|zone)s?\b", re.I)
_SET_OFF = re.compile(r"bl(?:ew|own|owing)\b|triggered|detonated|planted|set off", re.I)
_UNOPPOSED = re.compile(
    r"\b(?:without (?:a fight|(?:any )?resistance|fighting|firing|clashes)|unopposed|no resistance|"
    r"(?:not|n't) (?:\w+ ){0,2}any resistance|deserted (?!\w*ly)|"
    r"(?:after|following|as) (?:the )?(?:withdrawal|retreat|departure|pullout)|handed (?:over )?(?:authority|control)|"
    r"(?:forces|troops|soldiers) (?:had )?(?:withdrew|withdrawn|left|abandoned))\b",
    re.I,
)
_BEATEN = re.compile(r"assault\w*|attack\w*|beat\w*|eloped", re.I)
_SEXUAL = re.compile(r"\b(?:sex\w*|rap(?:e|es|ed|ing|ist)s?|molest\w*|indecent\w*|wom[ae]n|girls?)\b", re.I)
_BODY = re.compile(
    r"\W{0,9}(?:The )?(?:[\w-]{1,30} ){0,2}bod(?:y|ies) of\b[^.]{3,250}\b(?:found|recovered|discovered)\b", re.I
)
#: What the reader took for one type and its own words say is another.
_OWN_WORDS: dict[str, tuple[re.Pattern[str], str]] = {
    "shelling": (re.compile(r"(?:intercept|thwart)(?:s|ed|ing|ion)?", re.I), "weapons_disrupted"),
    "demonstration": (re.compile(r"riot(?:s|ed|ing)?|clash(?:es|ed|ing)?|rampaged?|rampaging", re.I),
                      "violent_demonstration"),
    "violent_demonstration": (re.compile(r"(?:violently |forcibly )?(?:dispers(?:ed|es|ing)|suppress(?:ed|es|ing)|"
                                         r"broken up|broke up|quell(?:ed|ing)|cracked down)", re.I), "excessive_force"),
    "conviction": (re.compile(r"(?:trade |economic |financial |new )*(?:sanctions|embargo(?:es)?)", re.I), "sanction"),
    "withdrawal": (re.compile(r"resign(?:s|ed|ing|ation)?|step(?:s|ped|ping)? down", re.I), "concession"),
    "rejection": (re.compile(r"back(?:s|ed) down|relent(?:s|ed)|gave in|gives in|cave[ds] in", re.I), "concession"),
    "accusation": (re.compile(r"defend(?:s|ed|ing)", re.I), "support"),
    "seizure": (re.compile(r"return(?:s|ed|ing)?|(?:g[ai]ve[sn]?|hand(?:s|ed|ing)?) back", re.I), "release"),
}  # fmt: skip


def as_told(report: Report, markup: Markup, trigger: Trigger, ontology: Ontology, items: Items) -> Trigger:
    """The trigger with what the words around it plainly say of its type and realis."""
    sentence = holding(markup.sentences, trigger.span) or trigger.span
    how = realis(report, trigger, sentence, ontology[trigger.type].family)
    told = trigger if how == trigger.realis else replace(trigger, realis=how)
    around = report.text[max(sentence.start, trigger.span.start - 40) : min(sentence.end, trigger.span.end + 40)]
    words, told_of = trigger.span.of(report.text), sentence.of(report.text)
    told_before = report.text[sentence.start : trigger.span.start]
    if "mention" in told_before.lower() and _UNMENTIONED.search(told_before):
        return replace(told, score=0.0)
    denies_nothing = trigger.type == "denial" and _denies_nothing(words, told_before, told_of)
    denies_nothing |= trigger.type == "rejection" and bool(_NO_WORD.match(report.text, trigger.span.start))
    if denies_nothing or _only_ranks(report, markup, trigger, sentence):
        return replace(told, score=0.0)
    near = items.near(trigger.span, _NEIGHBOURS, report.text)
    if (
        trigger.type in ("release", "surrender", "aid")
        and _FINDS.fullmatch(words)
        and _OF_BODIES.match(report.text, trigger.span.end)
    ):
        return replace(told, score=0.0)  # nobody is freed
    if trigger.type == "chemical_attack" and _LEAK.search(told_of) and not _ATTACKED.search(told_of):
        return replace(told, score=0.0)
    plain = _ATTACKS.fullmatch(words) or fate(words) in ("killed", "injured")
    if ontology[trigger.type].family == "violence":
        if _nobodys_deed(report.text, told_of, near) or harmless(report.text, markup, trigger, told_of, near):
            return replace(told, score=0.0)
    kind = by_means(report.text, markup, trigger, sentence)
    if kind != trigger.type:
        return replace(told, type=kind)
    means = _MEANS.get(trigger.type)
    if means and (plain or trigger.type == "suicide_bombing") and not means.search(near.lower()):
        return replace(told, type="armed_attack")
    if trigger.type == "accidental_explosion":
        if _ERUPTION.search(told_of) or not _BANG.search(near):
            return replace(told, score=0.0)  # no deed of men: an eruption, a road accident
    if trigger.type == "destruction" and not (_BY_HAND.fullmatch(words) or _has(markup, trigger, "agent")):
        if _NATURE.search(near) and not _ATTACKED.search(near):
            return replace(told, score=0.0)  # what an earthquake brings down
    if trigger.type == "armed_clash" and _TRAFFIC.fullmatch(words):
        return replace(told, score=0.0)
    if told.realis == "historical" and ontology[trigger.type].family == "violence" and _BODY.match(told_of):
        told = replace(told, realis="actual")  # the find is the news
    if struck_by_mistake(words, around, markup, trigger):
        return replace(told, type="shelling") if trigger.type == "accidental_explosion" else told
    if trigger.type in _MAY_BE_MISHAPS and _ACCIDENT.search(around):
        return replace(told, type="accidental_explosion")
    if trigger.type == "accidental_explosion" and not _ACCIDENT.search(told_of):
        return replace(told, type=_on_purpose(report, markup, trigger, told_of, near))
    if trigger.type == "agreement" and _only_named(report, markup, trigger):
        return replace(told, score=0.0)
    if trigger.type == "ceasefire" and _LINE.match(report.text, trigger.span.end):
        return replace(told, score=0.0)  # a border
    if trigger.type == "territory_seized":
        near = report.text[max(0, trigger.span.start - 160) : trigger.span.end + 160]
        return replace(told, type="territory_transfer") if _UNOPPOSED.search(near) else told
    if trigger.type == "violent_demonstration" and _GATHERED.fullmatch(words) and not _RIOTOUS.search(told_of):
        return replace(told, type="demonstration")
    if trigger.type == "demonstration" and (turn := _TURNED.search(told_of)) and not turn["open"]:
        return replace(told, type="violent_demonstration")
    if words.lower() == "armed" or (_SAYS_HOW.fullmatch(words) and _before_its_noun(report.text, markup, trigger)):
        return replace(told, score=0.0)
    own_words = _OWN_WORDS.get(trigger.type)
    if own_words and own_words[0].fullmatch(words):
        return replace(told, type=own_words[1])
    if trigger.type == "sanction" and _TAKES_BACK.fullmatch(words) and _MEASURES.match(report.text, trigger.span.end):
        return replace(told, type="sanctions_eased")
    if trigger.type == "sexual_violence" and _BEATEN.fullmatch(words) and not _SEXUAL.search(told_of):
        return replace(told, type="assault")
    if trigger.type == "promise" and _GIVES.fullmatch(trigger.span.of(report.text)):
        return replace(told, type="aid") if told.realis == "actual" and _is_gift(markup, trigger) else told
    if words.lower() == "called" and trigger.type in ("accusation", "demand", "support"):
        return replace(told, type="meeting") if _ON_THE_PHONE.match(report.text, trigger.span.end) else told
    if trigger.type == "bombing" and _SUICIDE.search(told_of) and not _BLASTS_OF_OTHERS.search(told_of):
        return replace(told, type="suicide_bombing")
    return _agreed(report, markup, told)


_SAYS_HOW = re.compile(
    r"deadl(?:y|iest)|blood(?:y|iest)|fatal(?:ly)?|lethal|brutal(?:ly)?|violent(?:ly)?|terror(?:ist)?|savage(?:ly)?|"
    r"indiscriminate(?:ly)?|massive|twin|fierce|heavy|intense",
    re.I,
)
_STEP = re.compile(r"\s(?:[\w-]+ )?")
_NEXT = 25  # characters within which the next trigger begins
_ATTACKS = re.compile(r"attack(?:s|ed|ing)?|assault(?:s|ed|ing)?|storm(?:s|ed|ing)|ambush(?:ed|es)?", re.I)
_GATHERED = re.compile(r"march(?:ed|es|ing)?|rall(?:y|ies|ied|ying)|gather(?:ed|ing)?|protest(?:ed|s|ing)?", re.I)
_RIOTOUS = re.compile(
    r"\b(?=\w)(?:violen|riot|clash|stone|rock|throw|threw|hurl|pelt|burn|fire|torch|blaze|loot|smash|vandal|storm|petrol|"
    r"molotov|bottle|baton|tear gas|damag|attack|injur|kill|dead|hurt|wound|scuffl|broke)",
    re.I,
)
#: "A march that turned violent"; "may turn violent" and "did not descend into violence" leave it open, or say no.
_TURNED = re.compile(
    r"(?P<open>\b(?:may|might|could|would|will|can|should|if|not|never|n['’]t|fears?|feared|without|to) (?:\w+ ){0,2})?"
    r"\b(?:(?:turn(?:s|ed|ing)?|became) (?:\w+ )?violent|(?:descend|degenerat|erupt|spiral)(?:e?s|e?d|ing)? into "
    r"(?:[\w-]+ ){0,5}?(?:violence|riots?|rioting|clashes))\b",
    re.I,
)
#: "Called his counterpart on Monday to congratulate him": he was on the telephone and called nobody names, as who
#: called it "a bid to talk" did.
_ON_THE_PHONE = re.compile(
    r"\s+(?!on\b|for\b|upon\b)(?:(?!\s(?:an?|and|but|as|that)\s)[^.;:\n]){2,100}?\s"
    r"(?:to (?:discuss|congratulate|express|convey|apologi[sz]e|thank|explain|assure|brief|inform|condole|offer|wish|"
    r"extend|talk|speak)|by (?:tele)?phone|on the (?:tele)?phone)\b"
)
#: "Rolled back tariffs", "lowered the duties": who takes a measure back, or a part of it, lays none on.
_TAKES_BACK = re.compile(
    r"(?:(?:reduc|lower|relax|waiv|remov|revok|repeal|abolish|lift|scrap|eas|roll)(?:p?ed|e?s|p?ing|e)?|cut(?:s|ting)?)"
    r"(?: back)?",
    re.I,
)
_MEASURES = re.compile(
    r"(?: [\w’'-]+){0,3} (?:sanctions|tariffs?|duties|embargo(?:es)?|quotas?|restrictions|curbs)\b"
    r"(?! (?:deal|pact|talks|relief|waiver|exemption)s?\b)",
    re.I,
)
_BLASTS_OF_OTHERS = re.compile(
    r"\b(?:roadside|planted|landmines?|IEDs?|remote|timed|time bomb|"
    r"(?:hours?|days?|weeks?|months?|years?) (?:after|before|since))\b",
    re.I,
)


def _denies_nothing(words: str, before: str, sentence: str) -> bool:
    """Whether a denial is only not made, or somebody merely spoke and his sentence has no word that denies."""
    if _DENY.match(words):
        return _UNDENIED.search(before[-_RANK_OF:]) is not None
    return bool(_SPOKE.fullmatch(words)) and not NAY.search(sentence)


def _only_ranks(report: Report, markup: Markup, trigger: Trigger, sentence: Span) -> bool:
    """Whether a sentence says how the deed told of before ranks, and tells no other: "It was the worst massacre"."""
    ranked = _RANKED.match(report.text, sentence.start)
    if ranked is None or trigger.span.end > ranked.end() + _RANK_OF:
        return False
    return not any(x.role == "toll" and x.head is trigger and sentence.holds(x.tail.span) for x in markup.links)


def _before_its_noun(text: str, markup: Markup, modifier: Trigger) -> bool:
    """Whether a word that says how stands right before the word that says what: "a deadly blast", "brutally beaten"."""
    return any(
        0 < other.span.start - modifier.span.end < _NEXT and _STEP.fullmatch(text, modifier.span.end, other.span.start)
        for other in markup.triggers
        if other.score >= SURE
    )


def _nobodys_deed(text: str, sentence: str, near: str) -> bool:
    """Whether a beast did it, or it happened on the road; what is near counts unless it speaks of arms."""
    beasts, roads = has_any(text, _BEAST_WORDS), has_any(text, _ROAD_WORDS)
    if beasts and _by_beast(sentence):
        return True
    told = (beasts and _by_beast(near)) or (roads and has_any(near, _ROAD_WORDS) and _ON_THE_ROAD.search(near))
    return bool(told) and not _ARMED.search(near)


def _by_beast(words: str) -> bool:
    return has_any(words, _BEAST_WORDS) and _BY_BEAST.search(words) is not None


def by_accident(report: Report, markup: Markup, trigger: Span) -> bool:
    """Whether the trigger's sentence calls what happened an accident."""
    return bool(_ACCIDENT.search((holding(markup.sentences, trigger) or trigger).of(report.text)))


def _on_purpose(report: Report, markup: Markup, trigger: Trigger, sentence: str, near: str) -> str:
    """The type of a blast that nothing calls an accident: a bombing where its sentence or another telling says so."""
    words = trigger.span.of(report.text)
    if _KNOWN.search(report.text, max(0, trigger.span.start - 6), trigger.span.start):  # "the explosion"
        told = [t for t in markup.triggers if t.span.end < trigger.span.start and t.type in _BLASTS]
        if told and told[-1].type in _BOMBINGS and told[-1].score >= 0.5:
            return told[-1].type
    about = (t for t in markup.triggers if abs(t.span.start - trigger.span.start) < _NEIGHBOURS)
    others = [t for t in about if t.type in _BOMBINGS and t.score > max(0.5, trigger.score)]
    if others and not _MISHAP.search(sentence):
        return max(others, key=lambda t: t.score).type
    if _SUICIDE.search(sentence):
        return "suicide_bombing"
    if _STRUCK_BY.search(sentence) and not _MISHAP.search(sentence):
        return "shelling"
    planted = _PLANTED.search(sentence) or (_SET_OFF.match(words) and _has(markup, trigger, "agent"))
    went_off = _BOMB_WENT_OFF.search(near) and not (_MISHAP.search(near) or _LEFT_OVER.search(near))
    return "bombing" if planted or went_off else trigger.type


def _has(markup: Markup, trigger: Trigger, role: str) -> bool:
    return any(x.head is trigger and x.role == role for x in markup.links)


def _only_named(report: Report, markup: Markup, trigger: Trigger) -> bool:
    """Whether a deal is only spoken of as known, with nobody who made it, no place and no day: "reviewing the deal"."""
    known = _KNOWN.search(report.text, max(0, trigger.span.start - 6), trigger.span.start)
    return known is not None and not any(x.head is trigger and x.role != "same" for x in markup.links)


def _agreed(report: Report, markup: Markup, trigger: Trigger) -> Trigger:
    """Who alone agrees to do something promises it; where several agree there is an agreement."""
    if trigger.type not in ("promise", "agreement") or not trigger.span.of(report.text).lower().startswith("agree"):
        return trigger
    agents = {x.tail.span for x in markup.links if x.head.span == trigger.span and x.role in ("agent", "target")}
    if len(agents) > 1:
        return replace(trigger, type="agreement")
    if _TRUCE.match(report.text, trigger.span.end):
        return replace(trigger, type="agreement")
    alone = trigger.span.of(report.text).lower() == "agreed" and _TO_DO.match(report.text, trigger.span.end)
    return replace(trigger, type="promise") if alone else trigger


#: Nobody agrees alone: "have agreed a truce".
_TRUCE = re.compile(
    r"\s+(?:on |to )?(?:an? |the )(?:[\w-]+ ){0,3}(?:cease-?fire|truce|deal|accord|agreement|pact|treaty)\b", re.I
)
_TO_DO = re.compile(r"\s+(?:on \w+day\s+)?to\s+[a-z]+")


def _is_gift(markup: Markup, trigger: Trigger) -> bool:
    """Whether what a trigger speaks of is aid: who "provided assistance" has given it and promises nothing."""
    spoken_of = [x.tail for x in markup.links if x.head is trigger and x.role == "content"]
    return any(isinstance(tail, Trigger) and tail.type == "aid" for tail in spoken_of)


_GIVES = re.compile(
    r"provid(?:es?|ed|ing)|gave|gives?|donat(?:es?|ed)|deliver(?:s|ed)?|s(?:ends?|ent)|grant(?:s|ed)?", re.I
)


def as_background(report: Report, past: Sequence[Trigger], trigger: Trigger, ontology: Ontology) -> Trigger:
    """The trigger, itself history if it says what came of a ``past`` deed: "held over an attack in which six died"."""
    if not past or trigger.realis != "actual" or ontology[trigger.type].family != "violence":
        return trigger
    for other in past:
        if (
            other.span.end <= trigger.span.start
            and ontology[other.type].family == "violence"
            and _CAME_OF_IT.fullmatch(report.text, other.span.end, trigger.span.start)
        ):
            return replace(trigger, realis="historical")
    return trigger


_CAME_OF_IT = re.compile(r"[^.;\n]{0,140}?\b(?:in which|wherein|where|that|which)\b[^.;\n]{0,80}")
