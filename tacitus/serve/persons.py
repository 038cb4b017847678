"""Who looks, signing in and out, the ontology, and whether the server is well.

In: requests. Out: small objects. One thing to know: everybody may ask these, or nobody could sign in; they tell nothing
of what is in the ledger.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from tacitus import __version__
from tacitus.records.ontology import load as load_ontology
from tacitus.serve import shapes
from tacitus.serve.answers import answer, plain
from tacitus.serve.asking import Nothing
from tacitus.serve.desk import desk_of
from tacitus.serve.problems import Refusal
from tacitus.serve.security import client_of, me

Json = dict[str, Any]

router = APIRouter(tags=["server"])


@router.get("/health", responses={200: {"model": shapes.Health}})
def health(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """Whether the ledger answers; 503 if not."""
    desk_of(request).stamp()
    return plain({"status": "ok", "version": __version__}, 200)


@router.get("/types", responses={200: {"model": shapes.Types}})
def types(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """The types of event and their PLOVER, CAMEO, ACLED and UCDP counterparts."""
    return answer(request, lambda: {"items": [asdict(each) for each in load_ontology()]})


@router.get("/me", responses={200: {"model": shapes.Me}})
def whoami(request: Request, _: Annotated[Nothing, Query()]) -> Response:
    """Who asks, what they may do, and the token that proves their acts."""
    guard = desk_of(request).guard
    return plain(me(guard, guard.who(request)), 200)


@router.post("/session", responses={200: {"model": shapes.Me}})
def sign_in(request: Request, given: shapes.SignIn) -> Response:
    """Sign in with name and password; a cookie keeps it."""
    desk = desk_of(request)
    response = Response(media_type="application/json", headers={"Cache-Control": "no-store"})
    try:
        who = desk.guard.sign_in(request, response, given.name, given.password)
    except Refusal:
        desk.audit.note(None, client_of(request), "sign-in refused", name=given.name)
        raise
    desk.audit.note(who.name, client_of(request), "sign-in")
    response.body = plain(me(desk.guard, who), 200).body
    response.headers["Content-Length"] = str(len(response.body))
    return response


@router.delete("/session", status_code=204)
def sign_out(request: Request) -> Response:
    """Sign out; the cookie is worth nothing afterwards."""
    desk = desk_of(request)
    who = desk.guard.who(request)
    response = Response(status_code=204, headers={"Cache-Control": "no-store"})
    if who.session:
        desk.guard.proved(request, who)
        desk.guard.sign_out(who, response)
        desk.audit.note(who.name, client_of(request), "sign-out")
    return response
