"""Verbal acts stand under who performs them, not under whom somebody else tells of."""

from dataclasses import replace

import pytest

from tacitus.assemble.said.spoken_for import spoken_for
from tacitus.records.event import Claim, Event, Said
from tacitus.records.span import Span
from tacitus.records.value import ActorValue

FRONT = ActorValue("org:front", "River Front", "rebel", "TCD")
ARMY = ActorValue("gov:army", "the army", "military", "TCD")


def claim(text: str, field: str, words: str, value: ActorValue, said_by: Said | None = None) -> Claim:
    at = text.index(words)
    return Claim(f"{field}{at}", field, value, Span(at, at + len(words)), said_by, "asserted", 0.9)


def act(text: str, kind: str, trigger: str, *claims: Claim) -> Event:
    span = Span(text.index(trigger), text.index(trigger) + len(trigger))
    return Event("e", kind, "actual", 0.9, span, (span,), claims)


def army(text: str) -> Said:
    at = text.index("the army")
    return Said(Span(at, at + 8), ARMY)


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("River Front bears responsibility for it, the army said.", "responsibility", "accusation"),
        ("River Front was behind the fire, the army said.", "behind", "accusation"),
        ("River Front took responsibility for it, the army said.", "responsibility", "responsibility_claim"),
    ],
)
def test_whom_another_calls_responsible_claims_nothing(text: str, trigger: str, kind: str) -> None:
    told = act(text, "responsibility_claim", trigger, claim(text, "speaker", "River Front", FRONT, army(text)))
    (mended,) = spoken_for(text, [told])
    assert mended.type == kind
    if kind == "accusation":
        assert [(c.field, c.value) for c in mended.claims] == [("addressee", FRONT), ("speaker", ARMY)]
        assert all(c.span.of(text) == ("the army" if c.field == "speaker" else "River Front") for c in mended.claims)


def test_who_claims_it_himself_claims_it() -> None:
    text = "River Front said it bore responsibility for it."
    own = Said(Span(0, len("River Front")), FRONT)
    told = act(text, "responsibility_claim", "responsibility", claim(text, "speaker", "River Front", FRONT, own))
    assert spoken_for(text, [told]) == [told]


@pytest.mark.parametrize("both", [True, False])
def test_whose_claims_are_called_false_denies_nothing(both: bool) -> None:
    text = "River Front's claims of a raid are false, the army said."
    speakers = [claim(text, "speaker", "River Front", FRONT, army(text))]
    if both:
        speakers.append(claim(text, "speaker", "the army", ARMY))
    (mended,) = spoken_for(text, [act(text, "denial", "false", *speakers)])
    assert [(c.value, c.span.of(text)) for c in mended.of("speaker")] == [(ARMY, "the army")]


def test_a_speakers_own_men_are_of_his_country() -> None:
    text = "Shells fell on our troops, the army said."
    troops = claim(text, "target", "our troops", ActorValue(None, "troops", "military", "SDN"), army(text))
    (mended,) = spoken_for(text, [act(text, "shelling", "fell", troops)])
    assert [c.value for c in mended.of("target")] == [ActorValue(None, "troops", "military", "TCD")]
    theirs = replace(troops, span=Span(text.index("troops"), text.index("troops") + 6))
    assert spoken_for(text, [act(text, "shelling", "fell", theirs)])[0].claims == (theirs,)
