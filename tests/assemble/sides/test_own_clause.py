"""A verb has the object of its own clause."""

import pytest

from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.sides.own_clause import with_own_clauses
from tacitus.records.markup import Mention, Trigger
from tacitus.records.span import Span


def telling(text: str, word: str, kind: str, **roles: str) -> Telling:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    found = Telling(Trigger(at(word), kind, "actual", 0.9, 0.9), 0)
    for role, names in roles.items():
        found.roles[role] = [(Mention(at(w), "actor", None, 0.9), 0.9) for w in names.split("|")]
    return found


@pytest.mark.parametrize(
    ("text", "behind", "left"),
    [
        ("Guards freed nine cooks and held two thieves.", "two thieves", ["two thieves"]),
        ("Guards freed nine cooks at sea and then held two thieves.", "two thieves", ["two thieves"]),
        ("Guards freed nine cooks and held two of them.", "two of them", ["nine cooks", "two of them"]),
        ("Guards freed nine cooks who fled and held two thieves.", "two thieves", ["nine cooks", "two thieves"]),
    ],
)
def test_the_object_before_and_is_not_that_of_the_verb_behind_it(text: str, behind: str, left: list[str]) -> None:
    first = telling(text, "freed", "release", target="nine cooks")
    second = telling(text, "held", "arrest", target=f"nine cooks|{behind}")
    with_own_clauses(text, [first, second])
    assert [s.of(text) for s in second.spans("target")] == left
    assert [s.of(text) for s in first.spans("target")] == ["nine cooks"]


def test_a_verb_without_an_object_of_its_own_shares_the_first_ones() -> None:
    text = "Guards beat and held two thieves, or freed nine cooks and held on."
    first = telling(text, "freed", "release", target="nine cooks")
    second = Telling(Trigger(Span(text.rindex("held"), text.rindex("held") + 4), "arrest", "actual", 0.9, 0.9), 0)
    second.roles["target"] = list(first.roles["target"])
    with_own_clauses(text, [first, second])
    assert second.roles["target"]


@pytest.mark.parametrize(
    ("whose", "left"),
    [("The family of Omar, whose arrest set off riots", []), ("The men of Omar, whose arrest set off riots", ["men"])],
)
def test_whose_tells_of_no_relative(whose: str, left: list[str]) -> None:
    text = f"{whose}, fled."
    found = telling(text, "arrest", "arrest", target=whose.split(",")[0])
    with_own_clauses(text, [found])
    assert [s.of(text).split()[1] for s in found.spans("target")] == left


@pytest.mark.parametrize(("subject", "left"), [("They", []), ("Guards", ["Omar"])])
def test_who_has_his_subject_before_him_is_not_who_tells_it(subject: str, left: list[str]) -> None:
    text = f'"{subject} accused us of theft," Omar said.'
    found = telling(text, "accused", "accusation", agent="Omar")
    with_own_clauses(text, [found])
    assert [s.of(text) for s in found.spans("agent")] == left


@pytest.mark.parametrize(
    ("text", "deed", "stays"),
    [
        ("Marshal Belo hit a field from which a gas attack was launched.", "attack", False),
        ("Marshal Belo held the hill from which rockets were fired.", "fired", False),
        ("Marshal Belo stormed the hut in which nine men were killed.", "killed", True),
        ("Marshal Belo left the hill from which he fired rockets.", "fired", True),
        ("Marshal Belo launched the attack from a field which was his.", "attack", True),
    ],
)
def test_a_clause_on_the_thing_hit_has_other_doers(text: str, deed: str, stays: bool) -> None:
    found = telling(text, deed, "armed_attack", agent="Marshal Belo")
    with_own_clauses(text, [found])
    assert bool(found.spans("agent")) is stays


def test_who_stops_an_attempt_by_others_does_not_do_it() -> None:
    text = "Rebels repelled attempts by army units to overrun the mill."
    found = telling(text, "overrun", "territory_seized", agent="Rebels|army units")
    with_own_clauses(text, [found])
    assert [s.of(text) for s in found.spans("agent")] == ["army units"]
