"""An HTML page → a draft: main text, title, outlet, publication date, language, address.

In: the bytes of a page and the address it came from, if any. Out: a draft whose text is the headline and the main
text, a blank line between paragraphs.
One thing to know: the page's parts are chosen here, and resiliparse turns the chosen part into text; its own main-text
rules are used only where a page marks no part as its article (docs/decisions/0001-page-extractor.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import DOMNode, HTMLTree

from tacitus.errors import SourceError
from tacitus.sources.draft import Draft
from tacitus.sources.encoding import decode
from tacitus.sources.metadata import metadata, select
from tacitus.sources.words import key, line_spans, prefix_end

#: Elements that stand inside an article and are none of it.
_ELEMENTS = (
    "nav", "aside", "footer", "form", "button", "figure", "iframe", "dialog", "script", "style", "noscript", "template",
    "[role=navigation]", "[role=complementary]", "[role=dialog]", "[aria-hidden=true]", "[hidden]",
)  # fmt: skip
#: Words in classes and ids that say so too; what holds the headline is the page and not its junk ("has-comments").
_WORDS = (
    "comment", "related", "newsletter", "share-", "-share", "sharing", "social-", "cookie", "promo", "breadcrumb",
    "subscribe", "signup", "recommended", "read-more", "readmore", "advert", "teaser", "trending", "most-read",
    "paywall", "disclaimer",
)  # fmt: skip
_NAMED = tuple(f"[{name}*={word} i]:not(article, main, body, :has(h1))" for name in ("class", "id") for word in _WORDS)
#: Parts that a page may mark as its article, the surest first.
_MARKED = ("[itemprop~=articleBody]", "article", "main", "[role=main]")
#: Characters: below this a marked part is an empty shell that scripts would fill, or a teaser.
_SHELL = 80
#: One of several marked parts is the article when it holds this share of their text; else all are (a live blog).
_CHIEF = 0.6
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


def read_page(data: bytes, source: str, *, url: str | None = None, charset: str | None = None) -> Draft:
    """The report on a page; ``charset`` is what the server said."""
    declared = charset or _declared(data)
    decoded = decode(data, declared)
    tree = HTMLTree.parse(decoded.text)
    told = metadata(tree)
    body = main_text(tree)
    if not body:
        raise SourceError("Has no main text (a menu, or a page that scripts fill in); save its text and give that.")
    address = url or (told.url if told.url and told.url.startswith(("http://", "https://")) else None)
    return Draft(
        text=_with_title(body, told.title),
        source=source,
        url=address,
        outlet=told.outlet or (_host(address) if address else None),
        title=told.title,
        published=told.published,
        basis="metadata" if told.published else None,
        language=told.language,
        notes=decoded.notes,
        raw=data,
    )


def main_text(tree: HTMLTree) -> str:
    """The text that the page is about, without menus, comments and the like."""
    for junk in ((*_ELEMENTS, *_NAMED), _ELEMENTS):  # the second for sites whose names mean something else
        for selector in _MARKED:
            if text := _chosen([_text(node.html or "", junk) for node in select(tree, selector)]):
                return text
        text = _text(_paragraphs_parent(tree), junk) or _text(tree, junk, main_content=True)
        if len(text) >= _SHELL:
            return text
    return _text(tree, _ELEMENTS)


def _chosen(texts: list[str]) -> str:
    """The text of the chief marked part, or of all of them together when there is none."""
    chief, total = max(texts, key=len, default=""), sum(map(len, texts))
    if total < _SHELL:
        return ""
    return chief if len(chief) >= _CHIEF * total else "\n\n".join(text for text in texts if text)


def _paragraphs_parent(tree: HTMLTree) -> str:
    """The HTML of the element that holds the most paragraph text among its children."""
    weights: dict[DOMNode, int] = {}
    for paragraph in select(tree, "p"):
        if parent := paragraph.parent:
            weights[parent] = weights.get(parent, 0) + len(paragraph.text or "")
    chief = max(weights, key=lambda node: weights[node], default=None)
    return chief.html or "" if chief and weights[chief] >= _SHELL else ""


def _text(html: HTMLTree | str, junk: Sequence[str], *, main_content: bool = False) -> str:
    """Plain text, a blank line between paragraphs and none within."""
    if not html:
        return ""
    text = extract_plain_text(
        html, main_content=main_content, list_bullets=False, alt_texts=False, comments=False, skip_elements=junk
    )
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _with_title(body: str, title: str | None) -> str:
    """The main text below its headline, which some pages keep outside their article."""
    first = next(line_spans(body))
    if not title or prefix_end(body, first.start, key(title)):
        return body
    return f"{title}\n\n{body}"


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data, 0, 4096)
    return match[1].decode("ascii") if match else None


def _host(address: str) -> str | None:
    host = urlsplit(address).hostname
    return host.removeprefix("www.") if host else None
