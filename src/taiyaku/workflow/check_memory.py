"""What `check` found the last time, remembered for as long as the texts stay what they were.

`status` reads the counts, `build` the findings; neither has to check again what has not changed. Beside the counts of
all articles, in one file, lie the findings of each article, in a file of its own.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from taiyaku.cache import MALFORMED, disk_time, from_problem, is_fresh, open_cache, stamp_of, to_problem
from taiyaku.checks.remark import Remark
from taiyaku.errors import SEVERITIES, Problem, SaveError
from taiyaku.files import read_regular, safe_write
from taiyaku.workflow.program import program_stamp

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from taiyaku.cache import Stamp
    from taiyaku.checks.report import CheckedArticle
    from taiyaku.errors import Severity
    from taiyaku.project.project import Article, Project


Marks: TypeAlias = "dict[Severity, list[str]]"
"""The fingerprints of findings, by severity."""


class _Entry(NamedTuple):
    """What is known of an article: the digest of its files, the fingerprints, whether there is nothing at all."""

    digest: str
    marks: Marks
    is_clean: bool


class CheckMemory:
    """The findings of a project's articles as they were when `check` last looked.

    They depend on the program, on the settings of the checks, and on the contents of three files: article, catalog and
    termbase. What waivers and the baseline answer is kept among them, so that these may change at any time. Stamps tell
    quickly that a file is the same; where they differ, its content decides.
    """

    def __init__(self, project: Project) -> None:
        folder = None if project.linked_out()(Path(project.settings.cache, "any")) else project.cache_folder()
        settings = project.settings
        inputs = (settings.checks, settings.style, settings.read_options(), settings.locales, settings.termbase)
        self._project, self._folder = project, folder
        self._inputs = f"{program_stamp()} {project.root} {inputs}"
        self._cache = open_cache(None if folder is None else folder / "checks.json", self._inputs)
        self._stamps: dict[Path, Stamp | None] = {}
        self._termbase: bytes | None = None
        self._began: dict[Path, tuple[Article, str]] = {}

    # Recalling

    def marks(self, article: Article, locale: str, answered: Collection[str]) -> Marks | None:
        """Return the fingerprints of an article's findings that nobody has answered; None if not known any more."""
        entry = self._entry(article, locale)
        if entry is None:
            return None
        with contextlib.suppress(*MALFORMED):
            return {s: [mark for mark in entry.marks[s] if mark not in answered] for s in SEVERITIES}
        return None

    def remarks(self, article: Article, locale: str) -> tuple[Remark, ...] | None:
        """Return all findings of an article, answered ones too; None if they are not known any more."""
        entry = self._entry(article, locale)
        if entry is None or self._folder is None:
            return None
        with contextlib.suppress(OSError, *MALFORMED):
            data = json.loads(read_regular(self._details(article, locale)).decode("utf-8", "surrogatepass"))
            if data["digest"] == entry.digest:
                return tuple(map(_to_remark, data["remarks"]))
        return None

    def is_clean(self, article: Article, locale: str) -> bool:
        """Whether an article is as it was when nothing was found in it, not even what somebody has answered."""
        entry = self._entry(article, locale)
        return entry is not None and entry.is_clean is True

    def _entry(self, article: Article, locale: str) -> _Entry | None:
        found = self._cache.get(_name(article, locale))
        if found is None:
            return None
        stamps, value = found
        files = self._files(article, locale)
        with contextlib.suppress(*MALFORMED):
            entry = _Entry(*value)
            present = [self._stamp(path) for path in files]
            if stamps == [None if stamp is None else list(stamp) for stamp in present]:
                return entry
            if entry.digest == self._digest(files):
                self._note(_name(article, locale), files, value)
                return entry
        return None

    # Remembering

    def begin(self, article: Article, locale: str) -> None:
        """Call before an article is read: of what changes after this, nothing will be remembered."""
        digest = self._digest(self._files(article, locale))
        if digest is not None:
            self._began[self._project.catalog_path(article.slug, locale)] = article, digest

    def keep(self, results: Iterable[CheckedArticle], answered: Collection[str]) -> None:
        """Remember and write down what was found in the articles for which `begin` was called."""
        self._termbase = None  # it may be another one by now
        for checked in results:
            if checked.path in self._began and self._folder is not None:
                self._keep(checked, *self._began.pop(checked.path), answered)
        self._cache.save()

    def _keep(self, checked: CheckedArticle, article: Article, digest: str, answered: Collection[str]) -> None:
        locale = checked.locales[1]
        files = self._files(article, locale)
        if digest != self._digest(files):
            return
        remarks = list(remarks_of(checked, answered))
        marks = {s: [remark.fingerprint for remark in remarks if remark.severity == s] for s in SEVERITIES}
        text = json.dumps({"digest": digest, "remarks": list(map(_from_remark, remarks))}, ensure_ascii=False)
        path = self._details(article, locale)
        with contextlib.suppress(SaveError):  # only time is lost
            if not any(part.is_symlink() for part in (path, path.parent, path.parent.parent)):
                safe_write(path, text.encode("utf-8", "surrogatepass"), durable=False)
                self._note(_name(article, locale), files, [digest, marks, not (checked.findings or checked.waived)])

    def save(self, articles: Iterable[Article] | None) -> None:
        """Write down what was found to be the same still, and forget all articles but these; None forgets none."""
        if articles is not None:
            locales = self._project.settings.locales
            self._cache.keep({_name(article, locale) for article in articles for locale in locales})
        self._cache.save()

    def _note(self, name: str, files: Iterable[Path], value: list[Any]) -> None:
        """Take down a value, with stamps where they can tell that the files stay as they are."""
        now = None if self._folder is None else disk_time(self._folder)
        stamps = [stamp_of(self._project.root / path) for path in files]
        told = now is not None and not any(stamp is None or (stamp and is_fresh(stamp, now)) for stamp in stamps)
        self._cache.entries[name] = ([list(stamp or ()) for stamp in stamps] if told else [], value)
        self._cache.changed = True

    def _files(self, article: Article, locale: str) -> list[Path]:
        settings = self._project.settings
        return [article.path, self._project.catalog_path(article.slug, locale), Path(settings.termbase)]

    def _details(self, article: Article, locale: str) -> Path:
        return self._project.root / self._project.settings.cache / "checks" / locale / f"{article.slug}.json"

    def _stamp(self, path: Path) -> Stamp | None:
        if path not in self._stamps:
            self._stamps[path] = stamp_of(os.path.join(self._project.root, path))  # noqa: PTH118 (thousands of paths)
        return self._stamps[path]

    def _digest(self, files: Iterable[Path]) -> str | None:
        """Return what tells the contents of the files and the settings; None where one cannot be read."""
        from hashlib import sha256

        digest = sha256(self._inputs.encode("utf-8", "surrogatepass"))
        *texts, termbase = files
        if self._termbase is None:
            self._termbase = self._content(termbase)
        for content in (*map(self._content, texts), self._termbase):
            if content is None:
                return None
            digest.update(len(content).to_bytes(8, "big") + content)
        return digest.hexdigest()

    def _content(self, path: Path) -> bytes | None:
        file = self._project.root / path
        try:
            if not file.resolve().is_relative_to(self._project.root.resolve()):
                return None
            return read_regular(file)
        except FileNotFoundError:
            return b""  # a catalog that is not there is like an empty one: nothing is translated
        except OSError:
            return None


def answered_in(project: Project) -> frozenset[str]:
    """Return the fingerprints that waivers and the baseline answer. Raises SettingsError for a file that is wrong."""
    from taiyaku.checks.waivers import read_baseline, read_waivers

    settings = project.settings.checks
    waivers = read_waivers(project.root / settings.waivers)
    return read_baseline(project.root / settings.baseline).union(waiver.fingerprint for waiver in waivers)


def remarks_of(checked: CheckedArticle, answered: Collection[str] = ()) -> Iterator[Remark]:
    """Yield the findings of an article, and those that were left out because they are `answered`.

    What a comment of its entry answers is none.
    """
    from taiyaku.checks.waivers import is_ignored

    silent = (
        found
        for found in checked.waived
        if found.fingerprint in answered
        and not found.answer
        and not is_ignored(found.message, found.finding.check, found.family)
    )
    for found in (*checked.findings, *silent):
        finding = found.finding
        problem = Problem(finding.message, found.path, found.position, severity=finding.severity)
        yield Remark(finding.check, found.family, found.fingerprint, found.message.key, problem)


def _name(article: Article, locale: str) -> str:
    return f"{article.path.as_posix()}\t{locale}"


def _from_remark(remark: Remark) -> list[Any]:
    return [remark.check, remark.family, remark.fingerprint, remark.key, from_problem(remark.problem)]


def _to_remark(value: Any) -> Remark:
    check, family, fingerprint, (context, text), problem = value
    key = (None if context is None else str(context), str(text))
    return Remark(str(check), str(family), str(fingerprint), key, to_problem(problem))
