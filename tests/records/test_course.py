"""What went on over days is told apart from what was of one."""

import time

import pytest

from tacitus.records.course import over_time
from tacitus.records.span import Span


@pytest.mark.parametrize(
    ("text", "told", "course"),
    [
        ("In recent weeks army helicopters and drones have struck mills in the valley.", "struck", True),
        ("Since Saturday at least 68 herders have been killed in raids on Maro.", "raids", True),
        ("The alliance has carried out 40 strikes near Maro since the operation began.", "strikes", True),
        ("Mortars on Maro have killed 61 over the past three weeks.", "killed", True),
        ("Shelling of Maro in the last two weeks has killed 61.", "killed", True),
        ("Shelling of Maro in the last two weeks has killed 61.", "Shelling", True),
        ("Rebels attacked a mill the army has held since May.", "attacked", False),
        ("The killing of a baker has kept people at home for weeks.", "killing", False),
        ("The mill has been repeatedly hit by shells.", "hit", True),
        ("Maro has been under bombardment for weeks.", "bombardment", True),
        ("They have hit the mill in raids in the past.", "raids", True),
        ("Nine have died since April as drones have hit the town.", "hit", True),
        ("Nine have died since April as drones hit the town.", "hit", False),
        ("Jets have killed nine in Maro in the past two days.", "killed", False),
        ("Shells have killed nine since dawn.", "killed", False),
        ("Two of the hurt have died since the blast.", "died", False),
        ("Shells have killed nine in Maro.", "killed", False),
        ("Shells killed nine in Maro, which has been besieged since May.", "killed", False),
        ("Hundreds have fled Maro since the assault began.", "assault", False),
        ("It has been the deadliest raid since May.", "raid", False),
        ("The mill has been regularly raided, including a blast that killed six.", "blast", False),
        ("The guild last month raided Maro and has killed nine.", "killed", False),
    ],
)
def test_a_course_is_no_deed_of_a_day(text: str, told: str, course: bool) -> None:
    start = text.index(told)
    assert over_time(text, Span(0, len(text)), Span(start, start + len(told))) is course


def test_a_hostile_sentence_is_read_in_passing() -> None:
    text = "have " * 20_000 + "since the recent " * 5_000 + "struck " + "and a " * 20_000
    start = text.index("struck")
    begun = time.perf_counter()
    over_time(text, Span(0, len(text)), Span(start, start + 6))
    assert time.perf_counter() - begun < 0.5
