"""HTML that is imported: what it becomes, what is told of it, and that no letter is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.casefile import Case, cases
from tests.importers.html_pages import article, compared, document_of
from tests.judges import shared_data

from taiyaku.errors import UnreadableError
from taiyaku.importers.html import from_html
from taiyaku.importers.html.proof import letters_of_markdown

if TYPE_CHECKING:
    from taiyaku.importers.imported import Imported

_CASES = cases(str(Path(__file__).parent / "html" / "cases.txt"))
_EQUAL = 0.98


def _told(imported: Imported) -> list[str]:
    return [str(remark.what) for remark in imported.remarks]


def _differs(imported: Imported) -> bool:
    return any("letters missing" in remark for remark in _told(imported))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_cases(case: Case) -> None:
    """Each case becomes the Markdown beside it, and no letter is lost or invented."""
    html, markdown = case.texts
    imported = from_html(html)
    assert imported.body.strip() == markdown.strip()
    assert not _differs(imported)


def test_round_trip() -> None:
    """Published articles, made HTML and imported, have the segments that they had."""
    expected = missing = 0
    for path in sorted(shared_data("markdown_pairs").glob("*.md")):
        original = article(path)
        imported = from_html(original.html)
        assert not _differs(imported), path.name
        result = compared(original.document, document_of(imported, original.document.locale))
        expected += result.expected
        missing += len(result.missing)
    assert expected - missing >= _EQUAL * expected


_TEXT = st.text(st.sampled_from("ab1 漢字「」。*_`[]()<>&#|~!\\{}-+.:\n\u3000\u00a0"), max_size=30)
_TAGS = st.sampled_from(
    ["b", "i", "code", "sup", "a href=/x", "p", "div", "li", "h2", "blockquote", "td", "br", "ruby"]
)
_HTML = st.recursive(
    _TEXT.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.tuples(_TAGS, st.lists(inner, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0].split()[0]}>"
    ),
    max_leaves=12,
)


@given(_HTML)
@settings(max_examples=150, deadline=None)
def test_no_letter_is_lost(html: str) -> None:
    """Whatever stands where, taiyaku reads the letters of the page in the Markdown made of it."""
    imported = from_html(f"<p>start</p>{html}")
    assert not _differs(imported)


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>a</p><iframe src='https://v.example/1'></iframe>", "iframe https://v.example/1"),
        ("<p>a</p><video><source src='/v.mp4'>No video</video>", "video /v.mp4"),
        ("<p>a<script src='https://s.example/w.js'></script></p>", "a script was left out: https://s.example/w.js"),
        ("<p>a</p><!-- ask the mayor -->", "a comment was left out: ask the mayor"),
        ("<p><a href='javascript:x()'>a</a></p>", "javascript:x()"),
        ("<table><tr><th colspan=2>a</th></tr><tr><td>b<td>c</table>", "a cell reaches over others"),
        ("<table><tr><td>a<td>b</table>", "a table has no head"),
        ("<p>so&shy;ft</p>", "soft hyphens"),
        ("<ol type=a><li>x</ol>", "numbered otherwise"),
        ("<p><ruby>WWW<rt>World Wide Web</ruby></p>", "a reading was put into brackets"),
        ("<p><img alt='lost'>a</p>", "an image without an address"),
        ("<figure><img src=/a><figcaption><a href=/b>c</a></figcaption></figure>", "a caption cannot hold a link: /b"),
        ("<p>a</p><button>Go</button>", "a control of the page was left out: Go"),
        ("<p>a <math><mi>x</mi></math></p>", "a formula came in as text"),
        ("<p>a</p><svg><title>A map</title></svg>", "a drawing was left out: A map"),
        ("<p>a<img src='data:image/svg+xml,<svg/>'></p>", "an image inside the page was left out"),
        ("<p>a<img src='file:///etc/passwd'></p>", "an image was left out: file:///etc/passwd"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td><ul><li>c</ul><td>d</table>", "a list in a table became lines"),
        ("<figure><img src=/a title=t><figcaption>c</figcaption></figure>", "gave way to its caption: t"),
        ("<canvas>old</canvas><p>a", "left out: canvas old"),
        ("<p>a<script>x()</script></p>", "scripts inside the article"),
        ("<p><a href=/x>a</a></p>", "addresses that only the site knows: 1"),
    ],
)
def test_told(html: str, told: str) -> None:
    """What Markdown cannot hold is told with its address or text."""
    assert any(told in remark for remark in _told(from_html(html)))


def test_line_of_a_remark() -> None:
    """A remark knows the line of the address that it is about."""
    (remark,) = from_html("<p>a</p>\n\n<iframe src='https://v.example/1'></iframe>").remarks
    assert (remark.line, remark.doubtful) == (3, True)


def test_pictures_inside_the_page() -> None:
    """An image that the page holds is saved beside the article; its name depends on its content only."""
    from base64 import b64encode

    content = bytes(range(256))
    imported = from_html(f'<p><img alt="x" src="data:image/png;base64,{b64encode(content).decode()}"></p>')
    (picture,) = imported.pictures
    assert picture.content == content
    assert f"]({picture.path})" in imported.body
    assert picture.path.startswith("images/")
    assert picture.path.endswith(".png")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "x",
        "<!doctype html><b>" * 5_000,
        "<ruby>a<rt>b" * 5_000,
        "<table><tr><td>" * 5_000,
        "x" * 10_000_001,
        "<i>x</i>" * 100_001,
        "<p " + " ".join(f"a{number}" for number in range(50_000)) + ">x",
        "<table><tr>" + "<td colspan=50 rowspan=50>x" * 5_000 + "</table>",
        "",
        "<!-- nothing -->",
        "<html><body><script>document.write('x')</script></body></html>",
    ],
    ids=["deep", "bold", "ruby", "tables", "long", "many", "attributes", "spans", "empty", "comment", "script"],
)
def test_refused(html: str) -> None:
    """What is absurdly deep or long, or without text, is refused with a hint and not a crash."""
    with pytest.raises(UnreadableError):
        from_html(html)


@pytest.mark.parametrize(
    "html", ["<blockquote>" * 140 + "x", "<ul><li>" * 70 + "x", "<i>" * 140 + "x", "</p>" * 1000 + "x"]
)
def test_deep_enough(html: str) -> None:
    """What is nested as deeply as is allowed is read."""
    assert letters_of_markdown(from_html(html).body) == {"x": 1}


def test_fragment_is_whole() -> None:
    """Of a fragment everything is taken, also what would be chrome on a page."""
    imported = from_html('<nav>Menu</nav><div class="related"><a href="/x">Link</a></div><p>Text</p>')
    assert imported.body == "Menu\n\n[Link](/x)\n\nText\n"
