"""A list as large as GeoNames' allCountries: read in a stream, put in order on disk, opened without loading."""

from __future__ import annotations

import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tacitus.errors import SettingError
from tacitus.resolve.places import build as placebuild
from tacitus.resolve.places.build import Unit, build
from tacitus.resolve.places.files import add
from tacitus.resolve.places.gazetteer import MOST_NAMESAKES, Gazetteer
from tacitus.resolve.places.table import MOST_ROWS, Table

#: Rows of the made-up dump; the city stands behind more hamlets of its name than are looked at.
ROWS, HAMLETS, CITY = 4000, 400, 3999


@pytest.fixture(autouse=True)
def small_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TACITUS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(placebuild, "_CHUNK", 300)


def dump() -> Iterator[str]:
    """Lines in GeoNames' layout; every tenth place is called Zzorvel, and the last of all is a city of that name."""
    for n in range(ROWS):
        name = "Zzorvel" if n % 10 == 0 or n == CITY else f"Zz{n:04d}ap"
        people, others = 700_000 if n == CITY else n % 50, f"Zzur Vil {n},Зорвел {n},زورول"
        cells = [str(30_000_000 + n), name, name, others, f"{n / 100 - 20:.5f}", f"{n / 50:.5f}", "P", "PPL", "CD"]
        yield "\t".join([*cells, "", "00", "", "", "", str(people), "", "", "Africa/Kinshasa", "2020-01-01"]) + "\n"


def test_a_large_dump_is_added_with_the_city_before_the_hamlets(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "allCountries.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("allCountries.txt", "".join(dump()))
    assert add(tmp_path / "allCountries.zip", Gazetteer.open()).places == ROWS
    opened = Gazetteer.open()
    found = opened.lookup("Zzorvel")
    assert len(found) == MOST_NAMESAKES < HAMLETS
    assert opened.id_of(found[0]) == f"geonames:{30_000_000 + CITY}"
    assert [p.magnitude for p in found] == sorted((p.magnitude for p in found), reverse=True)
    assert [p.name for p in opened.lookup("Zzur Vil 1234")] == ["Zz1234ap"]
    assert not list((tmp_path / "home/places/allCountries").glob("*.raw"))


def units(count: int) -> Iterator[Unit]:
    for n in range(count):
        yield Unit("settlement", f"Al-Zzup {n}", [], 1.0, 1.0, ("COD", "", ""), "added", n)


def test_the_files_are_in_order(tmp_path: Path) -> None:
    assert build(tmp_path, units(1000), MOST_ROWS) == 1000
    table = Table(tmp_path)
    assert np.all(np.diff(table.rows["population"].astype(int)) <= 0)
    index = np.load(tmp_path / "index.npy")
    assert len(index) == 3 * 1000 and np.all(index[:-1] < index[1:])  # as it is, without its article, in one word
    for key in ("al zzup 777", "zzup 777", "alzzup777"):
        assert [table.name(table.record(row)[3]) for row in table.bearers(key, 9)] == ["Al-Zzup 777"]


def test_memory_does_not_grow_with_the_list(tmp_path: Path) -> None:
    peaks = []
    for count in (1000, 8000):
        tracemalloc.start()
        build(tmp_path, units(count), MOST_ROWS)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # Twelve bytes a place while the order is made; the rows and their keys alone would be 55.
    assert peaks[1] - peaks[0] < 7000 * 25


def test_too_many_places_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="more than 10 places"):
        build(tmp_path, units(11), 10)
    assert build(tmp_path, units(0), 10) == 0
