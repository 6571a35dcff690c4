"""The register of several articles."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.register.pairs import pair_of

from taiyaku.register.article import names_of
from taiyaku.register.collect import Collector
from taiyaku.register.listed import Listed, Register, Use
from taiyaku.register.proposals import entry_of
from taiyaku.termbase.file import parse_termbase
from taiyaku.termbase.termbase import EMPTY, Termbase


def _where(article: int, number: int, _words: str) -> Use:
    return Use(Path(f"{article}.md"), number + 1)


def _register(*articles: list[tuple[str, str]], termbase: Termbase = EMPTY) -> Register:
    collector = Collector()
    for place, texts in enumerate(articles):
        names = names_of([pair_of(*text) for text in texts], termbase)
        collector.add(names, partial(_where, place), ("en", "ja"))
    return collector.register()


def _named(register: Register, english: str) -> Listed:
    return next(name for name in register.names if english in name.english)


def test_a_pair_of_two_articles_is_one() -> None:
    """The same pair in two articles is listed once, with all its mentions and its first use."""
    text = ("We met George Chen there.", "そこでジョージ・チェン氏に会った。")
    register = _register([("It rained.", "雨だった。"), text], [text])
    listed = _named(register, "George Chen")
    assert (listed.state, listed.counts, listed.first) == ("proposed", (2, 2), Use(Path("0.md"), 2))


def test_only_the_oftenest_of_two_spellings_is_proposed() -> None:
    """Of two Japanese spellings of one name, one is proposed, and tells of the other."""
    one = ("We met George Chen there.", "そこでジョージ・チェン氏に会った。")
    other = ("We met George Chen there.", "そこでジョージ・チェーン氏に会った。")
    register = _register([one], [one], [other])
    assert [name.japanese for name in register.of("proposed")] == [("ジョージ・チェン",)]
    assert "also: ジョージ・チェーン" in map(str, register.of("proposed")[0].evidence)


def test_readings_come_from_the_english() -> None:
    """The reading of a pair is what the English says; that of kanji alone is the dictionary's, a draft."""
    listed = _named(_register([("Takeshi Yoshimura spoke.", "吉村武司が話した。")]), "Takeshi Yoshimura")
    assert (listed.reading, listed.draft, listed.parts) == ("よしむら たけし", False, ("吉村", "武司"))
    (alone,) = _register([("", "吉村武司が話した。")]).names
    assert (alone.state, alone.reading, alone.draft) == ("unpaired", "よしむら たけし", True)
    assert alone.romanization == "Takeshi Yoshimura"


def test_forms_of_one_place_are_together() -> None:
    """A city with and without its 市 is one place, and so are the two names of a known one in different texts."""
    texts = [("It is in Kurashiki.", "倉敷にある。"), ("The city grew.", "倉敷市は大きくなった。")]
    assert _named(_register(texts), "Kurashiki").japanese == ("倉敷", "倉敷市")
    known = _named(
        _register([("It came from Germany.", "そこから来た。"), ("It is old.", "ドイツのものだ。")]), "Germany"
    )
    assert (known.state, known.japanese) == ("proposed", ("ドイツ",))


def test_registered_names_are_listed_and_not_proposed() -> None:
    """A registered name is listed with its mentions, a family name alone among them; verified ones come last."""
    termbase = parse_termbase(
        '[[entry]]\nkind = "person"\nen = "George Chen"\nja = "ジョージ・チェン"\n'
        '[[entry]]\nkind = "place"\nen = "Torrance"\nja = "トーランス"\nverified = "the desk"\n'
    )
    text = ("Mayor Chen of Torrance and George Chen.", "トーランスのチェン市長とジョージ・チェン。")
    names = _register([text], termbase=termbase).names
    assert [(name.state, name.english[0], name.counts) for name in names] == [
        ("unverified", "George Chen", (2, 2)),
        ("verified", "Torrance", (1, 1)),
    ]


def test_a_draft_is_no_part_of_an_entry() -> None:
    """An entry has the reading that the English says, its titles if both languages have one, and the order of names."""
    listed = _named(_register([("Lord Ikeda Mitsumasa lived here.", "池田光政はここに住んだ。")]), "Ikeda Mitsumasa")
    entry = entry_of(listed)
    assert (entry.order, entry.of("ja")[0].reading) == ("family-first", "いけだ みつまさ")
    draft = Listed("proposed", "place", ("Japan",), ("日本",), (1, 1), None, "にっぽん", draft=True)
    assert entry_of(draft).of("ja")[0].reading == ""


def test_the_head_of_a_place_is_read_as_the_dictionary_does() -> None:
    """Where the English tells how the rest is read, the reading of the whole is no draft."""
    listed = _named(_register([("It is in Okayama Prefecture.", "岡山県にある。")]), "Okayama Prefecture")
    assert (listed.reading, listed.draft) == ("おかやまけん", False)


def test_a_known_place_has_a_draft_reading() -> None:
    """What the English does not tell, the dictionary may, as a draft; katakana need no reading."""
    names = _register([("Japan and Germany are far from Canada.", "日本とドイツはカナダから遠い。")])
    assert [_named(names, name).draft for name in ("Japan", "Germany")] == [True, False]
    assert _named(names, "Germany").reading == ""


def test_evidence_in_words() -> None:
    """What speaks for a pair is told in words: the same letters, the only ones of their kind, brackets."""
    texts = [
        ("It went to the Linux Foundation today.", "今日 Linux Foundation に渡った。"),
        ("She joined the Ministry of Finance.", "彼女は財務省に入った。"),
        ("He knows Mr. Guo well.", "彼は郭氏（Guo）をよく知る。"),
    ]
    register = _register(texts)
    told = {name.english[0]: str(name.evidence[0]) for name in register.of("proposed")}
    assert told == {
        "Linux Foundation": "is written alike",
        "Ministry of Finance": "the only pair of its kind left in its texts",
        "Guo": "stands in brackets behind it",
    }


def test_what_looks_like_a_product_is_not_listed() -> None:
    """A name that both languages write alike, and of which no text tells what it is, is left out."""
    assert _register([("It runs on Kubernetes here.", "ここでは Kubernetes で動く。")]).names == ()
