"""A user's own actors: they outrank ours, a bad table gets a sentence with its line, and what was added is found."""

import json
from datetime import date
from pathlib import Path

import pytest

from tacitus.cli import main
from tacitus.errors import DataError, SettingError
from tacitus.records.markup import Mention
from tacitus.records.span import Span
from tacitus.resolve.actors.added import add, remove, titles
from tacitus.resolve.actors.lookup import look_up
from tacitus.resolve.actors.mentions import resolve_actors
from tacitus.resolve.actors.table import Actor, ActorTable


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("TACITUS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def table(folder: Path, text: str) -> Path:
    path = folder / "mine.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_actors_outrank_ours(tmp_path: Path) -> None:
    added = add(table(tmp_path, 'name,kind,also,country\n"Orchid Falcons",militia,"Falcons; Taliban",KEN\n'))
    assert (added.title, added.actors, titles()) == ("mine", 1, ["mine"])
    text = "The Taliban and the Falcons struck."
    mentions = [Mention(Span(4, 11), "actor", "rebel", 1.0), Mention(Span(20, 27), "actor", None, 1.0)]
    values = resolve_actors(text, mentions, published=None, table=ActorTable.open())
    assert {value.actor for value in values.values()} == {"own:orchid-falcons"}
    assert {value.country for value in values.values()} == {"KEN"}
    remove("mine")
    values = resolve_actors(text, mentions[:1], published=None, table=ActorTable.open())
    assert values[mentions[0].span].actor == "ucdp:303"


def test_an_id_of_ours_is_overruled_and_lends_its_names(tmp_path: Path) -> None:
    add(table(tmp_path, "id,name,kind\nucdp:303,Emirate of Ours,government\n"))
    found = ActorTable.open().find("Afghan Taliban")[0]
    assert (found.id, found.name, found.kind, found.country) == ("ucdp:303", "Emirate of Ours", "government", "AFG")


def test_own_actors_have_their_dates(tmp_path: Path) -> None:
    add(table(tmp_path, "name,kind,from,to\nOrchid Falcons,rebel,1999-02-01,2004\n"))
    own = ActorTable.open()
    assert own.find("Orchid Falcons", date(2004, 12, 31)) and own.find("orchid falcons", date(1999, 2, 1))
    assert not own.find("Orchid Falcons", date(1999, 1, 31)) and not own.find("Orchid Falcons", date(2005, 1, 1))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "line 1: there is no column 'name'"),
        ("name,kind\n", "has no actors"),
        ("name,kind,colour\nA,rebel,red\n", "line 1: no column is called 'colour'"),
        ("name,kind,kind\nA,rebel,rebel\n", "line 1: a column stands there twice"),
        ("name,kind\nAlpha,rebel\nBeta,rebels\n", "line 3: no kind is called 'rebels'"),
        ("name,kind\nAlpha\n", "line 2: it has 1 cells and the head has 2"),
        ("name,kind\n...,rebel\n", "line 2: the name is empty"),
        ("name,kind,country\nAlpha,rebel,Kenya\n", "line 2: 'Kenya' is no country"),
        ("name,kind,from\nAlpha,rebel,1 May\n", "line 2: '1 May' is no date"),
        ("name,kind,from,to\nAlpha,rebel,2004-05-01,2003\n", "line 2: it ends before it begins"),
        ("name,kind,codes\nAlpha,rebel,KENREB\n", "line 2: 'KENREB' are no codes"),
        ("name,kind,id\nAlpha,rebel,a b\n", "line 2: 'a b' is no id"),
        ("name,kind\nAlpha,rebel\nalpha,militia\n", "line 3: the actor own:alpha stands in line 2 already"),
        ('name,kind\n"Alpha,rebel\n', "this is not CSV"),
        (f"name,kind\n{'A' * 5000},rebel\n", "its name is longer than 4,000"),
    ],
)
def test_a_bad_table_gets_a_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(SettingError) as told:
        add(table(tmp_path, text))
    assert sentence in str(told.value) and "mine.csv" in str(told.value)
    assert titles() == []


def test_what_is_no_text_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b"\xff\xfe\x00")
    for path, sentence in ((tmp_path / "b.csv", "not UTF-8"), (tmp_path / "c.csv", "cannot be read")):
        with pytest.raises(SettingError, match=sentence):
            add(path)
    with pytest.raises(SettingError, match="what was added: nothing"):
        remove("mine")


def test_a_damaged_table_says_how_to_be_rid_of_it(home: Path) -> None:
    (home / "actors").mkdir(parents=True)
    (home / "actors" / "old.tsv").write_text("own:a\tA\n", encoding="utf-8")
    with pytest.raises(DataError, match="tacitus actors remove old"):
        ActorTable.open()


def test_look_up() -> None:
    own = ActorTable.open()
    assert [a.id for a in look_up("NATO chief", date(2015, 6, 1), own) if isinstance(a, Actor)] == [
        "person:jens-stoltenberg"
    ]
    (described,) = look_up("villagers in Rakhine", None, own)
    assert (described.kind, described.country) == ("civilians", "MMR")
    assert look_up("Orchid Falcon Brigade", None, own) == []


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "find", "the", "US", "president", "--on", "2021-02-10", "--format", "jsonl"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["id"], found["country"]) == ("person:joe-biden", "USA")
    assert main(["actors", "find", "TTP"]) == 0
    assert "ucdp:356" in capsys.readouterr().out
    assert main(["actors", "find", "Orchid Falcons"]) == 1
    assert "no actor is called 'Orchid Falcons'" in capsys.readouterr().err
    assert main(["actors", "add", str(table(tmp_path, "name,kind\nOrchid Falcons,rebel\n"))]) == 0
    assert main(["actors", "find", "Orchid Falcons"]) == 0
    assert main(["actors", "list"]) == 0
    assert capsys.readouterr().out.endswith("mine\n")
    assert main(["actors", "remove", "mine"]) == 0 and titles() == []
    assert main(["actors", "add"]) == 1
