"""One case's identity for one person, as long as the consent or the recorded ground lasts (R28)."""

from datetime import date
from gettext import gettext as _

from data.permission.consents import counting
from data.records.case_details import Case
from data.records.sharing import Sharing
from data.store.key_rows import GrantLine
from meeting.area import Record
from meeting.usecases.office import Office
from meeting.usecases.places import NotPossible

# Who may know the people of a case may read what is disguised of it too.
DOMAINS = ("I", "C")


def grant_case(office: Office, reference: str, user_id: str, until: date) -> date:
    """One case to one person, its identity and its disguised content.

    Returns the last day of the grant: the one asked for, or the earlier end of what it rests on.

    Raises NotPossible without consent in force or countersigned ground, NotAllowed for whom it cannot be given to.
    """
    if until < office.today:
        raise NotPossible(_("A grant lasts until today or a later day."))
    with office.area.work() as record:
        case = record.case_by_reference(reference)
        basis = _basis(case, record.sharing(case.id), office.today)
        if basis is None:
            raise NotPossible(
                _("No consent is in force for this case, and no countersigned ground: an identity cannot be granted.")
            )
        because, ends = basis
        last = min(until, ends or until)
        for domain in DOMAINS:
            record.grant(case.id, domain, user_id, last, because)
    return last


def end_grant(office: Office, reference: str, user_id: str) -> bool:
    """The case gets new keys, so that what was copied opens nothing. Returns whether there was a grant."""
    with office.area.work() as record:
        case = record.case_by_reference(reference)
        return record.end_grants(case.id, user_id=user_id) > 0


def grants(office: Office) -> tuple[GrantLine, ...]:
    with office.area.look() as record:
        return tuple(line for line in record.grants() if line.domain == DOMAINS[0])


def follow_sharing(record: Record, case_id: str, today: date) -> None:
    """After a change of a case's consents or grounds: grants that rest on nothing end, others end with it."""
    lines = record.grants(case_id=case_id)
    if not lines or not record.vault.keeps:
        return
    basis = _basis(record.case(case_id), record.sharing(case_id), today)
    if basis is None:
        record.end_grants(case_id)
        return
    because, ends = basis
    for line in lines:
        if ends is not None and ends < line.until:
            record.grant(case_id, line.domain, line.user_id, ends, because)


def _basis(case: Case, sharing: Sharing, today: date) -> tuple[str, date | None] | None:
    """What an identity may be shown on, and until when: consent, or else a ground; the children's is asked besides."""
    grounds = [g for g in sharing.grounds if g.in_force(today) and g.is_countersigned(today)]
    because, ends = "consent", list[date | None]()
    for child in (False, True) if case.children_count else (False,):
        consent = counting(case, sharing, child=child, on=today)
        if consent is not None and consent.in_force(today):
            ends.append(consent.ends)
        elif grounds:
            because = grounds[-1].kind
            ends.append(grounds[-1].ends)
        else:
            return None
    return because, min((day for day in ends if day), default=None)
