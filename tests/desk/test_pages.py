"""The other pages: commitments, actors, one report in layers; and that no page talks to anybody else."""

import pytest
from playwright.sync_api import expect

from tests.desk.conftest import Desk, Opened, Watched


def test_commitments_by_state_and_actor(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/commitments")
    all_ = desk.api(page, "commitments")["items"]
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(len(all_))
    done = [each for each in all_ if each["state"] == "reported done"]
    assert 0 < len(done) < len(all_)
    page.get_by_label("State").select_option("reported done")
    expect(rows).to_have_count(len(done))
    for state in page.locator("td.state").all():
        expect(state).to_contain_text("Reported done")
        expect(state.get_by_role("link").first).to_be_visible()  # the act that it was done by
    page.reload()
    expect(rows).to_have_count(len(done))

    page.get_by_label("State").select_option("")
    name = done[0]["by"][0]
    page.get_by_label("Actor").fill(name)
    expect(rows).to_have_count(len(desk.api(page, f"commitments?actor={name}")["items"]))
    page.locator("td.what a").first.click()
    expect(page.get_by_role("heading", name="Settled")).to_be_visible()


def test_no_commitment_is_told_where_there_is_none(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/commitments?actor=Nobody%20At%20All")
    expect(page.get_by_text("No promise, threat or demand answers to that.")).to_be_visible()


def test_an_actor_in_the_table_the_network_and_over_time(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/actors")
    first = desk.api(page, "actors")["items"][0]
    row = page.locator("tbody tr").first
    expect(row).to_contain_text(first["name"])
    row.get_by_role("button").click()
    expect(row.get_by_role("button")).to_have_attribute("aria-pressed", "true")
    node = page.get_by_role("group", name="Network of actors").get_by_role("button", pressed=True)
    expect(node).to_have_accessible_name(f"{first['name']}, {first['incidents']} incidents")
    expect(page.locator("figcaption")).to_contain_text(f"in {first['incidents']} incidents")
    page.reload()
    expect(node).to_be_visible()
    page.get_by_role("link", name="See them").click()
    expect(page.locator(".total b")).to_have_text(str(desk.api(page, f"facets?actor={first['name']}")["total"]))


def test_a_kind_of_event_is_a_filter_of_actors(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/actors")
    expect(page.locator("tbody tr")).to_have_count(len(desk.api(page, "actors")["items"]))
    page.get_by_label("Kind of event").select_option("protest")
    expect(page.locator("tbody tr")).to_have_count(len(desk.api(page, "actors?type=protest")["items"]))


def test_layers_of_a_report_and_hovering_both_ways(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/review")
    [report] = desk.api(page, "reports?limit=1")["items"]
    found = desk.api(page, f"reports/{report['id']}")
    page.goto(desk.at(f"#/report/{report['id']}"))
    text = page.locator(".words .text")
    expect(text).to_have_text(found["report"]["text"], use_inner_text=False)
    expect(page.get_by_role("heading", level=2, name="events")).to_have_text(f"{len(found['events'])} events")
    assert text.locator(".k-actor").count() > 0
    page.get_by_label("Actors").uncheck()
    expect(text.locator(".k-actor")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Actors")).not_to_be_checked()
    expect(text.locator(".k-actor")).to_have_count(0)
    page.get_by_label("Actors").check()

    claim = page.locator(".events .claim").first
    claim.hover()
    key = claim.get_attribute("data-key")
    words = next(each["text"] for event in found["events"] for each in event["claims"] if each["id"] == key)
    lit = text.locator(".lit")
    expect(lit.first).to_be_visible()
    assert words in "".join(lit.all_inner_texts())
    page.mouse.move(0, 0)
    expect(lit).to_have_count(0)
    text.locator(".k-toll, .k-place").first.hover()
    expect(page.locator(".events .claim.lit").first).to_be_attached()


@pytest.mark.parametrize("page_name", ["map", "review", "commitments", "actors", "drop"])
def test_every_page_is_reached_from_the_bar(page_name: str, desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/commitments" if page_name == "map" else "")
    bar = page.get_by_role("navigation", name="Pages")
    link = bar.locator(f'a[href^="#/{page_name}"]')
    link.click()
    expect(link).to_have_attribute("aria-current", "page")
    expect(page.locator("main h1").first).to_be_attached()
    expect(page).to_have_title(f"{link.inner_text()} – Tacitus")


def test_a_page_may_ask_no_other_host(desk: Desk, opened: Opened, watched: Watched) -> None:
    """The watch that all tests are under sees what it should, and the server's policy refuses it."""
    watched.expected.append("Content Security Policy")
    page = opened(desk)
    elsewhere = "http://elsewhere.invalid/a.png"
    refused = page.evaluate(
        """(url) => new Promise((done) => {
            addEventListener('securitypolicyviolation', (event) => done(event.blockedURI))
            new Image().src = url
        })""",
        elsewhere,
    )
    assert refused == elsewhere
    assert page.evaluate("fetch('http://elsewhere.invalid/b').then(() => 'answered', () => 'refused')") == "refused"
    assert watched.strangers == [elsewhere] and watched.errors and not watched.unexpected()
    watched.strangers.clear()
