"""Whom those who lay down their arms were of: invented cadres, and one known group."""

import pytest

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.actors.leaving import leavers, until_now
from tacitus.resolve.actors.mentions import resolve_parties
from tests.resolve.marked import TABLE


@pytest.mark.parametrize(
    ("words", "were"),
    [
        ("former woman cadre of the Front", "woman cadre of the Front"),
        ("two former officers", "two officers"),
        ("ex-commander of the Front", "commander of the Front"),
        ("surrendered rebels", "rebels"),
        ("cadre of the former Front", "cadre of the former Front"),
        ("rebels", "rebels"),
    ],
)
def test_until_now_they_were_what_they_leave(words: str, were: str) -> None:
    assert until_now(words) == were


@pytest.mark.parametrize(("deed", "actor"), [("surrender", "ucdp:303"), ("armed_attack", None)])
def test_a_former_member_who_surrenders_is_the_groups(deed: str, actor: str | None) -> None:
    text = "A former member of the Taliban stepped out."
    who, toll, told = Span(2, 30), Span(0, 30), Trigger(Span(31, 42), deed, "actual", 0.9, 0.9)
    member = Mention(who, "actor", "rebel", 0.9)
    markup = Markup((Span(0, len(text)),), (member,), (), (told,), (Link(told, "agent", member, 0.9),))
    leaving = leavers(markup)
    found, _, _ = resolve_parties(text, [member], published=None, table=TABLE, leaving=leaving)
    assert found[who].actor == actor
    found, _, _ = resolve_parties(text, [], published=None, table=TABLE, hurt=[toll], leaving=leaving)
    assert (toll in found) == (actor is not None)
