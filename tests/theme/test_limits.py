"""A theme's templates end: soon, and in little memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.editions.site import write

from taiyaku.errors import SettingsError
from taiyaku.theme.environment import Theme

if TYPE_CHECKING:
    from pathlib import Path

ENDLESS = {
    "a range": "{{ range(10**9)|list }}",
    "a loop": "{% for i in range(10**9) %}x{% endfor %}",
    "loops in loops": "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "loops over a text": "{% for i in b %}{% for j in b %}{% for k in b %}{% endfor %}{% endfor %}{% endfor %}",
    "a power": "{{ 10**(10**8) }}",
    "powers of powers": "{% set x = 9**900 %}{% set x = x * x %}{{ x * x * x * x * x }}",
    "a text many times": "{{ 'x' * 10**10 }}",
    "a list many times": "{{ ([1] * 10**9)|length }}",
    "a text doubled": "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "a text added": "{% set n = namespace(x='x') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "a list doubled": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}",
    "a list added": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "a tuple doubled": "{% set n = namespace(x=(1,)) %}{% for i in range(60) %}{% set n.x = (n.x, n.x) %}{% endfor %}",
    "a mapping doubled": "{% set n = namespace(x=1) %}"
    "{% for i in range(60) %}{% set n.x = dict(a=n.x, b=n.x) %}{% endfor %}",
    "a block doubled": "{% set n = namespace(x='x') %}"
    "{% for i in range(60) %}{% set y %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = y %}{% endfor %}",
    "a macro doubled": "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}" + "{{ " + "m(" * 40 + "b" + ")" * 40 + " }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macros without end": "{% macro m(n) %}"
    "{% for i in range(9) %}{{ m(n - 1) if n }}{% endfor %}{% endmacro %}{{ m(40) }}",
    "output": "{% for i in range(99999) %}{{ b }}{% endfor %}",
    "literal output": "{% for i in range(99999) %}" + "literal " * 2000 + "{% endfor %}",
    "includes": "{% for i in range(99999) %}{% include 'b.html' %}{% endfor %}",
    "a wide text": "{{ 'x'.center(10**10) }}",
    "a padded text": "{{ 'x'.zfill(10**10) }}",
    "a padding filter": "{{ 'x'|center(10**10) }}",
    "an indent": "{{ 'x'|indent(10**10) }}",
    "tabs": "{{ '\t'.expandtabs(10**10) }}",
    "a format": "{{ '{:>10000000000}'.format('x') }}",
    "a format in a format": "{{ '{:>{}}'.format('x', 10**10) }}",
    "a percent format": "{{ '%10000000000d' % 1 }}",
    "a format filter": "{{ '%10000000000d'|format(1) }}",
    "a date's format": "{{ d.strftime('%1000000000d') }}",
    "bytes of a number": "{{ (1).to_bytes(10**10, 'big') }}",
    "replacements": "{{ (b * 40).replace('b', b) }}",
    "joints": "{{ b.join(range(99999)|map('string')) }}",
    "a joining filter": "{{ range(99999)|map(attribute='x', default=b)|join }}",
    "a list as text": "{{ (range(9999)|map(attribute='x', default=b)|list)|string }}",
    "batches": "{{ [1]|batch(10**9, 0)|list }}",
    "rounding": "{{ 1.5|round(10**9) }}",
    "a large template": "{{ lipsum(10**6) }}",
}


def page(root: Path, code: str, **more: str) -> str:
    """Return what a theme's template gives."""
    from datetime import date

    write(root, {"a.html": code, "b.html": "b" * 1000, **more})
    return Theme(root).render("a.html", b="b" * 100_000, d=date(2026, 4, 1), rows=[{"x": 1}, {"x": 2}])


@pytest.mark.parametrize("name", ENDLESS)
def test_a_template_without_end_is_refused(tmp_path: Path, name: str) -> None:
    """With its place, before the memory is full."""
    with pytest.raises(SettingsError) as info:
        page(tmp_path, ENDLESS[name])
    assert info.value.exit_code == 2
    assert info.value.problem.path == tmp_path / "a.html"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "{% for i in range(3) %}{{ loop.index }}/{{ loop.length }}{{ ',' if not loop.last }}{% endfor %}",
            "1/3,2/3,3/3",
        ),
        ("{% for r in rows if r.x > 1 %}{{ r.x }}{% else %}none{% endfor %}", "2"),
        ("{% for a, b in [(1, 2), (3, 4)] %}{{ a + b }} {% endfor %}", "3 7 "),
        ("{% for r in [] %}x{% else %}none{% endfor %}", "none"),
        ("{% set t %}a{{ 1 }}{% endset %}{{ t }}{{ t|length }}", "a12"),
        ("{{ rows|map(attribute='x')|join(', ') }}", "1, 2"),
        ("{{ rows|join('-', attribute='x') }}", "1-2"),
        ("{{ ', '.join(['a', 'b']) }}", "a, b"),
        ("{{ '{}: {:>4}'.format('a', 'b') }}", "a:    b"),
        ("{{ d.strftime('%Y') }} {{ d.year + 1 }} {{ 2**10 }} {{ 'ab' * 2 }}", "2026 2027 1024 abab"),
        ("{{ 'a & b' ~ 1 }}{{ 'x'.replace('x', '<y>') }}", "a &amp; b1&lt;y&gt;"),
        ("{% macro m(x, y='z') %}{{ x }}{{ y }}{% endmacro %}{{ m('a') }}{{ m('a', y='b') }}", "azab"),
        ("{% set n = namespace(x=0) %}{% for i in range(4) %}{% set n.x = n.x + i %}{% endfor %}{{ n.x }}", "6"),
        ("{% if nothing is defined %}x{% else %}y{% endif %}{{ nothing|default('z') }}", "yz"),
        ("{% filter upper %}a{% endfilter %}{{ rows[0]['x'] }}{{ rows|length }}", "A12"),
        ("{% for x in [[1, [2]], [3]] recursive %}{{ loop(x) if x is iterable else x }}{% endfor %}", "123"),
    ],
)
def test_what_a_page_needs_is_there(tmp_path: Path, code: str, expected: str) -> None:
    """The limits are no hindrance: loops, texts, numbers, dates."""
    assert page(tmp_path, code) == expected


@pytest.mark.parametrize(
    "code", ["{{ b|safe }}", "{% autoescape false %}{{ b }}{% endautoescape %}", "{{ rows }}", "{{ b.encode() }}"]
)
def test_what_would_print_unescaped_is_refused(tmp_path: Path, code: str) -> None:
    """Texts come from many hands."""
    with pytest.raises(SettingsError):
        page(tmp_path, code)


def test_each_page_has_its_own_steps(tmp_path: Path) -> None:
    """The thousandth page of a site is not refused for what the others took."""
    write(tmp_path, {"a.html": "{% for i in range(99999) %}{% endfor %}"})
    theme = Theme(tmp_path)
    for _ in range(8):
        assert theme.render("a.html") == ""
