"""Dropping a report: read, kept, refused; and reports that mean harm."""

import json
from pathlib import Path

import pytest
from jsonschema import validate

from tacitus.records import contract
from tacitus.serve import reading
from tacitus.sources import sources
from tacitus.sources.fetch import Fetched
from tests.serve.conftest import Browser, problem

STORY = {
    "text": "A car bomb killed 14 people in the market of Baidoa on Monday, Somali police said.",
    "published": "2019-05-07", "title": "Blast in Baidoa", "outlet": "Delta Wire",
}  # fmt: skip


def test_a_text_is_read_and_not_kept(client: Browser) -> None:
    response = client.act("read", STORY)
    assert response.status_code == 200, response.text
    found = response.json()
    validate(found, contract.schema())
    assert found["report"]["outlet"] == "Delta Wire" and found["report"]["published"] == "2019-05-07"
    assert found["events"][0]["settled"]["killed"] == {"low": 14, "high": 14}
    assert len(client.items("reports")) == 8


def test_a_text_is_kept_and_merged(client: Browser, tmp_path: Path) -> None:
    first = client.act("reports", STORY)
    assert first.status_code == 201 and first.json()["kept"] == "new"
    [incident] = first.json()["incidents"]
    assert client.get(f"/api/v1/incidents/{incident}").json()["incident"]["settled"]["killed"] == {
        "low": 14,
        "high": 14,
    }
    assert client.items("reports?text=Baidoa")[0]["title"] == "Blast in Baidoa"
    again = client.act("reports", STORY)
    assert again.status_code == 200 and again.json()["kept"] == "known"
    assert again.json()["report"] == first.json()["report"] and again.json()["incidents"] == [incident]
    acts = [json.loads(each)["act"] for each in (tmp_path / "home" / "audit.jsonl").read_text().splitlines()]
    assert acts == ["add"]


@pytest.mark.parametrize(
    "given", [{}, {"text": "a", "url": "https://news.example/"}, {"text": " \n "}, {"text": ""}, {"url": "ftp://x/"},
              {"url": "/etc/passwd"}, {"url": "file:///etc/passwd"}, {"url": "-"}, {"url": "https://a b/"},
              {"text": "a", "x": 1},
              {"text": "x" * 300_001}, {"text": "a", "published": "soon"}, {"text": "a", "title": "a\0"}, [], "text"],
    ids=lambda given: json.dumps(given)[:40],
)  # fmt: skip
def test_what_is_no_report_is_refused(client: Browser, given: object) -> None:
    for path in ("read", "reports"):
        problem(client.post(f"/api/v1/{path}", json=given, headers=client.proof()), 422)
    assert len(client.items("reports")) == 8


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8765/api/v1/me", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/",
            "http://0/", "http://2130706433/", "http://[::ffff:127.0.0.1]/"],
)  # fmt: skip
def test_a_private_address_is_not_fetched(client: Browser, url: str) -> None:
    for path in ("read", "reports"):
        assert "private" in problem(client.act(path, {"url": url}), 422)


def _page(body: str) -> Fetched:
    return Fetched("https://news.example/a", body.encode(), "text/html", "utf-8")


def test_a_page_is_fetched_and_read(client: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    body = f"<html><head><title>Blast</title></head><body><article><p>{STORY['text']}</p></article></body></html>"

    def opened(urls: list[str], **more: object) -> object:
        return sources.open_sources(urls, fetch=lambda url: _page(body), **more)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "open_sources", opened)
    found = client.act("read", {"url": "https://news.example/a", "published": "2019-05-07"}).json()
    assert found["report"]["url"] == "https://news.example/a" and STORY["text"] in found["report"]["text"]
    lines = "".join(json.dumps({"text": f"A bomb killed {n} people."}) + "\n" for n in range(2, 5))
    monkeypatch.setattr(
        reading, "open_sources",
        lambda urls, **_: sources.open_sources(
            urls, fetch=lambda url: Fetched(url, lines.encode(), "application/x-ndjson", None)
        ),
    )  # fmt: skip
    assert "several" in problem(client.act("read", {"url": "https://news.example/b"}), 422)


HOSTILE = [
    "<script>alert(1)</script> A bomb killed 3 people in Kabul on Monday. <img src=x onerror=alert(2)>",
    "A bomb killed 3 people in \u202elubaK\u202c on Monday, \u2066police\u2069 said. \ufeff\u200b\u200f",
    "A bomb killed \x003 people\x00 in Kabul. \x01\x1b[31m\x7f",
    "'; DROP TABLE reports; -- A bomb killed 3 people in Kabul. {{7*7}} ${7*7} %s %n",
    "A bomb killed " + "9" * 5000 + " people in Kabul.",
    "\U0001f4a3" * 500 + " killed 3 people in Kabul. " + "a\u0301\u0316" * 500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_report_harms_nothing(client: Browser, text: str) -> None:
    title = "<svg onload=alert(1)> \u202e"
    response = client.act("reports", {"text": text, "title": title, "published": "2020-01-07", "outlet": "<b>x</b>"})
    assert response.status_code == 201, response.text
    kept = response.json()["report"]
    assert kept["report"]["text"] == text.replace("\0", "\ufffd")
    for event in kept["events"]:
        for claim in event["claims"]:
            assert kept["report"]["text"][claim["start"] : claim["end"]] == claim["text"]
    again = client.get(f"/api/v1/reports/{kept['report']['id']}")
    assert again.json() == kept and again.headers["Content-Type"] == "application/json"
    assert again.headers["X-Content-Type-Options"] == "nosniff"
    for path in ("incidents", "events", "reports", "map", "timeline", "facets", "actors", "queue", "export?format=csv"):
        assert client.get(f"/api/v1/{path}").status_code == 200, path
    assert client.app.state.desk.ledger.check() == []  # type: ignore[attr-defined]


def test_half_a_character_is_refused(client: Browser) -> None:
    headers = {**client.proof(), "Content-Type": "application/json"}
    for body in (b'{"text": "A bomb \\ud800 killed 3."}', b'{"text": "A bomb.", "title": "\\udfff"}'):
        problem(client.post("/api/v1/read", content=body, headers=headers), 422)


def test_five_megabytes_are_refused_and_the_server_goes_on(client: Browser) -> None:
    text = "A bomb killed 3 people in Kabul on Monday. " * 120_000
    problem(client.act("reports", {"text": text}), 413)
    problem(client.act("reports", {"text": text[:2_000_000]}), 422)
    assert len(client.items("reports")) == 8
