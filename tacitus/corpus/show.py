"""One annotated report → a page on which a reviewer sees mistakes at once.

In: an :class:`Annotated` report and, if it belongs to one, the text of its story's file. Out: HTML that needs
nothing from outside. One thing to know: every layer has its colour and can be switched off, and pointing at a
thing lights all that is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tacitus.corpus.format import Annotated, Bracket, Line

#: Letter, what it marks, hue on the colour circle.
LAYERS = (
    ("a", "actor", 210), ("f", "facility", 180), ("p", "place", 140), ("d", "time", 60), ("w", "weapon", 25),
    ("n", "toll", 0), ("e", "event", 285), ("c", "cue", 330), ("q", "content", 240),
)  # fmt: skip

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/2.1 Georgia, serif; max-width: 60rem; margin: 1rem auto; padding: 0 1rem; }
header, table, nav { font: 13px/1.5 system-ui, sans-serif; }
nav label { margin-right: .8rem; white-space: nowrap; }
p { margin: 0 0 1rem; }
span.m { border-radius: 3px; padding: 1px 2px; border-bottom: 2px solid; }
sub { font: 10px system-ui, sans-serif; opacity: .75; }
span.q { background: none !important; border-bottom-style: dotted; }
.lit { outline: 2px solid currentColor; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid #8886; padding: .15rem .5rem; vertical-align: top; }
pre { font-size: 12px; line-height: 1.4; overflow-x: auto; }
"""
_SCRIPT = """
const light = (id, on) => document.querySelectorAll(`[data-id="${id}"]`).forEach(x => x.classList.toggle("lit", on));
document.querySelectorAll("[data-id]").forEach(x => {
  x.addEventListener("mouseover", e => { light(x.dataset.id, true); e.stopPropagation(); });
  x.addEventListener("mouseout", () => light(x.dataset.id, false));
});
"""


def page(report: Annotated, story: str | None = None) -> str:
    """The whole page."""
    colours = "".join(
        f".{letter} {{ background: hsl({hue} 80% 50% / .16); }}\n"
        f"span.m.{letter} {{ border-color: hsl({hue} 70% 45%); }}\n"
        f"body:has(#on-{letter}:not(:checked)) span.m.{letter} {{ background: none; border: 0; }}\n"
        f"body:has(#on-{letter}:not(:checked)) span.{letter} > sub.{letter} {{ display: none; }}\n"
        for letter, _, hue in LAYERS
    )
    switches = "".join(
        f'<label><input type="checkbox" id="on-{letter}" checked> <span class="m {letter}">{name}</span></label>'
        for letter, name, _ in LAYERS
    )
    meta = " · ".join(f"{escape(key)}: {escape(value)}" for key, value in report.meta.items())
    paragraphs = "".join(f"<p>{part}</p>\n" for part in _marked(report).split("\n\n"))
    rows = "".join(_row(report, report.lines[id_]) for id_ in sorted(report.lines, key=_order))
    told = f"<h2>The story</h2><pre>{escape(story)}</pre>" if story else ""
    return (
        f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>{escape(report.id)}</title>'
        f"<style>{_STYLE}{colours}</style>\n"
        f"<header><h1>{escape(report.id)}</h1><p>An invented report. {meta}</p></header>\n"
        f"<nav>{switches}</nav>\n<main>{paragraphs}</main>\n<table>{rows}</table>{told}\n"
        f"<script>{_SCRIPT}</script></html>\n"
    )


def _marked(report: Annotated) -> str:
    """The text with a tag around every bracket."""
    opens: dict[int, list[Bracket]] = {}
    closes: dict[int, list[Bracket]] = {}
    for bracket in report.brackets:
        opens.setdefault(bracket.start, []).append(bracket)
        closes.setdefault(bracket.end, []).append(bracket)
    found: list[str] = []
    for at in range(len(report.text) + 1):
        for bracket in reversed(closes.get(at, [])):
            letter = bracket.id[0]
            found.append(f'<sub class="{letter}">{bracket.id}</sub></span>')
        for bracket in opens.get(at, []):
            said = _said(report.lines[bracket.id]) if bracket.id in report.lines else ""
            found.append(f'<span class="m {bracket.id[0]}" data-id="{bracket.id}" title="{escape(said)}">')
        found.append(escape(report.text[at : at + 1]))
    return "".join(found)


def _said(line: Line) -> str:
    roles = " ".join(f"{role}={','.join(ids)}" for role, ids in line.roles.items())
    return " ".join(filter(None, (" ".join(line.words), roles, f"= {line.name}" if line.name else "")))


def _row(report: Annotated, line: Line) -> str:
    words = " / ".join(dict.fromkeys(report.words(b) for b in report.brackets if b.id == line.id))
    roles = ", ".join(_role(report, role, ids) for role, ids in line.roles.items())
    cells = (line.id, " ".join(line.words), words, line.name or "")
    plain = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr class="{line.id[0]}" data-id="{line.id}">{plain}<td>{roles}</td></tr>\n'


def _role(report: Annotated, role: str, ids: tuple[str, ...]) -> str:
    """A role with the first words of each thing that fills it."""
    return f"<b>{escape(role)}</b> " + ", ".join(_first(report, ids))


def _first(report: Annotated, ids: tuple[str, ...]) -> Iterator[str]:
    for id_ in ids:
        words = next((report.words(b) for b in report.brackets if b.id == id_), "?")
        yield f"<span data-id='{escape(id_)}'>{escape(words[:60])} <sub>{escape(id_)}</sub></span>"


def _order(id_: str) -> tuple[int, int]:
    return "enapfdwcq".index(id_[0]), int(id_[1:])
