"""Invented pages of varied structure: what an extractor must keep, and what it must leave out."""

from __future__ import annotations

from dataclasses import dataclass

NAV = (
    '<header><a href="/">The Harbour Courier</a><nav><ul><li><a href="/w">World</a></li>'
    '<li><a href="/p">Politics</a></li><li><a href="/s">Sport scores today</a></li></ul></nav></header>'
)
FOOTER = (
    "<footer><p>Copyright The Harbour Courier. All rights reserved by the publisher.</p>"
    '<a href="/terms">Terms of use</a></footer>'
)
RELATED = (
    '<aside class="related"><h3>Related stories</h3><ul>'
    '<li><a href="/1">Minister opens new ferry line in the south</a></li>'
    '<li><a href="/2">Team of the year named</a></li></ul></aside>'
)
NEWSLETTER = '<div class="newsletter-signup"><p>Sign up for our morning newsletter and never miss a story.</p></div>'
COMMENTS = (
    '<section id="comments" class="comments"><h3>2 comments</h3>'
    '<div class="comment"><p>They had it coming, as ever.</p></div>'
    '<div class="comment"><p>First! What a sad day for the town of Merrow.</p></div></section>'
)
SHARE = '<div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>'
COOKIES = '<div class="cookie-banner"><p>We use cookies to improve your experience on this site.</p></div>'

BODY = (
    "MERROW, Feb 3 (Agency) — Nine people were killed on Wednesday when a lorry bomb tore through the grain market of "
    "Merrow, the provincial police said.",
    "Police chief Oren Talvik told reporters that 14 others were wounded, six of them badly, and the toll could rise.",
    "“We heard one blast and then shots,” said Lena Marsh, who sells flour there. “People ran into the river.”",
    "No group has said it was behind the attack. The Northern Front, which holds the hills above the town, denied "
    "any part in it.",
    "The government declared three days of mourning and sent a second battalion to the province.",
)
JUNK = (
    "All rights reserved", "Minister opens new ferry", "morning newsletter", "They had it coming", "Share on Facebook",
    "We use cookies", "Sport scores today",
)  # fmt: skip
TITLE = "Nine killed as lorry bomb hits Merrow market"


@dataclass(frozen=True, slots=True)
class Case:
    """A page, the lines that belong to its report, and the words that do not."""

    name: str
    html: str
    keep: tuple[str, ...]
    drop: tuple[str, ...] = JUNK


def _page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Harbour Courier</title>'
        f"{head}</head>"
        f"<body>{COOKIES}{NAV}{body}{RELATED}{NEWSLETTER}{FOOTER}</body></html>"
    )


def _paragraphs(lines: tuple[str, ...], tag: str = "p") -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


LIST = ("Four of the dead were traders from Merrow", "Three were policemen on patrol", "Two were children aged 6 and 9")
ROWS = (("Police", "3", "5"), ("Civilians", "6", "9"))
POSTS = (
    ("14:05", "A blast has been heard in the grain market of Merrow, residents say."),
    ("14:20", "Police confirm at least four dead. The bridge is closed."),
    ("15:10", "The toll has risen to nine, the provincial police chief says."),
    ("16:00", "The Northern Front denies any part in the attack."),
)
SITREP = (
    "12 January: Shelling in Harl district damaged two schools. No casualties were reported.",
    "13 January: Two civilians were killed by a mine near Osk village, according to local authorities.",
    "14 January: Some 300 families left Harl for the regional capital.",
)

CASES = (
    Case("article", _page(
        f"<main><article><h1>{TITLE}</h1>{SHARE}{_paragraphs(BODY)}</article></main>{COMMENTS}"), BODY),
    Case("nested divs", _page(
        f'<div id="wrap"><div class="row"><div class="col-8"><h1>{TITLE}</h1>{SHARE}<div class="story"><div><div>'
        f"{_paragraphs(BODY)}</div></div></div></div><div class='col-4'>{RELATED}</div></div></div>{COMMENTS}"), BODY),
    Case("paragraphs as divs", _page(
        f'<div class="content"><h1>{TITLE}</h1><div class="text">{_paragraphs(BODY, "div")}</div>'
        f"{SHARE}</div>{COMMENTS}"), BODY),
    Case("line breaks", _page(
        f'<table><tr><td><b>{TITLE}</b><br><br>{"<br><br>".join(BODY)}</td></tr></table>{COMMENTS}'), BODY),
    Case("list", _page(
        f"<article><h1>{TITLE}</h1>{_paragraphs(BODY[:2])}<p>The police gave these details:</p><ul>"
        f"{_paragraphs(LIST, 'li')}</ul>{_paragraphs(BODY[2:])}</article>{COMMENTS}"), BODY + LIST),
    Case("table", _page(
        f"<article><h1>{TITLE}</h1>{_paragraphs(BODY)}<table><tr><th>Group</th><th>Killed</th><th>Wounded</th></tr>"
        + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in ROWS)
        + f"</table></article>{COMMENTS}"), (*BODY, "Civilians")),
    Case("live blog", _page(
        f"<main><h1>Live: blast in Merrow</h1>{SHARE}"
        + "".join(f"<article class='post'><time>{at}</time><p>{line}</p></article>" for at, line in POSTS)
        + f"</main>{COMMENTS}"), tuple(line for _, line in POSTS)),
    Case("situation report", _page(
        f"<main><h1>Situation report 12, Harl region</h1><h2>Highlights</h2><ul>{_paragraphs(SITREP, 'li')}</ul>"
        f"<h2>Overview</h2>{_paragraphs(BODY[3:])}</main>"), SITREP + BODY[3:]),
    Case("short wire story", _page(f"<article><h1>{TITLE}</h1>{_paragraphs(BODY[:1])}</article>{COMMENTS}"), BODY[:1]),
    Case("classes that name what is around", _page(
        f"<div class='page has-cookie-banner'><div class='with-comments related-open'><h1>{TITLE}</h1>"
        f"<article class='post no-comments promo-free'>{_paragraphs(BODY)}</article></div></div>{COMMENTS}"), BODY),
    Case("list without an article", _page(
        f"<div class='c'><h1>{TITLE}</h1><div class='t'>{_paragraphs(BODY[:2])}<ul>{_paragraphs(LIST, 'li')}</ul>"
        f"{_paragraphs(BODY[2:])}</div></div>{COMMENTS}"), BODY + LIST),
    Case("old page", f"<html><head><title>{TITLE}</title></head><body>{_paragraphs(BODY)}</body></html>", BODY, ()),
    Case("teasers as articles", _page(
        f"<main><article class='story'><h1>{TITLE}</h1>{_paragraphs(BODY)}</article>"
        "<article class='teaser'><h3>Minister opens new ferry line in the south</h3>"
        "<p>The line will carry 200 cars.</p></article>"
        "<article class='teaser'><h3>Team of the year named</h3><p>A jury of nine chose them.</p></article></main>"),
        BODY, (*JUNK, "will carry 200 cars", "A jury of nine")),
    Case("quote and subheads", _page(
        f"<article><h1>{TITLE}</h1>{_paragraphs(BODY[:2])}<h2>What witnesses say</h2>"
        f"<blockquote><p>{BODY[2]}</p></blockquote><figure><img src='x.jpg' alt='A burnt lorry'>"
        f"<figcaption>The market in an archive picture of 2009</figcaption></figure>"
        f"{_paragraphs(BODY[3:])}</article>{COMMENTS}"), BODY, (*JUNK, "archive picture")),
    Case("comments inside the article", _page(
        f"<article><h1>{TITLE}</h1>{SHARE}{_paragraphs(BODY)}{NEWSLETTER}{COMMENTS}</article>"), BODY),
)  # fmt: skip
