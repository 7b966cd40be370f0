"""Albanian names are found in every case they take, also with a slip of the hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from data.records.case_details import Case, CaseFile, Person, Role
from data.records.text import RawText
from redaction.disguise import disguise
from redaction.known import Known
from redaction.languages.sq_words import ordinary

LINES = Path(__file__).with_name("albanian_forms.txt").read_text(encoding="utf-8").splitlines()


def pairs() -> Iterator[tuple[str, str]]:
    """What the record holds, either citation form, and what is written."""
    for line in LINES:
        held, colon, forms = line.partition(": ")
        definite = forms.partition(" ")[0]
        for form in forms.split() if colon else ():
            yield held, form
            if form != definite and definite[-1] in "aiu":
                yield definite, form


def known(name: str) -> Known:
    person = Person(id="1", role=Role.VICTIM, first=name, last="")
    case = Case(id="", reference="", referred_on=date.min, referring_agency="")
    return Known.of([CaseFile(case=case, people=(person,))])


def found(held: str, written: str) -> bool:
    """Whether the record is what hides the word, in a sentence that would hide no word by itself."""
    text = f"sot na tha se e pa {written} te dera"
    spans = disguise(RawText(text), known(held), language="sq").spans
    at = text.index(written)
    return any(s.start <= at and s.end >= at + len(written) and "record" in s.rule for s in spans)


def slipped(word: str) -> str:
    """Two inner letters exchanged."""
    at = len(word) // 2 - 1
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def test_every_case_of_a_recorded_name_is_found() -> None:
    """At least 98 of 100 forms, from the indefinite or the definite form on record."""
    rows = list(pairs())
    missed = [row for row in rows if not found(*row)]
    assert len(missed) <= len(rows) * 0.02, missed


def test_a_slip_inside_a_name_hides_it_still() -> None:
    """At least 93 of 100 forms of six letters and more, with two letters exchanged."""
    rows = [(held, slipped(form)) for held, form in pairs() if len(form) >= 6 and slipped(form) != form]
    missed = [row for row in rows if not found(*row)]
    assert len(missed) <= len(rows) * 0.07, missed


def test_ordinary_words_are_known_in_their_cases() -> None:
    """Nouns and verbs of the field, as notes have them, are no names."""
    words = """
        viktima viktimes vizita vizites deklarimin ekspertit kopja gjykates dhunuesit raporti raportuan njoftohet
        urdherimin mungesat dhomes shkolles fashikullit kercenimi banesen vleresimi vleresohet policise shoqerohet
        dosjen
    """
    assert [word for word in words.split() if not ordinary(word)] == []
