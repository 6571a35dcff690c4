"""`taiyaku check` and its kin on whole projects, and on catalogs that are nobody's of ours."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from taiyaku.catalog import po

if TYPE_CHECKING:
    from tests.conftest import Newsroom

ARTICLE = "# Harbor opens\n\nThe harbor opened on Wednesday.\n\nThere were 1,860 guests.\n"
WRONG = {
    "Harbor opens": "港が開く",
    "The harbor opened on Wednesday.": "港は水曜日に開いた。",
    "There were 1,860 guests.": "客は1680人だった。",
}
FOREIGN = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ja\\n"

msgid "There were 1,860 guests."
msgstr "客は1680人だった。"
"""


@pytest.fixture
def harbor(newsroom: Newsroom) -> Newsroom:
    """Return a project with one article, translated with a wrong number."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", WRONG)
    return newsroom


def edit(newsroom: Newsroom, old: str, new: str) -> None:
    """Change a translation as a translator would, in an editor."""
    path = "locales/ja/LC_MESSAGES/harbor.po"
    assert old in newsroom.read(path)
    newsroom.write(path, newsroom.read(path).replace(old, new))


def findings(newsroom: Newsroom, *arguments: str) -> list[dict[str, Any]]:
    """Return the errors that the JSON of a run tells."""
    printed = json.loads(newsroom.run("check", "--format", "json", *arguments).stdout)
    return [finding for finding in printed["findings"] if finding["severity"] == "error"]


def test_an_error_is_told_with_both_sides(harbor: Newsroom) -> None:
    """With carets below what differs, by display width, and exit code 1."""
    result = harbor.run("check", "harbor")
    assert result.exit_code == 1
    lines = result.stdout.split("\n")
    place = next(number for number, line in enumerate(lines) if "[number-changed]" in line)
    path = "locales/ja/LC_MESSAGES/harbor.po"
    position = po.read(harbor.root / path).position((None, "There were 1,860 guests."))
    assert position is not None
    assert lines[place].startswith(f"{path}:{position.line}:{position.column} error [number-changed] “1,860”")
    assert lines[place + 1 : place + 5] == [
        "   en  There were 1,860 guests.",
        "                  ^^^^^",
        "   ja  客は1680人だった。",
        "           ^^^^",
    ]


def test_exit_codes(harbor: Newsroom) -> None:
    """1 from `fail_on` up; 2 for what is called wrongly; 3 for what cannot be read."""
    assert harbor.run("check", "--fail-on", "never").exit_code == 0
    harbor.write("taiyaku.toml", '[checks]\nseverity = { number-changed = "warning" }\n')
    assert harbor.run("check").exit_code == 0
    assert harbor.run("check", "--fail-on", "warning").exit_code == 1
    assert harbor.run("check", "no-such").exit_code == 2
    assert harbor.run("check", "--dry-run").exit_code == 2
    harbor.write("locales/ja/LC_MESSAGES/harbor.po", 'msgid "a\n')
    assert harbor.run("check").exit_code == 3


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ('[checks]\ndisable = ["number-change"]\n', "taiyaku.toml:2:12: no check “number-change”; did you"),
        ('[checks]\nseverity = { fact = "note" }\n', "taiyaku.toml:2:14: no check “fact”; did you mean “facts”?"),
        ('[checks]\nseverity = { facts = "bad" }\n', "“bad” is no choice for checks.severity"),
        ('[style.ja]\nmonth = "か月"\n', "taiyaku.toml:2:1: unknown setting “style.ja.month”"),
    ],
)
def test_wrong_settings_are_said(harbor: Newsroom, settings: str, says: str) -> None:
    """Exit code 2, and where it stands."""
    harbor.write("taiyaku.toml", settings)
    result = harbor.run("check")
    assert (result.exit_code, says in result.stderr) == (2, True), result.stderr


def test_paths_of_all_kinds(harbor: Newsroom) -> None:
    """A slug, the article, its folder, the catalog and the folder of catalogs mean the same."""
    everything = findings(harbor)
    assert len(everything) == 1
    for name in ("harbor", "source_text/harbor.md", "source_text", "locales/ja/LC_MESSAGES/harbor.po", "locales", "."):
        assert findings(harbor, name) == everything, name
    assert findings(harbor, "--locale", "en") == []


def test_a_foreign_catalog_needs_no_settings(harbor: Newsroom) -> None:
    """Any `.po`, or a folder of them, in a project or without one."""
    harbor.write("elsewhere/po/ja.po", FOREIGN)
    for name in ("elsewhere/po/ja.po", "elsewhere"):
        (found,) = findings(harbor, name)
        assert (found["path"], found["slug"], found["line"]) == ("elsewhere/po/ja.po", "ja", 6)
        assert (found["source_locale"], found["target_locale"]) == ("en", "ja")
    (harbor.root / "taiyaku.toml").unlink()
    assert len(findings(harbor, "elsewhere")) == 1
    result = harbor.run("check")
    assert (result.exit_code, "name a .po file" in result.stderr) == (2, True)


def test_a_locale_chooses_among_foreign_catalogs(newsroom: Newsroom) -> None:
    """By what each says or looks like; a language means all its regions. Of nothing, nothing is said to be in order."""
    newsroom.write("taiyaku.toml", 'locales = ["en", "en-GB", "ja"]\n')
    newsroom.write("po/ja.po", FOREIGN.replace("Language: ja", "Language: ja_JP"))
    for locale, count in (("ja", 1), ("en-GB", 0)):
        for name in ("po", "po/ja.po"):
            assert len(findings(newsroom, name, "--locale", locale)) == count
    result = newsroom.run("check", "po", "--locale", "en")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "nothing was checked\n", "")
    (newsroom.root / "taiyaku.toml").unlink()
    assert len(findings(newsroom, "po", "--locale", "ja-JP")) == 1
    assert findings(newsroom, "po", "--locale", "ja-Hira") == []


def test_nothing_is_said_to_be_in_order_where_nothing_could_be_read(newsroom: Newsroom) -> None:
    """Neither on a screen nor beside a report that went into a file."""
    newsroom.write("broken.po", 'msgid "a\n')
    result = newsroom.run("check", "broken.po")
    assert (result.exit_code, result.stdout) == (3, "nothing was checked\n")
    assert newsroom.run("check", "broken.po", "--output", "report.txt").stdout.startswith("nothing was checked;")


def test_the_languages_are_told_by_option_header_or_script(newsroom: Newsroom) -> None:
    """In this order; where none tells, the message says which option does."""
    bare = FOREIGN.replace('"Language: ja\\n"\n', "")
    newsroom.write("a.po", bare)
    assert findings(newsroom, "a.po")[0]["target_locale"] == "ja"
    assert findings(newsroom, "a.po", "--target-locale", "ja-JP")[0]["target_locale"] == "ja-JP"
    newsroom.write("a.po", FOREIGN.replace("Language: ja", "Language: fr"))
    result = newsroom.run("check", "a.po")
    assert result.exit_code == 3
    assert result.stderr == "a.po: taiyaku knows no language “fr”; tell it with --target-locale en or ja\n"
    newsroom.write("a.po", bare.replace("There were 1,860 guests.", "1").replace("客は1680人だった。", "1"))
    result = newsroom.run("check", "a.po")
    assert (result.exit_code, "does not say its language" in result.stderr) == (3, True)


@pytest.mark.parametrize("header", ["ja_JP.UTF-8", "ja@kana", "JA", "ja-JP"])
@pytest.mark.parametrize("output", ["text", "json", "sarif", "github", "html"])
def test_a_language_as_gettext_may_write_it(newsroom: Newsroom, header: str, output: str) -> None:
    """With an encoding, a modifier, in capitals."""
    newsroom.write("a.po", FOREIGN.replace("Language: ja", f"Language: {header}"))
    result = newsroom.run("check", "a.po", "--format", output)
    assert (result.exit_code, result.stderr) == (1, "")


def test_a_catalog_is_told_by_its_path_wherever_one_stands(harbor: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the current folder on a screen, from the project's root in the JSON."""
    harbor.write("elsewhere/po/ja.po", FOREIGN)
    monkeypatch.chdir(harbor.root / "elsewhere")
    assert harbor.run("check", "po/ja.po").stdout.startswith("po/ja.po:")
    assert findings(harbor, "po/ja.po")[0]["path"] == "elsewhere/po/ja.po"


def test_a_broken_catalog_is_told_and_the_others_are_done(newsroom: Newsroom) -> None:
    """Exit code 3, but every finding of the good ones."""
    newsroom.write("po/broken.po", 'msgid "a\n')
    newsroom.write("po/good.po", FOREIGN)
    result = newsroom.run("check", "po")
    assert result.exit_code == 3
    assert "broken.po:1:" in result.stderr
    assert "[number-changed]" in result.stdout


def test_an_original_alone_is_checked_before_translation(newsroom: Newsroom) -> None:
    """What nobody has begun to translate is not told text by text."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    result = newsroom.run("check")
    assert result.exit_code == 0
    assert "[untranslated]" not in result.stdout


def test_a_comment_answers_until_the_entry_turns_fuzzy(harbor: Newsroom) -> None:
    """With a reason; and it says so itself when there is nothing left to answer."""
    path = "locales/ja/LC_MESSAGES/harbor.po"
    comment = "# taiyaku: ignore number-changed: the mayor counts so\n"
    text = harbor.read(path)
    entry = 'msgid "There were 1,860 guests."'
    before = text.rindex("\n\n", 0, text.index(entry)) + 2
    harbor.write(path, text[:before] + comment + text[before:])
    assert findings(harbor) == []
    assert "answered: 1" in harbor.run("check").stdout
    edit(harbor, "1680", "1860")
    assert "[unused-waiver]" in harbor.run("check").stdout


def test_waive_binds_to_the_evidence(harbor: Newsroom) -> None:
    """The waiver holds while the texts stay, is told as unused when they change, and its file names the reason."""
    (found,) = findings(harbor)
    short = found["fingerprint"][:8]
    assert harbor.run("waive", short).exit_code == 2
    assert harbor.run("waive", short, "--reason", " ").exit_code == 2
    assert "+reason" in harbor.run("waive", short, "--reason", "so be it", "--dry-run").stdout
    assert len(findings(harbor)) == 1
    assert harbor.run("waive", short, "--reason", "so be it").exit_code == 0
    assert 'reason = "so be it"' in harbor.read("locales/waivers.toml")
    assert findings(harbor) == []
    edit(harbor, "1680人", "1680名")
    assert findings(harbor) == [], "another wording of the same fault"
    edit(harbor, "1680", "1690")
    assert len(findings(harbor)) == 1
    assert "locales/waivers.toml:1:1 note [unused-waiver]" in harbor.run("check").stdout
    edit(harbor, "1690", "1680")
    result = harbor.run("waive", short, "--reason", "x")
    assert (result.exit_code, "is answered already" in result.stderr) == (2, True)
    result = harbor.run("waive", "ffffffff", "--reason", "x")
    assert (result.exit_code, "no finding has the fingerprint" in result.stderr) == (2, True)


def test_a_baseline_lets_new_findings_speak(harbor: Newsroom) -> None:
    """What was there is silent; what is put right leaves the file."""
    before = harbor.run("baseline", "--dry-run").stdout
    assert not (harbor.root / "locales/baseline.txt").exists()
    assert harbor.run("baseline").stdout == before
    assert harbor.run("check", "--fail-on", "note").exit_code == 0
    edit(harbor, "港が開く", "港が7つ開く")
    edit(harbor, "1680", "1860")
    assert harbor.run("check", "--fail-on", "note").exit_code == 1
    assert "gone: 1" in harbor.run("baseline").stdout


def test_a_baseline_with_a_conflict_is_left_alone(harbor: Newsroom) -> None:
    """By every command that would read or write it; exit code 3."""
    harbor.run("baseline")
    path = "locales/baseline.txt"
    broken = harbor.read(path) + "<<<<<<< ours\n"
    harbor.write(path, broken)
    for command in (["check"], ["baseline"], ["build", "--findings"], ["waive", "0123456789abcdef", "--reason", "x"]):
        result = harbor.run(*command)
        line = broken.count("\n")
        assert (result.exit_code, result.stderr.startswith(f"{path}:{line}:1: “<<<<<<<” is no")) == (3, True), command
    assert harbor.read(path) == broken


def test_since_a_revision(harbor: Newsroom) -> None:
    """Only entries that changed are told; what they are compared with is all of the article."""
    pytest.importorskip("taiyaku.git")

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=harbor.root, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "a")
    assert findings(harbor, "--since", "HEAD") == []
    assert len(findings(harbor)) == 1
    edit(harbor, "1680", "1690")
    assert len(findings(harbor, "--since", "HEAD")) == 1
    assert harbor.run("check", "--since", "nowhere").exit_code == 2
    assert findings(harbor, "--since", "HEAD") != []
    git("commit", "-aqm", "b")
    harbor.write("source_text/harbor.md", ARTICLE + "\nThe the boats left.\n")
    told = json.loads(harbor.run("check", "--since", "HEAD", "--format", "json").stdout)["findings"]
    assert {finding["msgid"] for finding in told} == {"The the boats left."}, "a text that the catalog has not yet"


def test_since_an_article_without_a_catalog(newsroom: Newsroom) -> None:
    """Its original is told if it has changed, and only then."""

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=newsroom.root, check=True, capture_output=True)

    newsroom.write("source_text/harbor.md", "# The the harbor\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "a")
    assert "[doubled-word]" in newsroom.run("check").stdout
    assert "[doubled-word]" not in newsroom.run("check", "--since", "HEAD").stdout
    newsroom.write("source_text/harbor.md", "# The the harbor opens\n")
    assert "[doubled-word]" in newsroom.run("check", "--since", "HEAD").stdout


def test_fix_puts_right_what_is_certain(harbor: Newsroom) -> None:
    """Shown first as a diff; then nothing is left of it, and the rest of the file keeps its bytes."""
    path = "locales/ja/LC_MESSAGES/harbor.po"
    edit(harbor, "港が開く", "港ｶﾞ開く")
    before = harbor.read(path)
    shown = harbor.run("check", "--fix", "--dry-run")
    assert "+msgstr " in shown.stdout
    assert harbor.read(path) == before
    harbor.run("check", "--fix")
    assert harbor.read(path) == before.replace("港ｶﾞ開く", "港ガ開く")
    assert harbor.run("check", "--fix", "--dry-run").stdout == ""


WRAPPED = """\
# 手紙
msgid ""
msgstr ""
"Content-Type: text/plain; charset={charset}\\n"
"Language: ja\\n"

#: a.md:1
#: a.md:7
msgid ""
"The harbor "
"is open."
msgstr ""
"港ｶﾞ"
"開いている。"

#: a.md:9
msgid "One ship has been there since morning."
msgid_plural "Many ships have been there since morning."
msgstr[0] "多くの船ｶﾞ朝から来ている。"
"""


@pytest.mark.parametrize("charset", ["UTF-8", "EUC-JP", "Shift_JIS"])
def test_fix_touches_the_translation_alone(newsroom: Newsroom, charset: str) -> None:
    """In a file that another tool wrapped, which is UTF-8 afterwards; in plural forms as in any other text."""
    text = WRAPPED.replace("{charset}", charset)
    fixed = text.replace('""\n"港ｶﾞ"\n"開いている。"', '"港ガ開いている。"').replace("多くの船ｶﾞ", "多くの船ガ")
    path = newsroom.root / "a.po"
    path.write_bytes(text.encode(charset))
    shown = newsroom.run("check", "a.po", "--fix", "--dry-run").stdout.split("\n")
    added = [line for line in shown if line.startswith("+") and not line.startswith("+++")]
    assert added[-2:] == ['+msgstr "港ガ開いている。"', '+msgstr[0] "多くの船ガ朝から来ている。"']
    assert path.read_bytes() == text.encode(charset)
    result = newsroom.run("check", "a.po", "--fix")
    assert "put right: 2" in result.stderr
    assert path.read_bytes() == fixed.replace(f"charset={charset}", "charset=UTF-8").encode()


def test_fix_leaves_errors_and_says_so(harbor: Newsroom) -> None:
    """A number is nobody's but the translator's."""
    before = harbor.read("locales/ja/LC_MESSAGES/harbor.po")
    assert harbor.run("check", "--fix").exit_code == 1
    assert harbor.read("locales/ja/LC_MESSAGES/harbor.po") == before


def test_a_huge_text_does_not_hurt(newsroom: Newsroom) -> None:
    """100,000 characters, and all that is invisible."""
    text = "港" * 50_000 + "\u202e\u200b\x07" + "１２３" * 100
    newsroom.write("a.po", FOREIGN.replace("客は1680人だった。", text.replace("\x07", "\\a")))
    result = newsroom.run("check", "a.po")
    assert result.exit_code in {0, 1}
    assert "\u202e" not in result.stdout
    assert "\x07" not in result.stdout


def test_a_dash_is_the_standard_output(harbor: Newsroom) -> None:
    """As for `taiyaku changes`; no file of that name is made."""
    result = harbor.run("check", "--format", "json", "--output", "-")
    assert json.loads(result.stdout)["version"] == 1
    assert not (harbor.root / "-").exists()
