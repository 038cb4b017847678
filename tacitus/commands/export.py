"""The command ``export``: incidents or events of a ledger, filtered, in the format that others read.

In: parsed arguments. Out: an exit code. One thing to know: rows stream from the ledger page by page into the file, so
that an export of a million incidents needs no more memory than one of ten.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

from tacitus.asked import rows_of
from tacitus.commands.ledger import opened, query_of
from tacitus.commands.terminal import binary_output, counted, output, tell
from tacitus.errors import SettingError
from tacitus.export import formats


def export(args: argparse.Namespace) -> int:
    """The command."""
    made = formats.named(args.format)
    query = query_of(args)
    if made.binary and args.output is None and sys.stdout.isatty():
        raise SettingError(f"{made.name} is no text; give a file with -o FILE{made.ending}")
    with opened(args) as ledger:
        rows = cast(formats.Rows, islice(cast(Iterator[Any], rows_of(ledger, made.rows, query)), args.limit))
        if made.binary:
            with binary_output(args.output) as stream:
                count = formats.write(made, rows, stream, redact_private=args.redact_private)
        else:
            with output(args.output) as file:
                count = formats.write(made, rows, file, redact_private=args.redact_private)
    left = f"; {count.left_out} do not fit {made.name} and were left out" if count.left_out else ""
    tell(f"{counted(count.written, made.rows.removesuffix('s'))} written{left}")
    return 0
