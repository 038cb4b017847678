"""What one item of a digest or live blog tells is not mixed with the next."""

import pytest

from tacitus import Reader
from tacitus.assemble.items import Items
from tacitus.reader.sentences import sentences
from tacitus.records.event import Document, Event
from tacitus.records.report import Report
from tacitus.records.value import ActorValue, PlaceValue, TollValue

DIGEST = """SECURITY DIGEST, 3 March 2015

UKRAINE: Separatists shelled the village of Shyrokyne, near Mariupol. OSCE monitors counted 40 explosions.

PHILIPPINES: Three soldiers and eleven gunmen were killed in a clash near Datu Piang, Maguindanao, the army said.

NIGERIA: Boko Haram fighters burned the village of Njaba in Borno State and killed 68 people, a vigilante said.
"""
BLOG = """LIVE: Idlib offensive - latest updates
12 February 2020

17:40 GMT
The local civil defence says that 56 civilians have been killed so far since the offensive began last week.

16:05 GMT
A Russian air strike hit the market of Saraqib, rescuers said. Two women were hurt.

11:00 GMT
Fighters of Hayat Tahrir al-Sham attacked an army checkpoint near Nayrab and killed four soldiers.
"""


def items(text: str) -> list[int]:
    return list(Items.of(Report("r", text), sentences(text)).of_sentence)


def one(document: Document, *types: str) -> Event:
    (event,) = [e for e in document.events if e.type in types]
    return event


def names(event: Event) -> set[str]:
    return {c.value.name for c in event.claims if isinstance(c.value, ActorValue)}


def tolls(event: Event) -> list[TollValue]:
    return [v for s in event.settled if s.field == "killed" for v in s.values if isinstance(v, TollValue)]


def killed(event: Event) -> list[int]:
    return [c.value.low for c in event.of("killed") if isinstance(c.value, TollValue)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Round-up.\n* A bomb went off in Cairo.\n* Rebels left Debaltseve.", [0, 1, 2]),
        ("Round-up.\n* A bomb went off in Cairo.\nNobody was hurt.", [0, 0, 0]),
        ("KABUL: " + "A bomb went off outside a court. " * 2 + "\nPEACE TALKS\n" + "They met again in Doha. " * 3,
         [1, 1, 2, 2, 2, 2]),
        ("Date: 3 May 2011\nLocation: Kabul\nKilled: two men", [0, 0, 0]),
    ],
)  # fmt: skip
def test_lines_show_the_items(text: str, numbers: list[int]) -> None:
    assert items(text) == numbers


def test_a_text_all_in_capitals_and_a_huge_line_have_no_items() -> None:
    assert set(items("KABUL\nA BOMB WENT OFF OUTSIDE A COURT AND HURT TWO MEN WHO STOOD BY.\n" * 3)) == {0}
    assert set(items("A" * 100_000 + " B" * 50_000)) == {0}


def test_a_digest_mixes_no_parties(reader: Reader) -> None:
    document = reader.read(DIGEST)
    assert names(one(document, "armed_clash")) <= {"gunmen", "soldiers"}
    assert names(one(document, "shelling")) & {"Separatists"} and not killed(one(document, "shelling"))
    assert {"Boko Haram"} <= names(next(e for e in document.events if killed(e) == [68]))


def test_a_standing_total_is_no_toll_of_the_strike_beside_it(reader: Reader) -> None:
    document = reader.read(BLOG)
    strike = one(document, "air_strike")
    assert not killed(strike) and [c.value.low for c in strike.of("injured") if isinstance(c.value, TollValue)] == [2]
    assert sum(56 in killed(e) for e in document.events) == 1
    clash = next(e for e in document.events if 4 in killed(e))
    assert not any("market" in c.span.of(BLOG) for c in clash.claims)


def test_a_second_blast_and_another_town_are_other_events(reader: Reader) -> None:
    document = reader.read(
        "BAGHDAD, Aug 19, 2009 - A truck bomb exploded outside the foreign ministry in Baghdad on Wednesday, killing "
        "59 people. Minutes later a second blast hit the finance ministry, killing 28. In Mosul, gunmen shot dead a "
        "teacher."
    )
    assert sorted(killed(e) for e in document.events) == [[1], [28], [59]]


def test_the_dead_of_two_sides_in_two_sentences_are_not_added(reader: Reader) -> None:
    document = reader.read(
        "Meanwhile 15 Ukrainian soldiers were killed and 30 wounded in 24 hours, the defence minister said. "
        "Rebels shelled Debaltseve, killing seven civilians."
    )
    assert sorted(killed(e) for e in document.events if killed(e)) == [[7], [15]]


def test_scores_give_way_to_a_number(reader: Reader) -> None:
    document = reader.read(
        "Scores dead in fresh fighting\n\nAt least 60 people were killed in fighting between the Rapid Support "
        "Forces and the army in El Fasher on Saturday, doctors said."
    )
    clash = one(document, "armed_clash")
    assert [v.low for v in tolls(clash)] == [60]


def test_a_site_lies_in_the_town_of_its_name(reader: Reader) -> None:
    places = [c.value for c in one(reader.read(BLOG), "air_strike").of("place")]
    assert any(isinstance(v, PlaceValue) and "Saraqib" in v.name and v.lat for v in places)


def test_a_rival_figure_is_no_part_and_the_capital_is_the_place(reader: Reader) -> None:
    document = reader.read(
        "MOGADISHU, Nov 3, 2020 - The Islamist group al-Shabaab claimed responsibility on Tuesday for a suicide "
        "bombing that killed nine soldiers at a camp in the Somali capital a day earlier.\n\n"
        "The defence ministry said that seven recruits had died."
    )
    bombing = one(document, "suicide_bombing")
    assert [(v.low, v.high) for v in tolls(bombing)] == [(7, 9)]
    assert {"Mogadishu"} <= {c.value.name for c in bombing.of("place") if isinstance(c.value, PlaceValue)}
    assert names(bombing) & {"al-Shabaab"}


def test_a_headline_and_its_sentence_are_one_event(reader: Reader) -> None:
    document = reader.read(
        "Iran rejects US offer of talks, vows to respond\n\nTEHRAN, June 25, 2019 - Iran on Tuesday dismissed a US "
        "offer of talks after Washington imposed new sanctions on Ali Khamenei."
    )
    assert names(one(document, "rejection")) == {"Iran", "United States"}


def test_how_a_deed_ranks_is_no_other_deed(reader: Reader) -> None:
    document = reader.read(
        "KADUNA, Nigeria, March 12, 2021 - Gunmen abducted 39 students in Kaduna late on Thursday, officials said. "
        "It was the fourth mass school abduction since December."
    )
    assert [c.value.low for c in one(document, "abduction").of("abducted") if isinstance(c.value, TollValue)] == [39]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("18 of the 31 lorries were destroyed and 20 civilians were killed in an air strike on Urum.", 20),
        ("At least 68 children were among the 126 people killed in a bombing in Rashidin, a monitor said.", 126),
    ],
)
def test_lorries_are_no_dead_and_children_are_among_them(reader: Reader, text: str, dead: int) -> None:
    document = reader.read(f"BEIRUT, Sept 20, 2016 - {text}")
    assert [v.low for e in document.events for v in tolls(e)] == [dead]
