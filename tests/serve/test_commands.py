"""The commands serve, desk and reviewers, as they are typed; a real server on a real port."""

import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

import tacitus
from tacitus.cli import main
from tacitus.errors import SettingError
from tacitus.serve import app
from tacitus.serve.accounts import Accounts
from tacitus.serve.audit import Audit

SAMPLE = str(Path(tacitus.__file__).parent / "data" / "samples" / "6-accident.txt")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(os.environ, "TACITUS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(words))


def test_reviewers_come_and_go(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reviewers", "list"]) == 0 and "no reviewers" in capsys.readouterr().err
    typed(monkeypatch, "some say, others say\n")
    assert main(["reviewers", "add", "amal", "--scopes", "read,review"]) == 0
    file = home / "accounts.toml"
    assert file.stat().st_mode & 0o777 == 0o600
    assert "others say" not in file.read_text() and "$argon2id$" in file.read_text()
    assert main(["reviewers", "token", "amal", "--scopes", "read"]) == 0
    token = capsys.readouterr().out.strip()
    accounts = Accounts(file)
    holder = accounts.holder(token)
    assert holder is not None and (holder[0].name, holder[1]) == ("amal", ("read",))
    assert token[20:] not in file.read_text()
    assert accounts.signed_in("amal", "some say, others say") and not accounts.signed_in("amal", "some say")
    assert main(["reviewers", "list"]) == 0
    told = capsys.readouterr().out
    assert "amal" in told and token[8:16] in told and token not in told
    assert main(["reviewers", "revoke", token[8:16]]) == 0
    assert accounts.holder(token) is None
    assert main(["reviewers", "remove", "amal"]) == 0
    assert not accounts


def test_what_is_typed_wrongly_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typed(monkeypatch, "short\n")
    assert main(["reviewers", "add", "amal"]) == 1 and "too short" in capsys.readouterr().err
    typed(monkeypatch, "long enough, surely\n")
    assert main(["reviewers", "add", '"\n[x]']) == 1 and "no name" in capsys.readouterr().err
    for words in (["remove", "amal"], ["token", "amal"], ["revoke", "abc"], ["add"]):
        assert main(["reviewers", *words]) == 1
        assert capsys.readouterr().err.startswith("tacitus: ")
    with pytest.raises(SystemExit):
        main(["reviewers", "add", "amal", "--scopes", "all"])
    assert main(["serve", "--db", str(tmp_path / "none.db")]) == 1 and "no ledger" in capsys.readouterr().err
    assert main(["add", SAMPLE, "--db", str(tmp_path / "l.db"), "--reader", "fast"]) == 0
    assert main(["serve", "--db", str(tmp_path / "l.db"), "--host", "0.0.0.0"]) == 1  # noqa: S104 - it is refused
    assert "reviewers add" in capsys.readouterr().err
    home.mkdir(exist_ok=True)
    (home / "accounts.toml").write_text("[[account]]\nname = 1")
    assert main(["reviewers", "list"]) == 1 and "cannot be read" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingError, match="TACITUS_HOME"):
        Accounts(tmp_path / "file" / "accounts.toml").add("amal", "long enough, surely")
    with pytest.raises(SettingError, match="TACITUS_HOME"):
        Audit(tmp_path / "file" / "audit.jsonl")


def test_a_port_in_use_is_told() -> None:
    with app._bound("127.0.0.1", 0) as first, pytest.raises(SettingError, match="--port"):
        app._bound("127.0.0.1", first.getsockname()[1])


def test_the_desk_opens_on_the_samples(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tacitus", "desk", "--no-browser", "--port", "0", "--reader", "fast"]
    settings = {**os.environ, "TACITUS_HOME": str(tmp_path / "home")}
    server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=settings)  # noqa: S603 - our own
    try:
        assert server.stderr is not None
        told = ""
        while "http://" not in told:
            line = server.stderr.readline()
            assert line, told
            told += line
        address = next(word for word in told.split() if word.startswith("http://"))
        with urllib.request.urlopen(f"{address}api/v1/incidents", timeout=20) as response:  # noqa: S310 - our own
            found = json.load(response)["items"]
        assert len(found) > 5
        server.send_signal(signal.SIGINT)
        started = time.monotonic()
        server.wait(20)
        assert time.monotonic() - started < 15
    finally:
        server.kill()
        server.wait()
        if server.stderr:
            server.stderr.close()


#: Sentences that are all different, so that none is known before: reading them takes longer than anybody waits here.
LONG = " ".join(f"Gunmen number {n} shot dead {n % 9} soldiers near Kunduz, village {n} said." for n in range(4000))


@pytest.mark.parametrize(
    ("times", "whole"), [(1, False), (3, False), (3, True)], ids=["waited for", "half a request", "a long report"]
)
def test_ctrl_c_ends_the_server_quietly_whatever_it_is_at(target: Path, times: int, whole: bool) -> None:
    words = [sys.executable, "-m", "tacitus", "serve", "--db", str(target), "--port", "0"]
    server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own
    assert server.stderr is not None
    body = json.dumps({"text": LONG})
    try:
        port = int(server.stderr.readline().split("127.0.0.1:")[1].split("/")[0])
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/me", timeout=20) as response:
            proof = json.load(response)["csrf"]
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(
                "POST /api/v1/read HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                f"X-CSRF-Token: {proof}\r\nContent-Length: {len(body)}\r\n\r\n{body if whole else '{'}".encode()
            )
            time.sleep(1.5)
            for _ in range(times):
                server.send_signal(signal.SIGINT)
                time.sleep(0.2)
            assert server.wait(30 if times == 1 else 8) == 130
        assert server.stderr.read() == "tacitus: stopped\n"
    finally:
        server.kill()
        server.wait()
        server.stderr.close()
