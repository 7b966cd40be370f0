"""The one questionnaire for all agencies (R6): blank as a spreadsheet, and how completely a filled one came back."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data.intake.understood import Taken
from data.records.case_details import CaseFile, Role
from data.records.sharing import ConsentState


@dataclass(frozen=True, slots=True)
class Column:
    """A question in both languages; ``choices`` for a drop-down list; ``note`` helps whoever fills it in."""

    en: str
    sq: str
    width: int = 18
    choices: tuple[str, str] = ("", "")
    note: tuple[str, str] = ("", "")

    def heading(self, language: str) -> str:
        return self.sq if language == "sq" else self.en


_DAY = ("Day.month.year, such as 3.11.2026", "Dita.muaji.viti, si 3.11.2026")
COLUMNS = (
    Column("Date of referral", "Data e referimit", 14, note=_DAY),
    Column("Referring agency", "Institucioni referues", 22),
    Column("Victim first name", "Emri i viktimës"),
    Column("Victim surname", "Mbiemri i viktimës"),
    Column("Victim also known as", "Viktima njihet edhe si"),
    Column("Victim date of birth", "Datëlindja e viktimës", 14, note=_DAY),
    Column("Victim gender", "Gjinia e viktimës", 12, ("female,male,other", "femër,mashkull,tjetër")),
    Column("Victim phone", "Telefoni i viktimës", 20),
    Column("Is it safe to call, and when", "Kur mund të telefonohet pa rrezik", 26),
    Column("Victim e-mail", "Posta elektronike e viktimës", 24),
    Column("Victim address", "Adresa e viktimës", 30),
    Column("Victim postcode", "Kodi postar i viktimës", 12),
    Column("Language, interpreter", "Gjuha, përkthyesi", 18),
    Column("Perpetrator first name", "Emri i dhunuesit"),
    Column("Perpetrator surname", "Mbiemri i dhunuesit"),
    Column("Perpetrator also known as", "Dhunuesi njihet edhe si"),
    Column("Perpetrator date of birth", "Datëlindja e dhunuesit", 14, note=_DAY),
    Column("Perpetrator relationship to victim", "Lidhja e dhunuesit me viktimën", 20),
    Column("Perpetrator phone", "Telefoni i dhunuesit", 18),
    Column("Perpetrator address", "Adresa e dhunuesit", 30),
    Column("Number of children", "Numri i fëmijëve", 10),
    Column("Children (name, date of birth, school)", "Fëmijët (emri, datëlindja, shkolla)", 36,
           note=("One child a line: Ella Brown (2.5.2017, Mill Primary)", "Një fëmijë në rresht: Ema Leka (2.5.2017, shkolla Ura)")),
    Column("Checklist score (ticks)", "Vlerësimi (pikë)", 10),
    Column("Risk level", "Niveli i rrezikut", 12, ("high,medium,standard", "i lartë,mesatar,i ulët")),
    Column("Criteria of referral", "Kriteret e referimit", 26,
           note=("Visible high risk; professional judgement; escalation; repeat",
                 "Rrezik i lartë i dukshëm; gjykim profesional; përshkallëzim; përsëritje")),
    Column("Consent", "Pëlqimi", 14, ("given,refused,not asked", "po,jo,nuk u pyet")),
    Column("Orders in force", "Urdhra në fuqi", 22),
    Column("Crime reference", "Numri i kallëzimit penal", 16),
    Column("What happened", "Çfarë ka ndodhur", 60),
    Column("Background", "Historiku", 40),
    Column("Safety notes: what must not be done", "Shënime sigurie: çfarë nuk duhet bërë", 30),
)  # fmt: skip
_TITLES = {
    "en": ("Referral questionnaire", "One line for each case. Leave empty what is not known; do not change the headings."),
    "sq": ("Pyetësori i referimit", "Një rresht për çdo rast. Lini bosh atë që nuk dihet; mos i ndryshoni titujt."),
}  # fmt: skip
HEADINGS_ROW = 3  # from 0
_FOR = 200  # rows prepared for filling in


def write_blank(path: Path, language: str = "en") -> None:
    """The questionnaire without anything in it. Raises FileExistsError rather than write over a file."""
    from xlsxwriter import Workbook

    if path.exists():
        raise FileExistsError(path)
    at = 1 if language == "sq" else 0
    with Workbook(path) as book:
        page = book.add_worksheet("Referimet" if at else "Referrals")
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        title, advice = _TITLES["sq" if at else "en"]
        page.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
        page.write_string(1, 0, advice)
        page.freeze_panes(HEADINGS_ROW + 1, 0)
        for column, asked in enumerate(COLUMNS):
            page.set_column(column, column, asked.width, wrapped)
            page.write_string(HEADINGS_ROW, column, asked.heading(language), bold)
            told: dict[str, object] = {"input_message": asked.note[at][:255]} if asked.note[at] else {}
            if asked.choices[at]:
                told |= {"validate": "list", "source": asked.choices[at].split(","), "error_type": "warning"}
            if told:
                page.data_validation(HEADINGS_ROW + 1, column, HEADINGS_ROW + _FOR, column, {"validate": "any"} | told)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the questions that every case has an answer to were answered, over one agency's cases."""

    agency: str
    cases: int
    answered: int
    asked: int

    @property
    def share(self) -> float:
        return self.answered / self.asked if self.asked else 0.0


def completeness(cases: Iterable[Taken]) -> tuple[Completeness, ...]:
    """For each agency as it is written, the least complete first."""
    found: dict[str, list[list[bool]]] = {}
    for taken in cases:
        found.setdefault(taken.file.case.referring_agency, []).append(_answers(taken))
    told = [Completeness(agency, len(rows), sum(map(sum, rows)), sum(map(len, rows))) for agency, rows in found.items()]
    return tuple(sorted(told, key=lambda one: (one.share, one.agency)))


def _answers(taken: Taken) -> list[bool]:
    """Whether each question has an answer; of the perpetrator and the children only where there is one."""
    file: CaseFile = taken.file
    case, risk = file.case, file.case.latest_assessment
    victim = next(person for person in file.people if person.role is Role.VICTIM)
    answers = [
        taken.dated, bool(case.referring_agency), bool(victim.first and victim.last),
        bool(victim.date_of_birth), bool(victim.gender), bool(victim.phones or victim.emails), bool(victim.address),
        bool(risk), bool(case.criteria), case.consent is not ConsentState.UNKNOWN, bool(file.narrative.text),
        any(person.role is Role.PERPETRATOR for person in file.people),
    ]  # fmt: skip
    for person in file.people:
        if person.role is Role.PERPETRATOR:
            answers += [bool(person.date_of_birth or person.age), bool(person.relationship_to_victim)]
        elif person.role is Role.CHILD:
            answers.append(bool(person.date_of_birth or person.age is not None))
    return answers
