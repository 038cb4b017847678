"""What a page says about itself: title, outlet, publication date, address, language.

In: a parsed page. Out: ``Metadata``. One thing to know: JSON-LD is asked first, then meta tags, then what the reader
sees; a date that is only shown, in a <time> element, counts when it stands in the article or its header.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from resiliparse.parse.html import ElementNode, HTMLTree

from tacitus.sources import dates

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
_META_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_META_DATE = (
    "article:published_time", "og:article:published_time", "datepublished", "publish-date", "pubdate",
    "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "date",
)  # fmt: skip
#: Where a shown date is the page's own, the surest first; a time within the text may be anything's.
_TIMES = (
    "time[pubdate]",
    "[itemprop=datePublished]",
    "article header time",
    "main header time",
    "h1 ~ time",
    "article time",
)
_META_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's word on itself."""

    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    language: str | None


def metadata(tree: HTMLTree) -> Metadata:
    """Read a page's word on itself."""
    article = next(_articles(tree), {})
    meta = _meta(tree)
    outlet = _name(article.get("publisher")) or _first(meta, _META_OUTLET)
    return Metadata(
        title=(
            _plain(article.get("headline"))
            or _first(meta, _META_TITLE)
            or _seen(tree, "h1")
            or _bare_title(tree, outlet)
        ),
        outlet=outlet,
        published=_date(article.get("datePublished")) or _meta_date(meta) or _time(tree),
        url=_attribute(tree, "link[rel=canonical]", "href") or meta.get("og:url"),
        language=_attribute(tree, "html", "lang") or meta.get("og:locale"),
    )


def select(tree: HTMLTree, selector: str) -> list[ElementNode]:
    """The elements of a page that a CSS selector names."""
    return list(tree.document.query_selector_all(selector)) if tree.document else []


def _articles(tree: HTMLTree) -> Iterator[dict[str, object]]:
    for script in select(tree, "script[type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common, and the meta tags say the same
        yield from (node for node in _nodes(data) if _is_article(node.get("@type")))


def _nodes(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"))


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _ARTICLE_TYPES.search(name) for name in kinds)


def _meta(tree: HTMLTree) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in select(tree, "meta[content]"):
        name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop")
        content = _plain(node.getattr("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _meta_date(meta: dict[str, str]) -> date | None:
    return next((found for name in _META_DATE if (found := _date(meta.get(name)))), None)


def _time(tree: HTMLTree) -> date | None:
    for selector in _TIMES:
        for node in select(tree, selector):
            if found := _date(node.getattr("datetime") or node.getattr("content") or node.text):
                return found
    return None


def _seen(tree: HTMLTree, selector: str) -> str | None:
    return next((_plain(node.text) for node in select(tree, selector)), None)


def _attribute(tree: HTMLTree, selector: str, name: str) -> str | None:
    return next((_plain(node.getattr(name)) for node in select(tree, selector)), None)


def _bare_title(tree: HTMLTree, outlet: str | None) -> str | None:
    """The <title> without the site's name at its end."""
    title = _plain(tree.title)
    if title and outlet and title.casefold().endswith(outlet.casefold()):
        title = title[: -len(outlet)].rstrip(" |–—-:·»") or title
    return title


def _name(publisher: object) -> str | None:
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return _plain(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _plain(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _date(value: object) -> date | None:
    return dates.stamp(value) if isinstance(value, str) else None
