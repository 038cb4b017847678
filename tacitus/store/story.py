"""One incident as an analyst would write it up: the incident, and every report's account of it.

In: an incident's id. Out: :class:`Story`. One thing to know: the accounts come in the order of their reports'
dates, so that later figures stand after earlier ones.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from tacitus.records import contract
from tacitus.records.incident import Incident
from tacitus.store.tables import EVENTS, INCIDENT_EVENTS, INCIDENTS, REPORTS, live

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """An incident with its accounts: for each of its events the report's header and the contract's object."""

    incident: Incident
    changed: str
    accounts: tuple[tuple[Json, Json], ...]

    def record(self) -> Json:
        """The contract's object for the incident, with all claims."""
        return contract.incident_record(self.incident, ((report["id"], event) for report, event in self.accounts))


def story(connection: Connection, incident: str) -> Story | None:
    """The incident of that id; None if there is none."""
    wanted = select(INCIDENTS.c.body, INCIDENTS.c.changed).where(INCIDENTS.c.id == incident)
    found = connection.execute(wanted).first()
    if found is None:
        return None
    header = [REPORTS.c[name] for name in ("id", "url", "outlet", "title", "published", "language", "wire", "added")]
    mine = INCIDENT_EVENTS.join(EVENTS, EVENTS.c.id == INCIDENT_EVENTS.c.event)
    accounts = (
        select(EVENTS.c.body, *header)
        .select_from(mine.join(REPORTS, REPORTS.c.key == EVENTS.c.report_key))
        .where(INCIDENT_EVENTS.c.incident_id == incident, live(EVENTS))
        .order_by(REPORTS.c.day, EVENTS.c.key)
    )
    told = tuple(
        ({name: value for name, value in row._mapping.items() if name != "body"}, json.loads(row.body))
        for row in connection.execute(accounts)
    )
    return Story(contract.read_incident(json.loads(found.body)), found.changed, told)
