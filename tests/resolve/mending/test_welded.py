"""Speakers welded to those whom they count: the speaker alone is the source; nothing in his words is done to him."""

import pytest

from tacitus.reader.sentences import sentences
from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.mending.welded import without_welds


def marked(text: str, source: str, toll: str = "", trigger: str = "killing", cue: str = "said") -> Markup:
    """A markup of what the reader would have linked."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    speaker, told = Mention(span(source), "actor", "ngo", 0.9), Mention(span(cue), "cue", None, 0.9)
    deed = Trigger(span(trigger), "air_strike", "actual", 0.9, 0.9)
    links = [Link(told, "source", speaker, 0.9), Link(deed, "victim", speaker, 0.9)]
    mentions = [speaker, told]
    if toll:
        count = Mention(span(toll), "toll", "killed", 0.9)
        mentions.append(count)
        links.append(Link(deed, "toll", count, 0.9))
    ordered = tuple(sorted(mentions, key=lambda m: m.span))
    return Markup(tuple(sentences(text)), ordered, (), (deed,), tuple(links))


@pytest.mark.parametrize(
    ("text", "source", "toll", "speaker", "counted"),
    [
        ("Jets hit Oru killing 13 people LRC said.", "people LRC", "13 people", "LRC", "13 people"),
        ("Jets hit Oru killing nine guards the Lake army said.", "guards the Lake army", "nine guards", "the Lake army",
         "nine guards"),
        ("Jets hit Oru killing dozens lake monitors said.", "lake monitors", "dozens lake monitors", "lake monitors",
         "dozens"),
        ("Jets hit Oru killing a number of civilians local sources said.", "civilians local sources", "",
         "local sources", ""),
        # who is counted and speaks himself
        ("Jets hit Oru killing cows as 13 people in Oru said.", "people in Oru", "13 people", "people in Oru",
         "13 people"),
    ],
)  # fmt: skip
def test_a_speaker_stands_apart(text: str, source: str, toll: str, speaker: str, counted: str) -> None:
    found = without_welds(text, marked(text, source, toll))
    sources = [link.tail.span.of(text) for link in found.links if link.role == "source"]
    assert sources == [speaker] == [m.span.of(text) for m in found.mentions if m.kind == "actor"]
    tolls = [m.span.of(text) for m in found.mentions if m.kind == "toll"]
    assert tolls == ([counted] if counted else [])


def test_what_is_told_is_not_done_to_who_tells_it() -> None:
    text = "Jets hit Oru killing 25 others Omar Bako said."
    found = without_welds(text, marked(text, "Omar Bako", "25 others"))
    assert [link.role for link in found.links] == ["source", "toll"]
    before = "The guards said that raids went on, killing all."
    assert "victim" in [link.role for link in without_welds(before, marked(before, "guards")).links]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Lake Watch toll", "Lake Watch"),
        ("ministry death toll", "ministry"),
        ("LRC figures", "LRC"),
        ("opposition figures", "opposition figures"),
        ("latest count", "latest count"),
    ],
)
def test_a_party_ends_before_what_it_counts(source: str, who: str) -> None:
    text = f"Jets hit Oru killing nine, according to a {source}."
    found = without_welds(text, marked(text, source, cue="according to"))
    assert [link.tail.span.of(text) for link in found.links if link.role == "source"] == [who]
