"""From an entry of filled fields to a case file: people put together, doubts said, nothing left out."""

import re
import uuid
from collections.abc import Set
from dataclasses import replace
from datetime import date, timedelta
from gettext import gettext as _

from data.intake.entries import Entry, Filled
from data.intake.headings import CHILD, OTHER, PERPETRATOR, VICTIM, folded, slot_in
from data.intake.people import Named, aliases, children, details, person, split_name, split_people
from data.intake.sheet import Value, column_name
from data.intake.understood import Said, Taken
from data.intake.values import (
    Day,
    address_of,
    chosen,
    consent_of,
    criteria_of,
    day_of,
    emails_of,
    gender_of,
    is_as_victim,
    is_ditto,
    phones_of,
    postcode_of,
    risk_of,
    says_nothing,
    text_of,
    ticked,
)  # fmt: skip
from data.records.case_details import (
    Address,
    Case,
    CaseFile,
    Criterion,
    Judgement,
    Person,
    Remark,
    RiskAssessment,
    Role,
)
from data.records.reference import new_reference
from data.records.text import RawText

_ALBANIAN = re.compile(r"\b(dhe|eshte|nuk|ajo|per|nga|qe|tha|nje|femij\w*|shtepi\w*|bashkeshort\w*)\b")
_UNBORN = re.compile(r"\b(pregnan\w*|shtatzen\w*|unborn|expecting)\b")
_ROLE = {VICTIM: Role.VICTIM, PERPETRATOR: Role.PERPETRATOR, CHILD: Role.CHILD, OTHER: Role.OTHER}
_PAIRS = re.compile(r"\s+/\s+|\s*;\s*|\n|\s+&\s+")
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
        self.warnings: list[Said] = []
        self.rejected: list[Said] = []
        self._above: dict[tuple[str, str], Value] = {}
        self._entry: Entry
        self._remarks: list[Remark]

    def case(self, entry: Entry, notes: list[tuple[str, str]]) -> Taken | None:
        """The case of an entry, or None with a reason among ``rejected``. ``notes`` are heading and text."""
        self._entry, self._remarks = entry, []
        self._resolve_dittos()
        self._reasons()
        self._split_pairs()
        victim = self._victim()
        if victim is None:
            self._reject(
                _("No victim is named here; a first name or a surname would be accepted."), column=self.named_in
            )
            return None
        referred, dated = self._referred()
        if referred is None:
            return None
        perpetrators = self._perpetrators(victim)
        kids, count = self._children(victim)
        others = self._others(victim)
        narrative = "\n".join(t for c in self._all("narrative") if (t := _verbatim(c.value)))
        assessments, criteria = self._risk()
        consent = " ".join(chosen(text_of(c.value)) for c in self._all("consent"))
        agency = "; ".join(dict.fromkeys(t for c in self._all("agency") if not says_nothing(t := text_of(c.value))))
        if not narrative:  # a sheet without a column for what happened may have one for the history
            narrative = "\n".join(t for c in self._all("background") if (t := _verbatim(c.value)))
        else:
            for cell in self._all("background"):
                self._remark(cell.heading, text_of(cell.value))
        for cell in self._all("remark"):
            self._remark(cell.heading, text_of(cell.value))
        for heading, text in notes:
            self._remark(heading, text)
        orders, crimes = self._references()
        people = (victim, *perpetrators, *kids, *others)
        case = Case(
            id=str(uuid.uuid4()), reference=new_reference(), referred_on=referred,
            referring_agency=agency or entry.section or self.agency, criteria=criteria, assessments=assessments,
            consent=consent_of(consent), children_count=count, language=_language(narrative), victim_sex=victim.gender,
        )  # fmt: skip
        if folded(consent) not in ("", "y", "yes", "n", "no", "po", "jo", "given", "refused", "not asked"):
            self._remark(_("Consent"), consent)
        file = CaseFile(case=case, people=people, narrative=RawText(narrative), remarks=tuple(self._remarks),
                        orders=orders, crime_references=crimes)  # fmt: skip
        return Taken(entry.sheet, entry.row + 1, file, dated)

    # The cells of the entry.

    def _all(self, what: str, role: str = "", slot: int | None = None) -> list[Filled]:
        return [
            c for c in self._entry.cells
            if c.field.what == what and c.field.role == role and (slot is None or c.field.slot == slot)
        ]  # fmt: skip

    def _split_pairs(self) -> None:
        """'Kowalczyk / Nowicki' beside 'Adam / Tomek' are two people, with as many dates, relationships, addresses."""
        for slot in self._slots(PERPETRATOR):
            cells = [c for c in self._entry.cells if c.field.role == PERPETRATOR and c.field.slot == slot]
            parts = {at: [p.strip() for p in _PAIRS.split(text_of(c.value))] for at, c in enumerate(cells)}
            firsts = [parts[at] for at, c in enumerate(cells) if c.field.what == "first"]
            lasts = [parts[at] for at, c in enumerate(cells) if c.field.what == "last"]
            many = len(firsts[0]) if len(firsts) == len(lasts) == 1 else 0
            if many < 2 or len(lasts[0]) not in (1, many) or not all(firsts[0]):
                continue
            self._entry.cells = [c for c in self._entry.cells if c not in cells]
            for at, cell in enumerate(cells):
                said = parts[at] if len(parts[at]) == many else [text_of(cell.value)]
                if len(said) < many and cell.field.what == "last":
                    said = said * many
                for number, word in enumerate(said):
                    field = replace(cell.field, slot=slot + number * 0.01)  # type: ignore[arg-type]
                    self._entry.cells.append(replace(cell, value=word if len(said) > 1 else cell.value, field=field))

    def _text(self, what: str, role: str, slot: int | None = None, join: str = " ") -> str:
        cells = self._all(what, role, slot)
        # 'Jo' is a surname too where a first name stands beside it.
        first = what == "last" and any(
            not says_nothing(text_of(c.value)) for c in self._all("first", role, slot) + self._all("name", role, slot)
        )
        return join.join(
            t for c in cells if not says_nothing(t := text_of(c.value)) or _is_jo(c) or (first and t == "Jo")
        )

    def _months(self, what: str, role: str, slot: int | None) -> bool:
        return any(c.heading in self.months_first for c in self._all(what, role, slot))

    def _resolve_dittos(self) -> None:
        """'as above' is the value above, except in the perpetrator's address, where it is the victim's."""
        resolved = []
        for cell in self._entry.cells:
            text = text_of(cell.value)
            key = (cell.field.what, cell.field.role)
            place = cell.field.what in ("address", "town", "postcode") and cell.field.role != VICTIM
            if not place and is_ditto(text) and cell.field.what not in ("narrative", "remark"):
                cell = replace(cell, value=self._above.get(key))
            elif not place:
                self._above[key] = cell.value
            if cell.value is not None:
                resolved.append(cell)
        self._entry.cells = resolved

    # People.

    def _victim(self) -> Person | None:
        named = self._named(VICTIM, None)
        if named is None:
            return None
        found = self._person(named[0], VICTIM, None)
        for extra in named[1:]:
            self._warn(
                _("More than one name stands where the victim's was expected; the first was taken as the victim."),
                VICTIM,
            )
            self._remark(_("Also named with the victim"), " ".join((extra.first, extra.last)).strip())
        return found

    def _named(self, role: str, slot: int | None) -> list[Named] | None:
        """The people named by the fields of one role and slot; None when nobody is."""
        whole, first, last = (
            self._text("name", role, slot),
            self._text("first", role, slot),
            self._text("last", role, slot),
        )
        if whole and last and not first:
            first, whole = whole, ""
        if whole and not first and not last:
            parts = split_people(whole) if role != VICTIM else [whole]
            first_month = self._months("name", role, slot)
            found = [named for part in parts if (named := person(part, self.today, first_month))]
            if len(found) > 1 and len({n.last for n in found if n.last}) == 1:
                for one in found:
                    one.last = one.last or next(n.last for n in found if n.last)
            return found or None
        if not (first or last):
            return None
        one = (person(first, self.today) if first else None) or Named()
        two = (person(last, self.today) if last and last != "Jo" else None) or Named(first=last)
        if not (one.first or two.first):
            return None
        surname = " ".join(p for p in (two.first, two.last) if p)
        names = " ".join(p for p in (one.first, one.last) if p)
        if two.first and two.last and not first:
            names, surname = split_name(last)
        return [Named(names, surname, one.aka + two.aka, one.born if one.born.day else two.born,
                      one.age if one.age is not None else two.age, one.relation or two.relation, one.school,
                      one.gender, one.address or two.address, one.phones + two.phones, one.emails + two.emails,
                      one.rest + two.rest)]  # fmt: skip

    def _person(
        self, named: Named, role: str, slot: int | None, *, victim: Person | None = None, sole: bool = True
    ) -> Person:
        """One person with what the other fields of its role and slot say; only a sole person takes shared fields."""

        def take(what: str) -> list[Filled]:
            return self._all(what, role, slot) if sole else []

        for cell in take("details"):
            named = self._with_details(named, cell)
        born, age = self._born(take("born"), named, role), named.age
        for cell in take("age"):
            if match := re.search(r"\d{1,3}", text_of(cell.value)):
                age = int(match.group())
        if age is None:
            age = next(
                (
                    int(m.group(1))
                    for c in take("born")
                    if (
                        m := re.search(
                            r"(?:approx|about|age|aged|rreth|circa|~)\D{0,8}(\d{1,2})\b(?![./-])",
                            text_of(c.value),
                            re.IGNORECASE,
                        )
                    )
                ),
                None,
            )
        phones: list[str] = list(named.phones)
        for cell in take("phone"):
            numbers, words = phones_of(cell.value)
            phones += [n for n in numbers if n not in phones]
            if isinstance(cell.value, float) or (numbers and re.match(r"\s*[1-9]", text_of(cell.value))):
                self._warn(_("This number had lost its leading zero; it was put back. Check it."), role, cell)
            if words:
                self._remark(cell.heading or _("Telephone"), text_of(cell.value))
            elif not numbers and not says_nothing(text_of(cell.value)) and not emails_of(text_of(cell.value)):
                self._warn(
                    _("No telephone number could be read here; digits, with spaces, would be accepted."), role, cell
                )
                self._remark(cell.heading, text_of(cell.value))
        emails = tuple(
            dict.fromkeys(e for e in named.emails)
            | dict.fromkeys(
                e for what in ("email", "phone", "aka") for c in take(what) for e in emails_of(text_of(c.value))
            )
        )
        aka = named.aka + [a for c in take("aka") for a in aliases(text_of(c.value), c.heading) if a not in emails]
        schools = [t for c in take("school") if not says_nothing(t := text_of(c.value))]
        works = any(re.search(r"work|employ|pun", folded(c.heading)) for c in take("school"))
        relation = named.relation or "; ".join(
            t for c in take("relationship") if role != VICTIM and not says_nothing(t := text_of(c.value))
        )
        for word in named.rest:
            self._remark(_("Beside the name"), word)
        return Person(
            id=str(uuid.uuid4()), role=_ROLE[role], first=named.first, last=named.last,
            also_known_as=tuple(dict.fromkeys(a for a in aka if a not in (named.first, f"{named.first} {named.last}"))),
            date_of_birth=born, age=None if born else age,
            gender=named.gender or next((g for c in take("gender") if (g := gender_of(text_of(c.value)))), ""),
            phones=tuple(phones), emails=emails, address=self._address(role, slot, victim, named.address) if sole else address_of(named.address),
            workplace=self._text("work", role, slot) or (", ".join(schools) if works and role != CHILD else "") if sole else "", school=named.school or ", ".join(schools) if role == CHILD or not works else "",
            identifiers=tuple((c.heading, t) for c in take("identifier") if not says_nothing(t := text_of(c.value))),
            relationship_to_victim=relation,
        )  # fmt: skip

    def _with_details(self, named: Named, cell: Filled) -> Named:
        """A person with what a cell of details says besides."""
        said = details(text_of(cell.value), self.today, cell.heading in self.months_first)
        for text in said.rest:
            self._remark(cell.heading, text)
        return replace(
            named, born=named.born if named.born.day else said.born, age=said.age if named.age is None else named.age,
            relation=named.relation or said.relation, gender=named.gender or said.gender, aka=named.aka + said.aka,
            address=named.address or said.address, phones=named.phones + said.phones, emails=named.emails + said.emails,
        )  # fmt: skip

    def _born(self, cells: list[Filled], named: Named, role: str) -> date | None:
        for cell in cells:
            day: Day = day_of(cell.value, today=self.today, birth=True, months_first=cell.heading in self.months_first)
            text = text_of(cell.value)
            if day.day:
                if isinstance(cell.value, str) and re.search(r"(?<!\d)\d{1,2}\D+\d{1,2}\D+\d{2}$", text.strip()):
                    self._warn(_("The year of birth has two digits; check that the century is right."), role, cell)
                if role == VICTIM and _years(day.day, self.today) < 18:
                    self._warn(
                        _("The victim is under 18; check the date, and that a child's own process is followed."),
                        role,
                        cell,
                    )
                return day.day
            if day.wrong:
                self._warn(
                    _("This date of birth is not a date; it was left empty. Day.month.year would be accepted."),
                    role,
                    cell,
                )
            if day.year:
                self._warn(_("Only a year of birth stands here; the date was left empty."), role, cell)
            if day.wrong or day.year:
                self._remark(cell.heading or _("Born"), text)
        return named.born.day

    def _address(self, role: str, slot: int | None, victim: Person | None, inside: str = "") -> Address:
        lines = [text_of(c.value) for c in self._all("address", role, slot)]
        town, postcode = self._text("town", role, slot), self._text("postcode", role, slot)
        if victim is not None and (
            any(is_as_victim(_unnumbered(line)) for line in lines) or (is_as_victim(town) and town)
        ):
            return victim.address
        if inside and not lines:
            lines = [inside]
        whole = address_of(", ".join(line.rstrip(" ,") for line in lines if not says_nothing(line)))
        if town:
            line = ", ".join(part for part in (whole.line, whole.town) if part and part != town)
            whole = Address(line=line, town=town, postcode=whole.postcode)
        if postcode:
            whole = Address(line=whole.line, town=whole.town, postcode=postcode_of(postcode))
        return whole

    def _perpetrators(self, victim: Person) -> list[Person]:
        found: list[Person] = []
        self._share_relation()
        for slot in self._slots(PERPETRATOR):
            named = self._named(PERPETRATOR, slot) or []
            made = [self._person(n, PERPETRATOR, slot, victim=victim, sole=at == 0) for at, n in enumerate(named)]
            if len(made) > 1:
                made = self._shared(made, slot, victim)
            found += made
            if not named:
                self._keep_unnamed(PERPETRATOR, slot)
                cells = self._all("name", PERPETRATOR, slot) + self._all("last", PERPETRATOR, slot)
                if cells:
                    self._warn(_("The perpetrator is not known by name; nobody was taken for them."), cell=cells[0])
        return found

    def _share_relation(self) -> None:
        """One column for the relationships of several perpetrators: 'husband / mother-in-law'."""
        slots = sorted({c.field.slot for c in self._entry.cells
                        if c.field.role == PERPETRATOR and c.field.what in ("name", "first", "last")})  # fmt: skip
        cells = self._all("relationship", PERPETRATOR)
        if len(cells) != 1 or not slots or (len(slots) < 2 and cells[0].field.slot in slots):
            return
        said = re.split(r"\s*/\s*|;\s*", text_of(cells[0].value))
        if len(said) == 1 and cells[0].field.slot in slots and slot_in(cells[0].heading, PERPETRATOR):
            return
        if len(said) != len(slots):
            said, slots = [text_of(cells[0].value)], slots[:1]
        self._entry.cells.remove(cells[0])
        self._entry.cells += [
            replace(cells[0], value=word, field=replace(cells[0].field, slot=slot))
            for word, slot in zip(said, slots, strict=True)
        ]

    def _shared(self, people: list[Person], slot: int, victim: Person) -> list[Person]:
        """Several people named in one cell, with their addresses and relationships numbered in the other cells."""
        addresses = split_people(" ".join(text_of(c.value) for c in self._all("address", PERPETRATOR, slot)))
        relations = re.split(r"\s*/\s*|;\s*", self._text("relationship", PERPETRATOR, slot))
        out = []
        for at, one in enumerate(people):
            if len(addresses) == len(people):
                place = victim.address if is_as_victim(addresses[at]) else address_of(addresses[at])
                one = replace(one, address=place)
            if len(relations) == len(people):
                one = replace(one, relationship_to_victim=relations[at])
            out.append(one)
        return out

    def _children(self, victim: Person) -> tuple[list[Person], int]:
        found: list[Person] = []
        count = 0
        for slot in self._slots(CHILD):
            before = len(found)
            for cell in self._all("list", CHILD, slot):
                named, stated, rest = children(text_of(cell.value), self.today, cell.heading in self.months_first)
                self._beside_names(named, slot)
                found += [self._person(one, CHILD, slot, victim=victim, sole=len(named) == 1) for one in named]
                count = max(count, stated)
                if rest:
                    self._remark(cell.heading or _("Children"), text_of(cell.value))
            whole = " ".join(text_of(c.value) for c in self._all("name", CHILD, slot))
            if whole and not self._all("first", CHILD, slot) and not self._all("last", CHILD, slot):
                named, stated, rest = children(whole, self.today, self._months("name", CHILD, slot))
                self._beside_names(named, slot)
                found += [self._person(one, CHILD, slot, victim=victim, sole=len(named) == 1) for one in named]
                count = max(count, stated if not named else 0)
                if rest:
                    self._remark(_("Children"), whole)
            elif named_here := self._named(CHILD, slot):
                found += [
                    self._person(one, CHILD, slot, victim=victim)
                    for one in named_here
                    if not _UNBORN.search(folded(one.first))
                ]
            if len(found) == before and not self._all("list", CHILD, slot):
                self._keep_unnamed(CHILD, slot)
        for cell in self._all("count"):
            if match := re.match(r"\s*(\d{1,2})\b", text_of(cell.value)):
                count = max(count, int(match.group(1)))
            elif not says_nothing(text_of(cell.value)):
                self._remark(cell.heading, text_of(cell.value))
        return found, max(count, len(found))

    def _beside_names(self, named: list[Named], slot: int) -> None:
        """Ages or dates of birth in a cell of their own, in the order of the names: 'Tobi, Dayo' and '8, 6'."""
        for what in ("age", "born") if len(named) > 1 else ():
            for cell in self._all(what, CHILD, slot):
                parts = [p.strip() for p in re.split(r"[,;/&\n]|\band\b|\bdhe\b" if what == "age" else r"[,;&\n]|\band\b|\bdhe\b", text_of(cell.value))]  # fmt: skip
                if len(parts) != len(named):
                    self._remark(cell.heading, text_of(cell.value))
                    continue
                for one, part in zip(named, parts, strict=True):
                    if what == "age" and (match := re.fullmatch(r"(\d{1,2})\b[^\d]*", part)):
                        one.age = int(match.group(1)) if not re.search(r"m(on)?th|muaj|week|wk", part) else 0
                    elif what == "born":
                        months = cell.heading in self.months_first
                        one.born = day_of(part, today=self.today, birth=True, months_first=months)

    def _others(self, victim: Person) -> list[Person]:
        found = []
        for slot in self._slots(OTHER):
            named = self._named(OTHER, slot) or []
            found += [self._person(one, OTHER, slot, victim=victim, sole=at == 0) for at, one in enumerate(named)]
            if not named:
                self._keep_unnamed(OTHER, slot)
        return found

    def _slots(self, role: str) -> list[int]:
        return sorted({c.field.slot for c in self._entry.cells if c.field.role == role})

    def _keep_unnamed(self, role: str, slot: int) -> None:
        """Words about a perpetrator nobody named ('a man called Zef from the market') are not lost."""
        for cell in self._entry.cells:
            text = text_of(cell.value)
            if (
                cell.field.role == role
                and cell.field.slot == slot
                and not says_nothing(text)
                and not is_as_victim(text)
            ):
                self._remark(cell.heading, text)

    # Facts of the case.

    def _referred(self) -> tuple[date | None, bool]:
        cells = self._all("referred")
        for cell in cells:
            day = day_of(cell.value, today=self.today, months_first=cell.heading in self.months_first)
            if day.day and day.day <= self.today + timedelta(days=366):
                return day.day, True
            if day.wrong or day.day:
                self._reject(
                    _("The date of referral is not a date; day.month.year, such as 3.11.2026, would be accepted."),
                    cell=cell,
                )
                return None, False
        self._warn(_("No date of referral stands here; the day of the import is used until it is mended."))
        return self.today, False

    def _reasons(self) -> None:
        """'Reason for referral' may hold the criteria of referral, and no story."""
        for at, cell in enumerate(self._entry.cells):
            text = text_of(cell.value)
            if (
                (
                    cell.field.what == "narrative"
                    and len(text) < 60
                    and re.search(r"reason|arsye|basis", folded(cell.heading))
                )
                and criteria_of(text)
                and len(self._all("narrative")) > 1
            ):
                self._entry.cells[at] = replace(cell, field=replace(cell.field, what="criteria"))

    def _risk(self) -> tuple[tuple[RiskAssessment, ...], tuple[Criterion, ...]]:
        count: int | None = None
        judgement = Judgement.NOT_GIVEN
        criteria: list[Criterion] = []
        for what in ("risk", "judgement"):
            for cell in self._all(what):
                text = chosen(text_of(cell.value))
                ticks, word = risk_of(text)
                count, judgement = (count if ticks is None else ticks), (word or judgement)
                if "prof" in folded(text) or "gjykim" in folded(text):
                    criteria.append(Criterion.PROFESSIONAL_JUDGEMENT)
                if (ticks is None and not word and not says_nothing(text)) or len(text) > 24:
                    self._remark(cell.heading, text)
        for cell in self._all("criteria"):
            text = chosen(text_of(cell.value))
            found = criteria_of(text)
            criteria += found
            judgement = judgement or risk_of(re.sub(r"(?i)visible high[ -]risk|high[ -]risk", "", text))[1]
            if not found and not says_nothing(text):
                self._remark(cell.heading, text)
        for what, criterion in _YES_NO.items():
            for cell in self._all(what):
                text = text_of(cell.value)
                if ticked(text):
                    criteria.append(criterion)
                if len(text) > 8:
                    self._remark(cell.heading, text)
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
            for cell in self._all(what):
                both = re.search(r"crime|\border|kallez|procedim", folded(cell.heading)) and "/" in cell.heading
                parts = (
                    re.split(r";|\n|,\s(?=\S*\d)", text_of(cell.value))
                    if what == "crime" or both
                    else [text_of(cell.value)]
                )
                for part in (p.strip() for p in parts):
                    if says_nothing(part):
                        continue
                    number = re.fullmatch(r"[A-Za-z]{0,5}[\s./-]?\d[\w./ -]*\d", part) is not None
                    (crimes if (number if both else what == "crime") else orders).append(part)
        return tuple(orders), tuple(crimes)

    # What is said about it.

    def _remark(self, label: str, text: str) -> None:
        if text and not (says_nothing(text) and len(text) < 12):
            self._remarks.append(Remark(label=label, text=RawText(text)))

    def _warn(self, why: str, role: str = "", cell: Filled | None = None) -> None:
        row, column = self._where(role, cell)
        self.warnings.append(Said(self._entry.sheet, row, column, why))

    def _reject(self, why: str, cell: Filled | None = None, column: str = "") -> None:
        row, found = self._where("", cell)
        column = found or column
        self.rejected.append(Said(self._entry.sheet, row, column, why))

    def _where(self, role: str, cell: Filled | None) -> tuple[int, str]:
        if cell is None:
            cell = next((c for c in self._entry.cells if role and c.field.role == role), None)
        return (cell.row + 1, cell.heading or column_name(cell.column)) if cell else (self._entry.row + 1, "")


def _is_jo(cell: Filled) -> bool:
    """'Jo' is a name under an English heading, and 'no' under an Albanian one."""
    english = re.search(r"name|victim|client|perp|offend", folded(cell.heading))
    return cell.field.what in ("first", "name") and text_of(cell.value) == "Jo" and bool(english)


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _verbatim(value: Value) -> str:
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else text_of(value)


def _language(narrative: str) -> str:
    words = folded(narrative).split()
    return "sq" if words and len(_ALBANIAN.findall(" ".join(words))) * 25 > len(words) else "en"


def _unnumbered(text: str) -> str:
    return re.sub(r"^\(?\d[).]\s*", "", text)
