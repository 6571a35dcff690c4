"""The docs cannot lag: every command, setting and public name is described, and what can be generated is.

TAIYAKU_SAVE_GOLDEN=1 writes the commands' help into docs/commands.md anew.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import taiyaku
from taiyaku.checks.settings import POINTS, CheckSettings, choices_of
from taiyaku.checks.style import PROFILES
from taiyaku.cli import COMMANDS
from taiyaku.project.settings import (
    EditionSettings,
    MarkdownSettings,
    MemorySettings,
    Settings,
    SiteSettings,
    load_settings,
)

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DOCS = Path(__file__).parents[1] / "docs"
TABLES = {
    "site": SiteSettings,
    "editions": EditionSettings,
    "markdown": MarkdownSettings,
    "memory": MemorySettings,
    "checks": CheckSettings,
}
_HELP = re.compile(r"```text\n\$ taiyaku ?(?P<command>[\w-]*) --help\n.*?```", re.DOTALL)
_SECTION = re.compile(r"^### `(?P<name>[\w.]+)`\n\n(?P<kind>[^\n]*)\. Default: `(?P<default>[^\n]*)`$", re.MULTILINE)


def read(name: str) -> str:
    """Return a page of the docs."""
    return (DOCS / name).read_text(encoding="utf-8")


def help_of(command: str) -> str:
    """Return a command's help, or the program's, as it is printed on a terminal of 80 columns."""
    arguments = [command, "--help"] if command else ["--help"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    result = subprocess.run(
        [sys.executable, "-c", "from taiyaku.cli import main; main()", *arguments],
        env=environment | {"COLUMNS": "80", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return f"```text\n$ {' '.join(['taiyaku', *arguments])}\n{result.stdout.rstrip()}\n```"


def settings() -> dict[str, Any]:
    """Return the settings by their full names, with their defaults."""
    defaults = Settings()
    named: dict[str, Any] = {
        f.name: getattr(defaults, f.name) for f in fields(Settings) if f.name not in {*TABLES, "style"}
    }
    for table, kind in TABLES.items():
        named |= {f"{table}.{f.name}": getattr(getattr(defaults, table), f.name) for f in fields(kind)}
    return named


def test_help_is_current() -> None:
    """docs/commands.md shows what the commands' own help says."""
    page = read("commands.md")
    current = _HELP.sub(lambda match: help_of(match["command"]), page)
    if os.environ.get("TAIYAKU_SAVE_GOLDEN"):
        (DOCS / "commands.md").write_text(current, encoding="utf-8")
    assert page == current, "run TAIYAKU_SAVE_GOLDEN=1 make test ARGS=tests/test_docs.py"


def test_every_command_is_documented() -> None:
    """Every command has a heading, its help and an example."""
    page = read("commands.md")
    assert [match["command"] for match in _HELP.finditer(page)] == ["", *COMMANDS]
    for command in COMMANDS:
        assert f"\n## taiyaku {command}\n" in page
        assert f"\ntaiyaku {command}" in page


def test_every_exit_code_is_documented() -> None:
    """The table of exit codes has those that the program uses."""
    assert re.findall(r"^\| (\d) \|", read("commands.md"), re.MULTILINE) == ["0", "1", "2", "3"]


def test_every_setting_is_documented() -> None:
    """docs/settings.md has a section on each setting, and no other, with its default."""
    documented = {match["name"]: match["default"] for match in _SECTION.finditer(read("settings.md"))}
    assert documented == {name: json.dumps(default) for name, default in settings().items()}


def test_the_complete_settings_file_is_one(tmp_path: Path) -> None:
    """The example in docs/settings.md can be read, and sets everything there is."""
    example = read("settings.md").split("```toml\n")[1].split("```")[0]
    path = tmp_path / "taiyaku.toml"
    path.write_text(example, encoding="utf-8")
    load_settings(path)
    names = re.findall(r"^(\w+) =", example.partition("\n[[")[0], re.MULTILINE)
    wanted = {name.rpartition(".")[2] for name in settings()} - {"title", "pattern"} | {"en", "ja"}
    assert sorted(names) == sorted(wanted)


def points() -> list[str]:
    """Return the rows of the table of points of policy."""
    rows = []
    for language, names in POINTS.items():
        for name, field in names.items():
            choices = ", ".join(f'`"{choice}"`' for choice in choices_of(field) if choice) or "`true`, `false`"
            profiles = [
                json.dumps(getattr(PROFILES[profile], field), ensure_ascii=False) for profile in PROFILES if profile
            ]
            says = " | ".join("" if value in {'""', "null"} else f"`{value}`" for value in profiles)
            rows.append(
                f"| `style.{language}.{name}` | {choices} | {says} |".replace("|  |", "| |").replace("|  |", "| |")
            )
    return rows


def test_every_point_of_policy_is_documented() -> None:
    """docs/settings.md has a row for each, with what it may be and what the profiles say."""
    page = read("settings.md")
    if os.environ.get("TAIYAKU_SAVE_GOLDEN"):
        head, rule, rest = page.partition("| --- | --- | --- | --- | --- | --- |\n")
        page = head + rule + "\n".join(points()) + "\n\n" + rest.partition("\n\n")[2]
        (DOCS / "settings.md").write_text(page, encoding="utf-8")
    assert re.findall(r"^\| `style\..*", page, re.MULTILINE) == points()


def test_every_public_name_is_documented() -> None:
    """docs/api.md has a line for each public name, and for no other."""
    table = read("api.md").partition("## Segment keys")[0]
    names = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert names | {"__version__"} == set(dir(taiyaku))
    assert "`taiyaku.__version__`" in table


def paths_of(value: object, prefix: str = "") -> set[str]:
    """Return the paths of the fields in a JSON value, as docs/api.md writes them; maps by data are left closed."""
    if isinstance(value, list):
        return {path for item in value for path in paths_of(item, f"{prefix}[]")}
    if not isinstance(value, dict) or prefix.endswith(("by_state", "partners")):
        return {prefix} if prefix and not prefix.endswith("]") else set()
    below = {path for name, item in value.items() for path in paths_of(item, f"{prefix}.{name}" if prefix else name)}
    names = {f"{prefix}.{name}" if prefix else name for name in value}
    return below | names


@pytest.mark.parametrize("command", ["status", "build"])
def test_every_field_of_the_json_is_documented(newsroom: Newsroom, command: str) -> None:
    """docs/api.md describes each field that `status` and `build` print, and no other."""
    newsroom.write("source_text/a.md", "# A\n\nText.\n")
    newsroom.write("source_text/broken.md", "---\ntitle: x\n")
    newsroom.run("update")
    newsroom.write("locales/gone.pot", "")
    newsroom.run("check")
    newsroom.run("approve", "a", "--by", "Desk", "--force", "--note", "none of it is translated")
    printed = json.loads(newsroom.run(command, "--format", "json").stdout)
    section = read("api.md").partition(f"### `taiyaku {command} --format json`")[2].partition("###")[0]
    section += read("api.md").partition("### Problems")[2]
    assert set(re.findall(r"^\| `([\w.\[\]]+)` \|", section, re.MULTILINE)) == paths_of(printed)


def test_the_example_in_python_runs(newsroom: Newsroom) -> None:
    """The program in docs/api.md does what it says."""
    newsroom.write("source_text/harbor.md", "# Harbor opens\n\nThe harbor opened.\n")
    newsroom.run("update")
    newsroom.translate("harbor", {"The harbor opened.": "港が開いた。"})
    example = read("api.md").split("```python\n")[1].split("```")[0]
    result = subprocess.run([sys.executable, "-"], input=example, capture_output=True, encoding="utf-8", check=False)
    assert result.stderr == ""
    assert "paragraph The harbor opened." in result.stdout
    assert "港が開いた。" in result.stdout
