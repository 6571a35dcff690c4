"""The README: its Japanese edition is built by taiyaku itself, and what it shows and links to is there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from taiyaku import Project, find_project, translate
from taiyaku.catalog import po

ROOT = Path(__file__).parents[1]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1$", re.DOTALL | re.MULTILINE)
_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


@pytest.fixture
def project() -> Project:
    """Return the project that this repository is."""
    found = find_project(ROOT)
    assert found is not None
    return found


def test_japanese_readme_is_the_edition_of_its_catalog(project: Project) -> None:
    """README.ja.md is what `make readme` writes, and nothing in it is left to translate."""
    (article,) = project.select([str(ROOT / "README.md")])[0]
    document = project.read(article)
    catalog = po.read(ROOT / project.catalog_path(article.slug, "ja")).catalog
    translation = translate(document, catalog, "ja")
    assert translation.problems == ()
    assert translation.current
    assert translation.source == (ROOT / "README.ja.md").read_bytes().decode(), "run `make readme`"


@pytest.mark.parametrize("name", ["README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    """Every relative link and image exists."""
    links = _LINK.findall((ROOT / name).read_text(encoding="utf-8"))
    relative = [link.partition("#")[0] for link in links if "://" not in link and not link.startswith("#")]
    assert [link for link in relative if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_links_of_the_docs_lead_somewhere(path: Path) -> None:
    """Every relative link of a page of the docs exists, and so does the heading that it points to; code has none."""
    for link in _LINK.findall(_FENCED.sub("", path.read_text(encoding="utf-8"))):
        if "://" in link or link.startswith("mailto:"):
            continue
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        assert target.exists(), link
        headings = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        anchors = {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}
        assert not anchor or anchor in anchors, link


def test_what_it_shows_is_real() -> None:
    """The paragraph and the entry in the README are those of the article and of its catalog."""
    shown = dict(_BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    article = (ROOT / "source_text" / "2024-08-torrance-bizen.md").read_text(encoding="utf-8")
    catalog = (ROOT / "locales" / "ja" / "LC_MESSAGES" / "2024-08-torrance-bizen.po").read_text(encoding="utf-8")
    assert shown["markdown"] in article
    assert shown["po"] in catalog


def test_the_finding_it_shows_is_real(tmp_path: Path) -> None:
    """The slip of the pen that the README tells of is found as it says."""
    for name in ("source_text", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "taiyaku.toml").write_text("", encoding="utf-8")
    catalog = tmp_path / "locales" / "ja" / "LC_MESSAGES" / "2024-08-torrance-bizen.po"
    catalog.write_text(catalog.read_text(encoding="utf-8").replace("8月8日（木）", "8月9日（木）", 1), encoding="utf-8")
    code = "from taiyaku.cli import main; main(['check'])"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "COL"))}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    blocks = _BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    (shown,) = (text for kind, text in blocks if kind == "console")
    assert shown.partition("\n")[2] in re.sub(" [0-9a-f]{16}$", "", done.stdout, flags=re.MULTILINE)


def test_its_image_is_small() -> None:
    """The picture in the README weighs little enough for a slow line."""
    assert (ROOT / "docs" / "bilingual.png").stat().st_size < 250_000
