"""The claims of an incident → who did it and to whom.

In: a :class:`Case` with its accounts. Out: the same with its parties settled. One thing to know: who did it stays open
only while blame of some weight stands against blame: one odd voice among many is kept as dissent, and so is what
nobody knows ("either X or Y"). What one side alone says against many voices contests it, and empties nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from tacitus.merge.settled import voices
from tacitus.merge.settled.case import Case, country_of, settled_by
from tacitus.merge.settled.enemies import of_one_side, only_by_an_enemy
from tacitus.merge.settled.identity import (
    STATE,
    at_home,
    at_war,
    by_deed,
    described,
    may_be_one,
    one_body,
    one_party,
    particular,
    told_by,
)
from tacitus.merge.settled.names import all_named, fits_any, is_whole, oftenest
from tacitus.merge.settled.voices import Voice
from tacitus.records.incident import Dissent
from tacitus.records.placenames import name_key
from tacitus.records.sides import anybody
from tacitus.records.value import ActorValue, PlaceValue, Value

_DOER = "perpetrator"
_ACTING = (_DOER, "speaker")
#: Types in which a place is taken or left.
_TAKEN = frozenset({"territory_seized", "territory_transfer", "withdrawal", "blockade"})
#: Kinds of sources that are a side: what they say of their enemy or of themselves is never an odd voice.
_SIDES = STATE | {"rebel", "militia", "party"}
#: People of no side who may have done it.
_PEOPLE = frozenset({"civilians", "protesters", "gunmen", "criminal"})
#: What people are called who are neither armed nor anybody in particular.
_CIVILIANS = frozenset({"civilians", "civilian", "residents"})
#: Voices of no side from which on the word of one side alone does not leave open what they agree on.
MANY = 3
#: One in so many sources at least names a side where one alone may add to the sides.
FEW = 8


def doers(case: Case, name: str) -> None:
    """Who did it, takes part or speaks, as those sources say who name a party."""
    if name == "perpetrator":
        _perpetrator(case)
        _under_one_name(case)
        return
    said = [_at_home(voice, case) for voice in voices.parties(case.voices, name)]
    case.settle(name, all_named(_told(_in_particular(said)) or _told(said), enemies=True))


def tells_both_sides(case: Case) -> bool:
    """Whether at least as many sources name those who fight each other as name one who attacked."""
    fighting, attacking = ({a.source for a in case.voices if a.event.of(name)} for name in ("participant", _DOER))
    return len(fighting) >= max(1, len(attacking))


def sides(case: Case) -> None:
    """Who fights whom in a clash: whoever is said to attack or to be attacked in it takes part.

    Of many reports' sources one alone adds nobody; who takes part as one of them says stays where else no two would,
    and not only few of many name any side.
    """
    _unsettling(case)
    named = _fighting(case)
    told = _told(named)
    weight = _weights(named)
    telling = {account.source for account in case.voices}
    fighting = {account.source for account in case.voices if account.event.of("participant")}
    least = 2 if len(telling) >= MANY else 1
    often = all_named([v for v in told if weight[v] >= least], enemies=True)
    if len(often) <= 1 and FEW * len(fighting) >= len(telling):
        part = {v for voice in voices.parties(case.voices, "participant") for v in _at_home(voice, case).values}
        often = all_named([v for v in told if weight[v] >= least or v in part], enemies=True)
    case.settle("participant", often)


def _fighting(case: Case) -> list[Voice]:
    """Whom each source names on whatever side of a clash; those who name somebody in particular, if any does."""
    told: dict[str, Voice] = {}
    for name in ("participant", _DOER, "target"):
        for voice in voices.parties(case.voices, name):
            for each in _only(_fights if name == "target" else _is_party, [_at_home(voice, case)]):
                known = told.setdefault(each.key, replace(each, values=()))
                told[each.key] = replace(known, values=tuple(dict.fromkeys((*known.values, *each.values))))
    return _in_particular(told.values()) or list(told.values())


def _is_party(value: Value) -> bool:
    return isinstance(value, ActorValue)


def _fights(value: Value) -> bool:
    return isinstance(value, ActorValue) and value.kind in _SIDES


def _perpetrator(case: Case) -> None:
    """Who did it; nobody where blame of weight stands against blame."""
    _unsettling(case)
    said = _may_have_done_it(case)
    named, odd = _weighed(case, said)
    if _open(case, named) or _nobody_knows(case, named) or only_by_an_enemy(named, case, _SIDES):
        case.contest("perpetrator")
        case.dissent += _blamed([*_pairs(named), *odd])
        return
    accused = _accused(named)
    left_out = {v for _, v in (*odd, *accused)}
    sure = of_one_side([v for v in _told(named) if v not in left_out], case)
    others = [v for v in _told(said) if v not in left_out and (not accused or by_deed(v) or v.kind in _PEOPLE)]
    settled = all_named(sure or others, enemies=False)
    case.settle("perpetrator", settled)
    # A description that fits who is settled does not differ.
    odd = [(voice, v) for voice, v in odd if v.actor or not fits_any(v, settled)]
    accused = [(voice, v) for voice, v in accused if v.actor or not fits_any(v, sure)]
    if any(voice.kind in _SIDES for voice, _ in odd) or (sure and accused):
        case.contest("perpetrator")
    case.dissent += _blamed([*odd, *accused])


def _may_have_done_it(case: Case) -> list[Voice]:
    """Whom each source names, without those who hardly do such a thing: who helps, and a place of the incident."""
    said = [_at_home(voice, case) for voice in voices.parties(case.voices, "perpetrator")]
    places = _sites(case)
    said = [voice for voice in said if not all(_helps(value) for value in voice.values)] or said
    return _only(lambda value: not _is_only_a_place(value, places), said) or said


def _sites(case: Case) -> set[str]:
    """The letters of the names of all places that are told."""
    told = [c.value for a in case.accounts for c in a.event.of("place")]
    return {_letters(place.name) for place in told if isinstance(place, PlaceValue)}


def _weighed(case: Case, said: Sequence[Voice]) -> tuple[list[Voice], list[tuple[Voice, ActorValue]]]:
    """The sources with the parties that they name and that carry weight, and who else is named by whom."""
    named, odd = _of_weight(_in_particular(said))
    # Who is told of by his deed alone may be anybody: he agrees with nobody and differs from nobody.
    named = _in_particular(_only(lambda value: not by_deed(value), named))
    odd = [(voice, v) for voice, v in odd if not by_deed(v) and not _tells(voice, v)]
    return ([], [*odd, *_pairs(named)]) if _in_passing(case, named) else (named, odd)


def _in_passing(case: Case, named: Sequence[Voice]) -> bool:
    """Whether one report alone tells of armed men of no name, where many tell of the deed and blame nobody."""
    if len(named) != 1 or not named[0].key.startswith(voices.OWN):
        return False
    if any(v.actor or v.kind in STATE for _, v in _pairs(named)):
        return False
    blaming = {a.source for a in case.voices if voices.naming(a, _DOER)}
    return len({a.source for a in case.voices} - blaming) >= MANY


def _tells(voice: Voice, value: ActorValue) -> bool:
    """Whether an official speaks of a deed that others tell of others: nobody but he or the report names him."""
    nobody = voice.key.startswith((voices.OWN, voices.SOMEBODY)) or voice.key == value.actor
    return value.kind == "person" and value.actor is not None and nobody


def _accused(named: Sequence[Voice]) -> list[tuple[Voice, ActorValue]]:
    """Whom nobody names but a side that accuses him, whose word is no fact."""
    free = [v for voice, v in _pairs(named) if v not in voice.alleged or voice.kind not in _SIDES]
    return [(voice, v) for voice, v in _pairs(named) if not any(told_by(v, other) for other in free)]


def _open(case: Case, named: Sequence[Voice]) -> bool:
    """Whether blame stands against blame: enemies are named, or sides that nobody names together."""
    beside = voices.together(case.voices, "perpetrator")
    together = [tuple(v for v in values if particular(v) and not by_deed(v)) for values in beside]
    allied = [values for values in together if not at_war(values)]
    enemies = at_war(v for voice in named for v in voice.values) and len(allied) == len(together)
    return enemies or any(_rivals(a, b, allied) for a, b in combinations(named, 2))


def _nobody_knows(case: Case, named: Sequence[Voice]) -> bool:
    """Whether those named are only held to have done it, where a source says that it was one of them or another."""
    possible = [d.value for d in case.dissent if d.field == _DOER and d.stance == "possible"]
    either = [v for v in dict.fromkeys(possible) if isinstance(v, ActorValue)]
    held = all(v in voice.alleged for voice, v in _pairs(named))
    return held and len(either) > 1 and _names(either, _told(named))


def _at_home(voice: Voice, case: Case) -> Voice:
    """The source, with the government that it names as that of the one country where it happened."""
    country = country_of(case)
    values, alleged = ([at_home(v, country) for v in them] for them in (voice.values, voice.alleged))
    where = tuple((at_home(v, country), report) for v, report in voice.told_in)
    return replace(voice, values=tuple(dict.fromkeys(values)), alleged=frozenset(alleged), told_in=where)


def _only(those: Callable[[Value], bool], said: Iterable[Voice]) -> list[Voice]:
    """The sources with those of the parties that they name, where they name any."""
    return [replace(voice, values=values) for voice in said if (values := tuple(filter(those, voice.values)))]


def _in_particular(said: Iterable[Voice]) -> list[Voice]:
    """The sources that name a party in particular."""
    return [voice for voice in said if any(map(particular, voice.values))]


def _told(said: Iterable[Voice]) -> list[ActorValue]:
    """The parties that the sources name, as often as each is named."""
    return [value for _, value in _pairs(said)]


def _pairs(said: Iterable[Voice]) -> list[tuple[Voice, ActorValue]]:
    """Each source with each party that it names."""
    return [(voice, v) for voice in said for v in voice.values if isinstance(v, ActorValue)]


def _unsettling(case: Case) -> None:
    """Keep who denies that he did it, which contests it, and whom a source holds possible, which does not."""
    found = []
    places = _sites(case)
    for account in case.accounts:
        for claim in account.event.of("perpetrator"):
            denied = claim.stance == "denied" and account.event.realis != "denied"
            party = isinstance(claim.value, ActorValue) and not _is_only_a_place(claim.value, places)
            if party and (denied or claim.stance == "possible"):
                key, by = voices.source_of(account, claim)
                told = _at_home(Voice(key, by, (claim.value,), (account.report,), claim.stance), case)
                found += _pairs([told])
            if denied:
                case.contest("perpetrator")
    case.dissent += _blamed(found)


def _of_weight(named: Sequence[Voice]) -> tuple[list[Voice], list[tuple[Voice, ActorValue]]]:
    """The voices with the parties that carry weight, and the others: what one voice says among several that agree.

    A side that blames its enemy is an odd voice only where it is alone against many, one that claims the deed never.
    """
    weight = _weights(named)
    least = min(2, max(weight.values(), default=0))
    settled = [v for v, n in _weights([voice for voice in named if voice.kind not in _SIDES]).items() if n >= MANY]
    kept: list[Voice] = []
    odd: list[tuple[Voice, ActorValue]] = []
    for voice in named:
        values = [v for v in voice.values if isinstance(v, ActorValue)]
        heavy = tuple(
            v for v in values if weight[v] >= least or (voice.kind in _SIDES and not _alone(voice, v, settled))
        )
        if any(map(particular, heavy)):
            kept.append(replace(voice, values=heavy))
        odd += [(voice, v) for v in values if v not in heavy and particular(v)]
    return kept, odd


def _weights(said: Sequence[Voice]) -> dict[ActorValue, int]:
    """How many voices name each party; "he" may be one of the others."""
    known = [voice for voice in said if not voice.key.startswith(voices.SOMEBODY)]
    return {
        value: sum(any(told_by(value, other) for other in _named_or_all(voice)) for voice in known) or 1
        for value in dict.fromkeys(v for voice in said for v in voice.values if isinstance(v, ActorValue))
    }


def _named_or_all(voice: Voice) -> list[ActorValue]:
    """The parties that a source names; without its descriptions, which are of these, where it has names for them."""
    told = [v for _, v in _pairs([voice])]
    named = [v for v in told if v.actor]
    return named + [v for v in told if not v.actor and not (described(v) and fits_any(v, named))]


def _alone(voice: Voice, value: ActorValue, settled: Sequence[ActorValue]) -> bool:
    """Whether a side names another than itself, and than all whom many voices name."""
    own = voice.key == value.actor or value.name.lower() in (voice.key, voice.by.lower())
    return bool(settled) and not own and not any(may_be_one(value, other) for other in settled)


def _blamed(said: Iterable[tuple[Voice, ActorValue]]) -> list[Dissent]:
    """Whom the sources name, each party once in each stance, by the name that most give it, with all who say so."""
    groups: list[list[tuple[Voice, ActorValue]]] = []
    for voice, value in said:
        same = (g for g in groups if _stance(*g[0]) == _stance(voice, value) and one_party(g[0][1], value))
        known = next(same, None)
        if known is None:
            groups.append(known := [])
        known.append((voice, value))
    found = []
    for group in groups:
        names = Counter(value for _, value in dict.fromkeys((voice.key, value) for voice, value in group))
        name = max(names, key=lambda value: (value.actor is not None, names[value]))
        by = "; ".join(dict.fromkeys(voice.by for voice, _ in group))
        reports = tuple(dict.fromkeys(r for voice, value in group for r in voices.reports_of(voice, value)))
        found.append(Dissent("perpetrator", name, by, reports, _stance(*group[0])))
    return found


def _under_one_name(case: Case) -> None:
    """Name a state that is blamed or denies as its arm that did it, and the other way round: so blame meets denial."""
    settled = [v for e in case.settled if e.field == _DOER for v in e.values if isinstance(v, ActorValue)]
    blamed = [d.value for d in case.dissent if d.field == _DOER and isinstance(d.value, ActorValue) and d.value.actor]
    known = [*settled, *sorted(blamed, key=is_whole)]

    def named(dissent: Dissent) -> Dissent:
        value = dissent.value
        if dissent.field != _DOER or not isinstance(value, ActorValue):
            return dissent
        return replace(dissent, value=next((v for v in known if _of_one_state(v, value)), value))

    case.dissent = [named(dissent) for dissent in case.dissent]


def _of_one_state(one: ActorValue, other: ActorValue) -> bool:
    """Whether they are one, or a state and its government or an arm of it; two arms are two, and so is a person."""
    if not {one.kind, other.kind} <= STATE or one.country != other.country or not one.country:
        return one == other
    return one.actor == other.actor or is_whole(one) or is_whole(other)


def _stance(voice: Voice, value: ActorValue) -> str:
    return "alleged" if value in voice.alleged else voice.stance


def _rivals(one: Voice, other: Voice, together: Iterable[Sequence[ActorValue]]) -> bool:
    """Whether two sources blame different sides, and nobody names both as having done it together."""
    if _agree(one.values, other.values):
        return False
    return not any(_names(values, one.values) and _names(values, other.values) for values in together)


def _names(values: Sequence[ActorValue], parties: Sequence[Value]) -> bool:
    return any(one_party(v, p) for v in values for p in parties if isinstance(p, ActorValue))


def done_to(case: Case, name: str, *, bystanders: bool = False) -> None:
    """Those whom most reports name: of a party that one report names among many, its own account tells.

    Civilians stay beside parties with a name; a place is whom it was done to only where nobody else is, or where it was
    taken; nobody does it to himself. ``bystanders``: only those who do not fight.
    """
    acting = [v for e in case.settled if e.field in _ACTING for v in e.values if isinstance(v, ActorValue)]
    doers = {v.actor for v in acting if v.actor}
    told: list[tuple[list[ActorValue], set[str]]] = []
    country = country_of(case)
    for account in case.accounts:
        for value in (at_home(v, country) for v in settled_by(account, name)):
            if bystanders and _fights(value):
                continue
            if isinstance(value, ActorValue) and (name != "target" or value.actor not in doers):
                known = next((group for group in told if any(one_body(value, v) for v in group[0])), None)
                if known is None:
                    told.append(known := ([], set()))
                known[0].append(value)
                known[1].add(account.source)
    others = [group for group in told if not _is_place(group[0][0], case)]
    named = others if others and not any(a.event.type in _TAKEN for a in case.accounts) else told
    most = max((len(sources) for _, sources in named), default=0)
    kept = [oftenest(values) for values, sources in named if len(sources) >= min(2, most)]
    # That they were civilians says more than that they were people, whoever says it, and this as much as that they were
    # the wounded.
    people = [v for v in kept if v.kind in ("civilians", "other") and anybody(v.name)]
    civilians = (v for values, _ in named if (v := oftenest(values)).name.lower() in _CIVILIANS)
    whom = next(civilians, people[0] if people else None)
    case.settle(name, dict.fromkeys(whom if whom and v in people else v for v in kept))


def _is_place(value: ActorValue, case: Case) -> bool:
    """Whether a target is the place of the incident, or the country that it lies in."""
    places = [v for a in case.accounts for v in settled_by(a, "place") if isinstance(v, PlaceValue)]
    names = {name.lower() for p in places for name in (p.name, p.admin1, p.admin2) if name}
    return value.name.lower() in names or (value.kind == "state" and value.country in {p.country for p in places})


def _is_only_a_place(value: Value, places: Container[str]) -> bool:
    """Whether it is no party that is known but bears the name of a place of the incident: a place does nothing."""
    return isinstance(value, ActorValue) and not value.actor and _letters(value.name) in places


def _letters(name: str) -> str:
    """A name's letters, without the ending of a genitive."""
    return name_key(name).replace(" ", "").removesuffix("s")


def _helps(value: Value) -> bool:
    """Whether it is an aid group or the United Nations as such, who are told of beside those who did it."""
    return isinstance(value, ActorValue) and (value.kind == "ngo" or value.actor == "igo:UN")


def _agree(one: Sequence[Value], other: Sequence[Value]) -> bool:
    """Whether two sources may speak of the same parties: one name in common, or one that may describe the other."""
    mine, its = ([v for v in values if isinstance(v, ActorValue) and particular(v)] for values in (one, other))
    return any(may_be_one(a, b) for a in mine for b in its)
