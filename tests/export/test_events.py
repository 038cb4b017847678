"""Events as event coders write them: dyads with their codes, and where GDELT's offsets lead."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tacitus.export import formats, gdelt, icews, polecat
from tacitus.export.dyads import coded, dyads, plover, rooted
from tacitus.export.rows_of import EventRow
from tacitus.records.value import ActorValue, Value
from tests.export import build
from tests.export.build import SHELLING, WIRE, event, told

MINISTER = ActorValue("gov:YEM.foreign", "Foreign Ministry of Yemen", "government", "YEM")
ENVOY = ActorValue(None, "UN envoy", "igo", None)
STATE = ActorValue("state:SAU", "Saudi Arabia", "state", "SAU")


def made(kind: str, realis: str = "actual", **settled: Value | tuple[Value, ...]) -> EventRow:
    return EventRow(event(kind, realis, **settled), WIRE, SHELLING)


def cells(columns: tuple, row: EventRow) -> list[dict[str, Any]]:
    return [{column.name: column.value(dyad) for column in columns} for dyad in dyads([row])]


def test_icews() -> None:
    [found] = cells(icews.COLUMNS, told())
    assert (found["Event ID"], found["Event Date"], found["Story ID"]) == ("e1", "2018-03-09", "r1")
    assert (found["Source Name"], found["Source Sectors"], found["Source Country"]) == ("Houthis", "Rebel", "Yemen")
    assert (found["Event Text"], found["CAMEO Code"], found["Intensity"]) == (
        "Shelling or missile attack",
        "194",
        -10.0,
    )
    assert (found["City"], found["District"], found["Province"]) == ("Taiz", "Al Qahirah", "Ta‘izz")
    assert {name for name, value in found.items() if value is None} == {"Sentence Number"}


def test_polecat() -> None:
    [found] = cells(polecat.COLUMNS, told())
    assert (found["Event Type"], found["Event Mode"], found["Quad Code"]) == (
        "ASSAULT",
        "heavy-weapons",
        "MATERIAL CONFLICT",
    )
    assert (found["Actor Name"], found["Actor Name Raw"], found["Actor COW"]) == ("Houthis", "Houthi", 679)
    assert (found["Primary Actor Sector"], found["Primary Recipient Sector"]) == ("REB", "CVL")
    assert (found["GeoNames ID"], found["Raw Placename"]) == ("70225", "Taiz")
    for name in (
        "Intensity",
        "Contexts",
        "Actor Title",
        "Wikipedia Actor ID",
        "Story People",
        "Language",
        "Feature Type",
    ):
        assert found[name] is None
    [bare] = cells(polecat.COLUMNS, replace(told(), text=None))
    assert bare["Actor Name Raw"] is bare["Raw Placename"] is None and bare["Actor Name"] == "Houthis"


def test_gdelt_events() -> None:
    [found] = cells(gdelt.EVENTS, told())
    assert (found["SQLDATE"], found["MonthYear"], found["Year"], found["FractionDate"]) == (
        20180309,
        201803,
        2018,
        2018.2712,
    )
    assert (found["Actor1Code"], found["Actor1Name"], found["Actor1Type1Code"]) == ("YEMREB", "HOUTHIS", "REB")
    assert (found["Actor2Code"], found["Actor2Type1Code"]) == ("YEMCVL", "CVL")
    assert (found["EventCode"], found["EventBaseCode"], found["EventRootCode"], found["QuadClass"]) == (
        "194",
        "194",
        "19",
        4,
    )
    assert (found["ActionGeo_Type"], found["ActionGeo_CountryCode"]) == (4, "YM")
    assert found["DATEADDED"] == "20180309000000" and found["NumMentions"] == 2
    assert 0 < found["GLOBALEVENTID"] < 2**60
    assert all(found[name] is None for name in found if name.startswith(("Actor1Geo", "Actor2Geo")))
    assert found["AvgTone"] is found["IsRootEvent"] is found["ActionGeo_ADM1Code"] is None


def test_gdelt_days_are_no_finer_than_what_is_known() -> None:
    [found] = cells(gdelt.EVENTS, made("bombing", time=build.MARCH))
    assert (found["SQLDATE"], found["MonthYear"], found["Year"]) == (None, 201803, 2018)
    [bare] = cells(gdelt.EVENTS, made("bombing"))
    assert bare["Year"] is bare["MonthYear"] is bare["Actor1Code"] is bare["ActionGeo_Type"] is None


def test_gdelt_mentions_lead_to_the_words() -> None:
    rows = list(gdelt.mentioned(dyads([told()])))
    found = [{column.name: column.value(row) for column in gdelt.MENTIONS} for row in rows]
    assert [SHELLING[each["ActionCharOffset"] :][:3] for each in found] == ["hit", "kil"]
    for each in found:
        assert SHELLING[each["Actor1CharOffset"] :].startswith("Houthi")
        assert SHELLING[each["Actor2CharOffset"] :].startswith("people")
        assert each["MentionDocLen"] == len(SHELLING) and each["Confidence"] == 90 and each["MentionType"] == 1
        assert each["GLOBALEVENTID"] == cells(gdelt.EVENTS, told())[0]["GLOBALEVENTID"]
    unlinked = replace(told(), report=build.DAILY, text=None)
    [one, _] = [{c.name: c.value(r) for c in gdelt.MENTIONS} for r in gdelt.mentioned(dyads([unlinked]))]
    assert (one["MentionType"], one["MentionIdentifier"]) == (2, "The Daily Example, Toll rises")
    assert one["MentionDocLen"] is None


@pytest.mark.parametrize(
    ("kind", "realis", "code", "root", "mode"),
    [
        ("visit", "planned", "030", "AGREE", None),
        ("air_strike", "threatened", "130", "THREATEN", None),
        ("air_strike", "denied", "120", "REJECT", None),
        ("air_strike", "historical", "195", "ASSAULT", "heavy-weapons"),
        ("demand", "planned", "100", "REQUEST", None),
        ("responsibility_claim", "actual", "010", None, None),
        ("concession", "actual", "080", "CONCEDE", None),
        ("withdrawal", "actual", "0874", "RETREAT", "withdraw"),
    ],
)
def test_what_is_said_is_not_what_is_done(
    kind: str, realis: str, code: str, root: str | None, mode: str | None
) -> None:
    [dyad] = dyads([made(kind, realis, speaker=MINISTER)])
    assert (dyad.cameo, *plover(dyad.row)) == (code, root, mode)


def test_who_calls_off_his_strike_concedes() -> None:
    text = "The miners called off their strike."
    miners = build.claim("perpetrator", ActorValue(None, "miners", "civilians", None), "miners", text=text)
    event = replace(build.event("labour_strike"), trigger=build.span("strike", text), claims=(miners,))
    assert plover(replace(told(), event=event, text=text)) == ("CONCEDE", None)


def test_schemes_take_what_they_code() -> None:
    assert not coded(made("bombing", "feared")) and not rooted(made("bombing", "feared"))
    assert not coded(made("accidental_explosion")) and not rooted(made("accidental_explosion"))
    assert coded(made("responsibility_claim")) and not rooted(made("responsibility_claim"))
    assert len(build.text("icews", made("bombing", "feared")).splitlines()) == 1
    assert "Visit (planned)" in build.text("icews", made("visit", "planned"))


def test_pairs() -> None:
    accused = list(dyads([made("accusation", speaker=MINISTER, addressee=(STATE, build.HOUTHIS))]))
    assert [(d.id, d.source, d.target) for d in accused] == [("e1", MINISTER, STATE), ("e1-2", MINISTER, build.HOUTHIS)]
    assert len({d.integer for d in accused}) == 2
    talks = list(dyads([made("meeting", participant=(MINISTER, ENVOY, STATE))]))
    assert [(d.source, d.target) for d in talks] == [(MINISTER, ENVOY), (MINISTER, STATE), (ENVOY, STATE)]
    described = tuple(ActorValue(None, name, "civilians", "YEM") for name in ("people", "children", "Syrian refugees"))
    hit = list(dyads([made("shelling", target=described)]))
    assert [d.target.name for d in hit if d.target] == ["people", "Syrian refugees"]
    [alone] = dyads([made("bombing")])
    assert alone.source is alone.target is None


def test_plover() -> None:
    [found] = map(json.loads, build.text("plover", told()).splitlines())
    assert (found["event"], found["mode"], found["quad"], found["date"]) == (
        "ASSAULT",
        "heavy-weapons",
        4,
        "2018-03-09",
    )
    assert found["source"] == [
        {"actorText": "Houthis", "code": "YEM", "sector": "REB", "actor": "ucdp:1091", "cameo": "YEMREB"}
    ]
    assert SHELLING[found["start"] : found["end"]] == found["eventText"] == "hit"
    assert found["location"]["precision"] == "settlement" and "text" not in found
    [talks] = map(json.loads, build.text("plover", made("meeting", participant=(MINISTER, STATE))).splitlines())
    assert [each["code"] for each in talks["source"]] == ["YEM", "SAU"] and "target" not in talks
    assert "date" not in talks and "location" not in talks


def test_gdelt_files_have_no_header() -> None:
    for name, count in (("gdelt", 61), ("gdelt-mentions", 16)):
        lines = build.text(name, told()).splitlines()
        assert all(line.count("\t") == count - 1 for line in lines) and lines[0].split("\t")[0].isdigit()
    assert build.text("icews", told()).splitlines()[0].split("\t")[0] == "Event ID"


def test_streams_are_the_files() -> None:
    for name in ("gdelt", "csv-events", "csv-claims", "plover"):
        assert b"".join(formats.stream(formats.named(name), [told()])).decode() == build.text(name, told())
