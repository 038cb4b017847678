"""Every filter, order and page, against the same asked of the documents themselves."""

import random
from dataclasses import fields, replace
from datetime import date
from itertools import pairwise

import pytest

from tacitus.errors import SettingError
from tacitus.store import conditions, listing
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query, toll
from tests.store.build import document, incident

DOCUMENTS = [document(n) for n in range(24)]
#: What is asked, and which of the four scenes answer (events of documents 0, 4, 8 … are of scene 0).
ASKED = [
    (Query(since=date(2021, 1, 1)), {2, 3}),
    (Query(until=date(2020, 3, 1)), {0}),
    (Query(since=date(2020, 3, 2), until=date(2021, 7, 2)), {1, 2}),
    (Query(place="MIRWAH"), {0, 3}),
    (Query(place="talan  province"), {0, 3}),
    (Query(place="SOM"), {1}),
    (Query(place="Somalia", place_country="SOM"), {1}),
    (Query(place="Nowhere"), set()),
    (Query(country="fji"), {2}),
    (Query(box=(69, 34, 70, 35)), {0, 3}),
    (Query(box=(-90, -60, 90, 60)), {0, 1, 3}),
    (Query(box=(170, -20, -170, 0)), {2}),
    (Query(box=(-179.9, -20, -170, 0)), {2}),
    (Query(actor="ORG:FOL"), {0, 2}),
    (Query(actor="front of  light"), {0, 2}),
    (Query(type="meeting"), {2}),
    (Query(type="violence"), {0, 1, 3}),
    (Query(toll=toll("killed>=12")), {1, 3}),
    (Query(toll=("injured", 1)), set()),
    (Query(source="dr. nuri"), {0, 1, 2, 3}),
    (Query(text="tesfa"), {1}),
    (Query(text='"killed 40 people"'), {3}),
    (Query(text="mirwah -40"), {0}),
    (Query(text="tesfa or suvali"), {1, 2}),
    (Query(text="kills"), {0, 1, 2, 3}),
    (Query(actor="the army", country="AFG", since=date(2021, 1, 1)), {3}),
    (Query(grade="corroborated"), {1}),
    (Query(contested=True), {3}),
    (Query(realis="historical"), {0}),
    (Query(min_confidence=0.6), {1, 2, 3}),
    (Query(min_confidence=0.9), set()),
]


@pytest.fixture
def filled(ledger: Ledger, run: int) -> Ledger:
    ledger.add(DOCUMENTS, run)
    for scene, (grade, contested) in enumerate(
        [("single-source", False), ("corroborated", False), ("single-source", False), ("contested", True)]
    ):
        told = [incident(f"i-{n}", [DOCUMENTS[n]], grade=grade, contested=contested) for n in range(scene, 24, 4)]
        ledger.replace_incidents([], told)
    return ledger


@pytest.mark.parametrize("few", [conditions.FEW, 0], ids=["listed", "walked"])
def test_every_filter_finds_what_it_should(filled: Ledger, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conditions, "FEW", few)
    for query, scenes in ASKED:
        wanted = {n for n in range(24) if n % 4 in scenes}
        for found, ids in (
            (filled.events(query, count=True), {n: DOCUMENTS[n].events[0].id for n in wanted}),
            (filled.incidents(query, count=True), {n: f"i-{n}" for n in wanted}),
            (filled.reports(query, count=True), {n: DOCUMENTS[n].report.id for n in wanted}),
        ):
            assert sorted(row["id"] for row in found.rows) == sorted(ids.values()), query
            assert found.total == len(ids) and found.next is None


def both(one: Query, other: Query) -> Query | None:
    """What is asked by two queries together; None where they ask for the same thing."""
    said = [
        {f.name: getattr(q, f.name) for f in fields(Query) if getattr(q, f.name) != f.default} for q in (one, other)
    ]
    return None if said[0].keys() & said[1].keys() else replace(one, **said[1])


@pytest.mark.parametrize(("few", "counted"), [(5000, 50_000), (0, 50_000), (0, 3), (4, 8)])
def test_two_filters_find_what_both_find(
    filled: Ledger, few: int, counted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conditions, "FEW", few)
    monkeypatch.setattr(conditions, "_COUNTED", counted)
    chance = random.Random(few + counted)
    for _ in range(60):
        (one, ones), (other, others) = chance.sample(ASKED, 2)
        query = both(one, other)
        if query is None:
            continue
        wanted = {n for n in range(24) if n % 4 in ones & others}
        sort, which = chance.choice(("time", "-killed", "-added")), chance.choice((filled.events, filled.incidents))
        page = which(replace(query, sort=sort), count=True)
        ids = {DOCUMENTS[n].events[0].id if which == filled.events else f"i-{n}" for n in wanted}
        assert (page.total, {row["id"] for row in page.rows}) == (len(ids), ids), query


def test_an_outlet_and_a_report_are_found(filled: Ledger) -> None:
    assert filled.events(Query(source="OUTLET 1"), count=True).total == 8
    assert filled.incidents(Query(source="outlet 1"), count=True).total == 8
    assert filled.reports(Query(source="outlet 1"), count=True).total == 8
    report = DOCUMENTS[5].report.id
    assert [row["id"] for row in filled.events(Query(report=report)).rows] == [DOCUMENTS[5].events[0].id]
    assert [row["id"] for row in filled.incidents(Query(report=report)).rows] == ["i-5"]
    assert [row["id"] for row in filled.reports(Query(report=report)).rows] == [report]


@pytest.mark.parametrize("sort", ["time", "-time", "killed", "-killed", "reports", "-added"])
def test_pages_hold_every_row_once_and_in_order(filled: Ledger, sort: str) -> None:
    for which in (filled.events, filled.incidents, filled.reports):
        query = Query(sort=sort, limit=7, place=None)
        try:
            page = which(query)
        except SettingError as error:
            assert "cannot be ordered by" in str(error)
            continue
        found = list(page.rows)
        while page.next:
            page = which(replace(query, after=page.next))
            found += page.rows
        assert len(found) == 24 and len({row["id"] for row in found}) == 24
        if "killed" in sort:
            deaths = [row["settled"]["killed"]["low"] for row in found]
            assert all(a <= b if sort == "killed" else a >= b for a, b in pairwise(deaths))
        if sort == "-time" and which == filled.reports:
            assert all(a["published"] >= b["published"] for a, b in pairwise(found))


def test_pages_of_a_place_hold_every_row_once(filled: Ledger) -> None:
    query = Query(place="Mirwah", source="outlet 0", limit=1)
    found = []
    while True:
        page = filled.events(query)
        found += [row["id"] for row in page.rows]
        if page.next is None:
            break
        query = replace(query, after=page.next)
    assert sorted(found) == sorted(DOCUMENTS[n].events[0].id for n in (0, 3, 12, 15))


@pytest.mark.parametrize("looked_up", [0, 3, 9, 1000])
@pytest.mark.parametrize("sort", ["time", "-time", "-killed"])
def test_pages_are_the_same_however_rows_are_found(
    filled: Ledger, sort: str, looked_up: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Listed, walked, looked up one by one, or put in order by when they end: the same rows in the same order."""
    texts = [Query(text="mirwah"), Query(text="kills", place="Mirwah"), Query(text="kills", actor="the army")]
    others = [Query(actor="the army"), Query(source="dr. nuri"), Query(source="outlet 1", text="tesfa or suvali")]
    days = [Query(since=date(2020, 3, 15)), Query(since=date(2020, 3, 10), until=date(2021, 12, 1), text="kills")]
    for which in (filled.events, filled.incidents, filled.reports):
        if sort == "-killed" and which == filled.reports:
            continue
        for query in (*texts, *others, *days):
            asked = replace(query, sort=sort)
            wanted = [row["id"] for row in which(asked).rows]
            with monkeypatch.context() as patched:
                patched.setattr(conditions, "FEW", 0)
                patched.setattr(listing, "LOOKED_UP", looked_up)
                page = which(replace(asked, limit=2))
                found = list(page.rows)
                while page.next:
                    page = which(replace(asked, limit=2, after=page.next))
                    found += page.rows
            assert [row["id"] for row in found] == wanted and wanted, asked


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"sort": "size"}, "is no order"),
        ({"limit": 0}, "length of a page"),
        ({"grade": "good"}, "is no grade"),
        ({"realis": "true"}, "is no realis"),
        ({"min_confidence": 2}, "a share from 0 to 1"),
        ({"toll": ("missing", 1)}, "is no toll"),
        ({"type": "explosions"}, "is no type of event"),
        ({"box": (0.0, 50.0, 1.0, 40.0)}, "south not above north"),
    ],
)
def test_what_cannot_be_asked_is_told(asked: dict[str, object], told: str) -> None:
    with pytest.raises(SettingError, match=told):
        Query(**asked)  # type: ignore[arg-type]


def test_what_cannot_be_found_is_told(filled: Ledger) -> None:
    with pytest.raises(SettingError, match="names nothing to search for"):
        filled.reports(Query(text='" - "'))
    with pytest.raises(SettingError, match="names nothing to search for"):
        filled.reports(Query(text="-bomb"))
    cursor = filled.events(Query(limit=1)).next
    for query in (Query(sort="time", after=cursor), Query(after="nonsense!"), Query(after="bm9uc2Vuc2U")):
        with pytest.raises(SettingError, match="does not mark a row"):
            filled.events(query)
    with pytest.raises(SettingError, match="write killed>=10"):
        toll("killed=10")


@pytest.mark.parametrize(
    "words", ["NEAR(a b)", "a*", "title:x", "a AND", "'; DROP TABLE reports", "^a {b}", "(", "a+b"]
)
def test_no_letter_of_a_search_is_an_operator(filled: Ledger, words: str) -> None:
    try:
        assert filled.reports(Query(text=words)).rows == []
    except SettingError as error:
        assert "names nothing" in str(error)
    assert filled.reports(Query(place="'; DROP TABLE reports; --")).rows == []
    assert filled.reports(Query(), count=True).total == 24


def test_what_is_found_twice_is_counted_once(ledger: Ledger, run: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """An outlet that is quoted in its own reports, and an actor with the same name as another's id."""
    ledger.add([document(n, outlet="Dr. Nuri") for n in range(8)], run)
    for few in (conditions.FEW, 0):
        monkeypatch.setattr(conditions, "FEW", few)
        for query in (Query(source="Dr. Nuri"), Query(source="dr. nuri", actor="the army", sort="killed")):
            for which in (ledger.events, ledger.reports) if query.sort == "-time" else (ledger.events,):
                page = which(query, count=True)
                assert (
                    page.total == len(page.rows) == len({row["id"] for row in page.rows}) == (4 if query.actor else 8)
                )
