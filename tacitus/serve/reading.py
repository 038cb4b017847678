"""Drop a report: read it, and keep it if it is wanted.

In: a text or a URL. Out: the contract's object. One thing to know: a URL is fetched by :mod:`tacitus.sources.fetch`,
the only code that uses the network, which refuses private addresses; here only http and https get that far, or a path
would be read as a file of the server.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from tacitus.errors import SettingError, SourceError
from tacitus.reader.model import chosen, fingerprint
from tacitus.records import contract
from tacitus.records.event import Document, Issue
from tacitus.records.report import Report
from tacitus.serve import shapes
from tacitus.serve.answers import plain
from tacitus.serve.described import ADDED, PROBLEM, READ
from tacitus.serve.desk import Desk, desk_of
from tacitus.serve.incident import stored
from tacitus.serve.security import Who, client_of, may, too_many
from tacitus.sources.draft import Draft, SourceProblem
from tacitus.sources.layout import freeze
from tacitus.sources.sources import open_sources

Json = dict[str, Any]
_ADDED = {"description": "The report, kept", "content": {"application/json": {"schema": ADDED}}}

router = APIRouter(tags=["reading"], responses={"default": PROBLEM})


@router.post("/read", responses={200: READ})
def read(request: Request, given: shapes.Given, who: Annotated[Who, Depends(may("read"))]) -> Response:
    """Read a report and show what is in it; nothing is kept."""
    desk = desk_of(request)
    _counted(desk, request, who)
    report, issues = _report(given)
    document = desk.read(report)
    return plain(contract.record(replace(document, issues=(*issues, *document.issues))), 200)


@router.post("/reports", status_code=201, responses={201: _ADDED, 200: _ADDED})
def add(request: Request, given: shapes.Given, who: Annotated[Who, Depends(may("add"))]) -> Response:
    """Read a report, keep it and merge it; 200 if it was there already."""
    desk = desk_of(request)
    _counted(desk, request, who)
    report, issues = _report(given)
    if not desk.ledger.unknown([report]):
        return _known(desk, report, None)
    document = desk.read(report)
    document = replace(document, issues=(*issues, *document.issues))
    name = chosen(desk.model)
    with desk.casebook() as book:
        *_, kept = book.keep(iter([document]), name, fingerprint(name), {"min_confidence": 0.0})
        if kept.known:
            return _known(desk, report, document)
        desk.audit.note(who.name, client_of(request), "add", report=report.id, url=report.url)
    found = stored(desk, report.id) or {}
    told = {"report": found, "kept": "changed" if kept.changed else "new", "incidents": _incidents(found)}
    return plain(told, 201)


def _known(desk: Desk, report: Report, document: Document | None) -> Response:
    """The report as it is kept. Where it is kept under another id (the same address), it is read again to be shown."""
    found = stored(desk, report.id)
    if found is None:
        found = {**contract.record(document or desk.read(report)), "incidents": {}}
    return plain({"report": found, "kept": "known", "incidents": _incidents(found)}, 200)


def _incidents(found: Json) -> list[str]:
    return sorted(set(found["incidents"].values()))


def _counted(desk: Desk, request: Request, who: Who) -> None:
    if not desk.guard.open and (wait := desk.readings.wait(who.name or client_of(request))):
        raise too_many(wait)


def _report(given: shapes.Given) -> tuple[Report, tuple[Issue, ...]]:
    """The report that is meant, and what is to be said about it. Raises for what is none."""
    if (given.text is None) == (given.url is None):
        raise SettingError("give either text or url")
    report, notes = _of_url(given) if given.url is not None else _of_text(given)
    if not report.text.strip():
        raise SourceError("The report holds nothing but blanks; there is nothing to read.")
    if len(report.text) > shapes.MOST_TEXT:
        most = f"The report holds more than {shapes.MOST_TEXT:,} characters"
        raise SourceError(f"{most}; add it with `tacitus add`, which takes longer ones.")
    return report, tuple(Issue("source", note) for note in notes)


def _of_text(given: shapes.Given) -> tuple[Report, tuple[str, ...]]:
    text = given.text or ""
    nulls = text.count("\0")
    notes = (f"{nulls} null character(s) are read as \ufffd.",) if nulls else ()
    text = text.replace("\0", "\ufffd")
    draft = Draft(
        text, source="text", outlet=given.outlet, title=given.title or None, published=given.published,
        basis="given" if given.published else None, notes=notes,
    )  # fmt: skip
    return freeze(draft)


def _of_url(given: shapes.Given) -> tuple[Report, tuple[str, ...]]:
    found = list(islice(open_sources([given.url or ""], published=given.published), 20))
    reports = [each for each in found if isinstance(each, Report)]
    notes = tuple(each.message for each in found if isinstance(each, SourceProblem))
    if not reports:
        raise SourceError(" ".join(["The address", *(f"{note[:1].lower()}{note[1:]}" for note in notes[:1])]))
    if len(reports) > 1:
        raise SourceError("The address holds several reports; add them with `tacitus add URL`.")
    report = reports[0]
    return replace(report, title=given.title or report.title, outlet=given.outlet or report.outlet), notes
