"""A spreadsheet as plain grids. Rows and columns count from 0 here; people are told them as a spreadsheet
shows them (row 1, column A)."""

from dataclasses import dataclass, field
from datetime import date

Value = str | float | date | None


class NotASheet(ValueError):
    """The file cannot be read as a spreadsheet; the sentence says why and what would be accepted."""


@dataclass(slots=True)
class Grid:
    """One sheet. ``merged`` are (first row, first column, last row, last column).

    ``from_1904``: bare day numbers count from 1904, as old Macs wrote them. ``concealed``: the whole sheet is hidden.
    """

    name: str
    rows: list[list[Value]]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    notes: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    from_1904: bool = False
    concealed: bool = False

    def at(self, row: int, column: int) -> Value:
        """The value there, or None outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None


def column_name(column: int) -> str:
    """A, B, … Z, AA, as a spreadsheet shows it."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
