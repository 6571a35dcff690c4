"""docs/checks.md lists every check with its examples.

TAIYAKU_SAVE_GOLDEN=1 writes the list anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad
from taiyaku.checks.examples import example_findings
from taiyaku.checks.registry import FAMILIES, all_checks
from taiyaku.text.width import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.check import Check, Good

PAGE = Path(__file__).parents[2] / "docs/checks.md"
MARK = "make test ARGS=tests/checks/test_checks_page.py` writes this page. -->\n"


def section(check: Check) -> Iterator[str]:
    """Yield the lines of a check's section."""
    state = "" if check.default else ", off unless it is enabled"
    summary = str(check.summary).rstrip(".")
    yield f"#### {check.name}"
    yield f"{summary[0].upper()}{summary[1:]} ({check.severity}{state})."
    lines = [line for example in check.examples for line in told(check, example)]
    yield "\n".join(["~~~text", *lines, "~~~"])


def told(check: Check, example: Bad | Good) -> Iterator[str]:
    """Yield an example: what is found and how that is told, or why it is not."""
    bad = isinstance(example, Bad)
    texts = f"{example.source}\n{example.target}".replace("\n\n", "\n").split("\n")
    for number, line in enumerate(texts):
        yield f"{('✗' if bad else '✓') if number == 0 else ' '} {visible(line)}".rstrip()
    if isinstance(example, Bad):
        yield from (f"  → {visible(str(found.message))}" for found in example_findings(check, example, PAGE))
    else:
        yield f"  = {visible(example.why)}"


def test_every_check_is_documented() -> None:
    """The page has what the checks say of themselves."""
    blocks: list[str] = []
    for family in FAMILIES:
        checks = [check for check in all_checks() if check.family == family]
        if checks:
            blocks.append(f"### {family}")
            blocks.extend(block for check in checks for block in section(check))
    page = PAGE.read_text(encoding="utf-8")
    written = page.partition(MARK)[0]
    current = f"{written}{MARK}\n" + "\n\n".join(blocks) + "\n"
    if os.environ.get("TAIYAKU_SAVE_GOLDEN"):
        PAGE.write_text(current, encoding="utf-8")
        page = current
    assert MARK in page
    assert page == current, "run TAIYAKU_SAVE_GOLDEN=1 make test ARGS=tests/checks/test_checks_page.py"
