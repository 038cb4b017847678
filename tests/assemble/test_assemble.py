"""Markup built by hand → events: one for each happening, with claims, their sources and what they come to."""

from dataclasses import replace

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event, Quote
from tacitus.records.markup import Link, Mention
from tacitus.records.ontology import load
from tacitus.records.resolved import Counted
from tacitus.records.value import ActorValue, ContentValue, PlaceValue, TollValue
from tests.assemble.build import Scene


def read(scene: Scene) -> tuple[tuple[Event, ...], tuple[Quote, ...]]:
    events, quotes = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    return events, quotes


def names(event: Event, field: str) -> list[str]:
    return [c.value.name for c in event.of(field) if isinstance(c.value, ActorValue)]


def test_an_event_told_twice_is_one_event_with_all_its_mentions() -> None:
    scene = Scene("A bomb killed two soldiers in Baidoa. The blast tore through a market in Baidoa.")
    toll, town = scene.toll("two soldiers", "killed", 2, 2, "soldiers"), scene.place("Baidoa")
    first = scene.event("killed", "bombing", toll=toll, place=town)
    second = scene.event("blast", "bombing", place=scene.place("Baidoa", nth=1))
    scene.same(first, second)
    events, _ = read(scene)
    assert len(events) == 1
    assert [m.of(scene.text) for m in events[0].mentions] == ["killed", "blast"]
    assert [c.value for c in events[0].of("killed")] == [TollValue(2, 2, "soldiers")]


def test_what_is_hit_again_as_known_is_hit_once() -> None:
    def events_of(again: str, kind: str = "shelling", lead: str = "A") -> int:
        told = "Jets struck a mill in Jowhar. Many fled. Nobody slept. Rain fell. Roads shut."
        scene = Scene(f"{told} {lead} shell hit {again}.")
        scene.event("struck", "air_strike", target=scene.site("mill"), place=scene.place("Jowhar"))
        words = again.split()[-1]
        nth = scene.text.count(words) - 1
        scene.event("hit", kind, target=Mention(scene.span(words, nth), "facility", None, 0.9))
        return len(read(scene)[0])

    assert events_of("the gate of the mill") == 1
    assert events_of("another mill") == events_of("the school") == 2
    assert events_of("the mill", lead="Later a second") == events_of("the mill", lead="Another") == 2
    assert events_of("the mill", "destruction") == 2


@pytest.mark.parametrize(
    ("words", "types"),
    [
        ("in clashes", ["armed_clash"]),
        ("on Monday in heavy clashes", ["armed_clash"]),
        ("while clashes went on", ["shelling", "armed_clash"]),
    ],
)
def test_who_was_killed_in_a_deed_was_so_by_it_whatever_killed_was_taken_for(words: str, types: list[str]) -> None:
    scene = Scene(f"Shells fell. Nine herders were killed {words} near Harl.")
    toll = scene.toll("Nine herders", "killed", 9, 9, "herders")
    scene.event("killed", "shelling", toll=toll)
    scene.event("clashes", "armed_clash", toll=toll)
    assert [e.type for e in read(scene)[0]] == types


@pytest.mark.parametrize(("score", "expected"), [(0.9, "violent_demonstration"), (0.4, "demonstration")])
def test_a_riot_is_made_of_a_rally_only_by_words_that_likely_tell_of_one(score: float, expected: str) -> None:
    scene = Scene("Nurses marched in Fez. Their anger erupted in Fez.")
    first = scene.event("marched", "demonstration", place=scene.place("Fez"))
    second = scene.event("erupted", "violent_demonstration")
    scene.same(first, second)
    scene.triggers[1] = replace(second, score=score)
    scene.links = [replace(x, head=scene.triggers[1]) if x.head == second else x for x in scene.links]
    events, _ = read(scene)
    assert [e.type for e in events] == [expected]


@pytest.mark.parametrize(
    ("who", "score", "expected"),
    [("ucdp:1", 0.5, ["Men"]), ("ucdp:1", 0.8, ["Men", "police"]), (None, 0.5, ["Men", "police"])],
)
def test_a_doer_far_less_sure_than_that_of_another_telling_is_none(
    who: str | None, score: float, expected: list[str]
) -> None:
    scene = Scene("Men attacked Baidoa. The attack in Baidoa shook the police.")
    first = scene.event("attacked", "armed_attack", place=scene.place("Baidoa"), agent=scene.actor("Men", who))
    police = scene.actor("police", "gov:SOM.police", "police")
    second = scene.event("attack", "armed_attack", nth=1, place=scene.place("Baidoa", nth=1), agent=police)
    scene.same(first, second)
    scene.links = [replace(x, score=score) if x.tail == police else x for x in scene.links]
    events, _ = read(scene)
    assert [names(e, "perpetrator") for e in events] == [expected]


def test_the_of_the_sentence_before_makes_nothing_known() -> None:
    scene = Scene("A bomb went off in Baidoa by the ford. Bombings.")
    scene.event("went off", "bombing", place=scene.place("Baidoa"))
    scene.event("Bombings", "bombing")
    assert len(read(scene)[0]) == 2


def test_two_attacks_in_two_towns_stay_two() -> None:
    scene = Scene("Gunmen attacked Baidoa. Gunmen attacked Jowhar.")
    scene.event("attacked", "armed_attack", place=scene.place("Baidoa"))
    scene.event("attacked", "armed_attack", nth=1, place=scene.place("Jowhar"))
    assert len(read(scene)[0]) == 2


@pytest.mark.parametrize(("words", "events"), [("a crowd in", 2), ("residents of", 1)])
def test_the_town_that_people_came_from_is_no_second_town(words: str, events: int) -> None:
    scene = Scene(f"A bomb went off in Baidoa. The bombing killed {words} Jowhar.")
    first = scene.event("went off", "bombing", place=scene.place("Baidoa"))
    second = scene.event("bombing", "bombing", place=scene.place("Jowhar"))
    scene.same(first, second)
    scene.places = {s: replace(p, lat=float(n)) for n, (s, p) in enumerate(scene.places.items())}
    assert len(read(scene)[0]) == events


def test_as_many_hurt_as_were_killed_are_not_the_same_people() -> None:
    def events_of(who: str, field: str) -> int:
        scene = Scene(f"A shell fell on a mill: two children killed. Rain fell. A shell left two {who} by a ford.")
        scene.event("fell", "shelling", toll=scene.toll("two children killed", "killed", 2, 2, "children killed"))
        scene.event("shell", "shelling", nth=1, toll=scene.toll(f"two {who}", field, 2, 2, who))
        return len(read(scene)[0])

    assert events_of("people dead", "killed") == 1
    assert events_of("bakers injured", "injured") == 2


@pytest.mark.parametrize(("guests", "expected"), [("Union", 1), ("League", 2)])
def test_a_meeting_that_lies_ahead_is_one_where_the_same_are_to_meet(guests: str, expected: int) -> None:
    scene = Scene(f"The Union will meet on reform. Envoys are ready. The {guests} expects hard talks.")
    first = scene.event("meet", "meeting", agent=scene.actor("Union", "org:1", "igo"))
    nth = 1 if guests == "Union" else 0
    second = scene.event("talks", "meeting", agent=scene.actor(guests, f"org:{expected}", "igo", nth=nth))
    scene.triggers = [replace(t, realis="planned") for t in (first, second)]
    scene.links = [replace(x, head=replace(x.head, realis="planned")) for x in scene.links]
    assert len(read(scene)[0]) == expected


def test_a_claim_of_responsibility_and_the_bombing_are_two_events_linked() -> None:
    scene = Scene("Al-Shabaab claimed responsibility for a suicide bombing that killed 30 soldiers.")
    group = scene.actor("Al-Shabaab", "ucdp:717")
    toll = scene.toll("30 soldiers", "killed", 30, 30, "soldiers")
    bombing = scene.event("suicide bombing", "suicide_bombing", toll=toll, agent=group)
    scene.event("claimed responsibility", "responsibility_claim", agent=group, content=bombing)
    events, _ = read(scene)
    claim, blast = sorted(events, key=lambda e: e.trigger)
    assert (claim.type, blast.type) == ("responsibility_claim", "suicide_bombing")
    assert [c.value for c in claim.of("content")] == [ContentValue(event=blast.id)]
    assert names(claim, "speaker") == ["Al-Shabaab"]
    assert names(blast, "perpetrator") == ["Al-Shabaab"]


@pytest.mark.parametrize(
    ("words", "told"), [("the group", False), ("another group", True), ("an allied faction", True)]
)
def test_the_group_is_not_told_beside_whom_it_means(words: str, told: bool) -> None:
    scene = Scene(f"The Red Front bombed Baidoa. It was bombed by {words}.")
    first = scene.event("bombed", "bombing", agent=scene.actor("Red Front"))
    scene.same(first, scene.event("bombed", "bombing", nth=1, agent=scene.actor(words)))
    (event,), _ = read(scene)
    assert names(event, "perpetrator") == ["Red Front", *[words] * told]
    scene = Scene(f"Shells killed nine clerks. They hit {words}.")
    first = scene.event("killed", "shelling", victim=scene.actor("nine clerks", kind="civilians"))
    scene.same(first, scene.event("hit", "shelling", target=scene.actor(words)))
    (event,), _ = read(scene)
    assert names(event, "target") == ["nine clerks", *[words] * told]


def test_a_group_that_is_described_is_hit_beside_whoever_else_is() -> None:
    scene = Scene("Shells killed nine clerks. They hit an armed group.")
    first = scene.event("killed", "shelling", victim=scene.actor("nine clerks", kind="civilians"))
    scene.same(first, scene.event("hit", "shelling", target=scene.actor("an armed group")))
    (event,), _ = read(scene)
    assert names(event, "target") == ["nine clerks", "an armed group"]


def test_both_sides_of_an_agreement_are_participants_and_the_city_is_the_place() -> None:
    scene = Scene("Iran and Saudi Arabia agreed to restore relations after talks in Beijing.")
    sides = [scene.actor("Iran", "state:IRN", "state"), scene.actor("Saudi Arabia", "state:SAU", "state")]
    scene.event("agreed", "agreement", agent=sides)
    scene.event("talks", "meeting", agent=sides, place=scene.place("Beijing"))
    events, _ = read(scene)
    assert [e.type for e in events] == ["agreement", "meeting"]
    assert names(events[0], "participant") == ["Iran", "Saudi Arabia"]
    assert not events[0].of("perpetrator", "target")


def test_the_object_of_a_deed_of_its_own_type_is_that_deed() -> None:
    scene = Scene("Norland provided assistance to the flooded towns.")
    donor = scene.actor("Norland", "state:NOR", "state")
    gift = scene.event("assistance", "aid", "planned")
    scene.event("provided", "aid", agent=donor, content=gift)
    (event,), _ = read(scene)
    assert (event.realis, event.trigger.of(scene.text)) == ("actual", "provided")


def test_who_said_it_goes_with_the_claim() -> None:
    scene = Scene("Two children were killed by a mine, security officials said.")
    officials = scene.actor("security officials", None, "government")
    scene.event("killed", "bombing", toll=scene.toll("Two children", "killed", 2, 2, "children"))
    scene.cue("said", officials, "Two children were killed by a mine")
    (event,), _ = read(scene)
    (claim,) = event.of("killed")
    assert claim.said_by is not None and claim.said_by.span.of(scene.text) == "security officials"


def test_rival_tolls_are_two_claims_with_their_sources() -> None:
    scene = Scene("The blast killed 14 people, medics said. The army put the toll at 19.")
    medics, army = scene.actor("medics", None, "other"), scene.actor("army", None, "military")
    first, second = scene.toll("14 people", "killed", 14, 14, "people"), scene.toll("19", "killed", 19, 19)
    scene.event("blast", "bombing", toll=[first, second])
    scene.cue("said", medics, "The blast killed 14 people")
    scene.cue("put", army, "the toll at 19")
    (event,), _ = read(scene)
    assert [c.said_by and c.said_by.span.of(scene.text) for c in event.of("killed")] == ["medics", "army"]
    assert [
        (v.low, v.high) for s in event.settled if s.field == "killed" for v in s.values if isinstance(v, TollValue)
    ] == [(14, 19)]


def test_a_direct_quote_has_its_speaker_though_the_reader_saw_only_a_piece_of_it() -> None:
    scene = Scene('"We shall never leave this valley," Omar Said told reporters.')
    omar = scene.actor("Omar Said", None, "person")
    scene.cue("told reporters", omar, "never leave")
    _, quotes = read(scene)
    assert [(q.span.of(scene.text), q.direct) for q in quotes] == [("We shall never leave this valley,", True)]
    assert quotes[0].speaker is not None and quotes[0].speaker.span.of(scene.text) == "Omar Said"


def test_a_quote_without_a_speaker_is_kept() -> None:
    scene = Scene('"Nobody came to help us that night." Rain fell.')
    _, quotes = read(scene)
    assert [(q.speaker, q.direct) for q in quotes] == [(None, True)]


def test_what_is_denied_is_not_actual() -> None:
    scene = Scene("The Houthis denied shelling the market.")
    group = scene.actor("Houthis", "ucdp:1", "rebel")
    shelling = scene.event("shelling", "shelling", agent=group)
    scene.event("denied", "denial", agent=group, content=shelling)
    events, _ = read(scene)
    assert {e.type: e.realis for e in events} == {"denial": "actual", "shelling": "denied"}
    assert all(c.stance == "denied" for e in events if e.type == "shelling" for c in e.claims)


def test_a_place_is_carried_from_the_sentence_before_with_less_confidence() -> None:
    scene = Scene("A clinic in Jowhar was looted. Rebels shelled a school.")
    scene.event("shelled", "shelling", agent=scene.actor("Rebels"))
    scene.event("looted", "looting", place=scene.place("Jowhar"))
    looting, shelling = sorted(read(scene)[0], key=lambda e: e.trigger)
    assert shelling.of("place")[0].confidence < looting.of("place")[0].confidence


def test_who_is_ambushed_is_the_target_and_who_fights_on_both_sides_takes_part() -> None:
    scene = Scene("Rebels ambushed soldiers near Jowhar. Militiamen and policemen fought in Baidoa.")
    scene.event("ambushed", "armed_clash", agent=scene.actor("Rebels"), target=scene.actor("soldiers", kind="military"))
    sides = [scene.actor("Militiamen", kind="militia"), scene.actor("policemen", kind="police")]
    scene.event("fought", "armed_clash", agent=sides, place=scene.place("Baidoa"))
    ambush, fight = sorted(read(scene)[0], key=lambda e: e.trigger)
    assert (names(ambush, "perpetrator"), names(ambush, "target")) == (["Rebels"], ["soldiers"])
    assert names(fight, "participant") == ["Militiamen", "policemen"]


def test_a_count_belongs_to_the_event_of_its_own_sentence() -> None:
    scene = Scene("Shelling killed six villagers in Jowhar. Two patrols clashed in Baidoa.")
    toll = scene.toll("six villagers", "killed", 6, 6, "villagers")
    scene.event("Shelling", "shelling", toll=toll, place=scene.place("Jowhar"))
    scene.event("clashed", "armed_clash", toll=toll, place=scene.place("Baidoa"))
    assert {e.type: len(e.of("killed")) for e in read(scene)[0]} == {"shelling": 1, "armed_clash": 0}


def test_who_is_included_in_a_count_is_where_the_count_is() -> None:
    scene = Scene("Shelling killed ten herders in Jowhar, including a boy, while jets bombed Baidoa.")
    ten, boy = scene.toll("ten herders", "killed", 10, 10, "herders"), scene.toll("a boy", "killed", 1, 1, "boy")
    scene.event("Shelling", "shelling", toll=ten, place=scene.place("Jowhar"))
    scene.event("bombed", "air_strike", agent=scene.actor("jets"), toll=boy, place=scene.place("Baidoa"))
    assert {e.type: len(e.of("killed")) for e in read(scene)[0]}["air_strike"] == 0


def test_a_count_of_some_takes_the_place_of_all_only_where_it_came_to_these_alone() -> None:
    for text, whole, killed in (
        ("Nine herders, two of them boys, were led out and shot.", "Nine herders", 9),
        ("Police fired on nine men, killing two of them.", "nine men", 2),
    ):
        scene = Scene(text)
        tolls = [scene.toll(whole, "killed", 9, 9), scene.toll("two of them", "killed", 2, 2)]
        scene.event("shot" if "shot" in text else "fired", "execution", toll=tolls)
        (event,), _ = read(scene)
        assert [v for s in event.settled if s.field == "killed" for v in s.values] == [TollValue(killed, killed)]


def test_a_paragraph_that_is_only_a_quote_goes_on_with_the_one_speaker_of_the_last() -> None:
    scene = Scene('The governor said the road was open.\n\n"Nobody came to help us that night."')
    scene.cue("said", scene.actor("governor", kind="person"), "the road was open")
    _, quotes = read(scene)
    assert [q.speaker.span.of(scene.text) for q in quotes if q.direct and q.speaker] == ["governor"]


def test_whence_the_attackers_came_is_not_where_it_happened() -> None:
    scene = Scene("Jets that had flown from Baidoa bombed a mill in Jowhar. Men coming from Baidoa shot a miller.")
    scene.event("bombed", "air_strike", place=[scene.place("Baidoa"), scene.place("Jowhar")])
    scene.place("Baidoa", nth=1)
    scene.event("shot", "armed_attack", agent=scene.actor("Men"))
    places = [{c.span.of(scene.text) for c in event.of("place")} for event in read(scene)[0]]
    assert places == [{"Jowhar"}, {"Jowhar"}]


def test_a_site_is_a_place_without_a_point_and_a_town_is_settled_before_it() -> None:
    scene = Scene("A bomb tore through the mosque in Jowhar.")
    site = scene.site("mosque")
    scene.event("tore", "bombing", place=[site, scene.place("Jowhar")])
    (event,), _ = read(scene)
    assert {c.span.of(scene.text) for c in event.of("place")} == {"mosque", "Jowhar"}
    (settled,) = (s.values[0] for s in event.settled if s.field == "place")
    assert isinstance(settled, PlaceValue) and settled.name == "Jowhar"


def test_who_is_to_do_what_is_demanded_is_the_one_spoken_to() -> None:
    scene = Scene("Eritrea demanded that the mission leave Assab.")
    speaker, doer = scene.actor("Eritrea", "state:ERI", "state"), scene.actor("mission", None, "igo")
    leave = scene.event("leave", "withdrawal", "planned", agent=doer)
    scene.event("demanded", "demand", agent=speaker, content=leave)
    demand = next(e for e in read(scene)[0] if e.type == "demand")
    assert (names(demand, "speaker"), names(demand, "addressee")) == (["Eritrea"], ["mission"])


def test_of_two_cues_that_claim_a_quote_the_nearest_has_it() -> None:
    scene = Scene('The rebels said so on Monday. "Nobody came to help us that night," Omar Said told reporters.')
    content = "Nobody came to help us that night,"
    scene.cue("said", scene.actor("rebels"), content)
    scene.cue("told", scene.actor("Omar Said", kind="person"), content)
    _, quotes = read(scene)
    assert [q.speaker.span.of(scene.text) for q in quotes if q.direct and q.speaker] == ["Omar Said"]


def test_a_blast_is_an_accident_where_its_words_say_so() -> None:
    for told, kind in (("The blast was an accident.", "accidental_explosion"), ("The blast hurt a man.", "bombing")):
        scene = Scene(f"A bomb killed two soldiers in Baidoa. {told}")
        toll = scene.toll("two soldiers", "killed", 2, 2, "soldiers")
        first = scene.event("killed", "bombing", toll=toll, place=scene.place("Baidoa"))
        scene.same(first, scene.event("blast", "accidental_explosion"))
        assert [e.type for e in read(scene)[0]] == [kind]


def test_a_deed_that_only_was_not_done_by_nobody_to_nobody_is_no_event() -> None:
    scene = Scene("We do not fire on our own, he said. The army did not shell Baidoa.")
    scene.event("fire", "shelling", "denied")
    scene.event("shell", "shelling", "denied", place=scene.place("Baidoa"))
    events, _ = read(scene)
    assert [e.trigger.of(scene.text) for e in events] == ["shell"]


@pytest.mark.parametrize(
    ("text", "perpetrators", "targets"),
    [
        ("Rebels ambushed an army patrol near the ford.", ["Rebels"], ["army patrol"]),
        ("Rebels opened heavy fire on an army patrol near the ford.", ["Rebels"], ["army patrol"]),
        ("The army patrol was attacked by a group of Rebels near the ford.", ["Rebels"], ["army patrol"]),
        ("The army patrol was hit in the Rebels' ambush near the ford.", ["Rebels"], ["army patrol"]),
        ("Rebels ambushed an army patrol; the gunfight lasted an hour.", ["Rebels"], ["army patrol"]),
        ("Rebels attacked an army patrol, sparking a gun battle by the ford.", ["Rebels"], ["army patrol"]),
        ("In the encounter Rebels attacked an army patrol near the ford.", ["Rebels"], ["army patrol"]),
        ("Rebels ambushed an army patrol, which returned fire.", ["Rebels"], ["army patrol"]),
        ("An army patrol returned fire when Rebels opened fire near the ford.", ["Rebels"], ["army patrol"]),
        ("Rebels retaliated and attacked an army patrol near the ford.", [], []),
        ("Rebels attacked an army patrol, and both sides fired for an hour.", [], []),
        ("Rebels and an army patrol met by the ford.", [], []),
    ],
)
def test_who_attacks_is_the_perpetrator_unless_fire_is_exchanged(
    text: str, perpetrators: list[str], targets: list[str]
) -> None:
    scene = Scene(text)
    sides = [scene.actor("Rebels"), scene.actor("army patrol", kind="military")]
    scene.event(next(w for w in ("ambush", "opened", "attacked", "met") if w in text), "armed_clash", agent=sides)
    (event,) = read(scene)[0]
    assert (names(event, "perpetrator"), names(event, "target")) == (perpetrators, targets)
    assert sorted(names(event, "participant")) == ([] if perpetrators else ["Rebels", "army patrol"])


def test_who_fell_is_not_who_attacked() -> None:
    scene = Scene("Two rebels were killed when Rebels attacked an army patrol.")
    sides = [scene.actor("Rebels"), scene.actor("army patrol", kind="military")]
    scene.event("attacked", "armed_clash", agent=sides, victim=scene.actor("rebels"))
    (event,) = read(scene)[0]
    assert names(event, "perpetrator") == []


@pytest.mark.parametrize("told", ["victim", "toll"])
def test_who_attacked_and_lost_men_fought_like_the_other_side(told: str) -> None:
    scene = Scene("Rebels attacked an army patrol. Two rebels were killed.")
    sides = [scene.actor("Rebels", kind="rebel"), scene.actor("army patrol", kind="military")]
    dead, toll = scene.actor("rebels", kind="rebel"), scene.toll("Two rebels", "killed", 2, 2, "rebels")
    scene.event("attacked", "armed_clash", agent=[*sides, dead], **{told: dead if told == "victim" else toll})
    (event,) = read(scene)[0]
    assert names(event, "perpetrator") == []


def test_who_attacks_in_a_clash_did_it_though_the_reader_saw_him_hurt() -> None:
    scene = Scene("The rebels attacked an outpost at Hudur.")
    rebels = scene.actor("rebels", kind="rebel")
    scene.event("attacked", "armed_clash", agent=rebels, victim=rebels)
    (event,) = read(scene)[0]
    assert [claim.field for claim in event.claims if claim.span == rebels.span and claim.field != "target"]


def test_nobody_is_doer_and_target_of_one_clash() -> None:
    scene = Scene("Rebels attacked a caravan by the ford. A guard was killed in the attack.")
    rebels, guard = scene.actor("Rebels"), scene.actor("guard", kind="gunmen")
    first = scene.event("attacked", "armed_clash", agent=rebels, victim=rebels)
    again = scene.event("attack", "armed_clash", nth=1, agent=guard, victim=guard)
    scene.same(first, again)
    scene.links = [replace(x, score=0.7) if (x.role, x.tail) == ("agent", guard) else x for x in scene.links]
    (event,), _ = read(scene)
    assert (names(event, "perpetrator"), names(event, "target")) == (["Rebels"], ["guard"])


def test_who_is_only_told_to_be_killed_in_a_clash_did_not_do_it() -> None:
    scene = Scene("Three rebels were killed in a gunfight near the ford.")
    dead = scene.actor("rebels")
    scene.event("gunfight", "armed_clash", agent=dead, victim=dead)
    (event,) = read(scene)[0]
    assert (names(event, "perpetrator"), names(event, "target")) == ([], ["rebels"])


@pytest.mark.parametrize(("roles", "found"), [(("agent", "victim"), 1), (("agent",), 0)])
def test_a_trigger_in_doubt_is_told_where_doer_and_victim_are(roles: tuple[str, ...], found: int) -> None:
    scene = Scene("Gunmen shot at a headman.")
    parties = {"agent": scene.actor("Gunmen"), "victim": scene.actor("headman", kind="government")}
    trigger = scene.event("shot at", "assassination", **{role: parties[role] for role in roles})
    doubted = replace(trigger, score=0.25)
    scene.triggers = [doubted]
    scene.links = [replace(link, head=doubted) for link in scene.links]
    assert len(read(scene)[0]) == found


def test_bodies_are_nobody_by_themselves() -> None:
    scene = Scene("Shells hit bakers in Baidoa. Nine bodies were brought in.")
    bakers, bodies = scene.actor("bakers", kind="civilians"), scene.actor("bodies", kind="civilians")
    scene.event("hit", "shelling", victim=bakers, target=bodies)
    events, _ = read(scene)
    assert names(events[0], "target") == ["bakers"]


def test_whose_strike_it_is_is_no_weapon() -> None:
    scene = Scene("A Chadian strike hit Baidoa with a rocket.")
    chadian, rocket = scene.actor("Chadian", kind="state"), scene.weapon("rocket", "rocket")
    strike = scene.event("strike", "air_strike", agent=chadian, weapon=rocket)
    scene.links.append(Link(strike, "weapon", scene.weapon("Chadian", "other"), 0.9))
    events, _ = read(scene)
    assert [c.span.of(scene.text) for c in events[0].of("weapon")] == ["rocket"]


def test_what_the_sentence_of_a_party_leaves_open_is_open_for_what_another_tells() -> None:
    scene = Scene("Raids hit a mill in Fez. It was unclear whether Chadian planes had bombed the mill.")
    scene.event("Raids", "air_strike", agent=scene.actor("Chadian planes", "gov:TCD.airforce", "military"))
    (event,), _ = read(scene)
    assert [c.stance for c in event.of("perpetrator")] == ["possible"]


def test_who_owns_what_was_hit_is_not_who_was_hit() -> None:
    scene = Scene("My brother's flat was hit and a girl died.")
    people = [scene.actor("My brother", None, "civilians"), scene.actor("girl", None, "civilians")]
    scene.event("hit", "shelling", victim=people)
    (event,), _ = read(scene)
    assert names(event, "target") == ["girl"]


@pytest.mark.parametrize("deed", ["murder", "brutal murder", "beating", "rape", "throat", "long detention"])
def test_whose_murder_it_is_was_murdered(deed: str) -> None:
    scene = Scene(f"The priest's {deed} shook Lom.")
    scene.event(deed, "assassination", victim=scene.actor("priest", None, "civilians"))
    (event,), _ = read(scene)
    assert names(event, "target") == ["priest"]


def test_nobody_strikes_people_of_his_own_by_a_mere_their() -> None:
    scene = Scene("The Red Band shot one of their drivers.")
    band, them = scene.actor("Red Band", "ucdp:1"), scene.actor("their drivers", "ucdp:1")
    scene.event("shot", "armed_attack", agent=band, victim=them)
    (event,), _ = read(scene)
    assert [c.value for c in event.of("target")] == [ActorValue(None, "drivers", None, None)]


def test_a_camp_that_is_stormed_takes_no_part() -> None:
    scene = Scene("Raiders and guards fought over the mill.")
    sides = [scene.actor("Raiders", "ucdp:1"), scene.actor("guards", None, "police")]
    scene.event("fought", "armed_clash", agent=sides, target=scene.site("mill"))
    (event,), _ = read(scene)
    assert names(event, "participant") == ["Raiders", "guards"] and names(event, "target") == ["mill"]


def test_the_half_of_a_word_or_of_a_number_is_nobody() -> None:
    scene = Scene("Chad plans to withdraw roughly 10,000 gunners from the war-torn hills.")
    cut = [scene.actor("roughly 10", kind="military"), scene.actor("gunners", kind="military")]
    scene.event("withdraw", "withdrawal", agent=cut, target=scene.site("war"))
    (event,), _ = read(scene)
    assert (names(event, "perpetrator"), names(event, "target")) == (["gunners"], [])


@pytest.mark.parametrize(("whose", "places"), [("XXX", []), ("YYY", ["Lom"])])
def test_where_who_accuses_sits_nothing_happened(whose: str, places: list[str]) -> None:
    scene = Scene("Judges in Lom accuse the Red Band of shelling.")
    band = scene.actor("Red Band", "ucdp:1")
    scene.actors[band.span] = ActorValue("ucdp:1", "Red Band", "rebel", whose)
    lom = scene.place("Lom")
    scene.places[lom.span] = PlaceValue("Lom", None, "YYY", None, None, 1.0, 2.0, "settlement")
    deed = scene.event("shelling", "shelling", agent=band, place=lom)
    scene.event("accuse", "accusation", agent=scene.actor("Judges", None, "government"), target=band, content=deed)
    events, _ = read(scene)
    shelling = next(e for e in events if e.type == "shelling")
    assert [c.span.of(scene.text) for c in shelling.of("place")] == places


def test_a_bare_charge_makes_no_one_accusation_of_two() -> None:
    scene = Scene("Judges accused Mali. A spokesman accused Niger. The charge was rejected.")
    said = []
    for n, (who, whom) in enumerate((("Judges", "Mali"), ("spokesman", "Niger"))):
        land = scene.actor(whom, f"state:{whom}", "state")
        scene.actors[land.span] = ActorValue(f"state:{whom}", whom, "state", whom)
        said.append(scene.event("accused", "accusation", nth=n, agent=scene.actor(who, None, "person"), target=land))
    charge = scene.event("charge", "accusation")
    scene.links += [Link(charge, "same", one, 0.9) for one in said]
    events, _ = read(scene)
    assert [names(e, "addressee") for e in events if e.type == "accusation"] == [["Mali"], ["Niger"]]


def test_a_paper_that_is_told_something_is_not_accused() -> None:
    scene = Scene("The mayor told the Herald that the mill had burned.")
    paper = scene.actor("Herald", "media:herald", "media")
    scene.event("told", "accusation", agent=scene.actor("mayor", None, "person"), target=paper)
    (event,), _ = read(scene)
    assert not names(event, "addressee")


def test_whom_somebody_fights_did_not_take_the_town() -> None:
    scene = Scene("Rebels fighting the Red Band took a town.")
    both = [scene.actor("Rebels", "ucdp:2"), scene.actor("Red Band", "ucdp:1")]
    scene.event("took", "territory_seized", agent=both)
    (event,), _ = read(scene)
    assert names(event, "perpetrator") == ["Rebels"]


def test_whom_somebody_fights_takes_part_in_their_clash() -> None:
    scene = Scene("Police fighting the Red Band were ambushed.")
    both = [scene.actor("Police", None, "police"), scene.actor("Red Band", "ucdp:1")]
    scene.event("ambushed", "armed_clash", agent=both)
    (event,), _ = read(scene)
    assert names(event, "participant") == ["Police", "Red Band"]


def test_two_forces_that_clash_both_take_part() -> None:
    scene = Scene("A fight of both armies killed nine cooks.")
    scene.event(
        "fight", "armed_clash", agent=scene.actor("both armies"), victim=scene.actor("cooks", None, "civilians")
    )
    (event,), _ = read(scene)
    assert names(event, "participant") == ["both armies"]


@pytest.mark.parametrize(
    ("who", "kind", "expected"), [("Omar Said", "person", {"Lom"}), ("gates", "military", {"Lom", "Dara"})]
)
def test_where_somebody_is_from_is_not_where_it_happened(who: str, kind: str, expected: set[str]) -> None:
    scene = Scene(f"Gunmen at Lom shot {who} of Dara.")
    scene.event(
        "shot", "armed_attack", place=[scene.place("Lom"), scene.place("Dara")], victim=scene.actor(who, None, kind)
    )
    (event,), _ = read(scene)
    assert {c.span.of(scene.text) for c in event.of("place")} == expected


@pytest.mark.parametrize(("country", "expected"), [("IRN", {"Dara"}), ("IRQ", {"Lom", "Dara"})])
def test_where_a_spokesman_speaks_is_not_where_it_happened(country: str, expected: set[str]) -> None:
    scene = Scene("In Lom, an army spokesman said jets had bombed a mill in Dara.")
    towns = [scene.place("Lom"), scene.place("Dara")]
    for town, land in zip(towns, ("IRQ", country), strict=True):
        scene.places[town.span] = replace(scene.places[town.span], country=land)
    scene.cue("said", scene.actor("army spokesman", None, "military"), "jets had bombed a mill in Dara")
    scene.event("bombed", "air_strike", place=towns)
    (event,), _ = read(scene)
    assert {c.span.of(scene.text) for c in event.of("place")} == expected


@pytest.mark.parametrize(("mark", "expected"), [('"', "He"), ("", "Omar Said")])
def test_nobody_speaks_of_himself_as_he_in_his_direct_words(mark: str, expected: str) -> None:
    scene = Scene(f"{mark}He hid a mine in the mill,{mark} Omar Said told reporters.")
    him = scene.actor("He", None, "person")
    scene.actors[him.span] = ActorValue(None, "Omar Said", "person", None)
    scene.cue("told", scene.actor("Omar Said", None, "person"), "He hid a mine in the mill")
    scene.event("hid", "bombing", agent=him)
    (event,), _ = read(scene)
    assert names(event, "perpetrator") == [expected]


def test_who_tells_that_a_ship_shot_down_a_drone_did_not() -> None:
    scene = Scene("The command said the Kestrel had brought down a drone.")
    command, ship = scene.actor("command", None, "military"), scene.actor("Kestrel", None, "military")
    scene.cue("said", command, "the Kestrel had brought down a drone")
    scene.event("brought down", "weapons_disrupted", agent=command)
    trigger = scene.triggers[-1]
    scene.links.append(Link(trigger, "agent", ship, 0.9))
    (event,), _ = read(scene)
    assert names(event, "perpetrator") == ["Kestrel"]


def test_whom_a_denial_speaks_of_is_denied_to_have_done_it() -> None:
    scene = Scene("Men led off a clerk in Fez. The army denied that any of its men were involved.")
    first = scene.event("led off", "abduction", agent=scene.actor("Men", kind="gunmen"), victim=scene.actor("clerk"))
    second = scene.event("involved", "abduction", agent=scene.actor("its men", kind="military"))
    scene.event("denied", "denial", agent=scene.actor("army", kind="military"), content=second)
    scene.same(first, second)
    events, _ = read(scene)
    told = next(e for e in events if e.type == "abduction")
    assert {c.span.of(scene.text): c.stance for c in told.of("perpetrator")} == {
        "Men": "asserted", "army": "denied", "its men": "denied",
    }  # fmt: skip


@pytest.mark.parametrize(("verb", "stance"), [("accused", "alleged"), ("saw", "asserted")])
def test_whom_somebody_accuses_he_only_alleges_though_no_more_of_the_accusation_was_read(
    verb: str, stance: str
) -> None:
    scene = Scene(f"The mayor {verb} the army of shelling a mill.")
    scene.event("shelling", "shelling", agent=scene.actor("army", kind="military"))
    (event,), _ = read(scene)
    assert [c.stance for c in event.of("perpetrator")] == [stance]


def test_whose_wedding_it_was_is_no_victim_of_the_bomb() -> None:
    scene = Scene("A bomb hit the wedding of a member of the Front.")
    scene.event("hit", "suicide_bombing", victim=scene.actor("member of the Front"))
    (event,), _ = read(scene)
    assert not event.of("target")


def test_who_does_not_deny_a_deed_has_not_denied_that_he_did_it() -> None:
    scene = Scene("Raids hit a mill. An officer of the army did not deny that its jets had flown them.")
    raid = scene.event("flown", "air_strike", agent=scene.actor("its jets", kind="military"))
    scene.event("deny", "denial", agent=scene.actor("An officer of the army", kind="military"), content=raid)
    events, _ = read(scene)
    assert [c.stance for e in events if e.type == "air_strike" for c in e.of("perpetrator")] == ["asserted"]


def test_what_is_told_before_it_is_denied_is_denied_by_nobody_but_who_denies_it() -> None:
    scene = Scene("The opposition accused soldiers of killing nine, a charge dismissed by the government.")
    army, against = scene.actor("soldiers", kind="military"), scene.actor("opposition")
    killing = scene.event("killing", "armed_attack", agent=army)
    scene.event("accused", "accusation", agent=against, target=army, content=killing)
    scene.event("dismissed", "denial", agent=scene.actor("government", kind="government"), content=killing)
    events, _ = read(scene)
    told = next(e for e in events if e.type == "armed_attack")
    assert [(c.stance, c.said_by.span.of(scene.text) if c.said_by else "") for c in told.of("perpetrator")] == [
        ("alleged", "opposition"), ("denied", "government"),
    ]  # fmt: skip


def part(scene: Scene, small: Mention, large: Mention) -> None:
    scene.links.append(Link(small, "part_of", large, 0.9))


def test_the_dead_of_another_place_are_no_part_of_the_first() -> None:
    def parts_of(text: str) -> list[bool]:
        scene = Scene(text)
        scene.event("killed", "shelling")
        tolls = [scene.toll(n, "killed", v, v) for n, v in (("nine", 9), ("five", 5))]
        scene.links += [Link(scene.triggers[0], "toll", t, 0.9) for t in tolls]
        part(scene, tolls[1], tolls[0])
        return [bool(c.value.part_of) for c in read(scene)[0][0].of("killed") if isinstance(c.value, TollValue)]

    assert parts_of("Shells killed nine in Lom and five near Dir.") == [False, False]
    assert parts_of("Shells killed nine in Lom, with five near Dir.") == [False, True]


@pytest.mark.parametrize(
    ("again", "is_part"),
    [
        ("five people died, a nurse said", False),
        ("five people died, a cook said", True),
        ("five porters died, a nurse said", True),
        ("five of them were people of Lom, a nurse said", True),
    ],
)
def test_the_lower_toll_of_another_source_is_a_rival_and_no_part(again: str, *, is_part: bool) -> None:
    scene = Scene(f"Shells killed nine people, a cook said. At night {again}.")
    scene.event("killed", "shelling")
    words, who = ("five of them", None) if "of them" in again else (again[: again.index(" died")], again.split()[1])
    tolls = [scene.toll("nine people", "killed", 9, 9, "people"), scene.toll(words, "killed", 5, 5, who)]
    scene.links += [Link(scene.triggers[0], "toll", t, 0.9) for t in tolls]
    part(scene, tolls[1], tolls[0])
    scene.cue("said", scene.actor("cook", kind="civilian"), "Shells killed nine people")
    speaker = scene.actor("nurse", kind="civilian") if "nurse" in again else scene.actor("cook", "x", "civilian", nth=1)
    if "nurse" not in again:
        scene.actors[speaker.span] = scene.actors[scene.span("cook")]
    scene.cue("said", speaker, again[: again.index(",")], nth=1)
    counts = [c.value for c in read(scene)[0][0].of("killed")]
    assert [bool(v.part_of) for v in counts if isinstance(v, TollValue)] == [False, is_part]


@pytest.mark.parametrize("name", ["Omar Said", "Omar Said alias Nur"])
def test_who_is_named_after_a_count_of_one_is_that_one(name: str) -> None:
    scene = Scene(f"Gunmen killed a clerk. Gunmen came for {name}, took him away and beat him to death.")
    agents = [scene.actor("Gunmen", "rebel:lom", nth=n) for n in (0, 1)]
    person, him = scene.actor(name, kind="person"), scene.toll("him", "killed", 1, 1)
    scene.event("killed", "armed_attack", agent=agents[0], toll=scene.toll("a clerk", "killed", 1, 1, "clerk"))
    scene.event("beat", "execution", agent=agents[1], victim=person, toll=him)
    assert len(read(scene)[0]) == 1


@pytest.mark.parametrize(
    ("the", "again", "events"), [("", "two women", 2), ("the ", "two women", 1), ("", "two guards", 1)]
)
def test_that_a_few_are_as_many_joins_nothing_where_they_are_others(the: str, again: str, events: int) -> None:
    scene = Scene(f"Shells killed two guards at dawn. Later mortar fire left {the}{again} dead, a baker said.")
    scene.event("Shells", "shelling", toll=scene.toll("two guards", "killed", 2, 2, "guards"))
    mention = scene.toll("two women", "killed", 2, 2, "women") if again == "two women" else None
    nth = 0 if mention else 1
    span = scene.span(again, nth)
    mention = mention or Mention(span, "toll", "killed", 0.9)
    scene.tolls[span] = Counted(span, TollValue(2, 2, again.split()[1]))
    scene.mentions.append(mention)
    scene.event("mortar fire", "shelling", toll=mention)
    assert len(read(scene)[0]) == events
