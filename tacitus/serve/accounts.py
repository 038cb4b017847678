"""Reviewers: who may sign in or use a token, kept in one small file of the user's data folder.

In: names, passwords, scopes. Out: :class:`Account`, or a token that is shown once. One thing to know: passwords are
kept as argon2 hashes and tokens as SHA-256 (they are long and random, so nothing slower is needed); the file is read
again when it has changed, so who is removed is out at once.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from tacitus.errors import DataError, SettingError

#: What can be allowed: looking, ruling on incidents, adding reports.
SCOPES = ("read", "review", "add")
SHORTEST = 10
LONGEST = 1000  # characters of a password; hashing more would only cost the server
_NAME = re.compile(r"[^\W_][\w.@ -]{0,59}")
_HASHER = PasswordHasher()
#: Checked when there is nobody of that name, so that the time taken does not tell.
_NOBODY = _HASHER.hash(secrets.token_hex())


@dataclass(frozen=True, slots=True)
class Account:
    """A reviewer."""

    name: str
    password: str
    scopes: tuple[str, ...] = SCOPES


@dataclass(frozen=True, slots=True)
class Token:
    """A program's key to a reviewer's account."""

    id: str
    account: str
    hash: str
    scopes: tuple[str, ...]
    made: str


@dataclass(slots=True)
class _Known:
    accounts: dict[str, Account] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    read: tuple[int, int] = (0, 0)


class Accounts:
    """The reviewers of one file, which need not exist."""

    def __init__(self, path: Path) -> None:
        """Raises :class:`DataError` if the file cannot be understood."""
        self.path = path
        self._known = _Known()
        self._fresh()

    def __bool__(self) -> bool:
        """Whether there is anybody."""
        return bool(self._fresh().accounts)

    def accounts(self) -> list[Account]:
        """All reviewers, by name."""
        return sorted(self._fresh().accounts.values(), key=lambda each: each.name)

    def tokens(self) -> list[Token]:
        """All tokens, oldest first."""
        return sorted(self._fresh().tokens.values(), key=lambda each: each.made)

    def named(self, name: str) -> Account | None:
        """The reviewer of that name."""
        return self._fresh().accounts.get(name)

    def signed_in(self, name: str, password: str) -> Account | None:
        """The reviewer, if the password is right."""
        found = self.named(name)
        try:
            _HASHER.verify(found.password if found else _NOBODY, password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return None
        return found

    def holder(self, token: str) -> tuple[Account, tuple[str, ...]] | None:
        """Whose token it is and what it allows; None if it is nobody's."""
        known = self._fresh()
        found = known.tokens.get(token.removeprefix("tacitus_")[:8])
        if found is None or not hmac.compare_digest(found.hash, _digest(token)):
            return None
        account = known.accounts.get(found.account)
        return (account, tuple(s for s in found.scopes if s in account.scopes)) if account else None

    def add(self, name: str, password: str, scopes: Sequence[str] = SCOPES) -> None:
        """Add a reviewer, or give one another password and other scopes."""
        if not _NAME.fullmatch(name):
            raise SettingError(f"{name!r} is no name for a reviewer; use up to 60 letters, digits and . @ - between")
        if not SHORTEST <= len(password) <= LONGEST:
            raise SettingError(f"The password is too short; give at least {SHORTEST} characters")
        known = self._fresh()
        known.accounts[name] = Account(name, _HASHER.hash(password), checked(scopes))
        self._write(known)

    def remove(self, name: str) -> None:
        """Take out a reviewer and all tokens of theirs."""
        known = self._fresh()
        if known.accounts.pop(name, None) is None:
            there = ", ".join(sorted(known.accounts)) or "nobody"
            raise SettingError(f"There is no reviewer {name!r}; there is {there}")
        known.tokens = {id_: each for id_, each in known.tokens.items() if each.account != name}
        self._write(known)

    def issue(self, name: str, scopes: Sequence[str]) -> str:
        """Make a token for a reviewer's programs; it cannot be shown again."""
        known = self._fresh()
        if name not in known.accounts:
            raise SettingError(f"There is no reviewer {name!r}; add one with `tacitus reviewers add {name}`")
        token = f"tacitus_{secrets.token_hex(4)}{secrets.token_urlsafe(32)}"
        made = datetime.now(UTC).isoformat(timespec="microseconds")
        id_ = token.removeprefix("tacitus_")[:8]
        known.tokens[id_] = Token(id_, name, _digest(token), checked(scopes), made)
        self._write(known)
        return token

    def revoke(self, id_: str) -> None:
        """Take out a token, by its first eight characters."""
        known = self._fresh()
        if known.tokens.pop(id_.removeprefix("tacitus_")[:8], None) is None:
            raise SettingError(f"There is no token {id_!r}; `tacitus reviewers list` shows them")
        self._write(known)

    def _fresh(self) -> _Known:
        try:
            state = self.path.stat()
            read = (state.st_mtime_ns, state.st_ino)
            if read != self._known.read:
                self._known = _parsed(tomllib.loads(self.path.read_text("utf-8")), read)
        except (FileNotFoundError, NotADirectoryError):
            self._known = _Known()
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise DataError(f"The reviewers in {self.path} cannot be read ({error}); mend or remove it") from None
        return self._known

    def _write(self, known: _Known) -> None:
        lines = ["# Written by `tacitus reviewers`; passwords and tokens are hashed."]
        for kind, entries in (("account", known.accounts), ("token", known.tokens)):
            for entry in entries.values():
                told = [f"{name} = {json.dumps(_plain(getattr(entry, name)))}" for name in entry.__slots__]
                lines += ["", f"[[{kind}]]", *told]
        write_whole(self.path, "\n".join(lines) + "\n")


def write_whole(path: Path, text: str) -> None:
    """Write a file for its owner alone to read; it is there whole or as it was. Raises :class:`SettingError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A scratch file is made for its owner alone to read.
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=".", delete=False) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
    except OSError as error:
        where = f"{path} cannot be written ({error.strerror})"
        raise SettingError(f"{where}; give another folder with TACITUS_HOME.") from None


def checked(scopes: Sequence[str]) -> tuple[str, ...]:
    """Scopes in their order, each once. Raises :class:`SettingError` for one that is none."""
    if not scopes or (wrong := [each for each in scopes if each not in SCOPES]):
        raise SettingError(f"{', '.join(wrong) if scopes else 'Nothing'} is no scope; there are {', '.join(SCOPES)}")
    return tuple(each for each in SCOPES if each in scopes)


def _parsed(found: dict[str, Any], read: tuple[int, int]) -> _Known:
    accounts = [Account(**{**each, "scopes": checked(each["scopes"])}) for each in found.get("account", ())]
    tokens = [Token(**{**each, "scopes": checked(each["scopes"])}) for each in found.get("token", ())]
    return _Known({each.name: each for each in accounts}, {each.id: each for each in tokens}, read)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
