"""Commitments as a table that is kept, so that a list of them is no search; indexes that hold all a map shows."""

import json

from alembic import op
from sqlalchemy import Column, ForeignKey, String, column, select, table

revision = "0002"
down_revision = "0001"
_NEVER = "9999-12-31"
_LOT = 1000


def upgrade() -> None:
    """Make both tables from the incidents that are there, and the index anew."""
    commitments = op.create_table(
        "commitments",
        Column("incident_id", String, ForeignKey("incidents.id"), primary_key=True),
        Column("type", String, nullable=False),
        Column("realis", String, nullable=False),
        Column("own", String),
        Column("due", String, nullable=False),
    )
    spoken = op.create_table(
        "spoken",
        Column("incident_id", String, ForeignKey("incidents.id"), primary_key=True),
        Column("event", String, primary_key=True),
        sqlite_with_rowid=False,
    )
    incidents = table("incidents", column("id"), column("type"), column("realis"), column("body"))
    held = table("incident_events", column("incident_id"), column("event"))
    connection = op.get_bind()
    last = ""
    own: dict[str, str | None] = {}
    told: dict[str, list[str]] = {}
    kinds: dict[str, tuple[str, str]] = {}
    while lot := connection.execute(
        select(incidents).where(incidents.c.id > last).order_by(incidents.c.id).limit(_LOT)
    ).all():
        last = lot[-1].id
        for row in lot:
            settled = json.loads(row.body).get("settled", {})
            content, deadlines = _values(settled, "content"), _values(settled, "deadline")
            if content or deadlines:
                kinds[row.id] = (row.type, row.realis)
                own[row.id] = max((each["latest"][:10] for each in deadlines if each["latest"]), default=None)
                told[row.id] = list(dict.fromkeys(each["event"] for each in content if each.get("event")))
    asked = {event for events in told.values() for event in events}
    members = connection.execute(select(held.c.incident_id, held.c.event))
    where = {event: incident for incident, event in members if event in asked}
    rows = [
        {"incident_id": each, "type": kinds[each][0], "realis": kinds[each][1], "own": own[each],
         "due": max(filter(None, (own[each], *(own.get(where.get(e, "")) for e in told[each]))), default=_NEVER)}
        for each in own
    ]  # fmt: skip
    op.bulk_insert(commitments, rows)
    op.bulk_insert(spoken, [{"incident_id": each, "event": event} for each in told for event in told[each]])
    op.create_index("commitments_due", "commitments", ["due", "incident_id", "type", "realis"])
    op.create_index("spoken_event", "spoken", ["event"])
    shown = ["day", "id", "upto", "deaths", "lat", "lon", "type", "family", "country", "grade", "precision",
             "killed_low", "killed_high"]  # fmt: skip
    for name, columns in (("incidents_walk", shown), ("incidents_cell", ["cell", *shown])):
        op.drop_index(name, "incidents")
        op.create_index(name, "incidents", columns)


def _values(settled: dict[str, object], field: str) -> list[dict[str, str]]:
    found = settled.get(field, [])
    return found if isinstance(found, list) else [found]  # type: ignore[list-item]
