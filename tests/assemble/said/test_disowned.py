"""A denial covers the denier's part in a deed, and nobody else's."""

import pytest

from tacitus.assemble.said.disowned import Disowned
from tacitus.records.markup import Link, Markup, Trigger
from tacitus.records.report import Report
from tacitus.records.span import Span
from tests.assemble.build import Scene


@pytest.mark.parametrize(
    ("text", "doer", "denied"),
    [
        ("The army denied that its men had taken part in the raid.", "its men", True),
        ("The army denied a part in the raid by a masked gunman.", "a masked gunman", False),
        ("The army denied a part in the raid by its soldiers.", "its soldiers", True),
        ("The army denied a part in the raid. It hit the rebels.", "the rebels", True),
        ("The army disputed it, saying bandits had led the raid.", "bandits", False),
    ],
)
def test_who_is_named_as_the_doer_behind_the_deed_is_not_denied(text: str, doer: str, denied: bool) -> None:
    scene = Scene(text)
    army = scene.actor("The army", "gov:army")
    other = scene.actor(doer)
    deed = Trigger(scene.span("raid"), "armed_attack", "actual", 0.9, 0.9)
    denial = Trigger(scene.span("denied" if "denied" in text else "disputed"), "denial", "actual", 0.9, 0.9)
    links = (Link(denial, "agent", army, 0.9), Link(denial, "content", deed, 0.9))
    marked = Markup((Span(0, len(text)),), (), tuple(scene.mentions), (denial, deed), links)
    disowned = Disowned.of(Report("r", text), marked, scene.actors)
    assert disowned(deed.span, other.span, scene.actors[other.span]) is denied
    assert disowned(denial.span, other.span, scene.actors[other.span]) is False
