"""Two deeds of one sentence: whose the doers, weapons and targets are."""

import pytest

from tacitus.assemble.grouping.tellings import Telling, tellings
from tacitus.assemble.items import Items
from tacitus.assemble.sides.subordinate import two_deeds, with_clauses
from tacitus.records.markup import Markup
from tacitus.records.span import Span
from tests.assemble.build import Scene

VIOLENT = frozenset({"shelling", "air_strike", "execution", "territory_seized", "destruction", "armed_clash"})


def read(scene: Scene) -> tuple[Markup, list[Telling]]:
    markup = scene.markup([Span(0, len(scene.text))])
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    return markup, list(with_clauses(scene.text, markup, found, VIOLENT))


def told(scene: Scene, role: str) -> list[list[str]]:
    _, found = read(scene)
    ordered = sorted(found, key=lambda t: t.trigger.span)
    return [sorted(span.of(scene.text) for span in t.spans(role)) for t in ordered]


def two(scene: Scene) -> int:
    markup, found = read(scene)
    return len(set(two_deeds(scene.text, markup, found, VIOLENT)))


def struck_after(lead: str, joint: str = "after") -> Scene:
    """An air strike behind which another clause tells that rebels fired rockets, all linked to both."""
    scene = Scene(f"{lead} on Lom {joint} rebels fired rockets into Dara.")
    rebels, rockets = scene.actor("rebels"), scene.weapon("rockets", "rocket")
    scene.event("assault", "air_strike", agent=rebels, weapon=rockets)
    scene.event("fired", "shelling", agent=rebels, weapon=rockets)
    return scene


@pytest.mark.parametrize("joint", ["after", "since", "while", "as"])
def test_what_a_clause_tells_is_its_own(joint: str) -> None:
    scene = struck_after("There was a government aerial assault", joint)
    assert told(scene, "agent") == [[], ["rebels"]]
    assert told(scene, "weapon") == [[], ["rockets"]]
    assert two(scene) == (joint in ("after", "since"))


def test_who_has_no_doer_of_his_own_keeps_the_clauses() -> None:
    assert told(struck_after("There was an aerial assault"), "agent") == [["rebels"], ["rebels"]]


def test_a_clause_at_the_head_ends_at_its_comma() -> None:
    scene = Scene("After rebels fired rockets into Lom, army jets struck Dara.")
    rebels, jets = scene.actor("rebels"), scene.actor("army jets", kind="military")
    scene.event("fired", "shelling", agent=rebels)
    scene.event("struck", "air_strike", agent=[jets, rebels])
    assert told(scene, "agent") == [["rebels"], ["army jets"]]
    assert two(scene) == 1


def test_who_stands_before_a_clause_did_not_do_its_deed() -> None:
    scene = Scene("Loyalists have held out since rebels seized the east.")
    both = [scene.actor("rebels"), scene.actor("Loyalists", kind="military")]
    scene.event("seized", "territory_seized", agent=both)
    assert told(scene, "agent") == [["rebels"]]


def test_who_is_behind_anothers_by_did_that() -> None:
    scene = Scene("The mill taken by soldiers was burned by rebels.")
    both = [scene.actor("rebels"), scene.actor("soldiers", kind="military")]
    scene.event("burned", "destruction", agent=both)
    assert told(scene, "agent") == [["rebels"]]


@pytest.mark.parametrize(("joint", "deeds"), [("after", 2), ("with", 1)])
def test_who_shells_after_the_strikes_answers_them(joint: str, deeds: int) -> None:
    scene = Scene(f"Rebels shelled a base with mortars {joint} the heavy strikes.")
    mortars, base = scene.weapon("mortars", "mortar"), scene.site("base")
    scene.event("shelled", "shelling", agent=scene.actor("Rebels"), weapon=mortars, target=base)
    scene.event("strikes", "air_strike", weapon=mortars, target=base)
    assert two(scene) == deeds - 1
    assert told(scene, "weapon")[1] == ([] if deeds == 2 else ["mortars"])
    assert told(scene, "target")[1] == ([] if deeds == 2 else ["base"])


@pytest.mark.parametrize(
    "joint", ["before being", "before he was", "and was then", "after having been", "until he was finally"]
)
def test_who_acts_is_done_to_in_the_clause_behind(joint: str) -> None:
    scene = Scene(f"The gunman burned two mills {joint} executed by police in Lom.")
    gunman, police = scene.actor("gunman", kind="gunmen"), scene.actor("police", kind="police")
    mills, toll = scene.actor("two mills"), scene.toll("The gunman", "killed", 1, 1)
    scene.event("burned", "destruction", agent=police, target=[mills, gunman], toll=toll)
    scene.event("executed", "execution", agent=police, target=[gunman, mills])
    assert told(scene, "agent") == [["gunman"], ["police"]]
    assert told(scene, "target") == [["two mills"], ["gunman"]]
    assert told(scene, "toll")[0] == []
    assert two(scene) == 1


def test_whom_a_passive_clause_names_nowhere_is_the_subject() -> None:
    scene = Scene("A rebel burned two mills before being executed with his sons in Lom.")
    rebel, sons = scene.actor("rebel"), scene.actor("his sons")
    scene.event("burned", "destruction", target=[rebel, scene.actor("two mills")])
    scene.event("executed", "execution", agent=rebel, target=sons)
    assert told(scene, "agent") == [["rebel"], []]
    assert told(scene, "target") == [["two mills"], ["his sons", "rebel"]]


def test_who_died_did_nothing() -> None:
    scene = Scene("The mayor died after being executed by police in Lom.")
    mayor, police = scene.actor("mayor", kind="person"), scene.actor("police", kind="police")
    scene.event("died", "execution", agent=police, target=mayor)
    scene.event("executed", "execution", agent=police, target=mayor)
    assert told(scene, "agent") == [["police"], ["police"]]
    assert two(scene) == 0


@pytest.mark.parametrize(
    ("end", "targets", "deeds"),
    [
        ("before guards shelled them", [["porters"], ["Rebels"]], 1),
        ("but guards killed two of them", [["porters"], ["Rebels"]], 1),
        ("before guards shelled him", [["porters"], ["porters"]], 0),
        ("before they shelled them", [["porters"], ["porters"]], 0),
    ],
)
def test_he_whom_others_turn_on_is_who_did_what_is_told_before(end: str, targets: list[list[str]], deeds: int) -> None:
    scene = Scene(f"Rebels bombarded nine porters in Lom {end}.")
    rebels, porters = scene.actor("Rebels"), scene.actor("porters", kind="civilians")
    others = scene.actor("they" if "they" in end else "guards", kind="military")
    verb = "shelled" if "shelled" in end else "killed"
    scene.event("bombarded", "shelling", agent=rebels, target=porters)
    scene.event(verb, "shelling", agent=others, target=porters)
    assert told(scene, "target") == targets
    assert two(scene) == deeds
