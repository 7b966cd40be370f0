"""More hands: a borough's tracker, an export with underscores, short forms, questions for headings, a printed list."""

# Sheets read best as they lie.
# fmt: off

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from tests.intake.hands.making import Sheet, case, child, delimited, fill, open_document, perp, person, reject, victim


def _tracker(path: Path) -> None:
    with Workbook(path) as book:
        p = book.add_worksheet("Tracker")
        fill(book, p, [
            ["DV CASE TRACKER – Westmarsh Borough", None, None, None, None, None, None, "Week commencing", date(2026,11,9)],
            [],
            ["Ref", "Referral source", "Date of ref.", "Surname", "Forenames", "AKA", "D.O.B", "Age", "Sex", "Ethnicity", "Address (incl. postcode)", "Home tel", "Mobile", "Suspect surname", "Suspect forenames", "Suspect DOB", "Suspect address", "Relationship", "No of children", "Children's names and DOBs", "DASH (max 24)", "Referral criteria", "Consent Y/N", "Brief circumstances", "Orders / bail", "Crime ref", "Safety notes"],
            ["WM001", "Police", "09/11/2026", "Okonkwo", "Ada Grace", "", "14/02/1989", 37, "F", "Black African", "Flat 9, Tern House, Marsh Lane, Westmarsh WM4 6TT", "020 7946 0101", "07700 900111", "Okonkwo", "Emeka", "03/03/1984", "Same address", "Husband", 2, "Chioma 12/06/2014; Ife 30/01/2019", 19, "Visible high risk; Escalation", "Y", "Punched in the stomach; third call in a month.", "NMO expires 01/03/27; bail not to contact", "WM/2026/55901", "Do not leave voicemail"],
            ["WM002", "IDVA", "10/11/2026", "Lister", "Bernadette", "Bernie, Mrs B", "01/12/1955", 70, "F", "White British", "The Cottage, Gull Lane, Westmarsh, WM1 1AB", "", "none", "Lister", "Sean", "N/K", "NFA", "Grandson", 0, "", 9, "Professional judgement", "N", "He takes her pension on Thursdays.", "", "", "Neighbour Pat holds a key - 07700 900113"],
            ["WM003", "Housing", "10/11/2026", "Byrne-Kowalczyk", "Zuzanna", "", "22/08/1997", 29, "F", "White Other", "12a Dune Rd Westmarsh WM2 9ZZ", "", "+44 7700 900114", "Kowalczyk / Nowicki", "Adam / Tomek", "1/1/1990 / 2/2/1992", "", "ex-partner / his friend", 1, "Antek (5)", "14 ticks", "VHR + repeat", "Y", "Both waited outside work.", "None", "WM/2026/55950, WM/2026/55951", ""],
        ])

TRACKER = Sheet("tracker.xlsx", _tracker, [
    case("Tracker", 4, "2026-11-09", "Police", [
        victim("Ada Grace", "Okonkwo", born="1989-02-14", gender="F", phones=["02079460101", "07700900111"], at=("Flat 9, Tern House, Marsh Lane", "Westmarsh", "WM4 6TT")),
        perp("Emeka", "Okonkwo", born="1984-03-03", rel="Husband", at=("Flat 9, Tern House, Marsh Lane", "Westmarsh", "WM4 6TT")),
        child("Chioma", born="2014-06-12"), child("Ife", born="2019-01-30")],
        "Punched in the stomach; third call in a month.", risk=(19, ""), criteria=["visible high risk", "escalation"], consent="given", orders=["NMO expires 01/03/27; bail not to contact"], crimes=["WM/2026/55901"], keep=["Do not leave voicemail", "Black African"]),
    case("Tracker", 5, "2026-11-10", "IDVA", [
        victim("Bernadette", "Lister", aka=["Bernie", "Mrs B"], born="1955-12-01", gender="F", at=("The Cottage, Gull Lane", "Westmarsh", "WM1 1AB")),
        perp("Sean", "Lister", rel="Grandson", accept={"address": ["NFA"]})],
        "He takes her pension on Thursdays.", risk=(9, ""), criteria=["professional judgement"], consent="refused", keep=["Neighbour Pat holds a key - 07700 900113"]),
    case("Tracker", 6, "2026-11-10", "Housing", [
        victim("Zuzanna", "Byrne-Kowalczyk", born="1997-08-22", gender="F", phones=["07700900114"], at=("12a Dune Rd Westmarsh", "", "WM2 9ZZ")),
        perp("Adam", "Kowalczyk", born="1990-01-01", rel="ex-partner"), perp("Tomek", "Nowicki", born="1992-02-02", rel="his friend"), child("Antek", age=5)],
        "Both waited outside work.", risk=(14, ""), criteria=["visible high risk", "repeat"], consent="given", crimes=["WM/2026/55950", "WM/2026/55951"]),
], ignore=[("Tracker", 1)])

def _underscores(path: Path) -> None:
    path.write_bytes(delimited([
        ["id_rasti","data_referimit","institucioni","viktima_emri","viktima_mbiemri","viktima_datelindja","viktima_tel","viktima_adresa","dhunuesi_emri","dhunuesi_mbiemri","dhunuesi_datelindja","lidhja","nr_femijeve","femijet","niveli_riskut","pelqimi","pershkrimi"],
        ["101","2026-11-02","Njësia e Policisë nr.3","Ardita","Hoxha Mema","1990-05-17","+355692000301","Rr. Liria 5, Kodra","Gezim","Mema","1986-01-30","burri","3","Rea (2012), Dion (2015), Eni (2020)","I LARTË","PO","E kapi për fyti.\nE la pa para."],
        ["102","2026-11-03","Qendra \"Hapi i ri\"","Nexhmije","Doda","","-","e njëjta me dhunuesin","Zef","Doda","","i biri","0","","mesatar","jo","I biri ia merr pensionin."],
        ["103","2026-11-03","Qendra \"Hapi i ri\"","","","","","","I panjohur","","","","","","","","Telefonatë anonime."],
        ["104","2026-11-04","NJËSIA E POLICISË NR.3","Lindita","Jo","1979-11-11","0692000304","Rr. Liria 7, Kodra","Astrit","Jo","","ish-burri","1","Jona, 15 vjeç","I ulët","PO","Kërcënime me mesazhe."],
    ], ",", "utf-8"))

UNDERSCORES = Sheet("rastet.csv", _underscores, [
    case("", 2, "2026-11-02", "Njësia e Policisë nr.3", [
        victim("Ardita", "Hoxha Mema", born="1990-05-17", phones=["0692000301"], at=("Rr. Liria 5", "Kodra", "")), perp("Gezim", "Mema", born="1986-01-30", rel="burri"),
        child("Rea"), child("Dion"), child("Eni")], "E kapi për fyti.\nE la pa para.", risk=(None, "high"), consent="given", keep=["2012"]),
    case("", 3, "2026-11-03", 'Qendra "Hapi i ri"', [victim("Nexhmije", "Doda", accept={"address": ["e njëjta me dhunuesin"]}), perp("Zef", "Doda", rel="i biri")], "I biri ia merr pensionin.", risk=(None, "medium"), consent="refused"),
    case("", 5, "2026-11-04", "NJËSIA E POLICISË NR.3", [victim("Lindita", "Jo", born="1979-11-11", phones=["0692000304"], at=("Rr. Liria 7", "Kodra", "")), perp("Astrit", "Jo", rel="ish-burri"), child("Jona", age=15)],
         "Kërcënime me mesazhe.", risk=(None, "standard"), consent="given"),
], [reject("", 4, "")])

def _short_forms(path: Path) -> None:
    with Workbook(path) as book:
        for n,(who, told) in enumerate([("KELLY", ["KELLY Orla Mary", "19.7.1986", "07700 900121 / landline 01632 960121", "5 Bridge End\nKilmore\nKM5 5KM", "No – told her about MARAC, declined", "KELLY Padraig (‘Podge’)", "c.1980", "Husband", "Same", "Niamh (10)\nCormac (8)\nunborn (due March)", "high", "Strangulation. Dog killed.", "Escalation"]),
                         ("VAN DER BERG", ["Anneliese van der Berg", "01/02/03", "text only 07700900122", "Not to be recorded", "Yes, signed copy on file", "Unknown male", "", "stranger/online", "", "No children", "Medium", "Images shared online by a man she met once.", "Prof judgement"])]):
            p = book.add_worksheet(who)
            fill(book, p, [
                ["Referral to conference"], [],
                ["Date form completed", f"{12+n} November 2026", None, "Completed by", "Sr. Una Breen, Health Visiting"],
                ["Agency", "Health Visiting"],
                [],
                ["Victim's name", told[0]], ["DOB", told[1]], ["Phone numbers", told[2]], ["Address", told[3]], ["Is the victim aware of referral / consenting?", told[4]],
                [],
                ["Perpetrator's name", told[5]], ["DOB", told[6]], ["Relationship", told[7]], ["Address", told[8]],
                [],
                ["Children", told[9]],
                [],
                ["Risk", told[10]], ["Reason for referral (tick)", told[12]], ["Summary of incident(s)", told[11]],
                [], ["Return by secure e-mail to marac@kilmore.example"],
            ])
            p.write_comment(7, 1, "NB shares phone with sister")

SHORT_FORMS = Sheet("forms_c.xlsx", _short_forms, [
    case("KELLY", 3, "2026-11-12", "Health Visiting", [
        victim("Orla Mary", "KELLY", born="1986-07-19", phones=["07700900121", "01632960121"], at=("5 Bridge End", "Kilmore", "KM5 5KM")),
        perp("Padraig", "KELLY", aka=["Podge"], rel="Husband", at=("5 Bridge End", "Kilmore", "KM5 5KM")),
        child("Niamh", age=10), child("Cormac", age=8)], "Strangulation. Dog killed.", risk=(None, "high"), criteria=["escalation"], consent="refused", accept={"children_count": [3]}, keep=["due March", "NB shares phone with sister", "declined", "c.1980"]),
    case("VAN DER BERG", 3, "2026-11-13", "Health Visiting", [
        victim("Anneliese", "van der Berg", born="2003-02-01", phones=["07700900122"], at=("Not to be recorded", "", ""), accept={"address": [""]})],
        "Images shared online by a man she met once.", risk=(None, "medium"), criteria=["professional judgement"], consent="given", keep=["text only", "stranger/online"]),
])

def _questions(path: Path) -> None:
    open_document(path, {"List": [
        ["No", "Referred", "Referrer", "Who is at risk", "Their DOB", "Where they live", "Best number", "Who from", "Their DOB", "How related", "Children in the home", "Level of risk", "Permission", "What we know", "Anything to be careful of"],
        [1, "Mon 2 Nov 2026", "Sure Start", "Gwenllian ap Rhys", "11 January 1985", "Tŷ Gwyn, Heol y Bryn, Caerwen", "07700 900131", "Dafydd ap Rhys", "12 December 1983", "Married", "Alys 13, Emrys 11, Lowri 2", "High", "Yes", "Gun licence. He cleans it at the table.", "Guns in the house"],
        [2, "Tue 3 Nov 2026", "Sure Start", "Miss Đurđa Vuković", "9/10/92", "-", "07700-900-132", "Not known", "", "", "0", "Low", "Not asked yet", "Says it is her brother but gives no name.", ""],
        [3, "Tue 3 Nov 2026", "", "Ludmila Şahin-O’Neill", "1.1.01", "4 Cove", "(07700) 900133", "Kerem Şahin", "5.5.99", "Cousin", "see 1", "Medium", "verbal", "She is kept in.", ""],
    ]}, {("List", 1, 3): "Welsh speaker – ask for Non", ("List", 2, 0): "duplicate of the police one?"})

QUESTIONS = Sheet("lista.ods", _questions, [
    case("List", 2, "2026-11-02", "Sure Start", [victim("Gwenllian", "ap Rhys", born="1985-01-11", phones=["07700900131"], at=("Tŷ Gwyn, Heol y Bryn", "Caerwen", "")), perp("Dafydd", "ap Rhys", born="1983-12-12", rel="Married"),
        child("Alys", age=13), child("Emrys", age=11), child("Lowri", age=2)], "Gun licence. He cleans it at the table.", risk=(None, "high"), consent="given", keep=["Guns in the house", "ask for Non"]),
    case("List", 3, "2026-11-03", "Sure Start", [victim("Đurđa", "Vuković", born="1992-10-09", phones=["07700900132"])], "Says it is her brother but gives no name.", risk=(None, "standard"), consent="not asked", keep=["duplicate of the police one?"]),
    case("List", 4, "2026-11-03", "", [victim("Ludmila", "Şahin-O’Neill", born="2001-01-01", phones=["07700900133"], at=("4 Cove", "", "")), perp("Kerem", "Şahin", born="1999-05-05", rel="Cousin")], "She is kept in.", risk=(None, "medium"), consent="given"),
])

def _printed(path: Path) -> None:
    with Workbook(path) as book:
        p = book.add_worksheet("Print")
        head = ["Case", "Person", "Role", "Date of birth", "Tel", "Address", "School / work", "Referred", "Agency", "Risk", "Narrative"]
        fill(book, p, [
            ["PAGE 1"], head,
            ["26/1", "Mabel Strong", "VICTIM", "3/3/1983", "07700 900141", "1 Lock St, Weirton", "Weirton Bakery", "2/11/26", "Police", "17", "He put her phone in the canal."],
            ["26/1", "Victor Strong", "ALLEGED PERPETRATOR", "4/4/1981", "", "ditto", "unemployed", "", "", "", ""],
            ["26/1", "Ruby Strong", "CHILD", "5/5/2015", "", "ditto", "Lock St Primary", "", "", "", ""],
            ["26/1", "Joan Strong", "PERPETRATOR'S MOTHER", "", "07700 900142", "3 Lock St, Weirton", "", "", "", "", ""],
            ["PAGE 2"], head,
            ["26/1", "Max Strong", "CHILD", "6/6/2018", "", "ditto", "Lock St Primary", "", "", "", ""],
            ["26/2", "Chloe Victim", "VICTIM", "7/7/1997", "", "", "", "3/11/26", "Housing", "High", "Name is real. Threats by text."],
            ["26/2", "Harry Church", "ALLEGED PERPETRATOR", "", "", "HMP Weir", "", "", "", "", ""],
            ["26/2", "PC Dawn Mills", "POLICE OFFICER IN CASE", "", "07700 900143", "", "", "", "", "", ""],
        ])
PRINTED = Sheet("print.xlsx", _printed, [
    case("Print", 3, "2026-11-02", "Police", [
        victim("Mabel", "Strong", born="1983-03-03", phones=["07700900141"], at=("1 Lock St", "Weirton", "")),
        perp("Victor", "Strong", born="1981-04-04", at=("1 Lock St", "Weirton", ""), accept={"address": [""]}),
        child("Ruby", "Strong", born="2015-05-05", school="Lock St Primary", at=("1 Lock St", "Weirton", ""), accept={"address": [""]}),
        child("Max", "Strong", born="2018-06-06", school="Lock St Primary", at=("1 Lock St", "Weirton", ""), accept={"address": [""]}),
        person("other", "Joan", "Strong", phones=["07700900142"], at=("3 Lock St", "Weirton", ""), rel="PERPETRATOR'S MOTHER", accept={"role": ["relative"]})],
        "He put her phone in the canal.", risk=(17, "")),
    case("Print", 10, "2026-11-03", "Housing", [victim("Chloe", "Victim", born="1997-07-07"), perp("Harry", "Church", at=("HMP Weir", "", "")), person("other", "Dawn", "Mills", optional=True, phones=["07700900143"], accept={"name": ["PC Dawn Mills"], "relationship_to_victim": ["POLICE OFFICER IN CASE"]})],
        "Name is real. Threats by text.", risk=(None, "high")),
], ignore=[("Print", r) for r in (1,2,7,8)])
SHEETS = [TRACKER, UNDERSCORES, SHORT_FORMS, QUESTIONS, PRINTED]
