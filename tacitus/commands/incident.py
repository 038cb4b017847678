"""The commands on single incidents: write one up, rule on its events, follow what was promised.

In: parsed arguments. Out: an exit code. One thing to know: a ruling names events and not incidents, since incidents are
computed anew; whoever rules gives a name and a reason, and nothing that was ruled is ever deleted.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from typing import Any

from rich.text import Text

from tacitus.asked import commitment_record
from tacitus.asked import followed as followed_in
from tacitus.casebook import Casebook
from tacitus.commands.ledger import opened, write_json
from tacitus.commands.story import short, write_up
from tacitus.commands.terminal import console_on, output, tell
from tacitus.errors import SettingError
from tacitus.export import table
from tacitus.merge.commitments import Commitment
from tacitus.records import contract
from tacitus.records.ontology import load as load_ontology
from tacitus.records.value import TOLL_FIELDS, PlaceValue, TimeValue, Value
from tacitus.serve.values import checked_field, value_of
from tacitus.store.ledger import Ledger

Json = dict[str, Any]


def incident(args: argparse.Namespace) -> int:
    """The command."""
    with opened(args) as ledger:
        story = ledger.incident(args.id) or ledger.incident(ledger.incidents_of([args.id]).get(args.id, ""))
    if story is None:
        none = f"there is no incident {args.id!r} in the ledger, nor an event of that id in one"
        raise SettingError(f"{none}; `tacitus incidents` lists them")
    with output(args.output) as file:
        if args.format == "jsonl":
            file.write(json.dumps(story.record(), ensure_ascii=False) + "\n")
        else:
            write_up(story, console_on(file))
    return 0


def rule(args: argparse.Namespace) -> int:
    """The command."""
    value: Value | None = None
    if args.kind != "correct" and (args.field or args.value):
        raise SettingError(f"--field and --value belong to correct, and {args.kind} takes none; leave them out")
    if args.kind == "correct":
        if not args.field or args.value is None:
            raise SettingError(
                'correct needs --field and --value, such as --field killed --value \'{"low": 12, "high": 12}\''
            )
        value = _value(args.field, args.value)
    with opened(args) as ledger:
        by = args.by or getpass.getuser()
        _are_events(ledger, args.events)
        ruling = Casebook(ledger).rule(args.kind, args.events, by=by, reason=args.reason, field=args.field, value=value)
        if args.kind == "same" and (why := _unlike(ledger, args.events)):
            tell(f"note: {why}; look again whether they are the same")
    tell(f"ruled; take it back with `tacitus undo {ruling.id}`")
    return 0


def _value(field: str, typed: str) -> Value | None:
    """A corrected value as typed. Raises :class:`SettingError`, which shows how it is written."""
    checked_field(field)
    try:
        found = json.loads(typed)
        if found is None or isinstance(found, dict):
            return value_of(field, found)
        why = "it is not in braces"
    except json.JSONDecodeError as error:
        why = f"it is no JSON: {error}"
    except SettingError as error:
        why = str(error).removeprefix("value").lstrip(".: ")
    raise SettingError(f"{typed!r} is no value of {field} ({why}); write it like {_example(field)}, or null")


def _example(field: str) -> str:
    """How a value of the field is written."""
    if field in TOLL_FIELDS:
        return '{"low": 12, "high": 12}'
    day = '{"earliest": "2018-03-09", "latest": "2018-03-09", "precision": "day"}'
    return {
        "place": '{"name": "Taiz", "country": "YEM", "lat": 13.58, "lon": 44.02, "precision": "settlement"}',
        "time": day,
        "deadline": day,
        "content": '{"text": "to open the border"}',
        "weapon": '{"name": "car bomb"}',
    }.get(field, '{"name": "Houthis"}')


def _are_events(ledger: Ledger, ids: list[str]) -> None:
    """Raises :class:`SettingError` where an incident's id is given: what is ruled on are its events."""
    for each in ids:
        if story := ledger.incident(each):
            theirs = ", ".join(story.incident.events)
            raise SettingError(f"{each} is an incident, and a ruling is on events; the events of this one: {theirs}")


def _unlike(ledger: Ledger, ids: list[str]) -> str:
    """What speaks against two events being one, in words: other countries, other years; empty where nothing does."""
    settled = [{e.field: e.values for e in account.event.settled} for account in ledger.accounts(event_ids=ids)]
    countries = [{v.country for v in s.get("place", ()) if isinstance(v, PlaceValue) and v.country} for s in settled]
    years = [
        {(v.earliest or v.latest or "")[:4] for v in s.get("time", ()) if isinstance(v, TimeValue)} - {""}
        for s in settled
    ]
    told = []
    for what, (one, other) in (("countries", countries), ("years", years)):
        if one and other and not one & other:
            told.append(f"they are told of other {what} ({', '.join(sorted(one))}; {', '.join(sorted(other))})")
    return " and ".join(told)


def undo(args: argparse.Namespace) -> int:
    """The command."""
    with opened(args) as ledger:
        before = any(ruling.id == args.ruling and ruling.undone for ruling in ledger.rulings(active=False))
        if not before:
            Casebook(ledger).undo(args.ruling)
    tell(f"{args.ruling} was undone before; nothing changed" if before else f"{args.ruling} is undone")
    return 0


def rulings(args: argparse.Namespace) -> int:
    """The command."""
    with opened(args) as ledger:
        found = ledger.rulings(active=False)
    write_json(map(contract.ruling_record, found))
    if not found:
        tell("nobody has ruled yet; see `tacitus rule --help`")
    return 0


def followed(args: argparse.Namespace) -> int:
    """The command."""
    with opened(args) as ledger:
        found = followed_in(ledger, actor=args.actor, by=args.by)
    if args.format == "jsonl":
        write_json(map(commitment_record, found))
    else:
        console = console_on(sys.stdout)
        for each in found:
            console.print(Text(_in_words(each)), soft_wrap=True)
    if not found:
        tell("no promise, threat or demand in the ledger answers to that")
    return 0


def _in_words(each: Commitment) -> str:
    ontology = load_ontology()
    when = "".join(f"{day}  " for value in each.incident.of("time") if (day := table.when(value)))
    to = f" to {', '.join(each.to)}" if each.to else ""
    acts = ", ".join(dict.fromkeys(ontology[act.type].label.lower() for act in each.acts))
    what = "; ".join(filter(None, (acts, *(f"“{short(words)}”" for words in each.what[:1]))))
    deadline = f", by {each.deadline}" if each.deadline else ""
    label = ontology[each.incident.type].label.lower()
    return (
        f"{when}{', '.join(each.by) or '?'}: {label}{to}: {what or '?'}{deadline} — {each.state} [{each.incident.id}]"
    )
