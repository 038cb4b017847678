"""Who answers a deed, and did not do it."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Rebels retaliated for the killing of a driver.", []),
        ("Rebels burned a bus in revenge for the army's killing of a driver.", []),
        ("Rebels held a march to protest against the killing of a driver.", []),
        ("Rebels avenged the killing of a driver.", []),
        ("Rebels answered by killing a driver.", ["Rebels"]),
        ("Rebels retaliated for a raid by killing a driver.", ["Rebels"]),
        ("Villagers protested over the killing by Rebels of a driver.", ["Rebels"]),
    ],
)
def test_who_answers_a_deed_did_not_do_it(text: str, doers: list[str]) -> None:
    scene = Scene(text)
    rebels, driver = scene.actor("Rebels"), scene.actor("driver", kind="civilians")
    scene.event("killing", "armed_attack", agent=rebels, victim=driver)
    events, _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [c.span.of(text) for c in events[0].of("perpetrator")] == doers
