"""What is laid over a page, whatever the page is."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.preview.overlay import laid_over, with_preview

POLICIES = {
    "default-src 'none'; img-src *": {
        "default-src": ["'none'"],
        "img-src": ["*"],
        "script-src": ["HASH"],
        "style-src": ["'self'"],
        "connect-src": ["'self'"],
    },
    "default-src 'self'; script-src 'NONE'; Style-Src a.example 'self'": {
        "default-src": ["'self'"],
        "script-src": ["HASH"],
        "style-src": ["a.example", "'self'"],
        "connect-src": ["'self'"],
    },
    "script-src a.example; script-src *": {"script-src": ["a.example", "HASH"]},
    "img-src *": {"img-src": ["*"]},
    "": {},
}


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_allows_our_script_and_no_other(policy: str) -> None:
    """What a page forbids stays forbidden, but for the one script, our stylesheet and our news."""
    found = {}
    for part in re.sub(r"'sha256-[^']+'", "HASH", with_preview(policy)).split("; "):
        name, *sources = part.split() or [""]
        found[name] = sources
    found.pop("", None)
    assert found == POLICIES[policy]


@pytest.mark.parametrize(
    "meta",
    [
        """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">""",
        """<meta content="default-src 'none'" http-equiv='content-security-policy'>""",
        """<META HTTP-EQUIV=Content-Security-Policy CONTENT="default-src &#39;none&#39;">""",
    ],
)
def test_the_policy_is_found_however_it_is_written(meta: str) -> None:
    """A theme's page may write its policy in other ways than ours."""
    page = laid_over(f"<html><head>{meta}</head><body></body></html>", {})
    assert "script-src &#x27;sha256-" in page


@pytest.mark.parametrize(
    "page", ["<html><head></head><body><p>A</p></body></html>", "<!doctype html><p>A", "", "</body>"]
)
def test_any_page_will_do(page: str) -> None:
    """A page without head or body gets them at its end, so that its doctype stays first."""
    found = laid_over(page, {})
    assert found.startswith(page[:12])
    assert found.count('<link rel="stylesheet" href="/_preview/preview.css">') == 1
    assert found.count('id="taiyaku-preview-data"') == 1
    assert found.index("taiyaku-preview-data") < found.rindex("<script>")


@given(st.text() | st.sampled_from(["</script><script>alert(1)</script>", "<!--<script>", "]]>", "</body></head>"]))
def test_data_stays_data(text: str) -> None:
    """No text ends the block that it stands in, and all of it comes back."""
    page = laid_over("<html><head></head><body></body></html>", {"text": text})
    block = re.search(r'id="taiyaku-preview-data">(.*?)</script>', page, re.DOTALL)
    assert block is not None
    assert "<" not in block[1]
    assert json.loads(block[1]) == {"text": text}
