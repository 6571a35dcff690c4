"""What a preview lays over a page: a stylesheet, what it knows of the passages, and the one script that may run."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ASSETS = Path(__file__).parent / "assets"
STYLES = (ASSETS / "preview.css").read_bytes()
SCRIPT = (ASSETS / "preview.js").read_text("utf-8")
STYLESHEET = "/_preview/preview.css"

_HASH = f"'sha256-{b64encode(sha256(SCRIPT.encode()).digest()).decode()}'"
_ALLOWED = {"script-src": _HASH, "style-src": "'self'", "connect-src": "'self'"}
_META = re.compile(r"<meta\b(?=[^>]*\bhttp-equiv=[\"']?content-security-policy\b)[^>]*>", re.IGNORECASE)
_CONTENT = re.compile(r"\bcontent=(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_END_OF_HEAD = re.compile(r"</head\s*>", re.IGNORECASE)
_END_OF_BODY = re.compile(r"</body\s*>(?!.*</body)", re.IGNORECASE | re.DOTALL)


def laid_over(page: str, data: Mapping[str, object]) -> str:
    """Return a page with the preview's stylesheet, script and `data`, which its own policy now allows besides.

    Any theme will do: nothing is asked of the page but that it is HTML.
    """
    page = _META.sub(lambda meta: _CONTENT.sub(_amended, meta[0]), page)
    styles = f'<link rel="stylesheet" href="{STYLESHEET}">\n'
    script = _data(data) + f"<script>{SCRIPT}</script>\n"
    head, body = _END_OF_HEAD.search(page), _END_OF_BODY.search(page)
    start, end = (head.start(), body.start()) if head and body else (len(page), len(page))
    return page[:start] + styles + page[start:end] + script + page[end:]


def _data(data: Mapping[str, object]) -> str:
    """Return a block of data, which is no script and which nothing in it ends."""
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="taiyaku-preview-data">{text}</script>\n'


def _amended(content: re.Match[str]) -> str:
    return f'content="{escape(with_preview(unescape(content[1][1:-1])))}"'


def with_preview(policy: str) -> str:
    """Return a Content Security Policy that allows what a preview needs, and else no more than it did."""
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)  # of two the first counts
    for name, source in _ALLOWED.items():
        present = directives.get(name, directives.get("default-src"))
        if present is not None:  # else anything is allowed as it is
            directives[name] = [*(one for one in present if one.lower() not in {"'none'", source}), source]
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())
