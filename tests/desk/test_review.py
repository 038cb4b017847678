"""Review: with the keyboard alone, and two at one table."""

from playwright.sync_api import Page, expect

from tests.desk.conftest import REVIEWERS, Desk, Opened, Watched

DOCK = ".dock"


def kinds(desk: Desk, page: Page) -> list[str]:
    """What was ruled, the newest first; in brackets what was undone."""
    found = desk.api(page, "rulings")["items"]
    return [f"({each['kind']})" if each["undone"] else each["kind"] for each in found]


def current(page: Page) -> str:
    """What the queue stands at, once it is open."""
    expect(page.get_by_role("region", name="Incident").get_by_role("heading", level=2).first).to_be_visible()
    return page.url.rsplit("/", 1)[1]


def test_review_with_the_keyboard_alone(own: Desk, opened: Opened, watched: Watched) -> None:
    watched.expected.append("404")  # what is left of an incident has another id, and is asked for by its events then
    page = opened(own, "#/review")
    press = page.keyboard.press
    lone = [each["id"] for each in own.api(page, "queue?limit=60")["items"]]
    assert current(page) == lone[0]
    expect(page.get_by_text("0 of")).to_be_visible()

    press("j")
    expect(page).to_have_url(own.at(f"#/review/{lone[1]}"))
    press("k")
    expect(page).to_have_url(own.at(f"#/review/{lone[0]}"))
    current(page)
    accounts = page.get_by_role("group", name="Accounts").get_by_role("button")
    expect(accounts.first).to_have_attribute("aria-pressed", "true")

    press("c")
    expect(page.get_by_label("Reason")).to_be_focused()
    press("Escape")
    expect(page.get_by_role("form")).to_be_hidden()
    assert kinds(own, page) == []
    press("c")
    expect(page.get_by_label("Reason")).to_be_focused()
    press("Enter")
    expect(accounts.first).to_contain_text("confirmed")
    expect(accounts.nth(1)).to_have_attribute("aria-pressed", "true")  # on to the next account of the same
    assert kinds(own, page) == ["confirm"]

    press("x")
    expect(page.get_by_label("Reason")).to_be_focused()
    page.keyboard.type("No such strike in the report")
    press("Enter")
    expect(page).to_have_url(own.at(f"#/review/{lone[1]}"))
    assert kinds(own, page) == ["reject", "confirm"]
    [rejected] = [each for each in own.api(page, "rulings")["items"] if each["kind"] == "reject"]
    assert rejected["reason"] == "No such strike in the report"

    press("u")
    expect(page).to_have_url(own.at(f"#/review/{lone[0]}"))
    expect(page.get_by_role("status")).to_have_text("Undone")
    assert kinds(own, page) == ["(reject)", "confirm"]


def test_a_field_is_put_right_with_words_chosen_by_keyboard(own: Desk, opened: Opened) -> None:
    page = opened(own, "#/review")
    press = page.keyboard.press
    current(page)
    press("e")
    form = page.get_by_role("form", name="Correct a field")
    expect(form.get_by_label("Field")).to_be_focused()
    form.get_by_label("Field").press("k")  # the keys of a list choose in it: killed
    expect(form.get_by_label("Field")).to_have_value("killed")
    report = page.get_by_role("application")
    expect(report.locator(".lit").first).to_be_visible()
    for _ in range(40):
        press("Shift+Tab")
        if report.evaluate("each => each === document.activeElement"):
            break
    expect(report).to_be_focused()
    press("ArrowRight")
    press("Shift+ArrowRight")
    picked = report.locator(".k-picked")
    expect(picked.first).to_be_visible()
    words = "".join(picked.all_inner_texts())
    expect(form).to_contain_text(f"From “{words}”, characters ")
    assert len(words.split()) == 2
    form.get_by_label("At least").focus()
    press("ControlOrMeta+a")
    page.keyboard.type("8")
    form.get_by_label("At most").focus()
    press("ControlOrMeta+a")
    page.keyboard.type("9")
    form.get_by_label("Reason").focus()
    page.keyboard.type("Told so")
    press("Enter")
    expect(form).to_be_hidden()
    [ruling] = own.api(page, "rulings")["items"]
    assert (ruling["kind"], ruling["value"]["low"], ruling["value"]["high"]) == ("correct", 8, 9)
    assert words in ruling["reason"]


def test_the_keys_are_told(desk: Desk, opened: Opened) -> None:
    page = opened(desk, "#/review")
    current(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("confirm")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def sign_in(page: Page, name: str) -> None:
    page.get_by_role("button", name="Sign in").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill(name)
    dialog.get_by_label("Password").fill(REVIEWERS[name])
    dialog.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_of_two_reviewers_the_second_is_told_and_nothing_is_overwritten(
    shared: Desk, opened: Opened, watched: Watched
) -> None:
    watched.expected += ["409", "404"]  # the conflict; and what is left of the incident has another id
    amal, boris = opened(shared, "#/review"), opened(shared, "#/review")
    sign_in(amal, "amal")
    sign_in(boris, "boris")
    assert current(amal) == current(boris)

    amal.keyboard.press("c")
    expect(amal.get_by_label("Reason")).to_be_focused()
    amal.keyboard.press("Enter")
    expect(amal.get_by_role("form")).to_be_hidden()
    boris.keyboard.press("x")
    expect(boris.get_by_label("Reason")).to_be_focused()
    boris.keyboard.press("Enter")
    warning = boris.get_by_role("alert")
    expect(warning).to_contain_text("Not kept: The incident has changed since you looked at it")
    assert kinds(shared, boris) == ["confirm"]

    warning.get_by_role("button", name="Show what is there now").click()
    expect(warning).to_be_hidden()
    expect(boris.locator("ul.rulings")).to_contain_text("amal")
    boris.get_by_role("button", name="Cancel").click()
    boris.keyboard.press("x")
    expect(boris.get_by_label("Reason")).to_be_focused()
    boris.keyboard.press("Enter")
    expect(boris.get_by_role("form")).to_be_hidden()
    assert kinds(shared, boris) == ["reject", "confirm"]
    assert {each["by"] for each in shared.api(boris, "rulings")["items"]} == {"amal", "boris"}


def test_who_is_not_signed_in_cannot_rule(shared: Desk, opened: Opened, watched: Watched) -> None:
    watched.expected.append("401")
    page = opened(shared, "#/review")
    current(page)
    page.keyboard.press("c")
    page.get_by_role("button", name="Confirm").last.click()
    expect(page.get_by_role("alert")).to_contain_text("Sign in first")
    page.get_by_role("button", name="Sign in").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("amal")
    dialog.get_by_label("Password").fill("wrong")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_role("alert")).to_have_text("Name or password is wrong.")
    assert kinds(shared, page) == []
