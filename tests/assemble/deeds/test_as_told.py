"""What plain words say of a trigger outweighs what the reader took it for."""

import pytest

from tacitus.assemble.deeds.as_told import as_told
from tacitus.assemble.deeds.performed import performed
from tacitus.assemble.items import Items
from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.ontology import load
from tacitus.records.report import Report
from tacitus.records.span import Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def markup(text: str, *triggers: Trigger, links: tuple[Link, ...] = ()) -> Markup:
    return Markup((Span(0, len(text)),), (), (), triggers, links)


def trigger(text: str, words: str, kind: str, realis: str = "actual") -> Trigger:
    return Trigger(span(text, words), kind, realis, 0.9, 0.9)


def mended(text: str, told: Trigger, links: tuple[Link, ...] = ()) -> Trigger:
    report, marked = Report("r", text), markup(text, told, links=links)
    return as_told(report, marked, told, load(), Items.of(report, marked.sentences))


@pytest.mark.parametrize(
    ("text", "word", "taken_for", "is_"),
    [
        ("A shell went off by accident in the depot's bombing range.", "bombing", "bombing", "accidental_explosion"),
        ("A roadside bomb went off under the bus.", "went off", "accidental_explosion", "bombing"),
        ("A guard accidentally stepped on a landmine and died.", "died", "accidental_explosion", "bombing"),
        ("A landmine accidentally went off in the depot.", "went off", "bombing", "accidental_explosion"),
        ("A bomb went off by a court. Two were hurt.", "hurt", "accidental_explosion", "bombing"),
        ("A strike killed nine civilians by mistake.", "strike", "air_strike", "air_strike"),
        ("An old bomb went off by a court. Two were hurt.", "hurt", "accidental_explosion", "accidental_explosion"),
        ("The house was hit by a rocket and two died.", "died", "accidental_explosion", "shelling"),
        ("Men burnt the village and killed nine.", "killed", "air_strike", "armed_attack"),
        ("Jets flew over the village and killed nine.", "killed", "air_strike", "air_strike"),
        ("The rebels took the town without a fight.", "took", "territory_seized", "territory_transfer"),
        ("The rebels took the town after a week of fighting.", "took", "territory_seized", "territory_seized"),
        ("Hooded youths rioted in the old quarter.", "rioted", "demonstration", "violent_demonstration"),
        ("Police dispersed the rally.", "dispersed", "violent_demonstration", "excessive_force"),
        ("Norland rolled back tariffs on salt.", "rolled back", "sanction", "sanctions_eased"),
        ("Norland lowered its new customs duties.", "lowered", "sanction", "sanctions_eased"),
        ("Norland lowered its yearly grant to Surland.", "lowered", "sanction", "sanction"),
        ("Norland scrapped the tariff deal with Surland.", "scrapped", "sanction", "sanction"),
        ("Gunmen assaulted two clerks at the gate.", "assaulted", "sexual_violence", "assault"),
        ("Soldiers assaulted a woman, raping her.", "assaulted", "sexual_violence", "sexual_violence"),
        ("The movement agreed on Monday to free the crew.", "agreed", "agreement", "promise"),
        ("Norland asked for trade sanctions against Surland.", "trade sanctions", "conviction", "sanction"),
        ("The mayor, Ana Belo, resigned on Friday.", "resigned", "withdrawal", "concession"),
        ("The ministry backed down over the toll.", "backed down", "rejection", "concession"),
        ("The premier defended the governor.", "defended", "accusation", "support"),
        ("The museum returned the altar to its owners.", "returned", "seizure", "release"),
        ("The king called President Belo on Monday to thank him for the ships.", "called", "accusation", "meeting"),
        ("The king called the plan a trap.", "called", "accusation", "accusation"),
        ("The king called the plan a bid to talk for ever.", "called", "accusation", "accusation"),
        ("The king called the tax illegal and was ready to talk.", "called", "accusation", "accusation"),
        ("The guild would not give in.", "give in", "rejection", "rejection"),
        ("The guild shows no sign of backing down.", "backing down", "rejection", "rejection"),
        ("A bomb hit a van a week after a suicide attack.", "hit", "bombing", "bombing"),
        ("A blast at the colliery set off a landslide.", "blast", "accidental_explosion", "accidental_explosion"),
        ("Forty houses were torched in a town that floods had cut off.", "torched", "destruction", "destruction"),
        ("The union called for members to discuss a strike.", "called", "demand", "demand"),
        ("Two men set off a bomb in the hall, killing themselves.", "set off", "bombing", "suicide_bombing"),
        ("A roadside bomb hit a van a day after a suicide attack.", "hit", "bombing", "bombing"),
        ("Rockets fired from an army helicopter hit a hut.", "fired", "shelling", "air_strike"),
        ("Two gunships over the ridge fired rockets at a hut.", "fired", "shelling", "air_strike"),
        ("Rockets were fired at an army helicopter and hit a hut.", "fired", "shelling", "shelling"),
        ("Guns fired at aircraft from a ridge.", "fired", "shelling", "shelling"),
        ("Troops captured two rebel camps in the hills.", "captured", "arrest", "territory_seized"),
        ("Troops captured two rebel camps located in the hills.", "captured", "arrest", "territory_seized"),
        ("Troops captured two men in a rebel camp.", "captured", "arrest", "arrest"),
        ("Troops seized the village head on Friday.", "seized", "arrest", "arrest"),
        ("Fighters are holding forty clerks as human shields.", "holding", "arrest", "abduction"),
        ("Police are holding forty clerks as suspects.", "holding", "arrest", "arrest"),
        ("Rallies for a nurse killed at Lom are being held in all towns.", "held", "arrest", "demonstration"),
        ("New protests against the toll were held at Lom.", "held", "arrest", "demonstration"),
        ("A silent vigil was held by the ford.", "held", "arrest", "demonstration"),
        ("Protests over bread have been held since May.", "held", "arrest", "demonstration"),
        ("Protests over bread spread, three nurses were held.", "held", "arrest", "arrest"),
        ("Rally leaders were held at Lom.", "held", "arrest", "arrest"),
        ("A nurse at the rally was held.", "held", "arrest", "arrest"),
        ("Protests over bread broke out and two nurses were held.", "held", "arrest", "arrest"),
        ("The march on the ministry turned violent at dusk.", "march", "demonstration", "violent_demonstration"),
        ("A march descended into the worst violence in years.", "march", "demonstration", "violent_demonstration"),
        ("The march may turn violent, officials warned.", "march", "demonstration", "demonstration"),
        ("The march did not turn violent.", "march", "demonstration", "demonstration"),
        ("The front has agreed a five-day truce.", "agreed", "promise", "agreement"),
        ("The front has agreed to keep the truce.", "agreed", "promise", "promise"),
        ("Batteries on the ridge shelled the mill by mistake.", "shelled", "shelling", "shelling"),
        ("Batteries on the ridge shelled the mill by mistake.", "shelled", "accidental_explosion", "shelling"),
        ("A shell was set off by mistake at the depot.", "set off", "bombing", "accidental_explosion"),
        ("Nine of ten rockets were intercepted.", "intercepted", "shelling", "weapons_disrupted"),
    ],
)
def test_types(text: str, word: str, taken_for: str, is_: str) -> None:
    told = trigger(text, word, taken_for)
    assert mended(text, told).type == is_


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The volcano erupted and killed nine villagers.", "erupted", "accidental_explosion"),
        ("Gas leaked from a pipe at the plant and sickened forty workers.", "sickened", "chemical_attack"),
        ("Nine people died after drinking bad alcohol at a wedding.", "died", "chemical_attack"),
        ("The tremor, its epicentre under the bay, damaged forty houses.", "damaged", "destruction"),
        ("A van and a lorry crashed on the coast road.", "crashed", "armed_clash"),
        ("A bus collided with a tanker, killing nine. The tanker exploded.", "exploded", "bombing"),
        ("Elephants trampled two farmers. Nine men fought them with torches.", "fought", "armed_clash"),
        ("A herder was mauled by a wild leopard in the night raid.", "raid", "armed_attack"),
    ],
)
def test_what_nobody_did_is_no_event(text: str, word: str, kind: str) -> None:
    told = trigger(text, word, kind)
    assert mended(text, told).score == 0


@pytest.mark.parametrize(
    ("text", "word", "score"),
    [
        ("The coalition did not deny shelling the market.", "deny", 0.0),
        ("A spokesman would not confirm or deny the raid.", "deny", 0.0),
        ("The coalition neither confirmed nor denied the raid.", "denied", 0.0),
        ("The coalition said it hoped for calm.", "said", 0.0),
        ("The coalition flatly denied the raid.", "denied", 0.9),
        ("The coalition said that the report was untrue.", "said", 0.9),
    ],
)
def test_who_does_not_deny_has_denied_nothing(text: str, word: str, score: float) -> None:
    assert mended(text, trigger(text, word, "denial")).score == score


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("A bus collided with a lorry as it fled the rebels' fire, killing nine.", "killing", "armed_attack"),
        ("The Black Leopards attacked the post and killed nine.", "attacked", "armed_attack"),
        ("Poachers shot nine elephants and killed a ranger.", "killed", "armed_attack"),
    ],
)
def test_what_men_did_beside_beasts_and_on_the_road_stays(text: str, word: str, kind: str) -> None:
    assert mended(text, trigger(text, word, kind)).score == 0.9


def said(
    text: str, cue: str, deed: str, kind: str, taken_for: str = "promise", realis: str = "planned"
) -> list[tuple[str, str]]:
    """Type and realis of a promise, or of what was taken for one, and its content, as they come out."""
    promise, act = trigger(text, cue, taken_for), trigger(text, deed, kind, realis)
    link = Link(promise, "content", act, 0.9)
    return [
        (t.type, t.realis)
        for t in performed(Report("r", text), markup(text, promise, act, links=(link,)), [promise, act])
    ]


def test_a_truce_is_declared_by_announcing_it() -> None:
    text = "The front announced a unilateral ceasefire on Friday."
    assert said(text, "announced", "ceasefire", "ceasefire") == [("ceasefire", "actual"), ("ceasefire", "actual")]


def test_a_ban_is_lifted_by_deciding_so() -> None:
    text = "The cabinet decided to lift the ban on fuel imports."
    assert said(text, "decided", "lift", "sanctions_eased")[1] == ("sanctions_eased", "actual")


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The cabinet decided on Friday to partly lift the ban.", "actual"),
        ("The cabinet opted to lift the ban.", "actual"),
        ("The cabinet has to decide whether to lift the ban.", "planned"),
    ],
)
def test_who_has_decided_to_lift_a_ban_has_lifted_it_whatever_the_reader_saw_of_deciding(
    text: str, realis: str
) -> None:
    lifting = trigger(text, "lift", "sanctions_eased", "planned")
    assert performed(Report("r", text), markup(text, lifting), [lifting])[0].realis == realis


def test_who_decides_to_allow_it_has_allowed_it() -> None:
    text = "The court decided to allow the party's candidates."
    allowing = trigger(text, "allow", "concession", "planned")
    assert performed(Report("r", text), markup(text, allowing), [allowing])[0].realis == "actual"


def test_what_was_announced_long_ago_was_done_then() -> None:
    text = "The agency had announced a suspension of aid in 2011."
    promise, deed = (
        trigger(text, "announced", "promise", "historical"),
        trigger(text, "suspension", "sanction", "planned"),
    )
    marked = markup(text, promise, deed, links=(Link(promise, "content", deed, 0.9),))
    told = performed(Report("r", text), marked, [promise, deed])
    assert [(t.type, t.realis) for t in told] == [("sanction", "historical"), ("sanction", "historical")]


@pytest.mark.parametrize(
    ("text", "cue", "deed", "kind", "taken_for"),
    [
        ("A judge ordered the release of two editors.", "ordered", "release", "release", "conviction"),
        ("A court in Port Belo ordered the release of two editors.", "ordered", "release", "release", "demand"),
        ("The judge ordered the tanker's release on Friday.", "ordered", "release", "release", "demand"),
        ("A judge approved the extradition of the banker.", "approved", "extradition", "expulsion", "concession"),
    ],
)
def test_who_may_order_it_does_it(text: str, cue: str, deed: str, kind: str, taken_for: str) -> None:
    assert said(text, cue, deed, kind, taken_for) == [(kind, "actual"), (kind, "actual")]


@pytest.mark.parametrize(
    ("text", "cue", "deed", "kind", "taken_for"),
    [
        ("The council ordered a ceasefire.", "ordered", "ceasefire", "ceasefire", "demand"),
        ("A judge ordered the arrest of the banker.", "ordered", "arrest", "arrest", "demand"),
    ],
)
def test_what_others_have_to_do_is_not_done_by_ordering_it(
    text: str, cue: str, deed: str, kind: str, taken_for: str
) -> None:
    assert said(text, cue, deed, kind, taken_for) == [(taken_for, "actual"), (kind, "planned")]


def test_what_is_announced_on_a_condition_is_not_done() -> None:
    text = "Norland announced new sanctions if the vote is rigged."
    told = said(text, "announced", "sanctions", "sanction", "threat", "conditional")
    assert told == [("threat", "actual"), ("sanction", "conditional")]


def test_an_order_to_somebody_to_do_it_stays_a_demand() -> None:
    text = "The judge ordered the ministry to free two editors."
    assert said(text, "ordered", "free", "release", "demand") == [("demand", "actual"), ("release", "planned")]


@pytest.mark.parametrize(("deed", "kind"), [("raids", "armed_attack"), ("stoppage", "labour_strike")])
def test_who_promises_harm_threatens(deed: str, kind: str) -> None:
    text = "The front promised new raids and a long stoppage before the vote."
    assert said(text, "promised", deed, kind) == [("threat", "actual"), (kind, "planned")]


@pytest.mark.parametrize(("cue", "deed", "kind"), [("promised", "send", "aid"), ("agreed", "withdraw", "withdrawal")])
def test_what_is_still_to_be_done_stays_a_promise(cue: str, deed: str, kind: str) -> None:
    text = "The king promised to send grain and agreed to withdraw his men."
    assert said(text, cue, deed, kind) == [("promise", "actual"), (kind, "planned")]


def test_support_that_is_pledged_is_given() -> None:
    text = "The premier pledged his full support for the envoy's plan."
    pledge = trigger(text, "pledged", "promise")
    assert performed(Report("r", text), markup(text, pledge), [pledge])[0].type == "support"


def test_support_that_is_still_to_be_provided_is_promised() -> None:
    text = "The king is willing to provide support to the islanders."
    pledge = trigger(text, "willing", "promise")
    assert performed(Report("r", text), markup(text, pledge), [pledge])[0].type == "promise"


def test_an_agent_makes_a_blast_a_bombing() -> None:
    text = "Rebels blew up the railway bridge."
    blast = trigger(text, "blew up", "accidental_explosion")
    doer = Mention(span(text, "Rebels"), "actor", "rebel", 0.9)
    links = (Link(blast, "agent", doer, 0.9),)
    assert mended(text, blast, links).type == "bombing"


@pytest.mark.parametrize(
    ("text", "word", "read", "meant"),
    [
        ("The rebels launched a gas attack on the ford.", "launched", "shelling", "chemical_attack"),
        (
            "Helicopters dropped barrels filled with chlorine gas on the mill.",
            "dropped",
            "air_strike",
            "chemical_attack",
        ),
        ("A missile attack hit the base.", "attack", "air_strike", "shelling"),
        ("Jets fired missiles at the base.", "fired", "air_strike", "air_strike"),
        ("Police attacked the peaceful demonstrators by the ford.", "attacked", "armed_attack", "excessive_force"),
        ("Gunmen attacked the demonstrators by the ford.", "attacked", "armed_attack", "armed_attack"),
        ("Fighters attacked the ford.", "attacked", "air_strike", "armed_attack"),
        ("Jets attacked the ford.", "attacked", "air_strike", "air_strike"),
        ("Nurses marched past the mill.", "marched", "violent_demonstration", "demonstration"),
        ("Nurses marched and threw stones.", "marched", "violent_demonstration", "violent_demonstration"),
    ],
)
def test_an_attack_is_what_it_was_made_with_and_whom_it_hits(text: str, word: str, read: str, meant: str) -> None:
    told = trigger(text, word, read)
    report, nouns = Report("r", text), [trigger(text, "attack", "chemical_attack")] if "gas attack" in text else []
    marked = markup(text, told, *nouns)
    assert as_told(report, marked, told, load(), Items.of(report, marked.sentences)).type == meant


def test_armed_is_no_deed() -> None:
    text = "Police made an armed raid."
    assert mended(text, trigger(text, "armed", "armed_attack")).score == 0


@pytest.mark.parametrize(
    ("text", "how", "what", "score"),
    [
        ("A deadly blast shook the port.", "deadly", "blast", 0),
        ("Nine were brutally beaten at the port.", "brutally", "beaten", 0),
        ("The blast was deadly, and a second shook the port.", "deadly", "second", 0.9),
    ],
)
def test_a_word_that_says_how_tells_nothing_beside_the_word_that_says_what(
    text: str, how: str, what: str, score: float
) -> None:
    first, second = trigger(text, how, "bombing"), trigger(text, what, "bombing")
    report, marked = Report("r", text), markup(text, first, second)
    assert as_told(report, marked, first, load(), Items.of(report, marked.sentences)).score == score


def test_who_recovers_a_body_frees_nobody() -> None:
    text = "Troops recovered the headless body of a porter and rescued his son."
    assert mended(text, trigger(text, "recovered", "release")).score == 0
    assert mended(text, trigger(text, "rescued", "release")).score > 0


def test_a_deal_that_is_only_spoken_of_is_none_anew() -> None:
    text = "The council is reviewing the deal."
    deal = trigger(text, "deal", "agreement")
    assert mended(text, deal).score == 0
    council = Mention(span(text, "council"), "actor", "government", 0.9)
    assert mended(text, deal, (Link(deal, "agent", council, 0.9),)).score > 0


@pytest.mark.parametrize(
    ("text", "word", "kind", "told"),
    [
        ("The river stormed the dyke and captured the mill.", "captured", "territory_seized", False),
        ("Rebels crossed the river and stormed the dyke.", "stormed", "armed_attack", True),
        ("A wedding with fireworks woke Lom. Ninety rockets were fired.", "fired", "shelling", False),
        ("Rebels fired ninety rockets at a fireworks shop.", "fired", "shelling", True),
        ("Floods hit Lom as a car bomb killed six cooks.", "killed", "bombing", True),
        ("Rockets fell on Lom. It sounded like fireworks, a cook said.", "fell", "shelling", True),
    ],
)
def test_what_sounds_like_arms_and_is_none(text: str, word: str, kind: str, told: bool) -> None:
    assert bool(mended(text, trigger(text, word, kind)).score) == told


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Floods hit Lom as the Red Band killed six cooks.", "killed", "armed_attack"),
        ("The Red Band fired ninety rockets at Lom after the fireworks.", "fired", "shelling"),
    ],
)
def test_who_has_a_doer_beside_a_flood_or_fireworks_was_struck_by_him(text: str, word: str, kind: str) -> None:
    deed = trigger(text, word, kind)
    band = Link(deed, "agent", Mention(span(text, "Red Band"), "actor", None, 0.9), 0.9)
    assert mended(text, deed, (band,)).score


@pytest.mark.parametrize(("load_", "told"), [("leaflets", False), ("barrel bombs", True)])
def test_planes_that_drop_leaflets_strike_nobody(load_: str, told: bool) -> None:
    text = f"Planes bombed the dale with {load_}."
    bombed = trigger(text, "bombed", "air_strike")
    link = Link(bombed, "weapon", Mention(span(text, load_), "weapon", None, 0.9), 0.9)
    assert bool(mended(text, bombed, (link,)).score) == told


@pytest.mark.parametrize(
    ("weapons", "meant"),
    [
        (("anti-aircraft guns and mortars",), "shelling"),
        (("84mm mortar systems",), "shelling"),
        (("a rocket-propelled grenade",), "shelling"),
        (("RPGs",), "shelling"),
        (("long-range artillery",), "shelling"),
        (("two missiles",), "shelling"),
        (("mortars", "rifles"), "armed_attack"),
        (("rockets and automatic guns",), "armed_attack"),
        (("hand grenades",), "armed_attack"),
        ((), "armed_attack"),
    ],
)
def test_an_attack_with_heavy_weapons_alone_is_shelling(weapons: tuple[str, ...], meant: str) -> None:
    text = f"Rebels attacked the post at the ford with {' and '.join(weapons) or 'great force'}."
    told = trigger(text, "attacked", "armed_attack")
    links = tuple(Link(told, "weapon", Mention(span(text, w), "weapon", None, 0.9), 0.9) for w in weapons)
    assert mended(text, told, links).type == meant


def test_rockets_that_a_helicopter_fires_are_an_air_strike() -> None:
    text = "An army helicopter attacked the post with rockets."
    told = trigger(text, "attacked", "armed_attack")
    links = (Link(told, "weapon", Mention(span(text, "rockets"), "weapon", None, 0.9), 0.9),)
    assert mended(text, told, links).type == "air_strike"


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("The consul declined to comment on the raid.", 0.0),
        ("The clerk refused to be named.", 0.0),
        ("The premier refused to meet the strikers.", 0.9),
    ],
)
def test_who_only_keeps_silent_rejects_nothing(text: str, score: float) -> None:
    word = "declined" if "declined" in text else "refused"
    assert mended(text, trigger(text, word, "rejection")).score == score


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Rebels entered the southern suburbs in an assault on the town.", "entered", "armed_clash"),
        ("Rebels advanced to within a mile of the town in heavy fighting.", "advanced", "armed_clash"),
        ("The army entered the rebel-held town.", "entered", "armed_clash"),
        ("Fresh troops entered the town at noon.", "entered", "deployment"),
        ("Rebels stormed the fort before dawn.", "stormed", "armed_attack"),
        ("Rebels entered the town and hold its bridge.", "entered", "territory_seized"),
        ("Rebels stormed the fort and took it.", "stormed", "territory_seized"),
        ("Rebels overran the fort.", "overran", "territory_seized"),
    ],
)
def test_who_gets_into_a_place_has_not_taken_it_yet(text: str, word: str, meant: str) -> None:
    told = trigger(text, word, "territory_seized")
    report, marked = Report("r", text), markup(text, told)
    assert as_told(report, marked, told, load(), Items.of(report, marked.sentences)).type == meant


@pytest.mark.parametrize(
    ("text", "word", "kind", "told"),
    [
        ("A cook held for the attacks on Lom committed suicide in his cell.", "committed", "suicide_bombing", False),
        ("Nine officers have committed suicide since May.", "suicide", "suicide_bombing", False),
        ("The sergeant shot two comrades and then took his own life.", "took", "armed_attack", False),
        ("The sergeant shot two comrades and then took his own life.", "shot", "armed_attack", True),
        ("The major shot himself at Lom.", "shot", "assassination", False),
        ("The bomber killed himself and nine cooks at the gate.", "killed", "suicide_bombing", True),
        ("The raider killed himself with a grenade.", "killed", "suicide_bombing", True),
        ("They committed suicide attacks on Lom.", "committed", "suicide_bombing", True),
    ],
)
def test_who_takes_his_own_life_attacks_nobody(text: str, word: str, kind: str, told: bool) -> None:
    assert bool(mended(text, trigger(text, word, kind)).score) == told


def test_a_suicide_bombing_needs_a_bomb() -> None:
    for text, kind in (
        ("A man rammed his car into a post before he was shot.", "armed_attack"),
        ("A man rammed his car into a post, and it blew up.", "suicide_bombing"),
    ):
        assert mended(text, trigger(text, "rammed", "suicide_bombing")).type == kind
