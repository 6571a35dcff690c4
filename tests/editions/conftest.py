"""The site of the harbor article, built once for all tests that only look at it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.editions.harbor import ARTICLE, FILES, TRANSLATIONS
from tests.editions.site import SETTINGS, Site, site_of, write

from taiyaku.project.project import require_project
from taiyaku.workflow.build import build

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@pytest.fixture(scope="session")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of the harbor article."""
    root = tmp_path_factory.mktemp("harbor")
    write(root, FILES)
    return site_of(root, {"harbor.md": ARTICLE}, TRANSLATIONS, f'base_url = "https://example.org/"\n{SETTINGS}')


@pytest.fixture(scope="session")
def kitchen_sink(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of an article with everything that an article may hold."""
    from tests.editions import kitchen_sink

    root = tmp_path_factory.mktemp("kitchen-sink")
    write(root, kitchen_sink.FILES)
    settings = f'base_url = "https://example.org/"\n{SETTINGS}'
    return site_of(root, {"kitchen-sink.md": kitchen_sink.ARTICLE}, kitchen_sink.translations(), settings)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site of the articles here, built elsewhere."""
    root = tmp_path_factory.mktemp("demo")
    here = Path(__file__).parents[2]
    for name in ("source_text", "locales", "docs"):
        shutil.copytree(here / name, root / name)
    for name in ("pyproject.toml", "README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"):
        shutil.copy(here / name, root / name)
    return Site(root, build(require_project(root)))


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Site]:
    """Return a function that builds a site of its own: `site(article, translations, settings)`."""

    def built(article: str, translations: Mapping[str, str] | None = None, settings: str = SETTINGS) -> Site:
        return site_of(tmp_path / "project", {"harbor.md": article}, translations or {}, settings)

    return built
