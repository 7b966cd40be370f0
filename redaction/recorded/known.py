"""What the record knows, in every form it may be written in: the strongest recogniser there is."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.records.agency import Agency
from data.records.case_details import CaseFile, Person, Role
from redaction.languages.choose import LANGUAGES
from redaction.languages.lists import SMALL
from redaction.recorded import written
from redaction.recorded.written import LOOKS, PARTS, SHORTEST, WORDS, compact
from redaction.text.normal import fold
from redaction.text.scripts import romanised

_MIN_FUZZY, _MAX_FUZZY = 5, 32
# So many names are sooner looked through than indexed.
_FEW = 3000
_MIN_SOUND, _TELLING_SOUND, _START, _PET = 3, 5, 4, 8


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a detail; ``who`` is a person's key ('victim 1'), empty for other details.

    ``base`` is the name as the record has it; ``value`` numbers the value that a word is a part of; ``surname``
    where a name is one.
    """

    kind: str
    who: str = ""
    base: str = field(default="", repr=False)
    value: int = 0
    surname: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """A recorded value of several words: an address, a place, a school. ``telling`` words give it away alone."""

    form: Form
    words: tuple[str, ...] = field(repr=False)
    parts: frozenset[str] = field(repr=False)
    telling: frozenset[str] = field(repr=False)


def numbered(people: Sequence[Person]) -> list[tuple[Person, str]]:
    """Each person of a case with the key by which placeholders tell them apart: 'child 2'."""
    counts: dict[Role, int] = defaultdict(int)
    found = []
    for person in people:
        counts[person.role] += 1
        found.append((person, f"{person.role.value} {counts[person.role]}"))
    return found


@dataclass
class Known:
    """Forms by their folded words. ``names`` single words of names, ``parts`` words of other values.

    ``telling`` are those words of other values that no language knows; ``tails`` the last digits of references.
    ``orders`` are the days of birth in every order of day, month and year. As long as the case is open, ``strange``
    keeps which recorded name a word is that no language knows, if any, and ``nobody`` the words that are no name of it.
    """

    names: dict[str, Form] = field(default_factory=dict, repr=False)
    parts: dict[str, list[Value]] = field(default_factory=dict, repr=False)
    telling: dict[str, Form] = field(default_factory=dict, repr=False)
    initials: dict[str, Form] = field(default_factory=dict, repr=False)
    letters: dict[str, Form] = field(default_factory=dict, repr=False)
    digits: dict[str, Form] = field(default_factory=dict, repr=False)
    tails: dict[str, Form] = field(default_factory=dict, repr=False)
    dates: dict[date, str] = field(default_factory=dict, repr=False)
    orders: dict[tuple[int, int, int], str] = field(default_factory=dict, repr=False)
    agencies: dict[str, list[tuple[str, ...]]] = field(default_factory=dict, repr=False)
    others: dict[str, str] = field(default_factory=dict, repr=False)
    relations: dict[str, str] = field(default_factory=dict, repr=False)
    seen: dict[str, dict[str, Any]] = field(default_factory=dict, repr=False)
    strange: dict[tuple[str, ...], tuple[Form | None, bool]] = field(default_factory=dict, repr=False)
    nobody: dict[tuple[str, bool], set[str]] = field(default_factory=dict, repr=False)
    _near: dict[str, set[str]] | None = field(default=None, repr=False)
    _grams: dict[str, list[str]] | None = field(default=None, repr=False)
    _bare: set[str] | None = field(default=None, repr=False)
    _heads: set[str] | None = field(default=None, repr=False)
    _lengths: dict[int, list[str]] | None = field(default=None, repr=False)
    _sounds: set[str] | None = field(default=None, repr=False)
    _pets: dict[str, Form] | None = field(default=None, repr=False)
    _values: int = 0

    @staticmethod
    def of(files: Sequence[CaseFile], *, agencies: Sequence[Agency] = ()) -> "Known":
        """Everything the opened cases know; ``agencies`` are registered and keep their names."""
        known = Known()
        for number, file in enumerate(files):
            # Of several cases, nobody of one is taken for somebody of another.
            case = f"case {number}, " if number else ""
            people = [(person, case + who) for person, who in numbered(file.people)]
            for person, who in people:
                known._add_names(person, who)
            for person, who in people:
                known._add_details(person, who)
            for reference in file.crime_references:
                known._add_numbers(written.reference(reference), Form("ID"))
                known._add_tail(reference)
        for agency in agencies:
            for name in (agency.name, *agency.also_written):
                words = tuple(WORDS.findall(fold(name)))
                if words:
                    known.agencies.setdefault(words[0], []).append(words)
        return known

    def letter(self, surface: str) -> str:
        """The same letter for the same unrecorded name, throughout the case."""
        if surface not in self.others:
            self.others[surface] = letter(len(self.others))
        return self.others[surface]

    def word(self, low: str) -> Form | None:
        """The name, or the telling word of an address, a place, a school, that a folded word is."""
        return self.names.get(low) or self.telling.get(low)

    def pet(self, word: str) -> Form | None:
        """The given name that a word no language knows is cut down from."""
        if self._pets is None:
            given = [form for one, form in self.names.items() if one == form.base and not form.surname]
            self._pets = {
                pet: form for form in given for language in LANGUAGES.values() for pet in language.pets(form.base)
            }
        return self._pets.get(word)

    def near(self, word: str) -> Form | None:
        """A recorded word one typing error away, for words of five letters and more."""
        if not _MIN_FUZZY <= len(word) <= _MAX_FUZZY:
            return None
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(self.names) <= _FEW:
            for length in (len(word), len(word) - 1, len(word) + 1):
                names = self.of_length(length) if length >= _MIN_FUZZY else ()
                if names and (found := process.extractOne(word, names, scorer=OSA.distance, score_cutoff=1)):
                    return self.word(found[0])
            return None
        nearby = self._nearby()
        for less in _shortened(word):
            for name in nearby.get(less, ()):
                if OSA.distance(name, word, score_cutoff=1) <= 1:
                    return self.word(name)
        return None

    def like(self, word: str) -> bool:
        """Whether a word that no language knows is rather a recorded one, misspelt, shortened or written as heard."""
        if not SHORTEST <= len(word) <= _MAX_FUZZY:
            return False
        if self._sounds is None:
            self._sounds = {key for one in self.names if len(key := written.sound(one)) >= _MIN_SOUND}
            self._sounds |= {key for one in self.telling if len(key := written.sound(one)) >= _TELLING_SOUND}
            self._sounds |= {"^" + one[:_START] for one in self.names if len(one) > _START}
        if word in self._nearby() or self.near(word) or written.sound(word) in self._sounds:
            return True
        return len(word) <= _PET and "^" + word[:_START] in self._sounds

    def heads(self) -> set[str]:
        """The letters that recorded words begin with."""
        if self._heads is None:
            self._heads = {one[:at] for one in self._long() if len(one) >= _MIN_FUZZY for at in range(1, len(one))}
        return self._heads

    def of_length(self, length: int) -> Sequence[str]:
        """The recorded names and telling words of so many letters."""
        if self._lengths is None:
            self._lengths = defaultdict(list)
            for one in self._long():
                self._lengths[len(one)].append(one)
        return self._lengths.get(length, ())

    def holds_number(self, plain: str) -> bool:
        """Whether a recorded number, with its nought or without, stands anywhere in these letters and digits."""
        if self._bare is None:
            self._bare = {number.removeprefix("0") for number in self.digits}
        return any(map(plain.__contains__, self._bare))

    def numbers_in(self, plain: str) -> Iterator[tuple[int, int, Form]]:
        """Recorded numbers inside a run of letters and digits."""
        if self._grams is None:
            self._grams = defaultdict(list)
            for number in self.digits:
                self._grams[number[:SHORTEST]].append(number)
        if len(plain) < SHORTEST and plain in self.digits:
            yield 0, len(plain), self.digits[plain]
        for at in range(len(plain) - SHORTEST + 1):
            for number in self._grams.get(plain[at : at + SHORTEST], ()):
                if plain.startswith(number, at):
                    yield at, at + len(number), self.digits[number]

    def _long(self) -> list[str]:
        return [one for one in (*self.names, *self.telling) if len(one) >= SHORTEST]

    def _nearby(self) -> dict[str, set[str]]:
        if self._near is None:
            self._near = defaultdict(set)
            for one in self._long():
                if len(one) >= _MIN_FUZZY:
                    for less in _shortened(one):
                        self._near[less].add(one)
        return self._near

    def _add_names(self, person: Person, who: str) -> None:
        for surname, name in ((False, person.first), (True, person.last), *((False, a) for a in person.also_known_as)):
            if written.says_nothing(name):
                continue
            for spelled in {fold(name), romanised(name)}:
                parts = PARTS.findall(spelled)
                for part in parts:
                    self._add_name(part, who, surname)
                for one in (*written.joined(parts), *(tail for part in parts for tail in written.tails(part))):
                    self.names.setdefault(one, Form("PERSON", who, one, surname=surname))
        for letters in written.initials(person.first, person.last):
            self.initials.setdefault(letters, Form("PERSON", who))
        first = [part[0] for part in PARTS.findall(fold(person.first or person.last))[:1]]
        for one in first:
            self.letters.setdefault(one, Form("PERSON", who))
        if person.relationship_to_victim:
            self.relations[who] = person.relationship_to_victim

    def _add_name(self, part: str, who: str, surname: bool) -> None:
        if len(part) < 2:
            self.letters.setdefault(part, Form("PERSON", who))
            return
        held = self.names.get(part)
        if held and held.base == part and held.who != who:
            # A name that several people bear says which family, not which person.
            who = held.who if not surname else ""
            if surname and held.who:
                for one, form in list(self.names.items()):
                    if form.base == part:
                        self.names[one] = Form("PERSON", "", part, surname=True)
        self.names[part] = Form("PERSON", who, part, surname=surname)
        forms: dict[str, str] = {}
        for language in LANGUAGES.values():
            for base in (part, *(() if surname else language.nicknames.get(part, ()))):
                for inflected in language.forms(base):
                    forms.setdefault(inflected, base)
        for one, base in sorted(forms.items()):
            # The record's own spelling is never given to somebody else's derived form.
            # 'The Fenwicks' are a family.
            whose = "" if surname and one == part + "s" else who
            self.names.setdefault(one, Form("PERSON", whose, part if base == part else base, surname=surname))

    def _add_details(self, person: Person, who: str) -> None:
        address = person.address
        for value, kind in (
            (address.line, "ADDRESS"), (address.town, "PLACE"), (address.postcode, "ADDRESS"),
            (person.workplace, "ORG"), (person.school, "ORG"),
        ):  # fmt: skip
            for piece in {fold(value), romanised(value)} if not written.says_nothing(value) else ():
                self._add_value(piece, kind)
        self._add_numbers([compact(address.postcode)], Form("ADDRESS"))
        for cell in person.phones:
            for number in written.numbers(cell):
                self._add_numbers(written.phone(number), Form("PHONE"))
        for part in (part for email in person.emails for part in written.account(email)):
            if not any(language.knows(part) for language in LANGUAGES.values()):
                self.names.setdefault(part, Form("PERSON", who, part))
        self._add_numbers([compact(email) for email in person.emails if "@" in email], Form("EMAIL"))
        for kind, number in person.identifiers:
            if any(c.isdecimal() for c in number):
                self._add_numbers(written.reference(number), Form("VEHICLE" if kind == "vehicle" else "ID"))
                if kind != "vehicle":
                    self._add_tail(number)
        if person.date_of_birth:
            self.dates[person.date_of_birth] = who

    def _add_value(self, value: str, kind: str) -> None:
        words = tuple(WORDS.findall(value))
        if not words or any(v.words == words and v.form.kind == kind for v in self.parts.get(words[0], ())):
            return
        self._values += 1
        bare = {one for word in words for one in (word, word.removesuffix("'s"), word.replace("'", ""))}
        telling = frozenset(w for w in bare if len(w) > 2 and not w.isdecimal() and not _small(w))
        forms: set[str] = set()
        for word in telling:
            forms |= {one for language in LANGUAGES.values() for one in language.forms(word)}
        parts = frozenset(bare) | forms | {short for word in words for short in written.short_words().get(word, ())}
        form = Form(kind, base=min(telling, default=""), value=self._values)
        held = Value(form, words, parts, frozenset(forms))
        for word in parts:
            self.parts.setdefault(word, []).append(held)
        plain = [word.replace("'", "") for word in words]
        pairs = {a + b for a, b in itertools.pairwise(plain) if a in telling or b in telling}
        for word in sorted(forms | {pair for pair in pairs if pair.isalpha()}):
            if len(word) >= _MIN_FUZZY and not any(language.knows(word) for language in LANGUAGES.values()):
                self.telling.setdefault(word, form)

    def _add_numbers(self, found: Iterator[str] | list[str], form: Form) -> None:
        for plain in found:
            if len(plain) >= SHORTEST or (len(plain) == 3 and plain.isdecimal()):
                self.digits.setdefault(plain, form)
                if not plain.isdecimal() and form.kind in ("VEHICLE", "ADDRESS", "ID") and len(plain) > SHORTEST:
                    self.digits.setdefault(plain.translate(LOOKS), form)

    def _add_tail(self, reference: str) -> None:
        """Digits that are seldom anything else, for a leading zero or their length, tell a reference anywhere."""
        tail = written.tail(reference)
        if len(tail) > 4 or (tail[:1] == "0" and len(tail) > 2):
            self.digits.setdefault(tail, Form("ID"))
        elif tail:
            self.tails.setdefault(tail, Form("ID"))


def _small(word: str) -> bool:
    return any(language.lists.words.get(word, 0) & SMALL for language in LANGUAGES.values())


def _shortened(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def letter(count: int) -> str:
    """A, B … Z, A1, B1 …"""
    return chr(65 + count % 26) + (str(count // 26) if count >= 26 else "")


def name_parts(name: str) -> set[str]:
    """The folded words of a name, in each spelling it has."""
    return {part for spelled in (fold(name), romanised(name)) for part in PARTS.findall(spelled)}
