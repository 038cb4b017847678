"""The reader: one small encoder, many heads; trained here, exported to ONNX int8 by ``training.export``.

    python -m training.reader --encoder FOLDER --out runs/minilm [--epochs 9]

In: the corpus, the open sets and an encoder's folder. Out: checkpoints and a log in ``--out``. Two
steps: first the open sets teach names, then everything together. One thing to know: an interrupted
run goes on from its last checkpoint when started again with the same arguments.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from tacitus.corpus.format import load
from tacitus.reader.labels import APART, CROWD, EDGES, HEADS, ROLES, SLICES, TAGGED, TAILS, WIDTH
from training.augment import Pool, pool, vary
from training.batches import IGNORE, Batch, Cutter, Piece, batches
from training.corpus import REPORTS, ROOT
from training.corpus.examples import example
from training.corpus.texts import MEASURED, load_texts, originals
from training.discourse_sets import gum, meantime
from training.encoder import Encoder
from training.examples import Example
from training.hide import hide
from training.measure import Scores
from training.open_sets import everything
from training.splits import DEV, drawn, parts
from training.teach import Teacher, distance

PEACE = 3  # how often more an epoch sees the reports without any event, which are few and short
PAIR = 128  # width of the three projections from which links are scored: head, tail, the words between
DEEP = 64  # width of the layer that looks at a pair as a whole


class Reader(nn.Module):
    """Encoder, one matrix for all heads over pieces, and a scorer of links between spans."""

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        """The encoder gives the width."""
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.Linear(encoder.width, WIDTH)
        self.pair = nn.Linear(encoder.width, 3 * PAIR)
        self.head_class = nn.Embedding(len(HEADS), PAIR)
        self.tail_class = nn.Embedding(len(TAILS), PAIR)
        self.distance = nn.Embedding(len(EDGES) + 1, PAIR)
        self.triggers = nn.Embedding(CROWD + 1, PAIR)
        self.alike = nn.Embedding(CROWD + 1, PAIR)
        self.apart = nn.Embedding(2 * APART + 1, PAIR)
        self.both = nn.Linear(2 * PAIR, len(ROLES))
        self.deep = nn.Linear(2 * PAIR, DEEP)
        self.out = nn.Linear(DEEP, len(ROLES), bias=False)

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """(b, t) pieces → (b, t, WIDTH) scores of all heads, and (b, t, 3 * PAIR) for links."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training and half_pays()):
            x = self.encoder(ids, case, mask)
        x = self.dropout(x.float())
        return self.heads(x), self.pair(x)

    def links(self, pair: Tensor, batch: Batch) -> Tensor:
        """(b, t, 3 * PAIR) vectors of pieces → (pairs, ROLES) scores."""
        vectors = mean(pair[..., : 2 * PAIR], batch.at)
        head, tail = vectors[batch.pairs[:, 0], :PAIR], vectors[batch.pairs[:, 1], PAIR:]
        added = head + tail + mean(pair[..., 2 * PAIR :], batch.between)
        tables = (self.head_class, self.tail_class, self.distance, self.triggers, self.alike, self.apart)
        for table, of in zip(tables, batch.traits.unbind(-1), strict=True):
            added = added + table(of)
        seen = torch.cat([self.dropout(functional.relu(added)), head * tail], -1)
        return self.both(seen) + self.out(functional.relu(self.deep(seen)))  # type: ignore[no-any-return]


@cache
def half_pays() -> bool:
    """Whether this processor multiplies bfloat16 faster than float32; many do it in half the time, some in twice."""
    times = []
    for kind in (torch.float32, torch.bfloat16):
        left, right = torch.ones(1024, 768, dtype=kind), torch.ones(768, 3072, dtype=kind)
        for _ in range(4):
            started = time.perf_counter()
            left @ right
            took = time.perf_counter() - started
        times.append(took)
    return times[1] < times[0]


def mean(x: Tensor, at: Tensor) -> Tensor:
    """The mean of ``x`` (b, t, w) over each span of ``at`` (spans, 3) → (spans, w)."""
    b, t, w = x.shape
    sums = functional.pad(x.cumsum(1), (0, 0, 1, 0)).reshape(b * (t + 1), w)
    rows, low, high = at.unbind(-1)
    total = sums[rows * (t + 1) + high] - sums[rows * (t + 1) + low]
    return total / (high - low).clamp(min=1)[:, None]


def loss(
    model: Reader, batch: Batch, weights: Mapping[str, Tensor], said: tuple[Tensor, Tensor] | None = None
) -> Tensor:
    """The loss of a batch by its labels; where a teacher has ``said`` what it reads, half of that and his distance."""
    scores, pair = model(batch.ids, batch.case, batch.mask)
    links = model.links(pair, batch) if len(batch.pairs) else scores.new_zeros(0)
    labelled = _labelled(scores, links, batch, weights)
    return labelled if said is None else 0.5 * labelled + distance(scores, links, said, batch)


def _labelled(scores: Tensor, links: Tensor, batch: Batch, weights: Mapping[str, Tensor]) -> Tensor:
    """The sum of the losses of all heads that the batch labels."""
    total = scores.new_zeros(())
    for layer in TAGGED:
        target = batch.tags[layer]
        if (target != IGNORE).any():
            total = total + functional.cross_entropy(
                scores[..., SLICES[layer]].transpose(1, 2), target, weights[layer] if layer in weights else None,
                ignore_index=IGNORE,
            )  # fmt: skip
    if not len(batch.at):
        return total
    spans = mean(scores, batch.at)
    for head, weight in (("type", 1.0), ("realis", 0.5), ("kind", 0.5)):
        target = batch.classes[head]
        if (target != IGNORE).any():
            total = total + weight * functional.cross_entropy(
                spans[:, SLICES[head]], target, ignore_index=IGNORE, label_smoothing=0.05
            )
    root = batch.classes["root"]
    if len(rows := root.any(-1).nonzero().flatten()):
        share = spans[rows, SLICES["type"]].log_softmax(-1) + (root[rows] - 1) * 1e4
        total = total - share.logsumexp(-1).mean()
    field = batch.classes["field"]
    if len(rows := (field[:, 0] >= 0).nonzero().flatten()):
        total = total + functional.binary_cross_entropy_with_logits(spans[rows, SLICES["field"]], field[rows])
    if len(batch.pairs):
        each = functional.binary_cross_entropy_with_logits(links, batch.roles, reduction="none")
        total = total + 6.0 * (each * batch.known).sum() / batch.known.sum().clamp(min=1) * 2.0
    return total


def train(
    model: Reader, groups: Sequence[tuple[Sequence[Example], float]], cutter: Cutter, out: Path, *,
    names: Pool, name: str, epochs: int, rate: float, seed: int, budget: int, dev: Mapping[str, Sequence[Example]],
    teacher: Teacher | None = None,
) -> None:  # fmt: skip
    """Train for some epochs; ``groups`` are (examples, share drawn an epoch). Leaves ``out/name.pt``."""
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder") and "encoder.word" not in n]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    fast.append(model.encoder.case.weight)
    slow = [p for p in slow if p is not model.encoder.case.weight]
    model.encoder.word.weight.requires_grad_(False)
    best = torch.optim.AdamW([{"params": slow, "lr": rate}, {"params": fast, "lr": 8 * rate}], weight_decay=0.01)
    begin, file = 0, out / f"{name}.pt"
    mask = next(id_ for word in ("<mask>", "[MASK]") if (id_ := cutter.tokenizer.token_to_id(word)) is not None)
    if file.exists():
        state = torch.load(file, weights_only=True)
        model.load_state_dict(state["model"])
        begin = state["epoch"]
        if begin < epochs:
            best.load_state_dict(state["optimiser"])
    for epoch in range(begin, epochs):
        chance = random.Random(seed * 1000 + epoch)
        torch.manual_seed(seed * 1000 + epoch)
        hiding = torch.Generator().manual_seed(seed * 1000 + epoch)
        steps = list(batches(_draw(groups, names, cutter, chance), budget, chance))
        model.train()
        started, losses = time.time(), 0.0
        for at, batch in enumerate(steps):
            done = (epoch + at / len(steps)) / epochs
            factor = min(1.0, done / 0.06) * max(0.02, 1 - done)
            for group, top in zip(best.param_groups, (rate, 8 * rate), strict=True):
                group["lr"] = top * factor
            value = loss(model, hide(batch, mask, hiding), {}, teacher.says(batch) if teacher else None)
            best.zero_grad(set_to_none=True)
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            best.step()
            losses += value.item()
            if at % 50 == 49:
                _log(
                    f"{name} epoch {epoch} step {at + 1}/{len(steps)} loss {losses / (at + 1):.4f} "
                    f"{time.time() - started:.0f} s"
                )
        _log(f"{name} epoch {epoch} loss {losses / max(1, len(steps)):.4f} {time.time() - started:.0f} s")
        torch.save({"model": model.state_dict(), "optimiser": best.state_dict(), "epoch": epoch + 1}, file)
        if epoch % 3 == 2 or epoch == epochs - 1:
            for part, examples in dev.items():
                _log(f"{name} epoch {epoch} {part} {json.dumps(evaluate(model, examples, cutter))}")


def _draw(
    groups: Sequence[tuple[Sequence[Example], float]], names: Pool, cutter: Cutter, chance: random.Random
) -> list[Piece]:
    pieces: list[Piece] = []
    for examples, share in groups:
        for _ in range(max(1, int(share))):
            for item in examples:
                if share >= 1 or chance.random() < share:
                    limit = chance.choice((0, 40, 80, cutter.limit, cutter.limit))
                    pieces.extend(cutter.cut(vary(item, names, chance), limit))
    return pieces


@torch.no_grad()
def evaluate(model: Reader, examples: Sequence[Example], cutter: Cutter) -> dict[str, float]:
    """Span and class scores on examples, gold spans given to the classifiers and links."""
    model.eval()
    scores = Scores()
    pieces = [piece for item in examples for piece in cutter.cut(item)]
    for batch in batches(pieces, 4096):
        guess, pair = model(batch.ids, batch.case, batch.mask)
        for layer in TAGGED:
            scores.tags(layer, guess[..., SLICES[layer]].argmax(-1), batch.tags[layer])
        spans = mean(guess, batch.at)
        for head in ("type", "realis", "kind"):
            scores.classes(head, spans[:, SLICES[head]].argmax(-1), batch.classes[head])
        if len(batch.pairs):
            links = model.links(pair, batch) > 0
            scores.links(links & (batch.known > 0), batch.roles > 0)
    return scores.table()


def opened(folder: Path, layers: int | None, checkpoint: Path) -> Reader:
    """The model of a checkpoint, as wide as that; what that run had not yet says nothing until it is learned."""
    state: dict[str, Tensor] = torch.load(checkpoint, weights_only=True)["model"]
    model = Reader(Encoder(folder, layers, len(state["encoder.layers.0.up.bias"])))
    mine = model.state_dict()
    for name, value in mine.items():
        was = state.get(name)
        if was is None:  # "deep" keeps its chance beginning, for "out" behind it is silent
            mine[name] = value if name.startswith("deep.") else torch.zeros_like(value)
        else:
            mine[name] = torch.cat([was, torch.zeros_like(value[len(was) :])])
    model.load_state_dict(mine)
    return model


def _teacher(folder: Path, checkpoint: Path, pupils: Tokenizer) -> Teacher:
    """The reader of a checkpoint as a teacher of one whose pieces ``pupils`` numbers."""
    state = torch.load(checkpoint, weights_only=True)["model"]
    layers = sum(name.startswith("encoder.layers.") and name.endswith(".up.bias") for name in state)
    theirs = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return Teacher(opened(folder, layers, checkpoint), theirs, pupils, half=half_pays())


def _log(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read the arguments, train both steps, leave ``final.pt``."""
    parse = argparse.ArgumentParser(description="Train the reader.")
    parse.add_argument("--encoder", type=Path, required=True, help="folder with config.json and model.safetensors")
    parse.add_argument("--layers", type=int, help="keep only the first layers of the encoder")
    parse.add_argument("--data", type=Path, default=ROOT.parent / "shared/data/train", help="the open sets")
    parse.add_argument("--out", type=Path, required=True)
    parse.add_argument("--names", type=Path, help="a names.pt of an earlier run to start from")
    parse.add_argument("--start", type=Path, help="a final.pt of an earlier run to learn on from")
    parse.add_argument("--names-epochs", type=int, default=1)
    parse.add_argument("--epochs", type=int, default=9)
    parse.add_argument("--rate", type=float, default=4e-4)
    parse.add_argument("--budget", type=int, default=2400, help="pieces in a batch")
    parse.add_argument("--reports", type=int, help="learn from only so many reports of the corpus (a learning curve)")
    parse.add_argument("--twice", nargs="*", help="batches of the corpus that an epoch sees twice (all), others once")
    parse.add_argument("--texts", type=float, default=2.0, help="how often an epoch sees the texts that others wrote")
    parse.add_argument("--share", type=float, default=1.0, help="of the batches not named in --twice, a share an epoch")
    parse.add_argument(
        "--teacher", type=Path, nargs=2, help="the encoder's folder and final.pt of a reader to learn from"
    )
    parse.add_argument("--seed", type=int, default=7)
    args = parse.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    cutter = Cutter(Tokenizer.from_file(str(args.encoder / "tokenizer.json")))
    cutter.tokenizer.no_truncation()
    cutter.tokenizer.no_padding()
    if args.start:
        model = opened(args.encoder, args.layers, args.start)
    else:
        model = Reader(Encoder(args.encoder, args.layers))
    texts = [example(r) for r in load_texts(originals(args.data))]
    whole = {text.id for text in texts}
    of: dict[str, list[Example]] = defaultdict(list)
    for one in (*everything(args.data), *meantime(args.data), *gum(args.data)):
        if one.id not in whole | MEASURED:
            of[one.source].append(one)
    names = [*of["uner"], *of["crossner"], *of["redocred"]]
    if args.names:
        (args.out / "names.pt").write_bytes(args.names.read_bytes())
    dev_names, train_names = names[::40], [n for i, n in enumerate(names) if i % 40]
    if not args.start:
        train(
            model, [(train_names, 1), (of["gum"], 1)], cutter, args.out, names={}, name="names",
            epochs=args.names_epochs, rate=args.rate, seed=args.seed, budget=args.budget, dev={"dev": dev_names},
        )  # fmt: skip
    if not args.epochs:
        return
    teacher = _teacher(args.teacher[0], args.teacher[1], cutter.tokenizer) if args.teacher else None
    # With a teacher, the open sets teach what they do not label.
    open_share, names_share = (1.0, 0.25) if teacher else (0.25, 0.04)
    reports = load(REPORTS)
    part = parts(reports)
    corpus = {p: [example(r) for r in reports if part[r.id] == p] for p in ("train", "dev", "test")}
    seen = corpus["train"]
    if args.reports:
        seen = random.Random(args.seed).sample(seen, args.reports)
    chosen = {r.id for r in reports if args.twice is None or r.path.parent.name in args.twice}
    peace = [example(r) for r in reports if part[r.id] == "train" and r.meta["genre"] == "negative"]
    dev = {"dev": corpus["dev"], "texts": [text for text in texts if drawn(text.id) < DEV]}
    texts = [text for text in texts if drawn(text.id) >= DEV]
    _log(f"corpus: {len(seen)} reports and {len(texts)} texts to train on")
    train(
        model,
        [
            ([e for e in seen if e.id in chosen], 2), ([e for e in seen if e.id not in chosen], args.share),
            (peace, PEACE), (of["plover"], 1), (of["gum"], open_share), ([*of["re3d"], *of["meantime"]], open_share),
            (train_names, names_share), (texts, args.texts),
        ],
        cutter, args.out, names=pool(seen), name="final", teacher=teacher,
        epochs=args.epochs, rate=args.rate, seed=args.seed, budget=args.budget, dev=dev,
    )  # fmt: skip


if __name__ == "__main__":
    main()
