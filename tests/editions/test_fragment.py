"""The fragment: a body for a program with pages of its own, and what is to be known of it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.editions.harbor import ARTICLE, FILES, TRANSLATIONS
from tests.editions.html_page import dangers, faults
from tests.editions.site import SETTINGS, site_of, write

from taiyaku.editions.fragments import CLASSES, PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.editions.html_page import Page
    from tests.editions.site import Site

    SiteOf = Callable[..., Site]

BASE = "https://example.org/news/"
FRAGMENT = f'editions.formats = ["fragment"]\n{SETTINGS}'
FIELDS = """\
version slug lang title short_title deck byline staff description translator date modified image address alternates
original state untranslated approved provenance source_path source_sha256 files front_matter
"""


@pytest.fixture(scope="module")
def fragments(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the fragments of the harbor article, of a site that has an address."""
    root = tmp_path_factory.mktemp("fragments")
    write(root, FILES)
    article = ARTICLE.replace("date:", "image: images/boat.svg\ntags: [port, sea]\ndate:")
    return site_of(root, {"harbor.md": article}, TRANSLATIONS, f'base_url = "{BASE}"\n{FRAGMENT}')


@pytest.fixture(params=["en", "ja"])
def fragment(fragments: Site, request: pytest.FixtureRequest) -> Page:
    """Return the fragment in one language, then in the other."""
    return fragments.page(f"{request.param}/harbor/fragment.html")


def about(site: Site, locale: str) -> Any:
    """Return what is to be known of a fragment."""
    return json.loads(site.text(f"{locale}/harbor/fragment.json"))


def test_it_is_the_body_alone(fragment: Page) -> None:
    """No head, no headline: the program has its own."""
    assert not any(e.name in {"html", "head", "body", "h1", "meta", "link", "style"} for e in fragment.root.all())
    assert any(fragment.root.all("h2"))


def test_it_is_safe(fragment: Page) -> None:
    """As pages are."""
    assert dangers(fragment) == []
    assert [fault for fault in faults(fragment) if "h1" not in fault] == []


def test_classes_are_few_and_ours(fragment: Page) -> None:
    """Those that the docs list; only the language of code has no prefix."""
    classes = {name for element in fragment.root.all() for name in element.classes}
    assert classes - {"language-python"} <= {PREFIX + name for name in CLASSES}
    assert "language-python" in classes


def test_ids_are_the_fragments_own(fragments: Site) -> None:
    """All fragments can stand on one page: no id twice, and every link within leads somewhere in its own fragment."""
    taken: set[str] = set()
    for locale in ("en", "ja"):
        page = fragments.page(f"{locale}/harbor/fragment.html")
        ids = [e.attributes["id"] for e in page.root.all() if "id" in e.attributes]
        assert ids
        assert len(ids) == len(set(ids))
        assert taken.isdisjoint(ids)
        assert all(each.startswith(f"{locale}-harbor-") for each in ids)
        taken.update(ids)


def test_addresses(fragments: Site, site: SiteOf) -> None:
    """Absolute where the site has an address, else relative to the fragment; the JSON says which file each one is."""
    (crane,) = [
        e for e in fragments.page("ja/harbor/fragment.html").root.all("img") if e.attributes["alt"] == "クレーン"
    ]
    assert crane.attributes["src"] == f"{BASE}ja/harbor/images/crane.svg"
    assert {"address": crane.attributes["src"], "path": "ja/harbor/images/crane.svg"} in about(fragments, "ja")["files"]
    bare = site("![A](../taiyaku.toml)\n", settings=FRAGMENT)
    (image,) = bare.page("en/harbor/fragment.html").root.all("img")
    (file,) = about(bare, "en")["files"]
    assert file == {"address": image.attributes["src"], "path": "en/harbor/files/taiyaku.toml"}


def test_what_is_not_current_is_told_in_words(fragments: Site) -> None:
    """In the language of the edition."""
    marks = list(fragments.page("ja/harbor/fragment.html").root.all("small"))
    assert {"まだ翻訳されていません", "翻訳の後に原文が改められています"} == {mark.text for mark in marks}
    assert {mark.lang for mark in marks} == {"ja", ""}  # of the fragment itself nothing says the language


def test_metadata(fragments: Site) -> None:
    """What a program needs to make a post of it."""
    found = about(fragments, "ja")
    assert list(found) == FIELDS.split()
    source = (fragments.root / "source_text/harbor.md").read_bytes()
    assert found["source_sha256"] == hashlib.sha256(source).hexdigest()
    expected = {
        "version": 1,
        "slug": "harbor",
        "lang": "ja",
        "title": "港が開く",
        "deck": "二つの町が会う",
        "byline": "編集部",
        "description": "二つの港町が調印。",
        "translator": None,
        "date": "2026-04-01",
        "image": {"address": f"{BASE}ja/harbor/images/boat.svg", "alt": ""},
        "address": f"{BASE}ja/harbor/",
        "alternates": {"en": f"{BASE}en/harbor/", "ja": f"{BASE}ja/harbor/"},
        "original": {"lang": "en", "address": f"{BASE}en/harbor/"},
        "state": "not current",
        "untranslated": [],
        "source_path": "source_text/harbor.md",
    }
    assert {key: found[key] for key in expected} == expected
    assert found["front_matter"]["tags"] == ["port", "sea"]
    assert about(fragments, "en")["state"] == "original"


def test_untranslated_fields_are_named(site: SiteOf) -> None:
    """So that a program can say it, or wait."""
    built = site("---\ntitle: Harbor\ndeck: Two towns\n---\n\nText.\n", {"Harbor": "港"}, FRAGMENT)
    found = about(built, "ja")
    assert (found["title"], found["deck"], found["untranslated"]) == ("港", "Two towns", ["deck"])
    assert (found["date"], found["address"], found["alternates"]) == (None, None, {})


def test_a_finished_translation_is_current(site: SiteOf) -> None:
    """And says whose it is."""
    built = site("# Harbor\n\nText.\n", {"Harbor": "港", "Text.": "文。"}, FRAGMENT)
    assert about(built, "ja")["state"] == "current"
    assert built.text("ja/harbor/fragment.html") == "<p>文。</p>\n"


def test_the_docs_tell_of_every_field(fragments: Site, request: pytest.FixtureRequest) -> None:
    """All of the JSON, in its order, and nothing else."""
    docs = (request.config.rootpath / "docs/api.md").read_text(encoding="utf-8")
    section = docs.partition("### fragment.json")[2].partition("###")[0]
    told = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert told == list(about(fragments, "ja"))


def test_the_docs_list_the_classes(request: pytest.FixtureRequest) -> None:
    """All that there can be."""
    docs = (request.config.rootpath / "docs/publishers.md").read_text(encoding="utf-8")
    assert {PREFIX + name for name in CLASSES} == set(re.findall(rf"`({PREFIX}[a-z-]+)`", docs))
