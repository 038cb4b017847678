"""Who denies a deed denies it for his side."""

import pytest

from tacitus.assemble.said.deniers import with_deniers_sides
from tacitus.records.event import Claim, Event, Said
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue

ARMY = ActorValue("gov:army", "Chadian army", "military", "TCD")
GUNNERS = ActorValue(None, "gunners", "military", "TCD")
MAN = ActorValue("person:saleh", "Saleh", "person", "TCD")


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def told(
    text: str, deed: str, denier: tuple[str, ActorValue], *others: tuple[str, str, ActorValue]
) -> list[tuple[str, str, str]]:
    """The parties of the deed, in a text in which a denial of it stands."""
    said = Said(at(text, denier[0]), denier[1])
    parties = [("perpetrator", *denier), *others]
    claims = tuple(
        Claim(words, field, value, at(text, words), said, "denied" if field == "perpetrator" else "asserted", 0.8)
        for field, words, value in parties
    )
    did, cue = at(text, deed), at(text, "denied")
    speaker = Claim("s", "speaker", denier[1], said.span, None, "asserted", 0.8)
    content = Claim("c", "content", ContentValue(event="e"), did, said, "asserted", 0.8)
    act = Event("d", "denial", "actual", 0.9, cue, (cue,), (speaker, content))
    deed_told, _ = with_deniers_sides(text, [Event("e", "shelling", "actual", 0.9, did, (did,), claims), act])
    return [(c.field, c.value.name, c.stance) for c in deed_told.claims if isinstance(c.value, ActorValue)]


@pytest.mark.parametrize(
    ("denier", "value", "name"),
    [
        ("An army spokesman", ActorValue(None, "army spokesman", "military", None), ["army"]),
        ("General Saleh", MAN, ["military"]),
        ("Spokesman Saleh", MAN, []),
        ("Envoy Saleh", MAN, ["Saleh"]),
    ],
)
def test_a_spokesman_denies_for_his_side(denier: str, value: ActorValue, name: list[str]) -> None:
    text = f"{denier} denied that the mill was shelled."
    assert [n for _, n, _ in told(text, "shelled", (denier, value))] == name


def test_who_denies_what_he_did_himself_denies_it_of_himself() -> None:
    text = "General Saleh denied that he had shelled the mill."
    assert told(text, "shelled", ("General Saleh", MAN)) == [("perpetrator", "Saleh", "denied")]


@pytest.mark.parametrize(("denier", "kept"), [(ARMY, True), (MAN, False)])
def test_his_own_men_stand_for_who_has_no_other_name(denier: ActorValue, kept: bool) -> None:
    text = "Saleh denied that shells were fired by its gunners."
    names = [n for _, n, _ in told(text, "fired", ("Saleh", denier), ("perpetrator", "its gunners", GUNNERS))]
    assert names == ([denier.name, "gunners"] if kept else ["gunners"])


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("denied that porters were killed.", "denied"),
        ("denied reports that porters had been killed in the raid.", "denied"),
        ("denied that porters were killed by its men.", "asserted"),
        ("denied that it had killed porters.", "asserted"),
    ],
)
def test_whose_death_is_denied(clause: str, stance: str) -> None:
    text = f"The army {clause}"
    porters = ("target", "porters", ActorValue(None, "porters", "civilians", "TCD"))
    assert told(text, "killed", ("The army", ARMY), porters)[-1] == ("target", "porters", stance)


def test_what_his_side_owns_up_to_he_does_not_deny() -> None:
    text = "The army shelled the ridge. An officer denied that the mill had been hit."
    denied = told(text, "hit", ("An officer", ActorValue(None, "officer", "military", "TCD")))
    assert denied == [("perpetrator", "officer", "denied")]
    did, cue = at(text, "hit"), at(text, "denied")
    officer = ActorValue(None, "officer", "military", "TCD")
    said = Said(at(text, "An officer"), officer)
    claims = (
        Claim("a", "perpetrator", ARMY, at(text, "The army"), None, "asserted", 0.8),
        Claim("b", "perpetrator", officer, said.span, said, "denied", 0.8),
    )
    act = Event(
        "d", "denial", "actual", 0.9, cue, (cue,),
        (
            Claim("s", "speaker", officer, said.span, None, "asserted", 0.8),
            Claim("c", "content", ContentValue(event="e"), did, said, "asserted", 0.8),
        ),
    )  # fmt: skip
    deed, _ = with_deniers_sides(text, [Event("e", "shelling", "actual", 0.9, did, (did,), claims), act])
    assert [c.id for c in deed.claims] == ["a"]
