"""Every scheme has its columns, all of them and in its order; the page in the docs tells what is in them."""

from pathlib import Path

import pytest

from tacitus.errors import SettingError
from tacitus.export import acled, flat, formats, gdelt, icews, polecat, reference, rows, ucdp
from tacitus.export.dyads import GOLDSTEIN, cameo
from tacitus.export.nations import nation
from tacitus.records import ontology

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 "
    "actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location "
    "latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split()
UCDP = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name "
    "dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b "
    "number_of_sources source_article source_office source_date source_headline source_original where_prec "
    "where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id "
    "region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high "
    "low gwnoa gwnob"
).split()
ICEWS = (
    "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,Target "
    "Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude"
).split(",")
POLECAT = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,Primary "
    "Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,"
    "Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia "
    "Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
    "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version"
).split(",")
_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
_GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
GDELT = [
    *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED",
    "SOURCEURL",
]
MENTIONS = (
    "GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID "
    "Actor1CharOffset Actor2CharOffset ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone "
    "MentionDocTranslationInfo Extras"
).split()


@pytest.mark.parametrize(
    ("columns", "names", "count"),
    [
        (acled.COLUMNS, ACLED, 31),
        (ucdp.COLUMNS, UCDP, 49),
        (icews.COLUMNS, ICEWS, 20),
        (polecat.COLUMNS, POLECAT, 40),
        (gdelt.EVENTS, GDELT, 61),
        (gdelt.MENTIONS, MENTIONS, 16),
    ],
)
def test_a_scheme_has_its_columns_in_its_order(columns: tuple, names: list[str], count: int) -> None:
    assert [column.name for column in columns] == names
    assert len(names) == count == len(set(names))


def test_our_own_tables_name_each_column_once() -> None:
    for columns in (flat.INCIDENTS, flat.EVENTS, flat.CLAIMS):
        names = [column.name for column in columns]
        assert len(names) == len(set(names))
    assert rows.COLUMNS == tuple(column.name for column in flat.CLAIMS)


def test_the_page_in_the_docs_is_fresh() -> None:
    page = Path(__file__).parents[2] / "docs/exports.md"
    fresh = page.read_text("utf-8") == reference.page()
    assert fresh, "docs/exports.md is stale; run .venv/bin/python -m tacitus.export.reference > docs/exports.md"


def test_every_column_is_told() -> None:
    for made in formats.FORMATS.values():
        assert made.columns and made.holds and made.which
        assert all(column.told and "|" not in column.told for column in made.columns), made.name
        assert made.binary == (made.fill is not None) == (made.lines is None)


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(SettingError, match="'xls' is no format to export; there are csv, "):
        formats.named("xls")


def test_every_code_has_its_weight_but_the_one_that_is_younger() -> None:
    codes = {
        code for kind in ontology.load() for realis in ("actual", "planned", "denied") if (code := cameo(kind, realis))
    }
    assert codes - set(GOLDSTEIN) == {"176"}


def test_every_country_of_the_gazetteer_is_known() -> None:
    listed = Path(__file__).parents[2] / "tacitus/data/gazetteer/countries.txt"
    gone = {"ANT", "SCG"}  # no longer countries
    for iso3 in {line.split()[0] for line in listed.read_text("utf-8").splitlines()} - gone:
        assert nation(iso3).name != iso3, iso3
    assert nation(None).name == "" and nation("QQQ").name == "QQQ"
