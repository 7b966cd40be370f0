"""The door in: look at a spreadsheet, take it or not, undo (R6)."""

import uuid
from dataclasses import dataclass, replace
from gettext import gettext as _
from hashlib import sha256
from pathlib import Path

from data.intake.layouts import signature
from data.intake.read import Taken, Understood, read
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

# What a heading may be told to mean; the words are for the screen.
_OF_A_PERSON = {
    "name": _("name"), "first": _("first name"), "last": _("surname"), "aka": _("other names"),
    "born": _("date of birth"), "age": _("age"), "gender": _("gender"), "phone": _("phone"), "email": _("e-mail"),
    "address": _("address"), "town": _("town"), "postcode": _("postcode"), "work": _("workplace"),
    "school": _("school"), "identifier": _("identifier"), "relationship": _("relationship to the victim"),
}  # fmt: skip
_ROLES = {"victim": _("Victim"), "perpetrator": _("Perpetrator"), "child": _("Child"), "other": _("Other person")}
MEANINGS: dict[str, str] = {
    "narrative": _("What happened"), "referred": _("Date of referral"), "agency": _("Referring agency"),
    "risk": _("Risk score"), "judgement": _("Risk level"), "criteria": _("Criteria of referral"),
    "consent": _("Consent"), "count": _("Number of children"), "child.list": _("Children, all in one cell"),
    "orders": _("Orders"), "crime": _("Crime reference"), "remark": _("A remark, kept as it stands"),
}  # fmt: skip
for _role, _who in _ROLES.items():
    MEANINGS |= {f"{_role}.{what}": f"{_who}: {word}" for what, word in _OF_A_PERSON.items()}


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
    understood = read(path, agencies=office.agencies(), today=office.today)
    with office.area.look() as record:
        mapping = record.mapping(_key(understood))
    return read(path, mapping, office.agencies(), office.today) if mapping else understood


def remember(office: Office, path: Path, heading: str, meaning: str) -> Understood:
    """From now on ``heading`` means ``meaning`` (one of MEANINGS) in every file with the headings of this one."""
    plain = read(path, agencies=office.agencies())
    if heading not in dict(plain.meanings):
        raise NotPossible(_("This file has no such heading any more; read it again."))
    with office.area.work() as record:
        mapping = record.mapping(_key(plain)) or {}
        record.save_mapping(_key(plain), mapping | {heading: meaning})
    return preview(path, office)


def _key(understood: Understood) -> str:
    """Files with the same headings, in any order, are of one layout: an agency's own."""
    return "headings " + sha256(signature([heading for heading, _m in understood.meanings]).encode()).hexdigest()


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
