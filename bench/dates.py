"""How well expressions of time are found and resolved, on MEANTIME (NewsReader, Wikinews; CC BY 4.0).

In: a folder of CAT XML files with TIMEX3 and a document creation time. Out: span F1 (strict, relaxed) and value F1.
One thing to know: only the first six sentences of each article were annotated and count; the dateline that states the
creation time is part of the text that the resolver reads, but counts neither as found nor as missed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

from bench.figures import SHARED, Figures
from tacitus.records.span import Span
from tacitus.records.value import TimeValue
from tacitus.resolve.times.dates import find_times, is_duration, resolve_times
from tacitus.resolve.times.timewords import COUNT, UNIT, count_of

DATA = SHARED / "train" / "meantime" / "intra-doc_annotation"
SENTENCES = 6  # of each article, the title among them


@dataclass(frozen=True, slots=True)
class Timex:
    """One annotated expression: where it stands and its TIMEX3 value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Article:
    """The annotated beginning of an article."""

    text: str
    published: date | None
    dateline: Span | None
    timexes: tuple[Timex, ...]


def run(data: Path = DATA) -> Figures:
    """Measure on every article below a folder. The value is measured where a gold span is overlapped."""
    gold = found = relaxed_gold = relaxed_found = strict = right = matched = 0
    for article in articles(data):
        tagged = find_times(article.text)
        values = resolve_times(article.text, tagged, published=article.published)
        spans = [s for s in tagged if not (article.dateline and s.overlaps(article.dateline))]
        gold, found = gold + len(article.timexes), found + len(spans)
        relaxed_found += sum(any(s.overlaps(t.span) for t in article.timexes) for s in spans)
        for timex in article.timexes:
            over = [s for s in spans if s.overlaps(timex.span)]
            relaxed_gold += bool(over)
            strict += timex.span in over
            if over:
                best = max(over, key=lambda s: min(s.end, timex.span.end) - max(s.start, timex.span.start))
                matched += 1
                right += same(timex_value(best.of(article.text), values.get(best)), timex.value)
    return {
        "articles": len(list(data.rglob("*.xml"))),
        "expressions": gold,
        "found": found,
        "span_f1_strict": round(2 * strict / max(1, gold + found), 4),
        "span_f1_relaxed": round(_f1(relaxed_found / max(1, found), relaxed_gold / max(1, gold)), 4),
        "value_f1": round(right / max(1, matched), 4),
    }


def articles(data: Path) -> Iterator[Article]:
    """The articles below a folder, in the order of their names."""
    for path in sorted(data.rglob("*.xml")):
        yield _article(ElementTree.parse(path).getroot())  # noqa: S314 - a data set of our own choosing


def _article(root: ElementTree.Element) -> Article:
    text, line = "", 0
    where: dict[str | None, Span] = {}
    for token in root.iter("token"):
        words, number = token.text or "", int(token.get("sentence", "0"))
        if number >= SENTENCES:
            break
        if number != line:
            text, line = text + "\n", number
        elif text and not re.match(r"[,.;:!?)%\]'’]", words) and not text.endswith(("(", "$", "£", "#", "\n")):
            text += " "
        where[token.get("t_id")] = Span(len(text), len(text) + len(words))
        text += words
    published: date | None = None
    dateline: Span | None = None
    timexes: list[Timex] = []
    for timex in root.iter("TIMEX3"):
        tokens = [where[a.get("t_id")] for a in timex.iter("token_anchor") if a.get("t_id") in where]
        span = Span(min(t.start for t in tokens), max(t.end for t in tokens)) if tokens else None
        value = timex.get("value", "")
        if timex.get("functionInDocument") == "CREATION_TIME":
            published, dateline = _creation(value), span
        elif span:
            timexes.append(Timex(span, value))
    timexes.sort(key=lambda t: t.span)
    if published is None:  # two articles do not mark their dateline as what it is: the first full date
        first = next(t for t in timexes if re.fullmatch(r"\d{4}-\d\d-\d\d", t.value))
        published, dateline = date.fromisoformat(first.value), first.span
        timexes.remove(first)
    return Article(text, published, dateline, tuple(timexes))


def _creation(value: str) -> date:
    if re.fullmatch(r"\d\d-\d\d-\d{4}", value):  # one article has its date back to front
        value = "-".join(reversed(value.split("-")))
    return date.fromisoformat(value)


_UNITS = {"second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W",
          "fortnight": "{}W", "weekend": "{}D", "month": "{}M", "quarter": "{}Q", "year": "{}Y", "decade": "{}0Y",
          "hr": "T{}H", "min": "T{}M"}  # fmt: skip
# What TIMEX3 takes for a duration, and we for the time it covers.
_ROLLING = re.compile(rf"(?:the )?(?:last|past|next|coming|previous) {COUNT} |(?:the )?past {UNIT}|within ", re.I)
_AMOUNT = re.compile(rf"(?:\b({COUNT})[ -](?:[a-z]+ )?)?\b({UNIT})\b", re.I)


def timex_value(words: str, value: TimeValue | None) -> str:
    """An interval, or the words of a duration, as a TIMEX3 value."""
    if value is None or _ROLLING.match(words) or (value.precision == "relative" and is_duration(words)):
        return _duration(words)
    first, last = value.earliest or value.latest, value.latest or value.earliest
    if not first or not last:
        return "PAST_REF" if re.search(r"recent|past|history", words, re.I) else "FUTURE_REF"
    start, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    match value.precision:
        case "minute":
            return first
        case "hour":
            return _part_of_day(first)
        case "week":
            middle = start + timedelta(3)
            year, number, _ = middle.isocalendar()
            return middle.isoformat() if re.search(r"ago|earlier|later", words, re.I) else f"{year}-W{number:02d}"
        case "month":
            quarter = (end - start).days > 80 and end.month % 3 == 0
            return f"{start.year}-Q{end.month // 3}" if quarter else first[:7]
        case "season":
            return f"{start.year}-{'SP SU FA WI'.split()[start.month // 3 - 1]}"
        case "year":
            return first[:4]
        case "decade":
            return first[:3]
    return f"{start.year}-W{start.isocalendar().week:02d}-WE" if "weekend" in words.lower() else first


def _part_of_day(first: str) -> str:
    part = {"T06:00": "TMO", "T12:00": "TAF", "T18:00": "TNI"}.get(first[10:16])
    return first[:10] + part if part else first


def _duration(words: str) -> str:
    found = _AMOUNT.search(words)
    if not found:
        return ""
    count = count_of(found[1]) if found[1] else None if found[2].lower().endswith("s") else 1
    amount = "X" if count is None else f"{count:g}"
    return "P" + _UNITS[found[2].lower().rstrip("s")].format(amount).replace("X0", "X")


def same(ours: str, theirs: str) -> bool:
    """Whether two values say the same; a full stop of an hour or a zone is no difference."""
    ours, theirs = (v.replace("TEV", "TNI").removesuffix("-XX") for v in (ours, theirs))
    return ours == theirs or ours.removesuffix("Z") == theirs.removesuffix("Z")


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA), indent=2) + "\n")
