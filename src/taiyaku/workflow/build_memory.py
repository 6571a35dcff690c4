"""What was built the last time, remembered so that a build touches only what has changed since.

An article is built again when anything changed that its pages are made of, or when one of its pages is not as it was
left. What a page is made of must therefore be named here: in `_common` for all articles, in `_own` for each, and in
`Lookups` for files that an article leads to.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taiyaku.cache import MALFORMED, disk_time, from_problem, open_cache, to_problem
from taiyaku.workflow.built import BuiltArticle, BuiltTranslation, Output
from taiyaku.workflow.digests import FileDigests, digest_of
from taiyaku.workflow.program import program_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from taiyaku.project.project import Article, Project
    from taiyaku.workflow.built import Wanted

_FILES, _ARTICLES, _SITE = "files", "articles", "site"


@dataclass(slots=True)
class Traces:
    """What an article led to: the paths from the root it asked for, and the digests of files it took along."""

    looked: set[Path] = field(default_factory=set)
    taken: dict[Path, str] = field(default_factory=dict)


class Lookups(Mapping["Path", str]):
    """The slugs of a project's articles by their paths; every path that is asked for is put into `looked`.

    All relative addresses are asked for, since they could lead to another article.
    """

    def __init__(self, slugs: Mapping[Path, str], looked: set[Path]) -> None:
        self._slugs, self._looked = slugs, looked

    def __getitem__(self, path: Path) -> str:
        self._looked.add(path)
        return self._slugs[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._slugs)

    def __len__(self) -> int:
        return len(self._slugs)


class BuildMemory:
    """What was built of each article, and of the site as a whole, with digests of all that it was made of.

    `slugs` gives the project's articles by their paths.
    """

    def __init__(self, project: Project, wanted: Wanted, slugs: Callable[[], Mapping[Path, str]]) -> None:
        folder = None if project.linked_out()(Path(project.settings.cache, "any")) else project.cache_folder()
        self._project, self._root, self._slugs = project, project.root.resolve(), slugs
        self._cache = open_cache(None if folder is None else folder / "build.json", "1")
        known = self._part(_FILES)
        self._digests = FileDigests(project.root, known, None if folder is None else disk_time(folder))
        self._articles = dict(self._part(_ARTICLES))
        self._common = self._digest_of_common(wanted)
        self._began: dict[Article, str] = {}

    def _part(self, name: str) -> dict[str, Any]:
        found = self._cache.get(name)
        return found[1] if found is not None and isinstance(found[1], dict) else {}

    # What pages are made of

    def _digest_of_common(self, wanted: Wanted) -> str:
        project, settings = self._project, self._project.settings
        files = (settings.termbase, settings.approvals, settings.checks.waivers, settings.checks.baseline)
        theme = self._digests.below(settings.editions.theme) if settings.editions.theme else ""
        parts = (
            program_stamp(),
            project.root,
            settings,
            wanted,
            *map(self._digests.of, files),
            theme,
            _can_draw(project),
        )
        return _digest(list(map(str, parts)))

    def _own(self, article: Article) -> str:
        """Return the digest of what an article is made of: its text and its catalogs."""
        paths = [self._project.catalog_path(article.slug, locale) for locale in self._project.settings.locales]
        return _digest(
            [self._common, article.slug, *(f"{p} {self._digests.of(str(p))}" for p in (article.path, *paths))]
        )

    def _journals(self, article: Article) -> list[str]:
        """Return the digests of the journals, in which a build notes what it has read."""
        paths = (self._project.journal_path(article.slug, locale) for locale in self._project.settings.locales)
        return [self._digests.of(str(path)) for path in paths]

    def _way(self, path: str) -> str:
        """Return what lies at the end of a link in an article: another article, a file, or nothing."""
        slug = self._slugs().get(Path(path))
        if slug is not None:
            return f"article {slug}"
        try:
            end = (self._project.root / path).resolve()
        except (OSError, ValueError):  # a loop of links, a name that no file can have
            return ""
        return self._digests.of(path) if end == self._root / path else f"link {end}"

    # Recalling

    def recall(self, article: Article) -> BuiltArticle | None:
        """Return what was built of an article, if it would be built so again, and is still there."""
        built = self.listed(article)
        if built is None or any(self._digests.of(str(output.path)) != output.digest for output in built.outputs):
            return None
        return built

    def listed(self, article: Article) -> BuiltArticle | None:
        """Return what was built of an article, if it would be built so again, be it there or not."""
        with contextlib.suppress(*MALFORMED):
            value = self._articles[article.slug]
            same = value["own"] == self._own(article) and value["journals"] == self._journals(article)
            if same and all(self._way(path) == way for path, way in value["ways"].items()):
                return _to_article(article, value["built"])
        return None

    def last_entry(self, article: Article) -> Any:
        """Return what the lists said of an article after its last build, whatever has changed since; None: nothing."""
        with contextlib.suppress(*MALFORMED):
            return self._articles[article.slug]["built"]["entry"]
        return None

    def pages(self, entries: list[Any]) -> list[Output] | None:
        """Return the files of the site as a whole, if they were made of these entries, and are still there."""
        with contextlib.suppress(*MALFORMED):
            value = self._part(_SITE)
            if value["entries"] == _digest([self._common, entries]):
                outputs = [_to_output(output) for output in value["outputs"]]
                return outputs if all(self._digests.of(str(one.path)) == one.digest for one in outputs) else None
        return None

    # Remembering

    def begin(self, article: Article) -> None:
        """Call before an article is read: of what changes after this, nothing will be remembered."""
        self._began[article] = self._own(article)

    def keep(self, built: BuiltArticle, traces: Traces) -> None:
        """Remember what was built of the article for which `begin` was called."""
        taken = traces.taken
        ways = {str(path): taken.get(self._root / path) or self._way(str(path)) for path in sorted(traces.looked)}
        self._articles[built.article.slug] = {
            "own": self._began.pop(built.article),
            "journals": self._journals(built.article),
            "ways": ways,
            "built": _from_article(built),
        }
        self._cache.changed = True

    def keep_pages(self, entries: list[Any], outputs: Iterable[Output]) -> None:
        """Remember the files of the site as a whole."""
        value = {"entries": _digest([self._common, entries]), "outputs": [_from_output(output) for output in outputs]}
        self._cache.entries[_SITE] = ([], value)
        self._cache.changed = True

    def save(self, articles: Iterable[Article] | None) -> None:
        """Write down what is new, and forget all articles but these; None forgets none."""
        if articles is not None:
            kept = {article.slug for article in articles}
            self._articles = {slug: value for slug, value in self._articles.items() if slug in kept}
        files = self._digests.seen if articles is not None else {**self._part(_FILES), **self._digests.seen}
        self._cache.changed |= files != self._part(_FILES) or self._articles != self._part(_ARTICLES)
        self._cache.entries[_FILES] = ([], files)
        self._cache.entries[_ARTICLES] = ([], self._articles)
        self._cache.save()


def _can_draw(project: Project) -> bool:
    """Whether pages have cards, which they name; a browser may have been installed since."""
    if "card" not in project.settings.editions.formats:
        return False
    from taiyaku.editions.cards import can_draw

    return can_draw(project.settings.editions.chromium)


def _digest(value: list[Any]) -> str:
    return digest_of(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def _from_article(built: BuiltArticle) -> dict[str, Any]:
    return {
        "locale": built.locale,
        "translations": [
            [t.locale, t.is_original, t.refused, t.current, dict(t.states), list(map(from_problem, t.problems))]
            for t in built.translations
        ],
        "titles": dict(built.titles),
        "outputs": list(map(_from_output, built.outputs)),
        "problems": list(map(from_problem, built.problems)),
        "entry": built.entry,
    }


def _to_article(article: Article, value: dict[str, Any]) -> BuiltArticle:
    return BuiltArticle(
        article,
        value["locale"],
        tuple(map(_to_translation, value["translations"])),
        value["titles"],
        tuple(map(_to_output, value["outputs"])),
        tuple(map(to_problem, value["problems"])),
        value["entry"],
    )


def _to_translation(value: list[Any]) -> BuiltTranslation:
    locale, is_original, refused, current, states, problems = value
    return BuiltTranslation(locale, is_original, refused, current, states, tuple(map(to_problem, problems)))


def _from_output(output: Output) -> list[str]:
    return [output.edition, output.locale, output.path.as_posix(), output.digest]


def _to_output(value: list[str]) -> Output:
    edition, locale, path, digest = value
    return Output(edition, locale, Path(path), changed=False, digest=digest)
