"""Signing off, what an approval lapses with, and what it means to a build."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

ARTICLE = "---\ntitle: Harbor opens\n---\n\nThe harbor opened with 12 boats.\n\nBoth mayors came.\n"
JAPANESE = {
    "Harbor opens": "港が開く",
    "The harbor opened with 12 boats.": "港は12隻の船とともに開いた。",
    "Both mayors came.": "両市長も出席した。",
}


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    """A project with one article, translated whole."""
    newsroom.write("taiyaku.toml", "")
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert newsroom.run("update").exit_code == 0
    newsroom.translate("harbor", JAPANESE)
    assert newsroom.run("check").exit_code == 0
    return newsroom


def approve(desk: Newsroom, *more: str) -> None:
    """Sign the article off."""
    done = desk.run("approve", "harbor", "--by", "Desk", *more)
    assert done.exit_code == 0, done.stderr


def state(desk: Newsroom) -> tuple[str, list[str]] | None:
    """Return what `status` says of the approval."""
    (article,) = json.loads(desk.run("status", "--format", "json").stdout)["articles"]
    approval = article["locales"][0]["approval"]
    return approval and (approval["state"], approval["changed"])


def edit(desk: Newsroom, path: str, old: str, new: str) -> None:
    """Put other words into a file."""
    text = desk.read(path)
    assert old in text
    desk.write(path, text.replace(old, new))


CATALOG = "locales/ja/LC_MESSAGES/harbor.po"
LAPSES = {
    "a word of the article": ("source_text/harbor.md", "Both", "The two", ["source", "translation", "findings"]),
    "a tag in its front matter": ("source_text/harbor.md", "opens\n", "opens\ntags: [a]\n", ["source"]),
    "a word of the translation": (CATALOG, "両市長も", "二人の市長も", ["translation"]),
    "a doubt": (CATALOG, 'msgid "Both', '#, fuzzy\nmsgid "Both', ["translation", "findings"]),
    "a finding": (CATALOG, "港は12隻", "港は13隻", ["translation", "findings"]),
}
KEEPS = {
    "a comment": (CATALOG, 'msgid "Both', '# looked up\nmsgid "Both'),
    "the header": (CATALOG, "Last-Translator: ", "Last-Translator: Somebody"),
    "line ends": ("source_text/harbor.md", "\n", "\r\n"),
}


@pytest.mark.parametrize("name", LAPSES)
def test_what_an_approval_lapses_with(desk: Newsroom, name: str) -> None:
    """With what readers would read otherwise, or what an editor had not seen."""
    approve(desk)
    assert state(desk) == ("approved", [])
    path, old, new, changed = LAPSES[name]
    edit(desk, path, old, new)
    desk.run("check")
    assert state(desk) == ("lapsed", changed)
    refused = desk.run("build", "--require", "approved")
    assert refused.exit_code == 1
    assert "the approval of" in refused.stderr


@pytest.mark.parametrize("name", KEEPS)
def test_what_it_does_not_lapse_with(desk: Newsroom, name: str) -> None:
    """Nothing that readers see has changed."""
    approve(desk)
    edit(desk, *KEEPS[name])
    desk.run("check")
    assert state(desk) == ("approved", [])


def test_an_answered_finding_is_no_error(desk: Newsroom) -> None:
    """What the desk had answered when it approved counts as it did then: taking the answer back lapses."""
    edit(desk, CATALOG, "港は12隻", "港は13隻")
    refused = desk.run("approve", "harbor", "--by", "Desk")
    assert refused.exit_code == 2
    assert "the checks call errors" in refused.stderr
    report = json.loads(desk.run("check", "--format", "json").stdout)
    assert desk.run("waive", report["findings"][0]["fingerprint"], "--reason", "as said").exit_code == 0
    approve(desk)
    assert state(desk) == ("approved", [])
    (desk.root / "locales/waivers.toml").unlink()
    assert state(desk) == ("lapsed", ["findings"])


def test_gaps_are_signed_only_with_a_reason(desk: Newsroom) -> None:
    """And then the reason stands in the file."""
    edit(desk, CATALOG, 'msgid "Both', '#, fuzzy\nmsgid "Both')
    refused = desk.run("approve", "harbor", "--by", "Desk")
    assert refused.exit_code == 2
    assert "not reviewed yet: 1 of 3" in refused.stderr
    assert desk.run("approve", "harbor", "--by", "Desk", "--force").exit_code == 2
    approve(desk, "--force", "--note", "agreed by phone")
    assert 'note = "agreed by phone"' in desk.read("locales/approvals.toml")


def test_a_build_publishes_what_is_approved(desk: Newsroom) -> None:
    """The page says by whom; without an approval there is no page, and the original is published all the same."""
    refused = desk.run("build", "--require", "approved")
    assert refused.exit_code == 1
    assert "nobody has approved this edition" in refused.stderr
    assert not (desk.root / "build/ja/harbor").exists()
    assert (desk.root / "build/en/harbor/index.html").exists()
    approve(desk)
    desk.write("taiyaku.toml", '[editions]\nrequire = "approved"\n')
    assert desk.run("build").exit_code == 0
    assert "Desk" in desk.read("build/ja/harbor/index.html")


def test_taken_back_and_carried_over(desk: Newsroom) -> None:
    """A new name keeps the approval; --revoke ends it, once."""
    approve(desk)
    assert desk.run("rename", "harbor", "port").exit_code == 0
    desk.run("check")
    assert state(desk) == ("approved", [])
    assert desk.run("approve", "port", "--revoke").exit_code == 0
    assert state(desk) is None
    assert desk.run("approve", "port", "--revoke").exit_code == 2


def test_nobody_approves_without_a_name_or_an_original(desk: Newsroom) -> None:
    """Usage errors, and nothing is written."""
    assert desk.run("approve", "harbor").exit_code == 2
    assert desk.run("approve", "harbor", "--by", "Desk", "--locale", "en").exit_code == 2
    shown = desk.run("approve", "harbor", "--by", "Desk", "--dry-run")
    assert '+by = "Desk"' in shown.stdout
    assert not (desk.root / "locales/approvals.toml").exists()


def test_an_approval_holds_where_nothing_was_checked_yet(desk: Newsroom) -> None:
    """In a fresh clone, a build of one article knows that the other's approval holds, and keeps it in the lists."""
    desk.write("source_text/other.md", "---\ntitle: Other\n---\n\nNothing.\n")
    desk.write("taiyaku.toml", '[checks]\nseverity = { length-outlier = "warning" }\n')
    edit(desk, CATALOG, "両市長も出席した。", "両市長も出席した。。")
    assert desk.run("update").exit_code == 0
    approve(desk, "--force", "--note", "two stops are meant")
    assert desk.run("build").exit_code == 0
    shutil.rmtree(desk.root / ".taiyaku")
    desk.run("build", "other", "--require", "approved")
    assert "港が開く" in desk.read("build/ja/index.html")
