"""What went on for days is not the deed of one day, though the same jets did it."""

import pytest

from tacitus.assemble.at_large import at_large
from tacitus.assemble.items import Items
from tacitus.assemble.tellings import tellings
from tacitus.reader.sentences import sentences
from tests.assemble.build import Scene

HEAD = "Jets struck the harbour of Kidal on Monday, a porter said. It was noon. "


def parted(scene: Scene) -> bool:
    markup = scene.markup(sentences(scene.text))
    found = tellings(scene.report, markup, Items.of(scene.report, markup.sentences))
    return bool(list(at_large(scene.text, markup, found, scene.resolved)))


@pytest.mark.parametrize(
    ("sentence", "trigger", "large"),
    [
        ("Raids on the town have intensified.", "Raids", True),
        ("In recent weeks jets have bombed mills and markets.", "bombed", True),
        ("The air force regularly bombed the town.", "bombed", True),
        ("Raids on the town killed porters over the past four weeks.", "killed", True),
        ("Since the rains began bakers have been killed there.", "killed", True),
        ("The jets bombed a mill that had stood idle since May.", "bombed", False),
        ("It was the deadliest raid on the town since May.", "raid", False),
        ("A shell killed porters who had fled in recent weeks.", "killed", False),
        ("The jets bombed the town since last night.", "bombed", False),
        ("Bakers were among those killed over the past four weeks.", "killed", False),
    ],
)
def test_days_at_large(sentence: str, trigger: str, large: bool) -> None:
    scene = Scene(HEAD + sentence)
    scene.event("struck", "air_strike", time=scene.time("Monday", "2016-08-29"))
    scene.event(trigger, "air_strike")
    assert parted(scene) is large


def test_without_a_day_or_a_count_it_may_be_told_of_them() -> None:
    scene = Scene("Jets struck mills. It was noon. In recent weeks jets have bombed mills and markets.")
    scene.event("struck", "air_strike")
    scene.event("bombed", "air_strike")
    assert not parted(scene)


@pytest.mark.parametrize(("count", "apart"), [(30, True), (61, False)])
def test_other_people_are_counted(count: int, apart: bool) -> None:
    scene = Scene(f"Jets killed {count} porters in Kidal. It was noon. Since May 61 porters have been killed there.")
    killed = scene.toll(f"{count} porters", "killed", count, count, "porters")
    scene.event("killed", "air_strike", toll=killed)
    all_killed = scene.toll("61 porters", "killed", 61, 61, "porters", nth=int(count == 61))
    scene.event("killed", "air_strike", toll=all_killed, nth=1)
    assert parted(scene) is apart


def test_the_next_sentence_goes_on_with_them() -> None:
    scene = Scene("Raids have intensified since May. The raids killed 61 porters.")
    scene.event("Raids", "air_strike")
    scene.event("killed", "air_strike", toll=scene.toll("61 porters", "killed", 61, 61, "porters"))
    assert not parted(scene)


def test_a_headline_is_of_the_days_that_its_lead_tells_of() -> None:
    scene = Scene("Jets kill 61 porters. Raids on Kidal have intensified, a nurse said.")
    scene.event("kill", "air_strike", toll=scene.toll("61 porters", "killed", 61, 61, "porters"))
    scene.event("Raids", "air_strike")
    assert not parted(scene)
