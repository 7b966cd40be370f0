"""Albanian strangers, pet forms, numbers and calls in every form and place; plain sentences; notes in two languages."""

from dataclasses import replace

import pytest

from data.records.case_details import Person, Role
from data.records.text import RawText
from redaction.disguise import disguise
from redaction.languages.choose import LANGUAGES, language_of, written_in
from redaction.languages.sq_pets import pets
from redaction.recorded.known import Known
from redaction.tongues import spoken_in
from tests.redaction.hostile import RECORD, parted
from tests.redaction.mixed import MIXED
from tests.redaction.plain_sq import PLAIN
from tests.redaction.strangers_sq import DETAILS, RECORDED, STRANGERS
from tests.redaction.test_hostile_forms import STILL

_PEOPLE = (
    (Role.VICTIM, "Yllka", "Prekazi"), (Role.PERPETRATOR, "Orges", "Tufina"), (Role.CHILD, "Bleon", "Tufina"),
    (Role.CHILD, "Leonard", "Tufina"), (Role.RELATIVE, "Hatixhe", "Prekazi"),
)  # fmt: skip
CASE = replace(
    RECORD,
    people=tuple(Person(id=str(at), role=role, first=one, last=two) for at, (role, one, two) in enumerate(_PEOPLE)),
    crime_references=(),
)


def leaks(marked: str, known: Known, language: str) -> bool:
    text, places = parted(marked)
    spans = disguise(RawText(text), known, language=language).spans
    hidden = {at for span in spans for at in range(span.start, span.end)}
    return any(at not in hidden for start, end in places for at in range(start, end) if text[at].isalnum())


def stands(text: str, known: Known) -> bool:
    return disguise(RawText(text), known, language="sq").text.text == text


@pytest.mark.parametrize("form", STRANGERS)
def test_strangers_are_hidden(form: str) -> None:
    """With a record of other people, and with none."""
    rows = STRANGERS[form]
    assert [row for row in rows if leaks(row, Known.of([CASE]), "sq") or leaks(row, Known.of([]), "sq")] == []


def test_the_records_people_are_hidden() -> None:
    """By pet forms, in small letters, in every case."""
    assert [row for rows in RECORDED.values() for row in rows if leaks(row, Known.of([CASE]), "sq")] == []


@pytest.mark.parametrize("what", DETAILS)
def test_details_that_single_out_are_hidden(what: str) -> None:
    """Ages in words, work told by what is done, conditions in several words."""
    assert [row for row in DETAILS[what] if leaks(row, Known.of([CASE]), "sq")] == []


@pytest.mark.parametrize("what", PLAIN)
def test_plain_sentences_stand(what: str) -> None:
    """Also where no record tells who is who; what is still hidden needlessly is listed, and nothing else is."""
    hidden = [row for row in PLAIN[what] if not (stands(row, Known.of([CASE])) and stands(row, Known.of([])))]
    assert hidden == [row for row in PLAIN[what] if row in STILL["albanian stands"]]


@pytest.mark.parametrize("usual", MIXED)
def test_nothing_leaks_where_two_languages_meet(usual: str) -> None:
    """Whichever of them is the case's."""
    known = Known.of([CASE])
    assert [row for row in MIXED[usual] if leaks(row, known, written_in(parted(row)[0], usual))] == []


def test_a_pet_form_is_the_recorded_persons() -> None:
    """It is told as that person, not as a stranger or a family."""
    shown = disguise(RawText("Sot o orgi më tha të pres."), Known.of([CASE]), language="sq").text.text
    assert shown == "Sot o ⟨dhunuesi⟩ më tha të pres."
    assert {"orgi", "gesi", "orgushi"} <= pets("orges")
    assert not pets("ana")


@pytest.mark.parametrize(
    ("text", "usual", "spoken"),
    [
        ("She said that her husband hits her every night.", "sq", ["en"]),
        ("Burri i saj e rreh çdo natë dhe nuk e lë të dalë.", "en", ["sq"]),
        ("The brother, i quajtur Gëzim, nuk është has threatened her.", "en", ["en", "sq"]),
        ("Gruaja u dëgjua veçmas nga burri.", "sq", ["sq"]),
        ("Texted me here at ten, he was in the yard.", "en", ["en"]),
        ("⟨emri A⟩ dhe ⟨një punë⟩ në ⟨një vend⟩: she rang her.", "en", ["en"]),
    ],
)
def test_a_piece_is_read_in_the_language_it_is_in(text: str, usual: str, spoken: list[str]) -> None:
    """In both where words of both stand in it; placeholders are in none."""
    assert [language.code for language in spoken_in(text, language_of(usual))] == spoken


def test_words_of_another_language_stand() -> None:
    """A sentence of the other language in a note is no row of unknown words."""
    text = "She was seen today. Burri e kërcënon çdo natë. She will ring."
    assert all(disguise(RawText(text), Known.of([CASE]), language=code).text.text == text for code in LANGUAGES)
