"""The words of a weapon or means → its kind.

In: the words ("an explosives-laden truck", "rocket-propelled grenades"). Out: a :class:`WeaponValue`.
One thing to know: the rows are tried in order, the more telling first, so a "mortar bomb" is a mortar and
a "car bomb" no bomb; words that name no weapon known here keep their name and have no kind.
"""

from __future__ import annotations

import re

from tacitus.records.value import WeaponValue

_LADEN = r"(?:laden|packed|loaded|filled|rigged|stuffed|fitted|primed)"
_VEHICLE = r"(?:cars?|trucks?|vans?|lorr(?:y|ies)|vehicles?|motorcycles?|motorbikes?|bikes?|tankers?|ambulances?|minibus(?:es)?|humvees?|rickshaws?)"
_ROWS = (
    ("suicide_vest", r"(?:suicide|explosives?|bomb) (?:vests?|belts?|jackets?)|suicide bombs?|s?pbieds?"),
    ("car_bomb", rf"(?:su)?vbieds?|{_VEHICLE}[ -]bombs?|{_VEHICLE}[\w\s-]{{0,20}}{_LADEN}|{_LADEN} {_VEHICLE}|"
                 rf"explosives?[ -](?:\w+[ -]){{0,2}}{_VEHICLE}|booby-trapped {_VEHICLE}|bomb in an? {_VEHICLE}"),
    ("chemical", r"chemicals?|chlorine|sarin|vx|mustard gas|nerve (?:gas|agents?)|toxic|poison\w*|acid|phosgene|novichok|"
                 r"cyanide|tear ?gas|gas|white phosphorus|pepper spray"),
    ("arson", r"molotovs?|petrol bombs?|fire ?bombs?|gasoline|petrol|kerosene|incendiar\w+|jerrycans?|torch(?:es)?|arson|matches"),
    ("rocket", r"rocket[- ]propelled|rpgs?|rockets?|katyushas?|grads?|mlrs|himars|multi[- ]barrel\w*|qassams?"),
    ("missile", r"missiles?|icbms?|atacms|scuds?|iskanders?|manpads?|warheads?|torpedo(?:es)?"),
    ("mortar", r"mortars?"),
    ("drone", r"drones?|uavs?|quadcopters?|unmanned|loitering munitions?|shaheds?|kamikaze"),
    ("mine", r"(?:land|claymore|sea|naval|limpet|magnetic|anti-?\w+)?[ -]?mines?|pressure[- ](?:plate|cooker)? ?(?:ieds?|devices?)"),
    ("grenade", r"grenades?|flash-?bangs?"),
    ("air_bomb", r"barrel[- ]bombs?|barrels|cluster (?:bombs?|munitions?)|air(?:-dropped)? ?(?:strikes?|bombs?)|glide bombs?|"
                 r"air ?raids?|bunker[- ]busters?|(?:fighter|war)[ -]?(?:jets?|planes?)|jets?|aircraft|bombers|"
                 r"helicopters?|gunships?|(?:aerial|guided|smart|napalm|thermobaric|\w+-?kg aerial|dropped) bombs?|mi-\d+s?|f-?16s?|su-\d+s?"),
    ("artillery", r"artillery|howitzers?|shells?|shelling|shellfire|field guns?|tank (?:fire|shells?|rounds?)|tanks?|cannons?|heavy weapons"),
    ("ied", r"ieds?|improvised|bombs?|bombings?|explosives?|explosions?|dynamite|gelatine?|rdx|tnt|c-?4|semtex|devices?|"
            r"booby[ -]?traps?|detonators?|blasts?|pipe-?bombs?|ammonium nitrate"),
    ("small_arms", r"guns?|gunfire|gun ?shots?|pistols?|revolvers?|rifles?|shot-?guns?|machine-?guns?|kalashnikovs?|ak[- ]?\d*s?|"
                   r"carbines?|firearms?|small arms|bullets?|live (?:rounds|ammunition|fire)|ammunition|automatic (?:fire|weapons?)|"
                   r"silencers?|snipers?|m-?16s?|m-?4s?|pellets?|birdshot|pkms?|arms|fire|shots|cartridges?|magazines?|weapons?"),
    ("blade", r"knife|knives|machetes?|swords?|daggers?|axes?|hatchets?|sickles?|spears?|bayonets?|blades?|sharp(?:-edged)? \w+|"
              r"cleavers?|razors?|kukris?|khukuris?|scissors|arrows?|pangas?"),
    ("vehicle", rf"{_VEHICLE}|bulldozers?|boats?|bus(?:es)?|planes?|airliners?|ramming|pickups?"),
    ("other", r"stones?|rocks|bricks|sticks?|clubs?|batons?|iron rods?|rods?|bars?|hammers?|fists?|ropes?|slingshots?|"
              r"water cannons?|tasers?|nuclear|atomic|hydrogen|malware|virus(?:es)?|lathis?|whips?|bottles?"),
)  # fmt: skip
# Names that hold a word of another row.
_FIRST = (
    ("other", r"hydrogen bombs?|atomic bombs?|nuclear|water cannons?|(?:rubber|plastic) bullets?|stun (?:guns?|grenades?)|sound bombs?"),
    ("air_bomb", r"barrel bombs?|cluster bombs?"),
    ("mine", r"mine(?:-| )?trap|pressure[- ](?:plate )?(?:ieds?|improvised|devices?)|pressure-plate"),
    ("ied", r"(?:tiffin|pressure|pressure[- ]cooker|parcel|letter|remote[- ]controlled?|roadside|time|sticky|magnetic|pipe) bombs?"),
    ("small_arms", r"(?:machine|pellet|hand|sub-?machine)[- ]?guns?|grenade pistols?"),
    ("grenade", r"grenade launchers?"),
    ("artillery", r"(?:anti-?aircraft|field) guns?|rounds of artillery"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(rf"(?<![\w-])(?:{row})(?![\w])", re.I)) for kind, row in _FIRST + _ROWS)
_ARTICLE = re.compile(r"(?:an?|the|some|several|two|three|his|her|their|its)\s+", re.I)


def weapon(words: str) -> WeaponValue:
    """The weapon's name and kind."""
    words = " ".join(words[:200].split())
    kind = next((kind for kind, pattern in _KINDS if pattern.search(words)), None)
    return WeaponValue(_ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words, kind)
