"""Counts and persons that belong to a happening although the reader linked others, or none."""

from dataclasses import replace

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.assemble.counts.outspoken import in_the_end
from tacitus.reader.sentences import sentences
from tacitus.records.event import Event
from tacitus.records.markup import Link, Mention
from tacitus.records.ontology import load
from tacitus.records.resolved import Counted
from tacitus.records.span import Span
from tacitus.records.value import TollValue
from tacitus.resolve.numbers.fates import fates
from tests.assemble.build import Scene


def read(scene: Scene) -> tuple[Event, ...]:
    counts = tuple(sorted((c for c in scene.tolls.values() if not c.named), key=lambda c: c.span))
    resolved = replace(scene.resolved, counts=counts, fates=fates(scene.text, counts))
    return assemble(scene.report, scene.markup(sentences(scene.text)), resolved, load())[0]


def named(scene: Scene, words: str, field: str) -> Mention:
    """A person without a number, whom the reader marked as a toll."""
    mention = scene.toll(words, field, 1, 1)
    scene.tolls[mention.span] = Counted(mention.span, TollValue(1, 1, None), named=True)
    return mention


def told(scene: Scene, field: str, events: tuple[Event, ...]) -> list[str]:
    return [claim.span.of(scene.text) for event in events for claim in event.of(field)]


@pytest.mark.parametrize(("turn", "expected"), [("", ["Two porters"]), ("Elsewhere, ", [])])
def test_who_died_is_of_the_deed_told_before(turn: str, expected: list[str]) -> None:
    scene = Scene(f"Gunmen fired on a bus. {turn}Two porters died in hospital.")
    scene.toll("Two porters", "killed", 2, 2, "porters")
    scene.event("fired", "armed_attack", agent=scene.actor("Gunmen"))
    assert told(scene, "killed", read(scene)) == expected


def test_names_behind_a_count_are_told_of_with_it() -> None:
    scene = Scene("A mine at the mill killed Hadi Nur and wounded three cooks, Omar Said and Ali Khan among them.")
    people = ["Hadi Nur", "Omar Said", "Ali Khan"]
    tolls = [scene.toll("three cooks", "injured", 3, 3, "cooks"), *(named(scene, each, "killed") for each in people)]
    scene.event("mine", "bombing", toll=tolls, victim=[scene.actor(each, kind="person") for each in people])
    events = read(scene)
    assert (told(scene, "killed", events), told(scene, "injured", events)) == (["Hadi Nur"], ["three cooks"])


def test_a_name_before_its_count_is_told_of_with_it() -> None:
    scene = Scene("Omar Said, a nurse, was killed and six patients were hurt in the blast.")
    tolls = [named(scene, "Omar Said", "injured"), scene.toll("six patients", "injured", 6, 6, "patients")]
    scene.toll("a nurse", "killed", 1, 1, "nurse")
    scene.event("blast", "bombing", toll=tolls, victim=scene.actor("Omar Said", kind="person"))
    assert told(scene, "injured", read(scene)) == ["six patients"]


def test_who_is_told_of_and_then_identified_is_one() -> None:
    scene = Scene("A grazier, identified as Omar Said, was hurt in the blast.")
    mention = scene.toll("A grazier", "injured", 1, 1, "grazier")
    said = scene.actor("Omar Said", kind="person")
    scene.event("blast", "bombing", toll=[mention, named(scene, "Omar Said", "injured")], victim=said)
    markup = scene.markup(sentences(scene.text))
    resolved = replace(scene.resolved, counts=())  # rules know no "grazier"
    events = assemble(scene.report, markup, resolved, load())[0]
    assert told(scene, "injured", events) == ["A grazier"]


def test_who_is_executed_is_killed_whatever_the_verb() -> None:
    scene = Scene("Raiders carried off two porters and hanged them.")
    taken = scene.toll("two porters", "abducted", 2, 2, "porters")
    raiders, porters = scene.actor("Raiders"), scene.actor("porters", kind="civilians")
    scene.event("carried off", "abduction", agent=raiders, target=porters, toll=taken)
    scene.event("hanged", "execution", agent=raiders, target=porters, toll=taken)
    events = read(scene)
    assert (told(scene, "killed", events), told(scene, "abducted", events)) == (["two porters"], ["two porters"])


@pytest.mark.parametrize(("begin", "expected"), [("", ["Omar Said", "two porters"]), ("A clerk, ", ["two porters"])])
def test_a_person_of_whom_the_verb_tells_is_counted_beside_a_count(begin: str, expected: list[str]) -> None:
    scene = Scene(f"{begin}Omar Said was killed along with two porters in the blast.")
    if begin:
        scene.toll("A clerk", "killed", 1, 1, "clerk")  # who is Omar Said
    mention = scene.toll("two porters", "killed", 2, 2, "porters")
    scene.event("blast", "bombing", toll=mention, target=scene.actor("Omar Said", kind="person"))
    assert told(scene, "killed", read(scene)) == expected


@pytest.mark.parametrize(("rest", "more"), [(" near Jowhar.", ["his uncle Ali"]), (" ran away.", [])])
def test_kin_joined_to_a_person_share_the_fate(rest: str, more: list[str]) -> None:
    scene = Scene(f"A mine killed Omar Said (48), a ferryman, and his uncle Ali{rest}")
    scene.toll("his uncle Ali", "killed", 1, 1, "uncle")
    scene.event("killed", "armed_attack", victim=scene.actor("Omar Said (48)", kind="person"))
    assert told(scene, "killed", read(scene)) == ["Omar Said (48)", *more]


def test_a_person_on_a_side_is_counted_too() -> None:
    scene = Scene("Gunmen killed Omar Said, a leader of the Green Party, in Jowhar.")
    scene.event("killed", "assassination", victim=scene.actor("Omar Said", kind="party"))
    assert told(scene, "killed", read(scene)) == ["Omar Said"]


def test_the_victims_who_are_identified_are_those_counted_before() -> None:
    scene = Scene(
        "Night fell. Gunmen shot three nurses. The dead, identified as Omar, Hadi Said and Nur, were killed in Jowhar."
    )
    scene.event("shot", "armed_attack", toll=scene.toll("three nurses", "killed", 3, 3, "nurses"))
    scene.event("killed", "armed_attack", toll=[named(scene, "Hadi Said", "killed")], place=scene.place("Jowhar"))
    (event,) = read(scene)
    assert [v for s in event.settled if s.field == "killed" for v in s.values] == [TollValue(3, 3)]


@pytest.mark.parametrize(
    ("kind", "later", "events"),
    [
        ("suicide_bombing", "Medics, who gave the updated toll, said 31 people were killed.", 1),
        ("suicide_bombing", "The mayor said 31 people were killed in the blast.", 1),
        ("suicide_bombing", "The mayor said 31 people were killed.", 2),
        ("air_strike", "Medics, who gave the updated toll, said 31 people were killed.", 2),
    ],
)
def test_who_is_counted_again_was_hurt_in_the_blast_told_before(kind: str, later: str, events: int) -> None:
    scene = Scene(f"A man blew himself up at a mill. Guests ran. {later}")
    scene.event("blew himself up", kind, agent=scene.actor("A man"))
    scene.event("killed", kind, toll=scene.toll("31 people", "killed", 31, 31, "people"))
    assert len(read(scene)) == events


def test_who_was_hurt_and_then_arrested_is_counted_as_both() -> None:
    scene = Scene("A rebel, who was injured in a clash at the ford, was arrested on Monday.")
    toll = scene.toll("A rebel", "arrested", 1, 1, "rebel")
    scene.event("clash", "armed_clash", agent=scene.actor("rebel"))
    scene.event("arrested", "arrest", toll=toll)
    assert {e.type: (told(scene, "injured", (e,)), told(scene, "arrested", (e,))) for e in read(scene)} == {
        "armed_clash": (["A rebel"], []),
        "arrest": ([], ["A rebel"]),
    }


@pytest.mark.parametrize(("other", "expected"), [("The shop burnt.", ["Two porters"]), ("Elsewhere bombs fell.", [])])
def test_a_toll_two_sentences_on_is_of_the_only_deed_told(other: str, expected: list[str]) -> None:
    scene = Scene(f"Gunmen fired on a bus. {other} Two porters sustained injuries.")
    scene.toll("Two porters", "injured", 2, 2, "porters")
    scene.event("fired", "armed_attack", agent=scene.actor("Gunmen"))
    if not expected:
        scene.event("bombs", "air_strike")
    events = tuple(e for e in read(scene) if e.type == "armed_attack")
    assert told(scene, "injured", events) == expected


@pytest.mark.parametrize(("words", "more"), [("One of the injured", []), ("A porter", ["A porter"])])
def test_some_of_the_injured_were_counted_where_they_were_hurt(words: str, more: list[str]) -> None:
    scene = Scene(f"Two cooks were hurt in a blast. {words} was wounded in the beating of a clerk.")
    hurt = scene.toll("Two cooks", "injured", 2, 2, "cooks")
    scene.event("blast", "bombing", toll=hurt)
    scene.event("beating", "assault", toll=scene.toll(words, "injured", 1, 1, "porter"))
    assert told(scene, "injured", read(scene)) == ["Two cooks", *more]


def test_who_was_carried_was_not_therefore_hit() -> None:
    scene = Scene("Raiders fired on a lorry carrying nine porters, killing two guards.")
    carried, dead = scene.toll("nine porters", "killed", 9, 9, "porters"), scene.toll("two guards", "killed", 2, 2)
    scene.event("fired", "armed_attack", agent=scene.actor("Raiders"), toll=[carried, dead])
    assert told(scene, "killed", read(scene)) == ["two guards"]


@pytest.mark.parametrize(("fate", "expected"), [("were killed", []), ("died of their wounds", ["Nine porters"])])
def test_who_was_killed_hours_after_a_raid_fell_elsewhere(fate: str, expected: list[str]) -> None:
    scene = Scene(f"Nine porters {fate} just hours after a raid on the ford.")
    scene.event("raid", "armed_attack", toll=scene.toll("Nine porters", "killed", 9, 9, "porters"))
    assert told(scene, "killed", read(scene)) == expected


@pytest.mark.parametrize(("gap", "expected"), [("\n\n", []), (" ", ["nine porters"])])
def test_bodies_found_in_a_new_paragraph_are_not_those_of_the_deed_above(gap: str, expected: list[str]) -> None:
    scene = Scene(f"Men threw a bomb at the mill.{gap}A patrol came upon the bodies of nine porters.")
    scene.toll("nine porters", "killed", 9, 9, "porters")
    scene.event("threw", "bombing", agent=scene.actor("Men"))
    assert told(scene, "killed", read(scene)) == expected


@pytest.mark.parametrize("who", ["", ", mostly boys,", " mainly boys"])
@pytest.mark.parametrize(
    ("deed", "kind", "expected"), [("bomb", "bombing", []), ("chlorine gas", "chemical_attack", ["40 others"])]
)
def test_who_is_only_affected_is_hurt_by_gas_alone(who: str, deed: str, kind: str, expected: list[str]) -> None:
    scene = Scene(f"At the mill nine cooks were killed and 40 others{who} have been affected by a {deed} attack.")
    tolls = [scene.toll("nine cooks", "killed", 9, 9, "cooks"), scene.toll("40 others", "injured", 40, 40)]
    scene.event("attack", kind, toll=tolls)
    events = read(scene)
    assert (told(scene, "killed", events), told(scene, "injured", events)) == (["nine cooks"], expected)


def test_casualties_are_dead_and_hurt_together_and_no_toll() -> None:
    scene = Scene("The raid at Dir caused 20 casualties and killed nine cooks. There were no casualties at the ford.")
    tolls = [scene.toll("20 casualties", "killed", 20, 20), scene.toll("nine cooks", "killed", 9, 9, "cooks")]
    scene.event("raid", "armed_attack", toll=[*tolls, scene.toll("no casualties", "killed", 0, 0)])
    assert "20 casualties" not in told(scene, "killed", read(scene))
    assert {"nine cooks", "no casualties"} <= set(told(scene, "killed", read(scene)))


def test_a_further_place_of_the_dead_tells_of_no_hurt() -> None:
    scene = Scene("Shells killed 51 cooks, nine in the camp and another 27 in the fields.")
    tolls = [scene.toll("51 cooks", "killed", 51, 51, "cooks"), scene.toll("another 27", "injured", 27, 27)]
    scene.event("killed", "shelling", toll=[*tolls, scene.toll("nine", "killed", 9, 9)])
    assert told(scene, "injured", read(scene)) == []


@pytest.mark.parametrize("who", ["two porters", "Omar Said"])
@pytest.mark.parametrize("kind", ["assault", "armed_attack"])
def test_who_is_beaten_is_hurt(kind: str, who: str) -> None:
    scene = Scene(f"Raiders flogged {who} at the mill.")
    if who == "two porters":
        scene.toll(who, "killed", 2, 2, "porters")
    scene.event("flogged", kind, agent=scene.actor("Raiders"), victim=scene.actor(who, kind="person"))
    assert told(scene, "injured", read(scene)) == ([who] if kind == "assault" else [])


def test_what_the_grammar_tells_after_the_deed_is_no_part_of_it() -> None:
    scene = Scene("Raiders killed three cooks while two porters were missing.")
    cooks = scene.toll("three cooks", "killed", 3, 3, "cooks")
    porters = scene.toll("two porters", "killed", 2, 2, "porters")
    scene.event("killed", "armed_attack", agent=scene.actor("Raiders"), toll=[cooks, porters])
    events = read(scene)
    assert (told(scene, "killed", events), told(scene, "missing", events)) == (["three cooks"], ["two porters"])


@pytest.mark.parametrize(("between", "part"), [(" and ", False), (", including ", True)])
def test_who_is_joined_to_others_is_none_of_them(between: str, part: bool) -> None:
    scene = Scene(f"Shells killed five cooks{between}four porters at the mill.")
    whole = scene.toll("five cooks", "killed", 5, 5, "cooks")
    few = scene.toll("four porters", "killed", 4, 4, "porters")
    scene.event("Shells", "shelling", toll=[whole, few])
    scene.links.append(Link(few, "part_of", whole, 0.9))
    (event,) = read(scene)
    assert [isinstance(c.value, TollValue) and bool(c.value.part_of) for c in event.of("killed")] == [False, part]


@pytest.mark.parametrize(("first", "part"), [("Six people", False), ("Six cooks", True)])
def test_as_many_of_one_sort_are_no_part_of_each_other(first: str, part: bool) -> None:
    scene = Scene(f"{first} died in Harl. Shells killed at least six people at the mill.")
    whole = scene.toll(first, "killed", 6, 6, first.split(" ")[1])
    few = scene.toll("at least six people", "killed", 6, None, "people")
    scene.same(scene.event("died", "shelling", toll=whole), scene.event("Shells", "shelling", toll=few))
    scene.links.append(Link(few, "part_of", whole, 0.9))
    (event,) = read(scene)
    parts = {c.span.of(scene.text): bool(c.value.part_of) for c in event.claims if isinstance(c.value, TollValue)}
    assert parts == {first: False, "at least six people": part}


@pytest.mark.parametrize(
    ("told_of", "expected"),
    [("250,000 people live there.", []), ("2,500 people were killed there.", ["2,500 people"])],
)
def test_thousands_of_whom_no_word_says_that_they_died_did_not(told_of: str, expected: list[str]) -> None:
    scene = Scene(f"Clashes shook Harl, and {told_of}")
    words = told_of[: told_of.index(" people") + 7]
    low = int(words.split()[0].replace(",", ""))
    mention = replace(scene.toll(words, "killed", low, low, "people"), score=0.95)
    scene.event("Clashes", "armed_clash", toll=mention)
    assert told(scene, "killed", read(scene)) == expected


def test_who_only_lives_there_is_not_dead_because_a_clash_has_dead() -> None:
    scene = Scene("Clashes raised fears for the city, including some 250,000 in Harl.")
    mention = replace(scene.toll("some 250,000", "displaced", 225_000, 275_000), score=0.6)
    scene.event("Clashes", "armed_clash", toll=mention)
    assert told(scene, "killed", read(scene)) == []


@pytest.mark.parametrize(("dead", "expected"), [(90_000, []), (90, ["90 people"])])
def test_the_dead_of_a_war_are_none_of_another_sentences_deed(dead: int, expected: list[str]) -> None:
    words = f"{dead} people"
    scene = Scene(f"Shells fell on Harl on Monday. The war has killed {words}.")
    scene.event("fell", "shelling", toll=scene.toll(words, "killed", dead, dead, "people"), place=scene.place("Harl"))
    assert told(scene, "killed", read(scene)) == expected


def test_a_war_and_a_raid_are_two_though_the_reader_joins_them() -> None:
    scene = Scene("Troops stormed Harl on Monday. More than 90,000 people have been killed.")
    first = scene.event("stormed", "armed_attack", place=scene.place("Harl"))
    toll = scene.toll("More than 90,000 people", "killed", 90_001, None, "people")
    scene.same(first, scene.event("killed", "armed_attack", toll=toll))
    assert [[m.of(scene.text) for m in event.mentions] for event in read(scene)] == [["stormed"], ["killed"]]


def test_anothers_figure_counts_beside_the_count_of_which_the_verb_tells() -> None:
    scene = Scene("A bomb killed 14 people in Lom, nurses said on Friday while the ministry for health admits nine.")
    tolls = [scene.toll("14 people", "killed", 14, 14, "people"), scene.toll("nine", "killed", 9, 9)]
    scene.event("bomb", "bombing", toll=tolls)
    assert told(scene, "killed", read(scene)) == ["14 people", "nine"]


@pytest.mark.parametrize(("ending", "field"), [("are still missing.", "missing"), ("wore school dress.", "abducted")])
def test_who_of_the_abducted_are_missing_are_no_more_abducted(ending: str, field: str) -> None:
    scene = Scene(f"Gunmen abducted eight girls in Lom, and three of them {ending}")
    tolls = [scene.toll("eight girls", "abducted", 8, 8, "girls"), scene.toll("three", "missing", 3, 3)]
    scene.event("abducted", "abduction", toll=tolls)
    assert "three" in told(scene, field, read(scene))


@pytest.mark.parametrize(
    ("text", "few", "kept"),
    [
        ("Shells killed nine people two of them cooks in Harl.", "two of them cooks", True),
        ("Shells killed nine people. Three of the dead were cooks.", "Three of the dead", True),
        ("Shells killed nine people. The deceased were cooks.", "The deceased", False),
        ("Nine people died; four porters went down with the ferry, an elder said.", "four porters", True),
        ("Nine people died as four porters slept.", "four porters", False),
        ("Nine people died; ten thousand porters lay there.", "ten thousand porters", False),
    ],
)
def test_of_whom_the_grammar_says_nothing(text: str, few: str, *, kept: bool) -> None:
    scene = Scene(text)
    whole = scene.toll("nine people" if "nine" in text else "Nine people", "killed", 9, 9, "people")
    part = scene.toll(few, "killed", 10_000 if "thousand" in few else 2, None, "cooks")
    scene.event("died" if "died" in text else "Shells", "shelling", toll=[whole, part])
    assert (few in told(scene, "killed", read(scene))) is kept


@pytest.mark.parametrize(("gap", "expected"), [(" ", ["Five suspects", "two of them cooks"]), (" shot ", [])])
def test_some_of_all_who_came_to_it_are_told_right_behind_them(gap: str, expected: list[str]) -> None:
    scene = Scene(f"Five suspects{gap}two of them cooks are being held.")
    whole = scene.toll("Five suspects", "arrested", 5, 5, "suspects")
    part = scene.toll("two of them cooks", "arrested", 2, 2, "cooks")
    scene.event("held", "arrest", toll=[whole, part])
    assert told(scene, "arrested", read(scene)) == (expected or ["two of them cooks"])


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The raid killed nine guards and they captured six others.", "abduction", ["six others"]),
        ("The raid killed nine guards. They captured six others.", "abduction", ["nine guards", "six others"]),
    ],
)
def test_the_dead_are_none_of_those_who_were_taken(text: str, kind: str, expected: list[str]) -> None:
    scene = Scene(text)
    dead, taken = scene.toll("nine guards", "killed", 9, 9, "guards"), scene.toll("six others", "abducted", 6, 6)
    guards = scene.actor("guards", kind="military")
    scene.event("captured", kind, toll=taken, target=guards)
    scene.event("killed", "armed_attack", toll=dead, victim=guards)
    assert told(scene, "abducted", read(scene)) == expected


@pytest.mark.parametrize(
    ("who", "verb", "expected"),
    [("", "killed or wounded", []), ("", "killed", ["Nine guards"]), ("None of the ", "killed", [])],
)
def test_who_are_dead_or_hurt_and_of_whom_none_died_are_no_toll(who: str, verb: str, expected: list[str]) -> None:
    scene = Scene(f"{who}Nine guards were {verb} at the ford.")
    scene.event("killed", "armed_attack", toll=scene.toll("Nine guards", "injured", 9, 9, "guards"))
    events = read(scene)
    assert told(scene, "killed", events) + told(scene, "injured", events) == expected


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("were sighted near the ford", ["two guards"]),
        ("carrying rifles came to the ford", ["two guards"]),
        ("were seen dead at the ford", ["Nine rebels", "two guards"]),
        ("lay at the ford", ["Nine rebels", "two guards"]),
    ],
)
def test_who_was_only_seen_did_not_die(seen: str, expected: list[str]) -> None:
    scene = Scene(f"Nine rebels {seen}. Shells killed two guards.")
    dead = [scene.toll("Nine rebels", "killed", 9, 9, "rebels"), scene.toll("two guards", "killed", 2, 2, "guards")]
    scene.event("killed", "shelling", toll=dead)
    assert told(scene, "killed", read(scene)) == expected


@pytest.mark.parametrize(("where", "expected"), [("in front of", []), ("along with", ["40 passengers"])])
def test_who_saw_it_did_not_suffer_it(where: str, expected: list[str]) -> None:
    scene = Scene(f"Raiders put Omar Said to death {where} 40 passengers.")
    scene.event("put", "execution", toll=scene.toll("40 passengers", "killed", 40, 40, "passengers"))
    assert told(scene, "killed", read(scene)) == expected


@pytest.mark.parametrize(("rest", "expected"), [("; two survived", []), (" at a quarry", ["28 porters"])])
def test_of_whom_some_lived_not_all_died(rest: str, expected: list[str]) -> None:
    scene = Scene(f"They led away 28 porters and shot them{rest}.")
    scene.event("shot", "execution", toll=scene.toll("28 porters", "killed", 28, 28, "porters"))
    assert told(scene, "killed", read(scene)) == expected


def test_of_a_number_only_the_smaller_one_behind_it_died() -> None:
    scene = Scene("Of the nine hostages, four were killed.")
    scene.toll("nine hostages", "abducted", 9, 9, "hostages")
    few = scene.toll("four", "killed", 4, 4)
    scene.event("killed", "execution", toll=few, victim=scene.actor("hostages", kind="civilians"))
    assert told(scene, "killed", read(scene)) == ["four"]


def test_who_flees_is_displaced_and_no_doer() -> None:
    scene = Scene("Some 6,200 people fled their homes in Harl after men set fire to it.")
    toll = scene.toll("Some 6,200 people", "displaced", 5580, 6820, "people")
    scene.event("fled", "armed_attack", toll=toll, place=scene.place("Harl"))
    assert told(scene, "displaced", read(scene)) == ["Some 6,200 people"]


@pytest.mark.parametrize(
    ("after", "field"),
    [(" succumbed in the clinic.", "killed"), (" later died of it.", "killed"), (" was in the clinic.", "injured")],
)
def test_who_succumbed_is_dead(after: str, field: str) -> None:
    assert in_the_end("injured", f"A cook was hurt and a second{after}", Span(20, 28)) == field


def test_whom_a_band_holds_is_abducted() -> None:
    scene = Scene("Guards freed nine cooks held by rebels.")
    scene.event(
        "held",
        "abduction",
        toll=scene.toll("nine cooks", "arrested", 9, 9, "cooks"),
        agent=scene.actor("rebels", "rebel"),
    )
    assert [c.span.of(scene.text) for e in read(scene) for c in e.of("abducted")] == ["nine cooks"]


@pytest.mark.parametrize(
    ("joint", "dead", "hurt"),
    [
        (" and ", ["61 people", "five boys", "three cooks"], []),
        (" while hurting ", ["61 people", "five boys"], ["three cooks"]),
    ],
)
def test_who_is_told_beside_a_part_of_the_dead_is_dead(joint: str, dead: list[str], hurt: list[str]) -> None:
    scene = Scene(f"Two died of their wounds, bringing the toll to 61 people including five boys{joint}three cooks.")
    tolls = [
        scene.toll("61 people", "killed", 61, 61, "people"),
        scene.toll("five boys", "killed", 5, 5, "boys"),
        scene.toll("three cooks", "injured", 3, 3, "cooks"),  # for the wounds
    ]
    scene.event("died", "bombing", toll=tolls)
    events = read(scene)
    assert (told(scene, "killed", events), told(scene, "injured", events)) == (dead, hurt)
