"""One form for each case: a label, and its value beside or below it."""

import re
from dataclasses import replace

from data.intake.contents import NOT_A_STORY
from data.intake.entries import Entry, Filled, Layout
from data.intake.headings import ASIDE, CHILD, OTHER, VICTIM, Field, folded, group_role, meaning, role_in, slot_in
from data.intake.rows_of_headings import FEWEST, OF_A_PERSON, OWN_OF_VICTIM, is_section
from data.intake.sheet import Grid, Value
from data.intake.values import text_of


def forms(grid: Grid, mapping: dict[str, Field]) -> Layout | None:
    known: dict[int, int] = {}
    for row in grid.rows:
        for column, value in enumerate(row):
            if isinstance(value, str) and is_label(value, mapping):
                known[column] = known.get(column, 0) + 1
    texts = {c: sum(isinstance(grid.at(r, c), str) for r in range(len(grid.rows))) for c in known}
    most = max(known.values(), default=0)
    labels = {c for c, count in known.items() if count >= 3 and count >= 0.5 * texts[c] and count >= 0.35 * most}
    if sum(known.get(c, 0) for c in labels) < FEWEST + 1:
        labels = {c for c in known if known[c] == most} if sum(known.values()) > FEWEST + 1 else set()
    if not labels:
        return None
    entries: list[Entry] = []
    for strip in _strips(grid, labels, mapping):
        reader = Form(strip, labels, mapping)
        reader.read()
        for entry in reader.entries:
            _find_story(entry)
        entries += [entry for entry in reader.entries if entry.cells and not (entry.split and _only_advice(entry))]
    return Layout(entries) if entries else None


def _find_story(entry: Entry) -> None:
    """On a form without a label for what happened, the longest text of no other meaning tells it."""
    if entry.has("narrative", "background"):
        return
    long = [c for c in entry.cells if c.field.what == "remark" and len(c.text) >= 60 and c.text.count(" ") >= 8]
    long = [c for c in long if not NOT_A_STORY.search(folded(c.heading))]
    if long:
        best = max(long, key=lambda cell: len(cell.text))
        entry.cells[entry.cells.index(best)] = replace(best, field=Field("narrative"))


def _only_advice(entry: Entry) -> bool:
    """Whether lines such as 'Date of birth: dd/mm/yy' only tell how to fill in a form: no date stands in any."""
    dates = [c.text for c in entry.cells if c.field.what in ("referred", "born", "name", "phone")]
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


def is_known(text: str, mapping: dict[str, Field]) -> bool:
    if folded(text) in ("y", "n", "yes", "no", "po", "jo", "v", "p"):
        return False
    return bool(mapping.get(folded(text))) or meaning(text).what != "remark"


def is_label(text: str, mapping: dict[str, Field]) -> bool:
    """Whether a cell is, or begins with, a label: 'Date of birth', 'Tel: 07700 900123'."""
    if len(text) <= 80 and is_known(text, mapping):
        return True
    match = _LABELLED.match(text)
    return bool(match) and is_known(match.group(1), mapping)  # type: ignore[union-attr]


_LABELLED = re.compile(r"\s*([^:\n]{2,50}):[ \t]*(\S(?:.|\n)*)$")


class Form:
    """Reads labels and values downwards; a section heading tells whose the labels below it are."""

    def __init__(self, grid: Grid, labels: set[int], mapping: dict[str, Field]) -> None:
        self.grid, self.labels, self.mapping = grid, labels, mapping
        self.entries = [Entry(grid.name, 0)]
        self._group, self._slot = "", 0
        self._near: tuple[str, int] = "", 0
        self._labelled: set[str] = set()
        self._heading = ""
        self._under: dict[int, tuple[Field, str]] = {}
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
        if column not in self.labels or not is_label(text, self.mapping):
            return
        match = _LABELLED.match(text)
        label = (column, folded(match.group(1) if match and not is_known(text, self.mapping) else text))
        if self._opening is None:
            self._opening = None if self._pending else label
        elif label == self._opening and self.entries[-1].has("name", "first", "last", role=VICTIM):
            self.entries.append(Entry(self.grid.name, at))
            self._group, self._slot, self._last, self._small = "", 0, None, {}
            self._pending = None
            self._near, self._labelled = ("", 0), set()

    def _splits(self, value: Value) -> bool:
        """Whether one cell holds a label and its value."""
        text = text_of(value)
        match = _LABELLED.match(text)
        return bool(match) and not self._pending and is_known(match.group(1), self.mapping)  # type: ignore[union-attr]

    def _labels_above(self, at: int, cells: list[tuple[int, Value]]) -> bool:
        """A row of labels whose values stand in the row below."""
        if len(cells) < 2 or not all(isinstance(v, str) and len(v) <= 60 for _c, v in cells):
            return False
        known = sum(is_known(text_of(v), self.mapping) for _c, v in cells)
        below = (
            [(c, v) for c, v in enumerate(self.grid.rows[at + 1]) if text_of(v)] if at + 1 < len(self.grid.rows) else []
        )
        columns = {c for c, _v in cells}
        if known < 2 or known < 0.6 * len(cells) or not below or not all(c in columns for c, _v in below):
            return False
        if any(isinstance(v, str) and len(v) <= 60 and is_known(v, self.mapping) for _c, v in below):
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
        if not all(f.what in OF_A_PERSON or f.what == "remark" for f in fields):
            return False
        persons = sum(f.what in OF_A_PERSON for f in fields)
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
            len(cells) == 1 and (group_role(first) or is_known(first, self.mapping)) and first == first.upper()
        ) or is_section(first)
        label = (
            (len(cells) >= 2 or first.endswith(":") or self._splits(first))
            and (is_known(first, self.mapping) or self._splits(first))
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
            len(text) < 60 and (is_section(text) or (column in self.labels and is_known(text, self.mapping)))
        ):
            found, heading = self._pending
            self._add(found, value, heading, at, column)
            if found.what != "narrative":
                self._pending = None
            return
        if self._last and column not in self.labels and column > min(self.labels, default=0):
            found, heading = self._under.get(column, self._last)
            self._add(found, value, heading, at, column)
            return
        if len(text) > 90:
            if self.entries[-1].cells:
                self._add(Field("remark"), value, self._heading, at, column)
            return
        found = self._field(text)
        self._pending = None
        self._heading = text
        role = group_role(text)
        if found.what in ("narrative", "background", "orders", "crime", "criteria", "consent") or (
            found.what == "remark" and text.endswith((":", "?"))
        ) or (found.what != "remark" and self._value_below(at, column)):  # fmt: skip
            self._pending = (found, text)
        if role and (is_section(text) or found.what in ("name", "list") or (role == ASIDE and text.endswith(":"))):
            self._group, self._slot = role, slot_in(text)
            self._last = None
        elif found.what in ("risk", "criteria", "narrative", "referred", "agency", "consent") and is_section(text):
            self._group, self._slot = "", 0
        self._last = (found, text) if column in self.labels and not is_section(text) else None

    def _value_below(self, at: int, column: int) -> bool:
        """Whether the next filled row holds nothing but a value under this label."""
        for row in self.grid.rows[at + 1 : at + 3]:
            cells = [(c, v) for c, v in enumerate(row) if text_of(v)]
            if cells:
                below = cells[0][1]
                return (
                    len(cells) == 1 and cells[0][0] == column
                    and not (isinstance(below, str) and (is_label(below, self.mapping) or is_section(below) or below.endswith(":")))
                )  # fmt: skip
        return False

    def _pairs(self, at: int, cells: list[tuple[int, Value]]) -> None:
        self._pending = None
        self._under = {}
        label: str | None = None
        for at_cell, (column, value) in enumerate(cells):
            text = text_of(value)
            follows = at_cell + 1 < len(cells)
            if label is None and isinstance(value, str) and (match := _LABELLED.match(text)) and self._splits(value):
                heading = match.group(1).strip()
                self.entries[-1].split = True
                self._add(self._field(heading), match.group(2), heading, at, column)
                continue
            known = len(text) <= 90 and isinstance(value, str) and (is_known(text, self.mapping) or text.endswith(":"))
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
            self._under[column] = found, heading
            label = None

    def _field(self, text: str) -> Field:
        mapped = self.mapping.get(folded(text))
        found = mapped or meaning(text, self._group)
        if found.what in OF_A_PERSON and not found.role:
            found = self._whose(found)
        elif found.what == "agency" and group_role(text) == ASIDE:
            self._near = ASIDE, 0
        elif not self._group and found.what in ("name", "first", "last") and role_in(text):
            self._near = found.role, found.slot
        if found.role == VICTIM:
            self._labelled.add(found.what)
        if found.what == "list" and found.role != CHILD:
            found = replace(found, what="name")
        if found.role and found.role == self._group and not found.slot and found.what != "list":
            found = replace(found, slot=self._slot)
        return replace(found, slot=0) if found.role == VICTIM else found

    def _whose(self, found: Field) -> Field:
        """A label without an owner is of the person named last, but the victim's while the victim has none."""
        role, slot = self._near
        if role == ASIDE:
            return Field("remark") if found.what in ("phone", "email") else replace(found, role=VICTIM)
        if not role or role == CHILD or (found.what in OWN_OF_VICTIM and found.what not in self._labelled):
            return replace(found, role=VICTIM)
        return replace(found, role=role, slot=found.slot or slot)

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
