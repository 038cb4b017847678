"""Clock times get the offset of the place of their event, if it has one."""

import pytest

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.records.value import PlaceValue, TimeValue
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.times.zones import country_zones, zoned, zoned_times, zones_of

ISO2 = {"AFG": "AF", "IRQ": "IQ", "SRB": "RS", "COD": "CD", "UKR": "UA", "RUS": "RU", "USA": "US", "CHN": "CN"}
ISO3 = {two: three for three, two in ISO2.items()}


def place(country: str, province: str | None = None) -> PlaceValue:
    return PlaceValue("somewhere", country=country, admin1=province)


@pytest.mark.parametrize(
    ("clock", "where", "expected"),
    [
        ("2021-02-15T09:25", [place("AFG")], "2021-02-15T09:25+04:30"),
        ("2014-07-01T06:00", [place("IRQ", "Basra")], "2014-07-01T06:00+03:00"),
        ("1999-04-02T23:10", [place("SRB")], "1999-04-02T23:10+02:00"),  # summer time
        ("2014-07-01T06:00", [place("COD")], "2014-07-01T06:00"),  # two zones
        ("2014-07-01T06:00", [place("COD", "North Kivu")], "2014-07-01T06:00+02:00"),
        ("2014-07-01T06:00", [place("COD", "Kinshasa")], "2014-07-01T06:00+01:00"),
        ("2014-07-01T06:00", [place("COD", "Kinshasa"), place("COD", "Ituri")], "2014-07-01T06:00"),
        ("2022-07-01T06:00", [place("UKR", "Donetsk"), place("UKR", "Kharkiv")], "2022-07-01T06:00+03:00"),
        ("2022-12-01T06:00", [place("UKR", "Donetsk"), place("UKR", "Crimea")], "2022-12-01T06:00"),
        ("2010-12-01T06:00", [place("UKR", "Nowhere")], "2010-12-01T06:00+02:00"),  # Crimea was not yet apart
        ("2021-02-15T09:25", [place("RUS", "Novosibirsk Oblast")], "2021-02-15T09:25+07:00"),
        ("2021-02-15T09:25", [place("USA", "Tennessee")], "2021-02-15T09:25"),  # a line runs through it
        ("2021-02-15T09:25", [place("CHN", "Xinjiang")], "2021-02-15T09:25"),  # two clocks
        ("2014-07-01T06:00Z", [place("AFG")], "2014-07-01T06:00Z"),  # told
        ("2014-07-01", [place("AFG")], "2014-07-01"),
        ("2014-07-01T06:00", [], "2014-07-01T06:00"),
        ("2014-07-01T06:00", [PlaceValue("nowhere")], "2014-07-01T06:00"),
    ],
)
def test_a_clock_time_gets_the_offset_of_its_places(clock: str, where: list[PlaceValue], expected: str) -> None:
    assert zoned(TimeValue(clock, clock, "minute"), where, ISO2) == TimeValue(expected, expected, "minute")


@pytest.mark.parametrize(
    ("lon", "precision", "offset"),
    [
        (-106.49, "settlement", "-07:00"),  # El Paso
        (-95.4, "settlement", "-06:00"),  # Houston
        (-99.0, "province", ""),  # the middle of Texas
        (-140.0, "settlement", ""),  # nowhere in it
    ],
)
def test_a_line_through_a_province_is_told_by_longitude(lon: float, precision: str, offset: str) -> None:
    where = PlaceValue("somewhere", country="USA", admin1="Texas", lat=31.0, lon=lon, precision=precision)
    clock = "2021-02-15T09:25"
    assert zoned(TimeValue(clock, clock, "minute"), [where], ISO2).earliest == clock + offset


def test_an_open_end_stays_open() -> None:
    value = TimeValue(None, None, "relative")
    assert zoned(value, [place("AFG")], ISO2) == value


def report(linked: bool) -> dict[Span, TimeValue]:
    """Shots at six in Goma, told in Kinshasa."""
    shots = Trigger(Span(0, 5), "clash", "actual", 1.0, 1.0)
    at, goma, capital = (
        Mention(Span(n, n + 4), kind, None, 1.0) for n, kind in ((10, "time"), (20, "place"), (30, "place"))
    )
    links = (Link(shots, "time", at, 1.0), Link(shots, "place", goma, 1.0)) if linked else ()
    markup = Markup((), (at, goma, capital), (), (shots,), links)
    places = {goma.span: place("COD", "North Kivu"), capital.span: place("COD", "Kinshasa")}
    clock = TimeValue("2014-07-01T06:00", "2014-07-01T06:00", "minute")
    return zoned_times({at.span: clock, Span(40, 44): TimeValue("2014", "2014", "year")}, markup, places, "COD", ISO3)


def test_the_place_of_the_event_outranks_the_others() -> None:
    assert report(linked=True)[Span(10, 14)].earliest == "2014-07-01T06:00+02:00"
    assert report(linked=False)[Span(10, 14)].earliest == "2014-07-01T06:00"
    assert report(linked=True)[Span(40, 44)] == TimeValue("2014", "2014", "year")


def test_provinces_are_those_of_the_gazetteer() -> None:
    gazetteer = Gazetteer.open()
    iso2 = {three: two for two, three in gazetteer.iso3.items()}
    for name, country, zone in (("Goma", "COD", "Africa/Lubumbashi"), ("Irkutsk", "RUS", "Asia/Irkutsk")):
        found = next(p for p in gazetteer.lookup(name) if p.country == country and p.kind == "settlement")
        assert found.province is not None
        value = place(country, gazetteer.place(found.province).name)
        assert zones_of(value, iso2) == {zone} < country_zones()[iso2[country]]
