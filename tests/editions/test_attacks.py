"""Texts of many hands in a real browser: in four places, on every page, nothing runs and nothing is asked for."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.editions.attacks import ATTACKS
from tests.editions.html_page import Page, dangers
from tests.editions.payloads import RUN
from tests.editions.site import SETTINGS, Site, site_of, write

from taiyaku.errors import SettingsError
from taiyaku.project.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser import Browser, Tab

    from taiyaku.catalog.message import Message

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_BASE = f'base_url = "https://example.org"\neditions.formats = ["html", "bilingual"]\n{SETTINGS}'
PART = """\
Text {n}.

## Heading {n}

- Item {n}

| Cell {n} |
|---|
| b |

![Alt {n}](x.png)

See[^{n}].

[^{n}]: Note {n}.
"""
_FIELDS = ("title", "deck", "byline", "description", "short_title", "image")


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    """Return a page of the browser in which every payload is tried."""
    with browser.tab() as opened:
        yield opened


def try_page(tab: Tab, html: str, folder: Path, *, policy: bool = True) -> list[str]:
    """Return what a page does in a browser that it should not: run something, ask for something elsewhere.

    It is opened without its policy, which is a second wall; with `policy`, with it as well.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for text in (_POLICY.sub("", html), html)[: 1 + policy]:
        page = folder / "tried.html"
        page.write_text(text, encoding="utf-8")
        seen = len(tab.events)
        tab.open(page)
        tab.run("new Promise(done => setTimeout(done, 30))")
        if tab.run("document.title") == "PWNED":
            found.append("ran")
        for event in tab.events[seen:]:
            if event["method"] == "Page.javascriptDialogOpening":
                found.append("a dialog")
            if event["method"] == "Network.requestWillBeSent":
                address = event["params"]["request"]["url"]
                found += [] if address.startswith("file:///") else [f"asked for {address}"]
        place = tab.run("location.href")
        found += [] if place == page.as_uri() else [f"went to {place}"]
    return found


def tried(tab: Tab, site: Site) -> dict[str, list[str]]:
    """Return the pages of a site that do what they should not."""
    found = {}
    for number, path in enumerate(sorted((site.root / "build").rglob("*.html"))):
        html = path.read_text(encoding="utf-8")
        wrong = dangers(Page(html)) + try_page(tab, html, path.parent, policy=number % 5 == 0)
        if wrong:
            found[path.relative_to(site.root).as_posix()] = wrong
    return found


def numbered(message: Message) -> str | None:
    """Return the payload of the number in a message."""
    number = re.search(r"\d+", message.msgid)
    return ATTACKS[int(number[0])] if number else None


def test_the_browser_runs_what_is_not_cleaned(tab: Tab, tmp_path: Path) -> None:
    """A judge that never finds anything proves nothing."""
    assert "ran" in try_page(tab, f"<title>quiet</title><img src=x onerror={RUN}>", tmp_path)
    assert any("evil" in found for found in try_page(tab, "<img src=https://evil.example/x.png>", tmp_path))


def test_translations(tab: Tab, tmp_path: Path) -> None:
    """Payloads as paragraphs, headings, items, cells, captions and notes of a translation."""
    parts = [PART.format(n=n) for n in range(len(ATTACKS))]
    articles = {f"a{n}.md": f"# Title {n}\n\n" + "\n".join(parts[n : n + 12]) for n in range(0, len(parts), 12)}
    write(tmp_path, {"source_text/x.png": b"x"})
    assert tried(tab, site_of(tmp_path, articles, numbered, _BASE)) == {}


def test_front_matter(tab: Tab, tmp_path: Path) -> None:
    """Payloads in the fields of an article, and in what is translated of them."""
    articles = {}
    for start in range(0, len(ATTACKS), len(_FIELDS)):
        fields = dict(zip(_FIELDS, ATTACKS[start:], strict=False))
        lines = "\n".join(f"{name}: {json.dumps(text)}" for name, text in fields.items())
        articles[f"a{start}.md"] = f"---\n{lines}\n---\n\nText.\n"
    after = dict(zip(ATTACKS, (*ATTACKS[1:], ATTACKS[0]), strict=True))
    site = site_of(tmp_path, articles, lambda message: after.get(message.msgid), _BASE)
    assert len(site.built.articles) == len(articles)
    assert tried(tab, site) == {}


def test_the_termbase(tab: Tab, tmp_path: Path) -> None:
    """Payloads as terms, notes and readings: in the register of names and in the report of the checks."""
    entries = []
    for number, payload in enumerate(ATTACKS):
        text = json.dumps(" ".join(payload.split()) + f" {number}").replace("\x7f", "")
        entries.append(f'[[entry]]\nkind = "person"\nen = "Ann Lee{_letters(number)}"\nja = {text}\nnote = {text}\n')
    body = "\n\n".join(f"Ann Lee{_letters(number)} spoke." for number in range(len(ATTACKS)))
    write(tmp_path, {"locales/termbase.toml": "\n".join(entries)})
    site_of(tmp_path, {"a.md": f"# Harbor\n\n{body}\n"}, lambda _: "文である。", _BASE)
    for name, arguments in (
        ("check.html", ["check", "--format", "html", "--fail-on", "never"]),
        ("names.html", ["names", "--format", "html"]),
    ):
        run = subprocess.run(
            [sys.executable, "-c", "from taiyaku.cli import main; main()", *arguments, "--output", name],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        html = (tmp_path / name).read_text(encoding="utf-8")
        assert html.count("evil.example") > 20  # they are shown
        assert try_page(tab, html, tmp_path) == []


def _letters(number: int) -> str:
    """Return a number in letters, as no name has digits."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def test_variables_of_a_theme(tab: Tab, tmp_path: Path) -> None:
    """Payloads are refused, or printed as texts: between tags, in attributes, in addresses."""
    taken: dict[str, str] = {}
    for number, payload in enumerate(ATTACKS):
        file = tmp_path / "one.toml"
        file.write_text(f"[editions.theme_variables]\nx = {json.dumps(payload)}".replace("\x7f", ""), encoding="utf-8")
        try:
            taken[f"v{number}"] = load_settings(file).editions.theme_variables["x"]
        except SettingsError:
            assert "script:" in payload.lower() or "data:" in payload.lower()
    assert len(taken) > 200
    lines = [
        f'<p title="{{{{ theme.{v} }}}}" lang={{{{ theme.{v}|urlencode }}}}>{{{{ theme.{v} }}}}</p>' for v in taken
    ]
    lines += [f'<a href="{{{{ theme.{name} }}}}">x</a>' for name in taken]
    base = '{% extends "taiyaku/base.html" %}{% block footer %}' + "\n".join(lines) + "{% endblock %}"
    write(tmp_path, {"theme/base.html": base})
    variables = "\n".join(f"{name} = {json.dumps(text)}" for name, text in taken.items())
    settings = f'{SETTINGS}\n[editions]\ntheme = "theme"\n[editions.theme_variables]\n{variables}'
    site = site_of(tmp_path, {"a.md": "# A\n\nText.\n"}, {}, settings)
    assert tried(tab, site) == {}
