"""How checks are set: which run, how bad each is, and the points of policy on which houses differ."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_type_hints

from taiyaku.checks.style import PROFILES, HouseRule, Style, combined
from taiyaku.errors import SEVERITIES, Phrase
from taiyaku.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from taiyaku.errors import Severity, TaiyakuError

Fault: TypeAlias = "Callable[[Phrase, str, Phrase | None], TaiyakuError]"
"""Makes the error for what is wrong with a setting of that name; the third is what to do."""

_ADDRESS = lazy_pattern(r"(?!javascript:|data:|vbscript:)(?:[a-z][a-z0-9+.-]*:|$)", re.IGNORECASE)
"""A link that opens a place in an editor or on a page, never one that runs something."""

_FIELDS = ("path", "line", "column", "slug", "locale")
ADDRESS_FIELDS: Mapping[str, tuple[str, ...]] = {"editor_url": _FIELDS, "weblate_url": (*_FIELDS, "query")}
"""What a link may name in braces."""

FAIL_ON = (*SEVERITIES, "never")


POINTS: Mapping[str, Mapping[str, str]] = {
    "ja": {
        "register": "register",
        "punctuation": "punctuation",
        "digits": "digits",
        "letters": "letters",
        "latin_space": "latin_space",
        "months": "months",
        "vu": "vu",
        "long_ending": "long_ending",
        "ellipsis": "ellipsis",
    },
    "en": {
        "numerals": "numerals",
        "months": "months_en",
        "macrons": "macrons",
        "quotes": "quotes",
        "titles": "titles",
    },
}
"""The points of policy: the names in [style.ja] and [style.en], and the fields of a style that they are."""


@dataclass(frozen=True, slots=True)
class HousePattern:
    """A regular expression that the house wants nowhere in texts of `locale` ("": of both languages).

    `instead` is what to write, `why` the reason; either may be missing.
    """

    name: str
    pattern: str
    instead: str = ""
    why: str = ""
    locale: str = ""
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The table [checks]. `disable`, `enable` and `severity` name checks or whole families."""

    profile: tuple[str, ...] = ()
    fail_on: str = "error"
    disable: tuple[str, ...] = ()
    enable: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    waivers: str = "locales/waivers.toml"
    baseline: str = "locales/baseline.txt"
    editor_url: str = ""
    weblate_url: str = ""
    pattern: tuple[HousePattern, ...] = ()

    @property
    def style(self) -> Style:
        """The style of the profiles, without the house's own points."""
        return combined(*self.profile)

    def is_on(self, name: str, family: str, *, default: bool) -> bool:
        """Whether a check runs: its own name decides before its family's, and to disable before to enable."""
        for word in (name, family):
            if word in self.disable:
                return False
            if word in self.enable:
                return True
        return default

    def severity_of(self, name: str, family: str, found: Severity) -> Severity:
        """Return how bad a finding is in this house."""
        given = self.severity.get(name, self.severity.get(family, found))
        return given if given in SEVERITIES else found


def read_checks(data: Mapping[str, Any], fault: Fault) -> CheckSettings:
    """Return the table [checks] of a settings file. Whether there are checks of the names given, it does not ask.

    Raises what `fault` makes for a setting or a value that is none.
    """
    values: dict[str, Any] = {}
    for name, value in known(data, CheckSettings, "checks.", fault):
        if name in {"disable", "enable"}:
            values[name] = _names(f"checks.{name}", value, fault)
        elif name == "severity":
            values[name] = _severities(value, fault)
        elif name == "profile":
            values[name] = _profiles(value, fault)
        elif name == "pattern":
            values[name] = _patterns(value, fault)
        else:
            values[name] = _text(f"checks.{name}", value, fault)
    _choice("checks.fail_on", values.get("fail_on", "error"), FAIL_ON, fault)
    for name in ("editor_url", "weblate_url"):
        if not _ADDRESS.match(values.get(name, "x:")):
            raise fault(
                Phrase("{name} is no address: {url}", name=f"checks.{name}", url=values[name]),
                name,
                Phrase("begin it as in vscode://file{{path}}:{{line}} or https://"),
            )
        _fields_of(name, values.get(name, ""), fault)
    for name in ("waivers", "baseline"):
        path = values.get(name, "x")
        if not path or path.startswith(("/", "~")) or ".." in path.split("/"):
            raise fault(
                Phrase("{name} leaves the project: {path}", name=f"checks.{name}", path=path),
                name,
                Phrase("give a path below the folder of the settings file"),
            )
    return CheckSettings(**values)


def _fields_of(name: str, address: str, fault: Fault) -> None:
    """Raise what `fault` makes for a field in braces that the page does not know."""
    allowed = ADDRESS_FIELDS[name]
    for found in re.findall(r"\{([^{}]*)\}", address):
        if found not in allowed:
            raise fault(
                Phrase(
                    "{name} holds a placeholder that means nothing: {pattern}", name=f"checks.{name}", pattern=address
                ),
                name,
                Phrase("known here: {names}", names=", ".join(f"{{{field}}}" for field in allowed)),
            )


def read_style(data: Mapping[str, Any], base: Style, fault: Fault) -> Style:
    """Return a style with what the tables [style], [style.ja] and [style.en] say instead of the profile's, `base`.

    Raises what `fault` makes for a point or a choice that is none.
    """
    changes: dict[str, Any] = {}
    for name, value in data.items():
        if name in POINTS:
            changes |= _points(name, value, fault)
        elif name == "keep":
            changes[name] = _names("style.keep", value, fault)
        elif name == "rules":
            changes[name] = _rules(value, fault)
        else:
            hint = _nearest(name, (*POINTS, "keep", "rules"), "style.")
            raise fault(Phrase("unknown setting “{name}”", name=f"style.{name}"), name, hint)
    return replace(base, **changes)


def _points(language: str, value: Any, fault: Fault) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise fault(Phrase("{name} must be a table", name=f"style.{language}"), language, None)
    found = {}
    for name, point in value.items():
        full = f"style.{language}.{name}"
        if name not in POINTS[language]:
            hint = _nearest(name, POINTS[language], f"style.{language}.")
            raise fault(Phrase("unknown setting “{name}”", name=full), name, hint)
        field_name = POINTS[language][name]
        options = choices_of(field_name)
        if options:
            _choice(full, point, options, fault)
        elif not isinstance(point, bool):
            raise fault(Phrase("{name} must be true or false", name=full), name, None)
        found[field_name] = point
    return found


def choices_of(field_name: str) -> tuple[str, ...]:
    """Return what a point of policy may say; nothing for one that is true or false."""
    return get_args(get_type_hints(Style)[field_name]) if field_name not in _SWITCHES else ()


_SWITCHES = frozenset({"latin_space", "vu", "long_ending", "macrons"})


def _rules(value: Any, fault: Fault) -> tuple[HouseRule, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise fault(Phrase("{name} must be a list of tables", name="style.rules"), "rules", None)
    rules = []
    for item in value:
        for name in item:
            if name not in HouseRule._fields:
                raise fault(
                    Phrase("unknown setting “{name}”", name=f"style.rules.{name}"),
                    name,
                    _nearest(name, HouseRule._fields),
                )
        given = {name: _text(f"style.rules.{name}", text, fault) for name, text in item.items()}
        if not given.get("wrong"):
            raise fault(Phrase("a rule of the house needs the wrong spelling"), "rules", None)
        rules.append(HouseRule(given["wrong"], given.get("right", ""), given.get("reason", "")))
    return tuple(rules)


def known(data: Mapping[str, Any], kind: type, prefix: str, fault: Fault) -> list[tuple[str, Any]]:
    """Return the settings of a table. Raises what `fault` makes for one that `kind` does not have."""
    names = [f.name for f in fields(kind)]
    for name in data:
        if name not in names:
            raise fault(Phrase("unknown setting “{name}”", name=f"{prefix}{name}"), name, _nearest(name, names, prefix))
    return list(data.items())


def _nearest(name: str, names: Collection[str], prefix: str = "") -> Phrase:
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    if near:
        return Phrase("did you mean “{name}”?", name=prefix + near[0])
    return Phrase("known here: {names}", names=", ".join(names))


def _text(name: str, value: Any, fault: Fault) -> str:
    if not isinstance(value, str):
        raise fault(Phrase("{name} must be a text in quotation marks", name=name), name.rpartition(".")[2], None)
    return value


def _choice(name: str, value: Any, choices: Collection[str], fault: Fault) -> str:
    if value not in choices:
        raise fault(
            Phrase("“{value}” is no choice for {name}", value=value, name=name),
            name.rpartition(".")[2],
            Phrase("choose one of: {choices}", choices=", ".join(filter(None, choices))),
        )
    return str(value)


def _names(name: str, value: Any, fault: Fault) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise fault(Phrase("{name} must be a list of texts", name=name), name.rpartition(".")[2], None)
    return tuple(value)


def _severities(value: Any, fault: Fault) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise fault(Phrase("{name} must be a table", name="checks.severity"), "severity", None)
    for severity in value.values():
        _choice("checks.severity", severity, SEVERITIES, fault)
    return dict(value)


def _profiles(value: Any, fault: Fault) -> tuple[str, ...]:
    names = (value,) if isinstance(value, str) else value
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise fault(Phrase("{name} must be a text or a list of texts", name="checks.profile"), "profile", None)
    return tuple(_choice("checks.profile", name, tuple(PROFILES), fault) for name in names)


def _patterns(value: Any, fault: Fault) -> tuple[HousePattern, ...]:
    from taiyaku.checks.patterns import fault_of

    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise fault(Phrase("{name} must be a list of tables", name="checks.pattern"), "pattern", None)
    patterns = []
    for item in value:
        fields_given = known(item, HousePattern, "checks.pattern.", fault)
        given = {name: _text(f"checks.pattern.{name}", text, fault) for name, text in fields_given}
        if not given.get("name") or not given.get("pattern"):
            raise fault(Phrase("a pattern of the house needs a name and a pattern"), "pattern", None)
        _choice("checks.pattern.severity", given.get("severity", "warning"), SEVERITIES, fault)
        _choice("checks.pattern.locale", given.get("locale", ""), ("", "en", "ja"), fault)
        if why := fault_of(given["pattern"]):
            raise fault(Phrase("“{text}” is no pattern: {why}", text=given["pattern"], why=why), "pattern", None)
        patterns.append(HousePattern(**given))  # type: ignore[arg-type]  # the severity is one of the three
    return tuple(patterns)
