"""A larger reader teaches a smaller one: what it says of each piece and link is learned beside the labels.

In: a trained reader of another encoder, and batches cut for the pupil. Out: the pupil's distance from it. One thing to
know: the teacher also says what a label leaves out (which other type was near, which words of an unlabelled text are
triggers), so texts teach all heads whatever they are labelled for. Both encoders have one vocabulary in two orders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from tacitus.reader.labels import SLICES, TAGGED

if TYPE_CHECKING:
    from training.batches import Batch
    from training.reader import Reader

SOFT = 2.0  # temperature: how much the teacher's second thoughts count
#: Heads that classify spans, and the layer whose spans they classify.
OF = {"type": "trigger", "realis": "trigger", "kind": "mention", "field": "toll"}
#: Marks that the two vocabularies write differently.
MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}


class Teacher:
    """A trained reader and how its encoder numbers the pupil's pieces."""

    def __init__(self, reader: Reader, theirs: Tokenizer, pupils: Tokenizer, *, half: bool = False) -> None:
        """``theirs`` and ``pupils`` are tokenizers of one vocabulary; ``half``: multiply in bfloat16."""
        self.reader, self.half = reader.eval(), half
        words = map(pupils.id_to_token, range(pupils.get_vocab_size()))
        ids = (theirs.token_to_id(MARKS.get(word, word)) for word in words if word)
        self.ids = torch.tensor([theirs.token_to_id("[UNK]") if id_ is None else id_ for id_ in ids])

    @torch.no_grad()
    def says(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """(b, t, WIDTH) scores and (pairs, ROLES) chances of links, of a batch without hidden words."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            x = self.reader.encoder(self.ids[batch.ids], batch.case, batch.mask)
        x = x.float()
        links = self.reader.links(self.reader.pair(x), batch) if len(batch.pairs) else x.new_zeros(0)
        return self.reader.heads(x), links.sigmoid()


def distance(scores: Tensor, links: Tensor, said: tuple[Tensor, Tensor], batch: Batch) -> Tensor:
    """How far the pupil's ``scores`` and ``links`` are from what the teacher ``said`` of the same batch."""
    theirs, chances = said
    real = batch.mask > 0
    total = scores.new_zeros(())
    for layer in TAGGED:
        total = total + _divergence(scores[real][:, SLICES[layer]], theirs[real][:, SLICES[layer]]).mean()
    for head, layer in OF.items():
        inside = 1 - theirs[real][:, SLICES[layer]].softmax(-1)[:, 0]  # only there a class means anything
        mine, other = scores[real][:, SLICES[head]], theirs[real][:, SLICES[head]]
        if head == "field":
            apart = functional.binary_cross_entropy_with_logits(mine, other.sigmoid(), reduction="none").mean(-1)
        else:
            apart = _divergence(mine, other)
        total = total + 0.5 * (inside * apart).sum() / inside.sum().clamp(min=1)
    if len(batch.pairs):
        total = total + 12.0 * functional.binary_cross_entropy_with_logits(links, chances)
    return total


def _divergence(mine: Tensor, theirs: Tensor) -> Tensor:
    """(n, labels) scores of both → (n,)."""
    hers = (theirs / SOFT).softmax(-1)
    return SOFT * SOFT * functional.kl_div((mine / SOFT).log_softmax(-1), hers, reduction="none").sum(-1)
