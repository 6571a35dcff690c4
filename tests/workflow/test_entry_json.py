"""What the lists say of an article comes back from the memory as it was."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from markupsafe import Markup

from taiyaku.editions.pages import Entry, Link
from taiyaku.editions.rendering import Field, Mark
from taiyaku.workflow.entry_json import from_json, to_json

FIELD = Field(Markup("<b>港</b>"), "港", "ja", Mark("outdated", "古い"), Markup("<b>港</b>"))
ENTRY = Entry(
    slug="harbor",
    date=dt.date(2026, 4, 1),
    headlines={"ja": FIELD},
    decks={"ja": None},
    links=(Link("ja/harbor/index.html", "日本語", "ja", edition="ja"),),
    source_locale="en",
    bylines={"ja": FIELD},
    modified={"ja": dt.date(2026, 5, 1), "en": None},
)


def test_an_entry_comes_back() -> None:
    """HTML as HTML, which templates do not escape again, dates as dates."""
    found = from_json(json.loads(json.dumps(to_json(ENTRY))))
    assert found == ENTRY
    assert isinstance(found.headlines["ja"].html, Markup)
    assert not isinstance(found.headlines["ja"].text, Markup)


def test_what_is_of_no_known_class_is_refused() -> None:
    """A field of a new kind is noticed when it is added."""
    with pytest.raises(TypeError):
        to_json(object())
    with pytest.raises(KeyError):
        from_json(["Popen", "x"])
