"""From an entry of filled fields to a case file: people put together, doubts said, nothing left out."""

import re
from collections.abc import Set
from datetime import date, timedelta
from gettext import gettext as _

from data.intake.cells import Cells
from data.intake.entries import Entry
from data.intake.headings import folded
from data.intake.persons import People
from data.intake.sheet import Value
from data.intake.told import Told
from data.intake.understood import Said, Taken
from data.intake.values import (
    chosen,
    consent_of,
    criteria_of,
    day_of,
    risk_of,
    says_nothing,
    text_of,
    ticked,
)
from data.records.case_details import Case, CaseFile, Criterion, Judgement, RiskAssessment
from data.records.ids import new_id
from data.records.reference import new_reference
from data.records.text import RawText

_ALBANIAN = re.compile(r"\b(dhe|eshte|nuk|ajo|per|nga|qe|tha|nje|femij\w*|shtepi\w*|bashkeshort\w*)\b")
# What a form's box says of consent and needs no remark.
_PLAIN_CONSENTS = frozenset(("", "y", "yes", "n", "no", "po", "jo", "given", "refused", "not asked", "nuk u pyet"))
_RISK_TICKED = re.compile(r"(?i)visible high[ -]risk|high[ -]risk|rrezik\w* i lart[ëe]")
_YES_NO = {
    "visible high risk": Criterion.VISIBLE_HIGH_RISK,
    "professional judgement": Criterion.PROFESSIONAL_JUDGEMENT,
    "escalation": Criterion.ESCALATION,
    "repeat": Criterion.REPEAT,
}


class Assembly:
    """Puts the entries of one sheet together in order, since 'as above' looks at the one before."""

    def __init__(self, today: date, months_first: Set[str], agency: str = "", named_in: str = "") -> None:
        self.named_in = named_in
        self.today, self.months_first, self.agency = today, months_first, agency
        self.told = Told()
        self._above: dict[tuple[str, str], Value] = {}

    @property
    def warnings(self) -> list[Said]:
        return self.told.warnings

    @property
    def rejected(self) -> list[Said]:
        return self.told.rejected

    def case(self, entry: Entry, notes: list[tuple[str, str]]) -> Taken | None:
        """The case of an entry, or None with a reason among ``rejected``. ``notes`` are heading and text."""
        self.told.of(entry)
        self.cells = Cells(entry, self.months_first)
        self.cells.resolve_dittos(self._above)
        self.cells.reasons()
        self.cells.split_pairs()
        people = People(self.cells, self.told, self.today)
        victim = people.victim()
        if victim is None:
            self.told.reject(
                _("No victim is named here; a first name or a surname would be accepted."), column=self.named_in
            )
            return None
        referred, dated = self._referred()
        if referred is None:
            return None
        perpetrators = people.perpetrators(victim)
        kids, count = people.children(victim)
        others = people.others(victim)
        narrative = "\n".join(t for c in self.cells.all("narrative") if (t := _verbatim(c.value)))
        assessments, criteria = self._risk()
        consent = " ".join(chosen(c.text) for c in self.cells.all("consent"))
        agency = self._agency()
        if not narrative:  # a sheet without a column for what happened may have one for the history
            narrative = "\n".join(t for c in self.cells.all("background") if (t := _verbatim(c.value)))
        else:
            for cell in self.cells.all("background"):
                self.told.remark(cell.heading, cell.text)
        for cell in self.cells.all("remark"):
            self.told.remark(cell.heading, cell.text)
        for heading, text in notes:
            self.told.remark(heading, text)
        orders, crimes = self._references()
        case = Case(
            id=new_id(), reference=new_reference(), referred_on=referred,
            referring_agency=agency or entry.section or self.agency, criteria=criteria, assessments=assessments,
            consent=consent_of(consent), children_count=count, language=_language(narrative), victim_sex=victim.gender,
        )  # fmt: skip
        if folded(consent) not in _PLAIN_CONSENTS:
            self.told.remark(_("Consent"), consent)
        file = CaseFile(case=case, people=(victim, *perpetrators, *kids, *others), narrative=RawText(narrative), remarks=tuple(self.told.remarks),
                        orders=orders, crime_references=crimes)  # fmt: skip
        return Taken(entry.sheet, entry.row + 1, file, dated)

    def _referred(self) -> tuple[date | None, bool]:
        cells = self.cells.all("referred")
        for cell in cells:
            day = day_of(cell.value, today=self.today, months_first=cell.heading in self.months_first)
            if day.day and day.day <= self.today + timedelta(days=366):
                return day.day, True
            if day.wrong or day.day:
                self.told.reject(
                    _("The date of referral is not a date; day.month.year, such as 3.11.2026, would be accepted."),
                    cell=cell,
                )
                return None, False
        self.told.warn(_("No date of referral stands here; the day of the import is used until it is mended."))
        return self.today, False

    def _agency(self) -> str:
        """What stands under a label that says agency; who referred, beside it, is kept as a remark."""
        cells = [cell for cell in self.cells.all("agency") if not says_nothing(cell.text)]
        named = [c for c in cells if re.search(r"agen|agjen|organi|institu|service", folded(c.heading))]
        for cell in cells if named else ():
            if cell not in named:
                self.told.remark(cell.heading, cell.text)
        return "; ".join(dict.fromkeys(cell.text for cell in named or cells))

    def _risk(self) -> tuple[tuple[RiskAssessment, ...], tuple[Criterion, ...]]:
        count: int | None = None
        judgement = Judgement.NOT_GIVEN
        criteria: list[Criterion] = []
        for what in ("risk", "judgement"):
            for cell in self.cells.all(what):
                text = chosen(cell.text)
                ticks, word = risk_of(_spelled_out(text, cell.heading))
                count, judgement = (count if ticks is None else ticks), (word or judgement)
                if "prof" in folded(text) or "gjykim" in folded(text):
                    criteria.append(Criterion.PROFESSIONAL_JUDGEMENT)
                if (ticks is None and not word and not says_nothing(text)) or len(text) > 24:
                    self.told.remark(cell.heading, text)
        for cell in self.cells.all("criteria"):
            text = chosen(cell.text)
            found = criteria_of(text)
            criteria += found
            judgement = judgement or risk_of(_RISK_TICKED.sub("", text))[1]
            if not found and not says_nothing(text):
                self.told.remark(cell.heading, text)
        for what, criterion in _YES_NO.items():
            for cell in self.cells.all(what):
                text = cell.text
                if ticked(text):
                    criteria.append(criterion)
                if len(text) > 8:
                    self.told.remark(cell.heading, text)
                judgement = judgement or risk_of(text)[1]
        order = tuple(c for c in Criterion if c in criteria)
        if count is None and not judgement:
            return (), order
        return (RiskAssessment(assessed_on=None, source="victim", count=count, judgement=judgement),), order

    def _references(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Orders and crime references; a column may hold both."""
        orders: list[str] = []
        crimes: list[str] = []
        for what in ("orders", "crime"):
            for cell in self.cells.all(what):
                both = re.search(r"crime|\border|kallez|procedim", folded(cell.heading)) and "/" in cell.heading
                parts = re.split(r";|\n|,\s(?=\S*\d)", cell.text) if what == "crime" or both else [cell.text]
                for part in (p.strip() for p in parts):
                    if says_nothing(part):
                        continue
                    number = re.fullmatch(r"[A-Za-z]{0,5}[\s./-]?\d[\w./ -]*\d", part) is not None
                    (crimes if (number if both else what == "crime") else orders).append(part)
        return tuple(orders), tuple(crimes)


def _spelled_out(text: str, heading: str) -> str:
    """L, M and U under an Albanian heading are not low, medium and nothing."""
    if len(text) == 1 and re.search(r"rrezik|larte|niveli|shkalla|l m u", folded(heading)):
        return {"l": "i lartë", "m": "mesatar", "u": "i ulët"}.get(text.casefold(), text)
    return text


def _verbatim(value: Value) -> str:
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else text_of(value)


def _language(narrative: str) -> str:
    words = folded(narrative).split()
    return "sq" if words and len(_ALBANIAN.findall(" ".join(words))) * 25 > len(words) else "en"
