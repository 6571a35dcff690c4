"""`taiyaku.check`, for programs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import taiyaku
from taiyaku.termbase.file import parse_termbase

ARTICLE = "# Harbor opens\n\nThere were 1,860 guests.\n"
MESSAGES = (
    taiyaku.Message("Harbor opens", "港が開く", msgctxt="headline"),
    taiyaku.Message("There were 1,860 guests.", "客は1680人だった。"),
)


def test_an_article_and_its_catalog() -> None:
    """Findings with their places in the article."""
    document = taiyaku.parse(ARTICLE, Path("harbor.md"), taiyaku.ReadOptions())
    checked = taiyaku.check(document, taiyaku.Catalog("ja", (), MESSAGES), "ja")
    (found,) = checked.findings
    assert (found.severity, found.finding.check, str(found.finding.message)) == (
        "error",
        "number-changed",
        "“1,860” became “1680”",
    )
    assert (found.path, found.position) == (Path("harbor.md"), (3, 1))
    assert (checked.is_ready, checked.counts["error"], checked.slug) == (False, 1, "harbor")


def test_a_catalog_alone() -> None:
    """The other language is the original's."""
    (found,) = taiyaku.check(None, taiyaku.Catalog("ja", (), MESSAGES), "ja_JP").findings
    assert found.locales == ("en", "ja-JP")
    swapped = tuple(taiyaku.Message(message.msgstr, message.msgid) for message in MESSAGES)
    (found,) = taiyaku.check(None, taiyaku.Catalog("en", (), swapped), "en").findings
    assert found.locales == ("ja", "en")


def test_settings_and_termbase() -> None:
    """As a house has them."""
    catalog = taiyaku.Catalog("ja", (), MESSAGES)
    assert not taiyaku.check(None, catalog, "ja", settings=taiyaku.CheckSettings(disable=("facts",))).findings
    termbase = parse_termbase('[[entry]]\nen = "harbor"\nja = "波止場"\n', Path("t.toml"))
    checks = {found.finding.check for found in taiyaku.check(None, catalog, "ja", termbase=termbase).findings}
    assert "term-missing" in checks
    with pytest.raises(taiyaku.TaiyakuError, match="unknown locale"):
        taiyaku.check(None, catalog, "fr")


def test_importing_taiyaku_loads_no_check() -> None:
    """Nor a tokenizer; both come when they are first used."""
    code = "import sys, taiyaku; taiyaku.parse; taiyaku.Catalog; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not [name for name in done.stdout.split() if name.startswith(("fugashi", "taiyaku.checks"))]
