"""Whom "we" and "our men" mean: the party of who is quoted, or the issuer of a communiqué."""

from tacitus.assemble.said.attribution import voices
from tacitus.reader.sentences import sentences
from tacitus.records.resolved import Issuer, Ours
from tacitus.records.span import Span
from tacitus.records.value import ActorValue
from tests.assemble.build import Scene

FRONT = ActorValue("ucdp:1", "Front", "rebel", "TCD")
CHAD = ActorValue("gov:TCD", "Government of Chad", "government", "TCD")


def meant(scene: Scene, first: Ours) -> dict[str, str | None]:
    found = voices(scene.report, scene.markup(sentences(scene.text)), scene.actors, (), first)
    return {span.of(scene.text): value.actor for span, value in found.meant.items()}


def quoted(text: str, words: str, part: str, party: ActorValue | None) -> dict[str, str | None]:
    scene = Scene(text)
    speaker = scene.actor("Omar Said", None, "person")
    ours = scene.actor(words)
    scene.actors[ours.span] = ActorValue(None, "soldiers", "military", None)
    scene.cue("said", speaker, text.split('"')[1] if '"' in text else text[: text.index(", Omar")])
    return meant(scene, Ours({ours.span: part}, {speaker.span: party} if party else {}))


def test_who_is_quoted_speaks_for_his_party() -> None:
    text = '"We hit the convoy near Oru," Omar Said said.'
    assert quoted(text, "We", "", FRONT)["We"] == "ucdp:1"
    assert "We" not in quoted(text, "We", "", None)


def test_the_forces_of_a_government_are_its_army() -> None:
    text = '"It was our soldiers who hit it," Omar Said said.'
    assert quoted(text, "our soldiers", "military", CHAD)["our soldiers"] == "gov:TCD.military"


def test_words_without_marks_may_be_the_papers_own() -> None:
    text = "Our soldiers hit the convoy, Omar Said said."
    assert "Our soldiers" not in quoted(text, "Our soldiers", "military", FRONT)


def communique(text: str, words: str, part: str) -> tuple[Scene, Ours, Span]:
    scene = Scene(text)
    ours = scene.actor(words)
    scene.actors[ours.span] = ActorValue(None, "men", "rebel", None)
    return scene, Ours({ours.span: part}, {}, Issuer(Span(0, 5), FRONT)), ours.span


def test_a_communiques_own_men_are_its_issuers_and_he_says_so() -> None:
    for words, part in (("Our men", "military"), ("Your brothers", "yours"), ("The mujahideen", "praised"), ("We", "")):
        scene, first, span = communique(f"Front paper. {words} hit a post near Oru.", words, part)
        assert meant(scene, first)[words] == "ucdp:1"
        said = voices(scene.report, scene.markup(sentences(scene.text)), scene.actors, (), first).of(span)
        assert said is not None and said.actor == FRONT


def test_what_its_issuer_sends_out_itself_needs_no_source() -> None:
    scene, first, span = communique("Front paper. Our men hit a post near Oru.", "Our men", "military")
    sent = Ours(first.parts, {}, Issuer(Span(0, 5), FRONT, sends=True))
    assert meant(scene, sent)["Our men"] == "ucdp:1"
    assert voices(scene.report, scene.markup(sentences(scene.text)), scene.actors, (), sent).of(span) is None


def test_whom_a_communique_quotes_is_another() -> None:
    scene, first, span = communique(
        'Front paper. A leaflet reads "our men hit a post near Oru".', "our men", "military"
    )
    assert "our men" not in meant(scene, first)
    assert voices(scene.report, scene.markup(sentences(scene.text)), scene.actors, (), first).of(span) is None


def test_a_column_of_ones_own_keeps_its_name() -> None:
    scene = Scene("Front paper. Our Third Column hit a post near Oru.")
    mention = scene.actor("Our Third Column")
    scene.actors[mention.span] = ActorValue(None, "Third Column", None, None)
    first = Ours({mention.span: "military"}, {}, Issuer(Span(0, 5), FRONT))
    found = voices(scene.report, scene.markup(sentences(scene.text)), scene.actors, (), first).meant[mention.span]
    assert (found.name, found.kind, found.country) == ("Third Column", "rebel", "TCD")
