"""Where the cases of a sheet lie: a row each, a row for each person, a form for each, or a column each.

Headings decide, not positions. Each layout ends in the same thing: entries of filled fields.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from data.intake.headings import CHILD, OTHER, PERPETRATOR, VICTIM, Field, folded, meaning, role_in, slot_in
from data.intake.sheet import Grid, Value
from data.intake.values import text_of

_FEWEST = 4  # distinct fields that make a row a row of headings
_PERSON = {"name", "first", "last", "aka", "born", "age", "gender", "phone", "email", "address", "town", "postcode",
           "school", "work", "identifier", "relationship", "list"}  # fmt: skip
_OWN_OF_VICTIM = {"phone", "email", "address", "town", "postcode", "work", "identifier"}
_OF_A_CASE = {"narrative", "background", "risk", "judgement", "criteria", "consent", "crime", "orders", "role", "born"}
_TOTAL = re.compile(
    r"^(sub ?total|sub total|grand total|total|totali|gjithsej|shuma|nentotal\w*|sum|count|average|(number|no|nr) (of|i) (cases|referrals|rast\w*))\b"
)
_EXAMPLE = re.compile(
    r"^(e ?g|for example|example\w*|sample|shembull\w*|psh|p sh)\b|example only|delete this (row|line)"
)
# What an organisation is called by: without one of these words a lone line or the name of a sheet is no agency.
_AGENCY = re.compile(
    r"\b(polic\w*|housing|council|trust|hospital|nhs|clinic|surgery|health\w*|midwi\w*|probation|schools?|academy|college|"
    r"social (care|services|work)|childrens?( s)? (services|centre)|women s?|refuge|idva|isva|services?|cent(re|er)|agency|association|"
    r"society|team|support|helpline|charity|education|qendra\w*|spital\w*|bashki\w*|njesi\w*|komisariat\w*|shkoll\w*|drejtori\w*|avokat\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Filled:
    """One cell that says something of a field; row and column from 0."""

    field: Field
    value: Value
    heading: str
    row: int
    column: int


@dataclass(slots=True)
class Entry:
    """Everything the sheet says of one case. ``section`` is a line above that may name the agency;
    ``split`` says that labels and values stood in the same cells."""

    sheet: str
    row: int
    cells: list[Filled] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    section: str = ""
    split: bool = False

    def has(self, *whats: str, role: str | None = None) -> bool:
        return any(c.field.what in whats and (role is None or c.field.role == role) for c in self.cells)


@dataclass(slots=True)
class Layout:
    """Entries of one sheet; ``aside`` are (row, text) that belong to no case; ``columns`` for dates."""

    entries: list[Entry]
    aside: list[tuple[int, str]] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)


def layout_of(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    """The cases of a sheet, or None when it holds none: guidance, lists, charts."""
    if (table := _table(grid, mapping)) and any(e.has("name", "first", "last", role=VICTIM) for e in table.entries):
        told = ("referred", "narrative", "background")
        if any(c.field.what in told and c.row in e.rows for e in table.entries for c in e.cells):
            return table
        # Headings without a date or a story may be the labels of one part of a form.
        form = _forms(grid, mapping)
        if form and any(
            e.has("name", "first", "last", role=VICTIM) and e.has("referred", "narrative") for e in form.entries
        ):
            return form
        return table
    if sideways := _sideways(grid, mapping):
        return sideways
    form = _forms(grid, mapping)
    if form is not None:
        return form
    return table


def signature(headings: list[str]) -> str:
    """What a set of headings is remembered by."""
    return "|".join(sorted({folded(heading) for heading in headings if folded(heading)}))


# One row for each case, or for each person.


def _table(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    start, best = -1, 0
    for at, row in enumerate(grid.rows[:60]):
        score = _score(row, mapping)
        if score >= _FEWEST and score > best and _is_heading_row(row) and not _example(row):
            follows = any(any(v is not None for v in r) for r in grid.rows[at + 1 : at + 400])
            if best and at > start + 3:
                break
            if follows or not best:
                start, best = at, score
    if start < 0:
        return None
    start += _is_group_row(grid, start, mapping)
    columns = _columns(grid, start, mapping)
    if sum(1 for f, _h in columns.values() if f.what in ("name", "first", "last", "list")) == 0:
        return None
    if not any(f.what in _OF_A_CASE or role_in(h) for f, h in columns.values()):
        return None  # a list of members or contacts
    found = _Rows(grid, columns, mapping)
    found.read(start + 1)
    for said in _above(grid, start, columns):
        for entry in found.entries:
            if not entry.has(said.field.what):
                entry.cells.append(said)
    return Layout(found.entries, found.aside, found.examples)


def _is_group_row(grid: Grid, at: int, mapping: dict[str, Field]) -> bool:
    """Whether the headings proper stand in the row below: 'VICTIM' over 'Surname', 'First name', 'DOB'."""
    if at + 1 >= len(grid.rows) or not _is_heading_row(grid.rows[at + 1]):
        return False
    above, below = grid.rows[at], grid.rows[at + 1]
    bare = [c for c, v in enumerate(above) if v is not None and meaning(text_of(v)).what in ("name", "list")]
    under = [c for c, v in enumerate(below) if v is not None]
    known = _score(below, mapping)
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
    for at in range(start):
        cells = [(c, text_of(v)) for c, v in enumerate(grid.rows[at]) if text_of(v)]
        for place, (column, text) in enumerate(cells):
            label, value, where = text, None, column
            if match := re.match(r"([^:\n]{3,40}):\s*(\S.*)$", text):
                label, value = match.group(1), match.group(2)
            elif place + 1 < len(cells) and len(text) < 40:
                where = cells[place + 1][0]
                value = grid.at(at, where)
            what = meaning(label).what
            plain = folded(label)
            if isinstance(value, str) and what in ("agency", "referred") and (
                meaning(value).what in ("agency", "referred", "consent", "risk") and not looks_like_agency(folded(value))
            ):  # fmt: skip
                continue  # labels in a row, not a label and its value
            if value is not None and what in {"agency", "referred"} - there and (what == "referred" or re.search(r"agenc|organi|institu|refer", plain)) and (what == "agency" or "refer" in plain):  # fmt: skip
                found.append(Filled(Field(what), value, label, at, where))
                there = there | {what}
    return found


def _example(row: list[Value]) -> bool:
    """Whether a row only shows how to fill in the sheet."""
    texts = [folded(v) for v in row if isinstance(v, str)]
    return any(_EXAMPLE.search(t) for t in texts if len(t) < 60)


def _is_heading_row(row: list[Value]) -> bool:
    filled = [v for v in row if v is not None]
    texts = [v for v in filled if isinstance(v, str) and len(v) <= 120]
    return len(texts) >= 0.9 * len(filled) and sum(len(t) for t in texts) <= 45 * len(texts)


def _score(row: list[Value], mapping: dict[str, Field]) -> int:
    fields = set()
    for value in row:
        if isinstance(value, str) and len(value) <= 120 and re.search(r"[^\W\d_]", value):
            found = mapping.get(folded(value)) or meaning(value)
            if found.what != "remark":
                fields.add((found.what, found.role))
    return len(fields)


def _columns(grid: Grid, start: int, mapping: dict[str, Field]) -> dict[int, tuple[Field, str]]:
    """Field and heading of each column; the row above may hold group headings over several columns."""
    groups = _groups(grid, start)
    columns: dict[int, tuple[Field, str]] = {}
    last_role = VICTIM
    slots: dict[str, int] = {}
    for at in range(max((len(row) for row in grid.rows), default=0)):
        value = grid.at(start, at)
        heading, group = text_of(value), groups.get(at, "")
        if not heading and not group:
            continue
        role = role_in(group)
        found = mapping.get(folded(heading)) or meaning(heading or group, role)
        if group and not role and found.what in ("remark", "agency"):
            # A heading broken over two rows: 'Date' above 'referred'.
            whole = meaning(f"{group} {heading}")
            found = whole if whole.what != "remark" else found
        if found.what in _PERSON and not found.role:
            found = replace(found, role=_inherited(found, columns, last_role))
        if found.what == "list" and role and (found.slot or slot_in(group) or heading):
            found = replace(found, what="name")
        found = _slotted(found, slot_in(group), columns, slots, last_role)
        if found.role and found.what in _PERSON:
            last_role = found.role if found.what != "relationship" else last_role
        columns[at] = (found, " ".join(t for t in (group, heading) if t).strip() if group and role else heading)
    return _whole_names(columns)


def _slotted(
    found: Field, group: int, columns: dict[int, tuple[Field, str]], slots: dict[str, int], last: str
) -> Field:
    """The field with the number of its person: said, as the column before it, or one more where headings repeat."""
    role = found.role
    if found.what not in _PERSON or not role:
        return found
    if role == VICTIM:
        return replace(found, slot=0)
    slot = found.slot or group
    if not slot:
        slot = slots.get(role, 0)
        taken = {f.what for f, _h in columns.values() if f.role == role and f.slot == slot}
        opens = found.what in ("name", "first", "last") and role in (CHILD, PERPETRATOR) and last == role
        if found.what in taken and opens:
            slot = max(slot, 100) + 1
        elif found.what == "list":
            slot = 0
    if found.what != "list":
        slots[role] = slot
    return replace(found, slot=slot)


def _whole_names(columns: dict[int, tuple[Field, str]]) -> dict[int, tuple[Field, str]]:
    """'Emri' or 'First name' without a surname beside it holds the whole name."""
    lasts = {(f.role, f.slot) for f, _h in columns.values() if f.what in ("last", "name")}
    return {
        c: (replace(f, what="name"), h) if f.what == "first" and (f.role, f.slot) not in lasts else (f, h)
        for c, (f, h) in columns.items()
    }


def _inherited(found: Field, columns: dict[int, tuple[Field, str]], last_role: str) -> str:
    """Whose a heading without a role is: the one before it, but the victim's own while the victim has none."""
    if found.what == "school":
        return CHILD if any(f.role == CHILD for f, _h in columns.values()) else last_role
    taken = any(f.role == VICTIM and f.what == found.what for f, _h in columns.values())
    if found.what in _OWN_OF_VICTIM and not taken:
        return VICTIM
    return last_role


def _groups(grid: Grid, start: int) -> dict[int, str]:
    """The group heading over each column, from merged cells or from the cell to the left."""
    above = start - 1
    if above < 0:
        return {}
    texts = {c: text_of(v) for c, v in enumerate(grid.rows[above]) if v is not None}
    if sum(1 for t in texts.values() if role_in(t)) < 1 or len(texts) < 2:
        return {}
    spans = {b: d for a, b, c, d in grid.merged if a <= above <= c}
    groups: dict[int, str] = {}
    starts = sorted(texts)
    for at, column in enumerate(starts):
        end = starts[at + 1] - 1 if at + 1 < len(starts) else max(len(row) for row in grid.rows)
        if column in spans:
            end = spans[column]
        for inside in range(column, end + 1):
            groups[inside] = texts[column]
    return groups


class _Rows:
    """Reads the body of a table, row by row."""

    def __init__(self, grid: Grid, columns: dict[int, tuple[Field, str]], mapping: dict[str, Field]) -> None:
        self.grid, self.columns, self.mapping = grid, columns, mapping
        self.entries: list[Entry] = []
        self.aside: list[tuple[int, str]] = []
        self.examples: list[int] = []
        self._by_key: dict[str, Entry] = {}
        self._section = ""
        self._gap = False
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
            if _example(row):
                self.examples.append(at)
                continue
            if _TOTAL.match(folded(next((text_of(v) for v in row if isinstance(v, str)), ""))) and self._is_total(row):
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
                if isinstance(value, str) and not _TOTAL.match(folded(value)):
                    return True
        return False

    def _is_heading_again(self, at: int) -> bool:
        row = self.grid.rows[at]
        same = sum(
            1
            for c, (_f, h) in self.columns.items()
            if c < len(row) and h and text_of(row[c]) and h.endswith(text_of(row[c]))
        )
        if same >= 3 and same >= 0.6 * sum(v is not None for v in row):
            return True
        if _is_heading_row(row) and _score(row, self.mapping) >= 6 and not self._names_victim_well(row):
            self.columns = _columns(self.grid, at, self.mapping)
            return True
        return False

    def _names_victim_well(self, row: list[Value]) -> bool:
        return any(isinstance(v, (date, float)) for v in row)

    def _row(self, at: int) -> None:
        cells = list(self._cells(at))
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

    def _cells(self, at: int) -> Iterator[Filled]:
        row = self.grid.rows[at]
        for column, value in enumerate(row):
            if value is None or not text_of(value):
                continue
            found, heading = self.columns.get(column, (Field("remark"), ""))
            yield Filled(found, value, heading, at, column)

    def _continues(self, at: int, cells: list[Filled]) -> bool:
        """Whether a row without a victim goes on with the case above it: more children, more of its text."""
        if not self.entries or not cells:
            return False
        if any(c.field.what in ("referred", "agency") and text_of(c.value) for c in cells):
            return False
        whats = {c.field.what for c in cells}
        persons = [c for c in cells if c.field.role in (CHILD, PERPETRATOR, OTHER)]
        keys = {text_of(c.value) for c in cells if c.field.what == "key"}
        same = bool(keys) and keys == {text_of(c.value) for c in self.entries[-1].cells if c.field.what == "key"}
        if self._gap and not persons and not same:
            return False
        if persons or same or (whats <= {"narrative", "background", "orders", "crime", "phone", "email", "address", "remark"} and whats != {"remark"}):  # fmt: skip
            self._append(at, cells)
            return True
        return False

    def _append(self, at: int, cells: list[Filled]) -> None:
        entry = self.entries[-1]
        entry.rows.append(at)
        entry.cells += [
            replace(c, field=replace(c.field, slot=1000 + at)) if c.field.role in (CHILD, PERPETRATOR, OTHER) else c
            for c in cells
        ]

    def _same_case(self, cells: list[Filled]) -> bool:
        """Whether a row repeats the victim of the row above only to name another child or perpetrator."""
        if not self.entries or self._gap:
            return False
        before = {c.field: text_of(c.value) for c in self.entries[-1].cells if c.field.slot < 1000}
        now = {c.field: text_of(c.value) for c in cells}
        own = [f for f in now if f.role == VICTIM or (not f.role and f.what not in ("key",))]
        others = [f for f in now if f.role in (CHILD, PERPETRATOR, OTHER)]
        return (
            bool(others)
            and all(before.get(f) == now[f] for f in own)
            and any(before.get(f) != now[f] for f in others)
            and any(f.what in ("narrative", "referred", "born") for f in own)
        )

    def _said(self, cell: Filled) -> bool:
        return any(c.field.what == cell.field.what and c.field.role == cell.field.role and text_of(c.value) == text_of(cell.value)
                   for c in self.entries[-1].cells) and cell.field.role != CHILD  # fmt: skip

    def _lone(self, at: int, text: str) -> None:
        plain = folded(text)
        if not self._has_agency and len(text) < 80 and not text.startswith("*") and looks_like_agency(plain):
            self._section = text.strip(" -–—:")
        self.aside.append((at, text))

    def _person_row(self, at: int, cells: list[Filled]) -> None:
        spoken = next((text_of(c.value) for c in cells if c.field.what == "role"), "")
        role = role_in(spoken) or {"p": PERPETRATOR, "c": CHILD}.get(folded(spoken), OTHER)
        key = next((text_of(c.value) for c in cells if c.field.what == "key"), "")
        named = any(c.field.what in ("name", "first", "last") for c in cells)
        if not named and not spoken:
            if not self._continues(at, cells):
                self._lone(at, " ".join(text_of(c.value) for c in cells))
            return
        # The rows of one case may stand apart, and the victim's need not come first.
        entry = self._by_key.get(key) if key else (self.entries[-1] if self.entries and role != VICTIM else None)
        if role == VICTIM and entry and entry.has("name", "first", "last", role=VICTIM):
            role, spoken = OTHER, spoken or "victim"
        turned = [replace(c, field=replace(c.field, role=role, slot=0 if role == VICTIM else 1000 + at))
                  if c.field.what in _PERSON else c for c in cells if c.field.what != "role"]  # fmt: skip
        if role == OTHER and spoken:
            turned.append(Filled(Field("relationship", OTHER, 1000 + at), spoken, "", at, 0))
        if entry is None:
            entry = Entry(self.grid.name, at, turned, [at], self._section)
            self.entries.append(entry)
            if key:
                self._by_key[key] = entry
            return
        known = {(c.field.what, text_of(c.value)) for c in entry.cells if not c.field.role}
        entry.cells += [c for c in turned if c.field.role or (c.field.what, text_of(c.value)) not in known]
        entry.rows.append(at)
        if role == VICTIM:
            entry.row = at


def looks_like_agency(plain: str) -> bool:
    return bool(_AGENCY.search(plain))


# One column for each case: the headings stand in a column.


def _sideways(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    width = max((len(row) for row in grid.rows), default=0)
    if len(grid.rows) < 6 or width < 3:
        return None
    turned = Grid(grid.name, [[grid.at(r, c) for r in range(len(grid.rows))] for c in range(width)])
    labels = max(range(min(width, 4)), key=lambda c: _score(turned.rows[c], mapping))
    if _score(turned.rows[labels], mapping) < 6:
        return None
    columns = _columns(turned, labels, mapping)
    group = ""
    for at in range(len(grid.rows)):
        text = text_of(grid.at(at, labels))
        if text and all(grid.at(at, c) is None for c in range(labels + 1, width)):
            group = role_in(text)
            columns.pop(at, None)
        elif text and group and at in columns and role_in(text) in ("", group):
            columns[at] = (meaning(text, group), f"{group} {text}")
    names = [r for r, (f, _h) in columns.items() if f.role == VICTIM and f.what in ("name", "first", "last")]
    dates = [r for r, (f, _h) in columns.items() if f.what in ("referred", "narrative", "agency")]
    cases = [
        c
        for c in range(labels + 1, width)
        if any(grid.at(r, c) is not None for r in names) and any(grid.at(r, c) is not None for r in dates)
    ]
    if len(cases) < 2 or len({columns[r] for r in names}) < len(names):
        return None
    # Labels in a second column, or the same label again further down, make it a sheet of forms.
    if any(_score(turned.rows[c], mapping) >= 3 and c not in cases[:1] for c in range(labels + 1, width)):
        return None
    entries = []
    for c in cases:
        cells = [Filled(f, grid.at(r, c), h, r, c) for r, (f, h) in columns.items() if text_of(grid.at(r, c))]
        entries.append(Entry(grid.name, min(names), cells, [min(names)]))
    return Layout(entries)


# One form for each case: a label, and its value beside or below it.


def _forms(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    known: dict[int, int] = {}
    for row in grid.rows:
        for column, value in enumerate(row):
            if isinstance(value, str) and _is_label(value, mapping):
                known[column] = known.get(column, 0) + 1
    texts = {c: sum(isinstance(grid.at(r, c), str) for r in range(len(grid.rows))) for c in known}
    most = max(known.values(), default=0)
    labels = {c for c, count in known.items() if count >= 3 and count >= 0.5 * texts[c] and count >= 0.35 * most}
    if sum(known.get(c, 0) for c in labels) < _FEWEST + 1:
        labels = {c for c in known if known[c] == most} if sum(known.values()) > _FEWEST + 1 else set()
    if not labels:
        return None
    entries: list[Entry] = []
    for strip in _strips(grid, labels, mapping):
        reader = _Form(strip, labels, mapping)
        reader.read()
        entries += [entry for entry in reader.entries if entry.cells and not (entry.split and _only_advice(entry))]
    return Layout(entries) if entries else None


def _only_advice(entry: Entry) -> bool:
    """Whether lines such as 'Date of birth: dd/mm/yy' only tell how to fill in a form: no date stands in any."""
    dates = [text_of(c.value) for c in entry.cells if c.field.what in ("referred", "born", "name", "phone")]
    return not any(re.search(r"\d", text) for text in dates)


def _strips(grid: Grid, labels: set[int], mapping: dict[str, Field]) -> list[Grid]:
    """Forms that stand side by side, each alone: the same label twice in a row opens another form."""
    for row in grid.rows:
        opens: dict[str, list[int]] = {}
        for column, value in enumerate(row):
            if column in labels and isinstance(value, str):
                found = mapping.get(folded(value)) or meaning(value)
                if found.what in ("referred", "name", "first") and found.role in ("", VICTIM):
                    opens.setdefault(folded(value), []).append(column)
        starts = max(opens.values(), key=len, default=[])
        if len(starts) > 1:
            ends = [*starts[1:], max(len(r) for r in grid.rows)]
            starts[0] = 0
            return [
                replace(grid, rows=[[v if a <= c < b else None for c, v in enumerate(r)] for r in grid.rows])
                for a, b in zip(starts, ends, strict=True)
            ]
    return [grid]


def _known(text: str, mapping: dict[str, Field]) -> bool:
    if folded(text) in ("y", "n", "yes", "no", "po", "jo", "v", "p"):
        return False
    return bool(mapping.get(folded(text))) or meaning(text).what != "remark"


def _is_label(text: str, mapping: dict[str, Field]) -> bool:
    """Whether a cell is, or begins with, a label: 'Date of birth', 'Tel: 07700 900123'."""
    if len(text) <= 80 and _known(text, mapping):
        return True
    match = _LABELLED.match(text)
    return bool(match) and _known(match.group(1), mapping)  # type: ignore[union-attr]


_LABELLED = re.compile(r"\s*([^:\n]{2,50}):[ \t]*(\S(?:.|\n)*)$")


class _Form:
    """Reads labels and values downwards; a section heading tells whose the labels below it are."""

    def __init__(self, grid: Grid, labels: set[int], mapping: dict[str, Field]) -> None:
        self.grid, self.labels, self.mapping = grid, labels, mapping
        self.entries = [Entry(grid.name, 0)]
        self._group, self._slot = "", 0
        self._opening: tuple[int, str] | None = None
        self._pending: tuple[Field, str] | None = None
        self._last: tuple[Field, str] | None = None
        self._small: dict[int, Field] = {}
        self._above: dict[int, tuple[Field, str]] = {}
        whats = {self._field(v).what for row in grid.rows for v in row if isinstance(v, str) and len(v) < 60}
        self._surnames = "last" in whats

    def read(self) -> None:
        for at, row in enumerate(self.grid.rows):
            cells = [(c, v) for c, v in enumerate(row) if text_of(v)]
            if not cells:
                continue
            if self._above:
                self._below(at, cells)
                continue
            self._opens(at, cells)
            if self._labels_above(at, cells):
                continue
            if self._small_heading(cells):
                continue
            if self._small and self._small_row(at, cells):
                continue
            if len(cells) == 1 and not self._splits(cells[0][1]):
                self._single(at, *cells[0])
            else:
                self._pairs(at, cells)

    def _opens(self, at: int, cells: list[tuple[int, Value]]) -> None:
        """The label that opened the first form opens every other one."""
        column, value = cells[0]
        text = text_of(value)
        if column not in self.labels or not _is_label(text, self.mapping):
            return
        match = _LABELLED.match(text)
        label = (column, folded(match.group(1) if match and not _known(text, self.mapping) else text))
        if self._opening is None:
            self._opening = None if self._pending else label
        elif label == self._opening and self.entries[-1].has("name", "first", "last", role=VICTIM):
            self.entries.append(Entry(self.grid.name, at))
            self._group, self._slot, self._last, self._small = "", 0, None, {}
            self._pending = None

    def _splits(self, value: Value) -> bool:
        """Whether one cell holds a label and its value."""
        text = text_of(value)
        match = _LABELLED.match(text)
        return bool(match) and not self._pending and _known(match.group(1), self.mapping)  # type: ignore[union-attr]

    def _labels_above(self, at: int, cells: list[tuple[int, Value]]) -> bool:
        """A row of labels whose values stand in the row below."""
        if len(cells) < 2 or not all(isinstance(v, str) and len(v) <= 60 for _c, v in cells):
            return False
        known = sum(_known(text_of(v), self.mapping) for _c, v in cells)
        below = (
            [(c, v) for c, v in enumerate(self.grid.rows[at + 1]) if text_of(v)] if at + 1 < len(self.grid.rows) else []
        )
        columns = {c for c, _v in cells}
        if known < 2 or known < 0.6 * len(cells) or not below or not all(c in columns for c, _v in below):
            return False
        if any(isinstance(v, str) and len(v) <= 60 and _known(v, self.mapping) for _c, v in below):
            return False
        if sum(self._field(text_of(v)).what in ("name", "list", "first") for _c, v in cells) and self._group in (
            CHILD,
            OTHER,
        ):
            return False  # a small table, which may go on for several rows
        self._above = {c: (self._field(text_of(v)), text_of(v)) for c, v in cells}
        self._small = {}
        return True

    def _below(self, at: int, cells: list[tuple[int, Value]]) -> None:
        for column, value in cells:
            found, heading = self._above.get(column, (Field("remark"), ""))
            self._add(found, value, heading, at, column)
        self._above, self._last, self._pending = {}, None, None

    def _small_heading(self, cells: list[tuple[int, Value]]) -> bool:
        """A row of headings of a small table within the form: name, date of birth, school."""
        if len(cells) < 2 or not all(isinstance(v, str) and len(v) < 60 for _c, v in cells):
            return False
        fields = [meaning(text_of(v), self._group) for _c, v in cells]
        if not all(f.what in _PERSON or f.what == "remark" for f in fields):
            return False
        persons = sum(f.what in _PERSON for f in fields)
        if persons < 2 or 2 * persons <= len(cells) or sum(f.what in ("name", "first", "list") for f in fields) != 1:
            return False
        if fields[0].what not in ("name", "first", "list") or (len(cells) == 2 and self._group in ("", VICTIM)):
            return False
        mine = CHILD if self.entries[-1].has("name", "first", "last", role=VICTIM) else VICTIM
        role = self._group or next((f.role for f in fields if f.role), mine)
        whole = not any(f.what == "last" for f in fields)
        self._small = {
            c: replace(f, what="name" if f.what == "list" or (f.what == "first" and whole) else f.what, role=role)
            for (c, _v), f in zip(cells, fields, strict=True)
        }
        return True

    def _small_row(self, at: int, cells: list[tuple[int, Value]]) -> bool:
        first = text_of(cells[0][1])
        heading = (
            len(cells) == 1 and (role_in(first) or _known(first, self.mapping)) and first == first.upper()
        ) or _section(first)
        label = (
            (len(cells) >= 2 or first.endswith(":") or self._splits(first))
            and (_known(first, self.mapping) or self._splits(first))
            and cells[0][0] in self.labels
            and folded(first) not in ("none",)
        )
        if heading or (label and meaning(first).what not in ("key",)) or not any(c in self._small for c, _v in cells):
            self._small = {}
            return False
        for column, value in cells:
            found = self._small.get(column, Field("remark"))
            self._add(replace(found, slot=1000 + at) if found.role else found, value, "", at, column)
        return True

    def _single(self, at: int, column: int, value: Value) -> None:
        text = text_of(value)
        if self._pending and not (
            len(text) < 60 and (_section(text) or (column in self.labels and _known(text, self.mapping)))
        ):
            found, heading = self._pending
            self._add(found, value, heading, at, column)
            if found.what != "narrative":
                self._pending = None
            return
        if self._last and column not in self.labels and column > min(self.labels, default=0):
            self._add(self._last[0], value, self._last[1], at, column)
            return
        if len(text) > 90:
            return
        found = self._field(text)
        self._pending = None
        role = role_in(text)
        if found.what in ("narrative", "background", "orders", "crime", "criteria", "consent") or (
            found.what == "remark" and text.endswith((":", "?"))
        ) or (found.what != "remark" and self._value_below(at, column)):  # fmt: skip
            self._pending = (found, text)
        if role and (_section(text) or found.what in ("name", "list")):
            self._group, self._slot = role, slot_in(text)
            self._last = None
        elif found.what in ("risk", "criteria", "narrative", "referred", "agency", "consent") and _section(text):
            self._group, self._slot = "", 0
        self._last = (found, text) if column in self.labels and not _section(text) else None

    def _value_below(self, at: int, column: int) -> bool:
        """Whether the next filled row holds nothing but a value under this label."""
        for row in self.grid.rows[at + 1 : at + 3]:
            cells = [(c, v) for c, v in enumerate(row) if text_of(v)]
            if cells:
                below = cells[0][1]
                return (
                    len(cells) == 1 and cells[0][0] == column
                    and not (isinstance(below, str) and (_is_label(below, self.mapping) or _section(below) or below.endswith(":")))
                )  # fmt: skip
        return False

    def _pairs(self, at: int, cells: list[tuple[int, Value]]) -> None:
        self._pending = None
        label: str | None = None
        for at_cell, (column, value) in enumerate(cells):
            text = text_of(value)
            follows = at_cell + 1 < len(cells)
            if label is None and isinstance(value, str) and (match := _LABELLED.match(text)) and self._splits(value):
                heading = match.group(1).strip()
                self.entries[-1].split = True
                self._add(self._field(heading), match.group(2), heading, at, column)
                continue
            known = len(text) <= 90 and isinstance(value, str) and (_known(text, self.mapping) or text.endswith(":"))
            is_label = isinstance(value, str) and len(text) <= 90 and (
                (follows and (column in self.labels or (label is None and at_cell == 0) or (label is None and known)))
                or (known and (column in self.labels or text.endswith(":")) and at_cell > 0)
            )  # fmt: skip
            if is_label:
                label = text
                self._last = (self._field(text), text)
                continue
            if label is None and not self._last:
                continue
            found, heading = self._last or (Field("remark"), "")
            self._add(found, value, heading, at, column)
            label = None

    def _field(self, text: str) -> Field:
        mapped = self.mapping.get(folded(text))
        found = mapped or meaning(text, self._group)
        if found.what in _PERSON and not found.role:
            found = replace(found, role=VICTIM)
        if found.what == "list" and found.role != CHILD:
            found = replace(found, what="name")
        if found.role and found.role == self._group and not found.slot and found.what != "list":
            found = replace(found, slot=self._slot)
        return replace(found, slot=0) if found.role == VICTIM else found

    def _add(self, found: Field, value: Value, heading: str, at: int, column: int) -> None:
        entry = self.entries[-1]
        if found.what == "first" and not self._surnames:
            found = replace(found, what="name")
        again = (found.what == "referred" or (found.role == VICTIM and found.what in ("name", "first"))) and any(
            c.field == found and c.row != at for c in entry.cells
        )
        if again and entry.has("narrative", "born", "phone", "address"):
            entry = Entry(self.grid.name, at)
            self.entries.append(entry)
        if not entry.cells:
            entry.row = at
        entry.cells.append(Filled(found, value, heading, at, column))
        if at not in entry.rows:
            entry.rows.append(at)


def _section(text: str) -> bool:
    """Whether a line looks like the heading of a section: capitals, a number before it, or a colon after it."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and (
        (all(c.isupper() for c in letters) and len(letters) > 2)
        or bool(re.match(r"^(section|part|pjesa|seksioni)?\s*([A-H]|\d{1,2}|[IVX]+)[.):]\s", text))
    )
