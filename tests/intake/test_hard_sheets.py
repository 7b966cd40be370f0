"""Sheets as tired people make them: each of another hand, written here and read back. Nobody in them exists."""

import csv
import io
from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from data.intake.read import Understood, read
from data.records.case_details import CaseFile, Criterion
from data.records.sharing import ConsentState

TODAY = date(2026, 11, 24)


def book(path: Path, sheets: dict[str, list[list[object]]], stray: tuple[int, int] | None = None) -> Understood:
    with Workbook(path) as made:
        day = made.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            page = made.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if isinstance(value, date):
                        page.write_datetime(r, c, value, day)
                    elif isinstance(value, str):
                        page.write_string(r, c, value)
                    elif value is not None:
                        page.write(r, c, value)
            if stray:
                page.write_string(*stray, "x")
    return read(path, today=TODAY)


def told(file: CaseFile) -> list[str]:
    """Each person in one line: role, first|last, date of birth or age, phones."""
    return [
        f"{p.role} {p.first}|{p.last} {p.date_of_birth or p.age or '-'} {','.join(p.phones) or '-'}"
        for p in file.people
    ]


def test_numbered_headings_example_row_and_sheet_of_an_agency(tmp_path: Path) -> None:
    police = [
        ["Police - weekly"],
        [],
        [
            "1. Date of\nreferral*",
            "2. URN",
            "3. Victim (SURNAME, First)*",
            "4. D.O.B. (dd/mm/yy)*",
            "5. Contact tel.",
            "6. Offender (SURNAME, First)",
            "7. Offender D.O.B.",
            "8. Children (name, dob)",
            "9. DASH (no. of ticks)",
            "10. Circumstances",
        ],
        [
            date(2026, 11, 9),
            "45/118822/26",
            "O'HARA-QUILL, Michelle",
            32308,
            "07700 900 101 or 07700 900 102",
            "STOTT, Craig (aka 'Cal')",
            "30.1.85",
            "Ruby 02.03.2018\nJake 11.11.2021",
            "17",
            'He "put the phone down the toilet".',
        ],
        [
            "e.g. 01/01/26",
            "45/0/26",
            "SMITH, Jane",
            "01/01/80",
            "",
            "SMITH, John",
            "",
            "",
            "14",
            "Example only - delete",
        ],
        ["Total", "", "1"],
    ]
    contacts: list[list[object]] = [["Name", "Agency", "Phone"], ["Jo Bell", "Police", "07700 900199"]]
    got = book(tmp_path / "a.xlsx", {"Police": police, "Contacts": contacts})
    assert len(got.cases) == 1
    file = got.cases[0].file
    assert told(file) == [
        "victim Michelle|O'HARA-QUILL 1988-06-14 07700900101,07700900102",
        "perpetrator Craig|STOTT 1985-01-30 -",
        "child Ruby| 2018-03-02 -",
        "child Jake| 2021-11-11 -",
    ]
    assert file.case.referring_agency == "Police"
    assert [w.row for w in got.warnings if "example" in w.why] == [5]


def test_the_rows_of_a_case_stand_apart(tmp_path: Path) -> None:
    got = book(
        tmp_path / "a.xlsx",
        {
            "People": [
                [
                    "Case No.",
                    "Person type",
                    "Surname",
                    "Forename(s)",
                    "DOB / age",
                    "Phone",
                    "School / work",
                    "Case summary",
                    "Referral rec'd",
                ],
                ["C/01", "Perpetrator", "ROOK", "Dean", date(1983, 7, 1), "", "", None, None],
                [
                    "C/01",
                    "Victim",
                    "ROOK",
                    "Alison (née Tarn)",
                    "12 June 1986",
                    7700900401,
                    "Holm Bakery",
                    "Story one.",
                    date(2026, 11, 9),
                ],
                [
                    "C/02",
                    "V",
                    "Siddiqui",
                    "Rukhsana",
                    "3.4.95",
                    "07700 900402 (mum 07700 900499)",
                    "",
                    "Story two.",
                    "10/11/2026",
                ],
                ["C/01", "Child", "TARN", "Jack", "01/02/2012", "", "Holm High", None, None],
                ["C/02", "AP", "Siddiqui", "Imran", "N/K", "", "", None, None],
            ]
        },
    )
    assert [told(c.file) for c in got.cases] == [
        [
            "victim Alison|ROOK 1986-06-12 07700900401",
            "perpetrator Dean|ROOK 1983-07-01 -",
            "child Jack|TARN 2012-02-01 -",
        ],
        ["victim Rukhsana|Siddiqui 1995-04-03 07700900402", "perpetrator Imran|Siddiqui - -"],
    ]
    assert [c.file.case.referred_on.day for c in got.cases] == [9, 10]
    assert got.cases[0].file.people[0].workplace == "Holm Bakery"
    assert any("900499" in r.text.text for r in got.cases[1].file.remarks)


def test_a_column_for_each_case_in_groups_month_first(tmp_path: Path) -> None:
    got = book(
        tmp_path / "a.xlsx",
        {
            "Wk 45": [
                ["Weekly cases"],
                ["Date received", "02/11/2026", date(2026, 11, 3), "4 Nov 2026"],
                ["Who referred", "Police", "Housing Options", "Hafan School"],
                ["CLIENT"],
                ["Name", "Bethan Lloyd", "TRAN, Linh", "Ms Kerry-Ann Boyce (aka KB)"],
                ["DOB", "11/23/1990", "03/04/1985", "12/31/1999"],
                ["Contact number", "+44 (0)7700 900501", "0044 7700 900502", "none"],
                ["ALLEGED PERPETRATOR"],
                ["Name", "Huw Lloyd", "Unknown", "Boyce, Dwayne"],
                ["DOB", "01/15/1988", "", "02/28/1997"],
                ["CHILDREN"],
                ["Names & ages", "Osian 4 / Cadi 2", "", "n/a"],
                ["RISK"],
                ["RIC score", "14", "9", "17/24"],
                ["What happened", "A.", "B.", "C."],
                ["Previous history", "Two reports", "", ""],
            ]
        },
    )
    assert [told(c.file) for c in got.cases] == [
        [
            "victim Bethan|Lloyd 1990-11-23 07700900501",
            "perpetrator Huw|Lloyd 1988-01-15 -",
            "child Osian| 4 -",
            "child Cadi| 2 -",
        ],
        ["victim Linh|TRAN 1985-03-04 07700900502"],
        ["victim Kerry-Ann|Boyce 1999-12-31 -", "perpetrator Dwayne|Boyce 1997-02-28 -"],
    ]
    assert [c.file.narrative.text for c in got.cases] == ["A.", "B.", "C."]


def form(
    on: str, agency: str, victim: list[object], perpetrator: list[object], children: list[list[object]], story: str
) -> list[list[object]]:
    return [
        ["REFERRAL FORM"],
        ["Date of referral", "Agency", "Consent"],
        [on, agency, "No"],
        [],
        ["VICTIM"],
        ["First name", "Surname", "Date of birth", "Telephone"],
        victim,
        [],
        ["PERPETRATOR"],
        ["First name", "Surname", "Relationship"],
        perpetrator,
        [],
        ["CHILDREN"],
        ["Name", "DOB"],
        *children,
        [],
        ["WHAT HAPPENED"],
        [story],
        [],
    ]


def test_forms_with_labels_above_beside_and_in_the_cell(tmp_path: Path) -> None:
    above = form(
        "05/11/2026",
        "Adult Social Care",
        ["Oona", "Fairclough", "9 Jan 1972", 7700900601],
        ["Neil", "Fairclough", "husband"],
        [["Amy Fairclough", "04/05/2010"], ["Ben Fairclough", "06/07/2013"]],
        "One.",
    )
    above += form("06/11/2026", "Housing", ["Petra", "Novak", "", "07700 900602"], ["Unknown"], [["None"]], "Two.")
    lines: list[list[object]] = [
        ["Date of referral: 07/11/2026"],
        ["Victim: Carla Renshaw (dob 1/1/1990)"],
        ["Tel: 07700 900603 - mornings"],
        ["Perpetrator: Scott Renshaw aka Scotty"],
        ["Children: Lee (3), Kay (11 months)"],
        ["Incident: Three."],
    ]
    beside: list[list[object]] = [
        ["Date of referral", "08/11/2026", None, "Date of referral", "09/11/2026"],
        ["Victim name", "Wendy Sands", None, "Victim name", "Rita Pall"],
        ["DOB", "02/02/1982", None, "DOB", "unknown"],
        ["Perpetrator name", "Tom Sands", None, "Perpetrator name", "Jeff Dunn"],
        ["What happened", "Four.", None, "What happened", "Five."],
    ]
    advice: list[list[object]] = [
        ["Victim name: as used"],
        ["Date of birth: dd/mm/yy"],
        ["Risk: ticks"],
        ["Consent: Y/N"],
        ["What happened: facts"],
    ]
    got = book(tmp_path / "a.xlsx", {"Above": above, "Lines": lines, "Beside": beside, "How to": advice})
    assert [told(c.file) for c in got.cases] == [
        [
            "victim Oona|Fairclough 1972-01-09 07700900601",
            "perpetrator Neil|Fairclough - -",
            "child Amy|Fairclough 2010-05-04 -",
            "child Ben|Fairclough 2013-07-06 -",
        ],
        ["victim Petra|Novak - 07700900602"],
        [
            "victim Carla|Renshaw 1990-01-01 07700900603",
            "perpetrator Scott|Renshaw - -",
            "child Lee| 3 -",
            "child Kay| - -",
        ],
        ["victim Wendy|Sands 1982-02-02 -", "perpetrator Tom|Sands - -"],
        ["victim Rita|Pall - -", "perpetrator Jeff|Dunn - -"],
    ]
    assert [c.file.narrative.text for c in got.cases] == ["One.", "Two.", "Three.", "Four.", "Five."]
    assert [c.file.case.consent for c in got.cases[:2]] == [ConsentState.REFUSED] * 2


def test_numbered_people_ticks_sections_and_headings_again(tmp_path: Path) -> None:
    headings = [
        "#",
        "Date Rec'd",
        "Referred By",
        "Surname",
        "First Name",
        "DoB",
        "Safe Contact No.",
        "Child 1 Name",
        "Child 1 DOB",
        "Child 2 Name",
        "Child 2 DOB",
        "Perp 1",
        "Perp 2",
        "Rel'n to victim",
        "Brief Facts",
        "History",
        "VHR?",
        "PJ?",
        "Esc?",
        "Consent",
    ]
    got = book(
        tmp_path / "a.xlsx",
        {
            "List": [
                ["MARAC LIST", None, None, "as at", date(2026, 11, 20)],
                list(headings),
                ["NOVEMBER"],
                [
                    1,
                    "2/11/26",
                    "Police",
                    "Keane",
                    "Sorcha",
                    "1/1/1991",
                    "07700 900701/07700 900702 9.00-17.00",
                    "Tess Keane",
                    "2/2/2015",
                    "Finn Keane",
                    "3/3/2017",
                    "Gary Keane",
                    "Maureen Keane",
                    "husband / mother in law",
                    "Facts one.",
                    "Heard 2025",
                    "X",
                    "",
                    "1",
                    True,
                ],
                list(headings),
                [
                    2,
                    "3/11/26",
                    '"',
                    "Abara",
                    "Chi-chi",
                    "",
                    "do not phone",
                    "",
                    "",
                    "",
                    "",
                    "abara, obi",
                    "",
                    "husb",
                    "Facts two; more",
                    "",
                    "",
                    "✓",
                    "0",
                    "N",
                ],
                ["TOTAL", 2],
                [],
                ["Completed by: J. Marsh, admin"],
            ]
        },
    )
    one, two = (c.file for c in got.cases)
    assert told(one) == [
        "victim Sorcha|Keane 1991-01-01 07700900701,07700900702",
        "perpetrator Gary|Keane - -",
        "perpetrator Maureen|Keane - -",
        "child Tess|Keane 2015-02-02 -",
        "child Finn|Keane 2017-03-03 -",
    ]
    assert [p.relationship_to_victim for p in one.people[1:3]] == ["husband", "mother in law"]
    assert one.case.criteria == (Criterion.VISIBLE_HIGH_RISK, Criterion.ESCALATION)
    assert "Heard 2025" in [r.text.text for r in one.remarks]
    assert told(two)[1] == "perpetrator obi|abara - -"
    assert two.people[1].relationship_to_victim == "husb"
    assert (two.case.referring_agency, two.case.criteria) == ("Police", (Criterion.PROFESSIONAL_JUDGEMENT,))
    assert two.narrative.text == "Facts two; more"


def test_headings_over_two_rows_and_ages_beside_names(tmp_path: Path) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";").writerows(
        [
            ["Date", "Victim", "Victim", "Victim", "Perp", "Perp", "Children", "Children", "What"],
            ["referred", "name", "DOB", "phone", "name", "DOB", "names", "ages", "happened"],
            [
                "01/11/2026",
                "Bisi Oyelaran",
                "12 mars 1990",
                "00355 69 000 1201",
                "Kunle Oyelaran",
                "06-JUN-1985",
                "Tobi, Dayo",
                "8, 6",
                'Line one\nline two; "so"',
            ],
        ]
    )
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le"):
        path = tmp_path / "a.csv"
        path.write_bytes(("sep=;\r\n" + written.getvalue()).encode(encoding))
        got = read(path, today=TODAY)
        assert [told(c.file) for c in got.cases] == [
            [
                "victim Bisi|Oyelaran 1990-03-12 0690001201",
                "perpetrator Kunle|Oyelaran 1985-06-06 -",
                "child Tobi| 8 -",
                "child Dayo| 6 -",
            ]
        ]
        assert got.cases[0].file.narrative.text == 'Line one\nline two; "so"'


def test_a_stray_cell_far_away_is_told_and_not_laid_out(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Victim name", "DOB", "Date of referral", "Summary"],
        ["Ann Ames", "1/1/1990", "2/11/26", "x"],
    ]
    assert "stray" in book(tmp_path / "a.xlsx", {"S": rows}, stray=(1_048_575, 16_383)).file_error


def test_jo_is_a_name_in_english_and_no_in_albanian(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [
            "Victim forename",
            "Victim surname",
            "Victim DOB",
            "Date of referral",
            "Child 1 (name & DOB)",
            "What happened",
        ],
        ["Jo", "Tate", "31.11.1990", "2/11/26", "dob 3/3/2019", "x"],
    ]
    got = book(tmp_path / "a.xlsx", {"S": rows})
    assert told(got.cases[0].file) == ["victim Jo|Tate - -"]
    assert any("3/3/2019" in r.text.text for r in got.cases[0].file.remarks), "a child without a name is not lost"
    rows = [
        ["Viktima", "Datelindja", "Data e referimit", "Pershkrimi", "Dhunuesi"],
        ["Ana", "1.1.90", "2.11.26", "x", "Jo"],
    ]
    assert told(book(tmp_path / "b.xlsx", {"S": rows}).cases[0].file) == ["victim Ana| 1990-01-01 -"]
