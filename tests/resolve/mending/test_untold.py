"""Killings of which the reader marked no word."""

import pytest

from tacitus.reader.sentences import sentences
from tacitus.records.markup import Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.mending.untold import with_the_untold


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def marked(text: str, *mentions: tuple[str, str, str | None], told: str = "", score: float = 0.9) -> Markup:
    found = tuple(Mention(span(text, words), kind, label, 0.9) for words, kind, label in mentions)
    triggers = (Trigger(span(text, told), "armed_attack", "actual", score, score),) if told else ()
    return Markup(tuple(sentences(text)), found, (), triggers, ())


def made(
    text: str, *mentions: tuple[str, str, str | None], told: str = "", score: float = 0.9
) -> list[tuple[str, str]]:
    before = marked(text, *mentions, told=told, score=score)
    after = with_the_untold(text, before)
    return [(t.span.of(text), t.type) for t in after.triggers if t not in before.triggers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bodies of nine men, blindfolded and with hands bound, were found near Lom.", [("found", "execution")]),
        ("Herders found the corpses of two cooks with gunshot wounds near Lom.", [("found", "armed_attack")]),
        ("The decapitated bodies of two guards were dumped in Lom.", [("dumped", "execution")]),
        ("The bodies of nine climbers were found near Lom.", []),
        ("No bodies with bullet wounds were found near Lom.", []),
        ("He may be found with bullet wounds on his body.", []),
    ],
)
def test_bodies_that_tell_how_they_died(text: str, expected: list[tuple[str, str]]) -> None:
    assert made(text) == expected


def test_bodies_near_a_killing_are_left_to_it() -> None:
    text = "Raiders attacked Lom. The bodies of nine men with hands bound were found on Monday."
    assert made(text, told="attacked") == []
    assert made(text, told="attacked", score=0.2) == [("found", "execution")]


def test_who_was_found_and_where() -> None:
    text = "The bodies of nine men with hands bound were found on Monday near Lom."
    markup = marked(text, ("nine men", "toll", "killed"), ("men", "actor", None), ("Monday", "time", None),
                    ("Lom", "place", None))  # fmt: skip
    links = {(x.role, x.tail.span.of(text)) for x in with_the_untold(text, markup).links}
    assert links == {("toll", "nine men"), ("victim", "men"), ("time", "Monday"), ("place", "Lom")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("IED det. nr Balad. 2 x expat KIA, 1 x LN WIA.", [("IED", "bombing")]),
        ("SVBIED nr Balad. 6 x civ KIA.", [("SVBIED", "suicide_bombing")]),
        ("SAF / Mosul. 1 x IP KIA.", [("SAF", "armed_attack")]),
        ("IDF / LSA Anaconda: 4 x 107mm rkt, no cas.", []),
        ("Patrol returned. 1 x IP KIA.", []),
    ],
)
def test_lines_of_a_cable(text: str, expected: list[tuple[str, str]]) -> None:
    assert made(text) == expected


def test_what_a_cable_counts_are_tolls() -> None:
    text = "IED det. nr Balad. 2 x expat KIA, 1 x LN WIA."
    tolls = {(m.span.of(text), m.label) for m in with_the_untold(text, marked(text)).mentions}
    assert tolls == {("2 x expat KIA", "killed"), ("1 x LN WIA", "injured")}


def test_a_means_in_a_cable_is_no_party() -> None:
    cable, plain = "SAF / Mosul: 1 x IP KIA.", "The SAF took Lom."
    assert with_the_untold(cable, marked(cable, ("SAF", "actor", "military"))).mentions[0].kind == "toll"
    assert with_the_untold(plain, marked(plain, ("SAF", "actor", "military"))).mentions[0].kind == "actor"
