"""Toll arithmetic on counts as the reader finds them: nothing is added twice, nothing rival is added at all."""

from dataclasses import replace

import pytest

from tacitus.assemble.counts.tolls import Bounds, total
from tacitus.assemble.counts.wholes import with_wholes
from tacitus.records.event import Claim, Said
from tacitus.records.span import Span
from tacitus.records.two_places import of_two_places
from tacitus.records.value import ActorValue, TollValue


def claims(text: str, *tolls: tuple[str, int, int | None, str | None, str | None]) -> list[Claim]:
    """Claims on ``killed``: (words, low, high, who, source)."""
    found = []
    for words, low, high, who, source in tolls:
        start = text.index(words)
        said = Said(Span(0, 1), ActorValue(None, source, None, None)) if source else None
        value = TollValue(low, high, who)
        found.append(Claim(words, "killed", value, Span(start, start + len(words)), said, "asserted", 0.9))
    return found


def settled(text: str, *tolls: tuple[str, int, int | None, str | None, str | None]) -> Bounds | None:
    return total(with_wholes(claims(text, *tolls), text), text)


def test_a_subset_is_never_added() -> None:
    text = "At least 30 fighters were killed, including six foreigners."
    assert settled(
        text, ("At least 30 fighters", 30, None, "fighters", None), ("six foreigners", 6, 6, "foreigners", None)
    ) == Bounds(30, None)


def test_a_list_that_is_told_again_is_told_again_to_its_end() -> None:
    text = "Raid kills 10 boys 5 girls in Harl agency Ten boys and five girls died in the raid."
    told = [("10 boys", 10, 10, "boys", None), ("5 girls", 5, 5, "girls", None)]
    told += [("Ten boys", 10, 10, "boys", None), ("five girls", 5, 5, "girls", None)]
    assert settled(text, *told) == Bounds(15, 15)


def test_a_headlines_count_is_told_again_behind_another_verb() -> None:
    text = "Cook killed 3 hurt in raids on Harl One cook was killed and three others hurt in raids."
    told = ("3 hurt", 3, 3, None, None), ("three others", 3, 3, "others", None)
    assert settled(text, *told) == Bounds(3, 3)


@pytest.mark.parametrize(("who", "dead"), [("the four siblings", 6), ("four porters", 10), ("the four raiders", 10)])
def test_who_is_told_by_the_number_has_been_counted(who: str, dead: int) -> None:
    text = f"A family of six died in the town. Gas killed {who} on Sunday."
    told = ("A family of six", 6, 6, "family", None), (who, 4, 4, who.split(" ")[-1], None)
    assert settled(text, *told) == Bounds(dead, dead)


def test_another_told_of_later_is_none_of_those_who_were_counted() -> None:
    text = "Four guards were killed. Three of the victims were Omar, Ali and Said. Later another guard succumbed."
    told = ("Four guards", 4, 4, "guards", None), ("Three of the victims", 3, 3, "victims", None)
    assert settled(text, *told, ("another guard", 1, 1, "guard", None)) == Bounds(5, 5)


def test_some_of_the_dead_are_a_part_however_long_ago_these_were_counted() -> None:
    text = "At least 17 people died at the depot. " + "It rained on the town. " * 15 + "Five of the dead were boys."
    told = ("At least 17 people", 17, None, "people", "staff"), ("Five of the dead", 5, 5, None, "a nurse")
    assert settled(text, *told) == Bounds(17, None)


def test_a_sentence_that_begins_with_its_count_is_not_the_one_before() -> None:
    text = "They took the town, which has been held since August. Seventy rebels died; nine guards were killed."
    told = ("Seventy rebels", 70, 70, "rebels", None), ("nine guards", 9, 9, "guards", None)
    assert settled(text, *told) == Bounds(79, 79)


def test_dead_attackers_are_none_of_the_people_they_killed() -> None:
    text = "Raiders killed 18 people at the ford. Soldiers shot dead six of the attackers."
    told = ("18 people", 18, 18, "people", None), ("six of the attackers", 6, 6, "attackers", None)
    assert settled(text, *told) == Bounds(24, 24)
    text = "A raid killed 18 people at the ford. Six of the attackers were among the dead."
    told = ("18 people", 18, 18, "people", None), ("Six of the attackers", 6, 6, "attackers", None)
    assert settled(text, *told) == Bounds(18, 18)


def test_a_subset_told_in_the_next_sentence() -> None:
    text = "Twelve people were killed. Five soldiers were among the dead."
    assert settled(
        text, ("Twelve people", 12, 12, "people", None), ("Five soldiers", 5, 5, "soldiers", None)
    ) == Bounds(12, 12)


def test_different_people_in_one_account_are_added() -> None:
    text = "Two soldiers and three militants were killed."
    assert settled(
        text, ("Two soldiers", 2, 2, "soldiers", None), ("three militants", 3, 3, "militants", None)
    ) == Bounds(5, 5)


def test_rival_sources_give_a_range() -> None:
    text = "Medics said 14 people were killed. The authority spoke of 19 dead."
    assert settled(text, ("14 people", 14, 14, "people", "medics"), ("19 dead", 19, 19, "dead", "authority")) == Bounds(
        14, 19
    )


def test_another_so_many_are_more_than_those_told_before_whoever_tells_it() -> None:
    text = "Raids killed 15 people in the east, the Lom Monitor said. {} died in the west, the group added."
    for more, low in (("Another 27 people", 42), ("27 people", 15)):
        told = ("15 people", 15, 15, "people", "Lom Monitor"), (more, 27, 27, "people", "group")
        assert settled(text.format(more), *told) == Bounds(low, 27 if low == 15 else low)


def test_others_than_the_dead_of_their_sentence_are_no_more_hurt() -> None:
    text = "Shells killed four and hurt seven others. An agency said fire killed two and wounded nine others."
    hurt = ("seven others", 7, 7, "others", None), ("nine others", 9, 9, "others", "agency")
    assert settled(text, *hurt) == Bounds(7, 9)
    again = "One cook died and four more were hurt when shells fell, a nurse said."
    told = ("seven", 7, 7, None, None), ("four", 4, 4, None, None)
    assert settled(f"Shells killed a cook and hurt seven. {again}", *told) == Bounds(4, 7)
    assert settled(f"Shells killed a cook and hurt seven. Later {again}", *told) == Bounds(11, 11)
    text = "Shells hurt seven at the mill. By the ford they wounded nine others."
    hurt = ("seven", 7, 7, None, None), ("nine others", 9, 9, "others", None)
    assert settled(text, *hurt) == Bounds(16, 16)


def test_a_headline_is_no_list_with_the_lead_below_it() -> None:
    text = "Blast hurts 11\n\nLOM - Four cooks were killed and 11 injured by a blast."
    assert settled(text, ("11\n", 11, 11, None, None), ("11 injured", 11, 11, "injured", None)) == Bounds(11, 11)


def test_at_least_so_many_does_not_open_a_range_that_another_closes() -> None:
    text = "At least 14 people were killed, medics said. A spokesman for the authority put the toll at 19."
    counts = ("At least 14 people", 14, None, "people", "medics"), ("19", 19, 19, None, "authority")
    assert settled(text, *counts) == Bounds(14, 19)


def test_counts_that_come_to_the_one_before_are_its_parts() -> None:
    text = "The mayor counted 33 villagers dead, 26 at the mill and seven others by the ford."
    counts = ("33 villagers", 33, 33, "villagers", None), ("26", 26, 26, None, None), ("seven others", 7, 7, None, None)
    assert settled(text, *counts) == Bounds(33, 33)


def test_the_same_count_again_is_the_same_toll() -> None:
    text = "Nine soldiers were killed in the blast. The nine soldiers were buried on Friday."
    assert settled(
        text, ("Nine soldiers", 9, 9, "soldiers", None), ("The nine soldiers", 9, 9, "soldiers", None)
    ) == Bounds(9, 9)


def test_an_updated_toll_replaces_the_earlier_one() -> None:
    text = "The toll rose to 15 from 12 dead reported on Monday."
    assert settled(text, ("15", 15, 15, None, None), ("12 dead", 12, 12, "dead", None)) in (
        Bounds(12, 15),
        Bounds(15, 15),
        Bounds(12, 12),
    )


def test_no_counts_settle_nothing() -> None:
    assert total([], "Nothing happened.") is None


@pytest.mark.parametrize("high", [None, 50])
def test_an_open_bound_stays_open(high: int | None) -> None:
    text = "More than 40 people died."
    assert settled(text, ("More than 40 people", 41, high, "people", None)) == Bounds(41, high)


def test_a_part_may_come_first_with_a_part_of_its_own() -> None:
    text = "Nine herders with a boy were among some 40 travellers who died on the ferry."
    told = [("Nine herders", 9, 9, "herders", None), ("a boy", 1, 1, "boy", None)]
    assert settled(text, *told, ("some 40 travellers", 36, 44, "travellers", None)) == Bounds(36, 44)


def test_what_is_among_them_ends_with_its_sentence() -> None:
    told = ("18 captives", 18, 18, "captives", None), ("Two gunners", 2, 2, "gunners", None)
    text = "Rebels shot 18 captives, among them a nurse. Two gunners died at the bridge."
    assert settled(text, *told) == Bounds(20, 20)


def test_one_more_at_another_place_is_no_part() -> None:
    text = "Five cooks were killed in the town of Lom and one in the town of Harl both in the valley."
    assert of_two_places(text, Span(0, 10), Span(text.index("one"), text.index("one") + 3))


def test_what_is_included_ends_with_the_dash() -> None:
    text = "The flood of fire left nine herders - including a boy - and four guards dead."
    told = [
        ("nine herders", 9, 9, "herders", None),
        ("a boy", 1, 1, "boy", None),
        ("four guards", 4, 4, "guards", None),
    ]
    assert settled(text, *told) == Bounds(13, 13)


def test_a_list_that_comes_to_the_total_tells_it_again() -> None:
    text = "Sixteen people died. The raiders killed 11 men and five children."
    assert settled(
        text, ("Sixteen people", 16, 16, "people", None), ("11 men", 11, 11, "men", None),
        ("five children", 5, 5, "children", None),
    ) == Bounds(16, 16)  # fmt: skip


def test_one_of_each_side_is_two() -> None:
    text = "A soldier was killed in the wadi. A rebel was killed too."
    assert settled(text, ("A soldier", 1, 1, "soldier", None), ("A rebel", 1, 1, "rebel", None)) == Bounds(2, 2)


def test_everybody_in_a_list_counts() -> None:
    text = "A teacher, a nurse and one guard were killed."
    assert settled(
        text, ("A teacher", 1, 1, "teacher", None), ("a nurse", 1, 1, "nurse", None),
        ("one guard", 1, 1, "guard", None),
    ) == Bounds(3, 3)  # fmt: skip


def test_kin_go_on_a_list() -> None:
    text = "They beat his wife Amina, father Hadi and his brother Ali."
    kin = ("his wife Amina", "father Hadi", "his brother Ali")
    assert settled(text, *((words, 1, 1, words.split()[-1], None) for words in kin)) == Bounds(3, 3)


def test_who_was_also_hurt_is_none_of_those_counted_before() -> None:
    text = "Shells fell and three others were hurt. A cook was also hurt by the ford."
    assert settled(text, ("three others", 3, 3, "others", None), ("A cook", 1, 1, "cook", None)) == Bounds(4, 4)


def test_a_name_behind_a_count_is_one_of_the_counted() -> None:
    text = "Two villagers were shot. The raiders led Omar Said to the well."
    assert settled(text, ("Two villagers", 2, 2, "villagers", None), ("Omar Said", 1, 1, "Omar Said", None)) == Bounds(
        2, 2
    )


def test_a_jeep_blown_up_is_no_update() -> None:
    text = "Eight policemen were killed. The jeep was blown up. Five troopers of the force died."
    assert settled(
        text, ("Eight policemen", 8, 8, "policemen", None), ("Five troopers", 5, 5, "troopers", None)
    ) == Bounds(8, 8)


def test_a_round_figure_is_no_rival() -> None:
    text = "Twenty rebels were killed. Some 20 rebels died, the army said."
    assert settled(
        text, ("Twenty rebels", 20, 20, "rebels", None), ("Some 20 rebels", 18, 22, "rebels", None)
    ) == Bounds(20, 20)


def test_what_was_counted_before_is_no_rival_count() -> None:
    text = "Fourteen miners died, up from twelve on Monday."
    counts = ("Fourteen miners", 14, 14, "miners", None), ("twelve", 12, 12, None, None)
    assert settled(text, *counts) == Bounds(14, 14)
    assert settled(text, counts[1]) == Bounds(12, 12)


def test_what_was_said_earlier_of_the_other_side_still_stands() -> None:
    text = "Six rebels died, police said. The ministry earlier said five soldiers died."
    counts = ("Six rebels", 6, 6, "rebels", "police"), ("five soldiers", 5, 5, "soldiers", "ministry")
    assert settled(text, *counts) == Bounds(11, 11)


def test_each_sides_dead_are_no_rivals_whoever_counts_them() -> None:
    text = "The barge sank and 13 sailors died, the navy said; the Front said four of its divers fell."
    told = ("13 sailors", 13, 13, "sailors", "navy"), ("four of its divers", 4, 4, "guerrillas", "Front")
    assert settled(text, *told) == Bounds(17, 17)
    both = "The navy said 13 sailors died. The Front said nine sailors died."
    rivals = ("13 sailors", 13, 13, "sailors", "navy"), ("nine sailors", 9, 9, "sailors", "Front")
    assert settled(both, *rivals) == Bounds(9, 13)


def test_children_told_of_before_all_the_dead_are_among_them() -> None:
    text = "Five children and four nurses died. The raid killed 13 people, the clinic said."
    told = ("Five children", 5, 5, "children", None), ("13 people", 13, 13, "people", "clinic")
    assert settled(text, *told) == Bounds(13, 13)
    others = "Five children died. The raid killed another 13 people, the clinic said."
    told = ("Five children", 5, 5, "children", None), ("another 13 people", 13, 13, "people", "clinic")
    assert settled(others, *told) == Bounds(18, 18)


@pytest.mark.parametrize(("total", "bounds"), [("35 people in total", Bounds(35, 35)), ("35 people", Bounds(6, 35))])
def test_who_is_counted_in_total_has_been_told_of(total: str, bounds: Bounds) -> None:
    text = f"Six teachers died, the envoy said. The league said that {total} had died."
    told = ("Six teachers", 6, 6, "teachers", "envoy"), ("35 people", 35, 35, "people", "league")
    assert settled(text, *told) == bounds


def test_what_is_called_wrong_is_denied_and_not_added() -> None:
    text = "Nine miners are dead, and not six."
    told = claims(text, ("Nine miners", 9, 9, "miners", None), ("six", 6, 6, None, None))
    found = with_wholes(told, text)
    assert [c.stance for c in found] == ["asserted", "denied"]
    assert total(found, text) == Bounds(9, 9)


def test_what_is_refuted_with_its_source_named_is_that_sources_count() -> None:
    text = "Nine miners are dead, the owner says, and not six, as the union has it."
    told = claims(text, ("Nine miners", 9, 9, "miners", "owner"), ("six", 6, 6, None, "union"))
    assert [c.stance for c in with_wholes(told, text)] == ["asserted", "asserted"]


def test_a_part_of_a_part_is_of_the_whole() -> None:
    text = (
        "Nine guards were killed. A mine went off. The road to the coast was shut for the rest of the day, and lorries "
    )
    text += "stood in the sun for miles, their drivers asleep in the shade under them, until sappers had come from the "
    text += "port and combed the verges on both sides. Nine guards, including a cook, died at once."
    first, second = text.index("Nine"), text.rindex("Nine")
    found = [
        replace(claim, span=Span(at, at + 11), id=str(at))
        for at in (first, second)
        for claim in claims(text, ("Nine guards", 9, 9, "guards", None))
    ]
    found += claims(text, ("a cook", 1, 1, "cook", None))
    assert total(with_wholes(found, text), text) == Bounds(9, 9)


def test_a_dash_opens_the_list_of_a_total() -> None:
    text = "The mine killed nine soldiers - five gunners and four drivers - at Lomé."
    counts = ("nine soldiers", 9, 9, "soldiers", None), ("four drivers", 4, 4, "drivers", None)
    assert settled(text, *counts) == Bounds(9, 9)


def test_who_is_identified_is_among_the_counted() -> None:
    text = "Four porters, identified as Omar Said and three cooks, died."
    counts = ("Four porters", 4, 4, "porters", None), ("three cooks", 3, 3, "cooks", None)
    assert settled(text, *counts) == Bounds(4, 4)


def test_a_second_part_may_come_two_sentences_later() -> None:
    text = "Six rebels were shot. Five rebels fell at the mill, an elder said. Another rebel drowned by the ford."
    counts = (
        ("Six rebels", 6, 6, "rebels", None),
        ("Five rebels", 5, 5, "rebels", None),
        ("Another rebel", 1, 1, "rebel", None),
    )
    assert settled(text, *counts) == Bounds(6, 6)


def test_a_name_gives_no_rival_figure() -> None:
    text = "Four herders drowned, police said. The river took Hadi and Omar at night, a chief said."
    counts = ("Four herders", 4, 4, "herders", "police"), ("Omar", 1, 1, None, "chief")
    assert settled(text, *counts) == Bounds(4, 4)


def test_who_was_named_once_more_still_has_a_side() -> None:
    text = "Omar Said, a gunner, died there. A rebel died too."
    counts = (
        ("Omar Said", 1, 1, "Omar Said", None),
        ("a gunner", 1, 1, "soldier", None),
        ("A rebel", 1, 1, "rebel", None),
    )
    assert settled(text, *counts) == Bounds(2, 2)


def test_what_was_counted_over_weeks_is_no_rival_of_one_days_count() -> None:
    text = "Mortars killed nine herders at Lom. In the past two weeks more than 80 people have died in the valley."
    counts = ("nine herders", 9, 9, "herders", None), ("more than 80 people", 81, None, "people", None)
    assert settled(text, *counts) == Bounds(9, 9)
    assert settled(text, counts[1]) == Bounds(81, None)


def test_a_vague_count_of_a_campaign_is_background() -> None:
    text = "Mortars killed nine herders at Lom. The campaign has killed hundreds of people and emptied the valley."
    counts = ("nine herders", 9, 9, "herders", None), ("hundreds of people", 200, None, "people", None)
    assert settled(text, *counts) == Bounds(9, 9)


def test_an_unknown_number_beside_a_number_settles_nothing() -> None:
    text = "A blast killed six porters, a clerk said. A radio spoke of an unspecified number of dead."
    counts = ("six porters", 6, 6, "porters", "clerk"), ("an unspecified number", 1, None, None, "radio")
    assert settled(text, *counts) == Bounds(6, 6)


def test_at_least_as_many_again_is_the_same_toll() -> None:
    text = "Five herders died in a blast. It went off by the mill, killing at least five herders and injuring a cook."
    counts = ("Five herders", 5, 5, "herders", None), ("at least five herders", 5, None, "herders", "clerk")
    assert settled(text, *counts) == Bounds(5, None)


def test_a_headline_s_number_is_as_open_as_the_count_behind_it() -> None:
    text = "Blast kills nine in Lom. A blast in Lom killed at least nine people, a clerk said."
    counts = ("nine", 9, 9, None, None), ("at least nine people", 9, None, "people", "clerk")
    assert settled(text, *counts) == Bounds(9, None)


def test_at_least_so_many_opens_a_range_above_all_others() -> None:
    text = "Medics said 14 people were killed. The authority spoke of at least 19 dead."
    counts = ("14 people", 14, 14, "people", "medics"), ("at least 19 dead", 19, None, "dead", "authority")
    assert settled(text, *counts) == Bounds(14, None)


def test_the_dead_of_a_war_are_not_those_of_a_raid() -> None:
    text = "A raid killed five herders in Lom. Some 28,000 people have died along the river."
    counts = ("five herders", 5, 5, "herders", None), ("Some 28,000 people", 28_000, 28_000, "people", "clerk")
    assert settled(text, *counts) == Bounds(5, 5)


def test_who_was_also_among_that_day_s_dead_is_a_part() -> None:
    text = "Rockets killed 19 herders at Lom. A cook was also among Monday's dead."
    counts = ("19 herders", 19, 19, "herders", None), ("A cook", 1, 1, "cook", None)
    assert settled(text, *counts) == Bounds(19, 19)


def test_all_but_one_of_them_is_said_of_the_count_itself() -> None:
    text = "Jets left 22 people dead, a captain said. A nurse had seen fourteen bodies, all but one of them old."
    counts = ("22 people", 22, 22, "people", "captain"), ("fourteen bodies", 14, 14, "bodies", "nurse")
    assert settled(text, *counts) == Bounds(14, 22)


def test_only_so_many_is_another_count_of_all() -> None:
    text = "Altogether 23 people died at Lom, a nurse said. The mayor recognises only 18 people."
    counts = ("23 people", 23, 23, "people", "nurse"), ("only 18 people", 18, 18, "people", None)
    assert settled(text, *counts) == Bounds(18, 23)


def test_up_to_so_many_opens_no_range_below_a_count() -> None:
    text = "Up to 22 porters died at Lom. A clerk said 22 people had been killed."
    counts = ("Up to 22 porters", 0, 22, "porters", None), ("22 people", 22, 22, "people", "clerk")
    assert settled(text, *counts) == Bounds(22, 22)


def test_what_was_counted_before_is_no_part_of_what_is_counted_now() -> None:
    text = "Rockets killed 28 herders at Lom. A monitor had earlier reported 12 dead in the town."
    found = with_wholes(claims(text, ("28 herders", 28, 28, "herders", None), ("12", 12, 12, None, "monitor")), text)
    assert [c.value.part_of for c in found if isinstance(c.value, TollValue)] == [None, None]
    assert total(found, text) == Bounds(28, 28)


def test_the_dead_include_people_counted_long_before() -> None:
    text = "Rockets killed 28 herders at Lom. " + "The river was in flood. " * 20 + "The dead included three cooks."
    counts = ("28 herders", 28, 28, "herders", None), ("three cooks", 3, 3, "cooks", None)
    assert settled(text, *counts) == Bounds(28, 28)


def test_a_highest_count_does_not_make_background_of_a_war_s_toll() -> None:
    text = "Since then more than 2,000 people have been killed. A watch put the death toll at as high as 4,700."
    counts = ("more than 2,000 people", 2001, None, "people", "envoy"), ("as high as 4,700", 0, 4700, None, "watch")
    assert settled(text, *counts) == Bounds(2001, 4700)


def test_as_many_people_as_attackers_are_the_attackers() -> None:
    text = (
        "Guards drove raiders off the ford, killing 40 attackers. At least 40 people were killed at the ford by noon."
    )
    told = ("40 attackers", 40, 40, "attackers", None), ("At least 40 people", 40, None, "people", None)
    assert settled(text, *told).low == 40


def test_who_is_told_to_be_among_the_dead_leaves_their_number_open() -> None:
    text = "Raids hit Lom. Those killed in the two raids in the district include nine boys."
    count = ("nine boys", 9, 9, "boys", None)
    assert settled(text, count) == Bounds(9, None)
    assert settled("Raids killed 28 herders. " + text, ("28 herders", 28, 28, "herders", None), count) == Bounds(28, 28)


def test_of_the_dead_is_a_part() -> None:
    text = "A mine killed 20 people, a clerk said. An elder said at least 14 of the dead were gunners."
    counts = ("20 people", 20, 20, "people", "clerk"), ("at least 14 of the dead", 14, None, "gunners", "elder")
    assert settled(text, *counts) == Bounds(20, 20)


def test_a_part_in_the_headline_is_a_part() -> None:
    text = "Mine kills 11 boys. The mayor said: Fifteen villagers, among them eleven boys, died."
    counts = (
        ("11 boys", 11, 11, "boys", None),
        ("Fifteen villagers", 15, 15, "villagers", "mayor"),
        ("eleven boys", 11, 11, "boys", "mayor"),
    )
    assert settled(text, *counts) == Bounds(15, 15)


def test_a_total_told_twice_is_not_its_own_part() -> None:
    text = "A raid killed 30 people. At least 30 people, including 24 porters, died. The other six people were guards."
    counts = (
        ("30 people", 30, 30, "people", None),
        ("At least 30 people", 30, None, "people", None),
        ("24 porters", 24, 24, "porters", None),
        ("six people", 6, 6, "people", "monitor"),
    )
    assert settled(text, *counts) == Bounds(30, None)


def test_who_brings_the_toll_to_a_number_is_counted_in_it() -> None:
    text = "Two more cooks died on Thursday, raising the death toll from Monday's blast at the mill to 27."
    told = ("Two more cooks", 2, 2, "cooks", None), ("27", 27, 27, None, None)
    assert settled(text, *told) == Bounds(27, 27)


def test_parts_of_an_open_total_are_not_added_to_it() -> None:
    text = "At least 33 people died. The raid killed 26 herders at the mill. Another seven fell by the ford."
    told = ("At least 33 people", 33, None, "people", None), ("26 herders", 26, 26, "herders", None)
    parts = with_wholes(claims(text, *told, ("Another seven", 7, 7, None, None)), text)
    assert [bool(c.value.part_of) for c in parts if isinstance(c.value, TollValue)] == [False, True, True]


def test_who_has_another_verb_is_not_named_among_those_before() -> None:
    text = "Two gunners, identified as Omar Said and Ali Khan, had died on Monday, and a driver on Tuesday."
    assert settled(text, ("Two gunners", 2, 2, "gunners", None), ("a driver", 1, 1, "driver", None)) == Bounds(3, 3)


def test_a_few_told_after_dozens_may_be_of_them() -> None:
    text = "Dozens of nurses were killed in the raid. Twelve drivers and porters died, a baker said."
    told = ("Dozens of nurses", 24, None, "nurses", None), ("Twelve drivers", 12, 12, "drivers", None)
    assert settled(text, *told) == Bounds(12, None)
    text = text.replace("Twelve drivers", "Another twelve drivers")
    told = told[0], ("Another twelve drivers", 12, 12, "drivers", None)
    assert settled(text, *told) == Bounds(36, None)


def test_a_part_of_hundreds_is_not_the_toll_where_a_number_stands() -> None:
    text = "Raids killed at least 36 people. They claimed hundreds of lives, including eleven boys of one house."
    told = (
        ("at least 36 people", 36, None, "people", None),
        ("hundreds of lives", 200, None, "lives", None),
        ("eleven boys", 11, 11, "boys", "a clerk"),
    )
    assert settled(text, *told) == Bounds(36, None)
    assert settled(text, *told[1:]) == Bounds(200, None)


def test_of_two_open_counts_the_higher_one_tells_the_other_more_exactly() -> None:
    text = "The toll reached at least 112, a monitor said. Medics said they took away at least 100 bodies."
    counts = ("at least 112", 112, None, None, "monitor"), ("at least 100 bodies", 100, None, "bodies", "medics")
    assert settled(text, *counts) == Bounds(112, None)
    far = "The toll reached at least 50, rebels said. Medics said they took away at least 10 bodies."
    counts = ("at least 50", 50, None, None, "rebels"), ("at least 10 bodies", 10, None, "bodies", "medics")
    assert settled(far, *counts) == Bounds(10, None)


@pytest.mark.parametrize(("one", "low"), [("A rebel", 23), ("Two rebels", 2)])
def test_the_fate_of_one_of_them_is_no_count_of_all(one: str, low: int) -> None:
    text = f"The clinic said 10 boys and 13 rebels died. {one} had been shot at the well, the miller said."
    told = ("10 boys", 10, 10, "boys", "clinic"), ("13 rebels", 13, 13, "rebels", "clinic")
    few = 1 if one == "A rebel" else 2
    assert settled(text, *told, (one, few, few, "rebels", "miller")) == Bounds(low, 23)


def test_who_is_told_of_before_all_are_counted_is_one_of_them() -> None:
    text = "A guard died in the raid on Lom. Ten people died there, the clinic said."
    assert settled(text, ("A guard", 1, 1, "guard", None), ("Ten people", 10, 10, "people", "clinic")) == Bounds(10, 10)


def test_what_a_source_had_given_before_is_overtaken() -> None:
    text = "The toll is 42 dead, said the clinic, which on Thursday had given a death toll of 17."
    assert settled(text, ("42 dead", 42, 42, "dead", "clinic"), ("17", 17, 17, None, "clinic")) == Bounds(42, 42)
