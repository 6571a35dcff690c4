"""Names of one side of a pair that nothing on the other side explains: not a sound, not a reading, not an exonym."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.checks.names.known_places import (
    english_place,
    is_in_english,
    is_in_japanese,
    is_near_in_english,
    is_near_in_japanese,
    japanese_place,
    may_have_places,
)
from taiyaku.checks.names.sounds import (
    CERTAIN,
    english_pieces,
    is_sounded_in,
    is_whole,
    kana_pieces,
    names_in_japanese,
    sounds_like_any,
)
from taiyaku.english.names import CapitalizedName
from taiyaku.english.words import words
from taiyaku.japanese.katakana import likeness
from taiyaku.japanese.readings import keys
from taiyaku.japanese.romaji import folded, folded_kana
from taiyaku.span import Span
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from taiyaku.checks.names.known_places import Place
    from taiyaku.checks.passage import Passage
    from taiyaku.japanese.token import Token

_LONGEST = 2_000
"""In longer texts (code points) some name is always without an explanation."""

Sort = Literal["place", "full name", "word", "reading"]
"""What tells that it is a name: a place everybody knows; words with a dot or space between them; one word alone; or
kanji that are read as Japanese."""


class Stranger(NamedTuple):
    """A name that nothing explains. `span` is in code points; `sure` where it cannot be anything but a name.

    `opening`: it opens an English sentence, and may be any word. `gone`: it says enough by itself, without a name on the
    other side that may stand for it.
    """

    span: Span
    sort: Sort
    sure: bool = True
    opening: bool = False
    gone: bool = False


_ROMAJI = lazy_pattern("(?:(?:[kgstznhbpmrdyj]|sh|ch|ts|f|w|[kgnhbpmr]y|ss|kk|pp|tt)?[aiueo]){3,}")
_NOT_HEPBURN = lazy_pattern("s[i]|t[iu]|hu|zi|tsu?[aeo]|y[ie]|w[iueo]|f[aieo]|[aeo][iaueo]")
"""What Japanese words in Latin letters do not have, and those of other languages of kanji often do."""

_WORDLIKE = lazy_pattern(
    r"(?:the|a|an|in|on|at|by|of|to|for|from|with|as|if|it|its|he|she|his|her|they|their|them|we|our|you|your|i|my"
    r"|this|that|these|those|there|here|when|while|where|what|who|how|why|but|and|or|so|yet|not|no|all|some|many|most"
    r"|more|both|each|every|one|two|three|after|before|since|during|until|although|though|because|even|also|just|only"
    r"|then|now|today|such|other|another|instead|despite|according|is|are|was|were|be|been|do|does|did|has|have|had"
    r"|can|could|will|would|may|might|must|should|under|over|between|among|across|through|within|without|whether"
    r"|again|once|first|later|next|last|still|today|like|above|below|however|maybe|perhaps|whatever|whoever|about|against"
    r"|.{1,4}|.*(?:ly|ing|ed|ers?|s|tion|ment|ness|ity|ance|ence|ist|ism|al|ic|ive|ous|ful|less|ward|ship|hood|age"
    r"|ure))",
    re.IGNORECASE,
)
"""Words that may well be no names where they open a sentence: short ones, and such endings."""

_DAYS = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september october november december christmas easter
    halloween thanksgiving god lord internet bible koran quran web english japanese french chinese german spanish latin
    mr mrs ms dr sir madam north south east west northern southern eastern western earth moon sun
"""
_INSTITUTIONS = """
    academy act administration affairs agency air alliance ally anniversary arena army association authority avenue award
    awards bank battle bay beach bill board bridge bureau cabinet campaign capitol castle cathedral center central centre
    century chamber championship championships chapel charter chief choice church city civil club coalition coast
    college committee common commons commission commonwealth community company conference congress conservative
    constitution convention corporation corps council country county court cup daily day days defense defence
    democrat democratic democrats department desert development district division economic education election embassy
    empire energy environment exchange executive exhibition fair federal federation festival field finance fire
    first force forces foreign foundation fund games gallery game garden gate general government grand great green
    group gulf guard guide hall headquarters health high hill hills history holy home hospital hotel house human
    independence industry information institute insurance intelligence interior international island islands journal
    judiciary justice king kingdom labor labour lake law league learning liberal liberals library life line lords market
    medal medical medicine meeting memorial ministry minister mission mount mountain mountains movement museum
    national nations nature naval navy network new news newspaper night nobel ocean office old olympic olympics
    open opera order organization palace park parliament party pass peace peninsula people philosophy plan plaza police
    policy post president press prime prize program programme project public queen radio railway red representatives
    republic republican republicans research reserve resort resources restaurant review revolution right rights river
    road roads room royal rule school science sea season secret secretary security senate senator series service
    services shop show social society son space square stadium star state states station statistics store street studio
    summit supreme survey system team technology television temple theater theatre times tour tower town trade
    trail train transport treasury treaty tribune trust union unit united universe university valley village voice wall
    war watch water way week welfare white wild world year young zone drought weather monitor hurricane storm
    protestant catholic christian muslim islam islamic buddhist buddhism christianity jew jews arab arabs communist
    nazi nazis protestants catholics christians muslims roman empire gospel psalm genesis renaissance medieval gothic
    tory tories brexit mother father uncle aunt grandma grandpa mom dad mum
"""
_TRANSLATED = frozenset([*_DAYS.split(), *_INSTITUTIONS.split()])
"""Capitalized words that Japanese says in words of its own: a name with one of them tells nothing by its sound."""


def japanese_strangers(japanese: Passage, english: Passage) -> Iterator[Stranger]:
    """Yield the Japanese names that nothing in the English text explains, registered ones left out."""
    names = [name for name in names_in_japanese(japanese) if name.span not in japanese.names]
    row = words(english.masked) if names else ()
    capitals = [word.plain for word in row if word.capital]
    common = [word.plain for word in row if not word.capital]
    for name in names:
        place = japanese_place(name.token, japanese.masked[name.span.end : name.span.end + 1])
        if place is not None:
            if is_whole(name.span, japanese.masked) and not is_in_english(place, english, japanese):
                if not any(likeness(name.token.surface, word) >= CERTAIN for word in capitals if name.pieces):
                    gone = _is_gone(place, is_near_in_english(place, english)) and not _REFERENCE.search(english.masked)
                    yield Stranger(name.span, "place", gone=gone)
        elif name.pieces:
            if not is_sounded_in(name.pieces, capitals, common):
                sort: Sort = "full name" if len(name.pieces) > 1 else "word"
                yield Stranger(name.span, sort, sort == "full name", gone=sort == "full name")
        elif _is_unread(name.token, [*capitals, *common]):
            yield Stranger(name.span, "reading")


def has_strangers(target: Passage, source: Passage, known: Sequence[Span], kind: str) -> bool:
    """Whether a translation has a name that nothing in its source explains, other than the `known` ones.

    In Japanese, only names of the kind of thing count: "person" or "place".
    """
    if max(len(target.text), len(source.text)) > _LONGEST:
        return False

    def is_known(span: Span) -> bool:
        return any(span.start < end and start < span.end for start, end in known)

    if target.language == "en":
        return any(stranger.sure and not is_known(stranger.span) for stranger in english_strangers(target, source))
    kinds = {token.span: token.part_of_speech[2] for token in target.tokens}
    return any(
        not is_known(stranger.span) and kinds.get(stranger.span) == _KINDS.get(kind, "地名")
        for stranger in japanese_strangers(target, source)
    )


_KINDS = {"person": "人名", "place": "地名"}


def _is_unread(token: Token, row: Sequence[str]) -> bool:
    """Whether a Japanese family name or place is read like nothing in the English text."""
    read = keys(token.surface)
    folds = {folded(word) for word in row}
    return bool(read) and not any(key in fold or (len(fold) > 3 and fold in key) for key in read for fold in folds)  # noqa: PLR2004


def english_strangers(english: Passage, japanese: Passage, *, only_places: bool = False) -> Iterator[Stranger]:
    """Yield the English names, or only known places, that nothing in the Japanese text explains; no registered ones."""
    if only_places and not may_have_places(english):
        return
    kana, common = kana_pieces(japanese)
    read = "".join(folded_kana(token.reading) if token.reading else " " for token in japanese.tokens)
    latin = {word.plain for word in words(japanese.masked)}
    for name in map(_without_opening, english_pieces(english)):
        place = _place(name)
        if place is None and only_places:
            continue
        if name.span in english.names or _is_explained(name, latin, read, japanese.tokens):
            continue
        if place is not None:
            sounded = any(likeness(piece, word.lower()) >= CERTAIN for piece in kana for word in name.words)
            if not sounded and not is_in_japanese(place, japanese, english):
                gone = _is_gone(place, is_near_in_japanese(place, japanese)) and not _ABBREVIATING.search(japanese.masked)
                yield Stranger(name.span, "place", gone=gone)
        elif not _is_translated(name) and not sounds_like_any(name.words, kana, common):
            yield _unknown(name)


_HOME = frozenset({"Japan", "United States"})
"""Countries that are left out or put in as readers need it."""

_REFERENCE = lazy_pattern(
    r"\b(?:[Tt]h(?:e|at|is|eir) (?:\w+ )?(?:city|town|village|prefecture|county|state|country|nation|island|region|area|capital"
    r"|government|neighbou?r|kingdom|republic|peninsula|continent)|the (?:North|South|East|West|Union|Kingdom)"
    r"|(?:both|two) (?:cities|countries|nations)|[Ii]ts?|[Tt]heir|[Tt]hey|[Hh]ome|[Tt]here|[Hh]ere|[Ll]ocal|[Nn]ational"
    r"|[Dd]omestic|[Oo]ur|[Ww]e|[Tt]hem|[Nn]ationwide)\b"
)
_ABBREVIATING = lazy_pattern("[同両本当各自][市県国州町村都府区地島]|現地|当地|国内|国外|そこ|ここ|故郷|地元")


def _is_gone(place: Place, near: bool) -> bool:  # noqa: FBT001 - a fact about it
    return place.name not in _HOME and not near


def _without_opening(name: CapitalizedName) -> CapitalizedName:
    """Return a name without the word before it that opens the sentence: Within Italy, Today Israel."""
    if not name.opening or len(name.words) == 1 or _WORDLIKE.fullmatch(name.words[0]) is None:
        return name
    text = name.text[len(name.words[0]) :].lstrip()
    if not text.startswith(name.words[1]) or english_place(name.text) is not None:
        return name
    return CapitalizedName(text, Span(name.span.end - len(text), name.span.end), name.words[1:], (), opening=False)


def _place(name: CapitalizedName) -> Place | None:
    """Return the place that a name is, or begins with where the rest says what is there: Florida Department."""
    place = english_place(name.text)
    if place is None and len(name.words) > 1:
        rest = [word for word in name.words if word.lower() not in _TRANSLATED]
        place = english_place(" ".join(rest)) if rest and list(name.words[: len(rest)]) == rest else None
    return place


_CONTRACTED = lazy_pattern("['’](?:m|re|ve|ll|d|t)$", re.IGNORECASE)
_ACRONYM = lazy_pattern("[A-Z0-9.&]+s?")


def _unknown(name: CapitalizedName) -> Stranger:
    if len(name.words) == 1 and _ROMAJI.fullmatch(name.words[0].lower()) and not _NOT_HEPBURN.search(name.words[0].lower()):
        return Stranger(name.span, "reading")
    sort: Sort = "full name" if len(name.words) > 1 else "word"
    sure = not name.opening or all(_WORDLIKE.fullmatch(word) is None for word in name.words)
    return Stranger(name.span, sort, sure, name.opening)


def _is_translated(name: CapitalizedName) -> bool:
    plain = [word.lower().removesuffix("'s").removesuffix("’s") for word in name.words]
    return (
        any(word in _TRANSLATED for word in plain)
        or _CONTRACTED.search(name.words[0]) is not None
        or all(_ACRONYM.fullmatch(word) for word in name.words)
    )


def _is_explained(name: CapitalizedName, latin: set[str], read: str, tokens: Sequence[Token]) -> bool:
    """Whether a word of a name stands in the Japanese text in Latin letters, or in kanji that are read so."""
    return any(word.lower() in latin or _is_read(word, read, tokens) for word in name.words)


def _is_read(word: str, read: str, tokens: Sequence[Token]) -> bool:
    key = folded(word)
    if len(key) > 2 and key in read:  # noqa: PLR2004 - shorter ones are everywhere
        return True
    return any(token.is_name and token.origin == "固" and key in keys(token.surface) for token in tokens)
