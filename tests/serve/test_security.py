"""Who gets in: hosts, sessions, tokens, scopes, CSRF, limits, headers."""

import json
import time
from pathlib import Path

import pytest

from tacitus.errors import DataError, SettingError
from tacitus.serve import border
from tacitus.serve.accounts import Accounts
from tacitus.serve.app import create_app
from tacitus.serve.limits import Limit
from tests.serve.conftest import AMAL, BORIS, LOCAL, REMOTE, Browser, Json, problem

SIGN_IN = {"name": AMAL[0], "password": AMAL[1]}


def confirm(client: Browser) -> Json:
    incident = client.items("incidents?type=meeting")[0]
    return {"kind": "confirm", "events": incident["events"][:1], "reason": "checked", "seen": incident["changed"]}


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8765", "localhost:8765", "LOCALHOST", "[::1]:8765", "127.1.2.3"]
)
def test_a_loopback_name_is_answered(client: Browser, host: str) -> None:
    assert client.get("/api/v1/me", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765", "192.168.1.4", "", "a:b:c", "::1"]
)
def test_another_host_is_refused_on_loopback(client: Browser, host: str) -> None:
    if host != "::1":
        for path in ("/api/v1/me", "/", "/api/v1/incidents"):
            assert "this machine" in problem(client.get(path, headers={"Host": host}), 403)
    assert problem(client.get("/", headers={"X-Forwarded-For": "203.0.113.9"}), 403)


def test_on_loopback_the_local_user_may_act_but_proves_it(client: Browser) -> None:
    me = client.get("/api/v1/me").json()
    assert me["scopes"] == ["read", "review", "add"] and me["open"] and not me["accounts"] and me["name"] and me["csrf"]
    told = confirm(client)
    assert "X-CSRF-Token" in problem(client.post("/api/v1/rulings", json=told), 403)
    problem(client.post("/api/v1/rulings", json=told, headers={"X-CSRF-Token": "wrong"}), 403)
    problem(client.post("/api/v1/read", json={"text": "A bomb."}), 403)
    problem(client.post("/api/v1/reports", json={"text": "A bomb."}), 403)
    problem(client.delete("/api/v1/rulings/any"), 403)
    assert client.items("rulings") == []
    body = json.dumps(told)  # what a form of another site can send
    headers = {"Content-Type": "text/plain", **client.proof()}
    assert client.post("/api/v1/rulings", content=body, headers=headers).status_code == 422
    assert client.act("rulings", told).status_code == 201


def test_elsewhere_nothing_is_told_before_signing_in(remote: Browser) -> None:
    for path in ("incidents", "incidents/x", "reports/x", "map", "timeline", "facets", "actors", "commitments", "queue",
                 "rulings", "events", "reports", "export?format=csv", "formats"):  # fmt: skip
        assert "Sign in" in problem(remote.get(f"/api/v1/{path}"), 401)
    me = remote.get("/api/v1/me").json()
    assert me == {"name": None, "scopes": [], "csrf": None, "accounts": True, "open": False}
    problem(remote.post("/api/v1/read", json={"text": "A bomb."}), 401)
    assert remote.get("/api/v1/health").status_code == 200 and remote.get("/").status_code == 200


def test_signing_in_and_out(remote: Browser, tmp_path: Path) -> None:
    response = remote.post("/api/v1/session", json=SIGN_IN)
    assert response.json()["name"] == "amal" and response.json()["csrf"]
    cookie = response.headers["Set-Cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=strict", "Secure", "Path=/"))
    told = confirm(remote)
    problem(remote.post("/api/v1/rulings", json=told), 403)
    assert remote.act("rulings", told).json()["by"] == "amal"
    kept = remote.cookies.get("tacitus_session") or ""
    problem(remote.delete("/api/v1/session"), 403)
    assert remote.delete("/api/v1/session", headers=remote.proof()).status_code == 204
    problem(remote.get("/api/v1/incidents"), 401)
    remote.cookies.set("tacitus_session", kept)
    problem(remote.get("/api/v1/incidents"), 401)  # ended for good
    acts = [json.loads(each) for each in (tmp_path / "home" / "audit.jsonl").read_text().splitlines()]
    assert [each["act"] for each in acts] == ["sign-in", "rule", "sign-out"]
    assert AMAL[1] not in str(acts)


@pytest.mark.parametrize("cookie", ["", "x", "x.y", ".", "W10=.abc", "eyJh.x", "\x7f.\x7f", "WzEsMiwzXQ==.00"])
def test_a_cookie_of_somebody_else_s_making_is_nobody(remote: Browser, cookie: str) -> None:
    problem(remote.get("/api/v1/incidents", headers={"Cookie": f"tacitus_session={cookie}"}), 401)


def test_a_session_ends_with_time_the_account_or_the_password(
    remote: Browser, accounts: Accounts, tmp_path: Path
) -> None:
    assert remote.post("/api/v1/session", json=SIGN_IN).status_code == 200
    kept = tmp_path / "home" / "sessions.json"
    whole = kept.read_text()
    [(key, (name, ends, password))] = json.loads(whole).items()
    assert ends > time.time() + 11 * 3600
    kept.write_text(json.dumps({key: [name, time.time() - 1, password]}))
    problem(remote.get("/api/v1/incidents"), 401)
    kept.write_text(whole)
    assert remote.get("/api/v1/me").json()["name"] == "amal"
    accounts.add(AMAL[0], "another password altogether")
    problem(remote.get("/api/v1/incidents"), 401)
    assert (
        remote.post("/api/v1/session", json={**SIGN_IN, "password": "another password altogether"}).status_code == 200
    )
    accounts.remove(AMAL[0])
    problem(remote.get("/api/v1/incidents"), 401)


def test_guessing_passwords_is_slow(remote: Browser, tmp_path: Path) -> None:
    for _ in range(5):
        assert "wrong" in problem(remote.post("/api/v1/session", json={**SIGN_IN, "password": "a guess"}), 401)
    refused = remote.post("/api/v1/session", json=SIGN_IN)
    problem(refused, 429)
    assert int(refused.headers["Retry-After"]) > 5
    assert (tmp_path / "home" / "audit.jsonl").read_text().count("sign-in refused") == 6


def test_scopes_are_kept_to(remote: Browser, accounts: Accounts) -> None:
    assert remote.post("/api/v1/session", json=dict(zip(("name", "password"), BORIS, strict=True))).status_code == 200
    assert "'add'" in problem(remote.act("reports", {"text": "A bomb killed two."}), 403)
    token = {"Authorization": f"Bearer {accounts.issue('amal', ('read',))}"}
    remote.cookies.clear()
    assert remote.get("/api/v1/incidents", headers=token).status_code == 200
    problem(remote.post("/api/v1/rulings", json={**confirm_with(remote, token)}, headers=token), 403)
    both = {"Authorization": f"Bearer {accounts.issue('amal', ('read', 'review'))}"}
    made = remote.post(
        "/api/v1/rulings", json=confirm_with(remote, both), headers=both
    )  # a program needs no CSRF token
    assert made.status_code == 201 and made.json()["by"] == "amal"
    problem(remote.get("/api/v1/incidents", headers={"Authorization": "Bearer tacitus_0000000000"}), 401)
    problem(remote.get("/api/v1/incidents", headers={"Authorization": both["Authorization"] + "x"}), 401)
    accounts.revoke(accounts.tokens()[0].id)
    problem(remote.get("/api/v1/incidents", headers=token), 401)


def confirm_with(client: Browser, token: dict[str, str]) -> Json:
    incident = client.get("/api/v1/incidents?type=meeting", headers=token).json()["items"][0]
    return {"kind": "confirm", "events": incident["events"][:1], "reason": "checked", "seen": incident["changed"]}


def test_with_reviewers_loopback_reads_openly_and_writes_signed_in(target: Path, accounts: Accounts) -> None:
    with Browser(create_app(target, accounts=accounts), base_url=LOCAL) as client:
        told = confirm(client)
        problem(client.act("rulings", told), 401)
        problem(client.post("/api/v1/read", json={"text": "A bomb killed two."}), 403)
        assert client.post("/api/v1/session", json=SIGN_IN).status_code == 200
        assert client.act("rulings", told).json()["by"] == "amal"


def test_no_server_for_others_without_reviewers(target: Path, tmp_path: Path) -> None:
    for accounts in (None, Accounts(tmp_path / "none.toml")):
        for host in ("0.0.0.0", "::", "192.168.1.2", "desk.example", ""):  # noqa: S104 - nothing is bound
            with pytest.raises(SettingError, match="reviewers"):
                create_app(target, accounts=accounts, host=host)


def test_every_answer_has_the_security_headers(client: Browser, remote: Browser) -> None:
    answers = [client.get("/"), client.get("/api/v1/incidents"), client.get("/api/v1/nothing"), client.get("/a.js"),
               client.get("/", headers={"Host": "evil.example"}), remote.get("/api/v1/incidents")]  # fmt: skip
    for each in answers:
        policy = each.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'self'") and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert each.headers["X-Content-Type-Options"] == "nosniff"
        assert each.headers["Referrer-Policy"] == "no-referrer"
        assert "Access-Control-Allow-Origin" not in each.headers
    assert "Strict-Transport-Security" in answers[-1].headers


def test_a_bug_is_a_problem_that_tells_nothing(client: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> str:
        raise ZeroDivisionError("the secret")

    monkeypatch.setattr("tacitus.store.ledger.Ledger.stamp", broken)
    response = client.get("/api/v1/incidents")
    assert "secret" not in problem(response, 500) and "Content-Security-Policy" in response.headers


def test_bodies_are_bounded(client: Browser) -> None:
    large = json.dumps({"text": "x" * (border.MOST + 1)})
    headers = {**client.proof(), "Content-Type": "application/json"}
    assert "5 MB" in problem(client.post("/api/v1/read", content=large, headers=headers), 413)
    pieces = (b"x" * 100_000 for _ in range(60))  # no length is told beforehand
    problem(client.post("/api/v1/read", content=pieces, headers=headers), 413)
    just = json.dumps({"text": "x" * (border.MOST - 100)})
    problem(client.post("/api/v1/read", content=just, headers=headers), 422)
    deep = "[" * 100_000
    assert client.post("/api/v1/read", content=deep, headers=headers).status_code in (400, 422)
    assert client.post("/api/v1/read", content=b"\xff\xfe", headers=headers).status_code in (400, 422)


def test_a_client_of_the_network_is_held_to_its_rate(
    target: Path, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(border, "BURST", 3)
    monkeypatch.setattr(border, "EVERY", 1000.0)
    app = create_app(target, accounts=accounts, host="0.0.0.0")  # noqa: S104 - nothing is bound
    with Browser(app, base_url=REMOTE) as client:
        assert [client.get("/api/v1/me").status_code for _ in range(5)] == [200, 200, 200, 429, 429]


def test_a_bucket_fills_again_and_forgets_who_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    limit = Limit(2, 1.0, clock=lambda: now[0])
    assert [limit.wait("a"), limit.wait("a"), limit.wait("a")] == [0, 0, 1.0]
    assert limit.wait("b") == 0
    now[0] += 1.0
    assert [limit.wait("a"), limit.wait("a")] == [0, 1.0]
    monkeypatch.setattr("tacitus.serve.limits.CLIENTS", 1)
    limit.wait("c")
    assert limit.wait("a") == 0


def test_who_is_not_there_takes_as_long_as_who_is(accounts: Accounts) -> None:
    def seconds(name: str) -> float:
        started = time.perf_counter()
        assert accounts.signed_in(name, "a guess") is None
        return time.perf_counter() - started

    assert seconds("nobody") > 0.2 * seconds(AMAL[0])


def test_a_session_outlives_the_server_and_is_none_elsewhere(target: Path, accounts: Accounts, tmp_path: Path) -> None:
    def server(known: Accounts) -> Browser:
        return Browser(create_app(target, accounts=known, host="0.0.0.0"), base_url=REMOTE)  # noqa: S104

    with server(accounts) as first:
        first.post("/api/v1/session", json=SIGN_IN)
        cookie, proof = first.cookies["tacitus_session"], first.proof()
    kept = tmp_path / "home" / "sessions.json"
    assert kept.stat().st_mode & 0o777 == 0o600 and cookie not in kept.read_text()
    with server(Accounts(accounts.path)) as second:
        second.cookies.set("tacitus_session", cookie)
        assert second.get("/api/v1/me").json()["name"] == "amal" and second.proof() == proof
        assert second.act("rulings", confirm(second)).status_code == 201
        assert second.delete("/api/v1/session", headers=proof).status_code == 204
    assert json.loads(kept.read_text()) == {}
    other = Accounts(tmp_path / "elsewhere" / "accounts.toml")
    other.add(*AMAL)
    with server(other) as third:
        third.cookies.set("tacitus_session", cookie)
        problem(third.get("/api/v1/incidents"), 401)


def test_sessions_that_cannot_be_read_are_told(target: Path, accounts: Accounts, tmp_path: Path) -> None:
    (tmp_path / "home" / "sessions.json").write_text("[1, 2")
    with pytest.raises(DataError, match="remove the file"):
        create_app(target, accounts=accounts)
