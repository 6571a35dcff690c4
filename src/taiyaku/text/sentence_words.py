"""The words by which the end of a sentence is told from other stops. Tables only; their use is in `sentences`."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
WEEKDAYS = _words("Sun Mon Tue Tues Wed Thu Thur Thurs Fri Sat")

NEVER_LAST = _words(
    """
    Mr Mrs Ms Mx Dr Drs Prof Gen Sen Sens Rep Reps Gov Govs Rev Msgr Fr Hon Pres Supt Atty Amb Ald Asst Assoc
    Messrs Mme Mlle Sgt Cpl Pvt Lt Col Capt Cmdr Maj Adm Brig Cpt Det Insp Mt Ft Pt
    e.g i.e vs v cf Cf viz ca c approx incl esp E.g I.e
    """
)
"""Abbreviations that something always follows: titles, and Latin that explains."""

BEFORE_NUMBERS = _words(
    "No Nos no nos p pp P Vol vol Vols Fig fig Figs Sec sec Art art Ch ch Chap Eq eq Op op Pt pt para Para pop Rte"
)
"""Abbreviations if a number follows, words or ends of sentences if none does."""

SOMETIMES_LAST = (
    _words("Inc Corp Co Ltd LLC Bros Cos Jr Sr Esq St Ste Ave Blvd Rd Hwy Sq Pl Ln Dept Univ Assn Ctr al ed eds est")
    | _words("dept govt min max avg tel ext oz lb lbs ft sq hr hrs sec mos yrs")
    | MONTHS
    | WEEKDAYS
)
"""Abbreviations that end a sentence if a word of `FIRST_WORDS` follows."""

HOURS = _words("a.m p.m A.M P.M")
"""These end a sentence before a capital, but not before a word of `AFTER_HOURS`."""

AFTER_HOURS = (
    MONTHS
    | WEEKDAYS
    | _words(
        """
        Sunday Sundays Monday Mondays Tuesday Tuesdays Wednesday Wednesdays Thursday Thursdays Friday Fridays Saturday
        Saturdays January February March April May June July August September October November December
        EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST UTC JST CET CEST IST AEST AEDT Eastern Central Mountain
        Pacific Greenwich Tokyo London local
        """
    )
)

FIRST_WORDS = _words(
    """
    I He She It We You They His Her Its Our Your Their My This That These Those There Here
    The A An Some Many Most Much Several Few Each Every All Both Another Other Others None Nobody Everyone Everybody
    Someone Somebody Anyone One Two Three
    And But Or Nor So Yet For If When While Where Why What Who Whom Whose Which How Whether Because Since Although
    Though Unless Until Once As At By In Into On Of Off From To With Without Within Over Under After Before During
    Between Among About Above Across Against Along Around Behind Below Beside Besides Beyond Despite Down Except
    Inside Instead Like Near Outside Per Than Through Throughout Toward Towards Up Upon
    Then Now Today Tomorrow Yesterday Later Soon Still Also Even Ever Never Not No Yes Only Just Perhaps Maybe However
    Meanwhile Moreover Furthermore Therefore Thus Nevertheless Nonetheless Otherwise Indeed Finally Eventually Recently
    Previously Originally Currently Formerly Sometimes Often Usually Again Almost Already Always
    Is Are Was Were Do Does Did Has Have Had Can Could Should Would Must Let Please According Such Any Well Last Next
    It's He's She's They're We're I'm I've That's There's Don't Didn't It’s He’s She’s They’re We’re I’m I’ve That’s
    There’s Don’t Didn’t
    """
)
"""Words which, with a capital, stand at the head of a sentence rather than in a name."""

SAYING = _words(
    """
    said says asked asks replied replies cried cries shouted shouts yelled whispered wondered wrote writes added adds
    exclaimed answered called demanded inquired tweeted joked muttered laughed told began continued
    """
)
"""Verbs after a quotation that ends in a question or exclamation mark: “Why?” Chen asked."""

NAMES_WITH_MARK = ("Yahoo", "Jeopardy", "Kahoot")
"""English names that end in an exclamation mark."""

JAPANESE_NAMES_WITH_MARK = ("モーニング娘", "Yahoo", "ヤフー", "ハロー", "ラブライブ", "けいおん")
"""Names that end in a mark which ends sentences elsewhere, without it."""

NOT_QUOTING = _words(
    """
    とても とっても ところ とにかく とりわけ とりあえず とくに とはいえ といえ といっても ときに ときど とき、 ときは
    とうとう とある とんで とたん とびき ともあれ ともかく ともに ともす とうに とうぜ とすれ とすると となると
    となれ とどの
    """
)
"""Heads of sentences that begin with と, which else says that a quotation goes before."""

PARTICLE_LIKE = _words(
    """
    はい はじ はっ はた はず はな はや はる がん がっ かが にも にっ にぎ にわ にん にせ にこ
    のん のど のち のぞ のり のび のぼ のが もう もし もち もっ もと もの もは では でも です でき やは やが やっ
    やめ やる へえ へん
    """
)
"""Heads of words that begin with what else would be a particle."""
