"""Themes: a project's own templates, which are not trusted with more than printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.editions.site import SETTINGS, site_of, write

from taiyaku.errors import SettingsError
from taiyaku.theme.environment import Theme

if TYPE_CHECKING:
    from pathlib import Path

THEMED = f'{SETTINGS}\n[editions]\ntheme = "theme"\n'


def theme(root: Path, **templates: str) -> Theme:
    """Return a theme of some templates."""
    write(root, {f"{name}.html": text for name, text in templates.items()})
    return Theme(root)


def test_a_theme_overrides_file_by_file(tmp_path: Path) -> None:
    """What it does not have is ours; it may extend ours."""
    write(tmp_path, {"theme/article.html": "<main><h1>{{ headline.html }}</h1>{{ body }}</main>"})
    write(tmp_path, {"theme/taiyaku.css": "p { color: red }"})
    site = site_of(tmp_path, {"a.md": "# A\n\nText & *more*.\n"}, {}, THEMED)
    assert site.text("en/a/index.html") == "<main><h1>A</h1><p>Text &amp; <em>more</em>.</p>\n</main>"
    assert site.page("en/index.html").root.one("h2").text == "A"
    assert site.text("assets/taiyaku.css") == "p { color: red }"


def test_a_template_extends_ours_of_the_same_name(tmp_path: Path) -> None:
    """So that a theme need not repeat a whole file to change a block of it."""
    write(tmp_path, {"theme/base.html": '{% extends "taiyaku/base.html" %}{% block footer %}© me{% endblock %}'})
    site = site_of(tmp_path, {"a.md": "# A\n"}, {}, THEMED)
    for page in ("en/a/index.html", "index.html"):
        assert site.page(page).root.one("footer").text.strip() == "© me"
        assert site.page(page).root.one("h1")


@pytest.mark.parametrize(
    "code",
    [
        "''.__class__.__mro__",
        "''.__class__.__base__.__subclasses__()",
        "cycler.__init__.__globals__",
        "lipsum.__globals__",
        "joiner.__init__.__globals__['os']",
        "self.__init__.__globals__",
        "x.append(1)",
        "x|attr('__class__')|attr('__mro__')",
        "''['__class__']['__mro__']",
        "'{0.__class__.__mro__}'.format('')",
        "'%s'|format(x.__class__.__mro__)",
        "range(999999999)|list",
        "f.__func__.__globals__",
        "f.__code__",
    ],
)
def test_templates_run_in_a_sandbox(tmp_path: Path, code: str) -> None:
    """They cannot reach into Python, nor change what they are given."""
    given: list[int] = []
    made = theme(tmp_path, a=f"{{{{ {code} }}}}")
    with pytest.raises(SettingsError):
        made.render("a.html", x=given, f=made.render)
    assert given == []


@pytest.mark.parametrize("name", ["/etc/passwd", "../secret.html", "..%2fsecret.html", "a/../../secret.html"])
def test_templates_reach_no_other_files(tmp_path: Path, name: str) -> None:
    """Neither by including nor by extending."""
    (tmp_path / "secret.html").write_text("secret")
    for statement in ("include", "extends", "import"):
        tail = " as x" if statement == "import" else ""
        made = theme(tmp_path / "theme", a=f"{{% {statement} '{name}'{tail} %}}")
        with pytest.raises(SettingsError):
            made.render("a.html")


def test_what_templates_print_is_escaped(tmp_path: Path) -> None:
    """Whatever the name of the file."""
    made = theme(tmp_path, a="{{ x }}<b title='{{ x }}'>")
    assert made.render("a.html", x="<'\">") == "&lt;&#39;&#34;&gt;<b title='&lt;&#39;&#34;&gt;'>"


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """That names it."""
    with pytest.raises(SettingsError, match="theme's folder does not exist"):
        site_of(tmp_path, {"a.md": "# A\n"}, {}, THEMED)


def test_a_syntax_error_is_told_with_its_place(tmp_path: Path) -> None:
    """Path and line."""
    made = theme(tmp_path, a="<p>\n{% if x %}\n")
    with pytest.raises(SettingsError) as info:
        made.render("a.html", x=1)
    assert info.value.problem.path == tmp_path / "a.html"
    assert info.value.problem.position is not None
    assert info.value.problem.position.line == 2


def test_an_unknown_name_is_told_with_its_place(tmp_path: Path) -> None:
    """Not printed as nothing."""
    made = theme(tmp_path, a="{% include 'b.html' %}", b="<p>\n\n{{ headlin }}</p>")
    with pytest.raises(SettingsError, match="headlin") as info:
        made.render("a.html", headline="x")
    assert info.value.problem.path == tmp_path / "b.html"
    assert info.value.problem.position is not None
    assert info.value.problem.position.line == 3


@pytest.mark.parametrize("code", ["1 / 0", "'a' + 1", "x.y.z", "[].pop()", "x[5]", "'x'.encode('no')"])
def test_what_fails_in_a_template_is_an_error_of_it(tmp_path: Path, code: str) -> None:
    """Never a traceback."""
    made = theme(tmp_path, a=f"\n{{{{ {code} }}}}")
    with pytest.raises(SettingsError) as info:
        made.render("a.html", x={})
    assert info.value.problem.path == tmp_path / "a.html"
    assert info.value.problem.position is not None


def test_a_template_that_is_not_text(tmp_path: Path) -> None:
    """Is an error, too."""
    (tmp_path / "a.html").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError):
        Theme(tmp_path).render("a.html")


def test_a_template_that_calls_itself(tmp_path: Path) -> None:
    """Comes to an end."""
    made = theme(tmp_path, a="{% include 'a.html' %}")
    with pytest.raises(SettingsError):
        made.render("a.html")
