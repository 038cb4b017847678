"""Which of the parties told for a deed stay."""

import pytest

from tacitus.assemble.sides.holders import of_another, only_rules
from tacitus.assemble.sides.parties import is_told, parties, without_the_helped, without_the_spared
from tacitus.records.event import Claim
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue, TollValue

KING = ActorValue(None, "king", "person", None)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Jets flew raids in support of the ailing king.", False),
        ("The raids were meant to prop up the king.", False),
        ("Jets flew raids in support of the army on the king.", True),
        ("Jets flew raids on the king.", True),
    ],
)
def test_for_whom_it_is_done_it_is_not_done_to(text: str, stays: bool) -> None:
    at = text.index("king")
    claim = Claim("a", "target", KING, Span(at, at + 4), None, "asserted", 0.8)
    assert bool(without_the_helped([claim], text)) is stays


@pytest.mark.parametrize(
    ("count", "stays"), [("no porters", False), ("none of the porters", True), ("nine porters", True)]
)
def test_of_whom_none_came_to_harm_are_no_target(count: str, stays: bool) -> None:
    text = f"The camp was hit, but {count} came to harm."
    at, end = text.index(count), text.index(" came")
    number = 9 if count.startswith("nine") else 0
    toll = Claim("n", "injured", TollValue(number, number, "porters"), Span(at, end), None, "asserted", 0.8)
    porters = ActorValue(None, "porters", "civilians", None)
    target = Claim("a", "target", porters, Span(end - 7, end), None, "asserted", 0.8)
    assert (target in without_the_spared([toll, target], text)) is stays


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Forces of the Union dominated by the Lake Front took Maro.", True),
        ("Forces of the Union, led by the Lake Front, took Maro.", False),
    ],
)
def test_who_only_makes_up_a_force_is_no_party_beside_it(text: str, another: bool) -> None:
    at = text.index("Lake Front")
    assert of_another(text, Span(at, at + 10)) is another


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A blast tore through the wedding of a senior member of the Lake Front.", True),
        ("Gunmen fired on the funeral of a Lake Front fighter.", True),
        ("Shells hit the funeral of a judge while the Lake Front was near.", False),
        ("A blast tore through the wedding hall and killed a member of the Lake Front.", False),
    ],
)
def test_whose_feast_it_was_did_nothing_and_was_not_hit_for_it(text: str, named: bool) -> None:
    at = text.index("Lake Front")
    assert of_another(text, Span(at, at + 10)) is only_rules(text, Span(at, at + 10)) is named


@pytest.mark.parametrize(("text", "ruled"), [("Shells hit rebel-besieged Maro.", True), ("Shells hit a rebel.", False)])
def test_who_besieges_the_town_that_is_hit_is_not_hit(text: str, ruled: bool) -> None:
    at = text.index("rebel")
    assert only_rules(text, Span(at, at + 5)) is ruled


@pytest.mark.parametrize(("words", "told"), [("monitor", True), ("a war monitor", True), ("monitored camp", False)])
def test_a_monitor_of_no_name_tells_and_is_not_hit(words: str, told: bool) -> None:
    text = f"Shelling kills nine {words}"
    at = Span(text.index(words), len(text))
    assert is_told(text, at, ActorValue(None, words, "ngo", None)) is told
    assert not is_told(text, at, ActorValue("org:monitor", words, "ngo", None))


def truce(*told: tuple[str, str]) -> list[tuple[str, str]]:
    """The fields and words that stay of a deed in Maro, told with these parties."""
    text, maro = "The army and the rebels stopped their fire in Maro.", Span(46, 50)
    spans = {words: Span(text.index(words), text.index(words) + len(words)) for _, words in told}
    values = {words: KING if words != "Maro" else ActorValue(None, words, None, None) for _, words in told}
    claims = [Claim(w, field, values[w], spans[w], None, "asserted", 0.8) for field, w in told]
    found = parties(claims, text, (), {maro: PlaceValue("Maro", precision="settlement")})
    return [(claim.field, claim.span.of(text)) for claim in found]


def test_a_town_takes_no_part_where_others_do() -> None:
    both = [("participant", "army"), ("participant", "rebels")]
    assert truce(*both, ("participant", "Maro")) == [*both, ("place", "Maro")]
    assert truce(("participant", "Maro")) == truce(("target", "Maro")) == [("place", "Maro")]
    one = [("perpetrator", "army"), ("target", "rebels")]
    assert truce(*one, ("target", "Maro")) == [*one, ("place", "Maro")]


def test_a_town_stands_for_those_in_it_where_one_side_has_nobody_else() -> None:
    for told in ([("participant", "army"), ("participant", "Maro")], [("perpetrator", "army"), ("target", "Maro")]):
        assert truce(*told) == told


def test_the_same_words_are_on_one_side() -> None:
    text = "Two bombers, one of them a woman, blew themselves up among porters at Lom."

    def claim(field: str, words: str) -> Claim:
        at = text.index(words)
        value = ActorValue(None, words, "civilians", None)
        return Claim(f"{field} {words}", field, value, Span(at, at + len(words)), None, "asserted", 0.8)

    told = [claim("perpetrator", "bombers"), claim("perpetrator", "woman"), claim("target", "bombers")]
    told.append(claim("target", "porters"))
    assert [c.id for c in parties(told, text, (), {})] == ["perpetrator bombers", "target porters"]
    # Where another is the doer, he did it to these.
    told = [claim("perpetrator", "bombers"), claim("perpetrator", "porters"), claim("target", "porters")]
    assert [c.id for c in parties(told, text, (), {})] == ["perpetrator bombers", "target porters"]


@pytest.mark.parametrize(
    ("text", "medium", "told"),
    [
        ("Lom blast kills six Lomian state TV", "Lomian state TV", True),
        ("Lom blast kills at least six state media. Men fled.", "state media", True),
        ("Lom blast kills six state TV reporters", "state TV", False),
        ("Lom blast hits state TV", "state TV", False),
    ],
)
def test_a_headlines_medium_only_tells(text: str, medium: str, told: bool) -> None:
    at = text.index(medium)
    assert is_told(text, Span(at, at + len(medium)), ActorValue(None, medium, "media", None)) is told


def test_the_fourth_is_none_beside_whom_words_name() -> None:
    text = "Three porters and a fourth were hit."
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("porters", "fourth")]
    told = [
        Claim(span.of(text), "target", ActorValue(None, span.of(text), "civilians", None), span, None, "asserted", 0.8)
        for span in spans
    ]
    assert [c.id for c in parties(told, text, (), {})] == ["porters"]
    assert [c.id for c in parties(told[1:], text, (), {})] == ["fourth"]
