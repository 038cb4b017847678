"""merge: B³ and pairwise F1 of incidents, look-alikes merged wrongly, settled tolls.

In: the corpus' story sets outside the train part, or a folder with ``reports.jsonl`` (as `tacitus read` takes them) and
``clusters.jsonl`` (each line one incident: ``{"id", "reports": [id …], "quotes": …}``; the quotes are words of each
report that tell it, by report id, as a list of ``{"report", "text"}``, or in the order of the reports). Out: figures.
One thing to know: the story sets are measured twice, as annotated (only merging can fail) and end to end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.errors import Error
from bench.figures import Figures, rows, share
from tacitus.corpus.format import Annotated, load
from tacitus.merge.accounts.copies import sketch
from tacitus.merge.accounts.wording import wordings
from tacitus.merge.merge import merge
from tacitus.pipeline import Reader
from tacitus.records.event import Document, Event
from tacitus.records.incident import Account, Incident
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.records.value import TOLL_FIELDS, TollValue
from tacitus.resolve.resolve import Tables
from tacitus.sources.sources import open_sources
from training.corpus import REPORTS
from training.corpus.gold import documents, incidents, report_of
from training.corpus.stories import Story, load_stories
from training.splits import parts

DATA = REPORTS
Item = tuple[str, str]  # a report and an annotated event (or cluster) in it


def run(data: Path) -> Figures:
    """Merge the story sets, or the clusters of another folder."""
    if (data / "clusters.jsonl").exists():
        reports = [r for r in open_sources([str(data / "reports.jsonl")]) if isinstance(r, Report)]
        return clustered(reports, rows(data / "clusters.jsonl"))
    unseen, told, gold = _stories(data)
    right = merged(each.document for each in told)
    annotated = {(each.document.report.id, name): event for each in told for name, event in each.events.items()}
    reader = Reader()
    read = list(reader.read_all(report_of(r) for r in unseen))
    found = merged(read)
    end_to_end = _by_trigger(unseen, read)
    stories = [s for s in load_stories() if any(i in {r.id for r in unseen} for i, _ in _events_of(s))]
    return {
        **_figures(annotated, gold, right),
        **_apart(stories, annotated, right),
        **_tolls(stories, annotated, right),
        **{f"end to end {name}": value for name, value in _figures(end_to_end, gold, found).items()},
        **{f"end to end {name}": value for name, value in _apart(stories, end_to_end, found).items()},
        **{f"end to end {name}": value for name, value in _tolls(stories, end_to_end, found).items()},
    }


def errors(data: Path) -> Iterator[Error]:
    """Pairs of annotated events that were merged wrongly or not at all, by type; tolls settled otherwise."""
    unseen, told, gold = _stories(data)
    found = merged(each.document for each in told)
    incident = _incident_of(found)
    events = {(each.document.report.id, name): event for each in told for name, event in each.events.items()}
    for toll, words, settled in _settled(load_stories(), events, found):
        if bounds(words) not in settled:
            ours = " ".join(f"{low}..{'' if high is None else high}" for low, high in settled)
            yield Error("toll", toll, words, ours or "none")
    text = {r.id: r for r in unseen}
    for ((one, a), first), ((other, b), second) in combinations(events.items(), 2):
        if one == other:
            continue
        should = gold.get((one, a)) is not None and gold.get((one, a)) == gold.get((other, b))
        does = incident.get(first) == incident.get(second)
        if should != does:
            kind = text[one].lines[a].words[0]
            name = f"{'missed' if should else 'wrong'} {kind}"
            yield Error(name, _around(text[one], a), "one" if should else "two", _around(text[other], b))


def merged(documents: Iterable[Document]) -> list[Incident]:
    """The incidents of documents."""
    accounts: list[Account] = []
    sketches: dict[str, bytes] = {}
    for document in documents:
        report, words = document.report, wordings(document)
        sketches[report.id] = sketch(report.text)
        accounts += [
            Account(e, report.id, report.published, report.outlet, report.id, words[e.id]) for e in document.events
        ]
    return merge(accounts, sketches=sketches)


def _stories(data: Path) -> tuple[list[Annotated], list[Any], dict[Item, Item]]:
    reports = load(data)
    part = parts(reports)
    unseen = [r for r in reports if r.meta.get("story") and part[r.id] != "train"]
    return unseen, list(documents(unseen, Tables.open())), incidents(load_stories())


def _events_of(story: Story) -> list[Item]:
    return [event for incident in story.incidents for event in incident.events]


def _around(report: Annotated, event: str) -> str:
    at = next(b for b in report.brackets if b.id == event)
    return " ".join(f"{report.text[max(0, at.start - 120) : at.end + 80]} [{report.id}]".split())


def _incident_of(found: Iterable[Incident]) -> dict[str, str]:
    return {event: incident.id for incident in found for event in incident.events}


def _by_trigger(reports: Sequence[Annotated], read: Sequence[Document]) -> dict[Item, str]:
    """The event read for each annotated one: the one that shares a trigger's words; none where it was missed."""
    found: dict[Item, str] = {}
    for report, document in zip(reports, read, strict=True):
        for bracket in report.of("e"):
            span = Span(bracket.start, bracket.end)
            told = [e for e in document.events if any(m.overlaps(span) for m in e.mentions)]
            if told:
                found.setdefault((report.id, bracket.id), told[0].id)
    return found


def _figures(events: Mapping[Item, str], gold: Mapping[Item, Item], found: Sequence[Incident]) -> Figures:
    """B³ and pairwise scores over the annotated events that have an event; one that gold leaves out stands alone."""
    incident = _incident_of(found)
    mine: dict[Item, Hashable] = {item: incident.get(event, event) for item, event in events.items()}
    theirs: dict[Item, Hashable] = {item: gold.get(item, item) for item in events}
    return scores(mine, theirs)


def scores(mine: Mapping[Item, Hashable], theirs: Mapping[Item, Hashable]) -> Figures:
    """B³ (Bagga and Baldwin 1998) and pairwise precision, recall and F1 of two clusterings of the same items."""
    ours, gold = _groups(mine), _groups(theirs)
    precision = sum(len(ours[mine[i]] & gold[theirs[i]]) / len(ours[mine[i]]) for i in mine) / max(1, len(mine))
    recall = sum(len(ours[mine[i]] & gold[theirs[i]]) / len(gold[theirs[i]]) for i in mine) / max(1, len(mine))
    said, true = _pairs(ours), _pairs(gold)
    pair_precision, pair_recall = share(len(said & true), len(said)), share(len(said & true), len(true))
    return {
        "B3 F1": _f1(precision, recall),
        "B3 precision": round(precision, 4),
        "B3 recall": round(recall, 4),
        "pairwise F1": _f1(pair_precision, pair_recall),
        "pairwise precision": pair_precision,
        "pairwise recall": pair_recall,
        "items": len(mine),
    }


def _groups(of: Mapping[Item, Hashable]) -> dict[Hashable, set[Item]]:
    found: dict[Hashable, set[Item]] = defaultdict(set)
    for item, group in of.items():
        found[group].add(item)
    return found


def _pairs(groups: Mapping[Hashable, set[Item]]) -> set[tuple[Item, ...]]:
    return {tuple(pair) for members in groups.values() for pair in combinations(sorted(members), 2)}


def _f1(precision: float, recall: float) -> float:
    return round(2 * precision * recall / max(1e-9, precision + recall), 4)


def _apart(stories: Sequence[Story], events: Mapping[Item, str], found: Sequence[Incident]) -> Figures:
    """Look-alikes that share an incident."""
    incident = _incident_of(found)
    wrong = pairs = 0
    for story in stories:
        of = {
            each.name: {incident[events[e]] for e in each.events if events.get(e) in incident}
            for each in story.incidents
        }
        for one, other in {tuple(sorted((each.name, name))) for each in story.incidents for name in each.apart}:
            if of[one] and of[other]:
                pairs += 1
                wrong += bool(of[one] & of[other])
    return {"look-alikes merged": share(wrong, pairs), "look-alikes": pairs}


def _tolls(stories: Sequence[Story], events: Mapping[Item, str], found: Sequence[Incident]) -> Figures:
    """Settled ranges that are exactly those of the story, over the incidents that at least two reports tell."""
    right = [bounds(words) in settled for _, words, settled in _settled(stories, events, found)]
    return {"settled toll range exact": share(sum(right), len(right)), "settled tolls": len(right)}


def _settled(
    stories: Sequence[Story], events: Mapping[Item, str], found: Sequence[Incident]
) -> Iterator[tuple[str, str, list[tuple[int, int | None]]]]:
    """Each toll of the stories: of what it is, the range that the story gives, and ours."""
    by_id = {incident.id: incident for incident in found}
    incident = _incident_of(found)
    for story in stories:
        for each in story.incidents:
            own = [incident[events[e]] for e in each.events if events.get(e) in incident]
            if len({report for report, _ in each.events}) < 2 or not own:
                continue
            settled = by_id[max(set(own), key=lambda i: (own.count(i), i))]
            for field, words in each.settled.items():
                if field in TOLL_FIELDS and isinstance(words, str):
                    ours = [(v.low, v.high) for v in settled.of(field) if isinstance(v, TollValue)]
                    yield f"{story.id}: {each.name}, {field}", words, ours


def bounds(words: str) -> tuple[int, int | None]:
    """``12..19``, ``30..``, ``..20`` or ``6`` as bounds."""
    low, dots, high = words.partition("..")
    if not dots:
        return int(low), int(low)
    return int(low or 0), int(high) if high else None


def clustered(reports: Iterable[Report], clusters: Iterable[Mapping[str, Any]]) -> Figures:
    """Scores of clusters: each (report, incident) is an item, told by the event that its quotes overlap most.

    Where a cluster of two reports or more says how many were ``killed`` ("29..44"), our settled range is compared too.
    """
    clusters = list(clusters)
    read = {d.report.id: d for d in Reader().read_all(reports)}
    found = merged(read.values())
    theirs: dict[Item, Hashable] = {}
    events: dict[Item, str] = {}
    for cluster in clusters:
        quotes = _quotes(cluster)
        for report in map(str, cluster["reports"]):
            if report in read:
                item = (report, str(cluster["id"]))
                theirs[item] = item[1]
                if (event := _told(read[report], quotes.get(report, []), cluster.get("type"))) is not None:
                    events[item] = event.id
    incident = _incident_of(found)
    mine = {item: incident.get(events[item], item) if item in events else item for item in theirs}
    figures: Figures = {**scores(mine, theirs), "items told": share(len(events), len(theirs))}
    dead = [
        bounds(cluster["killed"]) in _dead(cluster, events, found)
        for cluster in clusters
        if cluster.get("killed") and len(cluster["reports"]) > 1
    ]
    return (
        {**figures, "settled dead exact": share(sum(dead), len(dead)), "settled dead": len(dead)} if dead else figures
    )


def _dead(
    cluster: Mapping[str, Any], events: Mapping[Item, str], found: Sequence[Incident]
) -> list[tuple[int, int | None]]:
    """The ranges of the dead that are settled for the incident of ours that holds most of a cluster."""
    incident = _incident_of(found)
    own = [events[item] for r in cluster["reports"] if (item := (str(r), str(cluster["id"]))) in events]
    ours = [incident[event] for event in own if event in incident]
    best = max(set(ours), key=lambda i: (ours.count(i), i), default=None)
    values = (v for each in found if each.id == best for v in each.of("killed"))
    return [(v.low, v.high) for v in values if isinstance(v, TollValue)]


def _quotes(cluster: Mapping[str, Any]) -> dict[str, list[str]]:
    """The quotes of a cluster by report, in whichever of the three ways they are written."""
    quotes, found = cluster.get("quotes") or {}, defaultdict(list)
    if isinstance(quotes, Mapping):
        pairs = [(report, words) for report, several in quotes.items() for words in _listed(several)]
    elif all(isinstance(q, Mapping) for q in quotes):
        pairs = [(q["report"], words) for q in quotes for words in _listed(q.get("text", q.get("quote")))]
    else:
        pairs = list(zip(cluster["reports"], quotes, strict=False))
    for report, words in pairs:
        found[str(report)].append(words if isinstance(words, str) else words.get("text", ""))
    return found


def _listed(words: Any) -> list[Any]:
    return words if isinstance(words, list) else [words]


def _told(document: Document, quotes: Sequence[str], kind: str | None) -> Event | None:
    """The event that the quotes tell: of the type if one is given, the one with most of its words in them."""
    text = document.report.text
    spans = [Span(at, at + len(quote)) for quote in quotes if quote and (at := text.find(quote)) >= 0]
    if not spans:
        return None

    def inside(event: Event) -> tuple[bool, bool, int, float]:
        told = [*event.mentions, *(claim.span for claim in event.claims)]
        within = sum(any(span.overlaps(each) for span in spans) for each in told)
        trigger = any(span.overlaps(m) for span in spans for m in event.mentions)
        return trigger, event.type == kind, within, event.confidence

    best = max(document.events, key=inside, default=None)
    return best if best is not None and inside(best)[0] else None
