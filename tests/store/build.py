"""Documents of invented reports, built by hand: the words of a claim are looked up in the text."""

from dataclasses import replace
from datetime import date

from tacitus.records.event import Claim, Document, Event, Issue, Quote, Said, Settled
from tacitus.records.incident import Incident
from tacitus.records.report import Report, content_id
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue, PlaceValue, TimeValue, TollValue, Value

MIRWAH = PlaceValue("Mirwah", "settlement", "AFG", "Ta‘lan Province", None, 34.5, 69.2, "settlement", "invented:1")
TESFA = PlaceValue("Tesfa", "settlement", "SOM", "Banda", None, 2.5, 45.5, "settlement", "invented:2")
SUVALI = PlaceValue("Suvali", "settlement", "FJI", "Rokua", None, -17.0, -179.5, "settlement", "invented:3")
REBELS = ActorValue("org:fol", "Front of Light", "rebel", "AFG")
ARMY = ActorValue("gov:army", "the Army", "military", "AFG")
#: Each place with its day, how many were killed and who did it.
SCENES = (
    (MIRWAH, "2020-03-01", 3, REBELS, "bombing"),
    (TESFA, "2020-03-15", 12, ARMY, "armed_clash"),
    (SUVALI, "2021-07-02", 1, REBELS, "meeting"),
    (MIRWAH, "2021-12-31", 40, ARMY, "shelling"),
)


def document(
    number: int, *, url: str | None = None, more: str = "", outlet: str | None = None, id_: str | None = None
) -> Document:
    """A report on one scene, with an event, a quote and an issue; ``more`` is what a later version says as well."""
    place, day, killed, actor, kind = SCENES[number % len(SCENES)]
    text = (
        f"{actor.name} killed {killed} people in {place.name} on {day}, Dr. Nuri said. “It was – bad,” he said.{more}"
    )
    report = Report(
        id_ or content_id(url, text, str(number)), f"Report {number}: {text}", url, outlet or f"Outlet {number % 3}",
        f"Report number {number}", date.fromisoformat(day), "given", "en",
    )  # fmt: skip
    return with_event(report, [(kind, place, day, killed, actor)])


def with_event(report: Report, told: list[tuple[str, PlaceValue, str, int, ActorValue]]) -> Document:
    text = report.text
    said = Said(_span(text, "Dr. Nuri"), ActorValue(None, "Dr. Nuri", "person", None))
    events = []
    for ordinal, (kind, place, day, killed, actor) in enumerate(told):
        id_ = content_id(report.id, kind, str(ordinal))
        values: list[tuple[str, Value, str]] = [
            ("perpetrator", actor, actor.name), ("place", place, place.name), ("time", TimeValue(day, day, "day"), day),
            ("killed", TollValue(killed, killed, "people"), f"{killed} people"),
        ]  # fmt: skip
        claims = tuple(
            Claim(content_id(id_, field), field, value, _span(text, words), said, "asserted", 0.75)
            for field, value, words in values
        )
        settled = tuple(
            Settled(field, (TollValue(value.low, value.high) if isinstance(value, TollValue) else value,))
            for field, value, _ in values
        )
        trigger = _span(text, "killed")
        realis, sure = ("historical", 0.5) if kind == "bombing" else ("actual", 0.8)
        events.append(Event(id_, kind, realis, sure, trigger, (trigger,), claims, settled))
    quote = Quote(_span(text, "It was – bad"), said, _span(text, "said"), True)
    return Document(report, None, None, tuple(events), (quote,), (Issue("resolve", "an invented issue", 3),))


def incident(id_: str, documents: list[Document], *, grade: str = "single-source", contested: bool = False) -> Incident:
    """The events of the documents as one incident, with the fields of the first."""
    first = documents[0].events[0]
    events = tuple(sorted(event.id for each in documents for event in each.events))
    reports = tuple(sorted(each.report.id for each in documents))
    return Incident(
        id_, first.type, first.realis, grade, first.settled, ("killed",) if contested else (), events, reports,
        reasons=("the same place and day",),
    )  # fmt: skip


def promising(documents: list[Document]) -> list[Incident]:
    """Three incidents that speak of what is to come: a promise of an act with a day of its own, a threat with a day and
    an agreement without; then the act that is promised, which is nobody's word itself.
    """
    until = {n: Settled("deadline", (TimeValue(None, f"2022-0{n}-01", "day"),)) for n in (3, 5)}
    speaks = Settled("content", (ContentValue(event=documents[3].events[0].id),))
    words = Settled("content", (ContentValue("peace for all"),))
    told = (("promise", (speaks,)), ("threat", (until[3], words)), ("agreement", (words,)), ("shelling", (until[5],)))
    return [
        replace(incident(f"i-{n}", [documents[n]]), type=kind, settled=(*documents[n].events[0].settled, *more))
        for n, (kind, more) in enumerate(told)
    ]


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
