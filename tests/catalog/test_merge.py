"""Merging a template into a catalog loses no translation, whatever the author does."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.merge import merge
from taiyaku.catalog.message import Message
from taiyaku.catalog.po_save import vanished
from taiyaku.catalog.template import make_template, new_catalog
from taiyaku.locale import Locale

SENTENCES = ("The harbor opened.", "The harbor opened on Friday.", "Open", "港が開いた。", "Two towns met in May.")


def template(*keys: tuple[str | None, str]) -> Catalog:
    """Return a template of messages without translations."""
    return Catalog(
        None, (("POT-Creation-Date", "2026-01-01 00:00+0000"),), tuple(Message(m, msgctxt=c) for c, m in keys)
    )


messages = st.builds(
    Message,
    msgid=st.sampled_from(SENTENCES),
    msgstr=st.sampled_from(["", "訳一", "訳二"]),
    msgctxt=st.sampled_from([None, "heading"]),
    flags=st.sampled_from([(), ("fuzzy",)]),
    translator_comments=st.sampled_from([(), ("ask the desk",)]),
    obsolete=st.booleans(),
)
catalogs = st.lists(messages, max_size=6, unique_by=lambda message: message.key).map(
    lambda found: Catalog("ja", (("Language", "ja"),), tuple(sorted(found, key=lambda message: message.obsolete)))
)
templates = st.lists(
    st.tuples(st.sampled_from([None, "heading"]), st.sampled_from(SENTENCES)), max_size=5, unique=True
).map(lambda keys: template(*keys))


@given(catalogs, st.lists(templates, min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_no_translation_is_ever_missing(catalog: Catalog, steps: list[Catalog]) -> None:
    """Through any sequence of edits; the messages in use are those of the template, in its order, each once."""
    for step in steps:
        merged, _changes = merge(catalog, step)
        assert [message.key for message in merged.active] == [message.key for message in step.messages]
        assert max(Counter(message.key for message in merged.messages).values(), default=1) == 1
        assert not list(vanished(merged, catalog))
        comments = {line for message in catalog.messages for line in message.translator_comments}
        assert comments <= {line for message in merged.messages for line in message.translator_comments}
        catalog = merged


@given(catalogs, templates, templates)
@settings(max_examples=300, deadline=None)
def test_what_returns_is_as_it_was(catalog: Catalog, other: Catalog, first: Catalog) -> None:
    """A text that went and came back has its translation and its state again."""
    before, _ = merge(catalog, first)
    away, _ = merge(before, other)
    back, _ = merge(away, first)
    for message in before.active:
        if message.has_translation:
            found = back.by_key()[message.key]
            assert (found.msgstr, found.fuzzy) == (message.msgstr, message.fuzzy)


@given(catalogs, templates)
def test_nothing_to_do_changes_nothing(catalog: Catalog, step: Catalog) -> None:
    """A second merge with the same template is the same catalog."""
    once, _ = merge(catalog, step)
    again, changes = merge(once, step)
    assert again == once
    assert not changes.any


def test_the_most_similar_texts_are_paired() -> None:
    """Each old translation is offered once, to the text that is most like its own."""
    old = Catalog(
        "ja",
        (),
        (
            Message("The mayor of Torrance signed.", "市長が署名した。"),
            Message("The mayor of Bizen spoke.", "市長が話した。"),
        ),
    )
    merged, changes = merge(
        old, template((None, "The mayor of Bizen spoke too."), (None, "The mayor of Torrance signed it."))
    )
    assert [m.msgstr for m in merged.active] == ["市長が話した。", "市長が署名した。"]
    assert sorted((change.old[0].msgid, change.new.msgid) for change in changes.changed) == [
        ("The mayor of Bizen spoke.", "The mayor of Bizen spoke too."),
        ("The mayor of Torrance signed.", "The mayor of Torrance signed it."),
    ]


def test_the_fewest_messages_count_as_moved() -> None:
    """One that jumped over four has moved, not the four."""
    keys = [(None, sentence) for sentence in SENTENCES]
    old, _ = merge(Catalog("ja", ()), template(*keys))
    _, changes = merge(old, template(*keys[1:], keys[0]))
    assert [message.msgid for message in changes.moved] == [SENTENCES[0]]


def test_a_new_catalog_has_every_field_that_gettext_knows() -> None:
    """In the translator's language, and with the plural forms of CLDR."""
    now = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    pot = make_template([], reference="a.md", source_locale="en", project="a", now=now)
    catalog = new_catalog(pot, Locale.parse("ja"))
    assert catalog.field("Language") == "ja"
    assert catalog.field("Plural-Forms") == "nplurals=1; plural=0;"
    assert catalog.field("POT-Creation-Date") == "2026-11-22 09:30+0000"
    assert catalog.field("X-Source-Language") == "en"
