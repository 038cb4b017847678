"""Attacks whose own words tell them apart."""

import pytest

from tacitus.assemble.deeds.means import by_means
from tacitus.reader.sentences import sentences
from tests.assemble.build import Scene


def kind(text: str, word: str, marked: str, other: str = "") -> str:
    scene = Scene(text)
    scene.event(word, marked)
    if other:
        scene.event(other, "arrest")
    markup = scene.markup(sentences(text))
    trigger = next(t for t in markup.triggers if t.span.of(text) == word)
    sentence = next(s for s in markup.sentences if s.holds(trigger.span))
    return by_means(text, markup, trigger, sentence)


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("A raid south of Lom netted nine suspected members of the band.", "air_strike", "arrest"),
        ("A raid south of Lom netted nine rifles.", "raid", "raid"),
        ("A raid south of Lom killed nine men.", "air_strike", "air_strike"),
    ],
)
def test_a_raid_that_nets_people_arrests_them(text: str, marked: str, expected: str) -> None:
    assert kind(text, "raid", marked) == expected


def test_where_the_net_is_told_for_itself_the_raid_stays_one() -> None:
    assert kind("A raid south of Lom netted nine men.", "raid", "raid", other="netted") == "raid"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomber struck the market. Later a second bomb tore through the mill.", "bombing"),
        ("A bomber struck the market. Later a second bomber tore through the mill gate.", "suicide_bombing"),
        ("A bomber struck the market. The bomb tore through the stalls.", "suicide_bombing"),
    ],
)
def test_another_bomb_without_a_bomber_is_a_bombing(text: str, expected: str) -> None:
    assert kind(text, "tore", "suicide_bombing") == expected


@pytest.mark.parametrize(("text", "told"), [("aerial assault", "air_strike"), ("mortar assault", "shelling")])
def test_an_aerial_assault_is_one_from_the_air(text: str, told: str) -> None:
    assert kind(f"The {text} on Lom killed nine men.", "assault", "shelling") == told


@pytest.mark.parametrize(
    ("first", "expected"),
    [("Rebels killed nine guards in an ambush.", "armed_attack"), ("Rebels killed nine guards.", "shelling")],
)
def test_what_hit_others_later_is_no_means_of_an_ambush(first: str, expected: str) -> None:
    text = f"{first} One of their men was hurt by mortars."
    scene = Scene(text)
    killed, hurt = (
        scene.event("killed", "armed_attack"),
        scene.event("hurt", "armed_attack", weapon=scene.weapon("mortars", "mortar")),
    )
    scene.same(killed, hurt)
    markup = scene.markup(sentences(text))
    assert by_means(text, markup, killed, markup.sentences[0]) == expected
    assert by_means(text, markup, hurt, markup.sentences[1]) == "shelling"
