"""Mentions that run on from a title into the text: two parts, each with what stands in its sentence."""

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.mending.run_on import without_run_ons
from tacitus.resolve.places.gazetteer import Gazetteer


def parted(title: str, body: str, words: str, *told: tuple[str, str]) -> list[tuple[str, str, str, str]]:
    """Trigger, role, kind and words of each link; ``words`` run on from the title, ``told`` are triggers and roles."""
    text = f"{title}\n\n{body}"
    at = text.index(words)
    mention = Mention(Span(at, at + len(words)), "actor", "rebel", 0.9)
    triggers = [
        Trigger(Span(text.index(w), text.index(w) + len(w)), "armed_attack", "actual", 0.9, 0.9) for w, _ in told
    ]
    links = tuple(Link(t, role, mention, 0.9) for t, (_, role) in zip(triggers, told, strict=True))
    start = body.index("- ") + 2
    sentences = (Span(0, len(title)), Span(len(title) + 2 + start, len(text)))
    found = without_run_ons(text, Markup(sentences, (mention,), (), tuple(triggers), links), Gazetteer.open())
    assert {x.tail for x in found.links} <= set(found.mentions)
    return [
        (x.head.span.of(text), x.role, x.tail.kind, x.tail.span.of(text))
        for x in found.links
        if isinstance(x.tail, Mention)
    ]


def test_each_part_belongs_to_its_own_sentence() -> None:
    title, body = "Lagos condemns Chad", "LAGOS, May 4 - Rebels shelled a town."
    found = parted(title, body, "Chad\n\nLAGOS, May 4 - Rebels", ("condemns", "target"), ("shelled", "agent"))
    assert found == [("condemns", "target", "actor", "Chad"), ("shelled", "agent", "actor", "Rebels")]


def test_a_town_that_ends_a_title_is_where_it_happened() -> None:
    title, body = "Farmers shot dead in Nairobi", "NAIROBI, May 4 - Gunmen killed two farmers."
    found = parted(title, body, "Nairobi\n\nNAIROBI, May 4 - Gunmen", ("shot", "agent"), ("killed", "agent"))
    assert found == [("shot", "place", "place", "Nairobi"), ("killed", "agent", "actor", "Gunmen")]
