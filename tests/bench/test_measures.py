"""The measures on invented data: their scores worked out by hand, and every module run on a tiny folder."""

import json
from pathlib import Path
from types import ModuleType

import pytest

from bench import attribution, case2021, muc4, wikievents
from bench.attribution import Attribution
from bench.errors import Error
from bench.figures import SHARED, Figures
from bench.heads import head
from bench.wikievents import Argument, Telling
from tacitus.records.event import Claim, Document, Event, Quote, Said
from tacitus.records.markup import Markup, Mention, Name
from tacitus.records.ontology import load
from tacitus.records.report import Report
from tacitus.records.resolved import Resolved
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, TollValue, Value, WeaponValue

MODULES = (muc4, wikievents, case2021, attribution)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


FIRST = Span(0, 1)


def event(type_: str, *claims: Claim, realis: str = "actual") -> Event:
    return Event(type_, type_, realis, 0.9, FIRST, (FIRST,), claims)


def claim(field: str, value: Value, span: Span = FIRST) -> Claim:
    return Claim("c", field, value, span, None, "asserted", 0.9)


def party(kind: str | None, actor: str | None = None) -> ActorValue:
    return ActorValue(actor, "somebody", kind, None)


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("three masked gunmen on motorcycles", "gunmen"),
        ("a group of armed men", "men"),
        ("the Dorvan Liberation Army", "Army"),
        ("members of the police", "police"),
        ("Irena Vask, a nurse", "Vask"),
        ("the town's mayor", "mayor"),
        ("the army's", "army"),
        ("—", "—"),
    ],
)
def test_the_head_of_a_phrase(phrase: str, word: str) -> None:
    assert head(phrase, Span(0, len(phrase))).of(phrase) == word


# muc4


def test_words_are_compared_without_case_articles_and_marks() -> None:
    assert muc4.plain('The  "Red Kite" Brigade (RKB)') == "red kite brigade rkb"


def test_an_entity_of_ours_must_lie_in_the_gold_one() -> None:
    gold = [{"gunmen", "three gunmen"}, {"bomb"}]
    assert muc4.matching([{"gunmen"}, {"bomb", "grenade"}, {"bomb"}], gold) == {0: 0, 2: 1}
    assert muc4.matching([{"gunmen"}, {"three gunmen"}], gold) == {0: 0}
    assert muc4.matching([set()], gold) == {}


def test_the_matching_is_the_largest_there_is() -> None:
    # Greedily the first would take the entity that the second needs.
    assert muc4.matching([{"car"}, {"bus"}], [{"car", "bus"}, {"car"}]) == {0: 1, 1: 0}


def test_the_roles_of_claims() -> None:
    text = (
        "two guerrillas of the red kite front (rkf) shot mayor ana lopa in her car with a rifle; soldiers fought them"
    )
    front, ana = at(text, "red kite front"), at(text, "ana lopa")
    perpetrator, car = at(text, "two guerrillas of the red kite front"), at(text, "car")
    attack = event(
        "assassination",
        claim("perpetrator", party("rebel", "x:1"), perpetrator),
        claim("target", party("person"), at(text, "mayor ana lopa")),
        claim("killed", TollValue(1, 1), ana),
        claim("target", party(None), car),
        claim("target", party("person"), at(text, "her")),
        claim("weapon", WeaponValue("rifle", "small_arms"), at(text, "a rifle")),
    )
    clash = event("armed_clash", claim("perpetrator", party("military"), at(text, "soldiers")))
    threat = event("bombing", claim("perpetrator", party("military"), at(text, "soldiers")), realis="planned")
    markup = Markup(
        (), (Mention(car, "facility", None, 0.9),),
        (Name(front, "organisation", 0.9), Name(ana, "person", 0.9)), (), (),
    )  # fmt: skip
    document = Document(Report("r", text), markup, Resolved({}, {}, {}, {}, {}), (attack, clash, threat))
    assert muc4.entities(document) == {
        "PerpInd": [{"two guerrillas of red kite front"}],
        "PerpOrg": [{"red kite front"}],
        "Target": [{"car"}],
        "Victim": [{"ana lopa"}],
        "Weapon": [{"rifle"}],
    }


def test_one_entity_is_told_once() -> None:
    text = "guerrillas came; the guerrillas left; rkf men and the red kite front"
    again = Span(text.index("the guerrillas"), text.index(" left"))
    rkf, front = at(text, "rkf men"), at(text, "the red kite front")
    attack = event(
        "armed_attack",
        claim("perpetrator", party("rebel"), at(text, "guerrillas")),
        claim("perpetrator", party("rebel"), again),
        claim("perpetrator", party("rebel", "x:1"), rkf),
        claim("perpetrator", party("rebel", "x:1"), front),
    )
    actors = {rkf: party("rebel", "x:1"), front: party("rebel", "x:1")}
    document = Document(
        Report("r", text), Markup((), (), (), (), ()), Resolved(actors, {}, {}, {}, {}), (attack,)
    )  # fmt: skip
    found = muc4.entities(document)
    assert found["PerpInd"] == [{"guerrillas"}, {"rkf men"}]
    assert found["PerpOrg"] == [{"red kite front"}]


# wikievents


def test_types_map_by_their_beginning() -> None:
    assert "bombing" in wikievents.mapped("Conflict.Attack.DetonateExplode")
    assert wikievents.mapped("Contact.Contact.Meet") == {"meeting", "visit"}
    assert not wikievents.mapped("Contact.Contact.Broadcast")
    assert not wikievents.mapped("Movement.Transportation.Unspecified")


def test_every_type_and_field_of_the_mapping_is_one_of_ours() -> None:
    assert all(kind in load() for kinds in wikievents.TYPES.values() for kind in kinds)
    fields = {"perpetrator", "target", "participant", "speaker", "addressee", "place", "weapon"}
    assert frozenset().union(*wikievents.FIELDS.values()) == fields


def test_triggers_match_by_overlap_and_type_each_once() -> None:
    blast, arrest = frozenset({"bombing", "suicide_bombing"}), frozenset({"arrest"})
    gold = [Telling(Span(10, 15), blast), Telling(Span(30, 38), arrest), Telling(Span(50, 55), blast)]
    mine = [
        Telling(Span(12, 20), frozenset({"bombing"})),
        Telling(Span(13, 15), frozenset({"bombing"})),  # the one gold trigger is taken
        Telling(Span(30, 38), frozenset({"bombing"})),  # another type
        Telling(Span(60, 65), frozenset({"bombing"})),  # nothing there
    ]
    assert wikievents.matched(mine, gold) == 1


def test_an_argument_fits_by_type_field_and_word() -> None:
    gold = Argument(frozenset({"bombing"}), frozenset({"target", "addressee"}), frozenset({"irena", "vask"}))
    ours = Argument(frozenset({"bombing"}), frozenset({"target"}), frozenset({"vask"}))
    assert ours.fits(gold) and gold.fits(ours)
    assert not Argument(frozenset({"arrest"}), ours.fields, ours.words).fits(gold)
    assert not Argument(ours.types, frozenset({"perpetrator"}), ours.words).fits(gold)
    assert not Argument(ours.types, ours.fields, frozenset({"lopa"})).fits(gold)


def test_our_arguments_by_head_words_each_once() -> None:
    text = "A bomb killed nine young nurses on the road; a mine killed nurses"
    bombing = event(
        "bombing",
        claim("killed", TollValue(9, 9), at(text, "nine young nurses")),
        claim("target", party("civilians"), at(text, "young nurses")),
        claim("weapon", WeaponValue("bomb", "ied"), at(text, "A bomb")),
        claim("time", party(None), at(text, "on")),
    )
    praise = event("support", claim("target", party("civilians"), at(text, "nurses")))
    found = wikievents.arguments(Document(Report("r", text), events=(bombing, praise)))
    assert [(set(a.fields), set(a.words)) for a in found] == [({"target"}, {"nurses"}), ({"weapon"}, {"bomb"})]


# case2021


def test_every_acled_type_of_the_ontology_has_a_label() -> None:
    finer = {"Grenade", "Government regains territory"}  # told by the weapon and the side (records/acled.py)
    assert {kind.acled_sub for kind in load() if kind.acled_sub} | finer == set(case2021.LABELS)
    assert all(kind in load() for kind in case2021.BESIDE)


def test_the_main_event_is_the_first_that_acled_names() -> None:
    demand, raid, bombing = event("demand"), event("raid"), event("bombing")
    blamed, planned = event("accusation"), event("air_strike", realis="planned")
    assert case2021.main([demand]) is None
    assert case2021.main([demand, raid]) is raid
    assert case2021.main([raid, blamed]) is blamed
    assert case2021.main([blamed, raid, planned]) is planned
    assert case2021.main([planned, bombing, event("arrest")]) is bombing


def test_labels_that_need_more_than_the_type() -> None:
    grenade = event("bombing", claim("weapon", WeaponValue("hand grenade", "grenade")))
    assert case2021.label([grenade]) == "GRENADE"
    assert case2021.label([event("bombing")]) == "REM_EXPLOS"
    army, rebels = claim("perpetrator", party("military")), claim("perpetrator", party("rebel"))
    assert case2021.label([event("territory_seized", army)]) == "GOV_REGAINS_TERIT"
    assert case2021.label([event("territory_seized", rebels)]) == "NON_STATE_ACTOR_OVERTAKES_TER"
    march, hurt = event("demonstration"), claim("injured", TollValue(2, 2))
    assert case2021.label([march]) == "PEACE_PROTEST"
    assert case2021.label([march, event("arrest")]) == "PROTEST_WITH_INTER"
    assert case2021.label([march, event("excessive_force", hurt)]) == "FORCE_AGAINST_PROTEST"
    assert case2021.label([event("excessive_force")]) == "PROTEST_WITH_INTER"
    assert case2021.label([event("meeting")]) == "DIPLO"
    assert case2021.label([]) == "none"


def test_macro_f1_is_the_mean_over_gold_labels() -> None:
    # ARREST: 1 right of 2 ours and 2 theirs = 0.5; ATTACK: 1 of 1 and 2 = 0.667; "none" has no gold.
    pairs = [("ARREST", "ARREST"), ("ARREST", "none"), ("ATTACK", "ATTACK"), ("ATTACK", "ARREST")]
    assert case2021.macro_f1(pairs) == pytest.approx((0.5 + 0.6667) / 2, abs=1e-4)
    assert case2021.macro_f1([]) == 0.0


# attribution


ANNOTATIONS = "\n".join(
    (
        "T1\tSource 0 10\tthe doctor",
        "T2\tCue 11 15\tsaid",
        "T3\tContent 16 30;40 44\tthe war is over now",
        "T4\tAttribution 11 15\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "T5\tCue 50 58\treported",
        "T6\tContent 60 70\ta quiet day",
        "E2\tAttribution-no-source:T7 Content:T6 Cue:T5 Source:T99",
        "E3\tAttribution-no-source:T98",
        "T8\tDiscard 80 90\tread more!",
    )
)


def test_stand_off_is_parsed_with_parts_that_are_split_or_missing() -> None:
    assert attribution.parse(ANNOTATIONS) == [
        Attribution((Span(0, 10),), (Span(11, 15),), (Span(16, 30), Span(40, 44))),
        Attribution((), (Span(50, 58),), (Span(60, 70),)),
    ]


def test_pairs_by_cue_or_content_each_once() -> None:
    gold = [
        Attribution((Span(0, 5),), (Span(6, 10),), (Span(11, 60),)),
        Attribution((Span(11, 15),), (Span(16, 20),), (Span(21, 60),)),  # inside the content of the first
        Attribution((Span(70, 75),), (Span(76, 80),), (Span(81, 90),)),
    ]
    inner = Attribution((), (Span(16, 20),), (Span(21, 60),))
    outer = Attribution((Span(0, 5),), (), (Span(11, 60),))
    lone = Attribution((Span(70, 75),), (), (Span(95, 99),))  # the source alone makes no pair
    assert attribution.paired([inner, outer, lone], gold) == {0: 1, 1: 0}


def test_quotes_of_one_cue_are_one_attribution() -> None:
    said = Said(Span(0, 5), None)
    quotes = (
        Quote(Span(11, 20), said, Span(6, 10), True),
        Quote(Span(25, 30), said, Span(6, 10), True),
        Quote(Span(40, 45), None, None, True),
        Quote(Span(50, 55), None, None, True),
    )
    assert attribution.attributions(Document(Report("r", "x" * 60), quotes=quotes)) == [
        Attribution((Span(0, 5),), (Span(6, 10),), (Span(11, 20), Span(25, 30))),
        Attribution((), (), (Span(40, 45),)),
        Attribution((), (), (Span(50, 55),)),
    ]


# All of them, from a folder.


STORY = "Gunmen killed the mayor in Velmar on Monday. The army said that rebels had planted a bomb near the school."


def standoff() -> str:
    parts = (("Source", "The army"), ("Cue", "said"), ("Content", STORY[STORY.index("that") : -1]))
    spans = [(kind, at(STORY, words), words) for kind, words in parts]
    lines = [f"T{n}\t{kind} {span.start} {span.end}\t{words}" for n, (kind, span, words) in enumerate(spans, 1)]
    return "\n".join([*lines, "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3", ""])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each module in the layout of its data set, with one invented story."""
    root, words = tmp_path_factory.mktemp("data"), STORY.split()
    extracts = {
        "PerpInd": [[["gunmen", 0]], [["rebels", 64]]], "PerpOrg": [], "Target": [], "Victim": [],
        "Weapon": [[["bomb", 85], ["a bomb", 83]]],
    }  # fmt: skip
    killing = {
        "event_type": "Life.Die.Unspecified",
        "trigger": {"start": 1, "end": 2, "text": "killed"},
        "arguments": [{"role": "Killer", "text": "Gunmen"}, {"role": "Victim", "text": "mayor"}],
    }
    article = {
        "tokens": words,
        "sentences": [[[], " ".join(words[:8])], [[], " ".join(words[8:])]],
        "event_mentions": [killing],
    }
    files = {
        "muc4/dev.jsonl": json.dumps({"docid": "T-1", "doctext": STORY.lower(), "extracts": extracts}),
        "wikievents/wikievents.jsonl": json.dumps(article),
        "case2021/case2021.jsonl": json.dumps({"id": "1", "text": STORY, "subtype": "ATTACK"}),
        "attribution/text/story.txt": STORY,
        "attribution/text/nobody_annotated_this.txt": "No.",
        "attribution/attributions/story_ab12.ann": standoff(),
        "attribution/attributions/story_cd34.ann": "",  # another annotator's, not read
    }
    for name, said in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(said, "utf-8")
    return root


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_a_module_runs_on_a_folder_of_its_layout(module: ModuleType, data: Path) -> None:
    folder = data / module.__name__.removeprefix("bench.")
    figures: Figures = module.run(folder)
    assert all(0 <= value <= 1 for name, value in figures.items() if "F1" in name or "accuracy" in name)
    assert 1 in [figures.get(name) for name in ("texts", "articles", "snippets")]
    assert all(isinstance(error, Error) and error.kind for error in module.errors(folder))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_a_module_reads_the_shared_measures_by_default(module: ModuleType) -> None:
    assert module.DATA.parent == SHARED / "measure"
