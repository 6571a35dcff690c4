"""Makes pastes of articles, as web pages, PDF files and mail programs leave them. What they should become is known."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.importers.pastes.articles import Piece

if TYPE_CHECKING:
    import random

    from tests.importers.pastes.articles import Source

_LINES = ("one line", "wrapped")
_GAPS = ("none", "all", "mixed")

_BYLINES = {
    "en": (
        "By Maria Sandoval", "By MARIA SANDOVAL and KEN ITO", "BY KEN ITO",
        "By Maria Sandoval, Ken Ito and Ruth van Dyke",
        "By Ruth O’Neill, Staff Writer", "Story and photos by Ken Ito",
    ),
    "ja": ("文・写真＝佐藤花子", "【東京＝佐藤花子】", "佐藤花子記者", "記者　佐藤花子",
           "（佐藤花子）", "取材・文：佐藤花子", "ロンドン支局　高橋健", "佐藤　花子"),
}  # fmt: skip
_STAFF = {
    "en": ("HARBOR TIMES STAFF WRITERS", "Staff Writer", "Special to The Harbor Times", "Harbor Times Staff Reporter"),
    "ja": (),
}
_DATES = {
    "en": (
        "March 4, 2025",
        "Published: March 4, 2025",
        "Tuesday, March 4, 2025",
        "Mar. 4, 2025 | 5:30 p.m.",
        "2025-03-04",
    ),
    "ja": (
        "2025年3月4日",
        "2025年3月4日（火）",
        "令和7年3月4日",
        "公開日：2025年3月4日",
        "２０２５年３月４日　１０時３０分",
    ),
}
_DATELINES = {
    "en": ("LONG BEACH, Calif. — ", "TOKYO (AP) — ", "SEATTLE – ", "OAKLAND — "),
    "ja": ("【ロンドン共同】", "【大阪＝高橋健】", "【札幌】"),
}
_CAPTIONS = {
    "en": (
        "Volunteers stack chairs after the concert in the park.",
        "Mayor Anna Reyes, left, and Fire Chief Tom Oda cut a ribbon at the new station on Monday.",
        "From left: Keiko Mori, Dan Price and Lucy Wu at the opening.",
        "Children wave paper flags as the ship enters the harbor.",
        "The old lighthouse is seen from the pier. (Photo by Ken Ito)",
        "Photo: A crowd in front of the town hall",
        "Engineers inspect a rack of servers in the new data center. (MARIA SANDOVAL/Harbor Times)",
        "A speaker explains the road map to developers at last year’s conference.",
    ),
    "ja": (
        "新駅の前でテープカットをするレイエス市長（左）ら",
        "写真：祭りの山車を引く子どもたち",
        "港に入る客船に旗を振る子どもたち＝４日、横浜市",
        "完成した新庁舎の外観（高橋健撮影）",
        "演奏会の後、いすを片付けるボランティア",
        "【写真】市役所前に集まった市民",
        "昨年の会議で開発者に計画を説明する担当者",
        "窓口で説明を受ける住民ら＝佐藤花子撮影",
    ),
}
_CREDITS = {
    "en": (
        "Photo by Ken Ito",
        "(Courtesy of the City of Harbor)",
        "KEN ITO/Harbor Times",
        "Photo courtesy of Harbor Museum",
    ),
    "ja": ("写真提供：横浜市", "撮影＝高橋健", "（写真・高橋健）", "写真＝佐藤花子"),
}
_NOTES = {
    "en": (
        "Editor’s note: The names of two speakers have been changed.",
        "[Editor's Note: This is the second of three parts.]",
        "This story was updated on March 5, 2025.",
    ),
    "ja": (
        "（編集部注：発言者の名前は一部仮名です）",
        "※この記事は2025年3月5日に更新しました。",
        "【おことわり】写真の一部は資料です。",
    ),
}
_RUNNING = {"en": "Harbor Times", "ja": "港新聞"}


@dataclass
class Paste:
    """A paste, the pieces it should become in order, and what of it belongs to the page."""

    name: str
    language: str
    text: str
    truth: list[Piece]
    furniture: list[str] = field(default_factory=list)
    traits: str = ""


def press(source: Source, rng: random.Random) -> Paste:
    """Make one paste of an article."""
    return _Press(source, rng).paste()


class _Press:
    def __init__(self, source: Source, rng: random.Random) -> None:
        self.source, self.rng, self.language = source, rng, source.language
        self.ja = source.language == "ja"
        self.wrapped = rng.random() < 0.6
        self.width = rng.randint(20, 40) * 2 if self.ja else rng.randint(60, 80)
        self.gaps = rng.choice(_GAPS)
        self.indents = self.ja and rng.random() < 0.4
        self.capitals = not self.ja and rng.random() < 0.4
        self.sign = rng.choice(("", "", "■", "◆", "▼")) if self.ja else ""
        self.bullet = "・" if self.ja else rng.choice(("• ", "- "))
        self.lines: list[str] = []
        self.furniture: list[str] = []
        self.page = 1
        self.rest = ""
        self.captions = rng.sample(_CAPTIONS[self.language], len(_CAPTIONS[self.language]))

    def paste(self) -> Paste:
        opening = self.opening()
        body = [piece for piece in self.source.pieces if piece.role not in {"headline", "deck", "caption"}]
        body = self.shortened(body)
        if self.rng.random() < 0.4:
            index = next(i for i, piece in enumerate(body) if piece.role == "paragraph")
            if index == 0:
                body[0] = Piece("paragraph", self.rng.choice(_DATELINES[self.language]) + body[0].text)
        pieces = [*opening, *self.with_asides(body)]
        if self.rng.random() < 0.3:
            pieces.append(Piece("editors-note", self.rng.choice(_NOTES[self.language])))
        if self.ja and not any(piece.role == "byline" for piece in pieces) and self.rng.random() < 0.4:
            pieces.append(Piece("byline", "（佐藤花子）"))
        truth = []
        for index, piece in enumerate(pieces):
            truth.append(self.write(piece))
            credit_next = index + 1 < len(pieces) and pieces[index + 1].role == "credit"
            if self.rest and piece.role != "cut" and not credit_next:
                self.go_on()
        traits = f"{'wrapped ' + str(self.width) if self.wrapped else 'one line'}, gaps {self.gaps}" + (
            ", indents" if self.indents else ""
        )
        return Paste(self.source.name, self.language, "\n".join(self.lines) + "\n", truth, self.furniture, traits)

    def shortened(self, body: list[Piece]) -> list[Piece]:
        """Take a run of the article: news are not as long as some posts."""
        if len(body) <= 30:
            return body
        start = self.rng.randrange(len(body) - 25)
        while start and body[start].role != "paragraph":
            start -= 1
        part = body[start : start + 25]
        while part and part[-1].role == "heading":
            part.pop()
        return part

    def opening(self) -> list[Piece]:
        rng, found = self.rng, []
        titles = [piece for piece in self.source.pieces if piece.role in {"headline", "deck"}]
        if rng.random() < 0.9:
            found += [p for p in titles if p.role == "headline" or rng.random() < 0.7]
        if rng.random() < 0.25:
            found.insert(rng.choice((0, len(found))), self.caption())
        if rng.random() < 0.75:
            found.append(Piece("byline", rng.choice(_BYLINES[self.language])))
            if _STAFF[self.language] and rng.random() < 0.5:
                found.append(Piece("staff", rng.choice(_STAFF[self.language])))
        if rng.random() < 0.5:
            found.append(Piece("date", rng.choice(_DATES[self.language])))
        return found

    def caption(self) -> Piece:
        """Return a caption that this paste has not had yet."""
        return Piece("caption", self.captions.pop()) if self.captions else Piece("caption", _CAPTIONS[self.language][0])

    def with_asides(self, body: list[Piece]) -> list[Piece]:
        """Drop captions, credits and pull quotes between paragraphs, and captions and pages into them."""
        result: list[Piece] = []
        own = [p for p in self.source.pieces if p.role == "caption"]
        for index, piece in enumerate(body):
            aside: list[Piece] = []
            draw = self.rng.random()
            if draw < 0.14 and piece.role == "paragraph":
                aside = [self.rng.choice(own) if own and self.rng.random() < 0.5 else self.caption()]
                aside = [] if any(p.text == aside[0].text for p in result) else aside
                if aside and self.rng.random() < 0.3:
                    aside.append(Piece("credit", self.rng.choice(_CREDITS[self.language])))
            elif draw < 0.18 and index + 1 < len(body):
                quote = self.quotable(body)
                aside = [quote] if quote and not any(p.text == quote.text for p in result) else []
            if aside and piece.role == "paragraph" and aside[0].role == "caption" and self.rng.random() < 0.6:
                result.append(Piece("cut", piece.text))
            else:
                result.append(piece)
            next_is_text = index + 1 < len(body) and body[index + 1].role in {"paragraph", "heading"}
            if result[-1].role == "cut" or next_is_text:
                result += aside
        return result

    def quotable(self, body: list[Piece]) -> Piece | None:
        texts = [p.text for p in body if p.role == "paragraph"]
        stops = r"(?<=。)" if self.ja else r"(?<=[.!?])\s+(?=[A-Z])"
        sentences = [s for text in texts for s in re.split(stops, text) if 25 < len(s) < 140 and s != text]
        if not sentences:
            return None
        sentence = self.rng.choice(sentences)
        return Piece("pull-quote", f"「{sentence.rstrip('。')}」" if self.ja else f"“{sentence}”")

    # Writing

    def write(self, piece: Piece) -> Piece:
        role, text = piece
        if role == "cut":
            self.cut(text)
            return Piece("paragraph", text)
        if self.capitals and role in {"headline", "heading", "byline"}:
            text = text.upper()
        if role == "heading":
            self.block(self.sign + text)
        elif role == "item":
            self.block(self.bullet + text)
        else:
            self.block(text, indent=self.indents and role == "paragraph", breakable=role == "paragraph")
        return Piece(role, text)

    def cut(self, text: str) -> None:
        """Write a paragraph in two parts; its aside, the next piece, is written between them."""
        at = self.cutting_point(text)
        if at is None:
            self.block(text, indent=self.indents)
            return
        self.block(text[:at].rstrip(), indent=self.indents)
        self.rest = text[at:].lstrip()

    def cutting_point(self, text: str) -> int | None:
        if self.ja:
            spots = [m.end() for m in re.finditer(r"[一-鿿ァ-ヶ](?:は|が|を|に|で|の|、)|、", text)]
        else:
            spots = [m.start() for m in re.finditer(r"(?<=[a-z,]) (?=[a-zA-Z])", text)]
        spots = [s for s in spots if len(text) * 0.25 < s < len(text) * 0.75]
        return self.rng.choice(spots) if spots and len(text) > (50 if self.ja else 120) else None

    def block(self, text: str, *, indent: bool = False, breakable: bool = False) -> None:
        gap = (
            self.gaps == "all"
            or (self.gaps == "mixed" and self.rng.random() < 0.5)
            or (self.wrapped and self.rest != "")
        )
        if self.lines and gap:
            self.lines.append("")
        lines = self.lines_of(("\u3000" if indent else "") + text)
        if breakable and len(lines) > 3 and self.rng.random() < 0.1:
            at = self.rng.randrange(1, len(lines) - 1)
            lines[at:at] = self.page_break()
        self.lines += lines

    def go_on(self) -> None:
        """Write the rest of a paragraph that was cut."""
        if self.wrapped or self.gaps == "all":
            self.lines.append("")
        self.lines += self.lines_of(self.rest)
        self.rest = ""

    def page_break(self) -> list[str]:
        self.page += 1
        ways = [f"- {self.page} -", f"{self.page}ページ" if self.ja else f"Page {self.page}", f"{self.page}/9"]
        lines = [self.rng.choice(ways[:2])]
        if self.rng.random() < 0.4:
            lines.append(f"{_RUNNING[self.language]}  {self.page}")
        if self.gaps != "none":
            self.furniture += lines
            return ["", *lines, ""]
        self.furniture += lines
        return lines

    def lines_of(self, text: str) -> list[str]:
        if not self.wrapped:
            return [text]
        if self.ja:
            return wrapped_japanese(text, self.width // 2)
        return textwrap.wrap(text, self.width, break_long_words=False)


def wrapped_japanese(text: str, width: int) -> list[str]:
    """Wrap Japanese at so many characters, Latin words whole where they fit, no line beginning with 、 or 。."""
    lines, line, used = [], "", 0.0
    for unit in re.findall(r"[A-Za-z0-9@/.:_+’'-]+|.", text):
        size = sum(0.5 if ord(char) < 0x3000 else 1 for char in unit)
        if line and used + size > width and unit not in "、。」』）】！？ー":
            lines.append(line)
            line, used = "", 0.0
        if line or unit != " ":
            line += unit
            used += size
    return [*lines, line]
