"""Readings on the pages: which, how often, and with a switch where there are any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.editions.site import SETTINGS, site_of, write

from taiyaku.errors import SettingsError, TermbaseError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.editions.site import Site

    Made = Callable[..., Site]

TERMBASE = """\
[[entry]]
kind = "person"
en = "Takeshi Yoshimura"
ja = { text = "吉村武司", reading = "よしむら たけし" }

[[entry]]
kind = "place"
en = "Bizen"
ja = { text = "備前市", reading = "びぜんし" }

[[entry]]
en = "friendship city"
ja = { text = "友好都市", reading = "ゆうこうとし" }
"""
ARTICLE = '# T\n\nOne.\n\nTwo.\n\n![A](a.svg "C")\n\nThree.\n'
TRANSLATIONS = {
    "T": "備前市の題",
    "One.": "備前市の吉村武司市長は計画を発表した。",
    "Two.": "{市場|いちば}の吉村市長と備前市の市場。",
    "A": "備前市",
    "C": "備前市の友好都市",
    "Three.": "友好都市の発表。",
}
PAGES = ("ja/harbor/index.html", "bilingual/harbor/index.html", "en/harbor/index.html")


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Return a function that builds the article with other settings, or another termbase."""

    def made(settings: str = "", termbase: str = TERMBASE, **others: str) -> Site:
        root = tmp_path / f"{len(list(tmp_path.iterdir()))}"
        write(root, {"locales/termbase.toml": termbase} if termbase else {"locales/readme.txt": ""})
        translations = {**TRANSLATIONS, **others}
        return site_of(root, {"harbor.md": ARTICLE}, translations, f"{SETTINGS}[editions]\n{settings}\n")

    return made


def shown(html: str) -> list[str]:
    """Return the passages of a page with their readings: [漢字|かんじ]."""
    html = html.replace("&#x2060;", "")
    html = re.sub(r"<ruby[^>]*>(.*?)<rp>（</rp><rt>(.*?)</rt><rp>）</rp></ruby>", r"[\1|\2]", html)
    assert "<rt" not in html
    main = html.partition("<main")[2]
    found = re.findall(r"<(?:h1|p|figcaption)[^>]*>(.*?)</(?:h1|p|figcaption)>", main, re.DOTALL)
    texts = [re.sub(r"<[^>]+>", "", text).strip() for text in found]
    return [text for text in texts if "市" in text or "発" in text]


def test_the_termbase_is_on_the_page(made: Made) -> None:
    """Each word the first time in the text: not in the headline, and what an author has read is his."""
    site = made()
    assert shown(site.text(PAGES[0])) == [
        "備前市の題",
        "[備前|びぜん][市|し]の[吉村|よしむら][武司|たけし]市長は計画を発表した。",
        "[市場|いちば]の吉村市長と備前市の市場。",
        "備前市の[友好|ゆうこう][都市|とし]",
        "友好都市の発表。",
    ]


def test_both_languages_have_the_same_readings(made: Made) -> None:
    """On the bilingual page, in its captions too."""
    html = made().text(PAGES[1])
    assert html.count("<rt>") == 7
    caption = re.search(r"<div[^>]*>(備前市の<wbr><ruby.*?)</div>", html)
    assert caption is not None
    assert "ゆうこう" in caption[1]


def test_readings_every_time(made: Made) -> None:
    """For learners."""
    texts = shown(made('furigana_repeat = "all"').text(PAGES[0]))
    assert texts[2] == "[市場|いちば]の[吉村|よしむら]市長と[備前|びぜん][市|し]の市場。"
    assert texts[3] == "[備前|びぜん][市|し]の[友好|ゆうこう][都市|とし]"


def test_the_dictionary_on_request(made: Made) -> None:
    """What it knows for sure; 市場 it does not."""
    texts = shown(made('furigana = "all"').text(PAGES[0]))
    assert texts[1].endswith("[市長|しちょう]は[計画|けいかく]を[発表|はっぴょう]した。")
    assert texts[2] == "[市場|いちば]の吉村市長と備前市の市場。"
    assert texts[4] == "友好都市の発表。"


def test_no_readings_but_those_that_are_written(made: Made) -> None:
    """The setting turns the rest off."""
    assert [text for text in shown(made('furigana = "off"').text(PAGES[0])) if "[" in text] == [
        "[市場|いちば]の吉村市長と備前市の市場。"
    ]


def test_the_switch_is_where_readings_are(made: Made) -> None:
    """A box with its label, ticked; none on a page without readings."""
    site = made()
    for place, count in zip(PAGES, (1, 1, 0), strict=True):
        boxes = [box.attributes for box in site.page(place).root.all("input", type="checkbox")]
        assert boxes == [{"type": "checkbox", "id": "furigana", "checked": ""}] * count
    bare = made('furigana = "off"', **{"Two.": "市場。"})
    assert all(not list(bare.page(place).root.all("input", type="checkbox")) for place in PAGES)


def test_no_other_edition_has_the_termbases_readings(made: Made) -> None:
    """Markdown and plain text are what translators wrote."""
    site = made()
    assert "よしむら" not in site.text("ja/harbor/index.md") + site.text("ja/harbor/index.txt")


def test_two_readings_of_one_name_are_none(made: Made) -> None:
    """Whose name it is, nobody can tell."""
    other = TERMBASE.replace("Takeshi", "Takeji").replace("たけし", "たけじ").partition("\n\n")[0]
    text = made(termbase=f"{TERMBASE}\n{other}\n").text(PAGES[0])
    assert "たけ" not in text
    assert "よしむら" in text  # of the family name alone, both say the same


def test_without_a_termbase(made: Made) -> None:
    """There is nothing to read, and nothing wrong."""
    assert "びぜん" not in made(termbase="").text(PAGES[0])


def test_a_broken_termbase_is_told(made: Made) -> None:
    """With its place, and nothing is built on a guess."""
    with pytest.raises(TermbaseError):
        made(termbase='[[entry]]\nja = { text = "備前市", reading = "<b>" }\n')


@pytest.mark.parametrize("setting", ['furigana = "unidic"', 'furigana_repeat = "last"'])
def test_settings_are_checked(made: Made, setting: str) -> None:
    """A wrong word is no silent default."""
    with pytest.raises(SettingsError):
        made(setting)
