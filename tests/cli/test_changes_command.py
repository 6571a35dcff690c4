"""`taiyaku changes` as a translator meets it: the screen, the page, the JSON, and what it answers to mistakes."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.judges import judge

from taiyaku.text.width import width

if TYPE_CHECKING:
    from tests.conftest import Newsroom

NOON = """\
# Harbor opens

The harbor opened on Saturday. About 200 people came. The mayor spoke.

Boats will come in May.

Bread is sold there.
"""
SIX = """\
# Harbor opens

The harbor opened on Saturday. About 250 people came. The mayor spoke first.

Boats will come in May.

“We were eleven,” she said.
"""
WORDS = {
    "Harbor opens": "港が開く",
    "The harbor opened on Saturday. About 200 people came. The mayor spoke.": (
        "港は土曜日に開いた。約200人が集まった。市長が話した。"
    ),
    "Boats will come in May.": "5月には船が来る。",
    "Bread is sold there.": "パンも売られている。",
}
DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def desk(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """Return a project with an article translated and then corrected, on a terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")
    newsroom.write("source_text/harbor.md", NOON)
    newsroom.run("update")
    newsroom.translate("harbor", WORDS)
    newsroom.write("source_text/harbor.md", SIX)
    return newsroom


def committed(newsroom: Newsroom) -> None:
    """Put all there is into a new repository."""
    judge("git")
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "state"]):
        subprocess.run(["git", *identity, *command], cwd=newsroom.root, check=True, capture_output=True)


SCREEN = """\
Since the translations were last approved.  [-taken out-]  {+added+}  [?look at this?]

Harbor opens  harbor  en→ja
locales/ja/LC_MESSAGES/harbor.po
edited: 1, new: 1, removed: 1, sentences that stand: 1
Numbers: 200 → 250 (2)
to be translated: 4
to be reworked: 2

2 · edited  to be reworked: 1 of 3 sentences stand  locales/ja/LC_MESSAGES/harbor.po:28
The harbor opened on Saturday. About             │ 港は土曜日に開いた。約[-200-]{+250+}人が集まっ
[-200-]{+250+} people came. The mayor spoke      │ た。[?市長が話した。?]
{+first+}.                                       │

4 · new  to be translated  locales/ja/LC_MESSAGES/harbor.po:38
{+“We were eleven,” she said.+}                  │ no translation yet

– · removed  locales/ja/LC_MESSAGES/harbor.po:44
[-Bread is sold there.-]
"""


def test_the_screen(desk: Newsroom) -> None:
    """One screen says it all: what waits, the numbers first, source and translation side by side, where to edit."""
    desk.run("update")
    result = desk.run("changes")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == SCREEN


def test_the_screen_of_a_narrow_terminal(desk: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two columns have no room the translation follows its source."""
    monkeypatch.setenv("COLUMNS", "60")
    lines = desk.run("changes").stdout.splitlines()
    assert "{+“We were eleven,” she said.+}" in lines
    assert "› no translation yet" in lines
    assert all("│" not in line for line in lines)


def test_a_catalog_that_is_behind(desk: Newsroom) -> None:
    """Before the update it is shown what that will make of it, with places in the article, and nothing is written."""
    before = desk.read("locales/ja/LC_MESSAGES/harbor.po")
    result = desk.run("changes", "harbor")
    assert "The catalog is behind its article: this is what `taiyaku update` will make of it." in result.stdout
    assert "source_text/harbor.md:3" in result.stdout
    assert desk.read("locales/ja/LC_MESSAGES/harbor.po") == before


def test_since_a_revision(desk: Newsroom) -> None:
    """The comparison names the revision."""
    desk.write("source_text/harbor.md", NOON)
    committed(desk)
    assert re.fullmatch(r"Nothing has changed since [0-9a-f]{9}\.\n", desk.run("changes", "--since", "HEAD").stdout)
    desk.write("source_text/harbor.md", SIX)
    assert re.match(r"Changed since [0-9a-f]{9}\.", desk.run("changes", "--since", "HEAD").stdout)
    clock = desk.run("changes", "--since", "0m").stdout
    assert re.match(r"Changed since \d{4}-\d\d-\d\d \d\d:\d\d \(revision [0-9a-f]{9}\)\.", clock)


def test_nothing_to_tell(newsroom: Newsroom) -> None:
    """Without articles, and with all approved, it says so."""
    assert newsroom.run("changes").stdout == "There are no articles yet: put one into source_text/.\n"
    newsroom.write("source_text/a.md", "# A\n")
    newsroom.run("update")
    newsroom.translate("a", {"A": "あ"})
    assert newsroom.run("changes").stdout == "Nothing waits: every translation is approved.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--since", "nonsense"], 2, "neither a revision nor a time: “nonsense”; give a revision of git's, or a time"),
        (["--since", "2099-01-01"], 2, "“2099-01-01” is yet to come"),
        (["--output", "x.html"], 2, "--output is for the page; add --format html"),
        (["harbour"], 2, "no article “harbour”; did you mean “harbor”?"),
        (["--locale", "en"], 0, ""),
        (["--locale", "xx"], 2, "unknown locale “xx”"),
        (["--format", "pdf"], 2, "'pdf' is not one of 'text', 'json', 'html'"),
    ],
)
def test_mistakes(desk: Newsroom, arguments: list[str], code: int, says: str) -> None:
    """Every mistake is answered with what is wrong and what to do."""
    committed(desk)
    result = desk.run("changes", *arguments)
    assert result.exit_code == code
    assert says in result.stderr
    assert "Traceback" not in result.stderr


def test_a_catalog_that_cannot_be_read(desk: Newsroom) -> None:
    """It is named with its place, the exit code tells of it, and nothing is claimed of what waits."""
    desk.write("locales/ja/LC_MESSAGES/harbor.po", 'msgid "cut\n')
    result = desk.run("changes")
    assert result.exit_code == 3
    assert "harbor.po:1:" in result.stderr
    assert result.stdout == ""


def test_the_page_is_written_and_named(desk: Newsroom) -> None:
    """The page goes to the output folder, or where it is wanted, or to the standard output."""
    result = desk.run("changes", "--format", "html")
    assert (result.exit_code, result.stdout) == (0, "build/changes/index.html\n")
    page = desk.read("build/changes/index.html")
    assert page.startswith("<!doctype html>")
    assert desk.run("changes", "--format", "html", "--output", "desk/six.html").stdout == "desk/six.html\n"
    assert desk.run("changes", "--format", "html", "--output", "-").stdout.startswith("<!doctype html>")
    assert (desk.root / "desk/six.html").stat().st_size > 0


def paths_of(value: object, prefix: str = "") -> set[str]:
    """Return the paths of the fields in a JSON value, as docs/changes.md writes them."""
    if isinstance(value, list):
        return {path for item in value for path in paths_of(item, f"{prefix}[]")}
    if not isinstance(value, dict):
        return set()
    names = {f"{prefix}.{name}" if prefix else name: item for name, item in value.items()}
    return set(names) | {path for name, item in names.items() for path in paths_of(item, name)}


def test_every_field_of_the_json_is_documented(desk: Newsroom) -> None:
    """docs/changes.md describes each field, and no other."""
    desk.write("source_text/harbor.md", NOON)
    desk.write("source_text/broken.md", "---\ntitle: x\n")
    committed(desk)
    desk.write("source_text/harbor.md", SIX)
    printed = json.loads(desk.run("changes", "--since", "HEAD", "--format", "json").stdout)
    section = (DOCS / "changes.md").read_text(encoding="utf-8").partition("## For programs")[2]
    documented = set(re.findall(r"^\| `([\w.\[\]]+)` \|", section, re.MULTILINE))
    assert documented == {path for path in paths_of(printed) if not path.startswith("problems[]")}


def test_the_json_holds_together(desk: Newsroom) -> None:
    """Differences make up the texts, and sentences are where their spans say."""
    desk.run("update")
    printed: dict[str, Any] = json.loads(desk.run("changes", "--format", "json").stdout)
    (article,) = printed["articles"]
    assert (printed["version"], printed["since"], article["waiting"]) == (1, None, 2)
    for passage in article["passages"]:
        source, old = passage["source"], passage["old_source"]
        assert "".join(p["text"] for p in passage["source_difference"] if p["kind"] != "deleted") == source
        assert "".join(p["text"] for p in passage["source_difference"] if p["kind"] != "inserted") == old
    edited = next(passage for passage in article["passages"] if passage["kind"] == "edited")
    places = [(sentence["state"], sentence["translation"]) for sentence in edited["sentences"]]
    assert [(state, edited["translation"][span["start"] : span["end"]]) for state, span in places] == [
        ("same", "港は土曜日に開いた。"),
        ("numbers", "約250人が集まった。"),
        ("edited", "市長が話した。"),
    ]
    assert edited["numbers"] == [{"old": "200", "new": "250", "in_translation": True}]


def test_a_message_made_fuzzy_by_hand(desk: Newsroom) -> None:
    """It is shown as it is, with nothing marked, and without a line on numbers."""
    desk.write("source_text/harbor.md", NOON)
    path = "locales/ja/LC_MESSAGES/harbor.po"
    desk.write(path, desk.read(path).replace('msgid "Bread', '#, fuzzy\nmsgid "Bread'))
    screen = desk.run("changes").stdout
    assert "\n4 · not approved  to be reworked  " in screen
    assert re.search(r"^Bread is sold there\. +│ パンも売られている。$", screen, re.MULTILINE)
    assert "Numbers" not in screen


def test_the_page_is_named_as_it_was_given(desk: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A path from the root of the file system stays one."""
    path = tmp_path_factory.mktemp("desk") / "six.html"
    assert desk.run("changes", "--format", "html", "--output", str(path)).stdout == f"{path}\n"
    assert path.stat().st_size > 0


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_nothing_is_wider_than_the_terminal(desk: Newsroom, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """Heads, counts and numbers are broken; only a path that is longer than a line is not."""
    monkeypatch.setenv("COLUMNS", str(columns))
    numbered = "".join(
        f"\n\nIn {number} they counted {number} boats, and {number + 7} more." for number in range(1900, 1940)
    )
    desk.write("source_text/harbor.md", NOON + numbered + "\n")
    desk.run("update")
    path = desk.root / "locales/ja/LC_MESSAGES/harbor.po"
    path.write_text(path.read_text(encoding="utf-8").replace('msgstr ""\n\n', 'msgstr "1隻"\n\n'), encoding="utf-8")
    desk.write("source_text/harbor.md", NOON + numbered.replace("In 19", "In 18") + "\n")
    lines = desk.run("changes").stdout.splitlines()
    assert any("not yet in the translation" in line for line in lines)
    assert max(width(line) for line in lines if ".po" not in line and ".md" not in line) <= columns


def test_a_long_text_is_folded(desk: Newsroom) -> None:
    """Of sentences that did not change, only those beside a change are on the screen; the page has all of them."""
    sentences = [f"On day {number} the boats came home before noon." for number in range(60)]
    words = "".join(f"{number}日目、船は正午前に戻った。" for number in range(60))
    desk.write("source_text/harbor.md", f"# T\n\n{' '.join(sentences)}\n")
    desk.run("update")
    desk.translate("harbor", {"T": "題", " ".join(sentences): words})
    sentences[40] = sentences[40].replace("noon", "dawn")
    desk.write("source_text/harbor.md", f"# T\n\n{' '.join(sentences)}\n")
    screen = desk.run("changes").stdout
    assert len(screen.splitlines()) < 25
    assert ("[-noon-]{+dawn+}" in screen, "day 41" in screen, "day 5 " in screen, "…" in screen) == (
        True,
        True,
        False,
        True,
    )
    page = desk.run("changes", "--format", "html", "--output", "-").stdout
    assert ("On day 5 the boats" in page, "59日目" in page) == (True, True)
