"""The names of many articles -> one register: counted together, the same pair once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from taiyaku.checks.names.known_places import known_places
from taiyaku.register.evidence import Evidence
from taiyaku.register.found import Found
from taiyaku.register.heads import ending_of
from taiyaku.register.listed import STATES, Listed, Register, Use
from taiyaku.register.places import known_place
from taiyaku.register.telling import listed_alone, listed_entry, listed_pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from taiyaku.register.article import ArticleNames
    from taiyaku.register.names import Name
    from taiyaku.register.pairing import NamePair
    from taiyaku.termbase.concept import ConceptEntry


class Collector:
    """Takes the names of one article after the other, and makes the register of all."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str], Found] = {}
        self._alone: dict[tuple[str, str], Found] = {}
        self._registered: dict[int, tuple[ConceptEntry, list[int], Use]] = {}
        self._articles = 0

    def add(self, names: ArticleNames, where: Callable[[int, str], Use], order: tuple[str, str]) -> None:
        """Add the names of an article. `where` tells places in it; `order` are its languages, the original's first."""
        self._articles += 1
        for pair in names.pairs:
            self._add_pair(pair, where, order)
        for name in names.unpaired:
            found = self._alone.setdefault((name.language, name.text), Found())
            (found.japanese if name.language == "ja" else found.english)[name.text] += len(name.all)
            self._note(found, name, where)
        for key, (entry, numbers) in names.registered.items():
            if key not in self._registered:
                language = next(language for language in order if numbers[language])
                use = where(numbers[language][0], entry.preferred(language))
                self._registered[key] = (entry, [0, 0], use)
            counts = self._registered[key][1]
            counts[0] += len(numbers["en"])
            counts[1] += len(numbers["ja"])

    def _note(self, found: Found, name: Name, where: Callable[[int, str], Use]) -> None:
        kind = name.kind or next((kind for kind, _ in name.hints.most_common(1)), None)
        if kind is not None:
            found.kinds[kind] += len(name.all)
        found.sure = found.sure or name.sure
        found.pieces = found.pieces or name.pieces
        found.add(name, where)

    def _add_pair(self, pair: NamePair, where: Callable[[int, str], Use], order: tuple[str, str]) -> None:
        by = pair.by
        found = self._pairs.setdefault(_key(by), Found())
        found.english[by.english] += len(pair.english.all)
        found.japanese[by.japanese] += len(pair.japanese.all)
        if pair.kind is not None:
            found.kinds[pair.kind] += 3 if pair.sure else 1
        found.together += pair.together
        found.sure = found.sure or pair.sure
        found.named = found.named or (pair.english.sure and pair.japanese.sure)
        if found.by is None or by.weight > found.by.weight:
            found.by = by
        found.agreed = found.agreed or pair.titles
        found.pieces = found.pieces or pair.english.pieces
        for name in (pair.english, pair.japanese) if order[0] == "en" else (pair.japanese, pair.english):
            found.add(name, where)

    def register(self) -> Register:
        """Return the register of what was added."""
        self._join_places()
        listed = [*self._listed_pairs(), *self._listed_alone(), *self._listed_registered()]
        listed.sort(key=lambda name: (STATES.index(name.state), -sum(name.counts), name.english, name.japanese))
        return Register(tuple(listed), self._articles)

    def _join_places(self) -> None:
        """Put further forms of places to them: 備前市 to 備前, what everybody knows by two names to the other one."""
        forms = {form: found for found in self._pairs.values() if found.sure for form in found.japanese}
        for (language, text), found in list(self._alone.items()):
            ending = ending_of(text, "place") if language == "ja" and found.kinds["place"] else ""
            pair = forms.get(text.removesuffix(ending)) if ending else None
            if pair is not None and pair.kinds["place"]:
                pair.take(self._alone.pop((language, text)))
        for name, keys in self._known_alone().items():
            pair = self._pairs.get((name, ""))
            forms_of = dict(keys)
            if pair is None and len(forms_of) > 1:
                by = Evidence("place", 1.0, forms_of["en"], forms_of["ja"])
                pair = self._pairs[name, ""] = Found(kinds=Counter({"place": 1}), sure=True, by=by)
            if pair is not None:
                for key in keys:
                    pair.take(self._alone.pop(key))

    def _known_alone(self) -> dict[str, list[tuple[str, str]]]:
        """Return the unpaired names that are known places, by the place's name."""
        known: dict[str, list[tuple[str, str]]] = {}
        places = known_places()
        for language, text in self._alone:
            place = places.by_japanese.get(text) if language == "ja" else known_place(text)
            if place is not None:
                known.setdefault(place.name, []).append((language, text))
        return known

    def _listed_pairs(self) -> Iterator[Listed]:
        others: dict[str, list[Found]] = {}
        for found in sorted(self._pairs.values(), key=lambda one: -one.together):
            others.setdefault(_first(found.english), []).append(found)
        for rivals in others.values():
            best = next((one for one in rivals if one.sure), None)
            for one in rivals:
                listed = listed_pair(one, rivals, sure=one is best)
                if listed is not None:
                    yield listed

    def _listed_alone(self) -> Iterator[Listed]:
        in_pairs = {("en", form) for found in self._pairs.values() if found.sure for form in found.english}
        in_pairs |= {("ja", form) for found in self._pairs.values() if found.sure for form in found.japanese}
        for (language, text), found in self._alone.items():
            kind = next((kind for kind, _ in found.kinds.most_common(1)), None)
            if (language, text) in in_pairs or not found.sure or (kind is None and len(found.pieces) == 1):
                continue
            if language == "ja" and text.isascii() and kind is None:
                continue
            yield listed_alone(found, kind)

    def _listed_registered(self) -> Iterator[Listed]:
        for entry, counts, use in self._registered.values():
            yield listed_entry(entry, (counts[0], counts[1]), use)


def _key(by: Evidence) -> tuple[str, str]:
    """Return what two pairs have in common that are one: of known places, the place."""
    if by.sort == "place":
        place = known_place(by.english)
        return (place.name, "") if place is not None else (by.english, by.japanese)
    return by.english, by.japanese


def _first(forms: Counter[str]) -> str:
    return forms.most_common(1)[0][0]
