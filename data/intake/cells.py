"""The cells of one entry, found by field; what refers to another cell or holds two people is put straight first."""

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from data.intake.entries import Entry, Filled
from data.intake.headings import PERPETRATOR, VICTIM, folded, slot_in
from data.intake.sheet import Value
from data.intake.values import criteria_of, is_ditto, says_nothing

_PAIRS = re.compile(r"\s+/\s+|\s*;\s*|\n|\s+&\s+")


class Cells:
    """``months_first`` are headings under which dates stand month first."""

    def __init__(self, entry: Entry, months_first: Set[str]) -> None:
        self.entry, self.months_first = entry, months_first
        self._index()

    def __iter__(self) -> Iterator[Filled]:
        return iter(self.entry.cells)

    def _set(self, cells: list[Filled]) -> None:
        self.entry.cells = cells
        self._index()

    def _index(self) -> None:
        self._by: dict[tuple[str, str], list[Filled]] = {}
        for cell in self.entry.cells:
            self._by.setdefault((cell.field.what, cell.field.role), []).append(cell)

    def all(self, what: str, role: str = "", slot: int | None = None) -> list[Filled]:
        """The cells of a field, in the order of the sheet."""
        found = self._by.get((what, role), [])
        return list(found) if slot is None else [c for c in found if c.field.slot == slot]

    def of(self, role: str, slot: int | None) -> dict[str, list[Filled]]:
        """The cells of one person, by what they tell."""
        return {
            what: told
            for (what, whose), found in self._by.items()
            if whose == role and (told := found if slot is None else [c for c in found if c.field.slot == slot])
        }

    def text(self, what: str, role: str, slot: int | None = None, join: str = " ") -> str:
        cells = self.all(what, role, slot)
        # 'Jo' is a surname too where a first name stands beside it.
        first = what == "last" and any(
            not says_nothing(c.text) for c in self.all("first", role, slot) + self.all("name", role, slot)
        )
        return join.join(t for c in cells if not says_nothing(t := c.text) or _is_jo(c) or (first and t == "Jo"))

    def months(self, what: str, role: str, slot: int | None) -> bool:
        return any(c.heading in self.months_first for c in self.all(what, role, slot))

    def slots(self, role: str) -> list[int]:
        return sorted({c.field.slot for c in self.entry.cells if c.field.role == role})

    def resolve_dittos(self, above: dict[tuple[str, str], Value]) -> None:
        """'as above' is the value above, except in the perpetrator's address, where it is the victim's."""
        resolved = []
        for cell in self.entry.cells:
            text = cell.text
            key = (cell.field.what, cell.field.role)
            place = cell.field.what in ("address", "town", "postcode") and cell.field.role != VICTIM
            if not place and is_ditto(text) and cell.field.what not in ("narrative", "remark"):
                cell = replace(cell, value=above.get(key))
            elif not place:
                above[key] = cell.value
            if cell.value is not None:
                resolved.append(cell)
        if resolved != self.entry.cells:
            self._set(resolved)

    def reasons(self) -> None:
        """'Reason for referral' may hold the criteria of referral, and no story."""
        if len(self.all("narrative")) < 2:
            return
        cells = list(self.entry.cells)
        for at, cell in enumerate(cells):
            text = cell.text
            if (
                (
                    cell.field.what == "narrative"
                    and len(text) < 60
                    and re.search(r"reason|arsye|basis", folded(cell.heading))
                )
                and criteria_of(text)
                and len(self.all("narrative")) > 1
            ):
                cells[at] = replace(cell, field=replace(cell.field, what="criteria"))
        self._set(cells)

    def split_pairs(self) -> None:
        """'Kowalczyk / Nowicki' beside 'Adam / Tomek' are two people, with as many dates, relationships, addresses."""
        for slot in self.slots(PERPETRATOR):
            cells = [c for c in self.entry.cells if c.field.role == PERPETRATOR and c.field.slot == slot]
            parts = {at: [p.strip() for p in _PAIRS.split(c.text)] for at, c in enumerate(cells)}
            firsts = [parts[at] for at, c in enumerate(cells) if c.field.what == "first"]
            lasts = [parts[at] for at, c in enumerate(cells) if c.field.what == "last"]
            many = len(firsts[0]) if len(firsts) == len(lasts) == 1 else 0
            if many < 2 or len(lasts[0]) not in (1, many) or not all(firsts[0]):
                continue
            rest = [c for c in self.entry.cells if c not in cells]
            for at, cell in enumerate(cells):
                said = parts[at] if len(parts[at]) == many else [cell.text]
                if len(said) < many and cell.field.what == "last":
                    said = said * many
                for number, word in enumerate(said):
                    field = replace(cell.field, slot=slot + number * 0.01)  # type: ignore[arg-type]
                    rest.append(replace(cell, value=word if len(said) > 1 else cell.value, field=field))
            self._set(rest)

    def share_relation(self) -> None:
        """One column for the relationships of several perpetrators: 'husband / mother-in-law'."""
        slots = sorted({c.field.slot for c in self.entry.cells
                        if c.field.role == PERPETRATOR and c.field.what in ("name", "first", "last")})  # fmt: skip
        cells = self.all("relationship", PERPETRATOR)
        if len(cells) != 1 or not slots or (len(slots) < 2 and cells[0].field.slot in slots):
            return
        said = re.split(r"\s*/\s*|;\s*", cells[0].text)
        if len(said) == 1 and cells[0].field.slot in slots and slot_in(cells[0].heading, PERPETRATOR):
            return
        if len(said) != len(slots):
            said, slots = [cells[0].text], slots[:1]
        rest = [c for c in self.entry.cells if c is not cells[0]]
        self._set(
            rest
            + [
                replace(cells[0], value=word, field=replace(cells[0].field, slot=slot))
                for word, slot in zip(said, slots, strict=True)
            ]
        )


def _is_jo(cell: Filled) -> bool:
    """'Jo' is a name under an English heading, and 'no' under an Albanian one."""
    english = re.search(r"name|victim|client|perp|offend", folded(cell.heading))
    return cell.field.what in ("first", "name") and cell.text == "Jo" and bool(english)
