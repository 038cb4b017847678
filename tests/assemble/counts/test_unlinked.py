"""Counts that no telling of the report has."""

import pytest

from tacitus import Reader
from tacitus.records.value import TollValue


@pytest.mark.parametrize(("last", "own"), [("put the toll at 11 dead", {9, 11}), ("put the toll at three dead", {9})])
def test_the_toll_is_of_what_had_as_many_dead_before(reader: Reader, last: str, own: set[int]) -> None:
    text = (
        "Car bomb kills nine at Mosul checkpoint\n\nBAGHDAD, Dec 12 - A car bomb exploded at a checkpoint in Mosul on "
        "Tuesday, killing nine people, a police colonel said.\n\nA day earlier, gunmen shot dead two election workers "
        f"in the town of Tuz Khurmatu.\n\nThe Interior Ministry later {last}."
    )
    (bombing,) = (e for e in reader.read(text).events if e.type == "bombing")
    assert {c.value.low for c in bombing.of("killed") if isinstance(c.value, TollValue)} == own


def test_a_rival_toll_is_of_the_deed_told_right_before(reader: Reader) -> None:
    text = (
        "MOSUL - A car bomb exploded at a market in Mosul on Tuesday, killing nine people, police said.\n\n"
        "TAL AFAR - A bomb planted in a garage in Tal Afar killed 22 people, the mayor said. "
        "The U.S. military put the toll at 20 dead."
    )
    first, second = (e for e in reader.read(text).events if e.type == "bombing")
    assert {c.value.low for c in first.of("killed") if isinstance(c.value, TollValue)} == {9}
    assert {c.value.low for c in second.of("killed") if isinstance(c.value, TollValue)} == {20, 22}
