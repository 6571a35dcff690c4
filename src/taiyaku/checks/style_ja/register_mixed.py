"""です・ます and である in one article, outside of quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.finding import Finding, Mark
from taiyaku.checks.translated import targets
from taiyaku.errors import Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext, Pair
    from taiyaku.checks.passage import Passage

Register = Literal["desu-masu", "de-aru"]

_QUOTED = lazy_pattern(
    r"「[^「」]*」|『[^『』]*』|“[^“”]*”|\"[^\"]*\"|（[^（）]*）|\([^()]*\)"
    r"|[「『“][^」』”]*$|^[^「『“]*[」』”]"
)
_POLITE = lazy_pattern(r"(?:です|ます|でした|ました|ません|でしょう|ましょう)(?:か|ね|よ|よね|が)?[。！？]")
_PLAIN = lazy_pattern(r"(?:[^\W\dA-Za-z_ァ-ヺー](?:だ|た|る|う|く|す|つ|む|ぐ|ぶ)|ない|しい|ある|いる)[。]")


class Sentence(NamedTuple):
    """The end of a sentence (code points), in the pair of that index."""

    pair: int
    start: int
    end: int


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find sentences in the register that the article, or the house, does not have. One finding for an article.

    Where the house leaves it open, only two registers in one paragraph are a slip; an article may have parts in either.
    """
    passages = dict(targets(bitext, "ja"))
    if not passages:
        return
    spoken = _spoken(bitext)
    ends: dict[Register, list[Sentence]] = {"desu-masu": [], "de-aru": []}
    for index, passage in passages.items():
        if "。" in passage.text and index not in spoken and _is_running(bitext.pairs[index]):
            text = outside_quotations(passage.masked)
            ends["desu-masu"] += [Sentence(index, *match.span()) for match in _POLITE.finditer(text)]
            plain = [
                match
                for match in _PLAIN.finditer(text)
                if not _POLITE.search(text[: match.end()][-8:])
                and not passage.text.startswith("**", match.end())  # a heading inside of the paragraph
            ]
            ends["de-aru"] += [Sentence(index, *match.span()) for match in plain]
    wanted = bitext.style.register
    more: Register = "desu-masu" if len(ends["desu-masu"]) > len(ends["de-aru"]) else "de-aru"
    usual: Register = wanted or more
    other: Register = "de-aru" if usual == "desu-masu" else "desu-masu"
    strays = [one for one in ends[other] if other == "desu-masu" or _is_plain(passages[one.pair], one)]
    if not strays or not (wanted or ends[usual]):
        return
    beside = {one.pair for one in ends[usual]}
    slips = strays if wanted else [one for one in strays if one.pair in beside]
    yield _finding(passages, strays, slips, usual)


def outside_quotations(text: str) -> str:
    """Return the text with what stands in quotation marks or brackets as spaces, nested ones too."""
    for _ in range(3):
        text = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    return text


_RUNNING = frozenset({"paragraph", "definition", "quote"})


def _is_running(pair: Pair) -> bool:
    """Whether it is running text; items of a list, captions and alternative texts of pictures have their own style."""
    if pair.target.text.startswith("!["):
        return False
    return pair.segment is None or pair.segment.role in _RUNNING


_QUOTES = lazy_pattern(r"[「」“”\"]")
_LONGEST = 8
"""A quotation of more paragraphs was never closed."""


def _spoken(bitext: Bitext) -> set[int]:
    """Return the pairs that lie inside of a quotation over several paragraphs, in either language."""
    found: set[int] = set()
    for side in ("source", "target"):
        since: int | None = None
        for index, pair in enumerate(bitext.pairs):
            text = getattr(pair, side).masked
            if since is not None and index - since <= _LONGEST:
                found.add(index)
            marks = "".join(_QUOTES.findall(text))
            opened = marks.count("「") - marks.count("」") + marks.count("“") - marks.count("”")
            if marks.count('"') % 2 == 1:
                opened += 1 if since is None or text.lstrip().startswith('"') else -1
            if opened > 0:
                since = index
                found.add(index)
            elif opened < 0 or (since is not None and index - since > _LONGEST):
                since = None
    return found


def _is_plain(passage: Passage, one: Sentence) -> bool:
    """Whether the sentence ends with a verb, an adjective or だ; a noun such as 知らせ, ねらい has no register."""
    last = next((token for token in reversed(passage.tokens) if token.span.end == one.end - 1), None)
    return (
        last is not None and last.part_of_speech[0] in {"動詞", "助動詞", "形容詞"} and "命令" not in last.inflection[1]
    )


def _finding(passages: dict[int, Passage], strays: list[Sentence], slips: list[Sentence], usual: Register) -> Finding:
    first = (slips or strays)[0]
    words = passages[first.pair].text[first.start : first.end]
    count = len(strays)
    message = Phrase("“{words}” is plain style in a text in です・ます (places: {count})", words=words, count=count)
    if usual == "de-aru":
        message = Phrase("“{words}” is です・ます in a text in plain style (places: {count})", words=words, count=count)
    marks = tuple(Mark("target", one.start, one.end) for one in strays if one.pair == first.pair)
    return Finding(CHECK.name, "warning" if slips else "note", message, first.pair, marks, (words,))


CHECK = Check(
    name="register-mixed",
    family="style-ja",
    severity="warning",
    summary=Phrase("です・ます and plain style are mixed in one article."),
    find=find,
    languages=("ja",),
    examples=(
        Bad(
            "They met. They sang. They left.",
            "一行は集まった。歌を歌った。そして帰りました。",
            says="“ました。” is です・ます in a text in plain style (places: 1)",
        ),
        Bad(
            "They met.\n\nThey sang.\n\nThey left.",
            "一行は集まりました。\n\n歌を歌いました。\n\nそして帰った。",
            says="is plain style in a text in です・ます (places: 1)",
        ),
        Good("**They sang.** It was nice.", "**歌を歌う。**すてきでした。", why="a heading inside of the paragraph"),
        Bad("They left.", "一行は帰りました。", says="is です・ます", settings='[style.ja]\nregister = "de-aru"'),
        Good("“We sang,” he said. They left.", "「歌いました」と語った。一行は帰った。", why="a quotation has its own"),
        Good("They sang. A song for peace.", "一行は歌いました。平和への願い。", why="a noun has no register"),
        Good("They left.", "一行は帰りました。", why="the house has no policy"),
        Good("Please write to us.", "詳細は開館した。市役所まで連絡してください。", why="an appeal to the reader"),
        Good("They left (they will be back).", "一行は帰った（また来ます）。", why="brackets have their own"),
        Good(
            "“We sang.\n\n“We danced,” he said.",
            "「歌いました。\n\n踊りました」と語った。",
            why="a quotation over two paragraphs",
        ),
    ),
)
