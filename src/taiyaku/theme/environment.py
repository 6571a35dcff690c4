"""The environment of the templates: ours, overridden file by file by a project's own theme."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    TemplateError,
    TemplateSyntaxError,
)

from taiyaku.errors import Phrase, SettingsError
from taiyaku.span import Position
from taiyaku.theme.folder import ThemeFiles, theme_files
from taiyaku.theme.sandbox import LimitedEnvironment, RefusedError, Unknown, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import CodeType

    from jinja2.bccache import Bucket

ASSETS = Path(__file__).parent / "assets"
TEMPLATES = Path(__file__).parent.parent / "editions" / "templates"
STYLESHEET = "taiyaku.css"
EXTRA = "extra.css"
"""A theme's stylesheet of this name is loaded after the other one, on every page."""

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")


class _Compiled(BytecodeCache):
    """Keeps compiled templates for as long as the program runs: a preview, and the tests, need them again and again.

    Never on disk: what is unmarshalled is run, and a project's folder comes from anywhere.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was compiled of the same text."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has been compiled."""
        if bucket.code is not None:
            self._kept[bucket.key] = (bucket.checksum, bucket.code)


_OURS, _LIMITED = _Compiled(), _Compiled()  # the environments compile differently


class Theme:
    """Templates and assets. `folder` is a project's own theme, whose files take the place of ours of the same name.

    A theme's `base.html` may extend ours as `taiyaku/base.html`. Templates escape what they print and stop at an
    unknown name; with a theme they run in Jinja2's sandbox, with limits. `variables` are texts that they know as
    `theme.NAME`. `templates` are ours. Raises SettingsError for a folder that cannot be used.
    """

    def __init__(
        self, folder: Path | None = None, templates: Path = TEMPLATES, variables: Mapping[str, str] | None = None
    ) -> None:
        self.folder = folder
        self.templates = templates
        self.files = ThemeFiles({}, {}) if folder is None else theme_files(folder)
        self.environment: Environment = self._environment()
        texts = {name: _CONTROLS.sub("", text) for name, text in (variables or {}).items()}
        self.environment.globals |= {
            "theme": SimpleNamespace(**texts),
            "asset": self.asset,
            "has_asset": self.assets.__contains__,
        }
        self._up = ""

    def _environment(self) -> Environment:
        ours = FileSystemLoader(self.templates)
        folders = [FileSystemLoader(self.folder), ours] if self.folder is not None else [ours]
        options: dict[str, Any] = {
            "loader": ChoiceLoader([*folders, PrefixLoader({"taiyaku": ours})]),
            "trim_blocks": True,
            "lstrip_blocks": True,
            "keep_trailing_newline": True,
        }
        if self.folder is None:
            return Environment(**options, autoescape=True, undefined=Unknown, bytecode_cache=_OURS)
        return LimitedEnvironment(**options, autoescape=True, bytecode_cache=_LIMITED)

    @property
    def assets(self) -> dict[str, Path]:
        """The files that lie beside the pages, by their names in the folder `assets`: our stylesheet, and a theme's."""
        return {STYLESHEET: ASSETS / STYLESHEET, **self.files.assets}

    def asset(self, name: str) -> str:
        """Return the address of an asset on the page that is being rendered. Raises RefusedError for none."""
        if name not in self.assets:
            raise RefusedError(
                Phrase("the theme has no file “{name}”", name=name),
                Phrase("known here: {names}", names=", ".join(self.assets)),
            )
        return self._up + quote(name)

    def check(self) -> None:
        """Raise SettingsError for the first template of the theme that is not written as a template is."""
        for name in self.files.templates:
            with self._told(name, {}):
                self.environment.get_template(name)

    def render(self, name: str, **context: Any) -> str:
        """Return a page. Raises SettingsError with the template's place where it cannot be rendered."""
        page = context.get("page")
        self._up = "" if page is None else page.stylesheet.removesuffix(STYLESHEET)
        if isinstance(self.environment, LimitedEnvironment):
            self.environment.begin()
        with self._told(name, context):
            return self.environment.get_template(name).render(**context)

    @contextmanager
    def _told(self, name: str, context: Mapping[str, object]) -> Iterator[None]:
        """Tell what is wrong in a template as an error of the settings."""
        try:
            yield
        except TemplateSyntaxError as error:
            path = Path(error.filename) if error.filename else Path(name)
            raise _wrong(error, path, Position(error.lineno, 1)) from error
        except Exception as error:  # a theme's template may raise whatever Python does
            path, position = self._place(error, name)
            if not isinstance(error, TemplateError | UnicodeDecodeError) and (
                self.folder is None or self.folder not in path.parents
            ):
                raise
            if isinstance(error, UnknownNameError):
                known = error.known or tuple(sorted({*context, *self.environment.globals}))
                what = Phrase("unknown name “{name}”", name=error.name)
                hint = Phrase("known here: {names}", names=", ".join(known))
                raise SettingsError(what, path=path, position=position, hint=hint) from error
            raise _wrong(error, path, position) from error

    def _place(self, error: Exception, name: str) -> tuple[Path, Position | None]:
        """Return the template and the line that an error comes from: the innermost of those that were running.

        A theme's comes before ours, which may have been called with what they cannot do anything with.
        """
        frames = [(Path(frame.filename), frame.lineno) for frame in reversed(extract_tb(error.__traceback__))]
        for folder in (self.folder, self.templates):
            for path, line in frames:
                if folder is not None and line is not None and folder in path.parents:
                    return path, Position(line, 1)
        return self.files.templates.get(name, Path(name)), None


def _wrong(error: Exception, path: Path, position: Position | None) -> SettingsError:
    if isinstance(error, RefusedError):
        return SettingsError(error.phrase, path=path, position=position, hint=error.hint)
    return SettingsError(Phrase("the template is wrong: {why}", why=error), path=path, position=position)
