"""The findings in every format."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from tests.judges import shared_data
from tests.reporters.reports import PATH, SOURCE, TARGET, found, report

from taiyaku.errors import Phrase, Problem
from taiyaku.reporters.check_github import github_report
from taiyaku.reporters.check_json import json_report
from taiyaku.reporters.check_page import check_page
from taiyaku.reporters.check_sarif import sarif_report
from taiyaku.reporters.check_text import Screen, text_report
from taiyaku.reporters.excerpt import carets, line, ranges
from taiyaku.reporters.links import Links

if TYPE_CHECKING:
    from taiyaku.checks.report import Report

SCHEMA = Path(__file__).parents[2] / "docs/check.schema.json"
EVERYTHING = report(
    found(),
    found("warning", "width", 1, TARGET.replace("1680", "1860")),
    found("note", "number-added", 2),
    problems=(Problem(Phrase("cannot be read"), Path("source_text/a b.md")),),
)
SCREEN = Screen(80, lambda text, _role: text, str, str)


def sarif_schema() -> dict[str, Any]:
    """Return OASIS's schema, or skip: it is no part of the repository."""
    given = os.environ.get("TAIYAKU_SARIF_SCHEMA")
    path = Path(given) if given else shared_data("sarif-schema-2.1.0.json")
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def valid(value: Any, schema: dict[str, Any]) -> None:
    """Hold a value to a JSON schema."""
    jsonschema.validators.validator_for(schema)(schema).validate(value)


@pytest.mark.parametrize("told", [EVERYTHING, report()], ids=["findings", "nothing"])
def test_the_json_is_what_its_schema_says(told: Report) -> None:
    """The published one, to the last field."""
    valid(json.loads(json_report(told, str)), json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_json_is_a_contract() -> None:
    """Field by field, in this order."""
    printed = json.loads(json_report(EVERYTHING, str))
    assert printed["version"] == 1
    assert printed["summary"] == {"articles": 1, "segments": 4, "error": 1, "warning": 1, "note": 1}
    assert printed["findings"][0] == {
        "check": "number-changed",
        "family": "facts",
        "severity": "error",
        "message": "“1,860” became “1680”",
        "slug": "harbor",
        "source_locale": "en",
        "target_locale": "ja",
        "path": "locales/ja/LC_MESSAGES/harbor.po",
        "line": 30,
        "column": 1,
        "msgctxt": None,
        "msgid": SOURCE,
        "msgstr": TARGET,
        "marks": [{"side": "source", "start": 11, "end": 16}, {"side": "target", "start": 4, "end": 8}],
        "replacement": None,
        "fingerprint": "0" * 16,
    }
    required = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]["finding"]["required"]
    assert list(printed["findings"][0]) == required


@pytest.mark.parametrize("told", [EVERYTHING, report()], ids=["findings", "nothing"])
def test_the_sarif_is_valid(told: Report) -> None:
    """By the schema of OASIS, where it is at hand."""
    valid(json.loads(sarif_report(told, "0.1.0", str)), sarif_schema())


def test_the_sarif_says_what_github_needs() -> None:
    """Columns in code points, stable fingerprints, rules that results lead to, and that a file was not read."""
    (run,) = json.loads(sarif_report(EVERYTHING, "0.1.0", str))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is False
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert result["partialFingerprints"]
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert run["results"][0]["ruleId"] == "facts/number-changed"
    assert "ruleIndex" in run["results"][0]


def test_github_gets_the_worst_first_and_no_more_than_it_shows() -> None:
    """Ten of a kind; how many are left is said; line ends and signs are escaped."""
    told = report(*(found("note", number=n) for n in range(12)), *(found("error", number=n) for n in range(11)))
    lines = list(github_report(told, str))
    assert [one.split(" ")[0] for one in lines[:20]] == ["::error"] * 10 + ["::notice"] * 10
    assert lines[20] == "3 more findings: run `taiyaku check` to see them"
    assert len(lines) == 21
    assert lines[0].startswith(
        "::error file=locales/ja/LC_MESSAGES/harbor.po,line=30,col=1,title=number-changed::“1,860”"
    )
    assert "\n" not in lines[0]
    assert "%0A" in lines[0]


def test_the_screen_shows_both_sides() -> None:
    """Carets stand below what is marked, by columns: a kanji has two."""
    lines = list(text_report(report(found(replacement=TARGET.replace("1680", "1860"))), SCREEN))
    assert lines == [
        "locales/ja/LC_MESSAGES/harbor.po:30:1 error [number-changed] “1,860” became “1680” 0000000000000000",
        "   en  There were 1,860 guests, <b>all of them</b> early.",
        "                  ^^^^^",
        "   ja  客は𠮟る1680人で、↵皆早かった。",
        "               ^^^^",
        "   fix 客は𠮟る1860人で、↵皆早かった。",
        "",
        "errors: 1 (in texts: 4, articles: 1)",
    ]


@pytest.mark.parametrize("columns", [20, 33, 80, 400])
@pytest.mark.parametrize(
    "text", ["あ" * 500 + "誤り" + "い" * 500, "a" * 500 + "wrong" + "b" * 10, "誤り", "\u202e\x07" * 99]
)
def test_a_long_text_is_cut_around_its_mark(text: str, columns: int) -> None:
    """The line fits, and the mark is in it."""
    from taiyaku.text.width import width

    start = max(0, min(500, len(text) - 2))
    row = line(text, [(start, start + 2)], columns)
    assert sum(width(piece.text) for piece in row) <= columns + 1
    assert any(piece.marked for piece in row)
    assert "^" in carets(row)
    assert not re.search("[\u202e\x07\n]", "".join(piece.text for piece in row))


def test_marks_that_overlap_are_one() -> None:
    """No character is shown twice, and none beyond the text."""
    marks = found().finding.marks
    doubled = (*marks, marks[0]._replace(start=13, end=99))
    assert ranges(doubled, "source", 20) == [(11, 16), (16, 20)]


def page(told: Report, language: str = "en", **links: str) -> str:
    """Return the page of a report."""
    return check_page(told, language, now=datetime(2026, 4, 1, tzinfo=UTC), links=Links(Path("/w/a b"), **links))


def test_the_page_stands_alone() -> None:
    """Nothing is loaded, nothing runs, every link leads somewhere, texts are escaped."""
    html = page(EVERYTHING)
    assert "<script" not in html
    assert not re.search(r'(?:src|href)="(?!#)', html)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r'id="([^"]+)"', html))
    assert "Harbor &lt;opens&gt; &amp; closes" in html
    assert "&lt;b&gt;all of them" in html
    assert '<p lang="ja">客は𠮟る<mark>1680</mark>人で、\n皆早かった。</p>' in html
    assert "source_text/a b.md: cannot be read" in html


def test_the_page_links_to_editor_and_weblate() -> None:
    """By the addresses in the settings."""
    html = page(
        EVERYTHING,
        editor="vscode://file{path}:{line}:{column}",
        weblate="https://weblate.example.org/translate/town/{slug}/{locale}/?q={query}",
    )
    assert f'href="vscode://file/w/a%20b/{PATH.as_posix()}:30:1"' in html
    assert 'href="vscode://file/w/a%20b/source_text/harbor.md:5:1"' in html
    assert 'href="https://weblate.example.org/translate/town/harbor/ja/?q=source%3A%3D%22There' in html


def test_the_page_says_what_can_be_published() -> None:
    """An article is ready when all of it is translated and nothing is an error."""
    assert "<dd>0 of 1</dd>" in page(EVERYTHING)
    assert "nothing found" in page(report())
    assert "nothing was checked" in page(replace(report(), articles=()))


def test_the_page_says_which_languages_and_what_the_checks_look_for() -> None:
    """Each in its own name for itself; a finding's check leads to its words."""
    html = page(EVERYTHING)
    assert '<span lang="en">English</span> → <span lang="ja">日本語</span>' in html
    assert 'href="#check-number-changed"' in html
    assert '<dt id="check-number-changed"><code>number-changed</code></dt>\n<dd>A number differs.</dd>' in html
    assert "check-number" not in page(report())


def test_the_page_tells_only_of_files_that_cannot_be_read() -> None:
    """Paths count from the root; what is but worth a note has been told on the terminal."""
    unread = Problem(Phrase("cannot be read"), Path("/w/a b/x.md"))
    html = page(report(problems=(unread, Problem(Phrase("was saved by another program"), PATH, severity="note"))))
    assert "<li>x.md: cannot be read</li>" in html
    assert "another program" not in html
    assert "Could not be read" not in page(report(problems=(replace(unread, severity="note"),)))


def test_the_screen_shows_both_places_of_a_pair_of_files() -> None:
    """What is to be edited first; of a catalog's entry the catalog is enough."""
    paired = replace(found(), path=Path("ja.md"))
    (head, *_) = text_report(report(paired), SCREEN)
    assert head.startswith("ja.md:30:1 (source_text/harbor.md:5:1) error")
    (head, *_) = text_report(report(replace(paired, article_position=None)), SCREEN)
    assert head.startswith("ja.md:30:1 error")
