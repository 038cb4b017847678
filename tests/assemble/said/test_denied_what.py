"""What a denial denies that names nothing."""

import pytest

from tacitus.assemble.said.denied_what import with_what_is_denied
from tacitus.records.event import Claim, Event
from tacitus.records.span import Span
from tacitus.records.value import ContentValue


def event(text: str, id_: str, kind: str, word: str, content: str | None = None) -> Event:
    at = Span(text.index(word), text.index(word) + len(word))
    claims = (Claim("c", "content", ContentValue(event=content), at, None, "asserted", 0.9),) if content else ()
    return Event(id_, kind, "actual", 0.9, at, (at,), claims)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Gunmen raided the mill. The Front denied any role.", "raid"),
        ("Gunmen raided the mill. The Front denied the claim.", "raid"),
        ("Gunmen raided the mill. The Front denied losing any men.", "raid"),
        ("Gunmen raided the mill. The Front denied that any of its men were killed.", "raid"),
        ("Gunmen raided the mill, which the Front denied.", "raid"),
        ("Gunmen raided the mill. The Front denied reports of a split.", None),
        ("Gunmen raided the mill. The Front denied that talks were held.", None),
        ("Gunmen raided the mill. One. Two. Three. Four. The Front denied it.", None),
    ],
)
def test_a_denial_that_points_back_is_of_the_last_deed(text: str, denied: str | None) -> None:
    told = with_what_is_denied(
        text, [event(text, "raid", "armed_attack", "raided"), event(text, "no", "denial", "denied")]
    )
    assert [c.value.event for c in told[1].of("content") if isinstance(c.value, ContentValue)] == [denied] * bool(
        denied
    )


def test_a_charge_denied_is_the_one_that_was_made() -> None:
    text = "Gunmen raided the mill. Chad accused Mali of arming them. A bomb hit the ford. Mali denied the charge."
    events = [
        event(text, "raid", "armed_attack", "raided"),
        event(text, "charge", "accusation", "accused", "arms"),
        event(text, "arms", "aid", "arming"),
        event(text, "no", "denial", "denied"),
    ]
    told = with_what_is_denied(text, events)
    assert [c.value.event for c in told[3].of("content") if isinstance(c.value, ContentValue)] == ["arms"]
