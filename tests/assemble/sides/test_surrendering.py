"""Who surrenders: those who are counted, where the reader linked persons alone."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("kind", "told"), [("rebel", ["members of the Lake Front", "Ali Khan"]), ("civilians", ["Ali Khan"])]
)
def test_the_side_of_those_who_are_counted_gave_up(kind: str, told: list[str]) -> None:
    scene = Scene("Six members of the Lake Front, Omar Said and Ali Khan, surrendered in Lom.")
    toll = scene.toll("Six members of the Lake Front", "surrendered", 6, 6, "members")
    scene.actor("members of the Lake Front", kind=kind)
    scene.event("surrendered", "surrender", agent=scene.actor("Ali Khan", kind="person"), toll=toll)
    (event,), _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [c.span.of(scene.text) for c in event.of("perpetrator")] == told
