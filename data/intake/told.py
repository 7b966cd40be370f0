"""What is said of an entry besides its case: remarks that are kept, doubts, reasons why it cannot be taken."""

from data.intake.entries import Entry, Filled
from data.intake.sheet import column_name
from data.intake.understood import Said
from data.intake.values import says_nothing
from data.records.case_details import Remark
from data.records.text import RawText


class Told:
    """Warnings and rejected rows of one sheet, and the remarks of the entry that is being read."""

    def __init__(self) -> None:
        self.warnings: list[Said] = []
        self.rejected: list[Said] = []
        self.remarks: list[Remark] = []
        self._entry = Entry("", 0)

    def of(self, entry: Entry) -> None:
        """From here on everything is said of ``entry``."""
        self._entry, self.remarks = entry, []

    def remark(self, label: str, text: str) -> None:
        if text and not (says_nothing(text) and len(text) < 12):
            self.remarks.append(Remark(label=label, text=RawText(text)))

    def warn(self, why: str, role: str = "", cell: Filled | None = None) -> None:
        row, column = self._where(role, cell)
        self.warnings.append(Said(self._entry.sheet, row, column, why))

    def reject(self, why: str, cell: Filled | None = None, column: str = "") -> None:
        row, found = self._where("", cell)
        column = found or column
        self.rejected.append(Said(self._entry.sheet, row, column, why))

    def _where(self, role: str, cell: Filled | None) -> tuple[int, str]:
        if cell is None:
            cell = next((c for c in self._entry.cells if role and c.field.role == role), None)
        return (cell.row + 1, cell.heading or column_name(cell.column)) if cell else (self._entry.row + 1, "")
