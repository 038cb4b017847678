"""The arrest or surrender that a dated report begins with is its news, whatever past it tells of."""

from dataclasses import replace
from datetime import date

import pytest

from tacitus.assemble.deeds.custody import caught_now
from tacitus.records.span import Span
from tests.assemble.build import Scene


def realis(scene: Scene, published: date | None = date(2012, 5, 4)) -> list[str]:
    markup = scene.markup([Span(0, len(scene.text))])
    return [t.realis for t in caught_now(replace(scene.report, published=published), markup, markup.triggers)]


@pytest.mark.parametrize(
    ("text", "arrest", "told"),
    [
        ("A miller who was tried for the killing of a judge was arrested in Lom by police.", "arrested", "actual"),
        ("A rebel, wanted for the killing of a judge, surrendered in Lom.", "surrendered", "actual"),
        ("Four men were arrested in Lom for the killing of a judge.", "arrested", "actual"),
        ("The man who was arrested for the killing of a judge is a miller.", "arrested", "historical"),
        ("For the killing of a judge four men had been arrested in Lom.", "arrested", "historical"),
    ],
)
def test_an_arrest_in_the_first_sentence_is_news(text: str, arrest: str, told: str) -> None:
    scene = Scene(text)
    scene.event("killing", "armed_attack", "historical")
    scene.event(arrest, "surrender" if arrest == "surrendered" else "arrest", "historical")
    found = realis(scene)
    assert sorted(found) == sorted(["historical", told])
    assert realis(scene, published=None) == ["historical"] * 2


def test_an_arrest_with_a_day_of_its_own_or_beside_the_news_stays_history() -> None:
    scene = Scene("Four men were arrested in May.")
    scene.event("arrested", "arrest", "historical", time=scene.time("May", "2011-05-01"))
    assert realis(scene) == ["historical"]
    scene = Scene("Police held a rally where four men were arrested.")
    scene.event("rally", "demonstration")
    scene.event("arrested", "arrest", "historical")
    assert realis(scene) == ["actual", "historical"]
