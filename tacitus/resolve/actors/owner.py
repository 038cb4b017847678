"""A described party and the party beside it come in ("police" · Afghanistan); the party they are together goes out.

One thing to know: an organ of a state has an id of its own (``gov:AFG.police``), who belongs to a group is the group,
and an office is the person who held it on the day.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tacitus.resolve.actors.parts import Context, Reading, from_actor
from tacitus.resolve.actors.words import OFFICIAL, PERSONAL, ROLES, Noun, Sort
from tacitus.resolve.names import singular

#: Kinds whose members, fighters and leaders count as the party itself.
GROUPS = frozenset(("rebel", "militia", "criminal", "party", "ngo", "media", "company", "igo", "other"))
#: Kinds of party that are at home in no country, or are one.
ROOTLESS = frozenset(("igo", "state"))
ARMED = frozenset(("rebel", "militia", "criminal"))
LEADING = frozenset(("leader", "ruler", "supremo", "strongman"))
#: Offices that a country's ruler may be said to hold.
HIGHEST = frozenset(("president", "supreme-leader", "monarch"))
ORGANS = frozenset(("government", "military", "police", "intelligence"))
#: Who may be anybody in the land or the capital named before: "Damascus sources".
_ANYBODY = frozenset(("source", "sources"))
_RUN = re.compile(r"\b(?:state|government)[- ](?:run|owned|controlled|funded|linked|affiliated)\b", re.I)


def several(plain: Reading) -> Reading:
    """Several holders of an office are no single person: "ministers" are a government, "priests" civilians."""
    single = singular(plain.head)
    if plain.kind != "person" or single == plain.head:
        return plain
    return replace(plain, kind="government" if single.split()[-1] in OFFICIAL else "civilians")


def stands_beside(head: Noun, owner: Reading) -> bool:
    """Whether people are near an armed group and not of it: its supporters and workers; its activists are."""
    return head.kind == "civilians" and owner.kind in ARMED and not head.active


def owned_by(plain: Reading, head: Noun, owner: Reading, context: Context) -> Reading:
    """A described party beside the party that it belongs to."""
    country = owner.country or plain.country
    if owner.kind == "community" and head.sort is Sort.MEMBER and head.kind in (None, "civilians"):
        if plain.head not in PERSONAL and (head.kind is None or plain.head != singular(plain.head)):
            return replace(owner, head=plain.head)  # but "a Sunni politician" is not the Sunnis
    if owner.kind == "community" and (owner.actor or "").startswith("ucdp:") and context.folded:
        # Peoples that UCDP knows from a fight in one country live on both sides of its borders.
        plain = replace(plain, country=None if plain.country == owner.country else plain.country)
        owner, country = replace(owner, country=None), plain.country
    if head.kind == "gunmen" and owner.kind in GROUPS:
        return replace(owner, named=False, head=plain.head)
    if person := _leader(plain, owner, context):
        return person
    if owner.kind == "person" and head.kind in ARMED and (group := _led_by(owner, context)):
        return replace(group, named=False, head=plain.head)
    if stands_beside(head, owner):
        return plain
    if owner.named and head.kind == "ngo" and owner.kind in ("ngo", "igo"):
        return owner  # "the Lake Observatory monitor" is told what it is, and "U.N. monitors" are the U.N.'s
    if head.sort is Sort.PEOPLE or owner.kind == "community":
        # "Kurdish fighters" are those of the report's country.
        return replace(plain, country=country, homely=country is None and owner.kind == "community")
    if head.sort is Sort.OFFICE and (holders := several(plain)).kind != "person":
        return owner if owner.kind == "igo" else replace(holders, country=country, homely=False)
    if head.sort is Sort.OFFICE or (owner.kind == "igo" and plain.head in ROLES):
        return _in_office(plain, owner, context)
    if owner.kind == "igo" and head.kind == "military":
        return replace(owner, kind="military", named=False, head=plain.head)
    if owner.kind in GROUPS or (owner.kind in ORGANS and "." in (owner.actor or "")):
        kind = owner.kind or head.kind
        return replace(owner, kind=kind, named=False, head=plain.head)
    if owner.kind == "state" and (plain.head in _ANYBODY or _RUN.search(plain.name)):
        # What a state runs is not the state; its agency tells news.
        kind = "media" if plain.head == "agency" else plain.kind
        return replace(plain, kind=kind, country=country, homely=False)
    if plain.head == "coalition" and plain.kind == "military" and _is_home(owner, context):
        return replace(plain, kind="party", country=country, homely=False)  # no nation is an alliance of armies at home
    if owner.actor is None and owner.kind != "person":
        return replace(owner, kind=head.kind or owner.kind, named=False, head=plain.head)
    if country is None or (head.sort is Sort.MEMBER and head.kind is not None):
        return replace(plain, country=country, homely=False)
    # "French officers" are soldiers where the reader saw it.
    part = head.body or (plain.kind if plain.kind in ORGANS and plain.kind != "government" else "")
    body = f"gov:{country}.{part}" if part else f"gov:{country}"
    if head.body is None and head.kind is not None:
        return replace(plain, country=country, homely=False)
    if body not in context.table:
        return replace(plain, country=country, homely=False)
    known = from_actor(context.table[body])
    return replace(known, head=plain.head, named=head.sort is Sort.BODY)


def _is_home(owner: Reading, context: Context) -> bool:
    """Whether a report names no country more often than this state."""
    often = context.countries.get(owner.country or "", 0)
    return owner.kind == "state" and often > 0 and often == max(context.countries.values())


def _leader(plain: Reading, owner: Reading, context: Context) -> Reading | None:
    """Who led the party on the day, where it is the leader and no leader: "the Hezbollah leader"."""
    if plain.head not in LEADING or not context.definite or owner.kind not in ("state", *GROUPS):
        return None
    base = owner.country if owner.kind == "state" else owner.actor
    person = context.table.holder(f"{base}.leader", context.on)
    return replace(from_actor(person), head=plain.head) if person else None


def _led_by(owner: Reading, context: Context) -> Reading | None:
    """The armed group that a known person led on the day: "Joseph Kony's rebels"."""
    if owner.actor is None or context.on is None:
        return None
    offices = (term.office.rpartition(".") for term in context.table[owner.actor].held)
    led = [base for base, _, role in offices if role == "leader" and ":" in base and base in context.table]
    groups = (base for base in led if context.table.holder(f"{base}.leader", context.on) == context.table[owner.actor])
    return next((from_actor(context.table[base]) for base in groups if context.table[base].kind in ARMED), None)


def _in_office(plain: Reading, owner: Reading, context: Context) -> Reading:
    """Who holds an office of the owner on the day; the office itself where that is not known."""
    if owner.kind in GROUPS and owner.kind != "igo":
        return replace(owner, named=False, head=plain.head)
    if "." in (owner.actor or "") and owner.kind in ORGANS and HIGHEST.intersection(_roles(plain.head)):
        # "Congress president": an organ has a president of its own, and others have a Congress too.
        return replace(plain, kind="person", country=plain.country if plain.country in context.countries else None)
    base = owner.actor if owner.kind == "igo" else owner.country
    offices = [f"{base}.{role}" for role in _roles(plain.head)]
    for office in offices:
        if person := context.table.holder(office, context.on):
            return replace(from_actor(person), head=plain.head)
    for office in offices:
        if f"office:{office}" in context.table:
            return replace(from_actor(context.table[f"office:{office}"]), head=plain.head)
    if plain.kind is None:
        return replace(owner, named=False, head=plain.head)
    return replace(plain, kind="person", country=owner.country or plain.country, homely=False)


def _roles(head: str) -> tuple[str, ...]:
    """The offices that a noun may mean, the likeliest first."""
    if head in ("chief", "head", "boss"):
        return ("secretary-general", "director-general", "chair", "high-commissioner", "president")
    role = ROLES.get(head, head.replace(" ", "-"))
    # Who rules without an office is called the president.
    return (role, "leader") if role in HIGHEST else (role,)
