"""Tags, code and roles that the translation lost, and tags that are not closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.checks.check import Bad, Check, Good
from taiyaku.checks.markup.items import mismatches
from taiyaku.checks.translated import translated
from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taiyaku.checks.bitext import Bitext
    from taiyaku.checks.finding import Finding


def find(bitext: Bitext) -> Iterator[Finding]:
    """Find tags, code spans and roles that only one side has."""
    for index, pair in translated(bitext):
        if pair.source.markup or pair.target.markup:
            yield from mismatches(CHECK.name, "error", index, pair, ("tag",))
            yield from mismatches(CHECK.name, "warning", index, pair, ("code", "role"))


CHECK = Check(
    name="markup-mismatch",
    family="markup",
    severity="error",
    summary=Phrase("Tags or code of the source are missing in the translation."),
    find=find,
    examples=(
        Bad(
            'See <a href="https://example.org/bizen">the page</a>.',
            '<a href="https://example.org/bizen">ページを参照。',
            says="</a> of the source is missing",
        ),
        Bad(
            "Run `taiyaku check`.", "「たい焼きチェック」を実行する。", says="`taiyaku check` of the source is missing"
        ),
        Bad("改行<br>します。", "A line<br><br>breaks.", says="<br> is in the translation only"),
        Good("Run `a` and then `b`.", "`a`の後に`b`を実行する。", why="both are there"),
        Good(
            "Press <kbd>B</kbd> after <kbd>A</kbd>.", "<kbd>A</kbd>の次に<kbd>B</kbd>を押す。", why="order may change"
        ),
        Good("Photo by **Nagai**.", "写真は永井撮影。", why="emphasis is the language's own affair"),
        Good("It is true that a < b.", "a < bは正しい。", why="a sign is no tag"),
    ),
)
