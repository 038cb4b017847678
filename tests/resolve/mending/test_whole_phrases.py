"""Phrases that the reader cut in the middle: which words the mended mentions have, and what they fill."""

import time

from tacitus.records.markup import Link, Markup, Mention, Trigger
from tacitus.records.span import Span
from tacitus.resolve.actors.table import ActorTable
from tacitus.resolve.mending.whole_phrases import LONGEST, with_whole_phrases

ACTORS = ActorTable.open()


def mended(text: str, told: str, *fillers: tuple[str, str, str]) -> tuple[list[str], list[str]]:
    """The words of the mentions, and of those that fill a role; ``fillers`` are words, kind and role ("" for none)."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    trigger = Trigger(at(told), "bombing", "actual", 1.0, 1.0)
    mentions = tuple(Mention(at(words), kind, None, 1.0) for words, kind, _ in fillers)
    roles = zip(mentions, fillers, strict=True)
    links = tuple(Link(trigger, role, mention, 1.0) for mention, (_, _, role) in roles if role)
    found = with_whole_phrases(text, Markup((Span(0, len(text)),), mentions, (), (trigger,), links), ACTORS)
    assert {link.tail for link in found.links} <= set(found.mentions)
    return [m.span.of(text) for m in found.mentions], [link.tail.span.of(text) for link in found.links]


def test_a_phrase_goes_on_to_what_it_is_of() -> None:
    text = "A bomb wrecked the headquarters of the Farmers' League."
    cut = ("headquarters of the", "facility", "target"), ("Farmers' League", "actor", "target")
    assert mended(text, "bomb", *cut) == (
        ["headquarters of the Farmers' League", "Farmers' League"],
        ["headquarters of the Farmers' League"],
    )


def test_the_rest_may_have_a_part_of_its_own() -> None:
    text = "A bomb wrecked the house of Judge Ilir Kola."
    cut = ("house of", "facility", "target"), ("Judge Ilir Kola", "actor", "victim")
    assert mended(text, "bomb", *cut)[1] == ["house of Judge Ilir Kola", "Judge Ilir Kola"]


def test_a_known_name_is_not_cut_at_its_hyphen() -> None:
    for cut, whole in (("CPI", "CPI-Maoist"), ("cadres of the CPI", "cadres of the CPI-Maoist")):
        assert mended(f"They said {whole} fired.", "fired", (cut, "actor", "agent"))[1] == [whole]
    for party, rest in (("US", "Taliban"), ("India", "Pakistan"), ("Norland", "backed men"), ("rebel", "held mill")):
        assert mended(f"A {party}-{rest} raid began.", "raid", (party, "actor", "agent"))[1] == [party]


def test_a_small_word_that_leads_nowhere_is_left_out() -> None:
    assert mended("Police and the army fired.", "fired", ("Police and", "actor", "agent"))[1] == ["Police"]
    assert mended("A raid by gunmen in Dara.", "raid", ("by gunmen in", "actor", "agent"))[1] == ["gunmen"]
    assert mended("They hit residents from Dara.", "hit", ("residents from", "actor", "victim"), ("Dara", "place", ""))[
        1
    ] == ["residents"]


def test_foreign_troops_are_foreign() -> None:
    assert mended("A foreign troop withdrawal began.", "began", ("troop", "actor", "agent"))[1] == ["foreign troop"]


def test_a_pronoun_is_no_part_of_the_phrase_before_it() -> None:
    told = mended("The raid killed nine herders she said.", "raid", ("nine herders she", "actor", "victim"))
    assert told[1] == ["nine herders"]


def test_names_that_look_like_small_words_stay() -> None:
    for words, kind in (("staff of the WHO", "actor"), ("Block A", "facility"), ("In Bela mill", "facility")):
        assert mended(f"They hit {words}.", "hit", (words, kind, "target"))[1] == [words]


def test_pieces_beside_each_other_in_one_role_are_one() -> None:
    text = "The air force bombed the coast guard base."
    cut = ("air", "actor", "agent"), ("force", "actor", "agent"), ("coast guard", "actor", "target")
    assert mended(text, "bombed", *cut, ("base", "facility", "target"))[1] == ["air force", "coast guard base"]
    crossing = ("coast guard", "actor", "target"), ("guard base", "facility", "target")
    assert mended(text, "bombed", *crossing)[1] == ["coast guard base"]


def test_pieces_of_different_roles_and_nested_ones_stay() -> None:
    text = "Fighters of the Red Front stoned police buses."
    nested = ("Fighters of the Red Front", "actor", "agent"), ("Red Front", "actor", "agent")
    others = ("police", "actor", "victim"), ("buses", "facility", "target")
    assert mended(text, "stoned", *nested, *others)[1] == ["Fighters of the Red Front", "Red Front", "police", "buses"]


def test_no_phrase_grows_without_end() -> None:
    long = "x" * LONGEST
    assert mended(f"They burned the camp of {long}.", "burned", ("camp of", "facility", "target"), (long, "actor", ""))[
        1
    ] == ["camp"]


def test_a_group_goes_on_to_whom_it_is_of() -> None:
    text = "A group of about ten masked men shot him."
    cut = ("group", "actor", "agent"), ("masked men", "actor", "agent")
    assert mended(text, "shot", *cut)[1] == ["group of about ten masked men"]
    assert mended("The group of which we spoke shot men.", "shot", ("group", "actor", "agent"))[1] == ["group"]


def test_a_long_run_of_spaces_costs_no_time() -> None:
    words = f"camp of{' ' * 50_000}men"
    began = time.perf_counter()
    assert mended(f"They burned the {words}.", "burned", (words, "facility", "target"))[1] == [words]
    assert time.perf_counter() - began < 1


def test_a_phrase_cut_at_a_hyphen_has_the_whole_word() -> None:
    text = "They burned the rebel-held mill and the clinic of al-Mazra."
    cut = ("-held mill", "facility", "target"), ("clinic of al", "facility", "target")
    assert mended(text, "burned", *cut)[1] == ["rebel-held mill", "clinic of al-Mazra"]
    assert mended("They burned the rebel-held mill.", "burned", ("rebel", "actor", "target"))[1] == ["rebel"]


def test_a_town_of_which_the_name_is_told_is_that_name() -> None:
    text = "A raid on the town of Dara was told of."
    assert mended(text, "raid", ("town of", "place", "place"), ("Dara", "place", "")) == (["Dara"], ["Dara"])
    assert mended(text, "raid", ("town", "place", "place"), ("Dara", "place", "place")) == (["Dara"], ["Dara"])
    text = "A raid on a town near Dara was told of."
    assert mended(text, "raid", ("town", "place", "place"), ("Dara", "place", ""))[1] == ["town"]


def test_what_only_brings_a_party_or_a_count_in_is_no_part_of_it() -> None:
    text = "Two porters, including a cook, and a boy, later identified as Omar Said, were hurt."
    told = (
        ("including a cook", "toll", "toll"),
        ("and a boy", "toll", "toll"),
        ("later identified as Omar Said", "actor", "victim"),
    )
    assert mended(text, "hurt", *told)[1] == ["a cook", "a boy", "Omar Said"]
    assert mended("The three died.", "died", ("The three", "toll", "toll"))[1] == ["The three"]


def test_a_name_is_not_cut_within_a_word_or_before_its_last() -> None:
    for told, cut, whole in (
        ("The Kola'homme gang fired.", "'homme gang", "Kola'homme gang"),
        ("The United States fired.", "United", "United States"),
        ("The Front of Lome From Strangers fired.", "Front of Lome", "Front of Lome From Strangers"),
    ):
        assert mended(told, "fired", (cut, "actor", "agent"))[1] == [whole]
    text = "THE FRONT FOR THE DEFENSE OF THE COAST FROM STRANGERS FIRED."
    cut = ("FRONT FOR THE DEFENSE OF THE COAST", "actor", "agent")
    assert mended(text, "FIRED", cut)[1] == ["FRONT FOR THE DEFENSE OF THE COAST FROM STRANGERS"]
    text = "The Army for the Defence of Dara fired, and guards of Dara from Lome."
    told = ("Army for the Defence of Dara", "actor", "agent"), ("guards of Dara", "actor", "agent")
    assert mended(text, "fired", *told)[1] == ["Army for the Defence of Dara", "guards of Dara"]
    text = "The Front of Dara, From 1990 on, fired."
    assert mended(text, "fired", ("Front of Dara", "actor", "agent"))[1] == ["Front of Dara"]


def test_what_others_do_behind_a_party_is_no_part_of_it() -> None:
    text = "Mounted militiamen backed by a gunship fired."
    assert mended(text, "fired", ("Mounted militiamen backed", "actor", "agent"))[1] == ["Mounted militiamen"]
    text = "Those backed in Dara fired."
    assert mended(text, "fired", ("Those backed", "actor", "agent"))[1] == ["Those backed"]


def headed(text: str, words: str, label: str = "rebel") -> str:
    """The words of the one party of a text, mended."""
    start = text.index(words)
    mention = Mention(Span(start, start + len(words)), "actor", label, 1.0)
    found = with_whole_phrases(text, Markup((Span(0, len(text)),), (mention,), (), (), ()), ACTORS)
    return found.mentions[0].span.of(text)


def test_a_modifier_is_not_cut_off_its_head() -> None:
    assert headed("It was the work of a suicide car bomber.", "suicide car", "rebel") == "suicide car bomber"
    assert headed("Two pro-government fighters fell.", "pro-government", "militia") == "pro-government fighters"
    assert headed("Lomian air force raids went on.", "Lomian air", "military") == "Lomian air force"
    # whole already, no fighter, or the words of another phrase
    assert headed("The rebel soldiers fell.", "rebel") == "rebel"
    assert headed("Such rebel attitudes force us to act.", "rebel attitudes") == "rebel attitudes"
    assert headed("The suicide car, bombers said.", "suicide car") == "suicide car"
    assert headed("A village soldiers knew.", "village", "civilians") == "village"


def test_an_acronym_is_not_cut_at_its_last_letter() -> None:
    assert headed("A U.S. missile strike hit it.", "S.", "state") == "U.S."
    assert headed("The U.A.E. jets came.", "E.", "state") == "U.A.E."
    assert headed("A man, S. Omar, came.", "S. Omar", "person") == "S. Omar"
    assert headed("A man, M. S. Omar, came.", "S. Omar", "person") == "S. Omar"


def test_half_a_places_name_goes_on_to_the_other_half() -> None:
    for half, whole in (("Sheikh", "Sheikh Omar"), ("Puerto", "Puerto Belo"), ("Deir", "Deir ez-Zor")):
        assert mended(f"A bomb hit {whole} at noon.", "bomb", (half, "place", "place"))[1] == [whole]
    for half in ("Sheikh", "Lom"):
        assert mended(f"A bomb hit {half}, Omar said.", "bomb", (half, "place", "place"))[1] == [half]
    assert mended("A bomb hit Lom Omar.", "bomb", ("Lom", "place", "place"))[1] == ["Lom"]


def test_a_verb_welded_to_what_was_hit_is_no_part_of_it() -> None:
    text = "They shot at a bus carrying porters."
    assert mended(text, "shot", ("bus carrying", "facility", "target"))[1] == ["bus"]
    text = "They shot at the aircraft hangar housing."
    assert mended(text, "shot", ("hangar housing", "facility", "target"))[1] == ["hangar"]
    text = "They shot at the boarding."
    assert mended(text, "shot", ("boarding", "facility", "target"))[1] == ["boarding"]
