"""Hands of all kinds: blocks for each family, forms with a referrer's own details, numbered children, old files."""

# Sheets read best as they lie.
# fmt: off

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from tests.intake.hands.making import Sheet, case, child, delimited, fill, open_document, perp, person, reject, victim


def _blocks(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Families")
        fill(book, page, [
            ["Family Safety Hub: families for discussion"],
            [],
            ["Case 1"], ["Referred by:", "Police (Sgt Amy Doyle)", "Date:", date(2026, 11, 6)],
            ["Name", "Who", "DOB", "Phone", "Address"],
            ["Carol Dunster", "Victim", "3/5/1978", "07700 900811", "7 Elm Court, Barrow Hill, BH2 2BB"],
            ["Ray Dunster", "Perpetrator (husband)", "8/8/1975", "", "as victim"],
            ["Holly Dunster", "Child", "1/9/2013", "", ""],
            ["What happened:", "He broke the door down.\nShe hid in the loft."],
            [],
            ["Case 2"], ["Referred by:", "Barrow Hill School", "Date:", "09/11/2026"],
            ["Name", "Who", "DOB", "Phone", "Address"],
            ["Naomi Achebe", "Victim", "2/2/2000", "", "N/K"],
            ["Dele Achebe (aka 'D')", "Perpetrator (brother)", "N/K", "07700 900812", ""],
            ["What happened:", "Her brother took her passport."],
        ])


BLOCKS = Sheet(
    "blocks.xlsx", _blocks,
    [
        case("Families", 3, "2026-11-06", "Police (Sgt Amy Doyle)", [
            victim("Carol", "Dunster", born="1978-05-03", phones=["07700900811"], at=("7 Elm Court", "Barrow Hill", "BH2 2BB")),
            perp("Ray", "Dunster", born="1975-08-08", rel="husband", at=("7 Elm Court", "Barrow Hill", "BH2 2BB"), accept={"address": [""], "postcode": [""]}),
            child("Holly", "Dunster", born="2013-09-01"),
        ], "He broke the door down.\nShe hid in the loft.", accept={"referring_agency": ["Police"]}),
        case("Families", 11, "2026-11-09", "Barrow Hill School", [
            victim("Naomi", "Achebe", born="2000-02-02"), perp("Dele", "Achebe", aka=["D"], phones=["07700900812"], rel="brother"),
        ], "Her brother took her passport."),
    ],
)


def _long_form(path: Path) -> None:
    with Workbook(path) as book:
        for name, told in (
            ("Form A", ["Jo Bell", "Weir Housing", "07700 900881", "jo.bell@weir.example", date(2026, 11, 12), "Mrs Edith Vaughan", "12/01/1949", "F", "Welsh", "29 Canal Walk, Barrow Hill", "07700 900821", "Weekday mornings only",
                        "Yes", "Glyn Vaughan", "30/09/1971", "son", "29 Canal Walk, Barrow Hill", "0", "12", "Yes - explain: she minimises", "He sells her things.\nShe says he is \"a good boy really\".", "Dr P. Rao, Canal Surgery"]),
            ("Form B", ["M. Okafor", "A&E, St Brede's", "07700 900882", "", "13.11.2026", "Lucy-Ann Petrov", "31/12/1996", "Female", "", "no fixed abode", "none - phone smashed", "", "No", "Ivan Petrov", "1991", "husband", "unknown", "2",
                        "20", "", "Third visit this month.", ""]),
        ):
            page = book.add_worksheet(name)
            fill(book, page, [
                ["MARAC REFERRAL FORM"],
                ["Please complete all sections. Return to the coordinator."],
                ["1. YOUR DETAILS (REFERRER)"],
                ["Name", told[0], "Agency", told[1]],
                ["Telephone", told[2], "E-mail", told[3]],
                ["Date of referral", told[4]],
                ["2. PERSON YOU ARE REFERRING"],
                ["Name", told[5], "Date of birth", told[6]],
                ["Gender", told[7], "Ethnicity", told[8]],
                ["Address", told[9]],
                ["Telephone", told[10], "Safe times to call", told[11]],
                ["Consent obtained?", told[12]],
                ["3. ALLEGED PERPETRATOR"],
                ["Name", told[13], "Date of birth", told[14]],
                ["Relationship to victim", told[15]],
                ["Address", told[16]],
                ["4. CHILDREN"],
                ["Number of children", told[17]],
                ["5. RISK"],
                ["DASH score", told[18]],
                ["Professional judgement?", told[19]],
                ["6. REASON FOR REFERRAL"],
                [told[20]],
                ["7. OTHER PROFESSIONALS"],
                ["GP name", told[21]],
            ])


LONG_FORM = Sheet(
    "long_form.xlsx", _long_form,
    [
        case("Form A", 4, "2026-11-12", "Weir Housing", [
            victim("Edith", "Vaughan", born="1949-01-12", gender="female", phones=["07700900821"], at=("29 Canal Walk", "Barrow Hill", "")),
            perp("Glyn", "Vaughan", born="1971-09-30", rel="son", at=("29 Canal Walk", "Barrow Hill", "")),
        ], "He sells her things.\nShe says he is \"a good boy really\".", risk=(12, ""), criteria=["professional judgement"], consent="given",
            keep=["Weekday mornings only", "she minimises", "Dr P. Rao, Canal Surgery", "Jo Bell"]),
        case("Form B", 4, "2026-11-13", "A&E, St Brede's", [
            victim("Lucy-Ann", "Petrov", born="1996-12-31", gender="female", at=("no fixed abode", "", ""), accept={"address": [""]}), perp("Ivan", "Petrov", rel="husband"),
        ], "Third visit this month.", risk=(20, ""), consent="refused", children=2, keep=["phone smashed"]),
    ],
)


def _numbered(path: Path) -> None:
    path.write_bytes(delimited([
        ["Datum", "Agjencia / Agency", "Aggrieved party", "Aggrieved DOB", "Phone", "Nominal (suspect) 1", "Suspect 1 DOB", "Suspect 2", "Suspect 2 relationship", "Child 1", "Child 1 age", "Child 2", "Child 2 age", "Child 3", "Child 3 age",
         "Score (24)", "Level", "MARAC consent", "MO / circumstances", "Crime no.", "Bail conds"],
        ["14/11/26", "Police", "FARROW Tamsin Jane", "06-Jul-1992", "07700900831; 07700900832", "KEMP Dale", "01-Feb-1990", "KEMP Moira", "his mother", "FARROW Lottie", "7", "FARROW Finn", "3", "", "", "18", "HIGH", "Y",
         "Grabbed by hair; phone thrown.\nChildren upstairs.", "42/5566/26", "not to contact Tamsin; not to enter Dock Road"],
        ["15/11/26", "idem", "HUSSAIN Sadia", "19-Oct-2003", "", "UNKNOWN", "", "", "", "", "", "", "", "", "", "", "STANDARD", "N", "Followed from college by a male.", "", ""],
        ["", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""],
        ["16/11/26", "Fire", "BLACK White, Rosie", "??", "0044 7700 900833", "WHITE Jet", "", "", "", "", "", "", "", "", "", "9", "MEDIUM", "verbal", "Petrol smell at the letterbox.", "42/5570/26", ""],
    ], ";", "utf-8-sig", before="sep=;\r\n"))


NUMBERED = Sheet(
    "numbered.csv", _numbered,
    [
        case("", 3, "2026-11-14", "Police", [
            victim("Tamsin Jane", "FARROW", born="1992-07-06", phones=["07700900831", "07700900832"]),
            perp("Dale", "KEMP", born="1990-02-01"), perp("Moira", "KEMP", rel="his mother"),
            child("Lottie", "FARROW", age=7), child("Finn", "FARROW", age=3),
        ], "Grabbed by hair; phone thrown.\nChildren upstairs.", risk=(18, "high"), consent="given", crimes=["42/5566/26"], orders=["not to contact Tamsin; not to enter Dock Road"]),
        case("", 4, "2026-11-15", "Police", [victim("Sadia", "HUSSAIN", born="2003-10-19")], "Followed from college by a male.", risk=(None, "standard"), consent="refused"),
        case("", 6, "2026-11-16", "Fire", [victim("Rosie", "BLACK White", phones=["07700900833"]), perp("Jet", "WHITE")], "Petrol smell at the letterbox.",
             risk=(9, "medium"), consent="given", crimes=["42/5570/26"]),
    ],
)


def _health(path: Path) -> None:
    open_document(path, {
        "Referrals": [
            ["Midwifery & health visiting - domestic abuse notifications"],
            ["Printed 20/11/2026", None, None, "Page 1 of 2"],
            ["Seen on", "Mum", "NHS no.", "EDD / baby", "Partner / father", "Other adults at home", "Other children", "What was disclosed", "What mum wants", "Told police?", "Notifying midwife"],
            [date(2026, 11, 9), "Chidinma Eze (Chi), 27", "999 123 4560", "EDD 4/2/27", "Obinna Eze, 33", "Mother-in-law Ngozi Eze", "Kosi (4)", "He slapped her twice. She fell.", "To be left alone; do not write to the house", "no", "Sr Bridget Hale 07700 900890"],
            ["10/11/2026", "Kayleigh Marsh", "999 123 4579", "baby Teddy, 6 weeks", "Jordan Pike (not living together)", None, None, "Controls the feeding. \"He weighs the tins.\"", "Help with housing", "yes", "Sr Bridget Hale"],
            ["Page 2 of 2"],
            ["Seen on", "Mum", "NHS no.", "EDD / baby", "Partner / father", "Other adults at home", "Other children", "What was disclosed", "What mum wants", "Told police?", "Notifying midwife"],
            ["12/11/2026", "Saffron O'Shea, dob 30/6/05", None, None, "refused to say", None, "none", "Bruise on the neck.", None, None, "Sr Bridget Hale"],
        ]}, {("Referrals", 3, 1): "Husband reads English, not Igbo", ("Referrals", 4, 4): "on tag until Jan"})


HEALTH = Sheet(
    "health.ods", _health,
    [
        case("Referrals", 4, "2026-11-09", "", [
            victim("Chidinma", "Eze", aka=["Chi"], age=27, identifiers=[]), perp("Obinna", "Eze", age=33),
            person("other", "Ngozi", "Eze", rel="Mother-in-law", accept={"role": ["relative"], "relationship_to_victim": [""], "name": ["Mother-in-law Ngozi Eze"]}),
            child("Kosi", age=4),
        ], "He slapped her twice. She fell.", accept={"children_count": [2]}, keep=["Husband reads English, not Igbo", "do not write to the house", "EDD 4/2/27", "999 123 4560"]),
        case("Referrals", 5, "2026-11-10", "", [
            victim("Kayleigh", "Marsh"), perp("Jordan", "Pike"), child("Teddy", optional=True, accept={"name": ["baby Teddy"]}),
        ], 'Controls the feeding. "He weighs the tins."', accept={"children_count": [0, 1]}, children=1, keep=["not living together", "on tag until Jan", "6 weeks"]),
        case("Referrals", 8, "2026-11-12", "", [victim("Saffron", "O'Shea", born="2005-06-30")], "Bruise on the neck."),
    ],
    ignore=[("Referrals", r) for r in (1, 2, 6, 7)],
)


def _wide(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("CaDV Q4")
        fill(book, page, [
            ["REPUBLIKA E SHQIPËRISË – Bashkia Velë – Ekipi Teknik Multidisiplinar"],
            ["Tabela e rasteve të referuara, tetor – dhjetor 2026"],
            [None, None, "Viktima", None, None, None, None, "Dhunuesi", None, None, None, "Fëmijë", None, "Të tjera", None, None, None],
            ["Nr.", "Dt. referimit", "Mbiemri", "Emri", "Datëlindja", "Gjinia", "Tel.", "Mbiemri", "Emri", "Datëlindja", "Lidhja", "Emrat", "Moshat", "Institucioni", "UMM/UM", "Rreziku", "Rrethanat"],
            [1, 46330, "Zeneli", "Merita", "5-shk-1984", "F", 692000191, "Zeneli", "Skënder", "1980", "bashkëshort", "Ani, Beni, Cela", "12, 9, 2 vjeç", "Policia", "UMM 17.11.2026", "i larte", "E rrahu para fëmijëve. Kërcënim me armë."],
            [2, date(2026, 11, 7), "Kurti", "Bardha", "12.12.1996", "F", "069 200 0192", "idem", "Luan", "nuk dihet", "vëlla", "s'ka", None, "Shkolla", None, "mesatar", "Nuk e lë të dalë nga shtëpia."],
            [3, "tetor 2026", "Rama", "Vera", date(1990, 5, 5), "F", None, "Rama", "Dritan", None, "ish bashkëshort", None, None, "Policia", None, "ulet", "Mesazhe."],
            [None, None, "Koordinatorja: Anila Dervishi 069 200 0199"],
        ])
        page.merge_range("C3:G3", "Viktima")
        page.merge_range("H3:K3", "Dhunuesi")
        page.merge_range("L3:M3", "Fëmijë")


WIDE = Sheet(
    "tabela.xlsx", _wide,
    [
        case("CaDV Q4", 5, "2026-11-04", "Policia", [
            victim("Merita", "Zeneli", born="1984-02-05", gender="female", phones=["0692000191"]), perp("Skënder", "Zeneli", rel="bashkëshort"),
            child("Ani", age=12), child("Beni", age=9), child("Cela", age=2),
        ], "E rrahu para fëmijëve. Kërcënim me armë.", risk=(None, "high"), orders=["UMM 17.11.2026"]),
        case("CaDV Q4", 6, "2026-11-07", "Shkolla", [
            victim("Bardha", "Kurti", born="1996-12-12", gender="female", phones=["0692000192"]), perp("Luan", "Zeneli", rel="vëlla", accept={"name": ["Luan Kurti"]}),
        ], "Nuk e lë të dalë nga shtëpia.", risk=(None, "medium")),
    ],
    [reject("CaDV Q4", 7, "Dt. referimit")],
    [("CaDV Q4", r) for r in (1, 2, 3, 8)],
)


def _safety(path: Path) -> None:
    with Workbook(path) as book:
        page = book.add_worksheet("Week 46")
        fill(book, page, [
            ["Sent", "Who is sending", "Client initials", "Client", "Born", "Ring on", "Lives", "Person responsible", "His dob", "Rel", "Any kids?", "Score", "Visible high risk", "Prof. judgement", "Escalation", "Repeat", "Agreed?", "In brief", "Do not..."],
            ["16-11-26", "Refuge outreach", "T.W.", "Tanya Wilde", "17 Feb 1988", "07700 900841 (text)", "c/o her mum", "Jason Wilde (\"Jay\")", "4 Mar 85", "hubby", "Y - Bo 5, Mae 18 months", "16", "Yes", "No", "No", "Yes", "Yes", "Strangled on Sunday; bruising seen.", "leave voicemail"],
            ["16-11-26", "same", "R.A.", "Rina Alvi", "3.3.93", "-", "14A High Street, Barrow Hill BH1 1AA", "father-in-law, Mr Karim Alvi", "?", "father-in-law", "N", "7", "", "Yes", "", "", "No, scared", "Made to sleep on the floor.", "contact through GP - cousin works there"],
            ["17-11-26", "A neighbour", "?", "Woman at no. 9, name not known", "", "", "9 Low Row, Barrow Hill", "", "", "", "", "", "", "", "", "", "", "Screaming every Friday night.", ""],
        ])


SAFETY = Sheet(
    "week46.xlsx", _safety,
    [
        case("Week 46", 2, "2026-11-16", "Refuge outreach", [
            victim("Tanya", "Wilde", born="1988-02-17", phones=["07700900841"], at=("c/o her mum", "", ""), accept={"address": [""]}),
            perp("Jason", "Wilde", aka=["Jay"], born="1985-03-04", rel="hubby"), child("Bo", age=5), child("Mae"),
        ], "Strangled on Sunday; bruising seen.", risk=(16, ""), criteria=["visible high risk", "repeat"], consent="given", keep=["leave voicemail", "18 months", "text"]),
        case("Week 46", 3, "2026-11-16", "Refuge outreach", [
            victim("Rina", "Alvi", born="1993-03-03", at=("14A High Street", "Barrow Hill", "BH1 1AA")), perp("Karim", "Alvi", rel="father-in-law"),
        ], "Made to sleep on the floor.", risk=(7, ""), criteria=["professional judgement"], consent="refused", keep=["cousin works there", "scared"]),
    ],
    [reject("Week 46", 4, "")],
)

SHEETS = [BLOCKS, LONG_FORM, NUMBERED, HEALTH, WIDE, SAFETY]
