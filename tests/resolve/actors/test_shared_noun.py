"""Towns that share the noun of their forces: invented names."""

import pytest

from tacitus.records.span import Span
from tacitus.records.value import ActorValue
from tacitus.resolve.actors.shared_noun import with_shared_nouns


def kinds(text: str, *parties: tuple[str, str | None]) -> list[str | None]:
    values = {}
    for words, kind in parties:
        at = text.index(words)
        values[Span(at, at + len(words))] = ActorValue(None, words, kind, "TCD")
    return [value.kind for value in with_shared_nouns(text, values, {"Lom", "Dara", "Bel"}.__contains__).values()]


@pytest.mark.parametrize(
    ("text", "parties", "told"),
    [
        ("held by Lom and Dara Police", [("Lom", "rebel"), ("Dara Police", "police")], ["police"] * 2),
        ("Bel, Lom and Dara police", [("Bel", "rebel"), ("Lom", "rebel"), ("Dara police", "police")], ["police"] * 3),
        ("a fight between Lom and Dara Police", [("Lom", "rebel"), ("Dara Police", "police")], ["rebel", "police"]),
        ("held by Sako and Dara Police", [("Sako", "rebel"), ("Dara Police", "police")], ["rebel", "police"]),
        ("Lom and the police", [("Lom", "rebel"), ("police", "police")], ["rebel", "police"]),
        ("Lom fought Dara Police", [("Lom", "rebel"), ("Dara Police", "police")], ["rebel", "police"]),
    ],
)
def test_a_town_beside_the_police_of_another_has_one_too(
    text: str, parties: list[tuple[str, str | None]], told: list[str | None]
) -> None:
    assert kinds(text, *parties) == told
