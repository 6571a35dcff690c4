"""The browser that other tests judge by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser import Browser, PageError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_page_is_opened_measured_and_pictured(browser: Browser, tmp_path: Path) -> None:
    """Widths, dark mode, clicks and scripts are those of a real browser."""
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><style>@media (prefers-color-scheme: dark) { body { color: white } }</style>"
        "<button onclick='document.title = \"clicked\"'>Press</button>"
    )
    with browser.tab(390) as tab:
        tab.open(page)
        assert tab.run("innerWidth") == 390
        assert tab.run("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        tab.view(1280, dark=True)
        assert tab.run("getComputedStyle(document.body).color") == "rgb(255, 255, 255)"
        tab.click("button")
        tab.wait("document.title == 'clicked'")
        assert tab.picture().startswith(b"\x89PNG")
        assert tab.pdf().startswith(b"%PDF")
        assert tab.requests == [page.as_uri()]
        with pytest.raises(PageError, match="ReferenceError"):
            tab.run("no_such_name")
