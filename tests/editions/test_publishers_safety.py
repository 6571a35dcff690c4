"""The editions for other publishers are as safe as pages: the same payloads, in the same places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import dangers
from tests.editions.payloads import PAYLOADS
from tests.editions.site import SETTINGS, Site, site_of
from tests.editions.test_safety import CLEAN, as_headline, dirty, title_in_browser
from tests.judges import judge

from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.front_matter import read_front_matter
from taiyaku.formats.markdown.tree import descendants, tree
from taiyaku.formats.markdown.trust import is_safe_address

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.catalog.message import Message

NAMES = list(PAYLOADS)
EDITIONS = f"""\
base_url = "https://example.org/"
editions.formats = ["fragment", "newsletter", "markdown"]
editions.markdown_layout = "suffix"
{SETTINGS}"""


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return clean articles, each of whose translations is a payload."""

    def translation(message: Message) -> str | None:
        number = re.search(r"\d+", message.msgid)
        return PAYLOADS[NAMES[int(number[0])]] if number else None

    articles = {f"a{number}.md": CLEAN.format(n=number) for number in range(len(NAMES))}
    return site_of(tmp_path_factory.mktemp("translated"), articles, translation, EDITIONS)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return articles which themselves hold payloads."""
    articles = {f"a{number}.md": dirty(PAYLOADS[name]) for number, name in enumerate(NAMES)}
    articles |= {f"h{number}.md": as_headline(PAYLOADS[name]) for number, name in enumerate(NAMES)}
    return site_of(tmp_path_factory.mktemp("written"), articles, lambda _: None, EDITIONS)


@pytest.mark.parametrize("name", ["fragment.html", "newsletter.html"])
def test_payloads_are_harmless(translated: Site, written: Site, name: str) -> None:
    """In translations and in articles; the only styles in a mail are those of its stylesheet."""
    pages = 0
    for site in (translated, written):
        for place, page in site.pages().items():
            if place.endswith(f"/{name}"):
                pages += 1
                found = dangers(page)
                assert [danger for danger in found if name[0] != "n" or not danger.endswith(" style>")] == [], place
                styles = "".join(element.attributes.get("style", "") for element in page.root.all())
                assert not re.search(r"url\(|expression|javascript|@import|behavior", styles), place
    assert pages == 6 * len(NAMES)


def test_nothing_runs_in_a_browser(translated: Site, written: Site, tmp_path: Path) -> None:
    """Chromium is shown all of them at once, without the policy that would stop them anyway."""
    chromium = judge("chromium")
    bodies = []
    for site in (translated, written):
        for path in sorted((site.root / "build").glob("*/*/*.html")):
            if path.name in {"fragment.html", "newsletter.html"}:
                text = path.read_text(encoding="utf-8")
                bodies.append(text[text.index("<body") :] if "<body" in text else text)
    page = tmp_path / "all.html"
    page.write_text("<!doctype html><title>quiet</title>" + "\n".join(bodies), encoding="utf-8")
    assert title_in_browser(chromium, page, tmp_path / "profile") == "quiet"


def test_markdown_brings_in_nothing(translated: Site) -> None:
    """No HTML and no dangerous address that the source did not have; what was added is plain text to YAML."""
    for number in range(len(NAMES)):
        path = translated.root / f"build/content/a{number}.ja.md"
        text = path.read_bytes().decode()
        front = read_front_matter(text, path)
        assert list(front.values)[-4:] in (
            ["lang", "translationKey", "original", "draft"],
            ["date", "lang", "translationKey", "original"],
        )
        inlines = list(descendants(tree(events(text[front.end :]))))
        assert not {"Html", "HtmlBlock"} & {node.kind for node in inlines}
        links = [node.detail["dest_url"] for node in inlines if node.kind in {"Link", "Image"}]
        assert [address for address in links if not is_safe_address(address)] == []


@pytest.mark.parametrize("layout", ["suffix", "folders"])
@pytest.mark.parametrize("address", ["../../../../etc/passwd", "../.env", "%2e%2e/%2eenv", "link.txt", "/etc/passwd"])
def test_no_link_publishes_what_is_not_the_articles(tmp_path: Path, layout: str, address: str) -> None:
    """Wherever the layout puts its files."""
    root = tmp_path / "project"
    (root / "source_text").mkdir(parents=True)
    for secret in (root / ".env", tmp_path / "outside.txt"):
        secret.write_text("TOP SECRET")
    (root / "source_text/link.txt").symlink_to(tmp_path / "outside.txt")
    article = f"---\ntitle: A\nimage: '{address}'\n---\n\n![x](<{address}>)\n"
    site = site_of(root, {"a.md": article}, {}, EDITIONS.replace("suffix", layout))
    files = [path for path in (root / "build").rglob("*") if path.is_file()]
    assert not any(b"TOP SECRET" in path.read_bytes() or b"root:x:0:" in path.read_bytes() for path in files)
    assert {path.suffix for path in files} <= {".html", ".md", ".json"}
    assert site.text("content/a.en.md" if layout == "suffix" else "content/en/a.md").count(address) == 2
