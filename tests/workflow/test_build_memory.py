"""A build touches only what has changed since the last one, and everything that has."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from taiyaku.workflow import build_memory
from taiyaku.workflow.builder import Builder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Newsroom

    from taiyaku.project.project import Article
    from taiyaku.workflow.built import BuiltArticle

    Change = Callable[[Newsroom], object]

BOTH, NONE = ["boats", "harbor"], list[str]()
PO = "locales/ja/LC_MESSAGES/boats.po"
TRANSLATOR = r'"Last-Translator: Sato <sato@example.org>\n"'
HARBOR = "# Harbor\n\nSee [the boats](boats.md).\n\n![A crane](crane.svg)\n\n[x](late.pdf)\n"
SETTINGS = """\
base_url = "https://example.org/"
[site.title]
en = "The Harbor"
[editions]
formats = ["html"]
theme = "theme"
[editions.theme_variables]
motto = "By the sea"
"""
FILES = {
    "taiyaku.toml": SETTINGS,
    "theme/logo.svg": "<svg/>",
    "source_text/harbor.md": HARBOR,
    "source_text/boats.md": "# Boats\n\nThey left.\n",
    "source_text/crane.svg": "<svg/>",
}


def write(path: str, text: str) -> Change:
    """Return what writes a file."""
    return lambda newsroom: newsroom.write(path, text)


def add(path: str, text: str) -> Change:
    """Return what adds to a file."""
    return lambda newsroom: newsroom.write(path, newsroom.read(path) + text)


def translate(slug: str, **translations: str) -> Change:
    """Return what a translator does."""
    return lambda newsroom: newsroom.translate(slug, translations)


def remove(path: str) -> Change:
    """Return what removes a file or a folder."""

    def removed(newsroom: Newsroom) -> None:
        file = newsroom.root / path
        shutil.rmtree(file) if file.is_dir() else file.unlink()

    return removed


INPUTS: dict[str, tuple[Change, list[str]]] = {
    "nothing": (lambda _: None, NONE),
    "the time of a file": (lambda newsroom: os.utime(newsroom.root / "source_text/harbor.md", (1, 1)), NONE),
    "a file that no article leads to": (write("source_text/other.svg", "<svg/>"), NONE),
    "an article": (add("source_text/boats.md", "\nThey came back.\n"), ["boats"]),
    "a catalog": (translate("boats", Boats="船"), ["boats"]),
    "the header of a catalog": (
        lambda newsroom: newsroom.write(PO, newsroom.read(PO).replace('"Language: ', f'{TRANSLATOR}\n"Language: ', 1)),
        ["boats"],
    ),
    "no catalog any more": (remove(PO), ["boats"]),
    "an article to which another leads": (remove("source_text/boats.md"), ["harbor"]),
    "a new article": (write("source_text/new.md", "# New\n"), ["new"]),
    "an article's slug": (write("source_text/boats.md", "---\nslug: ships\n---\n\n# Boats\n"), ["harbor", "ships"]),
    "an image": (write("source_text/crane.svg", "<svg></svg>"), ["harbor"]),
    "no image any more": (remove("source_text/crane.svg"), ["harbor"]),
    "a file that was missing": (write("source_text/late.pdf", "late"), ["harbor"]),
    "the termbase": (write("locales/termbase.toml", ""), BOTH),
    "the approvals": (write("locales/approvals.toml", ""), BOTH),
    "the waivers": (write("locales/waivers.toml", ""), BOTH),
    "the baseline": (write("locales/baseline.txt", ""), BOTH),
    "the settings": (write("taiyaku.toml", SETTINGS.replace("The Harbor", "The Boat")), BOTH),
    "a theme's variable": (write("taiyaku.toml", SETTINGS.replace("By the sea", "By the lake")), BOTH),
    "a theme's template": (write("theme/404.html", "gone"), BOTH),
    "a theme's file": (write("theme/logo.svg", "<svg></svg>"), BOTH),
    "no theme's file any more": (remove("theme/logo.svg"), BOTH),
    "a page that is gone": (remove("build/ja/boats/index.html"), ["boats"]),
    "a page that was edited": (add("build/en/harbor/index.html", "mine"), ["harbor"]),
    "a copy that was edited": (add("build/en/harbor/crane.svg", "mine"), ["harbor"]),
    "a list that is gone": (remove("build/index.html"), NONE),
    "a list that was edited": (add("build/ja/index.html", "mine"), NONE),
    "a stylesheet that was edited": (add("build/assets/taiyaku.css", "mine"), NONE),
    "no pages any more": (remove("build"), BOTH),
    "a memory that is damaged": (write(".taiyaku/build.json", "{"), BOTH),
    "a memory of something else": (
        write(".taiyaku/build.json", '{"inputs": "1", "entries": {"articles": [[], 1]}}'),
        BOTH,
    ),
    "no memory any more": (remove(".taiyaku"), BOTH),
}


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which the slugs of articles are added that are built."""
    found: list[str] = []
    build = Builder.build

    def noting(self: Builder, article: Article) -> BuiltArticle:
        found.append(article.slug)
        return build(self, article)

    monkeypatch.setattr(Builder, "build", noting)
    return found


@pytest.fixture
def desk(newsroom: Newsroom, built: list[str], monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Return a project with two articles that is built, by a program that nobody is working on."""
    monkeypatch.setattr(build_memory, "program_stamp", lambda: "this")
    for path, text in FILES.items():
        newsroom.write(path, text)
    newsroom.run("update")
    newsroom.translate("harbor", {"Harbor": "港"})
    newsroom.run("build")
    built.clear()
    return newsroom


def tree(root: Path) -> dict[str, bytes]:
    """Return all files below the output folder."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def anew(newsroom: Newsroom) -> dict[str, bytes]:
    """Return what a build makes that remembers nothing, in an empty output folder."""
    shutil.rmtree(newsroom.root / "build")
    (newsroom.root / ".taiyaku/build.json").unlink(missing_ok=True)
    newsroom.run("build")
    return tree(newsroom.root / "build")


@pytest.mark.parametrize("name", INPUTS)
def test_what_changed_is_built_again(desk: Newsroom, built: list[str], name: str) -> None:
    """Each input in turn: those articles and no others, with the problems and files of a build from nothing."""
    change, expected = INPUTS[name]
    change(desk)
    dry = desk.run("build", "--dry-run")
    built.clear()
    result = desk.run("build")
    assert sorted(built) == expected
    assert dry.stdout.splitlines()[-1].split()[0] == result.stdout.splitlines()[-2].split()[0]
    made = tree(desk.root / "build")
    built.clear()
    again = desk.run("build")
    assert built == []
    assert again.stdout.splitlines()[-2].startswith("0 of ")
    whole = anew(desk)
    assert {path: made[path] for path in whole} == whole
    assert (again.exit_code, again.stderr) == (result.exit_code, result.stderr)


def test_another_program_builds_all_again(desk: Newsroom, built: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version or another library made is not taken over."""
    monkeypatch.setattr(build_memory, "program_stamp", lambda: "another")
    desk.run("build")
    assert sorted(built) == BOTH


@pytest.mark.parametrize(
    "arguments",
    [("--edition", "html"), ("--locale", "ja"), ("--findings",), ("--require", "approved")],
    ids=" ".join,
)
def test_another_request_builds_all_again(desk: Newsroom, built: list[str], arguments: tuple[str, ...]) -> None:
    """What was built for something else may not be all, or too much."""
    desk.run("build", *arguments)
    assert sorted(built) == BOTH
    built.clear()
    desk.run("build", *arguments)
    assert built == []


def test_nothing_is_loaded_where_nothing_changed(desk: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The builder, with all that makes pages, is not even made."""

    def made(_self: Builder, *_: object, **__: object) -> None:
        pytest.fail("it is")

    monkeypatch.setattr(Builder, "__init__", made)
    assert desk.run("build").stdout.splitlines()[-2].startswith("0 of ")


def test_a_dry_run_remembers_nothing(desk: Newsroom, built: list[str]) -> None:
    """What it says would be written is still to be written afterwards."""
    desk.write("source_text/boats.md", "# Boats\n\nThey stayed.\n")
    before, memory = tree(desk.root / "build"), desk.read(".taiyaku/build.json")
    changed = desk.run("build", "--dry-run").stdout.splitlines()[-1].split()[0]
    assert int(changed) > 0
    assert tree(desk.root / "build") == before
    assert desk.read(".taiyaku/build.json") == memory
    built.clear()
    assert desk.run("build").stdout.splitlines()[-2].startswith(f"{changed} of ")
    assert built == ["boats"]


def test_one_article_is_built_without_reading_others(desk: Newsroom, built: list[str]) -> None:
    """The lists have the others as they are remembered, and later builds know all of them still."""
    desk.translate("boats", {"Boats": "船"})
    desk.run("build", "boats")
    assert built == ["boats"]
    assert {"港", "船"} <= set(_links(desk.read("build/ja/index.html")))
    built.clear()
    desk.run("build")
    assert built == []


def _links(page: str) -> Iterator[str]:
    for part in page.split("<h2")[1:]:
        yield part.partition("</a>")[0].rpartition(">")[2]


def test_lists_keep_an_article_that_cannot_be_read(desk: Newsroom) -> None:
    """Its pages stand there still; the others are built."""
    before = desk.read("build/en/index.html")
    desk.write("source_text/boats.md", "---\ntitle: [\n---\n")
    result = desk.run("build")
    assert result.exit_code == 3
    assert "boats.md" in result.stderr
    assert desk.read("build/en/index.html") == before
    assert desk.run("build", "harbor").exit_code != 3
    assert desk.read("build/en/index.html") == before


def test_the_manifest_is_the_same(desk: Newsroom) -> None:
    """What is remembered says all that a build says, but for what it changed."""
    (desk.root / ".taiyaku/build.json").unlink()
    first = json.loads(desk.run("build", "--format", "json").stdout)
    assert json.loads(desk.run("build", "--format", "json").stdout) == first


def test_findings_are_looked_up_only_for_what_changed(
    desk: Newsroom, built: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a policy for errors, too, one edited article is one that is checked."""
    from taiyaku.workflow.inspection import Inspection

    looked: list[str] = []
    monkeypatch.setattr(Inspection, "look", lambda _, articles, __: looked.extend(one.slug for one in articles))
    desk.write("taiyaku.toml", SETTINGS.replace("[editions]", '[editions]\nerrors = "mark"'))
    desk.run("build")
    assert sorted(looked) == BOTH
    looked.clear()
    desk.translate("boats", {"Boats": "船"})
    desk.run("build")
    assert looked == ["boats"]


def test_without_an_address_there_are_no_feeds(desk: Newsroom) -> None:
    """They need absolute addresses; whoever builds is told what is missing."""
    assert "base_url" not in desk.run("build").stdout
    desk.write("taiyaku.toml", "")
    (desk.root / "build/sitemap.xml").unlink()
    (desk.root / "build/en/feed.xml").unlink()
    result = desk.run("build")
    assert "the setting base_url" in result.stdout
    assert not (desk.root / "build/sitemap.xml").exists()
    assert not (desk.root / "build/en/feed.xml").exists()
    assert 'rel="canonical"' not in desk.read("build/en/harbor/index.html")


def test_a_damaged_part_is_built_again(desk: Newsroom, built: list[str]) -> None:
    """Whatever stands in the memory, it is no reason to fail."""
    memory = desk.root / ".taiyaku/build.json"
    good = json.loads(memory.read_text())
    several: tuple[object, ...] = (None, 1, "x", [], {}, {"own": 1})
    for bad in several:
        for part in ("articles", "files", "site"):
            broken = json.loads(json.dumps(good))
            value = broken["entries"][part][1]
            broken["entries"][part][1] = dict.fromkeys(value, bad)
            memory.write_text(json.dumps(broken))
            assert desk.run("build").exit_code in {0, 1}
    assert desk.run("build").stdout.splitlines()[-2].startswith("0 of ")
