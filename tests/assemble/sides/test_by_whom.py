"""Who stands behind the "by" of a deed."""

import pytest

from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.sides.by_whom import with_those_behind_by
from tacitus.records.markup import Mention, Trigger
from tacitus.records.span import Span


@pytest.mark.parametrize(
    ("text", "deed", "doers"),
    [
        ("Nine cooks were held by the Front in Lom.", "held", ["Front"]),
        ("Nine cooks were held near the Front in Lom.", "held", []),
        ("The shelling by the Front went on.", "shelling", []),
    ],
)
def test_who_stands_behind_by_did_it(text: str, deed: str, doers: list[str]) -> None:
    at = text.index(deed)
    told = Telling(Trigger(Span(at, at + len(deed)), "abduction", "actual", 0.9, 0.9), 0)
    front = text.index("Front")
    with_those_behind_by(text, [Mention(Span(front, front + 5), "actor", "rebel", 0.9)], [told])
    assert [s.of(text) for s in told.spans("agent")] == doers
