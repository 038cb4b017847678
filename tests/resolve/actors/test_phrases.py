"""Phrases as wires and digests have them: who no longer is what he was, small letters, one party named twice."""

from datetime import date

import pytest

from tacitus.records.markup import Mention
from tacitus.records.span import Span
from tacitus.resolve.actors.case import recased
from tacitus.resolve.actors.mentions import at_home, resolve_parties
from tests.resolve.marked import TABLE, read

IN_2012 = date(2012, 5, 1)


# The text, the date, and for each mention "kind country id"; "-" is None.
CASES = [
    # who belongs to whom
    ("[Two cadres of the CPI-Maoist] fled.", IN_2012, "rebel IND ucdp:195"),
    ("[An Assistant Commandant of the CRPF, Devraj Nirala] died.", IN_2012, "police IND gov:IND.crpf"),
    ("They held [CPI-Maoist's 'Nallamala South Area Committee secretary' Ramesh].", IN_2012, "rebel IND ucdp:195"),
    ("They shot [an area committee member of the CPI-Maoist].", IN_2012, "rebel IND ucdp:195"),
    ("It killed [Hanif Rezai, a Taliban commander].", IN_2012, "rebel AFG -"),
    ("[Defence Minister, General Juma Khan] spoke.", IN_2012, "person - -"),
    ("The bomb missed [soldiers, policemen and farmers].", IN_2012, "civilians - -"),
    # an organ's name that only one state's goes by, with another owner
    ("[The Congress of Chile] and [the Congress of Rural Teachers] met.", IN_2012,
     "government CHL gov:CHL.parliament; - CHL -"),
    ("[The Senate of the United States] and [the White House of George W. Bush] met.", date(2004, 5, 1),
     "government USA gov:USA.parliament; government USA gov:USA.presidency"),
    # of several countries, of a body called after one, of one that plain words call something
    ("[The foreign ministers of Chad and Niger] met.", IN_2012, "government - -"),
    ("[Chad Relief Group ministers] and [Chad Relief Group (CRG) ministers] met.", IN_2012,
     "government TCD gov:TCD; government - -"),
    ("[Rebel backer Chad] and [Chadian rebels] met.", IN_2012, "state TCD state:TCD; rebel TCD -"),
    ("[President Idriss Debys forces] and [al-Assads army] met.", IN_2012,
     "military TCD gov:TCD.military; military SYR gov:SYR.military"),
    # an office of a body is not its country's
    ("[The president of the Chadian Bar Association] met [the president of Chad].", IN_2012,
     "person TCD -; person TCD person:idriss-deby"),
    ("[Local Congress leader, president of the block committee, Omar Said] died.", IN_2012, "government - -"),
    ("[The president of the Chad Football Federation] resigned.", IN_2012, "person TCD -"),
    ("[Hadi Selim, president] of the union, resigned.", IN_2012, "person - -"),
    # whose forces they are
    ("[Troops loyal to President Idriss Deby] and [forces of Chad's President Idriss Deby] came.", IN_2012,
     "military TCD gov:TCD.military; military TCD gov:TCD.military"),
    ("[Militia members, belonging to the CPI-Maoist,] fled [guerrilla commandos].", IN_2012,
     "rebel IND ucdp:195; rebel - -"),
    ("[Fighters loyal to Idriss Deby] met [fighters loyal to Hissene Habre].", IN_2012, "military TCD -; rebel - -"),
    ("[pro-Assad fighters] left.", IN_2012, "military SYR -"),
    # what a clause tells of somebody does not say who he is
    ("[The London-based observatory which monitors Chad] spoke.", IN_2012, "- * -"),
    # a world body is nobody's
    ("[The OIC of the river police station] and [the OIC] met.", IN_2012, "police - -; igo - igo:OIC"),
    # whose strikes and boats they are
    ("[Kenyan airstrikes] and [Kenyan gunboats] hit [Russian air strikes].", IN_2012,
     "military KEN gov:KEN.military; military KEN gov:KEN.military; military RUS gov:RUS.military"),
    # an acronym in brackets tells whose army it is
    ("[The Popular Army of Liberation (ELN) of Colombia] and [Liberation Army (ELN)] fled.", IN_2012,
     "rebel COL ucdp:744; rebel COL ucdp:744"),
    # who no longer is what he was
    ("In Imphal, India, [a former militant] and [an ex-militant] and [a surrendered Naxalite] died.", IN_2012,
     "civilians IND -; civilians IND -; civilians IND -"),
    ("[former Taliban fighters] and [a retired Pakistani general] met [former President Hamid Karzai].",
     date(2020, 1, 1), "civilians AFG -; civilians PAK -; person AFG person:hamid-karzai"),
    ("In Patna, India, [a former policeman] died. [ex-Seleka] men left.", IN_2012, "civilians IND -; rebel CAF *"),
    # offices of the village, auxiliaries of the police
    ("In Gaya, India, [a deputy sarpanch], [a village head], [a panchayat member] and [two councillors] fled.", IN_2012,
     "government IND -; government IND -; government IND -; government IND -"),
    ("In Gaya, India, [a home guard] and [a special police officer (SPO)] died.", IN_2012,
     "police IND -; police IND gov:IND.spo"),
    # Naxalites are the CPI-Maoist where the report says so, and not before there was one
    ("[Left Wing Extremists], [LWE cadres] and [Naxals] fled.", IN_2012, "rebel IND -; rebel IND -; rebel IND -"),
    ("The Maoists struck. [LWE cadres] and [a Naxalite] fled.", IN_2012, "rebel IND ucdp:195; rebel IND ucdp:195"),
    ("Maoists struck in Bihar. [Naxalites] fled, [Maoists] too.", date(2001, 5, 1), "rebel IND -; rebel IND -"),
    ("In Latehar, India, [ultras], [armed men], [gunmen] and [SF personnel] met.", IN_2012,
     "rebel IND -; gunmen IND -; gunmen IND -; military IND -"),
    # the forces of the report's country
    ("In Daraa, Syria, [regime forces] and [government troops] fought [rebels]; the [coalition] bombed.", IN_2012,
     "military SYR gov:SYR.military; military SYR gov:SYR.military; rebel SYR -; military - -"),
    # texts that have lost their apostrophes
    ("[Chads army] shelled it, [Chads embattled government] said; [Russias military] did not.", IN_2012,
     "military TCD gov:TCD.military; government TCD gov:TCD; military RUS gov:RUS.military"),
    ("Chads army fought in Chads north. [Villagers] fled.", IN_2012, "civilians TCD -"),
    # a state's body is told by a capital, or by its country beside it
    ("In Gao, Mali, [self-defense forces] fled.", IN_2012, "military MLI -"),
    ("In Tokyo, Japan, [self-defense forces] fled.", IN_2012, "military JPN gov:JPN.military"),
    # a people of many countries that UCDP knows from one
    ("In Daraa, Syria, [Arab fighters] fled. [Arabs] did too.", IN_2012, "rebel - -; * * -"),
    ("In Gao, Mali, [Arab] and Tuareg elders met.", IN_2012, "community MLI ucdp:1012"),
    # ... and that lives on both sides of its borders
    ("In Marsabit, Kenya, [Borana raiders] fled, the Ethiopian envoy said.", IN_2012, "* - -"),
    # what forces of any land are called
    ("In Nyala, Sudan, [the 16th Division] and a [special force] fled.", IN_2012, "* * -; * * -"),
    ("In Hama, Syria, [the 16th Division] fled.", IN_2012, "rebel SYR ucdp:6433"),
    # a surname in the letters of an acronym
    ("[The mayor of Lom, Carlos Mena,] met [Nato].", IN_2012, "person - -; igo - igo:NATO"),
    ("Nine died, [Mena] said.", IN_2012, "media EGY media:mena"),
    # the society of a country
    ("[The Kenya Red Cross] and [the Red Cross] sent aid.", IN_2012, "ngo KEN -; ngo - ngo:ICRC"),
    # what a name behind a noun is; whose member one is
    ("[Herders' association Tabital] met [the Lom union, Avemi].", IN_2012, "ngo - -; ngo - -"),
    ("[The army's commander in Lom] met [paramilitary cadres].", IN_2012, "military - -; militia - -"),
    # small letters and capitals
    ("six soldiers died when [fmln guerrillas] ambushed a truck, [salvadoran army] officers told us. the [eln] struck "
     "in arauca, colombia.", date(1988, 2, 10),
     "rebel SLV ucdp:755; military SLV gov:SLV.military; rebel COL ucdp:744"),
    ("SAN SALVADOR -- [FMLN GUERRILLAS] SHOT AT [LOCAL POLICE]. [PRESIDENT ALFREDO CRISTIANI] ACCUSED THE "
     "[FARABUNDO MARTI NATIONAL LIBERATION FRONT].", date(1990, 1, 10),
     "rebel SLV ucdp:755; police SLV -; person SLV person:alfredo-cristiani; rebel SLV ucdp:755"),
    ("The [Popular Front for Land and Water (pflw)] struck. [pflw fighters] fled.", IN_2012, "- - -; rebel - -"),
    # metonyms and leaders
    ("[Brussels] and the European Parliament agreed.", IN_2012, "igo - igo:EU"),
    ("NATO ministers met; [Brussels] would send no troops.", IN_2012, "igo - igo:NATO"),
    ("[Brussels] is the capital of the Belgians, as Belgium knows.", IN_2012, "- BEL -"),
    ("The [Hezbollah leader] spoke; [a Hezbollah leader] died.", IN_2012,
     "person LBN person:hassan-nasrallah; rebel LBN ucdp:366"),
    ("The [Soviet leader] met the [pope].", date(1989, 12, 1),
     "person RUS person:mikhail-gorbachev; person VAT person:john-paul-ii"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "published", "expected"), CASES, ids=[case[0][:50] for case in CASES])
def test_phrases(marked: str, published: date | None, expected: str) -> None:
    got = [(v.kind or "-", v.country or "-", v.actor or "-") for v in read(marked, published)]
    wanted = [tuple(case.split()) for case in expected.split("; ")]
    masked = [
        tuple("*" if want == "*" else have for have, want in zip(*pair, strict=True))
        for pair in zip(got, wanted, strict=True)
    ]
    assert masked == wanted


def test_names_keep_the_letters_of_the_report() -> None:
    (value,) = read("in khost, afghanistan, the [orchid falcon brigade] claimed the raid on the post.")
    assert value.name == "orchid falcon brigade"
    (value,) = read("IN KHOST, AFGHANISTAN, [SEVEN FARMERS] FLED FROM THE RAID ON THE POST.")
    assert value.name == "FARMERS" and value.country == "AFG"


@pytest.mark.parametrize(
    "text",
    [
        "Troops left Aleppo on Sunday, the army said.",
        "us troops told us that it is up to the un and nato in iraq.",
        "ARMED MEN SHOT THE MAYOR OF STRAẞE IN ÍZMIR, TURKEY.",
        "",
        "1, 2, 3",
    ],
)
def test_recasing_keeps_the_length(text: str) -> None:
    assert len(recased(text, TABLE)) == len(text)


def test_recasing_small_letters() -> None:
    assert recased("told us that the un and nato bombed iraq and mali.", TABLE) == (
        "told us that the UN and NATO bombed Iraq and Mali."
    )
    cased = "Troops of the rebels left Aleppo."
    assert recased(cased, TABLE) == cased


def test_forces_find_their_home_among_the_places() -> None:
    text = "At dawn regime forces and locals fled."
    forces, locals_ = (Mention(Span(8, 21), "actor", None, 1.0), Mention(Span(26, 32), "actor", None, 1.0))
    assert forces.span.of(text) == "regime forces"
    values, bare, _ = resolve_parties(text, [forces, locals_], published=None, table=TABLE)
    assert values[forces.span].actor is None
    at = at_home(values, bare, "SYR", TABLE)
    assert (at[forces.span].actor, at[forces.span].country) == ("gov:SYR.military", "SYR")
    assert (at[locals_.span].actor, at[locals_.span].country) == (None, "SYR")


def test_bodies_and_groups_have_codes() -> None:
    without = [
        actor.id
        for actor in TABLE
        if actor.kind in ("government", "military", "police", "intelligence", "rebel", "militia", "party")
        and not {"cameo", "plover"} <= {pair.partition("=")[0] for pair in actor.codes.split(";")}
    ]
    assert without == []
    assert TABLE["gov:KEN.police"].codes == "cameo=KENCOP;plover=COP"
    assert TABLE["group:iswap"].parent == "ucdp:234"


def test_letters_that_the_sentence_shows_to_be_a_policeman_are_no_world_body() -> None:
    assert [value.actor for value in read("[OIC] Perera took the call.", IN_2012, "police")] == [None]
    assert [value.actor for value in read("The [OIC] met in Jeddah.", IN_2012, "igo")] == ["igo:OIC"]


def test_who_rules_is_the_government_of_the_land() -> None:
    text = "[The regime] shelled Daraa, Syria, as did the [regime's] jets; [local government] and [governments] fled."
    ids = [value.actor for value in read(text, date(2016, 7, 1))]
    assert ids == ["gov:SYR", "gov:SYR", None, None]
    assert read("Near Daraa the [regime] fell.", date(2016, 7, 1))[0].name == "Government of Syria"


def test_a_name_that_lost_its_apostrophe_is_that_name_where_the_report_has_it_bare() -> None:
    text = "[Malis] planned truce began. Troops came to Mali, and [Chads] vote was near."
    assert [value.actor for value in read(text, date(2016, 7, 1))] == ["state:MLI", None]


def test_planes_are_those_of_the_forces_that_fly_them() -> None:
    text = "In Daraa, Syria, [regime warplanes], [Russian war planes], [Chadian planes] and a [passenger plane] met."
    ids = [value.actor for value in read(text, date(2016, 7, 1))]
    assert ids == ["gov:SYR.military", "gov:RUS.military", "gov:TCD.military", None]


def test_forces_of_no_name_are_who_bears_the_word_by_name() -> None:
    on = date(2016, 7, 1)
    named = "In Syria the US-backed [Syrian Democratic Forces] (SDF), a Kurdish-Arab alliance, advanced. "
    told = read(
        f"{named}[US-backed fighters] and [Kurdish-Arab troops] took a hill, [Turkey-backed fighters] a mill.", on
    )
    assert [value.actor for value in told] == ["ucdp:6288"] * 3 + [None]
    two = read(f"{named}The US-backed [Free Syrian Army] did not. [US-backed fighters] took a hill.", on)
    assert two[2].actor is None


def test_what_is_led_by_a_state_is_the_coalition_that_the_report_names() -> None:
    strike = "[US-led] jets hit a mill in Syria"
    (named,) = read(f"{strike}; the coalition said so.", date(2016, 7, 1))
    assert named.actor == "igo:OIR"
    (alone,) = read(f"{strike}.", date(2016, 7, 1))
    assert (alone.actor, alone.country) == (None, "USA")


def test_an_armed_group_that_is_called_an_alliance_is_itself() -> None:
    forces = ("Syrian Democratic Forces alliance", "Syrian Democratic Forces, a league of valley clans")
    assert [read(f"The [{name}] took a hill.", date(2016, 7, 1))[0].actor for name in forces] == ["ucdp:6288"] * 2


@pytest.mark.parametrize(
    ("words", "kind", "actor"),
    [
        ("Kabul hospital sources", "civilians", None),
        ("Kabul civil defence sources", "ngo", None),
        ("local civil defense official", "ngo", None),
        ("Afghan sources", "government", None),
        ("Afghan government sources", "government", "gov:AFG"),
        ("Afghan security sources", "government", "gov:AFG"),
        ("Kabul officials", "government", "gov:AFG"),
        ("Kabul", "government", "gov:AFG"),
        ("Afghanistan's state-run Pamir Agency", "media", None),
        ("local sources", "civilians", None),
        ("local officials", "government", None),
        ("pro-opposition official", "party", None),
        ("opposition officials", "party", None),
        ("officials of the government and the opposition", "government", None),
    ],
)
def test_who_speaks_beside_a_capital_is_not_always_its_government(words: str, kind: str, actor: str | None) -> None:
    (told,) = read(f"Nine died, [{words}] said.", label="government")
    assert (told.kind, told.actor) == (kind, actor)


def test_a_command_is_no_persons_name() -> None:
    text = "[Kabul Police Command] spoke. A [source at Herat Police Command] and [police chief Said] did."
    first, second, third = read(text)
    assert (first.name, first.kind, second.name) == ("Kabul Police Command", "police", "source at Herat Police Command")
    assert (third.name, third.kind) == ("Said", "police")


def test_a_coalition_called_after_the_country_at_war_is_no_army() -> None:
    text = "In Chad the [{}] spoke of raids in Chad."
    kinds = {name: read(text.format(name), label="military")[0].kind for name in ("Chadian Coalition", "US Coalition")}
    assert kinds == {"Chadian Coalition": "party", "US Coalition": "military"}


def test_who_speaks_for_a_person_is_named_behind_him() -> None:
    found = read("[A spokesman for Prime Minister Omar Belo, Major General Hanif Rezai], wept.", label="person")[0]
    assert (found.name, found.kind) == ("Hanif Rezai", "person")


def test_some_of_a_party_are_called_by_it_without_of() -> None:
    (some,) = read("[One of our mujahideen] fell.", IN_2012, "rebel")
    assert some.name == "mujahideen"


def test_what_is_joined_to_a_small_word_keeps_it() -> None:
    assert read("[Local and media sources] spoke.", label="media")[0].name == "Local and media sources"
    assert read("[some local officials] spoke.", label="government")[0].name == "officials"


def test_those_of_a_person_are_the_group_that_he_leads() -> None:
    found = read("[Joseph Kony's rebels] met [Jonas Savimbi's fighters] and [Joseph Kony's aides].", date(1996, 5, 1))
    assert [value.actor for value in found[:2]] == ["ucdp:488", "ucdp:567"]
    assert read("[Jonas Savimbi's fighters] met.", date(2012, 5, 1))[0].actor is None


def test_monitors_of_a_body_are_that_body() -> None:
    assert read("[U.N. monitors] came.", IN_2012, "igo")[0].actor == "igo:UN"


def test_rebels_of_a_nation_and_of_a_group_are_the_group() -> None:
    found = read("[Chadian rebels of the UFDD] met [Chadian rebels of the east].", IN_2012)
    assert [value.actor for value in found] == ["ucdp:456", None]


def test_new_may_begin_a_towns_name() -> None:
    found = read("[New York police] met [New Delhi police].", IN_2012, "police")
    assert [value.country for value in found] == ["USA", "IND"]


def test_guardians_of_something_are_no_newspapers() -> None:
    assert read("[Guardians of the Coast] fired.", IN_2012, "rebel")[0].actor is None


def test_who_leads_a_band_and_is_named_behind_it_is_not_the_band() -> None:
    told = "[the {}, Omar Said], was held."
    band, wing = (read(told.format(w), IN_2012, "rebel")[0] for w in ("leader of the Zetas cartel", "Zetas cartel"))
    assert (band.actor, band.name) == (None, "Omar Said")
    assert wing.name == "Los Zetas"


def test_his_country_is_that_of_the_person_told_of() -> None:
    told = read(
        "[Paul Kagame] spoke. He said [his country] would pay, and [her country] and [his aides] wept.", IN_2012
    )
    assert [value.actor for value in told[1:3]] == ["state:RWA", "state:RWA"]
    assert told[3].actor is None
    assert read("[Omar Said] said [his country] would pay.", IN_2012)[1].actor is None


def test_a_former_affiliate_fights_on_under_its_own_name() -> None:
    told = read("[Former al-Qaeda affiliate the Islamic State] fought [a former al-Qaeda affiliate].", IN_2012, "rebel")
    assert told[0].name == "Islamic State"
    assert (told[1].actor, told[1].kind) == (None, "rebel")


def test_a_former_extremist_of_the_left_wing_fights_no_more() -> None:
    assert read("[a former Left Wing Extremist] fell.", IN_2012, "rebel")[0].kind == "civilians"
