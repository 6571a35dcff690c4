"""Hypothesis strategies for catalogs and PO files."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from taiyaku.catalog.catalog import Catalog
from taiyaku.catalog.message import Message

# Everything that UTF-8 and a compiled catalog can hold, and what is special in a PO file rather often.
_special = st.sampled_from([*'\n\r\t\a\b\f\v\\"#~|[]　\u2028\x85あ表', "\\n", '"\n"', "msgid ", "\r\n"])
_any = st.characters(exclude_categories=["Cs"], exclude_characters="\x00\x04")
texts = st.lists(st.one_of(_special, _any), max_size=12).map("".join)
some_text = texts.filter(bool)

_line = texts.map(lambda text: text.replace("\n", "").rstrip("\r"))
_word = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters=",\u2068\u2069"), min_size=1)
_flags = st.lists(st.sampled_from(["fuzzy", "no-wrap", "c-format", "range: 0..5"]), max_size=2, unique=True)
_reference = st.one_of(_word, st.tuples(_word, _word).map(" ".join), _word.map(lambda word: f"{word} x.md:12"))


def _tuples(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


def _sound(message: Message) -> Message:
    """Take away what the grammar cannot say of one message."""
    if message.previous_msgid is None:
        message = replace(message, previous_msgctxt=None, previous_msgid_plural=None)
    if message.msgid_plural is None:
        return replace(message, plural_forms=())
    return replace(message, msgstr="", plural_forms=message.plural_forms or ("",))


messages = st.builds(
    Message,
    msgid=some_text,
    msgstr=texts,
    msgctxt=st.none() | texts,
    flags=_flags.map(tuple),
    references=_tuples(_reference),
    extracted_comments=_tuples(_line),
    translator_comments=_tuples(_line.filter(lambda line: line[:1] not in tuple(".:,!=~|"))),
    previous_msgid=st.none() | texts,
    previous_msgctxt=st.none() | texts,
    obsolete=st.booleans(),
    msgid_plural=st.none() | texts,
    plural_forms=_tuples(texts),
    previous_msgid_plural=st.none() | texts,
    other_comments=_tuples(_line.map(lambda line: f"#={line}")),
).map(_sound)

_value = _line.map(lambda line: line.replace("charset=", ""))
_fields = st.lists(st.tuples(st.sampled_from(["X-Team", "MIME-Version", "X-é"]), _value), max_size=3)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Draw a catalog, with or without a header, of any messages with distinct keys."""
    locale = draw(st.sampled_from([None, "ja"]))
    fields = draw(_fields)
    if locale:
        fields = [("Language", locale), ("Content-Type", "text/plain; charset=UTF-8"), *fields]
    return Catalog(
        locale,
        header=tuple(fields),
        messages=tuple(draw(st.lists(messages, max_size=4, unique_by=lambda message: message.key))),
        header_comments=draw(_tuples(st.sampled_from(["me", "", " 表"]))) if fields else (),
        header_flags=draw(st.sampled_from([(), ("fuzzy",)])) if fields else (),
        trailing_comments=draw(_tuples(_line.map(lambda line: f"# {line}"))),
    )
