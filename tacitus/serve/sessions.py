"""Who is signed in, kept in one small file beside the reviewers', so that it outlives the server.

In: a reviewer who has signed in. Out: a token for the cookie, and whose it is when it comes back. One thing to know:
the file has the tokens' SHA-256 only (they are long and random), each with the time it ends and a hash of what the
password was, so that another password ends all sessions of its reviewer.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tacitus.errors import DataError
from tacitus.serve.accounts import Account, Accounts, write_whole

#: Seconds that a session lasts, and how many are remembered: the newest.
LASTS, MOST = 12 * 3600, 5000


@dataclass(frozen=True, slots=True)
class _Session:
    account: str
    ends: float
    password: str


@dataclass(slots=True)
class _Kept:
    sessions: dict[str, _Session] = field(default_factory=dict)
    read: tuple[int, int] = (0, 0)


class Sessions:
    """The sessions of one file, which need not exist."""

    def __init__(self, path: Path) -> None:
        """Raises :class:`DataError` if the file cannot be understood."""
        self._path = path
        self._kept = _Kept()
        self._lock = threading.Lock()
        self._fresh()

    def start(self, account: Account) -> str:
        """A new session; gives its token."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            now = time.time()
            going = {key: each for key, each in self._fresh().items() if each.ends > now}
            going[_digest(token)] = _Session(account.name, now + LASTS, _digest(account.password))
            self._write(dict(list(going.items())[-MOST:]))
        return token

    def end(self, token: str) -> None:
        """End a session for good."""
        with self._lock:
            going = dict(self._fresh())
            if going.pop(_digest(token), None) is not None:
                self._write(going)

    def account(self, token: str, accounts: Accounts) -> Account | None:
        """Whose session it is; None if it is none, or has ended."""
        if not token:
            return None
        with self._lock:
            found = self._fresh().get(_digest(token))
        if found is None or found.ends < time.time():
            return None
        account = accounts.named(found.account)
        same = account is not None and hmac.compare_digest(found.password, _digest(account.password))
        return account if same else None

    def _fresh(self) -> dict[str, _Session]:
        """What the file says, read again when it has changed."""
        try:
            state = self._path.stat()
            read = (state.st_mtime_ns, state.st_ino)
            if read != self._kept.read:
                found = json.loads(self._path.read_text("utf-8"))
                self._kept = _Kept({key: _Session(*each) for key, each in found.items()}, read)
        except (FileNotFoundError, NotADirectoryError):
            self._kept = _Kept()
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise DataError(f"The sessions in {self._path} cannot be read ({error}); remove the file.") from None
        return self._kept.sessions

    def _write(self, sessions: dict[str, _Session]) -> None:
        plain = {key: [each.account, each.ends, each.password] for key, each in sessions.items()}
        write_whole(self._path, json.dumps(plain) + "\n")


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
