"""The keepers' work on cases: list, open, contacts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from gettext import gettext as _

from agenda.audience import held_reasons
from data.permission.reasons import Reason
from data.permission.seen import of_remark
from data.records.case_details import Case, CaseFile, Remark
from data.records.case_management import Contact
from data.records.conference import Action
from data.records.ids import new_id
from data.records.profile import Profile
from data.records.reference import parse_reference
from data.records.sharing import Ground
from data.records.text import RawText
from meeting.usecases import counted
from meeting.usecases.looking_up import sought
from meeting.usecases.office import Office
from meeting.usecases.permitting import matters
from redaction.disguise import Disguised

LISTED = 500  # cases at once; a search reaches all


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A line of the list of cases; names nobody."""

    case_id: str
    reference: str
    referred_on: date
    agency: str
    criteria: str
    consent: str
    children: int
    state: str
    risk_words: str


@dataclass(frozen=True, slots=True)
class KeeperCase:
    """One case as its keeper sees it, the raw words beside the disguised ones; ``held``: why no agency sees it."""

    case: Case
    file: CaseFile = field(repr=False)
    disguised: Disguised = field(repr=False)
    contacts: tuple[Contact, ...]
    actions: tuple[Action, ...]
    ground: Ground | None
    held: tuple[Reason, ...] = ()


def list_cases(office: Office, search: str = "", limit: int = LISTED) -> tuple[CaseRow, ...]:
    """Newest first; ``search`` looks through every case: reference, agency, consent, criteria, risk and state."""
    with office.area.look() as record:
        cases = record.cases(limit=limit, search=sought(office, search))
    return tuple(_row(office, case) for case in cases)


def rows_of(office: Office, case_ids: Sequence[str]) -> tuple[CaseRow, ...]:
    """These cases, newest first."""
    with office.area.look() as record:
        cases = [record.case(case_id) for case_id in case_ids]
    return tuple(_row(office, case) for case in sorted(cases, key=lambda case: case.referred_on, reverse=True))


def case_id_of(office: Office, typed: str) -> str:
    """The case of a code as a person typed it. Raises WrongReference, NoSuchCase."""
    with office.area.look() as record:
        return record.case_by_reference(parse_reference(typed)).id


def open_case(office: Office, case_id: str) -> KeeperCase:
    """Open a case with its identity; leaves an entry in the log."""
    file = office.file_of(case_id)
    with office.area.look() as record:
        contacts = record.contacts(case_id)
        actions = record.actions(case_id=case_id)
        ground = record.ground(case_id)
        matter = matters(office, record, [file.case])[case_id]
    held = held_reasons(matter, office.today)
    return KeeperCase(file.case, file, office.disguise(case_id, whole_text(file)), contacts, actions, ground, held)


def shared_text(file: CaseFile, categories: Collection[str], profile: Profile) -> RawText:
    """Of the narrative and the remarks, those whose category is one of these."""
    narrative = file.narrative.text if "history" in categories else ""
    return _apart(narrative, [r for r in file.remarks if of_remark(r.label, profile) in categories])


def whole_text(file: CaseFile) -> RawText:
    """The narrative and the remarks beside it: all that a summary is made of."""
    return _apart(file.narrative.text, file.remarks)


def _apart(narrative: str, remarks: Sequence[Remark]) -> RawText:
    """Each a paragraph of its own, so that each is read in its own language."""
    parts = [narrative, *(f"{remark.label}: {remark.text.text}" for remark in remarks)]
    return RawText("\n\n".join(part for part in parts if part.strip()))


def add_contact(office: Office, case_id: str, contact: Contact) -> None:
    with office.area.work() as record:
        record.add_contact(case_id, replace(contact, id=contact.id or new_id()))


def _row(office: Office, case: Case) -> CaseRow:
    return CaseRow(
        case.id,
        case.reference,
        case.referred_on,
        office.agency_name(case.referring_agency),
        ", ".join(_(criterion.value) for criterion in case.criteria),
        _(case.consent.value),
        case.children_count,
        _(case.state.value),
        risk_words(case),
    )


def risk_words(case: Case) -> str:
    """Count and judgement side by side, in words: never a computed verdict."""
    latest = case.latest_assessment
    if latest is None:
        return _("not assessed")
    parts = []
    if latest.count is not None:
        parts.append(counted.ticks(latest.count))
    if latest.judgement:
        parts.append(_(latest.judgement.value))
    return " · ".join(parts) or _("not assessed")
