"""Compile hand-marked case notes into JSON lines with true offsets.

    python tools/notes/compile.py tools/notes/en/*.txt -o tools/notes/train.en.jsonl
    python tools/notes/compile.py tools/notes/en/*.txt --review      what may have been left unmarked

A source holds many notes; blank lines in a text are kept, those around it are not:

    #### en-train-001 | police log
    ref 44/21893/25
    victim female | Rose | Tallentire | aka Rosie; Ro | dob 1996-10-09 | tel 07700 900733 | mail r@post.example
        | line Flat 9, Harbour Point | town Pellow Bay | pc NE94 2RT | work .. | school .. | id nhs=999 453 3312
    vary Roz = Rosie
    ---
    The text, with its spans as {{surface|TYPE}}.

An indented record line continues the one before. TYPE may be cut to an unambiguous beginning (PE, PL, DA, DE, OR, OT).
Marks behind it: ``!`` direct, ``~`` quasi, where the type's own level does not hold; ``+`` known to the record.
A known span's words, number or date must stand in the record, or the surface, or its odd words, in a ``vary`` line
(``vary Hse = House``); one that stands there must be marked known, or ``-`` where it is somebody else's (another Mark).
"""

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

TYPES = (
    "PERSON", "ADDRESS", "PLACE", "ORG", "PHONE", "EMAIL", "URL", "HANDLE", "ID", "VEHICLE", "DATE", "AGE",
    "DEMOGRAPHIC", "JOB", "OTHER",
)  # fmt: skip
OUTSIDE = re.compile(
    r"(?i)(mr|mrs|miss|ms|dr|pc|pcso|ps|sgt|dc|ds|di|cpl|revd?|fr|father|sister|sr|canon|judge|recorder|aunt(ie|y)?|uncle"
    r"|nan|granny|pastor|haji|imam|z\.|znj\.|inspektor\w*"
    r"|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|the|an?(?!\.))\.?\s+(?=.)"
)
DIRECT = {"PERSON", "PHONE", "EMAIL", "URL", "HANDLE", "ID", "VEHICLE"}
LISTS = {"aka": "also_known_as", "tel": "phones", "mail": "emails"}
PLAIN = {"dob": "date_of_birth", "work": "workplace", "school": "school"}
ADDRESS = {"line": "line", "town": "town", "pc": "postcode"}
SPAN = re.compile(r"\{\{(?P<surface>[^{}|]+)\|(?P<type>[A-Z]+)(?P<marks>[!~+\-]*)\}\}")
WORD = re.compile(r"\w+")
MONTHS = {  # their first three letters, without diacritics
    "en": re.findall("...", "janfebmaraprmayjunjulaugsepoctnovdec"),
    "sq": re.findall("...", "janshkmarprimajqerkorgusshttetnendhj"),
}


class Mistake(ValueError):
    """A note's markup and its record do not agree; says which note and where."""


@dataclass
class Note:
    """One marked note before its offsets are counted."""

    id: str
    source: str
    lang: str
    head: list[str] = field(default_factory=list)
    body: str = ""


def notes(text: str, lang: str) -> Iterator[Note]:
    for block in re.split(r"(?m)^#### ", text)[1:]:
        title, _, rest = block.partition("\n")
        head, found, body = rest.partition("\n---\n")
        if not found:
            raise Mistake(f"{title}: no '---' between record and text")
        ident, _, source = (part.strip() for part in title.partition("|"))
        lines = re.sub(r"\n\s+\|", " |", head).splitlines()
        yield Note(ident, source, lang, [line for line in lines if line.strip()], body.strip("\n"))


def person(line: str) -> dict[str, Any]:
    """One line of the record as the development sets write a person."""
    who, first, last, *rest = (part.strip() for part in line.split("|"))
    role, _, gender = who.partition(" ")
    made: dict[str, Any] = {
        "role": role, "names": {"first": first, "last": last, "also_known_as": []}, "date_of_birth": None,
        "gender": gender, "phones": [], "emails": [], "address": {"line": "", "town": "", "postcode": ""},
        "workplace": "", "school": "", "identifiers": {},
    }  # fmt: skip
    for part in filter(None, rest):
        key, _, value = part.partition(" ")
        if key in LISTS:
            into = made["names"] if key == "aka" else made
            into[LISTS[key]] = [item.strip() for item in value.split(";")]
        elif key in PLAIN:
            made[PLAIN[key]] = value
        elif key in ADDRESS:
            made["address"][ADDRESS[key]] = value
        elif key == "id":
            made["identifiers"] = dict(item.strip().split("=", 1) for item in value.split(";"))
        else:
            raise Mistake(f"unknown word {key!r} in the record line {line!r}")
    return made


def values(made: dict[str, Any]) -> Iterator[str]:
    """Every text in a record, without its keys and roles."""
    for key, value in made.items():
        if key in {"role", "gender"}:
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield from values(item)
            elif item:
                yield str(item)


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def digits(text: str) -> str:
    bare = re.sub(r"^(?:\+|00)(44|355)\s*(?:\(0\))?", "0", text.strip())
    return "".join(sign for sign in bare if sign.isdigit())


def day(text: str, lang: str) -> tuple[int | None, int, int] | None:
    """(year, month, day) of a written date; the year may be missing."""
    if found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\s*[./\- ]\s*(\d{1,2})(?:\s*[./\- ]\s*(\d{4}|\d{2}))?", text):
        first, second, year = found.groups()
        return (_year(year), int(second), int(first))
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text):
        return (int(found[1]), int(found[2]), int(found[3]))
    words = [folded(word) for word in WORD.findall(text)]
    months = MONTHS[lang]
    month = [months.index(word[:3]) + 1 for word in words if word[:3] in months]
    numbers = [int(bare) for word in words if (bare := re.sub(r"(st|nd|rd|th)$", "", word)).isdigit()]
    if len(month) != 1 or not numbers:
        return None
    years = [number for number in numbers if number > 31] or numbers[1:]
    days = [number for number in numbers if number <= 31]
    return (_year(str(years[0])) if years else None, month[0], days[0]) if days else None


def _year(text: str | None) -> int | None:
    return None if text is None else int(text) if len(text) == 4 else int(text) + (1900 if int(text) > 26 else 2000)


@dataclass
class Record:
    """What the record holds, ready to be asked whether a surface stands in it."""

    made: dict[str, Any]
    lang: str
    varied: dict[str, str]

    def __post_init__(self) -> None:
        texts = list(values(self.made["reference"] and {"r": self.made["reference"]}))
        texts += [text for one in self.made["people"] for text in values(one)]
        self.words = {word for text in texts for word in WORD.findall(folded(text))}
        self.run = {re.sub(r"\W", "", folded(text)) for text in texts}
        self.numbers = {digits(text) for text in texts if len(digits(text)) >= 4}
        self.born = [date.fromisoformat(p["date_of_birth"]) for p in self.made["people"] if p["date_of_birth"]]

    def birthday(self, surface: str) -> tuple[bool, bool]:
        """Whether it is a birthday on record, and whether with its year."""
        if (written := day(surface, self.lang)) is None:
            return (False, False)
        year, month, number = written
        same = [born for born in self.born if (born.month, born.day) == (month, number)]
        full = any(born.year == year for born in same)
        return (bool(full or (same and year is None)), full)

    def holds(self, surface: str, kind: str) -> bool:
        if kind == "DATE":
            return self.birthday(surface)[0]
        if kind == "PHONE":
            return digits(surface) in self.numbers
        bare = re.sub(r"\W", "", folded(surface))
        varied = {folded(word) for word in self.varied}
        words = WORD.findall(folded(surface))
        return bare in self.run or (bool(words) and all(word in varied or self._word(word) for word in words))

    def _word(self, word: str) -> bool:
        """The word itself, or in Albanian a word of the record with another ending."""
        if word in self.words or self.lang == "en":
            return word in self.words
        return any(
            len(known) >= 4 and word.startswith(known[: max(3, len(known) - 2)]) and abs(len(word) - len(known)) <= 4
            for known in self.words
        )


def record(note: Note) -> Record:
    reference, people, varied = "", [], {}
    for line in note.head:
        key, _, rest = line.partition(" ")
        if key == "ref":
            reference = rest.strip()
        elif key == "vary":
            surface, _, stands = (part.strip() for part in rest.partition(" = "))
            varied[surface] = stands
        else:
            people.append(person(line))
    made = Record({"reference": reference, "people": people}, note.lang, varied)
    for surface, stands in varied.items():
        if not made.holds(stands, "PERSON"):
            raise Mistake(f"{note.id}: vary {surface!r}: {stands!r} does not stand in the record")
    return made


def kind_of(written: str) -> str:
    fits = [name for name in TYPES if name == written] or [name for name in TYPES if name.startswith(written)]
    if len(fits) != 1:
        raise Mistake(f"type {written!r} is unknown or ambiguous")
    return fits[0]


def known_of(surface: str, kind: str, marks: str, held: Record) -> bool:
    """Whether the span is known; the mark and the record must say the same."""
    stands = kind not in {"AGE", "JOB", "DEMOGRAPHIC"} and held.holds(surface, kind)
    if "+" in marks and not stands and folded(surface) not in map(folded, held.varied):
        raise Mistake(f"{surface!r} is marked known, but neither stands in the record nor in a vary line")
    if stands and not set("+-") & set(marks):
        raise Mistake(f"{surface!r} stands in the record: mark it '+', or '-' if it is another's")
    return "+" in marks


def level_of(surface: str, kind: str, marks: str, held: Record) -> str:
    if kind in {"PERSON", "DATE"} and OUTSIDE.match(surface):
        raise Mistake(f"{surface!r}: a title, an article or a weekday stands outside the span")
    level = "direct" if "!" in marks or (kind in DIRECT and "~" not in marks) else "quasi"
    if kind == "DATE" and "+" in marks and held.birthday(surface)[1] != (level == "direct"):
        raise Mistake(f"{surface!r}: a whole date of birth is direct, a birthday without its year is not")
    return level


def compiled(note: Note) -> dict[str, Any]:
    """The note as one line of a development set."""
    held, text, gold, at = record(note), "", [], 0
    for found in SPAN.finditer(note.body):
        surface, marks = found["surface"], found["marks"]
        text += note.body[at : found.start()]
        try:
            kind = kind_of(found["type"])
            known = known_of(surface, kind, marks, held)
            level = level_of(surface, kind, marks, held)
        except Mistake as mistake:
            raise Mistake(f"{note.id}: {mistake}") from None
        gold.append(
            {"start": len(text), "end": len(text) + len(surface), "type": kind, "level": level, "known": known,
             "text": surface}
        )  # fmt: skip
        text, at = text + surface, found.end()
    text += note.body[at:]
    if "{{" in text or "}}" in text:
        raise Mistake(f"{note.id}: a mark that does not close near {text[max(text.find('{{'), 0) :][:60]!r}")
    return {"id": note.id, "lang": note.lang, "source": note.source, "record": held.made, "text": text, "gold": gold}


def unmarked(row: dict[str, Any]) -> Iterator[str]:
    """Words outside all spans that deserve a second look: marked elsewhere, capital inside a sentence, digits."""
    text, spans = row["text"], row["gold"]
    names = {folded(w) for g in spans if g["type"] in {"PERSON", "PLACE", "ORG"} for w in WORD.findall(g["text"])}
    for word in WORD.finditer(text):
        if any(g["start"] < word.end() and word.start() < g["end"] for g in spans):
            continue
        before = text[: word.start()].rstrip(" \"'“‘([-")
        inside = bool(before) and before[-1] not in ".!?:\n" and word[0][0].isupper() and not word[0].isupper()
        again = len(word[0]) > 1 and folded(word[0]) in names and not OUTSIDE.match(word[0] + " x")
        if again or inside or sum(map(str.isdigit, word[0])) > 2:
            yield f"{text[max(0, word.start() - 25) : word.start()]}»{word[0]}«{text[word.end() : word.end() + 25]}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path)
    parser.add_argument("--lang", default="en", choices=sorted(MONTHS))
    parser.add_argument("--review", action="store_true")
    args = parser.parse_args()
    rows, mistakes = [], []
    for source in sorted(args.sources):
        for note in notes(source.read_text(encoding="utf-8"), args.lang):
            try:
                rows.append(compiled(note))
            except Mistake as mistake:
                mistakes.append(f"{source.name}: {mistake}")
    if len({row["id"] for row in rows}) != len(rows):
        mistakes.append("two notes share an id")
    print(*mistakes, sep="\n", end="\n" if mistakes else "", file=sys.stderr)
    if args.review:
        for row in rows:
            print(f"== {row['id']}", *(repr(line) for line in unmarked(row)), sep="\n")
    if args.out and not mistakes:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        args.out.write_text("".join(lines), encoding="utf-8")
    print(f"{len(rows)} notes, {sum(len(row['gold']) for row in rows)} spans", file=sys.stderr)
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
