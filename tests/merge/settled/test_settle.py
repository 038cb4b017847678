"""Settled fields: ranges and never averages, who differs, grades."""

from dataclasses import replace
from datetime import date

import pytest

from tacitus.merge.accounts.facts import is_war
from tacitus.merge.accounts.wording import BESIDE, FORMER, PRINTED, RISEN, SHARED, TIMES, VAGUE
from tacitus.merge.merge import merge
from tacitus.merge.settled.settle import settle
from tacitus.records.event import Claim, Said, Settled
from tacitus.records.incident import Account
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TimeValue, TollValue, Value, WeaponValue
from tests.merge.build import ARMY, DOCTOR, MARO, OTHERS, POLICE, REBELS, SARH, SOUTH, WORDS, account, only


def test_a_toll_is_the_range_over_sources_and_best_what_most_say() -> None:
    told = [
        account("a", killed=12, by=POLICE),
        account("b", killed=14, by=DOCTOR),
        account("c", killed=14),
    ]
    incident = settle(told)
    assert incident.of("killed") == (TollValue(12, 14),)
    assert incident.best[0].values == (TollValue(14, 14),)
    assert incident.grade == "contested"
    assert {(d.by, d.value) for d in incident.dissent} >= {("Chadian police", TollValue(12, 12))}


def test_what_who_did_it_boasts_of_sets_no_bound_where_others_count() -> None:
    boast = account("a", killed=40, by=REBELS, perpetrator=REBELS)
    others = [account("b", killed=30, by=POLICE), account("c", killed=32, by=DOCTOR)]
    incident = settle([boast, *others])
    assert incident.of("killed") == (TollValue(30, 32),)
    assert TollValue(40, 40) in [d.value for d in incident.dissent]
    assert settle([boast, others[0]]).of("killed") == (TollValue(30, 40),)


def test_the_latest_figure_of_a_source_outranks_its_earlier_ones() -> None:
    told = [
        account("a", killed=5, by=POLICE, published="2019-03-05"),
        account("b", killed=8, by=POLICE, published="2019-03-06"),
    ]
    incident = settle(told)
    assert incident.of("killed") == (TollValue(8, 8),)
    assert incident.contested == ()
    (old,) = [d for d in incident.dissent if d.superseded]
    assert old.value == TollValue(5, 5) and old.reports == ("a",)


def test_what_outlets_counted_first_is_overtaken_by_what_they_counted_later() -> None:
    told = [account("a", killed=2, published="2019-03-04"), account("b", killed=9, published="2019-03-06")]
    incident = settle(told)
    assert incident.of("killed") == (TollValue(9, 9),)
    assert [d.superseded for d in incident.dissent if d.value == TollValue(2, 2)] == [True]


def test_what_an_outlet_counted_first_is_overtaken_by_what_a_source_counts_later() -> None:
    first, later = account("a", killed=12, published="2019-03-04"), account("b", killed=26, by=DOCTOR)
    assert settle([first, later]).of("killed") == (TollValue(26, 26),)
    assert settle([replace(first, published=later.published), later]).of("killed") == (TollValue(12, 26),)


@pytest.mark.parametrize(
    ("outlet", "killed", "range_"),
    [
        ("General Staff of the Chadian Army", 12, TollValue(12, 26)),
        ("River Front, Information Office", 12, TollValue(12, 26)),
        ("Chadian Observatory for Human Rights", 12, TollValue(12, 26)),
        ("Radio monitoring, Voice of the River Front", 12, TollValue(26, 26)),
        ("Maro Police Gazette", 12, TollValue(26, 26)),
        ("General Staff of the Chadian Army", 1, TollValue(26, 26)),  # "our captain" is one of them
    ],
)
def test_what_a_ministry_or_a_movement_counted_itself_stands_as_if_it_were_quoted(
    outlet: str, killed: int, range_: TollValue
) -> None:
    own = replace(account("a", killed=killed, published="2019-03-04"), outlet=outlet)
    assert settle([own, account("b", killed=26, by=DOCTOR, published="2019-03-20")]).of("killed") == (range_,)


def test_at_most_so_many_is_overtaken_only_by_more_than_that() -> None:
    most = account("a", killed=(0, 100), published="2019-03-04")
    assert settle([most, account("b", killed=88, published="2019-03-06")]).of("killed") == (TollValue(88, 100),)
    assert settle([most, account("b", killed=140, published="2019-03-06")]).of("killed") == (TollValue(140, 140),)


def test_who_counts_exactly_what_most_leave_open_tells_it_best() -> None:
    told = [
        account(n, killed=(low, None), by=by)
        for n, low, by in (("a", 100, ARMY), ("b", 100, REBELS), ("c", 121, POLICE))
    ]
    assert settle(told).best[0].values == (TollValue(121, None),)
    assert settle([*told, account("d", killed=126, by=DOCTOR)]).best[0].values == (TollValue(126, 126),)
    assert settle([*told, account("d", killed=190, by=DOCTOR)]).best[0].values == (TollValue(121, None),)


def test_an_open_count_does_not_open_the_range() -> None:
    told = [account("a", killed=(30, None), by=POLICE), account("b", killed=34, by=DOCTOR)]
    assert settle(told).of("killed") == (TollValue(30, 34),)
    assert settle(told[:1]).of("killed") == (TollValue(30, None),)
    more = account("c", killed=(40, None), by=ARMY)
    assert settle([*told, more]).of("killed") == (TollValue(30, None),)  # nobody counts 40 or more


def test_the_dead_of_a_war_bound_no_attack() -> None:
    told = [
        account("a", killed=30, by=POLICE),
        account("b", killed=34, by=DOCTOR),
        account("c", killed=28_000, by=ARMY),
    ]
    assert settle(told).of("killed") == (TollValue(30, 34),)


def vague(told: Account) -> Account:
    """An account whose count of the dead is told without a number: "dozens"."""
    (claim,) = told.event.of("killed")
    return replace(told, wording=(*told.wording, f"{VAGUE}{claim.id}"))


def risen(told: Account) -> Account:
    """An account whose count of the dead is told as grown: "rose to 31"."""
    (claim,) = told.event.of("killed")
    return replace(told, wording=(*told.wording, f"{RISEN}{claim.id}"))


def test_what_has_grown_overtakes_what_outlets_counted_and_what_was_left_open() -> None:
    early = [account("a", killed=6), account("b", killed=(6, None), by=POLICE)]
    late = account("c", killed=7, published="2019-04-20")
    assert settle([*early, late]).of("killed") == (TollValue(6, 7),)
    incident = settle([*early, risen(late)])
    assert incident.of("killed") == (TollValue(7, 7),)
    assert [(d.value, d.superseded) for d in incident.dissent][:2] == [
        (TollValue(6, 6), True),
        (TollValue(6, None), True),
    ]
    named = account("d", killed=6, by=DOCTOR)  # who is named and exact may differ
    assert settle([named, risen(late)]).of("killed") == (TollValue(6, 7),)
    again = account("e", killed=6, published="2019-04-21")
    assert settle([again, risen(late)]).of("killed") == (TollValue(6, 7),)


def test_what_a_later_report_tells_as_overtaken_is_so_in_whosever_mouth() -> None:
    early = account("a", killed=7, by=DOCTOR)
    late, first = account("b", killed=9, published="2019-04-20"), account("c", killed=7, published="2019-04-20")
    (claim,) = first.event.of("killed")
    again = replace(claim, id="again", span=Span(900, 905))
    told = replace(late, event=replace(late.event, claims=(*late.event.claims, again)))
    assert settle([early, told]).of("killed") == (TollValue(7, 9),)
    told = replace(told, wording=(*told.wording, f"{SHARED}again", f"{FORMER}again"))
    incident = settle([early, told])
    assert incident.of("killed") == (TollValue(9, 9),)
    assert TollValue(7, 7) in [d.value for d in incident.dissent if d.superseded]
    later = account("d", killed=7, by=DOCTOR, published="2019-04-21")  # who says so even then differs
    assert settle([later, told]).of("killed") == (TollValue(7, 9),)


def test_men_may_be_the_policemen_of_a_later_count() -> None:
    plain = account("a", killed=6)
    (claim,) = plain.event.of("killed")
    men = replace(plain, event=replace(plain.event, claims=tuple(
        replace(c, value=TollValue(6, 6, "men")) if c is claim else c for c in plain.event.claims
    )))  # fmt: skip
    late = account("b", killed=8, published="2019-04-20")
    (other,) = late.event.of("killed")
    for who, range_ in (("policemen", TollValue(8, 8)), ("people", TollValue(8, 8))):
        told = replace(late, event=replace(late.event, claims=tuple(
            replace(c, value=TollValue(8, 8, who)) if c is other else c for c in late.event.claims
        )))  # fmt: skip
        assert settle([men, told]).of("killed") == (range_,)


def test_who_gives_no_number_or_tells_of_one_does_not_widen_the_range() -> None:
    told = [account("a", killed=30, by=POLICE), account("b", killed=34, by=DOCTOR)]
    dozens, one = vague(account("c", killed=(24, None), by=ARMY)), account("d", killed=1, by=OTHERS)
    assert settle([*told, dozens, one]).of("killed") == (TollValue(30, 34),)
    assert settle([dozens]).of("killed") == (TollValue(24, None),)
    assert settle([one, account("b", killed=2, by=DOCTOR)]).of("killed") == (TollValue(1, 2),)


def test_who_gives_no_number_opens_the_range_and_is_not_best_beside_a_number() -> None:
    scores = [vague(account(name, killed=(40, None), by=by)) for name, by in (("b", DOCTOR), ("c", ARMY))]
    incident = settle([account("a", killed=12, by=POLICE), *scores])
    assert incident.of("killed") == (TollValue(12, None),)
    assert incident.best[0].values == (TollValue(12, 12),)
    at_least = account("d", killed=(40, None), by=OTHERS)  # a number, however round
    assert settle([account("a", killed=45, by=POLICE), at_least]).of("killed") == (TollValue(40, 45),)


def test_several_are_as_many_as_the_dozens_of_others() -> None:
    several, dozens = vague(account("a", killed=(3, None), by=POLICE)), vague(account("b", killed=(24, None), by=ARMY))
    assert settle([several, dozens]).of("killed") == (TollValue(24, None),)
    assert settle([several]).of("killed") == (TollValue(3, None),)


def test_a_source_that_gives_no_number_later_still_stands_by_its_number() -> None:
    number = account("a", killed=30, by=DOCTOR, published="2019-03-05")
    words = vague(account("b", killed=(200, None), by=DOCTOR, published="2019-03-07"))
    assert settle([number, words]).best[0].values == (TollValue(30, 30),)
    again = account("c", killed=28, by=DOCTOR, published="2019-03-07")
    assert settle([words, again]).of("killed") == (TollValue(28, 28),)


def test_the_children_among_the_dead_are_no_rival_count() -> None:
    children = account("b", by=DOCTOR)
    claim = replace(account("b", killed=5, by=DOCTOR).event.of("killed")[0], value=TollValue(5, 5, "children"))
    settled = (*children.event.settled, Settled("killed", (TollValue(5, 5),)))
    children = replace(children, event=replace(children.event, claims=(*children.event.claims, claim), settled=settled))
    assert settle([account("a", killed=30, by=POLICE), children]).of("killed") == (TollValue(30, 30),)
    assert settle([account("a", killed=1500, by=POLICE), children]).of("killed") == (TollValue(1500, 1500),)
    assert settle([children]).of("killed") == (TollValue(5, 5),)


def test_the_children_stay_children_where_their_number_is_told_again_of_the_dead() -> None:
    def of(report: str, who: str | None) -> Account:
        told = account(report, killed=25, by=DOCTOR)
        values = [replace(c, value=TollValue(25, 25, who)) if c.field == "killed" else c for c in told.event.claims]
        return replace(told, event=replace(told.event, claims=tuple(values)))

    all_of_them = account("c", killed=82, by=POLICE)
    assert settle([of("a", "children"), of("b", "casualties"), all_of_them]).of("killed") == (TollValue(82, 82),)


def test_a_coalition_goes_by_the_country_that_leads_it() -> None:
    coalition = ActorValue("igo:OIR", "Global Coalition against Daesh", "igo", None)
    americans = ActorValue("gov:USA.military", "US armed forces", "military", "USA")
    told = [account("a", perpetrator=coalition, by=DOCTOR), account("b", perpetrator=americans, by=REBELS)]
    assert "perpetrator" not in settle(told).contested


def test_two_states_without_a_coalition_are_rivals() -> None:
    russia, coalition = (ActorValue(id_, id_, kind, None) for id_, kind in (("state:X", "state"), ("igo:OIR", "igo")))
    told = [account("a", perpetrator=russia, by=DOCTOR), account("b", perpetrator=coalition, by=POLICE)]
    assert "perpetrator" in settle(told).contested


def hit(report: str, *targets: ActorValue, perpetrator: ActorValue | None = None) -> Account:
    told = account(report, perpetrator=perpetrator)
    settled = (*told.event.settled, Settled("target", targets))
    return replace(told, event=replace(told.event, settled=settled))


def test_civilians_stay_a_target_beside_a_party_with_a_name() -> None:
    civilians, place = ActorValue(None, "civilians", "civilians", None), ActorValue(None, "Maro", None, None)
    told = [hit("a", civilians, ARMY, place), hit("b", civilians, ARMY, place)]
    assert settle(told).of("target") == (civilians, ARMY)
    assert settle([hit("a", place)]).of("target") == (place,)


def test_that_they_were_hurt_says_no_more_than_that_they_were_people() -> None:
    people, hurt, bakery = (
        ActorValue(None, name, kind, None)
        for name, kind in (("people", "civilians"), ("wounded", "civilians"), ("bakery", None))
    )
    assert settle([hit("a", people, bakery), hit("b", people, hurt, bakery)]).of("target") == (people, bakery)
    assert settle([hit("a", hurt)]).of("target") == (hurt,)


def test_nobody_is_hit_by_himself() -> None:
    told = [hit("a", POLICE, REBELS, perpetrator=REBELS), hit("b", POLICE, REBELS, perpetrator=REBELS)]
    assert settle(told).of("target") == (POLICE,)


def test_a_quarter_that_one_account_alone_names_is_not_the_place() -> None:
    quarter = PlaceValue("Old Maro", "settlement", "TCD", "Moyen-Chari", None, 8.41, 18.8, "exact", "invented:old-maro")
    told = [account(name, place=MARO) for name in "abc"]
    assert only(settle([*told, account("d", place=quarter)]).of("place")) == MARO
    assert only(settle([account("d", place=quarter)]).of("place")) == quarter


def test_at_most_so_many_is_no_lower_bound() -> None:
    told = [account("a", killed=(0, 22), by=POLICE), account("b", killed=20, by=DOCTOR)]
    assert settle(told).of("killed") == (TollValue(20, 22),)


def test_who_brings_aid_is_not_who_did_it_where_another_is_named() -> None:
    un = ActorValue("igo:UN", "United Nations", "igo", None)
    told = [account("a", perpetrator=REBELS, by=POLICE), account("b", perpetrator=un, by=DOCTOR)]
    assert settle(told).of("perpetrator") == (REBELS,)
    assert settle(told[1:]).of("perpetrator") == (un,)


def test_rival_blame_leaves_the_perpetrator_open() -> None:
    told = [account("a", perpetrator=REBELS, by=POLICE), account("b", perpetrator=OTHERS, by=DOCTOR)]
    incident = settle(told)
    assert incident.of("perpetrator") == ()
    assert "perpetrator" in incident.contested and incident.grade == "contested"
    assert {d.by for d in incident.dissent} == {"Chadian police", "hospital doctor"}


def test_a_force_without_name_and_country_contests_nobody() -> None:
    coalition = ActorValue(None, "coalition", "military", None)
    told = [account("a", perpetrator=REBELS, by=POLICE), account("b", perpetrator=coalition, by=DOCTOR)]
    assert settle(told).of("perpetrator") == (REBELS,)
    assert settle(told).contested == ()


def test_a_state_and_its_army_are_one_side() -> None:
    told = [account("a", perpetrator=ARMY, by=DOCTOR), account("b", perpetrator=POLICE, by=REBELS)]
    assert "perpetrator" not in settle(told).contested


def test_the_place_that_few_of_many_name_is_not_where_all_of_it_was() -> None:
    coarse = [account(f"report {n}", place=SOUTH) for n in range(14)]
    fine = [account(name, place=MARO) for name in "abcd"]
    assert only(settle([*coarse, *fine[:2]]).of("place")) == SOUTH
    assert only(settle([*coarse[:8], *fine]).of("place")) == MARO


def test_the_place_is_the_finest_that_sources_agree_on() -> None:
    assert only(settle([account("a", place=SOUTH), account("b", place=MARO)]).of("place")) == MARO
    rival = settle([account("a", place=MARO), account("b", place=MARO), account("c", place=SARH)])
    assert only(rival.of("place")) == MARO
    assert [d.value for d in rival.dissent if d.field == "place"] == [SARH]


def test_of_one_town_named_in_two_ways_the_plainer_name_is_settled() -> None:
    told = [account("a", place=replace(MARO, name=f"{MARO.name} market")), account("b", place=MARO)]
    assert only(settle(told).of("place")) == MARO


def test_a_village_is_finer_than_the_town_it_is_near_and_no_finer_than_the_town_it_is_part_of() -> None:
    village = PlaceValue("Bekan", "village", "TCD", "Moyen-Chari", None, 9.0, 18.3, "province", "invented:south")
    near = replace(SARH, precision="district")
    told = [
        account("a", place=village),
        account("b", place=village),
        account("c", place=near),
        account("d", place=near),
    ]
    found = only(settle(told).of("place"))
    assert found == replace(village, lat=SARH.lat, lon=SARH.lon, precision="district", gazetteer_id=SARH.gazetteer_id)
    # Of one name that some put there and others in its province, that which lies nearer.
    assert (
        only(settle([account("a", place=village), account("b", place=village), account("c", place=found)]).of("place"))
        == found
    )
    within = [account("c", place=SARH), account("d", place=SARH), account("e", place=SARH)]
    assert settle([*told[:2], *within]).of("place") == (SARH,)


def test_the_village_that_several_name_goes_before_the_town_that_bears_its_provinces_name() -> None:
    town = PlaceValue("Moyen-Chari", "settlement", "TCD", "Moyen-Chari", None, 9.1, 18.4, "settlement", "invented:mc")
    told = [account(name, place=place) for name, place in zip("abcde", [town, MARO, town, MARO, town], strict=True)]
    assert only(settle(told).of("place")) == MARO
    assert not [d for d in settle(told).dissent if d.field == "place"]
    # One of many is a street of its own, and who calls it a city does not mean the province.
    assert only(settle([*told[2:], account("f", place=town)]).of("place")) == town
    city = replace(town, kind="city")
    said = [account(name, place=place) for name, place in zip("abcde", [city, MARO, city, MARO, city], strict=True)]
    assert only(settle(said).of("place")) == city
    # A quarter of it that one alone names is not the place either.
    quarter = replace(town, name="Zarq", kind="quarter")
    assert only(settle([*told[2:3], *told[4:], account("f", place=quarter)]).of("place")) == town


def test_a_town_and_the_district_of_its_name_are_one_name() -> None:
    town = PlaceValue("Al Bekān", "settlement", "TCD", "Moyen-Chari", None, 8.6, 18.6, "settlement", "invented:bekan")
    unit = PlaceValue("Bekan", "city", "TCD", "Moyen-Chari", "Bekan", 8.5, 18.5, "district", "invented:bekan district")
    told = [account(name, place=place) for name, place in zip("abcd", [town, unit, SARH, SARH], strict=True)]
    assert only(settle(told[:3]).of("place")) == town
    others = replace(unit, name="Bolan", admin2="Bolan")
    assert only(settle([told[0], account("b", place=others), *told[2:]]).of("place")) == SARH


def test_a_village_that_was_put_in_several_places_lies_where_the_others_say() -> None:
    here = PlaceValue("Bekan", "village", "TCD", "Moyen-Chari", None, 9.0, 18.3, "province", "invented:south")
    there = PlaceValue("Békan", "settlement", "TCD", "Ouaddai", None, 13.8, 20.8, "settlement", "invented:bekan")
    told = [account(name, place=place) for name, place in zip("abcd", [there, there, here, SOUTH], strict=True)]
    assert only(settle(told).of("place")) == here


def test_a_country_named_by_some_does_not_win_over_the_town_that_most_agree_on() -> None:
    chad = PlaceValue("Chad", "country", "TCD", lat=15.0, lon=19.0, precision="country", gazetteer_id="invented:chad")
    places = [MARO, MARO, MARO, SARH, chad, chad]
    told = [account(name, place=place) for name, place in zip("abcdef", places, strict=True)]
    assert only(settle(told).of("place")) == MARO


def test_what_most_tell_as_background_is_background() -> None:
    told = [account(name, realis="historical") for name in "abc"]
    assert settle([*told, account("d")]).realis == "historical"
    assert settle([*told[:2], account("d")]).realis == "actual"


def test_grades() -> None:
    assert settle([account("a", killed=2)]).grade == "single-source"
    copies = [account("a", killed=2, source="wire"), account("b", killed=2, source="wire")]
    assert settle(copies).grade == "single-source"
    assert settle(copies).sources == 1
    assert settle([account("a", killed=2), account("b", killed=2)]).grade == "corroborated"


def test_one_source_in_two_reports_is_one_source() -> None:
    told = [account("a", killed=2, by=POLICE), account("b", killed=2, by=POLICE)]
    assert settle(told).grade == "single-source"


def test_a_war_runs_from_where_it_began_to_who_counts_its_dead_last() -> None:
    words = (*WORDS, "=killed", "war")
    first, last = (
        account(name, day="2017-02-01", killed=(n, None), realis="historical", published=day, words=words)
        for name, n, day in (("a", 60_000, "2018-05-01"), ("b", 90_000, "2019-03-05"))
    )
    span = TimeValue("2017-02-01", "2017-02-28", "month")
    told = [
        replace(each, event=replace(each.event, settled=(Settled("place", (SOUTH,)), Settled("time", (span,)))))
        for each in (first, last)
    ]
    war = next(i for i in merge([*told, account("c", killed=4)]) if "b" in i.reports)
    assert war.reports == ("a", "b")
    assert war.of("time") == (TimeValue("2017-02-01", "2019-03-05", "day"),)
    assert war.of("killed") == (TollValue(90_000, None),)
    assert [(d.value, d.superseded) for d in war.dissent] == [(TollValue(60_000, None), True)]
    massacre = [replace(each, wording=tuple(w for w in each.wording if w != "war")) for each in (first, last)]
    assert not any(is_war(replace(each, event=told[0].event)) for each in massacre)
    jails = replace(told[0], wording=(*told[0].wording, "jails"))
    assert is_war(told[0]) and not is_war(jails)
    against = told[0].event.of("killed")[0]
    hit_too = replace(told[0].event, settled=(*told[0].event.settled, Settled("target", (ARMY,))), claims=(against,))
    assert settle([replace(told[0], event=hit_too)]).of("target") == ()
    doer = account("a", perpetrator=ARMY).event.of("perpetrator")
    began = replace(told[0], event=replace(told[0].event, type="armed_clash", claims=(against, *doer)))
    assert is_war(began) and settle([began]).of("perpetrator") == () and settle([began]).of("participant") == (ARMY,)


def test_what_counts_the_dead_up_to_its_own_report_counts_more_than_one_happening() -> None:
    first = account("a", killed=7)
    span = TimeValue("2019-03-04", "2019-06-01", "day")
    later = account("b", killed=2_000, published="2019-06-01")
    settled = tuple(Settled("time", (span,)) if s.field == "time" else s for s in later.event.settled)
    later = replace(later, event=replace(later.event, settled=settled))
    incident = settle([first, account("c", killed=7), later])
    assert incident.of("killed") == (TollValue(7, 7),)
    assert [(d.value, d.superseded) for d in incident.dissent if d.by == "b News"] == [(TollValue(2_000, 2_000), True)]
    war = account("d", kind="demonstration", killed=(200_000, None), words=(*WORDS, "war"))
    assert settle([war]).of("killed") == ()


def test_what_is_counted_over_days_is_no_toll_of_what_was_of_one_day() -> None:
    told = account("a", killed=97, by=POLICE)
    whole = told.event.of("killed")[0]
    part = replace(whole, id="part", value=TollValue(20, 20, part_of=whole.id))
    event = replace(told.event, claims=(*told.event.claims, part))
    since = replace(told, event=event, wording=(*told.wording, f"{SHARED}{whole.id}"))
    incident = settle([since, account("b")])
    assert incident.of("killed") == () and incident.of("time")
    assert [(d.value, d.superseded) for d in incident.dissent] == [(TollValue(97, 97), True)]
    undated = replace(event, settled=tuple(s for s in event.settled if s.field != "time"))
    assert settle([replace(since, event=undated)]).of("killed") == (TollValue(97, 97),)


def test_whom_only_a_count_of_a_war_names_is_not_hit_by_what_is_told_beside_it() -> None:
    people = ActorValue(None, "people", "civilians", None)
    told = account("a", kind="raid", killed=(280_000, None), words=(*WORDS, "war"))
    counted, beside = (
        Claim(name, "target", people, span, None, "asserted", 0.8)
        for name, span in (("counted", Span(6, 8)), ("beside", Span(20, 26)))
    )

    def hit_by(*claims: Claim) -> tuple[Value, ...]:
        settled = (*told.event.settled, Settled("target", (people,)))
        event = replace(told.event, claims=(*told.event.claims, *claims), settled=settled)
        return settle([replace(told, event=event), account("b", kind="raid")]).of("target")

    assert hit_by(counted) == () and hit_by(counted, beside) == (people,)


def test_who_is_blamed_for_tens_of_thousands_dead_is_kept() -> None:
    month = TimeValue("2019-02-01", "2019-02-28", "month")
    told = account("a", killed=(12_000, 20_000), perpetrator=ARMY, day=None)
    timed = replace(told.event, settled=(*told.event.settled, Settled("time", (month,))))
    assert settle([replace(told, event=timed)]).of("perpetrator") == (ARMY,)


def test_all_articles_of_one_outlet_are_one_source() -> None:
    monday, tuesday, other = (account(name, killed=n) for name, n in (("a", 3), ("b", 4), ("c", 9)))
    tuesday = replace(tuesday, outlet=monday.outlet, published=date(2019, 3, 6))
    copy = replace(account("d", killed=3, source="a"), published=date(2019, 3, 7))  # a print of the first
    incident = settle([monday, tuesday, copy])
    assert (incident.sources, incident.grade, incident.of("killed")) == (1, "single-source", (TollValue(3, 3),))
    assert settle([monday, tuesday]).of("killed") == (TollValue(4, 4),)  # what it counted last
    assert settle([monday, tuesday, other]).sources == 2


def test_an_outlet_that_quotes_somebody_is_no_source_more_by_another_article() -> None:
    quoting, other = account("a", killed=3, by=DOCTOR), account("b", killed=3)
    assert settle([quoting, other]).sources == 2
    assert settle([quoting, replace(other, outlet=quoting.outlet)]).sources == 1


def test_who_prints_a_sentence_of_another_is_no_source_more() -> None:
    def told(report: str, *marks: int) -> Account:
        one = account(report, killed=3)
        return replace(one, wording=(*one.wording, *(f"{PRINTED}{mark}" for mark in marks)))

    assert settle([told("a", 3), told("b", 6)]).sources == 2
    assert settle([told("a", 3, 9), told("b", 6, 9)]).sources == 1
    assert settle([told("a", 3, 9), told("b", 6, 9), told("c", 6)]).sources == 1


def test_a_countrys_army_and_its_defence_ministry_are_one_source() -> None:
    ministry, elsewhere = (ActorValue(None, name, "other", None) for name in ("defence ministry", "ministry of health"))
    told = account("a", killed=3, by=ARMY)
    assert settle([told, account("b", killed=3, by=ministry)]).sources == 1
    assert settle([told, account("b", killed=3, by=elsewhere)]).sources == 2


def test_who_is_named_for_the_place_alone_beside_the_reports_own_words_is_no_second_source() -> None:
    own, other = account("a", killed=3, source="s"), account("b", killed=3, source="s")
    event = other.event
    place = replace(event.of("place")[0], said_by=Said(Span(0, 4), DOCTOR))
    asked = replace(event, claims=tuple(place if c.field == "place" else c for c in event.claims))
    assert settle([own, replace(other, event=asked)]).grade == "single-source"
    alone = replace(asked, claims=(place,))
    assert settle([own, replace(other, event=alone)]).sources == 2


def test_one_source_by_two_names_is_counted_once() -> None:
    chief = ActorValue(None, "director of the Sarh hospital", "civilians", "TCD")
    hospital = ActorValue(None, "Sarh hospital", "civilians", "TCD")
    assert settle([account("a", killed=3, by=chief), account("b", killed=3, by=hospital)]).sources == 1


def test_done_for_one_is_done_and_who_says_it_did_not_happen_is_kept() -> None:
    told = [account("a", realis="planned", day=None), account("b"), account("c", realis="denied", by=ARMY)]
    incident = settle(told)
    assert incident.realis == "actual"
    assert [(d.by, d.stance) for d in incident.dissent if d.field == "realis"] == [("Chadian army", "denied")]


def test_who_denies_that_he_did_it_is_kept_and_contests_it() -> None:
    one, other = account("a", perpetrator=REBELS), account("b", perpetrator=ARMY, by=ARMY, stance="denied")
    incident = settle([one, other])
    assert only(incident.of("perpetrator")) == REBELS
    assert "perpetrator" in incident.contested
    assert ("Chadian army", "denied") in [(d.by, d.stance) for d in incident.dissent]


def test_an_early_count_is_overtaken_but_a_slightly_other_one_stays() -> None:
    told = [account("a", killed=12, published="2019-03-04"), account("b", killed=13, published="2019-03-06")]
    assert settle(told).of("killed") == (TollValue(12, 13),)


@pytest.mark.parametrize(("first", "low"), [(15, 16), (3, 4)])
def test_who_counted_more_within_days_and_still_more_later_overtakes(first: int, low: int) -> None:
    early = account("a", killed=4, by=DOCTOR, published="2019-03-04")
    police = [
        account("b", killed=first, by=POLICE, published="2019-03-06"),
        account("c", killed=17, by=POLICE, published="2019-03-14"),
    ]
    outlet = account("d", killed=16, published="2019-03-07")
    assert settle([early, *police, outlet]).of("killed") == (TollValue(low, 17),)


def test_a_count_that_another_gives_too_was_not_overtaken() -> None:
    mine = account("a", killed=7, published="2019-03-04")
    again = account("b", killed=7, by=DOCTOR, published="2019-03-05")
    more = account("c", killed=10, published="2019-03-06")
    found = settle([mine, again, more])
    assert [d.superseded for d in found.dissent if d.value == TollValue(7, 7)] == [False, False]
    found = settle([mine, more])
    assert [d.superseded for d in found.dissent if d.value == TollValue(7, 7)] == [True]


def test_a_count_of_several_happenings_gives_way_to_one_of_this_alone() -> None:
    total = account("a", killed=30, by=POLICE)
    shared = replace(total, wording=(*total.wording, f"{SHARED}{total.event.of('killed')[0].id}{TIMES}2"))
    assert settle([shared, account("b", killed=4, by=DOCTOR)]).of("killed") == (TollValue(4, 4),)
    assert settle([shared]).of("killed") == (TollValue(30, 30),)


def test_two_names_of_one_source_are_one_source_and_two_outlets_are_two() -> None:
    fuller = ActorValue(None, "hospital doctor in Maro", "civilians", "TCD")
    told = [
        account("a", killed=5, by=DOCTOR, published="2019-03-05"),
        account("b", killed=8, by=fuller, published="2019-03-06"),
    ]
    assert settle(told).of("killed") == (TollValue(8, 8),)
    assert settle([account("agency", killed=12), account("local", killed=14)]).of("killed") == (TollValue(12, 14),)


def test_none_of_some_and_a_denied_count_set_no_bounds() -> None:
    whole = account("a", killed=14, by=DOCTOR)
    none = _who(account("b", killed=0, by=ARMY), "civilians")
    assert settle([whole, none]).of("killed") == (TollValue(14, 14),)
    assert settle([none]).of("killed") == (TollValue(0, 0),)
    assert settle([whole, account("c", killed=0, by=ARMY)]).of("killed") == (TollValue(0, 14),)
    denied = _stance(account("d", killed=90, by=REBELS), "denied")
    assert settle([whole, denied]).of("killed") == (TollValue(14, 14),)


def _who(told: Account, who: str) -> Account:
    """The account, its toll of these people."""
    claims = tuple(
        replace(c, value=replace(c.value, who=who)) if isinstance(c.value, TollValue) else c for c in told.event.claims
    )
    return replace(told, event=replace(told.event, claims=claims))


def _stance(told: Account, stance: str) -> Account:
    """The account, its toll told with this stance."""
    claims = tuple(replace(c, stance=stance) if c.field == "killed" else c for c in told.event.claims)
    return replace(told, event=replace(told.event, claims=claims))


def test_a_count_that_an_outlet_calls_wrong_is_what_others_count() -> None:
    told = account("a", killed=4)
    right = told.event.of("killed")[0]
    wrong = replace(right, id="wrong", value=TollValue(6, 6), stance="denied")
    event = replace(told.event, claims=(*told.event.claims, wrong))
    assert settle([replace(told, event=event)]).of("killed") == (TollValue(4, 6),)
    overtaken = replace(told, event=event, wording=(*told.wording, f"{SHARED}wrong"))
    assert settle([overtaken]).of("killed") == (TollValue(4, 4),)
    assert settle([replace(told, event=replace(event, realis="denied"))]).of("killed") == (TollValue(4, 4),)


def test_a_part_of_what_is_told_of_several_is_no_whole_of_one() -> None:
    told = account("a", killed=9, by=DOCTOR)
    whole = replace(told.event.of("killed")[0], id="whole", value=TollValue(90, 90))
    part = replace(whole, id="part", value=TollValue(20, 20, part_of="whole"))
    event = replace(told.event, claims=(*told.event.claims, whole, part))
    shared = replace(told, event=event, wording=(*told.wording, f"{SHARED}whole"))
    assert settle([shared]).of("killed") == (TollValue(9, 9),)


def test_a_first_count_is_overtaken_by_higher_ones_of_several_others_within_days() -> None:
    first = account("a", killed=12, by=POLICE, published="2019-03-04")
    later = [
        account("b", killed=26, by=DOCTOR, published="2019-03-06"),
        account("c", killed=27, published="2019-03-06"),
    ]
    incident = settle([first, *later])
    assert incident.of("killed") == (TollValue(26, 27),)
    assert [d.superseded for d in incident.dissent if d.value == TollValue(12, 12)] == [True]
    assert settle([first, later[0]]).of("killed") == (TollValue(12, 26),)
    assert settle([first, *(replace(a, published=date(2019, 3, 20)) for a in later)]).of("killed") == (
        TollValue(12, 27),
    )
    at_least = account("a", killed=(12, None), by=POLICE, published="2019-03-04")
    assert settle([at_least, *(replace(a, published=date(2019, 3, 20)) for a in later)]).of("killed") == (
        TollValue(26, 27),
    )
    again = account("d", killed=12, by=POLICE, published="2019-03-06")
    assert settle([first, again, *later]).of("killed") == (TollValue(12, 27),)


def test_an_early_more_than_is_overtaken_by_exact_counts_below_it() -> None:
    many = account("a", killed=(101, None), by=POLICE, published="2019-03-04")
    later = [
        account("b", killed=86, by=DOCTOR, published="2019-03-06"),
        account("c", killed=88, published="2019-03-06"),
    ]
    assert settle([many, *later]).of("killed") == (TollValue(86, 88),)
    assert settle([many, later[0]]).of("killed") == (TollValue(86, None),)
    again = account("d", killed=(110, None), by=OTHERS, published="2019-03-06")
    assert settle([many, *later, again]).of("killed") == (TollValue(86, None),)


def test_the_best_figure_is_the_one_that_most_counts_fit() -> None:
    told = [account("c", killed=126, by=POLICE), *(account(name, killed=(121, None)) for name in "ab")]
    told += [account("d", killed=(20, None), by=DOCTOR), account("e", killed=(20, None), by=OTHERS)]
    assert settle(told).best[0].values == (TollValue(126, 126),)
    assert settle(told[3:]).best[0].values == (TollValue(20, None),)


def test_a_weapon_is_told_by_two_sources_or_by_the_only_one() -> None:
    def armed(report: str, *weapons: WeaponValue) -> Account:
        told = account(report)
        settled = (*told.event.settled, Settled("weapon", weapons))
        return replace(told, event=replace(told.event, settled=settled))

    mortars, shells = WeaponValue("mortars", "mortar"), WeaponValue("mortar shells", "mortar")
    bomb, rifle = WeaponValue("car bomb", "car_bomb"), WeaponValue("rifle", "small_arms")
    incident = settle([armed("a", mortars), armed("b", shells, bomb), account("c")])
    assert incident.of("weapon") == (mortars,)
    assert [(d.value, d.by) for d in incident.dissent] == [(bomb, "b News")]
    assert settle([armed("a", mortars, rifle), account("b")]).of("weapon") == (mortars, rifle)
    assert settle([armed("a", mortars), armed("b", rifle)]).of("weapon") == ()


def test_one_body_told_in_more_words_is_one_target() -> None:
    convoy, aid, many = (ActorValue(None, name, None, None) for name in ("convoy", "aid convoy", "aid convoys"))
    office, centre = (ActorValue(None, name, None, None) for name in ("lake party offices", "centre of the lake party"))
    people, civilians = (ActorValue(None, name, "civilians", None) for name in ("people", "civilians"))
    on = ActorValue(None, "convoy carrying", None, None)
    assert settle([hit("a", convoy), hit("b", aid), hit("c", many), hit("d", on)]).of("target") == (convoy,)
    assert settle([hit("a", office), hit("b", centre)]).of("target") == (office,)
    assert settle([hit("a", people, civilians), hit("b", people, civilians)]).of("target") == (civilians,)
    assert len(settle([hit("a", convoy, office)]).of("target")) == 2


def test_the_young_are_no_other_words_for_all() -> None:
    names = ("children", "women and children", "child")
    told = [hit(name, ActorValue(None, name, "civilians", None)) for name in names]
    assert len(settle(told).of("target")) == 3


def test_a_quarter_that_most_sources_name_is_the_place_in_whatever_spelling() -> None:
    here, there = (
        PlaceValue(name, "district", "TCD", "Moyen-Chari", None, 8.4, 18.8, "settlement", "invented:maro")
        for name in ("Nour al-Din", "Nureddin")
    )
    loose = PlaceValue(
        "Nur Eddin", "neighbourhood", "TCD", "Moyen-Chari", None, 9.0, 18.3, "province", "invented:south"
    )
    told = [account(name, place=place) for name, place in (("a", here), ("b", there), ("c", loose), ("d", MARO))]
    assert only(settle(told).of("place")) == here
    assert only(settle([told[0], *(account(name) for name in "xyz")]).of("place")) == MARO


def test_a_quarter_with_a_point_of_its_own_agrees_with_its_town_and_is_finer() -> None:
    quarter = PlaceValue("Kotoko", "quarter", "TCD", "Moyen-Chari", None, 8.42, 18.8, "settlement", "invented:kotoko")
    incident = settle([account(n, place=p) for n, p in zip("abcde", [quarter, quarter, MARO, MARO, MARO], strict=True)])
    assert only(incident.of("place")) == quarter and not incident.dissent
    village = replace(quarter, kind="village")
    incident = settle([account(n, place=p) for n, p in zip("abcde", [village, village, MARO, MARO, MARO], strict=True)])
    assert only(incident.of("place")) == MARO and [d.value for d in incident.dissent] == [village]


def test_a_village_that_most_sources_name_is_the_place_though_as_many_settle_on_the_town_by_it() -> None:
    bekan, both, loose = (
        PlaceValue(name, kind, "TCD", "Moyen-Chari", None, 9.0, 18.3, "province", "invented:south")
        for name, kind in (("Bekan", "village"), ("Békan and Rul", None), ("Al-Bikan", None))
    )
    by_town = account("c", place=bekan)
    claims = (*by_town.event.claims, *account("x", place=MARO).event.claims[:1])
    settled = (Settled("place", (MARO,)), *by_town.event.settled[1:])
    by_town = replace(by_town, event=replace(by_town.event, claims=claims, settled=settled))
    told = [account("a", place=both), account("b", place=loose), by_town, account("d", place=MARO)]
    found = only(settle(told).of("place"))
    assert found == replace(MARO, name="Bekan", kind="village", precision="district")
    assert only(settle([*told, account("e", place=MARO), account("f", place=MARO)]).of("place")) == MARO


def test_a_village_told_side_by_side_with_the_town_is_no_part_of_it() -> None:
    bekan = PlaceValue("Bekan", "village", "TCD", "Moyen-Chari", None, 9.0, 18.3, "province", "invented:south")
    told, village = account("a"), account("b", place=bekan).event.of("place")[0]
    told = replace(told, event=replace(told.event, claims=(*told.event.claims, village)))
    assert only(settle([told]).of("place")) == replace(MARO, name="Bekan", kind="village", precision="district")
    beside = f"{BESIDE}{told.event.of('place')[0].id}{BESIDE}{village.id}"
    assert only(settle([replace(told, wording=(*told.wording, beside))]).of("place")) == MARO


def test_a_bombing_that_two_sources_tell_finer_is_a_suicide_bombing() -> None:
    told = [account(name, kind="bombing") for name in "abc"]
    finer = [account(name, kind="suicide_bombing") for name in "de"]
    assert settle([*told, *finer]).type == "suicide_bombing"
    assert settle([*told, finer[0]]).type == "bombing"


def test_a_source_has_one_vote_for_the_type_that_of_its_surest_account() -> None:
    def sure(told: Account, confidence: float) -> Account:
        return replace(told, event=replace(told.event, confidence=confidence))

    told = [sure(account(name, kind="execution"), 0.8) for name in "ab"]
    beside = [sure(account(name, kind="armed_clash", number=1), 0.6) for name in "ab"]
    assert settle([*told, *beside, sure(account("c", kind="armed_clash"), 0.9)]).type == "execution"


def test_of_days_that_as_many_sources_tell_it_is_that_of_more_accounts_or_else_the_first() -> None:
    told = [account("a", day="2019-03-03"), account("b", day="2019-03-04")]
    assert settle(told).of("time") == (TimeValue("2019-03-03", "2019-03-03", "day"),)
    again = account("c", day="2019-03-04", source="b")
    assert settle([*told, again]).of("time") == (TimeValue("2019-03-04", "2019-03-04", "day"),)


def test_a_course_runs_from_where_most_let_it_begin() -> None:
    def told(report: str, first: str, last: str) -> Account:
        one = account(report, published=last)
        time = TimeValue(first, last, "day")
        event = replace(
            one.event, settled=tuple(replace(e, values=(time,)) if e.field == "time" else e for e in one.event.settled)
        )
        return replace(one, event=event)

    accounts = [
        told("a", "2019-03-01", "2019-04-20"),
        told("b", "2019-03-01", "2019-04-24"),
        told("c", "2019-04-08", "2019-04-22"),
    ]
    assert settle(accounts).of("time") == (TimeValue("2019-03-01", "2019-04-24", "day"),)
    assert settle([told("a", "2019-04-20", "2019-04-20"), accounts[1]]).of("time") == (
        TimeValue("2019-04-20", "2019-04-20", "day"),
    )


def test_sources_second_each_other_on_no_day_only_in_the_same_days() -> None:
    def told(when: str) -> str:
        return settle([account("a", day=None, published="2019-03-05"), account("b", day=None, published=when)]).grade

    assert told("2019-03-08") == "corroborated"
    assert told("2019-05-08") == "single-source"


def test_who_told_of_it_beforehand_does_not_say_that_it_happened() -> None:
    told = [account("a", kind="territory_seized"), account("b", kind="territory_seized", realis="planned")]
    assert settle(told).grade == "single-source" and settle([*told[:1], account("b")]).grade == "corroborated"
    assert settle([account(n, kind="meeting", realis="planned") for n in "ab"]).grade == "corroborated"


def test_who_told_of_it_beforehand_settles_nothing_of_what_was_done() -> None:
    before = account("a", realis="planned", day="2019-03-09", place=SARH, killed=90, perpetrator=OTHERS)
    incident = settle([before, account("b", killed=12, perpetrator=REBELS)])
    assert incident.of("perpetrator") == (REBELS,) and incident.of("killed") == (TollValue(12, 12),)
    assert incident.of("place") == (MARO,) and incident.reports == ("a", "b")
    assert settle([before]).of("perpetrator") == (OTHERS,)


def test_loose_accounts_settle_nothing_that_others_tell() -> None:
    told = [account("a", killed=12, perpetrator=REBELS), account("b", killed=38, perpetrator=OTHERS)]
    loose = {told[1].event.id}
    incident = settle(told, loose=loose)
    assert incident.of("killed") == (TollValue(12, 12),) and incident.of("perpetrator") == (REBELS,)
    assert incident.grade == "single-source" and incident.sources == 1
    assert incident.reports == ("a", "b") and set(incident.loose) == loose


def test_the_dead_whom_only_loose_accounts_count_are_not_lost() -> None:
    told = [account("a", perpetrator=REBELS), account("b", killed=38, perpetrator=OTHERS)]
    incident = settle(told, loose={told[1].event.id})
    assert incident.of("killed") == (TollValue(38, 38),) and incident.of("perpetrator") == (REBELS,)
    hurt = [
        replace(claim, field="injured" if claim.field == "killed" else claim.field) for claim in told[1].event.claims
    ]
    only_hurt = replace(told[1], event=replace(told[1].event, claims=tuple(hurt)))
    assert settle([only_hurt]).of("injured") and not settle([told[0], only_hurt], loose=set(incident.loose)).of(
        "injured"
    )
    bekan = PlaceValue("Bekan", "village", "TCD", "Moyen-Chari", None, 9.0, 18.3, "province", "invented:south")
    for of_another in (
        account("b", killed=38, day="2019-02-04"),
        account("b", killed=38, day=None),
        account("b", killed=38, place=SARH),
        account("b", killed=38, place=bekan),
        account("b", killed=38, place=None),
    ):
        assert not settle([told[0], of_another], loose={of_another.event.id}).of("killed")
    in_province = account("b", killed=38, place=SOUTH)
    assert settle([told[0], in_province], loose={in_province.event.id}).of("killed")
    weeks = TimeValue("2019-02-01", "2019-03-05", "day")
    course = tuple(replace(e, values=(weeks,)) if e.field == "time" else e for e in told[0].event.settled)
    told[0] = replace(told[0], event=replace(told[0].event, settled=course))
    assert not settle(told, loose={told[1].event.id}).of("killed")


def test_what_was_of_several_days_is_of_all_those_over_which_its_dead_are_counted() -> None:
    def told(report: str, last: str, killed: int | None = None, *, over_days: bool = True) -> Account:
        one = account(report, killed=killed, published=last)
        time = Settled("time", (TimeValue("2019-03-04", last, "day"),))
        settled = (*(e for e in one.event.settled if e.field != "time"), time)
        marks = [f"{SHARED}{claim.id}" for claim in one.event.of("killed")] if over_days else []
        return replace(one, event=replace(one.event, settled=settled), wording=(*one.wording, *marks))

    week, fortnight = told("a", "2019-03-10"), told("b", "2019-03-17", 38)
    assert only(settle([week, fortnight]).of("time")) == TimeValue("2019-03-04", "2019-03-17", "day")
    at_once = told("b", "2019-03-17", 38, over_days=False)
    assert only(settle([week, at_once]).of("time")) == TimeValue("2019-03-04", "2019-03-10", "day")


def test_a_count_over_days_settles_nothing_from_aside_either() -> None:
    told, other = account("a", perpetrator=REBELS), account("b", killed=38)
    over_days = replace(other, wording=(*other.wording, f"{SHARED}{other.event.of('killed')[0].id}"))
    assert settle([told, other], loose={other.event.id}).of("killed")
    assert not settle([told, over_days], loose={other.event.id}).of("killed")


@pytest.mark.parametrize(("field", "grade"), [("killed", "corroborated"), ("injured", "single-source")])
def test_two_whom_one_report_names_second_each_other_where_both_fill_one_field(field: str, grade: str) -> None:
    one = account("a", killed=2, by=ARMY)
    two = Claim("doctor", field, TollValue(2, 2), Span(5, 9), Said(Span(0, 4), DOCTOR), "asserted", 0.8)
    told = replace(one, event=replace(one.event, claims=(*one.event.claims, two)))
    assert settle([told]).grade == grade
    assert settle([told, account("b", by=POLICE)]).grade == "corroborated"


@pytest.mark.parametrize(("sure", "first"), [(0.6, "2019-03-08"), (0.4, "2019-03-04")])
def test_a_day_that_is_likelier_wrong_does_not_narrow_what_others_tell(sure: float, first: str) -> None:
    def told(name: str, begin: str, confidence: float) -> Account:
        one, week = account(name, killed=2, day=begin), TimeValue(begin, "2019-03-10", "day")
        when = week if begin != "2019-03-08" else TimeValue(begin, begin, "day")
        claims = tuple(
            replace(c, value=when, confidence=confidence) if c.field == "time" else c for c in one.event.claims
        )
        settled = tuple(Settled("time", (when,)) if e.field == "time" else e for e in one.event.settled)
        return replace(one, event=replace(one.event, claims=claims, settled=settled))

    found = settle([told("a", "2019-03-04", 0.7), told("b", "2019-03-08", sure)])
    assert [v.earliest for e in found.settled if e.field == "time" for v in e.values] == [first]  # type: ignore[union-attr]


def _weakly(told: Account, field: str) -> Account:
    """The account with its claims of a field bound as weakly as those of a neighbouring deed are."""
    claims = tuple(replace(c, confidence=0.4) if c.field == field else c for c in told.event.claims)
    return replace(told, event=replace(told.event, claims=claims))


def test_a_place_bound_weakly_settles_nothing_beside_a_firm_one_that_differs() -> None:
    accounts = [account("a", place=MARO), _weakly(account("b", place=SARH), "place")]
    incident = settle(accounts)
    assert incident.of("place") == (MARO,)
    assert not [d for d in incident.dissent if d.field == "place"]


def test_a_place_bound_weakly_tells_more_closely_where_a_firm_one_is() -> None:
    assert settle([account("a", place=SOUTH), _weakly(account("b", place=MARO), "place")]).of("place") == (MARO,)


def test_a_weapon_bound_weakly_settles_nothing_beside_a_firm_one() -> None:
    knife, drone = WeaponValue("knives", "blade"), WeaponValue("drone", "drone")
    told = [_armed(account("a"), knife), _weakly(_armed(account("b"), drone), "weapon")]
    assert settle(told).of("weapon") == (knife,)
    assert settle(told[1:]).of("weapon") == (drone,)


def _armed(told: Account, weapon: WeaponValue) -> Account:
    claim = Claim(f"{told.event.id}-w", "weapon", weapon, Span(5, 9), None, "asserted", 0.8)
    event = told.event
    settled = (*event.settled, Settled("weapon", (weapon,)))
    return replace(told, event=replace(event, claims=(*event.claims, claim), settled=settled))


def test_a_doer_bound_weakly_whom_no_source_gives_is_a_neighbours() -> None:
    one, weak = account("a", perpetrator=REBELS), _weakly(account("b", perpetrator=ARMY), "perpetrator")
    incident = settle([one, weak])
    assert incident.of("perpetrator") == (REBELS,)
    assert "perpetrator" not in incident.contested
    blamed = _weakly(account("b", perpetrator=ARMY, by=DOCTOR), "perpetrator")
    assert "perpetrator" in settle([one, blamed]).contested
    assert settle([weak]).of("perpetrator") == (ARMY,)
