"""What the record knows, in every form it may be written in: the strongest recogniser there is."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from data.records.agency import Agency
from data.records.case_details import CaseFile, Person, Role
from redaction.languages.choose import LANGUAGES
from redaction.normal import fold

_PARTS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_WORDS = re.compile(r"\w+")
# Words inside addresses, schools and employers that say nothing alone.
_COMMON = frozenset(
    [
        "the",
        "of",
        "and",
        "street",
        "road",
        "lane",
        "avenue",
        "close",
        "drive",
        "court",
        "crescent",
        "terrace",
        "row",
        "place",
        "gardens",
        "garden",
        "way",
        "hill",
        "park",
        "flat",
        "house",
        "school",
        "primary",
        "secondary",
        "college",
        "academy",
        "nursery",
        "infant",
        "junior",
        "high",
        "st",
        "saint",
        "rruga",
        "rr",
        "pall",
        "pallati",
        "hyrja",
        "ap",
        "lagjja",
        "shkolla",
        "nr",
        "kopshti",
        "gjimnazi",
        "de",
        "la",
        "bakery",
        "cafe",
        "shop",
        "ltd",
        "limited",
        "company",
        "centre",
        "center",
        "services",
        "service",
    ]
)
_MIN_FUZZY = 5


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a detail; ``who`` is a person's key ('victim', 'child 1'), empty for other details."""

    kind: str
    who: str = ""
    whole: bool = False  # the whole value, not a part of it


@dataclass
class Known:
    """Forms by their folded words. ``names`` single words of names, ``phrases`` by first word."""

    names: dict[str, Form] = field(default_factory=dict, repr=False)
    phrases: dict[str, list[tuple[tuple[str, ...], Form]]] = field(default_factory=dict, repr=False)
    digits: dict[str, Form] = field(default_factory=dict, repr=False)
    dates: dict[date, str] = field(default_factory=dict, repr=False)
    agencies: dict[str, list[tuple[str, ...]]] = field(default_factory=dict, repr=False)
    others: dict[str, str] = field(default_factory=dict, repr=False)

    @staticmethod
    def of(files: Sequence[CaseFile], *, agencies: Sequence[Agency] = ()) -> "Known":
        """Everything the opened cases know; ``agencies`` are registered and keep their names."""
        known = Known()
        for file in files:
            counts: dict[Role, int] = defaultdict(int)
            for person in file.people:
                counts[person.role] += 1
                number = counts[person.role]
                known._add_person(person, f"{person.role.value} {number}")
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
            count = len(self.others)
            self.others[surface] = chr(65 + count % 26) + (str(count // 26) if count >= 26 else "")
        return self.others[surface]

    def near(self, word: str) -> Form | None:
        """A recorded name one typing error away, for words of five letters and more."""
        if len(word) < _MIN_FUZZY:
            return None
        from rapidfuzz.distance import OSA

        for name, form in self.names.items():
            if (
                len(name) >= _MIN_FUZZY
                and abs(len(name) - len(word)) <= 1
                and OSA.distance(name, word, score_cutoff=1) <= 1
            ):
                return form
        return None

    def _add_person(self, person: Person, who: str) -> None:
        for written in (person.first, person.last, *person.also_known_as):
            for part in _PARTS.findall(fold(written)):
                self._add_name(part, Form("PERSON", who))
        initials = "".join(n[0] for n in (*person.first.split(), *person.last.split()) if n)
        if len(initials) >= 2:
            self.phrases.setdefault(fold(initials[0]), []).append(
                (tuple(fold(letter) for letter in initials), Form("INITIALS", who))
            )
        address = person.address
        for value, kind in (
            (address.line, "ADDRESS"), (address.town, "PLACE"), (address.postcode, "ADDRESS"),
            (person.workplace, "ORG"), (person.school, "ORG"),
        ):  # fmt: skip
            self._add_phrase(value, Form(kind, "", whole=True))
        for phone in person.phones:
            self._add_number(phone, Form("PHONE"))
        for email in person.emails:
            self._add_phrase(email, Form("EMAIL", whole=True))
        for kind, value in person.identifiers:
            self._add_number(value, Form("VEHICLE" if kind == "vehicle" else "ID"))
        if person.date_of_birth:
            self.dates[person.date_of_birth] = who

    def _add_name(self, part: str, form: Form) -> None:
        if len(part) < 2:
            return
        written = {part}
        for language in LANGUAGES.values():
            for base in (part, *language.nicknames.get(part, ())):
                written |= language.forms(base)
        for one in sorted(written):
            # The record's own spelling is never given to somebody else's derived form.
            if one == part or one not in self.names:
                self.names.setdefault(one, form)

    def _add_phrase(self, value: str, form: Form) -> None:
        words = tuple(_WORDS.findall(fold(value)))
        if not words:
            return
        self.phrases.setdefault(words[0], []).append((words, form))
        telling = [word for word in words if word not in _COMMON and not word.isdigit() and len(word) > 2]
        if form.kind in ("PLACE", "ORG", "ADDRESS"):
            for word in telling:
                for language in LANGUAGES.values():
                    for written in language.forms(word):
                        self.phrases.setdefault(written, []).append(((written,), Form(form.kind)))

    def _add_number(self, value: str, form: Form) -> None:
        plain = compact(value)
        if len(plain) >= 4:
            self.digits[plain] = form


def compact(value: str) -> str:
    """Letters and digits alone; a national prefix counts as the leading zero."""
    plain = "".join(c for c in fold(value) if c.isalnum())
    if value.strip().startswith("+") or plain.startswith("00"):
        for prefix in ("0044", "00355", "44", "355"):
            if plain.startswith(prefix):
                return "0" + plain[len(prefix) :].removeprefix("0")
    return plain
