"""What sounds like arms and is none: rivers that storm a town, planes that drop leaflets, rockets of a wedding,
a prisoner who commits suicide.

In: a trigger of a violent type, its sentence and the words near it. Out: yes or no. One thing to know: one word for
arms or for those who bear them leaves the deed as the reader saw it, and so does a doer.
"""

from __future__ import annotations

import re

from tacitus.records.letters import has_any
from tacitus.records.markup import Markup, Trigger

#: "The river had captured the school": no man is the doer.
_FORCES = re.compile(
    r"\b(?:rivers?|flood(?:s|waters?)?|landslides?|avalanches?|(?:earth)?quakes?|cyclones?|hurricanes?|typhoons?|"
    r"storms?|tornado(?:es)?|wildfires?|flames|locusts?|weevils?|insects?|swarms?)\s+(?:(?:has|have|had) )?"
    r"(?:stormed|captured|seized|invaded|besieged|attacked|swallowed|ravaged|destroyed|killed|hit|struck|claimed)\b",
    re.I,
)
#: What aircraft drop that hurts nobody.
_NO_ARMS = re.compile(
    r"(?:[\w-]+ )*(?:leaflets?|pamphlets?|flyers?|insecticides?|pesticides?|fertili[sz]er|retardant|water|seeds?|"
    r"food|aid|parcels?|supplies|flowers|petals)",
    re.I,
)
_FIREWORK_WORDS = ("firework", "firecracker", "pyrotechnic")
_FIREWORKS = re.compile(r"\b(?:fireworks?|firecrackers?|pyrotechnics?)\b", re.I)
#: A blast in a store of fireworks is one all the same.
_HARM = re.compile(
    r"\b(?:kill\w*|dead|died|deaths?|injur\w*|wounded|hurt|factor(?:y|ies)|plant|warehouse|depot|stores?|shops?)\b",
    re.I,
)
#: One of these stands in each of its forms.
_FORCE_WORDS = (
    "river", "flood", "landslide", "avalanche", "quake", "cyclone", "hurricane", "typhoon", "storm", "tornado",
    "wildfire", "flames", "locust", "weevil", "insect", "swarm",
)  # fmt: skip
_ARMED = re.compile(
    r"\b(?:army|troops|soldiers?|rebels?|militants?|militia\w*|gunm[ae]n|insurgents?|regime|police|guerrillas?|"
    r"terrorists?|fighters|attackers?|assailants?|raiders?|bandits?|bomb(?:s|ings?|ers?|ed)?|blasts?|shell(?:s|ed|ing)|"
    r"mortars?|missiles?|drones?|air ?strikes?|gunfire|guns?|grenades?|mines?|shot|shooting)\b",
    re.I,
)
#: "The blasts sounded like fireworks" were none.
_LIKENED = re.compile(
    r"\b(?:like|as|for|not|no|than|(?:thought|believed|assumed)[^.;\n]{1,20})\s(?:the |some |any |just )?"
    r"(?:fireworks?|firecrackers?)\b",
    re.I,
)
#: What fireworks sound like; who plants a bomb may have filled it with them.
_BANGS = frozenset({"shelling", "accidental_explosion"})
#: Who takes his own life and nobody else's attacks nobody.
_OWN_HAND = re.compile(
    r"\b(?:(?:commit|attempt)\w* (?:mass )?suicides?"
    r"(?! ?-?(?:bomb|attack|mission|operation|car|truck|blast|strike))|"
    r"(?:tak(?:e|es|en|ing)|took) (?:his|her|their) own li(?:fe|ves)|"
    r"(?:(?:kill|hang|poison)\w*|sho(?:t|ot\w*)) (?:himself|herself|themselves)"
    r"(?!,? (?:and|along|with|together|as well)\b)|"
    r"hung (?:himself|herself|themselves))",
    re.I,
)
_OWN_HAND_WORDS = ("suicide", "own li", "himself", "herself", "themselves")
_BY_BOMB = re.compile(
    r"\b(?:bomb\w*|blasts?|blew|blown|explo\w+|detonat\w+|vests?|belts?|grenades?|ramm\w+|cars?|trucks?|lorr\w+|"
    r"vehicles?|S?VBIED|IEDs?|suicide (?:attack\w*|mission|squad|operation))\b",
    re.I,
)
_FROM_AFAR = frozenset({"air_strike", "shelling", "bombing"})


def harmless(text: str, markup: Markup, trigger: Trigger, sentence: str, near: str) -> bool:
    """Whether no man did it, nothing that hurts was fired or dropped, or a man did it to himself alone."""
    if has_any(sentence, _OWN_HAND_WORDS) and _by_own_hand(text, trigger, sentence, near):
        return True
    force = _FORCES.search(sentence) if has_any(sentence, _FORCE_WORDS) else None
    if force and not _ARMED.search(sentence):
        return all(words.lower().split()[-1] in force[0].lower() for words in _of(text, markup, trigger, "agent"))
    banged = trigger.type in _BANGS and has_any(near, _FIREWORK_WORDS)
    fireworks = banged and _FIREWORKS.search(near) and not _LIKENED.search(near)
    if fireworks and not _of(text, markup, trigger, "agent") and not _ARMED.search(near):
        return trigger.type == "shelling" or not _HARM.search(near)
    if trigger.type not in _FROM_AFAR:
        return False
    arms = _of(text, markup, trigger, "weapon")
    return bool(arms) and all(_NO_ARMS.fullmatch(words) for words in arms)


def _by_own_hand(text: str, trigger: Trigger, sentence: str, near: str) -> bool:
    """Whether a deed is that of somebody who takes his own life: without a bomb it is no attack."""
    if _BY_BOMB.search(sentence) or (trigger.type == "suicide_bombing" and _BY_BOMB.search(near)):
        return False
    low, high = max(0, trigger.span.start - 30), trigger.span.end + 40
    return any(
        found.start() < trigger.span.end and trigger.span.start < found.end()
        for found in _OWN_HAND.finditer(text, low, high)
    )


def _of(text: str, markup: Markup, trigger: Trigger, role: str) -> list[str]:
    """The words of what has a role in what a trigger tells."""
    return [x.tail.span.of(text) for x in markup.links if x.head is trigger and x.role == role]
