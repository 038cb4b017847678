"""Which times are an event's own: days counted from other days, and the hours of a running report's posts."""

from dataclasses import replace
from datetime import date

import pytest

from tacitus import Reader
from tacitus.records.event import Event
from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.records.value import TimeValue
from tacitus.resolve.times.dates import resolve_times
from tacitus.resolve.times.own_times import SINCE, with_own_times

BLOG = """Live: Fighting in Donetsk

16:05 GMT
Shelling killed six people, the mayor says.

3:15pm
The army said it had begun.

14:02 - Gunmen abducted two nurses overnight near Luhansk.
"""


def times(text: str, told: str, linked: dict[str, float]) -> list[str]:
    """The words of the times of what was told; ``linked`` are those that the reader gave it, with their scores."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    trigger = Trigger(at(told), "shelling", "actual", 1.0, 1.0)
    mentions = {words: Mention(at(words), "time", None, 1.0) for words in linked}
    links = tuple(Link(trigger, "time", mentions[words], score) for words, score in linked.items())
    sentences = tuple(Span(text.index(line), text.index(line) + len(line)) for line in text.split("\n") if line)
    markup = Markup(sentences, tuple(sorted(mentions.values(), key=lambda m: m.span)), (), (trigger,), links)
    found = with_own_times(text, markup)
    assert {link.tail for link in found.links} <= set(found.mentions)
    return [link.tail.span.of(text) for link in found.links]


CLAIMED = "They claimed on Tuesday the blast that killed nine a day earlier."


def test_the_surer_of_two_days_that_count_from_each_other() -> None:
    assert times(CLAIMED, "blast", {"Tuesday": 0.5, "a day earlier": 0.9}) == ["a day earlier"]
    assert times(CLAIMED, "claimed", {"Tuesday": 0.9, "a day earlier": 0.5}) == ["Tuesday"]
    assert times("It burned on Monday and on Tuesday.", "burned", {"Monday": 0.9, "Tuesday": 0.5}) == [
        "Monday", "Tuesday",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told", "day", "since"),
    [
        ("Nine have been killed since Monday.", "killed", "Monday", True),
        ("Since Monday shells have killed nine.", "killed", "Monday", True),
        ("It has been a war since 2011 when the guards fired on a crowd.", "fired", "2011", False),
        ("Since Monday, when the truce ended, nine have been killed.", "killed", "Monday", True),
        ("Since Monday when the truce ended nine have been killed.", "killed", "Monday", True),
        ("Since Monday, when guards had killed nine, all is still.", "killed", "Monday", False),
        ("Nine were killed on Monday.", "killed", "Monday", False),
    ],
)
def test_what_goes_on_since_a_day_is_of_no_one_day(text: str, told: str, day: str, since: bool) -> None:
    trigger = Trigger(Span(text.index(told), text.index(told) + len(told)), "shelling", "actual", 1.0, 1.0)
    time = Mention(Span(text.index(day), text.index(day) + len(day)), "time", None, 1.0)
    link = Link(trigger, "time", time, 1.0)
    for kind, label in (("shelling", SINCE if since else None), ("ceasefire", None)):
        head = replace(trigger, type=kind)
        markup = Markup((Span(0, len(text)),), (time,), (), (head,), (replace(link, head=head),))
        found = with_own_times(text, markup)
        assert [m.label for m in found.mentions] == [link.tail.label for link in found.links] == [label]


def test_a_day_since_when_reaches_to_the_report() -> None:
    text, monday = "Nine have been killed since Monday.", Span(28, 34)
    values = resolve_times(text, [monday], published=date(2014, 6, 4), since=[monday])
    assert values[monday] == TimeValue("2014-06-02", "2014-06-04", "day")


def test_a_post_has_the_hour_at_its_head() -> None:
    assert times(BLOG, "Shelling", {}) == ["16:05 GMT"]
    assert times(BLOG, "Shelling", {"3:15pm": 0.5}) == ["16:05 GMT"]


def test_a_time_of_its_own_outweighs_the_hour_of_the_post() -> None:
    assert times(BLOG, "abducted", {"14:02": 0.9}) == ["overnight"]
    assert times(BLOG, "abducted", {"14:02": 0.9, "overnight": 0.4}) == ["overnight"]


def test_a_part_of_the_day_in_one_mention_with_the_hour_of_the_post_outweighs_it() -> None:
    text = "10:30 A mill burned.\n\n09:15 Overnight, a village was shelled."
    assert times(text, "shelled", {"09:15 Overnight": 0.9}) == ["Overnight"]
    assert times(text, "burned", {"10:30": 0.9}) == ["10:30"]


def test_what_stands_above_the_posts_has_none_of_their_hours() -> None:
    assert times(BLOG, "Fighting", {"16:05 GMT": 0.5}) == []


def test_one_hour_at_the_head_of_a_line_makes_no_running_report() -> None:
    assert times("Harl burned.\n\n16:05 GMT was the hour of the fire.", "burned", {}) == []


@pytest.mark.parametrize("text", ["16:05 " * 9000, "\n16:05\n" * 3000, "1:1" * 9000, "\n- " * 9000])
def test_hostile_texts_are_read_in_passing(text: str) -> None:
    assert with_own_times(text, Markup((), (), (), (), ())).links == ()


def when(event: Event) -> set[str | None]:
    values = (value for field in event.settled if field.field == "time" for value in field.values)
    return {value.earliest for value in values if isinstance(value, TimeValue)}


def test_a_live_blog_is_read(reader: Reader) -> None:
    text = (
        "LIVE BLOG: fighting in Aleppo, 5 August 2014\n\n"
        "16:05 GMT\nShelling has killed six people in Aleppo, the observatory says.\n\n"
        "15:40 GMT\nRebels shot down a helicopter overnight near Idlib, state television says.\n\n"
        "14:02 - Two soldiers were killed on Monday when gunmen attacked a checkpoint near Hama, the army says.\n"
    )
    document = reader.read(text)
    assert document.report.published == date(2014, 8, 5)
    told = [(event.type, when(event)) for event in document.events]
    assert ("shelling", {"2014-08-05T16:05Z"}) in told
    assert ("armed_attack", {"2014-08-04"}) in told
    assert {"2014-08-04T18:00"} in [days for _, days in told]


def test_the_fourth_sample(reader: Reader) -> None:
    text = (
        "KISMAYO, Nov 3, 2020 - The group claimed responsibility on Tuesday for a suicide bombing that killed nine "
        "soldiers in Baidoa a day earlier. It has vowed to launch more attacks before the election in December.\n"
    )
    told = {event.type: when(event) for event in reader.read(text).events}
    assert told["suicide_bombing"] == {"2020-11-02"}
    assert told.get("armed_attack", {"2020-12-01"}) == {"2020-12-01"}


@pytest.mark.parametrize(
    ("text", "told", "day", "since"),
    [
        ("More than 9,000 people have been killed since the conflict began in 2011.", "killed", "2011", True),
        ("Shells have killed 30 people since the fall of the town last month.", "killed", "last month", True),
        ("Since the war began in 2011 shells have killed 9,000 people.", "killed", "2011", True),
        ("The war began in 2011 and nine were killed.", "killed", "2011", False),
        ("Little is left since shells killed nine in 2011.", "killed", "2011", False),
        ("Nine have been killed since Monday and eight were killed in 2011.", "eight were killed", "2011", False),
    ],
)
def test_what_goes_on_since_something_began_is_of_no_one_day(text: str, told: str, day: str, since: bool) -> None:
    head = Trigger(Span(text.index(told), text.index(told) + len(told)), "shelling", "actual", 1.0, 1.0)
    time = Mention(Span(text.index(day), text.index(day) + len(day)), "time", None, 1.0)
    markup = Markup((Span(0, len(text)),), (time,), (), (head,), (Link(head, "time", time, 1.0),))
    assert [m.label for m in with_own_times(text, markup).mentions] == [SINCE if since else None]


def test_what_is_told_within_the_clause_keeps_its_own_time() -> None:
    text = "Raids have killed 30 people since troops were sent in May."
    killed, sent, may = (Span(text.index(w), text.index(w) + len(w)) for w in ("killed", "sent", "May"))
    time = Mention(may, "time", None, 1.0)
    heads = Trigger(killed, "shelling", "actual", 1.0, 1.0), Trigger(sent, "deployment", "actual", 1.0, 1.0)
    markup = Markup((Span(0, len(text)),), (time,), (), heads, tuple(Link(h, "time", time, 1.0) for h in heads))
    found = with_own_times(text, markup)
    assert [(m.span.of(text), m.label) for m in found.mentions] == [
        ("since troops were sent in May", SINCE),
        ("May", None),
    ]
    assert [x.tail.span.of(text) for x in found.links] == ["since troops were sent in May", "May"]
    values = resolve_times(
        text, [m.span for m in found.mentions], published=date(2019, 7, 1), since=[found.mentions[0].span]
    )
    assert [v.latest for v in values.values()] == ["2019-07-01", "2019-05-31"]


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("since the May 1 coup", "May 1"),
        ("since the May 1 military coup", "May 1"),
        ("since Monday's coup", "Monday"),
        ("since Monday's coup", "Monday's"),
        ("since Monday’s military coup", "Monday"),
    ],
)
def test_what_is_named_by_the_day_since_when_is_of_that_day(since: str, words: str) -> None:
    text = f"The junta has killed 90 people {since}."
    killed, fell, day = (Span(text.index(w), text.index(w) + len(w)) for w in ("killed", "coup", words))
    time = Mention(day, "time", None, 1.0)
    heads = Trigger(killed, "shelling", "actual", 1.0, 1.0), Trigger(fell, "territory_seized", "actual", 1.0, 1.0)
    markup = Markup((Span(0, len(text)),), (time,), (), heads, tuple(Link(h, "time", time, 1.0) for h in heads))
    found = with_own_times(text, markup)
    assert [x.tail.span.of(text) for x in found.links] == [text[text.index("since") : day.end], words]


@pytest.mark.parametrize(
    ("text", "told", "day", "kept"),
    [
        ("They shot a candidate in this month's election.", "shot", "this month", []),
        ("They shot a candidate in the May 12 general elections.", "shot", "May 12", []),
        ("They shot a candidate in next week's election.", "shot", "next", []),
        ("They shot a candidate on May 12 and the poll went on.", "shot", "May 12", ["May 12"]),
        ("They were hurt in Monday's attack.", "attack", "Monday", ["Monday"]),
        ("This month's vote was calm.", "vote", "This month", ["This month"]),
    ],
)
def test_the_day_of_a_vote_is_no_other_deeds(text: str, told: str, day: str, kept: list[str]) -> None:
    assert times(text, told, {day: 0.9}) == kept


def test_the_hours_of_a_curfew_are_no_time_of_what_happened() -> None:
    assert times("A curfew holds from 7 p.m. to 5 a.m. in Lom.", "curfew", {"7 p.m": 0.9}) == []
    assert times("Shots rang from 7 p.m. to 9 p.m. in Lom.", "Shots", {"7 p.m": 0.9}) == ["7 p.m"]


def test_the_hours_of_a_curfew_are_no_time_in_a_running_report() -> None:
    blog = "14:50 Curfew from 8pm to 6am in Lom.\n\n16:10 The mill closed.\n"
    assert times(blog, "Curfew", {"8pm to 6am": 0.9}) == ["14:50"]
    assert times(blog, "Curfew", {}) == ["14:50"]
