"""``python -m bench NAME… [--data DIR] [--json] [--floors]``: measure, print, and compare with the floors.

``python -m bench errors NAME`` prints what a measure finds wrong instead. One thing to know: a floor is only
ever raised by hand; ``--floors`` fails below it.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from bench.errors import lines
from bench.figures import Figures
from tacitus.pipeline import Reader

NAMES = (
    "satp",
    "plv",
    "muc4",
    "wikievents",
    "case2021",
    "geoparse",
    "dates",
    "attribution",
    "actors",
    "corpus",
    "articles",
    "merge",
    "incidents",
    "speed",
    "ledger",
    "scale",
    "serve",
    "desk",
)
#: Measures that take minutes to prepare: only run when they are named.
LONG = ("ledger", "scale", "serve", "desk")
FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    """Run the named measures; 1 when a floor is not reached."""
    os.environ["TACITUS_HOME"] = os.devnull  # what a person has added does not count
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Tacitus.")
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"one or more of {', '.join(NAMES)} (default: all but {', '.join(LONG)})",
    )
    parser.add_argument("--data", type=Path, help="the folder to read instead of the measure's own")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    parser.add_argument("--floors", action="store_true", help="fail where a figure is below its floor")
    parser.add_argument("--class", dest="only", metavar="CLASS", help="with errors: only this class")
    parser.add_argument("--most", type=int, default=8, help="with errors: cases shown of a class (default: 8)")
    args = parser.parse_args()
    if args.names[:1] == ["errors"]:
        return _errors(parser, args)
    floors: dict[str, Figures] = json.loads(FLOORS.read_text("utf-8"))
    names = args.names or (list(floors) if args.floors else [name for name in NAMES if name not in LONG])
    if unknown := [name for name in names if name not in NAMES]:
        parser.error(f"no measure is called {unknown[0]!r}; there are {', '.join(NAMES)}")
    found: dict[str, Figures] = {}
    for name in names:
        module = importlib.import_module(f"bench.{name}")
        data = args.data or module.DATA
        if not data.exists():
            parser.error(f"{data} is not there; give the folder of {name} with --data")
        found[name] = _strictly(module.run, data)
        if not args.json:
            for what, value in found[name].items():
                sys.stdout.write(f"{name:10} {what:40} {value:.4g}\n")
            sys.stdout.flush()
    if args.json:
        sys.stdout.write(json.dumps(found, indent=1) + "\n")
    return _below(found, floors) if args.floors else 0


def _strictly(measure: Callable[[Path], Figures], data: Path) -> Figures:
    """What is measured; a report that cannot be read ends the run, and does not pass as one that tells nothing."""
    Reader.strict = True
    try:
        return measure(data)
    finally:
        Reader.strict = False


def _errors(parser: argparse.ArgumentParser, args: argparse.Namespace) -> int:
    for name in args.names[1:]:
        module = importlib.import_module(f"bench.{name}" if name in NAMES else "bench.errors")
        if name not in NAMES or not hasattr(module, "errors"):
            parser.error(f"no measure called {name!r} tells its errors")
        for line in lines(module.errors(args.data or module.DATA), only=args.only, most=args.most):
            sys.stdout.write(line + "\n")
    return 0


def _below(found: dict[str, Figures], floors: dict[str, Figures]) -> int:
    missed = [
        f"{name} {what}: {found[name].get(what, 0):.4g} is below its floor {floor:.4g}"
        for name, wanted in floors.items()
        if name in found
        for what, floor in wanted.items()
        if found[name].get(what, 0) < floor
    ]
    sys.stdout.write("\n".join(missed) + "\n" if missed else "all floors hold\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
