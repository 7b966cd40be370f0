"""What a person may ask: to see what is held about them, to have it put right, to have it not used (R31)."""

from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

from data.records.case_details import Address, CaseFile, Person, Role
from data.records.retention import Correction, Kept
from data.records.text import RawText
from data.store.ports import Done
from meeting.documents.access import AccessPaper
from meeting.documents.paper import Paper
from meeting.documents.release import Released, release
from meeting.usecases.cases import whole_text
from meeting.usecases.notices import check_safe
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible
from meeting.usecases.preparing import refresh_planned
from meeting.usecases.telling import Telling
from meeting.usecases.withholding import withhold
from redaction.disguise import disguise
from redaction.gate.gate import Gate
from redaction.recorded.known import Known
from redaction.text.normal import fold

CORRECTABLE = ("first", "last", "gender", "workplace", "school", "relationship_to_victim")


def access_paper(office: Office, case_id: str, person_id: str) -> Paper:
    """Everything held about one person of a case, in clear; everybody else in it disguised.

    Only the victim reads what was done for them: contacts, actions, who was told, and facts that are withheld (where
    they are, what they fear). Raises NotPossible for a perpetrator unless that is recorded as safe: that there is a
    case at all may cost a life.
    """
    file = office.file_of(case_id)
    person = _person(file, person_id)
    with office.area.look() as record:
        sharing = record.sharing(case_id)
    if person.role is Role.PERPETRATOR:
        check_safe(sharing)
    others = _without(file, person)
    known = Known.of([others], agencies=office.agencies())
    own, whole = _own_words(person), person.role is Role.VICTIM
    facts = () if whole else office.profile.withheld
    names = [agency.name for agency in office.agencies()]
    language = file.case.language or office.profile.language

    def shown(raw: RawText) -> str:
        disguised = disguise(raw, known, language=language, keep=own)
        return withhold(raw, disguised, facts, names, language, {fact.code for fact in facts}).text.text

    with office.area.look() as record:
        contacts, corrections = record.contacts(case_id) if whole else (), record.corrections(case_id)
        actions = record.actions(case_id=case_id) if whole else ()
    return AccessPaper.of(
        file.case,
        person,
        shown(whole_text(file)),
        [(one, shown(one.note)) for one in contacts],
        [(one.on, one.field, one.asked_by) for one in corrections] if whole else (),
        actions,
        sharing if whole else None,
        office.agencies(),
        office.profile,
        office.today,
    )


def release_access(
    office: Office, case_id: str, person_id: str, folder: Path, *, formats: Sequence[str] = ("docx", "pdf")
) -> Released:
    """Through the door out: the gate reads it against everybody else of the case."""
    paper = access_paper(office, case_id, person_id)
    file = office.file_of(case_id)
    gate = Gate.over([_without(file, _person(file, person_id))], agencies=office.agencies())
    telling = Telling(office, Done("subject access released", file.case.reference))
    return release(paper, folder, gate=gate, practice=office.area.practice, tells=telling, formats=formats)


def correct(office: Office, case_id: str, person_id: str, field: str, value: str, asked_by: str) -> None:
    """Put one detail right; what stood there stays in the record's history, sealed. Raises NotPossible."""
    if field not in CORRECTABLE:
        raise NotPossible(_("What can be put right here: {fields}.").format(fields=", ".join(CORRECTABLE)))
    if not asked_by.strip():
        raise NotPossible(_("Say who asked: the person, or an agency and role."))
    with office.area.work() as record:
        file = record.open_file(case_id)
        person = _person(file, person_id)
        changed = replace(person, **{field: value.strip()})  # type: ignore[arg-type]
        people = tuple(changed if one.id == person_id else one for one in file.people)
        before = RawText(str(getattr(person, field)))
        record.correct(
            replace(file, people=people), Correction(on=office.today, field=field, before=before, asked_by=asked_by)
        )
    office.forget(case_id)


def rewrite(office: Office, case_id: str, text: str) -> None:
    """The case's narrative as its keeper writes it now; what stood there stays in the history, sealed."""
    by = office.area.ring.user_id
    with office.area.work() as record:
        file = record.open_file(case_id)
        if file.case.kept is not Kept.ALL:
            raise NotPossible(_("The words of this case were purged; none can be added."))
        changed = replace(file, narrative=RawText(text.strip()))
        record.correct(changed, Correction(on=office.today, field="narrative", before=file.narrative, asked_by=by))
    office.forget(case_id)
    refresh_planned(office, case_id)


def restrict(office: Office, case_id: str, *, restricted: bool) -> None:
    """Keep the case and use it for nothing, or use it again; permission asks this first."""
    with office.area.work() as record:
        record.restrict(case_id, restricted=restricted)
    office.forget(case_id)


def _person(file: CaseFile, person_id: str) -> Person:
    for person in file.people:
        if person.id == person_id:
            return person
    raise NotPossible(_("There is no such person in this case."))


def _without(file: CaseFile, person: Person) -> CaseFile:
    """The case as the others' details alone; what they share with the person is the person's too."""
    own = {fold(word) for word in _own_words(person)}
    others = tuple(_less(one, own, person) for one in file.people if one.id != person.id)
    return replace(file, people=others, crime_references=(), orders=())


def _less(other: Person, own: set[str], person: Person) -> Person:
    def unless_shared(name: str) -> str:
        return " ".join(part for part in name.split() if fold(part) not in own)

    return replace(
        other,
        first=unless_shared(other.first),
        last=unless_shared(other.last),
        also_known_as=tuple(filter(None, map(unless_shared, other.also_known_as))),
        phones=tuple(one for one in other.phones if one not in person.phones),
        emails=tuple(one for one in other.emails if one not in person.emails),
        address=Address() if other.address == person.address else other.address,
    )


def _own_words(person: Person) -> list[str]:
    """Every word of the person's own details: let stand, whole or in part."""
    address = person.address
    values = [person.first, person.last, person.full_name, *person.also_known_as, *person.phones, *person.emails,
              address.line, address.town, address.postcode, person.workplace, person.school,
              *(value for _kind, value in person.identifiers)]  # fmt: skip
    if person.date_of_birth:
        values += [f"{person.date_of_birth:%d.%m.%Y}", f"{person.date_of_birth:%d/%m/%Y}"]
    return sorted({word for value in values for word in (value, *value.split()) if word.strip()})
