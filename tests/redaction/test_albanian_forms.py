"""Albanian names are found in every case they take, also with a slip of the hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.records.case_details import Address, Case, CaseFile, Person, Role
from data.records.text import RawText
from redaction.disguise import disguise
from redaction.languages.sq_words import ordinary
from redaction.recorded.known import Known

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


def known(name: str, town: str = "") -> Known:
    person = Person(id="1", role=Role.VICTIM, first=name, last="", address=Address(town=town))
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


CASES = """
    Arta Arta viktima, Arta Artën viktimën, Arta Artës viktimës, Artë Artës viktimës, Besnik Besniku viktima,
    Besnik Besnikun viktimën, Besnik Besnikut viktimës, Liri Lirinë viktimën, Liri Lirisë viktimës,
    Agron Agron viktima, Ines Ines viktima
"""


@pytest.mark.parametrize("row", [row.split() for row in CASES.split(",")])
def test_a_placeholder_takes_the_case_of_the_name(row: list[str]) -> None:
    """The victim, of the victim, to the victim: as the name's ending says."""
    held, written, shown = row
    text = disguise(RawText(f"Më vonë policia e pyeti {written} në zyrë"), known(held), language="sq").text.text
    assert f"⟨{shown}⟩" in text


@pytest.mark.parametrize(
    ("written", "shown"), [("te Fieri", "te ⟨një vend⟩"), ("i Fierit", "i ⟨një vendi⟩"), ("në Fier", "në ⟨një vend⟩")]
)
def test_a_place_takes_its_case_too(written: str, shown: str) -> None:
    """'Of a place' where the text has a genitive."""
    text = disguise(
        RawText(f"Ajo ka punuar dikur {written} dhe jo këtu"), known("Arta", "Fier"), language="sq"
    ).text.text
    assert shown in text


def test_a_family_is_a_family() -> None:
    """The plural of a surname is not the oblique of one."""
    person = Person(id="1", role=Role.VICTIM, first="Arta", last="Hoxha")
    other = Person(id="2", role=Role.PERPETRATOR, first="Besnik", last="Hoxha")
    case = Case(id="", reference="", referred_on=date.min, referring_agency="")
    held = Known.of([CaseFile(case=case, people=(person, other))])
    text = disguise(RawText("Ajo tha se Hoxhët dhe nusja e Hoxhajve nuk flasin"), held, language="sq").text.text
    assert text == "Ajo tha se ⟨familja⟩ dhe nusja e ⟨familjes⟩ nuk flasin"
