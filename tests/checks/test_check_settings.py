"""The tables [checks] and [style] of the settings."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from taiyaku.checks.registry import all_checks, chosen
from taiyaku.checks.settings import POINTS, CheckSettings, choices_of, read_checks, read_style
from taiyaku.checks.style import Style
from taiyaku.errors import SettingsError

if TYPE_CHECKING:
    from taiyaku.errors import Phrase


def fault(what: Phrase, name: str, hint: Phrase | None) -> SettingsError:
    """Make the error with its setting in front."""
    del name
    return SettingsError(what, hint=hint)


def read(text: str) -> tuple[CheckSettings, Style]:
    """Read settings as a project's file has them."""
    data: dict[str, Any] = tomllib.loads(text)
    checks = read_checks(data.get("checks", {}), fault)
    return checks, read_style(data.get("style", {}), checks.style, fault)


def test_nothing_is_said_of_style_by_default() -> None:
    """An empty file works, and leaves every point of policy to the article."""
    checks, style = read("")
    assert (checks.profile, checks.fail_on) == ((), "error")
    assert style == Style()


def test_the_houses_own_points_go_before_the_profiles() -> None:
    """What the house leaves out is the profile's."""
    _, style = read('checks.profile = ["newspaper", "ap"]\nstyle.ja.months = "か月"\nstyle.en.macrons = true')
    assert (style.months, style.latin_space, style.numerals, style.macrons) == ("か月", False, "words", True)


def test_every_point_is_a_field_of_the_style() -> None:
    """The table of the settings' names and the fields of a style agree, but for what both languages share."""
    fields = {field for points in POINTS.values() for field in points.values()}
    assert fields | {"keep", "rules"} == set(Style.__dataclass_fields__)


@pytest.mark.parametrize(("language", "name"), [(language, name) for language in POINTS for name in POINTS[language]])
def test_every_point_can_be_set(language: str, name: str) -> None:
    """To each of its choices, or to true and false."""
    field = POINTS[language][name]
    for choice in choices_of(field):
        assert getattr(read(f'style.{language}.{name} = "{choice}"')[1], field) == choice
    if not choices_of(field):
        assert getattr(read(f"style.{language}.{name} = true")[1], field) is True


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("checks.profil = 'jtf'", "unknown setting “checks.profil”; did you mean “checks.profile”?"),
        ("checks.profile = 'jft'", "“jft” is no choice for checks.profile; choose one of: jtf, newspaper"),
        ("checks.fail_on = 'bad'", "“bad” is no choice for checks.fail_on; choose one of: error, warning, note, never"),
        ("checks.fail_on = 1", "checks.fail_on must be a text in quotation marks"),
        ("checks.disable = 'joyo'", "checks.disable must be a list of texts"),
        ("checks.severity = 'error'", "checks.severity must be a table"),
        ("checks.severity.joyo = 'bad'", "“bad” is no choice for checks.severity"),
        ("checks.waivers = '../waivers.toml'", "checks.waivers leaves the project: ../waivers.toml"),
        ("checks.editor_url = 'javascript:alert(1)'", "checks.editor_url is no address"),
        ("style.fr.months = 'x'", "unknown setting “style.fr”"),
        ("style.ja = 'x'", "style.ja must be a table"),
        ("style.ja.month = 'か月'", "unknown setting “style.ja.month”; did you mean “style.ja.months”?"),
        ("style.ja.months = 'ヵ'", "“ヵ” is no choice for style.ja.months; choose one of"),
        ("style.ja.latin_space = 'no'", "style.ja.latin_space must be true or false"),
        ("[[checks.pattern]]\nname = 'a'", "a pattern of the house needs a name and a pattern"),
        ("[[checks.pattern]]\nname = 'a'\npattern = '('", "“(” is no pattern: missing )"),
        ("[[checks.pattern]]\nname = 'a'\npattern = 'b'\nlocale = 'fr'", "“fr” is no choice for checks.pattern.locale"),
        ("[[style.rules]]\nright = 'a'", "a rule of the house needs the wrong spelling"),
        ("[[style.rules]]\nwrongs = 'a'", "unknown setting “style.rules.wrongs”; did you mean “wrong”?"),
    ],
)
def test_what_is_wrong_is_said(text: str, says: str) -> None:
    """With the setting's name, and what could be meant."""
    with pytest.raises(SettingsError) as info:
        read(text)
    assert says in str(info.value)


def test_checks_are_switched_by_name_or_family() -> None:
    """A name goes before its family, to disable before to enable."""
    everything = {(check.family, check.name) for check in all_checks()}
    off = {(check.family, check.name) for check in all_checks() if not check.default}
    assert {(check.family, check.name) for check in chosen(CheckSettings())} == everything - off
    facts = {(family, name) for family, name in everything if family == "facts"}
    only = CheckSettings(disable=("facts",), enable=("number-changed",))
    running = {(check.family, check.name) for check in chosen(only)}
    assert running & facts == {("facts", "number-changed")}
    both = CheckSettings(disable=("number-changed",), enable=("number-changed",))
    assert "number-changed" not in {check.name for check in chosen(both)}
