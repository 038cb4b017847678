"""The trained reader as it ships: an int8 encoder with its heads (ONNX), and the scorer of links.

In: windows of word pieces. Out: for each window the scores of all heads and the vectors for links.
One thing to know: windows go through one by one. What int8 rounds depends on what goes through beside it, and on one
core a window that stays in the cache is quicker than a batch with its padding. Opening one reads a known window first:
a processor that adds up wrongly would make a reader that finds nothing and says nothing.
"""

from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from tacitus.errors import DataError, SettingError
from tacitus.reader import tokens

WEIGHTS = Path(__file__).parent / "weights"
GATE = "gate.npz"
KNOWN = "known.npz"  # a window and its scores
OFF = 0.5  # as far may the known scores be off on average: releases of onnxruntime are by 0.05, an overflow makes 1.9
ROWS = 12  # so few rows at once go through a matrix of the link scorer that it is too small a task for threads
PASSED = 0.6  # a passage counts in full from this probability on: 97 % of dev's and test's windows with events

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class LinkScorer:
    """The last layers for links: small enough for numpy."""

    head_class: Floats  # (heads, pair)
    tail_class: Floats  # (tails, pair)
    between: Floats  # (distance, triggers, likes, sentences: every combination, pair)
    sizes: tuple[int, int, int]  # how many there are of the last three
    seen: Floats  # (2 * pair, hidden + roles): the hidden layer, and beside it the roles' own weights
    bias: Floats  # (roles,)
    deep_bias: Floats  # (hidden,)
    out: Floats  # (hidden, roles)

    @classmethod
    def of(cls, arrays: Mapping[str, Floats]) -> LinkScorer:
        """From what ``training.export`` wrote; four small tables are one, for a look-up costs more than its size."""
        tables = [arrays[name].astype(np.float32) for name in ("distance", "triggers", "alike", "apart")]
        first, second, third, fourth = np.ix_(*(range(len(table)) for table in tables))
        between = tables[0][first] + tables[1][second] + tables[2][third] + tables[3][fourth]
        rest = ("head_class", "tail_class", "bias", "deep_bias")
        return cls(
            **{name: arrays[name].astype(np.float32) for name in rest},
            seen=np.concatenate([arrays["deep"], arrays["weight"]]).astype(np.float32).T.copy(),
            out=arrays["out"].astype(np.float32).T.copy(),
            between=between.reshape(-1, between.shape[-1]),
            sizes=(len(tables[1]), len(tables[2]), len(tables[3])),
        )

    @property
    def width(self) -> int:
        """The size of a head's or a tail's vector."""
        return int(self.between.shape[1])

    def __call__(
        self, head: Floats, tail: Floats, between: Floats, of_head: Ints, of_tail: Ints, traits: Ints
    ) -> Floats:
        """(pairs, pair) vectors, classes of heads and tails and (pairs, 4) traits → (pairs, roles) log odds."""
        added = head + tail  # and then in place, in rows that lie close together: there are thousands of pairs
        added += between
        far, triggers, alike, apart = traits.T
        near = ((far * self.sizes[0] + triggers) * self.sizes[1] + alike) * self.sizes[2] + apart
        for table, of in ((self.head_class, of_head), (self.tail_class, of_tail), (self.between, near)):
            added += table.take(of, 0)  # twice as quick as table[of]
        both = np.empty((len(head), 2 * head.shape[1]), np.float32)
        np.maximum(added, 0, out=both[:, : head.shape[1]])
        np.multiply(head, tail, out=both[:, head.shape[1] :])
        seen = _product(both, self.seen)
        deep, plain = seen[:, : len(self.deep_bias)], seen[:, len(self.deep_bias) :]
        deep += self.deep_bias
        np.maximum(deep, 0, out=deep)
        scores = _product(deep, self.out)
        scores += plain
        scores += self.bias
        return scores


def _product(rows: Floats, matrix: Floats) -> Floats:
    """rows @ matrix, a few rows at a time and therefore on one core, with the same result on any number of cores.

    As a whole it would be shared among all cores, and on a busy machine to wait for them takes ten times the product.
    """
    found = np.empty((len(rows), matrix.shape[1]), np.float32)
    whole = len(rows) // ROWS * ROWS
    np.matmul(
        rows[:whole].reshape(-1, ROWS, rows.shape[1]), matrix, out=found[:whole].reshape(-1, ROWS, found.shape[1])
    )
    np.matmul(rows[whole:], matrix, out=found[whole:])
    return found


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether a passage tells of conflict, protest or diplomacy at all: sport and weather use their words too."""

    weight: Floats  # (2 * WIDTH,)
    bias: float

    @staticmethod
    def seen(scores: Floats) -> Floats:
        """What the gate looks at: (pieces, WIDTH) → (2 * WIDTH,), the mean and the highest score of each head."""
        return np.concatenate([scores.mean(0), scores.max(0)])

    def open(self, windows: Sequence[Floats]) -> list[float]:
        """How far each window of one report counts, 0 to 1: by what it says itself and by what the report does."""
        odds = [float(self.weight @ self.seen(scores) + self.bias) for scores in windows]
        whole = sum(odds) / max(1, len(odds))
        return [min(1.0, self.likely((own + whole) / 2)) for own in odds]

    @staticmethod
    def likely(odds: float) -> float:
        """1 and more from the threshold on, less and less below it."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) / PASSED


@dataclass(frozen=True, slots=True)
class Model:
    """Tokenizer, encoder session and link scorer; loaded once in a process."""

    folder: Path
    tokenizer: Tokenizer
    continues: Bools
    marks: tuple[int, int]
    session: onnxruntime.InferenceSession
    links: LinkScorer
    gate: Gate | None
    version: str

    def run(self, windows: Sequence[tokens.Window]) -> list[tuple[Floats, Floats]]:
        """For each window (pieces, WIDTH) scores and (pieces, 3 * pair) vectors, in the order given."""
        return [self._one(window) for window in windows]

    def _one(self, window: tokens.Window) -> tuple[Floats, Floats]:
        return self.score(window.ids, window.case)

    def score(self, pieces: tokens.Ints, cases: tokens.Ints) -> tuple[Floats, Floats]:
        """The scores and vectors of one window: its pieces' numbers and how each is written."""
        ids = np.zeros((1, len(pieces) + 2), np.int64)
        case, mask = np.zeros_like(ids), np.ones_like(ids)
        ids[0, 0], ids[0, -1] = self.marks
        ids[0, 1:-1], case[0, 1:-1] = pieces, cases
        scores, vectors = self.session.run(None, {"ids": ids, "case": case, "mask": mask})
        return scores[0, 1:-1], vectors[0, 1:-1]


def names() -> list[str]:
    """The readers that ship: ``default`` reads best, ``fast`` fastest."""
    return sorted(folder.name for folder in WEIGHTS.iterdir() if folder.is_dir())


def chosen(name: str | None = None) -> str:
    """The reader asked for, or else what the variable TACITUS_READER says, or else the default."""
    return name or os.environ.get("TACITUS_READER") or "default"


@cache
def fingerprint(name: str | Path) -> str:
    """A hash of a reader's weights: two readings with the same are the same. The name of one that ships, or a folder.

    Raises :class:`SettingError` when there is none.
    """
    file = _folder(str(name)) / "reader.onnx"
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]


def _folder(name: str) -> Path:
    folder = WEIGHTS / name if name in names() else Path(name)
    if not folder.is_dir():
        raise SettingError(f"there is no reader called {name!r}; there are {', '.join(names())}")
    return folder


@cache
def load(name: str, threads: int = 1) -> Model:
    """Open a reader's weights: one that ships, or a folder with weights of one's own.

    Raises :class:`SettingError` when there is none of that name, :class:`DataError` when a file is damaged or this
    processor makes something else of it.
    """
    folder = _folder(name)
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        with np.load(folder / "links.npz") as arrays:
            links = LinkScorer.of(arrays)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # A processor without VNNI adds int8 products in 16 bits, which overflow unnoticed; this makes it add in 32.
        options.add_session_config_entry("session.x64quantprecision", "1")
        gate = None
        if (folder / GATE).is_file():
            with np.load(folder / GATE) as arrays:
                gate = Gate(arrays["weight"], float(arrays["bias"]))
        data = (folder / "reader.onnx").read_bytes()
        # Apart, the sum and the layer norm take half the time that they take as one on a CPU.
        session = onnxruntime.InferenceSession(
            data, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )
    except Exception as error:
        raise DataError(
            f"the reader's weights in {folder} cannot be opened ({error}); install Tacitus again"
        ) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    continues, marks, version = tokens.continues(tokenizer), tokens.marks(tokenizer), fingerprint(folder)
    model = Model(folder, tokenizer, continues, marks, session, links, gate, version)
    if (folder / KNOWN).is_file():
        _tried(model)
    return model


def _tried(model: Model) -> None:
    """Refuse a model that does not give the scores that are known of it."""
    with np.load(model.folder / KNOWN) as known:
        scores, _ = model.score(known["ids"], known["case"])
        off = float(np.abs(scores - known["scores"]).mean())
    if not off < OFF:
        raise DataError(
            f"onnxruntime {onnxruntime.__version__} makes something else of the weights in {model.folder} on this "
            f"processor than it should (off by {off:.1f}), and nothing would be read right; install another release of "
            f"onnxruntime, and if that does not help, please report it"
        )
