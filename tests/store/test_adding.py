"""Documents go in and come out the same; twice is once; a changed report is a new version of it."""

from dataclasses import replace

import pytest

from tacitus.records import contract
from tacitus.records.event import Document
from tacitus.records.report import Report
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query
from tests.store.build import document

URL = "https://news.example/story"


def test_documents_come_out_as_the_contract_says(ledger: Ledger, run: int) -> None:
    documents = [document(n) for n in range(4)] + [Document(Report("empty", "Nothing happened.\u2028"))]
    ledger.add(documents, run)
    found = list(ledger.documents(["empty", *(d.report.id for d in documents[:4]), "no such report"]))
    assert found == [contract.record(d) for d in (documents[4], *documents[:4])]
    assert [contract.read_record(each) for each in found] == [documents[4], *documents[:4]]
    assert ledger.check() == []


def test_adding_tells_what_it_came_to(ledger: Ledger, run: int) -> None:
    one, two = document(1), document(2)
    assert ledger.unknown([one.report, two.report]) == [one.report, two.report]
    added = ledger.add([one, two, one], run)
    assert (added.reports, added.versions, added.known) == ((one.report.id, two.report.id), (), 1)
    assert added.events == (one.events[0].id, two.events[0].id)
    assert ledger.unknown([one.report, two.report]) == []


def test_adding_twice_changes_nothing(ledger: Ledger, run: int) -> None:
    documents = [document(n, url=f"{URL}/{n}") for n in range(4)]
    blocks = {e.id: ("a", "b") for d in documents for e in d.events}
    ledger.add(documents, run, blocks=blocks)
    ledger.finish_run(run)
    before = ledger.dump()
    again = ledger.start_run("0.2.0", "fast", "1", {})
    added = ledger.add(documents, again, blocks=blocks, raws={documents[0].report.id: b"<p>other</p>"})
    ledger.finish_run(again)
    assert (added.reports, added.versions, added.known, added.events) == ((), (), 4, ())
    assert ledger.dump() == before
    assert len(before) > 4 * 8


def test_a_changed_article_is_a_new_version_and_both_stay(ledger: Ledger, run: int) -> None:
    first, second = document(0, url=URL), document(0, url=URL, more=" Later two of them died.")
    ledger.add([first], run)
    added = ledger.add([second], run)
    assert (added.reports, added.versions, added.gone) == ((), (second.report.id,), (first.events[0].id,))
    assert [a.event.id for a in ledger.accounts()] == [second.events[0].id]
    assert [row["version"] for row in ledger.reports(Query()).rows] == [2]
    assert list(ledger.documents([first.report.id])) == [contract.record(first)]
    assert ledger.add([first], run).known == 1  # what was stored once is known
    assert [row["id"] for row in ledger.reports(Query(text="died")).rows] == [second.report.id]
    assert ledger.check() == []


def test_a_report_known_by_its_id_has_versions_too(ledger: Ledger, run: int) -> None:
    first, second = document(0, id_="sitrep-7"), document(0, id_="sitrep-7", more=" Corrected.")
    ledger.add([first], run)
    assert ledger.add([second], run).versions == ("sitrep-7",)
    assert list(ledger.documents(["sitrep-7"])) == [contract.record(second)]
    assert [a.report for a in ledger.accounts()] == ["sitrep-7"]
    assert ledger.check() == []


def test_two_versions_in_one_lot_are_told_apart(ledger: Ledger, run: int) -> None:
    versions = [document(0, url=URL, more=more) for more in ("", " More.", " Still more.")]
    added = ledger.add(versions, run)
    assert (len(added.reports), len(added.versions), len(added.gone)) == (1, 2, 2)
    assert [row["version"] for row in ledger.reports(Query()).rows] == [3]
    assert ledger.check() == []


def test_the_source_is_kept_as_it_came(ledger: Ledger, run: int) -> None:
    page, plain = document(0), document(1)
    raws = {page.report.id: b"<p>\xff", plain.report.id: plain.report.text.encode()}
    ledger.add([page, plain], run, raws=raws, sources={page.report.id: "story.html"})
    assert ledger.raw(page.report.id) == b"<p>\xff"
    assert ledger.raw(plain.report.id) == plain.report.text.encode()
    assert ledger.raw("no such report") is None
    assert {row["source"] for row in ledger.reports(Query()).rows} == {"story.html", None}


def test_nothing_of_a_lot_is_stored_when_one_report_cannot_be(ledger: Ledger, run: int) -> None:
    good = document(0)
    bad = replace(good, report=replace(document(1).report, text="half a letter \ud800"), events=())
    with pytest.raises(UnicodeEncodeError):
        ledger.add([good, bad], run)
    assert ledger.reports(Query(), count=True).total == 0
    assert ledger.check() == []


def test_names_and_keys_of_any_length_are_stored_and_found(ledger: Ledger, run: int) -> None:
    long = "".join(f"{number} " for number in range(2000))  # nothing that a database could press together
    story = document(0, url=f"{URL}?{long}", outlet=f"The {long}")
    event = story.events[0].id
    ledger.add([story], run, blocks={event: [long]}, wordings={event: (long,)})
    ledger.add([document(1, url=f"{URL}?{long}")], run)  # the same series
    assert ledger.events(Query(source=f"the {long}", text="mirwah")).rows == []
    ledger.set_blocks({ledger.accounts()[0].event.id: [long]})
    assert len(ledger.accounts(blocks=[long])) == len(ledger.events_in([long])) == 1
    assert ledger.reports(Query(), count=True).total == 1
    assert ledger.check() == []
