"""What two tellings have in common or not keeps groups apart, whatever single tellings of them share."""

import pytest

from tacitus.assemble.grouping.alike import MANY, Alike, features, weights
from tacitus.assemble.grouping.happenings import happenings
from tacitus.assemble.grouping.tellings import Telling, tellings
from tacitus.assemble.items import Items
from tacitus.reader.sentences import sentences
from tacitus.records.markup import Trigger
from tacitus.records.ontology import load as load_ontology
from tests.assemble.build import Scene


def told(scene: Scene) -> list[Telling]:
    markup = scene.markup(sentences(scene.text))
    return tellings(scene.report, markup, Items.of(scene.report, markup.sentences))


def two_blasts(second: str, place: str | None) -> tuple[Scene, list[Telling]]:
    scene = Scene(f"A bomb killed nine people in Harl. {second}")
    nine = scene.toll("nine people", "killed", 9, 9, "people")
    scene.event("killed", "bombing", toll=nine, place=scene.place("Harl"))
    scene.event("blast", "bombing", **({"place": scene.place(place)} if place else {}))
    return scene, told(scene)


def test_every_feature_that_is_told_has_a_weight() -> None:
    scene, (first, second) = two_blasts("The blast shook Senn.", "Senn")
    found = set(features(scene.report, scene.resolved, 0.99, first, second))
    assert {"of one type", "known already", "in the first sentence", "linked beyond doubt"} <= found
    assert found <= weights().keys()


def test_what_is_known_already_is_likelier_one_than_what_happened_elsewhere() -> None:
    scene, (first, second) = two_blasts("The blast left a crater.", None)
    assert not Alike(scene.report, scene.resolved, {}, MANY).unlike([first], [second])
    scene, (first, second) = two_blasts("A blast shook Senn.", "Senn")
    assert Alike(scene.report, scene.resolved, {}, MANY).unlike([first], [second])


def test_the_order_of_two_groups_does_not_matter() -> None:
    for words, place in (("The blast left a crater.", None), ("A blast shook Senn.", "Senn")):
        scene, (first, second) = two_blasts(words, place)
        alike = Alike(scene.report, scene.resolved, {}, MANY)
        assert alike.unlike([first], [second]) is alike.unlike([second], [first])


def test_in_a_report_of_few_tellings_one_happening_is_the_rule() -> None:
    scene, (first, second) = two_blasts("A blast shook Senn.", "Senn")
    assert not Alike(scene.report, scene.resolved, {}, MANY - 1).unlike([first], [second])


@pytest.mark.parametrize("others", [0, MANY])
def test_one_town_does_not_join_what_is_unlike_in_all_else_where_many_things_are_told(others: int) -> None:
    scene = Scene(
        "Talks broke down. Red Front mortars killed nine people in Harl.\n\nBlue Army men fired on guards in Harl."
        + " Mayors met." * others
    )
    nine, harl = scene.toll("nine people", "killed", 9, 9, "people"), scene.place("Harl")
    scene.event("killed", "shelling", toll=nine, place=harl, agent=scene.actor("Red Front", "rebel:red"))
    guards, blue = scene.actor("guards", kind="police"), scene.actor("Blue Army", "rebel:blue")
    scene.event("fired", "shelling", place=scene.place("Harl", nth=1), agent=blue, target=guards)
    for nth in range(others):
        scene.triggers.append(Trigger(scene.span("met", nth), "meeting", "actual", 0.9, 0.9))
    markup = scene.markup(sentences(scene.text))
    items = Items.of(scene.report, markup.sentences)
    found = happenings(scene.report, markup, scene.resolved, load_ontology(), items)
    assert sum(h.type()[0] == "shelling" for h in found) == (2 if others else 1)
