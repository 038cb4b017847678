"""Entries of a log: what they tell was on the day at their head."""

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.mending.entries import with_entries

LOG = """WEEKLY LOG
22.11.2010: 0430 UTC: off Lom. Six pirates boarded a tug. They beat the cook.

24.11.2010: Gunmen shelled the mill on Monday.
"""


def dated(text: str, marked: dict[str, str], told: tuple[str, ...]) -> list[tuple[str, str]]:
    """What was told and when; ``marked`` are the pieces of times that the reader linked, by what was told."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    triggers = tuple(Trigger(at(word), "armed_attack", "actual", 0.9, 0.9) for word in told)
    mentions = {word: Mention(at(piece), "time", None, 0.9) for word, piece in marked.items()}
    links = tuple(Link(t, "time", mentions[t.span.of(text)], 0.9) for t in triggers if t.span.of(text) in mentions)
    lines = [line for line in text.split("\n") if line]
    sentences = tuple(Span(text.index(s), text.index(s) + len(s)) for line in lines for s in line.split(". "))
    found = with_entries(text, Markup(sentences, tuple(mentions.values()), (), triggers, links))
    assert {x.tail for x in found.links} <= set(found.mentions)
    return [(x.head.span.of(text), x.tail.span.of(text)) for x in found.links]


def test_what_an_entry_tells_is_of_the_day_at_its_head() -> None:
    assert dated(LOG, {}, ("boarded", "beat")) == [("boarded", "22.11.2010"), ("beat", "22.11.2010")]


def test_a_date_of_which_the_last_piece_was_marked_is_whole() -> None:
    assert dated(LOG, {"boarded": "2010", "shelled": "11.2010: Gun"}, ("boarded",)) == [("boarded", "22.11.2010")]
    assert dated(LOG.splitlines()[1], {"boarded": "11.2010"}, ("boarded",)) == [("boarded", "22.11.2010")]


def test_a_sentence_with_a_time_and_a_single_line_are_left_alone() -> None:
    assert dated(LOG, {}, ("shelled",)) == []
    assert dated("Told in Lom.\n22.11.2010: Gunmen shelled the mill.", {}, ("shelled",)) == []
