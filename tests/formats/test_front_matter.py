"""YAML front matter: what is refused, what is no front matter at all, and how texts are written back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.errors import ArticleError
from taiyaku.formats import parse, write
from taiyaku.formats.markdown.front_matter import LIMIT, read_front_matter
from taiyaku.formats.options import ReadOptions

_PATH = Path("a.md")


def _write(source: str, text: str, **options: Any) -> str:
    document = parse(source, _PATH, ReadOptions(**options))
    written = write(document, {0: text})
    assert written.refused == {}
    return written.source


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("---\ntitle: a\n", "a.md:1:1: the front matter is not closed; end it with a line of three hyphens: ---"),
        ("\ufeff---\r\ntitle:\r\n", "a.md:1:2: the front matter is not closed"),
        ("---\ntitle: !!python/object/apply:os.system [ls]\n---\n", "a.md:2:8: the tag tag:yaml.org,2002:python"),
        ("---\ntitle: !!str a\n---\n", "a.md:2:8: the tag tag:yaml.org,2002:str is not allowed"),
        ("---\na: &a [x]\nb: [*a, *a]\n---\n", "a.md:2:4: anchors and aliases are not allowed"),
        ("---\na: b\nc: *a\n---\n", "a.md:3:4: anchors and aliases are not allowed"),
        ("---\na: b\nc: d\na: e\n---\n", "a.md:4:1: the key “a” stands twice"),
        ("---\na:\n  b: 1\n  b: 2\n---\n", "a.md:4:3: the key “b” stands twice"),
        ("---\n? [a]\n: b\n---\n", "a.md:2:3: a key of the front matter must be a text"),
        ("---\na: b: c\n---\n", "a.md:2:5: the front matter is not YAML: mapping values are not allowed"),
        ("---\na: [b\n---\n", "a.md:3:1: the front matter is not YAML"),
        ("---\na: 'b\n---\n", "a.md:3:1: the front matter is not YAML"),
        ("---\na: b\n\tc\n  d: e\n---\n", "a.md:3:1: the front matter is not YAML: found a tab"),
        ("---\na: b\x07\n---\n", "a.md:2:5: the front matter is not YAML: control characters are not allowed"),
        ("---\r\nあ: い\x00\r\n---\r\n", "a.md:2:5: the front matter is not YAML: control characters"),
        (f"---\na: {'x' * LIMIT}\n---\n", f"a.md:2:1: the front matter is longer than {LIMIT} characters"),
        (f"---\na: {'[' * 30000}\n---\n", "a.md:2:35: the front matter is nested too deeply"),
        (f"---\na: {'[' * 500}{']' * 500}\n---\n", "a.md:2:35: the front matter is nested too deeply"),
        (f"---\n{'a: {' * 500}\n---\n", "a.md:2:128: the front matter is nested too deeply"),
    ],
)
def test_refused_with_a_place(source: str, message: str) -> None:
    """What cannot be read safely stops this article, and says where."""
    with pytest.raises(ArticleError) as caught:
        read_front_matter(source, _PATH)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "a\n---\nb: c\n---\n",
        "---\n\na paragraph between two rules\n\n---\n",
        "---\n- a\n- b\n---\n",
        " ---\na: b\n---\n",
        "----\na: b\n----\n",
        "---\n",
        "---",
        "---\n*a* b\n---\n",
        "---\n# a comment\n",
        "\ufeff# a\n",
    ],
)
def test_no_front_matter(source: str) -> None:
    """Two rules around a text are not front matter, nor is anything else that is not a mapping at the very start."""
    front = read_front_matter(source, _PATH)
    assert front.values == {}
    assert front.end == source.startswith("\ufeff")


@pytest.mark.parametrize("source", ["---\n---\n", "---\n# only a comment\n---\n", "---\n\n...\n", "\ufeff---\n---"])
def test_empty_front_matter(source: str) -> None:
    """It is front matter still: no article begins with two rules."""
    front = read_front_matter(source, _PATH)
    assert front.values == {}
    assert front.end == len(source)


@pytest.mark.parametrize(
    ("value", "text", "written"),
    [
        ("old", "新しい", "新しい"),
        ("old", "no", '"no"'),
        ("old", "Yes", '"Yes"'),
        ("old", "null", '"null"'),
        ("old", "~", '"~"'),
        ("old", "2024", '"2024"'),
        ("old", "1_000", '"1_000"'),
        ("old", "2024-08-01", '"2024-08-01"'),
        ("old", "12:30", '"12:30"'),
        ("old", "a: b", '"a: b"'),
        ("old", "a:", '"a:"'),
        ("old", "a:b", "a:b"),
        ("old", "#x", '"#x"'),
        ("old", "a #x", '"a #x"'),
        ("old", "a#x", "a#x"),
        ("old", "- a", '"- a"'),
        ("old", "-a", "-a"),
        ("old", "? a", '"? a"'),
        ("old", "[a]", '"[a]"'),
        ("old", "{漢字|かんじ}", '"{漢字|かんじ}"'),
        ("old", "&a", '"&a"'),
        ("old", "*a", '"*a"'),
        ("old", "!a", '"!a"'),
        ("old", "%a", '"%a"'),
        ("old", "@a", '"@a"'),
        ("old", "`a", '"`a"'),
        ("old", "| a", '"| a"'),
        ("old", '"a" b', '"\\"a\\" b"'),
        ("old", "it's", "it's"),
        ("old", "a\\b", "a\\b"),
        ("old", "a\nb", '"a\\nb"'),
        ("old", "a\u2028b", '"a\\u2028b"'),
        ("old", "a\u0085b", '"a\\u0085b"'),
        ("old", "a\x07b", '"a\\u0007b"'),
        ("old", "---", "---"),
        ("old", "<<", '"<<"'),
        ("old", "=", '"="'),
        ("old", "😀", "😀"),
        ("'old'", "it's", "'it''s'"),
        ("'old'", "no", "'no'"),
        ("'old'", "a\nb", '"a\\nb"'),
        ('"old"', 'a "b" \\', '"a \\"b\\" \\\\"'),
        ("[old, b]", "a, b", '["a, b", b]'),
        ("[old, b]", "a]b", '["a]b", b]'),
        ("[old, b]", "a: b", '["a: b", b]'),
        ("[old, b]", "新", "[新, b]"),
        ("|\n  old\n", "新\nい", '"新\\nい"\n'),
        (">-\n  old\n  er", "新", '"新"'),
        ("old # a comment", "新", "新 # a comment"),
    ],
)
def test_texts_are_written_so_that_any_reader_sees_them(value: str, text: str, written: str) -> None:
    """In the author's style where it holds the text, else in double quotes."""
    after = "date: 2024-08-01\nno: no\ntags: [a , b]\n---\n\nbody\n"
    result = _write(f"---\ntitle: {value}\n{after}", text)
    assert result == f"---\ntitle: {written}\n{after}"
    loaded = yaml.safe_load(result.split("\n---\n")[0].removeprefix("---\n"))["title"]
    assert (loaded[0] if isinstance(loaded, list) else loaded) == text


def test_what_is_not_translated_keeps_its_bytes() -> None:
    """Comments, order, blanks and styles of all other keys stay."""
    source = "---\r\n# c\r\ntitle :  a  # d\r\n\r\ntags:   [x,  'y' ]\r\ndraft: FALSE\r\n---\r\nb\r\n"
    assert _write(source, "新") == source.replace(":  a  #", ":  新  #")


def test_the_locale_of_the_translation() -> None:
    """The article's own locale gives way to that of its translation."""
    document = parse("---\nlocale: en\ntitle: a\nfr: en\n---\n", _PATH, ReadOptions())
    assert write(document, {0: "あ"}, "ja").source == "---\nlocale: ja\ntitle: あ\nfr: en\n---\n"
    assert write(document, {}, "no").source == '---\nlocale: "no"\ntitle: a\nfr: en\n---\n'


def test_left_out() -> None:
    """A key stays when its text is left out."""
    assert _write("---\ntitle: a\nx: y\n---\n", "<!-- taiyaku: omit: why -->") == '---\ntitle: ""\nx: y\n---\n'


_NASTY = st.text(alphabet="ab:#-?[]{},&*!|>'\"%@`\\ \t\n\u3000\u2028\u0085\x00\x07\ufeff日0 no~=<", max_size=12)


@settings(max_examples=200, deadline=None, database=None)
@given(text=_NASTY.filter(str.strip), style=st.sampled_from(["o", "'o'", '"o"', "[o]", "|\n o", ">-\n o", "{a: o}"]))
def test_any_text_in_any_style(text: str, style: str) -> None:
    """Written and read again, also by YAML's own loader, it is the same text; never refused."""
    source = f"---\ntitle: {style}\nb: c\n---\n\nbody\n"
    written = write(parse(source, _PATH, ReadOptions(metadata=("title", "title.a"))), {0: text})
    assert written.refused == {}
    wanted = text.strip(" \t\n")
    loaded = yaml.safe_load(written.source.split("\n---\n")[0].removeprefix("---\n"))
    title = loaded["title"]
    found = title["a"] if isinstance(title, dict) else title[0] if isinstance(title, list) else title
    assert found == wanted or (text == "o" and not isinstance(found, bool))
    assert loaded["b"] == "c"
    again = parse(written.source, _PATH, ReadOptions(metadata=("title", "title.a")))
    assert [s.text for s in again.segments[-1:]] == ["body"]
    assert wanted in str(again.metadata["title"]) or again.metadata["title"] in ((wanted,), {"a": wanted})
