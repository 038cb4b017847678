"""Where those are at home of whom a report says nothing: invented places and parties."""

from dataclasses import replace

from tacitus.records.span import Span
from tacitus.records.value import ActorValue, PlaceValue
from tacitus.resolve.actors.scene import at_scene
from tests.resolve.marked import TABLE

SOLDIERS, LATER = Span(10, 18), Span(210, 218)
VALUES = {span: ActorValue(None, "soldiers", "military", None) for span in (SOLDIERS, LATER)}


def home_of(*lands: tuple[int, str], named: str | None, dateline: Span | None = None) -> list[str | None]:
    """The countries of the soldiers in the first and in the last sentence, with places at offsets in the text."""
    places = {
        Span(start, start + 5): PlaceValue("Lomba", country=country, lat=1.0, lon=1.0) for start, country in lands
    }
    bare = dict.fromkeys(VALUES, "military")
    found = at_scene(VALUES, bare, named, places, dateline=dateline, table=TABLE)
    assert all(value.actor == (f"gov:{value.country}.military" if value.country else None) for value in found.values())
    return [value.country for value in found.values()]


def test_soldiers_are_of_the_country_where_things_happen_and_not_of_one_that_comments() -> None:
    assert home_of((20, "SLV"), (120, "SLV"), (220, "CRI"), named="USA") == ["SLV", "SLV"]
    assert home_of((20, "SLV"), (220, "SLV"), named=None) == ["SLV", "SLV"]


def test_the_dateline_weighs_twice_but_alone_less_than_what_is_named() -> None:
    dateline = Span(0, 5)
    assert home_of((0, "TCD"), (120, "NER"), named=None) == [None, None]
    assert home_of((0, "TCD"), (120, "NER"), named=None, dateline=dateline) == ["TCD", "TCD"]
    assert home_of((0, "CHE"), named="BDI", dateline=dateline) == ["BDI", "BDI"]
    assert home_of((0, "CHE"), named=None, dateline=dateline) == ["CHE", "CHE"]


def test_the_country_named_most_is_none_of_theirs_where_it_has_no_place() -> None:
    assert home_of((20, "MLI"), (120, "NER"), named="FRA") == [None, None]
    assert home_of((110, "MLI"), (120, "NER"), named="MLI") == ["MLI", "MLI"]
    assert home_of(named="MLI") == ["MLI", "MLI"]


def test_where_the_deed_was_done_weighs_thrice_and_a_guessed_place_nothing() -> None:
    places = {Span(start, start + 5): PlaceValue("Lomba", country=c, lat=1.0) for start, c in ((0, "EGY"), (20, "LBY"))}
    deeds = {Span(20, 25)}
    bare = dict.fromkeys(VALUES, "")
    found = at_scene(VALUES, bare, None, places, dateline=Span(0, 5), deeds=deeds, table=TABLE)
    assert {value.country for value in found.values()} == {"LBY"}
    guessed = {span: replace(place, lat=None) for span, place in places.items()}
    found = at_scene(VALUES, bare, None, guessed, dateline=Span(0, 5), deeds=deeds, table=TABLE)
    assert {value.country for value in found.values()} == {None}


def test_a_land_that_people_only_went_to_is_not_where_known_bands_of_one_other_land_fought() -> None:
    went_to = Span(20, 25)
    places = {went_to: PlaceValue("Cameroon", country="CMR", lat=6.0, lon=12.0, precision="country")}
    band = {Span(40, 46): ActorValue("ucdp:554", "Seleka", "rebel", "CAF")}
    bare = dict.fromkeys(VALUES, "military")

    def homes(places: dict[Span, PlaceValue], deeds: set[Span]) -> set[str | None]:
        found = at_scene({**VALUES, **band}, bare, None, places, dateline=None, deeds=deeds, table=TABLE)
        return {found[span].country for span in VALUES}

    assert homes(places, set()) == {"CAF"}
    assert homes(places, {went_to}) == {"CMR"}
    assert homes({went_to: replace(places[went_to], precision="settlement")}, set()) == {"CMR"}
