"""Kill a process that writes to a ledger, again and again: ``python -m tests.store.killing TARGET ROUNDS SEED``.

Each round forks a writer, kills it with signal 9 after a random while, opens the ledger, checks it, and looks for
every report that the writer had said was added. Exits with what was lost; says how much was added otherwise.
"""

import os
import random
import select
import signal
import sys
import time
import warnings

from tacitus.records.report import content_id
from tacitus.store.ledger import Ledger
from tests.store.build import document, incident


def write(target: str, said: int, seed: int) -> None:
    """Add and merge without end; every report is told when it is safe."""
    chance = random.Random(seed)
    with Ledger.open(target) as ledger:
        run = ledger.start_run("0", "none", "none", {"seed": seed})
        for number in range(1_000_000):
            url = f"https://news.example/{seed}/{number // 2}"  # every second is a new version
            documents = [
                document(number, url=f"{url}/{each}", more=f" {seed} {number}.")
                for each in range(chance.randrange(1, 9))
            ]
            blocks = {event.id: ["one", str(number)] for each in documents for event in each.events}
            added = ledger.add(documents, run, blocks=blocks)
            os.write(said, "".join(f"{id_}\n" for id_ in (*added.reports, *added.versions)).encode())
            ledger.replace_incidents(
                set(ledger.incidents_of(added.gone).values()),
                [incident(content_id(each.report.id, "incident"), [each]) for each in documents],
            )


def main(target: str, rounds: int, seed: int) -> str:
    """Say what was done, or exit with what was lost."""
    chance = random.Random(seed)
    count = 0
    for number in range(rounds):
        # Every tenth ledger is a new one, so that it is killed while being made as well.
        ledger_target = target if "://" in target else f"{target}.{number // 10}"
        out, said = os.pipe()
        with warnings.catch_warnings(action="ignore"):
            writer = os.fork()
        if writer == 0:
            os.close(out)
            try:
                write(ledger_target, said, seed * 1000 + number)
            finally:
                os._exit(1)
        os.close(said)
        if number % 2:  # every other writer has added something by then, however slow the machine
            select.select([out], [], [], 60)
        time.sleep(chance.uniform(0, 0.4 if number % 2 else 0.15))
        os.kill(writer, signal.SIGKILL)
        _, status = os.waitpid(writer, 0)
        with os.fdopen(out) as told:
            ids = told.read().split()
        if not os.WIFSIGNALED(status):
            sys.exit(f"round {number}: the writer failed by itself")
        with Ledger.open(ledger_target) as ledger:
            problems = [each for each in ledger.check() if "run `tacitus merge`" not in each]
            lost = set(ids) - {each["report"]["id"] for each in ledger.documents(ids)}
            if problems or lost:
                sys.exit(f"round {number}: {len(lost)} of {len(ids)} reports lost; {problems[:5]}")
            run = ledger.start_run("0", "none", "none", {})
            if len(ledger.add([document(number, more=f" Round {number}.")], run).reports) != 1:
                sys.exit(f"round {number}: adding does not go on")
        count += len(ids)
    return f"{count} reports acknowledged in {rounds} rounds, none lost"


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])) + "\n")
