"""Set phrases whose words sound like another deed."""

import pytest

from tacitus.assemble.deeds.idioms import as_idiom
from tacitus.records.markup import Trigger
from tacitus.records.span import Span

NOTHING = ""


@pytest.mark.parametrize(
    ("text", "word", "marked", "expected"),
    [
        ("The army and the Lom Rifles conducted flag marches in Jowhar.", "marches", "demonstration", "deployment"),
        ("A flag march by paramilitary troops calmed Jowhar.", "march", "demonstration", "deployment"),
        ("Youths held a flag march in Jowhar.", "march", "demonstration", "demonstration"),
        ("Soldiers watched as youths marched to Jowhar.", "marched", "demonstration", "demonstration"),
        ("Thousands filed past the late marshal's coffin.", "filed", "demonstration", NOTHING),
        ("Thousands filed past the ministry with banners.", "filed", "demonstration", "demonstration"),
        ("A frigate stopped a pirate mother ship off Lom.", "stopped", "blockade", "seizure"),
        ("A frigate stopped all trade with Lom.", "stopped", "blockade", "blockade"),
        ("The army removed a rebel arms depot at Lom.", "removed", "destruction", "weapons_disrupted"),
        ("The army removed a row of stalls at Lom.", "removed", "destruction", "destruction"),
        ("The marshal told Lom to choke on its measures.", "choke", "sanction", NOTHING),
        ('The marshal told Lom to "choke on" its measures.', "choke on", "sanction", NOTHING),
        ("The marshal told Lom to choke on its measures.", "told", "demand", "rejection"),
        ("The marshal told Lom to leave the hills.", "told", "demand", "demand"),
        ("Jowhar pulled out of a regional summit.", "pulled out", "withdrawal", "boycott"),
        ("Jowhar pulled out of the hills.", "pulled out", "withdrawal", "withdrawal"),
        ("A convoy of herders hit an IED near Lom.", "hit", "armed_attack", "bombing"),
        ("A bus with 40 porters struck an anti-tank mine.", "struck", "armed_attack", "bombing"),
        ("A cook stepped on a landmine near Lom.", "stepped on", "armed_attack", "bombing"),
        ("A porter spoke on condition of anonymity due to fears of reprisal.", "reprisal", "assault", NOTHING),
        ("Locals who asked not to be named out of fear of army reprisals spoke.", "reprisals", "assault", NOTHING),
        ("Villagers fled for fear of army reprisals.", "reprisals", "assault", "assault"),
        ("The rebels had fired a ballistic missile at the airport.", "fired", "weapons_test", "shelling"),
        ("Lom fired two missiles into the Sea of Senn.", "fired", "weapons_test", "weapons_test"),
        ("Raiders hit a coal mine near Lom.", "hit", "armed_attack", "armed_attack"),
        ("Fire-fighting went on at the base.", "-fighting", "armed_clash", NOTHING),
        ("A crime fighting unit came to Lom.", "fighting", "armed_clash", NOTHING),
        ("Fighting went on at the base.", "Fighting", "armed_clash", "armed_clash"),
        ("Under fire, men went on fighting.", "fighting", "armed_clash", "armed_clash"),
        ("It was from Lom that the attack was launched.", "launched", "weapons_test", NOTHING),
        ("A rocket was launched at noon.", "launched", "weapons_test", "weapons_test"),
        ("The marshal said he acted in the national interest.", "acted", "chemical_attack", NOTHING),
        ("The gangs acted against herders.", "acted", "armed_attack", "armed_attack"),
        ("The vile act left nine dead.", "act", "chemical_attack", "chemical_attack"),
    ],
)
def test_the_whole_phrase_tells(text: str, word: str, marked: str, expected: str) -> None:
    at = text.index(word)
    trigger = Trigger(Span(at, at + len(word)), marked, "actual", 0.9, 0.9)
    found = as_idiom(text, trigger, Span(0, len(text)))
    assert (found.type if found.score else NOTHING) == expected
