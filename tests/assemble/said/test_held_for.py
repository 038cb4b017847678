"""Who says that another was responsible accuses him."""

import pytest

from tacitus.assemble.said.held_for import with_the_held
from tacitus.records.event import Claim, Event, Said
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue

FRONT = ActorValue("org:front", "River Front", "rebel", "TCD")
MAYOR = ActorValue(None, "mayor", "government", "TCD")
CALLER = ActorValue(None, "caller", "rebel", "TCD")
HEAD = "A bomb killed nine bakers. "


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def read(text: str, teller: str, value: ActorValue, *acts: Event) -> list[Event]:
    source, party = Said(at(text, teller), value), at(text, "River Front")
    bomb = at(text, "killed")
    deed = Event("e", "bombing", "actual", 0.9, bomb, (bomb,), ())
    return with_the_held(text, [deed, *acts], {party: FRONT}, lambda span: source if span == party else None)


@pytest.mark.parametrize(
    ("sentence", "accuses"),
    [
        ("The mayor said that River Front was responsible.", True),
        ("The mayor said River Front was behind the attack.", True),
        ("The mayor said River Front was probably to blame for it.", True),
        ("The mayor denied that River Front was responsible.", False),
        ("The mayor could not say whether River Front was behind it.", False),
        ("The mayor said River Front was responsible for the ferry.", False),
        ("The mayor said River Front fled.", False),
    ],
)
def test_who_says_that_another_did_it_accuses_him_of_the_last_deed(sentence: str, accuses: bool) -> None:
    found = read(HEAD + sentence, "mayor", MAYOR)
    acts = [e for e in found if e.type == "accusation"]
    told = [{c.field: c.value for c in e.claims} for e in acts]
    assert told == ([{"speaker": MAYOR, "addressee": FRONT, "content": ContentValue(event="e")}] if accuses else [])


@pytest.mark.parametrize(("teller", "value", "kind"), [
    ("mayor", MAYOR, "accusation"), ("caller", CALLER, "responsibility_claim"),
])  # fmt: skip
def test_a_claim_that_another_makes_for_it_is_an_accusation_but_a_caller_speaks_for_it(
    teller: str, value: ActorValue, kind: str
) -> None:
    text = f"{HEAD}The {teller} said River Front was behind the attack."
    cue = at(text, "said")
    speaker = Claim("s", "speaker", value, at(text, teller), None, "asserted", 0.8)
    _, act = read(text, teller, value, Event("c", "responsibility_claim", "actual", 0.8, cue, (cue,), (speaker,)))
    assert (act.id, act.type) == ("c", kind)
    assert [c.value for c in act.of("addressee")] == ([FRONT] if kind == "accusation" else [])
