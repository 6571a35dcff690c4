"""A new project in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taiyaku.errors import Phrase, UsageError
from taiyaku.files import safe_write
from taiyaku.project.project import find_project
from taiyaku.project.settings import FILE_NAME

if TYPE_CHECKING:
    from pathlib import Path

_SETTINGS = """\
# Settings of taiyaku. All of them have defaults: a file with nothing in it works, too.

source_locale = "en"                  # where an article's front matter does not say `locale: ja`
locales = ["en", "ja"]
# articles = ["source_text/**/*.md", "source_text/**/*.txt"]
# base_url = "https://example.org"    # where the editions will stand; makes canonical and alternate links

[site.title]
en = "{title}"
ja = "{title}"

[editions]
untranslated = "source"               # source | omit | refuse
outdated = "older"                    # older | source | omit | refuse
"""


@dataclass(frozen=True, slots=True)
class Initialized:
    """What a new project consists of, as paths from its folder."""

    folder: Path
    created: tuple[Path, ...]


def existing_project(folder: Path) -> Path | None:
    """Return the root of the project that `folder` lies in, None if there is none or no such folder."""
    project = find_project(folder.resolve()) if folder.is_dir() else None
    return None if project is None else project.root


def init(folder: Path, *, dry_run: bool = False) -> Initialized:
    """Make a project of `folder`: its settings and the folder for its articles. Nothing that exists is changed.

    Raises UsageError where there is a project already.
    """
    if folder.is_dir():
        project = find_project(folder.resolve())
        if project is not None and project.root == folder.resolve():
            raise UsageError(
                Phrase("this is a project already: {path}", path=project.settings_path or project.root),
                hint=Phrase("put an article into source_text/ and type `taiyaku update`"),
            )
    elif folder.exists():
        raise UsageError(Phrase("{path} is not a folder", path=folder))
    if (folder / "source_text").exists() and not (folder / "source_text").is_dir():
        raise UsageError(Phrase("{path} is not a folder", path=folder / "source_text"))
    name = folder.resolve().name.replace("\\", "").replace('"', "")
    settings, articles = folder / FILE_NAME, folder / "source_text"
    created = [settings] + ([] if articles.is_dir() else [articles])
    if not dry_run:
        safe_write(settings, _SETTINGS.format(title=name).encode())
        articles.mkdir(parents=True, exist_ok=True)
    return Initialized(folder, tuple(created))
