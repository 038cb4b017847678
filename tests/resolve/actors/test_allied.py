"""A bare coalition or alliance is the one that the report names, and no other."""

from datetime import date

import pytest

from tests.resolve.marked import read

COALITION, SDF = "igo:OIR", "ucdp:6288"


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("The [US-led coalition] hit Raqqa. The [coalition] did not say why.", COALITION),
        ("[Coalition jets] hit Raqqa. The [US-led coalition] said so.", COALITION),
        ("The [US-led coalition] hit Raqqa. Nine died in [coalition] strikes.", COALITION),
        ("The [US-led coalition] hit Raqqa. The [rebel coalition] fled.", None),
        ("The [US-led coalition] hit Raqqa. A new [coalition] was formed.", None),
        ("The [US-led coalition] hit Raqqa. The [coalition] government fell.", None),
        ("The [coalition] hit Raqqa.", None),
        ("The [Syrian Democratic Forces], an alliance of Kurds, left. [Alliance fighters] came.", SDF),
        ("The [Syrian Democratic Forces], a Kurd-Arab alliance, left. [Kurd-Arab alliance troops] came.", SDF),
        ("The [Syrian Democratic Forces], an alliance of Kurds, left. The [Islamist alliance] came.", None),
    ],
)  # fmt: skip
def test_a_bare_coalition_is_the_one_named(marked: str, actor: str | None) -> None:
    found = [value.actor for value in read(marked, date(2016, 5, 1), label="military")]
    assert (found[0] if "[Coalition jets]" in marked else found[-1]) == actor
