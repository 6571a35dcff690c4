"""What a preview answers to an address: a page with what the desk should know laid over it, or a file of an edition."""

from __future__ import annotations

import json
import mimetypes
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from threading import Condition
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from taiyaku.editions.site import BILINGUAL, HOME
from taiyaku.errors import Phrase, Problem, TaiyakuError, UsageError
from taiyaku.files import read_regular
from taiyaku.preview.overlay import laid_over
from taiyaku.preview.passages import ORIGINAL, passages
from taiyaku.preview.saved import stamp
from taiyaku.preview.words import page_words
from taiyaku.reporters.links import Links
from taiyaku.text.width import visible
from taiyaku.theme.environment import ASSETS, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from taiyaku.editions.edition import Artifact
    from taiyaku.preview.desk import Desk, Made
    from taiyaku.preview.passages import Passage
    from taiyaku.span import Position

TEMPLATES = Path(__file__).parent / "templates"
HTML = "text/html; charset=utf-8"
_TEXTS = {".html": HTML, ".md": "text/markdown; charset=utf-8", ".txt": "text/plain; charset=utf-8"}
_ARTICLE_PARTS = 3


class Answer(NamedTuple):
    """What is sent. `version` tells a page from what it was before; `ours` says that no stranger wrote its HTML."""

    status: HTTPStatus
    kind: str
    body: bytes
    version: str = ""
    ours: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """A page before anything is laid over it. `title` and `path` say what it is made from."""

    html: str
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    slug: str = ""
    path: str = ""
    old: bool = False
    status: HTTPStatus = HTTPStatus.OK
    material: str = ""


class Pages:
    """The pages of a project at work, for any number of threads, in the words of a reader's `language`.

    `token` has to be shown by whoever wants a file opened; `opens` says that there is an editor for it. `generation`
    counts how often something was saved.
    """

    def __init__(self, desk: Desk, language: str, gettext: Callable[[str], str], token: str, *, opens: bool) -> None:
        self.desk, self.language, self.gettext, self.token, self.opens = desk, language, gettext, token, opens
        self.saved = Condition()
        self.generation = 0
        self._last: dict[PurePosixPath, _Page] = {}
        self._beside: dict[PurePosixPath, Artifact] = {}

    def look(self) -> None:
        """Look whether anything was saved, and wake those who wait for it."""
        with self.saved:
            if self.desk.look():
                self.wake()

    def wait(self, generation: int, seconds: float) -> None:
        """Wait until something is saved after `generation`, but not longer than some seconds."""
        with self.saved:
            self.saved.wait_for(lambda: self.generation != generation, seconds)

    def wake(self) -> None:
        """Wake those who wait: something was saved, or the preview ends."""
        with self.saved:
            self.generation += 1
            self.saved.notify_all()

    def answer(self, path: str) -> Answer:
        """Return what is to be sent for the path of an address."""
        self.look()
        with self.saved:
            place = place_of(path)
            if place is None:
                return self._composed(self._instead(PurePosixPath(), ()))
            found = self._found(place)
            return self._composed(found) if isinstance(found, _Page) else found

    def place(self, slug: str, locale: str, index: int) -> tuple[Path, Position | None]:
        """Return the file, as an absolute path, and the place of a passage of an article. Raises TaiyakuError."""
        with self.saved:
            article = self.desk.article(slug)
            if article is not None:
                sources = self.desk.made(article).sources
                known = locale == ORIGINAL or locale in sources.catalogs
                if known and 0 <= index < len(sources.document.segments):
                    path, position = sources.position(index, locale)
                    return self.desk.project.root / path, position
        raise UsageError(Phrase("there is no such passage"))

    def start(self, slug: str) -> str:
        """Return the path at which to look at an article first: with both languages, if it has them."""
        with self.saved:
            article = self.desk.article(slug)
            try:
                locales = self.desk.made(article).editions.locales if article is not None else ()
            except TaiyakuError:  # which that page will tell
                locales = ()
            return f"/{BILINGUAL if len(locales) > 1 else self.desk.project.settings.source_locale}/{slug}/"

    # Finding what is asked for

    def _found(self, place: PurePosixPath) -> _Page | Answer:
        try:
            made, artifact = self._known(place)
            if artifact is None:
                is_page = place.name == HOME.name
                return self._instead(place, made.problems if made is not None and is_page else ())
            if not isinstance(artifact.content, bytes):
                return self._file(place, artifact.content)
            if place.suffix != ".html":
                return Answer(HTTPStatus.OK, kind_of(place), artifact.content)
            page = self._page(artifact, artifact.content.decode(), made)
        except TaiyakuError as error:
            return self._instead(place, (error.problem,))
        except OSError as error:
            return self._instead(place, (Problem(Phrase("cannot be read: {why}", why=error.strerror or error)),))
        self._last[place] = page
        return page

    def _known(self, place: PurePosixPath) -> tuple[Made | None, Artifact | None]:
        """Return what is at a place; of what a page takes along, what it was before, as long as its page is that, too.

        Raises TaiyakuError and OSError.
        """
        before = self._beside.get(place)
        try:
            made, artifact = self._artifact(place)
        except TaiyakuError:
            if before is None:
                raise
            return None, before
        if artifact is None and made is not None and made.problems:  # of which one may be that its page is not there
            artifact = before
        if artifact is not None and artifact.edition == "file":
            self._beside[place] = artifact
        return made, artifact

    def _artifact(self, place: PurePosixPath) -> tuple[Made | None, Artifact | None]:
        """Return what an article or the site has at a place, with the article. Raises TaiyakuError and OSError."""
        article = self.desk.article(place.parts[1]) if len(place.parts) >= _ARTICLE_PARTS else None
        if article is None:
            return None, self.desk.site_file(place)
        self.desk.builder()  # with settings or a theme that are wrong, no page is as it will be
        made = self.desk.made(article)
        return made, made.file(place)

    def _page(self, artifact: Artifact, html: str, made: Made | None) -> _Page:
        if made is None:
            return _Page(html, problems=tuple(self.desk.problems))
        edition, sources = artifact.place.parts[0], made.sources
        settings = self.desk.project.settings.checks
        links = Links(self.desk.project.root, settings.editor_url, settings.weblate_url)
        shown = made.editions.translations
        translation = next((one for one in shown if one.locale == edition), None)
        others = [one.locale for one in shown if not one.is_original]
        if translation is None:  # both languages, the first of the others beside the original
            translation, others = next((one for one in shown if not one.is_original), shown[0]), others[:1]
        elif not translation.is_original:
            others = [translation.locale]
        found = passages(sources, translation, others, links, self.gettext)
        stamps = [stamp(file.content) for file in made.files.values() if not isinstance(file.content, bytes)]
        path = visible(sources.document.path.as_posix())
        return _Page(html, tuple(found), made.problems, sources.slug, path, material=str(sorted(stamps)))

    def _file(self, place: PurePosixPath, file: Path) -> Answer:
        """Return a file that an edition takes along; what it is now may be a link that it was not before."""
        real = file.resolve()
        if not any(real.is_relative_to(folder.resolve()) for folder in (self.desk.project.root, ASSETS)):
            return self._composed(self._instead(place, ()))
        return Answer(HTTPStatus.OK, kind_of(place), read_regular(real))

    def _instead(self, place: PurePosixPath, problems: tuple[Problem, ...]) -> _Page:
        """Return what is shown where a page cannot be made: the page as it was, or else what keeps it from being."""
        last = self._last.get(place)
        if last is not None and problems:
            return replace(last, problems=problems, old=True)
        told = [self._told(problem) for problem in problems]
        heading = self.gettext("This page cannot be made now") if told else self.gettext("There is no such page")
        context = {"heading": heading, "problems": told, "lang": self.language, "_": self.gettext}
        html = Theme(templates=TEMPLATES).render("problem.html", **context)
        status = HTTPStatus.INTERNAL_SERVER_ERROR if told else HTTPStatus.NOT_FOUND
        return _Page(html, problems=() if told else tuple(self.desk.problems), status=status)

    # Putting a page together

    def _composed(self, page: _Page) -> Answer:
        data: dict[str, object] = {
            "language": self.language,
            "slug": page.slug,
            "path": page.path,
            "old": page.old,
            "problems": [self._told(problem) for problem in page.problems],
            "passages": [_plain(passage) for passage in page.passages],
            "words": page_words(self.gettext),
            "opens": self.opens,
            "token": self.token,
        }
        said = json.dumps([data, self.desk.everything, page.material], ensure_ascii=False)
        version = sha256(f"{page.html}\0{said}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        html = laid_over(page.html, {**data, "version": version})
        return Answer(page.status, HTML, html.encode("utf-8", "replace"), version, ours=True)

    def _told(self, problem: Problem) -> dict[str, str]:
        """Return a problem in the reader's words, its path from the project's root."""
        path, root = problem.path, self.desk.project.root
        if path is not None and path.is_absolute() and path.is_relative_to(root):
            problem = replace(problem, path=path.relative_to(root))
        return {"severity": problem.severity, "text": visible(problem.translated(self.gettext))}


def _plain(passage: Passage) -> dict[str, object]:
    """Return a passage as JSON has it."""
    found = asdict(passage)
    found["places"] = [place._asdict() for place in passage.places]
    found["findings"] = [told._asdict() for told in passage.findings]
    return found


def place_of(path: str) -> PurePosixPath | None:
    """Return the place that the path of an address means, None for a path that means none.

    What is found at a place is looked up by its name among what editions have made; no path is ever opened.
    """
    parts = unquote(path, errors="replace").removeprefix("/").split("/")
    if parts[-1] == "":
        parts[-1] = "index.html"
    if not path.startswith("/") or any(part in {"", ".", ".."} or "\0" in part for part in parts):
        return None
    return PurePosixPath(*parts)


def kind_of(place: PurePosixPath) -> str:
    """Return the media type of a file by its name."""
    known: Iterable[str | None] = (_TEXTS.get(place.suffix.lower()), mimetypes.guess_type(place.name)[0])
    return next((kind for kind in known if kind), "application/octet-stream")
