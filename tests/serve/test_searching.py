"""Looking up: what bears a name, and what words of a report can stand for."""

from typing import Any

import pytest

from tests.serve.conftest import Browser, Json, problem

TEXT = (
    "TAIZ, Yemen, March 9, 2018 - At least 14 people were killed when rockets struck a market in Taiz on Friday, "
    "medics said. The army accused Houthi forces of firing the rockets."
)


@pytest.fixture
def report(client: Browser) -> str:
    added = client.act("reports", {"text": TEXT, "published": "2018-03-09"})
    assert added.status_code == 201
    return str(added.json()["report"]["report"]["id"])


def values(client: Browser, **asked: Any) -> list[Json]:
    found = client.get("/api/v1/resolve", params=asked)
    assert found.status_code == 200, found.text
    told: list[Json] = found.json()["values"]
    return told


def selected(client: Browser, report: str, field: str, words: str) -> list[Json]:
    text = client.get(f"/api/v1/reports/{report}").json()["report"]["text"]
    start = text.index(words)
    return values(client, field=field, report=report, start=start, end=start + len(words))


def test_selected_words_become_the_value_of_a_field(client: Browser, report: str) -> None:
    place = selected(client, report, "place", "Taiz")
    assert (place[0]["country"], place[0]["precision"]) == ("YEM", "settlement") and place[0]["gazetteer_id"]
    assert selected(client, report, "perpetrator", "Houthi forces")[0]["name"] == "Houthis"
    assert selected(client, report, "killed", "At least 14 people") == [
        {"low": 14, "high": None, "who": "people", "part_of": None}
    ]
    assert selected(client, report, "time", "Friday") == [
        {"earliest": "2018-03-09", "latest": "2018-03-09", "precision": "day"}
    ]
    assert selected(client, report, "weapon", "rockets") == [{"name": "rockets", "kind": "rocket"}]
    assert selected(client, report, "content", "firing the rockets") == [{"text": "firing the rockets"}]
    assert selected(client, report, "killed", "medics") == []


def test_a_value_that_is_found_can_be_ruled(client: Browser, report: str) -> None:
    """What /resolve gives is what a ruling takes, for every kind of field."""
    asked = (("place", "Taiz"), ("target", "Houthi"), ("killed", "at least 30 villagers"), ("time", "9 March 2018"),
             ("weapon", "a car bomb"), ("content", "peace for all"))  # fmt: skip
    for field, words in asked:
        value = values(client, field=field, text=words)[0]
        incident = client.items("incidents?type=meeting")[0]
        told = {"kind": "correct", "events": incident["events"][:1], "reason": "r", "field": field, "value": value,
                "seen": incident["changed"]}  # fmt: skip
        made = client.act("rulings", told)
        assert made.status_code == 201, (field, made.text)
        assert made.json()["value"] == value


def test_places_of_a_name(client: Browser) -> None:
    found = client.items("places/search?name=Tripoli")
    assert {"LBY", "LBN"} <= {each["country"] for each in found}
    assert {each["country"] for each in client.items("places/search?name=Tripoli&country=Lebanon")} == {"LBN"}
    assert len(client.items("places/search?name=Tripoli&limit=1")) == 1
    assert client.items("places/search?name=Qqzzqqzz") == []
    assert client.items("places/search?name=Kandahaar")[0]["name"].startswith("Kandahar")
    assert "no country" in problem(client.get("/api/v1/places/search?name=Taiz&country=Atlantis"), 422)


def test_actors_of_a_name(client: Browser) -> None:
    assert client.items("actors/search?name=Houthi")[0]["name"] == "Houthis"
    begun = client.items("actors/search?name=Hout")
    assert "Houthis" in [each["name"] for each in begun]
    assert client.items("actors/search?name=Afghan police")[0]["country"] == "AFG"
    assert len(client.items("actors/search?name=United&limit=3")) == 3
    assert client.items("actors/search?name=Qqzzqqzz") == []
    offices = [each["actor"] for each in client.items("actors/search?name=NATO chief&on=2015-06-01")]
    assert offices and all(offices)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("field=colour&text=red", "no field 'colour'"), ("field=killed", "ive the words"),
        ("field=killed&text=%20", "ive the words"), ("field=killed&report=none&start=0&end=4", "There is no report"),
        ("field=killed&report=none", "start and end"), ("field=killed&report=r&start=0&end=1&text=x", "no text"),
        ("field=killed&text=x&colour=red", "colour"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_told(client: Browser, words: str, told: str) -> None:
    response = client.get(f"/api/v1/resolve?{words}")
    assert told in problem(response, 404 if "There is" in told else 422)


def test_offsets_outside_the_text_hold_no_words(client: Browser, report: str) -> None:
    for start, end in ((9000, 9005), (5, 5), (9, 3)):
        asked = {"field": "killed", "report": report, "start": start, "end": end}
        assert "words stand" in problem(client.get("/api/v1/resolve", params=asked), 422)
