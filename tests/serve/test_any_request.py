"""Requests that nobody would think of: schemathesis makes them from the API's own description, and looks for any answer
that is a mistake of the server or is not as described.
"""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from tacitus.serve.app import create_app

LOCAL = "http://127.0.0.1"
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
#: A hundred requests of each kind, the same ones each time.
MANY = settings(
    max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True
)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # those of schemathesis are not ours to mend
def test_no_request_breaks_the_server(target: Path) -> None:
    app = create_app(target, reader="fast")
    schema: Any = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers={"Host": "127.0.0.1"})
    proof = TestClient(app, base_url=LOCAL).get("/api/v1/me").json()["csrf"]
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 20

    def ask(case: Any) -> None:
        case.call_and_validate(base_url=LOCAL, checks=CHECKS, headers={"X-CSRF-Token": proof})

    for operation in operations:
        MANY(given(case=operation.as_strategy())(ask))()
    assert app.state.desk.ledger.check() == []
