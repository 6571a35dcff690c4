"""The environment of the templates: ours, overridden file by file by a project's own theme."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from taiyaku.errors import Phrase, SettingsError
from taiyaku.span import Position

if TYPE_CHECKING:
    from jinja2 import Environment

ASSETS = Path(__file__).parent / "assets"
TEMPLATES = Path(__file__).parent.parent / "editions" / "templates"
STYLESHEET = "taiyaku.css"


class Theme:
    """Templates and assets. `folder` is a project's own theme, whose files take the place of ours of the same name.

    A theme's `base.html` may extend ours as `taiyaku/base.html`. Templates run in Jinja2's sandbox, escape what they
    print and stop at an unknown name. Raises SettingsError where the folder does not exist. `templates` are ours.
    """

    def __init__(self, folder: Path | None = None, templates: Path = TEMPLATES) -> None:
        if folder is not None and not folder.is_dir():
            raise SettingsError(
                Phrase("the theme's folder does not exist: {path}", path=folder),
                hint=Phrase("make it, or take the setting editions.theme out"),
            )
        self.folder = folder
        self.templates = templates
        folders = [templates] if folder is None else [folder, templates]
        self.environment: Environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader(
                [*map(FileSystemLoader, folders), PrefixLoader({"taiyaku": FileSystemLoader(templates)})]
            ),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def render(self, name: str, **context: Any) -> str:
        """Return a page. Raises SettingsError with the template's place where it cannot be rendered."""
        try:
            return self.environment.get_template(name).render(**context)
        except TemplateSyntaxError as error:
            path = Path(error.filename) if error.filename else Path(name)
            raise self._error(error, path, Position(error.lineno, 1)) from error
        except Exception as error:  # a theme's template may raise whatever Python does
            path, position = self._place(error, name)
            if not isinstance(error, TemplateError | UnicodeDecodeError) and (
                self.folder is None or self.folder not in path.parents
            ):
                raise
            raise self._error(error, path, position) from error

    def _place(self, error: Exception, name: str) -> tuple[Path, Position | None]:
        """Return the template and the line that an error comes from: the innermost of those that were running."""
        folders = [self.templates] if self.folder is None else [self.folder, self.templates]
        for frame in reversed(extract_tb(error.__traceback__)):
            path = Path(frame.filename)
            if frame.lineno is not None and any(folder in path.parents for folder in folders):
                return path, Position(frame.lineno, 1)
        own = self.folder / name if self.folder is not None else None
        return own if own is not None and own.is_file() else Path(name), None

    def _error(self, error: Exception, path: Path, position: Position | None) -> SettingsError:
        return SettingsError(Phrase("the template is wrong: {why}", why=error), path=path, position=position)

    def stylesheet(self) -> bytes:
        """Return the stylesheet: the theme's own, or ours."""
        own = self.folder / STYLESHEET if self.folder is not None else None
        path = own if own is not None and own.is_file() else ASSETS / STYLESHEET
        return path.read_bytes()
