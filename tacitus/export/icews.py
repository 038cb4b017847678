"""Events → a table with the 20 columns of ICEWS's coded events, in its order.

In: dyads. Out: columns. One thing to know: tabs part the cells, as in ICEWS's own files.
"""

from __future__ import annotations

from tacitus.export import settled
from tacitus.export.columns import Column, day, empty
from tacitus.export.dyads import Dyad
from tacitus.export.nations import nation
from tacitus.export.parties import icews_sector
from tacitus.records.value import ActorValue


def _sector(party: ActorValue | None) -> str | None:
    return icews_sector(party) if party else None


COLUMNS: tuple[Column[Dyad], ...] = (
    Column("Event ID", "our id of the event; of its second pair with -2", lambda d: d.id),
    Column("Event Date", "the day, ISO 8601; empty where it is not known to the day", lambda d: day(d.day)),
    Column("Source Name", "who acts", lambda d: d.source.name if d.source else None),
    Column("Source Sectors", "the party's kind, in ICEWS's words", lambda d: _sector(d.source)),
    Column("Source Country", "its country", lambda d: nation(d.source.country).name if d.source else None),
    Column("Event Text", "the name of our type, with “(planned)” and the like, not the report's words",
           lambda d: d.label),
    Column("CAMEO Code", "of our type; an intent is 030, a threat 130, a denial 120", lambda d: d.cameo),
    Column("Intensity", "the code's weight on the Goldstein scale; empty for 176, which has none",
           lambda d: d.goldstein, float),
    Column("Target Name", "whom it is done or said to", lambda d: d.target.name if d.target else None),
    Column("Target Sectors", "the party's kind, in ICEWS's words", lambda d: _sector(d.target)),
    Column("Target Country", "its country", lambda d: nation(d.target.country).name if d.target else None),
    Column("Story ID", "the report's id", lambda d: d.row.report.id),
    empty("Sentence Number", "sentences are not kept: claims have offsets of characters (CSV of claims)", int),
    Column("Publisher", "the report's outlet", lambda d: d.row.report.outlet),
    Column("City", "the place, if it is a settlement or in one", lambda d: settled.town(d.place)),
    Column("District", "its district", lambda d: d.place.admin2),
    Column("Province", "its province", lambda d: d.place.admin1),
    Column("Country", "its country", lambda d: nation(d.place.country).name),
    Column("Latitude", "of the place; empty for a whole country", lambda d: d.spot[0], float),
    Column("Longitude", "the same", lambda d: d.spot[1], float),
)  # fmt: skip
