from bench.errors import Error, lines

ERRORS = [
    Error("missed", "Four were shot in Lom.", "armed_attack", ""),
    Error("missed", "Lom was shelled.", "shelling", ""),
]


def test_the_classes_come_with_their_numbers_and_as_many_cases_as_asked() -> None:
    told = list(lines(ERRORS, only=None, most=1))
    assert told[0].split() == ["2", "missed"]
    assert sum("gold:" in line for line in told) == 1


def test_none_asked_are_none_shown() -> None:
    assert [line.split() for line in lines(ERRORS, only=None, most=0)] == [["2", "missed"]]
