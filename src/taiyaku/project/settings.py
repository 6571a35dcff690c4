"""The settings of a project: taiyaku.toml, or [tool.taiyaku] in pyproject.toml. All of them have defaults."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from taiyaku.checks.settings import CheckSettings, read_checks, read_style
from taiyaku.editions import kinds
from taiyaku.errors import Phrase, SettingsError
from taiyaku.formats.markdown.dialects import DIALECTS
from taiyaku.formats.options import DEFAULT_METADATA, ReadOptions
from taiyaku.locale import Locale
from taiyaku.span import Position
from taiyaku.toml_file import parse_toml, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from taiyaku.checks.style import Style

FILE_NAME = "taiyaku.toml"
UNTRANSLATED = ("source", "omit", "refuse")
OUTDATED = ("older", "source", "omit", "refuse")
SUGGEST = ("similar", "exact", "off")
EXACT = ("fuzzy", "translated")
ERRORS = ("publish", "mark", "refuse")
REQUIRE = ("nothing", "approved")
FURIGANA = ("termbase", "all", "off")
FURIGANA_REPEAT = ("first", "all")
PRINT = ("vertical", "horizontal")
NUMERALS = ("kanji", "tate-chu-yoko")
MARKDOWN_LAYOUT = ("page", "suffix", "folders")
MARKDOWN_DIRECTIVES = ("drop", "keep")
MARKDOWN_READINGS = ("ruby", "brackets", "keep")
_VARIABLE = re.compile(r"[a-z][a-z0-9_]*")
_PROGRAM = re.compile(r"[^0-9a-z]*(?:java|vb|live)script:|[^0-9a-z]*data:[a-z]+/")


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`title` is the publication's name by language, `translator` whom pages name where no article or catalog does."""

    title: Mapping[str, str] = field(default_factory=dict)
    translator: Mapping[str, str] = field(default_factory=dict)

    def translator_in(self, locale: str) -> str:
        """Return whom pages in a locale name as their translator, "" if nobody."""
        return self.translator.get(locale) or self.translator.get(locale.partition("-")[0]) or ""


@dataclass(frozen=True, slots=True)
class EditionSettings:
    """What an edition does with a text that has no translation, one whose translation is outdated, and one with errors.

    Errors are what `check` calls so, and nobody has answered. `formats` are the editions that `build` makes; with
    `require` = "approved", of translations only those that are approved.
    """

    formats: tuple[str, ...] = kinds.DEFAULT
    untranslated: str = "source"
    outdated: str = "older"
    errors: str = "publish"
    require: str = "nothing"
    furigana: str = "termbase"
    furigana_repeat: str = "first"
    print: str = "vertical"
    vertical_numerals: str = "kanji"
    chromium: str = ""
    markdown_layout: str = "page"
    markdown_directives: str = "drop"
    markdown_readings: str = "ruby"
    theme: str = ""
    theme_variables: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """`math`: read `$...$` as formulas. Off by default: `$100` is money. `dialects` are names of DIALECTS."""

    math: bool = False
    dialects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """What `update` takes from the translation memory, and how an exact match with the same context is taken."""

    suggest: str = "similar"
    exact: str = "fuzzy"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project, as docs/settings.md describes them."""

    source_locale: str = "en"
    locales: tuple[str, ...] = ("en", "ja")
    articles: tuple[str, ...] = ("source_text/**/*.md", "source_text/**/*.txt")
    catalogs: str = "locales/{locale}/LC_MESSAGES/{slug}.po"
    templates: str = "locales/{slug}.pot"
    termbase: str = "locales/termbase.toml"
    approvals: str = "locales/approvals.toml"
    output: str = "build"
    cache: str = ".taiyaku"
    base_url: str = ""
    metadata: tuple[str, ...] = DEFAULT_METADATA
    site: SiteSettings = SiteSettings()
    editions: EditionSettings = EditionSettings()
    markdown: MarkdownSettings = MarkdownSettings()
    memory: MemorySettings = MemorySettings()
    checks: CheckSettings = field(default_factory=CheckSettings)
    style: Style = field(default_factory=lambda: CheckSettings().style)

    def read_options(self) -> ReadOptions:
        """Return what the formats need to know."""
        return ReadOptions(self.source_locale, self.metadata, self.markdown.math, self.markdown.dialects)


def load_settings(path: Path) -> Settings:
    """Read the settings file; of a pyproject.toml its table [tool.taiyaku].

    Raises SettingsError with the place of what is not TOML, unknown or of the wrong kind.
    """
    text = read_text(path, SettingsError)
    data = parse_toml(text, SettingsError, path)
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("taiyaku", {})
    return _Loader(path, text).load(data)


class _Loader:
    """Turns parsed TOML into Settings, and faults into SettingsErrors with a line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.text = path, text

    def load(self, data: Mapping[str, Any]) -> Settings:
        self.check_names(data, [f.name for f in fields(Settings)], "")
        readers: dict[str, Callable[[Mapping[str, Any]], Any]] = {
            "site": self.site,
            "editions": self.editions,
            "markdown": self.markdown,
            "memory": self.memory,
            "checks": lambda table: read_checks(table, self.error),
            "style": lambda table: table,
        }
        values: dict[str, Any] = {}
        for name, value in data.items():
            if name in readers:
                values[name] = readers[name](self.table(name, value))
            elif name in {"locales", "articles", "metadata"}:
                values[name] = self.texts(name, value)
            else:
                values[name] = self.text_of(name, value)
        checks = values.get("checks", CheckSettings())
        values["style"] = read_style(values.get("style", {}), checks.style, self.error)
        settings = Settings(**values)
        self.check_locales(settings)
        self.check_patterns(settings)
        self.check_addresses(settings)
        return replace(
            settings,
            source_locale=Locale.parse(settings.source_locale).tag,
            locales=tuple(Locale.parse(locale).tag for locale in settings.locales),
        )

    def site(self, data: Mapping[str, Any]) -> SiteSettings:
        self.check_names(data, [f.name for f in fields(SiteSettings)], "site.")
        return SiteSettings(**{name: self.by_language(f"site.{name}", value) for name, value in data.items()})

    def by_language(self, name: str, value: Any) -> dict[str, str]:
        return {tag: self.text_of(f"{name}.{tag}", text) for tag, text in self.table(name, value).items()}

    def editions(self, data: Mapping[str, Any]) -> EditionSettings:
        self.check_names(data, [f.name for f in fields(EditionSettings)], "editions.")
        formats = self.texts("formats", data["formats"]) if "formats" in data else kinds.DEFAULT
        for name in formats:
            self.check_choice("editions", {"formats": name}, "formats", kinds.names())
        apart = {"formats", "theme_variables"}
        values = {name: self.text_of(f"editions.{name}", value) for name, value in data.items() if name not in apart}
        self.check_choice("editions", values, "untranslated", UNTRANSLATED)
        self.check_choice("editions", values, "outdated", OUTDATED)
        self.check_choice("editions", values, "errors", ERRORS)
        self.check_choice("editions", values, "require", REQUIRE)
        self.check_choice("editions", values, "furigana", FURIGANA)
        self.check_choice("editions", values, "furigana_repeat", FURIGANA_REPEAT)
        self.check_choice("editions", values, "print", PRINT)
        self.check_choice("editions", values, "vertical_numerals", NUMERALS)
        self.check_choice("editions", values, "markdown_layout", MARKDOWN_LAYOUT)
        self.check_choice("editions", values, "markdown_directives", MARKDOWN_DIRECTIVES)
        self.check_choice("editions", values, "markdown_readings", MARKDOWN_READINGS)
        if "theme" in values:
            self.check_theme(values["theme"])
        return EditionSettings(formats, **values, theme_variables=self.variables(data.get("theme_variables", {})))

    def check_theme(self, path: str) -> None:
        if path.startswith(("/", "~")) or ".." in path.split("/") or (path and not path.strip("./")):
            raise self.error(
                Phrase("{name} leaves the project: {path}", name="editions.theme", path=path),
                "theme",
                Phrase("give a path below the folder of the settings file"),
            )

    def variables(self, value: Any) -> Mapping[str, str]:
        name = "editions.theme_variables"
        table = self.table(name, value)
        for key in table:
            if not _VARIABLE.fullmatch(key):
                raise self.error(
                    Phrase("“{name}” is no name for a theme's variable", name=key),
                    key,
                    Phrase("begin with a small letter, and go on with small letters, digits and _"),
                )
        texts = {key: self.text_of(f"{name}.{key}", text) for key, text in table.items()}
        for key, text in texts.items():
            if _PROGRAM.match("".join(text.split()).lower()):
                raise self.error(
                    Phrase("a theme's variable must not be the address of a program: {name}", name=key),
                    key,
                    Phrase("links lead to http, https, mailto and relative addresses"),
                )
        return texts

    def memory(self, data: Mapping[str, Any]) -> MemorySettings:
        self.check_names(data, [f.name for f in fields(MemorySettings)], "memory.")
        values = {name: self.text_of(f"memory.{name}", value) for name, value in data.items()}
        self.check_choice("memory", values, "suggest", SUGGEST)
        self.check_choice("memory", values, "exact", EXACT)
        return MemorySettings(**values)

    def check_choice(self, table: str, values: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> None:
        if values.get(name, allowed[0]) not in allowed:
            raise self.error(
                Phrase("“{value}” is no choice for {name}", value=values[name], name=f"{table}.{name}"),
                name,
                Phrase("choose one of: {choices}", choices=", ".join(allowed)),
            )

    def markdown(self, data: Mapping[str, Any]) -> MarkdownSettings:
        self.check_names(data, ["math", "dialects"], "markdown.")
        math = data.get("math", False)
        if not isinstance(math, bool):
            raise self.error(Phrase("{name} must be true or false", name="markdown.math"), "math")
        dialects = self.texts("markdown.dialects", data.get("dialects", []))
        for name in dialects:
            self.check_choice("markdown", {"dialects": name}, "dialects", DIALECTS)
        return MarkdownSettings(math, dialects)

    def check_names(self, data: Mapping[str, Any], known: list[str], parent: str) -> None:
        for name in data:
            if name not in known:
                from difflib import get_close_matches

                near = get_close_matches(name, known, n=1)
                hint = (
                    Phrase("did you mean “{name}”?", name=parent + near[0])
                    if near
                    else Phrase("known here: {names}", names=", ".join(known))
                )
                raise self.error(Phrase("unknown setting “{name}”", name=parent + name), name, hint)

    def table(self, name: str, value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.error(Phrase("{name} must be a table", name=name), name.rpartition(".")[2])
        return value

    def texts(self, name: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(Phrase("{name} must be a list of texts", name=name), name.rpartition(".")[2])
        return tuple(value)

    def text_of(self, name: str, value: Any) -> str:
        if not isinstance(value, str):
            raise self.error(Phrase("{name} must be a text in quotation marks", name=name), name.rpartition(".")[2])
        return value

    def check_locales(self, settings: Settings) -> None:
        for tag in (*settings.locales, settings.source_locale):
            try:
                Locale.parse(tag)
            except Exception as error:
                problem = getattr(error, "problem", None)
                if problem is None:
                    raise
                raise self.error(problem.what, "locales", problem.hint) from error
        if settings.source_locale not in settings.locales:
            raise self.error(
                Phrase("source_locale “{locale}” is not among the locales", locale=settings.source_locale),
                "source_locale",
            )

    def check_patterns(self, settings: Settings) -> None:
        for name, needed in (("catalogs", ("{slug}", "{locale}")), ("templates", ("{slug}",))):
            pattern = getattr(settings, name)
            self.check_placeholders(name, pattern)
            for placeholder in needed:
                if placeholder not in pattern:
                    raise self.error(
                        Phrase("{name} needs {placeholder} in it", name=name, placeholder=placeholder), name
                    )
        for name in ("catalogs", "templates", "termbase", "approvals", "output", "cache", "articles"):
            value = getattr(settings, name)
            for path in (value,) if isinstance(value, str) else value:
                if path.startswith(("/", "~")) or ".." in path.split("/"):
                    raise self.error(
                        Phrase("{name} leaves the project: {path}", name=name, path=path),
                        name,
                        Phrase("give a path below the folder of the settings file"),
                    )

    def check_placeholders(self, name: str, pattern: str) -> None:
        try:
            pattern.format(slug="a", locale="en")
        except (KeyError, IndexError, ValueError) as error:
            raise self.error(
                Phrase("{name} holds a placeholder that means nothing: {pattern}", name=name, pattern=pattern),
                name,
                Phrase("known are {{slug}} and {{locale}}"),
            ) from error

    def check_addresses(self, settings: Settings) -> None:
        for pattern in settings.articles:
            if any("**" in part and part != "**" for part in pattern.split("/")) or not pattern:
                raise self.error(
                    Phrase("articles holds a pattern that means nothing: {pattern}", pattern=pattern),
                    "articles",
                    Phrase("** stands between slashes, as in source_text/**/*.md"),
                )
        templates = settings.templates.format(slug="a")
        if any(settings.catalogs.format(slug="a", locale=locale) == templates for locale in settings.locales):
            raise self.error(
                Phrase("templates and catalogs lead to the same file: {path}", path=templates),
                "templates",
                Phrase("give templates a place of their own, as locales/{{slug}}.pot"),
            )
        if settings.base_url and not settings.base_url.startswith(("https://", "http://")):
            raise self.error(
                Phrase("base_url is no address of a site: {url}", url=settings.base_url),
                "base_url",
                Phrase("begin it with https://"),
            )

    def error(self, what: Phrase, name: str, hint: Phrase | None = None) -> SettingsError:
        position = None
        for number, line in enumerate(self.text.split("\n"), 1):
            key = line.strip()
            if key.startswith((name, f'"{name}"', f"[{name}", f"[tool.taiyaku.{name}")) or f".{name}]" in key:
                position = Position(number, len(line) - len(line.lstrip()) + 1)
                break
        return SettingsError(what, path=self.path, position=position, hint=hint)
