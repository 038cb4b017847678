"""desk: how soon the first page is there in a browser, and how evenly it pans, over 50,000 invented incidents.

In: a folder in which a ledger can be made for a while (500 MB). Out: milliseconds until something can be read, until
list, counts and timeline are there, and until all dots are drawn; and while the map is dragged about, how long the page
was ever busy at a stretch. One thing to know: each view is a new profile of the browser, with nothing kept, over a
server that has been asked once before; without a graphics card the map is drawn by the processor, which costs most.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.figures import Figures
from bench.serve import _once, _port, make
from tacitus.store.ledger import Ledger

DATA = Path(tempfile.gettempdir())
INCIDENTS = int(os.environ.get("TACITUS_BENCH_INCIDENTS", "50000"))
VIEWS, DRAGS = 7, 6
CHROMIUM = os.environ.get("TACITUS_CHROMIUM", "/usr/bin/chromium")
FLAGS = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking")
#: Run before the page's own script: when each part was there first, and every stretch in which the page was busy.
_WATCH = """
window.seen = {}; window.busy = []
const parts = {
  list: () => document.querySelector('.rows > li > a'),
  counts: () => /[0-9]/.test(document.querySelector('.total b')?.textContent ?? ''),
  timeline: () => document.querySelector('.timeline .bar'),
  map: () => document.querySelector('[role=region][aria-label=Map]')?.getAttribute('aria-busy') === 'false',
}
const look = () => {
  for (const [name, there] of Object.entries(parts)) if (!(name in seen) && there()) seen[name] = performance.now()
}
new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
new PerformanceObserver((all) => { for (const each of all.getEntries()) busy.push([each.startTime, each.duration]) })
  .observe({ type: 'longtask', buffered: true })
"""


def run(data: Path) -> Figures:
    """Make the ledger, serve it, look at it, and throw it away."""
    with tempfile.TemporaryDirectory(prefix="tacitus-desk-", dir=data) as folder:
        path = Path(folder) / "bench.db"
        with Ledger.open(path) as ledger:
            count = sum(1 for _ in make(ledger, INCIDENTS))
        command = [sys.executable, "-m", "tacitus", "serve", "--db", str(path), "--port", "0"]
        server = subprocess.Popen(  # noqa: S603 - our own
            command, stderr=subprocess.PIPE, text=True, env={**os.environ, "TACITUS_HOME": folder}
        )
        try:
            port = _port(server)
            for name in ("map", "timeline?step=week", "facets", "incidents?sort=-time&limit=50", "types", "me"):
                _once(port, name)
            return {"incidents": count, **measured(f"http://127.0.0.1:{port}/")}
        finally:
            server.terminate()
            server.wait()


def measured(url: str) -> Figures:
    """What a browser sees of the desk at that address: the median of some views."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        views = [_view(browser, url) for _ in range(VIEWS)]
        page = _opened(browser, url)
        page.wait_for_load_state("networkidle")  # the fine coasts come after the first view
        pan = _panned(page)
        browser.close()
    return {**{name: round(median(view[name] for view in views)) for name in views[0]}, **pan}


def _opened(browser: Browser, url: str) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(_WATCH)
    page.goto(url)
    page.wait_for_function("() => ['list', 'counts', 'timeline', 'map'].every((name) => name in seen)", timeout=120_000)
    return page


def _view(browser: Browser, url: str) -> dict[str, float]:
    page = _opened(browser, url)
    seen = page.evaluate("seen")
    first = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    longest = page.evaluate("Math.max(0, ...busy.map((each) => each[1]))")
    page.context.close()
    return {
        "first paint, ms": first, "list, ms": seen["list"], "list, counts and timeline, ms":
        max(seen["list"], seen["counts"], seen["timeline"]), "all dots on the map, ms": seen["map"],
        "longest busy stretch while opening, ms": longest,
    }  # fmt: skip


def _panned(page: Page) -> Figures:
    """Drag the map to and fro, and look at the stretches in which the page could not answer."""
    box = page.get_by_role("region", name="Map", exact=True).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    begun = page.evaluate("performance.now()")
    page.evaluate(
        """() => { window.frames_ = []; let last = performance.now()
        const next = (now) => { frames_.push(now - last); last = now; requestAnimationFrame(next) }
        requestAnimationFrame(next) }"""
    )
    for number in range(DRAGS):
        by = 240 if number % 2 else -240
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + by, y + by / 4, steps=30)
        page.mouse.up()
    frames = sorted(page.evaluate("frames_"))
    longest = page.evaluate(f"Math.max(0, ...busy.filter((each) => each[0] > {begun}).map((each) => each[1]))")
    return {
        "longest busy stretch while panning, ms": round(longest),
        "95 of 100 frames while panning, ms": round(frames[int(0.95 * len(frames))]),
    }
