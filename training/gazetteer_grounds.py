"""Where armed groups fight: UCDP's events → `tacitus/data/grounds.tsv.gz`, by `python -m training.gazetteer_grounds`.

In come UCDP's georeferenced events and its table of actors; out comes one row an armed group with the squares of half a
degree in which it fought and in how many events. The one thing to know: governments are left out, as they act
everywhere, and a group gets the grounds of those that it came out of or that joined it.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

UCDP = Path(__file__).parents[2] / "shared" / "data" / "train" / "ucdp"
TARGET = Path(__file__).parent.parent / "tacitus" / "data" / "grounds.tsv.gz"
#: Squares a degree of latitude and longitude is cut into, each way.
STEPS = 2
#: UCDP's precision of places: 1 exact … 4 known to the province; from 5 on the point stands for a region or a country.
COARSEST = 4
#: What UCDP calls a side that is no group.
NO_GROUPS = ("Government of", "Civilians", "Supporters of")


def events() -> Iterator[dict[str, str]]:
    """The events of all samples at hand, with the columns of the GED."""
    for name in ("ged191.csv", "ucdpged_sample1000.csv"):
        with (UCDP / name).open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    for feature in json.loads((UCDP / "car_v23_1.geojson").read_text("utf-8"))["features"]:
        lon, lat = feature["geometry"]["coordinates"]
        yield {**{k: str(v) for k, v in feature["properties"].items()}, "latitude": str(lat), "longitude": str(lon)}


def heirs() -> dict[int, set[int]]:
    """The actors that each actor became a part of, or was followed by."""
    found: dict[int, set[int]] = defaultdict(set)
    with (UCDP / "ucdp-actor-221.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        at = {name: n for n, name in enumerate(next(rows))}
        for row in rows:
            own = int(row[at["ActorId"]].split(":")[-1])
            for before in row[at["ActorIdPrev"]].split(","):
                if before.strip().isdigit():
                    found[int(before)].add(own)
            for joined in row[at["ActorIdAlliance"]].split(","):
                if joined.strip().isdigit():
                    found[own].add(int(joined))
    return found


def grounds() -> dict[int, Counter[tuple[int, int]]]:
    """The squares of every group."""
    own: dict[int, Counter[tuple[int, int]]] = defaultdict(Counter)
    for event in events():
        if not event["latitude"] or float(event["where_prec"]) > COARSEST:
            continue
        square = round(float(event["latitude"]) * STEPS), round(float(event["longitude"]) * STEPS)
        for side in ("a", "b"):
            name, number = event[f"side_{side}"], event[f"side_{side}_new_id"]
            if number and not name.startswith(NO_GROUPS):
                own[int(float(number))][square] += 1
    handed_on = {group: Counter(squares) for group, squares in own.items()}
    for group, later in heirs().items():
        for heir in later:
            if group in own:
                handed_on.setdefault(heir, Counter()).update(own[group])
    return handed_on


def main() -> None:
    """Write the table, and say how much is in it."""
    lines = ["actor\tsquares"]
    for group, squares in sorted(grounds().items()):
        lines.append(f"ucdp:{group}\t" + " ".join(f"{lat},{lon},{n}" for (lat, lon), n in sorted(squares.items())))
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", mtime=0))
    sys.stdout.write(f"{len(lines) - 1:,} groups, {TARGET.stat().st_size / 1e3:.0f} kB\n")


if __name__ == "__main__":
    main()
