"""The door in: look at a spreadsheet, take it or not, undo (R6)."""

import uuid
from dataclasses import dataclass, replace
from gettext import gettext as _
from pathlib import Path

from data.intake.read import Taken, Understood, read
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible


@dataclass(frozen=True, slots=True)
class ImportResult:
    """``known`` are references of cases that were here already, left as they are."""

    batch_id: str
    references: tuple[str, ...]
    known: tuple[str, ...] = ()


def preview(path: Path, office: Office | None = None) -> Understood:
    """What a file is understood to say; nothing is taken."""
    if not path.is_file():
        return Understood(cases=(), rejected=(), warnings=(), file_error=_("There is no such file; check the path."))
    if office is None:
        return read(path)
    return read(path, agencies=office.agencies())


def take(office: Office, understood: Understood, *, only_good: bool = False) -> ImportResult:
    """Take all cases in one step, or none.

    Raises NotPossible when the file could not be read, or rows were rejected and ``only_good`` is not set.
    """
    if understood.file_error:
        raise NotPossible(understood.file_error)
    if not understood.cases:
        raise NotPossible(_("There is no case in this file to take."))
    if understood.rejected and not only_good:
        raise NotPossible(
            _("{count} rows cannot be taken. Mend them, or take the good rows alone.").format(
                count=len(understood.rejected)
            )
        )
    batch = str(uuid.uuid4())
    files = [_with_agency(office, taken) for taken in understood.cases]
    with office.area.work() as record:
        record.add_cases(files)
        record.save_import(batch, office.clock(), [file.case.id for file in files])
    return ImportResult(batch, tuple(file.case.reference for file in files))


def undo(office: Office, batch_id: str) -> int:
    """Remove the cases of one import that no meeting has touched; returns how many."""
    with office.area.work() as record:
        removed = record.undo_import(batch_id)
    office.forget()
    return removed


def _with_agency(office: Office, taken: Taken):  # type: ignore[no-untyped-def]
    """The case with its referring agency as the registered code, where one of that name is registered."""
    case = taken.file.case
    written = case.referring_agency.casefold().strip()
    for agency in office.agencies():
        if written in {
            agency.code.casefold(),
            agency.name.casefold(),
            *(w.casefold() for w in agency.also_written),
        }:
            return replace(taken.file, case=replace(case, referring_agency=agency.code))
    return taken.file
