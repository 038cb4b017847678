"""Each page for every eye: light and dark, wide and narrow, and what axe-core finds wrong."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.desk.conftest import PHONE, WIDE, Desk, Opened

AXE = Path(__file__).resolve().parents[2] / "web/node_modules/axe-core/axe.min.js"
PAGES = ("map", "incident", "report", "review", "commitments", "actors", "drop")
SCHEMES = ("light", "dark")


def show(page: Page, desk: Desk, name: str) -> None:
    """The page of that name, with something in it, once all is there."""
    id_ = ""
    if name in ("incident", "report"):
        [first] = desk.api(page, "incidents?grade=contested&sort=-reports&limit=1")["items"]
        id_ = f"/{first['id'] if name == 'incident' else first['reports'][0]}"
    page.goto(desk.at(f"#/{name}{id_}"))
    full = {"map": ".rows > li", "incident": ".panel .text", "report": ".words .text", "review": ".panel .text"}
    full |= {"commitments": "tbody tr", "actors": ".node", "drop": "textarea"}
    expect(page.locator(full[name]).first).to_be_attached()
    page.evaluate("document.fonts.ready.then(() => true)")


@pytest.fixture(scope="module")
def axe() -> str:
    assert AXE.is_file(), "axe-core is not installed; run `make web` after `npm ci` in web/"
    return AXE.read_text("utf-8")


def found(page: Page, axe: str) -> list[str]:
    """What axe finds that is serious or worse, in WCAG 2.2 AA and its own best practice."""
    page.evaluate(axe)
    told = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{each['id']} ({each['impact']}): {each['nodes'][0]['html'][:200]} {each['nodes'][0]['failureSummary']}"
        for each in told["violations"]
        if each["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(name: str, scheme: str, desk: Desk, opened: Opened, axe: str) -> None:
    page = opened(desk, color_scheme=scheme, bypass_csp=True)
    show(page, desk, name)
    assert found(page, axe) == []
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert found(page, axe) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_serious_in_what_opens(scheme: str, desk: Desk, opened: Opened, axe: str) -> None:
    page = opened(desk, color_scheme=scheme, bypass_csp=True)
    show(page, desk, "map")
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert found(page, axe) == []
    show(page, desk, "review")
    for key in "cexsa":
        page.keyboard.press(key)
        expect(page.get_by_role("form")).to_be_visible()
        assert found(page, axe) == []
        page.keyboard.press("Escape")
        expect(page.get_by_role("form")).to_be_hidden()


def test_axe_sees_what_is_wrong(desk: Desk, opened: Opened, axe: str) -> None:
    page = opened(desk, "#/drop", bypass_csp=True)
    show(page, desk, "drop")
    page.evaluate("document.querySelector('main h1').style.color = '#eee'")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert {each.split()[0] for each in found(page, axe)} == {"color-contrast", "button-name"}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_out_of_a_phone(name: str, desk: Desk, opened: Opened) -> None:
    page = opened(desk, viewport=PHONE, has_touch=True, is_mobile=True)
    show(page, desk, name)
    wide = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
    assert wide[0] <= wide[1] == PHONE["width"]
    bar = page.get_by_role("banner").bounding_box()
    assert bar and bar["width"] <= PHONE["width"]


def test_the_page_is_dark_where_the_system_is_and_where_somebody_wants_it(desk: Desk, opened: Opened) -> None:
    def paper(page: Page) -> int:
        colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)")
        return sum(colour)

    page = opened(desk, "#/commitments", color_scheme="light")
    expect(page.locator("tbody tr").first).to_be_visible()
    assert paper(page) > 700
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert paper(page) < 100
    page.get_by_role("button", name="Light page").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.reload()
    expect(page.locator("tbody tr").first).to_be_visible()
    assert paper(page) > 700


@pytest.mark.parametrize("name", ["map", "incident"])
def test_nothing_jumps_while_a_page_is_drawn(name: str, desk: Desk, opened: Opened) -> None:
    page = opened(desk, viewport=WIDE)
    show(page, desk, name)
    page.reload()
    show(page, desk, name)
    moved = page.evaluate(
        """new Promise((done) => {
            let sum = 0
            new PerformanceObserver((list) => {
                for (const each of list.getEntries()) sum += each.hadRecentInput ? 0 : each.value
            }).observe({ type: 'layout-shift', buffered: true })
            requestAnimationFrame(() => requestAnimationFrame(() => done(sum)))
        })"""
    )
    assert moved < 0.05
