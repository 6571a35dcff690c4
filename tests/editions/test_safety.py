"""Nothing that an article or a translation holds can run, load or lead somewhere unasked in an edition."""

from __future__ import annotations

import html
import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.editions.html_page import Page, broken_ways, dangers, faults
from tests.editions.payloads import PAYLOADS
from tests.editions.site import SETTINGS, Site, site_of
from tests.judges import judge

from taiyaku.formats.markdown.events import events
from taiyaku.formats.markdown.tree import descendants, tree
from taiyaku.formats.markdown.trust import is_safe_address

if TYPE_CHECKING:
    from pathlib import Path

    from taiyaku.catalog.message import Message

NAMES = list(PAYLOADS)
CLEAN = """\
---
title: "Headline {n}"
deck: "Deck {n}"
byline: "Byline {n}"
description: "Description {n}"
date: 2026-04-01
---

Paragraph {n}.

## Heading {n}

- Item {n}

> Quotation {n}

| Head {n} | b |
|---|---|
| Cell {n} | c |

![Alternative {n}](x.png "Caption {n}")

Noted[^1].

[^1]: Note {n}.
"""
DIRTY = """\
---
title: {scalar}
deck: {scalar}
byline: {scalar}
description: {scalar}
date: {scalar}
image: {scalar}
---

{text}

## {line}

- {line}

> {line}

| a | {cell} |
|---|---|
| {cell} | c |

![{line}](x.png "{line}")

![a {line}]({line})

[a](b "{line}")

`{line}` and {text}

Noted[^1] {line}

[^1]: {line}

{text}
"""


def dirty(payload: str) -> str:
    """Return an article with a payload wherever a text can stand."""
    line = " ".join(payload.split("\n"))
    return DIRTY.format(scalar=json.dumps(payload), text=payload, line=line, cell=line.replace("|", "\\|"))


def as_headline(payload: str) -> str:
    """Return an article whose headline, in the body, is a payload."""
    return f"# {' '.join(payload.splitlines())}\n\nText.\n"


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of clean articles, each of whose translations is a payload."""

    def translation(message: Message) -> str | None:
        number = re.search(r"\d+", message.msgid)
        return PAYLOADS[NAMES[int(number[0])]] if number else None

    articles = {f"a{number}.md": CLEAN.format(n=number) for number in range(len(NAMES))}
    return site_of(tmp_path_factory.mktemp("translated"), articles, translation)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of articles which themselves hold payloads."""
    articles = {f"a{number}.md": dirty(PAYLOADS[name]) for number, name in enumerate(NAMES)}
    articles |= {f"h{number}.md": as_headline(PAYLOADS[name]) for number, name in enumerate(NAMES)}
    return site_of(tmp_path_factory.mktemp("written"), articles, lambda _: None)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("edition", ["en", "ja", "bilingual"])
def test_a_payload_in_a_translation_is_harmless(translated: Site, name: str, edition: str) -> None:
    """Whether it was refused or is shown as text."""
    page = translated.page(f"{edition}/a{NAMES.index(name)}/index.html")
    assert dangers(page) == []
    assert faults(page) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("edition", ["en", "ja", "bilingual"])
@pytest.mark.parametrize("kind", ["a", "h"])
def test_a_payload_in_an_article_is_harmless(written: Site, name: str, edition: str, kind: str) -> None:
    """Authors are trusted more, but they paste."""
    page = written.page(f"{edition}/{kind}{NAMES.index(name)}/index.html")
    assert dangers(page) == []
    assert [fault for fault in faults(page) if not fault.startswith("no ")] == []


@pytest.mark.parametrize("place", ["index.html", "en/index.html", "ja/index.html"])
def test_payloads_in_lists_are_harmless(translated: Site, written: Site, place: str) -> None:
    """Headlines and decks are in them."""
    for site in (translated, written):
        page = site.page(place)
        assert dangers(page) == []
        assert [fault for fault in faults(page) if not fault.startswith("no ")] == []


def test_payloads_are_shown(translated: Site) -> None:
    """What is text in a headline is shown as it is: nothing was silently lost."""
    for name in ("script", "svg", "end of title", "template expression", "format", "attribute and handler"):
        page = translated.page(f"ja/a{NAMES.index(name)}/index.html")
        assert page.root.one("h1").text == PAYLOADS[name]
        assert page.root.one("title").text == f"{PAYLOADS[name]}｜港通信"
        assert page.root.one("meta", name="description").attributes["content"] == PAYLOADS[name]


def test_no_character_turns_the_title_of_a_page(translated: Site) -> None:
    """It would turn what the browser writes after it, too."""
    page = translated.page(f"ja/a{NAMES.index('bidi override')}/index.html")
    assert page.root.one("title").text == "abcgnp.exe ｜港通信"


def test_no_page_has_control_characters(translated: Site, written: Site) -> None:
    """They are no part of HTML."""
    for site in (translated, written):
        for path in (site.root / "build").rglob("*.html"):
            assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", path.read_text())


@pytest.mark.parametrize("name", NAMES)
def test_the_markdown_edition_brings_in_nothing(translated: Site, name: str) -> None:
    """No raw HTML, and no link to an address that could run something, which the source did not have."""
    markdown = translated.text(f"ja/a{NAMES.index(name)}/index.md")
    _, _, body = markdown.removeprefix("---\n").partition("\n---\n")
    inlines = list(descendants(tree(events(body))))
    kinds = {node.kind for node in inlines}
    assert "Html" not in kinds
    assert "HtmlBlock" not in kinds
    assert {node.detail for node in inlines if node.kind == "InlineHtml"} <= {"<br>"}
    links = [node.detail["dest_url"] for node in inlines if node.kind in {"Link", "Image"}]
    assert [address for address in links if not is_safe_address(address)] == []


RESTLESS = "document.title='PWNED'"


def naive(payloads: list[str]) -> str:
    """Return a page that shows payloads as they are."""
    return "<!doctype html><title>quiet</title>" + "\n".join(f"<div>{payload}</div>" for payload in payloads)


def title_in_browser(chromium: str, page: Path, profile: Path) -> str:
    """Return the title of a page after a browser has loaded it, images, handlers and all."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    flags += ["--disable-component-update", "--disable-sync", f"--user-data-dir={profile}"]
    flags += ["--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=3000", "--dump-dom", page.as_uri()]
    run = subprocess.run([chromium, *flags], capture_output=True, text=True, timeout=120, check=True)
    title = re.search(r"<title>(.*?)</title>", run.stdout, re.DOTALL)
    assert title is not None, run.stdout[:500]
    return html.unescape(title[1])


def test_nothing_runs_in_a_browser(written: Site, translated: Site, tmp_path: Path) -> None:
    """Chromium is shown all payloads at once, without the policy that would stop them anyway."""
    chromium = judge("chromium")
    restless = [payload for payload in PAYLOADS.values() if RESTLESS in payload and "plaintext" not in payload]
    control = tmp_path / "control.html"
    control.write_text(naive(restless), encoding="utf-8")
    assert title_in_browser(chromium, control, tmp_path / "profile") == "PWNED"
    bodies = []
    for site in (written, translated):
        for path in sorted((site.root / "build").rglob("*.html")):
            text = path.read_text(encoding="utf-8")
            bodies.append(text[text.index("<body>") + 6 : text.index("</body>")])
    ours = tmp_path / "ours.html"
    ours.write_text("<!doctype html><title>quiet</title><body>" + "\n".join(bodies), encoding="utf-8")
    assert title_in_browser(chromium, ours, tmp_path / "profile") == "quiet"


def test_the_policy_of_the_page_allows_no_script_and_no_inline_style(written: Site) -> None:
    """A second wall, for what a theme might let through."""
    for place in ("index.html", "en/index.html", "ja/a0/index.html", "bilingual/a0/index.html"):
        page = written.page(place)
        (policy,) = page.root.all("meta", **{"http-equiv": "Content-Security-Policy"})
        rules = dict(rule.strip().split(" ", 1) for rule in policy.attributes["content"].split(";"))
        assert rules["default-src"] == "'none'"
        assert not {"script-src", "frame-src", "object-src"} & set(rules)
        assert "unsafe" not in policy.attributes["content"]


# Files


SECRETS = ["../../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "..%2f..%2f..%2fetc%2fpasswd"]
SECRETS += ["/etc/passwd", "%2Fetc%2Fpasswd", "../outside.txt", "link/outside.txt", "link.txt", "../../outside.txt"]
SECRETS += ["../.env", "%2e%2e/%2eenv", "../.git/config", "shortcut.txt", ".hidden/x.txt", "..\\outside.txt"]
SECRETS += ["x%00.png", "a" * 300, "?x", "images", "..", ".", "./", "//etc/passwd", "images/../../../outside.txt"]


@pytest.mark.parametrize("address", SECRETS)
def test_no_link_publishes_what_is_not_the_articles(tmp_path: Path, address: str) -> None:
    """Neither by `..`, absolute or encoded, nor through a link of the file system, nor what is hidden."""
    root = tmp_path / "project"
    (root / "source_text" / "images").mkdir(parents=True)
    (root / "source_text" / ".hidden").mkdir()
    (root / ".git").mkdir()
    outside = tmp_path / "outside.txt"
    for path in (outside, root / ".env", root / ".git" / "config", root / "source_text" / ".hidden" / "x.txt"):
        path.write_text("TOP SECRET")
    (root / "source_text" / "link").symlink_to(tmp_path)
    (root / "source_text" / "link.txt").symlink_to(outside)
    (root / "source_text" / "shortcut.txt").symlink_to(root / ".env")
    article = f"# Harbor\n\n![x](<{address}>) and [y](<{address}>)\n\nText.\n"
    translated = {"Text.": f"文。[読む](<{address}>)"}
    site = site_of(root, {"harbor.md": article}, translated, f'articles = ["source_text/harbor.md"]\n{SETTINGS}')
    files = [path for path in (root / "build").rglob("*") if path.is_file()]
    assert not any(secret in path.read_bytes() for path in files for secret in (b"TOP SECRET", b"root:x:0:"))
    assert {path.suffix for path in files} <= {".html", ".md", ".txt", ".css"}
    assert all(path.resolve().is_relative_to(root / "build") for path in files)
    assert all(dangers(page) == [] for page in site.pages().values())


@pytest.mark.parametrize("name", ["index.html", "INDEX.HTML", "index.md", "index.txt"])
def test_no_file_takes_the_place_of_a_page(tmp_path: Path, name: str) -> None:
    """A file with a page's own name goes elsewhere."""
    (tmp_path / "source_text").mkdir()
    (tmp_path / "source_text" / name).write_text("<script>evil</script>")
    settings = f'articles = ["source_text/a.md"]\n{SETTINGS}'
    site = site_of(tmp_path, {"a.md": f"# A\n\n[x]({name})\n"}, {}, settings)
    assert site.page("en/a/index.html").root.one("h1").text == "A"
    assert site.text("en/a/index.md").startswith("# A")
    assert site.text(f"en/a/files/source_text/{name}") == "<script>evil</script>"
    assert broken_ways(site.page("en/a/index.html"), site.path("en/a/index.html")) == []


def test_the_reader_of_these_tests_sees_dangers() -> None:
    """A judge that finds nothing proves nothing."""
    bad = '<main><script>x</script><p onclick="x" style="y">a</p><a href="java\tscript:x">b</a><input type="text">'
    found = dangers(Page(f"{bad}<!-- c --><iframe></iframe></main>"))
    assert len(found) == 7
    assert faults(Page('<h2 id="a">x</h2><p id="a"><a href="#b">c</a></p>')) != []
