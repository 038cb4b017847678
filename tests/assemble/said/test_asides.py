"""Cues that cover less than they seem to."""

import pytest

from tacitus.assemble.said.attribution import voices
from tacitus.records.value import ActorValue
from tests.assemble.build import Scene
from tests.assemble.said.test_attribution import sentences


def source_of(scene: Scene, words: str) -> str | None:
    said = voices(scene.report, scene.markup(sentences(scene.text)), scene.actors).of(scene.span(words))
    return said.span.of(scene.text) if said else None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "within"),
    [
        ("Chad hunts rebels it says come from the hills, a day after nine men died.", "it", "says",
         "come from the hills, a day after nine men died", "hills"),
        ("Chad hunts rebels it says come from the hills, a day after nine men died.", "rebels it", "says",
         "come from the hills, a day after nine men died", "hills"),
        ("Mali bombed camps that it says belong to rebels, and nine men died.", "it", "says",
         "belong to rebels, and nine men died", "belong"),
        ("Police, who say they obey the law, shot at a crowd and nine men died.", "who", "say",
         "they obey the law, shot at a crowd and nine men died", "obey"),
    ],
)  # fmt: skip
def test_an_aside_ends_with_its_clause(text: str, source: str, cue: str, content: str, within: str) -> None:
    scene = Scene(text)
    scene.cue(cue, scene.actor(source), content)
    assert source_of(scene, within) == source.removeprefix("rebels ")
    assert source_of(scene, "nine men") is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Later it said that rebels had come, and nine men died.", "rebels had come, and nine men died"),
        ("In a statement it said rebels had come, and nine men died.", "rebels had come, and nine men died"),
        ("Chad said that it says what it knows, and nine men died.", "what it knows, and nine men died"),
    ],
)
def test_who_is_the_subject_of_the_sentence_says_all_of_it(text: str, content: str) -> None:
    scene = Scene(text)
    cue = "says" if "says" in text else "said"
    start = text.index(f"it {cue}")
    scene.cue(cue, scene.actor("it", nth=text[:start].count("it")), content)
    assert source_of(scene, "nine men") is not None


@pytest.mark.parametrize(
    ("declared", "source"),
    [
        ("martial law on Monday", None),
        ("a state of emergency", None),
        ("war", None),
        ("Bah the winner", None),
        ("that it was over", "Omar"),
        ("the ford was lost", "Omar"),
    ],
)
def test_who_declares_war_says_nothing_of_what_stands_beside_it(declared: str, source: str | None) -> None:
    scene = Scene(f"Omar declared {declared} after nine men died.")
    content = f"{declared.removeprefix('that ')} after nine men died"
    scene.cue("declared", scene.actor("Omar", kind="person"), content)
    assert source_of(scene, "nine men") == source


def test_what_is_said_to_be_so_is_nobodys_word() -> None:
    scene = Scene("Troops allegedly shot nine men.")
    scene.cue("allegedly", scene.actor("Troops", kind="military"), "shot nine men")
    assert source_of(scene, "nine men") is None


def test_who_calls_an_agency_says_it_and_not_the_agency() -> None:
    scene = Scene("A caller to the Lom Agency said that the Front had killed nine men.")
    scene.cue("said", scene.actor("Lom Agency", "org:agency", "media"), "the Front had killed nine men")
    found = voices(scene.report, scene.markup(sentences(scene.text)), scene.actors)
    said = found.of(scene.span("nine men"))
    assert said is not None and said.span.of(scene.text).startswith("caller")
    assert not isinstance(said.actor, ActorValue) or said.actor.actor is None


@pytest.mark.parametrize("before", ["in Lom on Friday the", "in Lom on Friday", "in Lom in May a", "in Lom"])
def test_a_day_before_a_source_is_no_part_of_its_name(before: str) -> None:
    scene = Scene(f"Jets killed nine men {before} Ford Watch said.")
    scene.cue("said", scene.actor("Ford Watch", "org:watch", "ngo"), "Jets killed nine men")
    assert source_of(scene, "nine men") == "Ford Watch"


def test_the_head_of_a_source_stands_before_a_name_of_which_a_part_is_known() -> None:
    scene = Scene("Officials in Nova Kasta, across the ford, said nine men had died.")
    scene.actor("Officials", kind="government")
    scene.cue("said", scene.actor("Kasta", "org:kasta"), "nine men had died")
    assert (source_of(scene, "nine men") or "").startswith("Officials")
