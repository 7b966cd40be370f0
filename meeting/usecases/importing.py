"""The door in: look at a spreadsheet, take it or not, undo (R6)."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from gettext import gettext as _
from hashlib import sha256
from pathlib import Path

from data.intake.headings import folded
from data.intake.layouts import signature
from data.intake.read import Progress, Said, Taken, Understood, no_progress, read
from data.records.case_details import CaseFile, Person, Role
from meeting.usecases import counted
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.referrers import Names

_AT_ONCE = 200  # cases written between two words about progress
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
    case_ids: tuple[str, ...] = ()


def preview(
    path: Path, office: Office | None = None, today: date | None = None, progress: Progress = no_progress
) -> Understood:
    """What a file is understood to say; nothing is taken. Cases that are here already are marked and told."""
    if path.is_dir():
        return Understood(file_error=_("This is a folder; the path of a spreadsheet in it would be accepted."))
    if not path.is_file():
        return Understood(file_error=_("There is no such file; check the path."))
    if office is None:
        return read(path, today=today, progress=progress)
    understood = read(path, agencies=office.agencies(), today=office.today, progress=progress)
    with office.area.look() as record:
        mapping = record.mapping(_key(understood))
    if mapping:
        understood = read(path, mapping, office.agencies(), office.today, progress)
    return _with_known(office, understood)


def _with_known(office: Office, understood: Understood) -> Understood:
    """Marks what is here already: the same victim referred on the same day. Other words are taken, and told."""
    mine = {(t.file.case.referred_on, _victim_of(t.file)) for t in understood.cases if t.dated}
    with office.area.work() as record:
        if not mine or not record.count_cases():
            return understood
        days = {day for day, _victim in mine}
        there: dict[tuple[date, str], list[str]] = {}
        for case, people in record.identities(purpose="an import looked for what is here already", on=days):
            key = case.referred_on, _named(people)
            if key in mine:
                there.setdefault(key, []).append(case.id)
        ids = [one for found in there.values() for one in found]
        files = {file.case.id: file for file in record.open_files(ids, purpose="compared with an import")}
    cases, told = [], []
    for taken in understood.cases:
        found = [files[one] for one in there.get((taken.file.case.referred_on, _victim_of(taken.file)), ())]
        same = next((file for file in found if file.narrative == taken.file.narrative), None)
        cases.append(replace(taken, known=same.case.reference) if same else taken)
        if same:
            why = _("This case is here already as {reference}; it will be left as it is.")
            told.append(Said(taken.sheet, taken.row, "", why.format(reference=same.case.reference)))
        elif found:
            why = _("The same victim is here as {reference}, referred on the same day in other words; both are kept.")
            told.append(Said(taken.sheet, taken.row, "", why.format(reference=found[0].case.reference)))
    return replace(understood, cases=tuple(cases), warnings=(*understood.warnings, *told))


def _victim_of(file: CaseFile) -> str:
    return _named(file.people)


def _named(people: Sequence[Person]) -> str:
    victim = next((person for person in people if person.role is Role.VICTIM), None)
    return folded(victim.full_name) if victim else ""


def remember(office: Office, path: Path, heading: str, meaning: str, progress: Progress = no_progress) -> Understood:
    """From now on ``heading`` means ``meaning`` (one of MEANINGS) in every file with the headings of this one."""
    plain = read(path, agencies=office.agencies(), today=office.today)
    if heading not in dict(plain.meanings):
        raise NotPossible(_("This file has no such heading any more; read it again."))
    with office.area.work() as record:
        mapping = record.mapping(_key(plain)) or {}
        record.save_mapping(_key(plain), mapping | {heading: meaning})
    return preview(path, office, progress=progress)


def _key(understood: Understood) -> str:
    """Files with the same headings, in any order, are of one layout: an agency's own."""
    return "headings " + sha256(signature([heading for heading, _m in understood.meanings]).encode()).hexdigest()


def take(
    office: Office, understood: Understood, *, only_good: bool = False, progress: Progress = no_progress
) -> ImportResult:
    """Take all cases in one step, or none; those that are here already are left as they are.

    Raises NotPossible when the file could not be read, or rows were rejected and ``only_good`` is not set.
    ``progress`` may raise to stop: then nothing was taken.
    """
    if understood.file_error:
        raise NotPossible(understood.file_error)
    if not understood.cases:
        raise NotPossible(_("There is no case in this file to take."))
    if understood.rejected and not only_good:
        raise NotPossible(
            _("{rows} cannot be taken. Mend them, or take the good rows alone.").format(
                rows=counted.rows(len(understood.rejected))
            )
        )
    names = Names(office.agencies())
    known = tuple(taken.known for taken in understood.cases if taken.known)
    files = [_with_agency(names, taken) for taken in understood.cases if not taken.known]
    if not files:
        raise NotPossible(_("Every case of this file is here already; nothing was taken."))
    batch = str(uuid.uuid4())
    with office.area.work() as record:
        for done in range(0, len(files), _AT_ONCE):
            progress(done, len(files))
            record.add_cases(files[done : done + _AT_ONCE])
        record.save_import(batch, office.clock(), [file.case.id for file in files])
    references = tuple(file.case.reference for file in files)
    return ImportResult(batch, references, known, tuple(file.case.id for file in files))


def last_import(office: Office) -> tuple[str, datetime, int]:
    """The batch, time and number of cases of the newest import. Raises NotPossible when there is none."""
    with office.area.look() as record:
        imports = record.imports()
    if not imports:
        raise NotPossible(_("Nothing was imported yet."))
    return max(imports, key=lambda one: one[1])


def undo(office: Office, batch_id: str) -> int:
    """Remove the cases of one import that no meeting has touched; returns how many."""
    with office.area.work() as record:
        removed = record.undo_import(batch_id)
    office.forget()
    return removed


def _with_agency(names: Names, taken: Taken) -> CaseFile:
    """The case with its referring agency as the registered code, where one of that name is registered."""
    case = taken.file.case
    agency = names.agency(case.referring_agency)
    return replace(taken.file, case=replace(case, referring_agency=agency.code)) if agency else taken.file
