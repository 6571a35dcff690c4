"""taiyaku memory: what it holds, look-ups, import and export, as a user meets them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.judges import judge

from taiyaku import cache
from taiyaku.catalog import po
from taiyaku.cli import output
from taiyaku.memory import store

if TYPE_CHECKING:
    from tests.conftest import Newsroom

DOCS = Path(__file__).parents[2] / "docs"
OPENED, OPENED_JA = "The harbor opened on Wednesday.", "港は水曜日に開いた。"
TMX = """\
<tmx version="1.4"><header srclang="en"/><body>
<tu><note>As the city writes it.</note><tuv xml:lang="en"><seg>Harbor Office</seg></tuv>
<tuv xml:lang="ja"><seg>港湾局</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Harbor</seg></tuv><tuv xml:lang="fr"><seg>Port</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    """Return a project with an article of which one sentence is translated."""
    newsroom.write("source_text/harbor.md", f"# Harbor opens\n\n{OPENED}\n")
    newsroom.run("update")
    newsroom.translate("harbor", {OPENED: OPENED_JA})
    return newsroom


def test_an_empty_memory(newsroom: Newsroom) -> None:
    """A project without translations is told how the memory fills."""
    result = newsroom.run("memory")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "The memory is empty" in result.stdout


def test_what_it_holds(desk: Newsroom) -> None:
    """Alone, the command counts units by origin and direction."""
    desk.write("locales/memory/agency.tmx", TMX)
    result = desk.run("memory")
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["agency.tmx", "en→ja", "1"],
        ["harbor", "en→ja", "1"],
        ["units:", "2"],
    ]


def test_it_hides_from_git_and_may_be_removed(desk: Newsroom) -> None:
    """The database lies in the cache folder, and is made again."""
    for _ in range(2):
        assert "harbor" in desk.run("memory").stdout
        (desk.root / ".taiyaku/memory.sqlite").unlink()
    assert desk.read(".taiyaku/.gitignore") == "*\n"


def test_find_shows_score_origin_date_and_difference(desk: Newsroom) -> None:
    """A look-up marks what is other than in the text that was looked for."""
    lines = desk.run("memory", "find", "The harbor opened on Thursday.").stdout.splitlines()
    assert re.fullmatch(r" [5-9]\d%  harbor  \d{4}-\d\d-\d\d", lines[0])
    assert lines[1:] == ["      The harbor opened on [-Wednesday-]{+Thursday+}.", f"      {OPENED_JA}"]


def test_find_the_very_text(desk: Newsroom) -> None:
    """The very text is 100 %, and what is out of use says so."""
    desk.write("source_text/harbor.md", "# Harbor opens\n\nSomething else altogether happened.\n")
    desk.run("update")
    result = desk.run("memory", "find", OPENED)
    assert result.stdout.startswith("100%  harbor")
    assert "out of use" in result.stdout


def test_find_by_the_script(desk: Newsroom) -> None:
    """A Japanese text is looked for among the Japanese ones; --from and --to say otherwise."""
    assert OPENED in desk.run("memory", "find", OPENED_JA).stdout
    assert OPENED in desk.run("memory", "find", "--from", "ja", "--to", "en", OPENED_JA).stdout
    assert OPENED in desk.run("memory", "find", "--to", "en", OPENED_JA).stdout
    assert desk.run("memory", "find", "--from", "en", OPENED_JA).stdout == "Nothing like it has been translated.\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--from", "fr", "x"], "unknown locale “fr”"),
        (["--to", "en-GB", "x"], "the project has no locale “en-GB”"),
        (["--from", "en", "--to", "en", "x"], "a look-up needs two languages"),
        (["--limit", "0", "x"], "--limit"),
        ([], "TEXT"),
    ],
)
def test_find_with_what_cannot_be_meant(desk: Newsroom, arguments: list[str], says: str) -> None:
    """Locales that are unknown or the same, and no text, are errors of usage."""
    result = desk.run("memory", "find", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_project_of_one_language(desk: Newsroom) -> None:
    """Where there is one language only, there is nothing to look up."""
    desk.write("taiyaku.toml", 'locales = ["en", "en-GB"]\n')
    result = desk.run("memory", "find", OPENED_JA)
    assert result.exit_code == 2
    assert "a look-up needs two languages" in result.stderr


def test_find_as_json(desk: Newsroom) -> None:
    """For programs, everything that is known, with the limit kept; docs/memory.md names each field."""
    desk.write("locales/memory/agency.tmx", TMX)
    value = json.loads(desk.run("memory", "find", "--format", "json", "Harbor Offices").stdout)
    assert (value["version"], value["text"], value["source_locale"], value["target_locale"]) == (
        1,
        "Harbor Offices",
        "en",
        "ja",
    )
    (match,) = value["matches"]
    assert match.pop("score") > 0.5
    assert match == {
        "source": "Harbor Office",
        "target": "港湾局",
        "source_locale": "en",
        "target_locale": "ja",
        "context": None,
        "origin": "agency.tmx",
        "changed": None,
        "note": "As the city writes it.",
        "obsolete": False,
        "difference": [
            {"kind": "same", "text": "Harbor "},
            {"kind": "deleted", "text": "Office"},
            {"kind": "inserted", "text": "Offices"},
        ],
    }
    assert value["problems"] == []
    documented = set(re.findall(r"^\| `([\w.\[\]]+)` \|", (DOCS / "memory.md").read_text("utf-8"), re.MULTILINE))
    assert documented == set(value) | {f"matches[].{name}" for name in (*match, "score")}


def test_find_as_json_names_what_could_not_be_read(desk: Newsroom) -> None:
    """A program learns of it as a person does."""
    desk.write("locales/memory/agency.tmx", "<tmx>")
    result = desk.run("memory", "find", "--format", "json", OPENED)
    (problem,) = json.loads(result.stdout)["problems"]
    assert (result.exit_code, result.stderr) == (3, "")
    assert (problem["path"], problem["line"], problem["severity"]) == ("locales/memory/agency.tmx", 1, "error")


def test_an_edit_that_keeps_size_and_time_is_seen(desk: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file's other marks tell of it; and a file that has just changed is not told by its marks at all."""
    path = desk.root / "locales/ja/LC_MESSAGES/harbor.po"
    for settled in (0, cache.SETTLED):
        monkeypatch.setattr(cache, "SETTLED", settled)
        text, times = path.read_text("utf-8"), path.stat()
        old, new = ("水", "木") if "水" in text else ("木", "水")
        assert old in desk.run("memory", "find", OPENED).stdout
        path.write_text(text.replace(old, new), "utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert new in desk.run("memory", "find", OPENED).stdout


def test_what_has_not_changed_is_not_read_again(desk: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database of one look-up serves the next."""
    monkeypatch.setattr(cache, "SETTLED", -cache.SETTLED)
    desk.run("memory")
    database = desk.root / ".taiyaku/memory.sqlite"
    before = database.stat().st_ino
    desk.run("memory")
    assert database.stat().st_ino == before


def test_a_look_up_leaves_the_journals_alone(desk: Newsroom) -> None:
    """What another program did to a catalog is for the next command to tell that is about catalogs."""
    desk.run("status")
    path = desk.root / "locales/ja/LC_MESSAGES/harbor.po"
    path.write_text(path.read_text("utf-8").replace(OPENED_JA, ""), "utf-8")
    journal = desk.read(".taiyaku/journal/ja/harbor.jsonl")
    for arguments in ([], ["find", OPENED], ["export"]):
        assert desk.run("memory", *arguments).stderr == ""
    assert desk.read(".taiyaku/journal/ja/harbor.jsonl") == journal
    assert "translations were deleted here" in desk.run("status").stderr


def test_pipes_are_not_read(desk: Newsroom) -> None:
    """A pipe in a file's place would keep the command waiting for ever."""
    desk.run("memory")
    (desk.root / ".taiyaku/memory.sqlite").unlink()
    (desk.root / "locales/memory").mkdir()
    for path in (".taiyaku/memory.sqlite", "locales/memory/f.tmx", "g.tmx"):
        os.mkfifo(desk.root / path)
    result = desk.run("memory", "find", OPENED)
    assert OPENED_JA in result.stdout
    assert "locales/memory/f.tmx: the file cannot be read (it is a pipe or a device" in result.stderr
    assert "g.tmx: the file cannot be read (it is a pipe" in desk.run("memory", "import", "g.tmx").stderr


def test_find_shows_notes_and_nothing_invisible(desk: Newsroom) -> None:
    """Notes are shown; what could play tricks on a terminal is written out."""
    desk.write("locales/memory/agency.tmx", TMX.replace("港湾局", "港湾局\u202e"))
    shown = desk.run("memory", "find", "Harbor Office").stdout
    assert "      港湾局\\u202e\n      # As the city writes it.\n" in shown


def test_import_keeps_the_file(desk: Newsroom) -> None:
    """An imported file is kept byte for byte; the second time it is there already."""
    desk.write("desk/agency.tmx", TMX.encode("utf-16"))
    result = desk.run("memory", "import", "desk/agency.tmx")
    assert result.stdout == "locales/memory/agency.tmx  units: 1, left out for their languages: 1\n"
    assert (desk.root / "locales/memory/agency.tmx").read_bytes() == TMX.encode("utf-16")
    assert "there already" in desk.run("memory", "import", "desk/agency.tmx").stdout
    assert "港湾局" in desk.run("memory", "find", "Harbor Office").stdout


def test_a_dry_run_imports_nothing(desk: Newsroom) -> None:
    """A dry run reads the file, and that is all."""
    desk.write("agency.tmx", TMX)
    result = desk.run("memory", "import", "--dry-run", "agency.tmx")
    assert result.stdout.endswith("units: 1, left out for their languages: 1, not taken yet\n")
    assert not (desk.root / "locales/memory").exists()


def test_another_file_of_the_same_name_stays(desk: Newsroom) -> None:
    """A file never takes the place of another; the others are imported."""
    desk.write("locales/memory/agency.tmx", TMX)
    desk.write("new/agency.tmx", TMX.replace("局", "部"))
    desk.write("new/other.tmx", TMX)
    result = desk.run("memory", "import", "new/agency.tmx", "new/other.tmx")
    assert result.exit_code == 3
    assert "new/agency.tmx: there is another memory of that name already" in result.stderr
    assert desk.read("locales/memory/agency.tmx") == TMX
    assert desk.read("locales/memory/other.tmx") == TMX


@pytest.mark.parametrize(
    ("name", "text", "code", "says"),
    [
        ("cut.tmx", TMX[:150], 3, "cut.tmx:3:1: not well-formed XML"),
        ("bomb.tmx", '<!DOCTYPE tmx [<!ENTITY a "a">]><tmx/>', 3, "bomb.tmx:1:27: it declares an entity"),
        ("new.tmx", TMX.replace("1.4", "2.0"), 3, "new.tmx:1:1: TMX 2.0 is not known here"),
        ("french.tmx", TMX.replace('"ja"', '"fr"'), 3, "french.tmx: no text in it is in both English and Japanese"),
        ("list.csv", "a,b", 2, "list.csv is not named as a TMX file"),
        (".hidden.tmx", TMX, 2, ".hidden.tmx is not named as a TMX file"),
    ],
)
def test_import_refuses(desk: Newsroom, name: str, text: str, code: int, says: str) -> None:
    """What cannot be read is reported with its place, and nothing is written."""
    desk.write(name, text)
    result = desk.run("memory", "import", name)
    assert (result.exit_code, result.stdout) == (code, "")
    assert says in result.stderr
    assert not (desk.root / "locales/memory").exists()


def test_a_broken_file_among_the_memories(desk: Newsroom) -> None:
    """A broken file in the folder is reported by every look-up, which answers from the others."""
    desk.write("locales/memory/agency.tmx", "<tmx>")
    for arguments in (["find", OPENED], [], ["export"]):
        result = desk.run("memory", *arguments)
        assert result.exit_code == 3
        assert result.stdout
        assert "locales/memory/agency.tmx:1:6: not well-formed XML" in result.stderr


def test_a_long_reading_is_shown_on_a_terminal(desk: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many units were read, on stderr, taken away in the end; never where nobody looks."""
    monkeypatch.setattr(store, "_TOLD", 1)
    monkeypatch.setattr(output, "_PROGRESS_DELAY", 0)
    assert desk.run("memory").stderr == ""
    (desk.root / ".taiyaku/memory.sqlite").unlink()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shown = desk.run("memory").stderr
    assert shown == "\r\x1b[Kbringing the memory up to date, units: 1\r\x1b[K"


def test_a_link_to_itself(desk: Newsroom) -> None:
    """It is a file that cannot be read."""
    (desk.root / "locales/memory").mkdir()
    (desk.root / "locales/memory/loop.tmx").symlink_to("loop.tmx")
    result = desk.run("memory")
    assert (result.exit_code, "harbor" in result.stdout) == (3, True)
    assert result.stderr.startswith("locales/memory/loop.tmx: the file cannot be read")


def test_a_link_out_of_the_project(desk: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link that leads out of the project is not followed."""
    outside = tmp_path_factory.mktemp("outside") / "secret.tmx"
    outside.write_text(TMX, "utf-8")
    (desk.root / "locales/memory").mkdir()
    (desk.root / "locales/memory/link.tmx").symlink_to(outside)
    result = desk.run("memory", "export")
    assert result.exit_code == 3
    assert "Harbor Office" not in result.stdout
    assert "locales/memory/link.tmx: a link leads out of the project" in result.stderr


def units(text: str) -> list[str]:
    """Return the source texts in a TMX file."""
    return re.findall(r'<tuv xml:lang="en"><seg>(.*?)</seg>', text)


def test_export_everything(desk: Newsroom) -> None:
    """To the screen goes the whole memory, imported files too."""
    desk.write("locales/memory/agency.tmx", TMX)
    result = desk.run("memory", "export")
    assert result.exit_code == 0
    assert units(result.stdout) == [OPENED, "Harbor Office"]
    assert "<note>As the city writes it.</note>" in result.stdout


def test_export_of_articles_and_locales(desk: Newsroom) -> None:
    """Articles and locales choose."""
    desk.write("locales/memory/agency.tmx", TMX)
    assert desk.run("memory", "export", "out.tmx", "harbor").stdout == "out.tmx  units: 1\n"
    assert units(desk.read("out.tmx")) == [OPENED]
    assert units(desk.run("memory", "export", "-", "--locale", "en").stdout) == []
    assert len(units(desk.run("memory", "export", "--locale", "ja").stdout)) == 2


def test_export_names_an_article_that_is_none(desk: Newsroom) -> None:
    """Of the articles that are named, one that cannot be used is reported; the others are exported."""
    desk.write("source_text/port.md", "# Port\n")
    desk.write("source_text/sub/port.md", "---\nslug: port\n---\n# Port\n")
    result = desk.run("memory", "export", "-", "source_text")
    assert (result.exit_code, units(result.stdout)) == (3, [OPENED])
    assert "the slug “port” is also that of" in result.stderr


@pytest.mark.parametrize("date", ["0001-01-01 00:00+1400", "9999-12-31 23:59-1400"])
def test_a_date_at_the_end_of_the_calendar(desk: Newsroom, date: str) -> None:
    """Such a header date is none."""
    path = desk.root / "locales/ja/LC_MESSAGES/harbor.po"
    path.write_text(re.sub(r"(PO-Revision-Date): [^\\]*", rf"\1: {date}", path.read_text("utf-8")), "utf-8")
    result = desk.run("memory", "export")
    assert (result.exit_code, units(result.stdout)) == (0, [OPENED])
    assert "changedate" not in result.stdout


def test_what_was_exported_can_be_imported(desk: Newsroom) -> None:
    """A round trip through another project keeps texts, context and date."""
    desk.translate("harbor", {"Harbor opens": "港が開く"})
    desk.run("memory", "export", "out.tmx")
    first = json.loads(desk.run("memory", "find", "--format", "json", "Harbor opens").stdout)["matches"][0]
    (desk.root / "locales/ja/LC_MESSAGES/harbor.po").unlink()
    desk.run("memory", "import", "out.tmx")
    second = json.loads(desk.run("memory", "find", "--format", "json", "Harbor opens").stdout)["matches"][0]
    assert first["context"] == "headline"
    assert second == first | {"origin": "out.tmx"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["harbor"], "harbor is not named as a TMX file"),
        (["out.tmx", "nothing"], "no article “nothing”"),
        (["locales/memory/out.tmx"], "would be among the imported memories"),
        (["--locale", "fr"], "unknown locale “fr”"),
    ],
)
def test_export_with_what_cannot_be_meant(desk: Newsroom, arguments: list[str], says: str) -> None:
    """An article in the file's place, an unknown one, and the folder of the imported files are errors of usage."""
    result = desk.run("memory", "export", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_a_character_that_xml_cannot_hold(desk: Newsroom) -> None:
    """Such a unit is left out and reported; the others are written."""
    path = desk.root / "locales/ja/LC_MESSAGES/harbor.po"
    text = path.read_text("utf-8").replace('msgid "Harbor opens"\nmsgstr ""', 'msgid "Harbor opens"\nmsgstr "港\\a"')
    path.write_text(text, "utf-8")
    assert any(message.msgstr == "港\a" for message in po.read(path).catalog.messages)
    result = desk.run("memory", "export", "out.tmx")
    assert result.exit_code == 3
    assert "harbor.po: a character that XML cannot hold: U+0007" in result.stderr
    assert units(desk.read("out.tmx")) == [OPENED]


def test_another_programs_tmx(desk: Newsroom) -> None:
    """What po2tmx of the Translate Toolkit makes of a catalog can be imported."""
    po2tmx = judge("po2tmx")
    catalog = desk.root / "locales/ja/LC_MESSAGES/harbor.po"
    subprocess.run([po2tmx, "-l", "ja", catalog, desk.root / "judge.tmx"], check=True, capture_output=True)
    assert desk.run("memory", "import", "judge.tmx").stdout.startswith("locales/memory/judge.tmx  units: 1")


def test_other_layouts_of_catalogs(newsroom: Newsroom) -> None:
    """Wherever the settings put catalogs, the memory finds them, and its folder is beside them."""
    newsroom.write("taiyaku.toml", 'catalogs = "po/{slug}.{locale}.po"\ntemplates = "po/{slug}.pot"\n')
    newsroom.write("source_text/harbor.md", f"{OPENED}\n")
    newsroom.run("update")
    path = newsroom.root / "po/harbor.ja.po"
    path.write_text(
        path.read_text("utf-8").replace(f'"{OPENED}"\nmsgstr ""', f'"{OPENED}"\nmsgstr "{OPENED_JA}"'), "utf-8"
    )
    newsroom.write("po/notes/harbor.ja.po", "not looked at")
    newsroom.write("agency.tmx", TMX)
    assert newsroom.run("memory", "import", "agency.tmx").stdout.startswith("po/memory/agency.tmx")
    assert newsroom.run("memory").stdout.split() == ["agency.tmx", "en→ja", "1", "harbor", "en→ja", "1", "units:", "2"]


def test_a_catalog_into_its_own_language(desk: Newsroom) -> None:
    """A catalog whose header says that its source is the locale's own language holds no units."""
    path = desk.root / "locales/ja/LC_MESSAGES/harbor.po"
    path.write_text(path.read_text("utf-8").replace("X-Source-Language: en", "X-Source-Language: ja"), "utf-8")
    assert "The memory is empty" in desk.run("memory").stdout


def test_without_a_project(newsroom: Newsroom) -> None:
    """Outside of a project, each subcommand says so."""
    (newsroom.root / "taiyaku.toml").unlink()
    for arguments in ([], ["find", "x"], ["import", "x.tmx"], ["export"]):
        result = newsroom.run("memory", *arguments)
        assert result.exit_code == 2
        assert "no project here" in result.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["find", "--help"], ["import", "--help"], ["export", "-h"]])
def test_help(newsroom: Newsroom, arguments: list[str]) -> None:
    """The command and its subcommands explain themselves, with an example."""
    result = newsroom.run("memory", *arguments)
    assert result.exit_code == 0
    assert "Example: taiyaku memory" in result.stdout
