"""Bitexts for tests: pairs of texts, as an article or as another project's catalog."""

from __future__ import annotations

from dataclasses import replace

from taiyaku.article.document import Segment
from taiyaku.catalog.message import Message
from taiyaku.checks.assemble import House, catalog_pairs
from taiyaku.checks.bitext import Bitext
from taiyaku.checks.check import Bad, Check, Family
from taiyaku.checks.finding import Finding, Mark, Side
from taiyaku.checks.settings import CheckSettings
from taiyaku.checks.style import Style
from taiyaku.errors import Phrase, Severity
from taiyaku.span import Span


def bitext(*messages: Message | tuple[str, str], settings: CheckSettings | None = None, article: bool = True) -> Bitext:
    """Return English texts and their Japanese translations as a bitext."""
    house = House(settings or CheckSettings(profile=()), Style())
    records = [one if isinstance(one, Message) else Message(*one) for one in messages]
    pairs = [
        replace(pair, segment=Segment(pair.source.text, Span(0, 0), "paragraph")) if article else pair
        for pair in catalog_pairs(records, ("en", "ja"), house)
    ]
    return Bitext(tuple(pairs), ("en", "ja"), None, None, house.settings, house.style)


def finding(check: str, *marks: tuple[Side, int, int], severity: Severity = "warning", pair: int = 0) -> Finding:
    """Return a finding that marks characters."""
    return Finding(check, severity, Phrase("found"), pair, tuple(Mark(*mark) for mark in marks), (str(marks),))


def saying(name: str, family: Family, *findings: Finding) -> Check:
    """Return a check that says what it is told."""
    return Check(name, family, "warning", Phrase("a test"), lambda _: iter(findings), (Bad("a", "b", "found"),))
