"""Two files that were written by hand, checked without any catalog."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Newsroom

ENGLISH = """\
# Harbor opens

The harbor of Port Marlow opened on Wednesday, and the mayor cut a ribbon.

There were 1,860 guests, and most of them came by boat.

The fire brigade played three songs by the old lighthouse.
"""
JAPANESE = """\
# 港が開く

ポート・マーロウの港が水曜日に開き、市長がテープカットをした。

客は1680人で、多くは船でやって来た。

消防団は古い灯台のそばで三曲を演奏した。
"""
NUMBER = "“1,860” became “1680”"


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    """Return a folder that is no project, with an article in both languages."""
    (newsroom.root / "taiyaku.toml").unlink()
    newsroom.write("en.md", ENGLISH)
    newsroom.write("ja.md", JAPANESE)
    return newsroom


def findings(newsroom: Newsroom, *arguments: str) -> list[dict[str, Any]]:
    """Return what the JSON of a run tells."""
    found: list[dict[str, Any]] = json.loads(newsroom.run("check", "--format", "json", *arguments).stdout)["findings"]
    return found


def test_an_error_has_its_place_in_both_files(desk: Newsroom) -> None:
    """The translation's first, since that is what is to be mended."""
    result = desk.run("check", "--pair", "en.md", "ja.md")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"ja.md:5:1 (en.md:5:1) error [number-changed] {NUMBER} ")
    (found,) = findings(desk, "--pair", "en.md", "ja.md")
    assert (found["path"], found["line"], found["source_locale"], found["target_locale"]) == ("ja.md", 5, "en", "ja")
    sarif = json.loads(desk.run("check", "--pair", "en.md", "ja.md", "--format", "sarif").stdout)
    related = sarif["runs"][0]["results"][0]["relatedLocations"][0]["physicalLocation"]
    assert (related["artifactLocation"]["uri"], related["region"]["startLine"]) == ("en.md", 5)
    page = desk.run("check", "--pair", "en.md", "ja.md", "--format", "html").stdout
    assert "en.md:5" in page
    assert "ja.md:5" in page


def test_lines_are_joined_as_their_language_does(desk: Newsroom) -> None:
    """Without a space in Japanese, also where nothing but the script tells the language."""
    desk.write("ja.md", JAPANESE.replace("水曜日に", "水曜日に\n").replace("1680", "1860"))
    assert findings(desk, "--pair", "en.md", "ja.md") == []
    desk.write("ja.md", "---\nlanguage: Japanese\n---\n\n" + desk.read("ja.md"))
    assert findings(desk, "--pair", "en.md", "ja.md") == []


def test_the_other_direction(desk: Newsroom) -> None:
    """The Japanese one may be the original."""
    (found,) = [one for one in findings(desk, "--pair", "ja.md", "en.md") if one["check"] == "number-changed"]
    assert (found["path"], found["source_locale"], found["target_locale"]) == ("en.md", "ja", "en")


def test_plain_text_and_several_pairs(desk: Newsroom) -> None:
    """Any format, and any two of them."""
    for name, text in (("a.txt", ENGLISH), ("b.txt", JAPANESE)):
        desk.write(name, text.replace("# ", ""))
    told = desk.run("check", "--pair", "a.txt", "b.txt", "--pair", "en.md", "ja.md", "--pair", "a.txt", "ja.md").stdout
    assert [line.partition(":")[0] for line in told.splitlines() if NUMBER in line] == ["b.txt", "ja.md", "ja.md"]


def test_what_has_no_partner(desk: Newsroom) -> None:
    """A passage left out, and one that was added: each told where it is, neither as an error."""
    desk.write("en.md", ENGLISH + "\nPort Marlow has 412 fishing boats, and Mayor Elena Ruiz wants 500.\n")
    kept = JAPANESE.replace("客は1680人で、多くは船でやって来た。\n\n", "")
    more = "\nポート・マーロウには漁船が412隻あり、エレナ・ルイス市長は500隻を目指す。\n\n翌朝の空は晴れた。\n"
    desk.write("ja.md", kept + more)
    told = {
        one["check"]: (one["path"], one["line"], one["severity"]) for one in findings(desk, "--pair", "en.md", "ja.md")
    }
    assert told == {"untranslated": ("en.md", 5, "warning"), "no-original": ("ja.md", 9, "note")}


def test_what_may_not_belong_together_is_no_error(desk: Newsroom) -> None:
    """A translation in which little goes together is looked at with care, and says so."""
    desk.write("en.md", "# Trains\n\nThe train left at 9.\n\nThere were 12 stops.\n")
    desk.write("ja.md", "# 祭り\n\n神輿は40基が並んだ。\n\n屋台は300軒を数えた。\n")
    result = desk.run("check", "--pair", "en.md", "ja.md")
    assert result.exit_code == 0
    assert " error " not in result.stdout
    assert "or these passages do not belong together" in result.stdout


def test_another_article_is_refused(desk: Newsroom) -> None:
    """Nothing of it is told as if it were a translation."""
    desk.write("ja.md", "\n\n".join(f"第{number}条　これは全く別の規則の条文である。" for number in range(40, 60)))
    result = desk.run("check", "--pair", "en.md", "ja.md")
    assert result.exit_code == 3
    assert "ja.md: hardly a passage of it goes together with en.md" in result.stderr


def test_the_same_text_twice(desk: Newsroom) -> None:
    """Each is a pair of its own, in its own place."""
    desk.write("en.md", "There were 12 guests at the old harbor.\n\nThe mayor spoke of Port Marlow.\n\n" * 2)
    desk.write("ja.md", "古い港に客が12人いた。\n\n市長がポート・マーロウの話をした。\n\n" * 2)
    desk.write("ja.md", desk.read("ja.md")[::-1].replace("21", "31", 1)[::-1])
    (found,) = (one for one in findings(desk, "--pair", "en.md", "ja.md") if one["check"].startswith("number"))
    assert found["line"] == 5


def test_the_termbase_and_the_house_count(desk: Newsroom) -> None:
    """--termbase; in a project, its own, with its style and its waivers."""
    desk.write("ja.md", JAPANESE.replace("1680", "1860"))
    desk.write(
        "terms.toml", '[[entry]]\nen = "fire brigade"\nja = ["消防隊", { text = "消防団", status = "forbidden" }]\n'
    )
    assert findings(desk, "--pair", "en.md", "ja.md") == []
    assert "消防団" in desk.run("check", "--termbase", "terms.toml", "--pair", "en.md", "ja.md").stdout
    desk.write("taiyaku.toml", 'termbase = "terms.toml"\n')
    told = findings(desk, "--pair", "en.md", "ja.md")
    assert told
    waivers = "".join(f'[[waiver]]\nfingerprint = "{one["fingerprint"]}"\nreason = "x"\n' for one in told)
    desk.write("locales/waivers.toml", waivers)
    assert findings(desk, "--pair", "en.md", "ja.md") == []


def test_paths_from_a_folder_below_the_root(desk: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """As seen from where one stands; in the JSON from the project's root."""
    desk.write("taiyaku.toml", "")
    desk.write("drafts/ja.md", JAPANESE)
    monkeypatch.chdir(desk.root / "drafts")
    assert desk.run("check", "--pair", "../en.md", "ja.md").stdout.startswith("ja.md:5:1 (../en.md:5:1) error")
    assert findings(desk, "--pair", "../en.md", "ja.md")[0]["path"] == "drafts/ja.md"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--pair", "en.md"], 2, "requires 2 arguments"),
        (["--pair", "en.md", "no.md"], 2, "no file no.md"),
        (["--pair", "en.md", "."], 2, ". is a folder"),
        (["--pair", "en.md", "en.md"], 2, "en.md and en.md are in one language"),
        (["--pair", "en.md", "ja.md", "--fix"], 2, "--fix and --since are for catalogs"),
        (["--pair", "en.md", "ja.md", "--since", "HEAD"], 2, "--fix and --since are for catalogs"),
        (["--pair", "en.md", "ja.md", "--target-locale", "fr"], 2, "unknown locale “fr”"),
        (["--pair", "en.md", "ja.docx"], 3, "neither Markdown nor plain text"),
        (["--pair", "en.md", "empty.md"], 3, "there is no text in it"),
        (["--pair", "en.md", "wide.md"], 3, "save it as UTF-8"),
        (["--pair", "numbers.md", "numbers.md"], 2, "nothing tells the languages"),
        (["--pair", "en.md", "fr.md"], 2, "en.md and fr.md are in one language"),
    ],
)
def test_bad_input(desk: Newsroom, arguments: list[str], code: int, says: str) -> None:
    """Said in a line, and no traceback."""
    desk.write("ja.docx", b"PK")
    desk.write("empty.md", "")
    desk.write("wide.md", JAPANESE.encode("utf-16"))
    desk.write("numbers.md", "12\n\n13\n")
    desk.write("fr.md", "---\nlocale: fr\n---\n\nLe port.\n")
    result = desk.run("check", *arguments)
    assert (result.exit_code, says in result.stderr) == (code, True), result.stderr
