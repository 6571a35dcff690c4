"""How articles are read: the settings that the formats need."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_METADATA = ("title", "short_title", "kicker", "deck", "description", "byline", "staff", "corrections.text")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """`source_locale` holds where the article does not say its own; `metadata` are the front-matter keys to translate.

    A dotted key (`image.alt`) reaches into a mapping. `math` reads `$...$` in Markdown as formulas. `dialects` are
    names of `formats.markdown.dialects.DIALECTS`.
    """

    source_locale: str = "en"
    metadata: tuple[str, ...] = DEFAULT_METADATA
    math: bool = False
    dialects: tuple[str, ...] = ()
