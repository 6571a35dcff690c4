"""The folder of a theme: which of its files are templates, and which are published as they are."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from taiyaku.errors import Phrase, SettingsError

TEMPLATE_SUFFIX = ".html"


class ThemeFiles(NamedTuple):
    """The files of a theme by their names from its folder, with `/`: templates, and all others."""

    templates: dict[str, Path]
    assets: dict[str, Path]


def theme_files(folder: Path) -> ThemeFiles:
    """Return the files of a theme. Hidden ones, such as `.git`, are none of it.

    Raises SettingsError where there is no such folder, and for a symbolic link that leads out of it or to a folder, and
    for a pipe or a device: what is published is what lies here.
    """
    if not folder.is_dir():
        raise SettingsError(
            Phrase("the theme's folder does not exist: {path}", path=folder),
            hint=Phrase("make it, or take the setting editions.theme out"),
        )
    files = ThemeFiles({}, {})
    root = folder.resolve()
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            _refuse_link(Path(place, name), Path(place, name).is_symlink())
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(place, name)
            _refuse_link(path, not _lies_in(path, root))
            known = PurePosixPath(path.relative_to(folder)).as_posix()
            (files.templates if path.suffix == TEMPLATE_SUFFIX else files.assets)[known] = path
    return files


def _lies_in(path: Path, root: Path) -> bool:
    resolved = path.resolve()
    if not resolved.is_file() or not resolved.is_relative_to(root):
        return False
    return not any(part.startswith(".") for part in resolved.relative_to(root).parts)


def _refuse_link(path: Path, leads_out: bool) -> None:
    if leads_out:
        raise SettingsError(
            Phrase("this is no file of the theme: a link, a pipe or a device"),
            path=path,
            hint=Phrase("copy the file into the theme's folder"),
        )
