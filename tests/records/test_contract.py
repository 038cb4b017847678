"""The JSON lines contract: every line is valid against the schema, and every offset leads to its words."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tacitus import Reader
from tacitus.export import rows
from tacitus.records import contract
from tacitus.records.event import Document
from tacitus.records.report import Report
from tacitus.sources.sources import open_sources

SAMPLES = Path(__file__).parents[2] / "tacitus/data/samples"


@pytest.fixture(scope="module")
def documents(reader: Reader) -> list[Document]:
    return list(reader.read_all(r for r in open_sources([str(SAMPLES)]) if isinstance(r, Report)))


def words_in(found: Any) -> Iterator[dict[str, Any]]:
    """Every object with text, start and end, wherever it stands."""
    if isinstance(found, dict):
        if {"text", "start", "end"} <= set(found):
            yield found
        for value in found.values():
            yield from words_in(value)
    elif isinstance(found, list):
        for value in found:
            yield from words_in(value)


def test_every_line_is_valid_and_every_offset_holds(documents: list[Document]) -> None:
    schema = contract.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    seen = 0
    for document in documents:
        line = json.loads(contract.line(document))
        jsonschema.Draft202012Validator(schema).validate(line)
        for words in words_in(line["events"]) or words_in(line["quotes"]):
            assert line["report"]["text"][words["start"] : words["end"]] == words["text"]
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("stance", ["asserted", "alleged", "possible", "denied"])
def test_every_stance_is_valid(documents: list[Document], stance: str) -> None:
    document = next(d for d in documents if any(e.claims for e in d.events))
    events = tuple(replace(e, claims=tuple(replace(c, stance=stance) for c in e.claims)) for e in document.events)
    line = json.loads(contract.line(replace(document, events=events)))
    jsonschema.Draft202012Validator(contract.schema()).validate(line)
    assert {c["stance"] for e in line["events"] for c in e["claims"]} == {stance}


def test_a_line_read_back_is_the_same_line(documents: list[Document]) -> None:
    for document in documents:
        line = contract.record(document)
        assert contract.record(contract.read_record(line)) == line


def test_an_empty_document_is_valid() -> None:
    line = json.loads(contract.line(Document(Report("r", ""))))
    jsonschema.Draft202012Validator(contract.schema()).validate(line)
    assert line["events"] == line["quotes"] == line["issues"] == []


def test_part_of_and_content_point_to_what_is_there(documents: list[Document]) -> None:
    for document in documents:
        events = {e.id for e in document.events}
        for event in document.events:
            claims = {c.id for c in event.claims}
            for claim in json.loads(contract.line(document))["events"][0]["claims"]:
                part = claim["value"].get("part_of")
                assert part is None or part in claims | {
                    c["id"] for e in json.loads(contract.line(document))["events"] for c in e["claims"]
                }
                assert claim["value"].get("event") is None or claim["value"]["event"] in events


def test_reading_again_gives_the_same_lines(reader: Reader, documents: list[Document]) -> None:
    again = reader.read_all(d.report for d in documents)
    assert [contract.line(d) for d in again] == [contract.line(d) for d in documents]


def test_csv_has_a_row_for_each_claim_and_no_formula(documents: list[Document]) -> None:
    file = io.StringIO()
    rows.write(documents, file)
    found = list(csv.reader(io.StringIO(file.getvalue())))
    assert found[0] == list(rows.COLUMNS)
    assert len(found) - 1 == sum(max(1, len(e.claims)) for d in documents for e in d.events)
    assert not any(row[10][:1] in ("=", "+", "@") for row in found[1:])
