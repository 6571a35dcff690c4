"""Markdown for programs that make sites: its files, its front matter, its addresses, and Hugo's own word on it."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
import yaml
from tests.editions.html_page import Page
from tests.editions.site import SETTINGS, Site, site_of, write
from tests.judges import judge

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://example.org/news/"
HARBOR = """\
---
# The desk's own remarks stay.
title: "Harbor opens"
deck: Two towns meet
weight:   007  # not a number to us
tags: [port,   sea]
draft: false
aliases:
  - /old/
---

The harbor opened. See [the boat](fleet/boat.md#bow "Boat") and [the rules](../taiyaku.toml).

<!-- taiyaku: note: for the translator -->

![A crane][crane]

![A boat](images/boat.svg "The boat lies here")

{{< figure src="images/crane.svg" caption="The crane" >}}

`[code](fleet/boat.md)`

[crane]: images/crane.svg
"""
BOAT = "# The boat\n\nBack to [the harbor](../harbor.md).\n"
FILES = {f"source_text/images/{name}.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>" for name in ("crane", "boat")}
DONE = {
    "Harbor opens": "港が開く: 「祝」",
    "Two towns meet": "二つの町",
    'The harbor opened. See [the boat](fleet/boat.md#bow "Boat") and [the rules](../taiyaku.toml).': (
        '港が開いた。[船](fleet/boat.md#bow "船")と[決まり](../taiyaku.toml)。'
    ),
    "A crane": "クレーン",
    "The crane": "港のクレーン",
    "The boat": "船",
    "A boat": "小舟",
    "The boat lies here": "港の小舟",
}


def settings(layout: str, more: str = "") -> str:
    """Return the settings of a project with a layout."""
    head = f'base_url = "{BASE}"\neditions.formats = ["markdown"]\neditions.markdown_layout = "{layout}"\n{more}'
    return f'{head}\nmarkdown.dialects = ["hugo"]\n{SETTINGS}'


def built(root: Path, layout: str, more: str = "") -> Site:
    """Return the two articles in a layout."""
    write(root, FILES)
    return site_of(root, {"harbor.md": HARBOR, "fleet/boat.md": BOAT}, DONE, settings(layout, more))


@pytest.fixture(scope="module")
def suffix(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the articles named as Hugo names translations."""
    return built(tmp_path_factory.mktemp("suffix"), "suffix")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the articles in a folder for each language."""
    return built(tmp_path_factory.mktemp("folders"), "folders")


def content(site: Site) -> list[str]:
    """Return the files of a layout."""
    output = site.root / "build"
    found = [*output.glob("content/**/*"), *output.glob("static/**/*")]
    return sorted(path.relative_to(output).as_posix() for path in found if path.is_file())


def front(text: str) -> dict[str, object]:
    """Return the front matter as another reader of YAML has it."""
    found = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def test_files(suffix: Site, folders: Site) -> None:
    """Named as the layout says, images where its addresses lead."""
    assert content(suffix) == [
        "content/fleet-boat.en.md",
        "content/fleet-boat.ja.md",
        "content/harbor.en.md",
        "content/harbor.ja.md",
        "static/harbor/files/taiyaku.toml",
        "static/harbor/images/boat.svg",
        "static/harbor/images/crane.svg",
    ]
    assert content(folders) == [
        "content/en/fleet-boat.md",
        "content/en/harbor.md",
        "content/en/harbor/files/taiyaku.toml",
        "content/en/harbor/images/boat.svg",
        "content/en/harbor/images/crane.svg",
        "content/ja/fleet-boat.md",
        "content/ja/harbor.md",
        "content/ja/harbor/files/taiyaku.toml",
        "content/ja/harbor/images/boat.svg",
        "content/ja/harbor/images/crane.svg",
    ]


WHOLE = """\
---
# The desk's own remarks stay.
title: "港が開く: 「祝」"
deck: 二つの町
weight:   007  # not a number to us
tags: [port,   sea]
draft: false
aliases:
  - /old/
description: 二つの町
lang: ja
translationKey: harbor
original: https://example.org/news/en/harbor/
---

港が開いた。[船](../fleet-boat/#bow "船")と[決まり](/news/harbor/files/taiyaku.toml)。

![クレーン][crane]

![小舟](/news/harbor/images/boat.svg "港の小舟")

{{< figure src="images/crane.svg" caption="港のクレーン" >}}

`[code](fleet/boat.md)`

[crane]: /news/harbor/images/crane.svg
"""


def test_the_whole_of_a_file(suffix: Site) -> None:
    """What was not translated and is no address stays to the byte; the directive is gone, code and tags are not."""
    assert suffix.text("content/harbor.ja.md") == WHOLE


def test_what_is_not_finished_is_a_draft(tmp_path: Path) -> None:
    """Whatever the original says of itself."""
    write(tmp_path, FILES)
    half = {key: text for key, text in DONE.items() if key != "Two towns meet"}
    site = site_of(tmp_path, {"harbor.md": HARBOR}, half, settings("suffix"))
    assert "\ndraft: true\naliases:" in site.text("content/harbor.ja.md")
    assert "\ndraft: false\naliases:" in site.text("content/harbor.en.md")


def test_addresses_in_folders(folders: Site) -> None:
    """They count from the file, as MkDocs, Astro and others want them."""
    text = folders.text("content/en/harbor.md")
    assert '[the boat](fleet-boat.md#bow "Boat") and [the rules](harbor/files/taiyaku.toml)' in text
    assert "[crane]: harbor/images/crane.svg" in text
    assert "[the harbor](harbor.md)" in folders.text("content/ja/fleet-boat.md")


def test_front_matter(suffix: Site) -> None:
    """What a program needs and the author did not write; an original is no draft, an unfinished translation is."""
    assert front(suffix.text("content/fleet-boat.en.md")) == {
        "title": "The boat",
        "lang": "en",
        "translationKey": "fleet-boat",
    }
    assert front(suffix.text("content/fleet-boat.ja.md")) == {
        "title": "船",
        "lang": "ja",
        "translationKey": "fleet-boat",
        "original": f"{BASE}en/fleet-boat/",
        "draft": True,
    }
    assert front(suffix.text("content/harbor.en.md"))["draft"] is False


def test_directives_may_stay(tmp_path: Path) -> None:
    """By a setting; in the page's own layout they always do."""
    note = "<!-- taiyaku: note: for the translator -->"
    kept = built(tmp_path / "a", "folders", 'editions.markdown_directives = "keep"')
    assert note in kept.text("content/ja/harbor.md")
    page = built(tmp_path / "b", "page")
    assert page.text("en/harbor/index.md") == HARBOR


@pytest.mark.parametrize("name", ["markdown_layout", "markdown_directives"])
def test_an_unknown_choice_is_told(tmp_path: Path, name: str) -> None:
    """With its line, and what can be chosen."""
    from taiyaku.errors import SettingsError

    with pytest.raises(SettingsError, match=f"taiyaku.toml:2:.*editions.{name}"):
        site_of(tmp_path, {"a.md": "# A\n"}, {}, f'[editions]\n{name} = "other"\n')


# Hugo


HUGO = """\
baseURL = "https://example.org/news/"
defaultContentLanguage = "en"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[languages.en]
weight = 1
{en}
[languages.ja]
weight = 2
{ja}
"""
SINGLE = """\
<!doctype html>
<html lang="{{ .Lang }}">
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
{{ range .Translations }}<link rel="alternate" hreflang="{{ .Lang }}" href="{{ .RelPermalink }}">{{ end }}
<main>{{ .Content }}</main>
</html>
"""


def hugo(site: Site, root: Path, folders: dict[str, str]) -> Path:
    """Let Hugo make a site of the articles, drafts included; return its folder."""
    program = judge("hugo")
    config = HUGO.format(**{locale: f'contentDir = "{folder}"' if folder else "" for locale, folder in folders.items()})
    write(root, {"config.toml": config, "layouts/_default/single.html": SINGLE, "layouts/_default/list.html": "list"})
    write(root, {"layouts/shortcodes/figure.html": "<img src='{{ .Get `src` }}'>{{ .Get `caption` }}"})
    for name in ("content", "static"):
        if (site.root / "build" / name).is_dir():
            shutil.copytree(site.root / "build" / name, root / name)
    flags = ["--source", root.as_posix(), "--buildDrafts", "--destination", (root / "public").as_posix()]
    run = subprocess.run([program, *flags], capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "WARN" not in run.stdout + run.stderr
    return root / "public"


def test_hugo_makes_a_site_of_it(suffix: Site, tmp_path: Path) -> None:
    """Titles, descriptions, languages and translations are what the front matter says, and every image is there."""
    public = hugo(suffix, tmp_path, {"en": "", "ja": ""})
    for locale, place, other in (("en", "harbor", "/news/ja/harbor/"), ("ja", "ja/harbor", "/news/harbor/")):
        text = (public / place / "index.html").read_text(encoding="utf-8")
        page = Page(text)
        assert page.root.one("html").attributes["lang"] == locale
        assert page.root.one("title").text == ("港が開く: 「祝」" if locale == "ja" else "Harbor opens")
        description = page.root.one("meta", name="description").attributes["content"]
        assert description == ("二つの町" if locale == "ja" else "Two towns meet")
        assert [link.attributes["href"] for link in page.root.all("link")] == [other]
        images = re.findall(r'src="?(/news/[^" >]+)', text)
        assert images == [f"/news/harbor/images/{name}.svg" for name in ("crane", "boat")]
        assert all((public / image.removeprefix("/news/")).is_file() for image in images)
        boat = next(link.attributes["href"] for link in page.root.all("a") if "boat" in link.attributes["href"])
        assert (public / place / boat.partition("#")[0] / "index.html").is_file()
        assert "raw HTML omitted" not in text


def test_hugo_makes_a_site_of_folders(folders: Site, tmp_path: Path) -> None:
    """With a folder of content for each language; what the translations are is the same."""
    public = hugo(folders, tmp_path, {"en": "content/en", "ja": "content/ja"})
    page = Page((public / "ja/harbor/index.html").read_text(encoding="utf-8"))
    assert page.root.one("title").text == "港が開く: 「祝」"
    assert [link.attributes["href"] for link in page.root.all("link")] == ["/news/harbor/"]
