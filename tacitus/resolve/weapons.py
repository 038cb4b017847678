"""The words of a weapon or means → its kind.

In: the words ("an explosives-laden truck", "rocket-propelled grenades"). Out: a :class:`WeaponValue`.
One thing to know: the rows are tried in order, the more telling first, so a "mortar bomb" is a mortar and
a "car bomb" no bomb; words that name no weapon known here keep their name and have no kind.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tacitus.records.span import Span
from tacitus.records.value import WeaponValue

_VEHICLE = (
    r"(?:car|truck|van|lorry|lorries|vehicle|motorcycle|motorbike|bike|bicycle|tanker|ambulance|minibus|humvee|"
    r"rickshaw|"
    r"pickup|tractor)(?:e?s)?"
)
_LADEN = r"(?:laden|packed|loaded|filled|rigged|full of explosives|stuffed|fitted|primed|wired)"

#: Kind and words of it, in singular; ``_`` is a space or a hyphen. Names that hold a word of another row come first.
_ROWS: tuple[tuple[str, str], ...] = (
    ("ied", "cylinder_bomb gas_bomb"),
    ("other", "hydrogen_bomb atomic_bomb nuclear water_cannon rubber_bullet plastic_bullet stun_gun sound_bomb "
              "baton_round gas_cylinder "
              "rifle_butt"),
    ("air_bomb", "barrel_bomb cluster_bomb cluster_munition air_dropped"),
    ("mine", "pressure_plate pressure_ied mine_trap bounding_mine"),
    ("ied", "tiffin_bomb pressure_bomb pressure_cooker parcel_bomb letter_bomb remote_controlled_bomb "
            "remote_control_bomb "
            "roadside_bomb time_bomb sticky_bomb magnetic_bomb pipe_bomb"),
    ("small_arms", "pellet_gun machine_gun machinegun sub_machine_gun submachinegun submachine_gun grenade_pistol"),
    ("grenade", "grenade_launcher"),
    ("artillery", "anti_aircraft_gun antiaircraft_gun field_gun tank_shell tank_round tank_fire"),
    ("suicide_vest", "suicide_vest suicide_belt suicide_jacket explosive_vest explosive_belt explosives_vest "
                     "explosives_belt "
                     "bomb_vest bomb_belt suicide_bomb pbied spbied vest"),
    ("car_bomb", "vbied svbied suvbied"),
    ("chemical", "chemical chlorine sarin vx mustard_gas nerve_gas nerve_agent toxic poison poisoned poisonous acid "
                 "phosgene "
                 "novichok cyanide tear_gas teargas gas white_phosphorus pepper_spray canister fumes vapour"),
    ("arson", "molotov petrol_bomb fire_bomb firebomb gasoline petrol kerosene incendiary jerrycan torch arson match"),
    ("rocket", "rocket rpg katyusha mlrs himars multi_barrel multiple_launch qassam"),
    ("missile", "missile icbm atacms scud iskander manpads warhead torpedo"),
    ("mortar", "mortar"),
    ("drone", "drone uav quadcopter unmanned loitering_munition shahed kamikaze"),
    ("mine", "mine landmine claymore"),
    ("grenade", "grenade flash_bang flashbang"),
    ("air_bomb", "barrel air_strike airstrike air_raid air_bomb glide_bomb aerial_bomb guided_bomb napalm thermobaric "
                 "bunker_buster"),
    ("artillery", "artillery howitzer shell shelling shellfire cannon heavy_weapon"),
    ("ied", "ied improvised bomb bombing explosive explosion dynamite gelatin gelatine rdx tnt semtex device "
            "booby_trap "
            "detonator blast ammonium_nitrate charge anfo amonal"),
    ("small_arms", "gun gunfire gun_shot gunshot pistol revolver rifle shotgun shot_gun kalashnikov carbine firearm "
                   "small_arm "
                   "bullet live_round live_fire ammunition automatic sniper pellet birdshot buckshot pkm fire shot "
                   "cartridge ak "
                   "magazine weapon arm"),
    ("blade", "knife knives machete sword dagger axe ax hatchet sickle spear bayonet blade cleaver razor kukri khukuri "
              "scissors arrow panga sharp sharp_edged stabbing"),
    ("vehicle", "bulldozer boat bus plane airliner tank tractor ramming vehicle car truck van lorry lorries "
                "motorcycle"),
    ("other", "stone rock brick stick club baton rod bar hammer fist rope slingshot taser malware virus lathi whip "
              "bottle "
              "helicopter gunship jet fighter_jet warplane aircraft bomber flare fuse fuze"),
)  # fmt: skip
# Vehicles that carry a bomb are told by both words, in any order: "a truck packed with explosives".
_CARRIED = (
    rf"{_VEHICLE}[ -]bombs?|{_VEHICLE}[\w\s-]{{0,20}}\b{_LADEN}|{_LADEN} (?:\w+ )?{_VEHICLE}|"
    rf"explosives?[ -](?:\w+[ -]){{0,2}}{_VEHICLE}|booby-trapped {_VEHICLE}|bomb in an? {_VEHICLE}"
)
_MODEL = r"ak[- ]?\d+s?|m-?16s?|m-?4s?|\.\d+|\d+ ?mm (?:pistol|rifle)s?"


def _kind(words: str) -> str:
    return "|".join(w.replace("_", "[ -]") for w in words.split())


_NAMES, _REST = _ROWS[:10], _ROWS[10:]
_KINDS = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.I))
    for kind, pattern in (
        *((k, rf"(?:{_kind(w)})(?:e?s)?") for k, w in _NAMES),
        ("car_bomb", _CARRIED),
        ("small_arms", _MODEL),
        *((k, rf"(?:\w+-)?(?:{_kind(w)})(?:e?s)?") for k, w in _REST),
    )
)
_ARTICLE = re.compile(r"(?:an?|the|some|several|two|three|his|her|their|its)\s+", re.I)
_LONGEST = 200
#: "Warplanes dropped bombs": what an aircraft drops is no home-made bomb.
_BOMBS = re.compile(
    r"(?:(?:\w+|\d+[ -]?(?:kg|kilo|pound|lb)|high[ -]explosive|heavy|incendiary|the|several) )*bombs?", re.I
)
_DROPPED = re.compile(
    r"\b(?:drop(?:s|ped|ping)?|releas(?:es?|ed|ing)|unload(?:s|ed|ing)?|rain(?:s|ed|ing)) (?:down )?(?:[\w-]+ ){0,3}$",
    re.I,
)
_DROPPED_BY = re.compile(r" (?:(?:that |which )?(?:was|were) )?(?:dropped|released) (?:by|from)\b", re.I)
_AIRCRAFT = re.compile(
    r"\b(?:aircraft|(?:war|air)?planes?|jets?|helicopters?|gunships?|fighter-?bombers?|air force|MiG[\w-]*|Sukhois?|"
    r"Antonovs?|(?:the|an?) air)\b",
    re.I,
)
_NEAR = 120  # characters before and after the bombs within which their aircraft is named


def weapon_in(text: str, span: Span) -> WeaponValue:
    """The weapon that the words of a text name, by its neighbours too."""
    value = weapon(span.of(text))
    if value.kind != "ied" or not _BOMBS.fullmatch(text, span.start, span.end):
        return value
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    before, after = before.rsplit(". ", 1)[-1], after.split(". ", 1)[0]
    dropped = _DROPPED.search(before) or _DROPPED_BY.match(after)
    return replace(value, kind="air_bomb") if dropped and _AIRCRAFT.search(before + after) else value


def weapon(words: str) -> WeaponValue:
    """The weapon's name and kind."""
    words = " ".join(words[:_LONGEST].split())
    kind = next((kind for kind, pattern in _KINDS if pattern.search(words)), None)
    return WeaponValue(_ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words, kind)
