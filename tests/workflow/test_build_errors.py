"""`build` where the checks find errors: by policy, and with the findings beside their paragraphs for the desk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

PO = "locales/ja/LC_MESSAGES/harbor.po"
ARTICLE = """\
---
title: Harbor opens at 9
deck: A day of 3 feasts
---

The harbor opened on Wednesday.

There were 1,860 guests.
"""
WRONG = {
    "Harbor opens at 9": "港が9時に開く",
    "A day of 3 feasts": "4つの祭りの日",
    "The harbor opened on Wednesday.": "港は水曜日に開いた。",
    "There were 1,860 guests.": "客は1680人だった。",
}
PAGE, BILINGUAL = "build/ja/harbor/index.html", "build/bilingual/harbor/index.html"


@pytest.fixture
def harbor(newsroom: Newsroom) -> Newsroom:
    """Return a project with one article, translated with two wrong numbers."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", WRONG)
    return newsroom


def policy(newsroom: Newsroom, errors: str) -> None:
    """Set the policy for errors."""
    newsroom.write("taiyaku.toml", f'[editions]\nerrors = "{errors}"\n')


def edition(newsroom: Newsroom) -> str:
    """Return what `status` says that `build` makes of it."""
    printed: dict[str, Any] = json.loads(newsroom.run("status", "--format", "json").stdout)
    found: str = printed["articles"][0]["locales"][0]["edition"]
    return found


def test_by_default_errors_are_published(harbor: Newsroom) -> None:
    """`build` does not even look; the checks are a command of their own."""
    result = harbor.run("build")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1680" in harbor.read(PAGE)
    harbor.run("check")
    assert edition(harbor) == "current"


def test_refused(harbor: Newsroom) -> None:
    """The edition is not written, each error told with its place, exit code 1; `status` says the same."""
    policy(harbor, "refuse")
    result = harbor.run("build")
    assert result.exit_code == 1
    assert f"{PO}:" in result.stderr
    assert "“1,860” became “1680” [number-changed], and the edition's policy is to refuse; correct it" in result.stderr
    assert not (harbor.root / PAGE).exists()
    assert (harbor.root / "build/en/harbor/index.html").exists()
    assert edition(harbor) == "refused"
    manifest = json.loads(harbor.run("build", "--format", "json").stdout)
    assert [locale["state"] for locale in manifest["articles"][0]["locales"]] == ["original", "refused"]
    assert [locale["title"] for locale in manifest["articles"][0]["locales"]] == ["Harbor opens at 9", None]


def test_what_is_corrected_or_answered_is_published(harbor: Newsroom) -> None:
    """No further `check` is needed."""
    policy(harbor, "refuse")
    harbor.run("build")
    harbor.write(PO, harbor.read(PO).replace("1680", "1860"))
    assert harbor.run("build").exit_code == 1
    (left,) = (found for found in json.loads(harbor.run("check", "--format", "json").stdout)["findings"])
    harbor.run("waive", left["fingerprint"], "--reason", "one more was added")
    assert harbor.run("build").exit_code == 0
    assert (harbor.root / PAGE).exists()
    assert edition(harbor) == "current"


def test_warnings_are_no_errors(harbor: Newsroom) -> None:
    """By the house's severities."""
    harbor.write("taiyaku.toml", '[editions]\nerrors = "refuse"\n[checks.severity]\nfacts = "warning"\n')
    assert harbor.run("build").exit_code == 0


def test_marked(harbor: Newsroom) -> None:
    """The passage says so, and the page how many; the build is clean, with warnings."""
    policy(harbor, "mark")
    result = harbor.run("build")
    assert result.exit_code == 0
    assert "warning: “1,860” became “1680” [number-changed], and the page says" in result.stderr
    page = harbor.read(PAGE)
    assert '<p class="doubted" data-mark="' in page
    assert 'class="deck doubted"' in page
    assert page.count('doubted" data-mark') == 2
    assert "2" in page.partition('<aside class="provenance"')[2]
    assert 'class="doubted"' in harbor.read(BILINGUAL)
    assert "1680" in harbor.read("build/ja/harbor/index.md")
    assert edition(harbor) == "not current"
    manifest = json.loads(harbor.run("build", "--format", "json").stdout)
    assert manifest["articles"][0]["locales"][1]["by_state"] == {"faulty": 2, "translated": 2}


def test_a_wrong_policy_is_said(harbor: Newsroom) -> None:
    """With the choices there are."""
    policy(harbor, "forbid")
    result = harbor.run("build")
    assert result.exit_code == 2
    assert "“forbid” is no choice for editions.errors; choose one of: publish, mark, refuse" in result.stderr


def test_findings_beside_their_paragraphs(harbor: Newsroom) -> None:
    """Below their rows, those of the headline above them all; on the bilingual page only, and not the next time."""
    assert harbor.run("build", "--findings").exit_code == 0
    page = harbor.read(BILINGUAL)
    row = page.index("There were 1,860 guests.")
    finding = page.index("“1,860” became “1680”")
    assert page.index("The harbor opened") < row < finding
    assert page.index("“3” became “4") < page.index('id="p1"')
    assert 'href="#p2"' in page
    assert "<script" not in page
    assert "became" not in harbor.read(PAGE)
    harbor.run("build")
    assert "became" not in harbor.read(BILINGUAL)


def test_findings_of_a_clean_article(harbor: Newsroom) -> None:
    """The page says that there are none."""
    harbor.write(PO, harbor.read(PO).replace("1680", "1860").replace("4つ", "3つ"))
    harbor.run("build", "--findings")
    assert "nothing found" in harbor.read(BILINGUAL)


def test_findings_are_escaped(harbor: Newsroom) -> None:
    """What a translator wrote is text on the page, and what cannot be seen is written out."""
    harbor.write(PO, harbor.read(PO).replace("1680人", "1680人\u202e"))
    harbor.write("taiyaku.toml", '[[checks.pattern]]\nname = "x"\npattern = "客は.*"\nwhy = "<b>&"\n')
    harbor.run("build", "--findings")
    page = harbor.read(BILINGUAL)
    told = page[page.index('<ul class="remarks"') :]
    assert "<b>&" not in told
    assert "&lt;b&gt;&amp;" in told
    assert "\u202e" not in told.partition("</ul>")[0]


def test_findings_need_the_bilingual_page(harbor: Newsroom) -> None:
    """Which one locale, or other editions, do not have."""
    assert harbor.run("build", "--findings", "--locale", "ja").exit_code == 2
    assert harbor.run("build", "--findings", "--edition", "html").exit_code == 2
    assert harbor.run("build", "--findings", "--edition", "bilingual").exit_code == 0


def test_a_broken_catalog_does_not_stop_the_others(harbor: Newsroom) -> None:
    """It is told once, as ever."""
    policy(harbor, "refuse")
    harbor.write("source_text/pier.md", "# Pier\n")
    harbor.run("update")
    harbor.write("locales/ja/LC_MESSAGES/pier.po", 'msgid "a\n')
    result = harbor.run("build")
    assert result.exit_code == 3
    assert result.stderr.count("pier.po:1:") == 1
    assert "number-changed" in result.stderr
