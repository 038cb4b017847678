"""Copies, clusters, blocks and wording, each by itself."""

from dataclasses import replace
from datetime import date

import pytest

from tacitus.merge.accounts.copies import COPY, alike, printed, sketch
from tacitus.merge.accounts.facts import Facts, facts, possible, went_on
from tacitus.merge.accounts.rarity import RARE, weight
from tacitus.merge.accounts.sites import site
from tacitus.merge.accounts.wording import BESIDE, GOES_ON, PERHAPS, PRINTED, SHARED, wordings
from tacitus.merge.cluster import RULED, clusters
from tacitus.merge.commitments import commitments
from tacitus.merge.pairs.blocks import blocks, sought
from tacitus.merge.pairs.compare import comparable, features, reasons
from tacitus.merge.settled.settle import settle
from tacitus.records.event import Claim, Document, Event, Settled
from tacitus.records.incident import Account
from tacitus.records.markup import Markup, Trigger
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue, TimeValue, TollValue
from tests.merge.build import ARMY, BORDER, MARO, OTHERS, REBELS, SARH, SOUTH, WORDS, account

STORY = (
    "Gunmen on camels rode into the market of Maro on Monday and shot eleven traders dead before they fled across the "
    "river, the sub-prefect said. Two of the wounded died on the road to Sarh, a hospital nurse told this paper. "
    "Nobody has said that he did it. Fishermen had seen the men on an island the evening before, and sent word."
)


def test_a_print_with_another_headline_is_a_copy_and_another_story_is_none() -> None:
    edited = STORY.replace("Monday", "Monday morning").replace("the sub-prefect", "an official")
    copy = f"Eleven dead in Maro\n\n{edited}"
    other = "The governor opened a school in Maro on Monday and spoke of cotton prices, which have fallen since spring."
    assert alike(sketch(STORY), sketch(STORY)) == 1.0
    assert alike(sketch(STORY), sketch(copy)) >= COPY
    assert alike(sketch(STORY), sketch(other)) < COPY
    assert alike(sketch(""), sketch(STORY)) == 0.0


def test_a_sentence_printed_word_for_word_has_a_mark_in_common() -> None:
    (sentence, other, *_) = STORY.split(". ")
    assert printed(f"On the river, a trader said: {sentence.replace(' and ', ' and, ')}") & printed(sentence)
    assert not printed(sentence) & printed(other)
    assert not printed("Gunmen shot eleven traders dead.")


def test_clusters_join_by_the_mean_and_not_by_a_chain() -> None:
    chain = {("a", "b"): 3.0, ("b", "c"): 3.0, ("a", "c"): -9.0}
    assert clusters("abc", chain) == [["a", "b"], ["c"]]
    assert clusters("abcd", {("a", "b"): 2.0, ("c", "d"): 2.0, ("b", "c"): -2.0}) == [["a", "b"], ["c", "d"]]
    assert clusters("ab", {}) == [["a"], ["b"]]


def test_events_of_neighbouring_days_share_a_block_and_far_ones_do_not() -> None:
    monday = set(blocks(facts(account("a", day="2019-03-04"))))
    tuesday = set(blocks(facts(account("b", day="2019-03-05"))))
    later = set(blocks(facts(account("c", day="2019-07-05", published="2019-07-06"))))
    assert monday & tuesday
    assert not monday & later


def test_an_event_without_day_and_place_is_found_by_the_places_of_its_report() -> None:
    bare = account("a", day=None, place=None, published="2019-03-09")
    whole = set(blocks(facts(account("b"))))
    assert {key for block in blocks(facts(bare)) for key in sought(block)} & whole
    assert {key for block in whole for key in sought(block)} & set(blocks(facts(bare)))


def test_wording_marks_names_triggers_and_places() -> None:
    at = STORY.index("shot")
    shot = Span(at, at + 4)
    event = Event("e", "armed_attack", "actual", 0.9, shot, (shot,), (), (Settled("place", (MARO,)),))
    words = wordings(Document(Report("r", STORY, published=date(2019, 3, 5)), events=(event,)))["e"]
    assert {f"{PRINTED}{mark}" for mark in printed(STORY.split(". ")[0])} <= set(words)
    assert {"=shot", "Maro", "gunmen", "@maro", "@TCD/Moyen-Chari"} <= set(words)
    assert "nurse" not in words  # another sentence
    assert list(words) == sorted(words)


def test_a_commitment_is_followed_to_the_act_it_speaks_of() -> None:
    done = settle([account("b", kind="release", perpetrator=REBELS)])
    promise = account("a", kind="promise", place=None, killed=None)
    event = Event(
        promise.event.id, "promise", "actual", 0.9, promise.event.trigger, promise.event.mentions,
        (Claim("c", "speaker", REBELS, Span(0, 4), None, "asserted", 0.9),),
        (
            Settled("speaker", (REBELS,)), Settled("content", (ContentValue(event=done.events[0]),)),
            Settled("deadline", (TimeValue("2019-03-20", "2019-03-20", "day"),)),
        ),
    )  # fmt: skip
    made = settle([Account(event, "a", promise.published, "A News", "a")])
    (kept,) = commitments([made], {done.events[0]: done}.get)
    assert kept.by == ("River Front",) and kept.deadline == "2019-03-20" and kept.state == "reported done"
    (open_,) = commitments([made], lambda _: None)
    assert open_.state == "nothing reported since"


def test_what_happened_on_two_days_is_not_one_however_likely() -> None:
    likely = {("a", "b"): 3.0, ("b", "c"): 3.0, ("a", "c"): 3.0}
    assert clusters("abc", likely) == [["a", "b", "c"]]
    assert clusters("abc", likely, {"a": (5, 5), "c": (6, 6)}) == [["a", "b"], ["c"]]
    ruled = {**likely, ("a", "c"): RULED}
    assert any({"a", "c"} <= set(group) for group in clusters("abc", ruled, {"a": (5, 5), "c": (6, 6)}))


def test_what_a_person_has_said_to_be_one_is_whatever_speaks_against_it() -> None:
    here, far = site(account("r", place=MARO)), site(account("r", place=BORDER))
    days, sites = {"a": (5, 5), "b": (5, 5), "c": (6, 6)}, {"a": here, "c": far}
    assert clusters("abc", {("a", "b"): 3.0, ("a", "c"): RULED}, days, sites) == [["a", "b", "c"]]
    ruled = {("a", "b"): RULED, ("c", "d"): RULED, ("b", "c"): RULED, ("a", "d"): -9.0}
    assert clusters("abcd", ruled, days, sites) == [["a", "b", "c", "d"]]


def test_what_is_told_far_apart_is_not_one_unless_it_is_beyond_doubt() -> None:
    likely = {("a", "b"): 2.0, ("b", "c"): 2.0, ("a", "c"): 2.0}
    here, near, far = (site(account("r", place=p)) for p in (MARO, replace(MARO, name="Bokoro", lat=8.6), BORDER))
    assert clusters("abc", likely, sites={"a": here, "b": near}) == [["a", "b", "c"]]
    assert clusters("abc", likely, sites={"a": here, "c": far}) == [["a", "b"], ["c"]]
    assert clusters("ac", {("a", "c"): 4.0}, sites={"a": here, "c": far}) == [["a", "c"]]
    # A third that is near both, or is the province of one, parts nothing; nor does one name put in two places.
    assert clusters("abc", likely, sites={"a": here, "b": far.with_(near), "c": far}) == [["a", "b", "c"]]
    assert not here.is_far_from(site(account("r", place=replace(SOUTH, lat=9.9))))
    assert not here.is_far_from(site(account("r", place=replace(BORDER, name="Maro"))))
    # What no gazetteer knows may have been put into another's province.
    assert not here.is_far_from(site(account("r", place=replace(BORDER, precision="province"))))


def test_what_went_on_for_weeks_is_in_no_group_with_what_was_of_a_day() -> None:
    likely = {("a", "b"): 2.0, ("b", "c"): 2.0, ("a", "c"): 2.0}
    assert clusters("abc", likely, courses={"a": True, "b": True}) == [["a", "b", "c"]]
    assert clusters("abc", likely, courses={"a": True, "c": False}) == [["a", "b"], ["c"]]
    since = account("r", day=None, words=(*WORDS, GOES_ON))
    assert [went_on(a) for a in (since, account("r"), account("r", day=None))] == [True, False, None]


def test_what_is_counted_since_one_day_is_not_what_is_counted_since_another() -> None:
    def since(day: str) -> Facts:
        one = account("r", published="2019-06-05")
        time = Settled("time", (TimeValue(day, "2019-06-05", "day"),))
        rest = tuple(entry for entry in one.event.settled if entry.field != "time")
        return facts(replace(one, event=replace(one.event, settled=(*rest, time))))

    assert comparable(since("2019-04-01"), since("2019-04-03"))
    assert not comparable(since("2019-04-01"), since("2019-05-01"))


def test_raids_of_one_side_are_not_the_shells_of_the_other() -> None:
    raid = facts(account("a", kind="air_strike", killed=3, perpetrator=ARMY))
    blamed = facts(account("b", kind="air_strike", killed=3, perpetrator=REBELS))
    fired = facts(account("c", kind="shelling", killed=3, perpetrator=REBELS))
    assert (raid.side, fired.side, facts(account("d")).side) == ("state", "rebel", None)
    assert not comparable(raid, fired)
    assert comparable(raid, blamed)  # each may blame the other for one raid
    assert comparable(raid, facts(account("c", kind="shelling", killed=3, perpetrator=ARMY)))
    assert comparable(raid, facts(account("c", kind="shelling", killed=3)))


def test_a_clash_of_two_is_not_that_of_two_others() -> None:
    def clash(report: str, *parties: ActorValue) -> Facts:
        told = account(report, kind="armed_clash", killed=3)
        claims = tuple(
            Claim(f"{report}{n}", "participant", party, Span(5, 9), None, "asserted", 0.8)
            for n, party in enumerate(parties)
        )
        return facts(replace(told, event=replace(told.event, claims=(*told.event.claims, *claims))))

    raiders, police = ActorValue("org:raiders", "Raiders", "rebel", "TCD"), replace(ARMY, actor="gov:TCD.police")
    one = clash("a", ARMY, REBELS)
    assert not comparable(one, clash("b", OTHERS, raiders))
    assert comparable(one, clash("b", OTHERS, police))  # two arms of one state
    assert comparable(one, clash("b", OTHERS))  # against whom, it does not tell


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    assert weight({"xylophanes"}) == RARE / 10
    assert 0 < weight({"people"}) < weight({"xylophanes"})
    assert weight(set()) == 0.0


def test_a_type_that_the_reader_nearly_took_counts_almost_as_one_where_more_is_shared() -> None:
    perhaps = (*WORDS, f"{PERHAPS}arrest")
    one = facts(account("a", kind="arrest", killed=12))
    other = facts(account("b", kind="conviction", killed=12, words=perhaps))
    assert not comparable(one, facts(account("b", kind="conviction", killed=12)))
    assert comparable(one, other) and comparable(other, one)
    assert 0 < features(one, other)["both arrest"] < features(one, facts(account("c", kind="arrest")))["both arrest"]
    assert features(one, other) == features(other, one)
    elsewhere = facts(account("b", kind="conviction", place=SARH, words=perhaps))
    assert "both arrest" not in features(one, elsewhere)


@pytest.mark.parametrize(("joint", "beside"), [("and the village of", True), ("and", True), ("near", False)])
def test_wording_tells_which_places_are_told_side_by_side(joint: str, beside: bool) -> None:
    text = f"Jets struck Maro {joint} Sarh."
    claims = tuple(
        Claim(name, "place", place, Span(text.index(name), text.index(name) + 4), None, "asserted", 0.8)
        for name, place in (("Maro", MARO), ("Sarh", SARH))
    )
    event = Event("e", "air_strike", "actual", 0.9, Span(5, 11), (Span(5, 11),), claims)
    words = wordings(Document(Report("r", text), events=(event,)))["e"]
    assert (f"{BESIDE}Maro{BESIDE}Sarh" in words) is beside


def test_wording_keeps_the_type_that_the_reader_nearly_took() -> None:
    shot = Span(STORY.index("shot"), STORY.index("shot") + 4)
    event = Event("e", "armed_attack", "actual", 0.9, shot, (shot,), (), ())
    trigger = Trigger(shot, "armed_attack", "actual", 0.5, 0.9, second="execution")
    document = Document(Report("r", STORY), Markup((), (), (), (trigger,), ()), events=(event,))
    assert f"{PERHAPS}execution" in wordings(document)["e"]


def test_two_quarters_with_the_point_of_their_town_are_two_places() -> None:
    mill, wells = replace(MARO, name="Bokoro mill", kind="quarter"), replace(MARO, name="Dilbini", kind="quarter")
    one, other, town = (facts(account(r, place=p)) for r, p in (("a", mill), ("b", wells), ("c", MARO)))
    assert "the same place" not in features(one, other)
    assert any("places of other names" in reason for reason in reasons(one, other))
    assert features(one, other) == features(other, one)
    # The town that holds it is named beside it, and a report that names its quarter in other words names it.
    told = facts(account("d", place=wells, words=("=attack", "Bokoro", "mill")))
    for beside in (told, facts(account("e", place=mill))):
        assert "the same place" in features(one, beside)
        assert "places of other names" not in features(one, beside)
    assert "the same place" in features(facts(account("f", place=wells, words=("=attack", "maro"))), town)


def test_one_name_in_two_spellings_is_one_place_wherever_each_is_put() -> None:
    here = replace(MARO, name="Al-Dumeirah")
    there = replace(SARH, name="Dumayra", lat=12.1, gazetteer_id="invented:dumayra")
    one, other = facts(account("a", place=here)), facts(account("b", place=there))
    assert "the same place" in features(one, other)
    assert "places far apart" not in features(one, other)
    assert "the same place" not in features(one, facts(account("c", place=replace(there, country="CAF"))))
    # The same consonants alone do not do: these are two names.
    banias, binnish = replace(here, name="Banoyas"), replace(there, name="Binnish")
    assert "places far apart" in features(facts(account("a", place=banias)), facts(account("b", place=binnish)))


def test_two_that_name_a_town_of_its_provinces_name_may_mean_the_province() -> None:
    town = replace(MARO, name="Moyen Chari", gazetteer_id="invented:mc")
    one, other = facts(account("a", place=town)), facts(account("b", place=town))
    assert "the same province or country" in features(one, other)
    assert "the same place" not in features(one, other)
    city = facts(account("c", place=replace(town, kind="city")))
    assert "the same place" in features(one, city)
    # Elsewhere than in one another they are as far apart as they are.
    far = replace(town, name="Ouaddai", admin1="Ouaddai", lat=13.8, lon=20.8, gazetteer_id="invented:ouaddai")
    assert "places far apart" in features(one, facts(account("d", place=far)))


def test_a_province_is_no_small_place_and_bears_no_name_of_its_own() -> None:
    assert facts(account("a", place=replace(MARO, name="Moyen Chari", kind=None))).spots == frozenset()
    assert facts(account("a")).spots != frozenset()


def test_events_of_kindred_types_are_compared_only_if_they_share_something() -> None:
    raid = facts(account("a", kind="raid", killed=3))
    assert comparable(raid, facts(account("b", kind="armed_attack", killed=3)))
    assert not comparable(raid, facts(account("b", kind="armed_attack", killed=9, place=SARH, words=("=shots",))))
    assert not comparable(raid, facts(account("b", kind="meeting", killed=3)))


def test_wording_tells_the_day_told_nearest_and_counts_of_several_happenings() -> None:
    text = "On Monday a mine killed two at Maro. A shop burned. In both, nine were hurt."
    day = TimeValue("2019-03-04", "2019-03-04", "day")
    nine = Span(text.index("nine"), text.index("nine") + 4)

    def event(id_: str, word: str, timed: bool) -> Event:
        at = Span(text.index(word), text.index(word) + len(word))
        claims = [Claim(f"{id_}-n", "injured", TollValue(9, 9), nine, None, "asserted", 0.9)]
        claims += [Claim(f"{id_}-t", "time", day, Span(3, 9), None, "asserted", 0.9)] if timed else []
        settled = (Settled("time", (day,)),) if timed else ()
        return Event(id_, "bombing", "actual", 0.9, at, (at,), tuple(claims), settled)

    words = wordings(Document(Report("r", text), events=(event("one", "mine", True), event("two", "burned", False))))
    assert f"^{date(2019, 3, 4).toordinal()}" in words["two"] and "!" not in words["two"]
    assert "!" in words["one"]
    assert "&one-n*2" in words["one"] and "&two-n*2" in words["two"]


def test_that_two_reports_count_dozens_is_no_figure_in_common() -> None:
    def told(text: str, words: str) -> Account:
        at = Span(2, 6)
        count = TollValue(24, None)
        claim = Claim(
            "n", "killed", count, Span(text.index(words), text.index(words) + len(words)), None, "asserted", 0.9
        )
        event = Event("e", "bombing", "actual", 0.9, at, (at,), (claim,), (Settled("killed", (count,)),))
        report = Report("r", text)
        return Account(event, "r", None, None, "r", wordings(Document(report, events=(event,)))["e"])

    vague = facts(told("A mine killed dozens of traders at Maro.", "dozens of traders"))
    exact = facts(told("A mine killed at least 24 traders at Maro.", "at least 24 traders"))
    assert not {"the same toll", "a figure in common"} & features(vague, vague).keys()
    assert {"the same toll", "a figure in common"} <= features(exact, exact).keys()


def test_at_least_a_few_and_many_times_as_many_are_no_tolls_that_overlap() -> None:
    few, more, many = (facts(account(name, killed=n)) for name, n in (("a", (9, None)), ("b", (24, None)), ("c", 58)))
    assert "tolls that overlap" in features(few, more) and "different tolls" not in features(few, more)
    assert "tolls that overlap" not in features(few, many) and "different tolls" in features(few, many)


def test_some_of_the_wounded_are_not_all_of_them() -> None:
    text = "A mine wounded nine at Maro. Four of the wounded are children. Two of the mines were found."
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in ("nine", "Four", "Two")]
    claims = [Claim(s.of(text), "injured", TollValue(1, 1), s, None, "asserted", 0.9) for s in spans]
    event = Event("e", "bombing", "actual", 0.9, Span(2, 6), (Span(2, 6),), tuple(claims), ())
    words = wordings(Document(Report("r", text), events=(event,)))["e"]
    assert [word for word in words if word.startswith(SHARED)] == [f"{SHARED}Four"]


def test_what_a_clause_tells_of_the_town_is_not_when_the_dead_were_counted() -> None:
    def marks(text: str) -> list[str]:
        at = Span(text.index("Nine"), text.index("Nine") + 4)
        nine = Claim("n", "killed", TollValue(9, 9), at, None, "asserted", 0.9)
        event = Event("e", "air_strike", "actual", 0.9, at, (at,), (nine,), ())
        return [word for word in wordings(Document(Report("r", text), events=(event,)))["e"] if word.startswith(SHARED)]

    assert not marks("Nine died on Monday in Maro which has been under siege ever since rebels took it. It rained.")
    assert marks("Nine died in Maro since rebels took it. It rained.") == [f"{SHARED}n"]


def test_two_of_them_are_not_all_unless_the_deed_is_told_of_them_alone() -> None:
    text = "A mine went off at Maro. The dead are 31, two of them policemen. Four fled and three of them were killed."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("two of them", "three of them")]
    claims = [Claim(s.of(text), "killed", TollValue(1, 1), s, None, "asserted", 0.9) for s in spans]
    event = Event("e", "bombing", "actual", 0.9, Span(2, 6), (Span(2, 6),), tuple(claims), ())
    words = wordings(Document(Report("r", text), events=(event,)))["e"]
    assert [word for word in words if word.startswith(SHARED)] == [f"{SHARED}two of them"]


def test_what_is_counted_over_days_is_not_one_with_what_was_on_a_day() -> None:
    def words_of(text: str, *settled: Settled) -> tuple[str, ...]:
        nine = Claim("n", "killed", TollValue(9, 9), Span(0, 4), None, "asserted", 0.9)
        at = Span(text.index("killed"), text.index("killed") + 6)
        spans = (at, Span(text.index("raid"), text.index("raid") + 4)) if "raid" in text else (at,)
        event = Event("e", "shelling", "actual", 0.9, at, spans, (nine,), settled)
        return wordings(Document(Report("r", text), events=(event,)))["e"]

    assert GOES_ON in words_of("Nine have been killed at Maro since Thursday. It rained.")
    assert GOES_ON not in words_of("Nine were killed at Maro. It rained.")
    assert GOES_ON not in words_of("Nine were killed at Maro in the past hour. It rained.")
    for course in (
        "Nine were killed in recent weeks.",
        "Nine are regularly killed.",
        "Snipers have been hunting: killed.",
        "Nine times in the past they have killed nine.",
        "Snipers continue to target the town: killed.",
        "Guns have fired frequent salvoes on the mill: killed.",
        "The army is also fighting rebels killed by the dozen.",
        "Jets have killed nine in the last week.",
    ):
        assert GOES_ON in words_of(f"{course} It rained.")
    day = account("a", killed=9)
    long = account("b", killed=9, day=None, words=(GOES_ON, *WORDS))
    assert not comparable(facts(day), facts(long))
    assert comparable(facts(account("c", killed=9, day=None)), facts(long))
    since = "Nine have been killed at Maro since Thursday. The raids hit the east."
    week = Settled("time", (TimeValue("2019-03-01", "2019-03-08", "day"),))
    assert GOES_ON in words_of(since, week)
    assert GOES_ON not in words_of(since)


def test_what_runs_for_weeks_up_to_its_report_is_no_happening_of_a_day() -> None:
    def since(first: str, last: str) -> Account:
        told = account("b", killed=9, published="2019-03-05")
        time = Settled("time", (TimeValue(first, last, "day"),))
        rest = tuple(entry for entry in told.event.settled if entry.field != "time")
        return replace(told, event=replace(told.event, settled=(*rest, time)))

    day = facts(account("a", killed=9))
    assert not comparable(day, facts(since("2019-02-02", "2019-03-05")))  # "since 2 February"
    assert comparable(day, facts(since("2019-03-01", "2019-03-31")))  # "this month"
    assert comparable(day, facts(since("2019-03-02", "2019-03-05")))  # "since Saturday"


def test_wording_tells_what_a_report_itself_calls_overtaken() -> None:
    text = "A mine killed nine at Maro, up from six on Monday."
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in ("nine", "six")]
    claims = [Claim(s.of(text), "killed", TollValue(1, 1), s, None, "asserted", 0.9) for s in spans]
    at = Span(2, 6)
    event = Event("e", "bombing", "actual", 0.9, at, (at,), tuple(claims), ())
    words = wordings(Document(Report("r", text), events=(event,)))["e"]
    assert {"&six", "<six"} < set(words) and not {"&nine", "<nine"} & set(words)


def test_news_without_a_day_is_not_yet_to_come_and_not_years_old() -> None:
    first, last = possible(account("a", day=None, published="2019-03-05")) or (0, 0)
    assert (date.fromordinal(last), first < date(2019, 1, 1).toordinal()) == (date(2019, 3, 6), True)
    assert possible(account("a", day=None, realis="historical", published=None)) is None
    assert possible(account("a", day=None, published=None)) is None


def test_other_tolls_of_raids_say_more_than_those_of_rarer_things() -> None:
    raids, bombings = (
        [facts(account(r, kind=k, killed=n)) for r, n in (("a", 4), ("b", 40))] for k in ("shelling", "bombing")
    )
    assert "different tolls of raids" in features(*raids)
    assert "different tolls of raids" not in features(*bombings) and "different tolls" in features(*bombings)
