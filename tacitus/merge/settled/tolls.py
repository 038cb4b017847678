"""What each source counts → the settled toll: the range, the figure that most give, who differs.

In: one :class:`Voice` for each source. Out: a :class:`SettledToll`. One thing to know: counts of some of the dead,
counts without a number and the dead of a whole war set no bound where others count the dead of this happening.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tacitus.merge.settled.figures import is_part
from tacitus.merge.settled.kindred import kindred
from tacitus.merge.settled.voices import OWN, Voice, speaks_for_itself
from tacitus.records.fates import of_a_war
from tacitus.records.incident import Dissent
from tacitus.records.sides import anybody, fighters, young
from tacitus.records.value import TollValue

#: Dead from which on who tells of one alone tells of one of them.
A_FEW = 5
#: How many "several", "many" and the like are at least.
A_HANDFUL = 3
#: How many times higher a later count is that tells that a first one was early, and not another count.
OVERTAKEN = 1.25
#: Sources whose later counts overtake an earlier one of another, and days within which exact counts grow: what is
#: counted higher after a week is often something else.
SEVERAL, UPDATED = 2, 4

#: Who may be fighters or not.
_MEN = frozenset({"man", "men"})


@dataclass(frozen=True, slots=True)
class SettledToll:
    """The range over sources, the figure that most of them give, and who says what."""

    range: TollValue
    best: TollValue
    contested: bool
    dissent: tuple[Dissent, ...]


def settled(said: Sequence[Voice], name: str, doers: Container[str] = ()) -> SettledToll | None:
    """What the sources' figures for a field come to; None where nobody gives one.

    What one of the ``doers`` (the keys of who did it) boasts of or admits sets no bound where several others count.
    """
    of = {voice.key: value for voice in said for value in voice.values if isinstance(value, TollValue)}
    if not of:
        return None
    said = sorted(said, key=lambda voice: voice.when or date.max)  # by what each says last
    early = _overtaken(said, of)
    counted = [(voice, of[voice.key]) for voice in said if voice.key not in early]
    sizes = [f.low for _, f in counted if not young(f.who)] or [f.low for _, f in counted]
    middle = sorted(sizes)[(len(sizes) - 1) // 2] if sizes else 0
    of_this = [(voice, f) for voice, f in counted if not of_a_war(f.low, middle)]
    whole = [(voice, f) for voice, f in of_this if not (_of_some(f, of_this) or _of_one_kind(f, of_this))] or counted
    others = [(voice, f) for voice, f in whole if voice.key not in doers and not voice.vague]
    whole = others if len(others) >= SEVERAL else whole
    numbers = [TollValue(f.low, f.high) for voice, f in whole if not voice.vague]
    # What gives no number ("dozens") says nothing where a number is told that may be it, or where several count.
    words = [TollValue(f.low, f.high) for voice, f in whole if voice.vague and len(numbers) < SEVERAL]
    words = [f for f in words if f.low > A_HANDFUL] or words  # "several" are as many as "dozens" elsewhere
    figures = numbers + [f for f in words if all(n.low < f.low for n in numbers)]
    low = min([f.low for f in figures if not _at_most(f)] or [f.low for f in figures])
    return SettledToll(
        TollValue(low, _highest(figures)),
        _best(numbers or figures, figures),
        any(_apart(a, b) for a, b in combinations(figures, 2)),
        tuple(_dissent(said, of, name, early)),
    )


def _dissent(said: Sequence[Voice], of: Mapping[str, TollValue], name: str, early: Set[str]) -> list[Dissent]:
    """Who says what, where not all say the same, and what they said before."""
    found = []
    for voice in said:
        if len(set(of.values())) > 1:
            found.append(Dissent(name, of[voice.key], voice.by, voice.reports, superseded=voice.key in early))
        found += [Dissent(name, old, voice.by, reports, superseded=True) for old, reports in voice.earlier]
    return found


def _overtaken(said: Sequence[Voice], of: Mapping[str, TollValue]) -> set[str]:
    """The keys of those whose counts were overtaken; what another still counts alike was not, unless told as such."""
    early = {voice.key: voice for voice in said if _early(voice, said, of)}
    standing = {(value.low, value.high) for key, value in of.items() if key not in early}
    return {key for key, v in early.items() if v.former or (of[key].low, of[key].high) not in standing}


def _early(voice: Voice, said: Sequence[Voice], of: Mapping[str, TollValue]) -> bool:
    """Whether what a source counted was overtaken on later days by what several others counted, or is told as such.

    What an outlet counted itself is overtaken by any one a quarter above it, or told as grown ("rose to 31"), unless it
    is a ministry's or a movement's own word for more than one; and so is by that what anybody leaves open; what stays
    open ("more than 100") however late, and also by exact counts below it, unless another counts as many again; "up to
    100" only by more than 100.
    """
    if voice.former:
        return True
    if voice.when is None:
        return False
    mine = of[voice.key]
    own = voice.key.startswith(OWN) and not (mine.low > 1 and speaks_for_itself(voice.by))
    after = [(o, of[o.key]) for o in said if o.when is not None and o.when > voice.when]
    later = [(o, f) for o, f in after if not young(f.who) and not _of_others(mine.who, f.who)]
    most = (mine.high or 0) if _at_most(mine) else mine.low
    more = [other for other, figure in later if figure.low >= OVERTAKEN * max(1, most)]
    if any(other.risen and figure.low > most for other, figure in later) and (own or mine.high is None):
        return True
    if any(f.low > most and kindred(voice.trades, o.trades) and _soon(voice, o) for o, f in later if not o.vague):
        return True
    soon = [o for o in more if mine.high is None or _soon(voice, o)]
    if len(soon) >= SEVERAL or (own and more):
        return True
    fewer = [figure for _, figure in later if figure.high is not None and 0 < figure.high < mine.low]
    return mine.high is None and len(fewer) >= SEVERAL and not any(figure.low >= mine.low for _, figure in later)


def _soon(voice: Voice, later: Voice) -> bool:
    """Whether what is counted later is counted within days, as the dead of one happening are.

    So is what a source that counted more within days already counts still later.
    """
    if voice.when is None or later.when is None:
        return False
    first, mine = (later.earlier[0][0] if later.earlier else later.values[0]), voice.values[0]
    more = isinstance(first, TollValue) and isinstance(mine, TollValue) and first.low > mine.low
    since = later.since if later.since and later.since > voice.when and more else later.when
    return (since - voice.when).days <= UPDATED


def _of_others(one: str | None, other: str | None) -> bool:
    """Whether of two counts one is of fighters and one of people who are none; "six men" may be either."""
    told = [who for who in (one, other) if who and not anybody(who) and who.lower().split()[-1] not in _MEN]
    return len(told) > 1 and fighters(told[0]) != fighters(told[1])


def _best(given: Sequence[TollValue], figures: Sequence[TollValue]) -> TollValue:
    """The figure that fits most, of equals the latest; who counts exactly what most leave open tells it best."""
    count = Counter(figures)
    latest = {figure: n for n, figure in enumerate(figures)}

    def rank(figure: TollValue) -> tuple[int, int, bool, int]:
        return _support(figure, figures), count[figure], figure.high is not None, latest[figure]

    best = max(given, key=rank)
    exact = [f for f in given if best.high is None and f.high is not None and _may_be(f, best)]
    return max(exact, key=rank, default=best)


def _support(figure: TollValue, figures: Sequence[TollValue]) -> int:
    """How many give the figure, or one that it fits: 126 is "at least 121", and no "at least 20"."""
    return sum(_may_be(figure, f) for f in figures)


def _may_be(figure: TollValue, other: TollValue) -> bool:
    return other.low <= figure.low < OVERTAKEN * max(1, other.low) and (other.high is None or figure.low <= other.high)


def _highest(figures: Sequence[TollValue]) -> int | None:
    """The upper bound: what is told as "at least 30" leaves it open, unless somebody counts as many or more."""
    closed = max((f.high for f in figures if f.high is not None), default=0)
    return None if any(f.high is None and f.low > closed for f in figures) else closed


def _of_some(figure: TollValue, told: Sequence[tuple[Voice, TollValue]]) -> bool:
    """Whether it counts only the women and children, or one person, where another counts all or all others many."""
    if figure.low == figure.high == 1 and len(told) > 1:
        return all(f.low >= A_FEW or voice.vague for voice, f in told if f.low != 1)
    if not young(figure.who):
        return False
    more = [f for _, f in told if f.low > figure.low and not young(f.who)]
    children = sum(young(f.who) for _, f in told)
    # Where several sources count a few children alone, one open count of many times as many is of more than this.
    foreign = len(more) == 1 and more[0].high is None and more[0].low > SEVERAL * figure.low and children >= SEVERAL
    return bool(more) and not foreign


def _of_one_kind(figure: TollValue, told: Sequence[tuple[Voice, TollValue]]) -> bool:
    """Whether it counts one kind of the people whom another counts kind by kind: of its 12 rebels and five soldiers."""
    return any(is_part(figure, voice.parts) and figure.low < f.low for voice, f in told)


def _at_most(figure: TollValue) -> bool:
    """Whether it only says how many at most ("up to 22")."""
    return figure.low == 0 and figure.high != 0


def _apart(one: TollValue, other: TollValue) -> bool:
    """Whether two figures cannot both be right."""
    return (one.high is not None and one.high < other.low) or (other.high is not None and other.high < one.low)
