"""The nation before a strike is the party that strikes."""

import pytest

from tacitus import Reader
from tacitus.records.value import ActorValue


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A Russian air strike on a bakery in Aleppo killed nine people, a rescuer said.", {"RUS"}),
        ("A US drone strike killed two militants in Yemen's Shabwa province on Friday.", {"USA"}),
        ("A Turkish-made drone killed two militants near Kidal on Friday, residents said.", set()),
    ],
)
def test_whose_strike(reader: Reader, text: str, who: set[str]) -> None:
    (strike,) = [e for e in reader.read(text).events if e.type == "air_strike"]
    assert {c.value.country for c in strike.of("perpetrator") if isinstance(c.value, ActorValue)} == who
    assert sum(c.field == "killed" for c in strike.claims) == 1


def test_strikes_of_several_nations_are_several(reader: Reader) -> None:
    text = (
        "A Russian air strike on a bakery in Aleppo killed nine people, a rescuer said. Israeli air strikes hit "
        "a depot near Damascus. A US drone strike killed two militants in Yemen's Shabwa province on Friday."
    )
    assert len([e for e in reader.read(text).events if e.type == "air_strike"]) == 3
