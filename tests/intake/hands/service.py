"""The hand of a support service: a row for each person, forms beside each other, long stories, odd cells."""

# Sheets read best as they lie.
# fmt: off

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from tests.intake.hands.making import Sheet, case, child, fill, perp, person, reject, victim

LONG = "\n".join(
    f"{n}. On the {n}th visit she said: \"it's nothing\" – then (quietly) that he counts the minutes; see note #{n}/26."
    for n in range(1, 160)
)


def _people(path: Path) -> None:
    with Workbook(path, {"date_1904": True}) as book:
        page = book.add_worksheet("People")
        fill(book, page, [
            ["Service: Harbour Outreach", None, None, "Period: Oct-Nov 2026"],
            [],
            ["Role", "File no", "Known to us as", "SURNAME", "Forename", "Aged / DOB", "Lives at", "Contact", "Link to V", "Came to us on", "Account", "Anything else"],
            ["V1", "HO-7", None, "ABBOT", "Sian", date(1987, 8, 30), "3 Pier Rd, Holm, HM1 9ZZ", "07700 900601", None, date(2026, 10, 19), "He took her keys and phone.", None],
            ["P1", None, "Macca", "MCALLISTER", "Ross", "41", "same", None, "partner", None, None, "drives a grey van"],
            ["C1", None, None, "ABBOT", "Dewi", date(2014, 2, 11), "with V", None, "son", None, None, None],
            ["C2", None, None, "ABBOT", "Nia", "4 yrs", "with V", None, "daughter", None, None, "asthma"],
            ["V2", "HO-8", None, "QURESHI", "Shabana", "c. 1990", "N/K", "email only: shabana.q@post.example", None, date(2026, 11, 2), "Married abroad; papers held by his mother.", "Interpreter: Punjabi"],
            ["P1", None, None, "QURESHI", "Adnan", None, None, None, "husband", None, None, None],
            ["P2", None, None, "BEGUM", "Mrs Parveen", None, None, None, "mother-in-law", None, None, None],
            ["V3", "HO-9", None, "Street", "Church", "14/5/1969", "9 Church Street, Holm", "07700900603", None, "5th Nov '26", "A short one.", None],
            [None, None, None, None, None, None, None, None, None, None, "And then a second paragraph.", None],
        ])
        page.write_comment(3, 7, "text first")


PEOPLE = Sheet(
    "people.xlsx", _people,
    [
        case("People", 4, "2026-10-19", "Harbour Outreach", [
            victim("Sian", "ABBOT", born="1987-08-30", at=("3 Pier Rd", "Holm", "HM1 9ZZ"), phones=["07700900601"]),
            perp("Ross", "MCALLISTER", aka=["Macca"], age=41, at=("3 Pier Rd", "Holm", "HM1 9ZZ"), rel="partner", accept={"address": [""], "postcode": [""]}),
            child("Dewi", "ABBOT", born="2014-02-11", at=("3 Pier Rd", "Holm", "HM1 9ZZ"), rel="son", accept={"address": [""], "postcode": [""], "relationship_to_victim": [""]}),
            child("Nia", "ABBOT", age=4, at=("3 Pier Rd", "Holm", "HM1 9ZZ"), rel="daughter", accept={"address": [""], "postcode": [""]}),
        ], "He took her keys and phone.", keep=["drives a grey van", "asthma", "text first"], accept={"referring_agency": [""]}),
        case("People", 8, "2026-11-02", "Harbour Outreach", [
            victim("Shabana", "QURESHI", emails=["shabana.q@post.example"]), perp("Adnan", "QURESHI", rel="husband"),
            perp("Parveen", "BEGUM", rel="mother-in-law"),
        ], "Married abroad; papers held by his mother.", keep=["Interpreter: Punjabi", "email only"], accept={"referring_agency": [""]}),
        case("People", 11, "2026-11-05", "Harbour Outreach", [
            victim("Church", "Street", born="1969-05-14", at=("9 Church Street", "Holm", ""), phones=["07700900603"]),
        ], "A short one.\nAnd then a second paragraph.", accept={"referring_agency": [""]}),
    ],
    ignore=[("People", 1)],
)


def _beside(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Intake forms")

        def form(at: tuple[int, int], told: list[object]) -> None:
            labels = ["INTAKE FORM", "Referred on:", "Referred by:", "About the client", "Full name:", "Date of birth:", "Phone:", "Address:", "About the person harming her",
                      "Full name:", "Also known as:", "Relationship to client:", "Children (name, age):", "Checklist ticks (out of 24):", "Consent to share:", "What happened (her words):"]
            fill(book, page, [[label, value] for label, value in zip(labels, told, strict=True)], at)

        form((0, 0), [None, "02.11.2026", "Self", None, "Ffion Parry-Jones", "1.3.1994", "07700 900701", "2 Bryn Terrace, Llanfair", None, "Gethin Jones", "Geth", "ex-partner",
                      "Mali 6, Tomos 3", 18, "Yes", "He waits at the gate.\nEvery day."])
        form((0, 3), [None, date(2026, 11, 3), "College (tutor)", None, "Amara Obi", "17", "N/A", "Halls, room 12", None, "Unknown to us", None, "boyfriend",
                      "None", "not done", "No - afraid of parents", "She cries in class."])
        form((18, 0), [None, "04.11.2026", "Maternity (midwife)", None, "Mrs Rosa Delgado-Vance", "21-Sep-1989", "07700 900703 ask for 'the dentist'", "The Lodge, Manor Farm, Nether Holm", None,
                       "Peter Vance", None, "husband", "36 weeks pregnant", "21/24", "given verbally", "=he said he would 'sort it'"])
        form((18, 3), [None] * 16)


BESIDE = Sheet(
    "beside.xlsx", _beside,
    [
        case("Intake forms", 2, "2026-11-02", "Self", [
            victim("Ffion", "Parry-Jones", born="1994-03-01", phones=["07700900701"], at=("2 Bryn Terrace", "Llanfair", "")),
            perp("Gethin", "Jones", aka=["Geth"], rel="ex-partner"), child("Mali", age=6), child("Tomos", age=3),
        ], "He waits at the gate.\nEvery day.", risk=(18, ""), consent="given"),
        case("Intake forms", 2, "2026-11-03", "College (tutor)", [victim("Amara", "Obi", age=17, at=("Halls, room 12", "", ""))],
             "She cries in class.", consent="refused", keep=["afraid of parents", "boyfriend"]),
        case("Intake forms", 20, "2026-11-04", "Maternity (midwife)", [
            victim("Rosa", "Delgado-Vance", born="1989-09-21", phones=["07700900703"], at=("The Lodge, Manor Farm", "Nether Holm", "")),
            perp("Peter", "Vance", rel="husband"),
        ], "=he said he would 'sort it'", risk=(21, ""), consent="given", accept={"children_count": [1]}, keep=["ask for 'the dentist'", "36 weeks pregnant"]),
    ],
)


def _odd_cells(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Q4")
        bold, red, percent, money = (book.add_format(f) for f in ({"bold": True}, {"font_color": "red"}, {"num_format": "0%"}, {"num_format": "£#,##0.00"}))
        fill(book, page, [
            ["Client name\xa0", "Client\xa0DOB", "Client mobile", "Alleged perpetrator", "Perpetrator mobile", "Date of referral", "Consent signed", "DASH score", "Case notes - what happened", "Arrears", "Attendance"],
            ["\u200bMaeve\xa0Tolan", "08/09/1991", "07700\xa0900\xa0801", "Brendan Tolan\xa0(\u201cBren\u201d)", None, date(2026, 11, 4), True, "15", None, None, None],
            ["Lotte Brandt", "  ", "'07700900802", "Jens Brandt", "+447700900803", date(2026, 11, 5), False, None, LONG, None, None],
            ["Precious Moyo", "12-11-1985", "07700900804 ", "#N/A", None, None, None, None, "Line one\r\nLine two\twith a tab  and two spaces", None, None],
            ["   ", " ", None, "  "],
        ])
        page.write_rich_string(1, 8, "She said ", bold, "he would kill her", " and ", red, "nobody", " would know.")
        page.write_formula(2, 7, "=12+2", None, 14)
        page.write_formula(3, 5, '=DATE(2026,11,6)', book.add_format({"num_format": "d mmm yyyy"}), 46332)
        page.write_formula(3, 7, "=#REF!", None, "#REF!")
        page.write(1, 9, 312.5, money)
        page.write(1, 10, 0.85, percent)
        page.freeze_panes(1, 0)


ODD_CELLS = Sheet(
    "odd_cells.xlsx", _odd_cells,
    [
        case("Q4", 2, "2026-11-04", "", [
            victim("Maeve", "Tolan", born="1991-09-08", phones=["07700900801"]), perp("Brendan", "Tolan", aka=["Bren"]),
        ], "She said he would kill her and nobody would know.", risk=(15, ""), consent="given"),
        case("Q4", 3, "2026-11-05", "", [
            victim("Lotte", "Brandt", phones=["07700900802"]), perp("Jens", "Brandt", phones=["07700900803"]),
        ], LONG, risk=(14, ""), consent="refused"),
        case("Q4", 4, "2026-11-06", "", [victim("Precious", "Moyo", born="1985-11-12", phones=["07700900804"])],
             "Line one\nLine two\twith a tab  and two spaces"),
    ],
)


def _continued(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Caseload")
        fill(book, page, [
            ["No.", "Woman", "Her details", "Him", "His details", "Little ones", "Passed on by", "When", "Why we worry", "OK to share"],
            ["1", "Halina Wrona", "dob 2.2.1983", "Marek Wrona", "dob 3.3.1980", "Kasia, 11", "Midwife", "9/11/26", "Broken rib in May.", "yes"],
            [None, None, "07700 900901", "(husband)", "works nights at the port", "Olek, 8", None, None, "Shouts at the baby clinic.", None],
            [None, None, "14 Dock Row, Holm", None, None, "baby Jan, 5 months", None, None, None, None],
            [],
            ["2", "Ayesha Rahman-Cole", "dob 4.4.1996", "Darnell Cole", "no dob", None, "Police", "10/11/26", "He found the new flat.", "no"],
            [None, None, "no phone", "(ex)", None, None, None, None, None, None],
            [None, None, None, None, None, None, None, "Page total", 2],
        ])


CONTINUED = Sheet(
    "continued.xlsx", _continued,
    [
        case("Caseload", 2, "2026-11-09", "Midwife", [
            victim("Halina", "Wrona", born="1983-02-02", phones=["07700900901"], at=("14 Dock Row", "Holm", ""), accept={"address": [""]}),
            perp("Marek", "Wrona", born="1980-03-03", rel="husband"),
            child("Kasia", age=11), child("Olek", age=8), child("Jan", accept={"name": ["baby Jan"]}),
        ], "Broken rib in May.\nShouts at the baby clinic.", consent="given", keep=["works nights at the port", "5 months"]),
        case("Caseload", 6, "2026-11-10", "Police", [
            victim("Ayesha", "Rahman-Cole", born="1996-04-04"), perp("Darnell", "Cole", rel="ex"),
        ], "He found the new flat.", consent="refused"),
    ],
    ignore=[("Caseload", 8)],
)


def _warned(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Refs")
        fill(book, page, [
            ["Referral date", "Agency", "Victim surname", "Victim first name", "Victim DOB", "Victim phone 1", "Victim phone 2", "Perp surname", "Perp first name", "Perp DOB", "Narrative", "Child names", "Child dobs"],
            ["45999", "Police", "Ashdown", "Kim", "31/04/1990", "0770 0900 951", "07700 900952 (work - Mon-Fri)", "Ashdown", "Lee", "1/1/88", "One.", "Ava, Zac", "1/2/2015, 3/4/2017"],
            ["2026-11-12", "Police", "", "", "1/1/1991", "", "", "Brook", "Ty", "", "No name given, caller hung up.", "", ""],
            ["12 Nov", "Police", "Carver", "Joy", "9/9/1999", "07700900953", "", "Carver", "Hope", "", "Three.", "", ""],
            ["30/11/2026", "EXAMPLE", "Sample", "Jane", "1/1/1990", "", "", "Sample", "John", "", "Delete this row", "", ""],
        ])


WARNED = Sheet(
    "warned.xlsx", _warned,
    [
        case("Refs", 2, "2025-12-08", "Police", [
            victim("Kim", "Ashdown", phones=["07700900951", "07700900952"]), perp("Lee", "Ashdown", born="1988-01-01"),
            child("Ava", born="2015-02-01"), child("Zac", born="2017-04-03"),
        ], "One.", keep=["work - Mon-Fri", "31/04/1990"]),
    ],
    [
        reject("Refs", 3, ""), reject("Refs", 4, "Referral date", or_taken={
            "referred_on": "", "referring_agency": "Police", "people": [victim("Joy", "Carver", born="1999-09-09", phones=["07700900953"]), perp("Hope", "Carver")],
            "risk": {"count": None, "judgement": ""}, "criteria": [], "consent": "unknown", "children_count": 0, "narrative": "Three.", "orders": [], "crime_references": []}),
    ],
    [("Refs", 5)],
)

SHEETS = [PEOPLE, BESIDE, ODD_CELLS, CONTINUED, WARNED]
__all__ = ["SHEETS", "person"]
