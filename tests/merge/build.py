"""Accounts of invented events, built by hand."""

from datetime import date

from tacitus.records.event import Claim, Event, Said, Settled
from tacitus.records.incident import Account
from tacitus.records.report import content_id
from tacitus.records.span import Span
from tacitus.records.value import TOLL_FIELDS, ActorValue, PlaceValue, TimeValue, TollValue, Value

MARO = PlaceValue("Maro", "settlement", "TCD", "Moyen-Chari", None, 8.4, 18.8, "settlement", "invented:maro")
SARH = PlaceValue("Sarh", "settlement", "TCD", "Moyen-Chari", None, 9.1, 18.4, "settlement", "invented:sarh")
SOUTH = PlaceValue("Moyen-Chari", "province", "TCD", "Moyen-Chari", None, 9.0, 18.3, "province", "invented:south")
BORDER = PlaceValue("Paoua", "settlement", "CAF", "Ouham-Pende", None, 7.2, 16.4, "settlement", "invented:paoua")
REBELS = ActorValue("org:river-front", "River Front", "rebel", "TCD")
OTHERS = ActorValue("org:dawn", "Dawn Army", "rebel", "TCD")
ARMY = ActorValue("gov:TCD.military", "Chadian army", "military", "TCD")
DOCTOR = ActorValue(None, "hospital doctor", "civilians", "TCD")
POLICE = ActorValue("gov:TCD.police", "Chadian police", "police", "TCD")
WORDS = ("=attack", "Maro", "gunmen", "market", "attack", "morni", "@TCD/Moyen-Chari", "@maro")


def account(
    report: str,
    *,
    kind: str = "armed_attack",
    day: str | None = "2019-03-04",
    place: PlaceValue | None = MARO,
    published: str | None = "2019-03-05",
    realis: str = "actual",
    by: ActorValue | None = None,
    perpetrator: ActorValue | None = None,
    killed: int | tuple[int, int | None] | None = None,
    words: tuple[str, ...] = WORDS,
    stance: str = "asserted",
    number: int = 0,
    source: str | None = None,
) -> Account:
    """One report's account; ``by`` is who says all of it."""
    id_ = content_id(report, kind, str(number))
    said = Said(Span(0, 4), by) if by else None
    low, high = (killed, killed) if isinstance(killed, int) else killed or (0, 0)
    values: list[tuple[str, Value]] = []
    if place:
        values.append(("place", place))
    if day:
        values.append(("time", TimeValue(day, day, "day")))
    if perpetrator:
        values.append(("perpetrator", perpetrator))
    if killed is not None:
        values.append(("killed", TollValue(low, high)))
    claims = tuple(
        Claim(content_id(id_, field), field, value, Span(5, 9), said, _stance(field, stance), 0.8)
        for field, value in values
    )
    event = Event(
        id_, kind, realis, 0.9, Span(10, 16), (Span(10, 16),), claims,
        tuple(Settled(field, (value,)) for field, value in values),
    )  # fmt: skip
    when = date.fromisoformat(published) if published else None
    return Account(event, report, when, f"{report} News", source or report, tuple(sorted(words)))


def _stance(field: str, stance: str) -> str:
    return stance if field == "perpetrator" else "asserted"


def only(settled: tuple[Value, ...]) -> Value:
    """The one value there is."""
    assert len(settled) == 1
    return settled[0]


assert set(TOLL_FIELDS) >= {"killed"}
