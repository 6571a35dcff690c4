"""`changes` says of an article what `update` and `status` say of it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.judges import judge

if TYPE_CHECKING:
    from tests.conftest import Newsroom

PO = "locales/ja/LC_MESSAGES/harbor.po"
TWICE = "# T\n\nAbout {} people came, 200 of them by boat. In 2023, about 250 came.\n"
PARAGRAPHS = "# Harbor\n\nThe mayors exchanged gifts.\n\nChen was pleased with the jersey.\n\nThe end.\n"
WORDS = {
    "Harbor": "港",
    "The mayors exchanged gifts.": "市長は贈り物を交換した。",
    "Chen was pleased with the jersey.": "陳市長は喜んだ。",
    "The end.": "終わり。",
}


def translated(newsroom: Newsroom, text: str, words: dict[str, str]) -> None:
    """Make an article with translations, as a commit of git's."""
    judge("git")
    newsroom.write("source_text/harbor.md", text)
    newsroom.run("update")
    newsroom.translate("harbor", words)
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "state"]):
        subprocess.run(["git", *identity, *command], cwd=newsroom.root, check=True, capture_output=True)


def edited(newsroom: Newsroom, old: str, new: str) -> None:
    """Replace a text in the catalog, where it stands once."""
    text = newsroom.read(PO)
    assert text.count(old) == 1
    newsroom.write(PO, text.replace(old, new))


def test_a_number_that_stood_there_before_is_not_the_new_one(newsroom: Newsroom) -> None:
    """A translation that has the new number in another place only does not have it, as an update says."""
    old = TWICE.format(200)
    words = "約200人が訪れ、うち200人は船で来た。2023年には約250人が訪れた。"
    translated(newsroom, old, {"T": "題", old.splitlines()[2]: words})
    newsroom.write("source_text/harbor.md", TWICE.format(250))
    assert "200 → 250, not yet in the translation" in newsroom.run("update").stdout
    screen = newsroom.run("changes").stdout
    assert "Numbers: 200 → 250 (2, not yet in the translation)\nto be reworked: 2\n" in screen
    edited(newsroom, f'msgstr "{words}"\n\n#~', f'msgstr "{words.replace("約200", "約250")}"\n\n#~')
    assert "Numbers: 200 → 250 (2)\n" in newsroom.run("changes", "--since", "HEAD").stdout


def test_an_approved_translation_with_the_old_number(newsroom: Newsroom) -> None:
    """Whoever approved it, the old number is named."""
    translated(newsroom, "# T\n\nAbout 200 men came.\n", {"T": "題", "About 200 men came.": "約200人が来た。"})
    newsroom.write("source_text/harbor.md", "# T\n\nAbout 250 men came.\n")
    newsroom.run("update")
    edited(newsroom, '#, fuzzy\n#| msgid "About 200 men came."\n', "")
    edited(newsroom, 'msgstr "約250人が来た。"', 'msgstr "約200人がやって来た。"')
    assert "Numbers: 200 → 250 (2, not yet in the translation)" in newsroom.run("changes", "--since", "HEAD").stdout
    assert '"in_translation": false' in newsroom.run("changes", "--since", "HEAD", "--format", "json").stdout


@pytest.mark.parametrize("update", [False, True])
def test_a_paragraph_that_was_taken_out(newsroom: Newsroom, update: bool) -> None:
    """Since a revision it is news, before and after the update; without one it waits for nobody."""
    translated(newsroom, PARAGRAPHS, WORDS)
    newsroom.write("source_text/harbor.md", PARAGRAPHS.replace("Chen was pleased with the jersey.\n\n", ""))
    if update:
        newsroom.run("update")
        assert newsroom.run("changes").stdout == "Nothing waits: every translation is approved.\n"
    assert "[-Chen was pleased with the jersey.-]" in newsroom.run("changes", "--since", "HEAD").stdout


@pytest.mark.parametrize(
    ("translation", "problem"),
    [
        ("  ", "the translation is empty"),
        ("<!-- taiyaku: ommit -->", "unknown directive “ommit” as a translation"),
        ("終<script>x</script>わり。", "the translation holds HTML that its source does not: <script>"),
    ],
)
def test_a_translation_that_no_edition_takes(newsroom: Newsroom, translation: str, problem: str) -> None:
    """It waits to be translated, and it is said why, where `status` names it as a problem."""
    translated(newsroom, PARAGRAPHS, WORDS)
    edited(newsroom, "終わり。", translation)
    status = newsroom.run("status")
    assert (status.exit_code, problem in status.stderr) == (1, True)
    for arguments in ([], ["--since", "HEAD"]):
        result = newsroom.run("changes", *arguments)
        assert (result.exit_code, "\nto be translated: 4\n" in result.stdout) == (0, True)
        assert f"4 · not approved to be translated: {problem}" in " ".join(result.stdout.split())
        assert "translated anew" not in result.stdout or translation.strip()


def test_a_message_with_plural_forms(newsroom: Newsroom) -> None:
    """An article has none: the message is named as what it is, by `status` and by `changes`."""
    translated(newsroom, PARAGRAPHS, WORDS)
    edited(newsroom, 'msgid "The end."\nmsgstr "', 'msgid "The end."\nmsgid_plural "The ends."\nmsgstr[0] "')
    problem = "a message with plural forms, which articles do not have"
    assert problem in newsroom.run("status").stderr
    assert f"to be translated: {problem}" in " ".join(newsroom.run("changes").stdout.split())


def test_a_text_that_came_back_after_its_change_was_pruned(newsroom: Newsroom) -> None:
    """Its translation is the one that was approved for it, and needs no more than that again."""
    translated(newsroom, PARAGRAPHS, WORDS)
    newsroom.write("source_text/harbor.md", PARAGRAPHS.replace("pleased", "happy"))
    newsroom.run("update")
    newsroom.run("prune", "--all")
    newsroom.write("source_text/harbor.md", PARAGRAPHS)
    newsroom.run("update")
    screen = newsroom.run("changes").stdout
    assert "\nnot approved: 1, sentences that stand: 1\nto be approved: 3\n" in screen


def test_the_halves_of_a_paragraph(newsroom: Newsroom) -> None:
    """Both are split off, as an update counts them; nothing is struck through in a half that did not change."""
    whole = "The harbor opened on Saturday. About 200 people came. The mayor spoke first. Bread is sold there."
    words = "港は土曜日に開いた。約200人が集まった。市長が最初に話した。パンも売られている。"
    translated(newsroom, f"# T\n\n{whole}\n", {"T": "題", whole: words})
    halves = whole.replace("Saturday", "Sunday").replace("came. ", "came.\n\n")
    newsroom.write("source_text/harbor.md", f"# T\n\n{halves}\n")
    told = newsroom.run("changes").stdout
    assert "2 split" in newsroom.run("update").stdout
    for screen in (told, newsroom.run("changes").stdout, newsroom.run("changes", "--since", "HEAD").stdout):
        assert "split off: 2, sentences that stand: 3" in screen
        assert screen.count("[-") == 2  # the legend's, and Saturday
    path = newsroom.root / PO
    approved = path.read_text(encoding="utf-8").replace(
        f'#, fuzzy\n#| msgid "{whole}"\nmsgid "The harbor', 'msgid "The harbor'
    )
    path.write_text(approved, encoding="utf-8")
    screen = newsroom.run("changes").stdout
    assert ("split off: 1" in screen, screen.count("[-")) == (True, 1)
