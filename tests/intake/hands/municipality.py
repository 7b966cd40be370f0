"""The hand of an Albanian municipality: its own words, dates with month names, forms with both languages."""

# Sheets read best as they lie.
# fmt: off

from datetime import date
from pathlib import Path

from xlsxwriter import Workbook

from tests.intake.hands.making import Sheet, case, child, delimited, fill, open_document, perp, person, reject, victim


def _register(path: Path) -> None:
    path.write_bytes(delimited([
        ["Bashkia Gurëz – Regjistri i rasteve të dhunës në familje", "", "", ""],
        ["Nr.", "Data e pranimit", "Dërguar nga", "E mbijetuara (emër, mbiemër)", "Lindur më", "Nr. cel.", "Banimi", "Dhunuesi", "Lidhja", "Fëmijët", "Shkalla e rrezikut", "Miratimi", "Përmbledhje e ngjarjes", "Masat mbrojtëse"],
        ["1", "3 nëntor 2026", "Komisariati nr. 2", "Drita Šabani", "14.02.1987", "069 000 1301", "Rr. Ulliri, Gurëz", "Besnik Šabani", "bashkëshorti", "Ema (7 vjeç), Orges (4 vjeç)", "I lartë", "Po", "E goditi me rrip.\nFqinja thirri policinë.", "UMM nr. 41"],
        ["2", "5 nëntor 2026", "-//-", "MEMA Vjollca", "1979", "s'ka", "po aty", "Ilir Mema (i njohur si \"Lirka\")", "ish-bashkëshorti", "nuk ka", "mesatar", "Jo", "E ndjek çdo ditë te pazari; thotë se do ta vrasë.", "-"],
        ["3", "31 qershor 2026", "Qendra shëndetësore", "Fatime Lika", "1.1.1990", "", "Fshati Drizë", "Agim Lika", "burri", "Kevin, 3 vjeç", "e ulët", "Po", "E shau.", ""],
        ["Gjithsej", "3 raste", "", "", "", "", "", "", "", "", "", "", "", ""],
        ["Përgatiti: Koordinatorja vendore A. Hoxha, tel. 069 000 1399", "", ""],
    ], "|", "cp1250"))


REGISTER = Sheet(
    "regjistri.csv", _register,
    [
        case("", 3, "2026-11-03", "Komisariati nr. 2", [
            victim("Drita", "Šabani", born="1987-02-14", phones=["0690001301"], at=("Rr. Ulliri", "Gurëz", "")),
            perp("Besnik", "Šabani", rel="bashkëshorti"), child("Ema", age=7), child("Orges", age=4),
        ], "E goditi me rrip.\nFqinja thirri policinë.", risk=(None, "high"), consent="given", orders=["UMM nr. 41"]),
        case("", 4, "2026-11-05", "Komisariati nr. 2", [
            victim("Vjollca", "MEMA", at=("Rr. Ulliri", "Gurëz", ""), accept={"address": ["", "po aty"]}),
            perp("Ilir", "Mema", aka=["Lirka"], rel="ish-bashkëshorti"),
        ], "E ndjek çdo ditë te pazari; thotë se do ta vrasë.", risk=(None, "medium"), consent="refused"),
    ],
    [reject("", 5, "Data e pranimit")],
    [("", 1), ("", 6), ("", 7)],
)


def _bilingual_forms(path: Path) -> None:
    with Workbook(path) as book:
        wrap = book.add_format({"text_wrap": True})

        def form(name: str, told: dict[str, object], children: list[list[object]], story: str, note: str = "") -> None:
            page = book.add_worksheet(name)
            page.merge_range("B2:F2", "FORMULAR REFERIMI / REFERRAL FORM", wrap)
            rows: list[list[object]] = [
                ["Institucioni referues / Referring institution", None, told["from"]],
                ["Data / Date", None, told["on"]],
                ["A. VIKTIMA / VICTIM"],
                ["Emri / First name", None, told["first"]],
                ["Mbiemri / Surname", None, told["last"]],
                ["Datëlindja / Date of birth", None, told["born"]],
                ["Telefoni i sigurt / Safe phone", None, told["phone"]],
                ["Adresa / Address", None, told["home"]],
                ["B. DHUNUESI / PERPETRATOR"],
                ["Emri dhe mbiemri / Full name", None, told["perp"]],
                ["Datëlindja / Date of birth", None, told["perp born"]],
                ["Lidhja me viktimën / Relationship to victim", None, told["rel"]],
                ["C. FËMIJËT / CHILDREN"],
                ["Emri / Name", None, "Datëlindja / DOB", "Shkolla / School"],
                *children,
                ["D. RREZIKU / RISK"],
                ["Niveli i rrezikut / Risk level", None, told["level"]],
                ["Pëlqimi / Consent", None, told["consent"]],
                ["E. PËRSHKRIMI I NGJARJES / DESCRIPTION OF THE INCIDENT"],
                [story],
                ["Plotësuar nga / Completed by", None, "Mira Gjoni, 069 000 1499"],
            ]
            fill(book, page, rows, (3, 1))
            page.data_validation(3 + len(children) + 16, 3, 3 + len(children) + 16, 3, {"validate": "list", "source": ["Po", "Jo"]})
            if note:
                page.write_comment(9, 3, note)

        form("Rasti 1", {"from": "Qendra e Grave \"Drita\"", "on": date(2026, 11, 2), "first": "Albana", "last": "Prifti (Kola)", "born": "7 mars 1991", "phone": "0035569 000 1401", "home": "Rr. e Detit 14, Vlezë",
                         "perp": "KOLA Gentian", "perp born": "12/10/1988", "rel": "bashkëshort", "level": "I lartë / High", "consent": "Po / Yes"},
             [["Sara Kola", None, date(2016, 5, 4), "9-vjeçarja Vlezë"], ["Joel Kola", None, "2.8.2019", "kopshti nr. 1"]],
             "Ajo tha: «më mori çelësin».\n\nPastaj heshti.", "Telefono vetëm paradite")
        form("Rasti 2", {"from": "Policia", "on": "9.11.26", "first": "Shpresa", "last": "Duka", "born": "nuk dihet", "phone": "nuk ka", "home": "Lagjja 3, Vlezë",
                         "perp": "i panjohur", "perp born": None, "rel": None, "level": "Mesatar / Medium", "consent": "☐ Po / Yes   ☒ Jo / No"},
             [], "E ndoqi një burrë deri te dera.")
        blank = book.add_worksheet("Formular bosh")
        fill(book, blank, [["Institucioni referues / Referring institution"], ["Data / Date"], ["A. VIKTIMA / VICTIM"], ["Emri / First name"], ["Mbiemri / Surname"]], (3, 1))
        contacts = book.add_worksheet("Kontaktet")
        fill(book, contacts, [["Emri", "Institucioni", "Telefon", "E-mail"], ["Mira Gjoni", "Bashkia", "069 000 1499", "mira@bashkia.example"], ["Artan Leka", "Policia", "069 000 1498", ""]])
        lists = book.add_worksheet("Listat")
        fill(book, lists, [["Po"], ["Jo"], ["I lartë / High"], ["Mesatar / Medium"]])
        lists.very_hidden()


BILINGUAL_FORMS = Sheet(
    "formulare.xlsx", _bilingual_forms,
    [
        case("Rasti 1", 4, "2026-11-02", 'Qendra e Grave "Drita"', [
            victim("Albana", "Prifti", aka=["Kola"], born="1991-03-07", phones=["0690001401"], at=("Rr. e Detit 14", "Vlezë", ""), accept={"also_known_as": [[]]}),
            perp("Gentian", "KOLA", born="1988-10-12", rel="bashkëshort"),
            child("Sara", "Kola", born="2016-05-04", school="9-vjeçarja Vlezë"), child("Joel", "Kola", born="2019-08-02", school="kopshti nr. 1"),
        ], "Ajo tha: «më mori çelësin».\n\nPastaj heshti.", risk=(None, "high"), consent="given", keep=["Telefono vetëm paradite", "Mira Gjoni, 069 000 1499", "Kola"]),
        case("Rasti 2", 4, "2026-11-09", "Policia", [
            victim("Shpresa", "Duka", at=("Lagjja 3", "Vlezë", "")),
        ], "E ndoqi një burrë deri te dera.", risk=(None, "medium"), consent="refused"),
    ],
)


def _sideways(path: Path) -> None:
    open_document(path, {
        "Raste": [
            [None, "Raste të reja – java 45"],
            [],
            [None, "", "Rasti 1", "Rasti 2", "Rasti 3"],
            [None, "Data e referimit", date(2026, 11, 3), "4 nëntor 2026", "05.11.26"],
            [None, "Referuar nga", "Policia", "Shkolla \"Ura\"", "Policia"],
            [None, "VIKTIMA"],
            [None, "Emër Mbiemër", "Lule Bardhi", "Marsela Korriku", "Znj. Zana Mars"],
            [None, "Datëlindja", "1/2/1980", date(1999, 12, 24), "mosha 41"],
            [None, "Telefon", "069 000 1501 / 069 000 1502", "s'ka", 690001503],
            [None, "DHUNUESI"],
            [None, "Emër Mbiemër", "Pëllumb Bardhi", "Nuk dihet", "Dhimitër Mars"],
            [None, "Lidhja me viktimën", "vjehrri", "", "vëllai"],
            [None, "FËMIJËT"],
            [None, "Emrat dhe mosha", "Iris - 12 vjeç; Mateo - 9 vjeç", "", "1) Noa 2 vjeç 2) Bora 6 muaj"],
            [None, "RREZIKU"],
            [None, "Pikë (nga 24)", "16", "", "12/24"],
            [None, "Pëlqimi i viktimës", "firmosur", "nuk u pyet", "Po"],
            [None, "Çfarë ka ndodhur", "E nxori nga shtëpia natën.", "Një djalë e pret çdo mbrëmje te ura.", "I mori kartën e bankës."],
        ]},
        {("Raste", 8, 2): "Mos telefono pas orës 16, e kontrollon vjehrri"})


SIDEWAYS = Sheet(
    "kolona.ods", _sideways,
    [
        case("Raste", 7, "2026-11-03", "Policia", [
            victim("Lule", "Bardhi", born="1980-02-01", phones=["0690001501", "0690001502"]), perp("Pëllumb", "Bardhi", rel="vjehrri"),
            child("Iris", age=12), child("Mateo", age=9),
        ], "E nxori nga shtëpia natën.", risk=(16, ""), consent="given", keep=["Mos telefono pas orës 16, e kontrollon vjehrri"]),
        case("Raste", 7, "2026-11-04", 'Shkolla "Ura"', [victim("Marsela", "Korriku", born="1999-12-24")],
             "Një djalë e pret çdo mbrëmje te ura.", consent="not asked"),
        case("Raste", 7, "2026-11-05", "Policia", [
            victim("Zana", "Mars", age=41, phones=["0690001503"]), perp("Dhimitër", "Mars", rel="vëllai"), child("Noa", age=2), child("Bora"),
        ], "I mori kartën e bankës.", risk=(12, ""), consent="given", keep=["6 muaj"]),
    ],
)


def _by_agency(path: Path) -> None:
    open_document(path, {
        "Tetor-Nëntor": [
            ["Lista e rasteve sipas institucionit"],
            [],
            ["Nr", "Emri i viktimës", "Mbiemri i viktimës", "Dtl.", "Emri i dhunuesit", "Mbiemri i dhunuesit", "Data e referimit", "Fëmijë: emri", "Fëmijë: dtl.", "Pëlqim", "Ngjarja", "Shënime"],
            ["POLICIA E SHTETIT"],
            [1, "Jeta", "Marku", date(1985, 1, 9), "Jo", "", date(2026, 10, 28), "Ledi Marku", "3.3.2014", True, "E shtyu nga shkallët.", None],
            [None, None, None, None, None, None, None, "Klea Marku", "5.5.2017", None, None, "flet vetëm me motrën"],
            [2, "Prill", "Gega", "17.6.71", "Vera", "Gega", "29 tetor 2026", None, None, False, "E kërcënoi me thikë.", "burrë"],
            ["Nëntotali", 2],
            ["QENDRA SHËNDETËSORE NR. 4"],
            [3, "Maji", "Hysi", "nuk e di", "Sokol", "Hysi", "2 nëntor 2026", None, None, None, "Erdhi me krahun e thyer.", None],
            ["Totali", 3],
        ]}, {("Tetor-Nëntor", 4, 1): "Ka frikë t'i marrin fëmijët"}, {("Tetor-Nëntor", 9)})


BY_AGENCY = Sheet(
    "institucione.ods", _by_agency,
    [
        case("Tetor-Nëntor", 5, "2026-10-28", "POLICIA E SHTETIT", [
            victim("Jeta", "Marku", born="1985-01-09"), child("Ledi", "Marku", born="2014-03-03"), child("Klea", "Marku", born="2017-05-05"),
        ], "E shtyu nga shkallët.", consent="given", keep=["Ka frikë t'i marrin fëmijët", "flet vetëm me motrën"]),
        case("Tetor-Nëntor", 7, "2026-10-29", "POLICIA E SHTETIT", [victim("Prill", "Gega", born="1971-06-17"), perp("Vera", "Gega")],
             "E kërcënoi me thikë.", consent="refused", keep=["burrë"]),
        case("Tetor-Nëntor", 10, "2026-11-02", "QENDRA SHËNDETËSORE NR. 4", [victim("Maji", "Hysi"), perp("Sokol", "Hysi")],
             "Erdhi me krahun e thyer."),
    ],
    ignore=[("Tetor-Nëntor", r) for r in (1, 3, 4, 8, 9, 11)],
)


def _mixed(path: Path) -> None:
    with Workbook(path) as book:
        police = book.add_worksheet("Policia")
        fill(book, police, [
            ["Data", "Viktima", "Datëlindja e viktimës", "Dhunuesi", "Datëlindja e dhunuesit", "Përshkrimi", "Nr. kallëzimi"],
            [date(2026, 11, 10), "Blerta Çela", date(1994, 4, 1), "Ardit Çela", date(1990, 2, 2), "E mbylli në bodrum.", "112/2026"],
        ])
        ngo = book.add_worksheet("Women's Line NGO")
        fill(book, ngo, [
            ["Client's surname", "Client's name", "Year of birth", "Safe number", "Who is harming her", "His relation", "Children (number)", "Date we sent it", "Account in her words", "Agrees to sharing"],
            ["Toska", "Ornela", 1988, "+355 69 000 1601", "Erjon Toska", "husband", 2, "11 Nov 2026", "'He counts the bread.'", "yes, signed 10/11"],
        ])
        old = book.add_worksheet("Arkiva 2025")
        fill(book, old, [
            ["Data", "Viktima", "Datëlindja e viktimës", "Dhunuesi", "Përshkrimi"],
            ["12.01.2025", "Irena Sula", "3.3.1983", "Fredi Sula", "Rast i vjetër."],
        ])
        old.hide()


MIXED = Sheet(
    "dy_gjuhe.xlsx", _mixed,
    [
        case("Policia", 2, "2026-11-10", "Policia", [victim("Blerta", "Çela", born="1994-04-01"), perp("Ardit", "Çela", born="1990-02-02")],
             "E mbylli në bodrum.", crimes=["112/2026"]),
        case("Women's Line NGO", 2, "2026-11-11", "Women's Line NGO", [
            victim("Ornela", "Toska", phones=["0690001601"]), perp("Erjon", "Toska", rel="husband"),
        ], "'He counts the bread.'", consent="given", children=2, accept={"referring_agency": [""]}, keep=["1988"]),
        case("Arkiva 2025", 2, "2025-01-12", "", [victim("Irena", "Sula", born="1983-03-03"), perp("Fredi", "Sula")], "Rast i vjetër.", or_rejected=True),
    ],
)

SHEETS = [REGISTER, BILINGUAL_FORMS, SIDEWAYS, BY_AGENCY, MIXED]
__all__ = ["SHEETS", "person"]
