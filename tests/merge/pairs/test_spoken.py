"""Acts of speech are one where one party speaks of one deed, and never where rivals speak."""

from dataclasses import replace

from tacitus.merge.accounts.facts import facts
from tacitus.merge.accounts.wording import DATED
from tacitus.merge.merge import merge
from tacitus.merge.pairs.spoken import CERTAIN, RIVALS, SPEAKER, spoken
from tacitus.merge.pairs.ties import SPOKEN, by_report, ties
from tacitus.records.event import Claim
from tacitus.records.incident import Account
from tacitus.records.span import Span
from tacitus.records.value import ActorValue, ContentValue
from tests.merge.build import ARMY, OTHERS, REBELS, WORDS, account


def said(deed: Account, speaker: ActorValue, number: int = 0, realis: str = "actual") -> Account:
    """A denial, told beside a deed, by words that no other report has."""
    own = account(
        deed.report, kind="denial", day=None, place=None, realis=realis, number=number,
        published=deed.published.isoformat() if deed.published else None,
        words=(f"=denied{deed.report}", f"words{deed.report}{number}"),
    )  # fmt: skip
    values = [("speaker", speaker), ("content", ContentValue(event=deed.event.id))]
    claims = tuple(Claim(f"{own.event.id}{f}", f, v, Span(5, 9), None, "asserted", 0.8) for f, v in values)
    return replace(own, event=replace(own.event, claims=claims))


def added(one: list[Account], other: list[Account], odds: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    return spoken([facts(each) for each in one], [facts(each) for each in other], odds)


def test_two_denials_by_one_party_of_one_deed_are_one() -> None:
    early = account("agency", killed=12, perpetrator=REBELS)
    late = account("daily", killed=12, perpetrator=REBELS, published="2019-03-20", words=(*WORDS, DATED))
    found = merge([early, said(early, REBELS), late, said(late, REBELS)])
    assert sorted((i.type, len(i.events)) for i in found) == [("armed_attack", 2), ("denial", 2)]
    reports = by_report([early, said(early, REBELS), late, said(late, REBELS)])
    assert [tie.odds for tie in ties(*reports.values()) if SPOKEN in tie.reasons]
    rivals = merge([early, said(early, REBELS), late, said(late, ARMY)])
    assert sorted((i.type, len(i.events)) for i in rivals) == [("armed_attack", 2), ("denial", 1), ("denial", 1)]


def test_what_counts_is_the_deed_and_who_speaks() -> None:
    one, other = account("agency"), account("daily")
    pair = [one, said(one, REBELS)], [other, said(other, REBELS)]
    assert added(*pair, {(0, 0): 3.0, (1, 1): -3.0}) == {(1, 1): SPEAKER + CERTAIN}
    assert added(*pair, {(0, 0): 1.0, (1, 1): -3.0}) == {(1, 1): SPEAKER}
    assert added(*pair, {(0, 0): -1.0, (1, 1): -3.0}) == {}  # two deeds
    assert added(pair[0], [other, said(other, OTHERS)], {(0, 0): 3.0, (1, 1): -3.0}) == {(1, 1): RIVALS}


def test_of_two_claims_in_one_report_only_that_of_the_likelier_deed_is_the_others() -> None:
    first, second, other = account("agency"), account("agency", number=1), account("daily")
    mine = [first, second, said(first, REBELS), said(second, REBELS, 1)]
    odds = {(0, 0): 3.0, (1, 0): 2.5, (2, 1): -3.0, (3, 1): -3.0}
    assert added(mine, [other, said(other, REBELS)], odds) == {(2, 1): SPEAKER + CERTAIN}


def test_that_nobody_claimed_it_is_no_claim() -> None:
    one, other = account("agency"), account("daily")
    pair = [one, said(one, REBELS)], [other, said(other, REBELS, realis="denied")]
    assert added(*pair, {(0, 0): 3.0, (1, 1): -3.0}) == {}
