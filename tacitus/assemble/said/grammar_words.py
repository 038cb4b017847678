"""The small words of English, and the nouns for who and what can speak, as far as attribution needs them.

In: nothing. Out: sets of words in lower case. One thing to know: a set holds every form that is meant; nothing is
derived from it.
"""

BE = frozenset("is are was were be been being 're 'm ’re ’m".split())
HAVE = frozenset("has have had having 've ’ve 'd ’d".split())
MODALS = frozenset("will would can could may might must shall should do does did 'll ’ll ca wo cannot".split())
NOT = frozenset("n't n’t not never".split())
#: "'s" is here too: it may be "is", "has", or a possessive.
IS = frozenset("'s ’s".split())
AUXILIARIES = BE | HAVE | MODALS | NOT | IS
ADVERBS = frozenset(
    "also again still just once now then soon later first often even already always ever long only too almost "
    "twice yet earlier far further instead thus rather so simply".split()
)
#: They end in "ly" and are none.
NO_ADVERBS = frozenset("family ally assembly reply supply bully monopoly july italy only".split())
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier "
    "overnight".split()
)
PERIODS = frozenset("week month year weekend morning afternoon evening night summer spring winter autumn fall".split())
#: Between commas they part nothing: "the mayor, however, said".
ASIDES = frozenset("however too though meanwhile moreover therefore nevertheless instead".split())

NOMINATIVE = frozenset("he she they we i it you".split())
OBLIQUE = frozenset("him her them me us".split())
POSSESSIVE = frozenset("his her its their our my your whose".split())
RELATIVE = frozenset("who which that whom".split())
SOME = frozenset(
    "some many others most both few several all everyone everybody anyone someone somebody one percent another "
    "none".split()
)
#: Nobody in particular: no source of an attitude.
ANYONE = frozenset("you anyone anybody everyone everybody someone somebody one".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each another both all many "
    "several few more most such what".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for with from to about against over under after before between among through during without "
    "within into onto toward towards upon near despite since until as than like via across behind beyond "
    "including regarding".split()
)
#: What joins a noun to the party before it: "members of the group", "the mission in Goma".
JOINING = frozenset("of at in from for on with against".split())
CONJUNCTIONS = frozenset("and or but nor because although though while if when where that whether unless".split())
#: With these a noun phrase neither begins nor goes on.
FUNCTION = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | NOMINATIVE | frozenset("who which whom there here".split())
PARTICLES = frozenset("up out off down away back aside forward together".split())
#: What begins a clause that is said, asked or known.
OPENERS = frozenset("that whether if how why what who when where".split())
#: After these a participle has the subject of the sentence: "by saying", "while praising".
WHILE = frozenset("by after before while when in without despite since and or but".split())
#: Verbs that lend their subject to a participle after them: "kept asking", "avoids condemning".
LENDING_ING = frozenset(
    "keep keeps kept begin begins began begun start starts started stop stops stopped avoid avoids avoided "
    "continue continues continued resume resumed".split()
)
#: Words that lend their subject to the infinitive after them: "refused to say", "is ready to explain".
LENDING_TO = frozenset(
    "continue continues continued continuing decline declines declined declining refuse refuses refused refusing "
    "use uses used using decide decides decided deciding promise promises promised promising hesitate hesitates "
    "hesitated hesitating move moves moved moving prepare prepares prepared preparing manage manages managed "
    "managing begin begins began begun beginning start starts started starting try tries tried trying seek seeks "
    "sought seeking want wants wanted wanting plan plans planned planning need needs needed needing attempt "
    "attempts attempted attempting appear appears appeared appearing seem seems seemed agree agrees agreed "
    "agreeing fail fails failed failing go goes went gone going have has had come comes came like likes liked "
    "love loves loved hope hopes hoped hoping intend intends intended intending threaten threatens threatened "
    "threatening work works worked working rush rushed get gets got set able about ready willing unwilling "
    "reluctant likely unlikely quick slow eager keen afraid right free happy glad expected supposed allowed "
    "forced said believed".split()
)
#: Common past forms without "-ed".
PAST = frozenset(
    "took went came met held made gave left put ran saw got sent spent stood led won lost began became brought "
    "built drew fell kept laid rose sat sold spoke told said thought knew felt heard cut hit let set wrote read "
    "sought flew fought".split()
)
#: People and bodies that can speak, where the reader saw no party.
PEOPLE = frozenset(
    "head heads chair chairman chairwoman manager managers professor professors founder founders ally allies "
    "official officials man woman men women people police army government ministry minister president spokesman "
    "spokeswoman spokesperson source sources witness witnesses resident residents expert experts analyst analysts "
    "critic critics lawyer lawyers attorney attorneys judge judges court council parliament congress lawmakers "
    "lawmaker group groups company companies campaign committee commission agency union party parties team family "
    "families relatives relative victim victims survivor survivors doctor doctors aide aides supporter supporters "
    "opponent opponents rival rivals candidate candidates nominee nominees leader leaders member members voter "
    "voters student students parent parents friend friends wife husband mother father son daughter brother sister "
    "neighbour neighbor neighbours neighbors administration authorities authority department office board panel "
    "coalition alliance bloc nation nations country countries state states city newspaper newspapers paper "
    "magazine network editor editors journalist journalists reporter reporters author authors scholars scholar "
    "scientists scientist researchers researcher economists economist historian historians protesters protester "
    "demonstrators activists activist advocates advocate troops rebels militants fighters commander commanders "
    "general generals officer officers chief director secretary senator senators governor mayor ambassador "
    "diplomat diplomats envoy prosecutor prosecutors investigators investigator regulators executives executive "
    "owner owners worker workers teacher teachers host moderator moderators crowd public majority democrats "
    "republicans conservatives liberals americans europeans delegation firm institute organization organisation "
    "colleague colleagues adviser advisers advisor advisors strategist strategists respondents representative "
    "representatives world side sides cities unions bodies agencies committees commissions councils courts "
    "ministries ministers presidents governments governors mayors chiefs directors".split()
)
#: What is written, shown or counted, and "says" and "shows" too.
PAPERS = frozenset(
    "report reports study studies poll polls survey surveys letter letters statement statements memo memos ad ads "
    "advert article articles film films documentary editorial editorials website site video videos footage "
    "document documents data figures statistics records record analysis analyses review ruling rulings book books "
    "story stories complaint indictment lawsuit text transcript transcripts email emails e-mail e-mails message "
    "messages tweet tweets post posts column essay paper papers note notes clip spot slide slides headline "
    "estimate estimates research evidence findings test tests results audit filing filings affidavit communique "
    "declaration resolution draft images photographs photos recording tape average averages plan bill law order "
    "bulletin bulletins piece release caption banner sign census tally returns".split()
)
