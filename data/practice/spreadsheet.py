"""The spreadsheet an agency might send: made-up referrals as untidy as real ones (R33)."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from faker import Faker
from xlsxwriter import Workbook

from data.practice.agencies import agencies
from data.practice.albanian import AlbanianProvider
from data.practice.words import story

_COLUMNS = (
    ("Date of referral", 16),
    ("Referring agency", 22),
    ("Victim name", 26),
    ("DOB", 16),
    ("Address", 32),
    ("Phone", 24),
    ("Perpetrator", 26),
    ("Perp DOB", 16),
    ("Children", 28),
    ("RIC score", 9),
    ("Criteria", 24),
    ("Consent", 12),
    ("What happened", 70),
    ("Anything else we should know", 34),
)
# Invented places; none is a word that a paper uses.
_TOWNS_EN = ("Thornwick Marsh", "Osgarby", "Pellowby", "Wraxholme", "Tarnshaw", "Quenbury")
_STREETS_EN = ("Brackwell Row", "Hesketh Rise", "Dunmallow Way", "Larkspur Bank", "Skelwith Close")
_SURNAMES_EN = [
    "Ackroyd",
    "Birtwhistle",
    "Cattermole",
    "Dunwoody",
    "Entwistle",
    "Fothergill",
    "Garroway",
    "Hathersage",
    "Inskip",
    "Jephcott",
    "Kettleborough",
    "Lonsborough",
    "Mossop",
    "Netherwood",
    "Oxtoby",
    "Pargeter",
    "Quarmby",
    "Ramsbottom",
    "Satterthwaite",
    "Tunnicliffe",
    "Utterthwaite",
    "Vickerstaff",
]
_WOMEN_EN = [
    "Annabel",
    "Bronwen",
    "Cerys",
    "Deborah",
    "Eleanor",
    "Fionnuala",
    "Gwendolyn",
    "Harriet",
    "Imogen",
    "Jacqueline",
    "Kirsty",
    "Lorraine",
]
_MEN_EN = [
    "Alistair",
    "Barnaby",
    "Callum",
    "Desmond",
    "Ewan",
    "Fergus",
    "Gareth",
    "Hamish",
    "Iestyn",
    "Jolyon",
    "Kelvin",
    "Lachlan",
    "Malcolm",
]
_CHILDREN_EN = [
    "Alfie",
    "Bethan",
    "Corey",
    "Dylan",
    "Eloise",
    "Freddie",
    "Gethin",
    "Isla",
    "Jayden",
    "Keira",
    "Logan",
    "Maisie",
]
_CRITERIA = ("Visible high risk", "Professional judgement", "Escalation", "Repeat")
_CONSENT = ("Yes", "Yes", "Yes", "Yes", "No", "Not asked", "Yes - verbal", "")
_REMARKS = (
    "",
    "",
    "Do not leave a voicemail.",
    "Ring from a withheld number only.",
    "Interpreter needed, not from the same family.",
)


def write(path: Path, *, seed: int, today: date, cases: int = 24) -> None:
    """Write an XLSX of ``cases`` referrals of the last six weeks; the same seed and day, the same sheet."""
    random = Random(seed)  # noqa: S311 - made-up data, nothing to guess
    names = _Names(seed)
    with Workbook(path) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Referrals")
        sheet.write_string(0, 0, "PRACTICE - every person and place in this sheet is made up")
        for column, (heading, width) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width, wrapped)
            sheet.write_string(2, column, heading, bold)
        for number in range(cases):
            for column, value in enumerate(_row(random, names, "sq" if number % 2 else "en", today)):
                if isinstance(value, date):
                    sheet.write_datetime(3 + number, column, datetime.combine(value, time()), day)
                elif value is not None:
                    sheet.write(3 + number, column, value)
        sheet.write_comment(4, 5, "Safe to ring before noon only")


class _Names:
    """Hands out names of either language; no full name twice in a sheet of ordinary length."""

    def __init__(self, seed: int) -> None:
        self.fake = Faker("en_GB")
        self.fake.add_provider(AlbanianProvider)
        self.fake.seed_instance(seed)
        self._given: set[str] = set()

    def full(self, language: str, woman: bool) -> tuple[str, str]:
        first, last = self._first(language, woman), self._last(language)
        for _again in range(50):
            if f"{first} {last}" not in self._given:
                break
            first, last = self._first(language, woman), self._last(language)
        else:  # a large sheet: surnames of two parts, then the same person once more
            last = f"{last}-{self._last(language)}"
        self._given.add(f"{first} {last}")
        return first, last

    def child(self, language: str) -> str:
        return self.fake.sq_child() if language == "sq" else str(self.fake.random_element(_CHILDREN_EN))

    def phone(self, language: str) -> str:
        return self.fake.sq_phone() if language == "sq" else f"07700 900{self.fake.random_int(100, 999)}"

    def place(self, language: str) -> tuple[str, str, str]:
        number = self.fake.random_int(2, 98)
        if language == "sq":
            return f"{self.fake.sq_street()} {number}", self.fake.sq_town(), ""
        street, town = self.fake.random_element(_STREETS_EN), self.fake.random_element(_TOWNS_EN)
        return f"{number} {street}", str(town), self.fake.bothify("ZZ## #??", letters="ABDEFGHJLNPQRSTUWXYZ")

    def born(self, youngest: int, oldest: int) -> date:
        return self.fake.date_of_birth(minimum_age=youngest, maximum_age=oldest)

    def _first(self, language: str, woman: bool) -> str:
        if language == "sq":
            return str(self.fake.sq_woman() if woman else self.fake.sq_man())
        return str(self.fake.random_element(_WOMEN_EN if woman else _MEN_EN))

    def _last(self, language: str) -> str:
        return self.fake.sq_surname() if language == "sq" else str(self.fake.random_element(_SURNAMES_EN))


def _row(random: Random, names: _Names, language: str, today: date) -> list[object]:
    first, last = names.full(language, woman=True)
    he_first, he_last = names.full(language, woman=False)
    line, town, postcode = names.place(language)
    phone, born = names.phone(language), names.born(19, 62)
    children = [(names.child(language), random.randint(1, 16)) for _ in range(random.choice((0, 1, 1, 2, 3)))]
    values = {
        "v": f"{first} {last}", "V": first, "p": f"{he_first} {he_last}", "P": he_first, "phone": phone,
        "c": children[0][0] if children else ("femija" if language == "sq" else "the child"),
        "street": line, "town": town, "dob": born.strftime("%d/%m/%Y"),
    }  # fmt: skip
    return [
        _written(random, today - timedelta(days=random.randint(3, 42))),
        random.choice(agencies()).name,
        f"{first} {last}" if random.random() < 0.8 else f"{last.upper()}, {first}",
        _written(random, born),
        ", ".join(part for part in (line, town, postcode) if part),
        phone if random.random() < 0.8 else f"{phone} / {names.phone(language)}",
        f"{he_first} {he_last}",
        _written(random, names.born(20, 64)) if random.random() < 0.7 else None,
        "; ".join(f"{name} ({age})" for name, age in children) or None,
        random.randint(8, 22),
        ", ".join(random.sample(_CRITERIA, k=random.randint(1, 2))),
        random.choice(_CONSENT),
        story(language, random, values),
        random.choice(_REMARKS) or None,
    ]


def _written(random: Random, day: date) -> object:
    """A date as people write it: a real one, or text in one of their ways (day first, as in this country)."""
    return random.choice((day, day, day.strftime("%d/%m/%Y"), day.strftime("%d.%m.%y"), day.strftime("%d %B %Y")))
