"""Which of two did it is left open by words, and not settled."""

import pytest

from tacitus.assemble.assemble import assemble
from tacitus.assemble.settle import settle
from tacitus.assemble.sides.undecided import either_place, nobody_knows, undecided
from tacitus.reader.sentences import sentences
from tacitus.records.event import Claim
from tacitus.records.ontology import load
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue
from tests.assemble.build import Scene


def found(text: str, party: str, *others: str) -> bool:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (party, *others)]
    return undecided(text, Span(0, len(text)), spans[0], spans[1:])


@pytest.mark.parametrize(
    ("text", "party", "others"),
    [
        ("The raids were carried out by either Chadian or French jets.", "Chadian", ("French jets",)),
        ("The raids were carried out by either Chadian or French jets.", "French jets", ("Chadian",)),
        ("Planes from either Chad or another power bombed the ford.", "Chad", ()),
        ("Planes from either another power or from Chad bombed the ford.", "Chad", ()),
        ("It was not clear whether Chadian or other planes had bombed the ford.", "Chadian", ()),
        ("Chad and France fly there but it is not known which aircraft carried out the strike.", "France", ("Chad",)),
        (
            "It was not immediately clear who was behind the blast, though Dawn Army has claimed others.",
            "Dawn Army",
            (),
        ),
        ("It was not clear whether the raid on the ford had been carried out by Chadian planes.", "Chadian planes", ()),
        ("The clinic determines whether raids were flown or carried out by Chadian planes.", "Chadian planes", ()),
        ("The raid was flown by Chadian planes or those of an ally.", "Chadian planes", ()),
        ("Chad and the rebels accused each other of the raid on the ford.", "Chad", ("rebels",)),
        ("The raid was fatal, and Chad and the rebels traded blame for it.", "rebels", ("Chad",)),
        ("The clinic did not say whose planes hit it; Chad had flown over the town.", "Chad", ()),
    ],
)
def test_left_open(text: str, party: str, others: tuple[str, ...]) -> None:
    assert found(text, party, *others)


@pytest.mark.parametrize(
    ("text", "party", "others"),
    [
        ("Chadian and French jets bombed the ford.", "Chadian", ("French jets",)),
        ("Chad has bombed either bank of the ford or its mill.", "Chad", ()),
        ("Chadian jets bombed the ford; it was not clear whether anybody was hurt.", "Chadian jets", ()),
        ("The raid by Chadian planes hit barns or those near them.", "Chadian planes", ()),
        ("It is not known who owns the mill that the army shelled.", "army", ()),
        ("The army bombed two or three villages of the Dawn Army.", "The army", ("Dawn Army",)),
    ],
)
def test_not_left_open(text: str, party: str, others: tuple[str, ...]) -> None:
    assert not found(text, party, *others)


@pytest.mark.parametrize(("deed", "left_open"), [("strike", True), ("raids", False)])
def test_what_but_tells_of_is_known(deed: str, left_open: bool) -> None:
    text = "It is not known who carried out the strike but a clinic told of raids by Chadian jets."
    party, told = (Span(text.index(words), text.index(words) + len(words)) for words in ("Chadian jets", deed))
    assert undecided(text, Span(0, len(text)), party, (), told) == left_open
    assert nobody_knows(text, Span(0, len(text)), told) == left_open


def test_the_report_that_says_nobody_knows_who_did_it_does_not_tell_it_as_a_fact() -> None:
    scene = Scene("Army raids hit a mill. The clinic did not specify which side was behind the raids.")
    first = scene.event("raids", "air_strike", agent=scene.actor("Army", kind="military"))
    scene.same(first, scene.event("raids", "air_strike", nth=1))
    (event,), _ = assemble(scene.report, scene.markup(sentences(scene.text)), scene.resolved, load())
    assert [c.stance for c in event.of("perpetrator")] == ["alleged"]


def test_who_is_only_possible_is_not_settled() -> None:
    chad, france = (ActorValue(f"gov:{c}.military", c, "military", c) for c in ("TCD", "FRA"))
    claims = [
        Claim(str(n), "perpetrator", value, Span(n, n + 1), None, "possible", 0.8)
        for n, value in enumerate((chad, france))
    ]
    assert settle(claims, "xxxx") == ()


@pytest.mark.parametrize(
    ("between", "open_"),
    [(" or ", True), (", or in the nearby town of ", True), (" and ", False), (" or a village by ", False)],
)
def test_a_place_of_two(between: str, open_: bool) -> None:
    text = f"Shells fell in Lom{between}Dara on Monday."
    lom, dara = Span(15, 18), Span(text.index("Dara"), text.index("Dara") + 4)
    assert either_place(text, lom, [dara]) is either_place(text, dara, [lom]) is open_


@pytest.mark.parametrize(("second", "precision"), [("Ta'izz", "province"), ("Ibb", "country")])
def test_of_two_possible_places_what_holds_both_is_settled(second: str, precision: str) -> None:
    towns = [
        PlaceValue(name, "town", "YEM", province, None, 1.0, 2.0, "settlement")
        for name, province in (("Lom", "Ta'izz"), ("Dara", second))
    ]
    claims = [Claim(str(n), "place", v, Span(n, n + 1), None, "possible", 0.8) for n, v in enumerate(towns)]
    admin1 = "Ta'izz" if precision == "province" else None
    both = PlaceValue("Lom or Dara", None, "YEM", admin1, precision=precision)
    assert settle(claims, "xx")[0].values == (both,)
    sure = Claim("sure", "place", towns[1], Span(2, 3), None, "asserted", 0.3)
    assert settle([*claims, sure], "xxx")[0].values == (towns[1],)


def test_places_with_an_or_between_are_claimed_as_possible() -> None:
    scene = Scene("Shells fell in Lom or Dara on Monday.")
    scene.event("fell", "shelling", place=[scene.place("Lom"), scene.place("Dara")])
    ((event,), _) = assemble(scene.report, scene.markup([Span(0, len(scene.text))]), scene.resolved, load())
    assert [c.stance for c in event.of("place")] == ["possible", "possible"]
