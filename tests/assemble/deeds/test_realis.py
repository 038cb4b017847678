"""What is planned, threatened, feared, conditional or denied never comes out as actual."""

import pytest

from tacitus import Reader
from tacitus.assemble.deeds.realis import realis
from tacitus.records.markup import Trigger
from tacitus.records.report import Report
from tacitus.records.span import Span


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The army vowed to launch an offensive in the north.", "offensive", "planned"),
        ("Chad will withdraw its troops by the end of the year.", "withdraw", "planned"),
        ("The ministers are to meet on Friday.", "meet", "planned"),
        ("The ministers are due to meet on Friday.", "meet", "planned"),
        ("Parliament authorised a campaign of attacks on the mill.", "attacks", "planned"),
        ("Three cooks were hurt due to attacks on the mill.", "attacks", "actual"),
        ("Three cooks fled due to the shelling of the mill.", "shelling", "actual"),
        ("The rebels threatened to kill the hostages.", "kill", "threatened"),
        ("The movement denied shelling the market.", "shelling", "denied"),
        ("If the rebels attack the town, the army said, it would answer.", "attack", "conditional"),
        ("Residents fear a new attack on the camp.", "attack", "feared"),
        ("Police held a man wanted in connection with the murder of a judge.", "murder", "historical"),
        ("More than 9,000 people have been killed since the war began.", "killed", "historical"),
        ("Some 300 villagers had been abducted in the past three years.", "abducted", "historical"),
        ("In all, 22 porters were killed in the three raids.", "killed", "historical"),
        ("In all, 22 porters were killed in the raid.", "killed", "actual"),
        ("Since the beginning of the year 214 cooks died in attacks.", "attacks", "historical"),
        ("In revenge for the killing of a herder, gunmen burnt the mill.", "killing", "historical"),
        ("To avenge the killing, gunmen attacked the mill.", "attacked", "actual"),
        ("The mortar fire was the deadliest attack since the war began.", "attack", "actual"),
        ("The rebels shelled the town on Friday.", "shelled", "actual"),
        ("Soldiers arrested two men who had agreed to talk.", "arrested", "actual"),
        ("The bishop visited the camp to plead for calm.", "plead", "actual"),
        ("The minister, who will leave next week, met the envoy.", "met", "actual"),
        ("Guns were called in to try to overrun the mill.", "overrun", "planned"),
    ],
)
def test_grammar_overrules_the_reader(text: str, word: str, expected: str) -> None:
    start = text.index(word)
    trigger = Trigger(Span(start, start + len(word)), "armed_attack", "actual", 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), "violence") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Violence grew, with bomb blasts in the capital this week killing an officer.", "blasts", "actual"),
        ("Violence grew, with bomb blasts in the capital this week killing an officer.", "killing", "actual"),
        ("A man held yesterday, whose brother died in the blasts, was freed.", "blasts", "historical"),
        ("Police today held a man wanted in connection with the murder of a judge.", "murder", "historical"),
        ("The blasts of 2012 were remembered today.", "blasts", "historical"),
    ],
)
def test_what_is_of_this_week_is_no_history(text: str, word: str, expected: str) -> None:
    start = text.index(word)
    trigger = Trigger(Span(start, start + len(word)), "bombing", "historical", 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), "violence") == expected


@pytest.mark.parametrize(
    ("text", "word", "family", "expected"),
    [
        ("Norland will not lift the ban until the crew is home.", "lift", "de-escalation", "denied"),
        ("The mayor will not only meet the union but thank it.", "meet", "diplomacy", "conditional"),
        ("The union refuses to meet the minister unless he pays.", "meet", "diplomacy", "denied"),
        ("Norland will lift the ban once the crew is home.", "lift", "de-escalation", "conditional"),
        ("The army would not attack unless it was fired on.", "attack", "violence", "conditional"),
    ],
)
def test_who_will_not_do_it_until_something_happens_refuses(text: str, word: str, family: str, expected: str) -> None:
    start = text.index(word)
    trigger = Trigger(Span(start, start + len(word)), "sanctions_eased", "conditional", 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), family) == expected


def test_the_reader_is_believed_when_it_says_less() -> None:
    text = "The rebels shelled the town."
    trigger = Trigger(Span(12, 19), "shelling", "denied", 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), "violence") == "denied"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The premier meets the envoy at the old fort.", "meets", "actual"),
        ("The king is hosting the rivals in Fez.", "hosting", "actual"),
        ("The union provided $2 million to feed the camp.", "provided", "actual"),
        ("The premier will meet the envoy.", "meet", "planned"),
        ("Grain is to be provided by the union.", "provided", "planned"),
        ("The hosting of the summit was put off.", "hosting", "planned"),
        ("The premier also held long talks with the envoy.", "talks", "actual"),
        ("The king attends a summit in Fez.", "summit", "actual"),
        ("The premier holds talks with the envoy next week.", "talks", "planned"),
        ("Talks are to be held at the summit.", "summit", "planned"),
    ],
)
def test_what_a_finite_verb_tells_is_done(text: str, word: str, expected: str) -> None:
    start = text.index(word)
    trigger = Trigger(Span(start, start + len(word)), "meeting", "planned", 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), "diplomacy") == expected


@pytest.mark.parametrize(
    ("text", "word", "read", "expected"),
    [
        ("Moscow said Russia was not behind a deadly attack on a convoy.", "attack", "actual", "denied"),
        ("The army did not deny that strikes had been carried out.", "strikes", "denied", "actual"),
        ("Forty lorries were hit by purported strikes near the ford.", "strikes", "denied", "actual"),
        ("The army called the purported strikes near the ford false.", "strikes", "denied", "denied"),
        ("The army denied that porters were killed in its strikes.", "strikes", "denied", "actual"),
        ("The army denied a part in the strikes.", "strikes", "denied", "denied"),
    ],
)
def test_what_a_denial_denies(text: str, word: str, read: str, expected: str) -> None:
    start = text.index(word)
    trigger = Trigger(Span(start, start + len(word)), "air_strike", read, 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), "violence") == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gao is regularly hit by artillery shelling, its mayor told visitors on Friday.", "shelling"),
        ("The valley is controlled by the River Front, a band of former rangers.", "territory_seized"),
    ],
)
def test_what_is_always_so_is_no_news(reader: Reader, text: str, kind: str) -> None:
    assert all(e.realis != "actual" for e in reader.read(text).events if e.type == kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police announced the arrest of three smugglers.", "actual"),
        ("The police announced on Friday the planned arrest of three smugglers.", "planned"),
        ("The court announced that the arrest of three smugglers was due.", "planned"),
    ],
)
def test_an_arrest_is_announced_when_it_is_made(text: str, expected: str) -> None:
    start = text.index("arrest")
    trigger = Trigger(Span(start, start + len("arrest")), "arrest", "planned", 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), "coercion") == expected


@pytest.mark.parametrize(
    ("text", "word", "read", "expected"),
    [
        ("The chief said his men had not fired at the crowd.", "fired", "actual", "denied"),
        ("The mill was never attacked.", "attacked", "actual", "denied"),
        ("The army did not only shell the mill.", "shell", "actual", "actual"),
        ("Gunmen tried to storm the mill but were driven back.", "storm", "planned", "actual"),
        ("Gunmen attempted to attack a ship off the cape.", "attack", "planned", "actual"),
        ("Gunmen tried to kill the mayor.", "kill", "planned", "planned"),
        ("Gunmen will try to storm the mill.", "storm", "planned", "planned"),
        ("If the army does not attack, there will be talks.", "attack", "planned", "conditional"),
        ("They asked if the army would attack.", "attack", "planned", "planned"),
    ],
)
def test_what_was_not_done_what_was_tried_and_what_hangs_on_it(text: str, word: str, read: str, expected: str) -> None:
    start = text.index(word)
    trigger = Trigger(Span(start, start + len(word)), "armed_attack", read, 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), "violence") == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Guards repelled attempts by rebels to overrun the mill.", "overrun", "denied"),
        ("Nine fell in a failed attempt to seize the mill.", "seize", "denied"),
        ("Attempts by rebels to overrun the mill go on.", "overrun", "planned"),
        ("The rebels are focusing their efforts on capturing the mill.", "capturing", "planned"),
        ("Guards repelled attacks and rebels overran the mill.", "overran", "actual"),
    ],
)
def test_what_was_only_tried_was_not_taken(text: str, word: str, expected: str) -> None:
    at = text.index(word)
    trigger = Trigger(Span(at, at + len(word)), "territory_seized", "actual", 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), "violence") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A team is to look into allegations that both sides have shelled the mill.", "actual"),
        ("The army called allegations that it has shelled the mill baseless.", "denied"),
    ],
)
def test_what_is_only_charged_is_not_denied(text: str, expected: str) -> None:
    at = text.index("shelled")
    trigger = Trigger(Span(at, at + 7), "shelling", "denied", 0.9, 0.9)
    assert realis(Report("r", text), trigger, Span(0, len(text)), "violence") == expected
