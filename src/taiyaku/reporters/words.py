"""What is said of a passage and of an article that were corrected, on the screen as on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taiyaku.errors import Phrase

if TYPE_CHECKING:
    from taiyaku.catalog.passages import ArticleChanges, ChangedNumber, Passage

_KINDS = {
    "edited": Phrase("edited"),
    "numbers": Phrase("numbers changed"),
    "split": Phrase("split off"),
    "joined": Phrase("joined"),
    "new": Phrase("new"),
    "removed": Phrase("removed"),
}
_ROLES = {
    "headline": Phrase("headline"),
    "deck": Phrase("deck"),
    "byline": Phrase("byline"),
    "heading": Phrase("heading"),
    "caption": Phrase("caption"),
    "alt": Phrase("text for an image"),
    "cell": Phrase("table cell"),
    "term": Phrase("term"),
    "paragraph": Phrase("paragraph"),
    "item": Phrase("list item"),
    "quote": Phrase("quotation"),
    "definition": Phrase("definition"),
    "footnote": Phrase("footnote"),
    "subtitle": Phrase("subtitle"),
    "summary": Phrase("summary"),
    "description": Phrase("description"),
    "staff": Phrase("staff line"),
    "credit": Phrase("credit"),
    "dateline": Phrase("dateline"),
    "pull-quote": Phrase("pull quote"),
    "editors-note": Phrase("editor's note"),
    "crosshead": Phrase("cross-head"),
    "title": Phrase("title of a box"),
    "label": Phrase("label"),
    "table": Phrase("table"),
    "list": Phrase("list"),
    "figure": Phrase("figure"),
    "code": Phrase("code"),
}


def role_name(role: str) -> Phrase:
    """Return what a role is called; itself, if it has no name."""
    return _ROLES.get(role, Phrase("{role}", role=role))


def what_happened(passage: Passage) -> tuple[Phrase, ...]:
    """Return what became of a passage, in a word or two each."""
    words = [_KINDS[passage.kind]] if passage.kind in _KINDS else []
    if passage.moved:
        words.append(Phrase("moved"))
    if passage.retranslated:
        words.append(Phrase("translated anew"))
    if passage.kind == "same" and passage.waits:
        words.append(Phrase("not approved"))
    return tuple(words)


def role_of(passage: Passage) -> Phrase | None:
    """Return what a passage is, None for running text."""
    return None if passage.role == "text" else role_name(passage.role)


def what_waits(passage: Passage) -> Phrase | None:
    """Return what its translator has to do with a passage, None if nothing."""
    work = _work(passage)
    if work == "rework" and passage.kind == "new":
        return Phrase("{work}: a suggestion of the memory", work=_WORK[work])
    if work is not None and passage.problem is not None:
        return Phrase("{work}: {problem}", work=_WORK[work], problem=passage.problem)
    if work is None or work == "translate" or not passage.parts:
        return _WORK[work] if work else None
    total, reused = len(passage.parts), passage.reused
    if passage.kind == "numbers" and work == "approve":
        return Phrase("{work}: the translation has the new numbers", work=_WORK[work])
    if reused == total:
        return Phrase("{work}: all of its sentences stand", work=_WORK[work])
    if reused:
        return Phrase("{work}: {reused} of {total} sentences stand", work=_WORK[work], reused=reused, total=total)
    return _WORK[work]


_WORK = {
    "translate": Phrase("to be translated"),
    "rework": Phrase("to be reworked"),
    "approve": Phrase("to be approved"),
}


def _work(passage: Passage) -> str | None:
    if passage.state == "untranslated":
        return "translate"
    if passage.state != "fuzzy":
        return None
    if passage.kind == "numbers" and all(number.found for number in passage.numbers):
        return "approve"
    return "approve" if passage.parts and passage.reused == len(passage.parts) else "rework"


def is_open(passage: Passage, number: ChangedNumber) -> bool:
    """Whether a number that changed is still to be put into a translation that is there, approved or not."""
    return passage.state in {"fuzzy", "translated"} and not number.found


def waiting(changes: ArticleChanges) -> tuple[tuple[Phrase, tuple[Passage, ...]], ...]:
    """Return the passages that wait, by what there is to do with them; without what there is none of."""
    by_work = {work: tuple(p for p in changes.waiting if _work(p) == work) for work in _WORK}
    return tuple((_WORK[work], passages) for work, passages in by_work.items() if passages)


def remarks(changes: ArticleChanges) -> tuple[Phrase, ...]:
    """Return what has to be known of an article and its catalog before anything else."""
    said = []
    if changes.added:
        said.append(Phrase("The article was not there then."))
    if changes.old_path is not None:
        said.append(Phrase("The article was {path} then.", path=changes.old_path.as_posix()))
    if changes.catalog_state == "missing":
        said.append(Phrase("There is no catalog yet: type `taiyaku update`."))
    if changes.catalog_state == "behind":
        said.append(Phrase("The catalog is behind its article: this is what `taiyaku update` will make of it."))
    return tuple(said)


def summary(changes: ArticleChanges) -> tuple[Phrase, ...]:
    """Return what happened to an article as counts, without those that are zero."""
    changed = changes.changed
    doubted = sum(passage.kind == "same" and passage.waits for passage in changed)
    counts = (
        *((Phrase("{what}: {count}", what=word, count=n), n) for word, n in _by_kind(changes)),
        (Phrase("not approved: {count}", count=doubted), doubted),
        (Phrase("moved: {count}", count=(moved := sum(p.moved for p in changed))), moved),
        (Phrase("translated anew: {count}", count=(anew := sum(p.retranslated for p in changed))), anew),
        (Phrase("waiting since before: {count}", count=changes.waited), changes.waited),
        (Phrase("sentences that stand: {count}", count=(kept := sum(p.reused for p in changed))), kept),
    )
    return tuple(phrase for phrase, count in counts if count)


def _by_kind(changes: ArticleChanges) -> list[tuple[Phrase, int]]:
    return [(word, sum(passage.kind == kind for passage in changes.changed)) for kind, word in _KINDS.items()]
