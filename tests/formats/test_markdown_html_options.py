"""What the options of the HTML writer add for the editions."""

from __future__ import annotations

import re
from typing import Any

import pytest

from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.html import Footnotes, HtmlOptions, render

_RUBY = "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>"


def _html(text: str, **options: Any) -> str:
    return render(events(text), HtmlOptions(**options))


class TestRuby:
    @pytest.mark.parametrize(
        ("markdown", "html"),
        [
            ("a{漢字|かんじ}b", f"<p>a{_RUBY}b</p>\n"),
            ("# 協定の{漢字|かんじ}", f"<h1>協定の{_RUBY}</h1>\n"),
            ("**{漢字|かんじ}**", f"<p><strong>{_RUBY}</strong></p>\n"),
            ("[{漢字|かんじ}](u)", f'<p><a href="u">{_RUBY}</a></p>\n'),
            ("- {漢字|かんじ}", f"<ul>\n<li>{_RUBY}</li>\n</ul>\n"),
            ("{漢字&#124;かんじ}", f"<p>{_RUBY}</p>\n"),
            ("|{漢字\\|かんじ}|\n|-|\n", f"<table><thead><tr><th>{_RUBY}</th></tr></thead><tbody>\n</tbody></table>\n"),
            ("{&lt;字|じ}", "<p><ruby>&lt;字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby></p>\n"),
            ("{Ilha|イリャ}", "<p><ruby>Ilha<rp>（</rp><rt>イリャ</rt><rp>）</rp></ruby></p>\n"),
            ("![{漢字|かんじ}](u '{漢字|かんじ}')", '<p><img src="u" alt="漢字" title="漢字" /></p>\n'),
        ],
    )
    def test_readings(self, markdown: str, html: str) -> None:
        """A reading becomes ruby wherever text stands; in attributes its base is left."""
        assert _html(markdown, ruby=True) == html

    @pytest.mark.parametrize(
        "markdown",
        [
            "`{漢字|かんじ}`",
            "    {漢字|かんじ}",
            "```\n{漢字|かんじ}\n```",
            "<i title='{漢字|かんじ}'>",
            "{yes|no}",
            "{漢字|}",
            "{|かんじ}",
            "{漢|字|かんじ}",
            "{漢字\n|かんじ}",
            "{**漢字**|かんじ}",
            "[a](u{漢字|かんじ})",
        ],
    )
    def test_near_misses(self, markdown: str) -> None:
        """Code, raw HTML, URLs and braces that are no reading stay as they are."""
        assert _html(markdown, ruby=True) == _html(markdown)

    def test_off_by_default(self) -> None:
        """Without the option the author's characters stay."""
        assert _html("{漢字|かんじ}") == "<p>{漢字|かんじ}</p>\n"


class TestFigures:
    @pytest.mark.parametrize(
        ("markdown", "html"),
        [
            ("![a](u 'c & d')", '<figure><img src="u" alt="a" /><figcaption>c &amp; d</figcaption></figure>\n'),
            ("![a](u)", '<figure><img src="u" alt="a" /></figure>\n'),
            (
                "[![a](u 'c')](v 'w')",
                '<figure><a href="v" title="w"><img src="u" alt="a" /></a><figcaption>c</figcaption></figure>\n',
            ),
            ("> ![a](u)", '<blockquote>\n<figure><img src="u" alt="a" /></figure>\n</blockquote>\n'),
        ],
    )
    def test_a_paragraph_of_one_image(self, markdown: str, html: str) -> None:
        """An image alone in its paragraph, bare or linked, becomes a figure."""
        assert _html(markdown, figures=True) == html

    @pytest.mark.parametrize(
        "markdown",
        ["![a](u) b", "![a](u)![b](v)", "[![a](u) b](v)", "*![a](u)*", "# ![a](u)", "- ![a](u)", "[a](u)"],
    )
    def test_near_misses(self, markdown: str) -> None:
        """An image with anything beside or around it stays in its text."""
        assert _html(markdown, figures=True) == _html(markdown)

    def test_only_the_captioned_image_loses_its_title(self) -> None:
        """Titles of other images stay attributes."""
        html = _html("![a](u 'c')\n\nb ![a](u 'c')", figures=True)
        assert html.count("title=") == 1

    def test_a_caption_has_ruby(self) -> None:
        """A caption is text, so that it may show readings."""
        assert f"<figcaption>{_RUBY}</figcaption>" in _html("![a](u '{漢字|かんじ}')", figures=True, ruby=True)


class TestHeadingAttributes:
    @pytest.mark.parametrize(
        ("markdown", "html"),
        [
            ("# Title {#id .a .b}", '<h1 id="id" class="a b">Title</h1>\n'),
            ("## 見出し{#id}", '<h2 id="id">見出し</h2>\n'),
            ("a {.b c=d e}\n---", '<h2 class="b" c="d" e="">a</h2>\n'),
            ("# *a* { #id } #", '<h1 id="id"><em>a</em></h1>\n'),
            ("# {#id}", '<h1 id="id"></h1>\n'),
            ("# a {#b\"'<&}", '<h1 id="b&quot;&#39;&lt;&amp;">a</h1>\n'),
        ],
    )
    def test_taken_off_the_text(self, markdown: str, html: str) -> None:
        """Ids, classes and other attributes go from the text to the element."""
        assert _html(markdown, heading_attributes=True) == html

    @pytest.mark.parametrize(
        "markdown",
        [
            "# 協定の{朝霧|あさぎり}",
            "# {a}",
            "# a {#b} c",
            "# `{#b}`",
            "# *a {#b}*",
            "a {#b}",
            "# a {}",
            "# {x #b}",
            "#",
        ],
    )
    def test_near_misses(self, markdown: str) -> None:
        """Readings, other braces and other blocks keep their text."""
        assert _html(markdown, heading_attributes=True) == _html(markdown)

    def test_beside_ruby(self) -> None:
        """A reading before the attributes is still a reading."""
        html = _html("# {漢字|かんじ} {#id}", heading_attributes=True, ruby=True)
        assert html == f'<h1 id="id">{_RUBY}</h1>\n'


class TestAttributes:
    """Each leaf block is asked for by the bytes of its inlines."""

    @staticmethod
    def _asked(markdown: str) -> list[str]:
        asked = []

        def attributes(start: int, end: int) -> dict[str, str]:
            asked.append(markdown.encode()[start:end].decode())
            return {}

        assert render(events(markdown), HtmlOptions(attributes=attributes)) == _html(markdown)
        return asked

    def test_each_leaf_block_is_asked_once(self) -> None:
        """The ranges cover the inlines, without markers of tasks and headings."""
        text = (
            "# 見出し\n\n段落 *a*\n続き\n\n- b *c*\n- [x] d\n\n  e\n\n|f|g|\n|-|-|\n|h|\n\ni\n: j\n\n![k](l)\n\n    m\n"
        )
        leaves = ["見出し", "段落 *a*\n続き", "b *c*", "d", "e", "f", "g", "h", "i", "j", "![k](l)"]
        assert self._asked(text) == leaves

    @pytest.mark.parametrize(
        ("markdown", "html"),
        [
            ("a", '<p lang="en">a</p>\n'),
            ("# a", '<h1 lang="en">a</h1>\n'),
            ("- a *b*", '<ul>\n<li><span lang="en">a <em>b</em></span></li>\n</ul>\n'),
            (
                "- [ ] a\n  - b",
                (
                    '<ul>\n<li><input disabled="" type="checkbox"/>\n<span lang="en">a</span>\n'
                    '<ul>\n<li><span lang="en">b</span></li>\n</ul>\n</li>\n</ul>\n'
                ),
            ),
            ("a\n: b", '<dl>\n<dt lang="en">a</dt>\n<dd><span lang="en">b</span></dd>\n</dl>\n'),
            (
                "|a|\n|-:|",
                (
                    '<table><thead><tr><th style="text-align: right" lang="en">a</th></tr></thead><tbody>\n'
                    "</tbody></table>\n"
                ),
            ),
            ("    a\n", "<pre><code>a\n</code></pre>\n"),
        ],
    )
    def test_where_they_stand(self, markdown: str, html: str) -> None:
        """On the element, or on a span around inlines that have none; never on code."""
        assert _html(markdown, attributes=lambda _start, _end: {"lang": "en"}) == html

    def test_the_authors_id_wins_and_classes_join(self) -> None:
        """What the author wrote into a heading is kept."""
        extra = {"id": "s1", "class": "old", "lang": 'e"n'}
        html = _html("# a {#own .mine}\n\nb", attributes=lambda _start, _end: extra, heading_attributes=True)
        assert html == (
            '<h1 id="own" class="mine old" lang="e&quot;n">a</h1>\n<p id="s1" class="old" lang="e&quot;n">b</p>\n'
        )

    def test_a_heading_is_asked_without_its_attributes(self) -> None:
        """The range ends with the text, not with the braces."""
        asked = []

        def attributes(start: int, end: int) -> dict[str, str]:
            asked.append((start, end))
            return {}

        _html("# 題 {#題}\n", attributes=attributes, heading_attributes=True)
        assert asked == [(2, 5)]

    def test_a_figure_carries_them(self) -> None:
        """A figure stands for its paragraph."""
        html = _html("![a](u)", figures=True, attributes=lambda _start, _end: {"id": "s1"})
        assert html == '<figure id="s1"><img src="u" alt="a" /></figure>\n'


def test_every_destination_is_rewritten_before_it_is_escaped() -> None:
    """Links, images, references and mail go through `url`."""
    seen = []

    def url(destination: str) -> str:
        seen.append(destination)
        return f"/x y&/{destination}"

    html = _html("[a](b) ![c](d) <e@f.g> <http://h> [i]\n\n[i]: j", url=url)
    assert seen == ["b", "d", "mailto:e@f.g", "http://h", "j"]
    assert re.findall('(?:href|src)="([^"]+)"', html) == [f"/x%20y&amp;/{each}" for each in seen]


class TestFootnoteSection:
    def test_notes_stand_at_the_end_in_the_order_of_their_references(self) -> None:
        """The whole shape, with Japanese labels."""
        html = _html("[^注]: 注\n\na[^い]b[^注]\n\n[^い]: い", footnote_section=True, footnote_back="戻る")
        assert html == (
            '<p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup>'
            'b<sup class="footnote-ref"><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup></p>\n'
            '<section class="footnotes" role="doc-endnotes">\n<ol>\n'
            '<li id="fn-1">\n<p>い\xa0<a href="#fnref-1" class="footnote-back" role="doc-backlink"'
            ' aria-label="戻る">↩</a></p>\n</li>\n'
            '<li id="fn-2">\n<p>注\xa0<a href="#fnref-2" class="footnote-back" role="doc-backlink"'
            ' aria-label="戻る">↩</a></p>\n</li>\n'
            "</ol>\n</section>\n"
        )

    def test_several_references_have_ids_and_links_back_of_their_own(self) -> None:
        """No id stands twice on a page."""
        html = _html("a[^1] b[^1]\n\n[^1]: c\n\n[^2]: d", footnote_section=True)
        assert re.findall('id="(fnref[^"]+)"', html) == ["fnref-1", "fnref-1-2"]
        assert re.findall('href="#(fnref[^"]+)"', html) == ["fnref-1", "fnref-1-2"]
        assert "↩<sup>2</sup></a>" in html

    def test_what_nothing_refers_to_comes_last_without_a_link_back(self) -> None:
        """No note is lost for want of a mark."""
        html = _html("[^2]: d\n\na[^1]\n\n[^1]: c", footnote_section=True)
        assert html.endswith('↩</a></p>\n</li>\n<li id="fn-2">\n<p>d</p>\n</li>\n</ol>\n</section>\n')

    def test_a_note_refers_to_a_note(self) -> None:
        """Numbers go on within notes; labels do not mind case."""
        html = _html("a[^x]\n\n[^y]: c[^x]\n\n[^x]: b[^Y]", footnote_section=True)
        assert html.index("<p>b") < html.index("<p>c")
        assert html.count('id="fn-') == 2
        assert 'href="#fnref-1-2"' in html

    def test_a_note_that_ends_in_code_has_its_link_below(self) -> None:
        """A link back needs a paragraph to stand in."""
        html = _html("a[^1]\n\n[^1]:\n        c\n\n[^2]:", footnote_section=True)
        assert "</pre>\n<p>\xa0<a href" in html
        assert '<li id="fn-2"></li>' in html

    def test_two_definitions_of_one_label_are_both_shown(self) -> None:
        """One number, one id, both texts."""
        html = _html("a[^1]\n\n[^1]: b\n\n[^1]: c", footnote_section=True)
        assert html.count("<li ") == 1
        assert "<p>b</p>\n<p>c\xa0" in html

    def test_the_prefix_stands_before_every_id(self) -> None:
        """Ids and the links to them agree."""
        html = _html("a[^1] b[^1]\n\n[^1]: c", footnote_section=True, id_prefix="ja-")
        names = re.findall('(?:id="|href="#)([^"]+)', html)
        assert len(names) == 7
        assert all(name.startswith(("ja-fn-", "ja-fnref-")) for name in names)

    def test_a_text_in_parts_shares_its_numbers(self) -> None:
        """Numbers and ids of references go on from part to part."""
        options, shared = HtmlOptions(footnote_section=True), Footnotes()
        definitions = "\n\n[^a]: A\n\n[^b]: B\n"

        def part(markdown: str) -> str:
            html = render(events(markdown + definitions), options, footnotes=shared)
            return html.partition("<section")[0]

        assert ">1<" in part("x[^a]")
        second = part("y[^b][^a]")
        assert re.findall('id="([^"]+)"', second) == ["fnref-2", "fnref-1-2"]
        assert shared == {"a": 1, "b": 2}
        assert shared.uses == {"a": 2, "b": 1}

    def test_a_part_of_one_note_keeps_its_number(self) -> None:
        """A list that begins later says so, and labels match without case."""
        numbers = {"other": 1, "Note": 2}
        html = render(events("[^note]: c"), HtmlOptions(footnote_section=True), footnotes=numbers)
        assert '<li id="fn-2" value="2">\n<p>c</p>\n</li>' in html
        assert numbers == {"other": 1, "Note": 2}

    def test_no_notes_no_section(self) -> None:
        """A text without notes has no empty section."""
        assert _html("a", footnote_section=True) == "<p>a</p>\n"


def test_plain_numbering_is_shared_with_a_dict() -> None:
    """Without a section, too, numbers go on from those handed over."""
    numbers = {"z": 1}
    html = render(events("a[^b]\n\n[^b]: c"), footnotes=numbers)
    assert '<a href="#b">2</a>' in html
    assert numbers == {"z": 1, "b": 2}


class TestJoinedLines:
    @pytest.mark.parametrize(
        ("markdown", "html"),
        [
            ("備前\n焼", "備前焼"),
            ("備前焼は\nApple\nPark\n2024\n年", "備前焼はApple\nPark\n2024年"),
            ("*備前*\n**焼**", "<em>備前</em><strong>焼</strong>"),
            ("*備前\n焼*", "<em>備前焼</em>"),
            ("備前[\n焼](u)", '備前<a href="u">焼</a>'),
            ("備前\n`a`\n焼", "備前<code>a</code>焼"),
            ("備前\n![](u)\n焼", '備前<img src="u" alt="" />焼'),
            ("a\n![](u)\nb", 'a\n<img src="u" alt="" />\nb'),
            ("備前\n<b>\n焼</b>", "備前\n<b>焼</b>"),
            ("a\n{漢字|かんじ}\nb", f"a{_RUBY}b"),
            ("備前\\\n焼", "備前<br />\n焼"),
        ],
    )
    def test_in_japanese(self, markdown: str, html: str) -> None:
        """No line end, which would be shown as a space, except between words of Latin letters."""
        assert _html(markdown, locale="ja", ruby=True) == f"<p>{html}</p>\n"

    def test_in_other_languages(self) -> None:
        """A line end stays, whatever stands around it."""
        assert _html("備前\n焼", locale="en") == _html("備前\n焼") == "<p>備前\n焼</p>\n"

    def test_each_block_begins_anew(self) -> None:
        """What the paragraph before ended with has no part in it."""
        assert _html("備前\n\n![](u)\na", locale="ja").endswith('<p><img src="u" alt="" />\na</p>\n')


def test_cells_aligned_by_class() -> None:
    """A page without inline styles; the classes of the caller join."""
    markdown = "|a|b|c|d|\n|-|:-|:-:|-:|\n"
    html = _html(markdown, align_classes=True)
    assert re.findall("<th(?: [^>]*)?>", html) == [
        "<th>",
        '<th class="align-left">',
        '<th class="align-center">',
        '<th class="align-right">',
    ]
    both = _html(markdown, align_classes=True, attributes=lambda _start, _end: {"class": "old"})
    assert '<th class="align-right old">' in both
