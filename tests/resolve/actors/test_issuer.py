"""Whose communiqué a report is: invented papers of invented and known parties."""

import re
from datetime import date

import pytest

from tacitus.records.markup import Mention
from tacitus.records.report import Report
from tacitus.records.span import Span
from tacitus.resolve.actors.issuer import issuer_of
from tacitus.resolve.actors.mentions import resolve_actors
from tests.resolve.marked import TABLE

DAY = date(2009, 5, 3)
#: The paper, with its parties in brackets and their kinds, and whose it is.
CASES = [
    # headings
    ("Military communique no. 12 of the [Army of the Coast:rebel]\n\nA convoy was hit near Oru.", "Army of the Coast"),
    ("In the name of God\n\nStatement issued by the [Hill Resistance:rebel]\n\nA post was hit.", "Hill Resistance"),
    ("ORU, May 3 - Statement by the [Hill Resistance:rebel]\n\nA post was hit.", "Hill Resistance"),
    ("Communiqué of the General Command of the [Hill Front:rebel] on the raid at Oru\n\nA post fell.", "Hill Front"),
    ("PRESS RELEASE No. 7 - [Hill Front:rebel], Oru, 3 May 2009\n\nA post fell.", "Hill Front"),
    ("[HILL FRONT:rebel] - OFFICIAL COMMUNIQUE 041\n\nA post fell.", "HILL FRONT"),
    ("[Hill Front:rebel] Press Release\n\nOur men took a post.", "Hill Front"),
    ("COMMUNIQUE NO. 3 OF THE [HILL FRONT:rebel]. Our men took a post.", "HILL FRONT"),
    ("COMMUNIQUE NO. 3 OF THE [HILL FRONT:rebel]. Men took a post.", None),
    # a report on a paper is no paper
    ("[Hill Front:rebel] statement draws anger\n\nMen took a post, the mayor said.", None),
    ("[Hill Front:rebel] press release says nine fell\n\nMen took a post.", None),
    ("Statement by the [Hill Front:rebel] angers the mayor\n\nMen took a post.", None),
    ("The [Hill Front:rebel], in a communique, recalled that no truce had been made.", None),
    ("[Hill Front:rebel], Coast Bloc\nCommunique to public opinion\n\nOur men took a post.", "Hill Front"),
    # first words
    ("The [Hill Front:rebel] informs our people: 1. A post fell. 2. We lost a man.", "Hill Front"),
    ("The [Hill Front:rebel] informs the nation that a post fell.", "Hill Front"),
    ("We, the [Hill Front:rebel], took a post.", "Hill Front"),
    ("The [Hill Front:rebel] announces that a post fell.", None),
    ("The [Hill Front:rebel] announced: \"We took a post.\"", None),
    # the end
    ("We took a post near Oru.\n\nOru, 3 May 2009\nMedia office of the [Hill Front:rebel]", "Hill Front"),
    ("We took a post.\n\nOmar Said, spokesman of the [Hill Front:rebel]\n", "Hill Front"),
    ("A post fell.\n\nMedia office of the [Hill Front:rebel]", None),
    ("We took a post.\n\nSource: [Hill Front:rebel]", None),
    ("We took a post.\n\n[WHO:igo] PAYS\n\nThe owner of the mill gave nine goats to the widows.", None),
    ("Our correspondent saw it.\n\n[Hill Front:rebel]", None),
    # a paper that names nobody in its heading
    ("In the name of God. The [mujahideen of the Taliban:rebel] took a post. We lost a man.", "ucdp:303"),
    ("Praise be to God. The knights of the [Hill Front:rebel] took a post. We lost a man.", "Hill Front"),
    ("COMMUNIQUÉ No. 11\n\nThe [Hill Front:rebel] salutes our people on its day.", "Hill Front"),
    ("To the people of Oru\n\nThe [Hill Front:rebel] denies that our men took it.", "Hill Front"),
    ("To the people of Oru\n\nThe [Hill Front:rebel] burned our homes.", None),
    ("The [Hill Front:rebel] denies that our men took it.", None),
    ("In the name of God. [They:rebel] salute our people.", None),
    # a paper's own soldiers
    ("ORU, May 3 (Hill Agency) - Our soldiers drove the [Hill Front:rebel] off a ridge.", None),
    ("09:10 - Statement by [Commander Omar Said:police]: \"Two men fell.\"", None),
]  # fmt: skip


def issuer(marked: str, outlet: str | None = None) -> str | None:
    text, mentions = "", []
    for piece in re.split(r"(\[[^\]]*\])", marked):
        if not piece.startswith("["):
            text += piece
            continue
        words, _, kind = piece.strip("[]").rpartition(":")
        mentions.append(Mention(Span(len(text), len(text) + len(words)), "actor", kind, 1.0))
        text += words
    values = resolve_actors(text, mentions, published=DAY, table=TABLE)
    found = issuer_of(Report("r", text, outlet=outlet, published=DAY), [m.span for m in mentions], values, TABLE)
    return found and (found.actor.actor or found.actor.name)


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_whose_communique_it_is(marked: str, expected: str | None) -> None:
    assert issuer(marked) == expected


def test_an_outlet_that_is_a_party_issues_what_says_we() -> None:
    known = TABLE.find("Hezbollah", DAY)[0].id
    assert issuer("We took a post near Oru.", "Hezbollah, media office") == known
    assert issuer("A post fell near Oru.", "Hezbollah") is None
    assert issuer("A post of the [Hezbollah:rebel] fell near Oru.", "Hezbollah") == known
    assert issuer("We took a post near Oru.", "Reuters") is None
    assert issuer("Our men took a post.", "Ministry of Defence of Chad") == "gov:TCD.defence"
    assert issuer("Our men took a post.", "Lake Security Council") is None
