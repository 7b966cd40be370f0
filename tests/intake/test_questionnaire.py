"""The one questionnaire: out blank, in filled, and how much of it was answered (R6)."""

from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from data.intake.headings import meaning
from data.intake.questionnaire import COLUMNS, HEADINGS_ROW, completeness, write_blank
from data.intake.read import Understood, read
from data.intake.reader import sheets
from data.records.case_details import Criterion, Role
from data.records.sharing import ConsentState

TODAY = date(2026, 11, 24)
REMARKS = {"Is it safe to call, and when", "Language, interpreter", "Safety notes: what must not be done"}
ANSWERS = {
    "en": ["3.11.2026", "Weir Housing", "Ann Mary", "Ames-Hale", "Annie", "2.5.1990", "female", "07700 900321", "Before noon, never by text",
           "ann@post.example", "4 Mill Lane, Weirton", "WE1 2AB", "Welsh", "Bob", "Hale", "Hal", "1.1.1988", "husband", "07700 900322", "same as victim",
           2, "Ella Hale (2.5.2017, Mill Primary)\nTom Hale (3.6.2019)", 17, "high", "visible high risk; escalation", "given", "NMO to 1.2.2027", "42/118/26",
           "He waits at the gate.\nEvery day.", "Two reports in 2025.", "Do not leave voicemail"],
    "sq": ["3.11.2026", "Policia", "Ana Maria", "Leka", "Ani", "2.5.1990", "femër", "069 200 0321", "Vetëm paradite", "ana@posta.example", "Rr. Ura 4, Gurëz",
           "", "", "Besnik", "Leka", "Niku", "1.1.1988", "burri", "069 200 0322", "po aty", 2, "Ema Leka (2.5.2017, shkolla Ura)\nTomi Leka (3.6.2019)", 17,
           "i lartë", "rrezik i lartë i dukshëm; përshkallëzim", "po", "UMM 41", "42/2026", "E pret te dera.\nÇdo ditë.", "Dy raporte.", "Mos telefono"],
}  # fmt: skip


def filled(path: Path, language: str, rows: list[list[object]]) -> Understood:
    """What comes back when somebody types under the headings of the blank one."""
    blank = path.with_name("blank.xlsx")
    write_blank(blank, language)
    sheet = next(iter(sheets(blank.read_bytes())))
    with Workbook(path) as book:
        page = book.add_worksheet(sheet.name)
        for r, row in enumerate([*sheet.rows, *rows]):
            for c, value in enumerate(row):
                if value not in (None, ""):
                    page.write(r, c, value)
    return read(path, today=TODAY)


@pytest.mark.parametrize("language", ["en", "sq"])
def test_what_is_typed_comes_back_without_a_warning(language: str, tmp_path: Path) -> None:
    got = filled(tmp_path / "filled.xlsx", language, [ANSWERS[language]])
    assert not got.warnings
    assert not got.rejected
    file = got.cases[0].file
    roles = [person.role for person in file.people]
    assert roles == [Role.VICTIM, Role.PERPETRATOR, Role.CHILD, Role.CHILD]
    victim, perpetrator, ella, tom = file.people
    answers = ANSWERS[language]
    assert (victim.first, victim.last, victim.also_known_as) == (answers[2], answers[3], (answers[4],))
    assert (victim.date_of_birth, perpetrator.date_of_birth) == (date(1990, 5, 2), date(1988, 1, 1))
    assert (victim.gender, len(victim.phones), victim.emails) == ("female", 1, (answers[9],))
    assert perpetrator.relationship_to_victim == answers[17]
    assert perpetrator.address == victim.address
    assert victim.address.town in str(answers[10])
    assert (ella.date_of_birth, tom.date_of_birth) == (date(2017, 5, 2), date(2019, 6, 3))
    assert ella.school in str(answers[21])
    assert ella.school
    case = file.case
    assert (case.referred_on, case.referring_agency, case.children_count) == (date(2026, 11, 3), answers[1], 2)
    assert case.criteria == (Criterion.VISIBLE_HIGH_RISK, Criterion.ESCALATION)
    assert case.consent is ConsentState.GIVEN
    assert case.latest_assessment
    assert (case.latest_assessment.count, case.latest_assessment.judgement) == (17, "high")
    assert file.narrative.text == answers[28]
    assert (file.orders, file.crime_references) == ((answers[26],), (answers[27],))
    kept = {remark.text.text for remark in file.remarks}
    assert {answers[8], answers[29], answers[30]} <= kept


@pytest.mark.parametrize("language", ["en", "sq"])
def test_a_blank_one_says_that_nothing_is_in_it(language: str, tmp_path: Path) -> None:
    got = filled(tmp_path / "filled.xlsx", language, [])
    assert "no referral under them" in got.file_error


def test_each_question_means_the_same_in_both_languages() -> None:
    for column in COLUMNS:
        assert meaning(column.en) == meaning(column.sq), column.en
        assert (meaning(column.en).what == "remark") == (column.en in REMARKS)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "here.xlsx"
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        write_blank(path)
    assert path.read_text() == "mine"
    assert HEADINGS_ROW > 0


def test_how_much_was_answered_by_each_agency(tmp_path: Path) -> None:
    """The least complete first; a case without children is not asked for theirs."""
    bare: list[object] = ["4.11.2026", "Police", "Eve", "Orr"] + [""] * 24 + ["Shouting."]
    got = filled(tmp_path / "filled.xlsx", "en", [bare, ANSWERS["en"]])
    told = completeness(got.cases)
    assert [(one.agency, one.cases) for one in told] == [("Police", 1), ("Weir Housing", 1)]
    assert told[1].share == 1.0
    assert told[0].answered == 4
    assert told[0].asked == 12
