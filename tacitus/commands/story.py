"""One incident in words, as an analyst would write it up.

In: an incident with every report's account of it. Out: lines on a console. One thing to know: first what is settled,
then what each source says with its own words, then how the figures changed, then what is perhaps of another incident,
then why all this is taken for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from tacitus.export import table
from tacitus.records import contract
from tacitus.records.incident import Dissent, Incident
from tacitus.records.ontology import load as load_ontology
from tacitus.records.value import (
    TOLL_FIELDS,
    ActorValue,
    ContentValue,
    PlaceValue,
    TimeValue,
    TollValue,
    Value,
    WeaponValue,
)
from tacitus.store.story import Story

Json = dict[str, Any]


def write_up(story: Story, console: Console) -> None:
    """One incident as an analyst would write it up."""
    incident, ontology = story.incident, load_ontology()
    realis = "" if incident.realis == "actual" else f" ({incident.realis})"
    head = [ontology[incident.type].label + realis, *map(table.place, incident.of("place"))]
    head += [table.when(value) for value in incident.of("time")]
    console.print(Text(" · ".join(filter(None, head)), style="bold"))
    console.print(Text(f"{incident.id} · {incident.grade}, {_counts(incident)}", style="dim"))
    console.print()
    for entry in incident.settled:
        if entry.field in ("place", "time"):
            continue
        best = next((e.values for e in incident.best if e.field == entry.field), ())
        words = "; ".join(map(said, entry.values))
        if best and best != entry.values:
            words += f" ({_backing(incident, entry.field, best[0])})"
        console.print(Text(f"  {entry.field:12} {words}"), soft_wrap=True)
    also = dict.fromkeys(d.field for d in incident.dissent if d.field not in (*incident.contested, *TOLL_FIELDS))
    for field, how in (*((f, "contested") for f in incident.contested), *((f, "also told") for f in also)):
        console.print(Text(f"  {field:12} {how}", style="yellow"))
        for each in (d for d in incident.dissent if d.field == field):
            console.print(Text(f"    {_differing(each)}"), soft_wrap=True)
    firm = [account for account in story.accounts if account[1]["id"] not in incident.loose]
    console.print(Text("\nWhat each source says", style="bold"))
    _accounts(firm, console)
    _history(firm, console)
    if aside := [account for account in story.accounts if account[1]["id"] in incident.loose]:
        console.print(
            Text(
                "\nPerhaps of another incident: settles nothing, but for a toll of that day and place told by no other",
                style="bold",
            )
        )
        _accounts(aside, console)
    if incident.reasons:
        console.print(Text("\nWhy this is one incident", style="bold"))
        reasons = sorted(incident.reasons, key=lambda reason: reason.startswith("but "))  # what speaks for it first
        console.print(Text("  " + "; ".join(reasons)), soft_wrap=True)


def _accounts(accounts: Sequence[tuple[Json, Json]], console: Console) -> None:
    """Each report's account in its own words; what copies of one story tell in the same words stands once."""
    same: dict[tuple[str, ...], list[tuple[Json, Json]]] = {}
    for report, event in accounts:
        lines = (f"{event['type']} ({event['realis']})", *map(_claim, event["claims"]))
        same.setdefault((report.get("wire") or report["id"], *lines), []).append((report, event))
    for (_, kind, *claims), alike in same.items():
        console.print()
        for report, event in alike:
            header = (report["published"] or "no date", report["outlet"] or report["id"], report["title"])
            console.print(Text("  " + " · ".join(filter(None, header))), soft_wrap=True)
            console.print(Text(f"    event {event['id']} · {kind}", style="dim"), soft_wrap=True)
        for claim in claims:
            console.print(Text(f"    {claim}"), soft_wrap=True)


def _claim(claim: Json) -> str:
    """What a claim says, with its words and who says so."""
    who = claim["said_by"]
    by = f" — {who['actor']['name'] if who['actor'] else who['text']}" if who else ""
    value = said(contract.read_value(claim["field"], claim["value"]))
    return f"{claim['field']:12} {value}: “{short(claim['text'])}”{by}"


def _differing(each: Dissent) -> str:
    """A value beside the settled one, with who says it and in which reports."""
    value = said(each.value) if each.value is not None else each.stance
    how = f", {each.stance}" if each.value is not None and each.stance != "asserted" else ""
    old = ", since replaced" if each.superseded else ""
    by = "the report itself" if each.by in each.reports else each.by
    return f"{value}{how} — {by}{old} [{', '.join(each.reports)}]"


def _backing(incident: Incident, field: str, best: Value) -> str:
    """How many of those who give a figure give the best one."""
    given = [
        (d.value.low, d.value.high)
        for d in incident.dissent
        if d.field == field and isinstance(d.value, TollValue) and not d.superseded
    ]
    backed = sum(isinstance(best, TollValue) and each == (best.low, best.high) for each in given)
    return f"first by the rule: {said(best)}, of {backed} in {len(given)} who give a figure"


def _history(accounts: Sequence[tuple[Json, Json]], console: Console) -> None:
    """How the figures changed as reports came out."""
    lines = []
    for report, event in accounts:
        tolls = table.tolls(Incident("", event["type"], "", "", contract.read_settled(event["settled"]), (), (), ()))
        if tolls:
            lines.append(
                f"  {report['published'] or 'no date':10}  {', '.join(tolls)} ({report['outlet'] or report['id']})"
            )
    if len(lines) > 1:
        console.print(Text("\nHow the figures changed", style="bold"))
        for line in lines:
            console.print(Text(line), soft_wrap=True)


def _counts(incident: Incident) -> str:
    several = "" if len(incident.reports) == 1 else "s"
    more = "" if incident.sources == 1 else "s"
    loose = f", {len(incident.loose)} of {len(incident.events)} accounts perhaps of another" if incident.loose else ""
    return f"{len(incident.reports)} report{several}, {incident.sources} independent source{more}{loose}"


def said(value: Value) -> str:
    """A value in words."""
    match value:
        case ActorValue():
            return value.name
        case PlaceValue():
            return table.place(value)
        case TimeValue():
            return table.when(value) or "no day known"
        case TollValue():
            return table.count(value) + (f" {value.who}" if value.who else "")
        case WeaponValue():
            return value.name
        case ContentValue():
            return value.text or f"event {value.event}"


def short(words: str) -> str:
    """Words on one line, cut where they are long."""
    plain = " ".join(words.split())
    return plain if len(plain) <= 120 else plain[:117] + "…"
