"""Claims are those of the events that are asked for, in their order, page by page."""

from dataclasses import replace

import pytest

from tacitus.errors import SettingError
from tacitus.store.ledger import Ledger
from tacitus.store.query import Query
from tests.store.build import document

QUERIES = (
    Query(), Query(sort="time"), Query(type="violence"), Query(actor="gov:army"), Query(source="dr. nuri"),
    Query(text="Mirwah"), Query(box=(0, -10, 90, 60)), Query(toll=("killed", 10)), Query(place="Mirwah"),
    Query(country="XXX"),
)  # fmt: skip


@pytest.fixture
def filled(ledger: Ledger, run: int) -> Ledger:
    ledger.add([document(n) for n in range(8)], run)
    return ledger


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("field", [None, "killed"])
def test_they_are_the_events_claims(filled: Ledger, query: Query, field: str | None) -> None:
    events = filled.events(query).rows
    wanted = {c["id"] for each in events for c in each["claims"] if field in (None, c["field"])}
    found = filled.claims(query, field=field).rows
    assert {each["id"] for each in found} == wanted and len(found) == len(wanted)
    assert list(dict.fromkeys(each["event"] for each in found)) == [each["id"] for each in events]
    paged, after = [], None
    for _ in range(20):
        page = filled.claims(replace(query, limit=3, after=after), field=field)
        paged += page.rows
        if (after := page.next) is None:
            break
    assert paged == found


def test_they_have_one_order(filled: Ledger) -> None:
    with pytest.raises(SettingError, match="cannot be ordered by killed"):
        filled.claims(Query(sort="-killed"))
    with pytest.raises(SettingError, match="does not mark"):
        filled.claims(Query(after=filled.events(Query(limit=1)).next))
