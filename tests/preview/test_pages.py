"""What a preview shows of a project, and what it shows when something in it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from taiyaku.editions import kinds

if TYPE_CHECKING:
    from tests.conftest import Newsroom
    from tests.preview.conftest import Preview

CATALOG = "locales/ja/LC_MESSAGES/harbor.po"
JA, BOTH, EN = "/ja/harbor/", "/bilingual/harbor/", "/en/harbor/"
BROKEN = {
    "an article that is not closed": ("source_text/harbor.md", "deck: Two towns meet\n---", "deck: [", "harbor.md"),
    "a catalog that was cut off": (CATALOG, 'msgstr "次は"', 'msgstr "次', "harbor.po"),
    "settings with a typing error": ("taiyaku.toml", "base_url", "base_ulr", "base_ulr"),
    "a template with an unknown name": ("theme/base.html", "footer %}", "footer %}{{ nonsense }}", "nonsense"),
}


def test_the_editions_are_served_as_they_are_built(preview: Preview, desk: Newsroom) -> None:
    """What `build` writes is at its place, byte for byte where nothing is laid over it."""
    formats = [name for name in kinds.names() if name not in {"pdf", "card"}]
    desk.write("taiyaku.toml", f'base_url = "https://example.org"\n[editions]\nformats = {formats}\n')
    assert desk.run("build").exit_code == 0
    files = [path for path in (desk.root / "build").rglob("*") if path.is_file()]
    assert len(files) > 10
    for file in files:
        reply = preview.get(f"/{file.relative_to(desk.root / 'build').as_posix()}")
        if file.name == "404.html":
            continue
        assert reply.status == 200, file
        assert file.suffix == ".html" or reply.body == file.read_bytes()


def test_nothing_is_built_on_disk(preview: Preview, desk: Newsroom) -> None:
    """A preview writes neither an edition nor a journal of the catalogs."""
    before = {path for path in desk.root.rglob("*") if ".taiyaku" not in path.parts}
    journal = desk.read(".taiyaku/journal/ja/harbor.jsonl")
    preview.edit(CATALOG, "次は", "次に")
    for path in (JA, BOTH, EN, "/", "/ja/", "/en/harbor/index.md"):
        assert preview.get(path).status == 200
    assert {path for path in desk.root.rglob("*") if ".taiyaku" not in path.parts} == before
    assert desk.read(".taiyaku/journal/ja/harbor.jsonl") == journal


def test_published_pages_have_nothing_of_a_preview(preview: Preview, desk: Newsroom) -> None:
    """No script, no class and no token reaches what `build` writes, even after a preview."""
    assert preview.get(JA).status == 200
    assert desk.run("build").exit_code == 0
    for file in (desk.root / "build").rglob("*.html"):
        text = file.read_text("utf-8")
        assert "taiyaku-preview" not in text
        assert "taiyaku-passage" not in text
        assert "script-src" not in text


@pytest.mark.parametrize(
    ("path", "places"),
    [
        (JA, ["source_text/harbor.md:6", f"{CATALOG}:{{line}}"]),
        (BOTH, ["source_text/harbor.md:6", f"{CATALOG}:{{line}}"]),
        (EN, ["source_text/harbor.md:6", f"{CATALOG}:{{line}}"]),
    ],
)
def test_a_passage_has_its_lines(preview: Preview, desk: Newsroom, path: str, places: list[str]) -> None:
    """A passage knows its line in the article, and that of its translation in the catalog."""
    lines = desk.read(CATALOG).split("\n")
    line = lines.index('msgstr "港は13隻の船とともに開いた。"') + 1
    found = preview.passage(path, "The harbor opened")["places"]
    assert [place["text"] for place in found] == [place.format(line=line) for place in places]
    assert [place["locale"] for place in found] == ["", "ja"]


def test_places_are_links_where_the_settings_say_so(desk: Newsroom, preview: Preview) -> None:
    """The addresses of the check's report serve the preview, too."""
    desk.write(
        "taiyaku.toml",
        '[checks]\neditor_url = "edit://{path}?{line}"\nweblate_url = "https://weblate.example/{slug}/{locale}?{query}"\n',
    )
    original, entry = preview.passage(JA, "Harbor opens")["places"]
    assert original["href"] == f"edit://{desk.root}/source_text/harbor.md?2"
    assert original["weblate"] == ""
    assert entry["href"].startswith(f"edit://{desk.root}/{CATALOG}?")
    assert entry["weblate"] == "https://weblate.example/harbor/ja?source%3A%3D%22Harbor%20opens%22"


def test_states_and_findings_are_told(preview: Preview) -> None:
    """What is not translated and what the checks find is with its passage; on the original only what is about it."""
    wrong = preview.passage(JA, "The harbor opened")
    assert [(told["severity"], told["sign"]) for told in wrong["findings"]] == [("error", "✕")]
    assert "12" in wrong["findings"][0]["message"]
    assert preview.passage(BOTH, "The harbor opened")["findings"] == wrong["findings"]
    assert preview.passage(EN, "The harbor opened")["findings"] == []
    assert preview.passage(JA, "Two towns")["mark"] == "untranslated"
    assert preview.passage(JA, "Harbor opens")["mark"] == ""
    assert preview.passage(EN, "Two towns")["mark"] == ""


def test_every_passage_of_a_page_can_be_asked(preview: Preview) -> None:
    """Headline, deck, headings, items, cells and captions carry the class that the script looks for."""
    for path in (JA, EN, BOTH):
        text = preview.get(path).text
        missing = [p["index"] for p in preview.data(path)["passages"] if f"taiyaku-passage-{p['index']}" not in text]
        assert not missing, path


SAVES = {
    "the article": ("source_text/harbor.md", "12 boats", "14 boats", EN, "14 boats"),
    "the catalog": (CATALOG, "次は", "この次", JA, "この次"),
    "the theme": ("theme/base.html", "A footer", "Another footer", JA, "Another footer"),
    "its stylesheet": ("theme/extra.css", "red", "blue", "/assets/extra.css", "blue"),
    "the settings": ("taiyaku.toml", "The Harbor Post", "The Harbor Times", "/en/", "The Harbor Times"),
    "an image": ("source_text/images/crane.svg", "crane", "heron", "/en/harbor/images/crane.svg", "heron"),
}


@pytest.fixture
def themed(preview: Preview, desk: Newsroom) -> Preview:
    """The preview of a project that has a theme and a name."""
    desk.write("theme/base.html", '{% extends "taiyaku/base.html" %}{% block footer %}A footer{% endblock %}')
    desk.write("theme/extra.css", "p { color: red }")
    desk.write(
        "taiyaku.toml",
        'base_url = "https://example.org"\n[site.title]\nen = "The Harbor Post"\n[editions]\ntheme = "theme"\n',
    )
    return preview


@pytest.mark.parametrize("name", SAVES)
def test_what_is_saved_is_shown(themed: Preview, name: str) -> None:
    """Each kind of file that a page is made of is read again after it was saved."""
    path, old, new, place, shown = SAVES[name]
    assert shown not in themed.get(place).text
    version = themed.data(JA)["version"]
    themed.edit(path, old, new)
    assert shown in themed.get(place).text
    assert themed.data(JA)["version"] != version


def test_a_termbase_that_is_saved_is_asked_again(preview: Preview, desk: Newsroom) -> None:
    """A name that the termbase now demands is missed at once."""
    assert preview.passage(JA, "What comes next")["findings"] == []
    desk.write("locales/termbase.toml", '[[entry]]\nen = "next"\nja = "つぎ"\n')
    told = preview.passage(JA, "What comes next")["findings"]
    assert ["つぎ" in one["message"] for one in told] == [True]


def test_only_what_was_saved_is_made_anew(preview: Preview, desk: Newsroom) -> None:
    """Another article stays as it was made; its page says that it is the same."""
    desk.write("source_text/bridge.md", "# A bridge\n")
    other, pages = "/en/bridge/", preview.server.pages
    assert preview.get(JA).status == preview.get(other).status == 200
    made = {article.slug: pages.desk.made(article) for article in pages.desk.articles}
    version = preview.data(other)["version"]
    preview.edit(CATALOG, "次は", "この次")
    assert "この次" in preview.get(JA).text
    again = {article.slug: pages.desk.made(article) for article in pages.desk.articles}
    assert again["bridge"] is made["bridge"]
    assert again["harbor"] is not made["harbor"]
    assert preview.data(other)["version"] == version


def test_articles_come_and_go(preview: Preview, desk: Newsroom) -> None:
    """A new article has a page and stands in the list; one that was deleted has none."""
    assert preview.get("/en/bridge/").status == 404
    desk.write("source_text/bridge.md", "# A bridge\n")
    assert "A bridge" in preview.get("/en/bridge/").text
    assert "A bridge" in preview.get("/en/").text
    (desk.root / "source_text/bridge.md").unlink()
    assert preview.get("/en/bridge/").status == 404
    assert "A bridge" not in preview.get("/en/").text


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_told_on_the_page_as_it_was(themed: Preview, name: str) -> None:
    """While a file cannot be read, its page stays as it was, pictures too, and says why; mended, it is new again."""
    path, old, new, told = BROKEN[name]
    for address in (JA, f"{JA}images/crane.svg", "/assets/taiyaku.css"):  # as a browser does
        assert themed.get(address).status == 200
    themed.edit(path, old, new)
    data = themed.data(JA)
    assert data["old"] is True
    assert [told in problem["text"] for problem in data["problems"]] == [True]
    assert themed.get(f"{JA}images/crane.svg").status == 200
    assert themed.get("/assets/taiyaku.css").status == 200
    themed.edit(path, new, old)
    assert themed.data(JA)["old"] is False


@pytest.mark.parametrize("name", BROKEN)
def test_what_was_broken_before_is_told_on_a_page_of_its_own(themed: Preview, name: str) -> None:
    """Where there is no earlier page, one says what is wrong, without a path of this machine in it."""
    path, old, new, told = BROKEN[name]
    themed.edit(path, old, new)
    reply = themed.get(JA)
    assert reply.status == 500
    assert "This page cannot be made now" in reply.text
    assert told in reply.text
    themed.edit(path, new, old)
    assert themed.get(JA).status == 200


def test_one_broken_article_leaves_the_lists_and_others_alone(preview: Preview, desk: Newsroom) -> None:
    """The list shows what can be read, and tells what cannot."""
    desk.write("source_text/bridge.md", b"\xff\xfe\xff")
    assert "Harbor opens" in preview.get("/en/").text
    assert [problem["text"][:21] for problem in preview.data("/en/")["problems"]] == ["source_text/bridge.md"]


@pytest.mark.parametrize("path", ["locales/termbase.toml", "locales/waivers.toml", "locales/approvals.toml"])
def test_what_all_pages_share_may_be_broken_for_a_while(preview: Preview, desk: Newsroom, path: str) -> None:
    """The termbase and its like are told of on the page as it was, with its findings."""
    before = preview.data(JA)
    desk.write(path, "[[entry\n")
    data = preview.data(JA)
    assert data["old"] is True
    assert [path in problem["text"] for problem in data["problems"]] == [True]
    assert data["passages"] == before["passages"]
    (desk.root / path).unlink()
    assert preview.data(JA)["old"] is False


def test_refused_editions_are_shown_to_the_desk(preview: Preview, desk: Newsroom) -> None:
    """What `build` would refuse by its policy is there to be worked on, with the reasons."""
    desk.write("taiyaku.toml", '[editions]\nuntranslated = "refuse"\n')
    assert preview.get(JA).status == 200
    assert any("refuse" in problem["text"] for problem in preview.data(JA)["problems"])


def test_a_missing_image_is_told_until_it_is_there(preview: Preview, desk: Newsroom) -> None:
    """An image that was forgotten appears as soon as it is saved."""
    (desk.root / "source_text/images/crane.svg").unlink()
    assert any("images/crane.svg" in problem["text"] for problem in preview.data(EN)["problems"])
    desk.write("source_text/images/crane.svg", "<svg/>")
    assert preview.data(EN)["problems"] == []
    assert preview.get("/en/harbor/images/crane.svg").text == "<svg/>"
