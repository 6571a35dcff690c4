"""Ways from page to page, and the files that an article takes along."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from taiyaku.editions.site import Addresses, article_page, index_page, way

PAGE = PurePosixPath("ja/harbor/index.html")
OTHER = {Path("source_text/other.md"): "other"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with files of all sorts of names."""
    for name in (
        "source_text/a.png",
        "source_text/with space.png",
        "source_text/図 1.png",
        "source_text/50%.png",
        "source_text/a:b.png",
        "source_text/q?x.png",
        "source_text/images/b.png",
        "source_text/files/c.png",
        "shared/d.png",
        "source_text/other.md",
        "source_text/notes.pdf",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("index.html", "assets/taiyaku.css", "assets/taiyaku.css"),
        ("ja/index.html", "assets/taiyaku.css", "../assets/taiyaku.css"),
        ("ja/a/index.html", "en/a/index.html", "../../en/a/index.html"),
        ("ja/a/index.html", "ja/b/index.html", "../b/index.html"),
        ("ja/a/index.html", "ja/a/index.html", "index.html"),
        ("ja/a/index.html", "ja/図/index.html", "../%E5%9B%B3/index.html"),
    ],
)
def test_ways_are_relative(start: str, end: str, expected: str) -> None:
    """So that they work from a disk as from a server."""
    assert way(PurePosixPath(start), PurePosixPath(end)) == expected


def test_pages_have_their_places() -> None:
    """Languages first."""
    assert article_page("ja", "a").as_posix() == "ja/a/index.html"
    assert index_page("en").as_posix() == "en/index.html"


@pytest.mark.parametrize(
    ("address", "expected", "taken"),
    [
        ("a.png", "a.png", "source_text/a.png"),
        ("./a.png", "a.png", "source_text/a.png"),
        ("images/../a.png", "a.png", "source_text/a.png"),
        ("images/b.png#x", "images/b.png#x", "source_text/images/b.png"),
        ("a.png?v=2", "a.png?v=2", "source_text/a.png"),
        ("notes.pdf#page=2", "notes.pdf#page=2", "source_text/notes.pdf"),
        ("with space.png", "with%20space.png", "source_text/with space.png"),
        ("with%20space.png", "with%20space.png", "source_text/with space.png"),
        ("図 1.png", "%E5%9B%B3%201.png", "source_text/図 1.png"),
        ("%E5%9B%B3%201.png", "%E5%9B%B3%201.png", "source_text/図 1.png"),
        ("50%25.png", "50%25.png", "source_text/50%.png"),
        ("./a:b.png", "a%3Ab.png", "source_text/a:b.png"),
        ("q%3Fx.png", "q%3Fx.png", "source_text/q?x.png"),
        ("../shared/d.png", "files/shared/d.png", "shared/d.png"),
        ("files/c.png", "files/source_text/files/c.png", "source_text/files/c.png"),
        ("../source_text/a.png", "files/source_text/a.png", "source_text/a.png"),
    ],
)
def test_files_are_taken_along(root: Path, address: str, expected: str, taken: str) -> None:
    """Below the article at their own address, others in a folder of their own."""
    addresses = Addresses(root, Path("source_text/harbor.md"), PAGE, OTHER)
    assert addresses.rewritten(address) == expected
    ((place, file),) = addresses.files.items()
    assert file == root.resolve() / taken
    assert place.is_relative_to(PAGE.parent)
    assert ".." not in place.parts


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("other.md", "../other/index.html"),
        ("./other.md#a", "../other/index.html#a"),
        ("x/../other.md", "../other/index.html"),
    ],
)
def test_other_articles_are_linked_to(root: Path, address: str, expected: str) -> None:
    """Their pages, not their sources."""
    addresses = Addresses(root, Path("source_text/harbor.md"), PAGE, OTHER)
    assert addresses.rewritten(address) == expected
    assert addresses.files == {}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#a",
        "?q",
        "https://example.org/a.png",
        "//example.org/a.png",
        "mailto:a@example.org",
        "/a.png",
        "data:x",
        "missing.png",
        "images",
        "images/",
        "..",
        ".",
        "../..",
        "%00",
        "a" * 300,
        "\ud800.png",
    ],
)
def test_others_stay_as_they_are(root: Path, address: str) -> None:
    """What lies elsewhere, is missing, or is a folder."""
    addresses = Addresses(root, Path("source_text/harbor.md"), PAGE, OTHER)
    assert addresses.rewritten(address) == address
    assert addresses.files == {}


def test_a_page_of_two_texts_takes_their_files_along_once(root: Path) -> None:
    """At one place."""
    addresses = Addresses(root, Path("source_text/harbor.md"), PAGE, OTHER)
    assert addresses.rewritten("a.png") == addresses.rewritten("./a.png") == "a.png"
    assert list(addresses.files) == [PAGE.parent / "a.png"]
