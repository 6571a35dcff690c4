"""taiyaku's own messages: everything that the program says can be said in Japanese."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from string import Formatter

import click
import polib
import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from tests.judges import judge

from taiyaku.checks.check import Good
from taiyaku.checks.registry import all_checks

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "taiyaku"
CATALOG = SOURCES / "locales" / "ja" / "LC_MESSAGES" / "taiyaku.po"
CLICK = "8.5."
"""The click whose messages the catalog holds; `make messages` brings it up to date with the one installed."""

_PERCENT = re.compile(r"%(?:\(\w+\))?[a-z]")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
_SPACE_BESIDE_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠、。「」（）][ ]+[A-Za-z0-9]|[A-Za-z0-9][ ]+[ぁ-んァ-ヶ一-龠]")


@cache
def extracted(folder: Path) -> frozenset[str]:
    """Return the ids of the messages in a folder's sources, as `make messages` finds them."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]["mappings"]
    found = extract_from_dir(
        folder,
        method_map=[(mapping["pattern"], mapping["method"]) for mapping in mappings],
        keywords={**DEFAULT_KEYWORDS, "Phrase": None, "Good": (3,)},
    )
    return frozenset(ids if isinstance(ids, str) else ids[0] for _, _, ids, _, _ in found if ids)


@cache
def catalog() -> polib.POFile:
    """Return the Japanese catalog, read by a program that is not ours."""
    return polib.pofile(str(CATALOG))


def placeholders(text: str) -> set[str]:
    """Return the places in a message that are filled in: `{name}`, `%(name)s`."""
    named = set(_PERCENT.findall(text))
    if named:
        return named
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def run(*arguments: str, folder: Path, language: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a reader of a language would."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-c", "from taiyaku.cli import main; main()", *arguments],
        cwd=folder,
        env=kept | {"LANG": language, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_message_is_translated() -> None:
    """Every message of the program and of its pages has a Japanese translation."""
    translated = {entry.msgid for entry in catalog() if entry.translated()}
    assert extracted(SOURCES) - translated == set(), "run `make messages` and translate them"


@pytest.mark.skipif(not version("click").startswith(CLICK), reason="the catalog holds the messages of another click")
def test_every_message_of_click_is_translated() -> None:
    """The words that click adds (Usage, Options, errors) are in the catalog, and nothing is that nobody says."""
    said = extracted(SOURCES) | extracted(Path(click.__path__[0]))
    translated = {entry.msgid for entry in catalog() if entry.translated()}
    assert said - translated == set(), "run `make messages` and translate them"
    assert translated - said == set(), "run `make messages`"


def test_nothing_is_fuzzy_or_obsolete() -> None:
    """The catalog is finished: no translation waits for a person, none is kept that nothing uses."""
    assert [entry.msgid for entry in catalog() if entry.fuzzy or entry.obsolete] == []


def test_babel_sees_what_python_sees() -> None:
    """No message hides in an f-string, where the extraction of some Python versions does not look."""
    called = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "Phrase"}:
                called |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)}
    assert called - extracted(SOURCES) == set()


def test_phrases_are_written_where_they_are_made() -> None:
    """No phrase is taken from a variable, where the extraction cannot see it; but those that a cache kept."""
    hidden = [
        f"{path.relative_to(SOURCES).as_posix()}:{node.lineno}"
        for path in SOURCES.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Phrase"
        and not (node.args and isinstance(node.args[0], ast.Constant))
    ]
    assert [place for place in hidden if not place.startswith("cache.py:")] == []


def test_the_near_misses_of_checks_are_messages() -> None:
    """What `taiyaku explain` says of texts in which nothing is found is translated, too."""
    whys = {example.why for check in all_checks() for example in check.examples if isinstance(example, Good)}
    assert whys - extracted(SOURCES) == set()


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.msgid[:40]) for entry in catalog()])
def test_placeholders_are_kept(entry: polib.POEntry) -> None:
    """A translation fills in what its message fills in."""
    wanted = placeholders(entry.msgid_plural or entry.msgid)
    for text in [entry.msgstr, *entry.msgstr_plural.values()]:
        assert not text or placeholders(text) == wanted


def test_no_space_between_japanese_and_latin() -> None:
    """Japanese text sets Latin words without typed spaces; examples of commands and paths are no text."""
    odd = [
        entry.msgstr
        for entry in catalog()
        if _JAPANESE.search(entry.msgstr)
        and _SPACE_BESIDE_JAPANESE.search(re.sub(r"`[^`]*`|<!--.*?-->", "", entry.msgstr))
    ]
    assert odd == []


def test_the_file_is_unwrapped() -> None:
    """The catalog is written as gettext's own tools write it unwrapped."""
    same = subprocess.run([judge("msgcat"), "--no-wrap", str(CATALOG)], capture_output=True, check=True).stdout
    assert same == CATALOG.read_bytes()


def test_the_compiled_catalog_is_current() -> None:
    """What runs is what was translated; if not, install again: the .mo is made then."""
    with CATALOG.with_suffix(".mo").open("rb") as file:
        compiled = {message.id if isinstance(message.id, str) else message.id[0] for message in read_mo(file)}
    assert {entry.msgid for entry in catalog()} <= compiled


@pytest.mark.parametrize(
    ("arguments", "english", "japanese"),
    [
        (("--help",), "Usage: taiyaku", "使い方: taiyaku"),
        (("update", "--help"), "Show this message and exit.", "このヘルプを表示します。"),
        (("init", "--dry-run"), "would make", "作る予定です"),
        ((), "There is no project here.", "ここにはプロジェクトがありません。"),
        (("explain",), "\nfacts\n", "\nfacts（数字・日付）\n"),
        (("explain", "calendar"), "Severity: error", "重要度: エラー"),
        (
            ("explain", "calendar"),
            "by the calendar, “2024年8月8日（金）” is a Thursday",
            "「2024年8月8日（金）」は、暦の上では木曜日です",
        ),
        (("explain", "calendar"), "Not found: the year is not known", "指摘されない例: 年が分からない"),
    ],
)
def test_output_is_in_the_readers_language(
    tmp_path: Path, arguments: tuple[str, ...], english: str, japanese: str
) -> None:
    """Help and results speak Japanese to Japanese readers, English to all others."""
    assert english in run(*arguments, folder=tmp_path, language="C").stdout
    assert english in run(*arguments, folder=tmp_path, language="fr_FR.UTF-8").stdout
    assert japanese in run(*arguments, folder=tmp_path, language="ja_JP.UTF-8").stdout


@pytest.mark.parametrize(
    ("arguments", "english", "japanese"),
    [
        (
            ("bild",),
            "no command “bild”; did you mean “build”?",
            "コマンド「bild」はありません。もしかして「build」ですか？",
        ),
        (("status", "--nothing"), "No such option", "オプション'--nothing'はありません。"),
        (("status",), "no project here", "ここにはプロジェクトがありません"),
        (("init", "file"), "is not a folder", "fileはフォルダーではありません"),
    ],
)
def test_errors_are_in_the_readers_language(
    tmp_path: Path, arguments: tuple[str, ...], english: str, japanese: str
) -> None:
    """Errors, click's among them, do as well; the exit code is the same."""
    (tmp_path / "file").touch()
    in_english = run(*arguments, folder=tmp_path, language="C")
    in_japanese = run(*arguments, folder=tmp_path, language="ja_JP.UTF-8")
    assert english in in_english.stderr
    assert japanese in in_japanese.stderr
    assert in_english.returncode == in_japanese.returncode == 2
