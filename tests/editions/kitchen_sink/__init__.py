"""One article with everything that an article may hold, in both languages: en.md, and ja.md passage by passage."""

from __future__ import annotations

from pathlib import Path

from taiyaku.formats import parse
from taiyaku.formats.options import ReadOptions

_FOLDER = Path(__file__).parent
LIGHTHOUSE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="520" viewBox="0 0 1200 520">'
    '<rect width="1200" height="520" fill="#f0b89a"/><path d="M0 300h1200v220H0z" fill="#35597a"/>'
    '<path d="M560 420l20-260h40l20 260z" fill="#fbf6ea"/><path d="M572 130h56v34h-56z" fill="#9a2a1f"/></svg>'
)
FILES: dict[str, str | bytes] = {"source_text/images/lighthouse.svg": LIGHTHOUSE, "source_text/sounds/bell.mp3": b"ID3"}
ARTICLE = (_FOLDER / "en.md").read_text("utf-8")


def translations() -> dict[str, str]:
    """Return the passages of the Japanese article by those of the English one."""
    texts = [
        [segment.text for segment in parse(path.read_text("utf-8"), path, ReadOptions(source_locale=locale)).segments]
        for locale in ("en", "ja")
        for path in [_FOLDER / f"{locale}.md"]
    ]
    return dict(zip(*texts, strict=True))
