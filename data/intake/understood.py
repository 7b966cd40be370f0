"""What a file was understood to say, before anything is taken."""

from dataclasses import dataclass, field

from data.records.case_details import CaseFile


@dataclass(frozen=True, slots=True)
class Said:
    """One thing to tell about a cell: row from 1 as a spreadsheet shows it, 0 for the whole file; column by
    its heading, or its letter where it has none.

    ``why`` gives the reason and what would be accepted; it never quotes the cell.
    """

    sheet: str
    row: int
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A case as it would be taken. ``dated`` is unset when no readable date of referral stood there; ``known`` is
    the reference of a case that is here already, word for word, and would be left as it is."""

    sheet: str
    row: int
    file: CaseFile = field(repr=False)
    dated: bool = True
    known: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """``meanings``: each heading as it stands and what it was taken to mean, as ``victim.phone`` or ``narrative``."""

    cases: tuple[Taken, ...] = ()
    rejected: tuple[Said, ...] = ()
    warnings: tuple[Said, ...] = ()
    file_error: str = ""
    meanings: tuple[tuple[str, str], ...] = ()
