"""What every layout ends in: entries of filled fields."""

from dataclasses import dataclass, field
from functools import cached_property

from data.intake.headings import Field
from data.intake.sheet import Value
from data.intake.values import text_of


@dataclass(frozen=True)
class Filled:
    """One cell that says something of a field; row and column from 0. ``text`` is what a person would read there."""

    field: Field
    value: Value
    heading: str
    row: int
    column: int

    @cached_property
    def text(self) -> str:
        return text_of(self.value)


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
