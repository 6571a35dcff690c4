"""Reference links and footnotes in translations: a link stays a link, and what is lost is said."""

from __future__ import annotations

from pathlib import Path

import pyromark
import pytest

from taiyaku.formats import parse, write
from taiyaku.formats.markdown.events import OPTIONS
from taiyaku.formats.options import ReadOptions

_DEFINITIONS = "\n\n[city hall]: https://a.example\n[kiln]: https://b.example 'Title'\n\n[^n]: note\n"


def _written(source: str, translation: str) -> tuple[str, str, str]:
    """Return the first paragraph written, why it was refused, and what it lost ("" if nothing)."""
    document = parse(source + _DEFINITIONS, Path("a.md"), ReadOptions())
    written = write(document, {0: translation})
    refused, notice = written.refused.get(0), written.notices.get(0)
    text = written.source.removesuffix(_DEFINITIONS)
    return text, str(refused.what) if refused else "", str(notice.what) if notice else ""


@pytest.mark.parametrize(
    ("source", "translation", "written"),
    [
        ("At the [city hall].", "[市役所]で。", "[市役所][city hall]で。"),
        ("At the [city hall][].", "[市役所]で。", "[市役所][city hall]で。"),
        ("At the [city hall][].", "[市役所][]で。", "[市役所][city hall]で。"),
        ("At the [City  Hall].", "[市役所]で。", "[市役所][City Hall]で。"),
        ("At [it][city hall].", "[それ][city hall]で。", "[それ][city hall]で。"),
        ("At [it][city hall].", "[それ]で。", "[それ][city hall]で。"),
        ("[city hall] and [kiln]", "[市役所]と[kiln]", "[市役所][city hall]と[kiln]"),
        ("[city hall] and [kiln]", "[窯][kiln]と[市役所]", "[窯][kiln]と[市役所][city hall]"),
        ("[city hall]", "[CITY HALL]", "[CITY HALL]"),
        ("[city hall]", "[市役所](https://c.example)と[市役所]", "[市役所](https://c.example)と[市役所][city hall]"),
        ("See ![kiln] here", "ここの![窯]", "ここの![窯][kiln]"),
        ("![kiln]", "窯", "![窯][kiln]"),
        ("![kiln][]", "窯", "![窯][kiln]"),
        ("![it][kiln]", "窯", "![窯][kiln]"),
        ("![kiln](u)", "窯", "![窯](u)"),
    ],
)
def test_links_stay_links(source: str, translation: str, written: str) -> None:
    """A translated label is written out where there is no doubt which one is meant."""
    assert _written(source, translation) == (written, "", "")
    links = pyromark.html(source + _DEFINITIONS, options=OPTIONS).count('="https://')
    links += translation.count("c.example")
    assert pyromark.html(written + _DEFINITIONS, options=OPTIONS).count('="https://') == links


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("[city hall] and [kiln]", "[市役所]と[窯]", "the translation no longer links to [city hall], [kiln]"),
        ("[city hall]", "[市][役所]と[窯]", "the translation no longer links to [city hall]"),
    ],
)
def test_doubtful_ones_are_refused(source: str, translation: str, message: str) -> None:
    """Where more than one could be meant, the translator decides."""
    assert _written(source, translation) == (source, message, "")


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("[city hall]", "市役所", "the translation has no [city hall], which its source has"),
        ("[city hall]", "\\[市役所\\]", "the translation has no [city hall], which its source has"),
        ("[city hall][] and [kiln]", "[窯][kiln]", "the translation has no [city hall], which its source has"),
        ("word[^n]", "語", "the translation has no [^n], which its source has"),
        ("[kiln][^n]", "窯", "the translation has no [kiln], [^n], which its source has"),
    ],
)
def test_lost_ones_are_reported(source: str, translation: str, message: str) -> None:
    """A link may be left out on purpose: it is written, and said."""
    assert _written(source, translation) == (translation, "", message)


def test_nothing_is_said_of_what_was_not_written() -> None:
    """A refused translation has no notice."""
    assert _written("[city hall]", "市役所<script>")[2] == ""
