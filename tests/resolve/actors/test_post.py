"""The post behind a name: invented people."""

from tests.resolve.marked import read

SET_IN = "Chad, Chad. The mill at Chad's Lake Fitri burned. "


def country(sentence: str) -> str | None:
    """The country of the one person told of, in a report about Chad."""
    return read(SET_IN + sentence, label="person")[0].country


def test_who_has_no_post_elsewhere_is_of_the_reports_country() -> None:
    assert country("[Omar Belo] wept.") == "TCD"
    assert country("[Omar Belo], a miller, wept.") == "TCD"


def test_a_post_abroad_tells_the_country() -> None:
    assert country("[Omar Belo], the governor of Ghana's Volta region, came.") == "GHA"
    assert country("[Omar Belo], 41, a Ghanaian judge, came.") == "GHA"


def test_the_envoy_of_a_body_of_no_country_is_of_none() -> None:
    assert country("[Omar Belo], the U.N. special envoy, came.") is None
    assert country("[Omar Belo, the new U.N. envoy], came.") is None


def test_who_speaks_behind_a_name_is_not_who_was_named() -> None:
    assert country("Boys hailed [Omar Belo], a Ghanaian judge said.") == "TCD"
    assert country("Boys of [Omar Belo], accused Ghana of a raid.") == "TCD"


def test_a_post_before_the_name_may_be_of_another_country() -> None:
    assert country("U.N. [General Omar Belo] came.") == "TCD"  # the reader saw the name alone
    assert country("[UN General Omar Belo] came.") is None
    assert country("[U.S. ENVOY OMAR BELO] came.") in (None, "USA")
    assert country("[Coalition spokesman Col. Omar Belo] spoke.") is None
