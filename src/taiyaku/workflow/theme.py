"""A project's theme: the folder that its settings name, and copies of our templates to be changed there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.editions import printing
from taiyaku.errors import Phrase, SettingsError, UsageError
from taiyaku.files import safe_write
from taiyaku.theme.environment import ASSETS, STYLESHEET, TEMPLATES, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taiyaku.project.project import Project


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A file that a theme has, or could have. `own` is the project's, from its root; None where ours is used.

    `ours` says whether there is one of ours, whose place it takes; `copied`, that this run made it.
    """

    name: str
    own: Path | None
    ours: bool
    copied: bool = False


def theme_of(project: Project) -> Theme:
    """Return the project's theme, ours where the settings name none. Raises SettingsError where it cannot be used."""
    settings = project.settings.editions
    if not settings.theme:
        return Theme(variables=settings.theme_variables)
    folder, root = project.root / settings.theme, project.root.resolve()
    resolved, output = folder.resolve(), (project.root / project.output).resolve()
    if not resolved.is_relative_to(root):
        raise SettingsError(
            Phrase("a link leads out of the project"), path=folder, hint=Phrase("copy the folder into the project")
        )
    if output.is_relative_to(resolved) or resolved.is_relative_to(output):
        raise SettingsError(
            Phrase("the theme and the output have one folder: {path}", path=settings.theme),
            hint=Phrase("give the theme a folder of its own"),
        )
    return Theme(folder, variables=settings.theme_variables)


def our_files() -> dict[str, Path]:
    """Return our templates and our stylesheets, by the names that a theme gives to its own."""
    sheets = (STYLESHEET, printing.STYLESHEET)
    return {path.name: path for path in (*sorted(TEMPLATES.glob("*.html")), *(ASSETS / name for name in sheets))}


def listed(project: Project) -> list[ThemeFile]:
    """Return what a theme can change, and all that the project's theme has. Raises SettingsError."""
    files = theme_of(project).files
    own = {name: path.relative_to(project.root) for name, path in {**files.templates, **files.assets}.items()}
    ours = our_files()
    found = [ThemeFile(name, own.get(name), ours=True) for name in ours]
    return found + [ThemeFile(name, path, ours=False) for name, path in own.items() if name not in ours]


def copied(project: Project, names: Iterable[str], folder: str = "", *, dry_run: bool = False) -> list[ThemeFile]:
    """Copy files of ours into the project's theme, or into `folder`, and return them; one that is there stays.

    Raises UsageError for a name that is none of ours, and where there is no folder to copy to; SaveError.
    """
    place = folder or project.settings.editions.theme
    if not place:
        raise UsageError(
            Phrase("the project has no theme to copy to"),
            hint=Phrase('set in [editions]: theme = "theme", or say --folder'),
        )
    target = project.root / place
    if not target.resolve().is_relative_to(project.root.resolve()):
        raise UsageError(
            Phrase("{name} leaves the project: {path}", name="--folder", path=place),
            hint=Phrase("give a path below the folder of the settings file"),
        )
    ours = our_files()
    found = []
    for name in names:
        if name not in ours:
            raise UsageError(
                Phrase("taiyaku has no template or stylesheet “{name}”", name=name),
                hint=Phrase("known here: {names}", names=", ".join(ours)),
            )
        file = target / name
        is_new = not (file.exists() or file.is_symlink())
        found.append(ThemeFile(name, Path(place, name), ours=True, copied=is_new))
    for one in found:
        if one.copied and not dry_run:
            safe_write(target / one.name, ours[one.name].read_bytes())
    return found
