"""Adding and merging: bit by bit and from scratch come to the same, rulings hold, nothing is counted twice."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tacitus import casebook
from tacitus.casebook import Casebook
from tacitus.errors import SettingError
from tacitus.records.incident import Incident
from tacitus.records.report import Report
from tacitus.records.value import TollValue
from tacitus.sources.layout import lay_out
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query

#: Invented reports: three of one bombing (two are prints of one wire story), one of the next day's, one of a meeting.
BLAST = (
    "A car bomb killed 14 people in the market of Baidoa on Monday, Somali police said. Thirty others were wounded "
    "when the vehicle exploded beside a tea stall, a doctor at the hospital said."
)
ELDERS = (
    "At least 19 people died in Monday's car bomb at the Baidoa market, elders told this paper. Al-Shabaab said its "
    "fighters had carried out the attack."
)
MINE = "A roadside bomb killed three soldiers near Baidoa on Wednesday, the army said."
TALKS = "The presidents of Kenya and Ethiopia met in Nairobi on Tuesday for talks on trade."
REPORTS = (
    ("wire-1", "Delta Wire", "2019-05-07", BLAST),
    ("wire-2", "Noon Post", "2019-05-07", f"Blast in Baidoa\n\n{BLAST}"),
    ("local", "Bay Voice", "2019-05-08", ELDERS),
    ("next-day", "Bay Voice", "2019-05-09", MINE),
    ("talks", "Delta Wire", "2019-05-08", TALKS),
)


def reports() -> list[Report]:
    found = []
    for id_, outlet, published, text in REPORTS:
        laid = lay_out(text, published=date.fromisoformat(published))
        found.append(Report(id_, laid.text, None, outlet, laid.title, laid.published, "given", "en", skip=laid.skip))
    return found


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.db") as opened:
        yield opened


def incidents(ledger: Ledger) -> dict[str, Incident]:
    found = {}
    for row in ledger.incidents(Query(limit=1000)).rows:
        story = ledger.incident(row["id"])
        assert story is not None
        found[row["id"]] = story.incident
    return found


def bombing(ledger: Ledger) -> Incident:
    return max(incidents(ledger).values(), key=lambda incident: len(incident.reports))


def test_reports_of_one_bombing_become_one_incident(ledger: Ledger) -> None:
    *_, kept = Casebook(ledger).add(reports(), model="fast")
    assert (kept.new, kept.known, kept.unread) == (5, 0, [])
    incident = bombing(ledger)
    assert incident.reports == ("local", "wire-1", "wire-2")
    assert incident.grade == "contested" and "killed" in incident.contested
    assert incident.of("killed") == (TollValue(14, None),)  # nobody counts as many as "at least 19"
    assert ledger.check() == []


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    *_, _ = Casebook(ledger).add(reports(), model="fast")
    before = ledger.dump()
    *_, kept = Casebook(ledger).add(reports(), model="fast")
    assert kept.known == 5 and kept.new == 0
    assert ledger.dump() == before


def test_bit_by_bit_in_any_order_and_from_scratch_are_the_same(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, _ = Casebook(ledger).add(reports(), model="fast")
    wanted = incidents(ledger)
    Casebook(ledger).merge(scratch=True)
    assert incidents(ledger) == wanted
    monkeypatch.setattr(casebook, "EVENTS", 3)
    Casebook(ledger).merge(scratch=True)
    assert incidents(ledger) == wanted
    monkeypatch.setattr(casebook, "LOT", 1)
    chance = random.Random(3)
    for n in range(3):
        mixed = reports()
        chance.shuffle(mixed)
        with Ledger.open(tmp_path / f"{n}.db") as other:
            *_, _ = Casebook(other).add(mixed, model="fast")
            assert incidents(other) == wanted


@pytest.mark.parametrize("name", ["EVENTS", "REPORTS"])
def test_a_report_that_is_taken_up_in_parts_keeps_all_its_ties(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    both = replace(reports()[0], id="week", text=f"{ELDERS}\n\n{TALKS}", title=None, skip=())
    *_, _ = Casebook(ledger).add([*reports(), both], model="fast")
    events = [event for incident in incidents(ledger).values() for event in incident.events]
    wanted = sorted((tie.one, tie.other) for tie in ledger.ties_of(events))
    monkeypatch.setattr(casebook, name, 1)
    Casebook(ledger).merge(scratch=True)
    assert sorted((tie.one, tie.other) for tie in ledger.ties_of(events)) == wanted
    assert len({incident.id for incident in incidents(ledger).values() if "week" in incident.reports}) >= 2


def test_rulings_hold_through_merging_and_can_be_undone(ledger: Ledger) -> None:
    book = Casebook(ledger)
    *_, _ = book.add(reports(), model="fast")
    before = bombing(ledger)
    events = {a.report: a.event.id for a in ledger.accounts(event_ids=before.events)}
    apart = book.rule("apart", [events["local"], events["wire-1"]], by="Amal", reason="another market")
    book.rule("apart", [events["local"], events["wire-2"]], by="Amal", reason="another market")
    assert bombing(ledger).reports == ("wire-1", "wire-2")
    book.merge(scratch=True)
    assert bombing(ledger).reports == ("wire-1", "wire-2")
    for ruling in ledger.rulings():
        book.undo(ruling.id)
    assert bombing(ledger) == before
    assert [r.undone is not None for r in ledger.rulings(active=False)] == [True, True]
    fixed = book.rule(
        "correct", [events["local"]], by="Amal", reason="hospital list", field="killed", value=TollValue(19, 19)
    )
    assert bombing(ledger).of("killed") == (TollValue(19, 19),)
    book.undo(fixed.id)
    book.rule("reject", [events["local"]], by="Amal", reason="hearsay")
    assert "local" not in bombing(ledger).reports
    assert apart.id != fixed.id


def test_a_ruling_on_nothing_is_refused(ledger: Ledger) -> None:
    with pytest.raises(SettingError, match="no event"):
        Casebook(ledger).rule("reject", ["nowhere"], by="Amal", reason="a slip")
    with pytest.raises(SettingError):
        Casebook(ledger).undo("nothing")


@pytest.mark.parametrize("kind", ["same", "apart"])
def test_an_event_is_not_ruled_on_against_itself(ledger: Ledger, kind: str) -> None:
    book = Casebook(ledger)
    *_, _ = book.add(reports(), model="fast")
    event = bombing(ledger).events[0]
    with pytest.raises(SettingError, match="two events that differ"):
        book.rule(kind, [event, event], by="Amal", reason="a slip")
    assert ledger.rulings(active=False) == []
    book.merge(scratch=True)  # what a stored ruling of that kind broke


def test_a_changed_article_takes_the_place_of_its_first_version(ledger: Ledger) -> None:
    book = Casebook(ledger)
    *_, _ = book.add(reports(), model="fast")
    first = next(r for r in reports() if r.id == "local")
    changed = Report(
        "local", ELDERS.replace("At least 19", "22"), None, first.outlet, None, first.published, "given", "en"
    )
    *_, kept = book.add([changed], model="fast")
    assert (kept.new, kept.changed) == (0, 1)
    assert bombing(ledger).of("killed") == (TollValue(14, 22),)
    assert len(list(ledger.wires())) == 5
    assert ledger.check() == []
