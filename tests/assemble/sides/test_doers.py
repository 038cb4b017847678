"""Who only tells of a deed is not its doer."""

import re
from dataclasses import replace

import pytest

from tacitus.assemble.said.quoted import Voice
from tacitus.assemble.sides.doers import with_the_struck, without_others, without_tellers, without_the_unlikely
from tacitus.records.event import Claim, Said
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, TollValue

MONITOR = ActorValue("ngo:monitor", "Valley Monitor", "ngo", None)
ARMY = ActorValue("gov:XXX.military", "army", "military", None)
REBELS = ActorValue(None, "rebels", "rebel", None)


def doers(text: str, cue: str, *parties: tuple[str, ActorValue]) -> list[str]:
    """The doers that stay, where the first words are the source of what the cue opens."""

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    source = Said(at(parties[0][0]), parties[0][1])
    voice = Voice(source, at(cue), (Span(at(cue).end + 1, len(text) - 1),))
    claims = [Claim(words, "perpetrator", actor, at(words), source, "asserted", 0.8) for words, actor in parties]
    actors = {at(words): actor for words, actor in parties}
    return [c.span.of(text) for c in without_tellers(claims, [voice], actors, text)]


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("The army said two of its men died in a raid.", False),
        ("The army said its troops killed two of its foes.", True),
    ],
)
def test_who_mourns_its_own_did_not_kill_them(text: str, stays: bool) -> None:
    army, hurt = Span(4, 8), Span(text.index("two of"), text.index("two of") + 14)
    voice = Voice(Said(army, ARMY), Span(9, 13), (Span(14, len(text) - 1),))
    claims = [
        Claim("a", "perpetrator", ARMY, army, voice.source, "asserted", 0.8),
        Claim("b", "killed", TollValue(2, 2, "men"), hurt, voice.source, "asserted", 0.8),
    ]
    left = without_tellers(claims, [voice], {army: ARMY}, text)
    assert any(c.field == "perpetrator" for c in left) is stays


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("The monitor said shells had hit the clinic.", False),
        ("The monitor said its own men had hit the clinic.", True),
        ("The monitor admitted shells had hit the clinic.", True),
    ],
)
def test_an_unarmed_teller_is_no_doer_unless_it_speaks_of_itself(text: str, stays: bool) -> None:
    cue = "said" if "said" in text else "admitted"
    assert doers(text, cue, ("monitor", MONITOR)) == (["monitor"] if stays else [])


def test_who_stands_behind_the_colon_of_a_headline_only_tells() -> None:
    text = "Monitor: Shells hit a clinic in Kesta."
    assert doers(text, ":", ("Monitor", MONITOR)) == []


def test_an_armed_teller_may_mean_its_own_where_nobody_else_is_named() -> None:
    assert doers("The army said six jets had struck the camp.", "said", ("army", ARMY)) == ["army"]
    told = ("army", ARMY), ("rebels", REBELS)
    assert doers("The army said rebels had struck the camp.", "said", *told) == ["rebels"]


@pytest.mark.parametrize(
    ("kind", "actor", "stays"),
    [
        ("suicide_bombing", ARMY, False),
        ("suicide_bombing", ActorValue("office:TCD.interior", "interior minister of Chad", "person", "TCD"), False),
        ("suicide_bombing", REBELS, True),
        ("bombing", ARMY, True),
        ("air_strike", MONITOR, False),
        ("air_strike", ActorValue(None, "river union", "ngo", None), True),
        ("air_strike", ActorValue("igo:UN.security-council", "UN Security Council", "igo", None), False),
        ("air_strike", ActorValue("igo:NATO", "NATO", "igo", None), True),
        ("armed_clash", ActorValue("igo:AU", "African Union", "igo", None), True),
    ],
)
def test_soldiers_are_no_suicide_bombers_and_monitors_no_fighters(kind: str, actor: ActorValue, stays: bool) -> None:
    claim = Claim("a", "perpetrator", actor, Span(0, 4), None, "asserted", 0.8)
    assert bool(without_the_unlikely([claim], kind)) == stays


@pytest.mark.parametrize(
    ("text", "deed", "stays"),
    [
        ("Twelve died after Maros was shelled by the army.", "shelled", False),
        ("Twelve died after Maros in Chad was shelled by the army.", "shelled", False),
        ("Maros was shelled, and its men fired back.", "fired", True),
        ("Maros found the bodies of nine men who had been shot.", "shot", False),
        ("Maros accused the army of having shot nine men.", "shot", False),
        ("Maros accused of having shot nine men", "shot", True),
        ("Maros shot nine men.", "shot", True),
        ("Nine villagers died; the rest of the dead in the raids were Maros men.", "raids", False),
        ("The victims were mostly from Maros, raids on which go on.", "raids", False),
        ("The dead were found after Maros raids.", "raids", True),
    ],
)
def test_who_was_hit_or_came_afterwards_did_not_do_it(text: str, deed: str, stays: bool) -> None:
    at, did = text.index("Maros"), text.index(deed)
    claim = Claim("a", "perpetrator", REBELS, Span(at, at + 5), None, "asserted", 0.8)
    assert bool(without_others([claim], [Span(did, did + len(deed))], text)) is stays


@pytest.mark.parametrize(
    ("actor", "stays"), [(ActorValue(None, "Maros", None, "TCD"), False), (REBELS, True), (ARMY, True)]
)
def test_a_town_that_a_deed_is_called_after_did_not_do_it(actor: ActorValue, stays: bool) -> None:
    text = "Maros air strikes kill nine aid workers"
    claim = Claim("a", "perpetrator", actor, Span(0, 5), None, "asserted", 0.8)
    assert bool(without_others([claim], [Span(6, 17)], text)) is stays


@pytest.mark.parametrize(
    ("text", "deed", "kind", "field"),
    [
        ("The ridge was recaptured from the rebels.", "recaptured", "territory_seized", "target"),
        ("Troops took back two hamlets from the rebels.", "took back", "territory_seized", "target"),
        ("Troops want it from the rebels who took it.", "took", "territory_seized", "perpetrator"),
        ("Nine died in shelling from the rebels.", "shelling", "shelling", "perpetrator"),
        ("Nine died in an offensive against the rebels.", "offensive", "armed_attack", "target"),
        ("Nine died in an assault on the rebels.", "assault", "armed_attack", "target"),
        ("The raid was launched at a camp of the rebels.", "raid", "shelling", "target"),
        ("A monitor blamed the attack on the rebels.", "attack", "armed_attack", "perpetrator"),
        ("Nine died in the attack at the hands of the rebels.", "attack", "armed_attack", "perpetrator"),
        ("Nine died in the attack on Monday by the rebels.", "attack", "armed_attack", "perpetrator"),
        ("Nine men who stood up against the rebels were shot dead.", "shot dead", "armed_attack", "perpetrator"),
        ("A truck of the rebels came under heavy mortar fire.", "came under", "armed_clash", "target"),
        ("The rebels returning to the ford were ambushed.", "ambushed", "armed_attack", "target"),
        ("The rebels said a truck had come under fire.", "come under", "armed_attack", "perpetrator"),
        ("The rebels ambushed a truck.", "ambushed", "armed_attack", "perpetrator"),
        ("Guards drove the rebels from the ridge.", "drove", "territory_seized", "target"),
        (
            "Guards have driven out all the local rebels from the ridge.",
            "have driven out",
            "territory_seized",
            "target",
        ),
        ("Guards were driven by rebels from the ridge.", "driven", "territory_seized", "perpetrator"),
        ("Guards pushed the rebels to accept.", "pushed", "territory_seized", "perpetrator"),
        ("There were heavy losses among the rebels.", "losses", "territory_seized", "target"),
        ("There were heavy losses to the rebels.", "losses", "territory_seized", "perpetrator"),
    ],
)
def test_from_whom_a_town_is_taken_and_against_whom_men_fight_is_no_doer(
    text: str, deed: str, kind: str, field: str
) -> None:
    at = Span(text.index("rebels"), text.index("rebels") + 6)
    claim = Claim("a", "perpetrator", REBELS, at, None, "asserted", 0.8)
    told = Span(text.index(deed), text.index(deed) + len(deed))
    assert [c.field for c in with_the_struck([claim], [told], kind, text)] == [field]
    possible = [replace(claim, stance="possible"), replace(claim, id="b", field="target")]
    kept = [(c.field, c.stance) for c in with_the_struck(possible, [told], kind, text)]
    assert kept == [("perpetrator", "possible"), ("target", "asserted")][field == "target" :]


@pytest.mark.parametrize(
    ("text", "deed", "fields"),
    [
        ("Guards pressed their offensive against rebels.", "offensive", ["participant", "target"]),
        ("Guards were in clashes against rebels.", "clashes", ["participant", "participant"]),
    ],
)
def test_whom_an_offensive_is_against_does_not_take_part_in_it_like_others(
    text: str, deed: str, fields: list[str]
) -> None:
    told = Span(text.index(deed), text.index(deed) + len(deed))
    claims = [
        Claim(words, "participant", actor, Span(text.index(words), text.index(words) + 6), None, "asserted", 0.8)
        for words, actor in (("Guards", ARMY), ("rebels", REBELS))
    ]
    assert [c.field for c in with_the_struck(claims, [told], "armed_clash", text)] == fields
    assert [c.field for c in with_the_struck(claims[1:], [told], "armed_clash", text)] == fields[1:]


@pytest.mark.parametrize(
    ("text", "deed", "stays"),
    [
        ("Rebels fired; rebels hit nine as Guards step up a campaign.", "hit", False),
        ("Nine were hit as Guards step up a campaign.", "hit", True),
        ("The rebels hit nine as Guards stepped up and hit ten.", "hit", True),
        ("Villages fell to Guards backed by jets and air strikes.", "air strikes", False),
        ("Villages fell to Guards backed by jets who hit nine.", "hit", True),
    ],
)
def test_who_is_about_something_else_or_is_backed_by_a_strike_did_not_do_it(text: str, deed: str, stays: bool) -> None:
    told = [Span(m.start(), m.end()) for m in re.finditer(rf"\b{deed}", text)]
    claims = [
        Claim(words, "perpetrator", actor, Span(text.index(words), text.index(words) + 6), None, "asserted", 0.8)
        for words, actor in (("Guards", ARMY), ("rebels", REBELS))
        if words in text
    ]
    assert any(c.value is ARMY for c in without_others(claims, told, text)) is stays


@pytest.mark.parametrize(
    ("text", "others", "stay"),
    [
        ("The Defence Ministry confirmed nine raids by jets.", ("jets",), ["jets"]),
        ("The Defence Ministry confirmed nine raids.", (), ["Defence Ministry"]),
        ("The Defence Ministry ordered nine raids by jets.", ("jets",), ["Defence Ministry", "jets"]),
    ],
)
def test_a_ministry_that_speaks_of_raids_flew_none(text: str, others: tuple[str, ...], stay: list[str]) -> None:
    ministry = ActorValue("gov:XXX.defence", "Defence Ministry", "government", "XXX")
    told = [("Defence Ministry", ministry), *((words, ARMY) for words in others)]
    claims = [
        Claim(words, "perpetrator", who, Span(text.index(words), text.index(words) + len(words)), None, "asserted", 0.8)
        for words, who in told
    ]
    assert [c.span.of(text) for c in without_tellers(claims, [], {}, text)] == stay


@pytest.mark.parametrize(("text", "stays"), [("Lom has also been rocked by raids.", False), ("Lom led raids.", True)])
def test_a_town_that_is_rocked_by_blasts_did_nothing(text: str, stays: bool) -> None:
    claim = Claim("c", "perpetrator", ActorValue("state:XXX", "Lom", "state", "XXX"), Span(0, 3), None, "asserted", 0.8)
    raids = Span(text.index("raids"), text.index("raids") + 5)
    assert bool(without_others([claim], [raids], text)) == stays


def test_strikes_called_after_a_town_are_not_the_towns() -> None:
    text = "Lom strikes hit a mill in Lom."
    doer = Claim("c", "perpetrator", ActorValue(None, "Lom", "military", None), Span(0, 3), None, "asserted", 0.8)
    place = replace(doer, id="p", field="place", span=Span(26, 29))
    assert without_others([doer, place], [Span(4, 11)], text) == [place]
    assert without_others([doer], [Span(4, 11)], text) == [doer]


@pytest.mark.parametrize(
    ("text", "deed", "stays"),
    [
        ("Nine died in a raid on Lom, where army units are fighting a band.", "raid", False),
        ("Nine died in a raid on Lom, where army has its camp.", "raid", False),
        ("Nine died in a raid on Lom, where army units were attacked.", "raid", True),
        ("The Front captured Lom with army support.", "captured", False),
        ("The Front captured Lom with army units.", "captured", True),
    ],
)
def test_who_fights_there_or_only_helps_did_not_do_it(text: str, deed: str, stays: bool) -> None:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    party = at("army units") if "army units" in text else at("army")
    claim = Claim("a", "perpetrator", ARMY, party, None, "asserted", 0.8)
    assert bool(without_others([claim], [at(deed)], text)) is stays
