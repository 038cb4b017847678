"""Words for a land that only tell where something was."""

import pytest

from tacitus.assemble.sides.only_there import only_there
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

CHAD = ActorValue("state:TCD", "Chad", "state", "TCD")
ARMY = ActorValue("gov:TCD.military", "Chadian army", "military", "TCD")
KNOWN = ActorValue("org:dawn", "Dawn", "rebel", "TCD")


@pytest.mark.parametrize(
    ("text", "words", "value", "there"),
    [
        ("Rebel shelling on the capital Ndjamena killed nine.", "Ndjamena", CHAD, True),
        ("Raids on the city of Ndjamena killed nine.", "Ndjamena", CHAD, True),
        ("A truce in Chad began.", "Chad", CHAD, True),
        ("Raids on a Chadian town killed nine.", "Chadian", ARMY, True),
        ("Nine died in Chad's raids.", "Chad", CHAD, False),
        ("Nine died in Chadian air raids.", "Chadian", ARMY, False),
        ("Nine died in raids from Chad.", "Chad", CHAD, False),
        ("Chad bombed the ford.", "Chad", CHAD, False),
        ("Nine Killed in Regime Raids", "Regime", ActorValue(None, "Regime", "state", None), False),
        ("The fight in Dawn territory went on.", "Dawn", KNOWN, False),
    ],
)
def test_a_land_behind_in_is_a_place(text: str, words: str, value: ActorValue, there: bool) -> None:
    start = text.index(words)
    assert only_there(text, Span(start, start + len(words)), value) == there
