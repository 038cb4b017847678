"""Who said it, told by grammar: cues the reader saw without a source, and cues it did not see at all."""

import pytest

from tacitus.assemble.said.attribution import Voices, voices
from tacitus.assemble.said.heard import Grammar
from tacitus.reader.sentences import sentences
from tacitus.records.event import Quote
from tacitus.records.markup import Link, Mention
from tests.assemble.build import Scene


def heard(text: str, *parties: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) of each quote with a cue, where the reader has only found the parties."""
    scene = Scene(text)
    for party in parties:
        scene.actor(party)
    return [told(scene, q) for q in spoken(scene).quotes if q.speaker and q.cue]


def spoken(scene: Scene) -> Voices:
    return voices(scene.report, scene.markup(sentences(scene.text)), scene.actors)


def told(scene: Scene, quote: Quote) -> tuple[str, str, str]:
    spans = (quote.speaker.span if quote.speaker else None, quote.cue, quote.span)
    who, cue, what = (s.of(scene.text) if s else "" for s in spans)
    return who, cue, what


@pytest.mark.parametrize(
    ("text", "parties", "source", "cue", "content"),
    [
        # verbs of saying, of stance, of wanting
        ("Ministry aides insist that the dam is safe.", (), "Ministry aides", "insist", "the dam is safe"),
        ("Tamba has openly criticized the new curfew.", ("Tamba",), "Tamba", "criticized", "the new curfew"),
        ("They urged both camps to free the crew.", (), "They", "urged", "both camps to free the crew"),
        ("The union called on Friday for talks.", ("union",), "union", "called on Friday for", "talks"),
        ("Kora wants to reopen the mill.", ("Kora",), "Kora", "wants", "to reopen the mill"),
        ("The envoy described the truce as a sham.", ("envoy",), "envoy", "described", "the truce as a sham"),
        ("Residents called the raid a disgrace.", (), "Residents", "called", "the raid a disgrace"),
        ("The levee would hold, the engineers said.", ("engineers",), "engineers", "said", "The levee would hold"),
        # where the source stands
        ("Bako, a friend of the mayor, opposes the toll road.", ("Bako",), "Bako", "opposes", "the toll road"),
        ("Members of the Reed Party rejected the map.", ("Reed Party",), "Members of the Reed Party", "rejected",
         "the map"),
        ("It was Bako who praised the pact.", ("Bako",), "who", "praised", "the pact"),
        ("Oru declined to name his deputy.", ("Oru",), "Oru", "declined", "to name his deputy"),
        ("Oru left the hall early, denouncing the vote.", ("Oru",), "Oru", "denouncing", "the vote"),
        ("Citing the flood, Oru went home.", ("Oru",), "Oru", "Citing", "the flood"),
        ("The fee was condemned by the guild.", ("guild",), "guild", "condemned", "The fee"),
        ("The Reed Watch which keeps wardens all over the land said the dam held.", ("Reed Watch",), "Reed Watch",
         "said", "the dam held"),
        # papers speak too
        ("A new survey shows a lead for the incumbent.", (), "new survey", "shows", "a lead for the incumbent"),
        # nouns and states
        ("We heard the colonel's claim that the bridge held.", ("colonel",), "colonel", "claim", "the bridge held"),
        ("Her refusal to sign came late.", (), "Her", "refusal", "to sign came late"),
        ("Aid groups voiced deep concern about the border.", ("Aid groups",), "Aid groups", "voiced deep concern",
         "the border"),
        ("The farmers are willing to sell.", ("farmers",), "farmers", "willing", "to sell"),
        ("Imani is a fierce critic of the tax.", ("Imani",), "Imani", "critic", "the tax"),
    ],
)  # fmt: skip
def test_a_cue_is_heard_with_its_source_and_content(
    text: str, parties: tuple[str, ...], source: str, cue: str, content: str
) -> None:
    assert heard(text, *parties) == [(source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Rain is expected on Monday.",  # nobody expects it
        "The river expects nothing.",
        "You might want to leave early.",
        "A report on fishing was lost.",
        "The United States economy grew.",
        "The police report was filed.",
        "The woman accused of theft went home.",
        "In Omdurman the plan stalled.",
        "The lamp shows a crack.",
    ],
)
def test_without_a_party_as_source_nothing_is_heard(text: str) -> None:
    assert heard(text, *(name for name in ("United States",) if name in text)) == []


def test_what_somebody_thinks_within_anothers_words_is_part_of_these() -> None:
    found = heard("Dr Mensah said she believes the camp is full.", "Dr Mensah")
    assert [(source, cue) for source, cue, _ in found] == [("Dr Mensah", "said")]


def test_who_stands_in_his_own_words_is_not_their_source() -> None:
    scene = Scene("Colonel Abara, head of the garrison, said he had lost no men.")
    scene.actor("Colonel Abara", kind="person")
    scene.cue("said", scene.actor("he", kind="person", nth=2), "he had lost no men")
    assert [told(scene, q) for q in spoken(scene).quotes] == [("Colonel Abara", "said", "he had lost no men")]


def test_according_to_names_who_comes_after_it() -> None:
    scene = Scene("The mill owner left. According to port records, two barges sank.")
    scene.cue("According to", scene.actor("owner"), "two barges sank")
    assert [told(scene, q)[0] for q in spoken(scene).quotes] == ["port records"]


def test_a_turned_verb_has_its_speaker_after_it() -> None:
    scene = Scene('"The well is dry and the herds are dying," said Chief Nuru.')
    scene.actor("Chief Nuru", kind="person")
    scene.cue("said", None, "The well is dry and the herds are dying,")
    assert [q.speaker.span.of(scene.text) for q in spoken(scene).quotes if q.speaker] == ["Chief Nuru"]


def test_who_means_the_party_before_it() -> None:
    scene = Scene("Farah, who opposes the pact, stayed away.")
    party = scene.actor("Farah", "person:farah", "person")
    (quote,) = spoken(scene).quotes
    assert quote.speaker is not None and quote.speaker.actor == scene.actors[party.span]


def test_nobody_vouches_for_what_he_only_condemns() -> None:
    scene = Scene("The union condemned the raid that killed six men. The mayor claimed that four men were hurt.")
    scene.actor("union"), scene.actor("mayor")
    found = spoken(scene)
    assert found.of(scene.span("six men")) is None
    said = found.of(scene.span("four men"))
    assert said is not None and said.span.of(scene.text) == "mayor"


def test_a_cue_within_a_quote_does_not_have_the_quote() -> None:
    scene = Scene('"I think the ferry was overloaded that day," Sefu said.')
    speaker = scene.actor("Sefu", kind="person")
    scene.cue("think", None, "I think the ferry was overloaded that day,")
    scene.cue("said", speaker, "I think the ferry was overloaded that day,")
    assert [told(scene, q)[:2] for q in spoken(scene).quotes] == [("Sefu", "said")]


def test_who_puts_the_toll_at_a_figure_is_its_source() -> None:
    scene = Scene("Medics told of 31 wounded. The governor put the death toll at 19.")
    medics, governor = scene.actor("Medics", kind="civilians"), scene.actor("governor", kind="person")
    scene.cue("told", medics, "31 wounded")
    scene.cue("put", governor, "31 wounded")  # as a reader may link it
    said = spoken(scene).of(scene.span("19"))
    assert said is not None and said.actor is not None and said.actor.name == "governor"


def test_a_figure_goes_on_behind_a_comma() -> None:
    scene = Scene("Police told of nine dead. The governor put the toll at 19 dead, 31 wounded.")
    scene.cue("put", scene.actor("governor", kind="person"), "19 dead, 31 wounded")
    said = spoken(scene).of(scene.span("31 wounded"))
    assert said is not None and said.span.of(scene.text) == "governor"


def test_words_with_a_cue_in_their_own_sentence_are_not_of_one_before() -> None:
    scene = Scene("The ministry confirmed only two deaths. Gunners shelled the camp, the envoy said.")
    ministry, envoy = scene.actor("ministry", kind="government"), scene.actor("envoy", kind="person")
    first = scene.cue("confirmed", ministry, "only two deaths")
    scene.cue("said", envoy, "Gunners shelled the camp")
    scene.links.insert(0, Link(first, "said", scene.mentions[-1], 0.6))  # as a reader may link it
    said = spoken(scene).of(scene.span("shelled"))
    assert said is not None and said.span.of(scene.text) == "envoy"


def test_to_whom_a_statement_was_sent_did_not_make_it() -> None:
    scene = Scene("A statement faxed by the Front to news offices in Bela said that the mill burned.")
    scene.actor("news offices in Bela", kind="media")
    scene.cue("said", scene.actor("Front"), "the mill burned")
    said = spoken(scene).of(scene.span("burned"))
    assert said is not None and said.span.of(scene.text) == "Front"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Shells killed nine herders said the mayor of Bela.", "mayor of Bela"),
        ("The mayor of Bela said the herders had fled.", "mayor of Bela"),
    ],
)
def test_a_turned_verb_needs_no_comma_where_its_speaker_ends_the_sentence(text: str, who: str) -> None:
    scene = Scene(text)
    scene.actor("herders", kind="civilians")
    scene.actor("mayor of Bela", kind="government")
    party = Grammar(text, scene.markup(sentences(text)), []).party(scene.span("said"))
    assert party is not None and party.span.of(text) == who


@pytest.mark.parametrize("source", ["the bulletin", "report"])
def test_a_paper_is_the_source_and_not_whom_it_tells_of(source: str) -> None:
    scene = Scene(f"According to {source} Lom Front fighters burned the mill.")
    scene.actor("Lom Front fighters")
    words = sentences(scene.text)
    party = Grammar(scene.text, scene.markup(words), []).party(scene.span("According to"))
    assert party is not None and party.span.of(scene.text) == source.removeprefix("the ")


@pytest.mark.parametrize(
    "told",
    [
        "a new toll from the ministry",
        "the latest count by the ministry",
        "an updated toll released on Monday by the ministry",
        "a toll from the ministry in Oru",
    ],
)
def test_a_toll_is_that_of_whom_it_is_from(told: str) -> None:
    scene = Scene(f"Nine died, according to {told}.")
    scene.actor("ministry")
    party = Grammar(scene.text, scene.markup(sentences(scene.text)), []).party(scene.span("according to"))
    assert party is not None and party.span.of(scene.text) == "ministry"


@pytest.mark.parametrize(
    ("text", "linked", "who"),
    [
        ("Nine died, said the mayor and a doctor.", "mayor", "mayor and a doctor"),
        ("Nine died, according to elders and a doctor, who left.", "elders", "elders and a doctor"),
        ("Nine died, elders and doctors said.", "doctors", "elders and doctors"),
        ("Nine died, said the mayor and a doctor fled.", "mayor", "mayor"),
        ("Nine died, residents and doctors said.", "doctors", "doctors"),  # the reader saw no residents
    ],
)
def test_two_who_say_it_together_are_named_together(text: str, linked: str, who: str) -> None:
    scene = Scene(text)
    parties = [scene.actor(p) for p in ("mayor", "a doctor", "doctors", "elders", "envoys") if p in text]
    cue = next(c for c in ("according to", "said") if c in text)
    scene.cue(cue, next(p for p in parties if p.span.of(text) == linked), "Nine died")
    said = spoken(scene).of(scene.span("Nine died"))
    assert said is not None and said.span.of(text) == who
    assert said.actor is not None and said.actor.name == who


@pytest.mark.parametrize(
    ("text", "source", "seen", "content"),
    [
        # nothing is linked: all that stands before who ends the sentence
        ("Rebels took the mill on the lake the army said.", "army", "", "Rebels took the mill on the lake"),
        ("On Monday the army said.", "army", "", None),
        # the reader begins too late
        ("Shells fell on Oru killing nine guards, the army said.", "army", "nine guards",
         "Shells fell on Oru killing nine guards"),
        ("Shells fell on Oru killing nine guards the army said on Friday.", "army", "nine guards",
         "Shells fell on Oru killing nine guards"),
        # but not where another may have said the rest, or the sentence goes on
        ("Rebels denied it but nine guards died, the army said.", "army", "nine guards died", "nine guards died"),
        ("Monday 3 May 2010 Oru nine guards died, the army said.", "army", "nine guards died", "nine guards died"),
        ("Shells fell on Oru killing nine guards, the army said, and left.", "army", "nine guards", "nine guards"),
    ],
)  # fmt: skip
def test_a_source_that_ends_its_sentence_says_all_of_it(text: str, source: str, seen: str, content: str | None) -> None:
    scene = Scene(text)
    army = scene.actor(source, None, "military")
    if seen:
        scene.cue("said", army, seen)
    else:
        cue = Mention(scene.span("said"), "cue", None, 0.9)
        scene.mentions.append(cue)
        scene.links.append(Link(cue, "source", army, 0.9))
    found = {c.of(text) for v in spoken(scene).all for c in v.contents}
    assert found == ({content} if content else set())
