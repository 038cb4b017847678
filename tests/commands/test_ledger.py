"""The commands on a ledger, as they are typed."""

import csv
import io
import json
from pathlib import Path

import pytest

from tacitus.cli import main
from tacitus.commands.incident import _example, _value
from tacitus.commands.story import write_up
from tacitus.commands.terminal import console_on
from tacitus.records.event import Settled
from tacitus.records.incident import Dissent, Incident
from tacitus.records.value import ActorValue, TollValue
from tacitus.serve.values import FIELDS
from tacitus.store.story import Story

STORIES = (
    {"id": "a", "source": "Delta Wire", "published": "2019-05-07",
     "text": "A car bomb killed 14 people in the market of Baidoa on Monday, Somali police said. Thirty were wounded."},
    {"id": "b", "source": "Bay Voice", "published": "2019-05-08",
     "text": "At least 19 people died in Monday's car bomb at the Baidoa market, elders told this paper."},
    {"id": "c", "source": "Nile Post", "published": "2019-05-08",
     "text": "The presidents of Kenya and Ethiopia met in Nairobi on Tuesday. "
     "Kenya promised to send 300 tonnes of maize to Ethiopia by 30 June."},
)  # fmt: skip


@pytest.fixture
def db(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    file = tmp_path / "reports.jsonl"
    file.write_text("".join(json.dumps(story) + "\n" for story in STORIES), "utf-8")
    path = str(tmp_path / "l.db")
    assert main(["add", str(file), "--db", path, "--reader", "fast"]) == 0
    assert "3 reports added" in capsys.readouterr().err
    return path


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main([*words, "--format", "jsonl"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def bombing(capsys: pytest.CaptureFixture[str], db: str) -> dict[str, object]:
    return lines(capsys, "incidents", "--db", db, "--sort=-reports")[0]


def test_the_same_again_is_known(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(tmp_path / "reports.jsonl"), "--db", db, "--reader", "fast"]) == 0
    assert "0 reports added" in (told := capsys.readouterr().err) and "3 known before" in told


def test_where_nothing_is_read_no_ledger_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "blank.txt").write_text(" ")
    for source in ("none.txt", "blank.txt"):
        assert main(["add", str(tmp_path / source), "--db", str(tmp_path / "new.db")]) == 1
        told = capsys.readouterr().err
        assert source in told and "nothing was added to" in told
    assert sorted(each.name for each in tmp_path.iterdir()) == ["blank.txt"]


def test_filters_find_what_they_say(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    incident = bombing(capsys, db)
    assert incident["reports"] == ["a", "b"]
    assert {claim["report"] for claim in incident["claims"]} == {"a", "b"}  # type: ignore[attr-defined]
    for words in (
        ["--toll", "killed>=10"], ["--country", "Somalia"], ["--country", "so"], ["--type", "bombing"],
        ["--text", "market"], ["--place", "Baidoa"], ["--box", "40,0,50,10"], ["--source", "Bay Voice"],
        ["--since", "2019-05-06", "--until", "2019-05-06"],
    ):  # fmt: skip
        assert incident["id"] in [row["id"] for row in lines(capsys, "incidents", "--db", db, *words)], words
    for words in (["--toll", "killed>=50"], ["--country", "Kenya"], ["--type", "meeting"], ["--box", "0,0,5,5"]):
        assert incident["id"] not in [row["id"] for row in lines(capsys, "incidents", "--db", db, *words)], words


def test_a_value_may_begin_with_a_minus(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    by_time = [row["id"] for row in lines(capsys, "events", "--db", db, "--sort", "time")]
    assert [row["id"] for row in lines(capsys, "events", "--db", db, "--sort", "-time")] == by_time[::-1]
    assert lines(capsys, "incidents", "--db", db, "--box", "-10,-5,50,10")
    with pytest.raises(SystemExit):
        main(["incidents", "--db", db, "--sort", "--limit", "1"])


def test_pages_follow_each_other(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = [row["id"] for row in lines(capsys, "events", "--db", db)]
    paged: list[object] = []
    after: list[str] = []
    while True:
        assert main(["events", "--db", db, "--format", "jsonl", "--limit", "1", *after]) == 0
        told = capsys.readouterr()
        paged += [json.loads(line)["id"] for line in told.out.splitlines()]
        if "--after" not in told.err:
            break
        after = ["--after", told.err.split("--after")[1].strip()]
    assert paged == whole and len(whole) > 2


def test_the_csv_of_a_list_has_its_columns(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reports", "--db", db, "--format", "csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows[0] == ["id", "published", "outlet", "title"]
    assert {row[0] for row in rows[1:]} == {"a", "b", "c"}


def test_an_incident_is_written_up_with_every_source(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    incident = bombing(capsys, db)
    assert main(["incident", str(incident["id"]), "--db", db]) == 0
    told = capsys.readouterr().out
    for words in (
        "Baidoa",
        "contested",
        "“14 people”",
        "“At least 19 people”",
        "Delta Wire",
        "Bay Voice",
        "How the figures changed",
        "first by the rule: 14, of 1 in 2 who give a figure",
        "2019-05-07 · Delta Wire\n",
    ):
        assert words in told, words
    assert main(["incident", incident["events"][0], "--db", db, "--format", "jsonl"]) == 0  # type: ignore[index]
    assert json.loads(capsys.readouterr().out)["id"] == incident["id"]


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((3, 5), "3–5 (first by the rule: 5, of 1 in 2 who give a figure)"),
        ((3, 5, 5), "3–5 (first by the rule: 5, of 2 in 3 who give a figure)"),
        ((5, 5), "5"),
    ],
)
def test_a_write_up_says_how_many_give_the_best_figure(figures: tuple[int, ...], told: str) -> None:
    settled = Settled("killed", (TollValue(min(figures), max(figures)),))
    dissent = [Dissent("killed", TollValue(n, n, "people"), f"voice {i}", ("r",)) for i, n in enumerate(figures)]
    dissent += [Dissent("killed", TollValue(1, 1), "voice 0", ("r",), superseded=True),
                Dissent("injured", TollValue(5, 5), "voice 0", ("r",))]  # fmt: skip
    incident = Incident("i", "bombing", "actual", "corroborated", (settled,), (), (), ("r",), tuple(dissent), (), 2,
                        (Settled("killed", (TollValue(5, 5),)),))  # fmt: skip
    file = io.StringIO()
    write_up(Story(incident, "", ()), console_on(file))
    (line,) = (line for line in file.getvalue().splitlines() if line.strip().startswith("killed"))
    assert line.split(maxsplit=1)[1] == told


def test_who_denies_that_a_party_did_it_is_not_printed_as_its_accuser() -> None:
    army = ActorValue(None, "army", "military", None)
    dissent = (Dissent("perpetrator", army, "army", ("r",), "denied"),)
    incident = Incident("i", "bombing", "actual", "contested", (), ("perpetrator",), (), ("r",), dissent, (), 2, ())
    file = io.StringIO()
    write_up(Story(incident, "", ()), console_on(file))
    assert "army, denied — army" in file.getvalue()


def test_what_one_side_alleges_is_printed_though_nothing_is_contested() -> None:
    rebels = ActorValue(None, "rebels", "rebel", None)
    dissent = (Dissent("perpetrator", rebels, "regime", ("r",), "alleged"),)
    incident = Incident("i", "suicide_bombing", "actual", "corroborated", (), (), (), ("r",), dissent, (), 2, ())
    file = io.StringIO()
    write_up(Story(incident, "", ()), console_on(file))
    assert "rebels, alleged — regime" in file.getvalue()


def test_loose_accounts_are_printed_last() -> None:
    incident = Incident("i", "bombing", "actual", "single-source", (), (), ("e1", "e2"), ("r",), (), (), 1, (), ("e1",))
    header = {"id": "r", "published": None, "outlet": "Wire", "title": None}
    told = tuple(
        (header, {"id": id_, "type": "bombing", "realis": "actual", "claims": [], "settled": {}})
        for id_ in ("e1", "e2")
    )
    file = io.StringIO()
    write_up(Story(incident, "", told), console_on(file))
    firm, aside = file.getvalue().split("Perhaps of another incident")
    assert "event e2" in firm and "event e1" in aside


def test_what_copies_tell_in_the_same_words_is_printed_once() -> None:
    headers = [{"id": id_, "published": None, "outlet": id_, "title": None, "wire": "a"} for id_ in ("a", "b", "c")]
    claim = {"field": "killed", "value": {"low": 3, "high": 3, "who": None, "part_of": None}, "said_by": None}
    told = [
        (
            header,
            {
                "id": f"of {header['id']}",
                "type": kind,
                "realis": "actual",
                "claims": [{**claim, "text": "three"}],
                "settled": {},
            },
        )
        for header, kind in zip(headers, ("bombing", "bombing", "shelling"), strict=True)
    ]
    incident = Incident("i", "bombing", "actual", "single-source", (), (), (), ("a",), (), (), 1)
    file = io.StringIO()
    write_up(Story(incident, "", tuple(told)), console_on(file))
    assert file.getvalue().count("“three”") == 2
    assert all(f"event of {id_}" in file.getvalue() for id_ in "abc")


def test_a_ruling_and_its_undoing(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = bombing(capsys, db)
    one, other = before["events"]  # type: ignore[misc]
    assert main(["rule", "apart", one, other, "--reason", "two markets", "--by", "Amal", "--db", db]) == 0
    ruling = capsys.readouterr().err.split("undo ")[1].split("`")[0]
    assert bombing(capsys, db)["reports"] != ["a", "b"]
    assert main(["merge", "--db", db]) == 0
    assert bombing(capsys, db)["reports"] != ["a", "b"]
    capsys.readouterr()
    assert main(["undo", ruling, "--db", db]) == 0
    assert bombing(capsys, db) == before
    capsys.readouterr()
    assert main(["rulings", "--db", db]) == 0
    (kept,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (kept["by"], kept["reason"], kept["kind"]) == ("Amal", "two markets", "apart") and kept["undone"]


def test_a_corrected_toll(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    incident = bombing(capsys, db)
    event = incident["events"][0]  # type: ignore[index]
    fix = ["rule", "correct", event, "--field", "killed", "--reason", "hospital list", "--by", "Amal", "--db", db]
    assert main([*fix, "--value", '{"low": 19, "high": 19}']) == 0
    after = bombing(capsys, db)
    assert after["settled"]["killed"] == {"low": 19, "high": 19}  # type: ignore[index]
    assert "killed" not in after["contested"]  # type: ignore[operator]
    capsys.readouterr()
    assert main([*fix, "--value", '{"lots": 19}']) == 1
    assert "is no value of killed" in capsys.readouterr().err
    for value in (
        '{"low": 19, "high": 12}',
        '{"low": -1}',
        '{"low": "19"}',
        '{"low": 19, "lots": 1}',
        "19",
        "nonsense",
    ):
        assert main([*fix, "--value", value]) == 1, value
        assert "is no value of killed" in capsys.readouterr().err
    place = ["rule", "correct", event, "--field", "place", "--reason", "map", "--db", db, "--value"]
    for value in (
        '{"name": "Baidoa", "lat": 95.0, "lon": 1.0}',
        '{"name": "Baidoa", "lat": 3.1}',
        '{"lat": 3.1, "lon": 43.6}',
    ):
        assert main([*place, value]) == 1, value
    assert main([*fix[:4], "colour", *fix[5:], "--value", '"red"']) == 1
    assert "no field 'colour'" in capsys.readouterr().err
    assert bombing(capsys, db)["settled"]["killed"] == {"low": 19, "high": 19}  # type: ignore[index]


def test_a_commitment_is_listed_with_its_deadline(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = lines(capsys, "commitments", "--db", db)
    assert any(c["by"] and c["deadline"] == "2019-06-30" for c in found), found
    assert lines(capsys, "commitments", "--db", db, "--by", "2019-07-01")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["incidents", "--db", "{}/none.db"], "There is no ledger"),
        (["incident", "nothing", "--db", "{}/l.db"], "there is no incident"),
        (["rule", "same", "x", "--reason", "r", "--db", "{}/l.db"], "two events"),
        (["rule", "reject", "x", "--reason", "r", "--db", "{}/l.db"], "no event"),
        (["incidents", "--country", "Atlantis", "--db", "{}/l.db"], "is no country"),
        (["incidents", "--country", "ZZZ", "--db", "{}/l.db"], "is no country"),
        (["events", "--since", "2019-06-01", "--until", "2019-05-31", "--db", "{}/l.db"], "lies after until"),
        (["reports", "--source", " ", "--db", "{}/l.db"], "source is empty"),
        (["incidents", "--toll", "many", "--db", "{}/l.db"], "is no toll"),
        (["export", "--format", "nonsense", "--db", "{}/l.db"], "nonsense"),
    ],
)
def test_what_is_wrong_gets_a_sentence(
    words: list[str], says: str, db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word.format(tmp_path) for word in words]) == 1
    told = capsys.readouterr()
    assert says in told.err and "Traceback" not in told.err and not told.out


def test_exports_come_out_of_the_ledger(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "acled", "--db", db, "--type", "bombing"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["country"] == "Somalia" and row["fatalities"] in ("14", "19")
    assert main(["export", "--format", "csv-events", "--db", db]) == 0
    whole = capsys.readouterr().out.splitlines()
    assert main(["export", "--format", "csv-events", "--db", db, "--limit", "2"]) == 0
    assert capsys.readouterr().out.splitlines() == whole[:3] and len(whole) > 3
    file = tmp_path / "incidents.gpkg"
    assert main(["export", "--format", "gpkg", "--db", db, "-o", str(file)]) == 0
    assert file.read_bytes().startswith(b"SQLite format 3")
    assert main(["export", "--format", "csv-claims", "--db", db, "--redact-private"]) == 0
    assert "killed" in capsys.readouterr().out


def test_rulings_that_are_none(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    incident = bombing(capsys, db)
    event = str(incident["events"][0])  # type: ignore[index]
    for words, told in (
        (["same", event, event], "two events that differ"),
        (
            ["confirm", str(incident["id"])],
            f"is an incident, and a ruling is on events; the events of this one: {event}",
        ),
        (["confirm", event, "--reason", " "], "needs a reason"),
        (["confirm", event, "--field", "killed"], "belong to correct"),
        (["correct", event, "--field", "kiled", "--value", "{}"], "there are perpetrator, target"),
        (["correct", event, "--field", "killed", "--value", "6"], "it is not in braces"),
        (["correct", event, "--field", "killed", "--value", "{low:6}"], "it is no JSON"),
        (["correct", event, "--field", "killed", "--value", '{"high": 6}'], "(low is missing; give it); write it like"),
        (["correct", event, "--field", "place", "--value", "[]"], '"name": "Taiz"'),
    ):
        assert main(["rule", "--reason", "r", *words, "--db", db]) == 1, words
        assert told in capsys.readouterr().err, words
    assert main(["rulings", "--db", db]) == 0 and not capsys.readouterr().out
    assert main(["backup", str(tmp_path), "--db", db]) == 1 and "is a folder" in capsys.readouterr().err


def test_who_joins_what_is_far_apart_is_told(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    kenyan, blast, again = (
        str(next(row["id"] for row in lines(capsys, "events", "--db", db, *words)))
        for words in (
            ("--type", "meeting"),
            ("--type", "bombing", "--source", "Delta Wire"),
            ("--type", "bombing", "--source", "Bay Voice"),
        )
    )
    assert main(["rule", "same", kenyan, blast, "--reason", "r", "--db", db]) == 0
    assert "told of other countries (" in capsys.readouterr().err
    assert main(["rule", "same", again, blast, "--reason", "r", "--db", db]) == 0
    assert "note:" not in capsys.readouterr().err


def test_a_backup_says_when_it_takes_the_place_of_one(
    db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = str(tmp_path / "copy.db")
    assert main(["backup", copy, "--db", db]) == 0 and "in place of" not in capsys.readouterr().err
    assert main(["backup", copy, "--db", db]) == 0 and "in place of the backup" in capsys.readouterr().err


def test_a_ruling_is_undone_once(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    event = str(bombing(capsys, db)["events"][0])  # type: ignore[index]
    assert main(["rule", "confirm", event, "--reason", "seen", "--db", db]) == 0
    ruling = capsys.readouterr().err.split("undo ")[1].split("`")[0]
    assert main(["undo", ruling, "--db", db]) == 0 and "is undone" in capsys.readouterr().err
    assert main(["undo", ruling, "--db", db]) == 0 and "undone before" in capsys.readouterr().err


def test_every_example_of_a_value_is_one() -> None:
    for field in FIELDS:
        assert _value(field, _example(field)) is not None, field
