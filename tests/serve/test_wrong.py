"""What a request has wrong is told in one plain sentence that names the field and what is allowed."""

import json
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from tacitus.serve.wrong import _NOT_SO, _PATTERNS, name_of, sentence
from tests.serve.conftest import Browser, problem

ASKED = [
    ("incidents?nosuch=1", "nosuch is not known here; there are since, until, place, "),
    ("incidents?limit=0", "limit must be 1 or more."), ("incidents?limit=x", "limit must be a whole number."),
    ("incidents?limit=5000", "limit must be 1000 or less."), ("incidents?contested=so", "contested must be true or"),
    ("incidents?since=soon", "since must be a day of the calendar, written as YYYY-MM-DD."),
    ("incidents?until=2020-02-30", "until must be a day of the calendar, written as YYYY-MM-DD."),
    ("incidents?grade=good", "grade must be 'corroborated', 'single-source' or 'contested'."),
    ("incidents?place=", "place must not be empty."), ("incidents?place=%00", "place must hold no null character."),
    ("incidents?country=ZZZ", "'ZZZ' is no country; "), ("export", "format is missing; give it."),
    (f"incidents?place={'x' * 201}", "place must have 200 characters at most."),
    ("claims?field=deaths", "There is no field 'deaths'; there are perpetrator, "),
]  # fmt: skip
SENT: list[tuple[Any, str]] = [
    ({"text": 5}, "text must be a string."), ({"url": "ftp://x"}, "url must be an address that begins with http://"),
    ({"text": "x", "x": 1}, "x is not known here; there are text, url, published, title, outlet."),
    ([], "body must be an object, sent as JSON."), (None, "body is missing; give it."),
]  # fmt: skip


@pytest.mark.parametrize(("address", "told"), ASKED)
def test_what_is_asked_wrongly(client: Browser, address: str, told: str) -> None:
    assert problem(client.get(f"/api/v1/{address}"), 422).startswith(told)


@pytest.mark.parametrize(("body", "told"), SENT)
def test_what_is_sent_wrongly(client: Browser, body: Any, told: str) -> None:
    response = client.post("/api/v1/read", json=body, headers=client.proof())
    assert problem(response, 422).startswith(told)
    assert [each["field"] for each in response.json()["errors"]] == [told.split()[0]]


def test_a_body_that_is_no_json(client: Browser) -> None:
    headers = {**client.proof(), "Content-Type": "application/json"}
    response = client.post("/api/v1/read", content=b'{"text', headers=headers)
    assert problem(response, 422) == "body is no JSON that can be read."


def test_every_pattern_has_its_words(client: Browser) -> None:
    described = json.dumps(client.get("/api/v1/openapi.json").json())
    for part in described.split('"pattern": ')[1:]:
        assert json.JSONDecoder().raw_decode(part)[0] in _PATTERNS


def test_what_nobody_thought_of_gets_a_sentence_all_the_same() -> None:
    class Odd(BaseModel):
        data: bytes

    with pytest.raises(ValidationError) as caught:
        Odd(data=5)  # type: ignore[arg-type]
    (error,) = caught.value.errors()
    assert sentence(name_of(("body", *error["loc"])), dict(error), ()) == f"data {_NOT_SO}"
