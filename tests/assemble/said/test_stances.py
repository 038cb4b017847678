"""How a claim is told."""

import pytest

from tacitus.assemble.grouping.tellings import Telling
from tacitus.assemble.said.disowned import Disowned
from tacitus.assemble.said.stances import stance
from tacitus.records.markup import Trigger
from tacitus.records.span import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "deed", "field", "words", "expected"),
    [
        ("Troops allegedly shot dead nine villagers at the mill.", "shot", "perpetrator", "Troops", "alleged"),
        ("Troops allegedly shot dead nine villagers at the mill.", "shot", "killed", "nine villagers", "alleged"),
        ("Troops reportedly shot dead nine villagers at the mill.", "shot", "perpetrator", "Troops", "alleged"),
        ("Troops reportedly shot dead nine villagers at the mill.", "shot", "killed", "nine villagers", "asserted"),
        ("Troops shot dead nine villagers. They had allegedly fled.", "shot", "killed", "nine villagers", "asserted"),
        ("Nine were killed. The army did not use live rounds.", "killed", "weapon", "live rounds", "denied"),
        ("Nine were killed. The army used live rounds.", "killed", "weapon", "live rounds", "asserted"),
        ('"Our men did not use force," he said after nine were killed.', "killed", "perpetrator", "Our men", "denied"),
        ("The Front denied that its men were behind the raid.", "raid", "perpetrator", "its men", "denied"),
        ("The Front denied any of its men led the raid.", "raid", "perpetrator", "its men", "denied"),
        ("The Front said that its men were behind the raid.", "raid", "perpetrator", "its men", "asserted"),
        ("His men did not flee but killed nine.", "killed", "perpetrator", "His men", "asserted"),
    ],
)
def test_what_is_alleged_and_what_is_denied(text: str, deed: str, field: str, words: str, expected: str) -> None:
    stop = text.find(". ")
    whole = [Span(0, stop + 1), Span(stop + 2, len(text))] if stop > 0 else [Span(0, len(text))]
    telling = Telling(Trigger(span(text, deed), "armed_attack", "actual", 0.9, 0.9), 0)
    assert stance(text, whole, Disowned(text, {}), {}, telling, field, span(text, words)) == expected


def test_who_denies_that_his_men_fought_is_no_participant() -> None:
    text = "He denied that his members carried out the attack."
    deed = span(text, "attack")
    telling = Telling(Trigger(deed, "armed_clash", "actual", 0.9, 0.9), 0)
    disowned = Disowned(text, {deed: frozenset()})
    told = stance(text, [Span(0, len(text))], disowned, {}, telling, "participant", span(text, "his members"))
    assert told == "denied"


def test_who_insists_that_soldiers_fight_on_denies_not_that_they_do() -> None:
    text = "The ministry insisted that commandos were fighting on."
    deed = span(text, "fighting")
    telling = Telling(Trigger(deed, "armed_clash", "actual", 0.9, 0.9), 0)
    disowned = Disowned(text, {deed: frozenset()})
    told = stance(text, [Span(0, len(text))], disowned, {}, telling, "participant", span(text, "commandos"))
    assert told == "asserted"


@pytest.mark.parametrize(
    ("text", "deed", "doer", "expected"),
    [
        ("Nine died in strikes thought to be carried out by Chadian and French jets.", "strikes", "French", "alleged"),
        ("Nine died in strikes believed to be carried out by the air force.", "strikes", "air force", "alleged"),
        ("The raid was most likely carried out by the army.", "raid", "army", "alleged"),
        ("The raids were probably the work of the army.", "raids", "army", "alleged"),
        ("Jets thought to belong to the army struck the mill.", "struck", "army", "alleged"),
        ("Suspected Chadian army and French raids hit the mill.", "hit", "French", "alleged"),
        ("The army is believed to be behind the raid.", "raid", "The army", "alleged"),
        ("The army was believed responsible for the raid.", "raid", "The army", "alleged"),
        ("The army is believed to have shelled the mill.", "shelled", "The army", "alleged"),
        ("The army is believed to have saved many who fled the raid.", "raid", "The army", "asserted"),
        ("The army is believed to be weak but shelled the mill.", "shelled", "The army", "asserted"),
        ("It is likely that nine died as the army shelled the mill.", "shelled", "army", "asserted"),
        ("Bombs thought to belong to the band were found by the army.", "found", "army", "asserted"),
        ("Nine men held to be thieves were shot by the army.", "shot", "army", "asserted"),
        ("He spoke of allegations that the army had shelled the mill.", "shelled", "army", "alleged"),
        ("He spoke of allegations, and the army shelled the mill.", "shelled", "army", "asserted"),
    ],
)
def test_who_is_held_to_have_done_it_is_only_alleged(text: str, deed: str, doer: str, expected: str) -> None:
    telling = Telling(Trigger(span(text, deed), "armed_attack", "actual", 0.9, 0.9), 0)
    whole = [Span(0, len(text))]
    assert stance(text, whole, Disowned(text, {}), {}, telling, "perpetrator", span(text, doer)) == expected
