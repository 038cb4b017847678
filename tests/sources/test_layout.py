"""The layout: text frozen, title and repeats read once, datelines, bylines, dates with their basis."""

from datetime import date

import pytest

from tacitus.sources import dates
from tacitus.sources.draft import Draft
from tacitus.sources.language import language_of
from tacitus.sources.layout import freeze, lay_out

BODY = "Six soldiers were killed on Monday when gunmen attacked a checkpoint near Harl, the army said."


def skipped(text: str, **given: object) -> list[str]:
    report = lay_out(text, **given)  # type: ignore[arg-type]
    return [span.of(report.text) for span in report.skip]


def test_text_is_frozen_but_for_line_ends() -> None:
    text = "  A title\r\n\r\nBody\u00a0text  with   blanks.\rEnd\n\n"
    assert lay_out(text).text == "  A title\n\nBody\u00a0text  with   blanks.\nEnd\n\n"


def test_a_title_told_three_times_is_read_once() -> None:
    title = "Army warns rebels to leave Harl’s ‘old town’"
    report = lay_out(f"{title}\n\n  • {title}\n\n{title.upper()}\n\n{BODY}\n")
    assert report.title == title
    assert [span.of(report.text) for span in report.skip] == [f"• {title}", title.upper()]
    assert report.published is None


def test_a_title_told_again_on_the_line_of_its_agency_and_day_hides_neither() -> None:
    title = "Mortar fire kills two bakers in Dolina"
    report = lay_out(f"{title}\n\n{title} AFP Sunday 4 May 2014 Shells fell on a bakery.")
    assert (report.title, report.published) == (title, date(2014, 5, 4))
    assert report.text[report.skip[-1].end :].strip() == "Shells fell on a bakery."


def test_a_given_title_is_found_before_the_first_sentence_without_a_line_end() -> None:
    title = "Gunmen kill six soldiers at Harl checkpoint"
    text = f"Tue 14 Mar 2017 at 0735 {title} {BODY}"
    report = lay_out(text, title=f"{title} - World - The Courier")
    assert [span.of(text) for span in report.skip] == ["Tue 14 Mar 2017 at 0735", " "]
    assert (report.published, report.published_basis) == (date(2017, 3, 14), "byline")


def test_repeated_paragraphs_and_sentences_are_skipped_but_short_ones_are_not() -> None:
    long = "The bridge over the Osk was closed to all traffic after the second explosion."
    short = "No casualties were reported."
    text = f"{BODY}\n\n{long} {short}\n\n{BODY}\n\nPolice came. {long} Then they left.\n\n{short}"
    assert skipped(text) == [BODY, long]


@pytest.mark.parametrize(
    ("head", "place", "published"),
    [
        ("KABUL, Feb 15 (Agency) — ", "KABUL", None),
        ("BEIRUT/DAMASCUS (Reuters) - ", "BEIRUT/DAMASCUS", None),
        ("Dakar, 3 March 2019 – ", "Dakar", date(2019, 3, 3)),
        ("LASHKAR GAH, Afghanistan (AP) — ", "LASHKAR GAH, Afghanistan", None),
        ("GOMA, Republic of Sorland, Jan. 9, 2012 (AFP) - ", "GOMA, Republic of Sorland", date(2012, 1, 9)),
        ("PORT-AU-PRINCE -- ", "PORT-AU-PRINCE", None),
        ("N’DJAMENA, Tuesday – ", "N’DJAMENA", None),
        ("PESHAWAR: ", "PESHAWAR", None),
        ("Mogadishu (Shore News) — ", "Mogadishu", None),
        ("UNITED NATIONS, 1 June 2020 (Shore News) — ", "UNITED NATIONS", date(2020, 6, 1)),
        ("GOMA, REPUBLIC OF SORLAND (JAN. 9, 2012) - ", "GOMA, REPUBLIC OF SORLAND", date(2012, 1, 9)),
        ("GOMA, REPUBLIC OF SORLAND, JANUARY 9, 2012 /Agency/ -- ", "GOMA, REPUBLIC OF SORLAND", date(2012, 1, 9)),
        ("GOMA, 19/01/2012 (Agency) - ", "GOMA", date(2012, 1, 19)),
        ("GOMA, Jan 19, 2012 (Agency). ", "GOMA", date(2012, 1, 19)),
        ("GOMA (Sorland), 19 January 2012. ", "GOMA", date(2012, 1, 19)),
        ("ST. PETERSBURG, Russia — ", "ST. PETERSBURG, Russia", None),
        ("Goma, Jan 19, 2012: ", "Goma", date(2012, 1, 19)),
    ],
)
def test_datelines(head: str, place: str, published: date | None) -> None:
    report = lay_out(f"Gunmen kill six\n\n{head}{BODY}")
    assert report.dateline is not None
    assert report.dateline.of(report.text) == place
    assert [span.of(report.text) for span in report.skip] == [head]
    assert (report.published, report.published_basis) == (published, "dateline" if published else None)


def test_a_dateline_with_day_and_agency_is_one_though_all_is_in_capitals() -> None:
    report = lay_out(f"GOMA, REPUBLIC OF SORLAND, MARCH 3, 2013 (AGENCY) - {BODY.upper()}")
    assert (report.published, report.published_basis) == (date(2013, 3, 3), "dateline")


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("SECURITY DIGEST, 3 March 2015", "3 March 2015"),
        ("Daily Situation Report No. 41 | 3 March 2015", "3 March 2015"),
        ("Daily Sitrep #41 - 22/02/2020", "22/02/2020"),
        ("Security digest (as of 22.02.2020)", "22.02.2020"),
        ("The Harl Courier, Tuesday, March 3, 2015", "Tuesday, March 3, 2015"),
        ("3 March 2015: Security digest", "3 March 2015"),
        ("Live: Fighting in Harl (3 March 2015)", "3 March 2015"),
        ("SITREP No. 14 - Eastern Sorland - 3 March 2015", "3 March 2015"),
        ("Situation report Sorland #12: 3 March 2015", "3 March 2015"),
        ("Digest of incidents, 25 February - 3 March 2015", "3 March 2015"),
        ("Monthly round-up, Harl basin (3 March 2015)", "3 March 2015"),
    ],
)
def test_the_day_of_an_issue(title: str, day: str) -> None:
    report = lay_out(f"{title}\n\n{BODY}")
    assert (report.title, report.published, report.published_basis) == (title, dates.written(day), "title")
    assert [span.of(report.text) for span in report.skip] == [day]


def test_the_day_of_what_is_summed_up_is_no_day_of_an_issue() -> None:
    assert lay_out(f"Summary of the siege of Harl, 3 March 2015\n\n{BODY}").published is None


def test_a_title_with_a_land_before_a_colon_and_the_days_of_a_situation_report() -> None:
    report = lay_out(f"SORLAND: Harl Situation Update No. 14\nReporting period: 3-9 July 2023\n\n{BODY}")
    assert (report.dateline, report.published) == (None, date(2023, 7, 9))
    assert lay_out(f"Goma, 19 January 2012: the raid\n\n{BODY}").dateline is None


def test_a_byline_of_nobody_in_particular() -> None:
    report = lay_out(f"Harl live: shells fall\n\nBy staff and agencies. 11 May 2022\n\n{BODY}")
    assert report.published == date(2022, 5, 11) and report.byline is not None


def test_the_day_of_an_issue_in_a_given_title() -> None:
    assert lay_out(BODY, title="Security Digest, 3 March 2015").published == date(2015, 3, 3)


def test_the_entries_of_a_digest_keep_their_times() -> None:
    entry = f"2015-03-01T06:10+03:00 {BODY}"
    assert skipped(f"SECURITY DIGEST, 3 March 2015\n\n{entry}") == ["3 March 2015"]


@pytest.mark.parametrize("line", ["Baku, 12 October 2020", "BAKU, 12 OCTOBER 2020.", "Baku, Sorland, 12 October 2020"])
def test_a_line_of_place_and_day(line: str) -> None:
    report = lay_out(f"Talks open in Baku\n\n{line}\n\n{BODY}")
    assert (report.title, report.published, report.published_basis) == (
        "Talks open in Baku", date(2020, 10, 12), "dateline",
    )  # fmt: skip
    assert report.dateline is not None
    assert [span.of(report.text) for span in report.skip] == [line]


@pytest.mark.parametrize(
    "title",
    [
        "DAILY SITREP NO. 41 - 12/02/2020",
        "Timeline of the attack of 3 March 2015",
        "Killings in Harl, 1 January 2010 - 3 March 2015",
        "Gunmen kill six soldiers, 3 March 2015",
        "Ceasefire agreement of Harl, 3 March 2015",
        "Battle of Harl, 3 March 2015",
        "Summary for the week 3-9 March 2015",
        "What happened in Harl on 3 March 2015",
    ],
)
def test_the_day_that_a_title_tells_of_is_no_publication_date(title: str) -> None:
    assert lay_out(f"{title}\n\n{BODY}").published is None


def test_lines_of_place_and_day_that_differ_are_a_chronology() -> None:
    text = f"Tour of the envoy\n\nBaku, 12 October 2020\n\n{BODY}\n\nHarl, 14 October 2020\n\nHe left."
    assert (lay_out(text).published, lay_out(text).skip) == (None, ())


@pytest.mark.parametrize("head", ["digest " * 999, "A, " * 999, "live " + "- " * 999, "Ab Cd, " * 99 + "3 March 2015"])
def test_hostile_heads_are_read_in_passing(head: str) -> None:
    assert lay_out(f"{head}\n\n{BODY}").text


@pytest.mark.parametrize(
    "text",
    [
        "Sudan – the forgotten war goes into its third year, and no end is in sight for anyone.",
        "UPDATE 1 - Six killed in Harl\n\n" + BODY,
        "NATO: ministers to meet on Wednesday in the capital of the alliance.",
        "SIX KILLED IN HARL - ARMY\n\nGUNMEN ATTACKED A CHECKPOINT ON MONDAY.",
        "Smith (Labour) told the house that troops would stay.",
        "12 May 2014 was a dark day for the town of Harl.",
        "By Thursday the army had taken the town.\n\n" + BODY,
        "May 2 was quiet. March 3 2019, a Sunday, was not.",
    ],
)
def test_what_only_looks_like_furniture_is_read(text: str) -> None:
    report = lay_out(text)
    assert (report.dateline, report.byline, report.published, report.skip) == (None, None, None, ())


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("By John Smith", None),
        ("By Lena Marsh and Oren Talvik in Harl", None),
        ("BY LENA MARSH, Shore News", None),
        ("Posted by admin on 12 May 2014", date(2014, 5, 12)),
        ("Posted on May 9, 2016 by Shore News", date(2016, 5, 9)),
        ("By Lena Marsh | 3rd June 2018 14:05 GMT", date(2018, 6, 3)),
    ],
)
def test_bylines(line: str, published: date | None) -> None:
    report = lay_out(f"Gunmen kill six soldiers\n{line}\n\n{BODY}")
    assert report.title == "Gunmen kill six soldiers"
    assert report.byline is not None
    assert report.byline.of(report.text) == line
    assert (report.published, report.published_basis) == (published, "byline" if published else None)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published: 4 April 2017", date(2017, 4, 4)),
        ("Date of publication 23 May 2016", date(2016, 5, 23)),
        ("Last updated at Aug 142016", date(2016, 8, 14)),
        ("Friday, April 7th, 2017 9:14 am", date(2017, 4, 7)),
        ("2017-04-07T09:14:00Z", date(2017, 4, 7)),
        ("31 February 2017", None),
        ("04/07/2017", None),
    ],
)
def test_date_lines(line: str, published: date | None) -> None:
    assert lay_out(f"Gunmen kill six soldiers\n\n{line}\n\n{BODY}").published == published


def test_the_dates_of_a_chronology_are_read_and_none_is_its_publication() -> None:
    text = f"Timeline of the Harl conflict\n\n3 May 2019\n\n{BODY}\n\n9 June 2019\n\nThe army left the town."
    report = lay_out(text)
    assert (report.published, report.skip) == (None, ())


def test_a_heading_in_capitals_within_the_text_is_no_dateline() -> None:
    report = lay_out(f"Situation in Harl\n\n{BODY}\n\nSECURITY: Police said the road was closed.")
    assert (report.dateline, report.skip) == (None, ())


def test_the_year_of_a_dateline_comes_from_the_url_only_when_the_months_agree() -> None:
    text = f"HARL, Feb 15 (Agency) — {BODY}"
    report, _ = freeze(Draft(text, "here", url="https://news.example/2021/02/gunmen"))
    assert (report.published, report.published_basis) == (date(2021, 2, 15), "dateline")
    report, _ = freeze(Draft(text, "here", url="https://news.example/2021/04/gunmen"))
    assert report.published is None


@pytest.mark.parametrize(
    "path", ["2017/04/07/gunmen", "2017-04-07-gunmen", "world/20170407/a.html", "world/2017/apr/07/gunmen"]
)
def test_the_date_in_a_url(path: str) -> None:
    report, _ = freeze(Draft(BODY, "here", url=f"https://news.example/{path}"))
    assert (report.published, report.published_basis) == (date(2017, 4, 7), "url")


def test_no_date_in_a_url_that_only_holds_numbers() -> None:
    report, _ = freeze(Draft(BODY, "here", url="https://n.example/a-12017040799.html?d=2017/04/07/"))
    assert report.published is None


@pytest.mark.parametrize(
    ("head", "given", "used", "where"),
    [
        ("13 August 2016\n\n", date(2016, 8, 19), "byline", "date line"),
        ("Updated 13 August 2016\n\n", date(2016, 8, 19), "byline", "date line"),
        ("13 August 2016\n\n", date(2016, 8, 7), "byline", "date line"),
        ("GOMA, Aug 13, 2016 (Agency) - ", date(2016, 8, 19), "dateline", "dateline"),
        ("GOMA, Aug 13, 2016 (Agency) - ", date(2019, 8, 19), "given", "dateline"),
    ],
)
def test_a_given_date_and_the_text_s_own(head: str, given: date, used: str, where: str) -> None:
    report, notes = freeze(Draft(f"{head}{BODY}", "here", published=given, basis="given"))
    assert (report.published, report.published_basis) == (given if used == "given" else date(2016, 8, 13), used)
    which = "first" if used == "given" else "second"
    assert notes == (f"The given date is {given}, its {where} says 2016-08-13; the {which} is used.",)


@pytest.mark.parametrize(
    ("head", "basis", "own"),
    [
        ("Sat 13 Aug 2016 at 2354 ", "given", True),
        ("GOMA, Aug 13, 2016 (Agency) - ", "given", True),
        ("Updated 13 August 2016\n\n", "given", False),  # a page that was touched again a year later
        ("13 August 2016\n\n", "metadata", False),
    ],
)
def test_no_report_is_older_than_its_date_line(head: str, basis: str, own: bool) -> None:
    report, _ = freeze(Draft(f"{head}{BODY}", "here", published=date(2015, 8, 13), basis=basis))
    assert report.published == (date(2016, 8, 13) if own else date(2015, 8, 13))


def test_hard_wrapped_prose_has_no_title() -> None:
    text = "Six soldiers were killed on Monday when gunmen attacked a checkpoint\nnear Harl, it said.\nNone fled.\n"
    assert lay_out(text).title is None


def test_credits_at_the_end_are_not_read() -> None:
    text = f"{BODY} (Reporting by Lena Marsh; Editing by Oren Talvik)"
    assert skipped(text) == ["(Reporting by Lena Marsh; Editing by Oren Talvik)"]


def test_the_id_is_that_of_the_content() -> None:
    assert lay_out(BODY).id == lay_out(BODY).id != lay_out(BODY + " ").id
    assert freeze(Draft(BODY, "here", id="a7"))[0].id == "a7"


def test_language() -> None:
    german = (
        "Sechs Soldaten wurden am Montag getötet, als Bewaffnete einen Kontrollpunkt bei Harl angriffen, sagte die "
        "Armee. Nach Angaben der Polizei ist die Zahl der Opfer noch nicht bekannt, und der Ort wurde gesperrt."
    )
    arabic = "قتل ستة جنود يوم الاثنين عندما هاجم مسلحون نقطة تفتيش قرب البلدة وقال الجيش " * 4
    assert language_of(BODY) == "en"
    assert language_of(german, "en") == "de"
    assert language_of(arabic, "ar-SY") == "ar"
    assert language_of(arabic, "en") == language_of(arabic) == "und"


@pytest.mark.parametrize(
    ("tags", "story"),
    [
        ("Tags Harl Free Harl Army mortar fire Office for Relief", "At least six soldiers were killed near Harl."),
        ("Tags: Harl truce, murder trial.", "Soldiers fled."),
        ("Tags Harl bakers suicide attack", "Harl troops and gunmen fought over a mill."),
        ("Tags Harl sniper fire", "The River Front has shelled a mill."),
    ],
)
def test_tags_glued_to_a_story_are_not_read(tags: str, story: str) -> None:
    [span] = skipped(f"Six soldiers died, the army said. {tags} {story} {BODY}")
    assert span.strip() == tags


def test_a_caption_with_its_day_and_credit_is_not_read() -> None:
    caption = "A baker sweeps his shop after a blast that killed four in Harl on May 4, 2014. (Agency Photo)"
    assert skipped(f"Mortar fire kills six. {caption} {BODY}") == [caption]
    assert skipped("HARL (AP) - " + BODY) == ["HARL (AP) - "]
    assert skipped(f"Six died in Harl on Monday. (Reuters) {BODY}") == []


def test_other_news_under_a_story_is_not_read() -> None:
    others = "Source Agency Related News Rebels shell Dolina | Vote counted Ten die in fire About us"
    assert skipped(f"{BODY} {others}") == [others]
    assert skipped(f"{BODY} Related news of the fire came at night.") != [others]


@pytest.mark.parametrize(
    "text", ["Tags A" + " a" * 9000, "Tags " * 3000, "A 4 May 2014 " * 900 + "(AP) ", "Source " * 9000]
)
def test_hostile_furniture_is_passed_over_quickly(text: str) -> None:
    assert lay_out(text).text == text


def test_news_of_the_day_that_names_its_picture_is_read() -> None:
    told = "Nine died in Harl on Tuesday (photo: Herald) "
    assert skipped(f"Blast in Harl\n\nOne died. {told}{BODY}") == []


def test_the_words_under_an_old_picture_are_no_news() -> None:
    caption = "Rebels shell the town of Harl (archive) "
    assert skipped(f"Blast in Harl\n\nOne died. {caption}{BODY}") == [caption]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Lom Region\nAs of 9 May 2015", date(2015, 5, 9)),
        ("District police, Lom\nDated 17.04.2019", date(2019, 4, 17)),
        ("Two bakers shot\n\nBy Lom Herald reporter, Monday, May 4, 2015", date(2015, 5, 4)),
        ("The Lom Today, 12 of June of 2022. - ", date(2022, 6, 12)),
        ("Ana Bey, head of the Lom district, on a channel, 7 May 2024, 08:12", date(2024, 5, 7)),
        ("LOM REGION – FLASH UPDATE No. 3 (22 March 2022)", date(2022, 3, 22)),
        ("ARMY PRESS OFFICE\nNo PR-21/2015\nLom - July 9, 2015:", date(2015, 7, 9)),
        ("OFFICE OF THE ENVOY - DAILY UPDATE\nSorland | 12 August 2019", date(2019, 8, 12)),
        ("Two bakers shot\n\nLom (4 May 2015)", date(2015, 5, 4)),
        ("Two bakers shot\n(4 May 2015)", date(2015, 5, 4)),
        ("Two bakers shot\nFor immediate release: May 4, 2015", date(2015, 5, 4)),
        ("Lom Region\nSituation as of 12:00, 9 May 2015", date(2015, 5, 9)),
        ("Border incidents in Sorland, May 9, 2015", date(2015, 5, 9)),
        ("Statement of the Lom district council, 9 May 2015", date(2015, 5, 9)),
        ("Lom bread riot: live updates from 9 May 2015", date(2015, 5, 9)),
        ("Two bakers shot in Lom Home > Sorland Published May 4, 2015 | Updated 18:40 Two bakers", date(2015, 5, 4)),
    ],
)
def test_the_day_of_a_report_stands_in_many_ways_above_it(head: str, day: date) -> None:
    assert lay_out(f"{head}\n\n{BODY}").published == day


def test_a_town_and_a_full_date_before_a_stop_are_a_dateline_but_not_a_phrase() -> None:
    story = f"Chronicle of the week\n\nLom, 4 May 2015. {BODY}"
    assert (lay_out(story).published, skipped(story)) == (date(2015, 5, 4), ["Lom, 4 May 2015. "])
    assert lay_out(f"In Lom, 4 May 2015. {BODY}").published is None
    assert lay_out(f"In Lom, 4 May 2015\n\n{BODY}").published is None
    assert lay_out(f"Two bakers shot in Lom. The list published May 4, 2015 names them. {BODY}").published is None


def test_what_a_paragraph_is_called_is_no_place() -> None:
    assert lay_out(f"SUMMARY: {BODY}").dateline is None
    assert lay_out(f"HARL: {BODY}").dateline is not None
