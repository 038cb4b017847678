"""The encoder in PyTorch: BERT (MiniLM) and MPNet, from the weights of a package in the registry.

In: a folder with ``config.json`` and ``model.safetensors``. Out: an :class:`Encoder` whose word pieces
also know their case. One thing to know: MPNet differs from BERT only in a bias on attention by
relative position and in the first two position embeddings it leaves unused.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from tacitus.reader.tokens import CASES


class Attention(nn.Module):
    """Self-attention as in BERT."""

    def __init__(self, width: int, heads: int) -> None:
        """``width`` numbers a piece, split over ``heads``."""
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """(batch, pieces, width) → the same; ``bias`` is added to the scores."""
        b, t, w = x.shape
        q, k, v = (
            f(x).view(b, t, self.heads, w // self.heads).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        scores = q @ k.transpose(-1, -2) / math.sqrt(w // self.heads) + bias  # (b, heads, t, t)
        mixed = scores.softmax(-1) @ v  # (b, heads, t, w/heads)
        return self.out(mixed.transpose(1, 2).reshape(b, t, w))


class Layer(nn.Module):
    """Attention, then two matrices; both added to what came in and normalised."""

    def __init__(self, width: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        """Sizes as in the encoder's config."""
        super().__init__()
        self.attention = Attention(width, heads)
        self.norm1 = nn.LayerNorm(width, epsilon)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """(batch, pieces, width) → the same."""
        x = self.norm1(x + self.dropout(self.attention(x, bias)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces with their case → a vector for each."""

    def __init__(self, folder: Path, layers: int | None = None, inner: int | None = None, dropout: float = 0.1) -> None:
        """Load the first ``layers`` layers and the first ``inner`` neurons of each (all when None) from a folder."""
        super().__init__()
        config = json.loads((folder / "config.json").read_text("utf-8"))
        self.width: int = config["hidden_size"]
        self.heads: int = config["num_attention_heads"]
        self.mpnet: bool = config["model_type"] == "mpnet"
        epsilon = config["layer_norm_eps"]
        self.word = nn.Embedding(config["vocab_size"], self.width)
        self.position = nn.Embedding(config["max_position_embeddings"], self.width)
        self.case = nn.Embedding(len(CASES), self.width)
        self.norm = nn.LayerNorm(self.width, epsilon)
        self.dropout = nn.Dropout(dropout)
        self.relative = nn.Embedding(32, self.heads) if self.mpnet else None
        count, self.inner = layers or config["num_hidden_layers"], inner or config["intermediate_size"]
        self.layers = nn.ModuleList(Layer(self.width, self.heads, self.inner, epsilon, dropout) for _ in range(count))
        self._load(load_file(folder / "model.safetensors"))

    def _load(self, weights: dict[str, Tensor]) -> None:
        weights = {key.removeprefix("mpnet.").removeprefix("bert."): value for key, value in weights.items()}
        names = {
            "word.weight": "embeddings.word_embeddings.weight",
            "position.weight": "embeddings.position_embeddings.weight",
        }
        for end in ("weight", "bias"):
            names[f"norm.{end}"] = f"embeddings.LayerNorm.{end}"
            for n in range(len(self.layers)):
                mine, theirs = f"layers.{n}", f"encoder.layer.{n}"
                parts = (
                    {"query": "attn.q", "key": "attn.k", "value": "attn.v", "out": "attn.o"}
                    if self.mpnet
                    else {"query": "self.query", "key": "self.key", "value": "self.value", "out": "output.dense"}
                )
                for part, name in parts.items():
                    names[f"{mine}.attention.{part}.{end}"] = f"{theirs}.attention.{name}.{end}"
                after = "attention.LayerNorm" if self.mpnet else "attention.output.LayerNorm"
                names[f"{mine}.norm1.{end}"] = f"{theirs}.{after}.{end}"
                names[f"{mine}.up.{end}"] = f"{theirs}.intermediate.dense.{end}"
                names[f"{mine}.down.{end}"] = f"{theirs}.output.dense.{end}"
                names[f"{mine}.norm2.{end}"] = f"{theirs}.output.LayerNorm.{end}"
        if self.mpnet:
            names["relative.weight"] = "encoder.relative_attention_bias.weight"
        state = {mine: weights[theirs] for mine, theirs in names.items()}
        if not self.mpnet:  # the second-sentence embedding is never used: add the first one for good
            state["word.weight"] = state["word.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        for n in range(len(self.layers)):
            for end in ("weight", "bias"):
                state[f"layers.{n}.up.{end}"] = state[f"layers.{n}.up.{end}"][: self.inner]
            state[f"layers.{n}.down.weight"] = state[f"layers.{n}.down.weight"][:, : self.inner]
        state["case.weight"] = torch.zeros_like(self.case.weight)
        self.load_state_dict(state)

    def forward(self, ids: Tensor, case: Tensor, mask: Tensor) -> Tensor:
        """(batch, pieces) ids, cases and mask (1 = a piece) → (batch, pieces, width)."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(place + (2 if self.mpnet else 0)) + self.case(case)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].float()) * -10000.0  # (b, 1, 1, t)
        if self.relative is not None:
            bias = bias + self.relative(_buckets(place)).permute(2, 0, 1)[None]  # (b, heads, t, t)
        for layer in self.layers:
            x = layer(x, bias)
        return x


def _buckets(place: Tensor, count: int = 32, far: int = 128) -> Tensor:
    """MPNet's buckets of relative position: half for each side, the nearer half of them exact."""
    n = place[:, None] - place[None, :]
    half = count // 2
    side = (n < 0).long() * half
    n = n.abs()
    exact = half // 2
    large = exact + (torch.log(n.clamp(min=1).float() / exact) / math.log(far / exact) * (half - exact)).long()
    return side + torch.where(n < exact, n, large.clamp(max=half - 1))
