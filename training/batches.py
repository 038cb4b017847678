"""Training examples → padded batches with a target for every head.

One thing to know: a head that an example does not label gets the target ``IGNORE`` everywhere.
Windows are cut at random each epoch (one sentence up to a full window), so the reader works on a
lone sentence and on a page alike.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor

from tacitus.reader import pairs, tokens
from tacitus.reader.labels import HEADS, LAYERS, ROLES, TAGGED, TAILS, TYPES, may_link
from tacitus.reader.sentences import sentences
from tacitus.records.ontology import load
from training.examples import Example, Labelled

IGNORE = -100
ROOT_OF = {t.id: t.plover for t in load().types.values()}


@dataclass(frozen=True, slots=True)
class Piece:
    """One window of one example: arrays of pieces, spans in piece places, links between spans."""

    example: Example
    window: tokens.Window
    tags: dict[str, npt.NDArray[np.int64]]
    spans: tuple[tuple[int, int], ...]  # pieces (first, last + 1) of every labelled span inside the window
    labelled: tuple[Labelled, ...]
    links: frozenset[tuple[int, str, int]]
    open: frozenset[tuple[int, str, int]]
    marks: tuple[int, int]  # ids that begin and end a window


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of one step. Spans are rows of ``at`` (window, first piece, last + 1)."""

    ids: Tensor  # (b, t)
    case: Tensor  # (b, t)
    mask: Tensor  # (b, t)
    tags: dict[str, Tensor]  # head → (b, t), IGNORE where not labelled
    at: Tensor  # (spans, 3)
    classes: dict[str, Tensor]  # "type", "realis", "kind": (spans,), "field": (spans, fields), "root": (spans, types)
    pairs: Tensor  # (pairs, 2) into spans
    between: Tensor  # (pairs, 3): the pieces between head and tail, as in ``at``
    traits: Tensor  # (pairs, 6): class of the head, of the tail, and what ``reader.pairs`` tells
    roles: Tensor  # (pairs, roles) 1 where linked
    known: Tensor  # (pairs, roles) 1 where the target is known


class Cutter:
    """Cuts examples into windows."""

    def __init__(self, tokenizer: Tokenizer, limit: int = tokens.WINDOW) -> None:
        """``limit`` is the most pieces a window holds."""
        self.tokenizer, self.limit = tokenizer, limit
        self.continues, self.marks = tokens.continues(tokenizer), tokens.marks(tokenizer)

    def cut(self, example: Example, limit: int | None = None) -> list[Piece]:
        """The windows of one example."""
        if not example.text.strip():
            return []
        encoding = tokens.encode(self.tokenizer, [example.text])[0]
        parts = sentences(example.text)
        if limit == 0:  # one sentence a window
            groups = [tokens.windows(example.text, [s], encoding, self.continues, self.limit) for s in parts]
            found = [w for group in groups for w in group]
        else:
            found = tokens.windows(example.text, parts, encoding, self.continues, limit or self.limit)
        return [self._piece(example, window) for window in found]

    def _piece(self, example: Example, window: tokens.Window) -> Piece:
        where: list[tuple[int, int]] = []
        kept: dict[int, int] = {}
        labelled: list[Labelled] = []
        for at, item in enumerate(example.spans):
            inside = np.flatnonzero((window.start < item.span.end) & (window.end > item.span.start))
            if len(inside):
                kept[at] = len(where)
                where.append((int(inside[0]), int(inside[-1]) + 1))
                labelled.append(item)
        links, unknown = (
            frozenset((kept[x.head], x.role, kept[x.tail]) for x in group if x.head in kept and x.tail in kept)
            for group in (example.links, example.open)
        )
        tags = {layer: self._tag(layer, window, where, labelled) for layer in TAGGED if layer in example.layers}
        return Piece(example, window, tags, tuple(where), tuple(labelled), links, unknown, self.marks)

    @staticmethod
    def _tag(
        layer: str, window: tokens.Window, where: Sequence[tuple[int, int]], labelled: Sequence[Labelled]
    ) -> npt.NDArray[np.int64]:
        tags = np.zeros(len(window.ids), np.int64)
        for (low, high), item in zip(where, labelled, strict=True):
            if item.layer == layer:
                begun = window.start[low] >= item.span.start
                tags[low:high] = LAYERS[layer].index(f"I-{item.label}")
                if begun:
                    tags[low] = LAYERS[layer].index(f"B-{item.label}")
        tags[~window.first] = IGNORE
        return tags


def batches(pieces: Sequence[Piece], budget: int, chance: random.Random | None = None) -> Iterator[Batch]:
    """Batches of about ``budget`` pieces, windows of like length together, in random order."""
    order = sorted(range(len(pieces)), key=lambda i: (len(pieces[i].window.ids) // 8, chance.random() if chance else i))
    groups: list[list[Piece]] = []
    for i in order:
        piece = pieces[i]
        if groups and (len(groups[-1]) + 1) * (len(piece.window.ids) + 2) <= budget:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    if chance:
        chance.shuffle(groups)
    for group in groups:
        yield collate(group)


def collate(group: Sequence[Piece]) -> Batch:
    """Pad one group of windows."""
    length = max(len(p.window.ids) for p in group) + 2
    ids = torch.zeros(len(group), length, dtype=torch.long)
    case = torch.zeros_like(ids)
    mask = torch.zeros_like(ids)
    tags = {layer: torch.full_like(ids, IGNORE) for layer in TAGGED}
    at: list[tuple[int, int, int]] = []
    items: list[tuple[Piece, Labelled]] = []
    of_all: list[_Pair] = []
    traits: list[npt.NDArray[np.int64]] = []
    between: list[npt.NDArray[np.int64]] = []
    for row, piece in enumerate(group):
        n = len(piece.window.ids)
        ids[row, 0], ids[row, n + 1] = piece.marks
        ids[row, 1 : n + 1] = torch.from_numpy(piece.window.ids).long()
        case[row, 1 : n + 1] = torch.from_numpy(piece.window.case).long()
        mask[row, : n + 2] = 1
        for layer, values in piece.tags.items():
            tags[layer][row, 1 : n + 1] = torch.from_numpy(values)
        base = len(at)
        at.extend((row, low + 1, high + 1) for low, high in piece.spans)
        items.extend((piece, item) for item in piece.labelled)
        if piece.example.linked and (found := list(_pairs(piece))):
            of_all.extend(_Pair(base + p.head, base + p.tail, p.linked, p.unknown) for p in found)
            of_pairs, gaps = _traits(piece, found)
            traits.append(of_pairs)
            between.append(gaps + np.array([row, 1, 1]))
    known = torch.ones(len(of_all), len(ROLES))
    roles = torch.zeros(len(of_all), len(ROLES))
    for row, pair in enumerate(of_all):
        roles[row, list(pair.linked)] = 1
        if pair.unknown is None:  # a source that knows only who did what to whom
            known[row] = roles[row]
            known[row, [ROLES.index("agent"), ROLES.index("target")]] = 1
        else:
            known[row, list(pair.unknown)] = 0
    return Batch(
        ids, case, mask, tags,
        torch.tensor(at, dtype=torch.long).view(-1, 3),
        _classes(items),
        torch.tensor([(p.head, p.tail) for p in of_all], dtype=torch.long).view(-1, 2),
        torch.from_numpy(np.concatenate(between)) if between else torch.zeros(0, 3, dtype=torch.long),
        torch.from_numpy(np.concatenate(traits)) if traits else torch.zeros(0, 6, dtype=torch.long),
        roles, known,
    )  # fmt: skip


def head_class(item: Labelled) -> str | None:
    """The class under which a span heads links."""
    if item.layer == "trigger":
        return dict(item.more).get("type", TYPES[0])
    if item.layer in ("cue", "toll"):
        return item.layer
    return "actor" if item.label == "actor" else None


def tail_class(item: Labelled) -> str | None:
    """The class under which a span is a tail of links."""
    return item.label if item.label in TAILS else None


class _Pair(NamedTuple):
    head: int
    tail: int
    linked: tuple[int, ...]
    unknown: tuple[int, ...] | None


def _pairs(piece: Piece) -> Iterator[_Pair]:
    linked: dict[tuple[int, int], set[int]] = {}
    unknown: dict[tuple[int, int], set[int]] = {}
    for group, found in ((piece.links, linked), (piece.open, unknown)):
        for h, role, t in group:
            found.setdefault((h, t), set()).add(ROLES.index(role))
    heads, tails = ([of(item) for item in piece.labelled] for of in (head_class, tail_class))
    for h, h_class in enumerate(heads):
        if h_class is None:
            continue
        for t, t_class in enumerate(tails):
            if t_class is None or h == t or not may_link(h_class, t_class):
                continue
            if t_class in ("trigger", "actor") and h_class == t_class == "actor" and t > h:
                continue  # coreference looks back only
            is_open = tuple(sorted(unknown.get((h, t), ()))) if piece.example.source == "corpus" else None
            yield _Pair(h, t, tuple(sorted(linked.get((h, t), ()))), is_open)


def _traits(piece: Piece, found: Sequence[_Pair]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """(pairs, 6) classes of head and tail and what ``reader.pairs`` tells, and (pairs, 3) 0 and the pieces between."""
    at = np.array(piece.spans, np.int64)
    heads = np.array([HEADS.index(c) if (c := head_class(item)) else -1 for item in piece.labelled])
    tails = np.array([TAILS.index(c) if (c := tail_class(item)) else -1 for item in piece.labelled])
    h, t = (np.array(of, np.int64) for of in zip(*((p.head, p.tail) for p in found), strict=True))
    gap = pairs.gaps(at, h, t)
    told = pairs.traits(np.cumsum(piece.window.first), piece.window.sentence, at, tails, h, t, gap)
    return np.column_stack([heads[h], tails[t], told]), np.column_stack([np.zeros(len(h), np.int64), gap])


def _classes(items: Sequence[tuple[Piece, Labelled]]) -> dict[str, Tensor]:
    count = len(items)
    found = {head: torch.full((count,), IGNORE, dtype=torch.long) for head in ("type", "realis", "kind")}
    field = torch.full((count, len(LAYERS["field"])), -1.0)
    root = torch.zeros(count, len(TYPES))
    for row, (_, item) in enumerate(items):
        if item.layer == "toll":
            field[row] = 0
        for head, label in item.more:
            if head == "field":
                field[row, LAYERS["field"].index(label)] = 1
            elif head == "root":
                root[row] = torch.tensor([ROOT_OF[t] == label for t in TYPES])
            elif label in LAYERS[head]:
                found[head][row] = LAYERS[head].index(label)
    return {**found, "field": field, "root": root}
