"""What parties say of a deed stands on the deed, with the party as its source."""

from dataclasses import replace

import pytest

from tacitus.assemble.said.own_words import with_own_words
from tacitus.assemble.settle import settle
from tacitus.records.event import Claim, Event, Said
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue, PlaceValue, TollValue, Value

FRONT = ActorValue("org:front", "River Front", "rebel", "TCD")
ARMY = ActorValue("gov:army", "the army", "military", "TCD")
CHAD = ActorValue("state:TCD", "Chad", "state", "TCD")
TEXT = "x" * 200


def claim(field: str, value: Value, at: int, stance: str = "asserted") -> Claim:
    return Claim(f"{field}{at}", field, value, Span(at, at + 4), None, stance, 0.9)


def event(id_: str, kind: str, *claims: Claim, realis: str = "actual") -> Event:
    return Event(id_, kind, realis, 0.9, Span(0, 4), (Span(0, 4),), claims)


def doers(told: Event) -> list[tuple[str, str | None, str]]:
    return [
        (c.value.name, c.said_by.actor.name if c.said_by and c.said_by.actor else None, c.stance)
        for c in told.of("perpetrator")
        if isinstance(c.value, ActorValue)
    ]


def test_a_claimed_attack_was_done_by_the_claimant_according_to_himself() -> None:
    attack = event("a", "bombing", claim("perpetrator", FRONT, 10))
    act = event("c", "responsibility_claim", claim("speaker", FRONT, 50), claim("content", ContentValue(event="a"), 60))
    told, _ = with_own_words(TEXT, [attack, act])
    assert doers(told) == [("River Front", "River Front", "asserted")]
    told, _ = with_own_words(TEXT, [event("a", "bombing"), act])
    assert doers(told) == [("River Front", "River Front", "asserted")]


@pytest.mark.parametrize("named", [True, False])
def test_who_calls_in_a_groups_name_did_not_do_it(named: bool) -> None:
    caller = ActorValue(None, "anonymous caller", "person", "TCD")
    speakers = [claim("speaker", caller, 50), *([claim("speaker", FRONT, 70)] if named else [])]
    act = event("c", "responsibility_claim", *speakers, claim("content", ContentValue(event="a"), 60))
    told, _ = with_own_words(TEXT, [event("a", "bombing"), act])
    assert {name for name, _, _ in doers(told)} == ({"River Front"} if named else {"anonymous caller"})


def test_blame_is_the_blamers_word() -> None:
    act = event(
        "b", "accusation", claim("speaker", ARMY, 50), claim("addressee", FRONT, 55),
        claim("content", ContentValue(event="a"), 60),
    )  # fmt: skip
    told, _ = with_own_words(TEXT, [event("a", "shelling"), act])
    assert doers(told) == [("River Front", "the army", "alleged")]


def test_whom_an_accuser_names_in_words_read_as_his_is_alleged_too() -> None:
    act = event(
        "b", "accusation", claim("speaker", ARMY, 50), claim("addressee", FRONT, 55),
        claim("content", ContentValue(event="a"), 60),
    )  # fmt: skip
    his, anothers = (replace(claim("perpetrator", FRONT, 55), said_by=Said(Span(at, at + 4), ARMY)) for at in (50, 150))
    assert doers(with_own_words(TEXT, [event("a", "shelling", his), act])[0])[0][2] == "alleged"
    assert doers(with_own_words(TEXT, [event("a", "shelling", anothers), act])[0])[0][2] == "asserted"


def test_who_accuses_is_not_accused_in_the_same_breath() -> None:
    act = event(
        "b", "accusation", claim("speaker", ARMY, 50), claim("addressee", FRONT, 55), claim("addressee", ARMY, 50),
        claim("content", ContentValue(event="a"), 60),
    )  # fmt: skip
    told, _ = with_own_words(TEXT, [event("a", "shelling"), act])
    assert doers(told) == [("River Front", "the army", "alleged")]


def test_villagers_who_deny_something_deny_no_deed_of_theirs() -> None:
    elders = ActorValue(None, "elders", "civilians", "TCD")
    act = event("d", "denial", claim("speaker", elders, 50), claim("content", ContentValue(event="a"), 60))
    told, _ = with_own_words(TEXT, [event("a", "shelling", claim("perpetrator", FRONT, 10)), act])
    assert doers(told) == [("River Front", None, "asserted")]


def test_a_denial_is_kept_and_settles_nothing() -> None:
    act = event("d", "denial", claim("speaker", ARMY, 50), claim("content", ContentValue(event="a"), 60))
    told, _ = with_own_words(TEXT, [event("a", "shelling", claim("perpetrator", FRONT, 10)), act])
    assert doers(told) == [("River Front", None, "asserted"), ("the army", "the army", "denied")]
    (settled,) = [entry for entry in settle(told.claims, TEXT) if entry.field == "perpetrator"]
    assert settled.values == (FRONT,)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The fire killed nine. The ministry denied the charges.", False),
        ("The fire killed nine. The ministry denied any role in it.", True),
        ("The fire killed nine, the ministry denied.", True),
    ],
)
def test_who_denies_what_was_told_before_denies_a_part_in_it(text: str, kept: bool) -> None:
    denied = Span(text.index("denied"), text.index("denied") + len("denied"))
    speaker = Claim("s", "speaker", ARMY, Span(26, 34), None, "asserted", 0.9)
    act = Event(
        "d", "denial", "actual", 0.9, denied, (denied,), (speaker, claim("content", ContentValue(event="a"), 9))
    )
    fire = Event("a", "destruction", "actual", 0.9, Span(4, 8), (Span(4, 8),), ())
    told, _ = with_own_words(text, [fire, act])
    assert doers(told) == ([("the army", "the army", "denied")] if kept else [])


@pytest.mark.parametrize(("count", "high", "kept"), [("no cook", 0, False), ("nine cooks", 9, True)])
def test_who_denies_that_anybody_died_did_not_do_it(count: str, high: int, kept: bool) -> None:
    text = f"The colonel insisted that {count} had been killed."
    act = Event(
        "d", "denial", "actual", 0.9, Span(12, 20), (Span(12, 20),),
        (claim("speaker", ARMY, 4), claim("content", ContentValue(event="a"), text.index("killed"))),
    )  # fmt: skip
    toll = replace(claim("killed", TollValue(high, high, "cook"), text.index(count)), id="n")
    told, _ = with_own_words(text, [replace(event("a", "armed_attack", toll), trigger=Span(40, 46)), act])
    assert bool(doers(told)) == kept


@pytest.mark.parametrize(("doer", "kept"), [("the rebels", False), ("its men", True)])
def test_who_denies_what_others_did_is_no_doer(doer: str, kept: bool) -> None:
    text = f"The colonel denied that nine cooks were held by {doer}."
    held = Span(text.index("held"), text.index("held") + 4)
    act = Event(
        "d", "denial", "actual", 0.9, Span(12, 18), (Span(12, 18),),
        (claim("speaker", ARMY, 4), claim("content", ContentValue(event="a"), held.start)),
    )  # fmt: skip
    deed = Event("a", "abduction", "actual", 0.9, held, (held,), (claim("perpetrator", FRONT, text.index(doer)),))
    told, _ = with_own_words(text, [deed, act])
    assert (
        ("the army", "the army", "denied") in doers(told)
        if kept
        else doers(told) == [("River Front", None, "asserted")]
    )


@pytest.mark.parametrize(("realis", "act_realis"), [("planned", "actual"), ("denied", "actual"), ("actual", "planned")])
def test_what_is_not_done_or_not_said_gets_nothing(realis: str, act_realis: str) -> None:
    act = event(
        "c", "responsibility_claim", claim("speaker", FRONT, 50), claim("content", ContentValue(event="a"), 60),
        realis=act_realis,
    )  # fmt: skip
    before = event("a", "bombing", realis=realis)
    assert with_own_words(TEXT, [before, act])[0] == before


@pytest.mark.parametrize(
    ("text", "kind", "word", "kept"),
    [
        ("A bomb killed two. The colonel said his men had set off a bomb.", "responsibility_claim", "said", True),
        ("A bomb killed two. The colonel said the rebels were behind that.", "responsibility_claim", "said", False),
        ("A bomb killed two. The colonel claimed the attack.", "responsibility_claim", "claimed", True),
        ("A bomb killed two. The colonel claimed it and other raids.", "responsibility_claim", "claimed", True),
        ("A bomb killed two. The colonel claimed a number of past raids.", "responsibility_claim", "claimed", False),
        ("A bomb killed two and the colonel denied that wardens were involved.", "denial", "denied", False),
        ("A bomb killed two and the colonel denied that anybody had been hurt.", "denial", "denied", True),
        ("A bomb killed two and the colonel denied that his men were involved.", "denial", "denied", True),
        ("A bomb killed two and the colonel denied any involvement and has left.", "denial", "denied", True),
        ("A bomb killed two and the colonel denied reports that the blast had hurt Otti.", "denial", "denied", False),
    ],
)
def test_who_speaks_of_the_deeds_of_others_did_not_do_them(text: str, kind: str, word: str, kept: bool) -> None:
    at = text.index(word)
    act = Event(
        "c", kind, "actual", 0.9, Span(at, at + len(word)), (Span(at, at + len(word)),),
        (claim("speaker", ARMY, text.index("colonel")), claim("content", ContentValue(event="a"), 60)),
    )  # fmt: skip
    told, _ = with_own_words(text, [event("a", "bombing"), act])
    assert bool(doers(told)) == kept


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Jets hit the mill, the mayor said. The army denied any involvement.", True),
        (
            "Jets hit the mill. The army denied that its planes or any of its allies were involved in it.",
            True,
        ),
        ("Jets hit the mill, the mayor said. The army denied the figures.", False),
    ],
)
def test_who_denies_a_part_in_what_he_does_not_name_speaks_of_the_last_deed(text: str, denied: bool) -> None:
    def said(id_: str, kind: str, word: str, *claims: Claim) -> Event:
        at = Span(text.index(word), text.index(word) + len(word))
        return Event(id_, kind, "actual", 0.9, at, (at,), claims)

    act = said("d", "denial", "denied", claim("speaker", ARMY, text.index("The army")))
    told = with_own_words(text, [said("a", "air_strike", "hit"), act])
    assert doers(told[0]) == ([("the army", "the army", "denied")] if denied else [])


@pytest.mark.parametrize(
    ("text", "doer", "left"),
    [
        # the denier's own words tell only that he denies it, unless they tell the deed too
        ("The army denied a raid.", "army", [("the army", "the army", "denied")]),
        (
            "The army made a raid and denied a raid.", "army",
            [("the army", None, "asserted"), ("the army", "the army", "denied")],
        ),
        # another's words stay his, and what he says of another deed is not said of this one
        (
            "A monk said jets had made a raid. The army denied a raid.", "jets",
            [("jets", "a monk", "asserted"), ("the army", "the army", "denied")],
        ),
        ("A monk said jets had hit them. The army denied a raid.", "jets", [("the army", "the army", "denied")]),
        # and who denies the deeds of others denies none of his own
        ("The army denied that jets made a raid.", "jets", [("jets", None, "denied")]),
        ("The army denied that its jets made a raid.", "its jets",
         [("the army", "the army", "denied"), ("its jets", None, "denied")]),
    ],
)  # fmt: skip
def test_a_denial_leaves_no_doer_by_its_own_words(
    text: str, doer: str, left: list[tuple[str, str | None, str]]
) -> None:
    def span(words: str, start: int = 0) -> Span:
        at = text.index(words, start)
        return Span(at, at + len(words))

    monk = Said(span("monk"), ActorValue(None, "a monk", "person", "TCD")) if "monk" in text else None
    value = ARMY if doer == "army" else ActorValue(None, doer, "military", "TCD")
    stance = "denied" if doer != "army" else "asserted"
    did = Claim("p", "perpetrator", value, span(doer), monk, stance, 0.9)
    speaker = Claim("s", "speaker", ARMY, span("army"), None, "asserted", 0.9)
    act = Event(
        "d", "denial", "actual", 0.9, span("denied"), (span("denied"),),
        (speaker, claim("content", ContentValue(event="a"), 9)),
    )  # fmt: skip
    raids = [span("raid"), span("raid", span("raid").end)] if text.count("raid") > 1 else [span("raid")]
    told, _ = with_own_words(text, [Event("a", "air_strike", "actual", 0.9, raids[0], tuple(raids), (did,)), act])
    assert doers(told) == left
    if all(each[2] == "denied" for each in left):
        assert not settle(told.claims, text, told.realis)


def test_who_claims_that_others_did_it_or_spreads_the_word_did_not_do_it() -> None:
    text = "Jets hit the mill. The rebels claimed that jets had come."
    at = text.index("claimed")
    agency = ActorValue("media:agency", "Lake Agency", "media", "TCD")
    for words, speaker, own in (
        (text, FRONT, False),
        (text.replace(" that", " it as"), FRONT, True),
        (text[:at], agency, False),
    ):
        act = Event(
            "c", "responsibility_claim", "actual", 0.9, Span(at, at + 7), (Span(at, at + 7),),
            (claim("speaker", speaker, 19), claim("content", ContentValue(event="a"), 5)),
        )  # fmt: skip
        assert bool(doers(with_own_words(words, [event("a", "air_strike"), act])[0])) is own


@pytest.mark.parametrize(("whose", "left"), [("by", "the army"), ("on", "River Front")])
def test_who_claims_what_another_is_told_to_have_done_did_not_do_it(whose: str, left: str) -> None:
    text = f"The River Front claimed the bombing {whose} the army."
    army, deed = text.index("army"), Span(text.index("bombing"), text.index("bombing") + 7)
    attack = Event("a", "bombing", "actual", 0.9, deed, (deed,), (claim("perpetrator", FRONT, 4),))
    if whose == "by":
        attack = replace(attack, claims=(*attack.claims, claim("perpetrator", ARMY, army)))
    act = event("c", "responsibility_claim", claim("speaker", FRONT, 4), claim("content", ContentValue(event="a"), 28))
    assert [name for name, _, _ in doers(with_own_words(text, [attack, act])[0])] == [left]


@pytest.mark.parametrize(("which", "did_it"), [("a similar bombing", False), ("the bombing", True)])
def test_who_says_it_was_behind_a_similar_deed_did_not_do_this_one(which: str, did_it: bool) -> None:
    text = f"A bomb killed nine. The Front said it was behind {which} in May."
    said = Span(text.index("said"), text.index("said") + 4)
    claims = (claim("speaker", FRONT, text.index("The Front")), claim("content", ContentValue(event="a"), 50))
    act = Event("c", "responsibility_claim", "actual", 0.9, said, (said,), claims)
    told, _ = with_own_words(text, [event("a", "bombing"), act])
    assert bool(doers(told)) is did_it


def test_what_is_told_only_in_an_accusation_is_the_accusers() -> None:
    text = "Chad accused the Front of shelling a camp, killing nine cooks. Rain fell on Lom."

    def at(field: str, value: Value, words: str) -> Claim:
        start = text.index(words)
        return Claim(field + words, field, value, Span(start, start + len(words)), None, "asserted", 0.9)

    def told(id_: str, kind: str, word: str, *claims: Claim) -> Event:
        span = Span(text.index(word), text.index(word) + len(word))
        return Event(id_, kind, "actual", 0.9, span, (span,), claims)

    place = PlaceValue("Lom", precision="settlement")
    act = told("c", "accusation", "accused", at("speaker", CHAD, "Chad"), at("addressee", FRONT, "the Front"),
               at("content", ContentValue(event="a"), "shelling"))  # fmt: skip
    deed = told("a", "shelling", "shelling", at("killed", TollValue(9, 9, "cooks"), "nine cooks"),
                at("place", place, "Lom"))  # fmt: skip
    shelling = with_own_words(text, [act, deed])[1]
    said = {c.field: c.said_by.actor.name if c.said_by and c.said_by.actor else None for c in shelling.claims}
    assert said == {"killed": "Chad", "place": None, "perpetrator": "Chad"}
    backing = told("a", "support", "shelling", at("speaker", FRONT, "the Front"))
    support = with_own_words(text, [act, backing])[1]
    assert [(c.stance, bool(c.said_by)) for c in support.claims] == [("alleged", True)]


@pytest.mark.parametrize(
    ("text", "did_it"),
    [
        ("The envoy accused guards of failing to stop the raid.", False),
        ("The envoy claimed that guards were told of the raid.", False),
        ("The envoy accused guards of the raid.", True),
        ("The envoy accused guards of having led the raid.", True),
    ],
)
def test_who_only_let_it_happen_did_not_do_it(text: str, did_it: bool) -> None:
    at = {words: Span(text.index(words), text.index(words) + len(words)) for words in ("envoy", "guards", "raid")}
    claims = [
        replace(claim(field, value, 0), id=field, span=at[words])
        for field, value, words in (
            ("speaker", CHAD, "envoy"), ("addressee", ARMY, "guards"), ("content", ContentValue(event="a"), "raid")
        )
    ]  # fmt: skip
    cue = Span(text.index("envoy") + 6, text.index("envoy") + 13)
    act = replace(event("b", "accusation", *claims), trigger=cue, mentions=(cue,))
    raid = replace(event("a", "armed_attack"), trigger=at["raid"], mentions=(at["raid"],))
    told, _ = with_own_words(text, [raid, act])
    assert bool(doers(told)) is did_it
