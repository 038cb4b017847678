"""Who did it: blame of some weight stands against blame, one odd voice does not."""

from dataclasses import replace

import pytest

from tacitus.merge.settled.identity import at_home
from tacitus.merge.settled.settle import settle
from tacitus.records.event import Settled
from tacitus.records.incident import Account
from tacitus.records.value import ActorValue, Value
from tests.merge.build import ARMY, DOCTOR, MARO, OTHERS, POLICE, REBELS, account

HERDER = ActorValue(None, "herder", "civilians", "TCD")
FRANCE = ActorValue("state:FRA", "France", "state", "FRA")
LEGION = ActorValue("gov:FRA.military", "French armed forces", "military", "FRA")


def beside(one: Account, *others: ActorValue) -> Account:
    """The account, with other parties that the same source names beside the first."""
    (first,) = one.event.of("perpetrator")
    more = [replace(first, id=f"{first.id}-{n}", value=other) for n, other in enumerate(others)]
    return replace(one, event=replace(one.event, claims=(*one.event.claims, *more)))


def test_one_odd_voice_is_kept_and_settles_nothing() -> None:
    told = [account("a", perpetrator=REBELS), account("b", perpetrator=REBELS, by=DOCTOR)]
    incident = settle([*told, account("c", perpetrator=OTHERS, by=HERDER)])
    assert incident.of("perpetrator") == (REBELS,) and "perpetrator" not in incident.contested
    assert [(d.value, d.by) for d in incident.dissent] == [(OTHERS, HERDER.name)]


def test_dissent_names_the_reports_that_say_it_and_not_all_of_their_outlet() -> None:
    told = [account("a", perpetrator=REBELS), account("b", perpetrator=REBELS, by=DOCTOR)]
    both = [account("c", perpetrator=OTHERS, by=HERDER), account("d", perpetrator=REBELS, by=HERDER)]
    assert [(d.value, d.reports) for d in settle([*told, *both]).dissent] == [(OTHERS, ("c",))]


def test_a_side_that_blames_its_enemy_is_no_odd_voice() -> None:
    told = [account("a", perpetrator=ARMY), account("b", perpetrator=ARMY, by=DOCTOR)]
    incident = settle([*told, account("c", perpetrator=REBELS, by=ARMY)])
    assert incident.of("perpetrator") == () and "perpetrator" in incident.contested


def test_what_one_names_beside_what_most_name_is_left_out() -> None:
    told = [account("a", perpetrator=REBELS), account("b", perpetrator=REBELS, by=DOCTOR)]
    incident = settle([*told, beside(account("c", perpetrator=REBELS, by=HERDER), FRANCE)])
    assert incident.of("perpetrator") == (REBELS,)
    assert [d.value for d in incident.dissent] == [FRANCE]


def test_two_states_that_somebody_names_together_did_it_together() -> None:
    told = [account("a", perpetrator=ARMY), account("b", perpetrator=LEGION, by=DOCTOR)]
    assert settle(told).of("perpetrator") == ()
    both = settle([*told, beside(account("c", perpetrator=ARMY, by=HERDER), LEGION)])
    assert set(both.of("perpetrator")) == {ARMY, LEGION} and "perpetrator" not in both.contested


def test_a_state_and_rebels_do_nothing_together() -> None:
    told = [account("a", perpetrator=ARMY), account("b", perpetrator=REBELS, by=DOCTOR)]
    both = settle([*told, beside(account("c", perpetrator=ARMY, by=HERDER), REBELS)])
    assert both.of("perpetrator") == () and "perpetrator" in both.contested


def test_of_two_enemies_whom_one_names_the_surer_did_it_and_not_the_one_with_a_name() -> None:
    rebels = replace(REBELS, actor=None, name="rebels")
    told = account("a", kind="territory_seized", perpetrator=ARMY)
    (army,) = told.event.of("perpetrator")

    def settled(sure: float) -> tuple[Value, ...]:
        claims = (*told.event.claims, replace(army, id="r", value=rebels, confidence=sure))
        return settle([replace(told, event=replace(told.event, claims=claims))]).of("perpetrator")

    assert settled(0.96) == (rebels,) and settled(0.6) == (ARMY,)


def test_what_one_side_alone_says_of_the_other_stays_open_where_both_are_told_to_fight() -> None:
    told = [account("a", kind="shelling", perpetrator=ARMY, by=REBELS), account("b", kind="shelling")]
    assert settle(told).of("perpetrator") == (ARMY,)
    clash = account("c", kind="armed_clash")
    clash = replace(
        clash, event=replace(clash.event, settled=(*clash.event.settled, Settled("participant", (OTHERS,))))
    )
    incident = settle([*told, clash])
    assert incident.of("perpetrator") == () and "perpetrator" in incident.contested
    seen = settle([*told, clash, account("d", kind="shelling", perpetrator=ARMY, by=DOCTOR)])
    assert seen.of("perpetrator") == (ARMY,)


def test_a_gunman_of_the_governments_side_and_its_enemies_are_rivals() -> None:
    loyal = ActorValue(None, "pro-government sniper", "militia", "TCD")
    rebels = ActorValue(None, "rebels", "rebel", "TCD")
    incident = settle([account("a", perpetrator=loyal), account("b", perpetrator=rebels, by=ARMY)])
    assert incident.of("perpetrator") == () and "perpetrator" in incident.contested
    others = replace(loyal, name="local sniper")
    assert settle([account("a", perpetrator=others), account("b", perpetrator=rebels, by=ARMY)]).of("perpetrator")


def test_who_is_only_held_to_have_done_it_is_not_settled_where_it_was_one_or_another() -> None:
    either = beside(account("a", perpetrator=ARMY, by=DOCTOR, stance="possible"), LEGION)
    held = settle([either, account("b", perpetrator=ARMY, by=HERDER, stance="alleged")])
    assert held.of("perpetrator") == () and "perpetrator" in held.contested
    told = settle([either, account("b", perpetrator=ARMY, by=HERDER)])
    assert told.of("perpetrator") == (ARMY,)
    alone = settle([account("b", perpetrator=ARMY, by=HERDER, stance="alleged")])
    assert alone.of("perpetrator") == (ARMY,)


def test_who_is_only_possible_is_kept_and_contests_nobody() -> None:
    possible = account("a", perpetrator=ARMY, by=DOCTOR, stance="possible")
    alone = settle([replace(possible, event=replace(possible.event, settled=()))])
    assert alone.of("perpetrator") == () and alone.contested == ()
    assert [(d.value, d.stance) for d in alone.dissent] == [(ARMY, "possible")]
    again = account("c", perpetrator=ARMY, by=DOCTOR, stance="possible")
    assert [d.reports for d in settle([possible, again]).dissent] == [("a", "c")]
    named = settle([possible, account("b", perpetrator=REBELS, by=POLICE)])
    assert named.of("perpetrator") == (REBELS,) and "perpetrator" not in named.contested


def test_one_source_that_names_now_the_state_and_now_its_rebels_settles_neither() -> None:
    told = [account("a", perpetrator=ARMY, by=DOCTOR), account("b", perpetrator=REBELS, by=DOCTOR)]
    incident = settle(told)
    assert incident.of("perpetrator") == () and "perpetrator" in incident.contested
    both = settle([beside(account("a", perpetrator=ARMY, by=DOCTOR), REBELS)])
    assert set(both.of("perpetrator")) == {ARMY, REBELS}


def test_a_monitor_goes_by_several_names() -> None:
    names = ("Lake Observatory for Human Rights", "Paris-based observatory", "monitoring group")
    monitors = [ActorValue(None, name, "ngo", None) for name in names]
    told = [account(str(n), perpetrator=REBELS, by=monitor) for n, monitor in enumerate(monitors)]
    incident = settle([*told, account("z", perpetrator=OTHERS, by=HERDER)])
    assert "perpetrator" in incident.contested
    assert [d.by for d in incident.dissent] == [names[0], HERDER.name]


def test_the_word_of_one_side_alone_contests_what_many_say_and_does_not_empty_it() -> None:
    told = [account("a", perpetrator=ARMY), account("b", perpetrator=ARMY, by=DOCTOR), account("d", perpetrator=ARMY)]
    incident = settle([*told, account("c", perpetrator=REBELS, by=POLICE)])
    assert incident.of("perpetrator") == (ARMY,) and "perpetrator" in incident.contested
    assert [(d.value, d.by) for d in incident.dissent] == [(REBELS, POLICE.name)]
    claimed = settle([*told, account("c", perpetrator=REBELS, by=REBELS)])
    assert claimed.of("perpetrator") == () and "perpetrator" in claimed.contested


def test_a_side_that_names_whom_many_describe_contests_nobody() -> None:
    fighters = ActorValue(None, "fighters", "rebel", None)
    told = [account(name, perpetrator=fighters) for name in "abd"]
    incident = settle([*told, account("c", perpetrator=REBELS, by=POLICE)])
    assert incident.of("perpetrator") == (REBELS,) and "perpetrator" not in incident.contested


def test_a_state_and_its_army_are_told_once() -> None:
    chad, government = (ActorValue(id_, id_, "state", "TCD") for id_ in ("state:TCD", "gov:TCD"))
    told = [beside(account("a", perpetrator=chad), ARMY), account("b", perpetrator=government, by=DOCTOR)]
    assert settle(told).of("perpetrator") == (ARMY,)
    oftener = [*told, account("c", perpetrator=chad), account("d", perpetrator=chad, by=HERDER)]
    assert settle(oftener).of("perpetrator") == (chad,)
    assert settle([account("a", perpetrator=chad), *told[1:]]).of("perpetrator") == (chad,)
    assert settle([beside(account("a", perpetrator=ARMY), POLICE)]).of("perpetrator") == (ARMY, POLICE)


def test_one_and_several_of_a_description_are_told_once() -> None:
    one, several = (ActorValue(None, name, "gunmen", None) for name in ("bomber", "bombers"))
    assert settle([account("a", perpetrator=one), account("b", perpetrator=several)]).of("perpetrator") == (one,)


def test_who_is_called_after_a_state_and_is_none_is_another_voice() -> None:
    chad = ActorValue("state:TCD", "Chad", "state", "TCD")
    doctors = ActorValue(None, "Chadian doctors", "civilians", "TCD")
    told = [account("a", perpetrator=ARMY, by=doctors), account("b", perpetrator=REBELS, by=chad)]
    said = {(d.value, d.by) for d in settle(told).dissent}
    assert said == {(ARMY, doctors.name), (REBELS, chad.name)}


def test_who_denies_that_his_army_did_it_does_not_name_it() -> None:
    chad = ActorValue("state:TCD", "Chad", "state", "TCD")
    denied = account("a", perpetrator=ARMY, by=chad, stance="denied")
    claims = (*denied.event.claims, *account("a", perpetrator=chad, by=chad).event.claims)
    both = replace(denied, event=replace(denied.event, claims=claims))
    incident = settle([both, account("b", perpetrator=REBELS), account("c", perpetrator=REBELS, by=DOCTOR)])
    assert incident.of("perpetrator") == (REBELS,)
    assert [(d.value, d.stance) for d in incident.dissent] == [(ARMY, "denied")]


def test_one_party_under_several_names_is_one_entry_of_dissent() -> None:
    chad = ActorValue("state:TCD", "Chad", "state", "TCD")
    told = [account("a", perpetrator=ARMY, by=DOCTOR), account("b", perpetrator=chad, by=HERDER)]
    others = [account("c", perpetrator=REBELS), account("d", perpetrator=REBELS, by=POLICE)]
    incident = settle([*told, *others, account("e", perpetrator=ARMY)])
    assert [(d.value, d.by) for d in incident.dissent] == [
        (ARMY, f"{DOCTOR.name}; {HERDER.name}; e News"),
        (REBELS, f"c News; {POLICE.name}"),
    ]


def test_blame_and_denial_name_one_party_alike() -> None:
    chad = ActorValue("state:TCD", "Chad", "state", "TCD")
    told = [account("a", perpetrator=ARMY), account("b", perpetrator=ARMY, by=DOCTOR)]
    denied = account("c", perpetrator=chad, by=chad, stance="denied")
    assert [(d.value, d.stance) for d in settle([*told, denied]).dissent] == [(ARMY, "denied")]
    # Two arms of a state are two parties.
    watch = account("c", perpetrator=POLICE, by=POLICE, stance="denied")
    assert [(d.value, d.stance) for d in settle([*told, watch]).dissent] == [(POLICE, "denied")]


def test_a_government_is_that_of_the_one_country_told_whatever_places_lie_in_none() -> None:
    regime = ActorValue(None, "government", "government", None)
    yard = replace(MARO, name="yard", country=None, admin1=None, lat=None, lon=None, precision=None, gazetteer_id=None)
    told = [account("a", perpetrator=regime), account("b", place=yard, perpetrator=regime, by=DOCTOR)]
    assert [v.actor for v in settle(told).of("perpetrator") if isinstance(v, ActorValue)] == ["gov:TCD"]


def test_armed_men_of_no_name_are_one_party_by_any_description() -> None:
    names = ("rebel fighters", "militants", "opposition groups")
    told = [account(name, perpetrator=ActorValue(None, name, "rebel", "TCD")) for name in names]
    incident = settle(told)
    assert len(incident.of("perpetrator")) == 1 and incident.dissent == ()
    assert settle([*told, account("d", perpetrator=REBELS, by=DOCTOR)]).of("perpetrator") == (REBELS,)
    lake = ActorValue(None, "Lake militants", "rebel", "TCD")
    assert len(settle([told[0], account("e", perpetrator=lake)]).of("perpetrator")) == 2


def test_a_description_that_fits_who_is_named_does_not_differ() -> None:
    masked = ActorValue(None, "masked fighters of the hills", "rebel", "TCD")
    told = [account("a", perpetrator=REBELS), account("b", perpetrator=REBELS, by=DOCTOR)]
    assert settle([*told, account("c", perpetrator=masked)]).dissent == ()
    police = settle([*told, account("d", perpetrator=REBELS), account("c", perpetrator=masked, by=POLICE)])
    assert police.contested == ()


def test_who_is_told_of_by_his_deed_alone_agrees_and_differs_with_nobody() -> None:
    bomber = ActorValue(None, "suicide bomber", "rebel", "TCD")
    planes = ActorValue(None, "low-flying warplanes", "military", "FRA")
    told = [account("a", perpetrator=ARMY), account("b", perpetrator=ARMY, by=DOCTOR)]
    incident = settle([*told, account("c", perpetrator=bomber, by=POLICE), account("d", perpetrator=planes, by=POLICE)])
    assert incident.of("perpetrator") == (ARMY,) and incident.contested == () and incident.dissent == ()
    assert settle([account("a", perpetrator=bomber), account("b", perpetrator=bomber)]).of("perpetrator") == (bomber,)
    car = ActorValue(None, "suicide car", "rebel", "TCD")
    assert settle([*told, account("c", perpetrator=car, by=POLICE)]).dissent == ()
    regime = ActorValue(None, "regime warplanes", "military", "FRA")
    assert settle([account("a", perpetrator=REBELS), account("b", perpetrator=regime, by=DOCTOR)]).contested


def test_one_name_beside_many_bombers_is_no_bomber() -> None:
    bomber = ActorValue(None, "suicide bomber", "rebel", "TCD")
    told = [account("a", perpetrator=bomber), account("b", perpetrator=bomber, by=DOCTOR)]
    incident = settle([*told, beside(account("c", perpetrator=bomber, by=HERDER), OTHERS)])
    assert incident.of("perpetrator") == (bomber,) and [d.value for d in incident.dissent] == [OTHERS]


def test_whom_one_side_alone_accuses_is_alleged_and_no_fact() -> None:
    accused = account("a", perpetrator=ARMY, by=REBELS, stance="alleged")
    incident = settle([accused, account("b")])
    assert incident.of("perpetrator") == () and incident.contested == ()
    assert [(d.value, d.by, d.stance) for d in incident.dissent] == [(ARMY, REBELS.name, "alleged")]
    assert settle([accused, account("b", perpetrator=ARMY)]).of("perpetrator") == (ARMY,)
    assert settle([account("a", perpetrator=ARMY, by=DOCTOR, stance="alleged")]).of("perpetrator") == (ARMY,)


def test_a_report_that_names_both_enemies_for_what_one_does_names_neither() -> None:
    blast = account("a", kind="bombing", perpetrator=ARMY)
    told = [beside(blast, REBELS), account("b", kind="bombing", perpetrator=OTHERS, by=DOCTOR)]
    assert settle(told).of("perpetrator") == (OTHERS,) and settle(told).contested == ()
    # Nor does a source that a report names; what it accuses the other of stays beside its own denial.
    told[0] = beside(account("a", kind="bombing", perpetrator=ARMY, by=HERDER), REBELS)
    assert settle(told).of("perpetrator") == (OTHERS,) and settle(told).contested == ()
    denied = account("a", kind="bombing", perpetrator=ARMY, by=ARMY, stance="denied")
    (blamed,) = account("a", perpetrator=REBELS, by=ARMY, stance="alleged", number=1).event.of("perpetrator")
    denied = replace(denied, event=replace(denied.event, claims=(*denied.event.claims, blamed)))
    assert [d.stance for d in settle([denied]).dissent] == ["denied", "alleged"]


def test_one_report_that_tells_of_some_armed_men_where_many_blame_nobody_settles_nothing() -> None:
    men = ActorValue(None, "militants", "rebel", "TCD")
    silent = [account(name) for name in "bcd"]
    incident = settle([account("a", perpetrator=men), *silent])
    assert incident.of("perpetrator") == () and [d.value for d in incident.dissent] == [men]
    assert settle([account("a", perpetrator=men), *silent[:2]]).of("perpetrator") == (men,)
    # Who names both enemies beside a bombing blames nobody either.
    bombs = [account(name, kind="bombing") for name in "bc"]
    bombs += [beside(account("d", kind="bombing", perpetrator=ARMY), REBELS)]
    assert settle([account("a", kind="bombing", perpetrator=men), *bombs]).of("perpetrator") == ()
    assert settle([account("a", perpetrator=REBELS), *silent]).of("perpetrator") == (REBELS,)


def test_an_official_who_tells_of_a_deed_did_not_do_it() -> None:
    minister = ActorValue("office:FRA.defence", "minister of France", "person", "FRA")
    told = [account("a", perpetrator=REBELS), account("b", perpetrator=REBELS, by=DOCTOR)]
    for by in (None, minister, ActorValue(None, "he", "person", None)):
        assert settle([*told, account("c", perpetrator=minister, by=by)]).dissent == ()
    assert settle([*told, account("c", perpetrator=minister, by=HERDER)]).dissent


def test_he_is_no_further_voice() -> None:
    he = ActorValue(None, "He", "person", None)
    told = [beside(account("a", perpetrator=ARMY, by=DOCTOR), LEGION), account("b", perpetrator=LEGION, by=he)]
    assert set(settle(told).of("perpetrator")) == {ARMY, LEGION}


def fight(report: str, *sides: ActorValue) -> Account:
    """One report's account of a clash."""
    told = account(report, kind="armed_clash", perpetrator=sides[0])
    (first,) = told.event.of("perpetrator")
    claims = [replace(first, id=f"{report}-{n}", field="participant", value=side) for n, side in enumerate(sides)]
    return replace(told, event=replace(told.event, claims=tuple(claims), settled=()))


def test_armed_men_of_no_name_stay_beside_a_party_that_they_are_not() -> None:
    men = ActorValue(None, "insurgents", "rebel", "TCD")
    french = ActorValue(None, "French soldiers", "military", "FRA")
    assert settle([fight("a", ARMY, men)]).of("participant") == (ARMY, men)
    assert settle([fight("a", ARMY, REBELS, men)]).of("participant") == (ARMY, REBELS)
    assert settle([beside(account("a", perpetrator=ARMY), french)]).of("perpetrator") == (ARMY, french)
    assert settle([beside(account("a", perpetrator=ARMY), men)]).of("perpetrator") == (ARMY,)


def test_an_army_and_its_air_force_are_told_once_and_a_president_is_his_state() -> None:
    planes = ActorValue("gov:TCD.airforce", "Chadian air force", "military", "TCD")
    president = ActorValue("person:idriss-deby", "Idriss Deby", "person", "TCD")
    told = [beside(account("a", perpetrator=ARMY), planes), account("b", perpetrator=planes, by=DOCTOR)]
    assert settle(told).of("perpetrator") == (planes,)
    assert settle([beside(account("a", perpetrator=president), ARMY)]).of("perpetrator") == (ARMY,)
    assert settle([fight("a", ARMY, president)]).of("participant") == (ARMY, president)


def test_of_one_source_only_those_are_alleged_whom_it_accuses() -> None:
    claimed = beside(account("a", perpetrator=OTHERS, by=POLICE, stance="alleged"), POLICE)
    claims = [replace(c, stance="asserted") if c.value == POLICE else c for c in claimed.event.claims]
    incident = settle([replace(claimed, event=replace(claimed.event, claims=tuple(claims)))])
    assert incident.of("perpetrator") == (POLICE,) and "perpetrator" in incident.contested
    assert [(d.value, d.stance) for d in incident.dissent] == [(OTHERS, "alleged")]


def test_a_place_did_nothing_and_a_plane_says_nothing() -> None:
    place = ActorValue(None, "Maros", "rebel", "TCD")
    planes = ActorValue(None, "army helicopters", "military", "TCD")
    told = [account("a", perpetrator=place), account("b", perpetrator=ARMY, by=planes, killed=9)]
    incident = settle([*told, account("c", perpetrator=ARMY, killed=7)])
    assert incident.of("perpetrator") == (ARMY,)
    assert {d.by for d in incident.dissent} == {"b News", "c News"}
    maybe = account("d", perpetrator=place, stance="possible")
    assert not [d for d in settle([*told, maybe]).dissent if d.value == place]


def test_the_army_of_no_country_is_that_of_the_land() -> None:
    troops, forces = (ActorValue(None, name, "military", None) for name in ("government troops", "coalition forces"))
    told = [account("a", perpetrator=troops), account("b", perpetrator=REBELS, by=DOCTOR)]
    assert "perpetrator" in settle(told).contested
    assert settle([account("a", perpetrator=troops), account("b", perpetrator=ARMY)]).of("perpetrator") == (ARMY,)
    assert settle([account("a", perpetrator=forces), *told[1:]]).of("perpetrator") == (REBELS,)


def test_a_description_seconds_no_name_where_its_source_has_one() -> None:
    men = ActorValue(None, "rebels", "rebel", "TCD")
    told = [account("a", perpetrator=REBELS), beside(account("b", perpetrator=REBELS, by=DOCTOR), men)]
    incident = settle([*told, account("c", perpetrator=OTHERS, by=HERDER)])
    assert incident.of("perpetrator") == (REBELS,) and [d.value for d in incident.dissent] == [OTHERS]


def test_a_group_of_no_known_kind_stays_where_nobody_has_a_name() -> None:
    men = ActorValue(None, "mujahidin", "rebel", "TCD")
    union, coalition = (
        ActorValue(None, name, kind, None) for name, kind in (("Lake Union", None), ("coalition", "military"))
    )
    assert settle([beside(account("a", perpetrator=men), union)]).of("perpetrator") == (men, union)
    assert settle([beside(account("a", perpetrator=ARMY), coalition)]).of("perpetrator") == (ARMY,)


def test_the_regime_and_its_forces_are_the_government_and_its_army_under_whatever_names() -> None:
    regime, forces, army = (ActorValue(None, name, "military", "TCD") for name in ("regime", "regime forces", "army"))
    chad = ActorValue("gov:TCD", "Government of Chad", "government", "TCD")
    (alone,) = settle([account("a", perpetrator=regime)]).of("perpetrator")
    assert alone == ActorValue("gov:TCD", "regime", "government", "TCD")
    told = [account("a", perpetrator=regime), account("b", perpetrator=regime, by=DOCTOR)]
    assert settle([*told, account("c", perpetrator=chad)]).of("perpetrator") == (chad,)
    assert settle([beside(account("a", perpetrator=regime), forces)]).of("perpetrator") == (
        replace(forces, actor="gov:TCD.military"),
    )
    assert settle([fight("a", forces, REBELS), fight("b", army), fight("c", ARMY)]).of("participant") == (ARMY, REBELS)
    police = ActorValue(None, "local authorities", "government", "TCD")
    assert settle([account("a", perpetrator=police)]).of("perpetrator") == (police,)


def under(one: Account, field: str, *parties: ActorValue) -> Account:
    """The account, with its source naming parties in another field too."""
    told = fight(one.report, *parties).event
    claims = tuple(replace(c, field=field, id=f"{c.id}-{field}") for c in told.of("participant"))
    settled = (*one.event.settled, Settled(field, parties))
    return replace(one, event=replace(one.event, claims=(*one.event.claims, *claims), settled=settled))


def test_in_a_clash_of_two_sides_who_attacked_or_was_attacked_takes_part() -> None:
    women = ActorValue(None, "women", "civilians", "TCD")
    attacked = under(under(fight("c", ARMY), "perpetrator", OTHERS), "target", REBELS, women)
    incident = settle([fight("a", ARMY, REBELS), fight("b", ARMY, OTHERS), attacked])
    assert incident.of("participant") == (ARMY, REBELS, OTHERS) and incident.of("perpetrator") == ()
    assert incident.of("target") == (women,) and incident.contested == ()
    once = settle([fight("a", ARMY, REBELS), fight("b", ARMY, REBELS), under(fight("c", ARMY), "perpetrator", OTHERS)])
    assert once.of("participant") == (ARMY, REBELS)
    told = [account(name, kind="armed_clash", perpetrator=REBELS) for name in "bc"]
    assert settle([fight("a", ARMY), *told]).of("perpetrator") == (REBELS,)


def test_the_sides_that_few_of_many_name_are_not_settled() -> None:
    silent = [account(f"report {n}", kind="armed_clash") for n in range(12)]
    assert settle([fight("a", ARMY, REBELS), *silent[:6]]).of("participant") == (ARMY, REBELS)
    assert settle([fight("a", ARMY, REBELS), *silent]).of("participant") == ()
    assert settle([fight("a", ARMY, REBELS), fight("b", ARMY, REBELS), *silent]).of("participant") == (ARMY, REBELS)


def test_nobody_takes_part_in_what_one_side_does() -> None:
    raid = under(account("a", kind="air_strike", perpetrator=LEGION), "participant", ARMY, REBELS)
    incident = settle([raid, account("b", kind="air_strike", perpetrator=LEGION)])
    assert incident.of("perpetrator") == (LEGION,) and incident.of("participant") == ()


def test_rebels_in_more_words_are_the_rebels() -> None:
    plain, longer, others = (ActorValue(None, n, "rebel", "TCD") for n in ("rebels", "mainly rural rebels", "raiders"))
    assert settle([fight("a", ARMY, plain, longer, others)]).of("participant") == (ARMY, plain, others)


def test_a_coalition_and_the_state_that_leads_it_are_told_once() -> None:
    coalition = ActorValue("igo:OIR", "Global Coalition", "igo", None)
    jets = ActorValue("gov:USA.military", "US armed forces", "military", "USA")
    told = [beside(account("a", perpetrator=jets), coalition), account("b", perpetrator=coalition, by=DOCTOR)]
    assert settle(told).of("perpetrator") == (coalition,)
    more = [account(name, perpetrator=jets, by=by) for name, by in (("c", HERDER), ("d", POLICE))]
    assert settle([*told, *more]).of("perpetrator") == (jets,)
    assert settle([fight("a", ARMY, jets, coalition)]).of("participant") == (ARMY, jets, coalition)


@pytest.mark.parametrize(
    ("words", "kind", "actor"),
    [("military government", "government", None), ("military", "military", "gov:TCD.military"),
     ("government troops", "military", "gov:TCD.military"), ("the regime", "government", "gov:TCD")],
)  # fmt: skip
def test_a_military_government_is_no_army(words: str, kind: str, actor: str | None) -> None:
    found = at_home(ActorValue(None, words, kind, None), "TCD")
    assert isinstance(found, ActorValue) and found.actor == actor


def test_that_one_source_tells_of_civilians_says_more_than_that_many_tell_of_people() -> None:
    people, civilians = (ActorValue(None, name, "civilians", "TCD") for name in ("people", "civilians"))
    told = [under(account(name, kind="shelling"), "target", people) for name in "ab"]
    assert settle(told).of("target") == (people,)
    assert settle([*told, under(account("c", kind="shelling"), "target", civilians)]).of("target") == (civilians,)
    school = ActorValue(None, "school", None, None)
    hit = [under(each, "target", school, people) for each in (account("a"), account("b"))]
    assert settle([*hit, under(account("c"), "target", civilians)]).of("target") == (school, civilians)
