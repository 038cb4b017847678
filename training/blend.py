"""Two checkpoints of one lineage → their mean, which often reads what neither saw better than both.

    python -m training.blend runs/thawed.pt runs/new/final.pt --share 0.55 --out runs/blended.pt

In: checkpoints of which one was learned on from the other. Out: a checkpoint. One thing to know: ``share`` is how much
the second one counts; what it gained on the corpus and what the first one kept of other texts are both mostly there.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read the arguments and write the checkpoint."""
    parse = argparse.ArgumentParser(description="Blend two checkpoints.")
    parse.add_argument("one", type=Path)
    parse.add_argument("other", type=Path)
    parse.add_argument("--share", type=float, default=0.5, help="how much the second one counts, 0 to 1")
    parse.add_argument("--out", type=Path, required=True)
    args = parse.parse_args()
    one, other = (torch.load(path, weights_only=True)["model"] for path in (args.one, args.other))
    torch.save({"model": {k: one[k] * (1 - args.share) + other[k] * args.share for k in other}}, args.out)


if __name__ == "__main__":
    main()
