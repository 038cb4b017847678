"""Actors: invented mentions over all kinds and regions, written before the table and the rules were tuned."""

import re
from datetime import date

import pytest

from tacitus.records.value import ACTOR_KINDS, ActorValue
from tacitus.resolve.actors.mentions import country_weights
from tests.resolve.marked import TABLE, read

# One line: the text, the date, and for each mention "kind country id"; "-" is None.
CASES = [
    # states, governments, seats of power
    ("[Iran] rejected the offer.", None, "state IRN state:IRN"),
    ("Talks with [Moscow] have stalled.", None, "state RUS state:RUS"),
    ("The [Kremlin] and [Downing Street] exchanged notes.", None,
     "government RUS gov:RUS.presidency; government GBR gov:GBR.presidency"),
    ("The [Pentagon] said so; the [White House] did not.", None,
     "government USA gov:USA.defence; government USA gov:USA.presidency"),
    ("[Kabul] accused [Islamabad] of meddling.", None, "state AFG state:AFG; state PAK state:PAK"),
    ("The [US] and [UK] sent aid.", None, "state USA state:USA; state GBR state:GBR"),
    ("The [Russians] left the room, the [French] stayed.", None, "state RUS state:RUS; state FRA state:FRA"),
    ("The [Turkish government] and [Ukraine's government] signed.", None,
     "government TUR gov:TUR; government UKR gov:UKR"),
    ("[Biden's administration] is reviewing the deal.", date(2021, 2, 15), "government USA gov:USA"),
    ("The [Democratic Republic of the Congo] closed its border with [Rwanda].", None,
     "state COD state:COD; state RWA state:RWA"),
    ("[Ivory Coast] and [Burma] voted against.", None, "state CIV state:CIV; state MMR state:MMR"),
    # ministries, parliaments, courts
    ("The [Russian Defence Ministry] denied it.", None, "government RUS gov:RUS.defence"),
    ("The [State Department] and [India's Ministry of External Affairs] were silent.", None,
     "government USA gov:USA.foreign; government IND gov:IND.foreign"),
    ("The [Ministry of Interior of Iraq] confirmed.", None, "government IRQ gov:IRQ.interior"),
    ("The [Knesset] passed it; [Turkey's parliament] did not.", None,
     "government ISR gov:ISR.parliament; government TUR gov:TUR.parliament"),
    ("[a Belgian court] sentenced him.", None, "government BEL -"),
    ("[US officials] briefed reporters.", None, "government USA gov:USA"),
    # armed forces, police, intelligence
    ("[Afghan police] found the bodies.", None, "police AFG gov:AFG.police"),
    ("[IDF] troops met [Israeli soldiers] there.", None,
     "military ISR gov:ISR.military; military ISR gov:ISR.military"),
    ("[Pakistan's army] and the [ISI] denied it.", None,
     "military PAK gov:PAK.military; intelligence PAK gov:PAK.intelligence"),
    ("[CRPF jawans] and [Assam Rifles] searched the hills.", None,
     "police IND gov:IND.crpf; military IND gov:IND.assam-rifles"),
    ("The [FSB] arrested two men; [MI5] did not.", None, "intelligence RUS gov:RUS.fsb; intelligence GBR gov:GBR.mi5"),
    ("[Peshmerga fighters] held the ridge.", None, "military IRQ gov:IRQ.peshmerga"),
    ("[Iran's Revolutionary Guards] fired missiles.", None, "military IRN gov:IRN.irgc"),
    ("The [Syrian Arab Army] and the [Royal Air Force] struck.", None,
     "military SYR gov:SYR.military; military GBR gov:GBR.airforce"),
    ("The [209th Shaheen Corps] explained.", None, "military - -"),
    ("[Security forces] in [Nigeria] and [Kenyan troops] moved.", None,
     "military NGA -; state NGA state:NGA; military KEN gov:KEN.military"),
    ("[Colombian marines] and the [Mexican navy] seized it.", None,
     "military COL gov:COL.military; military MEX gov:MEX.navy"),
    ("[French President Emmanuel Macron]'s guard and [US special forces] trained.", date(2019, 1, 1),
     "person FRA person:emmanuel-macron; military USA gov:USA.military"),
    ("[Peshmerga fighters] said on Saturday that [they] held the ridge. [Residents] said [they] had left.", None,
     "military IRQ gov:IRQ.peshmerga; military IRQ gov:IRQ.peshmerga; civilians IRQ -; - - -"),
    # international organisations
    ("[NATO] will meet; the [alliance] is weighing it; [North Atlantic Treaty Organisation] too.", None,
     "igo - igo:NATO; igo - igo:NATO; igo - igo:NATO"),
    ("The [UN Security Council] and the [African Union] met the [EU].", None,
     "igo - igo:UN.security-council; igo - igo:AU; igo - igo:EU"),
    ("[UN peacekeepers] were ambushed in Mali.", None, "igo - igo:UN"),
    ("The [International Criminal Court] and [OPCW] opened files.", None, "igo - igo:ICC; igo - igo:OPCW"),
    ("The [IAEA]'s and [ECOWAS] envoys met [Unicef].", None, "igo - igo:IAEA; igo - igo:ECOWAS; igo - igo:UNICEF"),
    ("[US-led NATO forces] stayed.", None, "military - igo:NATO"),
    # armed groups
    ("[Taliban fighters] met [Taliban militants].", None, "rebel AFG ucdp:303; rebel AFG ucdp:303"),
    ("The [Taliban's shadow governor for Kunduz] wrote.", None, "rebel AFG ucdp:303"),
    ("[suspected Maoists] killed two; [CPI-Maoist cadres] fled; [Naxals] too.", None,
     "rebel IND ucdp:195; rebel IND ucdp:195; rebel IND ucdp:195"),
    ("[soldiers of the Caliphate] burned a post; so did [anti-balaka fighters] and [an anti-tank unit].", None,
     "rebel - ucdp:234; militia CAF ucdp:4201; - - -"),
    ("[Islamic State] and [ISIS] and [Daesh]; [IS gunmen].", None,
     "rebel - ucdp:234; rebel - ucdp:234; rebel - ucdp:234; rebel - ucdp:234"),
    ("The [Houthis] and [Ansar Allah] struck.", None, "rebel YEM ucdp:1091; rebel YEM ucdp:1091"),
    ("[Hamas], [Hezbollah] and [Palestinian Islamic Jihad] agreed.", None,
     "rebel PSE ucdp:209; rebel LBN ucdp:366; rebel PSE ucdp:208"),
    ("[PKK] and [YPG fighters] crossed; the [Syrian Democratic Forces] did not.", None,
     "rebel TUR ucdp:323; rebel SYR ucdp:4163; rebel SYR ucdp:6288"),
    ("The [FARC] and [Shining Path] and [FMLN rebels].", None,
     "rebel COL ucdp:743; rebel PER ucdp:750; rebel SLV ucdp:755"),
    ("[Tamil Tigers] and [ULFA militants] and the [LTTE].", None,
     "rebel LKA ucdp:320; rebel IND ucdp:326; rebel LKA ucdp:320"),
    ("[Boko Haram insurgents] and [al-Shabaab] and [Al Shabab].", None,
     "rebel NGA ucdp:1051; rebel SOM ucdp:717; rebel SOM ucdp:717"),
    ("[JNIM] and [al-Qaeda in the Islamic Maghreb].", None, "rebel - ucdp:6716; rebel - ucdp:539"),
    ("[Lashkar-e-Taiba] and [LeT terrorists], the [TTP] too.", None,
     "rebel PAK ucdp:1070; rebel PAK ucdp:1070; rebel PAK ucdp:356"),
    ("[Members of the Lord's Resistance Army] raided it.", None, "rebel UGA ucdp:488"),
    ("[M23 rebels] and the [Allied Democratic Forces].", None, "rebel COD ucdp:1160; rebel UGA ucdp:489"),
    ("The [Rapid Support Forces] shelled the market.", date(2023, 5, 1), "rebel SDN group:rsf-sudan"),
    ("[Wagner mercenaries] left.", None, "militia RUS group:wagner"),
    ("The [New People's Army] and [Abu Sayyaf].", None, "rebel PHL ucdp:169; rebel PHL ucdp:277"),
    ("The [Arakan Army] and [Karen National Union].", None, "rebel MMR ucdp:3051; rebel MMR ucdp:180"),
    ("The [Sinaloa Cartel] and [MS-13].", None, "criminal MEX ucdp:775; criminal - group:ms-13"),
    ("The [IRA] and [ETA] bombed.", date(1985, 1, 1), "rebel GBR ucdp:282; rebel ESP ucdp:313"),
    ("[Turkish-backed rebels] and [pro-Iranian militiamen].", None, "rebel - -; militia - -"),
    ("The [Orchid Falcon Brigade] claimed it.", None, "- - -"),
    ("[Afghan insurgents] and [Chechen separatists].", None, "rebel AFG -; rebel RUS -"),
    # persons and offices, with dates
    ("[US President Joe Biden] called [Vladimir Putin].", date(2021, 3, 1),
     "person USA person:joe-biden; person RUS person:vladimir-putin"),
    ("The [US president] took office.", date(2021, 2, 15), "person USA person:joe-biden"),
    ("The [US president] took office.", date(2018, 2, 15), "person USA person:donald-trump"),
    ("The [president of Ukraine] spoke.", date(2022, 4, 1), "person UKR person:volodymyr-zelenskyy"),
    ("The [US president] took office.", None, "person USA office:USA.president"),
    ("[NATO Secretary-General Jens Stoltenberg] called; [Stoltenberg] said.", None,
     "person - person:jens-stoltenberg; person - person:jens-stoltenberg"),
    ("The [NATO chief] warned; the [UN secretary-general] agreed.", date(2015, 6, 1),
     "person - person:jens-stoltenberg; person - person:ban-ki-moon"),
    ("[Iranian Foreign Minister Mohammad Javad Zarif] flew home.", None, "person IRN person:mohammad-javad-zarif"),
    ("[British Prime Minister] spoke.", date(2017, 1, 1), "person GBR person:theresa-may"),
    ("[Saddam Hussein], [Bashar al-Assad] and [Muammar Gaddafi].", None,
     "person IRQ person:saddam-hussein; person SYR person:bashar-al-assad; person LBY person:muammar-gaddafi"),
    ("[Secretary of State Antony Blinken] met [Sergei Lavrov].", date(2022, 1, 21),
     "person USA person:antony-blinken; person RUS person:sergei-lavrov"),
    ("[spokesman Hanif Rezai] said; [Rezai] added.", None, "person - -; person - -"),
    ("[Taliban spokesman Zabihullah Mujahid] said; [Mujahid] added.", None, "rebel AFG -; rebel AFG -"),
    ("[police chief Abdul Karimi] said.", None, "police - -"),
    # organisations, media, parties, companies
    ("[Human Rights Watch] and [MSF] and [Red Cross].", None, "ngo - ngo:HRW; ngo - ngo:MSF; ngo - ngo:ICRC"),
    ("The [Syrian Observatory for Human Rights] reported.", None, "ngo - ngo:SOHR"),
    ("[Reuters], the [BBC] and [Xinhua] reported.", None,
     "media - media:reuters; media GBR media:bbc; media CHN media:xinhua"),
    ("The [BJP] and the [African National Congress].", date(2015, 1, 1), "party IND party:bjp; party ZAF party:anc"),
    ("[opposition parties] boycotted.", None, "party - -"),
    ("[oil company] staff left; the [mining firm] too.", None, "company - -; company - -"),
    # described people
    ("[villagers in Rakhine] fled.", None, "civilians MMR -"),
    ("[children], [two Afghan civilians] and [residents of Aleppo].", None,
     "civilians - -; civilians AFG -; civilians SYR -"),
    ("[unidentified gunmen] and [armed men].", None, "gunmen - -; gunmen - -"),
    ("[protesters] and [student demonstrators in Khartoum].", None, "protesters SDN -; protesters SDN -"),
    ("[security officials] said; [local authorities] did not.", None, "government - -; government - -"),
    ("The [Rohingya] and [Fulani herders].", None, "community MMR community:rohingya; community - community:fulani"),
    ("[bandits] and [drug traffickers].", None, "criminal - -; criminal - -"),
    ("[aid workers] and [a doctor].", None, "civilians - -; civilians - -"),
    ("[pro-government militia] and [vigilantes].", None, "militia - -; militia - -"),
    # South Asia
    ("[SFs], [jawans] and [ultras].", None, "military - -; military - -; rebel - -"),
    ("[DRG personnel] and [COBRA commandos] with the [SSB].", None,
     "police IND gov:IND.drg; police IND gov:IND.cobra; police IND gov:IND.ssb"),
    ("[women cadres] surrendered before the [SP].", None, "rebel - -; police - -"),
    # inside the report
    ("The [Government of National Accord (GNA)] met; the [GNA] agreed.", None,
     "government LBY gov:LBY.gna; government LBY gov:LBY.gna"),
    ("The [Blue River Front (BRF)] struck. [BRF] fighters left; [BRF militants] too.", None, "- - -; - - -; rebel - -"),
    ("[Boko Haram] struck at dawn. The [group] said [its fighters] left.", None,
     "rebel NGA ucdp:1051; rebel NGA ucdp:1051; rebel NGA ucdp:1051"),
    ("[Hamas] fired; [Israel] answered. [It] said no more.", None, "rebel PSE ucdp:209; state ISR state:ISR; - - -"),
    ("The [Taliban] said [its spokesman] was wrong.", None, "rebel AFG ucdp:303; rebel AFG ucdp:303"),
    ("[Angela Merkel] spoke. [She] left, then the [chancellor] flew.", date(2016, 1, 1),
     "person DEU person:angela-merkel; person DEU person:angela-merkel; person DEU person:angela-merkel"),
    ("A man named [Omar Farooq] died. [Farooq] was a farmer.", None, "person - -; person - -"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "published", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_mentions(marked: str, published: date | None, expected: str) -> None:
    got = [f"{v.kind or '-'} {v.country or '-'} {v.actor or '-'}" for v in read(marked, published)]
    assert got == expected.split("; ")


def test_unknown_names_keep_their_words_and_the_readers_kind() -> None:
    (value,) = read("The [Orchid Falcon Brigade] claimed it.", label="rebel")
    assert value == ActorValue(None, "Orchid Falcon Brigade", "rebel", None)


def test_words_outweigh_the_readers_label() -> None:
    (value,) = read("[Afghan police] came.", label="rebel")
    assert value.kind == "police"


def test_canonical_names() -> None:
    fighters, organisation, coined = read("[Taliban fighters], [Daesh], [Rezai's men].")
    assert (fighters.name, organisation.name, coined.name) == ("Taliban", "Islamic State", "Rezai's men")


def test_a_country_of_the_report_fills_bare_bodies() -> None:
    text = "KANDAHAR, Afghanistan — Afghan leaders met in Kabul. [police] arrested two men."
    assert read(text)[0].country == "AFG"


def test_the_table_is_sound() -> None:
    ids = set()
    for actor in TABLE:
        assert actor.id not in ids
        ids.add(actor.id)
        assert actor.kind in ACTOR_KINDS
        assert actor.source
        assert actor.country is None or re.fullmatch(r"[A-Z]{3}", actor.country)
    assert len(ids) > 4000
    assert all(actor.parent is None or actor.parent in ids for actor in TABLE)


def test_find_by_name_and_date() -> None:
    assert [actor.id for actor in TABLE.find("TTP", None)] == ["ucdp:356"]
    assert TABLE.find("Nobody At All", None) == []
    assert TABLE.find("Taliban", date(2021, 1, 1))[0].name == "Taliban"


def test_country_weights() -> None:
    values = read("[Afghan police] and [Afghan soldiers] met [Pakistan's army].")
    weights = country_weights(values)
    assert weights["AFG"] == pytest.approx(2 / 3) and sum(weights.values()) == pytest.approx(1.0)


def test_a_group_that_the_reader_sees_as_an_aid_group_is_not_the_rebels_before_it() -> None:
    text = "An aid body said Boko Haram had burned the mill. The [group] called for calm."
    assert read(text.replace("Boko Haram", "[Boko Haram]"), label="ngo")[1].actor is None
    assert read(text.replace("Boko Haram", "[Boko Haram]"), label="rebel")[1].actor == "ucdp:1051"


def test_a_spokesman_is_that_of_the_body_that_spoke_last() -> None:
    text = "[Boko Haram] burned a mill. [The 9th Falcon Corps] said ten fled. [The spokesman] gave no more details."
    assert [value.name for value in read(text)] == ["Boko Haram", "9th Falcon Corps", "9th Falcon Corps"]
    (first, second) = read("[Police spokesman Omar Said] came. [The spokesman] left.")
    assert second == first
    assert read("[Boko Haram] burned a mill. [The spokesman] gave no details.")[1].actor is None
    text = "[An army spokesman] came. [The 9th Falcon Corps] said ten fled. [The spokesman] denied it."
    assert read(text)[2].name != "9th Falcon Corps"


def test_she_is_not_a_man_of_whom_a_nameless_woman_speaks() -> None:
    text = "[The wife of a miller] wrote to [the pope]. The mill was gone, [she] said."
    assert read(text)[2].actor is None
    assert read("[Hillary Clinton] came. [She] left.", date(2010, 5, 1))[1].actor == "person:hillary-clinton"


def test_a_name_that_ends_in_what_any_army_may_be_called_is_another() -> None:
    assert [v.actor for v in read("The [Lom Hills Liberation Army] took it.")] == [None]


def test_that_before_a_plural_is_no_the() -> None:
    text = "The [Boko Haram] hid. A clerk said that [terrorists] came."
    assert [v.actor for v in read(text)][1] is None
    assert read("[Boko Haram] hid. A clerk said the [terrorists] came.")[1].actor is not None


def test_a_sentence_may_be_set_in_another_country_than_its_report() -> None:
    text = "Rebels in Syria, Syria, hit [government forces]. In Iraq, [government forces] won. [Government forces] ran."
    found = read(text)
    assert [v.actor for v in found] == ["gov:SYR.military", "gov:IRQ.military", "gov:SYR.military"]
    assert read("Syria, Syria, Syria. [Government forces] in Iraq held a dam.")[0].actor == "gov:IRQ.military"


def test_what_a_nation_sent_is_not_its_hosts_own() -> None:
    found = read("We warn [the government of Mali] and [its Russian mercenaries].")
    assert (found[0].country, found[1].country) == ("MLI", "RUS")


def test_foreigners_are_not_at_home() -> None:
    assert read("Police in Kabul, Afghanistan, and [Afghan police] held [foreigners].")[1].country is None


def test_where_a_body_sits_is_no_part_of_what_it_is_called() -> None:
    text = "The [Syrian Observatory for Human Rights] spoke of ten. The [Britain-based monitor] named four of them."
    assert [value.actor for value in read(text)] == ["ngo:SOHR", "ngo:SOHR"]
    text = "The [Syrian Observatory for Human Rights] spoke of ten. A [Britain-based monitor] named four of them."
    assert read(text)[1].actor is None
    assert read("The [Syrian Observatory for Human Rights monitor] spoke of ten.")[0].actor == "ngo:SOHR"


def test_it_means_who_is_named_in_its_own_sentence() -> None:
    text = "The [ICRC] spoke of ten. On Monday the [Saudi-led coalition] called for calm; [it] said [it] had struck."
    assert [value.actor for value in read(text)][1:] == ["igo:SLC"] * 3
    assert read(text, label="military")[3].actor == "igo:SLC"
    text = "The [ICRC] and the [Saudi-led coalition] came. On Monday [it] said that ten had died."
    assert read(text)[2].actor is None


def test_who_goes_on_speaking_is_who_spoke_last() -> None:
    text = "[Omar Said] came. [Hanif Rezai], who keeps the mill, said ten fled. [He] said two came back."
    assert [value.name for value in read(text)] == ["Omar Said", "Hanif Rezai", "Hanif Rezai"]
    text = "[Hanif Rezai] left. Gunmen shot [Omar Said], a nurse said. [He] said ten fled."
    assert read(text)[2].name == "He"
    text = "[Omar Said] came. [Hanif Rezai] said ten fled. [He] left."
    assert read(text)[2].name == "He"


def test_a_surname_is_read_anew_once_the_report_has_named_its_bearer() -> None:
    values = read("[Rezai] left early. [Spokesman Hanif Rezai] spoke. [Omar Belo] agreed with [Rezai].")
    assert [value.name for value in values] == ["Hanif Rezai", "Hanif Rezai", "Omar Belo", "Hanif Rezai"]


def test_a_name_of_several_words_that_the_report_introduced_is_known_inside_a_phrase() -> None:
    values = read("[militant group Lantern River Front] struck. [Lantern River Front fighters] withdrew.")
    assert [(value.name, value.kind) for value in values] == [("Lantern River Front", "rebel")] * 2


def test_a_name_that_groups_of_several_countries_bear_is_none_of_them_in_another() -> None:
    assert read("In Peru, Peru, the [Maoist insurgents] burned a mill.")[0].actor is None
    assert read("In Nepal, Nepal, the [Maoist insurgents] burned a mill.")[0].actor == "ucdp:258"
    assert read("The [Maoists] burned a mill.")[0].actor is not None
    assert read("In Peru, Peru, the [Islamic State] burned a mill.", date(2016, 5, 1))[0].actor == "ucdp:234"


def test_another_nations_army_of_a_common_name_is_not_the_known_one() -> None:
    assert read("The [Nepalese National Liberation Army] hid.", date(1986, 5, 1))[0].actor is None
    assert read("The [National Emergency Office] hid.", label="government")[0].kind == "government"


def test_a_surname_is_no_states_acronym() -> None:
    assert read("The [SADR] spoke.")[0].actor == "state:ESH"
    assert read("A [Sadr aide] spoke.")[0].country is None
    assert read("Talks with [Nato] failed.")[0].actor == "igo:NATO"


def test_an_observatory_is_one_by_name() -> None:
    syria = "The [Syrian Observatory for Human Rights] met [Human Rights Watch] in Syria."
    *_, observatory = read(f"{syria} The [Observatory] said so.", date(2016, 5, 1), "ngo")
    assert observatory.actor == "ngo:SOHR"
    *_, other = read("In Syria the [International Red Cross] came. The [Observatory] said so.", date(2016, 5, 1), "ngo")
    assert other.actor is None


def test_a_capital_that_speaks_does_not_own_whom_it_speaks_of() -> None:
    text = "Near Dara, Syria, Syria. In Paris, [the ministry] condoled with the [families]."
    assert [value.country for value in read(text)] == ["FRA", "SYR"]


def test_what_rebels_believe_and_a_foreign_ministry_point_to_no_other_country() -> None:
    text = "In Peru, near Lima, Peru, a mill burned. "
    for party in ("[Leftist guerrillas]", "The [Marxist rebels]", "The [Foreign Ministry]"):
        assert read(text + party + " spoke.")[0].country == "PER"
    assert read(text + "The [Western troops] spoke.")[0].country is None


def test_its_allies_in_an_army_are_not_the_army_of_their_ally() -> None:
    assert read("[Israel] left. [Its allies in the South Lebanon Army] fled.", label="rebel")[1].actor != "state:ISR"


def test_the_same_front_is_the_one_named_and_spelt_as_it_is() -> None:
    text = "IN TYRE THE [FRONT FOR THE DEFENSE OF THE COAST FROM STRANGERS] SPOKE. THE [SAME FRONT] FIRED."
    first, again = read(text, label="rebel")
    assert again.name == first.name == "FRONT FOR THE DEFENSE OF THE COAST FROM STRANGERS"


def test_missions_bodies_and_groups_of_many_wars_are_known() -> None:
    for words, day, actor in (
        ("UNTAC", date(1993, 5, 1), "igo:UNTAC"),
        ("United Nations Operation in Somalia", date(1993, 5, 1), "igo:UNOSOM"),
        ("NATO-led Stabilisation Force", date(1997, 5, 1), "igo:NATO.sfor"),
        ("Sri Lanka Monitoring Mission", date(2003, 5, 1), "igo:SLMM"),
        ("United Nation", date(2014, 5, 1), "igo:UN"),
        ("Syrian Coalition", date(2013, 5, 1), "party:snc"),
        ("Kurdish-Arab alliance", date(2016, 5, 1), "ucdp:6288"),
        ("Moktada al-Sadr", date(2004, 5, 1), "person:muqtada-al-sadr"),
        ("Tupac Amaru rebels", date(1989, 5, 1), "ucdp:751"),
        ("Sandinista troops", date(1987, 5, 1), "gov:NIC.military"),
        ("Sandinistas", date(1987, 5, 1), "ucdp:758"),
        ("Iraqi National Congress", date(2003, 5, 1), "party:inc-irq"),
        ("Turkish Cypriots", date(1996, 5, 1), "community:turkishcypriots"),
    ):
        assert read(f"The [{words}] left.", day)[0].actor == actor


def test_islamic_jihad_of_lebanon_is_not_that_of_gaza() -> None:
    assert read("In Beirut, Lebanon, [Islamic Jihad] spoke.", date(1986, 5, 1))[0].actor == "group:ijo"
    assert read("In Gaza, Gaza, [Islamic Jihad] spoke.", date(1992, 5, 1))[0].actor == "ucdp:208"
    assert read("In Gaza, Gaza, [Islamic Jihad] spoke.", date(2003, 5, 1))[0].actor == "ucdp:208"


@pytest.mark.parametrize(
    ("behind", "actor"), [("who include fighters of the Dawn Band", None), ("who fled", "ucdp:303")]
)
def test_whom_a_clause_of_its_own_names_are_not_the_group_named_before(behind: str, actor: str | None) -> None:
    found = read(f"[The Taliban] took Lom. The town was retaken by [the militants] {behind}.", label="rebel")
    assert found[1].actor == actor
