"""The first page: filters, the list, the timeline and the map, all held by the address."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.desk.conftest import PHONE, Desk, Opened, Watched

Incident = dict[str, object]


def expect_total(page: Page, count: int) -> None:
    expect(page.locator(".total b")).to_have_text(f"{count:,}")


def held(page: Page) -> dict[str, str]:
    """What stands in the address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).fragment.partition("?")[2]).items()}


def drawn(page: Page) -> Locator:
    """The map, once all is drawn."""
    map_ = page.get_by_role("region", name="Map", exact=True)
    expect(map_).to_have_attribute("aria-busy", "false")
    return map_


def click_middle(page: Page) -> None:
    box = drawn(page).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def asked(desk: Desk, page: Page, query: str) -> int:
    found = desk.api(page, f"facets?{query}")["total"]
    assert isinstance(found, int)
    return found


def test_a_filter_by_kind_grade_and_words_is_held_by_the_address(desk: Desk, opened: Opened) -> None:
    page = opened(desk)
    everything = asked(desk, page, "")
    expect_total(page, everything)
    violence = asked(desk, page, "type=violence")
    page.get_by_role("button", name=re.compile("^Violence")).click()
    expect_total(page, violence)
    contested = asked(desk, page, "type=violence&grade=contested")
    page.get_by_label("Grade").select_option("contested")
    expect_total(page, contested)
    market = asked(desk, page, "type=violence&grade=contested&text=market")
    page.get_by_label("Words in the reports").fill("market")
    expect_total(page, market)
    assert everything > violence > contested > market > 0, "the story needs each filter to let fewer through"
    assert held(page) | {"at": ""} == {"type": "violence", "grade": "contested", "text": "market", "at": ""}

    page.reload()
    expect_total(page, market)
    expect(page.locator(".rows > li")).to_have_count(market)
    expect(page.get_by_label("Grade")).to_have_value("contested")
    expect(page.get_by_label("Words in the reports")).to_have_value("market")
    expect(page.get_by_role("list", name="Filters that hold").get_by_role("button", name="Take away")).to_have_count(3)

    page.get_by_role("button", name="Take away: “market”").click()
    expect_total(page, contested)
    page.go_back()
    expect_total(page, market)
    page.get_by_role("button", name="Clear all").click()
    expect_total(page, everything)


def test_what_nothing_answers_to_is_said_and_can_be_undone(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/map?text=nosuchwordanywhere")
    expect_total(page, 0)
    expect(page.get_by_text("Nothing answers to these filters.")).to_be_visible()
    page.get_by_role("button", name="Clear them").click()
    expect_total(page, asked(desk, page, ""))


def test_the_rest_of_the_list_comes_on_demand(desk: Desk, opened: Opened) -> None:
    page = opened(desk)
    expect(page.locator(".rows > li")).to_have_count(50)
    page.get_by_role("button", name="Show 50 more").click()
    expect(page.locator(".rows > li")).to_have_count(100)
    links = page.locator(".rows > li > a").evaluate_all("all => all.map(each => each.hash)")
    assert len(set(links)) == 100


def test_the_order_is_kept(desk: Desk, opened: Opened) -> None:
    page = opened(desk)
    [first] = desk.api(page, "incidents?sort=-killed&limit=1")["items"]
    page.get_by_label("Order").select_option("Most killed")
    expect(page.locator(".rows > li > a").first).to_have_attribute("href", f"#/incident/{first['id']}")
    page.reload()
    expect(page.locator(".rows > li > a").first).to_have_attribute("href", f"#/incident/{first['id']}")


def test_the_timeline_is_a_filter_by_keyboard_and_by_pointer(desk: Desk, opened: Opened) -> None:
    page = opened(desk)
    everything = asked(desk, page, "")
    expect_total(page, everything)
    since = page.get_by_role("slider", name="From")
    since.focus()
    for _ in range(3):
        page.keyboard.press("PageUp")
    expect(page.locator(".total b")).not_to_have_text(f"{everything:,}")
    later = asked(desk, page, f"since={held(page)['since']}")
    expect_total(page, later)
    assert 0 < later < everything

    plot = page.get_by_role("group", name="Incidents over time").bounding_box()
    assert plot
    page.get_by_role("button", name="All dates").click()
    expect_total(page, everything)
    page.mouse.move(plot["x"] + plot["width"] * 0.3, plot["y"] + 20)
    page.mouse.down()
    page.mouse.move(plot["x"] + plot["width"] * 0.9, plot["y"] + 20, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile("until="))
    between = asked(desk, page, f"since={held(page)['since']}&until={held(page)['until']}")
    expect_total(page, between)
    assert between < everything


def rows(desk: Desk, page: Page) -> list[dict[str, object]]:
    found = desk.api(page, "map")
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def lonely(found: list[dict[str, object]], fits: Callable[[dict[str, object]], bool]) -> dict[str, object]:
    """One that nothing else lies near."""
    places = [(each["lon"], each["lat"]) for each in found]

    def near(each: dict[str, object]) -> int:
        return sum(abs(x - each["lon"]) + abs(y - each["lat"]) < 0.05 for x, y in places)  # type: ignore[operator]

    return next(each for each in found if fits(each) and near(each) == 1)


def test_a_dot_on_the_map_opens_its_incident(desk: Desk, opened: Opened) -> None:
    page = opened(desk)
    one = lonely(rows(desk, page), lambda each: each["precision"] == "settlement")
    drawn(page)
    page.goto(desk.at(f"#/map?at={one['lon']},{one['lat']},12.50"))
    page.reload()
    click_middle(page)
    page.wait_for_url(f"**/#/incident/{one['id']}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_is_known_to_a_province_is_an_area_and_no_dot(desk: Desk, opened: Opened) -> None:
    page = opened(desk)
    all_ = rows(desk, page)
    area = next(each for each in all_ if each["precision"] == "province")
    many = sum((each["lon"], each["lat"], each["precision"]) == (area["lon"], area["lat"], "province") for each in all_)
    drawn(page)
    page.goto(desk.at(f"#/map?at={area['lon']},{area['lat']},7.00"))  # the map that is open goes there
    click_middle(page)
    expect(page.get_by_text(f"{many} known to the province only")).to_be_visible()
    expect(page.locator(".rows > li")).to_have_count(many)
    page.get_by_role("button", name="Back to all").click()
    expect(page.locator(".rows > li")).to_have_count(50)


def test_an_area_that_was_panned_to_is_a_filter(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/map?at=-1.1,15.7,6.00")
    box = drawn(page).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 10, steps=5)
    page.mouse.up()
    page.get_by_role("button", name="Search this area").click()
    expect(page).to_have_url(re.compile("box="))
    inside = asked(desk, page, f"box={held(page)['box']}")
    expect_total(page, inside)
    assert 0 < inside < asked(desk, page, "")


@pytest.mark.parametrize("format_", ["csv", "geojson"])
def test_what_is_listed_can_be_taken_away(format_: str, desk: Desk, opened: Opened, tmp_path: Path) -> None:
    page = opened(desk, "#/map?type=violence&grade=contested")
    count = asked(desk, page, "type=violence&grade=contested")
    page.get_by_role("button", name="Export").click()
    page.get_by_label("Format").select_option(format_)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    if format_ == "csv":
        with path.open(encoding="utf-8", newline="") as lines:
            assert len(list(csv.DictReader(lines))) == count
    else:
        features = json.loads(path.read_text("utf-8"))["features"]
        assert 0 < len(features) <= count
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_on_a_phone_the_list_the_filters_and_the_map_take_turns(desk: Desk, opened: Opened) -> None:
    page = opened(desk, viewport=PHONE, has_touch=True, is_mobile=True)
    everything = asked(desk, page, "")
    expect_total(page, everything)
    expect(page.get_by_role("region", name="Map", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Filters").tap()
    page.get_by_role("button", name=re.compile("^Protest")).tap()
    page.get_by_role("button", name="Done").tap()
    expect_total(page, asked(desk, page, "type=protest"))
    page.get_by_role("button", name="Map", exact=True).tap()
    drawn(page)
    expect(page.locator(".rows > li").first).to_be_hidden()
    page.get_by_role("button", name="List", exact=True).tap()
    expect(page.locator(".rows > li").first).to_be_visible()


def test_where_the_points_fail_the_page_says_so_and_the_map_is_there(
    desk: Desk, opened: Opened, watched: Watched
) -> None:
    watched.expected.append("503")
    page = opened(desk, "#/review")
    told = {"title": "Busy", "detail": "The points are made anew; try again in a while."}
    page.context.route("**/api/v1/map*", lambda route: route.fulfill(status=503, json=told))
    page.goto(desk.at("#/map"))
    expect(page.get_by_role("alert")).to_have_text("The points are made anew; try again in a while.")
    expect_total(page, asked(desk, page, ""))
    expect(page.locator(".maplibregl-canvas")).to_be_visible()


#: What the map has the graphics card compile.
_SHADERS = """
window.shaders = []
const compile = WebGL2RenderingContext.prototype.shaderSource
WebGL2RenderingContext.prototype.shaderSource = function (shader, source) {
  shaders.push(source)
  return compile.call(this, shader, source)
}
"""


def test_the_map_is_made_beside_the_list_and_draws_no_sky(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/review")
    expect(page).to_have_url(re.compile(r"#/review/\w"))  # at rest: it has written its incident into the address
    page.add_init_script(_SHADERS)
    page.goto(desk.at("#/map"))
    page.reload()
    drawn(page)
    expect(page.locator(".maplibregl-canvas")).to_be_visible()
    expect(page.locator("link[rel=modulepreload][href*=maplibre]")).to_have_count(1)
    shaders = page.evaluate("shaders")
    assert any("u_radius" in each or "circle" in each.lower() for each in shaders), "the dots have none"
    assert not any("sky" in each for each in shaders)
