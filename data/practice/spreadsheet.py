"""The spreadsheet an agency might send: made-up referrals as untidy as real ones (R33)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from faker import Faker
from xlsxwriter import Workbook

from data.practice.agencies import agencies
from data.practice.albanian import AlbanianProvider
from data.practice.english import EnglishProvider
from data.practice.words import story


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How agencies of one country write their referrals."""

    name: str
    mark: str
    note: str
    columns: tuple[tuple[str, int], ...]
    criteria: tuple[str, ...]
    consent: tuple[str, ...]
    remarks: tuple[str, ...]
    months: tuple[str, ...] = ()  # in words, where not English


_ENGLISH = _Sheet(
    "Referrals",
    "PRACTICE - every person and place in this sheet is made up",
    "Safe to ring before noon only",
    (
        ("Date of referral", 16),
        ("Referring agency", 22),
        ("Victim name", 26),
        ("DOB", 16),
        ("Address", 32),
        ("Phone", 24),
        ("Email", 30),
        ("NHS number", 16),
        ("Perpetrator", 26),
        ("Perp DOB", 16),
        ("Children", 28),
        ("RIC score", 9),
        ("Criteria", 24),
        ("Consent", 12),
        ("What happened", 70),
        ("Anything else we should know", 34),
    ),
    ("Visible high risk", "Professional judgement", "Escalation", "Repeat"),
    ("Yes", "Yes", "Yes", "Yes", "No", "Not asked", "Yes - verbal", ""),
    (
        "",
        "",
        "Do not leave a voicemail.",
        "Ring from a withheld number only.",
        "Interpreter needed, not from the same family.",
    ),
)
_ALBANIAN = _Sheet(
    "Referimet",
    "USHTRIM - çdo person dhe vend në këtë fletë është i trilluar",
    "Të telefonohet vetëm para orës 12",
    (
        ("Data e referimit", 16),
        ("Institucioni referues", 26),
        ("Emri dhe mbiemri i viktimës", 26),
        ("Datëlindja", 16),
        ("Adresa", 32),
        ("Telefoni", 24),
        ("E-mail", 30),
        ("Dhunuesi", 26),
        ("Datëlindja e dhunuesit", 16),
        ("Fëmijët", 28),
        ("Vlerësimi (pikë)", 9),
        ("Kriteret", 24),
        ("Pëlqimi", 12),
        ("Çfarë ka ndodhur", 70),
        ("Vërejtje", 34),
    ),
    ("Rrezik i lartë i dukshëm", "Gjykim profesional", "Përshkallëzim", "Përsëritje"),
    ("Po", "Po", "Po", "Po", "Jo", "Nuk u pyet", "Po - me gojë", ""),
    (
        "",
        "",
        "Mos lini mesazh zanor.",
        "Të merret vetëm nga numër i fshehur.",
        "Duhet përkthyes, jo nga e njëjta familje.",
    ),
    ("janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor", "dhjetor"),
)
_LONG_AGO = 400  # days: beyond the twelve months after which a case lapses


def write(path: Path, *, seed: int, today: date, cases: int = 24, country: str = "en") -> None:
    """Write an XLSX of ``cases`` referrals of the last six weeks; the same seed and day, the same sheet.

    ``country`` is the language its practice speaks: the headings' own; some cases are told in the other one.
    """
    random = Random(seed)  # noqa: S311 - made-up data, nothing to guess
    names, form = _Names(seed, today), _ALBANIAN if country == "sq" else _ENGLISH
    with Workbook(path) as book:
        book.set_properties({"created": datetime.combine(today, time())})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(form.name)
        sheet.write_string(0, 0, form.mark)
        for column, (heading, width) in enumerate(form.columns):
            sheet.set_column(column, column, width, wrapped)
            sheet.write_string(2, column, heading, bold)
        for number in range(cases):
            referred = today - timedelta(days=_LONG_AGO if number % 24 == 5 else random.randint(3, 42))
            for column, value in enumerate(_row(random, names, number, referred, country)):
                if isinstance(value, date):
                    sheet.write_datetime(3 + number, column, datetime.combine(value, time()), day)
                elif value is not None:
                    sheet.write(3 + number, column, value)
        sheet.write_comment(4, 5, form.note)


class _Names:
    """Hands out names of either language; no full name twice in a sheet of ordinary length."""

    def __init__(self, seed: int, today: date) -> None:
        self.fake = Faker("en_GB")
        self.fake.add_provider(AlbanianProvider)
        self.fake.add_provider(EnglishProvider)
        self.fake.seed_instance(seed)
        self._today = today
        self._given: set[str] = set()

    def of(self, language: str, what: str) -> str:
        """A made-up ``woman``, ``man``, ``child``, ``surname``, ``town``, ``street`` or ``phone`` of the language."""
        return str(getattr(self.fake, f"{language}_{what}")())

    def full(self, language: str, who: str) -> tuple[str, str]:
        first, last = self.of(language, who), self.of(language, "surname")
        for _again in range(50):
            if f"{first} {last}" not in self._given:
                break
            first, last = self.of(language, who), self.of(language, "surname")
        else:  # a large sheet: surnames of two parts, then the same person once more
            last = f"{last}-{self.of(language, 'surname')}"
        self._given.add(f"{first} {last}")
        return first, last

    def place(self, language: str) -> tuple[str, str, str]:
        number, street, town = self.fake.random_int(2, 98), self.of(language, "street"), self.of(language, "town")
        if language == "sq":
            return f"{street} {number}", town, ""
        return f"{number} {street}", town, self.of("en", "postcode")

    def born(self, youngest: int, oldest: int) -> date:
        return self._today - timedelta(days=self.fake.random_int(youngest * 366, oldest * 365))


def _row(random: Random, names: _Names, number: int, referred: date, country: str) -> list[object]:
    """In the UK every second case is of Albanians and told so; in Albania all are, and every fourth is told in English."""
    told = ("sq" if number % 2 else "en") if country == "en" else ("sq" if number % 4 else "en")
    whose, form = (told, _ENGLISH) if country == "en" else ("sq", _ALBANIAN)
    first, last = names.full(whose, "woman")
    he_first, he_last = names.full(whose, "man")
    line, town, postcode = names.place(whose)
    phone, born = names.of(whose, "phone"), names.born(19, 62)
    children = [(names.of(whose, "child"), random.randint(1, 16)) for _ in range(random.choice((0, 1, 1, 2, 3)))]
    mail = f"{first}.{last}@post.example".lower() if random.random() < 0.4 else ""
    nhs = names.of("en", "nhs_number") if whose == "en" and random.random() < 0.5 else ""
    values = {
        "v": f"{first} {last}", "V": first, "p": f"{he_first} {he_last}", "P": he_first, "phone": phone,
        "c": children[0][0] if children else ("femija" if told == "sq" else "the child"),
        "street": line, "town": town, "dob": born.strftime("%d/%m/%Y"), "mail": mail or phone,
        "school": names.of(country, "school"), "emergency": "999" if country == "en" else "129",
    }  # fmt: skip
    return [
        _written(random, referred, form.months),
        random.choice(agencies(country)).name,
        _named(random, first, last),
        _written(random, born, form.months),
        ", ".join(part for part in (line, town, postcode) if part),
        phone if random.random() < 0.8 else f"{phone} / {names.of(whose, 'phone')}",
        mail or None,
        *([nhs or None] if country == "en" else []),
        f"{he_first} {he_last}",
        _written(random, names.born(20, 64), form.months) if random.random() < 0.7 else None,
        "; ".join(f"{name} ({age})" for name, age in children) or None,
        random.randint(8, 22),
        ", ".join(random.sample(form.criteria, k=random.randint(1, 2))),
        random.choice(form.consent),
        story(told, random, values, country=country),
        (random.choice(form.remarks) if country in ("en", told) else "") or None,
    ]


def _named(random: Random, first: str, last: str) -> str:
    return random.choice((f"{first} {last}", f"{first} {last}", f"{first} {last}", f"{last.upper()}, {first}"))


def _written(random: Random, day: date, months: tuple[str, ...]) -> object:
    """A date as people write it: a real one, or text in one of their ways (day first, as in both countries)."""
    in_words = f"{day.day:02} {months[day.month - 1]} {day.year}" if months else day.strftime("%d %B %Y")
    return random.choice((day, day, day.strftime("%d/%m/%Y"), day.strftime("%d.%m.%y"), in_words))
