"""The PLOVER root follows realis, parties, and the words beside the event."""

from dataclasses import replace

import pytest

from tacitus.records.event import Claim, Event
from tacitus.records.ontology import load
from tacitus.records.plover import plover_root, quad, root_of
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue


@pytest.mark.parametrize(
    ("type_id", "realis", "root"),
    [
        ("conviction", "actual", "ACCUSE"),
        ("agreement", "actual", "SUPPORT"),
        ("agreement", "planned", "AGREE"),
        ("withdrawal", "planned", "AGREE"),
        ("aid", "conditional", "AGREE"),
        ("air_strike", "threatened", "THREATEN"),
        ("air_strike", "planned", "THREATEN"),
        ("withdrawal", "threatened", "THREATEN"),
        ("deployment", "planned", "MOBILIZE"),
        ("shelling", "denied", "REJECT"),
        ("shelling", "historical", "ASSAULT"),
        ("bombing", "feared", None),
        ("accidental_explosion", "actual", None),
        ("expulsion", "actual", "SANCTION"),
        ("destruction", "actual", "ASSAULT"),
        ("mediation", "actual", "CONSULT"),
    ],
)
def test_root_follows_realis(type_id: str, realis: str, root: str | None) -> None:
    assert plover_root(load()[type_id], realis) == root


def test_quads() -> None:
    assert [quad(root) for root in ("SUPPORT", "YIELD", "REJECT", "ASSAULT")] == [1, 2, 3, 4]


def _expelled(whom: ActorValue) -> Event:
    claim = Claim("c", "target", whom, Span(0, 4), None, "asserted", 0.9)
    return Event("e", "expulsion", "actual", 0.9, Span(5, 9), (), (claim,))


@pytest.mark.parametrize(
    ("whom", "root"),
    [
        (ActorValue(None, "three diplomats", "government", "RUS"), "SANCTION"),
        (ActorValue(None, "inspectors", None, None), "SANCTION"),
        (ActorValue(None, "forty relief workers", "civilians", None), "SANCTION"),
        (ActorValue(None, "sixty migrants", "civilians", None), "COERCE"),
    ],
)
def test_an_expulsion_is_a_sanction_only_where_it_hits_envoys(whom: ActorValue, root: str) -> None:
    assert root_of(_expelled(whom)) == root


@pytest.mark.parametrize(("nation", "root"), [("SUR", "AID"), ("NOR", "MOBILIZE"), (None, "MOBILIZE")])
def test_who_trains_the_men_of_another_country_helps_it(nation: str | None, root: str) -> None:
    army, pilots = ActorValue(None, "army", "military", "NOR"), ActorValue(None, "pilots", "military", nation)
    claims = (
        Claim("a", "perpetrator", army, Span(0, 4), None, "asserted", 0.9),
        Claim("b", "target", pilots, Span(11, 17), None, "asserted", 0.9),
    )
    event = Event("e", "recruitment", "actual", 0.9, Span(5, 10), (), claims)
    assert root_of(event, "Army trains pilots") == root
    assert root_of(event, "Army drafts pilots") == "MOBILIZE"


def _agreed(at: int) -> Event:
    deed = Claim("c", "content", ContentValue(event="d"), Span(at, at + 4), None, "asserted", 0.9)
    return Event("e", "agreement", "actual", 0.9, Span(20, 26), (), (deed,))


@pytest.mark.parametrize(("at", "root"), [(30, "AGREE"), (70, "SUPPORT")])
def test_parties_agree_to_what_follows_at_once_and_sign_a_pact_whose_aim_stands_behind_it(at: int, root: str) -> None:
    assert root_of(_agreed(at)) == root


def test_what_is_signed_is_agreed_already() -> None:
    text = "Norland and Surland signed a pact to share water."
    deed = Claim("c", "content", ContentValue(event="d"), Span(35, 40), None, "asserted", 0.9)
    assert root_of(Event("e", "agreement", "actual", 0.9, Span(20, 26), (), (deed,)), text) == "SUPPORT"


@pytest.mark.parametrize(("nations", "root"), [(("NOR", "SWE"), "COOPERATE"), (("NOR", "NOR"), "MOBILIZE")])
def test_war_games_of_several_countries_are_cooperation(nations: tuple[str, str], root: str) -> None:
    fleets = (ActorValue(None, f"fleet {n}", "military", n) for n in nations)
    claims = tuple(
        Claim(f"c{n}", "perpetrator", f, Span(n, n + 1), None, "asserted", 0.9) for n, f in enumerate(fleets)
    )
    assert root_of(Event("e", "exercise", "actual", 0.9, Span(5, 9), (), claims)) == root


@pytest.mark.parametrize(
    ("kind", "text", "word", "root"),
    [
        ("sanction", "Norland imposed new sanctions on Surland.", "imposed", "COERCE"),
        ("sanction", "Norland put an embargo on Surland.", "embargo", "COERCE"),
        ("sanction", "Norland suspended aid to Surland.", "suspended", "SANCTION"),
        ("sanction", "Norland suspended aid. Surland wants sanctions.", "suspended", "SANCTION"),
        ("withdrawal", "Norland withdrew its peacekeepers from Surland.", "withdrew", "SANCTION"),
        ("withdrawal", "Norland withdrew its troops from Surland.", "withdrew", "YIELD"),
        ("exercise", "Norland and others held joint naval drills.", "drills", "COOPERATE"),
        ("exercise", "Norland held naval drills.", "drills", "MOBILIZE"),
        ("agreement", "Norland and Surland agreed on Monday to share water.", "agreed", "AGREE"),
        ("agreement", "Norland and Surland agreed to a truce.", "agreed", "SUPPORT"),
        ("demand", "Norland summoned the envoy of Surland.", "summoned", "ACCUSE"),
        ("demand", "Norland called for new sanctions against Surland.", "called for", "ACCUSE"),
        ("demand", "Norland called for talks on the sanctions.", "called for", "REQUEST"),
    ],
)
def test_the_words_beside_it_part_what_plover_parts(kind: str, text: str, word: str, root: str) -> None:
    at = text.index(word)
    assert root_of(Event("e", kind, "actual", 0.9, Span(at, at + len(word)), (), ()), text) == root


@pytest.mark.parametrize(
    ("text", "realis", "root"),
    [
        ("The miners called off a nine-day strike.", "actual", "YIELD"),
        ("The miners called off their strike.", "denied", "YIELD"),
        ("The miners will not end the strike before May.", "actual", "REJECT"),
        ("The miners refused to suspend their strike.", "actual", "REJECT"),
        ("The miners agreed to end the strike.", "actual", "AGREE"),
        ("The miners want an end to the strike.", "actual", "PROTEST"),
        ("The miners rejected the strike.", "denied", "REJECT"),
    ],
)
def test_who_ends_his_strike_yields_and_who_will_not_refuses(text: str, realis: str, root: str) -> None:
    at, miners = text.index("strike"), ActorValue(None, "miners", "civilians", None)
    claim = Claim("c", "perpetrator", miners, Span(4, 10), None, "asserted", 0.9)
    event = Event("e", "labour_strike", realis, 0.9, Span(at, at + 6), (), (claim,))
    assert root_of(event, text) == root
    assert root_of(replace(event, claims=()), text) in ("PROTEST", "REJECT")


@pytest.mark.parametrize(
    ("kind", "text", "word", "root"),
    [
        ("deployment", "Norland offered to send troops to Surland.", "send", "AGREE"),
        ("deployment", "Norland is ready to send troops to Surland.", "send", "AGREE"),
        ("deployment", "Norland will send troops to Surland.", "send", "MOBILIZE"),
        ("arrest", "A court ordered the arrest of the mayor.", "arrest", "COERCE"),
        ("arrest", "A judge signed an arrest warrant for the mayor.", "arrest warrant", "COERCE"),
        ("arrest", "Police will arrest the mayor.", "arrest", "THREATEN"),
        ("air_strike", "The general ordered the bombing of the town.", "bombing", "THREATEN"),
    ],
)
def test_what_is_offered_or_ordered_is_more_than_a_plan(kind: str, text: str, word: str, root: str) -> None:
    at = text.index(word)
    assert root_of(Event("e", kind, "planned", 0.9, Span(at, at + len(word)), (), ()), text) == root
