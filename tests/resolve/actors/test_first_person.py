"""What "we" and "our men" are a part of, and for whom a person says them: invented parties and people."""

import re
from datetime import date

import pytest

from tacitus.records.markup import Mention
from tacitus.records.report import Report
from tacitus.records.resolved import Ours
from tacitus.records.span import Span
from tacitus.resolve.actors.first_person import first_person
from tacitus.resolve.actors.mentions import resolve_actors
from tests.resolve.marked import TABLE

DAY = date(2009, 5, 3)


def known(marked: str) -> tuple[str, Ours]:
    text, mentions = "", []
    for piece in re.split(r"(\[[^\]]*\])", marked):
        if not piece.startswith("["):
            text += piece
            continue
        words, _, kind = piece.strip("[]").rpartition(":")
        mentions.append(Mention(Span(len(text), len(text) + len(words)), "actor", kind, 1.0))
        text += words
    values = resolve_actors(text, mentions, published=DAY, table=TABLE)
    return text, first_person(Report("r", text, published=DAY), mentions, values, TABLE)


@pytest.mark.parametrize(
    ("marked", "part"),
    [
        ("[We:rebel] hit Oru.", ""),
        ("[Our fighters:rebel] hit Oru.", "military"),
        ("A [group of our fighters:rebel] hit Oru.", "military"),
        ("They hit our [men:police] at Oru.", "military"),
        ("[Our brave policemen:police] hit Oru.", "police"),
        ("[Your brothers:rebel] hit Oru; we fled.", "yours"),
        ("The [mujahideen:rebel] hit Oru; we fled.", "praised"),
        # what is no party's forces
        ("They hit [our villagers:civilians].", None),
        ("They shot [our leader:person].", None),
        ("[Our allies:rebel] hit Oru.", None),
        ("They rang [your mother:civilians]; we fled.", None),
        ("The [US:state] hit Oru.", None),
    ],
)
def test_what_part_it_is(marked: str, part: str | None) -> None:
    assert next(iter(known(marked)[1].parts.values()), None) == part


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[We:rebel] hit it, said [Omar Said:person], a [commander of the Taliban:rebel].", "ucdp:303"),
        ("[We:rebel] hit it, said [Taliban spokesman:rebel] [Omar Said:person].", "ucdp:303"),
        ("[We:rebel] hit it, said [President Barack Obama:person] of America.", "gov:USA"),
        ("[We:rebel] hit it, said [police commissioner Omar Said:police] of Chad's capital, Chad.", "gov:TCD.police"),
        # neighbours, and who has left
        ("[We:rebel] fled, said [Omar Said:person], a [former commander of the Taliban:rebel].", None),
        ("[We:civilians] fled, said [Omar Said:person], a farmer whom [Taliban:rebel] men robbed.", None),
    ],
)
def test_for_whom_a_person_speaks(marked: str, expected: str | None) -> None:
    text, found = known(marked)
    party = next((v.actor for s, v in found.behind.items() if "Said" in s.of(text) or "Obama" in s.of(text)), None)
    assert party == expected


def test_a_caller_speaks_for_whom_he_names() -> None:
    text = "A man who said he spoke for the Taliban said: we hit it."
    inner, outer = text.index("Taliban"), text.index("man who")
    mentions = [
        Mention(Span(outer, inner + 7), "actor", "rebel", 1.0),
        Mention(Span(inner, inner + 7), "actor", "rebel", 1.0),
        Mention(Span(text.index("we hit"), text.index("we hit") + 2), "actor", "rebel", 1.0),
    ]
    values = resolve_actors(text, mentions, published=DAY, table=TABLE)
    found = first_person(Report("r", text, published=DAY), mentions, values, TABLE)
    assert found.behind[mentions[0].span].actor == "ucdp:303"


def test_a_command_is_whose_it_is() -> None:
    text = "Communique of the General Command of the Sudan Liberation Army\n\nA post fell near Kutum in Sudan."
    at = text.index("General")
    mention = Mention(Span(at, text.index("\n")), "actor", "rebel", 1.0)
    values = resolve_actors(text, [mention], published=DAY, table=TABLE)
    found = first_person(Report("r", text, published=DAY), [mention], values, TABLE)
    assert found.issuer and found.issuer.actor.actor == "ucdp:469"
