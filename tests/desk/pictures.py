"""``python -m tests.desk.pictures [FOLDER]``: each page as it looks, light and dark, on a desk and on a phone.

In: the built page. Out: pictures in ``docs/pictures``, as WebP, or all of them as PNG in another folder. One thing to
know: the ledger is of the corpus' invented stories; the few pictures that docs/desk.md shows are named in ``SHOWN``.
"""

import sys
import tempfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.desk.conftest import Desk, launch, served
from tests.desk.filled import fill
from tests.desk.test_incident import contested_toll

#: Stories whose names begin so: in the Sahel, in Asia and in the Americas, and by the sea.
STORIES = ("w1", "w6", "w7")
FOLDER = Path(__file__).resolve().parents[2] / "docs/pictures"
SIZES = {"wide": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
SCHEMES = ("light", "dark")
#: What docs/desk.md shows.
SHOWN = (
    "map-wide-light", "map-wide-dark", "incident-wide-light", "report-wide-light", "review-wide-dark",
    "correct-wide-light", "commitments-wide-light", "actor-wide-dark", "read-wide-light", "map-phone-light",
    "phonemap-phone-light", "sheet-phone-light", "review-phone-dark",
)  # fmt: skip
SAMPLE = (Path(__file__).resolve().parents[2] / "tacitus/data/samples/1-rival-tolls.txt").read_text("utf-8")


def views(page: Page, desk: Desk, phone: bool) -> Iterator[str]:
    """Bring each page to where it has most to show, and give its name."""
    story = contested_toll(desk, page)
    told = [(a, c) for a in story["accounts"] for c in a["event"]["claims"] if c["field"] == "killed" and c["said_by"]]
    account, claim = told[0]
    incident = f"#/incident/{story['incident']['id']}?claim={claim['id']}"
    for name, hash_, there in (
        ("map", "#/map", ".rows > li"), ("incident", incident, ".settled"),
        ("report", f"#/report/{account['report']['id']}", ".words .text"), ("review", "#/review", ".panel .lit"),
        ("commitments", "#/commitments", "tbody tr"), ("actors", "#/actors", ".node"),
        ("empty", "#/map?text=nowhere", ".none"),
    ):  # fmt: skip
        page.goto(desk.at(hash_))
        expect(page.locator(there).first).to_be_attached()
        if name == "map" and not phone:
            expect(page.get_by_role("region", name="Map", exact=True)).to_have_attribute("aria-busy", "false")
        yield name
        if name == "map" and phone:
            page.get_by_role("button", name="Map", exact=True).click()
            expect(page.get_by_role("region", name="Map", exact=True)).to_have_attribute("aria-busy", "false")
            yield "phonemap"
            page.get_by_role("button", name="List", exact=True).click()
            page.get_by_role("button", name="Filters", exact=True).click()
            yield "filters"
            page.get_by_role("button", name="Done").click()
        if name == "incident" and phone:
            page.locator("table.settled .value").first.click()
            expect(page.locator(".panel .lit").first).to_be_visible()
            yield "sheet"
        if name == "review":
            page.keyboard.press("e")
            expect(page.get_by_role("form")).to_be_visible()
            yield "correct"
        if name == "actors":
            page.locator("tbody .name", has_text="Houthis").first.click()
            yield "actor"
    page.goto(desk.at("#/drop"))
    page.get_by_label("Text of the report").fill(SAMPLE)
    yield "drop"
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".words .text")).to_be_visible(timeout=90_000)
    yield "read"


def main(folder: Path = FOLDER) -> None:
    """Take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        ledger = fill(Path(home) / "desk.db", STORIES)
        browser = launch(playwright)
        with served(ledger, Path(home)) as desk:
            for size, viewport in SIZES.items():
                for scheme in SCHEMES:
                    context = browser.new_context(
                        viewport=viewport, color_scheme=scheme, reduced_motion="reduce", locale="en-GB",  # type: ignore[arg-type]
                        has_touch=size == "phone", is_mobile=size == "phone",
                    )  # fmt: skip
                    page = context.new_page()
                    page.goto(desk.at())
                    for name in views(page, desk, size == "phone"):
                        keep(page, folder, f"{name}-{size}-{scheme}")
                    context.close()
        browser.close()


def keep(page: Page, folder: Path, name: str) -> None:
    """Take one picture."""
    page.evaluate("() => document.fonts.ready.then(() => true)")
    if folder != FOLDER:
        page.screenshot(path=folder / f"{name}.png")
    elif name in SHOWN:
        taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 80})
        (folder / f"desk-{name}.webp").write_bytes(b64decode(taken["data"]))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
