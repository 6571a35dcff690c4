"""Bytes -> text, never guessed into mojibake."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importers.decode_harness import cases, damaged, foreign_texts, is_long, outcome_of_damaged, own_texts, table
from tests.judges import shared_data

from taiyaku.errors import UnreadableError, UsageError
from taiyaku.importers.decode import decode
from taiyaku.importers.decode_codecs import TO_WINDOWS, read_as

_LONG = "港は水曜日に開いた。両市長も出席し、長い話をする人はいなかった。"


def _garbled(text: str) -> str:
    """Return UTF-8 as Windows shows it that takes it for Windows-1252."""
    return "".join(
        bytes((byte,)).decode("latin-1" if byte in b"\x81\x8d\x8f\x90\x9d" else "cp1252") for byte in text.encode()
    )


def _said(content: bytes, encoding: str | None = None) -> list[tuple[str, int | None, bool]]:
    return [(str(remark.what), remark.line, remark.doubtful) for remark in decode(content, encoding).remarks]


def test_every_text_in_every_encoding() -> None:
    """No text is ever read wrongly; most words are read at once, and all texts of two sentences or more."""
    rows = table(cases(own_texts()))
    assert set(rows) == {
        *("utf-8", "utf-8 with BOM", "utf-16 with BOM", "utf-16-le", "utf-16-be"),
        *("cp932", "euc-jp", "iso-2022-jp", "cp1252"),
    }
    assert [row["wrong"] for row in rows.values()] == [0] * len(rows)
    assert [row["asked, long"] for row in rows.values()] == [0] * len(rows)
    assert all(row["asked"] <= 5 for name, row in rows.items() if name != "cp1252")
    assert rows["utf-8"]["asked"] == 0


def test_texts_of_others() -> None:
    """News, posts and names that nobody looked at are never read wrongly, and long ones hardly ever asked about."""
    shared_data("ntrex_a.jsonl")
    rows = table(cases(foreign_texts()[::13]))
    assert sum(row["wrong"] for row in rows.values()) == 0
    assert sum(row["asked, long"] for name, row in rows.items() if name != "cp1252") <= 2
    assert rows["utf-8"]["asked"] == 0


def test_damaged_texts() -> None:
    """What was cut in a character or has a wrong byte is not taken for a text in another encoding.

    UTF-16 without a mark is left out for words of a few letters: `gqN`, half of 東京, is a word of ASCII to anybody.
    """
    texts = own_texts()
    broken = [case for case in damaged(cases(texts)) if len(case.text) > 4 or not case.encoding.startswith("utf-16-")]
    assert len(broken) > 1_000
    assert [case for case in broken if outcome_of_damaged(case) == "wrong"] == []


_CORPORA = {
    "gb18030": "新华社北京电 中国政府今天宣布了一项新的经济政策，旨在促进农村地区的发展。",
    "big5": "中央社台北電 政府今天宣布一項新的經濟政策，旨在促進農村地區的發展。",
    "euc-kr": "서울 연합뉴스 정부는 오늘 새로운 경제 정책을 발표했다.",
    "koi8-r": "Москва. Правительство объявило о новой экономической политике.",
    "cp1251": "Москва. Правительство объявило о новой экономической политике.",
}


@pytest.mark.parametrize("encoding", _CORPORA)
def test_other_languages_are_not_taken_for_ours(encoding: str) -> None:
    """Chinese, Korean and Russian in their own encodings are asked about, and read when told."""
    content = _CORPORA[encoding].encode(encoding)
    with pytest.raises(UnreadableError, match="--encoding"):
        decode(content)
    assert decode(content, encoding).text == _CORPORA[encoding]


@pytest.mark.parametrize(
    ("content", "encoding", "text"),
    [
        ("①㈱髙﨑㎡～∥".encode("cp932"), "cp932", "①㈱髙﨑㎡～∥"),
        ("①㈱髙﨑㎡".encode("cp932") + b"\x81\x60", "Windows-31J", "①㈱髙﨑㎡～"),
        ("〜‖−¢£¬".encode("shift_jis"), "shift_jis", "〜‖−¢£¬"),
        ("〜‖−¢£¬".encode("shift_jis"), "MS932", "～∥－￠￡￢"),
        ("〜漢字".encode("euc_jp"), "euc-jp", "〜漢字"),
        ("〜漢字".encode("euc_jp"), "cp51932", "～漢字"),
        (b"\xad\xa1\xad\xea\xfc\xe2\xf9\xf5\xa1\xc1", "euc-jp", "①㈱髙﨑～"),
        ("丂ｱ".encode("euc_jp"), "EUC_JP", "丂ｱ"),
        (b"\x1b$B-!-j|b\x1b(B\x1b$B!A\x1b(B", "iso-2022-jp", "①㈱髙～"),
        (b"\x1b$B!A\x1b(B", "iso-2022-jp-ms", "～"),
        (b"\x1b(I1\x1b(J\\~\x1b(B\\", "iso-2022-jp", "ｱ¥‾\\"),
        ("漢字丂".encode("iso2022_jp_1"), "iso-2022-jp-1", "漢字丂"),
        ("①﨑俱".encode("iso2022_jp_2004"), "iso-2022-jp", "①﨑俱"),
        ("𠂉".encode("iso2022_jp_2004"), "iso-2022-jp-3", "𠂉"),
        ("“Zoë” €".encode("cp1252"), "latin-1", "“Zoë” €"),
        ("It’s".encode("mac-roman"), "macintosh", "It’s"),
        ("漢".encode("utf-16-be"), "utf-16be", "漢"),
        (codecs.BOM_UTF16_LE + "漢".encode("utf-16-le"), "utf-16le", "漢"),
        ("漢".encode("utf-8-sig"), "utf8", "漢"),
        ("漢".encode("utf-32"), None, "漢"),
    ],
)
def test_as_told(content: bytes, encoding: str | None, text: str) -> None:
    """Each encoding is known by its names, with the characters that NEC, IBM and Windows added, in their mapping."""
    assert decode(content, encoding).text == text


@pytest.mark.parametrize("name", ["nobody", "rot13", "base64", ""])
def test_unknown_encoding(name: str) -> None:
    """A name that is no text encoding is an error of usage that tells the known ones."""
    if not name:
        assert decode(b"ASCII", name or None).text == "ASCII"
        return
    with pytest.raises(UsageError, match=f"nobody knows the encoding “{name}”; known are utf-8, utf-16, cp932"):
        decode(b"text", name)


@pytest.mark.parametrize(
    ("content", "encoding", "message"),
    [
        (
            "港が開いた。\n市長は来".encode()[:-1],
            None,
            "2:4: the file ends in the middle of a character (read as UTF-8)",
        ),
        (_LONG.encode("euc_jp")[:-1], None, "1:32: the file ends in the middle of a character (read as EUC-JP)"),
        ((_LONG * 2).encode("cp932")[:-1], None, "1:64: the file ends in the middle of a character (read as Shift_JIS"),
        (
            f"{_LONG}\r\n".encode() + b"\xff\xfe" + _LONG.encode(),
            None,
            "2:1: bytes that are no character (read as UTF-8)",
        ),
        (b"abc\ndef\x93gh", "utf-8", "2:4: bytes that are no character (read as UTF-8)"),
        (b"\xff\xfea\x00b", None, "1:2: the file ends in the middle of a character (read as UTF-16)"),
        (
            "一\ufffd".encode(),
            None,
            "1:2: the character U+FFFD stands in no text (read as UTF-8); take it out, or keep it",
        ),
        (_LONG.encode() + b"\x07", None, "1:33: the character U+0007 stands in no text (read as UTF-8)"),
        (_LONG.encode("iso2022_jp").replace(b"\x1b", b""), None, "ISO-2022-JP that lost its escape characters"),
        (_garbled("It’s — so, “she” said.").encode(), None, "all is garbled; get the file anew"),
    ],
)
def test_damage_is_named_with_its_place(content: bytes, encoding: str | None, message: str) -> None:
    """What cannot be read is an error with line and column, and what to do."""
    with pytest.raises(UnreadableError) as caught:
        decode(content, encoding)
    assert str(caught.value).startswith(message) or message in str(caught.value)


def test_what_is_not_certain_is_listed_with_samples() -> None:
    """Where two readings are near each other, a person sees a line of each, and the option that decides."""
    with pytest.raises(UnreadableError) as caught:
        decode(b"First line\nDon\x92t look back")
    lines = str(caught.value).splitlines()
    assert lines[0].endswith("the encoding of the text is not certain; choose the right one with --encoding:")
    assert [line.split() for line in lines[1:3]] == [
        ["cp1252", "Don’t", "look", "back"],
        ["cp932", "Don稚", "look", "back"],
    ]


def test_a_declaration_is_a_witness() -> None:
    """What HTML says of itself decides where little is wanting, and is contradicted where the bytes do."""
    told = b'<meta charset="windows-1252"><p>Don\x92t look back</p>'
    assert decode(told).text.endswith("<p>Don’t look back</p>")
    wrong = f'<?xml version="1.0" encoding="Shift_JIS"?><p>{_LONG}</p>'
    assert _said(wrong.encode()) == [("the file says that it is in Shift_JIS, and is not", None, False)]
    right = wrong.encode("cp932")
    assert _said(right) == [("the text was read as Shift_JIS (CP932)", None, False)]
    odd = wrong.replace("Shift_JIS", "x-nobody")
    assert _said(odd.encode()) == [("the file says that it is in x-nobody, and is not", None, False)]


@pytest.mark.parametrize(
    ("content", "encoding", "says"),
    [
        (_LONG.encode(), None, []),
        (b"plain", None, []),
        (
            f"{_LONG}～".encode("cp932"),
            None,
            [
                ("the text was read as Shift_JIS (CP932)", None, False),
                ("～ are read as Windows does; with --encoding shift_jis they are 〜", None, False),
            ],
        ),
        (
            f"{_LONG}〜−".encode("euc_jp"),
            None,
            [
                ("the text was read as EUC-JP", None, False),
                ("〜− are read as JIS says; with --encoding cp51932 they are ～－", None, False),
            ],
        ),
        (
            f"{_LONG}〜".encode("euc_jp") + b"\xad\xa1",
            None,
            [
                ("the text was read as EUC-JP", None, False),
                ("～ are read as Windows does, since other characters are of Windows", None, False),
            ],
        ),
        (
            f"{_LONG}\n山\ue000\ue001\n".encode("cp932"),
            None,
            [
                ("the text was read as Shift_JIS (CP932)", None, False),
                (
                    (
                        "characters of private use (gaiji): 2, the first is U+E000; only the machine that wrote them "
                        "knows what they look like: ask, and write each as a character of Unicode"
                    ),
                    2,
                    True,
                ),
            ],
        ),
        (
            f"{_LONG}\r\n\\1,000\x1a".encode("cp932"),
            None,
            [
                ("the text was read as Shift_JIS (CP932)", None, False),
                ("“\\” before a digit is shown as ¥ in Japan; write ¥ if that is meant (places: 1)", 2, True),
                ("the end mark of DOS (0x1A) was taken off", None, False),
            ],
        ),
        (b"a\nb\x07", "utf-8", [("the character U+0007 stands in no text", 2, True)]),
    ],
)
def test_what_matters_is_said(content: bytes, encoding: str | None, says: list[tuple[str, int | None, bool]]) -> None:
    """The encoding, the mapping of characters that have two, gaiji, yen signs and end marks are remarks."""
    assert _said(content, encoding) == says


_TEXT = st.text(st.sampled_from("港が開いた。市長は来なかったAIとＡＢテスト「」、１２\n"), min_size=1, max_size=40)


@settings(max_examples=150, deadline=None)
@given(_TEXT, st.sampled_from(["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16"]))
def test_nothing_is_read_as_another_text(text: str, encoding: str) -> None:
    """Whatever Japanese is written: it is read as it was, or asked about."""
    try:
        decoded = decode(text.encode(encoding)).text
    except UnreadableError:
        assert not is_long(text)
        return
    assert decoded == text


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_text_or_an_error_of_ours(content: bytes) -> None:
    """No bytes make the reader stumble; what it takes is in the encoding that it names, to the last byte."""
    try:
        decoded = decode(content)
    except UnreadableError:
        return
    reading = read_as(content, decoded.encoding)
    assert reading.faithful
    assert reading.text.removeprefix("\ufeff").removesuffix("\x1a").translate(TO_WINDOWS) == decoded.text.translate(
        TO_WINDOWS
    )
