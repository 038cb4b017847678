"""Converters of the two sets that come as whole documents with several layers: MEANTIME and GUM.

MEANTIME (Wikinews, CC BY 4.0) teaches actors, places and times. GUM (CC BY / CC BY-SA) teaches names, and who is the
source of what: its discourse trees mark each clause that attributes another. One thing to know: of GUM
only proper nouns are taken as names; "the company" and "he" are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tacitus.records.span import Span
from training.examples import Example, Labelled, Linked
from training.open_sets import detokenize

MEANTIME = {"PER": "actor", "ORG": "actor", "LOC": "place"}
GUM = {"person": "person", "organization": "organisation", "place": "location"}
SENTENCES = 6  # of each MEANTIME article are annotated
LONGEST = 8  # words of a MEANTIME mention; in a longer one its own mentions are taken
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.I)
_TITLES = frozenset(
    "president minister prime general major colonel captain mr mr. mrs mrs. ms. dr dr. sir king queen".split()
)
_NAME_TAGS = frozenset(("NNP", "NNPS", "NP", "NPS", "PROPN"))
_ENTITY = re.compile(r"\((\d+)-(\w+)|(\d+)\)")
_ATTRIBUTES = re.compile(r"attribution-\w+:(\d+)->(\d+)")


def meantime(folder: Path) -> Iterator[Example]:
    """The actors, places and times of MEANTIME's articles, as far as they were annotated."""
    for path in sorted((folder / "meantime/intra-doc_annotation").rglob("*.xml")):
        root = ElementTree.parse(path).getroot()  # noqa: S314 - a data set of our own choosing
        rows = [t for t in root.iter("token") if int(t.get("sentence", "0")) < SENTENCES]
        text, spans = detokenize([t.text or "" for t in rows])
        span_of = {t.get("t_id"): span for t, span in zip(rows, spans, strict=True)}
        kind_of = _kinds(root)
        found = set()
        for mention in (*root.iter("ENTITY_MENTION"), *root.iter("TIMEX3")):
            kind = kind_of.get(mention.get("m_id", "")) if mention.tag == "ENTITY_MENTION" else "time"
            anchors = [span_of.get(a.get("t_id")) for a in mention.iter("token_anchor")]
            words = [s for s in anchors if s is not None]
            if kind and 0 < len(words) == len(anchors) <= LONGEST:
                article = _ARTICLE.match(text, words[0].start)
                found.add((article.end() if article and len(words) > 1 else words[0].start, words[-1].end, kind))
        outer = [f for f in found if not any(o[0] <= f[0] and f[1] <= o[1] and o != f for o in found)]
        labelled = tuple(Labelled(Span(a, b), "mention", kind) for a, b, kind in sorted(outer))
        yield Example(f"meantime-{path.stem}", "meantime", text, frozenset({"mention"}), labelled)


def _kinds(root: ElementTree.Element) -> dict[str, str]:
    """The kind of the entity that each mention refers to."""
    types = {e.get("m_id", ""): MEANTIME.get(e.get("ent_type", "")[:3]) for e in root.iter("ENTITY")}
    found: dict[str, str] = {}
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        kind = types.get(target.get("m_id", "")) if target is not None else None
        if kind:
            found.update((source.get("m_id", ""), kind) for source in relation.iter("source"))
    return found


@dataclass(frozen=True, slots=True)
class _Token:
    """One word of a GUM document: where it stands, its tag, and its further columns."""

    span: Span
    word: str  # in small letters
    tag: str
    sentence: int
    misc: dict[str, str]


def gum(folder: Path) -> Iterator[Example]:
    """Names and attributions of GUM's documents."""
    for path in sorted((folder / "gum/dep").glob("*.conllu")):
        text, tokens = _read(path)
        spans = _names(tokens)
        links: list[Linked] = []
        for source, cue, content in _attributions(tokens):
            spans.append(Labelled(cue, "cue", "cue"))
            head = len(spans) - 1
            spans.append(Labelled(content, "content", "content"))
            links.append(Linked(head, "said", head + 1))
            if source:
                spans.append(Labelled(source, "mention", "actor"))
                links.append(Linked(head, "source", head + 2))
        layers = frozenset({"name", "cue", "content"})
        yield Example(f"gum-{path.stem}", "gum", text, layers, tuple(spans), tuple(links), linked=True)


def _read(path: Path) -> tuple[str, list[_Token]]:
    text, sentence = "", 0
    tokens: list[_Token] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        sentence += line.startswith("# sent_id")
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        misc = dict(x.split("=", 1) for x in columns[9].split("|") if "=" in x)
        tokens.append(
            _Token(Span(len(text), len(text) + len(columns[1])), columns[1].lower(), columns[4], sentence, misc)
        )
        text += columns[1] + ("" if misc.get("SpaceAfter") == "No" else " ")
    return text, tokens


def _names(tokens: list[_Token]) -> list[Labelled]:
    """The longest run of proper nouns in each mention of a person, organisation or place that has one at its end."""
    found: dict[Span, str] = {}
    waiting: dict[str, tuple[int, str]] = {}
    for at, token in enumerate(tokens):
        for opened, kind, closed in _ENTITY.findall(token.misc.get("Entity", "")):
            if opened:
                waiting[opened] = (at, kind)
            if closed and closed in waiting:
                _name(tokens, *waiting.pop(closed), at, found)
        for opened, kind in re.findall(r"\((\d+)-(\w+)[^()]*\)", token.misc.get("Entity", "")):
            _name(tokens, at, kind, at, found)
            waiting.pop(opened, None)
    return [Labelled(span, "name", kind) for span, kind in sorted(found.items())]


def _name(tokens: list[_Token], first: int, kind: str, last: int, found: dict[Span, str]) -> None:
    while last >= first and tokens[last].tag not in _NAME_TAGS:
        last -= 1
    begin = last
    while begin > first and tokens[begin - 1].tag in _NAME_TAGS:
        begin -= 1
    while begin < last and kind == "person" and tokens[begin].word in _TITLES:
        begin += 1
    if kind == "person" and (tokens[last].tag.endswith("PS") or tokens[last].word in _TITLES):
        return  # "the Rohingya", "the President"
    if kind in GUM and begin <= last and tokens[last].tag in _NAME_TAGS:
        span = Span(tokens[begin].span.start, tokens[last].span.end)
        if not any(span.overlaps(other) for other in found):
            found[span] = GUM[kind]


def _attributions(tokens: list[_Token]) -> Iterator[tuple[Span | None, Span, Span]]:
    """Source, cue and content of every clause that attributes another one."""
    begins = [at for at, t in enumerate(tokens) if "Discourse" in t.misc]
    clauses = [range(a, b) for a, b in zip(begins, [*begins[1:], len(tokens)], strict=True)]
    parents = [_parent(tokens[c.start]) for c in clauses]
    for clause in clauses:
        for relation in tokens[clause.start].misc["Discourse"].split(";"):
            match = _ATTRIBUTES.match(relation)
            if not match or not 0 < int(match[2]) <= len(clauses):
                continue
            cue = _signal(relation, "lex-indwd", clause) or _signal(relation, "lex-indph", clause)
            if not cue:
                continue
            first, last = _told(int(match[2]) - 1, clauses.index(clause), clauses, parents, tokens)
            source = _signal(relation, "sem-atsrc", clause)
            yield (
                Span(tokens[source[0]].span.start, tokens[source[-1]].span.end) if source else None,
                Span(tokens[cue[0]].span.start, tokens[cue[-1]].span.end),
                Span(tokens[clauses[first].start].span.start, tokens[clauses[last].stop - 1].span.end),
            )


def _parent(token: _Token) -> int | None:
    match = re.match(r"[\w-]+:\d+->(\d+)", token.misc["Discourse"])
    return int(match[1]) - 1 if match else None


def _told(
    head: int, cue: int, clauses: list[range], parents: list[int | None], tokens: list[_Token]
) -> tuple[int, int]:
    """The run of clauses around ``head`` in its sentence that hang on it, the attributing one left out."""

    def hangs(clause: int) -> bool:
        at: int | None = clause
        for _ in range(30):
            if at == head or at is None or at == cue:
                return at == head
            at = parents[at]
        return False

    def goes_on(clause: int) -> bool:
        inside = 0 <= clause < len(clauses) and clause != cue and hangs(clause)
        return inside and tokens[clauses[clause].start].sentence == tokens[clauses[head].start].sentence

    first = last = head
    while goes_on(first - 1):
        first -= 1
    while goes_on(last + 1):
        last += 1
    return first, last


def _signal(relation: str, name: str, clause: range) -> list[int]:
    """The words inside the clause that a relation's signal of that name marks."""
    match = re.search(rf"{name}-([\d,-]+)-", relation)
    if not match:
        return []
    found: list[int] = []
    for part in match[1].split(","):
        low, _, high = part.partition("-")
        if low.isdigit():
            found += range(int(low) - 1, int(high) if high.isdigit() else int(low))
    inside = [at for at in found if at in clause]
    return inside if inside and inside[-1] - inside[0] < 8 else []
