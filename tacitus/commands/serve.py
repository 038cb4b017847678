"""The commands ``serve``, ``desk`` and ``reviewers``: the server over a ledger, and who may use it from elsewhere.

In: parsed arguments. Out: an exit code. One thing to know: passwords are never typed on the command line, where others
would see them, but asked for, or read from standard input.
"""

from __future__ import annotations

import argparse
import getpass
import os
import signal
import sys
import webbrowser
from collections.abc import Callable
from importlib.resources import files

from rich.markup import escape
from rich.table import Table

from tacitus.casebook import Casebook
from tacitus.commands.ledger import db_of
from tacitus.commands.terminal import Sources, console_on, tell
from tacitus.errors import SettingError
from tacitus.resolve.places.added import home
from tacitus.serve import app
from tacitus.serve.accounts import Accounts
from tacitus.serve.border import loopback
from tacitus.store.ledger import Ledger


def serve(args: argparse.Namespace) -> int:
    """The command."""

    def started(address: str) -> None:
        tell(f"{db_of(args)} is served at {address} (Ctrl-C stops it)")
        if not loopback(args.host):
            tell("what is sent is not encrypted; put a proxy with TLS before it")

    return _serve(db_of(args), args.host, args.port, args.reader, started)


def desk(args: argparse.Namespace) -> int:
    """The command."""
    ledger = home() / "desk.db"
    _fill(str(ledger), args.reader)

    def started(address: str) -> None:
        tell(f"the desk with invented sample reports is at {address} (Ctrl-C stops it)")
        if not args.no_browser:
            webbrowser.open(address)

    return _serve(str(ledger), app.HOST, args.port, args.reader, started)


def _serve(target: str, host: str, port: int, reader: str | None, started: Callable[[str], None]) -> int:
    """Serve until somebody stops it; whoever has pressed Ctrl-C need not wait for a report that is being read."""
    try:
        app.serve(target, host, port, reader=reader, started=started)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        tell("stopped")
        sys.stderr.flush()
        os._exit(130)  # Python itself would wait for every thread; the ledger bears being left at any moment
    return 0


def _fill(target: str, reader: str | None) -> None:
    """Read the samples that ship with Tacitus into a ledger; those that are there already are not read again."""
    sources = Sources([str(files("tacitus") / "data" / "samples")], None)
    reports = list(sources)
    try:
        home().mkdir(parents=True, exist_ok=True)
    except OSError as error:
        where = f"{home()} cannot be made ({error.strerror})"
        raise SettingError(f"{where}; give another folder with TACITUS_HOME.") from None
    with Ledger.open(target) as ledger:
        if new := ledger.unknown(reports):
            tell(f"reading {len(new)} sample reports")
            *_, _ = Casebook(ledger).add(new, model=reader, noted=sources.with_notes)


def reviewers(args: argparse.Namespace) -> int:
    """The command."""
    accounts = Accounts(home() / "accounts.toml")
    if args.action == "list":
        return _list(accounts)
    if args.name is None:
        raise SettingError(f"give whom to {args.action}: tacitus reviewers {args.action} NAME")
    if args.action == "add":
        accounts.add(args.name, _password(args.name), args.scopes)
        tell(f"{args.name} may {', '.join(args.scopes)}")
    elif args.action == "remove":
        accounts.remove(args.name)
        tell(f"{args.name} and all tokens of theirs are forgotten")
    elif args.action == "token":
        sys.stdout.write(accounts.issue(args.name, args.scopes) + "\n")
        tell(f"a token for {args.name} that may {', '.join(args.scopes)}; it cannot be shown again")
    else:
        accounts.revoke(args.name)
        tell(f"the token {args.name} is forgotten")
    return 0


def _list(accounts: Accounts) -> int:
    listing = Table(box=None, padding=(0, 1), header_style="dim")
    for name in ("reviewer", "may", "token", "made"):
        listing.add_column(name)
    for account in accounts.accounts():
        listing.add_row(escape(account.name), ", ".join(account.scopes), "", "")
        for token in accounts.tokens():
            if token.account == account.name:
                listing.add_row("", ", ".join(token.scopes), token.id, token.made[:10])
    if accounts:
        console_on(sys.stdout).print(listing)
    else:
        tell("there are no reviewers yet; add one with `tacitus reviewers add NAME`")
    return 0


def _password(name: str) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(f"Password for {name}: ")
    if getpass.getpass("Again: ") != password:
        raise SettingError("The two passwords are not the same; try again")
    return password
