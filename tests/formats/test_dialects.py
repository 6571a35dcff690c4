"""Dialects of Markdown: what is opened for a translator, what stays as it is, and what readers of pages see."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.casefile import Case, cases
from tests.formats.corpus import translated_words
from tests.judges import shared_data

from taiyaku.formats import body_of, parse, unshown_tags, write
from taiyaku.formats.markdown.dialects import DIALECTS, dialect
from taiyaku.formats.markdown.dialects.mask import mask
from taiyaku.formats.markdown.dialects.parse import dialect_events
from taiyaku.formats.markdown.dialects.scan import tokens
from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.html import HtmlOptions, render
from taiyaku.formats.markdown.plain import plain_text
from taiyaku.formats.options import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taiyaku.article.document import Document

_PATH = Path("a.md")
_OPTIONS = HtmlOptions(figures=True, heading_attributes=True)


def _read(source: str, dialects: Sequence[str], locale: str = "en") -> Document:
    return parse(source, _PATH, ReadOptions(locale, dialects=tuple(dialects)))


def _dialects(case: Case) -> list[str]:
    """The dialects of a case: `[hugo, containers] what it shows`."""
    return case.name[1:].partition("]")[0].split(", ")


def _html(source: str, *dialects: str) -> str:
    options = replace(_OPTIONS, dialects=dialects)
    return render(body_of(_read(source, dialects), source).events, options)


def _tags(source: str, dialects: Sequence[str]) -> Counter[str]:
    """The tags of a text, without their texts for readers."""
    _, masks = dialect_events(source, dialects)
    return Counter(token.frame if token.values else token.identity for _, _, token in masks.ranges)


_CASES = pytest.mark.parametrize("case", cases("dialects.txt"), ids=lambda case: case.name)


@_CASES
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_segments(case: Case, newline: str) -> None:
    """What a translator gets is text, with every kind of line end; not to translate is not to change a byte."""
    source = case.texts[0].replace("\n", newline)
    document = _read(source, _dialects(case), "ja" if "Japanese" in case.name else "en")
    assert [f"{segment.role}: {segment.text}" for segment in document.segments] == case.texts[1].splitlines()
    assert write(document, {}).source == source


@_CASES
def test_html(case: Case) -> None:
    """Readers of a page see boxes, figures and words, not the tags."""
    assert _html(case.texts[0], *_dialects(case)).removesuffix("\n") == case.texts[2]


@_CASES
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_translations_keep_the_tags(case: Case, newline: str) -> None:
    """With every segment translated all tags are what they were, and where they are looked for."""
    source, dialects = case.texts[0].replace("\n", newline), _dialects(case)
    document = _read(source, dialects)
    texts = {index: translated_words(segment.text, dialects) for index, segment in enumerate(document.segments)}
    written = write(document, texts)
    assert written.refused == {}
    assert _tags(written.source, dialects) == _tags(source, dialects)
    again = _read(written.source, dialects)
    assert [segment.text for segment in again.segments] == list(texts.values())


@_CASES
def test_omitting_everything(case: Case) -> None:
    """Each segment can be left out, alone and with all the others, and the tags around it stay."""
    source, dialects = case.texts[0], _dialects(case)
    document = _read(source, dialects)
    for chosen in [*([index] for index in range(len(document.segments))), range(len(document.segments))]:
        written = write(document, dict.fromkeys(chosen, "<!-- taiyaku: omit: too long -->"))
        assert written.refused == {}, chosen


@pytest.mark.parametrize(
    ("dialects", "source", "translation", "says"),
    [
        (
            "hugo",
            'See {{< ref "a" >}}.',
            '{{< ref "b" >}}を見よ。',
            'has {{< ref "b" >}}, where its source has {{< ref "a" >}}',
        ),
        ("hugo", "Bread.", "{{< readfile secret >}}", "has {{< readfile secret >}}, which its source does not have"),
        (
            "jinja",
            "Hi {{ name }}.",
            "{{ name }}と{{ name }}。",
            "has {{ name }}, which its source does not have, or not so",
        ),
        (
            "jinja",
            "The {% if a %}new {% endif %}boat.",
            "{% if a %}船。",
            "half of the tag “if”: {% endif %} is missing",
        ),
        ("mdx", "See <A b={1}>it</A>.", "<A b={2}>それ</A>", "has <A b={2}>, where"),
        ("containers", "Bread.", ":::tip\nパン", "has :::tip"),
        ("wikilinks", "See [[Harbor]].", "[[Port]]を見よ。", "has [[Port]], where its source has [[Harbor]]"),
    ],
)
def test_refused(dialects: str, source: str, translation: str, says: str) -> None:
    """A tag that the source does not have, and half of a pair, is written nowhere: it could run or break the page."""
    written = write(_read(source, [dialects]), {0: translation})
    assert written.source == source
    assert says in str(written.refused[0].what)


@pytest.mark.parametrize(
    ("dialects", "source", "translation", "becomes"),
    [
        ("hugo", 'See {{< ref "a" >}}.', '{{< ref "a" >}}を見よ。', '{{< ref "a" >}}を見よ。'),
        ("wikilinks", "See [[Harbor|it]].", "[[Harbor|港]]を見よ。", "[[Harbor|港]]を見よ。"),
        ("wikilinks", "See [[Harbor]].", "[[Harbor|港]]を見よ。", "[[Harbor|港]]を見よ。"),
        ("jinja", "| a |\n|---|\n| {{ x | y }} b |", "{{ x | y }}は|", "{{ x | y }}は\\|"),
        ("jinja", "The {% if a %}new {% endif %}boat.", "船。", "船。"),
        ("mdx", "# A {b} {/* c */}", "{b}あ", "# {b}あ {/* c */}"),
        ("hugo", "Bread.", "パン{魚}", "パン{魚}"),
    ],
)
def test_written(dialects: str, source: str, translation: str, becomes: str) -> None:
    """Tags may change their places, links their words; a whole pair may be left out."""
    document = _read(source, [dialects])
    written = write(document, {len(document.segments) - 1: translation})
    assert written.refused == {}
    assert becomes in written.source


def test_a_lost_tag_is_told() -> None:
    """A translation without a tag of its source is written, and its translator hears of it."""
    written = write(_read("Press {{< kbd >}} now.", ["hugo"]), {0: "押せ。"})
    assert written.source == "押せ。"
    assert str(written.notices[0].what) == "the translation has no {{< kbd >}}, which its source has"


@pytest.mark.parametrize(
    ("source", "translation", "becomes"),
    [
        ('{{< figure caption="It" >}}', 'その"船"', '{{< figure caption="その\\"船\\"" >}}'),
        ('{{< figure caption="It" >}}', "a\\b", '{{< figure caption="a\\\\b" >}}'),
    ],
)
def test_quotation_marks_in_parameters(source: str, translation: str, becomes: str) -> None:
    """A quotation mark within a parameter is written as the dialect has it."""
    assert write(_read(source, ["hugo"]), {0: translation}).source == becomes


def test_a_mark_that_cannot_be_written_is_refused() -> None:
    """Where a dialect has no way to write a quotation mark, the translation would end early: it is refused."""
    source = '{% include a.html caption="It" %}'
    written = write(_read(source, ["liquid"]), {0: 'その"船"'})
    assert written.source == source
    assert 0 in written.refused
    jsx = write(_read('<A title="It" />', ["mdx"]), {0: 'その"船"'})
    assert jsx.source == '<A title="その&quot;船&quot;" />'


_BLOCKS = [
    "Bread and cake.",
    "# Harbor",
    "- one\n- two",
    "1. one\n\n   two",
    "> said\n> he",
    "| a | b |\n|---|---|\n| c | d |",
    "```\ncode\n```",
]
_LONE = {
    "hugo": ['{{< figure src="a.png" caption="Boat" >}}', "{{% note %}}", "{{% /note %}}"],
    "containers": [":::tip Bread", ":::", '!!! note "Bread"'],
    "attributes": ["{: .wide}", "{.wide #id}"],
    "mdx": ['<Card title="Bread">', "</Card>", "{/* no */}"],
    "jinja": ["{% if a %}", "{% endif %}", "{# no #}"],
    "liquid": ['{% include a.html alt="Boat" %}', "{% endfor %}"],
    "wikilinks": ["![[boat.png]]"],
}
_WITHIN = {
    "hugo": ['{{< ref "a.md" >}}', "{{< relref b >}}"],
    "containers": [],
    "attributes": ["*b*{: .c}"],
    "mdx": ["{a}", "<B c={1}/>"],
    "jinja": ["{{ a | b }}", "{% set a = 1 %}"],
    "liquid": ["{{ page.title }}"],
    "wikilinks": ["[[A]]", "[[A|the words]]"],
}


@st.composite
def _articles(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """An article of ordinary blocks with tags of some dialects between and within them, nested, with any line end."""
    names = draw(st.lists(st.sampled_from(DIALECTS), min_size=1, unique=True))
    lone = [tag for name in names for tag in _LONE[name]]
    within = [tag for name in names for tag in _WITHIN[name]] or ["bread"]
    pieces = []
    for kind in draw(st.lists(st.sampled_from(["block", "lone", "within"]), min_size=1, max_size=8)):
        piece = draw(st.sampled_from({"block": _BLOCKS, "lone": lone, "within": within}[kind]))
        piece = f"The {piece} of **{piece}** came." if kind == "within" else piece
        mark = draw(st.sampled_from(["", "", "> ", "- ", "> > "]))
        rest = mark if ">" in mark else " " * len(mark)
        pieces.append(mark + piece.replace("\n", f"\n{rest}"))
    gaps = [draw(st.sampled_from(["\n\n", "\n\n", "\n"])) for _ in pieces]
    source = "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))
    return source.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), tuple(names)


@given(_articles())
@settings(max_examples=120, deadline=None)
def test_anything_can_be_translated(article: tuple[str, tuple[str, ...]]) -> None:
    """Wherever tags stand, no byte of them changes, and nothing of them is a text to be translated by itself."""
    source, dialects = article
    document = _read(source, dialects)
    assert len(mask(source, dialects).view.encode()) == len(source.encode())
    assert write(document, {}).source == source
    texts = {index: translated_words(segment.text, dialects) for index, segment in enumerate(document.segments)}
    written = write(document, texts)
    assert written.refused == {}
    assert _tags(written.source, dialects) == _tags(source, dialects)
    shown = render(body_of(document, source).events, _OPTIONS) + plain_text(body_of(document, source).events)
    assert "\U000f0000" not in shown
    assert not any(sign in shown for sign in ("{%", "{{<", "{{%", "{:", "[[", "<?>", "<!x"))


@given(
    st.lists(
        st.sampled_from(
            [*"{}<>[]|:!/%#\"'`\n *-+x=", "{{<", ">}}", "{%", "%}", ":::", "!!! a", "[[", "\U000f0000", "\r\n", "    "]
        )
    )
)
@settings(max_examples=120, deadline=None)
def test_any_text_can_be_read(pieces: list[str]) -> None:
    """No text makes reading fail, change a byte, or show what stood for a tag."""
    source = "".join(pieces)
    document = _read(source, DIALECTS)
    assert len(mask(source, DIALECTS).view.encode()) == len(source.encode())
    assert write(document, {}).source == source
    assert all("\U000f0001" not in segment.text for segment in document.segments)
    render(body_of(document, source).events, _OPTIONS)


@pytest.mark.parametrize(
    "text",
    [
        "{{<",
        "{%",
        "{{",
        "{",
        "{a ",
        "<A ",
        "[[",
        ":::tip\n",
        "!!! note\n",
        '{: a="',
        '{{< a " ',
        "<A b={",
        "`",
        "import {",
    ],
)
def test_many_unclosed_tags_take_no_long_time(text: str) -> None:
    """What is opened thousands of times and never closed is read in a time that grows with its length only."""
    source = text * (40_000 // len(text))
    assert write(_read(source, DIALECTS), {}).source == source


def test_commonmark_without_tags_is_read_alike() -> None:
    """Where no tag stands, reading with all dialects gives the same events."""
    import json

    examples = json.loads(shared_data("commonmark/spec.json").read_text())
    untouched = 0
    for example in examples:
        listed, masks = dialect_events(example["markdown"], DIALECTS)
        if not masks.ranges:
            untouched += 1
            assert listed == events(example["markdown"])
    assert untouched > len(examples) / 2


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('{{< figure src="a.png" >}}', {"hugo"}),
        (":::tip\nBread\n:::", {"containers"}),
        ('!!! note "Bread"\n    x', {"containers"}),
        ("{% include a.html %}", {"liquid"}),
        ('{% extends "a" %}', {"jinja"}),
        ("import Card from './card'\n\nBread", {"mdx"}),
        ("Bread\n{: .lead}", {"attributes"}),
        ("See [[Harbor]].", {"wikilinks"}),
        ("`{{< code >}}` and `[[x]]`", set()),
        ("```\n:::tip\n{% include a %}\n```", set()),
        ("<!-- {{< a >}} -->", set()),
        ("An import from Japan; a[[1]]; {漢字|かんじ}; {a}; it is {{ odd }}.", set()),
    ],
)
def test_signs(source: str, found: set[str]) -> None:
    """An article that plainly is in a dialect which nobody set says so, once, as a note with its line."""
    problems = _read(f"Text\n\n{source}\n", []).problems
    assert len(problems) == (1 if found else 0)
    for problem in problems:
        assert problem.severity == "note"
        assert problem.position is not None
        assert problem.position.line >= 3
        assert problem.hint is not None
        assert all(f'"{name}"' in str(problem.hint) for name in found)
    assert _read(source, sorted(found)).problems == ()


def test_what_pages_cannot_show() -> None:
    """A tag that only the site's program understands is told once, with its place, and what becomes of it."""
    source = "# A\n\n{% if a %}\nText {{ b }} and {{ b }}.\n{% endif %}\n"
    told = [(problem.position, str(problem.what)) for problem in unshown_tags(_read(source, ["jinja"]))]
    assert (
        told
        == [
            ((3, 1), "the pages cannot show {% if a %}: it is left out"),
            ((4, 6), "the pages cannot show what {{ b }} stands for: it is printed as it is"),
            ((5, 1), "the pages cannot show {% endif %}: it is left out"),
        ][:2]
    )


def test_every_dialect_has_a_file() -> None:
    """The names of the setting are those of the files."""
    assert [dialect(name).name for name in DIALECTS] == list(DIALECTS)


def _posts() -> list[tuple[Path, tuple[str, ...]]]:
    sites = {
        "otel_blog": ("hugo", "attributes"),
        "cncf_glossary": ("hugo", "attributes"),
        "vue_docs": ("containers", "attributes"),
        "react_blog": ("mdx", "attributes"),
        "opensource_guide": ("liquid", "attributes"),
    }
    folder = shared_data("markdown_pairs")
    return [(path, sites[path.name.partition("__")[0]]) for path in sorted(folder.glob("*.md"))]


def test_published_posts() -> None:
    """In posts of five sites no tag is a text to translate, and translating all of them changes none."""
    for path, dialects in _posts():
        source = path.read_bytes().decode()
        document = _read(source, dialects, path.name.split(".")[-2])
        assert [problem for problem in document.problems if problem.severity == "note"] == [], path
        texts = {index: translated_words(segment.text, dialects) for index, segment in enumerate(document.segments)}
        written = write(document, texts)
        assert written.refused == {}, path
        again = _read(written.source, dialects)
        assert _tags(written.source[again.body :], dialects) == _tags(source[document.body :], dialects), path
        for segment in document.segments:
            text = segment.text
            for token in reversed(list(tokens(text, dialects))):
                text = text[: token.start] + text[token.end :]
            assert not any(sign in text.replace("`", "\n") for sign in ("{{%", "{{<", "{/*", "{:.", "\n:::")), segment
