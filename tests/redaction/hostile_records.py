"""Records that are hard to know: short, foreign, double and ordinary names, and values nobody tidied.

``[[...]]`` is what must be hidden; a row that begins with ``!`` must also stop a finished paper.
"""

from dataclasses import replace
from datetime import date

from data.records.case_details import Address, Case, CaseFile, Person, Role

_CASE = Case(id="c", reference="7KQ2-M9XF", referred_on=date(2026, 11, 1), referring_agency="police")


def _file(*people: Person, refs: tuple[str, ...] = ()) -> CaseFile:
    numbered = tuple(replace(person, id=str(number)) for number, person in enumerate(people))
    return CaseFile(case=_CASE, people=numbered, crime_references=refs)


def _victim(first: str, last: str, **more: object) -> Person:
    return Person(id="", role=Role.VICTIM, first=first, last=last, **more)  # type: ignore[arg-type]


def _perpetrator(first: str, last: str, **more: object) -> Person:
    return Person(id="", role=Role.PERPETRATOR, first=first, last=last, **more)  # type: ignore[arg-type]


def _child(first: str, last: str, **more: object) -> Person:
    return Person(id="", role=Role.CHILD, first=first, last=last, **more)  # type: ignore[arg-type]


def _lives(line: str = "", town: str = "", postcode: str = "") -> Address:
    return Address(line=line, town=town, postcode=postcode)


RECORDS: dict[str, tuple[CaseFile, tuple[str, ...]]] = {
    "short names": (
        _file(_victim("Bo", "Li"), _perpetrator("Ng", "Wu")),
        ("[[Bo]] rang", "![[Bo Li]] rang", "!Mrs [[Li]] rang", "!told [[Bo]] and [[Ng]]", "![[LI, BO]]", "[[bo li]] rang", "!Mr [[Wu]] left"),
    ),
    "a letter for a first name": (
        _file(_victim("J", "Smythe-Ellis")),
        ("[[J]] rang", "![[J Smythe-Ellis]] rang", "![[J. Smythe]] rang"),
    ),
    "apostrophes": (
        _file(_victim("Siobhán", "O'Donovan"), _perpetrator("Shaun", "D'Souza")),
        (
            "!Mrs [[O'Donovan]] rang", "!Mrs [[O’Donovan]] rang", "!Mrs [[ODonovan]] rang", "!Mrs [[O Donovan]] rang", "!Mrs [[Donovan]] rang", "!Mr [[D Souza]] rang",
            "!Mr [[Dsouza]] rang", "!Mrs [[O`Donovan]]", "![[O'DONOVAN]]'S house", "!the [[O'Donovans]]", "!from [[o'donovan]]", "![[Siobhan O'D]]", "[[O'D.]] rang",
        ),
    ),
    "particles": (
        _file(_victim("María del Carmen", "de la Cruz Ortiz"), _perpetrator("Jan", "van der Berg"), _child("Ahmed", "Al-Mutlaq"), _child("Fatima", "bint Yusuf El Amin")),
        (
            "![[Maria]] rang", "!then [[Carmen]] rang", "![[Mari Carmen]] rang", "!Sra [[de la Cruz]]", "!Mrs [[Cruz]]", "!Mrs [[Ortiz]]", "!Mr [[van der Berg]] left", "!Mr [[Vandenberg]] left",
            "!Mr [[Berg]] left", "Mr [[van den Berg]]", "!and [[Almutlaq]]", "!and [[Al Mutlaq]]", "!and [[el-Mutlaq]]", "!and [[Mutlaq]]", "!then [[Fatimah]] left", "!Mrs [[El-Amin]]", "!Mrs [[Elamin]]",
        ),
    ),
    "Mac and Mc": (
        _file(_victim("Ailsa", "McAllister"), _perpetrator("Iain", "MacLeod")),
        ("!Mrs [[MacAllister]]", "!Mrs [[Mc Allister]]", "!Mrs [[M'Allister]]", "!Mr [[McLeod]]", "!MR [[MCLEOD]]", "!seen with [[macleod]]", "then [[Ian]] left", "!Mrs [[Mcallister]]", "[[McA]] rang"),
    ),
    "other scripts": (
        _file(_victim("Олена", "Кравчук", also_known_as=("Olena Kravchuk",)), _perpetrator("Yusuf", "محمد")),
        ("![[Олена]] rang", "[[Олени]] мати", "!then [[Olena]] rang", "[[Olenka]] rang", "![[محمد]] left", "[[Yousef]] left", "[[Yusef]] left", "[[Yussuf]] left"),
    ),
    "family name first": (
        _file(_victim("Meiling", "Liu"), _perpetrator("Guoqiang", "Chen")),
        ("![[LIU Meiling]]", "![[Liu Mei Ling]]", "!then [[Mei-ling]] rang", "!then [[Mei Ling]] rang", "!then [[Guo Qiang]] left", "!then [[Guo-qiang]] left", "[[Mei]] rang"),
    ),
    "towns and surnames that are words": (
        _file(_victim("Ann", "Poole", address=_lives("3 Deal Road", "Reading")), _perpetrator("Will", "March", address=_lives(town="Bath"))),
        (
            "!lives in [[Reading]]", "!near [[Reading]] station", "!moved to [[Bath]]", "!then [[Will March]] left", "!Mr [[March]] left", "![[3 Deal Road]]", "she lives in [[reading]]", "his flat in [[bath]]",
            "![[will march]] came back", "![[Ann Poole]]", "!then [[Will]] said no", "!and [[Will]] will come", "[[will]] hit her",
        ),
    ),
    "months and virtues": (
        _file(_victim("April", "May"), _child("Grace", "Hope"), _perpetrator("August", "King")),
        (
            "[[April]] rang", "!told [[April]] that", "!Mrs [[May]] rang", "![[April May]] rang", "!in care of Mrs [[Hope]]", "[[Grace]] was there", "!said [[Grace]], who is 4", "[[August]] hit her", "!Mr [[King]] left",
            "saw [[april]] today", "[[grace]] cried", "[[GRACE]] CRIED",
        ),
    ),
    "employers that are words": (
        _file(_victim("Tia", "Oduya", workplace="Next"), _child("Bea", "Amis", school="The Works")),
        ("!works at [[Next]]", "!at [[The Works]]", "!the manager at [[Next]] knows"),
    ),
    "short forms of names": (
        _file(_perpetrator("Bradley", "Munn", also_known_as=("Brad",)), _victim("Jodie", "Munn")),
        ("!her dad is also [[Brad]]", "![[brads]] mum", "then [[Bradders]] left", "!NOW [[BRAD]] LEFT", "then [[Jods]] rang", "then [[Jode]] rang", "then [[Jo]] rang"),
    ),
    "aliases with remarks": (
        _file(_victim("Rita", "Shaw", also_known_as=("Rita Nowak", "née Nowak", '"Reet"', "Mrs R. Kowal"))),
        ("!then [[Nowak]] rang", "!then [[Kowal]] rang", "!then [[Reet]] rang", "![[R Nowak]] rang", "!Miss [[Nowak]]"),
    ),
    "phones of other lands, and local ones": (
        _file(_victim("A", "Zz", phones=("+355 69 012 3456", "0161 496 0772", "+48 22 555 0143", "028 9649 6077"))),
        (
            "![[069 012 3456]]", "![[00355690123456]]", "![[0690123456]]", "![[+355690123456]]", "[[496 0772]]", "![[0161-4960772]]", "![[+44 161 496 0772]]", "![[0048 22 555 01 43]]", "![[22 5550143]]", "![[02896496077]]",
            "ring [[4960772]] local",
        ),
    ),
    "identifiers of many kinds": (
        _file(
            _victim("A", "Zz", identifiers=(("nino", "ZR 41 77 20 B"), ("passport", "EJ9718902"), ("upn", "H823200412017"), ("prison", "A4417ZQ"), ("account", "44197720"), ("chi", "0103900417"))),
            refs=("THM-MARAC-25-0187", "CAD 2217-040425"),
        ),
        (
            "![[ZR417720B]]", "![[ZR-41-77-20-B]]", "![[ZR 417720 B]]", "![[zr417720b]]", "NI ending [[720B]]", "![[EJ 971 8902]]", "![[ej9718902]]", "![[H823 2004 12017]]", "![[A4417 ZQ]]", "!acc [[4419 7720]]",
            "![[THM MARAC 25 0187]]", "[[THM/MARAC/25/187]]", "!CAD [[2217-040425]]", "![[CAD2217-040425]]", "!CHI [[010390 0417]]",
        ),
    ),
    "addresses of many kinds": (
        _file(
            _victim("A", "Zz", address=_lives("Ty Gwyn, 5 Heol y Felin", "Llanfedw Isaf", "ZL8 2NN")), _perpetrator("B", "Zz", address=_lives("3/1, 88 Dyeworks St", "St Ebba's-on-Sea")),
            _child("C", "Zz", address=_lives("Plot 4, Carrickmoy Caravan Site")), _child("D", "Zz", address=_lives("The Old Forge", "Nether Wallop Cross")),
        ),
        (
            "![[5 Heol-y-Felin]]", "!at [[Ty Gwyn]]", "!at [[Tŷ Gwyn]]", "!at [[Heol y Felin]]", "!in [[Llanfedw]]", "![[88 Dyeworks Street]]", "![[88 Dyeworks]]", "![[Flat 3/1 88 Dyeworks St]]", "![[St Ebba's on Sea]]", "[[St Ebbas]]",
            "!at [[Carrickmoy]]", "[[Plot 4]]", "!the [[Old Forge]]", "at the [[old forge]]", "!in [[Nether Wallop]]", "in [[N. Wallop Cross]]", "at [[ZL8]]",
        ),
    ),
    "double first names": (
        _file(
            _child("Demi-Leigh", "Foxall-Tate", school="St Wilfrid's C of E Primary", date_of_birth=date(2016, 2, 29)), _child("Jay-Jay", "Foxall-Tate", date_of_birth=date(2019, 12, 24)),
        ),
        (
            "!then [[Demi]] said", "!then [[Demi Leigh]] said", "!then [[Demileigh]] said", "!from [[demi-leigh]]", "[[DL]] said", "[[D-L]] said", "[[JJ]] said", "[[J-J]] said", "!then [[Jay Jay]] said", "!then [[Jay]] said",
            "[[St Wilfs]]", "[[St Wilfreds]]", "a [[29 Feb]] baby", "!born [[29.2.16]]", "[[Christmas Eve]] birthday", "!then [[Leigh]] said",
        ),
    ),
    "values nobody tidied": (
        _file(_victim("  Anna  ", "KOWALSKA-NOWAK ", phones=("07700 900114 (mum)", "n/a", "none"), emails=("n/a",), identifiers=(("nhs", "unknown"),), workplace="unemployed", school="none", also_known_as=("not known", "?"))),
        ("![[Anna]] rang", "!Mrs [[Kowalska]]", "![[07700900114]]"),
    ),
}  # fmt: skip
