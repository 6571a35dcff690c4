"""Catalogs from translations made by hand."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.conftest import ARTICLE, JAPANESE_ARTICLE
from tests.judges import judge

if TYPE_CHECKING:
    from tests.conftest import Newsroom, Result

PO = "locales/ja/LC_MESSAGES/harbor.po"

TRANSLATION = """\
---
title: 港が開く
deck: 二つの町が出会う
byline: 編集部
date: 2026-04-01
tags: [port, sea]
---

港は水曜日に
開いた。

## これから

両市は5月にまた会う。会うのは2度目である。

- 船
- パン
"""


def adopt(newsroom: Newsroom, translation: str = TRANSLATION, *options: str, article: str = ARTICLE) -> Result:
    """Align an article with a translation that lies elsewhere."""
    newsroom.write("source_text/harbor.md", article)
    newsroom.write("old/harbor.ja.md", translation)
    return newsroom.run("align", "harbor", "old/harbor.ja.md", *options)


def msgstr(newsroom: Newsroom, msgid: str, slug: str = "harbor", locale: str = "ja") -> str:
    """Return the translation in a catalog, with an asterisk if it is fuzzy."""
    file = newsroom.project().read_catalog(slug, locale)
    assert file is not None
    message = next(message for message in file.catalog.active if message.msgid == msgid)
    return message.msgstr + ("*" if message.fuzzy else "")


def test_a_catalog_from_a_translation(newsroom: Newsroom) -> None:
    """All is adopted, and the rebuilt translation is the old one."""
    result = adopt(newsroom)
    assert result.exit_code == 0, result.stdout + result.stderr
    assert msgstr(newsroom, "Harbor opens") == "港が開く"
    assert msgstr(newsroom, "The harbor opened on Wednesday.") == "港は水曜日に開いた。"
    assert msgstr(newsroom, "Bread") == "パン"
    assert "adopted 8, to be looked at 0, kept 0, still empty 0" in result.stdout
    assert "the same, but for line breaks" in result.stdout
    assert (newsroom.root / "locales/harbor.pot").exists()
    assert "ready" in newsroom.run("status").stdout


def test_byte_for_byte(newsroom: Newsroom) -> None:
    """CRLF and a byte order mark come back as they were."""
    crlf = TRANSLATION.replace("水曜日に\n", "水曜日に").replace("\n", "\r\n")
    result = adopt(newsroom, "\ufeff" + crlf, article="\ufeff" + ARTICLE.replace("\n", "\r\n"))
    assert "the same, byte for byte" in result.stdout


def test_the_rebuilt_translation_is_what_build_gives(newsroom: Newsroom) -> None:
    """The proof is no other thing than the edition."""
    adopt(newsroom)
    newsroom.run("build", "--edition", "markdown", "--locale", "ja")
    assert newsroom.read("build/ja/harbor/index.md") == TRANSLATION.replace("水曜日に\n", "水曜日に")


def test_nothing_that_was_there_is_overwritten(newsroom: Newsroom) -> None:
    """Messages with a translation keep it, fuzzy ones too; empty ones are filled."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", {"Boats": "小舟"})
    result = adopt(newsroom)
    assert msgstr(newsroom, "Boats") == "小舟"
    assert msgstr(newsroom, "Bread") == "パン"
    assert "adopted 7, to be looked at 0, kept 1" in result.stdout
    before = newsroom.read(PO)
    assert "adopted 0, to be looked at 0, kept 8" in adopt(newsroom).stdout
    assert newsroom.read(PO) == before


def test_left_out_and_added_passages_are_named(newsroom: Newsroom) -> None:
    """With their places, and the others do not shift."""
    translation = TRANSLATION.replace("両市は5月にまた会う。会うのは2度目である。\n\n", "").replace(
        "## これから", "訳者による補足である。ここに原文はない。\n\n## これから"
    )
    result = adopt(newsroom, translation)
    assert result.exit_code == 1
    assert (
        "not in the translation, left untranslated\n    source_text/harbor.md:13:1: The towns will meet"
        in result.stdout
    )
    assert "not in the original, not adopted\n    old/harbor.ja.md:12:1: 訳者による補足" in result.stdout
    assert msgstr(newsroom, "The towns will meet again in May. They have met twice.") == ""
    assert msgstr(newsroom, "Bread") == "パン"


def test_split_and_joined_paragraphs(newsroom: Newsroom) -> None:
    """A blank line in the one translation, a directive as the other; rebuilt, they are what they were."""
    article = """\
The mayor of Bizen cut the ribbon at 10 in the morning on August 8, and 300 people applauded him.

The city of Torrance had sent 12 students and a letter by Mayor Chen to the ceremony.

Dinner was served at 7 on the quay, with music by the high school band from Okayama. Fireworks began at 9, and lasted \
for 45 minutes.
"""
    translation = """\
備前市長は8月8日の午前10時にテープを切り、300人が拍手を送った。トーランス市は式典に12人の学生と、Chen市長の手紙を送った。

夕食は7時から埠頭でふるまわれ、岡山の高校の吹奏楽部が演奏した。

9時には花火が始まり、45分にわたって続いた。
"""
    result = adopt(newsroom, translation, article=article)
    assert result.exit_code == 0, result.stdout
    assert "the same, byte for byte" in result.stdout
    assert newsroom.read(PO).count('msgstr "<!-- taiyaku: joined -->"') == 1
    assert "演奏した。\\n\\n9時には" in newsroom.read(PO).replace('\\n"\n"', "\\n")


def test_a_text_translated_in_two_ways(newsroom: Newsroom) -> None:
    """One message has one translation; the other wording is named."""
    article = "Update the boat now.\n\nThe harbor opened on August 8.\n\nUpdate the boat now.\n"
    result = adopt(newsroom, "船を更新せよ。\n\n港は8月8日に開いた。\n\n船の更新をすること。\n", article=article)
    assert msgstr(newsroom, "Update the boat now.") == "船を更新せよ。"
    assert "translated in another way elsewhere; this wording was not adopted" in result.stdout
    assert "船の更新をすること。" in result.stdout
    assert "marked fuzzy" not in result.stdout
    assert "rebuilt from the catalog, lines that differ: passages: 1" in result.stdout


def test_what_cannot_be_written_back_is_fuzzy(newsroom: Newsroom) -> None:
    """HTML that the original does not have: the words are kept, the edition keeps its source text."""
    result = adopt(newsroom, TRANSLATION.replace("港は水曜日に\n開いた。", "港は<b>水曜日</b>に開いた。"))
    assert msgstr(newsroom, "The harbor opened on Wednesday.") == "港は<b>水曜日</b>に開いた。*"
    assert "cannot be written where it belongs" in result.stdout
    assert result.exit_code == 1


def test_other_lines_are_named_as_such(newsroom: Newsroom) -> None:
    """Code and front matter that the translation changed are no text of the catalog."""
    article = ARTICLE + "\n```\nprint('boat')\n```\n"
    translation = TRANSLATION.replace("2026-04-01", "2026-04-02") + "\n```\nprint('船')\n```\n"
    result = adopt(newsroom, translation, "--diff", article=article)
    assert "front matter: 1, code, HTML and other lines that no catalog holds: 1" in result.stdout
    assert "-print('船')\n+print('boat')" in result.stdout


def test_dry_run_and_output(newsroom: Newsroom) -> None:
    """A dry run shows the catalog and writes nothing; --output writes that file only."""
    result = adopt(newsroom, TRANSLATION, "--dry-run")
    assert '+msgstr "港が開く"' in result.stdout
    assert not (newsroom.root / "locales").exists()
    adopt(newsroom, TRANSLATION, "--output", "mine.po")
    assert 'msgstr "港が開く"' in newsroom.read("mine.po")
    assert not (newsroom.root / "locales").exists()


def test_json(newsroom: Newsroom) -> None:
    """The same, for programs."""
    data = json.loads(
        adopt(newsroom, TRANSLATION + "\n訳者の一言。これは原文にない段落です。\n", "--format", "json").stdout
    )
    (one,) = data["translations"]
    assert (one["slug"], one["locale"], one["locale_told_by"], one["written"]) == ("harbor", "ja", "file name", True)
    assert (one["adopted"], one["fuzzy"], one["kept"], one["empty"]) == (8, 0, 0, 0)
    assert [finding["kind"] for finding in one["findings"]] == ["no-original"]
    assert one["findings"][0]["translation"][0]["line"] == 19
    assert one["rebuilt"]["identical"] is False


def test_a_japanese_original(newsroom: Newsroom) -> None:
    """The other direction is no different."""
    newsroom.write("source_text/minato.md", JAPANESE_ARTICLE)
    newsroom.write(
        "old/minato.md",
        "---\ntitle: Harbor opens\n---\n\nThe harbor opened on Wednesday.\n\nThe next meeting is in May.\n",
    )
    newsroom.run("align", "minato", "old/minato.md")
    assert msgstr(newsroom, "港は水曜日に開いた。", "minato", "en") == "The harbor opened on Wednesday."


BAD = [
    ("source_text/harbor.md", None, 2, "is the original itself"),
    ("old", None, 2, "is a folder"),
    ("old/none.md", None, 3, "No such file"),
    ("old/x.docx", TRANSLATION.encode(), 3, "neither Markdown nor plain text"),
    ("old/x.md", b"", 3, "there is nothing translated in it"),
    ("old/x.md", TRANSLATION.encode("shift_jis"), 3, "x.md:2:8: not UTF-8; it reads as Shift_JIS"),
    ("old/x.md", b"\x00\x01", 3, "null character"),
    ("old/x.md", ARTICLE.encode(), 3, "reads as “en”"),
    (
        "old/x.md",
        b"---\nlocale: en\n---\n\n\xe6\xb8\xaf\xe3\x81\xa0\xe3\x80\x82\n",
        3,
        "its front matter says locale: en",
    ),
    ("old/*.md", None, 2, "one file and one pattern"),
]


@pytest.mark.parametrize(("path", "content", "code", "message"), BAD, ids=[message for *_, message in BAD])
def test_bad_translations(newsroom: Newsroom, path: str, content: bytes | None, code: int, message: str) -> None:
    """Each is told with its place and what to do, and nothing is written."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("old/harbor.ja.md", TRANSLATION)
    if content is not None:
        newsroom.write(path, content)
    result = newsroom.run("align", "harbor", path)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert "Traceback" not in result.stderr
    assert not (newsroom.root / "locales").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("harbor",), "no translation given"),
        (("nowhere", "old/harbor.ja.md"), "no article “nowhere”"),
        (("harbor", "old/harbor.ja.md", "--locale", "en"), "the original is in “en” itself"),
        (("harbor", "old/harbor.ja.md", "--at", "HEAD"), "--at needs git"),
        (("harbor", "old/harbor.ja.md", "--locale", "ja", "--locale", "en"), "a translation has one locale"),
        (("nothing/*.md", "old/*.md"), "matches no article"),
        (("source_text", "old/harbor.ja.md"), "names several articles"),
        (("source_text/**x/*.md", "old/*.md"), "is no pattern"),
    ],
)
def test_bad_usage(newsroom: Newsroom, arguments: tuple[str, ...], message: str) -> None:
    """Arguments that do not go together are told."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("old/harbor.ja.md", TRANSLATION)
    newsroom.write("source_text/other.md", "Other.\n")
    result = newsroom.run("align", *arguments)
    assert (result.exit_code, message in result.stderr) == (2, True), result.stderr


def test_two_trees(newsroom: Newsroom) -> None:
    """Pairs by path; files without a partner and files that fail are named, the others done."""
    newsroom.write("taiyaku.toml", 'articles = ["content/en/**/*.md"]\n')
    for name, english, japanese in (
        ("harbor.md", ARTICLE, TRANSLATION),
        ("a/index.md", "Rain fell on August 8.\n", "8月8日に雨が降った。\n"),
        ("broken.md", "Snow.\n", "\0"),
    ):
        newsroom.write(f"content/en/{name}", english)
        newsroom.write(f"content/ja/{name}", japanese)
    newsroom.write("content/en/lonely.md", "Alone.\n")
    newsroom.write("content/ja/mine.md", "独り。\n")
    result = newsroom.run("align", "content/{locale}/**/*.md")
    assert result.exit_code == 3
    assert msgstr(newsroom, "Rain fell on August 8.", "a") == "8月8日に雨が降った。"
    assert msgstr(newsroom, "Bread") == "パン"
    for line in (
        "broken.md:1:1: a null",
        "lonely.md: warning: there is no translation",
        "mine.md: warning: there is no original",
    ):
        assert line in result.stderr
    table = result.stdout.split("\n\n")[-1].splitlines()
    assert [row.split()[:2] for row in table[1:]] == [["content/ja/a/index.md", "1"], ["content/ja/harbor.md", "8"]]
    again = newsroom.run("align", "content/en/**/*.md", "content/ja/**/*.md", "--output", "x.po")
    assert "--output takes one translation" in again.stderr


def test_trees_by_name(newsroom: Newsroom) -> None:
    """`x.ja.md` beside `x.md`; two files that could be the one are nobody's partner."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("ja/harbor.ja.md", TRANSLATION)
    result = newsroom.run("align", "source_text/*.md", "ja/*.ja.md")
    assert result.exit_code == 0, result.stderr
    newsroom.write("ja/harbor.ja.txt", "港\n")
    assert "several files could be a pair" in newsroom.run("align", "source_text/*.md", "ja/*").stderr


def test_translations_that_the_setting_articles_covers(newsroom: Newsroom) -> None:
    """`x.ja.md` beside `x.md` is adopted by any arguments, with a warning that it is an article, too."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("source_text/harbor.ja.md", TRANSLATION)
    for arguments in (
        ("source_text/*.md", "source_text/*.ja.md"),
        ("source_text/*.md", "source_text/*"),
        ("source_text/harbor.md", "source_text/harbor.ja.md"),
    ):
        result = newsroom.run("align", *arguments)
        assert msgstr(newsroom, "Bread") == "パン"
        assert "harbor.ja.md: warning: this translation is an article of its own" in result.stderr
        assert "there is no" not in result.stderr
        (newsroom.root / PO).unlink()


def test_a_file_with_brackets_in_its_name(newsroom: Newsroom) -> None:
    """A name that exists is a file, whatever signs of patterns are in it."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("old/harbor [1].ja.md", TRANSLATION)
    assert newsroom.run("align", "harbor", "old/harbor [1].ja.md").exit_code == 0
    assert msgstr(newsroom, "Bread") == "パン"


def test_one_pair_of_a_pattern_fails_like_one_of_many(newsroom: Newsroom) -> None:
    """The other files' warnings are not lost, and with JSON all problems are in it."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("source_text/lonely.md", "Alone.\n")
    newsroom.write("old/harbor.md", "\0")
    result = newsroom.run("align", "source_text/*.md", "old/*.md")
    assert result.exit_code == 3
    assert "null character" in result.stderr
    assert "there is no translation of it" in result.stderr
    result = newsroom.run("align", "source_text/*.md", "old/*.md", "--format", "json")
    problems = json.loads(result.stdout)["problems"]
    assert {(one["severity"], one["path"]) for one in problems} == {
        ("error", "old/harbor.md"),
        ("warning", "source_text/lonely.md"),
    }
    assert (result.exit_code, result.stderr) == (3, "")


def test_the_catalog_on_standard_output(newsroom: Newsroom) -> None:
    """`--output -`: the catalog and nothing else on stdout, what is told on stderr, no file; not with JSON."""
    result = adopt(newsroom, TRANSLATION, "--output", "-")
    assert result.stdout.startswith('msgid ""\n')
    assert 'msgstr "港が開く"' in result.stdout
    assert "adopted 8" in result.stderr
    assert "adopted 8" not in result.stdout
    assert not (newsroom.root / "locales").exists()
    assert not (newsroom.root / "-").exists()
    both = adopt(newsroom, TRANSLATION, "--output", "-", "--format", "json")
    assert (both.exit_code, "both print" in both.stderr) == (2, True)


def test_what_is_clean(newsroom: Newsroom) -> None:
    """Lines that only the original's front matter has, the translation's locale, and a byte order mark need no one."""
    article = "\ufeff" + ARTICLE.replace("tags:", "layout: post\nlang: en\ntags:")
    result = adopt(newsroom, TRANSLATION.replace("tags:", "lang: ja\ntags:"), article=article)
    assert result.exit_code == 0, result.stdout + result.stderr
    assert "front matter:" in result.stdout
    again = adopt(newsroom, TRANSLATION.replace("tags:", "translator: 山田\ntags:"), article=article)
    assert again.exit_code == 1


def test_the_proof_is_of_the_catalog_that_was_saved(newsroom: Newsroom) -> None:
    """A translation that was kept, and is another one, shows in it."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.translate("harbor", {"Boats": "小舟"})
    result = adopt(newsroom, TRANSLATION, "--diff")
    assert "lines that differ: passages: 1" in result.stdout
    assert "-- 船\n+- 小舟" in result.stdout


def test_the_wrong_file(newsroom: Newsroom) -> None:
    """A translation of something else is refused, and nothing is written."""
    article = """\
The mayor of Bizen cut the ribbon at 10 in the morning on August 8, and 300 people applauded.

Torrance had sent 12 students and a letter by Mayor George Chen to the ceremony.

Dinner was served on the quay at 7, with music by the high school band from Okayama.

Fireworks began at 9 and lasted for 45 minutes.

The last boat left at midnight.
"""
    translation = """\
JavaScriptのビルドツールViteは、2020年に公開されました。

設定ファイルはプロジェクトのルートに置きます。拡張子は6種類あります。

プラグインはnpmから入手できます。

エラーが出たときは、GitHubでIssueを検索してください。

バージョン4からはNode.js 14が必要です。
"""
    result = adopt(newsroom, translation, article=article)
    assert (result.exit_code, "is it the right file?" in result.stderr) == (3, True), result.stdout
    assert not (newsroom.root / "locales").exists()


def git(newsroom: Newsroom, *arguments: str) -> str:
    """Run git in the project."""
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    run = subprocess.run(
        [judge("git"), *name, *arguments], cwd=newsroom.root, check=True, capture_output=True, text=True
    )
    return run.stdout.strip()


def committed(newsroom: Newsroom) -> str:
    """Commit all there is, and return the commit."""
    git(newsroom, "init", "--quiet")
    git(newsroom, "add", ".")
    git(newsroom, "commit", "--quiet", "--message", "x")
    return git(newsroom, "rev-parse", "HEAD")


OLD = ARTICLE.replace("Wednesday", "Tuesday")


@pytest.mark.parametrize("key", ["default_lang_commit: {}", "l10n:\n  sourceCommit: {}"])
def test_the_revision_that_the_translation_names(newsroom: Newsroom, key: str) -> None:
    """It is aligned with, also under another name; what has changed since is fuzzy with its previous msgid."""
    newsroom.write("source_text/port.md", OLD)
    commit = committed(newsroom)
    git(newsroom, "mv", "source_text/port.md", "source_text/harbor.md")
    committed(newsroom)
    translation = TRANSLATION.replace("tags:", key.format(commit) + "\ntags:").replace("水曜", "火曜")
    result = adopt(newsroom, translation)
    assert f"aligned with the original of {commit[:12]}" in result.stdout
    assert msgstr(newsroom, "The harbor opened on Wednesday.") == "港は火曜日に開いた。*"
    assert '#| msgid "The harbor opened on Tuesday."' in newsroom.read(PO)
    assert '#~ msgid "The harbor opened on Tuesday."' in newsroom.read(PO)
    assert msgstr(newsroom, "Bread") == "パン"
    assert "the original has changed since it was translated, marked fuzzy\n" in result.stdout
    assert "source_text/harbor.md:9:1: The harbor" in result.stdout
    assert "港は火曜日に" in result.stdout.partition("has changed since")[2]
    assert "passages:" not in result.stdout
    assert result.exit_code == 1


def test_the_revision_that_is_told(newsroom: Newsroom) -> None:
    """--at decides; a revision without the article, or unknown, is an error of usage."""
    newsroom.write("source_text/other.md", "Nothing.\n")
    first = committed(newsroom)
    newsroom.write("source_text/harbor.md", OLD)
    second = committed(newsroom)
    assert "as it was in" in adopt(newsroom, TRANSLATION, "--at", first).stderr
    assert "git knows no revision" in adopt(newsroom, TRANSLATION, "--at", "nosuch").stderr
    adopt(newsroom, TRANSLATION, "--at", second)
    assert msgstr(newsroom, "The harbor opened on Wednesday.").endswith("*")


def test_the_revision_of_the_translations_last_commit(newsroom: Newsroom) -> None:
    """Where git has the translation: the original of that time, if that fits better than the present one."""
    long = OLD + "\nThe mayor of Bizen cut the ribbon at 10 on August 8.\n"
    newsroom.write("source_text/harbor.md", long)
    newsroom.write("old/harbor.ja.md", TRANSLATION + "\n備前市長は8月8日の10時にテープを切った。\n")
    commit = committed(newsroom)
    newsroom.write("source_text/harbor.md", ARTICLE)
    result = newsroom.run("align", "harbor", "old/harbor.ja.md")
    assert f"aligned with the original of {commit[:12]} (by date)" in result.stdout
    assert '#~ msgid "The mayor of Bizen' in newsroom.read(PO)
    assert "no-original" not in newsroom.run("align", "harbor", "old/harbor.ja.md", "--format", "json").stdout


def test_a_translation_in_another_repository(newsroom: Newsroom) -> None:
    """The time of its last commit tells which original there was."""
    long = OLD + "\nThe mayor of Bizen cut the ribbon at 10 on August 8.\n"
    newsroom.write("source_text/harbor.md", long)
    commit = committed(newsroom)
    newsroom.write("old/harbor.ja.md", TRANSLATION + "\n備前市長は8月8日の10時にテープを切った。\n")
    theirs = ["-C", "old"]
    git(newsroom, *theirs, "init", "--quiet")
    git(newsroom, *theirs, "add", ".")
    git(newsroom, *theirs, "commit", "--quiet", "--message", "x")
    newsroom.write("source_text/harbor.md", ARTICLE)
    result = newsroom.run("align", "harbor", "old/harbor.ja.md")
    assert f"aligned with the original of {commit[:12]} (by date)" in result.stdout


def test_an_unknown_commit_is_named(newsroom: Newsroom) -> None:
    """The history may not be here: the present text is taken, and that is said."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    committed(newsroom)
    result = adopt(newsroom, TRANSLATION.replace("tags:", "default_lang_commit: 0123456789abcdef\ntags:"))
    assert "default_lang_commit names 0123456789ab, which git here does not have" in result.stderr
    assert msgstr(newsroom, "Bread") == "パン"


def test_the_locale_is_guessed(newsroom: Newsroom) -> None:
    """By front matter, by name, by script; where nothing tells, it must be given."""
    newsroom.write("taiyaku.toml", 'source_locale = "ja"\nlocales = ["ja", "en-GB", "en-US"]\n')
    newsroom.write("source_text/minato.md", JAPANESE_ARTICLE)
    english = "---\ntitle: Harbor opens\n{}---\n\nThe harbor opened on Wednesday.\n\nThe next meeting is in May.\n"
    newsroom.write("old/minato.md", english.format(""))
    result = newsroom.run("align", "minato", "old/minato.md")
    assert (result.exit_code, "nothing tells the locale" in result.stderr) == (2, True)
    newsroom.write("old/minato.md", english.format("lang: en-GB\n"))
    data = json.loads(newsroom.run("align", "minato", "old/minato.md", "--format", "json").stdout)
    assert (data["translations"][0]["locale"], data["translations"][0]["locale_told_by"]) == ("en-GB", "front matter")
