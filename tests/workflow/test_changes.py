"""What a correction did, as values: the newsroom's day at six."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from tests.judges import judge

from taiyaku.catalog import po
from taiyaku.project.project import require_project
from taiyaku.workflow.changes import changes
from taiyaku.workflow.since import find_since

if TYPE_CHECKING:
    from tests.conftest import Newsroom

    from taiyaku.catalog.passages import ArticleChanges, Passage
    from taiyaku.workflow.articles import Outcome
    from taiyaku.workflow.changes import Changed

NOON = """\
---
title: Harbor towns sign agreement
deck: Two towns pledge visits
---

The mayors signed an agreement on Saturday. About 200 people came to the library. The text names three projects.

The mayor spoke first. She thanked the guests.

The agreement lasts five years. It carries no budget of its own. Both councils may end it at any time.

Every July, students from each town visit the other.

Divers from both harbors count oysters with one method.

The library shelf came first in 2021.
"""
SIX = """\
---
title: Harbor towns sign agreement
deck: Two towns pledge yearly visits
---

The mayors signed an agreement on Saturday. About 250 people came to the library. The text names three projects.

The mayor spoke first. She thanked the guests. “The van will keep running,” she said.

The agreement lasts five years. It carries no budget of its own.

Both councils may end it at any time.

The library shelf came first in 2021.

Every July, students from each town visit the other.

Tickets for the concert sell for $15.
"""
WORDS = {
    "Harbor towns sign agreement": "港町、協定に署名",
    "Two towns pledge visits": "二つの町が訪問を約束",
    NOON.splitlines()[5]: (
        "両市長は土曜日、協定に署名した。図書館には約200人が集まった。協定書には三つの事業が明記された。"
    ),
    "The mayor spoke first. She thanked the guests.": "最初に話したのは市長だった。客に礼を述べた。",
    "The agreement lasts five years. It carries no budget of its own. Both councils may end it at any time.": (
        "協定の期間は5年。独自の予算は持たない。両市議会はいつでも終了できる。"
    ),
    "Every July, students from each town visit the other.": "毎年7月、両市の生徒が互いの町を訪問する。",
    "Divers from both harbors count oysters with one method.": "両港の潜水士が共通の手法でカキを数える。",
    "The library shelf came first in 2021.": "先に動き出したのは2021年、図書館の本棚だった。",
}


@pytest.fixture
def desk(newsroom: Newsroom) -> Newsroom:
    """Return a project in git with the article of noon translated, and corrected since."""
    judge("git")
    newsroom.write("source_text/harbor.md", NOON)
    newsroom.run("update")
    newsroom.translate("harbor", WORDS)
    git(newsroom, "init", "-q")
    commit(newsroom)
    newsroom.write("source_text/harbor.md", SIX)
    return newsroom


def git(newsroom: Newsroom, *arguments: str) -> None:
    """Run git as an invented person."""
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=newsroom.root, check=True, capture_output=True)


def commit(newsroom: Newsroom) -> None:
    """Commit everything."""
    git(newsroom, "add", "-A")
    git(newsroom, "commit", "-q", "-m", "state")


def retranslate(newsroom: Newsroom, words: dict[str, str]) -> None:
    """Write translations over those that are there and approve them, as a translator's editor does."""
    path = newsroom.root / "locales/ja/LC_MESSAGES/harbor.po"
    file = po.read(path)
    messages = tuple(
        replace(message, msgstr=words[message.msgid], flags=(), previous_msgid=None, previous_msgctxt=None)
        if message.msgid in words and not message.obsolete
        else message
        for message in file.catalog.messages
    )
    po.save(path, replace(file.catalog, messages=messages), file, prune=True)


def outcome_of(newsroom: Newsroom, since: str | None = None) -> Outcome[Changed]:
    """Return what `changes` finds."""
    now = datetime.now().astimezone()
    state = find_since(since, newsroom.root, now) if since else None
    return changes(newsroom.project(), now=now, since=state)


def found(newsroom: Newsroom, since: str | None = None) -> ArticleChanges:
    """Return what it finds of the first article in Japanese."""
    return outcome_of(newsroom, since).results[0].locales[0]


def by_text(article: ArticleChanges) -> dict[str, Passage]:
    """Return the passages with something to tell by the beginning of their text."""
    return {(passage.source or passage.old_source)[:10]: passage for passage in article.changed}


def told(article: ArticleChanges) -> dict[str, tuple[str, str]]:
    """Return what became of each passage and its state."""
    return {text: (passage.kind, passage.state) for text, passage in by_text(article).items()}


EXPECTED = {
    "Two towns ": ("edited", "fuzzy"),
    "The mayors": ("numbers", "fuzzy"),
    "The mayor ": ("edited", "fuzzy"),
    "The agreem": ("split", "fuzzy"),
    "Both counc": ("split", "fuzzy"),
    "Tickets fo": ("new", "untranslated"),
    "Divers fro": ("removed", "removed"),
}


@pytest.mark.parametrize("updated", [False, True], ids=["behind", "updated"])
def test_since_the_last_approved_state(desk: Newsroom, updated: bool) -> None:
    """The catalog alone tells what waits, the same before and after the update has been run."""
    if updated:
        desk.run("update")
    article = found(desk)
    assert article.catalog_state == ("current" if updated else "behind")
    passages = told(article)
    if not updated:  # an order is not in a catalog that was brought up to date
        moved = [passage.source for passage in article.changed if passage.moved]
        assert moved in (
            ["Every July, students from each town visit the other."],
            ["The library shelf came first in 2021."],
        )
        passages.pop(moved[0][:10])
    assert passages == EXPECTED


@pytest.mark.parametrize("updated", [False, True], ids=["behind", "updated"])
def test_since_a_revision(desk: Newsroom, updated: bool) -> None:
    """The same by comparing with git, and here the removed passage stands where it stood."""
    if updated:
        desk.run("update")
    article = found(desk, "HEAD")
    passages = told(article)
    moved = next(passage for passage in article.changed if passage.moved)
    passages.pop(moved.source[:10])
    assert passages == EXPECTED
    order = [(passage.source or passage.old_source)[:10] for passage in article.changed]
    assert order.index("Both counc") < order.index("Divers fro") < order.index("Tickets fo")


def test_numbers_are_told_and_found_in_the_translation(desk: Newsroom) -> None:
    """200 became 250, the translation has it by the update, and nothing else has to be looked at."""
    passage = by_text(found(desk))["The mayors"]
    assert [tuple(number) for number in passage.numbers] == [("200", "250", True)]
    assert [mark for mark in passage.marked_translation if mark.kind != "same"] == [
        ("deleted", "200", False),
        ("inserted", "250", False),
    ]
    assert not any(mark.look for mark in passage.marked_translation)


def test_a_new_sentence_waits_and_the_others_stand(desk: Newsroom) -> None:
    """Of three sentences two still have their translation; the new one has none."""
    passage = by_text(found(desk))["The mayor "]
    assert [part.state for part in passage.parts] == ["same", "same", "new"]
    assert passage.reused == 2
    assert passage.translation == "最初に話したのは市長だった。客に礼を述べた。"
    assert [piece.text for piece in passage.difference if piece.kind != "same"] == [
        " “The van will keep running,” she said."
    ]


def test_a_sentence_that_left_is_no_loss(desk: Newsroom) -> None:
    """Both pieces of a split paragraph are compared with their own sentences, so nothing of them is marked."""
    passages = by_text(found(desk))
    for text in ("The agreem", "Both counc"):
        assert {piece.kind for piece in passages[text].difference} == {"same"}
        assert {mark.kind for mark in passages[text].marked_translation} == {"same"}
        assert passages[text].olds[0].source.startswith("The agreement lasts five years. It carries")
    assert passages["Both counc"].translation == "両市議会はいつでも終了できる。"


def test_where_to_edit(desk: Newsroom) -> None:
    """A passage has its line in the article, and in the catalog as soon as that has it."""
    assert by_text(found(desk))["Two towns "].catalog_position is None
    desk.run("update")
    passage = by_text(found(desk))["Two towns "]
    assert passage.article_position is not None
    assert SIX.splitlines()[passage.article_position.line - 1] == "deck: Two towns pledge yearly visits"
    assert passage.catalog_position is not None
    line = desk.read("locales/ja/LC_MESSAGES/harbor.po").splitlines()[passage.catalog_position.line - 1]
    assert line == 'msgstr "二つの町が訪問を約束"'


def test_nothing_is_written(desk: Newsroom) -> None:
    """Looking changes no file, not even the catalog's date."""
    before = {path: path.read_bytes() for path in desk.root.rglob("*") if path.is_file() and ".git" not in path.parts}
    found(desk)
    found(desk, "HEAD")
    after = {path: path.read_bytes() for path in desk.root.rglob("*") if path.is_file() and ".git" not in path.parts}
    assert {p for p in after if ".taiyaku" not in str(p)} == {p for p in before if ".taiyaku" not in str(p)}
    assert all(after[path] == data for path, data in before.items() if path.suffix in {".po", ".pot", ".md"})


def test_when_all_is_approved_nothing_waits(desk: Newsroom) -> None:
    """The translator's work done, nothing waits; compared with noon it is still told what became of the text."""
    desk.run("update")
    retranslate(desk, {passage.source: f"訳{passage.number}" for passage in found(desk).waiting})
    assert not found(desk).any
    article = found(desk, "HEAD")
    assert article.waiting == ()
    assert by_text(article)["The mayors"].kind == "numbers"
    assert by_text(article)["The mayors"].old_translation.startswith("両市長は")
    assert by_text(article)["The mayors"].translation == "訳3"
    assert not by_text(article)["The mayors"].numbers[0].found


def test_a_translation_that_changed_alone(desk: Newsroom) -> None:
    """A translation that was reworked under the same text is told, with what changed in it."""
    desk.write("source_text/harbor.md", NOON)
    retranslate(desk, {"The library shelf came first in 2021.": "先に動き出したのは2021年、図書館の棚だった。"})
    (passage,) = found(desk, "HEAD").changed
    assert (passage.kind, passage.retranslated, passage.state) == ("same", True, "translated")
    assert [mark for mark in passage.marked_translation if mark.kind != "same"] == [
        ("deleted", "本棚", False),
        ("inserted", "棚", False),
    ]


def test_what_waited_before_is_only_counted(desk: Newsroom) -> None:
    """A passage that was not translated at the older state, and has not changed, is no news."""
    desk.write("source_text/harbor.md", NOON + "\nLast words.\n")
    desk.run("update")
    commit(desk)
    article = found(desk, "HEAD")
    assert (article.changed, article.waited, article.any) == ((), 1, False)
    assert [passage.source for passage in found(desk).waiting] == ["Last words."]


def test_no_catalog_yet(newsroom: Newsroom) -> None:
    """An article without a catalog is new throughout."""
    newsroom.write("source_text/a.md", "# A\n\nText.\n")
    article = found(newsroom)
    assert article.catalog_state == "missing"
    assert [(passage.kind, passage.state) for passage in article.passages] == [("new", "untranslated")] * 2


def test_an_article_that_was_not_there(desk: Newsroom) -> None:
    """Compared with a revision before it, an article is new."""
    desk.write("source_text/harbor.md", NOON)
    desk.write("source_text/a.md", "# A\n\nText.\n")
    article = found(desk, "HEAD")
    assert article.added
    assert {passage.kind for passage in article.passages} == {"new"}


@pytest.mark.parametrize("known_to_git", [False, True])
def test_an_article_that_was_renamed(desk: Newsroom, known_to_git: bool) -> None:
    """An article that was moved is compared with itself, and its translations with those it had."""
    (desk.root / "source_text/harbor.md").unlink()
    desk.write("source_text/towns.md", NOON.replace("200", "250"))
    if known_to_git:
        desk.run("update")
        git(desk, "add", "-A")
    article = found(desk, "HEAD")
    assert str(article.old_path) == "source_text/harbor.md"
    passages = by_text(article)
    assert passages["The mayors"].kind == "numbers"
    assert passages["The mayors"].old_translation == WORDS[passages["The mayors"].old_source]
    assert article.catalog.name == ("towns.po" if known_to_git else "harbor.po")


def test_a_project_below_its_repository(desk: Newsroom) -> None:
    """A project may be a folder of a repository."""
    desk.write("source_text/harbor.md", NOON)
    (desk.root / "papers").mkdir()
    for name in ("taiyaku.toml", "source_text", "locales"):
        git(desk, "mv", name, f"papers/{name}")
    commit(desk)
    desk.write("papers/source_text/harbor.md", NOON.replace("200", "250"))
    now = datetime.now().astimezone()
    root = desk.root / "papers"
    result = changes(require_project(root), now=now, since=find_since("HEAD", root, now))
    assert told(result.results[0].locales[0])["The mayors"] == ("numbers", "fuzzy")
    result = changes(require_project(root), now=now, since=find_since("HEAD~1", root, now))
    article = result.results[0].locales[0]
    assert str(article.old_path) == "../source_text/harbor.md"
    assert by_text(article)["The mayors"].old_translation.startswith("両市長は")


def test_a_catalog_that_was_broken_then(desk: Newsroom) -> None:
    """A broken catalog at the revision is a warning with its place; the texts are compared all the same."""
    desk.write("source_text/harbor.md", NOON)
    good = desk.read("locales/ja/LC_MESSAGES/harbor.po")
    desk.write("locales/ja/LC_MESSAGES/harbor.po", good + '\nmsgid "cut\n')
    commit(desk)
    desk.write("locales/ja/LC_MESSAGES/harbor.po", good)
    desk.write("source_text/harbor.md", SIX)
    outcome = outcome_of(desk, "HEAD")
    (problem,) = outcome.problems
    assert problem.severity == "warning"
    assert str(problem.path).endswith(":locales/ja/LC_MESSAGES/harbor.po")
    assert problem.position is not None
    assert by_text(outcome.results[0].locales[0])["The mayors"].kind in {"numbers", "edited"}


def test_an_article_that_was_broken_then(desk: Newsroom) -> None:
    """An article that could not be read at the revision is a problem of its own; other articles are told."""
    desk.write("source_text/broken.md", "---\ntitle: x\n")
    commit(desk)
    desk.write("source_text/broken.md", "# Fine now\n")
    desk.write("source_text/harbor.md", NOON)
    outcome = outcome_of(desk, "HEAD")
    assert [str(problem.path).partition(":")[2] for problem in outcome.problems] == ["source_text/broken.md"]
    assert [result.article.slug for result in outcome.results] == ["harbor"]


def test_a_broken_catalog_now(desk: Newsroom) -> None:
    """A catalog that cannot be read is a problem, and nothing is told of its article."""
    desk.write("locales/ja/LC_MESSAGES/harbor.po", 'msgid "cut\n')
    outcome = outcome_of(desk)
    assert outcome.results == []
    assert [problem.severity for problem in outcome.problems] == ["error"]


def test_removed_is_what_no_message_came_from(desk: Newsroom) -> None:
    """What an edited, approved passage was before is kept in the catalog, and is not told as removed."""
    desk.run("update")
    retranslate(desk, {passage.source: f"訳{passage.number}" for passage in found(desk).waiting})
    desk.write("source_text/harbor.md", SIX + "\nOne more.\n")
    article = found(desk)
    assert [passage.old_source for passage in article.changed if passage.kind == "removed"] == [
        "Divers from both harbors count oysters with one method."
    ]


def test_two_paragraphs_joined(desk: Newsroom) -> None:
    """A joined paragraph has both as its past, and all of its sentences stand."""
    desk.write("source_text/harbor.md", NOON.replace("guests.\n\nThe agreement", "guests. The agreement"))
    for since in (None, "HEAD"):
        passage = by_text(found(desk, since))["The mayor "]
        assert (passage.kind, passage.reused, len(passage.olds)) == ("joined", 5, 2)
        assert {piece.kind for piece in passage.difference} == {"same"}
    desk.run("update")
    assert by_text(found(desk))["The mayor "].kind == "joined"


def test_japanese_sources(newsroom: Newsroom) -> None:
    """The same from Japanese into English."""
    judge("git")
    text = "---\ntitle: 調査終わる\nlocale: ja\n---\n\n潜水士は調査を終えた。計412個を数えた。\n\n来年も続ける。\n"
    newsroom.write("source_text/kaki.md", text)
    newsroom.run("update")
    words = {"潜水士は調査を終えた。計412個を数えた。": "Divers finished the survey. They counted 412."}
    newsroom.translate("kaki", words, "en")
    git(newsroom, "init", "-q")
    commit(newsroom)
    newsroom.write("source_text/kaki.md", text.replace("412", "421"))
    passage = by_text(found(newsroom))["潜水士は調査を終えた"]
    assert (passage.kind, passage.translation) == ("numbers", "Divers finished the survey. They counted 421.")
    assert [tuple(number) for number in passage.numbers] == [("412", "421", True)]


def test_a_suggestion_of_the_memory_is_no_change(newsroom: Newsroom) -> None:
    """A new passage for which the memory knows a similar text is new, before and after the update, and not edited."""
    newsroom.write("source_text/a.md", "The harbor of the old town opened again on Saturday morning.\n")
    newsroom.run("update")
    newsroom.translate(
        "a", {"The harbor of the old town opened again on Saturday morning.": "旧市街の港は土曜日の朝に再開した。"}
    )
    newsroom.write("source_text/b.md", "The harbor of the old town opened again on Sunday morning.\n")
    now = datetime.now().astimezone()
    for _ in range(2):
        result = changes(newsroom.project(), ["b"], now=now)
        (passage,) = result.results[0].locales[0].waiting
        assert (passage.kind, passage.state, passage.translation) == (
            "new",
            "fuzzy",
            "旧市街の港は土曜日の朝に再開した。",
        )
        newsroom.run("update")


def test_a_change_of_style_alone_waits_for_nobody(newsroom: Newsroom) -> None:
    """Before the update it is told that quotation marks changed, and that the translation stays approved."""
    newsroom.write("source_text/harbor.md", 'The mayor said "yes" to us.\n')
    newsroom.run("update")
    newsroom.translate("harbor", {'The mayor said "yes" to us.': "市長は「はい」と言った。"})
    newsroom.write("source_text/harbor.md", "The mayor said “yes” to us.\n")
    (passage,) = found(newsroom).changed
    assert (passage.kind, passage.state, passage.waits) == ("edited", "translated", False)
    newsroom.run("update")
    assert not found(newsroom).any


def test_fuzzy_by_hand_waits_though_nothing_changed(desk: Newsroom) -> None:
    """A message that somebody marked as fuzzy has no past, and still waits."""
    desk.write("source_text/harbor.md", NOON)
    path = "locales/ja/LC_MESSAGES/harbor.po"
    desk.write(path, desk.read(path).replace('msgid "Every July', '#, fuzzy\nmsgid "Every July'))
    (passage,) = found(desk).changed
    assert (passage.kind, passage.state, passage.olds) == ("same", "fuzzy", ())


def test_fuzzy_by_another_program(desk: Newsroom) -> None:
    """Where another program made a message fuzzy, its translation is that of its previous text."""
    path = "locales/ja/LC_MESSAGES/harbor.po"
    desk.write("source_text/harbor.md", NOON.replace("Two towns pledge", "Both towns pledge"))
    old = 'msgid "Two towns pledge visits"'
    new = '#, fuzzy\n#| msgid "Two towns pledge visits"\nmsgid "Both towns pledge visits"'
    text = desk.read(path)
    at = text.index(old)
    head = text.rindex("msgctxt", 0, at)
    context = text[head:at]
    desk.write(path, text[:head] + new.replace('\nmsgid "Both', f'\n{context}msgid "Both') + text[at + len(old) :])
    (passage,) = found(desk).changed
    assert (passage.kind, passage.old_source) == ("edited", "Two towns pledge visits")
    assert passage.old_translation == passage.translation == "二つの町が訪問を約束"


def test_directives_are_no_words(desk: Newsroom) -> None:
    """Of a paragraph whose translation was a directive, nothing is shown as taken out of the translation."""
    desk.write("source_text/harbor.md", NOON)
    retranslate(desk, {"The mayor spoke first. She thanked the guests.": "<!-- taiyaku: joined -->"})
    first = NOON.splitlines()[5]
    desk.write("source_text/harbor.md", NOON.replace(f"{first}\n\nThe mayor", f"{first} The mayor"))
    passage = by_text(found(desk))["The mayors"]
    assert passage.kind == "joined"
    assert "taiyaku" not in "".join(mark.text for mark in passage.marked_translation)


def test_a_slug_in_the_front_matter_then(desk: Newsroom) -> None:
    """An article that was renamed had the slug of its front matter, and no catalog yet in that revision."""
    slugged = NOON.replace("---\n", "---\nslug: towns\n", 1)
    (desk.root / "source_text/harbor.md").unlink()
    desk.write("source_text/old.md", slugged)
    git(desk, "rm", "-rq", "--cached", "locales")
    (desk.root / "locales/ja/LC_MESSAGES/harbor.po").unlink()
    (desk.root / "locales/harbor.pot").unlink()
    commit(desk)
    (desk.root / "source_text/old.md").unlink()
    desk.write("source_text/new.md", slugged.replace("200", "250"))
    git(desk, "add", "-A")
    article = found(desk, "HEAD")
    assert (article.slug, str(article.old_path)) == ("towns", "source_text/old.md")
    assert by_text(article)["The mayors"].state == "untranslated"
    assert by_text(article)["The mayors"].old_source == NOON.splitlines()[5]
