"""Scores → markup: mentions, names, triggers and the links between them.

In: one report's windows and what the model gave for them. Out: a :class:`Markup` in text order.
One thing to know: a link is only looked for inside a window; what a report says further apart is
joined in assembly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from tacitus.reader import pairs
from tacitus.reader.labels import HEADS, LAYERS, ROLES, SLICES, TAILS, TYPES, WIDTH, may_link
from tacitus.reader.model import Floats, Gate, LinkScorer
from tacitus.reader.tokens import Window
from tacitus.records.markup import Link, Markup, Mention, Name, Trigger
from tacitus.records.span import Span
from tacitus.records.value import ACTOR_KINDS, REALIS, TOLL_FIELDS

#: What is taken from the score of "outside" before the best tag is chosen; found on the corpus' dev split.
LEAN = {"trigger": 0.0, "toll": 0.0, "mention": 0.2, "cue": 0.0, "inner": 0.0, "name": 0.0}
_LEANS = np.zeros(WIDTH, np.float32)
_LEANS[[SLICES[layer].start for layer in LEAN]] = list(LEAN.values())
_OWNED = re.compile(r"(?:['’]|(?<=['’]))s ")
_INITIALS = re.compile(r"(?<![A-Za-z])[A-Z](?:\.[A-Z])+\.?")
#: Two of these never stand side by side with no word or comma between: "cargo" and "ship" are one ship.
WHOLE = frozenset({"actor", "facility", "weapon", "person", "organisation"})
SECOND = 0.25  # a type is told beside the likeliest one from this probability on
CONTENT = 0.4  # a word is content from this probability on
HOLE = 3  # words outside that a content may have inside it
#: A link is kept from this probability on: what it costs to give people to another happening is their number.
LINKED = np.array([0.85 if role == "toll" else 0.5 for role in ROLES])
_LINKED_ODDS = np.log(LINKED / (1 - LINKED))


@dataclass(frozen=True)
class _Pieces:
    """All pieces of a report, end to end."""

    text: str
    scores: Floats  # (pieces, WIDTH)
    vectors: Floats  # (pieces, 3 * pair)
    first: npt.NDArray[np.bool_]
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    window: npt.NDArray[np.int32]
    sentence: npt.NDArray[np.int32]

    @cached_property
    def word(self) -> npt.NDArray[np.int64]:
        """The number of each piece's word."""
        return np.cumsum(self.first)

    @cached_property
    def words(self) -> npt.NDArray[np.int64]:
        """The first piece of each word, and where a further one would begin."""
        return np.append(np.flatnonzero(self.first), len(self.first))

    @cached_property
    def of_words(self) -> Floats:
        """The scores of the first piece of each word, less what is taken from that of "outside"."""
        scores = self.scores.take(self.words[:-1], 0)
        scores -= _LEANS
        return scores

    @cached_property
    def _vector_sums(self) -> npt.NDArray[np.float64]:
        return _sums(self.vectors)

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        return self.start.tolist(), self.end.tolist()

    def span(self, low: int, high: int) -> Span:
        """The words of the pieces low … high - 1, with the bracket that closes one they open."""
        start, end = self._places[0][low], self._places[1][high - 1]
        if self.text.endswith((" and", " or"), start, end):
            end = self.text.rindex(" ", start, end)  # "Wednesday and" of "on Wednesday and Thursday"
        if self.text.startswith(".", end) and (cut := _INITIALS.match(self.text, max(start, end - 1))):
            end = cut.end()  # "U" of "U.S."
        if self.text[start] in "'’s" and (owned := _OWNED.match(self.text, start)) and owned.end() < end:
            start = owned.end()  # "'s main hospital" of "the city's main hospital"
        if self.text.startswith(")", end) and self.text.count("(", start, end) > self.text.count(")", start, end):
            end += 1
        return Span(start, end)

    def mean_scores(self, head: str, spans: Sequence[tuple[int, int, Span, str, float]]) -> npt.NDArray[np.float64]:
        """The mean of the scores of a head over the pieces of each span: (spans, labels)."""
        if not spans:
            return np.zeros((0, len(LAYERS[head])))
        pieces = [piece for span in spans for piece in range(span[0], span[1])]
        length = np.array([span[1] - span[0] for span in spans])
        sums = np.add.reduceat(self.scores[pieces, SLICES[head]], length.cumsum() - length, dtype=np.float64)
        return sums / length[:, None]  # type: ignore[no-any-return]

    def mean_vectors(self, at: npt.NDArray[np.int64], columns: slice) -> Floats:
        """(spans, 2) piece ranges → the mean of these columns over each; 0 where a range is empty."""
        ends = self._vector_sums[:, columns]
        sums = ends[at[:, 1]]
        sums -= ends[at[:, 0]]
        sums /= np.maximum(1.0, at[:, 1] - at[:, 0])[:, None]
        return sums.astype(np.float32)


def _sums(rows: Floats) -> npt.NDArray[np.float64]:
    """The sums of the first 0, 1, 2 … rows; row by row, since np.cumsum takes half as long again over long ones."""
    sums = np.zeros((len(rows) + 1, rows.shape[1]))
    sums[1:] = rows
    for before, row in pairwise(sums):
        row += before
    return sums


@dataclass(slots=True)
class _Found:
    """A span that was decoded, with its range of pieces and its classes as head and tail of links.

    Not frozen, since that takes three times as long and a report has hundreds.
    """

    item: Mention | Trigger
    low: int
    high: int
    head: str | None
    tail: str | None


def decode(
    text: str,
    sentences: Sequence[Span],
    windows: Sequence[Window],
    results: Sequence[tuple[Floats, Floats]],
    links: LinkScorer,
    gate: Gate | None = None,
) -> Markup:
    """Everything the model sees in one report; what the gate holds to be about something else scores less."""
    if not windows:
        return Markup(tuple(sentences), (), (), (), ())
    pieces = _Pieces(
        text,
        np.concatenate([scores for scores, _ in results]),
        np.concatenate([vectors for _, vectors in results]),
        np.concatenate([w.first for w in windows]),
        np.concatenate([w.start for w in windows]),
        np.concatenate([w.end for w in windows]),
        np.concatenate([np.full(len(w.ids), n, np.int32) for n, w in enumerate(windows)]),
        np.concatenate([w.sentence for w in windows]),
    )
    names = tuple(Name(span, label, score) for _, _, span, label, score in _spans("name", pieces))
    open_by = gate.open([scores for scores, _ in results]) if gate else [1.0] * len(windows)
    found = sorted(_mentions(pieces, open_by), key=lambda f: (f.low, -f.high))
    return Markup(
        tuple(sentences),
        tuple(f.item for f in found if isinstance(f.item, Mention)),
        names,
        tuple(f.item for f in found if isinstance(f.item, Trigger)),
        tuple(_links(pieces, found, links)),
    )


def _softmax(scores: npt.NDArray[np.floating]) -> Floats:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return (powers / powers.sum(-1, keepdims=True)).astype(np.float32)  # type: ignore[no-any-return]


def _highest(scores: Floats) -> Floats:
    """The probability of the likeliest label of each row."""
    return 1 / np.exp(scores - scores.max(-1, keepdims=True)).sum(-1)  # type: ignore[no-any-return]


def _spans(layer: str, pieces: _Pieces) -> list[tuple[int, int, Span, str, float]]:
    """(first piece, last + 1, span, label, score) of each span of a layer."""
    scores = pieces.of_words[:, SLICES[layer]]
    tags = scores.argmax(-1)
    marked = np.flatnonzero(tags)
    if not len(marked):
        return []
    best = _highest(scores[marked])
    found: list[tuple[int, int, Span, str, float]] = []
    tag, inside = tags[marked].tolist(), marked.tolist()
    at = pieces.words[marked]
    window, start, end = (of[at].tolist() for of in (pieces.window, pieces.start, pieces.end))
    lows, highs = at.tolist(), pieces.words[marked + 1].tolist()
    begin = 0
    for i, word in enumerate(inside):
        within = tag[i] + tag[i] % 2  # the tag of going on; that of beginning anew stands before it
        label = LAYERS[layer][within][2:]
        if i + 1 < len(inside) and inside[i + 1] == word + 1 and window[i + 1] == window[i]:
            beside = tag[i + 1] == within - 1 and label in WHOLE and end[i] + 1 >= start[i + 1]
            if tag[i + 1] == within or beside:
                continue
        low, high = lows[begin], highs[i]
        # One word needs no mean, and mean() takes three times as long.
        score = best[i] if i == begin else np.add.reduce(best[begin : i + 1]) / (i + 1 - begin)
        found.append((low, high, pieces.span(low, high), label, float(score)))
        begin = i + 1
    return found


def _contents(pieces: _Pieces) -> list[tuple[int, int, Span, float]]:
    """Contents are long, so words inside count and not marks of their ends; small holes are filled."""
    inside = 1 - _softmax(pieces.of_words[:, SLICES["content"]])[:, 0]
    sentence = pieces.sentence[pieces.first].tolist()
    found: list[tuple[int, int, Span, float]] = []
    words = np.flatnonzero(inside > CONTENT).tolist()
    begin = 0
    for i, word in enumerate(words):
        if i + 1 < len(words) and words[i + 1] - word <= HOLE + 1 and sentence[words[i + 1]] == sentence[word]:
            continue
        if i + 1 - begin >= 2:
            low, high = pieces.words[[words[begin], word + 1]].tolist()
            span = pieces.span(low, high)
            found.append((low, high, span, float(np.add.reduce(inside[words[begin : i + 1]]) / (i + 1 - begin))))
        begin = i + 1
    return found


def _led(text: str, span: Span) -> Span:
    """ "US" of "US-led NATO forces" is only the beginning of who is meant."""
    rest = _LED.match(text, span.end)
    return Span(span.start, rest.end()) if rest else span


_LED = re.compile(
    r"-(?:led|backed|allied|supported)(?:\s+(?:[A-Z][\w-]+|forces|troops|coalition|alliance|mission|government|militias?|"
    r"rebels|fighters|separatists)\b){1,3}"
)


def _mentions(pieces: _Pieces, open_by: Sequence[float]) -> list[_Found]:
    found: list[_Found] = []
    for layer in ("mention", "inner"):
        spans = _spans(layer, pieces)
        labels = pieces.mean_scores("kind", spans).argmax(-1).tolist()
        for (low, high, span, kind, score), label in zip(spans, labels, strict=True):
            party = kind == "actor"
            mention = Mention(
                _led(pieces.text, span) if party else span, kind, ACTOR_KINDS[label] if party else None, score
            )
            found.append(_Found(mention, low, high, None, kind))
    tolls = _spans("toll", pieces)
    fields = pieces.mean_scores("field", tolls).argmax(-1).tolist()
    for (low, high, span, _, score), field in zip(tolls, fields, strict=True):
        found.append(_Found(Mention(span, "toll", TOLL_FIELDS[field], score), low, high, "toll", "toll"))
    for low, high, span, _, score in _spans("cue", pieces):
        found.append(_Found(Mention(span, "cue", None, score), low, high, "cue", None))
    for low, high, span, score in _contents(pieces):
        found.append(_Found(Mention(span, "content", None, score), low, high, None, "content"))
    triggers = _spans("trigger", pieces)
    types, tellings = (_softmax(pieces.mean_scores(head, triggers)) for head in ("type", "realis"))
    told = zip(triggers, _best(types), _second(types), _best(tellings), strict=True)
    for (low, high, span, _, score), (what, sure), second, (realis, certain) in told:
        name, passed = TYPES[what], open_by[int(pieces.window[low])]
        trigger = Trigger(span, name, REALIS[realis], score * sure * passed, certain, passed, second)
        found.append(_Found(trigger, low, high, name, "trigger"))
    return found


def _best(likely: Floats) -> list[tuple[int, float]]:
    """For each row the likeliest label, and its probability."""
    return list(zip(likely.argmax(-1).tolist(), likely.max(-1).tolist(), strict=True))


def _second(likely: Floats) -> list[str | None]:
    """For each row the second type, where it is likely enough."""
    found: list[str | None] = [None] * len(likely)
    for row in np.flatnonzero((likely >= SECOND).sum(-1) > 1).tolist():
        found[row] = TYPES[int(likely[row].argsort()[-2])]
    return found


_HEAD_AT = {name: n for n, name in enumerate((*HEADS, None))}
_TAIL_AT = {name: n for n, name in enumerate((*TAILS, None))}
#: Whether a head of one class can have a tail of another; what is no head or no tail has the last row or column.
_MAY_LINK = np.array(
    [[head is not None and tail is not None and may_link(head, tail) for tail in _TAIL_AT] for head in _HEAD_AT]
)


def _links(pieces: _Pieces, found: Sequence[_Found], scorer: LinkScorer) -> list[Link]:
    if not found:
        return []
    at = np.array([(f.low, f.high) for f in found], np.int64)
    heads = np.array([_HEAD_AT[f.head] for f in found], np.int64)
    tails = np.array([_TAIL_AT[f.tail] for f in found], np.int64)
    window = pieces.window[at[:, 0]]
    may = _MAY_LINK.take(heads, 0).take(tails, 1) & (window[:, None] == window)
    np.fill_diagonal(may, False)
    h, t = np.nonzero(may)
    if not len(h):
        return []
    width = scorer.width
    ends = pieces.mean_vectors(at, slice(2 * width))
    head, tail = ends[:, :width].take(h, 0), ends[:, width:].take(t, 0)
    gap = pairs.gaps(at, h, t)
    between = pieces.mean_vectors(gap, slice(2 * width, None))
    known = np.where(tails < len(TAILS), tails, -1)
    traits = pairs.traits(pieces.word, pieces.sentence, at, known, h, t, gap)
    odds = scorer(head, tail, between, heads[h], tails[t], traits)
    row, role = np.nonzero(odds >= _LINKED_ODDS)
    scores = 1 / (1 + np.exp(-np.minimum(odds[row, role], 30)))
    linked = zip(h[row].tolist(), role.tolist(), t[row].tolist(), scores.tolist(), strict=True)
    return [Link(found[first].item, ROLES[r], found[second].item, score) for first, r, second, score in linked]
