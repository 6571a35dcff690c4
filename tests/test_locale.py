"""Locales."""

from __future__ import annotations

import datetime as dt

import pytest

from taiyaku.errors import UsageError
from taiyaku.locale import Locale
from taiyaku.messages import reader_language


@pytest.mark.parametrize(
    ("given", "tag"), [("ja", "ja"), ("EN_gb", "en-GB"), ("ja-jp", "ja-JP"), ("en-Latn-us", "en-Latn-US")]
)
def test_tags(given: str, tag: str) -> None:
    """Hyphen or underscore, any case."""
    assert Locale.parse(given).tag == tag


@pytest.mark.parametrize("given", ["", "fr", "../ja", "ja/x", "japanese", "ja-"])
def test_what_is_no_locale_of_ours(given: str) -> None:
    """A usage error, never a path."""
    with pytest.raises(UsageError):
        Locale.parse(given)


def test_words_come_from_cldr() -> None:
    """Names and dates as readers write them."""
    en, ja = Locale.parse("en"), Locale.parse("ja")
    day = dt.date(2024, 8, 8)
    assert (en.format_date(day), ja.format_date(day)) == ("August 8, 2024", "2024年8月8日")
    assert (ja.native_name(), en.name_in(ja), ja.name_in(en)) == ("日本語", "英語", "Japanese")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "ja:en"}, "ja"),
        ({"LANG": "C", "LANGUAGE": "ja"}, "en"),
        ({"LC_MESSAGES": "ja_JP"}, "ja"),
    ],
)
def test_the_readers_language(environment: dict[str, str], language: str) -> None:
    """By gettext's order of variables."""
    assert reader_language(environment) == language
