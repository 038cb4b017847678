"""One incident: a value and the characters it was read from; a toll put right, and that undone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.desk.conftest import PHONE, Desk, Opened, Told, Watched

PANEL = "The report behind the value"


def contested_toll(desk: Desk, page: Page) -> Told:
    """The incident whose dead the sources disagree on, that most reports tell of."""
    found = desk.api(page, "incidents?contested=1&sort=-reports")["items"]
    return desk.api(page, f"incidents/{next(each['id'] for each in found if 'killed' in each['contested'])}")  # type: ignore[no-any-return]


def lit(page: Page) -> tuple[int, str]:
    """Where the lit characters begin, and what they are."""
    pieces = page.locator(".panel .text .lit")
    starts = pieces.evaluate_all("all => all.map(each => Number(each.dataset.start))")
    return starts[0] if starts else -1, "".join(pieces.all_inner_texts())


def select(page: Page, within: Locator, words: str) -> None:
    """Drag the pointer over the first of those words in the report."""
    ends = within.evaluate(
        """(box, words) => {
            const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT), nodes = []
            let text = ''
            while (walk.nextNode()) { nodes.push([text.length, walk.currentNode]); text += walk.currentNode.data }
            const at = text.indexOf(words), end = at + words.length
            if (at < 0) throw new Error('no such words')
            const find = (n) => nodes.findLast(([from]) => from <= n)
            const range = document.createRange(), [a, first] = find(at), [b, last] = find(end - 1)
            range.setStart(first, at - a), range.setEnd(last, end - b)
            first.parentElement.scrollIntoView({ block: 'center' })
            const boxes = [...range.getClientRects()].filter((each) => each.width > 0)
            const [f, l] = [boxes[0], boxes.at(-1)]
            return [f.left + 1, f.top + f.height / 2, l.right - 1, l.top + l.height / 2]
        }""",
        words,
    )
    page.mouse.move(*ends[:2])
    page.mouse.down()
    page.mouse.move(*ends[2:], steps=6)
    page.mouse.up()


def test_the_list_leads_to_the_incident_and_back_to_the_same_list(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/map?grade=contested")
    first = page.locator(".rows > li > a").first
    words = first.locator(".head b").inner_text()
    first.click()
    expect(page.get_by_text(words, exact=True).first).to_be_visible()
    expect(page.get_by_role("heading", name="Settled")).to_be_visible()
    expect(page).to_have_title(re.compile(rf"^{words}, .+ – Tacitus$"))
    page.get_by_role("link", name="Map and list", exact=True).click()
    expect(page).to_have_url(re.compile("grade=contested"))
    expect(page.locator(".rows > li > a").first.locator(".head b")).to_have_text(words)


def test_a_click_on_any_value_lights_exactly_its_characters(desk: Desk, opened: Opened) -> None:
    page = opened(desk)
    story = contested_toll(desk, page)
    claims = {each["id"]: each for account in story["accounts"] for each in account["event"]["claims"]}
    texts = {each["report"]["id"]: desk.api(page, f"reports/{each['report']['id']}") for each in story["accounts"]}
    page.goto(desk.at(f"#/incident/{story['incident']['id']}"))
    table = page.get_by_role("region", name="Accounts side by side")
    values = table.get_by_role("button")
    expect(values.first).to_be_visible()
    seen = set()
    for index in range(values.count()):
        values.nth(index).click()
        expect(values.nth(index)).to_have_attribute("aria-pressed", "true")
        claim = claims[page.url.split("claim=")[1].split("&")[0]]
        panel = page.get_by_role("complementary", name=PANEL)
        expect(panel).to_contain_text(f"characters {claim['start']}–{claim['end']}")
        expect(panel.locator(".text .lit").first).to_be_in_viewport()
        assert lit(page) == (claim["start"], claim["text"])
        if said := claim["said_by"]:
            expect(panel.locator("header mark")).to_have_text(said["text"])
            assert "".join(panel.locator(".text .k-said").all_inner_texts()) == said["text"]
        else:
            expect(panel.locator("header")).to_contain_text("the report’s own words")
            expect(panel.locator(".text .k-said")).to_have_count(0)
        [report] = [each for each in texts.values() if each["report"]["text"] == panel.locator(".text").text_content()]
        assert report["report"]["text"][claim["start"] : claim["end"]] == claim["text"]
        seen.add((claim["field"], report["report"]["id"]))
    assert len(seen) > 8 and len({report for _, report in seen}) == len(story["accounts"])


def test_the_tolls_of_all_sources_are_plotted(desk: Desk, opened: Opened) -> None:
    page = opened(desk)
    story = contested_toll(desk, page)
    page.goto(desk.at(f"#/incident/{story['incident']['id']}"))
    plot = page.locator("figure", has_text="By source")
    expect(plot.get_by_role("button").first).to_be_visible()
    figures = plot.get_by_role("button")
    assert figures.count() >= 3
    figures.last.press("Enter")
    expect(figures.last).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".panel header .claim")).to_contain_text("Killed")
    expect(page.get_by_role("heading", name="How the figures changed")).to_be_visible()
    assert page.locator(".history > li").count() == len({each["report"]["id"] for each in story["accounts"]})


def test_a_toll_is_put_right_with_words_of_the_report_and_that_is_undone(own: Desk, opened: Opened) -> None:
    page = opened(own)
    story = contested_toll(own, page)
    id_ = story["incident"]["id"]
    account = next(a for a in story["accounts"] for c in a["event"]["claims"] if c["field"] == "killed")
    figure = next(each for each in account["event"]["claims"] if each["field"] == "killed")
    page.goto(own.at(f"#/incident/{id_}?claim={figure['id']}"))
    killed = page.locator("table.settled tr", has=page.get_by_role("rowheader", name="Killed", exact=True))
    expect(killed.locator(".figure")).to_have_text(re.compile(r"\d"))
    before = killed.locator(".figure").inner_text()

    page.get_by_role("button", name="Correct…").click()
    form = page.get_by_role("form", name="Correct a field")
    form.get_by_label("Field").select_option("killed")
    words = figure["text"]
    select(page, page.locator(".panel .text"), words)
    expect(form).to_contain_text(f"characters {figure['start']}–{figure['end']}")
    form.get_by_label("At least").fill("777")
    form.get_by_label("At most").fill("777")
    expect(form.get_by_role("button", name="Correct")).to_be_disabled()  # a ruling needs a reason
    form.get_by_label("Reason").fill("Counted by the hospital")
    form.get_by_role("button", name="Correct").click()

    expect(killed.locator(".figure")).to_have_text("777")
    rulings = page.locator("ul.rulings > li")
    expect(rulings).to_contain_text("Counted by the hospital")
    expect(rulings).to_contain_text(words)
    expect(rulings).to_contain_text("Correct killed: 777")
    [kept] = own.api(page, "rulings")["items"]
    assert kept["value"]["low"] == kept["value"]["high"] == 777 and kept["field"] == "killed" and not kept["undone"]

    rulings.get_by_role("button", name="Undo").click()
    expect(killed.locator(".figure")).to_have_text(before)
    expect(rulings).to_contain_text("(undone)")
    [undone] = own.api(page, "rulings")["items"]
    assert undone["undone"]


def test_an_account_that_is_set_apart_leaves_the_incident(own: Desk, opened: Opened) -> None:
    page = opened(own)
    story = contested_toll(own, page)
    page.goto(own.at(f"#/incident/{story['incident']['id']}"))
    columns = page.get_by_role("region", name="Accounts side by side").locator("thead th[scope=col]")
    expect(columns).to_have_count(len(story["accounts"]))
    page.get_by_role("button", name="Not the same…").click()
    page.get_by_role("form").get_by_label("Reason").fill("Two bombs")
    page.get_by_role("button", name="Set apart").click()
    expect(page.locator("ul.rulings")).to_contain_text("Two bombs")
    [kept] = own.api(page, "rulings")["items"]
    parts = [own.api(page, f"incidents/{event}")["incident"]["id"] for event in kept["events"]]
    assert len(set(parts)) == 2


@pytest.mark.parametrize("page_name", ["incident", "report"])
def test_an_address_that_leads_nowhere_is_told(page_name: str, desk: Desk, opened: Opened, watched: Watched) -> None:
    watched.expected.append("404")
    page = opened(desk, f"#/{page_name}/nothing")
    expect(page.get_by_role("heading", name=f"No such {page_name}")).to_be_visible()
    page.get_by_role("link", name="Back to the list").click()
    expect(page.locator(".rows > li").first).to_be_visible()


def test_on_a_phone_the_report_comes_up_from_below(desk: Desk, opened: Opened) -> None:
    page = opened(desk, viewport=PHONE, has_touch=True, is_mobile=True)
    story = contested_toll(desk, page)
    page.goto(desk.at(f"#/incident/{story['incident']['id']}"))
    value = page.locator("table.settled .value").first
    value.tap()
    sheet = page.get_by_role("dialog", name=PANEL)
    expect(sheet.locator(".text .lit").first).to_be_in_viewport()
    sheet.get_by_role("button", name="Close").tap()
    expect(sheet).to_be_hidden()
