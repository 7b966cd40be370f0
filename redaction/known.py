"""What the record knows, in every form it may be written in: the strongest recogniser there is."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from data.records.agency import Agency
from data.records.case_details import CaseFile, Person, Role
from redaction.languages.choose import LANGUAGES
from redaction.languages.lists import SMALL
from redaction.normal import fold
from redaction.scripts import romanised

_PARTS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_MIN_FUZZY, _MAX_FUZZY = 5, 32
_GRAM = 4


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a detail; ``who`` is a person's key ('victim 1'), empty for other details.

    ``base`` is the name as the record has it; ``value`` numbers the value that a word is a part of.
    """

    kind: str
    who: str = ""
    base: str = field(default="", repr=False)
    value: int = 0


@dataclass(frozen=True, slots=True)
class Value:
    """A recorded value of several words: an address, a place, a school. ``telling`` words give it away alone."""

    form: Form
    words: tuple[str, ...] = field(repr=False)
    parts: frozenset[str] = field(repr=False)
    telling: frozenset[str] = field(repr=False)


@dataclass
class Known:
    """Forms by their folded words. ``names`` single words of names, ``parts`` words of other values."""

    names: dict[str, Form] = field(default_factory=dict, repr=False)
    parts: dict[str, list[Value]] = field(default_factory=dict, repr=False)
    initials: dict[str, Form] = field(default_factory=dict, repr=False)
    letters: dict[str, Form] = field(default_factory=dict, repr=False)
    digits: dict[str, Form] = field(default_factory=dict, repr=False)
    dates: dict[date, str] = field(default_factory=dict, repr=False)
    agencies: dict[str, list[tuple[str, ...]]] = field(default_factory=dict, repr=False)
    others: dict[str, str] = field(default_factory=dict, repr=False)
    relations: dict[str, str] = field(default_factory=dict, repr=False)
    seen: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)
    _near: dict[str, set[str]] | None = field(default=None, repr=False)
    _grams: dict[str, list[str]] | None = field(default=None, repr=False)
    _values: int = 0

    @staticmethod
    def of(files: Sequence[CaseFile], *, agencies: Sequence[Agency] = ()) -> "Known":
        """Everything the opened cases know; ``agencies`` are registered and keep their names."""
        known = Known()
        for file in files:
            counts: dict[Role, int] = defaultdict(int)
            people = []
            for person in file.people:
                counts[person.role] += 1
                people.append((person, f"{person.role.value} {counts[person.role]}"))
            for person, who in people:
                known._add_names(person, who)
            for person, who in people:
                known._add_details(person, who)
            for reference in file.crime_references:
                known._add_number(reference, Form("ID"))
        for agency in agencies:
            for written in (agency.name, *agency.also_written):
                words = tuple(_WORDS.findall(fold(written)))
                if words:
                    known.agencies.setdefault(words[0], []).append(words)
        return known

    def letter(self, surface: str) -> str:
        """The same letter for the same unrecorded name, throughout the case."""
        if surface not in self.others:
            self.others[surface] = letter(len(self.others))
        return self.others[surface]

    def near(self, word: str) -> Form | None:
        """A recorded name one typing error away, for words of five letters and more."""
        if not _MIN_FUZZY <= len(word) <= _MAX_FUZZY or not self.names:
            return None
        from rapidfuzz.distance import OSA

        if self._near is None:
            self._near = defaultdict(set)
            for name in self.names:
                if len(name) >= _MIN_FUZZY:
                    for less in _shortened(name):
                        self._near[less].add(name)
        for less in _shortened(word):
            for name in self._near.get(less, ()):
                if OSA.distance(name, word, score_cutoff=1) <= 1:
                    return self.names[name]
        return None

    def numbers_in(self, plain: str) -> Iterator[tuple[int, int, Form]]:
        """Recorded numbers inside a run of letters and digits."""
        if self._grams is None:
            self._grams = defaultdict(list)
            for number in self.digits:
                self._grams[number[:_GRAM]].append(number)
        if len(plain) < _GRAM and plain in self.digits:
            yield 0, len(plain), self.digits[plain]
        for at in range(len(plain) - _GRAM + 1):
            for number in self._grams.get(plain[at : at + _GRAM], ()):
                if plain.startswith(number, at):
                    yield at, at + len(number), self.digits[number]

    def _add_names(self, person: Person, who: str) -> None:
        for surname, written in (
            (False, person.first),
            (True, person.last),
            *((False, a) for a in person.also_known_as),
        ):
            for spelled in {fold(written), romanised(written)}:
                for part in _PARTS.findall(spelled):
                    self._add_name(part, who, surname)
        first, last = (re.findall(r"[^\W\d_]", fold(name)[:1]) for name in (person.first, person.last))
        several = [n[0] for n in re.split(r"[\s-]+", fold(f"{person.first} {person.last}")) if n[:1].isalpha()]
        if len(several) >= 2:
            for letters in {"".join(several), "".join((*first, *last)), "".join((*last, *first))}:
                self.initials.setdefault(letters, Form("PERSON", who))
        parts = [n[0] for n in re.split(r"[\s-]+", fold(person.last)) if n[:1].isalpha()]
        if len(parts) >= 2:
            self.initials.setdefault("".join(parts), Form("PERSON", who))
        for letters in first or several[:1]:
            self.letters.setdefault(letters, Form("PERSON", who))
        if person.relationship_to_victim:
            self.relations[who] = person.relationship_to_victim

    def _add_name(self, part: str, who: str, surname: bool) -> None:
        if len(part) < 2:
            self.letters.setdefault(part, Form("PERSON", who))
            return
        held = self.names.get(part)
        if held and held.base == part and held.who != who:
            # A name that several people bear says which family, not which person.
            self.names[part] = Form("PERSON", held.who if not surname else "", part)
            for one, form in list(self.names.items()):
                if surname and form.base == part:
                    self.names[one] = Form("PERSON", "", part)
            return
        self.names[part] = Form("PERSON", who, part)
        written: dict[str, str] = {}
        for language in LANGUAGES.values():
            for base in (part, *(() if surname else language.nicknames.get(part, ()))):
                for inflected in language.forms(base):
                    written.setdefault(inflected, base)
            if "'" in part:
                written.setdefault(part.replace("'", ""), part)
        for one, base in sorted(written.items()):
            # The record's own spelling is never given to somebody else's derived form.
            self.names.setdefault(one, Form("PERSON", who, part if base == part else base))

    def _add_details(self, person: Person, who: str) -> None:
        address = person.address
        for value, kind in (
            (address.line, "ADDRESS"), (address.town, "PLACE"), (address.postcode, "ADDRESS"),
            (person.workplace, "ORG"), (person.school, "ORG"),
        ):  # fmt: skip
            for piece in {fold(value), romanised(value)}:
                self._add_value(piece, kind)
        self._add_number(address.postcode, Form("ADDRESS"))
        for phone in person.phones:
            self._add_number(phone, Form("PHONE"))
            if len(plain := compact(phone)) > 9 and plain[0] == "0":
                self.digits.setdefault(plain[1:], Form("PHONE"))
        for email in person.emails:
            self._add_number(email, Form("EMAIL"))
        for kind, number in person.identifiers:
            self._add_number(number, Form("VEHICLE" if kind == "vehicle" else "ID"))
        if person.date_of_birth:
            self.dates[person.date_of_birth] = who

    def _add_value(self, written: str, kind: str) -> None:
        words = tuple(_WORDS.findall(fold(written)))
        if not words or any(v.words == words and v.form.kind == kind for v in self.parts.get(words[0], ())):
            return
        self._values += 1
        telling = frozenset(w for w in words if len(w) > 2 and not w.isdigit() and not _small(w))
        forms: set[str] = set()
        for word in telling:
            forms |= {one for language in LANGUAGES.values() for one in language.forms(word)}
        parts = frozenset(words) | forms | {short for word in words for short in _short().get(word, ())}
        value = Value(Form(kind, base=min(telling, default=""), value=self._values), words, parts, frozenset(forms))
        for word in parts:
            self.parts.setdefault(word, []).append(value)

    def _add_number(self, value: str, form: Form) -> None:
        plain = compact(value)
        if len(plain) >= _GRAM or (len(plain) == 3 and plain.isdigit()):
            self.digits.setdefault(plain, form)


@cache
def _short() -> dict[str, set[str]]:
    """Other ways to write a word of an address or a name of a school, from all languages: ``street``: ``st``."""
    found: dict[str, set[str]] = {}
    for language in LANGUAGES.values():
        for entry in language.lists.ordered.get("short", ()):
            word, _, others = entry.partition("=")
            found.setdefault(word, set()).update(others.split(","))
    return found


def _small(word: str) -> bool:
    return any(language.lists.words.get(word, 0) & SMALL for language in LANGUAGES.values())


def _shortened(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def letter(count: int) -> str:
    """A, B … Z, A1, B1 …"""
    return chr(65 + count % 26) + (str(count // 26) if count >= 26 else "")


def name_parts(written: str) -> set[str]:
    """The folded words of a name, in each spelling it has."""
    return {part for spelled in (fold(written), romanised(written)) for part in _PARTS.findall(spelled)}


def compact(value: str) -> str:
    """Letters and digits alone; a national prefix counts as the leading zero."""
    plain = "".join(c for c in fold(value) if c.isalnum())
    if value.strip().startswith("+") or plain.startswith("00"):
        for prefix in ("0044", "00355", "44", "355"):
            if plain.startswith(prefix):
                return "0" + plain[len(prefix) :].removeprefix("0")
    return plain
