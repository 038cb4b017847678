"""One figure for each source: who is one source, and what takes the place of what."""

from dataclasses import replace
from datetime import date

import pytest

from tacitus.merge.accounts.offices import offices
from tacitus.merge.accounts.wording import DATED, LATER, OFFICE, SHARED, TIMES, VAGUE
from tacitus.merge.settled.figures import figures
from tacitus.merge.settled.settle import settle
from tacitus.merge.settled.voices import one_voice
from tacitus.records.event import Claim, Document, Event, Said, Settled
from tacitus.records.incident import Account
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, TollValue
from tests.merge.build import DOCTOR, REBELS, account

WATCHDOG = ActorValue("ngo:watch", "Maro Observatory for Human Rights", "ngo", "TCD")


def named(name: str) -> ActorValue:
    """A source that no table knows."""
    return ActorValue(None, name, "person", None)


def told(report: str, *counts: tuple[int, int | None, str | None, ActorValue | None], **other: str) -> Account:
    """A report's account with these counts of the dead: low, high, who, who says so; each ten characters on."""
    plain = account(report, killed=None, **other)  # type: ignore[arg-type]
    claims = tuple(
        Claim(
            f"{report}-{n}", "killed", TollValue(low, high, who), Span(20 * n, 20 * n + 5),
            Said(Span(400, 404), by) if by else None, "asserted", 0.9,
        )
        for n, (low, high, who, by) in enumerate(counts)
    )  # fmt: skip
    return replace(plain, event=replace(plain.event, claims=claims, settled=()))


def says(*accounts: Account) -> dict[str, tuple[int, int | None]]:
    """What each source says last."""
    of = {voice.key: voice.values[0] for voice in figures(accounts, "killed")}
    return {key: (value.low, value.high) for key, value in of.items() if isinstance(value, TollValue)}


@pytest.mark.parametrize(
    "name",
    [
        "monitoring group",
        "war monitor",
        "Maro-based Observatory",
        "the Observatory",
        "human rights monitor",
        "Observatory toll",
    ],
)
def test_a_watchdog_is_one_source_by_whatever_name(name: str) -> None:
    one = told("a", (9, 9, "people", named(name)), published="2019-03-04")
    other = told("b", (12, 12, "people", WATCHDOG), published="2019-03-06")
    assert says(one, other) == {"ngo:watch": (12, 12)}


def test_state_television_is_one_with_its_country_in_either_form() -> None:
    one = told("a", (9, 9, "people", named("Chad's state TV")), published="2019-03-04")
    other = told("b", (12, 12, "people", named("Chadian state television")), published="2019-03-06")
    third = told("c", (15, 15, "people", named("state television of Niger")), published="2019-03-06")
    assert list(says(one, other).values()) == [(12, 12)]
    assert len(says(other, third)) == 2


def test_a_body_and_its_head_are_one_source_where_a_report_tells_the_office() -> None:
    one = told("a", (9, 9, "people", WATCHDOG), published="2019-03-04")
    other = told("b", (12, 12, "people", named("Omar Said")), published="2019-03-06")
    assert len(says(one, other)) == 2
    other = replace(other, wording=(*other.wording, f"{OFFICE}omar said{OFFICE}Observatory"))
    assert says(one, other) == {"ngo:watch": (12, 12)}


@pytest.mark.parametrize(
    ("text", "said", "body"),
    [
        ("Nine died, Observatory director Omar Said told us.", "Observatory director Omar Said", "Observatory"),
        ("Nine died, the army's chief spokesman Omar Said said.", "the army's chief spokesman Omar Said", "the army"),
        ("The head of the Maro Observatory Omar Said spoke.", "The head of the Maro Observatory Omar Said",
         "Maro Observatory"),
        ("Omar Said, who is director of the Maro Observatory, counted nine.", "Omar Said", None),
        ("Omar Said, director of the Maro Observatory, counted nine.", "Omar Said", "Maro Observatory"),
        ("Farmer Omar Said counted nine.", "Farmer Omar Said", None),
        ("State spokesman Omar Said counted nine.", "State spokesman Omar Said", None),
        ("The state police commissioner Omar Said spoke.", "state police commissioner Omar Said", "state police"),
        ("Nine died, military spokesman Col. Omar Said said.", "military spokesman Col. Omar Said", "military"),
        ("Nine died, Police Superintendent Omar Said said.", "Police Superintendent Omar Said", "Police"),
        ("Nine died, said Omar Said, a health ministry official.", "Omar Said", "health ministry"),
        ("Nine died, said Omar Said, the police chief of Maro.", "Omar Said", "police Maro"),
        ("Nine died, said Omar Said, a spokesman for the army.", "Omar Said", "army"),
        ("Nine died, said Omar Said, a doctor at Maro hospital.", "Omar Said", "doctor at Maro"),
        ("Nine died, said Omar Said, a former army officer.", "Omar Said", None),
        ("Nine died, said Omar Said, a hospital patient.", "Omar Said", None),
    ],
)  # fmt: skip
def test_an_office_tells_whom_a_person_speaks_for(text: str, said: str, body: str | None) -> None:
    at = text.index(said)
    speaker = Said(Span(at, at + len(said)), named("Omar Said"))
    claim = Claim("c", "killed", TollValue(9, 9), Span(0, 4), speaker, "asserted", 0.9)
    event = Event("e", "shooting", "actual", 0.9, Span(0, 4), (Span(0, 4),), (claim,), ())
    assert offices(Document(Report("r", text), events=(event,))).get("omar said") == body


def test_some_of_the_dead_do_not_take_the_place_of_all() -> None:
    whole = told("a", (35, 35, "people", DOCTOR), published="2019-03-04")
    for some in ((22, 22, "children", DOCTOR), (1, 1, None, DOCTOR), (6, 6, "teachers", DOCTOR)):
        later = told("b", some, published="2019-03-06")
        assert list(says(whole, later).values()) == [(35, 35)], some
        assert list(says(told("c", (35, 35, "people", DOCTOR), some)).values()) == [(35, 35)], some
    fewer = told("b", (33, 33, "people", DOCTOR), published="2019-03-06")
    assert list(says(whole, fewer).values()) == [(33, 33)]


@pytest.mark.parametrize("who", ["medics", "wedding guests", "colleagues"])
def test_fewer_of_other_people_take_the_place_of_no_total(who: str) -> None:
    whole = told("a", (30, 30, "civilians", WATCHDOG), published="2019-03-04")
    some = told("b", (2, 2, who, WATCHDOG), published="2019-03-06")
    assert says(whole, some) == {"ngo:watch": (30, 30)}
    assert figures([whole, some], "killed")[0].earlier == ()
    assert says(whole, told("b", (22, 22, "civilians", WATCHDOG), published="2019-03-06")) == {"ngo:watch": (22, 22)}


def test_a_part_and_a_number_told_again_are_no_figures_that_were_replaced() -> None:
    least = told("a", (9, None, "people", WATCHDOG), published="2019-03-04")
    exact = told("b", (9, 9, "herders", WATCHDOG), published="2019-03-05")
    boys = told("c", (4, 4, "boys", WATCHDOG), published="2019-03-06")
    (voice,) = figures([least, exact, boys], "killed")
    assert voice.values[0] == TollValue(9, 9, "herders")
    assert voice.earlier == ()


def test_of_one_day_the_higher_figure_is_the_later_one() -> None:
    high, low = told("a", (35, 35, "people", DOCTOR)), told("b", (22, 22, "people", DOCTOR))
    (voice,) = figures([high, low], "killed")
    assert voice.values == (TollValue(35, 35),) and voice.earlier == ((TollValue(22, 22), ("b",)),)


def test_a_headline_is_the_figure_of_the_source_that_says_the_same() -> None:
    first = told("a", (9, 9, None, None), (9, None, "people", DOCTOR), (14, 14, None, WATCHDOG), published="2019-03-04")
    assert says(first) == {"hospital doctor": (9, None), "ngo:watch": (14, 14)}
    later = told("b", (20, 20, "people", DOCTOR), published="2019-03-06")
    assert says(first, later) == {"hospital doctor": (20, 20), "ngo:watch": (14, 14)}


@pytest.mark.parametrize(
    ("first", "later", "voices"),
    [
        ("interior ministry", "interior minister", 1),
        ("health minister", "ministry spokesman", 1),
        ("police officer", "deputy police commissioner", 1),
        ("rescuers", "rescue workers", 1),
        ("health ministry", "interior minister", 2),
        ("Maro police chief", "Sarh police chief", 2),
    ],
)
def test_who_holds_an_office_is_one_with_the_body_whose_it_is(first: str, later: str, voices: int) -> None:
    said = [(name.lower(), name) for name in (first, later)]
    assert len(set(one_voice(said, []).values())) == voices


def test_two_events_of_one_incident_share_its_toll() -> None:
    def event(number: int, *, times: int) -> Account:
        one = told("a", (35, 35, "people", DOCTOR), number=str(number))
        claim = replace(one.event.claims[0], id=f"claim-{number}")
        wording = (*one.wording, f"{SHARED}claim-{number}{TIMES}{times}")
        return replace(one, event=replace(one.event, claims=(claim,)), wording=wording)

    apart = told("b", (4, 4, "people", WATCHDOG))
    assert says(event(1, times=2), event(2, times=2), apart) == {"hospital doctor": (35, 35), "ngo:watch": (4, 4)}
    assert says(event(1, times=2), apart) == {"ngo:watch": (4, 4)}


def test_a_part_of_a_total_of_two_happenings_is_the_own_count_of_its_one() -> None:
    one = told("a", (35, 35, "people", DOCTOR), (4, 4, "people", DOCTOR))
    whole, part = one.event.claims
    part = replace(part, value=TollValue(4, 4, "people", whole.id))
    shared = replace(one, event=replace(one.event, claims=(whole, part)))
    shared = replace(shared, wording=(*one.wording, f"{SHARED}{whole.id}{TIMES}2"))
    assert says(shared) == {"hospital doctor": (4, 4)}


def test_counts_of_one_list_are_added_though_both_are_fighters() -> None:
    one = told("a", (11, 11, "army fighters", DOCTOR), (17, 17, "rebel fighters", DOCTOR), (30, 30, None, WATCHDOG))
    first, second, third = one.event.claims
    near = replace(second, span=Span(first.span.end + 5, first.span.end + 9))
    one = replace(one, event=replace(one.event, claims=(first, near, third)))
    assert says(one) == {"hospital doctor": (28, 28), "ngo:watch": (30, 30)}


def test_he_is_nobody_in_particular() -> None:
    one, other = told("a", (9, 9, "people", named("He"))), told("b", (12, 12, "people", named("he")))
    assert sorted(says(one, other).values()) == [(9, 9), (12, 12)]
    assert {d.by for d in settle([one, other]).dissent} == {"a News", "b News"}


def test_a_figure_keeps_the_day_it_was_given() -> None:
    (voice,) = figures([told("a", (9, 9, "people", DOCTOR), published="2019-03-04")], "killed")
    assert voice.when == date(2019, 3, 4)


def test_that_none_died_at_one_place_takes_nothing_from_the_dead_elsewhere() -> None:
    before = told("a", (26, 26, None, DOCTOR), published="2019-03-04")
    after = told("b", (0, 0, None, DOCTOR), published="2019-03-05")
    both = told("c", (26, 26, "people", DOCTOR), (0, 0, "people", DOCTOR), (9, 9, None, WATCHDOG))
    assert says(before, after) == {"hospital doctor": (26, 26)}
    assert says(both)["hospital doctor"] == (26, 26)


def test_a_state_and_its_critics_are_two_voices_and_a_state_and_its_ministry_one() -> None:
    state, watch, ministry, opposition = (
        ("state:TCD", "Chad"),
        ("ngo:watch", "Chadian Prison Watch"),
        ("gov:TCD", "Government of Chad"),
        ("chad's opposition", "Chad's opposition"),
    )
    assert one_voice([state, watch], []) == {"state:TCD": "state:TCD", "ngo:watch": "ngo:watch"}
    assert len(set(one_voice([state, opposition], []).values())) == 2
    assert len(set(one_voice([state, ministry], []).values())) == 1


@pytest.mark.parametrize(
    ("man", "voices"), [("Chadian opposition leader Omar Said", 2), ("Chadian opposition", 1), ("opposition", 1)]
)
def test_a_man_of_a_side_is_not_the_voice_of_all_of_it(man: str, voices: int) -> None:
    side = ("chadian opposition", "Chadian opposition")
    assert len(set(one_voice([side, (man.lower(), man)], []).values())) == voices


def test_one_open_count_of_many_times_as_many_takes_nothing_from_several_of_the_children() -> None:
    few = [told("a", (3, 3, "children", DOCTOR)), told("b", (4, 4, "schoolchildren", WATCHDOG))]
    assert settle([*few, told("c", (21, None, "civilians", None))]).best[0].values == (TollValue(4, 4),)
    assert settle([*few, told("c", (6, None, "civilians", None))]).of("killed") == (TollValue(6, None),)
    assert settle([*few, told("c", (21, 21, "civilians", None))]).of("killed") == (TollValue(21, 21),)


def test_a_count_of_civilians_is_not_overtaken_by_counts_of_fighters() -> None:
    first = told("a", (38, 38, "civilians", None), published="2019-03-05")
    later = [told(name, (n, n, "rebels", None), published="2019-03-07") for name, n in (("b", 60), ("c", 61))]
    assert settle([first, *later]).of("killed") == (TollValue(38, 61),)
    all_of_them = [replace(each, event=told(each.report, (60, 60, "people", None)).event) for each in later]
    assert settle([first, *all_of_them]).of("killed") == (TollValue(60, 60),)


@pytest.mark.parametrize(("counts", "high"), [((22,), None), ((22, 26), 26)])
def test_a_word_for_many_opens_no_range_that_several_count(counts: tuple[int, ...], high: int | None) -> None:
    counted = [account(f"r{n}", killed=n) for n in counts]
    vague = account("scores", killed=(40, None))
    claim = next(c.id for c in vague.event.of("killed"))
    vague = replace(vague, wording=tuple(sorted((*vague.wording, VAGUE + claim))))
    settled = settle([*counted, vague]).settled
    value = next(v for entry in settled if entry.field == "killed" for v in entry.values)
    assert value == TollValue(22, high)


def test_a_headlines_number_linked_as_the_whole_of_the_same_that_a_source_counts_is_that_sources() -> None:
    first = told("a", (31, None, "people", WATCHDOG), published="2019-03-04")
    later = told("b", (43, 43, None, None), (43, 43, "people", named("monitoring group")), published="2019-03-05")
    head, again = later.event.claims
    again = replace(again, value=TollValue(43, 43, "people", part_of=head.id))
    later = replace(later, event=replace(later.event, claims=(head, again)))
    assert says(first, later) == {"ngo:watch": (43, 43)}
    nobody = replace(again, value=TollValue(43, 43, None, part_of=head.id))
    later = replace(later, event=replace(later.event, claims=(head, nobody)))
    assert says(first, later) == {"ngo:watch": (31, None), "report:b": (43, 43)}


def test_what_somebody_counts_as_a_named_source_does_is_not_the_outlets() -> None:
    which = Said(Span(400, 405), None)  # "the claim, which says nothing of a market, spoke of forty dead"
    claimed = told("a", (32, 32, "people", None), (40, 40, "people", None), published="2019-03-04")
    own, boast = claimed.event.claims
    claimed = replace(claimed, event=replace(claimed.event, claims=(own, replace(boast, said_by=which))))
    assert says(claimed) == {"report:a": (40, 40)}
    rebels = told("b", (40, 40, "people", REBELS), published="2019-03-05")
    assert says(claimed, rebels) == {"report:a": (32, 32), "org:river-front": (40, 40)}


def test_the_part_of_what_somebody_counts_goes_with_its_whole() -> None:
    he = ActorValue(None, "he", "person", None)
    first = told("a", (43, 43, "people", he), (5, 5, "porters", None))
    whole, part = first.event.claims
    assert isinstance(part.value, TollValue)
    claims = (whole, replace(part, value=replace(part.value, part_of=whole.id)))
    first = replace(first, event=replace(first.event, claims=claims))
    assert says(first, told("b", (43, 43, "people", DOCTOR))) == {"hospital doctor": (43, 43)}


def test_he_may_be_one_of_those_who_tell_it_already() -> None:
    he = named("he")
    assert settle([told("a", (9, 9, "people", he))]).sources == 1
    assert settle([told("a", (9, 9, "people", he), (12, 12, "people", WATCHDOG))]).sources == 1


def test_a_source_is_one_in_two_spellings() -> None:
    one = told("a", (9, 9, "people", named("Qassir news agency")), published="2019-03-04")
    other = told("b", (12, 12, "people", named("the rebel-linked Qaasir news agency")), published="2019-03-06")
    assert list(says(one, other).values()) == [(12, 12)]


def test_of_figures_as_likely_the_one_that_was_said_last_is_best() -> None:
    watching = [told("a", (66, None, "people", WATCHDOG), published="2019-03-04")]
    watching.append(told("c", (101, None, "people", WATCHDOG), published="2019-03-08"))
    incident = settle([*watching, told("b", (71, None, "people", None), published="2019-03-06")])
    assert incident.best[0].values == (TollValue(101, None),)


def test_a_part_is_no_whole_in_another_event_of_its_report() -> None:
    one = told("a", (8, 8, "people", DOCTOR), (2, 2, "people", named("police command")))
    whole, few = one.event.claims
    part = replace(few, value=TollValue(2, 2, "people", part_of=whole.id))
    all_of_them = replace(one, event=replace(one.event, claims=(whole, part)))
    other = replace(one, event=replace(one.event, id="other", claims=(replace(few, id="again"),)))
    assert list(says(all_of_them, other).values()) == [(8, 8)]


def test_a_count_told_again_less_exactly_takes_nothing_back() -> None:
    exact = told("a", (62, 62, "soldiers", WATCHDOG), published="2019-03-04")
    for n, (low, high, stands) in enumerate([(61, None, (62, 62)), (62, None, (62, None)), (70, None, (70, None))]):
        later = told(f"b{n}", (low, high, "soldiers", WATCHDOG), published="2019-03-06")
        assert says(exact, later) == {"ngo:watch": stands}
    twice = told("c", (62, 62, "soldiers", WATCHDOG), (61, None, "soldiers", WATCHDOG), published="2019-03-04")
    assert says(twice) == {"ngo:watch": (62, 62)}


@pytest.mark.parametrize(
    ("first", "later", "stands"),
    [((19, None), (15, 15), (19, None)), ((19, 19), (15, 15), (15, 15)), ((19, None), (18, 25), (18, 25))],
)
def test_at_least_as_many_is_never_replaced_by_fewer(
    first: tuple[int, int | None], later: tuple[int, int], stands: tuple[int, int | None]
) -> None:
    before = told("a", (*first, "people", WATCHDOG), published="2019-03-04")
    assert says(before, told("b", (*later, "people", WATCHDOG), published="2019-03-08")) == {"ngo:watch": stands}


def test_fewer_told_without_a_day_do_not_replace_those_told_with_theirs() -> None:
    before = told("a", (19, 19, "people", WATCHDOG), published="2019-03-04")
    day = account("a").event.of("time")
    before = replace(before, event=replace(before.event, claims=(*before.event.claims, *day)))
    before = replace(before, wording=(DATED,))
    later = told("b", (15, 15, "people", WATCHDOG), published="2019-03-08")
    assert says(before, later) == {"ngo:watch": (19, 19)}
    dated = replace(later, event=replace(later.event, claims=(*later.event.claims, *day)), wording=(DATED,))
    assert says(before, dated) == {"ngo:watch": (15, 15)}


def test_who_says_it_with_another_does_not_make_one_of_two_sources() -> None:
    watch, medics = ("ngo:watch", "River Watch"), ("local medics", "local medics")
    both = ("river watch and local medics", "River Watch and local medics")
    found = one_voice([watch, medics, both], [])
    assert found[watch[0]] != found[medics[0]]
    assert found[both[0]] in (found[watch[0]], found[medics[0]])


def test_who_counts_one_kind_of_the_dead_sets_no_bound_beside_who_counts_each() -> None:
    both = told("a", (12, 12, "rebels", WATCHDOG), (5, 5, "soldiers", WATCHDOG), published="2019-03-04")
    rebels = told("b", (12, 12, "rebels", DOCTOR), published="2019-03-05")
    fewer = told("b", (11, 11, "rebels", DOCTOR), published="2019-03-05")
    people = told("b", (12, 12, "people", DOCTOR), published="2019-03-05")
    for other, low in ((rebels, 17), (people, 17), (fewer, 11)):
        assert settle([both, other]).of("killed")[0] == TollValue(low, 17)
    again = told("c", (12, 12, "rebels", WATCHDOG), published="2019-03-06")
    assert says(both, again) == {"ngo:watch": (17, 17)}


def test_who_gives_one_count_of_a_list_gives_the_other_too() -> None:
    both = told("a", (50, 50, "militants", None), (8, 8, "civilians", WATCHDOG))
    first, second = both.event.claims
    listed = replace(second, span=Span(first.span.end + 5, first.span.end + 10))
    joined = replace(both, event=replace(both.event, claims=(first, listed)))
    assert says(joined) == {"ngo:watch": (58, 58)}
    assert len(says(both)) == 2
    again = told("a", (50, 50, "militants", None), (8, 8, "civilians", None), (50, 50, "fighters", WATCHDOG))
    first, second, third = again.event.claims
    listed_too = replace(second, span=listed.span)
    assert says(replace(again, event=replace(again.event, claims=(first, listed_too, third)))) == {
        "ngo:watch": (58, 58)
    }
    first, second = both.event.claims
    same = replace(listed, value=TollValue(8, 8, "rebels"))
    assert len(says(replace(both, event=replace(both.event, claims=(first, same))))) == 2


def test_a_source_that_gives_a_number_with_and_without_at_least_means_the_number() -> None:
    one = told("a", (61, 61, None, DOCTOR), (61, None, "people", DOCTOR))
    one = replace(one, event=replace(one.event, settled=(Settled("killed", (TollValue(61, None),)),)))
    assert says(one) == {"hospital doctor": (61, 61)}
    open_ = told("a", (60, 60, None, DOCTOR), (61, None, "people", DOCTOR))
    open_ = replace(open_, event=replace(open_.event, settled=(Settled("killed", (TollValue(61, None),)),)))
    assert says(open_) == {"hospital doctor": (61, None)}


def test_civil_defence_is_no_army() -> None:
    army, rescuers = ("the army", "the army"), ("civil defense official", "civil defense official")
    assert len(set(one_voice([army, rescuers], []).values())) == 2
    assert len(set(one_voice([("civil defence", "civil defence"), rescuers], []).values())) == 1


def test_a_count_without_those_who_died_later_has_been_overtaken() -> None:
    first = told("a", (9, None, "people", DOCTOR), published="2019-03-04")
    whole, part = told(
        "b", (11, 11, "people", WATCHDOG), (2, 2, "guards", WATCHDOG), published="2019-03-08"
    ).event.claims
    assert isinstance(part.value, TollValue)
    plain = told("b", published="2019-03-08")
    claims = (whole, replace(part, value=replace(part.value, part_of=whole.id)))
    later = replace(plain, event=replace(plain.event, claims=claims), wording=(*plain.wording, LATER + part.id))
    former = {voice.key: voice.former for voice in figures([first, later], "killed")}
    assert former == {"hospital doctor": True, "ngo:watch": False}
    fewer = told("c", (8, 8, "people", DOCTOR), published="2019-03-04")  # who counts two fewer counts otherwise
    assert not any(voice.former for voice in figures([fewer, later], "killed"))
    unlinked = replace(later, event=replace(later.event, claims=(whole, part)))  # "two have died", of whom?
    assert not any(voice.former for voice in figures([first, unlinked], "killed"))
    same_day = told("d", (9, 9, "people", DOCTOR), published="2019-03-08")
    assert not any(voice.former for voice in figures([same_day, later], "killed"))
