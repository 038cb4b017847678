"""A trained reader → one with fewer neurons in each layer, which reads nearly as well and a fifth faster.

    python -m training.prune --encoder FOLDER --layers 5 --checkpoint runs/final.pt --inner 2048 --out runs/pruned.pt

In: a checkpoint. Out: a smaller one to learn on from (``training.reader --start``). One thing to know: the neurons that
go are those whose changes change the layer's output least over texts of the corpus; what they give on average stays.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from tacitus.corpus.format import load
from training.batches import Cutter, Piece, batches
from training.corpus import REPORTS
from training.corpus.examples import example
from training.reader import Reader, opened
from training.splits import parts

EVERY = 12  # each so-manieth report of the train part is looked at


@torch.no_grad()
def prune(model: Reader, pieces: Sequence[Piece], inner: int) -> tuple[dict[str, Tensor], list[float]]:
    """The weights with ``inner`` neurons a layer, and the share of each layer's variance that is lost."""
    model.eval()
    state = model.state_dict()
    lost = []
    with _watched(model) as seen:
        for batch in batches(pieces, 4096):
            model(batch.ids, batch.case, batch.mask)
    for n, watch in enumerate(seen):
        name = f"encoder.layers.{n}"
        down = state[f"{name}.down.weight"]
        mean = watch.total / watch.count
        worth = (watch.squares / watch.count - mean**2) * (down**2).sum(0)
        order = worth.argsort()
        gone, kept = order[: len(order) - inner], order[len(order) - inner :].sort().values
        lost.append(float(worth[gone].sum() / worth.sum()))
        state[f"{name}.down.bias"] = state[f"{name}.down.bias"] + down[:, gone] @ mean[gone]
        state[f"{name}.down.weight"] = down[:, kept].clone()
        for end in ("weight", "bias"):
            state[f"{name}.up.{end}"] = state[f"{name}.up.{end}"][kept].clone()
    return state, lost


class _Watch:
    """Sums over what the neurons of one layer give."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self.total, self.squares, self.count = torch.zeros(1), torch.zeros(1), 0

    def __call__(self, _: nn.Module, given: tuple[Tensor]) -> None:
        """Look at (b, t, inner) numbers on their way into the layer's last matrix."""
        rows = given[0].flatten(0, 1)
        self.total, self.squares = self.total + rows.sum(0), self.squares + (rows**2).sum(0)
        self.count += len(rows)


@contextmanager
def _watched(model: Reader) -> Iterator[list[_Watch]]:
    seen = [_Watch() for _ in model.encoder.layers]
    hooks = [
        layer.down.register_forward_pre_hook(watch)  # type: ignore[union-attr,operator]
        for layer, watch in zip(model.encoder.layers, seen, strict=True)
    ]
    yield seen
    for hook in hooks:
        hook.remove()


def main() -> None:
    """Read the arguments and write the checkpoint."""
    parse = argparse.ArgumentParser(description="Take the least needed neurons out of a reader.")
    parse.add_argument("--encoder", type=Path, required=True)
    parse.add_argument("--layers", type=int)
    parse.add_argument("--checkpoint", type=Path, required=True)
    parse.add_argument("--inner", type=int, required=True, help="neurons that each layer keeps")
    parse.add_argument("--out", type=Path, required=True)
    args = parse.parse_args()
    cutter = Cutter(Tokenizer.from_file(str(args.encoder / "tokenizer.json")))
    cutter.tokenizer.no_truncation()
    cutter.tokenizer.no_padding()
    reports = load(REPORTS)
    part = parts(reports)
    seen = [example(r) for r in reports if part[r.id] == "train"][::EVERY]
    pieces = [piece for item in seen for piece in cutter.cut(item)]
    state, lost = prune(opened(args.encoder, args.layers, args.checkpoint), pieces, args.inner)
    torch.save({"model": state}, args.out)
    shares = ", ".join(f"{share:.1%}" for share in lost)
    sys.stdout.write(f"{args.out} written; of each layer's variance is lost: {shares}\n")


if __name__ == "__main__":
    main()
