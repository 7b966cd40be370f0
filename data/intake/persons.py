"""The people of an entry, each put together from the cells that speak of them."""

import re
import uuid
from dataclasses import replace
from datetime import date
from gettext import gettext as _

from data.intake.cells import Cells
from data.intake.children import children
from data.intake.entries import Filled
from data.intake.headings import CHILD, OTHER, PERPETRATOR, VICTIM, folded
from data.intake.people import Named, aliases, details, person, split_name, split_people
from data.intake.told import Told
from data.intake.values import (
    Day,
    address_of,
    day_of,
    emails_of,
    gender_of,
    is_as_victim,
    phones_of,
    postcode_of,
    says_nothing,
)
from data.records.case_details import Address, Person, Role

_UNBORN = re.compile(r"\b(pregnan\w*|shtatzen\w*|unborn|expecting)\b")
_ABOUT = re.compile(r"(?:approx|about|age|aged|rreth|circa|~)\D{0,8}(\d{1,2})\b(?![./-])", re.IGNORECASE)
_ROLE = {VICTIM: Role.VICTIM, PERPETRATOR: Role.PERPETRATOR, CHILD: Role.CHILD, OTHER: Role.OTHER}


class People:
    """Reads the people out of ``cells``; doubts and words beside them go to ``told``."""

    def __init__(self, cells: Cells, told: Told, today: date) -> None:
        self.cells, self.told, self.today = cells, told, today
        self.months_first = cells.months_first

    def victim(self) -> Person | None:
        named = self._named(VICTIM, None)
        if named is None:
            return None
        found = self._person(named[0], VICTIM, None)
        for extra in named[1:]:
            self.told.warn(
                _("More than one name stands where the victim's was expected; the first was taken as the victim."),
                VICTIM,
            )
            self.told.remark(_("Also named with the victim"), " ".join((extra.first, extra.last)).strip())
        return found

    def perpetrators(self, victim: Person) -> list[Person]:
        found: list[Person] = []
        self.cells.share_relation()
        for slot in self.cells.slots(PERPETRATOR):
            named = self._named(PERPETRATOR, slot) or []
            made = [self._person(n, PERPETRATOR, slot, victim=victim, sole=at == 0) for at, n in enumerate(named)]
            if len(made) > 1:
                made = self._shared(made, slot, victim)
            found += made
            if not named:
                self._keep_unnamed(PERPETRATOR, slot)
                cells = self.cells.all("name", PERPETRATOR, slot) + self.cells.all("last", PERPETRATOR, slot)
                if cells:
                    self.told.warn(_("The perpetrator is not known by name; nobody was taken for them."), cell=cells[0])
        return found

    def children(self, victim: Person) -> tuple[list[Person], int]:
        found: list[Person] = []
        count = 0
        for slot in self.cells.slots(CHILD):
            before = len(found)
            for cell in self.cells.all("list", CHILD, slot):
                named, stated, rest = children(cell.text, self.today, cell.heading in self.months_first)
                self._beside_names(named, slot)
                found += [self._person(one, CHILD, slot, victim=victim, sole=len(named) == 1) for one in named]
                count = max(count, stated)
                if rest:
                    self.told.remark(cell.heading or _("Children"), cell.text)
            whole = " ".join(c.text for c in self.cells.all("name", CHILD, slot))
            if whole and not self.cells.all("first", CHILD, slot) and not self.cells.all("last", CHILD, slot):
                named, stated, rest = children(whole, self.today, self.cells.months("name", CHILD, slot))
                self._beside_names(named, slot)
                found += [self._person(one, CHILD, slot, victim=victim, sole=len(named) == 1) for one in named]
                count = max(count, stated if not named else 0)
                if rest:
                    self.told.remark(_("Children"), whole)
            elif named_here := self._named(CHILD, slot):
                found += [
                    self._person(one, CHILD, slot, victim=victim)
                    for one in named_here
                    if not _UNBORN.search(folded(one.first))
                ]
            if len(found) == before:
                self._keep_unnamed(CHILD, slot, but="list")
        for cell in self.cells.all("count"):
            if match := re.match(r"\s*(\d{1,2})\b", cell.text):
                count = max(count, int(match.group(1)))
            elif not says_nothing(cell.text):
                self.told.remark(cell.heading, cell.text)
        return found, max(count, len(found))

    def others(self, victim: Person) -> list[Person]:
        found = []
        for slot in self.cells.slots(OTHER):
            named = self._named(OTHER, slot) or []
            found += [self._person(one, OTHER, slot, victim=victim, sole=at == 0) for at, one in enumerate(named)]
            if not named:
                self._keep_unnamed(OTHER, slot)
        return found

    def _named(self, role: str, slot: int | None) -> list[Named] | None:
        """The people named by the fields of one role and slot; None when nobody is."""
        whole, first, last = (
            self.cells.text("name", role, slot),
            self.cells.text("first", role, slot),
            self.cells.text("last", role, slot),
        )
        if whole and last and not first:
            first, whole = whole, ""
        if whole and not first and not last:
            parts = split_people(whole) if role != VICTIM else [whole]
            first_month = self.cells.months("name", role, slot)
            found: list[Named] = []
            for part in parts:
                if named := person(part, self.today, first_month):
                    found.append(named)
                elif found and not says_nothing(part):  # 'Craig Marsden\n04/07/1983': it tells more of the one before
                    found[-1] = self._with_details(found[-1], part, self.cells.all("name", role, slot)[0])
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
        mine = self.cells.of(role, slot) if sole else {}
        for cell in mine.get("details", []):
            named = self._with_details(named, cell.text, cell)
        for word in named.rest:
            self.told.remark(_("Beside the name"), word)
        born = self._born(mine.get("born", []), named, role)
        emails = tuple(
            dict.fromkeys([*named.emails, *(e for w in ("email", "phone", "aka") for c in mine.get(w, []) for e in emails_of(c.text))])
        )  # fmt: skip
        aka = named.aka + [a for c in mine.get("aka", []) for a in aliases(c.text, c.heading) if a not in emails]
        workplace, school = self._where(mine, role, self.cells.text("work", role, slot) if sole else "")
        return Person(
            id=str(uuid.uuid4()), role=_ROLE[role], first=named.first, last=named.last,
            also_known_as=tuple(dict.fromkeys(a for a in aka if a not in (named.first, f"{named.first} {named.last}"))),
            date_of_birth=born, age=None if born else _age(mine, named.age),
            gender=named.gender or next((g for c in mine.get("gender", []) if (g := gender_of(c.text))), ""),
            phones=self._phones(mine.get("phone", []), role, named.phones), emails=emails,
            address=self._address(role, slot, victim, named.address) if sole else address_of(named.address),
            workplace=workplace, school=named.school or school,
            identifiers=tuple((c.heading, c.text) for c in mine.get("identifier", []) if not says_nothing(c.text)),
            relationship_to_victim=named.relation or ("" if role == VICTIM else "; ".join(_said(mine, "relationship"))),
        )  # fmt: skip

    def _phones(self, cells: list[Filled], role: str, known: list[str]) -> tuple[str, ...]:
        """The numbers known already and those of the cells; what is not a number there is told."""
        phones = list(known)
        for cell in cells:
            numbers, words = phones_of(cell.value)
            phones += [n for n in numbers if n not in phones]
            if isinstance(cell.value, float) or (numbers and re.match(r"\s*[1-9]", cell.text)):
                self.told.warn(_("This number had lost its leading zero; it was put back. Check it."), role, cell)
            if words:
                self.told.remark(cell.heading or _("Telephone"), cell.text)
            elif not numbers and not says_nothing(cell.text) and not emails_of(cell.text):
                self.told.warn(
                    _("No telephone number could be read here; digits, with spaces, would be accepted."), role, cell
                )
                self.told.remark(cell.heading, cell.text)
        return tuple(phones)

    @staticmethod
    def _where(mine: dict[str, list[Filled]], role: str, workplace: str) -> tuple[str, str]:
        """Workplace and school; a grown person's 'Work / school' is where they work."""
        schools = ", ".join(_said(mine, "school"))
        works = any(re.search(r"work|employ|pun", folded(c.heading)) for c in mine.get("school", []))
        if role != CHILD and works:
            return workplace or schools, ""
        return workplace, schools

    def _with_details(self, named: Named, text: str, cell: Filled) -> Named:
        """A person with what a text of details says besides."""
        said = details(text, self.today, cell.heading in self.months_first)
        for word in said.rest:
            self.told.remark(cell.heading, word)
        return replace(
            named, born=named.born if named.born.day else said.born, age=said.age if named.age is None else named.age,
            relation=named.relation or said.relation, gender=named.gender or said.gender, aka=named.aka + said.aka,
            address=named.address or said.address, phones=named.phones + said.phones, emails=named.emails + said.emails,
        )  # fmt: skip

    def _born(self, cells: list[Filled], named: Named, role: str) -> date | None:
        for cell in cells:
            day: Day = day_of(cell.value, today=self.today, birth=True, months_first=cell.heading in self.months_first)
            text = cell.text
            if day.day:
                if isinstance(cell.value, str) and re.search(r"(?<!\d)\d{1,2}\D+\d{1,2}\D+\d{2}$", text.strip()):
                    self.told.warn(_("The year of birth has two digits; check that the century is right."), role, cell)
                if role == VICTIM and _years(day.day, self.today) < 18:
                    self.told.warn(
                        _("The victim is under 18; check the date, and that a child's own process is followed."),
                        role,
                        cell,
                    )
                return day.day
            if day.wrong:
                self.told.warn(
                    _("This date of birth is not a date; it was left empty. Day.month.year would be accepted."),
                    role,
                    cell,
                )
            if day.year:
                self.told.warn(_("Only a year of birth stands here; the date was left empty."), role, cell)
            if day.wrong or day.year:
                self.told.remark(cell.heading or _("Born"), text)
        return named.born.day

    def _address(self, role: str, slot: int | None, victim: Person | None, inside: str = "") -> Address:
        lines = [c.text for c in self.cells.all("address", role, slot)]
        town, postcode = self.cells.text("town", role, slot), self.cells.text("postcode", role, slot)
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

    def _shared(self, people: list[Person], slot: int, victim: Person) -> list[Person]:
        """Several people named in one cell, with their addresses and relationships numbered in the other cells."""
        addresses = split_people(" ".join(c.text for c in self.cells.all("address", PERPETRATOR, slot)))
        relations = re.split(r"\s*/\s*|;\s*", self.cells.text("relationship", PERPETRATOR, slot))
        out = []
        for at, one in enumerate(people):
            if len(addresses) == len(people):
                place = victim.address if is_as_victim(addresses[at]) else address_of(addresses[at])
                one = replace(one, address=place)
            if len(relations) == len(people):
                one = replace(one, relationship_to_victim=relations[at])
            out.append(one)
        return out

    def _beside_names(self, named: list[Named], slot: int) -> None:
        """Ages or dates of birth in a cell of their own, in the order of the names: 'Tobi, Dayo' and '8, 6'."""
        for what in ("age", "born") if len(named) > 1 else ():
            for cell in self.cells.all(what, CHILD, slot):
                parts = [p.strip() for p in re.split(r"[,;/&\n]|\band\b|\bdhe\b" if what == "age" else r"[,;&\n]|\band\b|\bdhe\b", cell.text)]  # fmt: skip
                if len(parts) != len(named):
                    self.told.remark(cell.heading, cell.text)
                    continue
                for one, part in zip(named, parts, strict=True):
                    if what == "age" and (match := re.fullmatch(r"(\d{1,2})\b[^\d]*", part)):
                        one.age = int(match.group(1)) if not re.search(r"m(on)?th|muaj|week|wk", part) else 0
                    elif what == "born":
                        months = cell.heading in self.months_first
                        one.born = day_of(part, today=self.today, birth=True, months_first=months)

    def _keep_unnamed(self, role: str, slot: int, but: str = "") -> None:
        """Words about a perpetrator nobody named ('a man called Zef from the market') are not lost."""
        for cell in self.cells:
            text = cell.text
            if (
                cell.field.role == role
                and cell.field.slot == slot
                and cell.field.what != but
                and not says_nothing(text)
                and not is_as_victim(text)
            ):
                self.told.remark(cell.heading, text)


def _said(mine: dict[str, list[Filled]], what: str) -> list[str]:
    return [cell.text for cell in mine.get(what, []) if not says_nothing(cell.text)]


def _age(mine: dict[str, list[Filled]], known: int | None) -> int | None:
    """The age of the cell for it, else the one known, else one that stands where a date of birth was expected."""
    for cell in mine.get("age", []):
        if match := re.search(r"\d{1,3}", cell.text):
            known = int(match.group())
    if known is None:
        found = (_ABOUT.search(cell.text) for cell in mine.get("born", []))
        known = next((int(match.group(1)) for match in found if match), None)
    return known


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _unnumbered(text: str) -> str:
    return re.sub(r"^\(?\d[).]\s*", "", text)
