"""Exports come as streams, filtered, in every format; what cannot be exported is a problem."""

import csv
import io
import json

import pytest

from tacitus.export import formats
from tests.serve.conftest import Browser, problem


@pytest.mark.parametrize("name", list(formats.FORMATS))
def test_every_format_streams(client: Browser, name: str) -> None:
    with client.stream("GET", f"/api/v1/export?format={name}") as response:
        assert response.status_code == 200
        assert response.headers["Content-Type"].split(";")[0] == formats.FORMATS[name].media
        disposition = response.headers["Content-Disposition"]
        assert disposition.startswith(f'attachment; filename="tacitus-{name}-')
        assert disposition.endswith(f'{formats.FORMATS[name].ending}"')
        assert response.read()


def test_an_export_is_filtered_and_redacted(client: Browser) -> None:
    found = client.get("/api/v1/export?format=csv&type=bombing").text
    assert len(list(csv.DictReader(io.StringIO(found)))) == 1
    lines = client.get("/api/v1/export?format=jsonl").text.splitlines()
    assert len(lines) == 4 and "Dr. Nuri" in str(json.loads(lines[0]))
    redacted = client.get("/api/v1/export?format=jsonl&redact_private=1").text
    assert "Dr. Nuri" not in redacted and len(redacted.splitlines()) == 4


def test_a_large_export_comes_in_pieces(client: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tacitus.serve.exports._PIECE", 100)
    with client.stream("GET", "/api/v1/export?format=jsonl", headers={"Accept-Encoding": "identity"}) as response:
        assert "Content-Length" not in response.headers
        assert sum(len(each) for each in response.iter_raw()) > 4000


def test_what_cannot_be_exported_is_a_problem(client: Browser) -> None:
    assert "no format" in problem(client.get("/api/v1/export?format=xlsx"), 422)
    problem(client.get("/api/v1/export"), 422)
    problem(client.get("/api/v1/export?format=csv&type=nothing"), 422)
    problem(client.get("/api/v1/export?format=csv&sort=colour"), 422)


def test_the_formats_are_told_with_their_columns(client: Browser) -> None:
    found = {each["name"]: each for each in client.items("formats")}
    assert set(found) == set(formats.FORMATS)
    assert len(found["acled"]["columns"]) == 31 and found["acled"]["columns"][0]["told"]
