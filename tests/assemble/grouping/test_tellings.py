"""Roles that the grammar gives where the reader linked nobody, and those that it takes away."""

from dataclasses import replace

import pytest

from tacitus.assemble.grouping.tellings import Telling, tellings
from tacitus.assemble.items import Items
from tacitus.reader.sentences import sentences
from tacitus.records.markup import STAMP, Link, Trigger
from tacitus.records.span import Span
from tests.assemble.build import Scene


def told(scene: Scene, trigger: Trigger) -> Telling:
    markup = scene.markup([Span(0, len(scene.text))])
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    return next(t for t in found if t.trigger == trigger)


def words(scene: Scene, telling: Telling, role: str) -> list[str]:
    return [span.of(scene.text) for span in telling.spans(role)]


@pytest.mark.parametrize(("label", "expected"), [(STAMP, ["08:55"]), (None, [])])
def test_the_hour_of_a_post_is_that_of_all_its_sentences(label: str | None, expected: list[str]) -> None:
    scene = Scene("08:55 Men burned tyres. Police fired at them.")
    hour = replace(scene.time("08:55", "2031-05-01"), label=label)
    scene.mentions = [hour]
    scene.event("burned", "roadblock", time=hour)
    trigger = scene.event("fired", "excessive_force", time=hour)
    markup = scene.markup([Span(0, 23), Span(24, len(scene.text))])
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    assert words(scene, next(t for t in found if t.trigger == trigger), "time") == expected


def test_an_inquiry_is_into_somebody() -> None:
    scene = Scene("The senate opened an investigation into the dealings of the hotel group Karsak.")
    scene.actor("hotel group Karsak", kind="company")
    trigger = scene.event("investigation", "investigation")
    assert words(scene, told(scene, trigger), "target") == ["hotel group Karsak"]


@pytest.mark.parametrize(("purpose", "heard"), [("to protest", ["Togolese envoy"]), ("and protested", [])])
def test_who_is_summoned_to_hear_a_protest_is_whom_it_is_made_to(purpose: str, heard: list[str]) -> None:
    scene = Scene(f"Ghana summoned the Togolese envoy {purpose} over the shelling of a border post.")
    scene.event("summoned", "demand", target=scene.actor("Togolese envoy", kind="government"))
    trigger = scene.event(purpose.split()[1], "accusation")
    assert words(scene, told(scene, trigger), "target") == heard


def test_what_follows_an_inquiry_is_not_looked_into() -> None:
    scene = Scene("The senate opened an investigation into the fire, which killed nine, after miners struck.")
    scene.actor("miners", kind="civilians")
    trigger = scene.event("investigation", "investigation")
    assert words(scene, told(scene, trigger), "target") == []


def test_who_refuses_to_send_does_not_send() -> None:
    scene = Scene("Chad refused to send soldiers to Kidal.")
    sending = scene.event("send", "deployment", "denied", place=scene.place("Kidal"))
    scene.event("refused", "rejection", agent=scene.actor("Chad", kind="state"), content=sending)
    assert words(scene, told(scene, sending), "agent") == ["Chad"]


def test_who_calls_for_an_end_of_a_raid_asks_nobody_whom_others_blamed() -> None:
    scene = Scene("The mayor blamed the Red Band. Chad called for an end to the raid on Kidal.")
    raid = scene.event("raid", "armed_attack", agent=scene.actor("Red Band"))
    trigger = scene.event("called for", "demand", agent=scene.actor("Chad", kind="state"), content=raid)
    markup = scene.markup([Span(0, 30), Span(31, len(scene.text))])
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    assert not next(t for t in found if t.trigger == trigger).roles.get("target")


@pytest.mark.parametrize(
    ("word", "kind", "found"), [("urged", "demand", ["Red Band"]), ("condemned", "accusation", [])]
)
def test_who_does_what_is_condemned_is_not_said_to_hear_it(word: str, kind: str, found: list[str]) -> None:
    scene = Scene(f"Chad {word} a withdrawal of the Red Band from Kidal.")
    leaving = scene.event("withdrawal", "withdrawal", agent=scene.actor("Red Band"))
    trigger = scene.event(word, kind, agent=scene.actor("Chad", kind="state"), content=leaving)
    assert words(scene, told(scene, trigger), "target") == found


def test_who_denies_speaks_of_what_was_told() -> None:
    scene = Scene("Rebels sank a boat. The Red Band denied it. A mine hurt a nurse.")
    deeds = [scene.event("sank", "bombing"), scene.event("hurt", "bombing")]
    trigger = scene.event("denied", "denial", agent=scene.actor("Red Band"), content=deeds)
    markup = scene.markup([Span(0, 19), Span(20, 43), Span(44, len(scene.text))])
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    assert words(scene, next(t for t in found if t.trigger == trigger), "content") == ["sank"]


def test_since_whose_coming_they_talk_need_not_talk() -> None:
    scene = Scene("Ministers of Chad meet for the first talks since Omar Said took office.")
    parties = [scene.actor("Ministers of Chad", kind="government"), scene.actor("Omar Said", kind="person")]
    trigger = scene.event("meet", "meeting", agent=parties)
    assert words(scene, told(scene, trigger), "agent") == ["Ministers of Chad"]


def test_nobody_does_it_to_himself() -> None:
    scene = Scene("Police attacked the camp.")
    police = scene.actor("Police", kind="police")
    trigger = scene.event("attacked", "armed_attack", agent=police, target=police)
    found = told(scene, trigger)
    assert len(words(scene, found, "agent") + words(scene, found, "target")) == 1


def test_a_far_link_must_be_sure() -> None:
    text = "A bomb went off in Kabul. Two men were hurt in Herat."
    scene = Scene(text)
    actor = scene.actor("men", kind="civilians")
    trigger = scene.event("went off", "bombing")
    for score, found in ((0.85, []), (0.95, ["men"])):
        scene.links[:] = [Link(trigger, "target", actor, score)]
        markup = scene.markup([Span(0, 25), Span(26, len(text))])
        (telling,) = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
        assert words(scene, telling, "target") == found


@pytest.mark.parametrize("text", ["Shells hit the rebel-held mill.", "Shells hit the rebel held mill."])
def test_who_only_holds_a_place_does_nothing(text: str) -> None:
    scene = Scene(text)
    trigger = scene.event("hit", "shelling", agent=scene.actor("rebel"))
    assert words(scene, told(scene, trigger), "agent") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [("The junta held talks.", "junta"), ("The rebel held a talk.", "rebel"), ("Chad negotiated a talk.", "Chad")],
)
def test_who_holds_or_negotiates_something_else_does_it(text: str, who: str) -> None:
    scene = Scene(text)
    trigger = scene.event("talk", "meeting", agent=scene.actor(who))
    assert words(scene, told(scene, trigger), "agent") == [who]


def test_who_brokered_a_truce_is_none_of_its_parties() -> None:
    scene = Scene("Shelling has grown since a Chad-brokered truce fell apart.")
    chad = scene.actor("Chad", kind="state")
    shelling = scene.event("Shelling", "shelling", agent=chad)
    truce = scene.event("truce", "ceasefire", agent=chad)
    brokered = scene.event("brokered", "mediation", agent=chad)
    assert [words(scene, told(scene, t), "agent") for t in (shelling, truce, brokered)] == [[], [], ["Chad"]]


@pytest.mark.parametrize(("words_before", "found"), [("since ", []), ("on ", ["4 May"])])
def test_since_when_a_siege_lasts_is_not_the_day_of_the_next_deed(words_before: str, found: list[str]) -> None:
    scene = Scene(f"Kidal has been besieged {words_before}4 May. Shells fell on its market.")
    trigger = scene.event("fell", "shelling", time=scene.time("4 May", "2012-05-04"))
    split = scene.text.index("Shells")
    markup = scene.markup([Span(0, split - 1), Span(split, len(scene.text))])
    (telling,) = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    assert telling.trigger == trigger and words(scene, telling, "time") == found


def test_who_the_victims_are_identified_as_is_hurt_too() -> None:
    scene = Scene(
        "Gunmen shot five men. The victims were identified as Omar Said (31), Ali Khan and Hawa Nur. Ali Bey ran."
    )
    names = ("victims", "Omar Said", "Ali Khan", "Hawa Nur", "Ali Bey")
    people = [scene.actor(name, kind="person") for name in names]
    trigger = scene.event("shot", "armed_attack", agent=scene.actor("Gunmen"), victim=people[0])
    assert words(scene, told(scene, trigger), "victim") == ["victims", "Omar Said", "Ali Khan", "Hawa Nur"]


@pytest.mark.parametrize(
    ("kind", "time", "found"),
    [("shelling", "May 2012", []), ("blockade", "May 2012", ["May 2012"]), ("shelling", "dawn", ["dawn"])],
)
def test_raids_since_a_year_have_no_day_and_a_siege_has(kind: str, time: str, found: list[str]) -> None:
    scene = Scene(f"Kidal has been hit since {time}.")
    trigger = scene.event("hit", kind, time=scene.time(time, "2012-05-04"))
    assert words(scene, told(scene, trigger), "time") == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Shells hit a crowded mill in a Dawn stronghold.", "shelling", []),
        ("Shells hit the Dawn-held town.", "shelling", []),
        ("Shells hit villages controlled by the Dawn.", "shelling", []),
        ("Shells hit Dawn positions in the hills.", "shelling", ["Dawn"]),
        ("Troops hit the Dawn-held town.", "territory_seized", ["Dawn"]),
    ],
)
def test_who_rules_a_place_is_not_whom_a_strike_on_it_hits(text: str, kind: str, found: list[str]) -> None:
    scene = Scene(text)
    trigger = scene.event("hit", kind, target=scene.actor("Dawn"))
    assert words(scene, told(scene, trigger), "target") == found


def test_who_escorts_a_convoy_does_not_bomb_it() -> None:
    scene = Scene("Jets bombed a convoy escorted by the Red Cross.")
    jets, cross = scene.actor("Jets"), scene.actor("Red Cross", kind="ngo")
    trigger = scene.event("bombed", "air_strike", agent=jets)
    scene.links.append(Link(trigger, "agent", cross, 0.9))
    assert words(scene, told(scene, trigger), "agent") == ["Jets"]


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("The mine exploded when a patrol of guards was crossing the ford.", False),
        ("When guards were passing, the mine exploded.", False),
        ("The mine exploded as guards were shelling the ford.", False),
        ("The mine exploded, laid by guards.", True),
    ],
)
def test_who_was_about_something_else_did_not_do_it(text: str, does: bool) -> None:
    scene = Scene(text)
    trigger = scene.event("exploded", "bombing", agent=scene.actor("guards", kind="police"))
    assert bool(words(scene, told(scene, trigger), "agent")) == does


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The blast came as herders resumed their talks.", []),
        ("The blast happened hours after herders left.", []),
        ("The blast hit a ford on the front line between herders and settlers.", []),
        ("The blast came when herders threw a bomb.", ["herders"]),
        ("The blast was the work of herders.", ["herders"]),
    ],
)
def test_who_is_only_named_beside_a_deed_did_not_do_it(text: str, doers: list[str]) -> None:
    scene = Scene(text)
    trigger = scene.event("blast", "bombing", agent=scene.actor("herders"))
    assert words(scene, told(scene, trigger), "agent") == doers


def test_who_fights_on_the_front_line_between_them_is_known() -> None:
    scene = Scene("A clash on the front line between herders and settlers killed nine.")
    trigger = scene.event("clash", "armed_clash", agent=[scene.actor("herders"), scene.actor("settlers")])
    assert words(scene, told(scene, trigger), "agent") == ["herders", "settlers"]


def test_who_acts_at_the_same_time_did_that() -> None:
    scene = Scene("The blast came as herders burned a mill.")
    trigger = scene.event("burned", "destruction", agent=scene.actor("herders"))
    assert words(scene, told(scene, trigger), "agent") == ["herders"]


@pytest.mark.parametrize(("where", "places"), [("Gao", ["Gao"]), ("the hills", ["Kidal"])])
def test_a_deed_with_a_place_has_not_that_of_the_clause_beside_it(where: str, places: list[str]) -> None:
    scene = Scene(f"Troops took Kidal, while jets bombed herders in {where}.")
    kidal = scene.place("Kidal")
    scene.event("took", "territory_seized", place=kidal)
    trigger = scene.event("bombed", "air_strike", place=[kidal, *([scene.place("Gao")] if where == "Gao" else [])])
    assert words(scene, told(scene, trigger), "place") == places


@pytest.mark.parametrize(("after", "dead"), [("days after", ["six cooks"]), ("after", ["nine cooks", "six cooks"])])
def test_the_dead_of_a_raid_are_not_those_of_one_told_as_days_before(after: str, dead: list[str]) -> None:
    scene = Scene(f"A raid on the mill killed nine cooks on Monday, {after} six cooks were killed there.")
    tolls = [scene.toll("nine cooks", "killed", 9, 9, "cooks"), scene.toll("six cooks", "killed", 6, 6, "cooks")]
    first = scene.event("killed", "air_strike", toll=list(tolls))
    second = scene.event("killed", "air_strike", nth=1, toll=list(tolls))
    assert words(scene, told(scene, second), "toll") == dead
    assert ("six cooks" in words(scene, told(scene, first), "toll")) is (after == "after")


@pytest.mark.parametrize(
    ("after", "own"), [("days after", []), ("after", ["mill", "Monday"]), ("hours after", ["Monday"])]
)
def test_a_raid_told_as_days_before_has_not_the_day_and_the_target_of_the_later(after: str, own: list[str]) -> None:
    scene = Scene(f"A raid hit a mill on Monday, {after} six cooks were killed there.")
    mill, monday = scene.site("mill"), scene.time("Monday", "2020-06-08")
    first = scene.event("hit", "air_strike", target=mill, time=monday)
    second = scene.event("killed", "air_strike", target=mill, time=monday)
    assert words(scene, told(scene, first), "target") == ["mill"]
    assert words(scene, told(scene, second), "target") + words(scene, told(scene, second), "time") == own


@pytest.mark.parametrize(("opening", "found"), [("By", []), ("On", ["Friday"])])
def test_a_day_by_which_something_had_come_about_is_not_that_of_the_next_deed(opening: str, found: list[str]) -> None:
    scene = Scene(f"{opening} Friday all but one had been caught. Gunmen killed a judge.")
    scene.event("killed", "armed_attack", time=scene.time("Friday", "2016-05-06"))
    markup = scene.markup(sentences(scene.text))
    (telling,) = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    assert [span.of(scene.text) for span in telling.spans("time")] == found
