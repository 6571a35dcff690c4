"""The commands as a user types them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.conftest import ARTICLE, JAPANESE_ARTICLE

from taiyaku.cli import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsroom


def test_from_an_empty_folder_to_an_edition(newsroom: Newsroom) -> None:
    """init, an article dropped in, update, build: no manual."""
    (newsroom.root / "taiyaku.toml").unlink()
    assert "taiyaku init" in newsroom.run().stdout
    assert newsroom.run("init").exit_code == 0
    assert "source_text/**/*.md" in newsroom.run().stdout
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert "taiyaku update" in newsroom.run().stdout
    assert newsroom.run("update").exit_code == 0
    assert "translate locales/ja/LC_MESSAGES/harbor.po (messages left: 8)" in newsroom.run().stdout
    newsroom.translate("harbor", {"Harbor opens": "港が開く"})
    result = newsroom.run("build")
    assert result.exit_code == 0, result.stderr
    assert "港が開く" in newsroom.read("build/ja/harbor/index.html")
    assert "Open build/index.html" in result.stdout


def test_init_changes_nothing_that_exists(newsroom: Newsroom) -> None:
    """A second init is refused."""
    newsroom.write("taiyaku.toml", "# mine\n")
    result = newsroom.run("init")
    assert (result.exit_code, newsroom.read("taiyaku.toml")) == (2, "# mine\n")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help_with_an_example(newsroom: Newsroom, command: str) -> None:
    """One that can be copied."""
    result = newsroom.run(*command.split(), "--help")
    assert result.exit_code == 0
    assert f"Example: taiyaku {command}" in " ".join(result.stdout.split())


def test_a_mistyped_command_names_the_nearest(newsroom: Newsroom) -> None:
    """And is a usage error."""
    result = newsroom.run("updaet")
    assert result.exit_code == 2
    assert "did you mean “update”?" in result.stderr


def test_status_counts_segments(newsroom: Newsroom) -> None:
    """Of the article as it is now, not of the catalog."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", {"Boats": "船", "Bread": "パン"})
    assert " 25%" in newsroom.run("status").stdout
    newsroom.write("source_text/harbor.md", ARTICLE + "\nMore.\n")
    result = newsroom.run("status", "--format", "json")
    (article,) = json.loads(result.stdout)["articles"]
    assert article["title"] == "Harbor opens"
    assert article["locales"] == [
        {
            "locale": "ja",
            "catalog": "locales/ja/LC_MESSAGES/harbor.po",
            "state": "behind",
            "segments": 9,
            "translated": 2,
            "fuzzy": 0,
            "untranslated": 7,
            "words": {"total": 30, "translated": 2, "fuzzy": 0, "untranslated": 28},
            "characters": {"total": 131, "translated": 10, "fuzzy": 0, "untranslated": 121},
            "missing": 1,
            "gone": 0,
            "edition": "not current",
            "findings": None,
            "approval": None,
        }
    ]


def test_the_manifest_of_a_build(newsroom: Newsroom) -> None:
    """Articles, locales, states, outputs, titles, partner pages."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("source_text/minato.md", JAPANESE_ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", {"Harbor opens": "港が開く"})
    manifest = json.loads(newsroom.run("build", "--format", "json").stdout)
    assert manifest["version"] == 1
    harbor, minato = manifest["articles"]
    assert [(entry["locale"], entry["title"], entry["state"]) for entry in harbor["locales"]] == [
        ("en", "Harbor opens", "original"),
        ("ja", "港が開く", "not current"),
    ]
    assert minato["source_locale"] == "ja"
    page = next(o for o in harbor["outputs"] if (o["edition"], o["locale"]) == ("html", "ja"))
    assert page["partners"] == {
        "en": "build/en/harbor/index.html",
        "bilingual": "build/bilingual/harbor/index.html",
    }
    assert all((newsroom.root / output["path"]).exists() for output in harbor["outputs"] + minato["outputs"])


def test_a_build_touches_only_what_changed(newsroom: Newsroom) -> None:
    """A second one writes nothing."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.run("build")
    assert newsroom.run("build").stdout.splitlines()[-2].startswith("0 of ")


def test_a_build_says_that_a_catalog_is_behind(newsroom: Newsroom) -> None:
    """As a warning; the edition is built with what there is."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.write("source_text/harbor.md", ARTICLE + "\nMore.\n")
    result = newsroom.run("build")
    assert result.exit_code == 0
    assert (
        "warning: the catalog is behind its article; passages missing in it: 1; type `taiyaku update`" in result.stderr
    )


def test_refused_editions_are_findings(newsroom: Newsroom) -> None:
    """Exit code 1, with the message's line; the original is published."""
    newsroom.write("taiyaku.toml", '[editions]\nuntranslated = "refuse"\n')
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    result = newsroom.run("build")
    assert result.exit_code == 1
    assert result.stderr.startswith("locales/ja/LC_MESSAGES/harbor.po:")
    assert not (newsroom.root / "build/ja/harbor/index.html").exists()
    assert (newsroom.root / "build/en/harbor/index.html").exists()


def test_a_translation_that_cannot_stand_there_is_reported_with_its_line(newsroom: Newsroom) -> None:
    """The edition's policy applies, and the run says so."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", {"Boats": "<script>alert(1)</script>", "Bread": "パン"})
    result = newsroom.run("build")
    line = newsroom.read("locales/ja/LC_MESSAGES/harbor.po").split("\n").index('msgstr "<script>alert(1)</script>"') + 1
    assert f"harbor.po:{line}:1: the translation holds HTML that its source does not: <script>" in result.stderr
    assert result.exit_code == 1
    assert "alert(1)" not in newsroom.read("build/ja/harbor/index.html")
    assert "パン" in newsroom.read("build/ja/harbor/index.html")


@pytest.mark.parametrize("command", ["update", "status", "build"])
def test_an_unknown_locale(newsroom: Newsroom, command: str) -> None:
    """A usage error that names those there are."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    result = newsroom.run(command, "--locale", "xx")
    assert result.exit_code == 2
    assert "unknown locale “xx”" in result.stderr


def test_articles_are_named_by_slug_file_or_folder(newsroom: Newsroom) -> None:
    """From any folder of the project."""
    newsroom.write("source_text/a/one.md", "# One\n")
    newsroom.write("source_text/b/two.md", "# Two\n")
    for name in ("a-one", "source_text/a/one.md", "source_text/a"):
        assert newsroom.run("extract", name).stdout.count(".pot") == 1
    result = newsroom.run("extract", "source_text/c")
    assert (result.exit_code, "no article “source_text/c”" in result.stderr) == (2, True)


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    """Neither Babel nor Jinja2, no parser, no YAML, no tokenizer."""
    code = "import sys\nfrom taiyaku.cli import main\ntry:\n main(['--help'])\nexcept SystemExit:\n print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=tmp_path, text=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert not loaded & {"babel", "jinja2", "nh3", "yaml", "pyromark", "polib", "fugashi", "tomllib", "json"}


def test_status_loads_neither_babel_nor_templates(newsroom: Newsroom) -> None:
    """In a project with a translated article."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    code = "import sys\nfrom taiyaku.cli import main\ntry:\n main(['status'])\nexcept SystemExit:\n print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=newsroom.root, text=True)
    assert not set(done.stdout.splitlines()[-1].split()) & {"babel", "jinja2", "nh3", "polib", "fugashi"}


def test_the_first_item_of_a_numbered_list_can_be_left_out(newsroom: Newsroom) -> None:
    """The list still counts from where it did."""
    newsroom.write("source_text/list.md", "# T\n\n1. one\n2. two\n3. three\n")
    newsroom.run("update")
    newsroom.translate("list", {"T": "題", "one": "<!-- taiyaku: omit: x -->", "two": "二", "three": "三"})
    result = newsroom.run("build")
    assert (result.exit_code, result.stderr) == (0, "")
    assert newsroom.read("build/ja/list/index.md") == "# 題\n\n1. 二\n3. 三\n"
    assert "<ol>" in newsroom.read("build/ja/list/index.html")


def test_a_note_left_out_while_the_text_refers_to_it(newsroom: Newsroom) -> None:
    """The translator is told."""
    newsroom.write("source_text/note.md", "# T\n\nText.[^1]\n\n[^1]: A note.\n")
    newsroom.run("update")
    newsroom.translate("note", {"Text.[^1]": "文。[^1]", "A note.": "<!-- taiyaku: omit: x -->"})
    assert "the note is left out, and the text still refers to it: [^1]" in newsroom.run("build").stderr


def test_a_translation_publishes_no_file_that_its_author_did_not(newsroom: Newsroom) -> None:
    """A link of its own leads nowhere; the one of the original takes its file along."""
    newsroom.write("source_text/a.md", "# T\n\nSee [map](map.txt).\n")
    newsroom.write("source_text/map.txt", "map")
    newsroom.write("secret.txt", "secret")
    newsroom.write("taiyaku.toml", 'articles = ["source_text/*.md"]\n')
    newsroom.run("update")
    newsroom.translate("a", {"See [map](map.txt).": "[地図](map.txt)と[秘密](../secret.txt)。"})
    newsroom.run("build")
    assert newsroom.read("build/ja/a/map.txt") == "map"
    assert not [
        path for path in (newsroom.root / "build").rglob("*") if path.is_file() and path.read_bytes() == b"secret"
    ]
