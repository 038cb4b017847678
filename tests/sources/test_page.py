"""Pages: the main text and nothing else, and what the page says about itself."""

import json
from datetime import date

import pytest
from invented_pages import BODY, CASES, TITLE, Case
from resiliparse.parse.html import HTMLTree

from tacitus.errors import SourceError
from tacitus.sources.page import main_text, read_page

LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "name": "x"},
        {"@type": ["NewsArticle"], "headline": TITLE, "datePublished": "2021-02-03T18:20:00+02:00",
         "publisher": {"@type": "Organization", "name": "The Harbour Courier"}},
    ],
}  # fmt: skip


def page(head: str, body: str = "") -> bytes:
    story = "".join(f"<p>{line}</p>" for line in BODY)
    return f"<html lang='en-GB'><head>{head}</head><body><article>{body}{story}</article></body></html>".encode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_story_is_kept_and_the_rest_left_out(case: Case) -> None:
    text = main_text(HTMLTree.parse(case.html))
    assert [line for line in case.keep if line not in text] == []
    assert [words for words in case.drop if words in text] == []


def test_json_ld_comes_first() -> None:
    head = f"<title>Other</title><script type='application/ld+json'>{json.dumps(LD)}</script>"
    head += (
        "<meta property='article:published_time' content='2020-01-01'><link rel=canonical href='https://c.example/a'>"
    )
    draft = read_page(page(head), "a.html")
    assert (draft.title, draft.outlet, draft.published) == (TITLE, "The Harbour Courier", date(2021, 2, 3))
    assert (draft.url, draft.language, draft.basis) == ("https://c.example/a", "en-GB", "metadata")
    assert draft.text.split("\n\n") == [TITLE, *BODY]


def test_meta_tags_and_broken_json_ld() -> None:
    head = (
        "<script type='application/ld+json'>{broken</script><meta property='og:title' content=' Nine  killed '>"
        "<meta property='og:site_name' content='Shore News'>"
        "<meta name='pubdate' content='Wed, 03 Feb 2021 10:00:00 GMT'>"
    )
    draft = read_page(page(head), "a.html")
    assert (draft.title, draft.outlet, draft.published) == ("Nine killed", "Shore News", date(2021, 2, 3))


def test_what_a_reader_sees_counts_when_nothing_is_declared() -> None:
    draft = read_page(page("", f"<header><h1>{TITLE}</h1><time datetime='2021-02-03'>3 Feb</time></header>"), "a.html")
    assert (draft.title, draft.published, draft.outlet) == (TITLE, date(2021, 2, 3), None)
    assert draft.text.count(TITLE) == 1
    assert read_page(page(""), "a.html", url="https://www.shore.example/x").outlet == "shore.example"


def test_no_date_is_made_up() -> None:
    assert read_page(page("<meta name='date' content='03/02/2021'>"), "a.html").published is None


def test_encodings_of_pages() -> None:
    head = "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
    data = page(head, "<p>Город</p>").decode().replace("“", '"').replace("”", '"').replace("—", "-").encode("cp1251")
    assert "Город" in read_page(data, "a.html").text
    assert "Город" in read_page(data.replace(b"windows-1251", b"nonsense"), "a.html", charset="cp1251").text


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<nav>Menu</nav><script>draw()</script>", "<html>"])
def test_a_page_without_text_is_a_problem(html: str) -> None:
    with pytest.raises(SourceError, match="no main text"):
        read_page(html.encode(), "a.html")
