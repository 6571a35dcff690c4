"""The newsletter: one page for mail, in each language."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

import pytest
from tests.editions.harbor import ARTICLE, FILES, TRANSLATIONS
from tests.editions.html_page import dangers
from tests.editions.site import SETTINGS, site_of, write

from taiyaku.editions.mail import WIDTH, for_mail
from taiyaku.theme.inline_style import read_styles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Newsroom
    from tests.editions.html_page import Page
    from tests.editions.site import Site

    SiteOf = Callable[..., Site]

BASE = "https://example.org/news/"
MAIL = f'base_url = "{BASE}"\neditions.formats = ["newsletter"]\n{SETTINGS}'
DROPPED_ELEMENTS = (
    "style script link form input button select textarea iframe object embed svg video audio article section header "
    "footer main nav aside figure figcaption details summary"
)
"""What one or another of the great programs for mail takes out, or does not style. Source: caniemail.com, 2026."""
DROPPED_ATTRIBUTES = {"class", "id", "data-mark", "srcset", "loading", "background"}
DROPPED_STYLES = re.compile(
    r"(?:^|;)(?:position|float|inset|top|left|z-index|animation|transform|transition|filter|grid|flex|gap|object-fit)[^;]*:"
    r"|display:(?:inline-)?(?:flex|grid)|var\(|url\(|calc\(|@|expression|!important",
)


def png(width: int) -> bytes:
    """Return the beginning of a picture: enough to know how wide it is."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, 10)


@pytest.fixture(scope="module")
def mails(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the mails of the harbor article, with pictures that are none of drawings."""
    root = tmp_path_factory.mktemp("mails")
    write(root, {**FILES, "source_text/images/a.png": png(300), "source_text/images/b.png": png(2000)})
    article = f"{ARTICLE}\n![Small](images/a.png)\n\n![Large](images/b.png)\n\n![Far](https://example.org/c.jpg)\n"
    return site_of(root, {"harbor.md": article}, TRANSLATIONS, MAIL)


@pytest.fixture(params=["en", "ja"])
def mail(mails: Site, request: pytest.FixtureRequest) -> Page:
    """Return the mail in one language, then in the other."""
    return mails.page(f"{request.param}/harbor/newsletter.html")


def test_nothing_in_it_is_dropped(mail: Page) -> None:
    """By the list of what programs for mail drop."""
    elements = list(mail.root.all())
    assert {element.name for element in elements}.isdisjoint(DROPPED_ELEMENTS.split())
    for element in elements:
        assert DROPPED_ATTRIBUTES.isdisjoint(element.attributes), element
        assert not DROPPED_STYLES.search(element.attributes.get("style", "").replace(" ", "")), element
    assert not mail.comments


def test_every_address_is_absolute(mail: Page) -> None:
    """There is no page around a mail."""
    found = [e.attributes.get("href") or e.attributes.get("src") for e in mail.root.all() if e.name in {"a", "img"}]
    assert found
    assert all(address and address.startswith(("https://", "mailto:")) for address in found)


def test_it_is_safe(mail: Page) -> None:
    """As pages are, but for the styles, which are ours."""
    assert [danger for danger in dangers(mail) if not danger.endswith(" style>")] == []


def test_pictures_have_their_width(mail: Page) -> None:
    """Their own, up to that of the column; that of the column where nobody knows."""
    widths = {e.attributes["src"].rpartition("/")[2]: e.attributes["width"] for e in mail.root.all("img")}
    assert widths == {"a.png": "300", "b.png": str(WIDTH), "c.jpg": str(WIDTH)}
    assert all("max-width:" in e.attributes["style"] for e in mail.root.all("img"))


def test_drawings_are_links(mails: Site) -> None:
    """Programs for mail show no SVG: its words stand there, and its caption."""
    mail = mails.page("ja/harbor/newsletter.html")
    (link,) = [e for e in mail.root.all("a") if e.attributes["href"].endswith("crane.svg")]
    assert (link.text, link.attributes["href"]) == ("クレーン", f"{BASE}ja/harbor/images/crane.svg")
    assert "港のクレーン" in mail.root.text


def test_what_is_first_seen(mails: Site) -> None:
    """The line after the subject is the description, and not seen in the mail itself."""
    mail = mails.page("ja/harbor/newsletter.html")
    first = next(e for e in mail.root.one("body").all() if e.text.strip())
    assert first.text == "二つの港町が調印。"
    assert "display:none" in first.attributes["style"]
    assert mail.root.one("title").text == mail.root.one("h1").text == "港が開く"


def test_japanese_has_japanese_letters(mails: Site) -> None:
    """Tables inherit no letters in Outlook: each cell with text says its own."""
    mail = mails.page("ja/harbor/newsletter.html")
    cells = [e for e in mail.root.all() if e.name in {"td", "th"} and e.lang == "ja"]
    assert cells
    assert all("Hiragino Sans" in e.attributes["style"] and "Meiryo" in e.attributes["style"] for e in cells)
    cells = list(mails.page("en/harbor/newsletter.html").root.all("td"))
    assert all("Georgia" in cell.attributes["style"] for cell in cells)


def test_layout_tables_say_that_they_are_none(mail: Page) -> None:
    """The article's own table is one."""
    roles = [table.attributes.get("role", "") for table in mail.root.all("table")]
    assert sorted(roles) == ["", "presentation", "presentation"]


def test_what_is_not_current_is_told_in_words(mails: Site) -> None:
    """There is no stylesheet to write them."""
    mail = mails.page("ja/harbor/newsletter.html")
    told = [e for e in mail.root.all("span") if e.text == "まだ翻訳されていません"]
    assert told
    assert all(e.attributes["lang"] == "ja" for e in told)
    assert any(e.text == "翻訳の後に原文が改められています" for e in mail.root.all("span"))


def test_notes_have_numbers_and_boxes_signs(mails: Site) -> None:
    """Links within a mail lead nowhere."""
    text = mails.page("ja/harbor/newsletter.html").root.text
    assert "↩" not in text
    assert "☑" in text
    assert "1904年完成。" in text


def test_it_leads_to_the_web(mails: Site) -> None:
    """To the page itself, its counterpart and the publication."""
    mail = mails.page("ja/harbor/newsletter.html")
    addresses = {link.attributes["href"] for link in mail.root.all("a")}
    assert {BASE, f"{BASE}ja/harbor/", f"{BASE}en/harbor/", f"{BASE}bilingual/harbor/"} <= addresses


def test_without_an_address_there_is_none(newsroom: Newsroom) -> None:
    """The settings must say where the site is; the message says how."""
    newsroom.write("source_text/harbor.md", "# Harbor\n\nIt opened.\n")
    newsroom.run("update")
    refused = newsroom.run("build", "--edition", "newsletter")
    assert refused.exit_code == 2
    assert "base_url" in refused.stderr
    assert not list(newsroom.root.glob("build/**/newsletter.html"))


def test_a_theme_has_its_own_styles(tmp_path: Path) -> None:
    """In a file of the name that ours has."""
    settings = f'editions.theme = "theme"\n{MAIL}'
    write(tmp_path, {"theme/newsletter.css": "h1 { color: #123456 }"})
    site = site_of(tmp_path, {"harbor.md": "# Harbor\n\nIt opened.\n"}, {}, settings)
    assert site.page("en/harbor/newsletter.html").root.one("h1").attributes["style"] == "color:#123456"


STYLES = read_styles("p { margin: 0 }\nq { color: red }", None)  # type: ignore[arg-type]  # no fault to be told


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a &amp; &#60;</p>", '<p style="margin:0">a &amp; &#60;</p>'),
        ('<p title="&quot;a&quot;">x</p>', '<p title="&quot;a&quot;" style="margin:0">x</p>'),
        ('<a href="x.html">y</a>', f'<a href="{BASE}x.html">y</a>'),
        ('<a href="../a/index.html">y</a>', '<a href="https://example.org/a/">y</a>'),
        ('<a href="#fn-1" id="a">1</a>', "<span>1</span>"),
        ('<p>a<a href="#f" class="footnote-back">↩</a></p>', '<p style="margin:0">a</p>'),
        ('<ul><li><input type="checkbox" disabled="" checked=""> a</li></ul>', "<ul><li>☑ a</li></ul>"),
        ('<span lang="ja"><q>a</q></span>', '<span lang="ja"><span style="color:red">「a」</span></span>'),
        ("<q>a</q>", '<span style="color:red">“a”</span>'),
        ("<style>p {}</style><p>a</p><!-- b -->", '<p style="margin:0">a</p>'),
        ('<a href="b"><img src="a.svg" alt="A"></a>', f'<a href="{BASE}b">A</a>'),
        ('<img src="a.svg" alt="A">', f'<a href="{BASE}a.svg">A</a>'),
        ('<img src="a.svg" alt="">', ""),
        ("<details open><summary>a</summary>b</details>", "<div><div>a</div>b</div>"),
    ],
)
def test_elements(html: str, expected: str) -> None:
    """What becomes of one."""
    assert for_mail(html, BASE, STYLES, lambda _: 0) == expected
