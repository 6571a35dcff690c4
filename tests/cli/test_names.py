"""taiyaku names and taiyaku terms, as an editor uses them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click
import pytest

from taiyaku.termbase.file import read_termbase

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsroom

ARTICLE = """\
---
title: Harbor opens
---

Mayor George Chen of Kurashiki opened the harbor,
with Takeshi Yoshimura beside him.

Chen said the harbor was his.
"""
TRANSLATIONS = {
    "Mayor George Chen of Kurashiki opened the harbor, with Takeshi Yoshimura beside him.": (
        "倉敷市のジョージ・チェン市長が吉村武司氏とともに港を開いた。"
    ),
    "Chen said the harbor was his.": "チェン氏は港は自分のものだと述べた。",
}


@pytest.fixture
def harbor(newsroom: Newsroom) -> Newsroom:
    """Return a project with one translated article."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert newsroom.run("update").exit_code == 0
    newsroom.translate("harbor", TRANSLATIONS)
    return newsroom


def test_names_are_listed_with_their_first_line(harbor: Newsroom) -> None:
    """The list has each name in both languages, what speaks for it, and the line it stands in first."""
    result = harbor.run("names")
    assert result.exit_code == 0, result.stderr
    assert "George Chen – ジョージ・チェン  Mayor – 市長" in result.stdout
    assert "title: Mayor – 市長; texts that have both: 2; en 2, ja 2; source_text/harbor.md:5" in result.stdout
    assert "Takeshi Yoshimura – 吉村武司（よしむら たけし）" in result.stdout
    assert "en 1, ja 1; source_text/harbor.md:6" in result.stdout


def test_names_as_json(harbor: Newsroom) -> None:
    """The JSON has the same, for programs."""
    data = json.loads(harbor.run("names", "harbor", "--format", "json").stdout)
    chen = next(name for name in data["names"] if name["en"] == ["George Chen"])
    assert (data["version"], data["articles"]) == (1, 1)
    assert (chen["state"], chen["kind"], chen["ja"], chen["counts"]) == (
        "proposed",
        "person",
        ["ジョージ・チェン"],
        {"en": 2, "ja": 2},
    )
    assert chen["first_use"] == {"path": "source_text/harbor.md", "line": 5}
    assert chen["titles"] == {"en": ["Mayor"], "ja": ["市長"]}


def test_names_without_a_translation(newsroom: Newsroom) -> None:
    """An article that nobody has translated has a list of its own language, with readings that are drafts."""
    newsroom.write("source_text/minato.md", "---\ntitle: 港\nlocale: ja\n---\n\n吉村武司市長が倉敷市で話した。\n")
    result = newsroom.run("names", "minato")
    assert "吉村武司（よしむら たけし, a draft） [Takeshi Yoshimura]  市長" in result.stdout
    assert "proposed: 0, unpaired: 2, unverified: 0, verified: 0" in result.stdout


def test_the_page_is_self_contained(harbor: Newsroom) -> None:
    """The page has no address to load anything from, and escapes what it shows."""
    result = harbor.run("names", "--format", "html", "--output", "names.html")
    assert result.stdout == "written to names.html\n"
    page = harbor.read("names.html")
    assert "ジョージ・チェン" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "<script" not in page


def test_a_file_is_reviewed_and_accepted(harbor: Newsroom) -> None:
    """Proposals go into a file, what is left in it into the termbase, and then there are no proposals any more."""
    assert "entries to look through: 3" in harbor.run("names", "--write", "names.toml").stdout
    reviewed = harbor.read("names.toml")
    assert reviewed.startswith("# Take out what is wrong")
    assert "#: sounds like it" in reviewed
    kept = reviewed[: reviewed.rindex("#:")]
    harbor.write("names.toml", kept)
    assert harbor.run("names", "--accept", "names.toml", "--dry-run").stdout.startswith("--- /dev/null")
    assert not (harbor.root / "locales/termbase.toml").exists()
    assert harbor.run("names", "--accept", "names.toml").stdout == "locales/termbase.toml: entries added: 2\n"
    again = harbor.run("names", "--accept", "names.toml").stdout
    assert again == "locales/termbase.toml: entries added: 0; there already: 2\n"
    result = harbor.run("names")
    assert "proposed: 1, unpaired: 0, unverified: 2, verified: 0" in result.stdout


def test_a_reviewed_file_is_not_overwritten(harbor: Newsroom) -> None:
    """A file that is there stays, and what is no .toml file is not taken for one."""
    harbor.write("names.toml", "# mine\n")
    result = harbor.run("names", "--write", "names.toml")
    assert (result.exit_code, harbor.read("names.toml")) == (2, "# mine\n")
    assert "names.toml is there already" in result.stderr
    result = harbor.run("names", "--write", "harbor")
    assert result.exit_code == 2
    assert "name articles before --write" in result.stderr


def test_into_a_pipe(harbor: Newsroom) -> None:
    """Where nobody can be asked, the file to review is printed; a dry run with a file shows it as a diff."""
    assert "[[entry]]" in harbor.run("names", "--write").stdout
    assert "+[[entry]]" in harbor.run("names", "--dry-run", "--write", "names.toml").stdout
    assert not (harbor.root / "names.toml").exists()


@pytest.mark.parametrize(("answers", "expected"), [("ynq", 1), ("na", 2), ("q", 0)])
def test_an_editor_picks_on_a_terminal(
    harbor: Newsroom, monkeypatch: pytest.MonkeyPatch, answers: str, expected: int
) -> None:
    """On a terminal each proposal is asked about: yes, no, all the rest, quit."""
    left = iter(answers)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(left))
    result = harbor.run("names", "--write")
    assert result.exit_code == 0, result.stderr
    path = harbor.root / "locales/termbase.toml"
    assert len(read_termbase(path).entries if path.exists() else ()) == expected


def test_accept_takes_nothing_else(harbor: Newsroom) -> None:
    """--accept is a command of its own; a file that is no termbase is told with its place."""
    harbor.write("names.toml", '[[entry]]\nkind = "town"\nen = "Bizen"\n')
    assert harbor.run("names", "--accept", "names.toml", "harbor").exit_code == 2
    result = harbor.run("names", "--accept", "names.toml")
    assert (result.exit_code, "names.toml:2:1: “town” is no choice for kind" in result.stderr) == (3, True)


def test_another_projects_catalog(tmp_path: Path, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any .po file has names, outside of any project, too; without a project there is no termbase to add to."""
    (newsroom.root / "taiyaku.toml").unlink()
    monkeypatch.chdir(tmp_path)
    newsroom.write(
        "other.po",
        'msgid ""\nmsgstr "Language: ja\\n"\n\n'
        'msgid "He met George Chen there."\nmsgstr "ジョージ・チェン氏に会った。"\n',
    )
    assert "George Chen – ジョージ・チェン" in newsroom.run("names", "other.po").stdout
    assert "other.po:4" in newsroom.run("names", "other.po").stdout
    newsroom.run("names", "other.po", "--write", "names.toml")
    result = newsroom.run("names", "--accept", "names.toml")
    assert (result.exit_code, "no project here" in result.stderr) == (2, True)


def test_an_article_that_cannot_be_read_is_told_and_the_others_listed(harbor: Newsroom) -> None:
    """One article that is not UTF-8 is a problem; the other's names are there."""
    harbor.write("source_text/bad.md", b"\xff\xfe\xfa")
    for command in ("names", "terms"):
        result = harbor.run(command)
        assert result.exit_code == 3
        assert "bad.md" in result.stderr
    assert "George Chen" in harbor.run("names").stdout


def test_terms_are_proposed(newsroom: Newsroom) -> None:
    """A compound that comes again and again is proposed with its translation, and added like a name."""
    texts = [f"Line {number} is about nothing." for number in range(30)]
    texts += ["A friendship city is old.", "One friendship city grows.", "Two friendship cities meet."]
    newsroom.write("source_text/cities.md", "\n\n".join(texts) + "\n")
    newsroom.run("update")
    japanese = [f"{number}行目には何もない。" for number in range(30)]
    japanese += ["友好都市は古い。", "友好都市が育つ。", "友好都市が会う。"]
    newsroom.translate("cities", dict(zip(texts, japanese, strict=True)))
    result = newsroom.run("terms")
    assert "friendship city – 友好都市" in result.stdout
    assert "texts that have both: 3; 100 % of its texts; en 3, ja 3; source_text/cities.md:61" in result.stdout
    newsroom.run("terms", "--write", "terms.toml")
    newsroom.run("terms", "--accept", "terms.toml")
    assert 'en = "friendship city"\nja = "友好都市"' in newsroom.read("locales/termbase.toml")
    assert "friendship city" not in newsroom.run("terms").stdout
