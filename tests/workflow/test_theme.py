"""A project's theme: what may be one, what is published of it, and that nothing is written while it is wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from taiyaku.theme.environment import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Newsroom

SETTINGS = '[editions]\ntheme = "theme"\n'


@pytest.fixture
def house(newsroom: Newsroom) -> Newsroom:
    """Return a project with an article and an empty theme."""
    newsroom.write("taiyaku.toml", SETTINGS)
    newsroom.write("source_text/harbor.md", "# Harbor opens\n\nThe harbor opened.\n")
    (newsroom.root / "theme").mkdir()
    newsroom.run("update")
    return newsroom


def outside(house: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder outside the project, with a secret in it."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.txt").write_text("TOP SECRET")
    (folder / "article.html").write_text("TOP SECRET")
    return folder


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("\n{{ headlin }}", "article.html:2:1: unknown name “headlin”; known here: _, asset, "),
        ("{{ page.titel }}", "article.html:1:1: unknown name “titel”; known here: alternates, "),
        ("{{ theme.motto }}", "article.html:1:1: unknown name “motto”"),
        ("{{ asset('logo.png') }}", "article.html:1:1: the theme has no file “logo.png”; known here: taiyaku.css"),
        ("{{ 'x'|nothing }}", "article.html:1:1: the template is wrong: No filter named 'nothing'."),
        ("{% if %}", "article.html:1:1: the template is wrong: "),
        ("{{ lipsum.__globals__ }}", "article.html:1:1: unknown name “lipsum”"),
        ("{{ cycler.__init__.__globals__ }}", "article.html:1:1: the template is wrong: access to"),
        ("{{ page.__class__ }}", "article.html:1:1: the template is wrong: access to attribute '__class__'"),
        ("{% for i in range(10**9) %}{% endfor %}", "article.html:1:1: the template is wrong: Range too big."),
        (
            "{% for i in range(9999) %}{{ 'x' * 9999 }}{% endfor %}",
            "article.html:1:1: the page takes more than 500000 steps",
        ),
    ],
)
def test_a_template_that_is_wrong(house: Newsroom, template: str, says: str) -> None:
    """Is told with its place, ends with 2, and nothing is written."""
    house.write("theme/article.html", template)
    result = house.run("build")
    assert (result.exit_code, says in result.stderr) == (2, True), result.stderr
    assert not (house.root / "build").exists()


@pytest.mark.parametrize("link", ["article.html", "photo.txt", "fonts", "fonts/a.woff2", "own.env"])
def test_a_link_that_leads_out(house: Newsroom, tmp_path_factory: pytest.TempPathFactory, link: str) -> None:
    """Neither a template nor an asset, nor a folder of them, nor what is hidden."""
    folder = outside(house, tmp_path_factory)
    aims = {"article.html": folder / "article.html", "fonts": folder, "own.env": house.root / "theme" / ".env"}
    house.write("theme/.env", "TOP SECRET")
    path = house.root / "theme" / link
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(aims.get(link, folder / "secret.txt"))
    result = house.run("build")
    assert result.exit_code == 2
    assert f"{link}: this is no file of the theme" in result.stderr
    assert not (house.root / "build").exists()


def test_a_pipe_is_refused(house: Newsroom) -> None:
    """Nobody waits for what it may say."""
    os.mkfifo(house.root / "theme" / "pipe")
    assert house.run("build").exit_code == 2


def test_hidden_files_are_not_published(house: Newsroom) -> None:
    """Nor are templates, nor the files of an editor."""
    house.write("theme/.git/config", "TOP SECRET")
    house.write("theme/.env", "TOP SECRET")
    house.write("theme/css/more.css", "p {}")
    house.write("theme/parts/more.html", "x")
    assert house.run("build").exit_code == 0
    assets = house.root / "build" / "assets"
    assert sorted(p.relative_to(assets).as_posix() for p in assets.rglob("*") if p.is_file()) == [
        "css/more.css",
        "taiyaku.css",
    ]


@pytest.mark.parametrize("folder", ["../x", "/etc", "~/x", "a/../../x", ".", "./", "build", "build/x"])
def test_a_folder_that_is_no_theme(house: Newsroom, folder: str) -> None:
    """One outside the project, the project itself, the output."""
    house.write("taiyaku.toml", f'[editions]\ntheme = "{folder}"\n')
    result = house.run("build")
    assert result.exit_code == 2
    assert "theme" in result.stderr
    assert not (house.root / "build").exists()


def test_a_theme_that_is_a_link_out(house: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Is refused as well."""
    (house.root / "theme").rmdir()
    (house.root / "theme").symlink_to(outside(house, tmp_path_factory))
    result = house.run("build")
    assert (result.exit_code, "leads out of the project" in result.stderr) == (2, True)


def test_an_output_that_is_a_link_out(newsroom: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is written outside the project."""
    newsroom.write("source_text/harbor.md", "# Harbor opens\n\nThe harbor opened.\n")
    folder = tmp_path_factory.mktemp("elsewhere")
    newsroom.root.joinpath("build").mkdir()
    newsroom.root.joinpath("build/en").symlink_to(folder)
    newsroom.run("update")
    result = newsroom.run("build")
    assert (result.exit_code, "leads out of the project" in result.stderr) == (3, True)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["X", "9a", "a-b", "__class__", ""])
def test_a_variable_with_a_name_that_is_none(house: Newsroom, name: str) -> None:
    """Templates could not say it."""
    house.write("taiyaku.toml", f'[editions.theme_variables]\n"{name}" = "x"\n')
    assert house.run("build").exit_code == 2


@pytest.mark.parametrize("value", ["1", "true", '["a"]', "{ a = 1 }", '"javascript:x"', '" java\\tScript:x"'])
def test_a_variable_that_is_no_text(house: Newsroom, value: str) -> None:
    """Or the address of a program."""
    house.write("taiyaku.toml", f"[editions.theme_variables]\na = {value}\n")
    assert house.run("build").exit_code == 2


def test_variables_are_printed_as_texts(house: Newsroom) -> None:
    """Escaped, and without control characters."""
    house.write("taiyaku.toml", f'{SETTINGS}theme_variables = {{ motto = "<b>&\\u0001x" }}\n')
    house.write("theme/article.html", "{{ theme.motto }}")
    assert house.run("build").exit_code == 0
    assert house.read("build/en/harbor/index.html") == "&lt;b&gt;&amp;x"


def test_the_command_lists_and_copies(house: Newsroom) -> None:
    """What is there already stays."""
    house.write("theme/extra.css", "p {}")
    house.write("theme/base.html", "mine")
    listed = house.run("theme").stdout
    assert "article.html" in listed
    assert "theme/base.html" in listed
    assert "theme/extra.css" in listed
    dry = house.run("theme", "article.html", "--dry-run")
    assert (dry.exit_code, (house.root / "theme/article.html").exists()) == (0, False)
    result = house.run("theme", "article.html", "base.html")
    assert result.exit_code == 0
    assert "theme/base.html is there already" in result.stdout
    assert house.read("theme/article.html") == (TEMPLATES / "article.html").read_text(encoding="utf-8")
    assert house.read("theme/base.html") == "mine"
    assert '"ours": true' in house.run("theme", "--format", "json").stdout


def test_a_copy_of_all_of_ours_changes_nothing(house: Newsroom) -> None:
    """The pages are the same to the byte; our own templates keep to the limits."""
    house.write("taiyaku.toml", "")
    house.run("build")
    ours = {p: p.read_bytes() for p in (house.root / "build").rglob("*.html")}
    assert "To use it, set in [editions]: theme = “theme”" in house.run("theme", "--all", "--folder", "theme").stdout
    house.write("taiyaku.toml", SETTINGS)
    assert house.run("build").exit_code == 0
    assert {p: p.read_bytes() for p in (house.root / "build").rglob("*.html")} == ours


@pytest.mark.parametrize(
    "arguments",
    [["x.html"], ["../article.html"], ["article.html", "--folder", "../x"], ["article.html", "--folder", "/etc"]],
)
def test_what_cannot_be_copied(house: Newsroom, arguments: list[str]) -> None:
    """A name that is none of ours, a folder outside."""
    assert house.run("theme", *arguments).exit_code == 2
