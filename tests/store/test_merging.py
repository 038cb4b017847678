"""What merging asks of the ledger: accounts, blocks, wires, incidents and rulings."""

from datetime import date

import pytest

from tacitus.errors import SettingError
from tacitus.records.incident import Account, Ruling
from tacitus.records.value import PlaceValue, TollValue, Value
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query
from tests.store.build import TESFA, document, incident

DOCUMENTS = [document(n) for n in range(4)]
EVENTS = [d.events[0].id for d in DOCUMENTS]


@pytest.fixture
def filled(ledger: Ledger, run: int) -> Ledger:
    blocks = {EVENTS[0]: ["AFG 2020", "Mirwah"], EVENTS[1]: ["SOM 2020"], EVENTS[3]: ["Mirwah"]}
    ledger.add(DOCUMENTS, run, wordings={EVENTS[0]: ("blast", "market")}, blocks=blocks)
    return ledger


def ruling(kind: str, *events: str, field: str | None = None, value: Value | None = None) -> Ruling:
    return Ruling(f"ruling {kind} {events}", kind, events, "an analyst", "2026-01-01T00:00:00Z", "seen", field, value)


def test_accounts_are_events_with_what_merging_needs(filled: Ledger) -> None:
    [found] = filled.accounts(event_ids=[EVENTS[0], "no such event"])
    report = DOCUMENTS[0].report
    assert found == Account(
        DOCUMENTS[0].events[0], report.id, date(2020, 3, 1), "Outlet 0", report.id, ("blast", "market")
    )
    assert [a.event.id for a in filled.accounts()] == EVENTS


def test_blocks_lead_to_events_and_back(filled: Ledger) -> None:
    assert [a.event.id for a in filled.accounts(blocks=["Mirwah"])] == [EVENTS[0], EVENTS[3]]
    assert filled.events_in(["SOM 2020", "Mirwah"]) == {EVENTS[0], EVENTS[1], EVENTS[3]}
    assert filled.blocks_of([EVENTS[0]]) == {"AFG 2020", "Mirwah"}
    found = dict(filled.all_blocks())
    assert found == {"AFG 2020": [EVENTS[0]], "Mirwah": [EVENTS[0], EVENTS[3]], "SOM 2020": [EVENTS[1]]}
    filled.set_blocks({EVENTS[0]: ["Mirwah", "new"], EVENTS[1]: [], "no such event": ["new"]})
    assert dict(filled.all_blocks()) == {"Mirwah": [EVENTS[0], EVENTS[3]], "new": [EVENTS[0]]}


def test_copies_of_one_wire_story_are_one_source(filled: Ledger, run: int) -> None:
    ids = [d.report.id for d in DOCUMENTS]
    assert dict(filled.wires()) == {id_: id_ for id_ in ids}
    filled.set_wire(ids[1:3], ids[1])
    assert dict(filled.wires(ids[2:])) == {ids[2]: ids[1], ids[3]: ids[3]}
    assert [a.source for a in filled.accounts(event_ids=EVENTS[1:3])] == [ids[1], ids[1]]
    new = document(9)
    filled.add([new], run, sketches={new.report.id: b"\x00\x01"})
    assert list(filled.sketches()) == [(new.report.id, b"\x00\x01")]
    assert filled.events_of_reports([new.report.id]) == [new.events[0].id]


def test_incidents_are_put_in_and_taken_out_again(filled: Ledger) -> None:
    both, other = incident("i-1", [DOCUMENTS[0], DOCUMENTS[3]]), incident("i-2", [DOCUMENTS[1]])
    filled.replace_incidents([], [both, other])
    assert filled.incidents_of(EVENTS) == {EVENTS[0]: "i-1", EVENTS[3]: "i-1", EVENTS[1]: "i-2"}
    assert filled.pending().events == (EVENTS[2],)
    found = filled.incident("i-1")
    assert found is not None and found.incident == both
    assert [(report["id"], event["id"]) for report, event in found.accounts] == [
        (DOCUMENTS[0].report.id, EVENTS[0]),
        (DOCUMENTS[3].report.id, EVENTS[3]),
    ]
    assert [claim["event"] for claim in found.record()["claims"]] == [EVENTS[0]] * 4 + [EVENTS[3]] * 4
    filled.replace_incidents(["i-1", "i-2"], [incident("i-2", DOCUMENTS)])
    assert filled.incident("i-1") is None
    assert set(filled.incidents_of(EVENTS).values()) == {"i-2"}
    assert filled.pending().events == ()
    assert filled.check() == []


def test_a_new_version_leaves_its_incident_to_be_merged_again(ledger: Ledger, run: int) -> None:
    first = document(0, url="https://news.example/a")
    second = document(0, url="https://news.example/a", more=" More.")
    ledger.add([first], run)
    ledger.replace_incidents([], [incident("i-1", [first])])
    gone = ledger.add([second], run).gone
    assert ledger.incidents_of(gone) == {first.events[0].id: "i-1"}
    assert (ledger.pending().events, ledger.pending().incidents) == ((second.events[0].id,), ("i-1",))
    [problem] = ledger.check()
    assert "run `tacitus merge`" in problem
    ledger.replace_incidents(["i-1"], [incident("i-1", [second])])
    assert ledger.check() == []


def test_rulings_are_kept_and_undone_but_never_lost(filled: Ledger) -> None:
    made: list[tuple[str, Value | None]] = [("killed", TollValue(2, None, "men")), ("place", TESFA), ("time", None)]
    for number, (field, value) in enumerate(made):
        filled.rule(ruling("correct", EVENTS[number], field=field, value=value))
    filled.rule(ruling("same", EVENTS[0], EVENTS[3]))
    assert {r.field: r.value for r in filled.rulings() if r.kind == "correct"} == dict(made)
    assert isinstance(filled.rulings(events=[EVENTS[1]])[0].value, PlaceValue)
    same = ruling("same", EVENTS[0], EVENTS[3])
    filled.rule(same)
    filled.undo(same.id, "2026-02-01T00:00:00Z")
    filled.undo(same.id, "2026-03-01T00:00:00Z")
    assert same.id not in {r.id for r in filled.rulings()}
    [undone] = [r for r in filled.rulings(active=False) if r.kind == "same"]
    assert undone.undone == "2026-02-01T00:00:00Z"
    with pytest.raises(SettingError, match="no ruling"):
        filled.undo("no such ruling", "2026-02-01T00:00:00Z")


def test_a_rejected_event_takes_no_part(filled: Ledger) -> None:
    filled.replace_incidents([], [incident("i-1", DOCUMENTS)])
    reject = ruling("reject", EVENTS[0])
    filled.rule(reject)
    assert filled.events_in(["Mirwah"]) == {EVENTS[3]}
    assert [a.event.id for a in filled.accounts(blocks=["Mirwah"])] == [EVENTS[3]]
    assert "AFG 2020" not in dict(filled.all_blocks())
    assert filled.pending().incidents == ("i-1",)
    filled.replace_incidents([], [incident("i-1", DOCUMENTS[1:])])
    assert filled.pending().events == filled.pending().incidents == ()
    filled.undo(reject.id, "2026-02-01T00:00:00Z")
    assert filled.pending().events == (EVENTS[0],)
    assert filled.events(Query(), count=True).total == 4
