"""Who goes on speaking: "he", "it", "the source", "the statement", and the monitor that a report names later on."""

import pytest

from tacitus.assemble.said.attribution import voices
from tacitus.reader.sentences import sentences
from tacitus.records.markup import Mention
from tests.assemble.build import Scene

#: The text, its parties with their kinds, the words of a source and which of its occurrences, and whom it means.
CASES = [
    ("The Lake Watch said that nine died. Four were hurt, it said.", "it", "Lake Watch"),
    ("The Lake Watch said that nine died. It added that four were hurt.", "It", "Lake Watch"),
    ("The Lake Watch said that rebels hit Oru. The Front had camped there, it said.", "it", "Lake Watch"),
    # another that opens a sentence is a doubt; one that tells what happens elsewhere is meant
    ("The Lake Watch said that nine died. The Front left the town. It said that four were hurt.", "It", None),
    ("The Lake Watch said that nine died. The Kora Page has a list. It says that four were hurt.", "It", "Kora Page"),
    # persons are no "it", bodies no "he"
    ("The Lake Watch said that nine died. Omar Bako said that Oru fell. Four were hurt, it said.", "it", "Lake Watch"),
    ("Omar Bako said that Oru burned. The Lake Watch said that nine died. Four were hurt, he said.", "he", "Omar Bako"),
    ("A resident of Oru said that nine died. He said that four were hurt.", "He", "resident of Oru"),
    ("Omar Bako, the mayor, said that Oru burned. He said that four were hurt.", "He", "Omar Bako"),
    ("Omar Bako said that Oru burned. Musa Tamba left the town. He said that four were hurt.", "He", None),
    ("Omar Bako said that Musa Tamba should go. \"Musa Tamba must resign,\" he added.", "he", "Omar Bako"),
    ("The spokesman said that nine died. She said that four were hurt.", "She", None),
    ("Omar Bako said that nine died. He said that it was so. Four were hurt, she said.", "she", None),
    # the same noun again
    ("A source at the Oru clinic said that nine died. The source added that four were hurt.", "source",
     "source at the Oru clinic"),
    ("The Lake ministry said that nine died. The ministry said that four were hurt.", "ministry", "Lake ministry"),
    ("The Lake Coalition said that nine died. The Coalition said that four were hurt.", "Coalition", "Lake Coalition"),
    ("A source at the Oru clinic said that nine died. The ministry said that four were hurt.", "ministry", None),
    # papers
    ("The Front said in a statement that nine died. The statement said that four were hurt.", "statement", "Front"),
    ("The Front said that nine died. The statement said that four were hurt.", "statement", None),
    ("A statement by the Lake Watch said that nine died. The statement said that four were hurt.", "statement",
     "Lake Watch"),
    ("Nine died, according to a statement released on Monday by the Lake Watch.", "statement", "Lake Watch"),
    ("A report of Front raids said that nine died.", "report", None),
    # told before it is named
    ("Nine died, a monitoring group said. The Lake Watch said that they were cooks.", "monitoring group", "Lake Watch"),
    ("The Monitor said that nine died. The Hill Monitor said that they were cooks.", "Monitor", "Hill Monitor"),
    ("A monitor said that nine died. The Lake Watch said that they were cooks. The Hill Monitor said that it was so.",
     "monitor", None),
]  # fmt: skip
PARTIES = {
    "Lake Watch": "ngo",
    "Kora Page": "media",
    "Hill Monitor": "ngo",
    "Front": "rebel",
    "Omar Bako": "person",
    "Musa Tamba": "person",
    "mayor": "person",
    "spokesman": "person",
    "resident of Oru": "civilians",
    "source at the Oru clinic": "civilians",
    "Lake ministry": "government",
    "Lake Coalition": "party",
}


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_who_goes_on_speaking(text: str, words: str, expected: str | None) -> None:
    scene = Scene(text)
    for party, kind in PARTIES.items():
        for nth in range(text.count(party)):
            scene.actor(party, None, kind, nth)
    if "in a statement" in text:
        scene.cue("said", scene.mentions[0], "nine died")
    if "according to" in text:
        scene.cue("according to", Mention(scene.span("statement released on Monday"), "actor", None, 0.9), "Nine died")
    if "must resign" in text:
        scene.cue("added", None, "Musa Tamba must resign")
    found = voices(scene.report, scene.markup(sentences(text)), scene.actors)
    last = text.rindex(words) if "monitor" not in words.lower() else text.index(words)
    meant = {span.start: value.name for span, value in found.meant.items()}
    assert meant.get(last) == expected
