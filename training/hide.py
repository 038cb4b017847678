"""Words hidden from the reader while it learns, so that it reads what stands around them.

In: a batch. Out: the same with some word pieces replaced by the encoder's mask. One thing to know: a reader that has
seen its corpus often knows each trigger by heart and no longer looks at its sentence; behind a mask it has to.
"""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor

from training.batches import IGNORE, Batch

WORDS = 0.06  # share of all pieces that are hidden
TRIGGERS = 0.2  # share of triggers that are hidden whole


def hide(batch: Batch, mask: int, chance: torch.Generator) -> Batch:
    """Hide pieces and triggers behind the piece ``mask``; the first and last piece of a window stay."""
    inner = torch.zeros_like(batch.ids, dtype=torch.bool)
    inner[:, 1:-1] = batch.mask[:, 2:] > 0
    hidden = (torch.rand(batch.ids.shape, generator=chance) < WORDS) & inner
    for row, low, high in _triggers(batch, chance).tolist():
        hidden[row, low:high] = True
    return replace(batch, ids=batch.ids.masked_fill(hidden, mask))


def _triggers(batch: Batch, chance: torch.Generator) -> Tensor:
    """(spans, 3) of the triggers to be hidden."""
    of = batch.at[batch.classes["type"] != IGNORE]
    return of[torch.rand(len(of), generator=chance) < TRIGGERS]
