"""Lists and counts: every filter finds what it says, pages follow each other, answers are kept and told as known."""

import gzip
import json

import pytest

from tacitus.serve import answers
from tacitus.serve.shelf import Shelf
from tests.serve.conftest import AMAL, Browser, Json, problem

FILTERS = [
    ("since=2021-12-01", {"shelling"}), ("until=2020-03-10", {"bombing"}), ("place=Tesfa", {"armed_clash"}),
    ("place=Afghanistan", {"bombing", "shelling"}), ("box=-180,-20,-179,0", {"meeting"}),
    ("country=SOM", {"armed_clash"}), ("country=Somalia", {"armed_clash"}),
    ("actor=Front of Light", {"bombing", "meeting"}),
    ("actor=gov:army", {"armed_clash", "shelling"}), ("type=meeting", {"meeting"}),
    ("toll=killed>=12", {"armed_clash", "shelling"}),
    ("text=Suvali", {"meeting"}), ("grade=contested", set()), ("contested=1", set()),
    ("contested=0&type=bombing", {"bombing"}), ("realis=historical", {"bombing"}),
    ("min_confidence=0.6", {"armed_clash", "meeting", "shelling"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "types"), FILTERS)
def test_filters_find_what_they_say(client: Browser, words: str, types: set[str]) -> None:
    for what in ("incidents", "events"):
        assert {row["type"] for row in client.items(f"{what}?{words}")} == types, what
    assert {row[0] for row in client.get(f"/api/v1/map?{words}").json()["rows"]} == {
        row["id"] for row in client.items(f"incidents?{words}")
    }
    assert {each["id"] for each in client.get(f"/api/v1/facets?{words}").json()["types"]} == types
    count = sum(each["count"] for each in client.get(f"/api/v1/timeline?{words}").json()["bins"])
    assert count == len(client.items(f"incidents?{words}"))


def test_an_incident_of_a_list_says_where_it_is_and_what_it_is_called(client: Browser) -> None:
    [found] = client.items("incidents?type=armed_clash")
    assert (found["lat"], found["lon"], found["precision"]) == (2.5, 45.5, "settlement")
    assert (found["family"], found["label"]) == ("violence", "Armed clash")
    assert found["changed"] and "claims" not in found
    assert len(found["reports"]) == 2


def test_pages_follow_each_other(client: Browser) -> None:
    for what, total in (("incidents", 4), ("events", 8), ("reports", 8), ("claims", 32)):
        seen, after = [], ""
        for _ in range(total + 1):
            page = client.get(f"/api/v1/{what}?limit=1&sort=time{after}").json()
            seen += [row["id"] for row in page["items"]]
            if page["next"] is None:
                break
            after = f"&after={page['next']}"
        assert len(seen) == len(set(seen)) == total, what
    days = [row["settled"]["time"]["earliest"] for row in client.items("incidents?sort=time")]
    assert days == sorted(days)


def test_the_map_is_compact(client: Browser) -> None:
    found = client.get("/api/v1/map").json()
    assert found["columns"] == ["id", "lon", "lat", "precision", "family", "low", "high", "day", "grade"]
    assert found["truncated"] is False
    row = next(dict(zip(found["columns"], row, strict=True)) for row in found["rows"] if row[7] == "2021-12-31")
    assert (row["lon"], row["lat"], row["low"], row["high"]) == (69.2, 34.5, 40, 40)


def test_the_timeline_has_days_weeks_and_months(client: Browser) -> None:
    days = client.get("/api/v1/timeline").json()
    assert days["step"] == "day" and days["bins"][0] == {"day": "2020-03-01", "count": 1, "killed_low": 3}
    months = client.get("/api/v1/timeline?step=month").json()["bins"]
    assert months[0] == {"day": "2020-03-01", "count": 2, "killed_low": 15}
    weeks = client.get("/api/v1/timeline?step=week").json()["bins"]
    assert weeks[0]["day"] == "2020-02-24"  # a Monday


def test_facets_count_what_there_is(client: Browser) -> None:
    found = client.get("/api/v1/facets").json()
    assert found["total"] == 4
    assert {"id": "violence", "label": "Violence", "count": 3} in found["families"]
    assert {"id": "AFG", "label": "AFG", "count": 2} in found["countries"]
    assert sum(each["count"] for each in found["grades"]) == 4


def test_actors_have_roles_and_company(client: Browser) -> None:
    army = next(each for each in client.items("actors") if each["id"] == "gov:army")
    assert (army["name"], army["kind"], army["country"], army["incidents"]) == ("the Army", "military", "AFG", 2)
    assert army["as"] == {"perpetrator": 2} and army["with"] == []
    assert [each["id"] for each in client.items("actors?type=meeting")] == ["org:fol"]


def test_claims_say_who_said_what_in_which_words(client: Browser) -> None:
    found = client.items("claims?type=armed_clash&field=killed")
    assert [each["value"]["low"] for each in found] == [12, 12] and {each["text"] for each in found} == {"12 people"}
    first = found[0]
    text = client.get(f"/api/v1/reports/{first['report']}").json()["report"]["text"]
    assert text[first["start"] : first["end"]] == first["text"]
    assert first["said_by"]["text"] == "Dr. Nuri" and first["incident"] and first["field"] == "killed"
    for words in ("actor=gov:army", "source=Dr. Nuri", "place=Mirwah", "text=Suvali", "box=-180,-20,-179,0"):
        events = client.items(f"events?{words}")
        claimed = client.items(f"claims?{words}&limit=1000")
        assert {each["event"] for each in claimed} == {each["id"] for each in events}, words
        assert len(claimed) == sum(len(each["claims"]) for each in events), words
    days = [each["published"] for each in client.items("claims?sort=time")]
    assert days == sorted(days)
    problem(client.get("/api/v1/claims?sort=killed"), 422)


def test_places_have_their_incidents(client: Browser) -> None:
    found = {each["name"]: each for each in client.items("places")}
    assert found["Mirwah"] == {
        "name": "Mirwah", "country": "AFG", "admin1": "Ta‘lan Province", "lat": 34.5, "lon": 69.2,
        "precision": "settlement", "incidents": 2, "killed_low": 43, "first": "2020-03-01", "last": "2021-12-31",
    }  # fmt: skip
    assert [each["name"] for each in client.items("places?type=meeting")] == ["Suvali"]


@pytest.mark.parametrize(
    "path", ["/", "/api/v1/incidents", "/api/v1/types", "/api/v1/nothing", "/api/v1/export?format=csv"]
)
def test_a_head_is_a_get_without_its_body(client: Browser, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert head.status_code == got.status_code and head.content == b""
    for name in ("ETag", "Content-Type", "Content-Disposition", "Content-Length", "Content-Security-Policy"):
        assert head.headers.get(name) == got.headers.get(name), name
    assert client.head(path, headers={"If-None-Match": got.headers.get("ETag", "")}).content == b""


def test_commitments_are_listed(client: Browser) -> None:
    assert client.items("commitments") == []
    assert client.items("commitments?actor=the Army&by=2030-01-01") == []


@pytest.mark.parametrize(
    "words",
    [
        "limit=0", "limit=100000", "since=yesterday", "country=Nowhereland", "type=nothing", "toll=killed",
        "grade=good",
        "box=1,2,3", "box=1,2,nan,inf", "sort=colour", "after=nonsense", "untill=2020-01-01", "text=%20", "actor=%00",
        "place=",
    ],
)  # fmt: skip
def test_what_nothing_could_match_is_refused(client: Browser, words: str) -> None:
    assert problem(client.get(f"/api/v1/incidents?{words}"), 422).endswith(".")


def test_an_answer_is_known_until_the_ledger_changes(client: Browser) -> None:
    path = "/api/v1/incidents?type=bombing"
    first = client.get(path)
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert client.get("/api/v1/incidents", headers={"If-None-Match": tag}).status_code == 200
    [incident] = first.json()["items"]
    ruling = {"kind": "confirm", "events": incident["events"][:1], "reason": "seen", "seen": incident["changed"]}
    assert client.act("rulings", ruling).status_code == 201
    changed = client.get(path, headers={"If-None-Match": tag})
    assert changed.status_code == 200 and changed.headers["ETag"] != tag


def test_answers_are_packed_for_who_takes_them_so(
    client: Browser, remote: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert remote.post("/api/v1/session", json={"name": AMAL[0], "password": AMAL[1]}).status_code == 200
    assert packed(remote) == remote.get("/api/v1/incidents").json()
    plain = client.get("/api/v1/incidents", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers  # from here to here, sending is quicker than packing
    monkeypatch.setattr(answers, "WORTH_HERE", 1000)
    client.app.state.desk.shelf = Shelf()  # type: ignore[attr-defined]
    assert packed(client) == plain.json()
    bare = client.get("/api/v1/incidents", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in bare.headers and bare.json() == plain.json()


def packed(client: Browser) -> Json:
    with client.stream("GET", "/api/v1/incidents", headers={"Accept-Encoding": "gzip"}) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        found: Json = json.loads(gzip.decompress(b"".join(response.iter_raw())))
    return found
