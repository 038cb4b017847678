"""A report dropped on the desk: read, shown, kept only when somebody says so; whatever it holds does no harm."""

import re
from importlib.resources import files

from playwright.sync_api import Page, expect

from tests.desk.conftest import Desk, Opened, Told, Watched

SAMPLE = (files("tacitus") / "data/samples/1-rival-tolls.txt").read_text("utf-8")
BLAST = "A roadside bomb killed 12 people in Kandahar on 3 March 2020, police said."
#: Text that would run, or turn its surroundings around, if it were not shown as text alone.
HOSTILE = (
    "<script>window.hurt = 1</script><img src=x onerror='window.hurt = 2'> “</textarea><svg onload='window.hurt = 3'>”"
    f"\n\n{BLAST} \u202eecilop\u202c \u2067\u0645\u0631\u062d\u0628\u0627 \u2066javascript:window.hurt=4\n\n"
    "\U0001f4a3\U0001f4a3 \U0001d518 The army denied it &lt;b&gt; {{hurt}} ${hurt}. "
    "Gunmen killed 7 villagers near Kandahar on 4 March 2020."
)


def read(page: Page, text: str, **more: str) -> None:
    page.get_by_label("Text of the report").fill(text)
    for label, value in more.items():
        page.get_by_label(label.capitalize()).fill(value)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name=re.compile(r"\d+ events?$"))).to_be_visible(timeout=60_000)


def reports(desk: Desk, page: Page) -> list[Told]:
    found = desk.api(page, "reports?sort=-added&limit=100")["items"]
    assert isinstance(found, list)
    return found


def test_a_report_is_read_and_then_kept(own: Desk, opened: Opened) -> None:
    page = opened(own, "#/drop")
    before = len(reports(own, page))
    expect(page.get_by_role("button", name="Read it")).to_be_disabled()
    read(page, SAMPLE)
    claims = page.locator(".events .claim", has_text="Killed")
    expect(claims.first).to_contain_text("14+")
    claims.first.click()
    expect(page.locator(".words .lit").first).to_be_visible()
    assert "".join(page.locator(".words .lit").all_inner_texts()) == "At least 14 people"
    assert len(reports(own, page)) == before, "nothing is kept before somebody says so"

    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/#/report/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Rockets hit market in Taiz, sides trade blame")
    assert len(reports(own, page)) == before + 1
    page.get_by_role("link", name="Its incident").first.click()
    expect(page.get_by_role("heading", name="Settled")).to_be_visible()

    page.goto(own.at("#/drop"))
    read(page, SAMPLE)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status")).to_have_text("It was there already")
    assert len(reports(own, page)) == before + 1


def test_a_hostile_report_is_shown_and_not_run(own: Desk, opened: Opened) -> None:
    page = opened(own, "#/drop")
    talked: list[str] = []
    page.on("dialog", lambda dialog: (talked.append(dialog.message), dialog.dismiss()))
    title, outlet = "<b onclick=alert(1)>\u202eevil</b> & «\u0639\u0646\u0648\u0627\u0646»", "\u202e<i>Times\u202c"
    read(page, HOSTILE, title=title, outlet=outlet)
    words = page.locator(".words .text")
    assert words.text_content() == HOSTILE
    expect(words.locator("script, img, svg, b, i")).to_have_count(0)
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/#/report/*")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.locator(".words .text").text_content() == HOSTILE

    # Its characters beyond the basic plane do not shift what is lit behind them.
    id_ = page.url.rsplit("/", 1)[1]
    found = own.api(page, f"reports/{id_}")
    seven = next(c for e in found["events"] for c in e["claims"] if c["field"] == "killed" and c["value"]["low"] == 7)
    page.goto(own.at(f"#/report/{id_}?claim={seven['id']}"))
    expect(page.locator(".words .lit").first).to_be_visible()
    assert "".join(page.locator(".words .lit").all_inner_texts()) == seven["text"]
    assert HOSTILE[seven["start"] : seven["end"]] == seven["text"] and "\U0001f4a3" in HOSTILE[: seven["start"]]

    incident = next(iter(found["incidents"].values()))
    for place in ("#/map?text=Kandahar", f"#/incident/{incident}", f"#/review/{incident}", "#/actors", "#/commitments"):
        page.goto(own.at(place))
        expect(page.locator("main h1, main h2").first).to_be_attached()
        expect(page.locator("main script, main img, main iframe")).to_have_count(0)
    page.goto(own.at(f"#/incident/{incident}"))
    outlets = page.locator("thead .outlet")
    expect(outlets.first).to_have_text(outlet)
    assert outlets.first.evaluate("each => getComputedStyle(each).unicodeBidi") in ("isolate", "plaintext")
    assert page.evaluate("window.hurt") is None and talked == []


def test_names_written_from_right_to_left_are_shown_so(own: Desk, opened: Opened) -> None:
    page = opened(own, "#/drop")
    title = "\u0627\u0646\u0641\u062c\u0627\u0631 \u0641\u064a \u0642\u0646\u062f\u0647\u0627\u0631"
    read(page, BLAST, title=title)
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/#/report/*")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(title)
    assert heading.evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert page.locator(".words .text").evaluate("each => getComputedStyle(each).direction") == "ltr"


def test_an_address_within_this_machine_is_not_fetched(own: Desk, opened: Opened, watched: Watched) -> None:
    watched.expected.append("status of 4")
    page = opened(own, "#/drop")
    page.get_by_role("button", name="Address").click()
    page.get_by_label("Address of the report").fill(f"{own.url}api/v1/me")
    page.get_by_role("button", name="Read it").click()
    notice = page.locator(".notice")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("127.0.0.1")
