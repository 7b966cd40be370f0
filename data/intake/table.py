"""One row for each case, or for each person."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from data.intake.contents import corrected, when_and_by_whom
from data.intake.entries import Entry, Filled, Layout
from data.intake.headings import ASIDE, CHILD, OTHER, PERPETRATOR, VICTIM, Field, folded, group_role, meaning, role_in
from data.intake.people import names_someone
from data.intake.people_cell import everybody, role_of
from data.intake.rows_of_headings import (
    FEWEST,
    OF_A_PERSON,
    columns_of,
    groups_over,
    is_example,
    is_heading_row,
    is_section,
    looks_like_agency,
    opens_table,
    score,
)
from data.intake.sheet import Grid, Value
from data.intake.values import text_of

OF_A_CASE = {"narrative", "background", "risk", "judgement", "criteria", "consent", "crime", "orders", "role", "born"}
_PART = re.compile(
    r"^(new|repeat|review|transfer|closed|open|urgent|late|carried|other|any other|raste\w*|te reja|(january|february|march|april|may|june|july|august|september|october|november|december|week|wk|java|muaji)\b)( \w+){0,3}$|\b(cases?|referrals?|raste|referime)$"
)
TOTAL = re.compile(
    r"^((sub|grand|page|running|overall|monthly|weekly) ?total|total|totali|gjithsej|shuma|nentotal\w*|sum|count|average|(number|no|nr) (of|i) (cases|referrals|rast\w*))\b"
)


def table(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    start, best = -1, 0
    for at, row in enumerate(grid.rows[:60]):
        fields = score(row, mapping)
        if fields >= FEWEST and fields > best and is_heading_row(row) and not is_example(row):
            follows = any(any(v is not None for v in r) for r in grid.rows[at + 1 : at + 400])
            if best and at > start + 3:
                break
            if follows or not best:
                start, best = at, fields
    if start < 0:
        return None
    start += _is_group_row(grid, start, mapping)
    columns = corrected(grid, start, columns_of(grid, start, mapping), mapping)
    if sum(1 for f, _h in columns.values() if f.what in ("name", "first", "last", "list", "people")) == 0:
        return None
    if is_contacts(columns):
        return None
    found = Rows(grid, columns, mapping)
    found.read(start + 1)
    for said in _above(grid, start, columns):
        for entry in found.entries:
            if not entry.has(said.field.what):
                entry.cells.append(said)
    return Layout(found.entries, found.aside, found.examples)


def is_contacts(columns: dict[int, tuple[Field, str]]) -> bool:
    """Whether the headings are those of a list of members or contacts: nothing in them is of a case."""
    return not any(f.what in OF_A_CASE | {"people"} or role_in(h) for f, h in columns.values())


def _is_group_row(grid: Grid, at: int, mapping: dict[str, Field]) -> bool:
    """Whether the headings proper stand in the row below: 'VICTIM' over 'Surname', 'First name', 'DOB'."""
    if at + 1 >= len(grid.rows) or not is_heading_row(grid.rows[at + 1]):
        return False
    above, below = grid.rows[at], grid.rows[at + 1]
    bare = [c for c, v in enumerate(above) if v is not None and meaning(text_of(v)).what in ("name", "list")]
    under = [c for c, v in enumerate(below) if v is not None]
    known = score(below, mapping)
    return (
        len(bare) >= 1 and known >= 3 and known >= 0.5 * len(under)
        and not any(isinstance(v, (date, float)) for v in below)
        and (
            any(c not in bare and grid.at(at, c) is None for c in under)
            or len({text_of(v) for v in above if v}) < sum(v is not None for v in above) - 1
        )
    )  # fmt: skip


def _above(grid: Grid, start: int, columns: dict[int, tuple[Field, str]]) -> list[Filled]:
    """What is said once over a table for every case in it: 'Agency: Weir Housing', 'Date of referral: 3/11/26'."""
    there = {f.what for f, _h in columns.values()}
    found = []
    for at in range(start - bool(groups_over(grid, start))):
        cells = [(c, text_of(v)) for c, v in enumerate(grid.rows[at]) if text_of(v)]
        for place, (column, text) in enumerate(cells):
            label, value, where = text, None, column
            if match := re.match(r"([^:\n]{3,40}):\s*(\S.*)$", text):
                label, value = match.group(1), match.group(2)
            elif place + 1 < len(cells) and len(text) < 40:
                where = cells[place + 1][0]
                value = grid.at(at, where)
            what = meaning(label).what
            if what == "referred" and isinstance(value, str) and not re.search(r"\d", value):
                continue
            plain = folded(label)
            if isinstance(value, str) and what in ("agency", "referred") and (
                meaning(value).what in ("agency", "referred", "consent", "risk") and not looks_like_agency(folded(value))
            ):  # fmt: skip
                continue  # labels in a row, not a label and its value
            if value is not None and what in {"agency", "referred"} - there and (what == "referred" or re.search(r"agenc|agjenc|organi|institu|refer|sent by|from|sjelle|derguar|paraqitur", plain)) and (what == "agency" or "refer" in plain):  # fmt: skip
                found.append(Filled(Field(what), value, label, at, where))
                there = there | {what}
    return found


class Rows:
    """Reads the body of a table, row by row."""

    def __init__(self, grid: Grid, columns: dict[int, tuple[Field, str]], mapping: dict[str, Field]) -> None:
        self.grid, self.columns, self.mapping = grid, columns, mapping
        self.entries: list[Entry] = []
        self.aside: list[tuple[int, str]] = []
        self.examples: list[int] = []
        self._by_key: dict[str, Entry] = {}
        self._section = ""
        self._gap = self._closed = False
        self._has_agency = any(f.what == "agency" for f, _h in columns.values())
        self._role_column = next((c for c, (f, _h) in columns.items() if f.what == "role"), None)

    def read(self, start: int) -> None:
        for at in range(start, len(self.grid.rows)):
            row = self.grid.rows[at]
            if not any(v is not None and text_of(v) for v in row):
                self._gap = True
                continue
            if self._is_heading_again(at):
                continue
            if self._closed:
                self.aside.append((at, ""))
                continue
            if is_example(row):
                self.examples.append(at)
                continue
            if TOTAL.match(folded(next((text_of(v) for v in row if isinstance(v, str)), ""))) and self._is_total(row):
                continue
            self._row(at)
            self._gap = False

    def _is_total(self, row: list[Value]) -> bool:
        return all(v is None or isinstance(v, float) or len(text_of(v)) < 60 for v in row) and not self._names_victim(
            row
        )

    def _names_victim(self, row: list[Value]) -> bool:
        for column, (found, _h) in self.columns.items():
            if found.role == VICTIM and found.what in ("name", "first", "last") and column < len(row):
                value = row[column]
                if isinstance(value, str) and not TOTAL.match(folded(value)):
                    return True
        return False

    def _is_heading_again(self, at: int) -> bool:
        row = self.grid.rows[at]
        said = [(h, v) for c, (_f, h) in self.columns.items() if h and c < len(row) and isinstance(v := row[c], str)]
        same = sum(len(v) <= len(h) + 9 and bool(t := text_of(v)) and h.endswith(t) for h, v in said)
        if same >= 3 and same >= 0.6 * sum(v is not None for v in row):
            return True
        if opens_table(self.grid, at, self.mapping):
            columns = corrected(self.grid, at, columns_of(self.grid, at, self.mapping), self.mapping)
            self._closed = is_contacts(columns)
            if not self._closed:
                self.columns = columns
                self._role_column = next((c for c, (f, _h) in columns.items() if f.what == "role"), None)
                self._has_agency = any(f.what == "agency" for f, _h in columns.values())
            return True
        return False

    def _row(self, at: int) -> None:
        cells = list(self._cells(at))
        if len(cells) == 1 and self._is_line(text_of(cells[0].value)):
            self._lone(at, text_of(cells[0].value))
            return
        if self._role_column is not None:
            self._person_row(at, cells)
            return
        if not any(f.role == VICTIM and f.what in ("name", "first", "last") for f in (c.field for c in cells)):
            if self._continues(at, cells):
                return
            texts = [text_of(v) for v in self.grid.rows[at] if v is not None]
            if len(texts) == 1:
                self._lone(at, texts[0])
                return
        elif self._same_case(cells):
            self._append(at, [c for c in cells if c.field.role in (CHILD, PERPETRATOR, OTHER) and not self._said(c)])
            return
        entry = Entry(self.grid.name, at, cells, [at], self._section)
        self.entries.append(entry)

    def _is_line(self, text: str) -> bool:
        """Whether a lone cell parts the table, or is a remark on it: it names nobody."""
        plain = folded(text)
        return len(self.columns) > 3 and (
            is_section(text)
            or text.endswith(":")
            or re.match(r"[^\W\d_]+(?: [^\W\d_]+){0,3}:\s", text) is not None
            or looks_like_agency(plain)
            or bool(_PART.search(plain))
        )

    def _cells(self, at: int) -> Iterator[Filled]:
        row = self.grid.rows[at]
        for column, value in enumerate(row):
            if value is None or not text_of(value):
                continue
            found, heading = self.columns.get(column, (Field("remark"), ""))
            cell = Filled(found, value, heading, at, column)
            if found.what == "people":
                yield from everybody(cell)
            elif found.what == "referral":
                day, words = when_and_by_whom(cell.text)
                yield from (
                    replace(cell, field=Field(what), value=said)
                    for what, said in (("referred", day), ("agency", words))
                    if said
                )
            else:
                yield cell

    def _continues(self, at: int, cells: list[Filled]) -> bool:
        """Whether a row without a victim goes on with the case above it: more children, more of its text."""
        if not self.entries or not cells:
            return False
        if any(c.field.what in ("referred", "agency") and c.text for c in cells):
            return False
        whats = {c.field.what for c in cells}
        persons = [c for c in cells if c.field.role in (CHILD, PERPETRATOR, OTHER)]
        keys = {c.text for c in cells if c.field.what == "key"}
        same = bool(keys) and keys == {c.text for c in self.entries[-1].cells if c.field.what == "key"}
        if self._gap and not persons and not same:
            return False
        if persons or same or (whats <= {"narrative", "background", "orders", "crime", "phone", "email", "address", "remark", "details"} and whats != {"remark"}):  # fmt: skip
            self._append(at, cells)
            return True
        return False

    def _append(self, at: int, cells: list[Filled]) -> None:
        entry = self.entries[-1]
        entry.rows.append(at)
        # Who is named anew is another person; what stands below a name without naming anyone is of the one above.
        named = {
            c.field.role for c in cells if c.field.what in ("name", "first", "last", "list") and names_someone(c.text)
        }
        for c in cells:
            if c.field.role in named - {VICTIM}:
                c = replace(c, field=replace(c.field, slot=1000 + at))
            elif c.field.role and c.field.what in ("name", "details"):
                c = replace(c, field=replace(c.field, what="details"))
            elif c.field.role in (CHILD, OTHER):
                c = replace(c, field=replace(c.field, slot=1000 + at))
            entry.cells.append(c)

    def _same_case(self, cells: list[Filled]) -> bool:
        """Whether a row repeats the victim of the row above only to name another child or perpetrator."""
        if not self.entries or self._gap:
            return False
        named = next((c for c in cells if c.field.role == VICTIM and c.field.what in ("name", "first", "last")), None)
        if named and named.text not in [c.text for c in self.entries[-1].cells if c.field == named.field]:
            return False
        before = {c.field: c.text for c in self.entries[-1].cells if c.field.slot < 1000}
        now = {c.field: c.text for c in cells}
        own = [f for f in now if f.role == VICTIM or (not f.role and f.what not in ("key",))]
        others = [f for f in now if f.role in (CHILD, PERPETRATOR, OTHER)]
        return (
            bool(others)
            and all(before.get(f) == now[f] for f in own)
            and any(before.get(f) != now[f] for f in others)
            and any(f.what in ("narrative", "referred", "born") for f in own)
        )

    def _said(self, cell: Filled) -> bool:
        return any(c.field.what == cell.field.what and c.field.role == cell.field.role and c.text == cell.text
                   for c in self.entries[-1].cells) and cell.field.role != CHILD  # fmt: skip

    def _lone(self, at: int, text: str) -> None:
        plain = folded(text)
        if not self._has_agency and len(text) < 80 and not text.startswith("*") and looks_like_agency(plain):
            self._section = text.strip(" -–—:")
        self.aside.append((at, text))

    def _person_row(self, at: int, cells: list[Filled]) -> None:
        spoken = next((c.text for c in cells if c.field.what == "role"), "")
        role = role_of(spoken) or OTHER
        key = next((c.text for c in cells if c.field.what == "key"), "")
        if self.entries and group_role(spoken) == ASIDE and not role_of(spoken):
            # A worker is nobody of the case; what stands there is kept as a remark.
            of = self._by_key.get(key) or self.entries[-1]
            words = "; ".join(c.text for c in cells if c.field.what not in ("key", "role"))
            of.cells.append(Filled(Field("remark"), words, spoken, at, cells[0].column))
            of.rows.append(at)
            return
        named = any(c.field.what in ("name", "first", "last") for c in cells)
        if not named and not spoken:
            if not self._continues(at, cells):
                self._lone(at, " ".join(c.text for c in cells))
            return
        # The rows of one case may stand apart, and the victim's need not come first.
        entry = self._by_key.get(key) if key else (self.entries[-1] if self.entries and role != VICTIM else None)
        if role == VICTIM and entry and entry.has("name", "first", "last", role=VICTIM):
            role, spoken = OTHER, spoken or "victim"
        turned = [replace(c, field=replace(c.field, role=role, slot=0 if role == VICTIM else 1000 + at))
                  if c.field.what in OF_A_PERSON else c for c in cells if c.field.what != "role"]  # fmt: skip
        if match := re.search(r"\(([^()]+)\)", spoken):
            turned.append(Filled(Field("relationship", role, 1000 + at), match.group(1), "", at, 0))
        elif role == OTHER and spoken and not any(c.field.what == "relationship" for c in turned):
            turned.append(Filled(Field("relationship", OTHER, 1000 + at), spoken, "", at, 0))
        if entry is None:
            entry = Entry(self.grid.name, at, turned, [at], self._section)
            self.entries.append(entry)
            if key:
                self._by_key[key] = entry
            return
        known = {(c.field.what, c.text) for c in entry.cells if not c.field.role}
        entry.cells += [c for c in turned if c.field.role or (c.field.what, c.text) not in known]
        entry.rows.append(at)
        if role == VICTIM:
            entry.row = at
