"""Places of a user's own: read from a dump or a CSV, opened beside ours, and taken out again."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tacitus.cli import main
from tacitus.errors import DataError, SettingError
from tacitus.records.span import Span
from tacitus.resolve.places.added import added_tables, home
from tacitus.resolve.places.files import add
from tacitus.resolve.places.gazetteer import Gazetteer
from tacitus.resolve.places.mentions import resolve_places

SAMPLE = Path(__file__).parents[4] / "shared/data/train/places/NL.txt"
HEAD = "name,lat,lon,country,admin1,admin2,names,population,id\n"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TACITUS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def dump(*places: tuple[int, str, str, str, str, str, str]) -> str:
    """Lines of a GeoNames dump: number, name, other names, class, code, admin1 and admin2 codes; all at one point."""
    lines = []
    for number, name, others, kind, code, one, two in places:
        cells = [str(number), name, name, others, "36.7", "68.9", kind, code, "AF", "", one, two, "", "", "1200"]
        lines.append("\t".join([*cells, "", "400", "Asia/Kabul", "2020-01-01"]))
    return "\n".join(lines) + "\n"


#: Kunduz province by its number in GeoNames, behind a village that lies in it.
DUMP = dump(
    (7, "Zzorvel", "Zorwel,زورول,Zur Vil", "P", "PPL", "24", ""),
    (1135690, "Kunduz", "", "A", "ADM1", "24", ""),
    (8, "Zzorvel Hotel", "", "S", "HTL", "24", ""),
    (9, "Zzorvel Bridge", "", "S", "BDG", "24", ""),
)


def named(gazetteer: Gazetteer, name: str) -> list[tuple[str, str, str | None]]:
    found = gazetteer.lookup(name)
    return [(p.kind, p.name, gazetteer.place(p.province).name if p.province is not None else None) for p in found]


def test_a_dump_is_read_with_its_provinces_wherever_they_stand(tmp_path: Path) -> None:
    (tmp_path / "AF.txt").write_text(DUMP, "utf-8")
    assert (added := add(tmp_path / "AF.txt", Gazetteer.open())).title == "AF"
    gazetteer = Gazetteer.open()
    assert added.places == 2 and [(t.title, len(t)) for t in added_tables()] == [("AF", 2)]
    assert named(gazetteer, "Zur Vil") == [("settlement", "Zzorvel", "Kunduz")]
    assert named(gazetteer, "Zzorvel Bridge") == [("feature", "Zzorvel Bridge", "Kunduz")]
    assert gazetteer.lookup("Zzorvel Hotel") == ()
    place = gazetteer.lookup("zzorvel")[0]
    assert gazetteer.is_added(place) and gazetteer.id_of(place) == "geonames:7"
    assert (place.country, place.magnitude) == ("AFG", pytest.approx(3.08, abs=0.05))
    assert len(gazetteer) == len(Gazetteer(Path("tacitus/data/gazetteer").resolve())) + 2


def test_a_zip_is_read_as_it_is(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "AF.zip", "w") as archive:
        archive.writestr("readme.txt", "not this one")
        archive.writestr("AF.txt", DUMP)
    assert add(tmp_path / "AF.zip", Gazetteer.open()).places == 2


def test_a_csv_gives_a_village_that_ours_lacks_and_the_report_finds_it(tmp_path: Path) -> None:
    rows = "Zzorvel,36.81,68.71,Afghanistan,Kunduz,Khanabad,Zorwel;Zur Vil,900,\nZzup,36.9,68.8,AF,,,,,\n"
    (tmp_path / "mine.csv").write_text(HEAD + rows, "utf-8")
    assert add(tmp_path / "mine.csv", Gazetteer.open()).places == 2
    text = "Two men were shot in Zur Vil village of Kunduz province."
    span = Span(text.index("Zur Vil"), text.index("Zur Vil") + len("Zur Vil village"))
    found = resolve_places(text, [span], countries={}, gazetteer=Gazetteer.open())[span]
    assert (found.name, found.country, found.admin1, found.admin2) == ("Zzorvel", "AFG", "Kunduz", "Khānābād")
    assert (found.lat, found.lon, found.precision) == (36.81, 68.71, "settlement")
    assert (found.gazetteer_id or "").startswith("added:")


def test_an_added_place_stands_before_ours_and_instead_of_the_same_place(tmp_path: Path) -> None:
    ours = next(p for p in Gazetteer.open().lookup("Kunduz") if p.kind == "settlement")
    (tmp_path / "mine.csv").write_text(
        HEAD + f"Kunduz,{ours.lat},{ours.lon},AFG,Kunduz,,,,\nSyria,34.0,66.0,AFG,,,,,\n"
    )
    add(tmp_path / "mine.csv", Gazetteer.open())
    gazetteer = Gazetteer.open()
    towns = [p for p in gazetteer.lookup("Kunduz") if p.kind == "settlement" and p.country == "AFG"]
    assert towns[0] == gazetteer.lookup("Kunduz")[0] and gazetteer.is_added(towns[0])
    assert ours.row not in {town.row for town in towns}
    assert gazetteer.country_named("Syria") == "SYR"  # a village is no reason to forget a country


def test_adding_a_file_again_replaces_it_and_it_can_be_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "my places.csv"
    for count in (3, 1):
        file.write_text(HEAD + "".join(f"Zzup {n},1,1,COD,,,,,\n" for n in range(count)), "utf-8")
        assert main(["places", "add", str(file)]) == 0
    assert main(["places", "list"]) == 0
    assert capsys.readouterr().out == "my-places\t1 place\n"
    assert main(["places", "remove", "my-places"]) == 0
    assert main(["places", "remove", "my-places"]) == 1
    assert added_tables() == [] and not Gazetteer.open().lookup("Zzup 0")
    assert main(["places", "add"]) == 1
    assert "tacitus places add FILE" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "no column name, lat, lon, country"),
        ("name,lat,lon\nA,1,1\n", "no column country"),
        (HEAD, "has no places"),
        (HEAD + "Zzup,95,1,AFG,,,,,\n", "line 2: it has no point"),
        (HEAD + "Zzup,nan,1,AFG,,,,,\n", "line 2: it has no point"),
        (HEAD + "Zzup,1\n", "line 2: it has no point"),
        (HEAD + "Zzup,1,1,AFG,,,,,\nZzap,1,1,Ruritania,,,,,\n", "line 3: it has the country 'Ruritania'"),
        (HEAD + " ,1,1,AFG,,,,,\n", "line 2: it has no name"),
        (HEAD.replace("id", "kind") + "Zzup,1,1,AFG,,,,,galaxy\n", "the kind 'galaxy'"),
        (HEAD + '"Zzup,1,1,AFG\n', "not a CSV"),
        (HEAD + "Z" * (1 << 18), "too long"),
        (DUMP + "7\tZzorvel\n", "line 5: it is not a line of a GeoNames dump"),
    ],
)
def test_what_is_no_list_of_places_gets_a_sentence_and_nothing_is_added(
    tmp_path: Path, own_home: Path, content: str, words: str
) -> None:
    (tmp_path / "mine.csv").write_text(content, "utf-8")
    with pytest.raises(SettingError, match=words):
        add(tmp_path / "mine.csv", Gazetteer.open())
    assert not list((own_home / "places").glob("*")) if (own_home / "places").exists() else True


def test_files_that_cannot_be_read_get_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "x.zip").write_bytes(b"no zip")
    two = io.BytesIO()
    with zipfile.ZipFile(two, "w") as archive:
        archive.writestr("a.txt", DUMP)
        archive.writestr("b.txt", DUMP)
    (tmp_path / "two.zip").write_bytes(two.getvalue())
    for name, words in (
        ("x.csv", "UTF-8"),
        ("x.zip", "cannot be read"),
        ("two.zip", "holds 2"),
        ("none", "No such file"),
    ):
        with pytest.raises(SettingError, match=words):
            add(tmp_path / name, Gazetteer.open())


def test_a_damaged_table_names_itself(tmp_path: Path) -> None:
    (tmp_path / "AF.txt").write_text(DUMP, "utf-8")
    add(tmp_path / "AF.txt", Gazetteer.open())
    (home() / "places/AF/index.npy").write_bytes(b"")
    with pytest.raises(DataError, match="tacitus places remove AF"):
        Gazetteer.open()


def test_the_home_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TACITUS_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home() == tmp_path / "tacitus"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home() == tmp_path / ".local/share/tacitus"


@pytest.mark.slow  # the sample lies beside the project
def test_the_sample_of_the_netherlands() -> None:
    assert add(SAMPLE, Gazetteer.open()).places > 10_000
    gazetteer = Gazetteer.open()
    found = gazetteer.lookup("Den Oord")[0]
    assert found.province is not None and gazetteer.place(found.province).name == "Utrecht"
    assert found.district is not None and "Wijk bij Duurstede" in gazetteer.place(found.district).name
    assert next(p for p in gazetteer.lookup("Drenthe") if p.kind == "province").country == "NLD"
