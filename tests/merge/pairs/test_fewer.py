"""One source that counts fewer dead days later tells of another attack."""

from dataclasses import replace

import pytest

from tacitus.merge.accounts.facts import Facts, facts
from tacitus.merge.accounts.wording import VAGUE
from tacitus.merge.pairs.fewer import FEWER, fewer
from tacitus.merge.pairs.ties import ties
from tacitus.records.value import ActorValue, TollValue
from tests.merge.build import DOCTOR, POLICE, account


def told(
    report: str, killed: tuple[int, int | None], by: ActorValue | None = DOCTOR, *, day: int = 5, who: str = "people"
) -> Facts:
    one = account(report, killed=killed, by=by, published=f"2019-03-0{day}")
    claims = tuple(
        replace(c, value=replace(c.value, who=who)) if isinstance(c.value, TollValue) else c for c in one.event.claims
    )
    return facts(replace(one, event=replace(one.event, claims=claims), outlet="Maro News"))


@pytest.mark.parametrize(
    ("later", "is_drop"),
    [
        (told("b", (12, 12), day=8), True),
        (told("b", (12, 12)), False),  # of one day the most counts
        (told("b", (12, 12), POLICE, day=8), False),
        (told("b", (12, None), day=8), False),  # "at least 12" may be as many
        (told("b", (18, 18), day=8), False),
        (told("b", (12, 12), day=8, who="children"), False),
        (told("b", (12, 12), day=8, who="guards"), False),
    ],
)
def test_one_source_counts_no_fewer_of_one_attack_days_later(later: Facts, is_drop: bool) -> None:
    first = told("a", (19, None))
    assert fewer(first, later) == fewer(later, first) == FEWER * is_drop


def test_two_articles_of_an_outlet_are_one_source_and_dozens_are_no_number() -> None:
    first, later = told("a", (19, 19), None), told("b", (12, 12), None, day=8)
    assert fewer(first, later) == FEWER
    (killed,) = first.event.of("killed")
    vague = replace(first.account, wording=(*first.account.wording, VAGUE + killed.id))
    assert not fewer(facts(vague), later)


def test_ties_heed_it() -> None:
    first, same, another = told("a", (19, None)), told("b", (12, 12), POLICE, day=8), told("b", (12, 12), day=8)
    (of_two,), (of_one,) = list(ties([first], [same])), list(ties([first], [another]))
    assert of_one.odds == pytest.approx(of_two.odds + FEWER)
