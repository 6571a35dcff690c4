"""Saving: with real faults, and never at the cost of a translation."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.catalog.catalogs import catalogs

from taiyaku.catalog import po_save
from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.message import Message
from taiyaku.catalog.po import PoFile, dump, parse, read, save
from taiyaku.catalog.po_opinion import second_opinion
from taiyaku.catalog.po_strings import quoted, unescape_named
from taiyaku.errors import CatalogError, SaveError

TEXT = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ja\\n"

msgctxt "heading"
msgid "Open"
msgstr "開く"

msgid "Open"
msgstr "開いた"

#, fuzzy
msgid "Two"
msgstr "二"

#~ msgid "Old"
#~ msgstr "旧"
"""


@pytest.fixture
def base(tmp_path: Path) -> PoFile:
    """Return a saved file as it was read."""
    path = tmp_path / "x.po"
    path.write_text(TEXT, encoding="utf-8")
    return read(path)


def with_messages(file: PoFile, *messages: Message) -> Catalog:
    """Return the catalog of `file` with other messages."""
    return replace(file.catalog, messages=messages)


def edited(file: PoFile) -> Catalog:
    """Return the catalog of `file` with one more translation."""
    return with_messages(file, *file.catalog.messages, Message("new", "新しい"))


def assert_untouched(file: PoFile) -> None:
    """The file is the old one, and no temporary file is left beside it."""
    assert file.path.read_bytes() == file.data
    assert list(file.path.parent.iterdir()) == [file.path]


def test_a_change_is_saved_and_the_mode_kept(base: PoFile) -> None:
    """The file of a group stays readable for the group."""
    base.path.chmod(0o640)
    assert save(base.path, edited(base), base)
    assert base.path.read_text(encoding="utf-8") == f'{TEXT}\nmsgid "new"\nmsgstr "新しい"\n'
    assert stat.S_IMODE(base.path.stat().st_mode) == 0o640


def test_nothing_is_written_without_a_change(base: PoFile) -> None:
    """The same bytes are not written again, whatever the base."""
    before = base.path.stat()
    assert not save(base.path, base.catalog, base)
    assert not save(base.path, base.catalog, None)
    assert base.path.stat().st_ino == before.st_ino


def test_a_new_file_and_its_folders(tmp_path: Path) -> None:
    """The first catalog of a locale needs no preparation."""
    path = tmp_path / "ja" / "LC_MESSAGES" / "x.po"
    catalog = Catalog(None, messages=(Message("a", "あ"),))
    assert save(path, catalog, None)
    assert path.read_text(encoding="utf-8") == dump(catalog)


def test_a_link_stays_a_link(base: PoFile) -> None:
    """The file it points to is the one that is replaced."""
    link = base.path.with_name("link.po")
    link.symlink_to(base.path)
    file = read(link)
    assert save(link, edited(file), file)
    assert link.is_symlink()
    assert len(read(base.path).catalog.messages) == 5


@settings(deadline=None)
@given(catalogs())
def test_polib_agrees_with_whatever_we_write(catalog: Catalog) -> None:
    """The second opinion has no false alarms."""
    text = dump(catalog)
    if text:
        file = parse(text.encode(), Path("x.po"))
        assert second_opinion(file, range(len(file.spans))) is None


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a" "b"\nmsgstr "c"\n',  # two strings on a line: polib refuses the file
        'msgid "a"\nmsgstr "\\x41"\n',  # an escape that it reads as something else
    ],
)
def test_polib_objects_to_what_it_cannot_read(text: str) -> None:
    """Its refusal counts as another opinion, and names the message."""
    file = parse(text.encode(), Path("x.po"))
    assert second_opinion(file, [0]) == file.catalog.messages[0]
    assert second_opinion(file, []) is None


def test_polib_is_asked_only_about_new_translations(base: PoFile) -> None:
    """Its import would cost more than the rest of a small save."""
    script = (
        "import sys; from pathlib import Path; from dataclasses import replace\n"
        "from taiyaku.catalog.po import read, save; from taiyaku.catalog.message import Message\n"
        "path = Path(sys.argv[1]); file = read(path)\n"
        "save(path, replace(file.catalog, messages=(*file.catalog.messages, Message('new'))), file)\n"
        "assert 'polib' not in sys.modules; file = read(path)\n"
        "save(path, replace(file.catalog, messages=(*file.catalog.messages, Message('n', 'm'))), file)\n"
        "assert 'polib' in sys.modules\n"
    )
    run_python(script, base.path)


def run_python(script: str, path: Path) -> None:
    """Run a script in an interpreter of its own, with `path` as its argument."""
    source = Path(po_save.__file__).parents[2]
    subprocess.run([sys.executable, "-c", script, path], check=True, env={**os.environ, "PYTHONPATH": str(source)})


def test_a_lost_translation_is_refused_by_name_and_line(base: PoFile) -> None:
    """Fuzzy, obsolete or approved: only an explicit prune removes it."""
    heading, open_, two, _ = base.catalog.messages
    remaining = with_messages(base, heading, open_, replace(two, msgstr=""))
    with pytest.raises(CatalogError, match=r"x\.po:14:1: .* 'Two' \(x\.po:14\), 'Old' \(x\.po:17\)"):
        save(base.path, remaining, base)
    assert_untouched(base)
    assert save(base.path, remaining, base, prune=True)


def test_a_translation_may_move(base: PoFile) -> None:
    """Into the obsolete messages, back out of them, to another context, or to the message that replaced its own."""
    heading, open_, two, old = base.catalog.messages
    catalog = with_messages(
        base,
        replace(heading, obsolete=True),
        replace(open_, msgctxt="cell"),
        replace(two, msgid="Three", previous_msgid="Two"),
        replace(old, obsolete=False),
    )
    assert save(base.path, catalog, base)
    again = read(base.path)
    assert again.catalog == catalog
    later = replace(catalog.messages[2], msgid="Four")
    assert save(base.path, with_messages(again, *catalog.messages[:2], later, catalog.messages[3]), again)


def test_the_same_words_for_another_text_are_no_substitute(base: PoFile) -> None:
    """A translation belongs to its text."""
    heading, open_, two, old = base.catalog.messages
    with pytest.raises(CatalogError, match="'Two'"):
        save(base.path, with_messages(base, heading, open_, Message("Unrelated", two.msgstr), old), base)
    assert_untouched(base)


def test_what_has_no_translation_may_go(base: PoFile) -> None:
    """No word is lost with it."""
    assert save(base.path, edited(base), base)
    file = read(base.path)
    untranslated = with_messages(file, *file.catalog.messages, Message("Empty"))
    assert save(base.path, untranslated, file)
    again = read(base.path)
    assert save(base.path, file.catalog, again)


def test_one_carrier_is_not_taken_for_two(base: PoFile) -> None:
    """The text's own message comes first; the one that followed it is for a text that is gone."""
    first, second = Message("a", "同じ"), Message("b", "同じ")
    assert save(base.path, with_messages(base, *base.catalog.messages, first, second), base)
    file = read(base.path)
    both = (replace(second, previous_msgid="a"), Message("c", "同じ", previous_msgid="a"))
    assert save(base.path, with_messages(file, *base.catalog.messages, *both), file)
    again = read(base.path)
    with pytest.raises(CatalogError, match="translations would be lost"):
        save(base.path, with_messages(again, *base.catalog.messages, both[1]), again)


def test_other_entries_keep_their_layout(tmp_path: Path) -> None:
    """A save writes the changed ones only."""
    path = tmp_path / "x.po"
    odd = '#memo\nmsgid   "a"\nmsgstr "b" "c"\n'
    path.write_text(odd, encoding="utf-8")
    file = read(path)
    assert save(path, with_messages(file, *file.catalog.messages, Message("d", "e")), file)
    assert path.read_text(encoding="utf-8") == f'{odd}\nmsgid "d"\nmsgstr "e"\n'


def test_two_translations_of_one_text_are_two(base: PoFile) -> None:
    """They are counted, since each was given in its own context."""
    heading, open_, *rest = base.catalog.messages
    same = with_messages(base, heading, replace(open_, msgstr=heading.msgstr), *rest)
    assert save(base.path, same, base, prune=True)
    file = read(base.path)
    with pytest.raises(CatalogError, match="'Open'"):
        save(base.path, with_messages(file, heading, *rest), file)


def test_a_file_changed_by_another_program_is_not_overwritten(base: PoFile) -> None:
    """Nor is an earlier text that was saved beside it."""
    theirs = TEXT.replace("開いた", "開けた").encode()
    base.path.write_bytes(theirs)
    for _ in range(2):
        with pytest.raises(SaveError, match=r"the new text is in x\.po\.taiyaku-new;"):
            save(base.path, edited(base), base)
    with pytest.raises(SaveError, match=r"the new text is in x\.po\.taiyaku-new-2;"):
        save(base.path, with_messages(base, *base.catalog.messages, Message("other")), base)
    assert base.path.read_bytes() == theirs
    assert read(base.path.with_name("x.po.taiyaku-new")).catalog == edited(base)


def test_the_same_text_written_by_another_program_is_no_conflict(base: PoFile) -> None:
    """Two who do the same update at the same time do not disagree."""
    new = edited(base)
    assert save(base.path, new, base)
    assert not save(base.path, new, base)
    assert list(base.path.parent.iterdir()) == [base.path]


@pytest.mark.parametrize("name", ["x.po", "x" * 252 + ".po", "表" * 80 + ".po"])
def test_texts_saved_aside_never_meet(tmp_path: Path, name: str) -> None:
    """Threads stand for programs here: each of their texts is kept under a name of its own, however long the file's."""
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    file = read(path)
    path.write_text(TEXT + "\n# theirs\n", encoding="utf-8")
    names: dict[str, str] = {}

    def conflict(number: int) -> None:
        with pytest.raises(SaveError) as info:
            save(path, with_messages(file, *file.catalog.messages, Message(f"new {number}")), file)
        hint = info.value.problem.hint
        assert hint is not None
        names[f"new {number}"] = str(hint.parameters["beside"])

    threads = [threading.Thread(target=conflict, args=[number]) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    texts = {message: read(path.with_name(beside)).catalog.messages[-1].msgid for message, beside in names.items()}
    assert texts == {f"new {number}": f"new {number}" for number in range(12)}
    assert len(list(tmp_path.iterdir())) == 13


@pytest.mark.parametrize("addition", ["№ 🙂", "\ud83d"])
def test_a_legacy_charset_that_cannot_hold_the_new_text(tmp_path: Path, addition: str) -> None:
    """The file becomes UTF-8, header included, or stays as it was; it is never cut."""
    path = tmp_path / "x.po"
    path.write_bytes(TEXT.replace("UTF-8", "EUC-JP").encode("euc_jp"))
    file = read(path)
    new = with_messages(file, *file.catalog.messages, Message("new", addition))
    if addition == "\ud83d":
        with pytest.raises(CatalogError, match="half a character"):
            save(path, new, file)
        assert_untouched(file)
    else:
        assert save(path, new, file)
        assert path.read_text(encoding="utf-8") == f'{TEXT}\nmsgid "new"\nmsgstr "{addition}"\n'


def test_a_new_catalog_does_not_replace_a_file(base: PoFile) -> None:
    """Whoever has not read a file cannot know what is in it."""
    with pytest.raises(SaveError, match="another program wrote the file"):
        save(base.path, edited(base), None)
    assert base.path.read_bytes() == base.data


def test_a_removed_file_does_not_come_back(base: PoFile) -> None:
    """Somebody removed it on purpose, perhaps."""
    base.path.unlink()
    with pytest.raises(SaveError, match="removed the file"):
        save(base.path, edited(base), base)
    assert not base.path.exists()


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (Message("a", "\x00"), r"could not be read again \(a character"),
        (Message("Two", "二"), r"could not be read again \(the same message"),
        (Message("a", "b", previous_msgctxt="x"), "would read differently, in the message 'a'"),
        (Message("a", "b", flags=("fuzzy, c-format",)), "would read differently"),
        (Message("a", "\ud83d"), "half a character"),
    ],
)
def test_what_would_not_be_read_back_is_not_written(base: PoFile, message: Message, says: str) -> None:
    """The re-read names the message that would be damaged."""
    with pytest.raises(CatalogError, match=says):
        save(base.path, with_messages(base, *base.catalog.messages, message), base)
    assert_untouched(base)


def test_a_reader_that_is_wrong_together_with_the_writer_is_noticed(
    base: PoFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Polib does not share our mistakes; here, an escape that only our two halves agree upon."""
    monkeypatch.setattr("taiyaku.catalog.po_writer.quoted", lambda text: quoted(text.replace("新", "\t")))
    monkeypatch.setattr(
        "taiyaku.catalog.po_canonical.unescape_named", lambda raw: unescape_named(raw).replace("\t", "新")
    )
    with pytest.raises(CatalogError, match="polib would read the new text differently, in the message 'new'"):
        save(base.path, edited(base), base)
    assert_untouched(base)


@pytest.mark.parametrize("call", ["os.fsync", "os.replace"])
def test_a_failure_on_the_way_leaves_the_old_file(base: PoFile, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Whichever system call fails."""

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(call, fail)
    with pytest.raises(SaveError, match="Input/output error"):
        save(base.path, edited(base), base)
    assert_untouched(base)


def test_an_interruption_leaves_the_old_file(base: PoFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at the worst moment leaves no temporary file either."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(base.path, edited(base), base)
    assert_untouched(base)


def test_a_folder_that_is_a_file(base: PoFile) -> None:
    """No folder can be made there."""
    with pytest.raises(SaveError, match="Not a directory"):
        save(base.path / "x.po", edited(base), None)
    assert_untouched(base)
