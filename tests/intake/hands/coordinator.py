"""The hand of an English coordinator who keeps lists: abbreviations, capitals, ditto marks, subtotals."""

# Sheets read best as they lie.
# fmt: off

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from tests.intake.hands.making import Sheet, case, child, delimited, fill, perp, person, reject, victim


def _month_list(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Nov 26")
        fill(book, page, [
            [None, "CASTLEBROOK MULTI-AGENCY RISK ASSESSMENT CONFERENCE"],
            [None, "List for 25 November – closes 11 Nov – ask Dana in admin for late ones"],
            [],
            [None, "Ln", "Rec'd", "From", "V – name", "V – d.o.b.", "V – address", "V – tel (safe)", "AP – name",
             "AP – d.o.b.", "Rel. to V", "Ch. (names/ages)", "No. ch", "RIC", "PJ", "Synopsis", "Consent?", "Notes"],
            [None, 1, "2/11/26", "Police", "CHILD, Louise", "5/2/84", "4 Mill Lane, Castlebrook, CB3 1QT", "07700 900201",
             "CASE, Mark", "17.9.81", "ex husband", "Poppy CHILD (9), Reuben CHILD (6)", 2, "17", "", "Followed her home from the school gate twice.", "Y", ""],
            [None, 2, '"', '"', "Church, Grace (née Street)", "30/11/1995", "Flat 2, 18 Station Rd, Castlebrook", 7700900202,
             "Post, Will aka 'Billy Boy'", "N/K", "b/friend", "none", 0, "11", "✓", "Texts day and night, says he 'knows where she parks'.", "N", "has a dog – ring, don't knock"],
            [None, 3, "4/11/26", "IDVA", "O'Dowd, Mary-Kate", "1/1/1960", "as above", "07700 900203 (sister 07700 900204)",
             "O'DOWD, Fintan", "12/12/1958", "husband", "adult children only", "", "14/24", "", "He has hidden her tablets.", "Y - verbal", ""],
            [None, "Sub total", 3],
            [None, "Ln", "Rec'd", "From", "V – name", "V – d.o.b.", "V – address", "V – tel (safe)", "AP – name",
             "AP – d.o.b.", "Rel. to V", "Ch. (names/ages)", "No. ch", "RIC", "PJ", "Synopsis", "Consent?", "Notes"],
            [None, 4, "9 Nov 26", "Housing - Weir Homes", "LE ROUX, Anneke", "22 Aug 2001", "refuge - do not record", "do not ring",
             "unknown", "", "", "Expecting, due Feb", "", "N/K", "y", "Says only that a man waits in the stairwell.", "not asked - unsafe", ""],
            [None, "TOTAL", 4],
            [None, "Dana Pryce, admin, ext 4471 – 07700 900299"],
        ])
        page.write_comment(4, 7, "Dana: only between 9 and 12, HE answers after")
        page.write_comment(6, 5, "checked with GP", {"author": "D"})


MONTH_LIST = Sheet(
    "month_list.xlsx", _month_list,
    [
        case("Nov 26", 5, "2026-11-02", "Police", [
            victim("Louise", "CHILD", born="1984-02-05", at=("4 Mill Lane", "Castlebrook", "CB3 1QT"), phones=["07700900201"]),
            perp("Mark", "CASE", born="1981-09-17", rel="ex husband"),
            child("Poppy", "CHILD", age=9), child("Reuben", "CHILD", age=6),
        ], "Followed her home from the school gate twice.", risk=(17, ""), consent="given", keep=["only between 9 and 12, HE answers after"]),
        case("Nov 26", 6, "2026-11-02", "Police", [
            victim("Grace", "Church", aka=["Street"], born="1995-11-30", at=("Flat 2, 18 Station Rd", "Castlebrook", ""), phones=["07700900202"]),
            perp("Will", "Post", aka=["Billy Boy"], rel="b/friend"),
        ], "Texts day and night, says he 'knows where she parks'.", risk=(11, ""), criteria=["professional judgement"],
            consent="refused", keep=["has a dog – ring, don't knock"]),
        case("Nov 26", 7, "2026-11-04", "IDVA", [
            victim("Mary-Kate", "O'Dowd", born="1960-01-01", at=("Flat 2, 18 Station Rd", "Castlebrook", ""), phones=["07700900203"], accept={"address": [""]}),
            perp("Fintan", "O'DOWD", born="1958-12-12", rel="husband"),
        ], "He has hidden her tablets.", risk=(14, ""), consent="given", keep=["sister 07700 900204", "checked with GP"]),
        case("Nov 26", 10, "2026-11-09", "Housing - Weir Homes", [
            victim("Anneke", "LE ROUX", born="2001-08-22", at=("refuge - do not record", "", ""), accept={"address": [""]}),
        ], "Says only that a man waits in the stairwell.", criteria=["professional judgement"], consent="not asked",
            accept={"children_count": [1]}, keep=["Expecting, due Feb", "do not ring"]),
    ],
    ignore=[("Nov 26", r) for r in (1, 2, 8, 9, 11, 12)],
)


def _grouped(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Referrals Q3")
        head = book.add_format({"bold": True, "align": "center"})
        page.write(0, 0, "Eastmoor & District - quarterly return")
        for first, last, text in ((2, 6, "PERSON AT RISK"), (7, 10, "PERSON CAUSING HARM"), (11, 13, "CHILD 1"), (14, 16, "CHILD 2"), (17, 19, "CHILD 3")):
            page.merge_range(2, first, 2, last, text, head)
        fill(book, page, [
            ["Agency ref", "Date in", "Family name", "Given name(s)", "Other names used", "Born", "Mobile", "Family name", "Given name(s)", "Born", "Link to victim",
             "Name", "Born", "School", "Name", "Born", "School", "Name", "Born", "School", "Facts of the matter", "Grade", "Orders in place", "OIC"],
            ["WM/26/118", date(2026, 7, 3), "Adeyemi-Cross", "Folake Ruth", "Flo", date(1990, 3, 14), "07700900301", "Cross", "Damian", date(1986, 6, 1), "husband",
             "Temi Cross", date(2015, 9, 2), "Moor Lane Primary", "Jonah Cross", "14/10/2018", "Moor Lane Primary", None, None, None,
             "He locked her in the bathroom.\nNeighbours called.", "High", "NMO to 1/2/27", "PC 4418 Hale"],
            ["WM/26/121", date(2026, 7, 8), "NOWAK", "Zofia", None, "29/02/1988", "07700900302 or 07700900303", "NOWAK", "Piotr", "30/02/1985", "separated",
             None, None, None, None, None, None, None, None, None, "Pushed against a door.", "Med", "none", "DC Sarah Pole"],
            ["WM/26/130", "17/08/2026", "Grimes", "Terence", "Terry", 20455, 7700900304, "Grimes", "Alan", "1985", "son",
             None, None, None, None, None, None, None, None, None, "Money taken from the tin; shoved.", "Standard", None, None],
            [None, "Total: 3"],
        ], (3, 0))
        page.set_column(9, 9, None, None, {"hidden": True})
        page.write_comment(4, 6, "not after 6pm")


GROUPED = Sheet(
    "grouped_return.xlsx", _grouped,
    [
        case("Referrals Q3", 5, "2026-07-03", "", [
            victim("Folake Ruth", "Adeyemi-Cross", aka=["Flo"], born="1990-03-14", phones=["07700900301"]),
            perp("Damian", "Cross", born="1986-06-01", rel="husband"),
            child("Temi", "Cross", born="2015-09-02", school="Moor Lane Primary"),
            child("Jonah", "Cross", born="2018-10-14", school="Moor Lane Primary"),
        ], "He locked her in the bathroom.\nNeighbours called.", risk=(None, "high"), orders=["NMO to 1/2/27"], keep=["not after 6pm", "PC 4418 Hale"]),
        case("Referrals Q3", 6, "2026-07-08", "", [
            victim("Zofia", "NOWAK", born="1988-02-29", phones=["07700900302", "07700900303"]),
            perp("Piotr", "NOWAK", rel="separated"),
        ], "Pushed against a door.", risk=(None, "medium"), keep=["DC Sarah Pole", "30/02/1985"]),
        case("Referrals Q3", 7, "2026-08-17", "", [
            victim("Terence", "Grimes", aka=["Terry"], born="1956-01-01", phones=["07700900304"]),
            perp("Alan", "Grimes", rel="son"),
        ], "Money taken from the tin; shoved.", risk=(None, "standard")),
    ],
    ignore=[("Referrals Q3", 1), ("Referrals Q3", 8)],
)


def _two_tables(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Sheet1")
        fill(book, page, [
            ["Harrow Vale – this fortnight"],
            [],
            ["A. NEW REFERRALS"],
            ["Victim", "DOB", "Perpetrator", "DOB", "Referred", "Agency", "Risk", "What happened"],
            ["Ms Ijeoma Bright", "11/06/1993", "Kelvin Bright", "02/05/1990", "05/10/2026", "A&E", "High", "Fractured wrist."],
            ["Dr Helen Marchetti", "19/01/1971", "Mr Paul Marchetti", "", "06/10/2026", "GP surgery", "Medium", "Controls the money."],
            [],
            ["B. REPEATS"],
            ["Date referred", "Referring agency", "Survivor name", "Survivor DOB", "Alleged abuser", "Children", "Circumstances", "Repeat?"],
            ["07/10/2026", "Police", "Roxanne Pike", "25/12/1989", "Lee Turnbull", "Mason (8) and Skye (5)", "Breach of bail.", "Y"],
            [],
            ["C. WHO TO INVITE"],
            ["Name", "Agency", "Phone", "E-mail"],
            ["Sgt Tom Barlow", "Police", "07700 900390", "t.barlow@police.example"],
            ["Nadia Osei", "IDVA service", "07700 900391", "nadia@idva.example"],
            [],
            ["Signed off by the chair: M. Whitlock, 12/10/2026"],
        ])


TWO_TABLES = Sheet(
    "two_tables.xlsx", _two_tables,
    [
        case("Sheet1", 5, "2026-10-05", "A&E", [victim("Ijeoma", "Bright", born="1993-06-11"), perp("Kelvin", "Bright", born="1990-05-02")],
             "Fractured wrist.", risk=(None, "high")),
        case("Sheet1", 6, "2026-10-06", "GP surgery", [victim("Helen", "Marchetti", born="1971-01-19"), perp("Paul", "Marchetti")],
             "Controls the money.", risk=(None, "medium")),
        case("Sheet1", 10, "2026-10-07", "Police", [
            victim("Roxanne", "Pike", born="1989-12-25"), perp("Lee", "Turnbull"), child("Mason", age=8), child("Skye", age=5),
        ], "Breach of bail.", criteria=["repeat"]),
    ],
    ignore=[("Sheet1", r) for r in (1, 3, 8, 12, 13, 14, 15, 17)],
)


def _export(path: Path) -> None:
    path.write_bytes(delimited([
        ["", "", "MARAC export 14/11/2026 09:31"],
        [""],
        ["", "CaseRef", "DateOfReferral", "ReferringAgency", "ClientFirstName", "ClientLastName", "ClientDOB", "ClientPhone", "ClientAddress1", "ClientTown", "ClientPostcode",
         "PerpFirstName", "PerpLastName", "PerpDOB", "RelationshipToClient", "NumberOfChildren", "ChildrenDetails", "DASHScore", "ConsentGiven", "IncidentSummary"],
        ["", "M-0901", "11/03/2026 00:00", "Adult social care", "Beatrix", "Holloway", "04/23/1979", "447700900401", "Rose Cottage, Back Lane", "Upper Dene", "ud4 2zz",
         "Stuart", "Holloway", "12/02/1975", "Spouse", "1", "Imogen Holloway, dob 08/15/2012, Dene High School", "15", "TRUE",
         'She said "he will burn it down";\nhe had bought petrol.'],
        ["", "M-0902", "11/05/2026 00:00", "Probation", "Carys", "Nnamdi", "07/19/1998", "+44 (0)7700 900402", "12 Quay St", "Port Dene", "PD1 1AA",
         "Joseph", "Adu", "NULL", "Ex-Partner", "0", "NULL", "NULL", "FALSE", "Tracker found under the car."],
        ["", "M-0901", "11/03/2026 00:00", "Adult social care", "Beatrix", "Holloway", "04/23/1979", "447700900401", "Rose Cottage, Back Lane", "Upper Dene", "ud4 2zz",
         "Stuart", "Holloway", "12/02/1975", "Spouse", "1", "Imogen Holloway, dob 08/15/2012, Dene High School", "15", "TRUE",
         'She said "he will burn it down";\nhe had bought petrol.'],
        ["", "M-0903", "13/45/2026", "Probation", "Aurelia", "Stone", "01/01/1990", "", "", "", "", "Max", "Stone", "", "", "", "", "", "", "Argument overheard."],
        ["", "3 records"],
    ], "\t", "utf-16"))


EXPORT = Sheet(
    "export.csv", _export,
    [
        case("", 4, "2026-11-03", "Adult social care", [
            victim("Beatrix", "Holloway", born="1979-04-23", phones=["07700900401"], at=("Rose Cottage, Back Lane", "Upper Dene", "UD4 2ZZ")),
            perp("Stuart", "Holloway", born="1975-12-02", rel="Spouse"),
            child("Imogen", "Holloway", born="2012-08-15", school="Dene High School"),
        ], 'She said "he will burn it down";\nhe had bought petrol.', risk=(15, ""), consent="given"),
        case("", 5, "2026-11-05", "Probation", [
            victim("Carys", "Nnamdi", born="1998-07-19", phones=["07700900402"], at=("12 Quay St", "Port Dene", "PD1 1AA")),
            perp("Joseph", "Adu", rel="Ex-Partner"),
        ], "Tracker found under the car.", consent="refused"),
    ],
    [
        reject("", 6, ""),
        reject("", 7, "DateOfReferral"),
    ],
    [("", 1), ("", 8)],
)


def _free_text(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Log")
        fill(book, page, [
            ["Logged", "By", "Persons involved", "Kids", "Story so far", "DASH / level"],
            ["10.11.2026", "Health visiting", "Victim: Saoirse Lynam (née Devane), dob 3/4/1992, tel 07700 900501\nPerp: Conor Lynam, dob 9/9/1990 (husband)", "Two: Aoife b. 2/2/2019 and Oran b. 5/5/2022", "Health visitor saw bruises; she would not say.", "19 / High"],
            ["11.11.2026", "Police", "Victim: Tunde Bello 07700 900502\nPerp: Marcus Webb (ex-partner)", "None", "Windows broken.", "8 / Standard"],
        ])


FREE_TEXT = Sheet(
    "free_text.xlsx", _free_text,
    [
        case("Log", 2, "2026-11-10", "Health visiting", [
            victim("Saoirse", "Lynam", aka=["Devane"], born="1992-04-03", phones=["07700900501"]),
            perp("Conor", "Lynam", born="1990-09-09", rel="husband"),
            child("Aoife", born="2019-02-02"), child("Oran", born="2022-05-05"),
        ], "Health visitor saw bruises; she would not say.", risk=(19, "high")),
        case("Log", 3, "2026-11-11", "Police", [
            victim("Tunde", "Bello", phones=["07700900502"]), perp("Marcus", "Webb", rel="ex-partner"),
        ], "Windows broken.", risk=(8, "standard")),
    ],
)

SHEETS = [MONTH_LIST, GROUPED, TWO_TABLES, EXPORT, FREE_TEXT]
__all__ = ["SHEETS", "person"]
