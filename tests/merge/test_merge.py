"""Which events become one incident, in whatever order they come, and what persons rule."""

import random
from dataclasses import replace
from datetime import date
from itertools import combinations

from tacitus.merge import cluster
from tacitus.merge.accounts.facts import AT_LENGTH, FRESH, LATELY, NEWS, facts, possible, went_on
from tacitus.merge.accounts.wording import DATED, GOES_ON
from tacitus.merge.loose import loose, marks_of, without_bridges
from tacitus.merge.merge import merge, seconded, together
from tacitus.merge.pairs.ties import COPIES, Tie
from tacitus.records.event import Settled
from tacitus.records.incident import Account, Ruling
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue, TimeValue, TollValue
from tests.merge.build import BORDER, MARO, REBELS, SARH, SOUTH, WORDS, account

AT = "2020-01-01T00:00:00Z"


def groups(incidents):  # type: ignore[no-untyped-def]
    return sorted(incident.reports for incident in incidents)


def test_rival_reports_of_one_attack_are_one_incident() -> None:
    one = account("agency", killed=12, perpetrator=REBELS)
    other = account("local", killed=19, perpetrator=REBELS)
    (incident,) = merge([one, other])
    assert incident.reports == ("agency", "local")
    assert incident.of("killed") == (TollValue(12, 19),)
    assert "same type" in incident.reasons


def test_look_alikes_stay_apart() -> None:
    first = account("agency", killed=12, perpetrator=REBELS)
    for unlike in (
        account("local", killed=3, day="2019-03-12", published="2019-03-13"),  # another day
        account("local", killed=3, place=BORDER),  # another country
        account("local", kind="meeting", killed=None),  # another thing
    ):
        assert len(merge([first, unlike])) == 2, unlike


def test_the_order_of_reports_does_not_matter() -> None:
    accounts = [
        account(f"report {n}", killed=n % 5, place=(MARO, SARH)[n % 2], day=f"2019-03-0{1 + n % 3}", perpetrator=REBELS)
        for n in range(18)
    ]
    first = merge(accounts)
    chance = random.Random(7)
    for _ in range(5):
        chance.shuffle(accounts)
        assert merge(accounts) == first


def test_what_a_report_goes_back_to_had_happened_when_it_came_out() -> None:
    before = account("early", day=None, realis="historical", published="2019-02-10", perpetrator=REBELS)
    told = account("agency", words=(*WORDS, DATED), realis="historical", killed=12, perpetrator=REBELS)
    assert possible(before) == (0, date(2019, 2, 10).toordinal())
    assert groups(merge([before, told])) == [("agency",), ("early",)]
    assert len(cluster.clusters(["a", "b"], {("a", "b"): 2.0}, {"a": (0, 5), "b": (6, 6)})) == 2


def test_what_is_always_so_is_no_happening_that_two_tell() -> None:
    def told(report: str, words: tuple[str, ...], killed: int | None = None) -> Account:
        return account(report, day=None, words=words, realis="historical", killed=killed, perpetrator=REBELS)

    always = [told(name, (*WORDS, GOES_ON)) for name in ("agency", "local")]
    assert groups(merge(always)) == [("agency",), ("local",)]
    assert groups(merge([told("agency", (*WORDS, GOES_ON), 12), told("local", (*WORDS, GOES_ON), 12)])) == [
        ("agency", "local")
    ]
    assert groups(merge([told(name, WORDS) for name in ("agency", "local")])) == [("agency", "local")]


def test_what_is_gone_back_to_without_a_day_or_a_small_place_is_no_one_happening() -> None:
    def told(report: str, place: PlaceValue) -> Account:
        return account(report, day=None, place=place, realis="historical", perpetrator=REBELS)

    assert groups(merge([told(name, MARO) for name in ("agency", "local")])) == [("agency", "local")]
    assert groups(merge([told(name, SOUTH) for name in ("agency", "local")])) == [("agency",), ("local",)]


def test_persons_outrank_the_machine_and_can_be_undone() -> None:
    one, other, far = account("a", killed=2), account("b", killed=2), account("c", place=BORDER, killed=9)
    apart = Ruling("r1", "apart", (one.event.id, other.event.id), "Amal", AT, "two markets")
    same = Ruling("r2", "same", (one.event.id, far.event.id), "Amal", AT, "one convoy, told from both sides")
    assert groups(merge([one, other, far])) == [("a", "b"), ("c",)]
    assert groups(merge([one, other, far], [apart])) == [("a",), ("b",), ("c",)]
    joined = merge([one, other, far], [apart, same])
    assert groups(joined) == [("a", "c"), ("b",)]
    assert any("Amal has ruled so" in reason for incident in joined for reason in incident.reasons)


def test_a_corrected_field_is_settled_and_contested_no_more() -> None:
    one, other = account("a", killed=2), account("b", killed=9)
    (before,) = merge([one, other])
    assert before.contested == ("killed",) and before.grade == "contested"
    fixed = Ruling("r", "correct", (other.event.id,), "Amal", AT, "hospital list", "killed", TollValue(9, 9))
    (after,) = merge([one, other], [fixed])
    assert after.of("killed") == (TollValue(9, 9),)
    assert after.contested == () and after.grade == "corroborated"


def test_a_rejected_event_is_in_no_incident() -> None:
    one, other = account("a"), account("b")
    rejected = Ruling("r", "reject", (other.event.id,), "Amal", AT, "a film")
    assert groups(merge([one, other], [rejected])) == [("a",)]


def test_every_event_is_in_exactly_one_incident() -> None:
    accounts = [account(f"r{n}", number=k, place=(MARO, SARH, BORDER)[(n + k) % 3]) for n in range(6) for k in range(3)]
    incidents = merge(accounts)
    inside = [event for incident in incidents for event in incident.events]
    assert sorted(inside) == sorted(a.event.id for a in accounts)
    assert all(not set(a.events) & set(b.events) for a, b in combinations(incidents, 2))


def test_a_third_report_seconds_a_tie_but_makes_none() -> None:
    odds = {("a", "b"): -0.2, ("a", "c"): 2.0, ("b", "c"): 1.5, ("a", "d"): -1.5, ("c", "d"): -1.5}
    found = seconded(odds)
    assert found["a", "b"] > seconded({("a", "b"): -0.2})["a", "b"]
    assert found["a", "d"] == seconded({("a", "d"): -1.5})["a", "d"]  # what ties c and d is too weak to second


def test_a_copy_is_no_third_to_what_it_copies() -> None:
    odds = {("a", "b"): -0.2, ("a", "c"): -0.2, ("b", "c"): 4.0}
    alone = seconded({("a", "b"): -0.2})["a", "b"]
    assert seconded(odds)["a", "b"] > cluster.JOIN > alone
    assert seconded(odds, {"b": {"c"}, "c": {"b"}})["a", "b"] == alone
    likely = odds | {("a", "b"): 0.2}
    assert seconded(likely, {"b": {"c"}, "c": {"b"}}) == seconded(likely) | {("a", "c"): alone}


def test_copies_of_one_story_join_nothing_by_their_number() -> None:
    accounts = [account(name) for name in "abc"]
    a, b, c = (each.event.id for each in accounts)
    found = [Tie(*sorted((one, other)), -0.2, ()) for one, other in ((a, b), (a, c))]
    copies = Tie(*sorted((b, c)), 4.0, ("same type", COPIES))
    assert groups(together(accounts, [*found, copies])) == [("a",), ("b", "c")]
    assert groups(together(accounts, [*found, replace(copies, reasons=("same type",))])) == [("a", "b", "c")]


def test_an_account_without_a_day_does_not_tie_two_days_together() -> None:
    words = (*WORDS, DATED)
    monday = account("agency", day="2019-03-04", killed=4, words=words)
    tuesday = account("local", day="2019-03-05", killed=4, words=words)
    bare = account("radio", day=None, killed=4)
    for incident in merge([monday, tuesday, bare]):
        assert not {"agency", "local"} <= set(incident.reports)


def test_undated_leads_with_their_own_dead_weeks_apart_are_two() -> None:
    told = [
        account("a", kind="shelling", day=None, killed=9, published="2019-03-05"),
        account("b", kind="shelling", day=None, killed=4, published="2019-03-25"),
    ]
    assert len(merge(told)) == 2
    day = facts(told[0]).published
    assert day is not None and possible(told[0]) == (day - FRESH, day + 1)


def test_what_an_undated_account_counts_and_tells_at_length_is_of_late() -> None:
    told = account("a", day=None, killed=4)
    passing, at_length = (
        replace(
            told, event=replace(told.event, trigger=Span(900, 906), mentions=tuple(Span(900, 906 + n) for n in spans))
        )
        for spans in (range(2), range(AT_LENGTH + 1))
    )
    day = facts(told).published
    assert day is not None
    assert [possible(each) for each in (passing, at_length)] == [(day - NEWS, day + 1), (day - LATELY, day + 1)]


def test_an_attack_told_in_passing_of_which_nobody_is_counted_is_of_late() -> None:
    led_with = account("a", day=None)
    passing = replace(led_with, event=replace(led_with.event, trigger=Span(900, 906)))
    deal = replace(passing, event=replace(passing.event, type="agreement"))
    day = facts(passing).published
    assert day is not None
    assert [possible(a) for a in (led_with, deal, passing)] == [(day - n, day + 1) for n in (NEWS, NEWS, LATELY)]


def test_strangers_who_met_through_doubtful_accounts_alone_part_in_whatever_order() -> None:
    odds = {("a", "x"): 1.0, ("b", "x"): 2.0, ("b", "y"): 1.0, ("x", "y"): 3.0}
    for group in (["a", "b", "x", "y"], ["y", "x", "b", "a"]):
        assert without_bridges([group], {"x", "y"}, odds) == [["a"], ["b", "x", "y"]]
    tied = odds | {("a", "b"): 0.5}
    assert without_bridges([["a", "b", "x", "y"]], {"x", "y"}, tied) == [["a", "b", "x", "y"]]
    few = odds | {("b", "c"): 1.0}
    assert without_bridges([["a", "b", "c", "x"]], {"x"}, few) == [["a", "b", "c", "x"]]


def test_what_hangs_with_another_incident_as_much_is_loose() -> None:
    groups = [["a", "b", "torn"], ["x", "y"]]
    odds = {("a", "b"): 5.0, ("a", "torn"): 2.0, ("torn", "x"): 1.8, ("x", "y"): 5.0}
    assert loose(groups, odds, odds, {"a", "torn"}) == {"torn"}
    assert not loose(groups, odds | {("a", "torn"): 4.0}, odds, {"a", "torn"})


def test_without_a_day_it_has_to_be_far_nearer_as_others_second_it() -> None:
    groups = [["a", "b"], ["x", "y"]]
    odds = {("a", "b"): 4.0, ("b", "x"): 2.0, ("x", "y"): 6.0}
    assert loose(groups, odds, odds, {"a"}) == {"b"}
    assert not loose(groups, odds, odds, {"a", "b"})


def test_something_of_an_incident_stays_firm() -> None:
    odds = {("a", "b"): 1.0, ("a", "x"): 1.0, ("b", "x"): 1.0, ("x", "y"): 5.0}
    assert not loose([["a", "b"], ["x", "y"]], odds, odds, set())
    assert loose([["a", "b"], ["x", "y"]], odds, odds, {"a"}) == {"b"}  # the only day that is told stays


def test_what_shares_something_particular_with_its_own_incident_alone_is_firm() -> None:
    groups = [["a", "torn"], ["x", "y"]]
    odds = {("a", "torn"): 2.0, ("torn", "x"): 1.8, ("x", "y"): 5.0}
    accounts = {
        "a": account("a", killed=9),
        "torn": account("b", killed=9, day=None, place=SOUTH),
        "x": account("c", killed=7),
        "y": account("d", killed=7),
    }
    marks = {event: marks_of(each) for event, each in accounts.items()}
    assert loose(groups, odds, odds, {"a"}) == {"torn"}
    assert not loose(groups, odds, odds, {"a"}, marks)
    marks["x"] = marks_of(account("c", killed=9))
    assert loose(groups, odds, odds, {"a"}, marks) == {"torn"}


def test_what_a_person_has_joined_is_firm() -> None:
    odds = {("a", "b"): cluster.RULED, ("b", "x"): 3.0, ("x", "y"): 9.0}
    assert not loose([["a", "b"], ["x", "y"]], odds, odds, set())


def test_what_is_told_of_the_running_year_is_no_happening_of_a_day() -> None:
    def of_a_year(published: str) -> Account:
        told = account("b", day=None, published=published)
        settled = (*told.event.settled, Settled("time", (TimeValue("2019-01-01", "2019-12-31", "year"),)))
        return replace(told, event=replace(told.event, settled=settled))

    assert went_on(of_a_year("2019-03-20")) is True
    assert not went_on(of_a_year("2020-03-20"))


def test_that_nobody_has_claimed_it_is_one_with_no_claim() -> None:
    nobody = account("a", kind="responsibility_claim", realis="denied")
    claims = [account(name, kind="responsibility_claim") for name in "bc"]
    assert sorted(len(i.events) for i in merge([nobody, *claims])) == [1, 2]
