"""The vocabulary of people: which words name them, which stand before such words, which tell their fate.

In: a word. Out: whether it names people, or may stand between a number and the people it counts.
One thing to know: nouns are listed in the singular, and a plural is looked up by its singular.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NOUNS = frozenset(
    """
    people person man woman child children boy girl kid toddler baby infant teen teenager youth adult minor male
    female individual civilian villager resident citizen local native national foreigner tourist visitor passenger
    pilgrim worshipper devotee mourner guest customer shopper bystander onlooker passerby family couple brother
    sister son daughter father mother parent wife husband uncle aunt nephew niece cousin grandchildren grandson
    granddaughter relative widow fighter militant insurgent rebel guerrilla terrorist extremist jihadi jihadist
    attacker assailant bomber hijacker kidnapper bandit robber thief smuggler trafficker pirate gangster cadre
    maoist naxal naxalite ultra commander leader chief member activist supporter separatist loyalist islamist
    mujahid mujahideen martyr soldier troop troops trooper jawan ranger commando marine sailor pilot officer
    personnel guard sentry recruit conscript reservist veteran paramilitary peacekeeper police constable inspector
    sub-inspector sergeant corporal captain commandant brigadier cadet major colonel general lieutenant official
    minister lawmaker senator councillor mayor judge lawyer prosecutor diplomat ambassador envoy journalist
    reporter photographer blogger doctor nurse medic paramedic patient staff employee worker labourer laborer miner
    farmer peasant herder shepherd fisher driver trader merchant vendor shopkeeper engineer contractor translator
    interpreter teacher professor student pupil schoolgirl schoolboy schoolchild imam cleric priest nun monk bishop
    pastor preacher elder protester protestor demonstrator rioter striker marcher dissident refugee migrant
    returnee evacuee asylum-seeker prisoner detainee inmate captive hostage suspect accused convict defector
    deserter survivor victim casualty fatality death injury life body corpse dead wounded injured missing other
    stranger accomplice associate aide bodyguard volunteer rescuer firefighter athlete player adivasi dalit
    sympathiser sympathizer informer informant collaborator spy agent operative mercenary arrest abductee displaced
    homeless crew them taliban hamas hezbollah isis tribal sarpanch spo lwe headman headmaster schoolteacher
    surveyor watchman mechanic electrician conductor cleaner cook tailor carpenter butcher baker boatman porter
    helper neighbour neighbor kin occupant commuter motorist cyclist pedestrian aggressor intruder perpetrator
    culprit offender fugitive deputy secretary president chairman spokesman negotiator mediator cameraman combatant
    combattant murderer assassin killer captor abductor looter criminal arsonist rapist subversive guerilla comrade
    kingpin infiltrator gunner sapper expat expatriate vigilante gendarme paratrooper carabinero campesino unionist
    settler squatter janitor barber clerk waiter waitress singer poet lecturer warlord outlaw rustler raider poacher
    warden warder jailer accountant banker landlord landowner rancher logger skipper stevedore docker courier
    pastoralist nomad sniper trainer adviser advisor trainee instructor observer catechist missionary evangelist sheikh
    mullah rabbi parishioner orphan grandmother grandfather pensioner crewmember peshmerga caretaker
    """.split()
)
_IRREGULAR = {"lives": "life", "wives": "wife", "thieves": "thief", "bodies": "body", "passers-by": "passerby"}
_MEN = re.compile(r"\w*?(?<!hu)(?<!ger)(?<!ro)(?<!otto)(?<!speci)m[ae]n", re.I)  # but no human, German, Roman, specimen
_PEOPLES = re.compile(
    r"[A-Z][\w-]{2,30}(?:ists|ians|ans|is|ese|eers|ees)|[A-Z][\w-]*?(?:Sikh|Kurd|Arab|Turk|Serb|Maoist)s|[a-z]{3,20}(?:ists|ians)"
)
_MODIFIERS = frozenset(
    """
    of the his her its their our these those other more additional further suspected alleged armed unarmed local
    foreign young old older elderly minor male female top senior junior high-ranking unidentified unknown masked
    wounded injured dead killed slain captured innocent ordinary fellow former retired off-duty serving special
    civil pregnant aid health relief rescue humanitarian factory farm school college university committee council
    town city head police army military navy naval government state federal provincial district border security
    opposition regime rebel militant militia force forces terrorist insurgent islamist jihadist maoist taliban
    tribal village family crew gang party union church mosque road construction railway oil coal tea brick media
    news bank bus truck taxi lorry rickshaw paramilitary
    """.split()
)
_MODIFYING = re.compile(
    r"[A-Z].*|\w+-year-olds?|(?:pro|anti)-\w+|[a-z]+-(?:[a-z]+ed|[a-z]+ing|wing|led|backed|born|level)|"
    r"[a-z]{2,20}(?:ern|ian|ese|ish|less|ous|ful|ary)"
)
_IS_PLURAL = re.compile(r"(?:[^su\s]s|people|men|children|personnel|troops|them)$", re.I)
#: Who is somebody's, and one person: "his wife"; for small letters.
KIN = (
    r"(?:(?:elder|eldest|younger|young|pregnant|teenage|infant|baby|minor|own|\w+-year-old) )?"
    r"(?:wife|husband|son|daughter|father|mother|brother|sister|cousin|uncle|aunt|nephew|niece|grandson|granddaughter|"
    r"grandfather|grandmother|(?:father|mother|brother|sister|son|daughter)-in-law|"
    r"bodyguard|driver|deputy|aide)\b(?![\w'’-])"
)


@lru_cache(maxsize=20_000)
def names_people(word: str) -> bool:
    """Whether a word is a noun for people, singular or plural; remembered, since texts share their words."""
    low = word.lower()
    if low in _NOUNS or _IRREGULAR.get(low) in _NOUNS or (low.endswith("s") and low[:-1] in _NOUNS):
        return True
    if low.endswith("ies") and f"{low[:-3]}y" in _NOUNS:
        return True
    return bool(_MEN.fullmatch(word) or _PEOPLES.fullmatch(word))


def modifies(word: str) -> bool:
    """Whether a word can stand between a number and the people it counts; no verb does, no unit, no thing."""
    return word.lower() in _MODIFIERS or bool(_MODIFYING.fullmatch(word))


def is_plural(word: str) -> bool:
    """Whether the form of a noun for people is plural beyond doubt; "police" may go on as "police stations"."""
    return bool(_IS_PLURAL.search(word))
