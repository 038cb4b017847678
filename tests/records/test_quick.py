"""Dataclasses that are made quickly are those they were."""

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from tacitus.records.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Ford:
    """A place to cross at."""

    name: str
    depth: int = 1


def test_it_takes_its_fields_in_order_or_by_name_and_knows_what_is_left_out() -> None:
    assert Ford("Harl") == Ford(name="Harl", depth=1) == replace(Ford("Maran"), name="Harl")
    assert repr(Ford("Harl", 2)).endswith("Ford(name='Harl', depth=2)")
    assert hash(Ford("Harl")) == hash(Ford("Harl", 1))


def test_it_stays_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Ford("Harl").depth = 3  # type: ignore[misc]


def test_what_it_lacks_is_missed() -> None:
    with pytest.raises(TypeError, match="name"):
        Ford()  # type: ignore[call-arg]
