"""What the wording of a block suggests: a caption, a headline, a text that goes on; for both languages."""

from __future__ import annotations

from taiyaku.importers.paste import english, japanese
from taiyaku.importers.paste.block import ends_sentence, words_in
from taiyaku.importers.paste.tables import columns, is_row
from taiyaku.text.lazy_pattern import lazy_pattern
from taiyaku.text.width import width

LONGEST_HEADLINE = 200
_LONGEST_CROSSHEAD = {"en": 90, "ja": 60}  # columns
_MOST_WORDS = 13
_MOST_POSED = 32
_SHORTEST_PICTURE = 14
_LONG = {"en": 60, "ja": 25}
_SENTENCE = {"en": lazy_pattern(r"[.!?][”’\"')]*\s+(?=[A-Z“\"‘'(])"), "ja": lazy_pattern("[。！？][」』）]*(?=.)")}
_ADDRESS = lazy_pattern(r"[\w.+-]+@[\w-]+\.\w|\d{3}[-.) ]\s?\d{3}[-. ]\d{4}|\d{2,4}-\d{2,4}-\d{4}")
"""A mail address, a telephone number."""

_LETTER = lazy_pattern(r"[^\W\d_]")
_SPOKEN = lazy_pattern(r"(?:Q|A|Ｑ|Ａ|問|答|質問|回答)[:.．：、]|[―—–-]")
"""What the lines of an interview begin with."""

_LOWER = lazy_pattern(r"[a-z][a-zà-ÿ’'-]*[,;.:)”]?(?:\s|$)")
_LONGEST_CAPTION = {"en": 420, "ja": 160}
_QUOTED_SPEECH = lazy_pattern(r"[,.!?][”\"]\s*(?:\w+\s){0,5}(?:said|says|told|added|asked)\b|\bsaid\b")
_PHRASE_END = frozenset({"助詞", "接頭辞", "連体詞", "接続詞"})
_CLAUSE_END = ("連用形", "未然形", "仮定形", "語幹")


def sentence_count(text: str, language: str) -> int:
    """Return about how many sentences a text has."""
    return len(_SENTENCE[language].findall(text)) + 1


def is_long(text: str, language: str) -> bool:
    """Whether a text is longer than cross-heads are."""
    return len(text) > _LONG[language]


def could_be_headline(text: str, language: str) -> bool:
    """Whether a text is short and does not end as a statement does."""
    limit = LONGEST_HEADLINE if language == "en" else LONGEST_HEADLINE // 2
    plain_stop = text.rstrip("”’\"') 」』）")[-1:] in {".", "。", "．", ":", "："} and not text.endswith("...")
    if len(text) > limit or plain_stop or _ADDRESS.search(text) or is_row(text):
        return False
    return sentence_count(text, language) == 1


def could_be_crosshead(text: str, language: str) -> bool:
    """Whether a text could stand as a heading between two paragraphs."""
    if width(text) > _LONGEST_CROSSHEAD[language] or not _LETTER.search(text) or text[-1:] in ",、;；-–—":
        return False
    if _SPOKEN.match(text):
        return False
    if language == "ja":
        return could_be_headline(text, language) and not text.startswith(("「", "『", "（", "(", "※"))
    capital = not text[:1].islower() and text[:1] not in '“"([>' and len(columns(text)) == 1
    return capital and words_in(text) <= _MOST_WORDS and could_be_headline(text, language)


def starts_open(text: str, language: str) -> bool:
    """Whether a text begins in the middle of a sentence."""
    if language == "ja":
        return japanese.OPEN_START.match(text) is not None and not text.startswith(
            ("はじ", "では", "でも", "ところ", "とくに", "とき")
        )
    return _LOWER.match(text) is not None


def ends_open(text: str, language: str) -> bool:
    """Whether a text ends in such a way that something must follow."""
    if ends_sentence(text):
        return False
    if language == "ja":
        return text[-1:] in "、，・「『（" or _ends_in_clause(text)
    return english.OPEN_END.search(text.lower()) is not None


def _ends_in_clause(text: str) -> bool:
    """Whether the last word of a Japanese text asks for another: a particle, a verb that does not end its clause."""
    from taiyaku.japanese.tokenizer import tokens

    last = tokens(text[-40:])[-1]
    if last.part_of_speech[0] in _PHRASE_END:
        return last.part_of_speech[1] != "終助詞"
    return last.part_of_speech[0] in {"動詞", "助動詞", "形容詞"} and last.inflection[1].startswith(_CLAUSE_END)


def caption_evidence(text: str, language: str) -> int:
    """Return how much speaks for a caption: 0 nothing, 1 the tense of a picture, 2 words that only captions have."""
    if len(text) > _LONGEST_CAPTION[language] or sentence_count(text, language) > 3:  # noqa: PLR2004 (captions are short)
        return 0
    if language == "ja":
        return 2 * (japanese.PICTURED.search(text) is not None) or int(_pictures(text))
    if _QUOTED_SPEECH.search(text):
        return 0
    if english.POSITIONS.search(text):
        return 2
    if english.DATELINE.match(text):
        return 0
    first = _SENTENCE["en"].split(text, maxsplit=1)[0]
    verb = english.PHOTO_VERBS.search(first)
    past = english.PAST.search(first)
    return int(verb is not None and (past is None or verb.start() < past.start()))


def is_posed(text: str) -> bool:
    """Whether an English text is one short sentence about what people do for a camera."""
    first = text.partition(" ")[0]
    posed = english.POSES.search(text)
    short = sentence_count(text, "en") == 1 and words_in(text) <= _MOST_POSED
    return bool(posed and short and first not in english.PRONOUNS and not english.PAST.search(text[: posed.start()]))


def _pictures(text: str) -> bool:
    """Whether a Japanese text of one sentence shows rather than tells: it ends in a noun that a verb describes.

    With a full stop, the present tense is enough: articles tell of what was.
    """
    if sentence_count(text, "ja") > 1 or len(text) < _SHORTEST_PICTURE:
        return False
    from taiyaku.japanese.tokenizer import tokens

    words = list(tokens(text.rstrip("。）)」")[-40:]))
    if text.endswith("。") and words[-1].part_of_speech[0] == "動詞" and words[-1].inflection[1].startswith("終止形"):
        return True
    nouns = 0
    while words and words[-1].part_of_speech[0] in {"名詞", "接尾辞", "代名詞", "接頭辞"}:
        words.pop()
        nouns += 1
    return bool(nouns and words and words[-1].inflection[1].startswith("連体形"))
