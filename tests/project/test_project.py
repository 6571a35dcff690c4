"""Which file is where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from taiyaku.errors import ArticleError
from taiyaku.project.project import find_project
from taiyaku.project.slugs import check_slug, fixed_folder, slug_of

if TYPE_CHECKING:
    from tests.conftest import Newsroom


@pytest.mark.parametrize(
    ("path", "folder", "slug"),
    [
        ("source_text/2024-08-torrance-bizen.md", "source_text", "2024-08-torrance-bizen"),
        ("docs/a/_index.md", "", "docs-a"),
        ("source_text/a/index.md", "source_text", "a"),
        ("source_text/index.md", "source_text", "index"),
        ("source_text/My Article.md", "source_text", "my-article"),
        ("README.md", "", "readme"),
        ("source_text/v1.2.md", "source_text", "v1.2"),
    ],
)
def test_slugs(path: str, folder: str, slug: str) -> None:
    """The path below the article folder, `/` as `-`, a last index dropped."""
    assert slug_of(path, folder) == slug


@pytest.mark.parametrize("slug", ["", "../x", "a/b", "-a", ".a", "港", "A", "a" * 101, "a..b"])
def test_what_cannot_be_a_slug(slug: str) -> None:
    """It becomes part of paths and addresses."""
    with pytest.raises(ArticleError):
        check_slug(slug, Path("x.md"))


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [("source_text/**/*.md", "source_text"), ("*.md", ""), ("a/b/c.md", "a/b"), ("a/*/c.md", "a")],
)
def test_the_article_folder(pattern: str, folder: str) -> None:
    """What stands before the first wildcard."""
    assert fixed_folder(pattern) == folder


def test_settings_in_pyproject(newsroom: Newsroom) -> None:
    """The table [tool.taiyaku]; found from a folder below."""
    (newsroom.root / "taiyaku.toml").unlink()
    newsroom.write("pyproject.toml", '[tool.taiyaku]\nsource_locale = "ja"\n[tool.taiyaku.site.title]\nja = "港通信"\n')
    below = newsroom.write("source_text/a/x.md", "x").parent
    project = find_project(below)
    assert project is not None
    assert project.root == newsroom.root
    assert (project.settings.source_locale, project.settings.site.title) == ("ja", {"ja": "港通信"})


def test_another_projects_pyproject_is_no_settings(newsroom: Newsroom) -> None:
    """Without our table it does not count."""
    (newsroom.root / "taiyaku.toml").unlink()
    newsroom.write("pyproject.toml", "[project]\nname = 'x'\n")
    assert find_project(newsroom.root) is None
