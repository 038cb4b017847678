"""A deed told without a day takes that of the sentence before or of the lead, where nothing speaks against it."""

from dataclasses import replace
from datetime import date

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event
from tacitus.records.markup import Link, Mention
from tacitus.records.ontology import load
from tacitus.records.value import TimeValue
from tests.assemble.build import Scene

LEAD = "Jets bombed a mill in Jowhar on Monday."


def read(scene: Scene, published: str = "2019-03-05") -> list[Event]:
    report = replace(scene.report, published=date.fromisoformat(published))
    events, _ = assemble(report, scene.markup(sentences(scene.text)), scene.resolved, load())
    return sorted(events, key=lambda e: e.trigger)


def days(event: Event) -> list[str | None]:
    return [c.value.earliest for c in event.of("time") if isinstance(c.value, TimeValue)]


def lead(rest: str, day: str = "2019-03-04") -> Scene:
    scene = Scene(f"{LEAD} {rest}")
    scene.event("bombed", "air_strike", place=scene.place("Jowhar"), time=scene.time("Monday", day))
    return scene


def test_the_day_is_that_of_the_sentence_before_and_believed_less() -> None:
    scene = lead("Nine villagers were killed in Baidoa.")
    scene.event("killed", "air_strike", place=scene.place("Baidoa"))
    first, second = read(scene)
    assert days(second) == ["2019-03-04"]
    assert second.of("time")[0].confidence < first.of("time")[0].confidence


@pytest.mark.parametrize(
    ("rest", "word", "kind", "day"),
    [
        ("The mill had been bombed before.", "bombed", "air_strike", "2019-03-04"),  # past to the lead
        ("Jets bombed Baidoa in recent weeks.", "bombed", "air_strike", "2019-03-04"),  # at large
        ("Minutes later a second blast hit Baidoa.", "hit", "air_strike", "2019-03-04"),  # turns elsewhere
        ("Farther south, jets bombed Baidoa.", "bombed", "air_strike", "2019-03-04"),  # the same
        ("Gunmen seized a driver.", "seized", "abduction", "2019-03-04"),  # another kind of deed
        ("Jets bombed Baidoa.", "bombed", "air_strike", "2018-03-04"),  # no news
        ("Jets bombed Baidoa.", "bombed", "air_strike", "2019-04-04"),  # a day yet to come
    ],
)
def test_no_day_is_carried_to_what_is_not_told_as_news_of_it(rest: str, word: str, kind: str, day: str) -> None:
    scene = lead(rest, day)
    scene.event(word, kind, nth=(LEAD + rest).count(word) - 1, place=scene.place("Baidoa") if "Baidoa" in rest else [])
    assert not days(read(scene)[-1])


def test_the_day_of_the_lead_reaches_further_where_it_is_the_same_place() -> None:
    rest = "It is a market town. People fled. Six more died in {}."
    for where, expected in (("the town", ["2019-03-04"]), ("Baidoa", [])):
        scene = lead(rest.format(where))
        place = scene.place(where) if where == "Baidoa" else None
        if place:
            scene.places[place.span] = replace(scene.places[place.span], admin1="Bay", lat=3.1)
            first = scene.span("Jowhar")
            scene.places[first] = replace(scene.places[first], admin1="Shabelle")
        scene.event("died", "air_strike", place=place or [])
        assert days(read(scene)[-1]) == expected


@pytest.mark.parametrize(("between", "expected"), [(2, ["2019-03-04"]), (5, [])])
def test_the_day_of_the_lead_does_not_reach_far_without_a_place(between: int, expected: list[str]) -> None:
    scene = lead("It is a market town. " + "People fled. " * (between - 1) + "Six more died.")
    scene.event("died", "air_strike")
    assert days(read(scene)[-1]) == expected


@pytest.mark.parametrize(("words", "expected"), [("that morning", []), ("on Monday morning", ["2019-03-04"])])
def test_a_part_of_a_day_names_none(words: str, expected: list[str]) -> None:
    scene = Scene(f"Jets bombed a mill in Jowhar {words}. Others bombed a well in Baidoa.")
    scene.event("bombed", "air_strike", place=scene.place("Jowhar"), time=scene.time(words, "2019-03-04"))
    scene.event("bombed", "air_strike", nth=1, place=scene.place("Baidoa"))
    assert days(read(scene)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A raid on Baidoa came a day after jets bombed a mill in Jowhar.", "bombed", ("2019-03-03", "2019-03-04")),
        ("Jets bombed a mill in Jowhar two weeks after shells hit Baidoa.", "hit", ("2019-02-18", "2019-02-19")),
        ("A day after the talks rebels fled and jets bombed a mill in Jowhar.", "bombed", None),
        ("Nobody died a day after jets bombed a mill in Jowhar, and a raid hit Baidoa.", "hit", None),
    ],
)
def test_what_something_came_a_day_after_was_a_day_before(
    text: str, word: str, expected: tuple[str, str] | None
) -> None:
    scene = Scene(text)
    for trigger, kind in (("raid", "raid"), ("fled", "withdrawal"), ("hit", "air_strike"), ("bombed", "air_strike")):
        if trigger in text:
            scene.event(trigger, kind, place=scene.place("Jowhar") if trigger == "bombed" else [])
    (event,) = [e for e in read(scene) if any(m.of(text) == word for m in e.mentions)]
    told = [(c.value.earliest, c.value.latest) for c in event.of("time") if isinstance(c.value, TimeValue)]
    assert told == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "happenings"),
    [
        ("The strike on Jowhar came two days after a strike killed nine people.", 2),
        ("Nine bodies of the strike on Jowhar were found two days after the strike.", 1),
    ],
)
def test_what_a_sentence_tells_as_days_apart_is_not_one_happening(text: str, happenings: int) -> None:
    scene = Scene(text)
    first = scene.event("strike", "air_strike", place=scene.place("Jowhar"))
    scene.links.append(Link(scene.event("strike", "air_strike", nth=1), "same", first, 0.7))
    assert len(read(scene)) == happenings


@pytest.mark.parametrize(
    ("opening", "day", "found"),
    [("By", "Sunday", []), ("Earlier", "Monday", ["2019-03-04"]), ("In", "24 hours", ["2019-03-04"])],
)
def test_another_day_that_opens_a_sentence_between_ends_the_day_of_the_lead(
    opening: str, day: str, found: list[str]
) -> None:
    scene = lead(f"{opening} {day} the villagers had fled. Nine men were killed in Baidoa.")
    scene.times[scene.span(day, day == "Monday")] = TimeValue("2019-03-03", "2019-03-03", "day")
    scene.mentions.append(Mention(scene.span(day, day == "Monday"), "time", None, 0.9))
    scene.event("killed", "air_strike", place=scene.place("Baidoa"))
    _, second = read(scene)
    assert days(second) == found


def test_a_day_by_which_some_had_died_is_not_that_of_the_next_deed() -> None:
    scene = lead("By Sunday four of the hurt had died. Guns shelled a farm in Baidoa.")
    scene.time("Sunday", "2019-03-03")
    died = scene.event("died", "air_strike")
    scene.same(scene.triggers[0], died)
    scene.event("shelled", "shelling", place=scene.place("Baidoa"))
    assert [days(e) for e in read(scene) if e.type == "shelling"] == [[]]


def test_what_follows_another_day_is_not_of_the_day_before_it() -> None:
    scene = lead("Jets bombed a bus in Baidoa last Thursday. The mill was bombed, guns shelled a farm.", "2019-03-04")
    scene.event(
        "bombed", "air_strike", nth=1, place=scene.place("Baidoa"), time=scene.time("last Thursday", "2019-02-28")
    )
    scene.same(scene.triggers[0], scene.event("bombed", "air_strike", nth=2))
    scene.event("shelled", "shelling", target=scene.actor("farm", kind="civilians"))
    mill, _, farm = read(scene)
    assert len(mill.mentions) == 2 and days(farm) == ["2019-02-28"]
