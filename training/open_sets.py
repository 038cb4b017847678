"""Converters: the open data sets under ``shared/data/train`` → training examples.

Each labels only the layers it knows. Licences: see NOTICE and the data README. One thing to know:
a name (person, organisation, location) is a layer of its own, so sets that know only names never
teach the reader that a village in a target role is "not an actor".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path

from tacitus.records.span import Span
from training.examples import Example, Labelled, Linked

NAME = {"PER": "person", "ORG": "organisation", "LOC": "location"}
CROSSNER = {
    "politician": "person", "person": "person", "politicalparty": "organisation", "organisation": "organisation",
    "country": "location", "location": "location",
}  # fmt: skip
RE3D = {
    "Organisation": "actor", "Person": "actor", "Location": "place", "Temporal": "time", "Weapon": "weapon",
    "Nationality": None, "MilitaryPlatform": "weapon",
}  # fmt: skip
#: Roots of the 2016 records that PLOVER has renamed since.
ROOTS = {
    "CONCEDE": "YIELD", "RETREAT": "YIELD", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "FIGHT": "ASSAULT",
    "INVESTIGATE": "ACCUSE",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%'’")
_NO_SPACE_AFTER = frozenset("([{$#")


def everything(folder: Path) -> list[Example]:
    """All examples of all open sets."""
    return list(chain(uner(folder), crossner(folder), redocred(folder), re3d(folder), plover(folder)))


def detokenize(tokens: list[str]) -> tuple[str, list[Span]]:
    """Join tokens as a printed text would have them; gives each token's span."""
    text, spans, glue = "", [], True
    for token in tokens:
        hyphen = token in ("-", "–") and text[-1:].isalnum()
        if not (glue or token[0] in _NO_SPACE_BEFORE or token == "n't" or hyphen):  # noqa: S105 - no password
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        glue = token in _NO_SPACE_AFTER or hyphen
    return text, spans


def _iob(path: Path, word: int, tag: int) -> Iterator[tuple[list[str], list[str]]]:
    for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("# ")]
        rows = [row for row in rows if len(row) > tag]
        if rows:
            yield [row[word] for row in rows], [row[tag] for row in rows]


def _tagged(id_: str, source: str, tokens: list[str], tags: list[str], labels: dict[str, str]) -> Example:
    text, spans = detokenize(tokens)
    found, begin = [], 0
    for at, (tag, after) in enumerate(pairwise([*tags, "O"])):
        if tag.startswith("B-") or (tag != "O" and at and tags[at - 1] == "O"):
            begin = at
        if tag != "O" and not after.startswith("I-") and tag[2:] in labels:
            found.append(Labelled(Span(spans[begin].start, spans[at].end), "name", labels[tag[2:]]))
    return Example(id_, source, text, frozenset({"name"}), tuple(found))


def uner(folder: Path) -> Iterator[Example]:
    """Universal NER, English Web Treebank (CC BY-SA 4.0)."""
    for at, (tokens, tags) in enumerate(_iob(folder / "uner_ewt/train.iob2", 1, 2)):
        yield _tagged(f"uner-{at}", "uner", tokens, tags, NAME)


def ewt(folder: Path) -> Iterator[tuple[str, str]]:
    """The documents of the English Web Treebank (CC BY-SA 4.0) as plain texts, by their own names."""
    for block in re.split(r"^# newdoc id = ", (folder / "uner_ewt/train.iob2").read_text("utf-8"), flags=re.M)[1:]:
        text = ""
        for sentence in re.findall(r"^# text = (.*)$", block, re.M):
            ended = re.search(r"[.!?][\"'”’)\]]*$", text)
            text += (" " if ended else "\n\n" if text else "") + sentence.strip()
        yield block.split("\n", 1)[0].strip(), text


def crossner(folder: Path) -> Iterator[Example]:
    """CrossNER politics (MIT)."""
    for part in ("train", "dev", "test"):
        for at, (tokens, tags) in enumerate(_iob(folder / f"crossner_politics/{part}.txt", 0, 1)):
            yield _tagged(f"crossner-{part}-{at}", "crossner", tokens, tags, CROSSNER)


def redocred(folder: Path) -> Iterator[Example]:
    """Re-DocRED abstracts (MIT): names only."""
    for part in ("dev", "test"):
        for at, document in enumerate(json.loads((folder / f"redocred/{part}_revised.json").read_text("utf-8"))):
            tokens = list(chain.from_iterable(document["sents"]))
            text, spans = detokenize(tokens)
            begins = [sum(map(len, document["sents"][:n])) for n in range(len(document["sents"]))]
            found = set()
            for mention in chain.from_iterable(document["vertexSet"]):
                if mention["type"] in NAME and not (mention["type"] == "LOC" and _DEMONYM.fullmatch(mention["name"])):
                    low, high = (begins[mention["sent_id"]] + x for x in mention["pos"])
                    found.add((spans[low].start, spans[high - 1].end, NAME[mention["type"]]))
            labelled = tuple(Labelled(Span(a, b), "name", kind) for a, b, kind in sorted(found))
            yield Example(f"redocred-{part}-{at}", "redocred", text, frozenset({"name"}), labelled)


def re3d(folder: Path) -> Iterator[Example]:
    """DSTL re3d (OGL, CC BY, public domain, by folder): actors, places, times, weapons."""
    for documents in sorted((folder / "re3d").glob("*/documents.json")):
        entities: dict[str, list[dict[str, object]]] = {}
        for entity in _json_rows(documents.with_name("entities.json")):
            entities.setdefault(str(entity["documentId"]), []).append(entity)
        for document in _json_rows(documents):
            text, found = str(document["text"]), set()
            for entity in entities.get(str(document["_id"]), []):
                label = RE3D.get(str(entity["type"]))
                low, high = int(str(entity["begin"])), int(str(entity["end"]))
                if label and text[low:high] == entity["value"]:
                    article = re.match(r"(?:the|a|an|The|A|An) ", text[low:high])
                    found.add((low + (article.end() if article else 0), high, label))
            outer = [f for f in found if not any(o[0] <= f[0] and f[1] <= o[1] and o != f for o in found)]
            labelled = tuple(Labelled(Span(a, b), "mention", label) for a, b, label in sorted(outer))
            yield Example(f"re3d-{document['_id']}", "re3d", text, frozenset({"mention"}), labelled)


def _json_rows(path: Path) -> Iterator[dict[str, object]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


#: Re-DocRED calls demonyms locations; for us "Turkish" is no place.
_DEMONYM = re.compile(
    r"\w+(?:ish|ese|[^r]ian|[aeo]an|ssian|rian|raqi|aeli|stani|anni|ench|utch|erman|reek|wiss|rab|zech|hai)$|Pakistani|Kuwaiti"
)
_PLOVER_MARK = re.compile(r"\((SRC/TAR|SRC|TAR|EVT):\s*")


def plover(folder: Path) -> Iterator[Example]:
    """PLOVER gold standard records (CC BY-SA 4.0): a trigger whose root is known, its source and target."""
    for record in json.loads((folder / "plover/PLOVER_GSR_CAMEO.txt").read_text("utf-8")):
        info = record.get("textInfo")
        text, spans = _unmark(info["markup"] if isinstance(info, dict) and "markup" in info else "")
        triggers = [s for s in spans if s[2] == "EVT"][:1]
        if not triggers or record["event"] == "DOCUMENT":
            continue
        found = [
            Labelled(
                Span(*triggers[0][:2]), "trigger", "trigger", (("root", ROOTS.get(record["event"], record["event"])),)
            )
        ]
        links = []
        for start, end, mark in spans:
            for role in {"SRC": ["agent"], "TAR": ["target"], "SRC/TAR": ["agent"]}.get(mark, []):
                links.append(Linked(0, role, len(found)))
                found.append(Labelled(Span(start, end), "mention", "actor"))
        yield Example(record["id"], "plover", text, frozenset({"type"}), tuple(found), tuple(links), linked=True)


def _unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    plain, spans, at = "", [], 0
    for match in _PLOVER_MARK.finditer(marked):
        close = marked.find(")", match.end())
        if close < 0:
            break
        plain += marked[at : match.start()]
        spans.append((len(plain), len(plain) + close - match.end(), match[1]))
        plain += marked[match.end() : close]
        at = close + 1
    return plain + marked[at:], spans
