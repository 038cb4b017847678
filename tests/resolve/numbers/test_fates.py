"""What became of whom, as the grammar tells it."""

import pytest

from tacitus.records.resolved import Counted
from tacitus.records.value import TollValue
from tacitus.resolve.numbers.counts import find_counts
from tacitus.resolve.numbers.fates import fates


def told(text: str) -> dict[str, str]:
    counts = [Counted(c.span, TollValue(c.bounds.low, c.bounds.high, c.who)) for c in find_counts(text)]
    return {count.span.of(text): field for count, field in fates(text, counts).items()}


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed nine people, a doctor said.",
        "The blast killed nine people, a doctor at the hospital told the agency.",
        "The blast killed nine people and a doctor said more were trapped.",
    ],
)
def test_who_tells_of_the_dead_is_not_one_of_them(text: str) -> None:
    assert told(text) == {"nine people": "killed"}


def test_what_joins_a_count_shares_its_fate() -> None:
    assert told("The blast wounded two men, a nurse and a child.") == {
        "two men": "injured", "a nurse": "injured", "a child": "injured"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three porters of a trader, all from Lom, were killed.", {"Three porters": "killed"}),
        ("Three porters from one family were killed.", {"Three porters": "killed"}),
        ("OMDURMAN Nine herders were killed.", {"Nine herders": "killed"}),
        ("Nine herders and five cooks have been killed.", {"Nine herders": "killed", "five cooks": "killed"}),
        ("Nine herders among them five cooks died.", {"Nine herders": "killed", "five cooks": "killed"}),
        ("Nine herders five of them cooks died.", {"Nine herders": "killed", "five of them cooks": "killed"}),
        ("The raid left 9 porters including 4 cooks dead.", {"9 porters": "killed", "4 cooks dead": "killed"}),
        ("The raid left nine herders, among them two cooks, dead.", {"nine herders": "killed", "two cooks": "killed"}),
        ("They killed two nurses and their seven pupils.", {"two nurses": "killed", "seven pupils": "killed"}),
        ("They killed two men from the Lom group and six cooks.", {"two men": "killed", "six cooks": "killed"}),
        ("A trooper, on leave in the town, and his wife were killed.", {"A trooper": "killed", "his wife": "killed"}),
        ("Two herders sheltered the cousin of a surrendered rebel.", {}),
        ("Raiders killed seven herders and wounded as many.", {"seven herders": "killed", "as many": "injured"}),
        ("The blast left six dead and twice as many burnt.", {"six dead": "killed"}),
        ("Doctors called the condition of four more pilgrims serious.", {"four more pilgrims": "injured"}),
        ("Four porters are in a critical condition.", {"Four porters": "injured"}),
        ("The condition of one of the injured is critical.", {}),
        ("A driver who was shot at is reportedly critical.", {"A driver": "injured"}),
        ("Two deputies were critical of the army.", {}),
        ("Two cooks, namely Omar and a boy, were hurt.", {"Two cooks": "injured", "a boy": "injured"}),
        ("A mechanic was mortally wounded.", {"A mechanic": "killed"}),
        ("A rebel, who was slightly wounded, surrendered.", {"A rebel": "injured"}),
        ("A cook, who had suffered burn injuries in the blast, died on Monday.", {}),
        ("Raiders killed the father of a policeman.", {"the father of a policeman": "killed"}),
        ("Four nurses were burying the dead.", {}),
        ("Four nurses were among the dead.", {"Four nurses": "killed"}),
        ("Two rebels killed at least nine pilgrims.", {"at least nine pilgrims": "killed"}),
        ("Two rebels killed at the ford wore masks.", {"Two rebels": "killed"}),
        ("By noon nine pilgrims lay dead.", {"nine pilgrims": "killed"}),
        ("As well as those killed nine porters were hurt.", {"nine porters": "injured"}),
        ("Six porters were killed 9 were wounded in the raid.", {"Six porters": "killed", "9": "injured"}),
        ("The dead included nine porters.", {"nine porters": "killed"}),
        ("At least 46 dead including nine boys and dozens more wounded including some in critical condition.",
         {"At least 46 dead": "killed", "nine boys": "killed", "dozens more wounded": "injured"}),
        ("The war killed nine porters and displaced millions since it began.",
         {"nine porters": "killed", "millions": "displaced"}),
        ("Five security force personnel were killed.", {"Five security force personnel": "killed"}),
        ("A Border Police Force (BPF) personnel was killed.", {"A Border Police Force (BPF) personnel": "killed"}),
        ("A town council member was killed.", {"A town council member": "killed"}),
        ("Two commandants and his grandfather died.", {"Two commandants": "killed", "his grandfather": "killed"}),
        ("Shells killed nine cooks in Lom, Dirland, and five near Dir on Monday.",
         {"nine cooks": "killed", "five": "killed"}),
        ("Nine cooks were hurt around the town of Lom in eastern Dirland and another five outside Dir.",
         {"Nine cooks": "injured", "another five": "injured"}),
        ("Shells killed nine cooks in Lom and five near Dir fled.", {"nine cooks": "killed"}),
        ("Shells killed nine cooks in Lom and five in May.", {"nine cooks": "killed"}),
        ("Raiders hacked eleven porters to death and led off seven cooks.", {"eleven porters": "killed"}),
        ("The crowd beat two cooks to death.", {"two cooks": "killed"}),
        ("A court sentenced two cooks to death.", {}),
        ("Nine porters surrendered; two others were put to death.",
         {"Nine porters": "surrendered", "two others": "killed"}),
        ("Six head nurses and an equal number of cooks died.",
         {"Six head nurses": "killed", "an equal number of cooks": "killed"}),
    ],
)  # fmt: skip
def test_more_ways_to_tell_it(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("end", "field"), [("was also arrested", "injured"), ("died on the way", "killed")])
def test_an_injured_rebel_was_hurt_whatever_else_befell_him(end: str, field: str) -> None:
    assert told(f"An injured rebel {end}.") == {"An injured rebel": field}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast at the mill killed 60 people and 200 others were affected.", {"60 people": "killed"}),
        ("The bodies of two cooks and two porters were brought in.", {"two cooks": "killed", "two porters": "killed"}),
    ],
)
def test_who_has_a_verb_of_his_own_shares_no_fate(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll from Friday's blast at the mill has risen to 34, medics said.", {"34": "killed"}),
        ("The clinic put the number of dead at 41.", {"41": "killed"}),
        ("The death toll in the war has risen to 4,000 people.", {}),
        ("The toll could rise to 30 people.", {}),
    ],
)
def test_what_a_toll_comes_to_is_the_number_of_the_dead(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four guards two rebels and a cook were killed.",
         {"Four guards": "killed", "two rebels": "killed", "a cook": "killed"}),
        ("It killed six guards a town clerk and two cooks the ministry said.",
         {"six guards": "killed", "a town clerk": "killed", "two cooks": "killed"}),
        ("It killed nine people two of them cooks and wounded seventeen a doctor at the main clinic said.",
         {"nine people": "killed", "two of them cooks": "killed", "seventeen": "injured"}),
        ("It killed nine people a police officer at the ford said.", {"nine people": "killed"}),
        ("It killed nine people two porters told the agency.", {"nine people": "killed"}),
        ("He named a cook whose wife and daughter were hurt.", {"whose wife and daughter": "injured"}),
        ("Seven guards dead five injured one missing.",
         {"Seven guards": "killed", "five": "injured", "one missing": "missing"}),
        ("Six guards killed two wounded.", {"Six guards": "killed", "two wounded": "injured"}),
        ("One cook dead two boats sunk.", {"One cook": "killed"}),
        ("Two raiders killed five guards.", {"five guards": "killed"}),
        ("Two raiders killed a guard wounded earlier.", {"a guard": "killed"}),
        ("Four men were killed and ten injured a doctor said.", {"Four men": "killed", "ten": "injured"}),
        ("Four men were killed and nine including two boys hurt in a riot.",
         {"Four men": "killed", "nine": "injured", "two boys": "injured"}),
        ("Two men were killed and three guards wounded a boy.", {"Two men": "killed", "a boy": "injured"}),
        ("One rebel was injured and nine rebels, including the injured cadre, were arrested.",
         {"One rebel": "injured", "nine rebels": "arrested"}),
    ],
)  # fmt: skip
def test_copy_that_has_lost_its_commas(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("who", "verb"),
    [("Nine cooks", "have died"), ("Nine cooks", "were martyred"), ("A mayor", "was assassinated"),
     ("Nine rebels", "were eliminated"), ("A cook", "was burnt to death")],
)  # fmt: skip
def test_more_verbs_of_dying(who: str, verb: str) -> None:
    assert told(f"{who} {verb} in the town.") == {who: "killed"}


@pytest.mark.parametrize("of", ["of hunger and cold", "because of shortages", "from lack of food"])
def test_who_dies_of_want_is_nobodys_victim(of: str) -> None:
    assert told(f"Nine people have died {of} in the town.") == {}


def test_the_missing_who_are_found_dead_are_dead() -> None:
    assert told("Eight miners reported missing after the raid were found dead on Thursday.") == {
        "Eight miners": "killed"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine soldiers laid down their lives and 23 suffered injuries.", {"Nine soldiers": "killed", "23": "injured"}),
        ("One cook laid down his life and a guard was hurt.", {"One cook": "killed", "a guard": "injured"}),
        ("A nurse gave her life at the ford.", {"A nurse": "killed"}),
        ("One soldier fell and three were lightly wounded.", {"One soldier": "killed", "three": "injured"}),
        ("Two soldiers and a cook fell in the fighting.", {"Two soldiers": "killed", "a cook": "killed"}),
        ("The post fell to rebels, and six guards gave their lives.", {"six guards": "killed"}),
        ("The column mourns the martyrdom of four comrades.", {"four comrades": "killed"}),
        ("It cost the lives of nine men and took the lives of two boys.", {"nine men": "killed", "two boys": "killed"}),
        ("Three guards attained martyrdom.", {"Three guards": "killed"}),
        ("Three guards made the supreme sacrifice.", {"Three guards": "killed"}),
        ("Three guards met their deaths at the ford.", {"Three guards": "killed"}),
        ("Three of the pupils did not survive.", {"Three of the pupils": "killed"}),
        ("Two passers-by were hit by stray bullets.", {"Two passers-by": "injured"}),
        ("Two passers-by were hit by stray bullets and died.", {}),
        ("Nine pupils fell ill, a soldier fell and broke his arm, and three men fell into a well.", {}),
        ("Two soldiers fell back to the ford.", {}),
        ("Six rebels laid down their arms.", {"Six rebels": "surrendered"}),
    ],
)  # fmt: skip
def test_dying_in_other_words(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the three judges were killed.", {"Two of the three judges": "killed"}),
        ("One of the three succumbed.", {"One of the three": "killed"}),
        ("Two of the 30 porters were hurt.", {"Two of the 30 porters": "injured"}),
    ],
)
def test_some_of_a_number_are_those_of_whom_the_verb_tells(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine guards were killed or wounded.", {}),
        ("Raiders killed and wounded 40 guards.", {}),
        ("Nine guards may have been killed or injured in the raid.", {}),
        ("Some 20 people were killed and injured in the blast.", {}),
        ("Nine guards were killed and wounded two.", {"Nine guards": "killed"}),
        ("Nine guards were killed and injured were two porters.", {"Nine guards": "killed"}),
        ("Raiders killed nine and wounded 40 guards.", {"nine": "killed", "40 guards": "injured"}),
    ],
)
def test_who_are_killed_or_wounded_are_neither(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the nine captives, four were killed.", {"four": "killed"}),
        ("Of the 14 ten were killed by the first shell.", {"ten": "killed"}),
        ("Of the six porters killed, two were boys.", {"six porters": "killed"}),
    ],
)
def test_of_a_number_only_those_came_to_it_of_whom_the_verb_tells(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("verb", ["netted", "nabbed", "rounded up"])
def test_who_is_netted_is_arrested(verb: str) -> None:
    assert told(f"The raid {verb} nine suspects.") == {"nine suspects": "arrested"}


@pytest.mark.parametrize("who", ["settlers", "gendarmes", "paratroopers", "expats", "missionaries"])
def test_more_words_for_people(who: str) -> None:
    assert told(f"Three {who} were killed.") == {f"Three {who}": "killed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half of the 30 recruits were killed.", {"Half of the 30 recruits": "killed"}),
        ("Two thirds of the 90 recruits were killed.", {}),
        ("Neither of the two pilots was hurt.", {}),
        ("Most of the 23 injured were boys.", {"23 injured": "injured"}),
    ],
)
def test_a_share_of_a_number_is_not_the_number(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 x expat KIA, 1 x LN driver WIA.", {"2 x expat KIA": "killed", "1 x LN driver WIA": "injured"}),
        ("3 ANP KIA and 14 WIA.", {"3 ANP KIA": "killed", "14 WIA": "injured"}),
        ("2 x Kia cars.", {}),
    ],
)  # fmt: skip
def test_as_cables_count(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Losses were put at 40 dead and wounded.",
        "Some 70 villagers were killed or are missing.",
        "Some 300 guards were killed or captured.",
    ],
)
def test_who_are_dead_or_gone_are_neither(text: str) -> None:
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A doctor says 37 people are being treated.", {"37 people": "injured"}),
        ("Nine others were being treated in a Lom hospital, among them a cook.", {"Nine others": "injured"}),
        ("Nine men are being treated as suspects.", {}),
        ("Nine men are being treated for cholera.", {}),
        ("The clinic says the number of dead is six.", {"six": "killed"}),
    ],
)
def test_who_is_being_treated_is_hurt_and_the_number_of_dead_is_one(text: str, expected: dict[str, str]) -> None:
    assert {words: field for words, field in told(text).items() if words != "a cook"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three porters died and more than nine people were injured.",
         {"Three porters": "killed", "more than nine people": "injured"}),
        ("Three porters two of them boys died and nine people were hurt.",
         {"Three porters": "killed", "two of them boys": "killed", "nine people": "injured"}),
        ("Nine members of the River Front who were working in the mill were also killed.", {"Nine members": "killed"}),
        ("Four porters, who were driving home, were abducted.", {"Four porters": "abducted"}),
        ("Four porters who were sleeping when two nurses were killed.", {"two nurses": "killed"}),
    ],
)  # fmt: skip
def test_the_nearest_verb_is_that_of_a_count_and_what_they_were_doing_is_passed_over(
    text: str, expected: dict[str, str]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Victims include eight children in Lom. The raid killed 17 people.", "killed"),
        ("Victims include eight children. The raid killed 17 people including 8 children and hurt nine.", "killed"),
        ("The victims included eight children. The raid wounded 17 people including 8 children.", "injured"),
        ("Shells killed and injured some. The victims included eight children.", None),
    ],
)
def test_victims_are_what_is_told_of_them_elsewhere(text: str, field: str | None) -> None:
    assert told(text).get("eight children") == field
