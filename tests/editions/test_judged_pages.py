"""Every page, judged by others: axe-core in a browser, and the Nu HTML checker."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.editions.served import served
from tests.judges import judge, node_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser
    from tests.editions.site import Site

_VIEWS = ((1280, False), (390, True))  # width, dark
_AXE = """
axe.run({resultTypes: ["violations"]}).then(({violations}) =>
  violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`)))
"""


@pytest.fixture(params=["kitchen_sink", "harbor", "demo"])
def judged(request: pytest.FixtureRequest) -> Path:
    """Return the output folder of each site in turn: all that can be in an article, all states of it, the demo."""
    site: Site = request.getfixturevalue(request.param)
    return site.root / "build"


def test_axe_finds_no_violation(judged: Path, browser: Browser) -> None:
    """Light on a desk, dark on a phone: names, roles, contrast, order, language."""
    axe = node_file("axe-core/axe.min.js").read_text("utf-8")
    found = []
    with served(judged) as addresses, browser.tab() as tab:
        for place, address in addresses.items():
            for width, dark in _VIEWS:
                tab.view(width, dark=dark)
                tab.open(address)
                tab.run(f"{axe}; 0")
                found += [f"{place}, {width}: {violation}" for violation in tab.run(_AXE)]
    assert found == []


def test_axe_would_find_one(browser: Browser, tmp_path: Path) -> None:
    """The judge is awake."""
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>T</title><main><h1>T</h1><img src="a.svg"></main>', "utf-8")
    with browser.tab() as tab:
        tab.open(page)
        tab.run(f"{node_file('axe-core/axe.min.js').read_text('utf-8')}; 0")
        assert any(violation.startswith("image-alt") for violation in tab.run(_AXE))


def test_the_nu_checker_finds_no_error(judged: Path) -> None:
    """Every page is valid HTML."""
    jar = node_file("vnu-jar/build/dist/vnu.jar")
    command = [judge("java"), "-jar", str(jar), "--errors-only", "--stdout", "--skip-non-html", str(judged)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (0, "")
