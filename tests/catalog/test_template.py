"""What stands at the head of a template and of a new catalog, for every program that reads them."""

from __future__ import annotations

from datetime import UTC, datetime

from taiyaku.catalog import po
from taiyaku.catalog.template import make_template, new_catalog
from taiyaku.locale import Locale

TEMPLATE = """\
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: harbor\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: 2026-11-22 09:00+0000\\n"
"PO-Revision-Date: 2026-11-22 09:00+0000\\n"
"Last-Translator: \\n"
"Language-Team: \\n"
"Language: en_GB\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: en_GB\\n"
"X-Generator: taiyaku\\n"
"""
CATALOG = """\
msgid ""
msgstr ""
"Project-Id-Version: harbor\\n"
"Report-Msgid-Bugs-To: \\n"
"POT-Creation-Date: 2026-11-22 09:00+0000\\n"
"PO-Revision-Date: 2026-11-22 09:00+0000\\n"
"Last-Translator: \\n"
"Language-Team: 日本語\\n"
"Language: ja\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"X-Source-Language: en_GB\\n"
"X-Generator: taiyaku\\n"
"""


def test_every_field_that_gettext_knows() -> None:
    """Each with what `msgfmt -c` takes without a warning; Japanese has one form for all numbers."""
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    template = make_template([], reference="harbor.md", source_locale="en-GB", project="harbor", now=now)
    assert po.dump(template) == TEMPLATE
    assert po.dump(new_catalog(template, Locale.parse("ja"))) == CATALOG
