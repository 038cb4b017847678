"""The contract's JSON schema inside the OpenAPI description.

In: ``data/contract.schema.json``. Out: schemas of answers, and the description with the contract's parts among its
components. One thing to know: the schema's own ``$defs`` become components, and every reference is led there.
"""

from __future__ import annotations

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from tacitus.records import contract
from tacitus.serve.problems import MEDIA

Json = dict[str, Any]


def _led(schema: Json) -> Json:
    found: Json = json.loads(json.dumps(schema).replace('"#/$defs/', '"#/components/schemas/contract-'))
    return found


def _answers(schema: Json, words: str) -> Json:
    return {"description": words, "content": {"application/json": {"schema": schema}}}


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


_WHOLE = _led(contract.schema())
PARTS: Json = {f"contract-{name}": part for name, part in _WHOLE["$defs"].items()}
_READ = {name: part for name, part in _WHOLE.items() if not name.startswith("$")}
_IDS: Json = {"type": "object", "additionalProperties": {"type": "string"}}
_STORED = _object({**_READ["properties"], "incidents": _IDS})

READ = _answers(_READ, "The report as it was read; it is not kept")
REPORT = _answers(_STORED, "The report, and the incident of each event")
ADDED = _object({
    "report": _STORED, "kept": {"enum": ["new", "changed", "known"]},
    "incidents": {"type": "array", "items": {"type": "string"}},
})  # fmt: skip
INCIDENT = _answers(
    _object({
        "incident": {"type": "object", "required": ["id", "type", "grade", "settled", "claims"]},
        "accounts": {
            "type": "array",
            "items": _object({
                "report": {"$ref": "#/components/schemas/Header"},
                "event": {"$ref": "#/components/schemas/contract-event"},
            }),
        },
        "rulings": {"type": "array", "items": {"$ref": "#/components/schemas/RulingItem"}},
        "changed": {"type": "string"},
    }),
    "The incident, each report's account of it, and what persons ruled",
)  # fmt: skip
PROBLEM: Json = {
    "description": "Why there is no answer: a problem as in RFC 9457",
    "content": {
        MEDIA: {
            "schema": {
                "type": "object",
                "properties": {
                    "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
                    "detail": {"type": "string"},
                    "errors": {
                        "type": "array",
                        "items": _object({"field": {"type": "string"}, "message": {"type": "string"}}),
                    },
                },
                "required": ["type", "title", "status", "detail"],
            }
        }
    },
}  # fmt: skip


def register(app: FastAPI, header: Json) -> None:
    """Have the application describe itself with the contract's parts and the ``header`` of an account's report."""

    def described() -> Json:
        if app.openapi_schema is None:
            found = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
            found["components"]["schemas"] |= {**PARTS, "Header": header}
            found["components"]["securitySchemes"] = {
                "token": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": "tacitus_session"},
            }
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]
