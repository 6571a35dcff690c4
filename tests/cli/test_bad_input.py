"""Bad input: `path:line:column: what; what to do`, a documented exit code, nothing written, never a traceback."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.conftest import ARTICLE

if TYPE_CHECKING:
    from tests.conftest import Newsroom

BOMB = "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(9))

ARTICLES = [
    ("not UTF-8", b"# A\n\nb\xff\xfe\x00c\n", "source_text/bad.md:3:2: not UTF-8"),
    ("Shift_JIS", "# 港\n\n港が開く\n".encode("shift_jis"), "source_text/bad.md:1:3: not UTF-8; it reads as Shift_JIS"),
    ("UTF-16", "# 港\n".encode("utf-16"), "source_text/bad.md:1:1: not UTF-8; it reads as UTF-16"),
    ("not closed", "---\ntitle: A\n\nText\n", "source_text/bad.md:1:1: the front matter is not closed"),
    ("Python tag", "---\ntitle: !!python/object/apply:os.system [x]\n---\n", "source_text/bad.md:2:8: the tag"),
    ("alias bomb", f"---\n{BOMB}---\n", "source_text/bad.md:2:4: anchors and aliases"),
    ("not YAML", "---\ntitle: A: B\n---\n", "source_text/bad.md:2:9: the front matter is not YAML"),
    ("null character", "# A\n\nb\0c\n", "source_text/bad.md:3:2: a null character"),
    ("unknown locale", "---\nlocale: fr\n---\nText\n", "source_text/bad.md: the article's locale “fr”"),
    ("slug outside", "---\nslug: ../../etc\n---\nText\n", "source_text/bad.md: “../../etc” cannot be"),
]


@pytest.mark.parametrize(("data", "complaint"), [row[1:] for row in ARTICLES], ids=[row[0] for row in ARTICLES])
@pytest.mark.parametrize("command", ["extract", "update", "status", "build"])
def test_an_article_that_cannot_be_read(newsroom: Newsroom, command: str, data: str | bytes, complaint: str) -> None:
    """It is reported with its place, and nothing is made of it; its neighbour is done."""
    newsroom.write("source_text/bad.md", data)
    newsroom.write("source_text/good.md", ARTICLE)
    result = newsroom.run(command)
    assert result.exit_code == 3
    assert result.stderr.splitlines()[0].startswith(complaint)
    assert not list(newsroom.root.glob("**/bad*.po*"))
    assert list(newsroom.root.glob("locales/good.pot")) or command in {"status", "build"}


def test_an_empty_article(newsroom: Newsroom) -> None:
    """It has no messages, and its page no words."""
    newsroom.write("source_text/empty.md", "")
    assert newsroom.run("update").exit_code == 0
    result = newsroom.run("build")
    assert result.exit_code == 0
    assert "source_text/empty.md: warning: the article has no headline" in result.stderr


def test_an_article_without_a_title(newsroom: Newsroom) -> None:
    """Its file name stands in for it, and the publisher is told."""
    newsroom.write("source_text/untitled.md", "Only text.\n")
    newsroom.run("update")
    assert "give it a title" in newsroom.run("build").stderr
    assert "<title>untitled" in newsroom.read("build/en/untitled/index.html")


def test_two_articles_with_one_slug(newsroom: Newsroom) -> None:
    """Both are named, neither is done, the others are."""
    newsroom.write("source_text/a/b.md", "# One\n")
    newsroom.write("source_text/a-b.md", "# Two\n")
    newsroom.write("source_text/good.md", ARTICLE)
    result = newsroom.run("update")
    assert result.exit_code == 3
    assert "source_text/a-b.md: the slug “a-b” is also that of source_text/a/b.md" in result.stderr
    assert sorted(path.name for path in newsroom.root.glob("locales/*.pot")) == ["good.pot"]


def test_a_link_in_a_circle(newsroom: Newsroom) -> None:
    """It is named, and the other articles are worked on."""
    newsroom.write("source_text/a.md", "# A\n")
    (newsroom.root / "source_text/loop.md").symlink_to("loop.md")
    result = newsroom.run("update")
    assert (result.exit_code, result.stderr) == (
        3,
        "source_text/loop.md: a link that leads nowhere; mend it, or take it out\n",
    )
    assert (newsroom.root / "locales/a.pot").exists()


def test_the_only_article_cannot_be_read(newsroom: Newsroom) -> None:
    """No advice to put one there, and no encoding is guessed that has nothing to say for it."""
    newsroom.write("source_text/bad.md", b"# T\n\nHello \xff\xfe there\n")
    for command in ([], ["status"]):
        result = newsroom.run(*command)
        assert (result.exit_code, result.stdout) == (3, "")
        assert result.stderr == "source_text/bad.md:3:7: not UTF-8; save it as UTF-8\n"


def test_a_file_name_that_is_no_slug(newsroom: Newsroom) -> None:
    """A slug in the front matter helps."""
    newsroom.write("source_text/港.md", "# 港\n")
    assert newsroom.run("update").stderr.startswith("source_text/港.md: “港” cannot be the article's short name; put")
    newsroom.write("source_text/港.md", "---\nslug: minato\nlocale: ja\n---\n# 港\n")
    assert newsroom.run("update").exit_code == 0
    assert (newsroom.root / "locales/en/LC_MESSAGES/minato.po").exists()


def test_an_article_through_a_link_out_of_the_project(newsroom: Newsroom) -> None:
    """It is refused, not read."""
    outside = newsroom.root.parent / f"{newsroom.root.name}-outside.md"
    outside.write_text("# Secret\n", encoding="utf-8")
    (newsroom.root / "source_text").mkdir()
    (newsroom.root / "source_text/in.md").symlink_to(outside)
    result = newsroom.run("update")
    assert (result.exit_code, "leads out of the project" in result.stderr) == (3, True)


SETTINGS = [
    ("[editons]\n", "taiyaku.toml:1:1: unknown setting “editons”; did you mean “editions”?"),
    ('locales = "ja"\n', "taiyaku.toml:1:1: locales must be a list of texts"),
    ('\nlocales = ["en", "xx"]\n', "taiyaku.toml:2:1: unknown locale “xx”"),
    ('[editions]\nuntranslated = "maybe"\n', "taiyaku.toml:2:1: “maybe” is no choice"),
    ('[markdown]\ndialects = ["hugo", "jekyl"]\n', "taiyaku.toml:2:1: “jekyl” is no choice for markdown.dialects"),
    ('[markdown]\ndialects = "hugo"\n', "taiyaku.toml:2:1: markdown.dialects must be a list of texts"),
    ('catalogs = "x.po"\n', "taiyaku.toml:1:1: catalogs needs {slug} in it"),
    ('output = "../out"\n', "taiyaku.toml:1:1: output leaves the project"),
    ("a = \n", "taiyaku.toml:1:5: not TOML: Invalid value\n"),
    ("\n[checks\n", "taiyaku.toml:2:8: not TOML: Expected ']' at the end of a table declaration\n"),
    (
        "[checks]\neditor_url = 'vscode://{file}'\n",
        "taiyaku.toml:2:1: checks.editor_url holds a placeholder that means",
    ),
    ("[checks]\nweblate_url = 'https://a/{q}'\n", "taiyaku.toml:2:1: checks.weblate_url holds a placeholder that"),
    ('source_locale = "ja"\nlocales = ["en"]\n', "taiyaku.toml:1:1: source_locale “ja” is not among"),
]


@pytest.mark.parametrize(("settings", "complaint"), SETTINGS)
def test_wrong_settings(newsroom: Newsroom, settings: str, complaint: str) -> None:
    """Exit code 2, with the line."""
    newsroom.write("taiyaku.toml", settings)
    result = newsroom.run("status")
    assert result.exit_code == 2
    assert result.stderr.startswith(complaint)


@pytest.mark.parametrize(
    ("path", "setting"),
    [
        ("taiyaku.toml", ""),
        ("locales/waivers.toml", ""),
        ("locales/baseline.txt", ""),
        ("locales/termbase.toml", ""),
        ("pyproject.toml", "[tool.taiyaku]\n"),
    ],
)
def test_files_that_are_no_text(newsroom: Newsroom, path: str, setting: str) -> None:
    """Not UTF-8, or a folder: said with the place and in the words that catalogs have for it; the mark is no fault."""
    newsroom.write("source_text/a.md", "# A\n")
    if setting:
        (newsroom.root / "taiyaku.toml").unlink()
    newsroom.write(path, "")
    file = newsroom.root / path
    code = 2 if setting or path == "taiyaku.toml" else 3
    file.write_bytes(b"\xef\xbb\xbf" + setting.encode() + b"# \xe6\xb8\xaf\n")
    assert newsroom.run("check").exit_code == 0
    for mark in (b"", b"\xef\xbb\xbf"):
        file.write_bytes(mark + setting.encode() + b"# \xe6\xb8\xaf\n# \xe6\xb8\xaf\xe9\n")
        result = newsroom.run("check")
        place = f"{path}:{2 + setting.count(chr(10))}:4"
        assert (result.exit_code, result.stderr) == (
            code,
            f"{place}: the byte 0xE9 is not valid UTF-8; save it as UTF-8\n",
        )
    if code == 3:
        file.unlink()
        file.mkdir()
        result = newsroom.run("check")
        assert (result.exit_code, result.stdout) == (3, "")
        assert result.stderr.startswith(f"{path}: the file cannot be read (Is a directory); see that it is there")


def test_no_project(newsroom: Newsroom) -> None:
    """What to type is said."""
    (newsroom.root / "taiyaku.toml").unlink()
    result = newsroom.run("status")
    assert (result.exit_code, "type `taiyaku init`" in result.stderr) == (2, True)


def test_a_theme_that_is_not_there(newsroom: Newsroom) -> None:
    """A settings error, before anything is built."""
    newsroom.write("taiyaku.toml", '[editions]\ntheme = "mine"\n')
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    result = newsroom.run("build")
    assert (result.exit_code, "theme's folder does not exist" in result.stderr) == (2, True)
    assert not (newsroom.root / "build").exists()


def test_control_characters_are_shown_and_not_obeyed(newsroom: Newsroom) -> None:
    """An escape sequence or a bidi override in a file reaches the terminal as text."""
    newsroom.write("source_text/bad.md", '---\nlocale: "\\e[31m\u202efr"\n---\n')
    result = newsroom.run("update")
    assert "\x1b" not in result.stderr
    assert "\u202e" not in result.stderr
    assert "\\u001b" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_that_may_not_be_written(newsroom: Newsroom) -> None:
    """The folder is named."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    (newsroom.root / "build").mkdir(mode=0o500)
    newsroom.run("update")
    result = newsroom.run("build")
    assert (result.exit_code, "cannot be written" in result.stderr) == (3, True)


def test_an_output_that_is_a_file(newsroom: Newsroom) -> None:
    """Not a traceback."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.write("build", "mine")
    newsroom.run("update")
    result = newsroom.run("build")
    assert result.exit_code == 3
    assert "Traceback" not in result.stderr
    assert newsroom.read("build") == "mine"


def test_a_full_disk(newsroom: Newsroom) -> None:
    """No file is damaged, and the command says which one it could not write."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    before = newsroom.read("locales/ja/LC_MESSAGES/harbor.po")
    newsroom.write("source_text/harbor.md", ARTICLE + "\n".join(f"\nSentence {n}.\n" for n in range(50)))

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    code = (
        "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nfrom taiyaku.cli import main\nmain(['update'])"
    )
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=newsroom.root,
        capture_output=True,
        check=False,
        preexec_fn=limit,
        env=environment,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (3, False), done.stderr
    assert b"cannot be written" in done.stderr
    assert newsroom.read("locales/ja/LC_MESSAGES/harbor.po") == before
    assert not list(newsroom.root.glob("**/*.tmp"))


PATTERNS = [
    ('articles = ["source_text/**.md"]\n', "taiyaku.toml:1:1: articles holds a pattern that means nothing"),
    ('catalogs = "l/{slug}-{locale}-{foo}.po"\n', "taiyaku.toml:1:1: catalogs holds a placeholder"),
    (
        'catalogs = "l/{locale}/{slug}.po"\ntemplates = "l/en/{slug}.po"\n',
        "taiyaku.toml:2:1: templates and catalogs lead",
    ),
    ('base_url = "javascript:alert(1)"\n', "taiyaku.toml:1:1: base_url is no address"),
]


@pytest.mark.parametrize(("settings", "complaint"), PATTERNS)
def test_settings_that_cannot_be_meant(newsroom: Newsroom, settings: str, complaint: str) -> None:
    """They are refused before any file is looked at."""
    newsroom.write("taiyaku.toml", settings)
    result = newsroom.run("update")
    assert (result.exit_code, result.stderr[: len(complaint)]) == (2, complaint)


def test_a_template_never_replaces_a_catalog(newsroom: Newsroom) -> None:
    """However it came to stand there."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    catalog = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Boats"\nmsgstr "船"\n'
    newsroom.write("locales/harbor.pot", catalog)
    result = newsroom.run("extract")
    assert (result.exit_code, "a catalog with translations" in result.stderr) == (3, True)
    assert newsroom.read("locales/harbor.pot") == catalog


def test_init_where_a_file_is_in_the_way(newsroom: Newsroom) -> None:
    """Nothing is begun."""
    (newsroom.root / "taiyaku.toml").unlink()
    newsroom.write("source_text", "mine")
    result = newsroom.run("init")
    assert (result.exit_code, (newsroom.root / "taiyaku.toml").exists()) == (2, False)


def test_deep_nesting_is_built(newsroom: Newsroom) -> None:
    """A thousand quotations are no reason to fall over."""
    newsroom.write("source_text/deep.md", f"# T\n\n{'> ' * 1000}x\n")
    newsroom.run("update")
    assert newsroom.run("build").exit_code == 0


def test_no_current_folder_and_nowhere_to_print(tmp_path: Path) -> None:
    """One line each, and no traceback."""
    code = "import os\nos.mkdir('a')\nos.chdir('a')\nos.rmdir('../a')\nfrom taiyaku.cli import main\nmain(['status'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (3, False)
    (tmp_path / "taiyaku.toml").write_text("", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        code = "from taiyaku.cli import main\nmain(['status'])"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode != 0
    assert b"Traceback" not in done.stderr


def test_what_an_author_should_know(newsroom: Newsroom) -> None:
    """A date that is none, a link to a file that is not there; warnings both."""
    newsroom.write("source_text/a.md", "---\ntitle: A\ndate: 2026-13-45\n---\n\n[m](zzz.md) and ![p](zzz.png)\n")
    newsroom.run("update")
    result = newsroom.run("build")
    assert result.exit_code == 0
    assert "“2026-13-45” is no date" in result.stderr
    assert "there is no file at zzz.md" in result.stderr
    assert "there is no file at zzz.png" in result.stderr


def test_a_bilingual_page_in_one_locale(newsroom: Newsroom) -> None:
    """Is a contradiction."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    assert newsroom.run("build", "--locale", "ja", "--edition", "bilingual").exit_code == 2


def test_a_catalog_behind_a_link_out_of_the_project(newsroom: Newsroom) -> None:
    """It is neither read nor written through."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    catalog = newsroom.root / "locales/ja/LC_MESSAGES/harbor.po"
    outside = newsroom.root.parent / f"{newsroom.root.name}-outside.po"
    catalog.rename(outside)
    catalog.symlink_to(outside)
    before = outside.read_bytes()
    newsroom.write("source_text/harbor.md", ARTICLE + "\nMore.\n")
    result = newsroom.run("update")
    assert (result.exit_code, "leads out of the project" in result.stderr) == (3, True)
    assert outside.read_bytes() == before


def test_naming_an_article_whose_slug_clashes(newsroom: Newsroom) -> None:
    """The clash is what the user should hear of."""
    newsroom.write("source_text/a/b.md", "# One\n")
    newsroom.write("source_text/a-b.md", "# Two\n")
    result = newsroom.run("update", "a-b")
    assert (result.exit_code, "is also that of" in result.stderr) == (3, True)


def test_hidden_files_are_no_articles(newsroom: Newsroom) -> None:
    """Nor those in hidden folders."""
    newsroom.write("source_text/.trash/a.md", "# A\n")
    newsroom.write("source_text/.b.md", "# B\n")
    assert "no articles yet" in newsroom.run("update").stdout


@pytest.mark.parametrize("command", ["status", "update", "build", "changes", "restore", "memory"])
def test_a_pipe_in_the_place_of_a_file(newsroom: Newsroom, command: str) -> None:
    """It is never waited for: a catalog is reported, what is in the cache is done without."""
    newsroom.write("source_text/harbor.md", ARTICLE)
    newsroom.run("update")
    newsroom.run("status")
    catalog, cached = "locales/ja/LC_MESSAGES/harbor.po", (".taiyaku/status.json", ".taiyaku/journal/ja/harbor.jsonl")
    for path in (catalog, *cached):
        (newsroom.root / path).unlink(missing_ok=True)
        os.mkfifo(newsroom.root / path)
    result = newsroom.run(command)
    assert result.exit_code == 3
    assert f"{catalog}: the file cannot be read (it is a pipe or a device" in result.stderr
    (newsroom.root / catalog).unlink()
    assert newsroom.run(command).exit_code in {0, 3}
