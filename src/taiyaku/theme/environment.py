"""The environment of the templates: ours, overridden file by file by a project's own theme."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
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

    Templates run in Jinja2's sandbox, escape what they print and stop at an unknown name. Raises SettingsError where
    the folder does not exist.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is not None and not folder.is_dir():
            raise SettingsError(
                Phrase("the theme's folder does not exist: {path}", path=folder),
                hint=Phrase("make it, or take the setting editions.theme out"),
            )
        self.folder = folder
        folders = [TEMPLATES] if folder is None else [folder, TEMPLATES]
        self.environment: Environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(path) for path in folders]),
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
            position = Position(error.lineno, 1)
            raise SettingsError(
                Phrase("the template is wrong: {why}", why=error), path=path, position=position
            ) from error
        except TemplateError as error:
            raise SettingsError(Phrase("the template is wrong: {why}", why=error), path=Path(name)) from error

    def stylesheet(self) -> bytes:
        """Return the stylesheet: the theme's own, or ours."""
        own = self.folder / STYLESHEET if self.folder is not None else None
        path = own if own is not None and own.is_file() else ASSETS / STYLESHEET
        return path.read_bytes()
