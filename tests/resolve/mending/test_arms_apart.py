"""Arms of two kinds in one mention."""

import pytest

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.mending.arms_apart import with_arms_apart


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("dynamite and machetes", ["dynamite", "machetes"]),
        ("mortar and machine-gun fire", ["mortar", "machine-gun fire"]),
        ("knives, grenades and a shotgun", ["knives", "grenades", "a shotgun"]),
        ("pistols and rifles", ["pistols and rifles"]),
        ("car and truck bombs", ["car and truck bombs"]),
        ("fire and explosives", ["fire and explosives"]),
        ("a car bomb", ["a car bomb"]),
    ],
)
def test_two_kinds_are_two_mentions(words: str, parts: list[str]) -> None:
    text = f"Men with {words} came to Lom."
    mention = Mention(Span(9, 9 + len(words)), "weapon", None, 0.9)
    trigger = Trigger(Span(text.index("came"), text.index("came") + 4), "armed_attack", "actual", 0.9, 0.9)
    markup = Markup((Span(0, len(text)),), (mention,), (), (trigger,), (Link(trigger, "weapon", mention, 0.8),))
    found = with_arms_apart(text, markup)
    assert [m.span.of(text) for m in found.mentions] == parts
    assert [x.tail.span.of(text) for x in found.links if x.role == "weapon"] == parts
