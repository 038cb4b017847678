"""Parties that only stand beside a deed."""

import pytest

from tacitus.assemble.bystanders import beside
from tacitus.records.markup import Trigger
from tacitus.records.span import Span


@pytest.mark.parametrize(
    ("text", "kind", "is_beside"),
    [
        ("The army declined to comment on the raid, in which two died.", "armed_attack", True),
        ("The army was still investigating the raid on the mill.", "armed_attack", True),
        ("The army had no immediate comment on the raid.", "armed_attack", True),
        ("The army was still investigating the raid on the mill.", "investigation", False),
        ("The army led the raid and declined to comment.", "armed_attack", False),
    ],
)
def test_who_only_speaks_or_asks_of_a_deed_did_not_do_it(text: str, kind: str, is_beside: bool) -> None:
    deed = Span(text.index("raid"), text.index("raid") + 4)
    party = Span(4, 8)
    assert beside(text, Span(0, len(text)), Trigger(deed, kind, "actual", 0.9, 0.9), party) is is_beside
