"""Counts of right and wrong for the trainer's log: span F1 a layer, accuracy a class, link F1 a role."""

from __future__ import annotations

from collections import Counter

from torch import Tensor

from tacitus.reader.labels import LAYERS, ROLES
from training.batches import IGNORE


class Scores:
    """Collects counts over batches; :meth:`table` gives the figures."""

    def __init__(self) -> None:
        """Nothing counted yet."""
        self.counts: Counter[tuple[str, str]] = Counter()

    def tags(self, layer: str, guess: Tensor, gold: Tensor) -> None:
        """Spans of one layer: (b, t) tags guessed and gold, IGNORE where not a word's first piece."""
        for row_guess, row_gold in zip(guess, gold, strict=True):
            words = row_gold != IGNORE
            if words.any():
                mine = set(_spans(layer, row_guess[words].tolist()))
                theirs = set(_spans(layer, row_gold[words].tolist()))
                self._add(layer, len(mine & theirs), len(mine), len(theirs))

    def classes(self, head: str, guess: Tensor, gold: Tensor) -> None:
        """One class a span."""
        known = gold != IGNORE
        self.counts[head, "right"] += int((guess[known] == gold[known]).sum())
        self.counts[head, "all"] += int(known.sum())

    def links(self, guess: Tensor, gold: Tensor) -> None:
        """Yes or no for each pair and role."""
        both, mine, theirs = (x.sum(0).tolist() for x in (guess & gold, guess, gold))
        for at, role in enumerate(ROLES):
            self._add(f"link-{role}", both[at], mine[at], theirs[at])

    def _add(self, name: str, both: int, mine: int, theirs: int) -> None:
        self.counts[name, "both"] += both
        self.counts[name, "mine"] += mine
        self.counts[name, "theirs"] += theirs

    def table(self) -> dict[str, float]:
        """All figures, rounded."""
        found = {}
        for name in dict.fromkeys(name for name, _ in self.counts):
            c = {what: n for (owner, what), n in self.counts.items() if owner == name}
            found[name] = (
                c["right"] / max(1, c["all"]) if "all" in c else 2 * c["both"] / max(1, c["mine"] + c["theirs"])
            )
        return {name: round(value, 3) for name, value in found.items()}


def _spans(layer: str, tags: list[int]) -> list[tuple[int, int, str]]:
    found, begin, label = [], 0, ""
    for at, tag in enumerate([*(LAYERS[layer][t] for t in tags), "O"]):
        if label and not (tag.startswith("I-") and tag[2:] == label):
            found.append((begin, at, label))
            label = ""
        if tag != "O" and not label:
            begin, label = at, tag[2:]
    return found
